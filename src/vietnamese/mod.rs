//! The language: how Vietnamese text is cleaned, compared, ordered and put in words.

pub mod clean;
pub mod collate;
pub mod date;
pub mod fold;
pub mod legacy;
mod letter;
mod lookalike;
pub mod misread;
pub mod name;
pub mod number;
pub mod sentences;
pub mod small;
pub mod syllable;
pub mod typed_keys;
pub mod whole_word;
