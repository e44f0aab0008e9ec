//! The shapes of `--json` output.

use serde::Serialize;

use crate::domain::date::DateSpan;
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
