//! The window, clicked and typed in.

mod delegates;
mod fields;
mod import;
mod info;
mod info_facts;
mod papers_remembered;
mod people;
mod printing;
mod printing_unsaved;
mod programme;
mod start;
mod topics;
mod units;
