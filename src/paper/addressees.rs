//! To whom letters go: the bodies of the units that are called, and the line that says so.

use std::sync::LazyLock;

use super::announced::blocks;
use super::body_name::body_and_place;
use super::content::{Block, Paragraph, TitleLine};
use super::letter::{self, stopped};
use super::list::ClusterList;
use crate::domain::cluster::Cluster;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::lexicon::{Beginnings, Kind, Use, unit_words};
use crate::vietnamese::fold::{compare_key, fold};
use crate::vietnamese::number::sentence_case;

/// What a committee of the Front is called before its place, where the organisation itself is none.
const COMMITTEE: &str = "Ủy ban MTTQ Việt Nam";

/// What the Front has in a residential area.
const OF_A_HAMLET: &str = "Ban Công tác Mặt trận";

/// How lists shorten the name of a committee of the Front.
const SHORT_COMMITTEES: [&str; 3] = ["mttq", "ubmttq", "ubmttqvn"];

/// A unit that is called.
#[derive(Debug, Clone)]
pub struct CalledUnit<'a> {
    /// As lists have it: "Xã Tam Đại".
    pub name: &'a str,
    /// Where its people go; `None` where they go to several clusters, or to none.
    pub cluster: Option<&'a Cluster>,
    /// How many of it are on the list.
    pub people: usize,
}

/// The units of some parts of a session: those that clusters serve; of a cluster that names none, and in a session
/// without clusters, those of the list. The place of the organisation itself is parted into what lies in it, for nobody
/// writes to themselves.
pub fn called<'a>(parts: &[ClusterList<'a>], dossier: &'a Dossier) -> Vec<CalledUnit<'a>> {
    let own_place = body_and_place(&dossier.organisation).map(|(_, place)| compare_key(place));
    let is_own_place = |name: &str| Some(compare_key(name)) == own_place;
    let mut units: Vec<CalledUnit> = Vec::new();
    for part in parts {
        let listed: Vec<&str> = part
            .rows
            .iter()
            .map(|row| row.delegate)
            .filter(|one| one.state == DelegateState::Listed)
            .filter_map(|one| match one.details.group()? {
                group if is_own_place(group) => one.details.unit_within_group(),
                group => Some(group),
            })
            .collect();
        let served = part.cluster.map_or(&[] as &[String], |cluster| &cluster.details.serves);
        let served: Vec<&str> =
            served.iter().map(|name| name.trim()).filter(|name| !is_own_place(name)).collect();
        for &name in if served.is_empty() { &listed } else { &served } {
            match units.iter_mut().find(|unit| is_same(unit.name, name)) {
                Some(unit) => {
                    unit.cluster = unit.cluster.filter(|one| part.cluster.is_some_and(|own| own.id == one.id))
                }
                None => units.push(CalledUnit { name, cluster: part.cluster, people: 0 }),
            }
        }
        for name in listed {
            if let Some(unit) = units.iter_mut().find(|unit| is_same(unit.name, name)) {
                unit.people += 1;
            }
        }
    }
    units.retain(|unit| !unit.name.is_empty() && !is_own_body(unit.name, dossier));
    units
}

fn is_same(one: &str, other: &str) -> bool {
    one == other || compare_key(one) == compare_key(other)
}

/// Whether a unit is the organisation itself, under its name or a shorter one.
fn is_own_body(unit: &str, dossier: &Dossier) -> bool {
    let own = &dossier.organisation;
    let shortened = || {
        let ((body, place), (own_body, own_place)) = (body_and_place(unit)?, body_and_place(own)?);
        let is_committee = SHORT_COMMITTEES.contains(&fold(body).as_str()) || is_same(body, own_body);
        Some(is_committee && is_same(place, own_place))
    };
    is_same(unit, own) || shortened() == Some(true)
}

/// The body to write to, for a unit: of a place the committee of the Front there.
pub fn body_of(unit: &str, dossier: &Dossier) -> String {
    match committee(unit, dossier) {
        Some(committee) => format!("{committee} {}", letter::unit_in_text(unit)),
        None => unit.to_owned(),
    }
}

/// What the Front is called in a place; `None` for what is no place.
fn committee<'a>(unit: &str, dossier: &'a Dossier) -> Option<&'a str> {
    static KINDS: LazyLock<Beginnings<Kind>> = LazyLock::new(|| {
        unit_words(Use::Sentence).map(|word| (sentence_case(word.word), word.kind)).collect()
    });
    let of_the_front = |body: &&str| {
        let body = fold(body);
        body.contains("mttq") || body.contains("mat tran to quoc")
    };
    let (kind, _) = KINDS.of(unit).find(|(_, name)| name.starts_with(' '))?;
    let own = || body_and_place(&dossier.organisation).map(|(body, _)| body).filter(of_the_front);
    Some(if kind == Kind::Hamlet { OF_A_HAMLET } else { own().unwrap_or(COMMITTEE) })
}

/// What the Front is called in places of a kind, and that kind, with the names of the places; a unit that is no place
/// stands alone.
type Group<'a> = (Option<(&'a str, &'a str)>, Vec<&'a str>);

/// The bodies of all units; places of one kind together: "Ủy ban MTTQ Việt Nam các xã: Tam Đại, Tam An".
pub fn bodies(units: &[CalledUnit], dossier: &Dossier) -> Vec<String> {
    let mut groups: Vec<Group> = Vec::new();
    for unit in units {
        let (kind, name) = letter::kind_and_name(unit.name);
        let key = committee(unit.name, dossier).map(|committee| (committee, kind));
        match groups.iter_mut().find(|(known, _)| key.is_some() && *known == key) {
            Some((_, names)) => names.push(name),
            None => groups.push((key, vec![if key.is_some() { name } else { unit.name }])),
        }
    }
    let said = |(key, names): Group| match (key, names.as_slice()) {
        (Some((committee, kind)), [name]) => format!("{committee} {} {name}", kind.to_lowercase()),
        (Some((committee, kind)), names) => {
            format!("{committee} các {}: {}", kind.to_lowercase(), names.join(", "))
        }
        (None, names) => names.join(", "),
    };
    groups.into_iter().map(said).collect()
}

/// To whom a letter goes: in the middle where that is one, else a point each; dots where nobody is known.
pub fn line(to: &[String]) -> Vec<Block> {
    let alone = |words: &str| vec![Block::Title(vec![TitleLine::Addressed(format!("Kính gửi: {words}"))])];
    match to {
        [] => alone("………………………………………"),
        [one] => alone(&stopped(one, ".")),
        several => {
            let count = several.len();
            let point = |(index, one): (usize, &String)| {
                Paragraph::point("-", stopped(one, if index + 1 == count { "." } else { ";" }))
            };
            let points = several.iter().enumerate().map(point);
            blocks(std::iter::once(Paragraph::text("Kính gửi:")).chain(points)).collect()
        }
    }
}
