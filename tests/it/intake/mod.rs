//! Lists as offices send them.

mod accounts;
mod formats;
mod fresh;
mod fuzz;
mod hostile;
mod letters;
mod lists;
mod said_elsewhere;
mod scans;
