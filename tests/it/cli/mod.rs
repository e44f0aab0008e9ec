//! The command line, used as its users do.

mod attendance;
mod history;
mod marks;
mod person;
mod verbs;
