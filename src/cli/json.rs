//! The shapes of `--json` output.

use serde::Serialize;

use crate::domain::date::DateSpan;
use crate::domain::person::{Gender, PersonDetails};
use crate::domain::session::SessionSummary;
use crate::vietnamese::date;

/// A person as every list prints one. Missing values are `null`, never absent.
#[derive(Debug, Serialize)]
pub(super) struct PersonJson<'a> {
    full_name: &'a str,
    gender: Option<Gender>,
    birth_year: Option<i16>,
    /// Only a full date, ISO 8601.
    birth_date: Option<String>,
    position: Option<&'a str>,
    unit: Option<&'a str>,
    phone: Option<&'a str>,
}

impl<'a> From<&'a PersonDetails> for PersonJson<'a> {
    fn from(person: &'a PersonDetails) -> Self {
        Self {
            full_name: &person.full_name,
            gender: person.gender,
            birth_year: person.birth.and_then(|birth| birth.year()),
            birth_date: person.birth.and_then(|birth| birth.calendar()).map(|day| day.to_string()),
            position: person.position.as_deref(),
            unit: person.unit.as_deref(),
            phone: person.phone.as_deref(),
        }
    }
}

/// A session that was added.
#[derive(Debug, Serialize)]
pub(super) struct AddedSessionJson<'a> {
    pub(super) id: i64,
    pub(super) title: &'a str,
}

/// A delegate: the person's fields and the number of the cluster.
#[derive(Debug, Serialize)]
pub(super) struct DelegateJson<'a> {
    #[serde(flatten)]
    pub(super) person: PersonJson<'a>,
    pub(super) cluster: Option<u32>,
}

/// A person of the registry.
#[derive(Debug, Serialize)]
pub(super) struct FoundJson<'a> {
    pub(super) id: i64,
    #[serde(flatten)]
    pub(super) person: PersonJson<'a>,
}

/// A session in the list of sessions.
#[derive(Debug, Serialize)]
pub(super) struct SessionJson<'a> {
    id: i64,
    title: &'a str,
    /// As papers print it: "25/9–07/10/2020".
    dates: Option<String>,
    /// EDTF: `2020-09-25/2020-10-07`.
    edtf: Option<DateSpan>,
    delegates: u32,
    clusters: u32,
}

impl<'a> From<&'a SessionSummary> for SessionJson<'a> {
    fn from(session: &'a SessionSummary) -> Self {
        Self {
            id: session.id.0,
            title: &session.title,
            dates: session.dates.map(date::span_short),
            edtf: session.dates,
            delegates: session.delegates,
            clusters: session.clusters,
        }
    }
}

/// A kind of paper.
#[derive(Debug, Serialize)]
pub(super) struct DocumentJson {
    pub(super) id: &'static str,
    pub(super) name: String,
    pub(super) formats: Vec<&'static str>,
}
