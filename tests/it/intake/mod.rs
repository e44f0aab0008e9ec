//! Lists as offices send them.

mod accounts;
mod formats;
mod fresh;
mod fuzz;
mod hostile;
mod letters;
mod lists;
mod messages;
mod said_elsewhere;
mod scans;
mod taught;
