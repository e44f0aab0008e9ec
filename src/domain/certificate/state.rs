//! What became of a certificate: its history, and the state that follows from it.

use serde::{Deserialize, Serialize};

use super::reissue::Ground;
use crate::domain::date::FuzzyDate;

/// One thing that happened to a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateEvent {
    /// When it was entered: UTC, RFC 3339.
    pub at: String,
    /// What.
    pub happened: Happened,
}

/// What can happen to a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// It got its number.
    Issued,
    /// It was taken in from an old register.
    Registered,
    /// It came out of the printer.
    Printed {
        /// On so many sheets.
        sheets: u32,
        /// The serial number of the form (số phôi), where one is known.
        blank_number: Option<String>,
    },
    /// So many sheets were spoiled.
    Spoiled {
        /// How many.
        sheets: u32,
        /// The serial number of the sheet (số phôi), where one is known.
        blank_number: Option<String>,
        /// Why.
        reason: Option<String>,
    },
    /// What is printed on it was changed, before it was handed out.
    Corrected {
        /// What, and from what to what.
        changes: Vec<Change>,
        /// Why.
        reason: Option<String>,
    },
    /// It was handed out.
    HandedOut(HandOut),
    /// That it was handed out was a mistake.
    TakenBack,
    /// It was voided (hủy).
    Voided(Option<String>),
    /// That it was voided or withdrawn was undone.
    Restored(Option<String>),
    /// It was withdrawn (thu hồi).
    Withdrawn(Option<String>),
    /// Another one was issued for it.
    Reissued {
        /// Why it had to be.
        ground: Option<Ground>,
        /// When it was applied for.
        application: Option<FuzzyDate>,
        /// In words.
        reason: Option<String>,
    },
    /// It stays valid, though who has it does not fulfil the rule.
    Kept(Option<String>),
    /// That was undone.
    Unkept,
}

/// One field that was corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub field: super::copy::CopyField,
    /// What was printed before.
    pub before: Option<String>,
    /// What is printed since.
    pub after: Option<String>,
}

/// How a certificate was handed out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOut {
    /// On which day, if that is known.
    pub date: Option<FuzzyDate>,
    /// Who took it for them (nhận thay); `None`: they themselves.
    pub receiver: Option<String>,
}

/// How a certificate came to an end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// When that was entered: UTC, RFC 3339.
    pub at: String,
    /// Why.
    pub reason: Option<String>,
}

/// How far a certificate has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CertificateState {
    /// It has a number.
    #[default]
    Numbered,
    /// It was printed.
    Printed,
    /// It was handed out.
    HandedOut(HandOut),
    /// Voided (hủy) with a reason; its number stays used.
    Voided(Ending),
    /// Withdrawn (thu hồi) after it was handed out, or lost.
    Withdrawn(Ending),
}

impl CertificateState {
    /// Follows from what happened, in order.
    pub fn of<'a>(events: impl IntoIterator<Item = &'a CertificateEvent>) -> Self {
        let mut standing = Standing::default();
        events.into_iter().for_each(|event| standing.add(event));
        standing.state()
    }

    /// Whether the number is valid.
    pub fn is_valid(&self) -> bool {
        !matches!(self, Self::Voided(_) | Self::Withdrawn(_))
    }

    /// Its name for other programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Numbered => "numbered",
            Self::Printed => "printed",
            Self::HandedOut(_) => "handed_out",
            Self::Voided(_) => "voided",
            Self::Withdrawn(_) => "withdrawn",
        }
    }

    /// Its name on papers: "Đã phát".
    pub fn words(&self) -> &'static str {
        match self {
            Self::Numbered => "Có số",
            Self::Printed => "Đã in",
            Self::HandedOut(_) => "Đã phát",
            Self::Voided(_) => "Đã hủy",
            Self::Withdrawn(_) => "Đã thu hồi",
        }
    }
}

