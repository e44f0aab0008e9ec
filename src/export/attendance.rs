//! The attendance of a cluster as a file: a package for the program on a second computer, or a form for Excel.

use std::path::Path;

use crate::domain::attendance::package::ENDING;
use crate::domain::id::{ClusterId, SessionId};
use crate::mark_form::mark_form;
use crate::sentence::{Explain, Sentence};
use crate::store::Store;

/// What such a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// For a computer with the program.
    Package,
    /// For one with Excel.
    Form,
}

impl Kind {
    /// What a file is to be, by its ending.
    pub fn of_file(path: &Path) -> Self {
        match path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            true => Self::Form,
            false => Self::Package,
        }
    }

    /// Its ending.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Package => ENDING,
            Self::Form => "xlsx",
        }
    }
}

/// Whether a file is a package of attendance, by its ending.
pub fn is_package(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(ENDING))
}

/// Makes the file.
pub fn make(store: &Store, session: SessionId, cluster: ClusterId, kind: Kind) -> Result<Vec<u8>, Sentence> {
    match kind {
        Kind::Package => {
            let package = store.mark_package(session, cluster).wait().map_err(|error| error.explain())?;
            Ok(package.write())
        }
        Kind::Form => {
            let content = store.mark_form(session, cluster).wait().map_err(|error| error.explain())?;
            mark_form(&content)
                .map_err(|error| Sentence::new("exchange-form-failed").with("reason", error.to_string()))
        }
    }
}
