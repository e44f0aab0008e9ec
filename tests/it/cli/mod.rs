//! The command line, used as its users do.

mod attendance;
mod certificates;
mod completion;
mod history;
mod marks;
mod person;
mod templates;
mod turnout;
mod verbs;
