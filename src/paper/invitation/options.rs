//! How invitations are made: to whom, and in which words.

use serde::{Deserialize, Serialize};

use crate::domain::date::FuzzyDate;
use crate::domain::organisation::Letterhead;
use crate::paper::letter;

/// To whom, and in which words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOptions {
    /// What is typed for it.
    pub words: InvitationWords,
    /// How it looks.
    pub look: InvitationLook,
}

/// What is typed for an invitation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationWords {
    /// Its number, alone or as it is printed; left open, it is written by hand.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// Who chairs; whoever holds the session when empty.
    pub chair: String,
    /// What the delegates bring.
    pub bring: String,
    /// By when the units send their lists.
    pub deadline: Option<FuzzyDate>,
    /// Whom to ask, with the telephone number.
    pub contact: String,
    /// What else is to be said: each line a paragraph.
    pub note: String,
    /// Who receives it, parted by semicolons; the addressee and the archive when empty.
    pub recipients: String,
}

/// How an invitation looks: to whom and in which form, as an office always sends it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationLook {
    /// Who gets one.
    pub to: Addressees,
    /// Giấy triệu tập: delegates are called rather than invited. Guests are invited.
    pub summons: bool,
    /// Whether the topics are named; else the programme is said to come along, so
    /// that a letter to one person keeps to a page.
    pub topics: bool,
}

/// Who gets a letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Addressees {
    /// Each delegate.
    Delegates,
    /// Each unit, with the names of its delegates: the usual way, for the unit sends them.
    #[default]
    Units,
    /// One letter for all who are called.
    All,
    /// Each guest.
    Guests,
}

impl InvitationLook {
    /// Whether the letter calls its readers.
    pub(super) fn calls(&self) -> bool {
        self.summons && self.to != Addressees::Guests
    }

    /// How it is numbered; empty where the office has chosen no pattern.
    pub(super) fn pattern(&self, letterhead: &Letterhead) -> String {
        match self.calls() {
            true => letter::summons_pattern(letterhead),
            false => letterhead.numbers.invitation.clone(),
        }
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        if self.calls() { "Giấy triệu tập" } else { "Giấy mời" }
    }
}
