//! What a line typed beside a signed page says: whose marks, who sat in for whom, who came besides; in words and sums before
//! it is written.

use super::page::{Again, Page};
use crate::app::screen::Context;
use crate::domain::attendance::arrival::{Arrival, Found, Part, find};
use crate::domain::attendance::page::{ColumnHalf, PageMarks, SheetColumn, joined};
use crate::domain::attendance::typed::{TypedLine, TypedPerson};
use crate::domain::attendance::{Attendance, AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use crate::domain::cluster::Cluster;
use crate::domain::delegate::{Delegate, DelegateState, NewDelegate};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, SessionId, SittingId};
use crate::domain::list::KnownPeople;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::fold::fold;

/// What a line says of a page.
#[derive(Debug, Clone)]
pub(super) struct Told {
    marks: Vec<NewMark>,
    arrivals: Vec<Arrival>,
    /// The first sitting of the column.
    pub sitting: Option<SittingId>,
    /// How many of the page were taken off the list since.
    gone: usize,
    /// How many marks of before say otherwise.
    changed: usize,
    /// How many signed another printing, and are there though this line has them absent.
    kept: usize,
}

/// The names a line holds, as they are looked for.
pub(super) fn names(line: &TypedLine) -> Vec<String> {
    line.people().map(|person| fold(&person.name)).collect()
}

/// Reads a line for a page: nothing of it, where any part of it cannot be.
pub(super) fn read(
    page: &Page,
    line: &TypedLine,
    known: &KnownPeople,
    attendance: &Attendance,
    dossier: &Dossier,
) -> Result<Told, Sentence> {
    let column = page.sheet.column(&halves(dossier), line.half, page.column);
    let column = column.map_err(|error| error.explain())?;
    if page.is_entered(column, attendance) && page.again.is_none() {
        return Err(Sentence::new("attendance-page-again"));
    }
    let cluster = cluster_of(column, dossier).ok_or_else(|| Sentence::new("mark-page-no-sitting"))?;
    let said = page.sheet.marks(column, line, attendance, &cluster.order());
    let PageMarks { marks, substitutes } = said.map_err(|error| error.explain())?;

    let listed = |delegate: DelegateId| {
        dossier.delegates.iter().any(|one| one.id == delegate && one.state == DelegateState::Listed)
    };
    let (mut marks, gone): (Vec<NewMark>, Vec<NewMark>) =
        marks.into_iter().partition(|mark| listed(mark.delegate));
    let mut arrivals: Vec<Arrival> = Vec::new();
    for (place, person) in substitutes {
        let unit = unit_of(place, dossier);
        match sent(&find(&person, unit, known).map_err(|error| error.explain())?, place, known)? {
            Sent::Delegate(substitute) => {
                marks.extend(column.sittings.iter().map(|at| NewMark::substituted(place, *at, substitute)));
            }
            Sent::Newcomer(who) => add_substitute(&mut arrivals, who, place, cluster.id, column),
        }
    }
    // As they stand on the page.
    marks.sort_by_key(|mark| page.sheet.rows.iter().position(|row| row.delegate == Some(mark.delegate)));
    for person in &line.walk_ins {
        let who = walk_in(person, known, dossier)?;
        let sittings = column.sittings.clone();
        arrivals.push(Arrival { who, cluster: cluster.id, part: Part::WalkIn, sittings });
    }
    let before = marks.len();
    let marks = match (&page.code, page.again) {
        // What is read out is said of everybody, whatever they signed.
        (None, _) => marks,
        (Some(_), Some(Again::Join)) => joined(marks, attendance, None),
        (Some(code), _) => joined(marks, attendance, Some(code)),
    };
    let sitting = column.sittings.first().copied();
    let other = |mark: &&NewMark| {
        let known = attendance.of(mark.delegate, mark.sitting);
        Some(mark.sitting) == sitting && known.is_some_and(|known| known.status != mark.status)
    };
    let each = column.sittings.len().max(1);
    Ok(Told {
        changed: marks.iter().filter(other).count(),
        gone: gone.len() / each,
        kept: (before - marks.len()) / each,
        marks,
        arrivals,
        sitting,
    })
}

