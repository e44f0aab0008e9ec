//! Giấy mời, giấy triệu tập: to each delegate, to each unit with the names of those
//! called, to all in one, or to each guest.
//!
//! Laid out after the model of Nghị định 30/2020/NĐ-CP, Phụ lục III: who invites
//! whom, to what, when, where.

mod letters;
mod names;
mod options;

use letters::Letters;
pub(super) use names::honorific;
pub use options::{Addressees, InvitationLook, InvitationOptions, InvitationWords};

use super::card::{Example, Item, at, issued, recipients};
use super::content::{Body, Document};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Argument, Content, Kind, Phase, Scope, Takes};
use super::list;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::organisation::{NUMBER_PLACE, numbered};
use crate::paper::layout::Layout;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "invitation",
    label: "paper-invitation",
    name: "Giấy mời",
    icon: "Mail",
    phase: Phase::Before,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[
        Argument {
            name: "to",
            help: "cli-option-to",
            takes: Takes::Word(&[
                ("delegates", "Delegates"),
                ("units", "Units"),
                ("all", "All"),
                ("guests", "Guests"),
            ]),
            place: &["look", "to"],
        },
        Argument {
            name: "summons",
            help: "cli-option-summons",
            takes: Takes::Nothing,
            place: &["look", "summons"],
        },
    ],
};

impl Kind for InvitationOptions {
    /// The letters of a session, and what the user should know of them.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let mut findings = Findings::default();
        if self.words.number.trim().is_empty() {
            findings.missing(Fact::LetterNumber);
        }
        if self.words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let mut letters = Letters::new(dossier, self, findings);
        if letters.topics.is_empty() {
            letters.findings.missing(Fact::Topics);
        }
        let sections = match self.look.to {
            Addressees::Delegates => letters.for_delegates(&parts),
            Addressees::Units => letters.for_units(&parts),
            Addressees::All => vec![letters.for_all(&parts)],
            Addressees::Guests => letters.for_guests(),
        };
        if sections.is_empty() {
            return Err(PaperError::NobodyToInvite);
        }
        let info = list::info(self.look.name(), &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, letters.findings.into_vec()))
    }

    fn name(&self) -> Option<&'static str> {
        Some(self.look.name())
    }

    fn complete(&self, layout: &mut Layout) {
        let personal = matches!(self.look.to, Addressees::Delegates | Addressees::Guests);
        let letters = layout.parts().count();
        if personal && layout.pages.len() > letters {
            let pages = layout.pages.len() - letters;
            layout.findings.push(Finding::LongLetters { pages });
        }
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let addressees = [
            (Addressees::Units, "window-print-to-unit"),
            (Addressees::Delegates, "window-print-to-delegate"),
            (Addressees::All, "window-print-to-all"),
            (Addressees::Guests, "window-print-to-guest"),
        ];
        let to_guests = self.look.to == Addressees::Guests;
        let summons = (!to_guests).then(|| at!(self.look.summons).tick("window-print-summons"));
        let topics = at!(self.look.topics).tick("window-print-topics");
        let pattern = self.look.pattern(&dossier.letterhead);
        let example = numbered(if pattern.is_empty() { NUMBER_PLACE } else { &pattern }, "45");
        let number = at!(self.words.number).line("print-number", "window-print-number");
        let chair = at!(self.words.chair).line("print-chair", "window-print-chair");
        let contact = at!(self.words.contact).line("print-contact", "window-print-contact");
        let note = at!(self.words.note).line("print-also", "window-print-also");
        vec![
            at!(self.look.to).select("print-to", "window-print-to", addressees),
            Item::Boxes(summons.into_iter().chain([topics]).collect()),
            number.example(Example::Text(example)).into(),
            issued(at!(self.words.issued)),
            chair.hint("window-print-chair-hint").into(),
            at!(self.words.bring).line("print-bring", "window-print-bring").into(),
            at!(self.words.deadline).day("print-deadline", "window-print-deadline").into(),
            contact.example(Example::Sentence("window-print-contact-example")).into(),
            note.hint("window-print-also-hint").into(),
            recipients(at!(self.words.recipients)),
        ]
    }
}
