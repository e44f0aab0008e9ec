//! Everything that is held on one person, and its erasure.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::table::table;
use super::verbs;
use crate::backup::{holding, place};
use crate::domain::erasure::{Erasure, HeldIn, Whom, Wish};
use crate::domain::id::PersonId;
use crate::export;
use crate::locale::Locale;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::{Access, Store};

/// Shows what is held on a person, or writes it into an Excel file.
pub(super) fn show(
    path: &Path,
    person: PersonId,
    out: Option<&Path>,
    json: bool,
    locale: &Locale,
) -> Result<Done, Refusal> {
    let held = Store::open(path, Access::Read)?.held_on(person).wait()?;
    match (out, json) {
        (Some(out), _) => {
            let book = export::person::workbook(&held, locale).map_err(|error| {
                Refusal(
                    Sentence::new("paper-write-failed")
                        .with("file", out.display().to_string())
                        .with("reason", error.to_string()),
                )
            })?;
            export::file::write(out, &book).map_err(Refusal)?;
            let mut done =
                Done::saying(Sentence::new("cli-held-written").with("file", out.display().to_string()));
            done.sentences.extend(export::person::contents(&held));
            Ok(done)
        }
        (None, true) => Ok(Done::printing_json(&held)),
        (None, false) => {
            let titles = ["held-part", "held-item", "held-content", "held-when"].map(|id| locale.text(id));
            Ok(Done::printing(table(&titles, &export::person::rows(&held, locale))))
        }
    }
}

/// What was asked for with `erase`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) person: PersonId,
    pub(super) reason: String,
    pub(super) register: bool,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

/// An erasure in JSON: counts, and where texts may name the person.
#[derive(Serialize)]
struct ErasureJson {
    people: usize,
    delegates: usize,
    taken_off: usize,
    guests: usize,
    lists_fixed: usize,
    kept_fields: usize,
    labels: usize,
    steps: usize,
    remembered: usize,
    certificates: usize,
    certificates_erased: usize,
    mentions: Vec<MentionJson>,
    copies: Vec<PathBuf>,
}

#[derive(Serialize)]
struct MentionJson {
    place: String,
    around: String,
}

/// The backups in the usual folder that hold them.
fn in_backups(path: &Path, uids: &[String]) -> Vec<HeldIn> {
    let Some(folder) = place::usual(path, &place::drives()) else { return Vec::new() };
    let found = holding::holding(&folder, None, uids, &Progress::default()).holds.into_iter();
    found.map(|entry| HeldIn { file: entry.path, made_at: Some(entry.about.made_at) }).collect()
}

/// Erases what is held on a person, or says what that would do.
pub(super) fn erase(path: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    let mut done = Done::default();
    let store = verbs::open_to_write(path, &mut done.sentences)?;
    let whom = Whom::Person(wanted.person);
    let wish = Wish { whom, reason: wanted.reason.clone(), register: wanted.register };
    let mut copies = store.copies_holding(whom).wait()?;
    copies.extend(in_backups(path, &store.uids_of(whom).wait()?));
    let erasure = match wanted.dry_run {
        true => store.preview_erasure(wish).wait()?,
        false => {
            let (erasure, left) = store.erase(wish).wait()?;
            if let Some(error) = left {
                done.sentences
                    .push(Sentence::new("erase-not-swept").with("reason", locale.say(&error.explain())));
                done.is_bad_news = true;
            }
            erasure
        }
    };
    if wanted.json {
        let mentions = erasure.mentions.iter();
        let mentions = mentions
            .map(|one| MentionJson { place: locale.say(&one.place), around: one.around.clone() })
            .collect();
        let copies = copies.into_iter().map(|one| one.file).collect();
        done.data = Done::printing_json(&ErasureJson::new(&erasure, mentions, copies)).data;
        return Ok(done);
    }
    done.sentences.push(Sentence::new(if wanted.dry_run { "cli-would-erase" } else { "cli-erased" }));
    done.sentences.extend(erasure.sentences());
    done.sentences.extend(erasure.mentions.iter().map(|one| one.sentence(locale.say(&one.place))));
    done.sentences.extend(
        copies
            .into_iter()
            .map(|one| Sentence::new("erase-copy").with("file", one.file.display().to_string())),
    );
    Ok(done)
}

impl ErasureJson {
    fn new(erasure: &Erasure, mentions: Vec<MentionJson>, copies: Vec<PathBuf>) -> Self {
        Self {
            people: erasure.people,
            delegates: erasure.delegates,
            taken_off: erasure.taken_off,
            guests: erasure.guests,
            lists_fixed: erasure.lists_fixed,
            kept_fields: erasure.kept_fields,
            labels: erasure.labels,
            steps: erasure.steps,
            remembered: erasure.remembered,
            certificates: erasure.certificates,
            certificates_erased: erasure.certificates_erased,
            mentions,
            copies,
        }
    }
}
