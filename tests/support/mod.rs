//! What several tests share.

pub mod dossier;
pub mod pdf_reader;
pub mod table;
