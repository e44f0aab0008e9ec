//! Biển đơn vị: one A4 sheet for each unit, to stand before its rows of seats.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::content::{Body, Document, UnitSign};
use super::finding::{Finding, PaperError};
use super::letter;
use super::list::{self, ClusterList};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

/// Whose signs are printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitSignOptions {
    /// Units of one cluster only.
    pub cluster: Option<ClusterId>,
}

/// Its name.
pub const NAME: &str = "Biển đơn vị";

/// The signs of a session: the communes of the list in its order, then those that
/// a cluster serves and nobody is listed of.
///
/// Errors: a cluster the session does not have; no unit.
pub fn document(
    dossier: &Dossier,
    options: &UnitSignOptions,
) -> Result<(Document, Vec<Finding>), PaperError> {
    let shown = list::shown(dossier);
    let parts = list::parts(dossier, &shown, options.cluster)?;
    let signs: Vec<UnitSign> = parts.iter().flat_map(units).map(|unit| sign(&unit)).collect();
    if signs.is_empty() {
        return Err(PaperError::NoUnits);
    }
    let info = list::info(NAME, &parts, options.cluster, dossier);
    Ok((Document { info, body: Body::UnitSigns(signs) }, Vec::new()))
}

/// The units of a part, each once.
fn units(part: &ClusterList) -> Vec<String> {
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
