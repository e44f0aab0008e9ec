//! What the window and the commands may ask of a data file, by subject. Each
//! write is one step with a name; nothing here waits for the disk.

mod certificates;
mod clusters;
mod delegates;
mod history;
mod lists;
mod organisations;
mod people;
mod prints;
mod programme;
mod recipes;
mod safety;
mod sessions;
mod settings;
mod topics;
mod units;

pub use lists::FurtherList;
