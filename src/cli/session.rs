//! Making a session.

use std::path::Path;

use super::answer::{Done, Refusal};
use super::json::AddedSessionJson;
use super::verbs;
use crate::domain::date::{DateError, DateSpan};
use crate::domain::session::SessionDetails;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::date::{parse_span, span_short};

/// What is said of a session that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) title: String,
    /// From when to when, as it was typed.
    pub(super) dates: Option<String>,
    pub(super) place: Option<String>,
    pub(super) json: bool,
}

/// Adds a session, as the window's dialog does, and prints its id.
pub(super) fn add(path: &Path, wanted: &Wanted) -> Result<Done, Refusal> {
    let details = SessionDetails {
        title: wanted.title.clone(),
        dates: wanted.dates.as_deref().map(read_dates).transpose()?,
        venue: wanted.place.clone(),
        ..SessionDetails::default()
    };
    let mut done = Done::default();
    let store = verbs::open_to_write(path, &mut done.sentences)?;
    let id = store.start_session(details, None).wait()?;
    // As it is kept: entering cleans what was typed.
    let kept = store.dossier(id).wait()?.session.details;
    let printed = match wanted.json {
        true => Done::printing_json(&AddedSessionJson { id: id.0, title: &kept.title }),
        false => Done::printing(format!("{id}\n")),
    };
    done.data = printed.data;
    done.sentences.push(told(&kept));
    Ok(done)
}

/// The dates are told as they were understood.
fn told(kept: &SessionDetails) -> Sentence {
    let title = kept.title.clone();
    match kept.dates {
        Some(dates) => {
            Sentence::new("cli-session-added-on").with("title", title).with("dates", span_short(dates))
        }
        None => Sentence::new("cli-session-added").with("title", title),
    }
}

fn read_dates(typed: &str) -> Result<DateSpan, Refusal> {
    parse_span(typed).map_err(|error| match error {
        DateError::Form => Refusal(Sentence::new("cli-dates-form").with("given", typed)),
        error => Refusal(error.explain()),
    })
}
