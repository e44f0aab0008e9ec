//! The five sample conferences.

mod facts;
mod in_store;
mod papers;
mod people;
mod programme;
