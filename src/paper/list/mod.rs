//! What every list of delegates has in common: its parts, groups, head and end.

mod blank;
mod frame;
mod rows;
mod units;

use std::borrow::Cow;

use super::finding::PaperError;
use super::occasion;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::{Numbered, is_shown, numbered, reorder};
use crate::domain::session::{ListOrder, SessionForm};
use crate::vietnamese::{date, number};

pub use blank::{add_blank, blank_lists, empty_rows, is_blank, without_code};
pub use frame::{
    Dated, add_remark, closing, closing_dated, day_said, head, head_of, info, place_date, prepared_by,
    section, session_in_text, signature, signature_or_confirmation, title,
};
pub use rows::{birth_year, heading, rows, rows_of_unit, subject};
pub use units::{by_unit, is_same};

/// The delegates of one cluster, or of none.
#[derive(Clone)]
pub struct ClusterList<'a> {
    /// The cluster; `None` for delegates of none and for a session without clusters.
    pub cluster: Option<&'a Cluster>,
    /// Its delegates by number.
    pub rows: Vec<Numbered<'a>>,
}

/// The delegates a paper lists. Those withdrawn before the list was fixed are
/// left out, so that they take no number.
pub fn shown(dossier: &Dossier) -> Cow<'_, [Delegate]> {
    if dossier.delegates.iter().all(is_shown) {
        Cow::Borrowed(&dossier.delegates)
    } else {
        Cow::Owned(dossier.delegates.iter().filter(|delegate| is_shown(delegate)).cloned().collect())
    }
}

/// The parts of a list: one for each cluster, and one more for delegates of no
/// cluster; or the one cluster asked for.
pub fn parts<'a>(
    dossier: &'a Dossier,
    shown: &'a [Delegate],
    only: Option<ClusterId>,
) -> Result<Vec<ClusterList<'a>>, PaperError> {
    let ids: Vec<ClusterId> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
    let mut parts: Vec<ClusterList> = dossier
        .clusters
        .iter()
        .map(|cluster| ClusterList { cluster: Some(cluster), rows: Vec::new() })
        .collect();
    let mut rest = Vec::new();
    for row in numbered(shown, &ids, dossier.session.details.list_order) {
        match row.delegate.cluster.and_then(|id| ids.iter().position(|&known| known == id)) {
            Some(place) => parts[place].rows.push(row),
            None => rest.push(row),
        }
    }
    if let Some(only) = only {
        parts.retain(|part| part.cluster.is_some_and(|cluster| cluster.id == only));
        return if parts.is_empty() { Err(PaperError::NoSuchCluster) } else { Ok(parts) };
    }
    if parts.is_empty() || !rest.is_empty() {
        parts.push(ClusterList { cluster: None, rows: rest });
    }
    Ok(parts)
}

/// Puts the delegates of each part in an order of the paper's own, if it has one. Each
/// keeps the number it has on every other paper.
pub fn in_order(parts: &mut [ClusterList], order: Option<ListOrder>) {
    if let Some(order) = order {
        parts.iter_mut().for_each(|part| reorder(&mut part.rows, order));
    }
}

/// The parts that meet: without that of delegates who are in no cluster yet.
/// Whether there are such delegates.
pub fn keep_meeting(parts: &mut Vec<ClusterList>) -> bool {
    if parts.iter().all(|part| part.cluster.is_none()) {
        return false;
    }
    let before = parts.len();
    parts.retain(|part| part.cluster.is_some());
    parts.len() < before
}

