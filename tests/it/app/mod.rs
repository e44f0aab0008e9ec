//! The window, clicked and typed in.

mod attendance;
mod cut_labels;
mod delegates;
mod designer;
mod exchange;
mod fields;
mod history;
mod import;
mod import_deciding;
mod info;
mod info_facts;
mod own_columns;
mod papers_remembered;
mod people;
mod printing;
mod printing_unsaved;
mod programme;
mod reconcile;
mod register;
mod results;
mod screen_sizes;
mod signed_pages;
mod start;
mod topics;
mod turnout;
mod units;
