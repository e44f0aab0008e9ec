//! What crosses modules, in one binary: each more would link the whole program again.

mod app;
mod cli;
mod intake;
mod libraries;
mod licences;
mod locale;
mod paper;
mod person_fields;
mod sample;
mod store;
mod support;