/// The serial number of the form that a certificate is on (số phôi), where one is known: of the last one that came out and was
/// not spoiled.
pub fn blank_number(events: &[CertificateEvent]) -> Option<&str> {
    let last = events.iter().rev().find_map(|event| match &event.happened {
        Happened::Printed { blank_number, .. } => Some(blank_number.as_deref()),
        Happened::Spoiled { .. } => Some(None),
        _ => None,
    });
    last.flatten()
}

/// Whether it was decided that a certificate stays valid though the rule says otherwise.
pub fn is_kept(events: &[CertificateEvent]) -> bool {
    let said = events.iter().rev().find_map(|event| match event.happened {
        Happened::Kept(_) => Some(true),
        Happened::Unkept => Some(false),
        _ => None,
    });
    said == Some(true)
}

/// What is known of a certificate while its history is read. What ended it hides how far it had come, until it is
/// restored.
#[derive(Debug, Default)]
struct Standing {
    is_printed: bool,
    handed_out: Option<HandOut>,
    ended: Option<CertificateState>,
}

impl Standing {
    fn add(&mut self, event: &CertificateEvent) {
        let ending = |reason: &Option<String>| Ending { at: event.at.clone(), reason: reason.clone() };
        match &event.happened {
            Happened::Printed { .. } => self.is_printed = true,
            Happened::Registered => self.handed_out = Some(HandOut::default()),
            Happened::HandedOut(how) => self.handed_out = Some(how.clone()),
            Happened::TakenBack => self.handed_out = None,
            Happened::Voided(reason) => self.ended = Some(CertificateState::Voided(ending(reason))),
            Happened::Withdrawn(reason) => self.ended = Some(CertificateState::Withdrawn(ending(reason))),
            Happened::Restored(_) => self.ended = None,
            Happened::Issued
            | Happened::Spoiled { .. }
            | Happened::Corrected { .. }
            | Happened::Reissued { .. }
            | Happened::Kept(_)
            | Happened::Unkept => {}
        }
    }

    fn state(self) -> CertificateState {
        match (self.ended, self.handed_out) {
            (Some(ended), _) => ended,
            (None, Some(how)) => CertificateState::HandedOut(how),
            (None, None) if self.is_printed => CertificateState::Printed,
            (None, None) => CertificateState::Numbered,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(happened: impl IntoIterator<Item = Happened>) -> &'static str {
        let events: Vec<CertificateEvent> = happened
            .into_iter()
            .map(|happened| CertificateEvent { at: "2026-05-12T01:00:00Z".into(), happened })
            .collect();
        CertificateState::of(&events).code()
    }

    #[test]
    fn the_state_is_the_last_that_holds() {
        use Happened::{HandedOut, Issued, Printed, Restored, TakenBack, Voided, Withdrawn};
        let given = || HandedOut(HandOut::default());
        assert_eq!(state([Issued]), "numbered");
        assert_eq!(state([Issued, Printed { sheets: 1, blank_number: None }]), "printed");
        assert_eq!(state([Issued, given()]), "handed_out", "printed elsewhere");
        assert_eq!(state([Issued, Printed { sheets: 1, blank_number: None }, given(), TakenBack]), "printed");
        assert_eq!(state([Issued, Printed { sheets: 1, blank_number: None }, Voided(None)]), "voided");
        assert_eq!(
            state([Issued, Voided(None), Printed { sheets: 1, blank_number: None }]),
            "voided",
            "no print makes it valid"
        );
        assert_eq!(
            state([Issued, Printed { sheets: 1, blank_number: None }, given(), Withdrawn(None)]),
            "withdrawn"
        );
        assert_eq!(
            state([
                Issued,
                Printed { sheets: 1, blank_number: None },
                given(),
                Withdrawn(None),
                Restored(None)
            ]),
            "handed_out"
        );
        assert_eq!(state([Happened::Registered]), "handed_out");
    }
}
