//! Chuyên đề: the library.

pub mod words;
