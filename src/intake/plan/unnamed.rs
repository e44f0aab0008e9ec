//! Delegates whom a list that is sent again does not name any more.

use std::collections::{BTreeMap, HashSet};

use crate::domain::delegate::Delegate;
use crate::domain::id::DelegateId;
use crate::domain::list::{PlannedRow, RowOutcome, Twin};
use crate::sentence::Sentence;
use crate::vietnamese::collate;
use crate::vietnamese::fold::compare_key;

/// So many of them are named.
const NAMED: usize = 10;

/// One remark for each unit that has people in the list who are delegates already, and others who are not in
/// it: perhaps they do not come any more, and only the office can say so.
pub(super) fn remarks(rows: &[PlannedRow], delegates: &[Delegate]) -> Vec<Sentence> {
    let named: HashSet<DelegateId> = rows.iter().filter_map(|row| meant(&row.outcome)).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let group = |one: &Delegate| one.details.group().map(compare_key);
    let again: HashSet<String> =
        delegates.iter().filter(|one| named.contains(&one.id)).filter_map(group).collect();
    let mut unnamed: BTreeMap<String, Vec<&Delegate>> = BTreeMap::new();
    for one in delegates.iter().filter(|one| one.is_named() && !named.contains(&one.id)) {
        if let Some(group) = group(one).filter(|group| again.contains(group)) {
            unnamed.entry(group).or_default().push(one);
        }
    }
    unnamed.into_values().map(remark).collect()
}

/// The delegate a row means, or may mean.
fn meant(outcome: &RowOutcome) -> Option<DelegateId> {
    match outcome {
        RowOutcome::Update(id) | RowOutcome::Same(id) | RowOutcome::Duplicate(Twin::Delegate(id), _) => {
            Some(*id)
        }
        _ => None,
    }
}

fn remark(mut people: Vec<&Delegate>) -> Sentence {
    people.sort_by_cached_key(|one| collate::key(&one.details.full_name));
    let names: Vec<&str> = people.iter().take(NAMED).map(|one| one.details.full_name.as_str()).collect();
    let more = if people.len() > NAMED { ", …" } else { "" };
    Sentence::new("intake-list-unnamed")
        .with("count", people.len())
        .with("unit", people[0].details.group().unwrap_or_default())
        .with("names", format!("{}{more}", names.join(", ")))
}
