//! `list-form`: the empty list that is sent to the communes.

use std::path::Path;

use super::answer::{Done, Refusal};
use crate::domain::id::SessionId;
use crate::export::file;
use crate::list_form::list_form;
use crate::sentence::Sentence;
use crate::store::{Access, Store};

/// Writes the form with the title of a session.
pub(super) fn of_session(data: &Path, session: SessionId, out: &Path) -> Result<Done, Refusal> {
    let dossier = Store::open(data, Access::Read)?.dossier(session).wait()?;
    write(Some(&dossier.session.details.title), out)
}

/// Writes the form.
pub(super) fn write(session: Option<&str>, out: &Path) -> Result<Done, Refusal> {
    let name = out.display().to_string();
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
        return Err(Refusal(Sentence::new("cli-unknown-format").with("file", name).with("endings", ".xlsx")));
    }
    let form = list_form(session).map_err(|error| {
        let refused = Sentence::new("window-write-failed").with("file", name.clone());
        Refusal(refused.with("reason", error.to_string()))
    })?;
    file::write(out, &form).map_err(Refusal)?;
    Ok(Done::saying(Sentence::new("cli-list-form").with("file", name)))
}
