//! Backups that make themselves.
//!
//! A [`keeper`] copies the data file when something changed, on a thread of its own and in small
//! pieces, checks the copy, packs it ([`pack`]) and thins what there is ([`thinning`]). Where to is
//! decided by [`place`]; what stands there says the [`catalogue`]. [`find`] looks for the data of
//! before on a fresh computer.
//!
//! A backup is a data file in gzip: any program can unpack it, and SQLite opens what comes out.

pub mod catalogue;
pub mod find;
pub mod holding;
pub mod keeper;
pub mod pack;
pub mod place;
pub mod stick;
pub mod thinning;

pub use catalogue::{About, Entry};
pub use keeper::{Keeper, State};
pub use pack::{make, restore, unpack};

use serde::{Deserialize, Serialize};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Time had passed.
    Time,
    /// The window was closed.
    Close,
    /// Another file was about to take the place of the data file.
    Restore,
    /// A long list was about to be taken in.
    Import,
    /// Someone asked for it.
    Asked,
}
