//! Thẻ đại biểu: badges to be cut from A4 sheets, each with a code to scan.

use serde::{Deserialize, Serialize};

use super::card::{Item, at};
use super::content::{Badge, BadgeSheets, Body, Document, PerSheet};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::placeholder::Field;
use crate::domain::badge_code;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;

/// Whose badges are printed, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadgeOptions {
    /// How they look.
    pub look: BadgeLook,
}

/// How badges look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadgeLook {
    /// How many on a sheet.
    pub per_sheet: PerSheet,
}

/// Its name.
const NAME: &str = "Thẻ đại biểu";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "badges",
    label: "paper-badges",
    name: NAME,
    icon: "IdCard",
    phase: Phase::Before,
    formats: kind::PLACED,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for BadgeOptions {
    /// The badges of a session, and what the user should know of them: everyone on the
    /// list in the order of the list, each cluster on sheets of its own.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let wanted = Delegate::is_named;
        let groups: Vec<(String, Vec<Badge>)> = parts
            .iter()
            .map(|part| {
                let rows = part.rows.iter().filter(|row| wanted(row.delegate));
                (part.name(dossier), rows.map(|row| badge(row.delegate, row.number, part, dossier)).collect())
            })
            .filter(|(_, badges): &(String, Vec<Badge>)| !badges.is_empty())
            .collect();
        if groups.is_empty() {
            return Err(PaperError::NobodyToName);
        }
        let findings = empty_fields(parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate));
        let info = list::info(NAME, &parts, cluster, dossier);
        let sheets = BadgeSheets { per_sheet: self.look.per_sheet, groups };
        Ok((Document { info, body: Body::Badges(sheets) }, findings))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let ways = [(PerSheet::Eight, "window-print-eight"), (PerSheet::Ten, "window-print-ten")];
        vec![at!(self.look.per_sheet).chips("window-print-per-sheet", ways).into()]
    }
}

fn badge(delegate: &Delegate, number: u32, part: &ClusterList, dossier: &Dossier) -> Badge {
    let details = &delegate.details;
    Badge {
        subject: list::subject(delegate),
        issuer: list::head(dossier).issuer,
        logo: dossier.logo.clone(),
        title: "THẺ ĐẠI BIỂU".to_owned(),
        name: details.full_name.clone(),
        position: details.position.clone().unwrap_or_default(),
        unit: details.unit.clone().unwrap_or_default(),
        place: part.name_and_place(dossier),
        number: format!("Số {number}"),
        session: list::session_in_text(dossier).to_owned(),
        code: badge_code::code(delegate.id),
    }
}

/// Which of position and unit are not known of some.
pub fn empty_fields<'a>(delegates: impl Iterator<Item = &'a Delegate>) -> Vec<Finding> {
    let listed: Vec<&Delegate> = delegates.filter(|one| one.is_named()).collect();
    let check = |field: Field, text: fn(&Delegate) -> Option<&String>| {
        let mut without = listed.iter().filter(|one| text(one).is_none_or(|text| text.trim().is_empty()));
        without.next().map(|first| Finding::EmptyField {
            field: field.word(),
            personal: true,
            people: 1 + without.count(),
            first: first.details.full_name.clone(),
        })
    };
    let position = check(Field::Position, |one| one.details.position.as_ref());
    let unit = check(Field::Unit, |one| one.details.unit.as_ref());
    position.into_iter().chain(unit).collect()
}
