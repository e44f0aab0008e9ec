//! What the register answers to the code on a certificate.

use super::register::RegisterLine;
use super::state::{CertificateState, Ending};

/// Whether a certificate is genuine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No certificate of this file has the code. Of one with a wrong digit it is the same.
    Unknown,
    /// It was issued and is valid.
    Valid(RegisterLine),
    /// It was issued, and is void or withdrawn since.
    Ended {
        /// What the register says of it.
        line: RegisterLine,
        /// When, and why.
        ending: Ending,
        /// The number of the one that was issued for it.
        reissued_as: Option<String>,
    },
}

impl Verdict {
    /// Of what was found by a code.
    pub fn of(found: Option<RegisterLine>) -> Self {
        let Some(line) = found else { return Self::Unknown };
        match line.state.clone() {
            CertificateState::Voided(ending) | CertificateState::Withdrawn(ending) => {
                let reissued_as = line.reissued_as.clone();
                Self::Ended { line, ending, reissued_as }
            }
            _ => Self::Valid(line),
        }
    }
}