impl<'a> ClusterList<'a> {
    /// Its half-days; none for delegates of no cluster.
    pub fn sittings(&self) -> &'a [Sitting] {
        self.cluster.map_or(&[], |cluster| &cluster.sittings)
    }

    /// When it meets: its own dates, those of its sittings, or those of the session.
    pub fn dates(&self, dossier: &Dossier) -> Option<DateSpan> {
        let sittings = || {
            let (first, last) = (self.sittings().first()?.date, self.sittings().last()?.date);
            DateSpan::new(first, last).ok().or(Some(DateSpan::single(first)))
        };
        let own = self.cluster.and_then(|cluster| cluster.details.dates).or_else(sittings);
        own.or(dossier.session.details.dates)
    }

    /// Its first day.
    pub fn first_day(&self, dossier: &Dossier) -> Option<FuzzyDate> {
        let sitting = self.sittings().first().map(|sitting| sitting.date);
        let dates = self.dates(dossier).map(DateSpan::start);
        // A sitting knows its day where the dates may know only the month.
        dates.filter(|date| date.calendar().is_some()).or(sitting).or(dates)
    }

    /// Its last day, as far as it is known.
    pub fn last_day(&self, dossier: &Dossier) -> Option<FuzzyDate> {
        let sitting = self.sittings().last().map(|sitting| sitting.date);
        let dates = self.dates(dossier).map(DateSpan::end);
        dates.filter(|date| date.calendar().is_some()).or(sitting).or(dates)
    }

    /// "Cụm 1", or what the delegates of none are called. Nothing for the only one of a session that
    /// meets in person: its name is the office's own business.
    pub fn name(&self, dossier: &Dossier) -> String {
        let alone = dossier.clusters.len() == 1 && dossier.session.details.form == SessionForm::InPerson;
        match self.cluster {
            Some(_) if alone => String::new(),
            Some(cluster) => cluster.details.name.clone(),
            None if dossier.clusters.is_empty() => String::new(),
            None => "Đại biểu chưa chia cụm".to_owned(),
        }
    }

    /// "Cụm 1 – Nhà văn hóa xã Tam Đại"; a cluster named after its hall once only.
    pub fn name_and_place(&self, dossier: &Dossier) -> String {
        let name = self.name(dossier);
        let venue = self.cluster.and_then(|cluster| cluster.details.venue.clone());
        let venue = venue.or_else(|| dossier.session.details.venue.clone());
        let venue = venue.filter(|venue| *venue != name).unwrap_or_default();
        join(" – ", [name, venue])
    }

    /// Whether it meets in some hall that is not known: papers leave room to write where.
    fn lacks_venue(&self, dossier: &Dossier) -> bool {
        let meets = self.cluster.is_some() || dossier.clusters.is_empty();
        let in_person = dossier.session.details.form == SessionForm::InPerson;
        meets && in_person && occasion::place(self, dossier).is_none()
    }

    /// "Cụm 1 – Nhà văn hóa xã Tam Đại", dotted where it is not known where it meets.
    pub fn place_noted(&self, dossier: &Dossier) -> String {
        let place = self.name_and_place(dossier);
        match self.lacks_venue(dossier) {
            true => number::sentence_case(&join(", ", [place, format!("tại {VENUE_DOTS}")])),
            false => place,
        }
    }

    /// "Cụm 1 – Nhà văn hóa xã Tam Đại, ngày 25 tháng 9 năm 2020".
    pub fn title_note(&self, dossier: &Dossier) -> String {
        let dates = self.dates(dossier).map(date::span_in_words).unwrap_or_default();
        let place = self.place_noted(dossier);
        if place.is_empty() { number::sentence_case(&dates) } else { join(", ", [place, dates]) }
    }

    /// Where it meets, as its papers say it: the name of a cluster tells something only where there are several, or
    /// where it is the site of a conference on line.
    pub fn said_place(&self, dossier: &Dossier) -> String {
        let alone = dossier.clusters.len() == 1;
        if alone && dossier.session.details.form == SessionForm::InPerson {
            super::occasion::place(self, dossier).unwrap_or_default()
        } else {
            self.name_and_place(dossier)
        }
    }

    /// Where and when it meets, under a title.
    pub fn said_note(&self, dossier: &Dossier) -> String {
        let dates = self.dates(dossier).map(date::span_in_words).unwrap_or_default();
        number::sentence_case(&join(", ", [self.said_place(dossier), dates]))
    }

    /// How many count: the withdrawn do not.
    pub fn count(&self) -> usize {
        self.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed).count()
    }
}

/// Where the hall is written in by hand.
const VENUE_DOTS: &str = "………………………………";

/// The parts that are not empty, with the separator between them.
pub fn join<const N: usize>(separator: &str, parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator)
}
