//! `turnout`: the numbers of a sitting where there are no names, and of its guests.

use std::path::Path;

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::{attendance, verbs};
use crate::domain::attendance::turnout::{Numbers, Turnout, Whose};
use crate::domain::id::{SessionId, SittingId};
use crate::locale::Locale;
use crate::sentence::Sentence;

/// What is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) session: SessionId,
    pub(super) cluster: u32,
    /// The Nth sitting of the cluster, by date and half of the day.
    pub(super) sitting: u32,
    pub(super) whose: Whose,
    /// All of them: what is not said is not known.
    pub(super) numbers: Numbers,
    pub(super) json: bool,
}

/// Numbers of a sitting.
#[derive(Serialize)]
pub(super) struct NumbersJson<'a> {
    whose: &'static str,
    /// Of the group or unit.
    name: Option<&'a str>,
    invited: Option<u32>,
    present: Option<u32>,
    excused: Option<u32>,
    absent: Option<u32>,
    about: bool,
}

impl<'a> NumbersJson<'a> {
    fn of(turnout: &'a Turnout) -> Self {
        let Numbers { invited, present, excused, absent, is_about } = turnout.numbers;
        let (whose, name) = (turnout.whose.code(), turnout.whose.name());
        Self { whose, name, invited, present, excused, absent, about: is_about }
    }
}

/// All numbers of a sitting.
pub(super) fn of_sitting(turnout: &[Turnout], sitting: SittingId) -> Vec<NumbersJson<'_>> {
    turnout.iter().filter(|one| one.sitting == sitting).map(NumbersJson::of).collect()
}

/// Writes the numbers down, in the place of those that stood there.
pub(super) fn set(path: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = verbs::open_to_write(path, &mut done.sentences)?;
    let dossier = store.dossier(wanted.session).wait()?;
    let cluster = attendance::cluster(&dossier, wanted.cluster)?;
    let sitting = attendance::sitting(cluster, wanted.sitting)?.id;
    store.set_turnout(wanted.session, sitting, wanted.whose.clone(), wanted.numbers).wait()?;
    // As they stand now: a group or unit by its own name.
    let dossier = store.dossier(wanted.session).wait()?;
    let numbers = of_sitting(&dossier.turnout, sitting);
    if wanted.json {
        done.data = Done::printing_json(&numbers).data;
        return Ok(done);
    }
    let said = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
    for one in numbers {
        let name = one.name.map_or_else(|| locale.text(label(one.whose)), str::to_owned);
        if one.whose == "guests" {
            done.data.push_str(&format!("{name}: {}\n", said(one.present)));
            continue;
        }
        let counts = Sentence::new("cli-turnout")
            .with("invited", said(one.invited))
            .with("present", said(one.present))
            .with("excused", said(one.excused))
            .with("absent", said(one.absent));
        let about = if one.about { format!(" ({})", locale.text("turnout-about")) } else { String::new() };
        done.data.push_str(&format!("{name}: {}{about}\n", locale.say(&counts)));
    }
    Ok(done)
}

/// The sentence for whose numbers they are.
fn label(whose: &str) -> &'static str {
    match whose {
        "guests" => "turnout-guests",
        _ => "turnout-whole",
    }
}
