//! Lists in: a file → sheets of cells → the header row and its columns → people
//! → what they mean for a session.

mod columns;
mod error;
mod grid;
mod heading;
mod read;
