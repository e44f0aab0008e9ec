//! Biển tên để bàn: one A4 sheet each, folded lengthwise to stand on the table, with
//! the name on both faces.

use serde::{Deserialize, Serialize};

use super::badge::empty_fields;
use super::card::{Item, at};
use super::content::{Body, Document, TableSign};
use super::finding::PaperError;
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;

/// Whose signs are printed, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSignOptions {
    /// How they look.
    pub look: TableSignLook,
}

/// How signs look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSignLook {
    /// Names stand in capitals.
    pub capitals: bool,
}

/// Its name.
const NAME: &str = "Biển tên để bàn";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "table-signs",
    label: "paper-table-signs",
    name: NAME,
    icon: "Tent",
    phase: Phase::Before,
    formats: kind::PLACED,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for TableSignOptions {
    /// The signs of a session, and what the user should know of them: everyone on the
    /// list, in the order of the list.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let all = || parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
        let wanted = all().filter(|one| one.is_named());
        let signs: Vec<TableSign> = wanted
            .map(|one| TableSign {
                subject: list::subject(one),
                name: match self.look.capitals {
                    true => one.details.full_name.to_uppercase(),
                    false => one.details.full_name.clone(),
                },
                position: one.details.position.clone().unwrap_or_default(),
                unit: one.details.unit.clone().unwrap_or_default(),
            })
            .collect();
        if signs.is_empty() {
            return Err(PaperError::NobodyToName);
        }
        let findings = empty_fields(all());
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::TableSigns(signs) }, findings))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![at!(self.look.capitals).tick("window-print-capitals"), Item::Says("window-print-fold")]
    }
}
