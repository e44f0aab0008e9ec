//! Who stands on the list of a cluster, and who is meant by what is typed.

use crate::app::widget::table::Selection;
use crate::domain::attendance::Way;
use crate::domain::badge_code;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::numbering::{is_shown, numbered};
use crate::sentence::Sentence;
use crate::vietnamese::fold::fold;

/// More digits than an STT has.
const MOST_DIGITS: usize = 5;

/// A delegate as the printed list has them.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub delegate: DelegateId,
    pub number: u32,
    pub name: String,
    pub position: String,
    pub unit: String,
    /// Whether they are still on the list.
    pub is_listed: bool,
    /// The name, folded, with a space before each word.
    key: String,
}

/// Everybody of a cluster, in the order of the list.
pub(super) fn of(dossier: &Dossier, cluster: Option<ClusterId>) -> Vec<Row> {
    let shown: Vec<Delegate> = dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect();
    let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
    let rows = numbered(&shown, &clusters, dossier.session.details.list_order);
    let of_cluster = rows.into_iter().filter(|row| cluster.is_some() && row.delegate.cluster == cluster);
    of_cluster
        .map(|row| {
            let details = &row.delegate.details;
            Row {
                delegate: row.delegate.id,
                number: row.number,
                name: details.full_name.clone(),
                position: details.position.clone().unwrap_or_default(),
                unit: details.unit.clone().unwrap_or_default(),
                is_listed: row.delegate.state == DelegateState::Listed,
                key: format!(" {}", fold(&details.full_name)),
            }
        })
        .collect()
}

/// The rows that match what is typed: words that begin words of the name, or the number. All of them where nothing
/// is, or a code is being typed.
pub(super) fn matching(typed: &str, rows: &[Row]) -> Vec<usize> {
    let typed = typed.trim();
    let places = 0..rows.len();
    if typed.is_empty() || typed.len() > MOST_DIGITS && is_number(typed) {
        return places.collect();
    }
    if is_number(typed) {
        return places.filter(|at| rows[*at].number.to_string().starts_with(typed)).collect();
    }
    let words: Vec<String> = fold(typed).split_whitespace().map(|word| format!(" {word}")).collect();
    places.filter(|at| words.iter().all(|word| rows[*at].key.contains(word.as_str()))).collect()
}

fn is_number(typed: &str) -> bool {
    typed.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whom what is typed means, and by which way; else whoever is selected. A name has to mean one.
pub(super) fn meant(
    typed: &str,
    rows: &[Row],
    found: &[usize],
    selection: &Selection,
    dossier: &Dossier,
) -> Result<(Vec<DelegateId>, Way), Sentence> {
    let selected: Vec<DelegateId> =
        selection.rows().filter_map(|row| Some(rows.get(*found.get(row)?)?.delegate)).collect();
    let typed = typed.trim();
    if !selected.is_empty() || typed.is_empty() {
        return Ok((selected, Way::Name));
    }
    if is_number(typed) && typed.len() <= MOST_DIGITS {
        let row = typed.parse().ok().and_then(|number: u32| rows.iter().find(|row| row.number == number));
        let row = row.ok_or_else(|| Sentence::new("attendance-no-number").with("number", typed))?;
        return Ok((vec![row.delegate], Way::Number));
    }
    if is_number(typed) {
        return by_badge(typed, rows, dossier).map(|delegate| (vec![delegate], Way::Scan));
    }
    match found {
        [] => Err(Sentence::new("attendance-nobody").with("typed", typed)),
        [one] => Ok((vec![rows[*one].delegate], Way::Name)),
        several => Err(Sentence::new("attendance-several").with("typed", typed).with("count", several.len())),
    }
}

/// Whose badge it is. One of another cluster, or of another session, is told as that.
fn by_badge(code: &str, rows: &[Row], dossier: &Dossier) -> Result<DelegateId, Sentence> {
    let unknown = || Sentence::new("attendance-unknown-code").with("code", code);
    let delegate = badge_code::read(code).ok_or_else(unknown)?;
    if rows.iter().any(|row| row.delegate == delegate) {
        return Ok(delegate);
    }
    let found = dossier.delegates.iter().find(|one| one.id == delegate);
    let Some(found) = found else { return Err(Sentence::new("attendance-other-session").with("code", code)) };
    let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == found.cluster);
    let name = found.details.full_name.as_str();
    Err(match (cluster, found.state) {
        (_, DelegateState::Withdrawn) => Sentence::new("store-withdrawn").with("name", name),
        (Some(cluster), _) => Sentence::new("attendance-other-cluster")
            .with("name", name)
            .with("cluster", cluster.details.name.as_str()),
        (None, _) => Sentence::new("attendance-no-cluster").with("name", name),
    })
}