impl Told {
    /// The entry that says it.
    pub(super) fn entry(&self, session: SessionId, code: Option<String>, made_on: MadeOn) -> NewEntry {
        // Of a list that is read out nobody knows when somebody came.
        let way = if code.is_some() { Way::Page } else { Way::All };
        let arrivals = self.arrivals.clone();
        NewEntry { page: code, arrivals, ..NewEntry::new(session, way, made_on, self.marks.clone()) }
    }

    /// In words and sums: how many came, and by name who did not.
    pub(super) fn words(&self, page: &Page, dossier: &Dossier, context: Context<'_>) -> Sentence {
        let of_first = || self.marks.iter().filter(|mark| Some(mark.sitting) == self.sitting);
        let count = |is: fn(AttendanceStatus) -> bool| of_first().filter(|mark| is(mark.status)).count();
        let (mut sent, mut walk_ins) = (0_usize, 0_usize);
        for arrival in &self.arrivals {
            match &arrival.part {
                Part::WalkIn => walk_ins += 1,
                Part::Substitute(places) => sent += places.len(),
            }
        }
        let substituted = sent + count(|status| status == AttendanceStatus::Substituted);
        Sentence::new("attendance-page-told")
            .with("present", count(AttendanceStatus::is_present) + substituted)
            .with("substituted", substituted)
            .with("walk-ins", walk_ins)
            .with("leave", context.t(super::view::word(AttendanceStatus::Excused, dossier)).to_lowercase())
            .with("excused", count(|status| status == AttendanceStatus::Excused))
            .with("absent", count(|status| status == AttendanceStatus::Absent))
            .with("changed", self.changed)
            .with("kept", self.kept)
            .with("gone", self.gone)
            .with("names", self.names(page, dossier, context))
    }

    /// "7 Lê Thị B: vắng; 20 Võ D ← Trần E (người mới); + Hồ G": all of whom the line says more than that they signed.
    fn names(&self, page: &Page, dossier: &Dossier, context: Context<'_>) -> String {
        let row = |delegate: DelegateId| {
            let number = page.sheet.rows.iter().find(|row| row.delegate == Some(delegate))?.number;
            Some(format!("{number} {}", name_of(delegate, dossier)))
        };
        let of_first = self.marks.iter().filter(|mark| Some(mark.sitting) == self.sitting);
        let named = of_first.filter(|mark| mark.status != AttendanceStatus::Present).filter_map(|mark| {
            let row = row(mark.delegate)?;
            Some(match mark.substitute {
                Some(substitute) => format!("{row} ← {}", name_of(substitute, dossier)),
                None => {
                    format!("{row}: {}", context.t(super::view::word(mark.status, dossier)).to_lowercase())
                }
            })
        });
        let arrived = self.arrivals.iter().map(|arrival| {
            let who = match &arrival.who {
                NewDelegate::Unknown(details) => {
                    format!("{} ({})", details.full_name, context.t("attendance-newcomer").to_lowercase())
                }
                NewDelegate::Known(_) => context.t("attendance-known-newcomer"),
            };
            match &arrival.part {
                Part::WalkIn => format!("+ {who}"),
                Part::Substitute(places) => {
                    let rows: Vec<String> = places.iter().filter_map(|place| row(*place)).collect();
                    format!("{} ← {who}", rows.join(", "))
                }
            }
        });
        named.chain(arrived).collect::<Vec<_>>().join("; ")
    }
}

/// Who is sent for somebody: a delegate, or somebody who becomes one.
pub(super) enum Sent {
    Delegate(DelegateId),
    Newcomer(NewDelegate),
}

