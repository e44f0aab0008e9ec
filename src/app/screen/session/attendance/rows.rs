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
    /// Who was sent for them and has no place, with their names in the same way.
    substitutes: Vec<(DelegateId, String)>,
}

/// Somebody who is meant by what is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meant {
    /// On whose place they sit: their own, or that of the one they were sent for.
    pub place: DelegateId,
    /// Who was sent, where it is not the delegate.
    pub substitute: Option<DelegateId>,
}

impl Meant {
    fn own(place: DelegateId) -> Self {
        Self { place, substitute: None }
    }
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
                key: key(&details.full_name),
                substitutes: sent_for(row.delegate.id, dossier),
            }
        })
        .collect()
}

fn key(name: &str) -> String {
    format!(" {}", fold(name))
}

/// Who was sent for a delegate and has no place of their own.
fn sent_for(place: DelegateId, dossier: &Dossier) -> Vec<(DelegateId, String)> {
    let substitutes = dossier.delegates.iter().filter(|one| one.state == DelegateState::Substitute);
    let notices = dossier.attendance.notices();
    let is_sent = |one: &&Delegate| {
        one.substitute_for == Some(place)
            || notices.iter().any(|notice| notice.delegate == place && notice.substitute == Some(one.id))
    };
    substitutes.filter(is_sent).map(|one| (one.id, key(&one.details.full_name))).collect()
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
    let is_called = called(typed);
    places
        .filter(|at| is_called(&rows[*at].key) || rows[*at].substitutes.iter().any(|(_, key)| is_called(key)))
        .collect()
}

/// Whether every word that is typed begins a word of a name.
fn called(typed: &str) -> impl Fn(&str) -> bool {
    let words: Vec<String> = fold(typed).split_whitespace().map(|word| format!(" {word}")).collect();
    move |key| words.iter().all(|word| key.contains(word.as_str()))
}

/// A row by the name that found it: the delegate's, else that of who was sent for them.
fn by_name(typed: &str, row: &Row) -> Meant {
    let is_called = called(typed);
    match row.substitutes.iter().find(|(_, key)| is_called(key)) {
        Some((substitute, _)) if !is_called(&row.key) => {
            Meant { place: row.delegate, substitute: Some(*substitute) }
        }
        _ => Meant::own(row.delegate),
    }
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
    places_of: impl Fn(&Delegate) -> Vec<DelegateId>,
) -> Result<(Vec<Meant>, Way), Sentence> {
    let selected: Vec<Meant> =
        selection.rows().filter_map(|row| Some(Meant::own(rows.get(*found.get(row)?)?.delegate))).collect();
    let typed = typed.trim();
    if !selected.is_empty() || typed.is_empty() {
        return Ok((selected, Way::Name));
    }
    if is_number(typed) && typed.len() <= MOST_DIGITS {
        let row = typed.parse().ok().and_then(|number: u32| rows.iter().find(|row| row.number == number));
        let row = row.ok_or_else(|| Sentence::new("attendance-no-number").with("number", typed))?;
        return Ok((vec![Meant::own(row.delegate)], Way::Number));
    }
    if is_number(typed) {
        return by_badge(typed, rows, dossier, places_of).map(|meant| (meant, Way::Scan));
    }
    match found {
        [] => Err(Sentence::new("attendance-nobody").with("typed", typed)),
        [one] => Ok((vec![by_name(typed, &rows[*one])], Way::Name)),
        several => Err(Sentence::new("attendance-several").with("typed", typed).with("count", several.len())),
    }
}

/// Whose badge it is. One of another cluster, or of another session, is told as that.
fn by_badge(
    code: &str,
    rows: &[Row],
    dossier: &Dossier,
    places_of: impl Fn(&Delegate) -> Vec<DelegateId>,
) -> Result<Vec<Meant>, Sentence> {
    let unknown = || Sentence::new("attendance-unknown-code").with("code", code);
    let delegate = badge_code::read(code).ok_or_else(unknown)?;
    if rows.iter().any(|row| row.delegate == delegate) {
        return Ok(vec![Meant::own(delegate)]);
    }
    let found = dossier.delegates.iter().find(|one| one.id == delegate);
    let Some(found) = found else { return Err(Sentence::new("attendance-other-session").with("code", code)) };
    if found.state == DelegateState::Substitute {
        let places =
            places_of(found).into_iter().filter(|place| rows.iter().any(|row| row.delegate == *place));
        let meant: Vec<Meant> = places.map(|place| Meant { place, substitute: Some(delegate) }).collect();
        if !meant.is_empty() {
            return Ok(meant);
        }
    }
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
