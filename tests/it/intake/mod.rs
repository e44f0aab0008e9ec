//! Lists as offices send them.

mod accounts;
mod formats;
mod fuzz;
mod hostile;
mod letters;
mod lists;
