//! Lists as offices send them.

mod formats;
mod fuzz;
mod hostile;
mod letters;
mod lists;
