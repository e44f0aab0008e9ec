//! What the office talks about: plain types and rules, without SQL, window or file.
//!
//! A value without an id (`Guest`, `Topic`, `SessionDetails`, …) is what the
//! user enters; a value with an id (`Session`, `Cluster`, `Delegate`) stands in
//! the data file. A [`Blueprint`](blueprint::Blueprint) is a whole session before it is
//! stored, a [`Dossier`](dossier::Dossier) the same session read back for the papers.

pub mod attendance;
pub mod audience;
pub mod badge_code;
pub mod blueprint;
pub mod calendar;
pub mod certificate;
pub mod certificate_template;
pub mod cluster;
pub mod completion;
pub mod curriculum_file;
pub mod delegate;
pub mod division;
pub mod dossier;
pub mod entry;
pub mod erasure;
pub mod guest;
pub mod held;
pub mod id;
pub mod ink;
pub mod library;
pub mod list;
pub mod mistake;
pub mod moved_on;
pub mod numbering;
pub mod organisation;
pub mod overview;
pub mod own_column;
pub mod page_range;
pub mod people_index;
pub mod person;
pub mod person_field;
pub mod person_json;
pub mod picture;
pub mod print_run;
pub mod programme;
pub mod reading;
pub mod rebase;
pub mod recipe;
pub mod record_words;
pub mod registry;
pub mod retention;
pub mod session;
pub mod session_copy;
pub mod template;
pub mod topic;
pub mod unit;
pub mod unit_map;
pub mod unit_tree;

pub use crate::date;
