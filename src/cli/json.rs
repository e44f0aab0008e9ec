//! The shapes of `--json` output.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::domain::date::DateSpan;
use crate::domain::id::DelegateId;
use crate::domain::own_column::{OwnColumn, OwnKind};
use crate::domain::person_json::PersonJson;
use crate::domain::session::SessionSummary;
use crate::vietnamese::date;

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
    /// What stands in the own columns of the session, by their headings.
    pub(super) own: OwnJson<'a>,
}

/// What stands in own columns of somebody, in the order of the columns: text, or true for yes. Empty ones are left out.
#[derive(Debug)]
pub(super) struct OwnJson<'a> {
    pub(super) columns: &'a [OwnColumn],
    pub(super) delegate: DelegateId,
}

impl Serialize for OwnJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut own = serializer.serialize_map(None)?;
        for column in self.columns {
            match (column.kind, column.value(self.delegate)) {
                (_, None) => {}
                (OwnKind::YesNo, Some(_)) => own.serialize_entry(&column.label, &true)?,
                (_, Some(value)) => own.serialize_entry(&column.label, value.text())?,
            }
        }
        own.end()
    }
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
    put_away: bool,
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
            put_away: session.put_away,
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
