//! Giấy mời, giấy triệu tập: to each delegate, to each unit with the names of those
//! called, to all in one, or to each guest.
//!
//! Laid out after the model of Nghị định 30/2020/NĐ-CP, Phụ lục III: who invites
//! whom, to what, when, where.

mod letters;
mod names;

use serde::{Deserialize, Serialize};

use letters::Letters;

use super::content::{Body, Document};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::{list, topics};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;

/// To whom, and in which words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOptions {
    /// Delegates of one cluster only.
    pub cluster: Option<ClusterId>,
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
    /// What else is to be said, such as what to bring and whom to ask: each line a paragraph.
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
    #[default]
    Delegates,
    /// Each unit, with the names of its delegates.
    Units,
    /// One letter for all who are called.
    All,
    /// Each guest.
    Guests,
}

impl InvitationLook {
    /// Whether the letter calls its readers.
    fn calls(&self) -> bool {
        self.summons && self.to != Addressees::Guests
    }

    /// Its name.
    pub fn name(&self) -> &'static str {
        if self.calls() { "Giấy triệu tập" } else { "Giấy mời" }
    }
}

/// The letters of a session, and what the user should know of them.
pub fn document(
    dossier: &Dossier,
    options: &InvitationOptions,
) -> Result<(Document, Vec<Finding>), PaperError> {
    let shown = list::shown(dossier);
    let parts = list::parts(dossier, &shown, options.cluster)?;
    let mut findings = Findings::default();
    if options.words.number.trim().is_empty() {
        findings.missing(Fact::LetterNumber);
    }
    if options.words.issued.is_none() {
        findings.missing(Fact::IssueDate);
    }
    let mut letters = Letters { dossier, options, topics: topics::of(dossier), findings };
    if letters.topics.is_empty() {
        letters.findings.missing(Fact::Topics);
    }
    let sections = match options.look.to {
        Addressees::Delegates => letters.for_delegates(&parts),
        Addressees::Units => letters.for_units(&parts),
        Addressees::All => vec![letters.for_all(&parts)],
        Addressees::Guests => letters.for_guests(),
    };
    if sections.is_empty() {
        return Err(PaperError::NobodyToInvite);
    }
    let info = list::info(options.look.name(), &parts, options.cluster, dossier);
    Ok((Document { info, body: Body::Flow(sections) }, letters.findings.into_vec()))
}
