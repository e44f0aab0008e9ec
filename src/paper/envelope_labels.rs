//! Nhãn phong bì: who gets a letter, to be put on envelopes from sheets of labels.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::card::{Item, at};
use super::content::{Body, Document, Label, LabelSheets, LabelSize};
use super::finding::{Finding, PaperError};
use super::invitation::honorific;
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::{letter, unit_sign};
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::id::ClusterId;
use crate::vietnamese::fold::compare_key;

/// For whom labels are printed, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeLabelOptions {
    /// What is said of the sheet at hand.
    pub words: EnvelopeLabelWords,
    /// How they look.
    pub look: EnvelopeLabelLook,
}

/// What is said of the sheet at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeLabelWords {
    /// The first label that is not used yet, from 1; the first of all when `None`.
    pub first: Option<u32>,
}

/// How labels look, and who gets letters: an office's habit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnvelopeLabelLook {
    /// Who gets one.
    pub to: LabelsTo,
    /// What stands before the name of a commune: whom of it the letter is for.
    pub body: String,
    /// How they lie on the sheet.
    pub size: LabelSize,
    /// Lines to cut along: for paper that is no sheet of labels.
    pub framed: bool,
}

impl Default for EnvelopeLabelLook {
    fn default() -> Self {
        Self {
            to: LabelsTo::Units,
            body: "Ủy ban MTTQ Việt Nam".to_owned(),
            size: LabelSize::Fourteen,
            framed: true,
        }
    }
}

/// Who gets a label.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum LabelsTo {
    /// Each unit that is called.
    #[default]
    Units,
    /// Each delegate.
    Delegates,
    /// Each guest.
    Guests,
}

/// Its name.
const NAME: &str = "Nhãn phong bì";

/// The most labels on a sheet.
const MOST: u32 = 24;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "envelope-labels",
    label: "paper-envelope-labels",
    name: NAME,
    icon: "Mail",
    phase: Phase::Before,
    formats: kind::PLACED,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for EnvelopeLabelOptions {
    /// The labels of a session, in the order of its lists.
    ///
    /// Errors: a cluster the session does not have; nobody to write to.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let labels = match self.look.to {
            LabelsTo::Units => self.to_units(&parts, dossier),
            LabelsTo::Delegates => {
                let rows = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
                rows.filter(|one| one.is_named()).map(|one| to_delegate(one, dossier)).collect()
            }
            LabelsTo::Guests => dossier.guests.iter().map(|one| to_guest(one, dossier)).collect(),
        };
        if labels.is_empty() {
            return Err(PaperError::NobodyToAddress);
        }
        let first = self.words.first.unwrap_or(1).max(1);
        let on_sheet = self.look.size.count();
        let mut findings = Vec::new();
        // A number of another sheet: the paper begins at its first label.
        let used = if first <= on_sheet {
            first - 1
        } else {
            findings.push(Finding::LabelNotOnSheet { first, on_sheet });
            0
        };
        let sheets = LabelSheets {
            size: self.look.size,
            used: usize::try_from(used).unwrap_or(0),
            framed: self.look.framed,
            labels,
        };
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Labels(sheets) }, findings))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let to = [
            (LabelsTo::Units, "window-print-labels-units"),
            (LabelsTo::Delegates, "window-print-labels-delegates"),
            (LabelsTo::Guests, "window-print-labels-guests"),
        ];
        let sizes = [
            (LabelSize::Fourteen, "window-print-labels-fourteen"),
            (LabelSize::TwentyFour, "window-print-labels-twenty-four"),
        ];
        let body = (self.look.to == LabelsTo::Units).then(|| {
            let body = at!(self.look.body).line("print-labels-body", "window-print-labels-body");
            body.hint("window-print-labels-body-hint").into()
        });
        let first = at!(self.words.first).figure(
            "print-labels-first",
            "window-print-labels-first",
            (1, MOST),
            "window-print-labels-first-refused",
        );
        let rest = [
            at!(self.look.size).chips("window-print-labels-size", sizes).into(),
            first.hint("window-print-labels-first-hint").into(),
            at!(self.look.framed).tick("window-print-labels-framed"),
        ];
        let to = at!(self.look.to).chips("window-print-to", to).into();
        [to].into_iter().chain(body).chain(rest).collect()
    }
}

impl EnvelopeLabelOptions {
    /// One for each unit, each once.
    fn to_units(&self, parts: &[ClusterList], dossier: &Dossier) -> Vec<Label> {
        let mut known = HashSet::new();
        let units = parts.iter().flat_map(unit_sign::units).filter(|unit| known.insert(compare_key(unit)));
        units.map(|unit| self.to_unit(&unit, dossier)).collect()
    }

    fn to_unit(&self, unit: &str, dossier: &Dossier) -> Label {
        let area = dossier.session.details.area.as_deref().map(str::trim).filter(|area| !area.is_empty());
        // A body has no place of its own.
        if !letter::is_place(unit) {
            let under = area.map(letter::unit_in_text).into_iter().collect();
            return Label { subject: None, sender: sender(dossier), name: unit.to_owned(), under };
        }
        let commune = letter::unit_in_text(unit);
        let name = match self.look.body.trim() {
            "" => unit.to_owned(),
            body => format!("{body} {commune}"),
        };
        let within = area.filter(|area| compare_key(area) != compare_key(unit));
        let place = within.map(|area| format!("{commune}, {}", letter::unit_in_text(area)));
        Label { subject: None, sender: sender(dossier), name, under: place.into_iter().collect() }
    }
}

fn to_delegate(delegate: &Delegate, dossier: &Dossier) -> Label {
    let details = &delegate.details;
    let known = |text: &Option<String>| text.as_deref().map(str::trim).unwrap_or_default().to_owned();
    Label {
        subject: Some(list::subject(delegate)),
        sender: sender(dossier),
        name: format!("{} {}", honorific(delegate), details.full_name),
        under: vec![known(&details.position), known(&details.unit)],
    }
}

fn to_guest(guest: &Guest, dossier: &Dossier) -> Label {
    let (honorific, name, _) = letter::guest(guest);
    let (name, under) = match guest {
        Guest::Person { titles, .. } => {
            let honorific = honorific.unwrap_or_else(|| "Ông/Bà".to_owned());
            (format!("{honorific} {name}"), titles.clone())
        }
        Guest::Group { .. } => (name, Vec::new()),
    };
    Label { subject: None, sender: sender(dossier), name, under }
}

/// Who sends it, on one line.
fn sender(dossier: &Dossier) -> String {
    list::head(dossier).issuer.join(" – ")
}
