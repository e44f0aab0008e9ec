//! The command line, used as its users do.

mod history;
mod person;
mod verbs;
