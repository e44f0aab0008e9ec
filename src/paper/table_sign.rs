//! Biển tên để bàn: one A4 sheet each, folded lengthwise to stand on the table, with
//! the name on both faces.

use serde::{Deserialize, Serialize};

use super::badge::empty_fields;
use super::content::{Body, Document, TableSign};
use super::finding::{Finding, PaperError};
use super::list;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};

/// Whose signs are printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSignOptions {
    /// Delegates of one cluster only.
    pub cluster: Option<ClusterId>,
    /// These delegates only, for a reprint.
    pub delegates: Option<Vec<DelegateId>>,
}

/// Its name.
const NAME: &str = "Biển tên để bàn";

/// The signs of a session, and what the user should know of them: everyone on the
/// list, in the order of the list.
pub fn document(
    dossier: &Dossier,
    options: &TableSignOptions,
) -> Result<(Document, Vec<Finding>), PaperError> {
    let shown = list::shown(dossier);
    let parts = list::parts(dossier, &shown, options.cluster)?;
    let all = || parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
    let chosen = |id| options.delegates.as_ref().is_none_or(|only| only.contains(&id));
    let wanted = all().filter(|one| one.state == DelegateState::Listed && chosen(one.id));
    let signs: Vec<TableSign> = wanted
        .map(|one| TableSign {
            subject: list::subject(one),
            name: one.details.full_name.clone(),
            position: one.details.position.clone().unwrap_or_default(),
            unit: one.details.unit.clone().unwrap_or_default(),
        })
        .collect();
    if signs.is_empty() {
        return Err(PaperError::NobodyToName);
    }
    let findings = empty_fields(all());
    let info = list::info(NAME, &parts, options.cluster, dossier);
    Ok((Document { info, body: Body::TableSigns(signs) }, findings))
}
