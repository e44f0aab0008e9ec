//! What is corrected on a certificate before it was handed out: the number stays.

use super::copy::PrintedCopy;
use super::mistake::CertificateMistake;
use super::state::{Change, Happened};

/// A correction that somebody wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// As it shall be printed.
    pub copy: PrintedCopy,
    /// Why.
    pub reason: String,
    /// How many printed sheets are spoiled by it.
    pub spoiled: u32,
}

impl Correction {
    /// What happens to the certificate by it, in order.
    ///
    /// Refused: a correction without a reason, without a name, or that changes nothing.
    pub fn of(&self, before: &PrintedCopy) -> Result<Vec<Happened>, CertificateMistake> {
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(CertificateMistake::NoReason);
        }
        let differing = before.differing(&self.copy);
        if differing.is_empty() || self.copy.name.trim().is_empty() {
            return Err(CertificateMistake::NothingToCorrect);
        }
        let changes = differing.into_iter().map(|field| Change {
            field,
            before: before.get(field),
            after: self.copy.get(field),
        });
        let corrected = Happened::Corrected { changes: changes.collect(), reason: Some(reason.to_owned()) };
        let spoiled = (self.spoiled > 0).then(|| Happened::Spoiled {
            sheets: self.spoiled,
            blank_number: None,
            reason: Some(reason.to_owned()),
        });
        Ok(std::iter::once(corrected).chain(spoiled).collect())
    }
}