/// Whether who was found can sit on a place.
pub(super) fn sent(found: &Found, place: DelegateId, known: &KnownPeople) -> Result<Sent, Sentence> {
    let Found::Delegate(id) = found else {
        // Whoever is no delegate is a newcomer.
        return found.newcomer().map(Sent::Newcomer).ok_or_else(|| Sentence::new("store-unknown-delegate"));
    };
    let delegate = known.delegates.iter().find(|one| one.id == *id);
    match delegate {
        Some(one) if one.id == place => {
            Err(Sentence::new("store-own-substitute").with("name", one.details.full_name.as_str()))
        }
        Some(one) if one.state == DelegateState::Withdrawn => {
            Ok(Sent::Newcomer(NewDelegate::Known(one.person)))
        }
        _ => Ok(Sent::Delegate(*id)),
    }
}

/// One who replaces two is one arrival.
fn add_substitute(
    arrivals: &mut Vec<Arrival>,
    who: NewDelegate,
    place: DelegateId,
    cluster: ClusterId,
    column: &SheetColumn,
) {
    for arrival in arrivals.iter_mut() {
        if let Part::Substitute(places) = &mut arrival.part
            && is_same(&arrival.who, &who)
        {
            places.push(place);
            return;
        }
    }
    let part = Part::Substitute(vec![place]);
    arrivals.push(Arrival { who, cluster, part, sittings: column.sittings.clone() });
}

/// Whether two newcomers are one: they are known as one, or have one name.
fn is_same(one: &NewDelegate, other: &NewDelegate) -> bool {
    match (one, other) {
        (NewDelegate::Known(one), NewDelegate::Known(other)) => one == other,
        (NewDelegate::Unknown(one), NewDelegate::Unknown(other)) => {
            fold(&one.full_name) == fold(&other.full_name)
        }
        _ => false,
    }
}

/// Somebody on no list; who stands on one is told where.
pub(super) fn walk_in(
    person: &TypedPerson,
    known: &KnownPeople,
    dossier: &Dossier,
) -> Result<NewDelegate, Sentence> {
    let found = find(person, None, known).map_err(|error| error.explain())?;
    let Found::Delegate(id) = found else {
        // Whoever is no delegate is a newcomer.
        return found.newcomer().ok_or_else(|| Sentence::new("store-unknown-delegate"));
    };
    let delegate = known.delegates.iter().find(|one| one.id == id);
    match delegate {
        Some(one) if one.state == DelegateState::Withdrawn => Ok(NewDelegate::Known(one.person)),
        _ => {
            let cluster = delegate.and_then(|one| one.cluster);
            let cluster = dossier.clusters.iter().find(|one| Some(one.id) == cluster);
            let cluster = cluster.map_or("–", |cluster| cluster.details.name.as_str());
            Err(Sentence::new("attendance-already-listed")
                .with("name", person.name.as_str())
                .with("cluster", cluster))
        }
    }
}

/// Every sitting with its half of the day.
fn halves(dossier: &Dossier) -> Vec<ColumnHalf> {
    let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
    sittings.map(|sitting| ColumnHalf { sitting: sitting.id, half: sitting.half }).collect()
}

fn cluster_of<'a>(column: &SheetColumn, dossier: &'a Dossier) -> Option<&'a Cluster> {
    let first = column.sittings.first()?;
    dossier.clusters.iter().find(|cluster| cluster.sittings.iter().any(|sitting| sitting.id == *first))
}

fn delegate(id: DelegateId, dossier: &Dossier) -> Option<&Delegate> {
    dossier.delegates.iter().find(|one| one.id == id)
}

pub(super) fn unit_of(id: DelegateId, dossier: &Dossier) -> Option<&str> {
    delegate(id, dossier)?.details.unit.as_deref()
}

pub(super) fn name_of(id: DelegateId, dossier: &Dossier) -> &str {
    delegate(id, dossier).map_or("", |one| one.details.full_name.as_str())
}
