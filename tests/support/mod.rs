//! What several tests share.

#![allow(dead_code, reason = "each test file uses a part")]

pub mod content;
pub mod data_files;
pub mod dossier;
pub mod editing;
pub mod pdf_reader;
pub mod store;
pub mod table;
pub mod window;
pub mod word_reader;
pub mod words;
pub mod xml;
