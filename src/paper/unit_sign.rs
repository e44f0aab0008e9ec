//! Biển đơn vị: one A4 sheet for each unit, to stand before its rows of seats.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::card::Item;
use super::content::{Body, Document, UnitSign};
use super::finding::PaperError;
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::letter;
use super::list::{self, ClusterList};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

/// Whose signs are printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSignOptions {}

/// Its name.
pub const NAME: &str = "Biển đơn vị";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "unit-signs",
    label: "paper-unit-signs",
    name: NAME,
    icon: "Building2",
    phase: Phase::Before,
    formats: kind::PLACED,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for UnitSignOptions {
    /// The signs of a session: the communes of the list in its order, then those that
    /// a cluster serves and nobody is listed of.
    ///
    /// Errors: a cluster the session does not have; no unit.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, cluster)?;
        let signs: Vec<UnitSign> = parts.iter().flat_map(units).map(|unit| sign(&unit)).collect();
        if signs.is_empty() {
            return Err(PaperError::NoUnits);
        }
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::UnitSigns(signs) }, Vec::new()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![Item::Says("window-print-unit-signs")]
    }
}

/// The units of a part, each once.
pub fn units(part: &ClusterList) -> Vec<String> {
    let listed = part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed);
    let listed = listed.filter_map(|row| row.delegate.details.group());
    let served = part.cluster.into_iter().flat_map(|cluster| &cluster.details.serves);
    let mut known = HashSet::new();
    listed
        .chain(served.map(String::as_str))
        .map(|unit| sentence_case(unit.trim()))
        .filter(|unit| !unit.is_empty() && known.insert(compare_key(unit)))
        .collect()
}

fn sign(unit: &str) -> UnitSign {
    let (kind, name) = letter::kind_and_name(unit);
    UnitSign { kind: kind.to_uppercase(), name: name.to_uppercase() }
}
