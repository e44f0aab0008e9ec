//! What several tests share.

pub mod content;
pub mod corpus;
pub mod data_files;
pub mod dossier;
pub mod editing;
pub mod form_filler;
pub mod halls;
pub mod lists;
pub mod live;
pub mod marking;
pub mod odd_sessions;
pub mod pdf_reader;
pub mod signed_page;
pub mod store;
pub mod table;
pub mod window;
pub mod word_reader;
pub mod words;
pub mod xml;
