//! The short verbs: look at the file, keep it safe.

use std::path::Path;
use std::time::Duration;

use super::answer::{Done, Refusal};
use super::json::{DelegateJson, DocumentJson, FoundJson, OwnJson, SessionJson};
use super::table::table;
use crate::backup;
use crate::domain::id::SessionId;
use crate::domain::person::{Gender, PersonDetails};
use crate::domain::person_field::{Holds, PersonField};
use crate::domain::person_json::PersonJson;
use crate::locale::Locale;
use crate::paper::PaperKind;
use crate::progress::Progress;
use crate::sample;
use crate::sentence::Sentence;
use crate::store::{Access, BackupManner, Operation, Store, salvage};
use crate::vietnamese::date;

/// Makes the sample sessions, in a new file or beside what is there.
pub(super) fn sample(path: &Path) -> Result<Done, Refusal> {
    let file = path.display().to_string();
    let mut done = Done::default();
    let made = make_sample(path, &mut done.sentences)?;
    done.sentences.push(match made {
        0 => Sentence::new("cli-sample-there").with("file", file),
        count => Sentence::new("cli-made-sample").with("file", file).with("count", count),
    });
    Ok(done)
}

/// How long a verb waits for another that writes: several may be started at once.
const PATIENCE: Duration = Duration::from_secs(10);

/// Opens a file for writing, and tells when that upgraded it.
pub(super) fn open_to_write(path: &Path, sentences: &mut Vec<Sentence>) -> Result<Store, Refusal> {
    let store = Store::open_waiting(path, Access::Write, PATIENCE)?;
    if let Some(copy) = store.upgrade_copy() {
        sentences.push(Sentence::new("cli-upgraded").with("file", copy.display().to_string()));
    }
    Ok(store)
}

/// Does something in a file opened for writing. That this upgraded it is told before what was done.
pub(super) fn write_in(
    path: &Path,
    work: impl FnOnce(&Store) -> Result<Done, Refusal>,
) -> Result<Done, Refusal> {
    let mut told = Vec::new();
    let store = open_to_write(path, &mut told)?;
    let mut done = work(&store)?;
    done.sentences.splice(0..0, told);
    Ok(done)
}

/// Returns how many sessions were made: 0 when the samples are there already.
pub(super) fn make_sample(path: &Path, sentences: &mut Vec<Sentence>) -> Result<usize, Refusal> {
    let blueprints = sample::blueprints()
        .map_err(|error| Refusal(Sentence::new("cli-sample-broken").with("detail", error.to_string())))?;
    let is_new = !path.exists();
    let store = if is_new { Store::create(path)? } else { open_to_write(path, sentences)? };
    if store.sessions().wait()?.iter().any(|session| session.is_sample) {
        return Ok(0);
    }
    match store.plant(Operation::new(Sentence::new("operation-sample")), blueprints).wait() {
        Ok(sessions) => Ok(sessions.len()),
        Err(error) => {
            if is_new {
                // Nobody asked for an empty file.
                store.discard();
            }
            Err(error.into())
        }
    }
}

/// Lists the sessions.
pub(super) fn sessions(path: &Path, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let sessions = Store::open(path, Access::Read)?.sessions().wait()?;
    if json {
        return Ok(Done::printing_json(&sessions.iter().map(SessionJson::from).collect::<Vec<_>>()));
    }
    if sessions.is_empty() {
        return Ok(Done::saying(Sentence::new("cli-no-sessions").with("file", path.display().to_string())));
    }
    let rows: Vec<Vec<String>> = sessions
        .iter()
        .map(|session| {
            let dates = session.dates.map(date::span_short).unwrap_or_default();
            let title = match session.put_away {
                true => format!("{} ({})", session.title, locale.text("window-put-away")),
                false => session.title.clone(),
            };
            vec![session.id.to_string(), dates, session.delegates.to_string(), title]
        })
        .collect();
    let headings = ["cli-column-id", "cli-column-dates", "cli-column-delegates", "cli-column-title"];
    Ok(Done::printing(table(&headings.map(|id| locale.text(id)), &rows)))
}

/// Lists the delegates of a session in Vietnamese name order.
pub(super) fn delegates(
    path: &Path,
    session: SessionId,
    json: bool,
    locale: &Locale,
) -> Result<Done, Refusal> {
    let store = Store::open(path, Access::Read)?;
    let dossier = store.dossier(session).wait()?;
    let number = |cluster| dossier.clusters.iter().find(|one| Some(one.id) == cluster).map(|one| one.number);
    let listed =
        dossier.delegates.iter().filter(|one| one.state == crate::domain::delegate::DelegateState::Listed);
    if json {
        let people: Vec<_> = listed
            .map(|one| DelegateJson {
                person: PersonJson(&one.details),
                cluster: number(one.cluster),
                own: OwnJson { columns: &dossier.own_columns, delegate: one.id },
            })
            .collect();
        return Ok(Done::printing_json(&people));
    }
    let rows: Vec<_> = listed
        .map(|one| {
            let cluster = number(one.cluster).map(|number| number.to_string()).unwrap_or_default();
            person_row(&one.details, locale).into_iter().chain([cluster]).collect()
        })
        .collect();
    let mut headings = person_headings(locale);
    headings.push(locale.text("cli-column-cluster"));
    Ok(Done::printing(table(&headings, &rows)))
}

/// Finds people.
pub(super) fn search(path: &Path, words: &str, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let store = Store::open(path, Access::Read)?;
    let ids = store.search(words).wait()?;
    let people = store.people(ids).wait()?;
    if json {
        let people: Vec<_> =
            people.iter().map(|(id, person)| FoundJson { id: id.0, person: PersonJson(person) }).collect();
        return Ok(Done::printing_json(&people));
    }
    if people.is_empty() {
        return Ok(Done::saying(Sentence::new("cli-nobody-found").with("words", words)));
    }
    let rows: Vec<_> = people.iter().map(|(_, person)| person_row(person, locale)).collect();
    Ok(Done::printing(table(&person_headings(locale), &rows)))
}

fn person_headings(locale: &Locale) -> Vec<String> {
    PersonField::printed().map(|(_, heading)| locale.text(heading)).collect()
}

fn person_row(person: &PersonDetails, locale: &Locale) -> Vec<String> {
    let cell = |field: PersonField| match field.about().holds {
        Holds::Gender => match person.gender {
            Some(Gender::Male) => locale.text("cli-male"),
            Some(Gender::Female) => locale.text("cli-female"),
            None => String::new(),
        },
        Holds::Birth => person.birth.map(date::short).unwrap_or_default(),
        _ => field.text(person).to_owned(),
    };
    PersonField::printed().map(|(field, _)| cell(field)).collect()
}

/// Lists the kinds of paper.
pub(super) fn documents(json: bool, locale: &Locale) -> Done {
    let kinds: Vec<DocumentJson> = PaperKind::ALL
        .iter()
        .map(|kind| DocumentJson {
            id: kind.id(),
            name: locale.text(kind.about().label),
            formats: kind.about().formats.iter().map(|format| format.extension()).collect(),
        })
        .collect();
    if json {
        return Done::printing_json(&kinds);
    }
    let rows: Vec<_> =
        kinds.into_iter().map(|kind| vec![kind.id.to_owned(), kind.formats.join(", "), kind.name]).collect();
    let headings = ["cli-column-kind", "cli-column-formats", "cli-column-paper"].map(|id| locale.text(id));
    Done::printing(table(&headings, &rows))
}

/// Looks for damage. Damage is exit code 1.
pub(super) fn check(path: &Path) -> Result<Done, Refusal> {
    let report = Store::open(path, Access::Read)?.check().wait()?;
    let file = path.display().to_string();
    let sentence = match (report.first(), &report.written_elsewhere) {
        (None, _) => return Ok(Done::saying(Sentence::new("cli-sound").with("file", file))),
        (Some(_), Some(_))
            if !report.is_sound() && report.is_whole() && report.altered.len() == report.findings() =>
        {
            Sentence::new("cli-altered").with("file", file).with("count", report.altered.len())
        }
        (Some(finding), _) => Sentence::new("cli-unsound").with("file", file).with("finding", finding),
    };
    Ok(Done { is_bad_news: true, ..Done::saying(sentence) })
}

/// Makes a backup. What a file tells that can still be copied is said.
pub(super) fn backup(path: &Path, out: &Path, force: bool) -> Result<Done, Refusal> {
    let report = Store::open(path, Access::Read)?.backup(out, BackupManner { force }).wait()?;
    let mut done = Done::saying(Sentence::new("cli-backed-up").with("file", out.display().to_string()));
    if let Some(finding) = report.first() {
        let file = path.display().to_string();
        done.sentences.push(Sentence::new("cli-unsound").with("file", file).with("finding", finding));
    }
    Ok(done)
}

/// Saves what can be read of a damaged file into a new one. What is missing in that is said, and is no
/// failure of the verb.
pub(super) fn salvage(path: &Path, out: &Path, json: bool) -> Result<Done, Refusal> {
    let report = salvage::salvage(path, out, &Progress::default())?;
    let mut done = if json { Done::printing_json(&report) } else { Done::default() };
    let named = Sentence::new("cli-salvaged").with("file", path.display().to_string());
    done.sentences.push(named.with("out", out.display().to_string()));
    done.sentences.extend(report.sentences());
    Ok(done)
}

/// Replaces the data file by a backup and keeps the replaced one.
pub(super) fn restore(path: &Path, from: &Path) -> Result<Done, Refusal> {
    let kept = backup::restore(path, from)?;
    let mut done = Done::saying(
        Sentence::new("cli-restored")
            .with("file", path.display().to_string())
            .with("from", from.display().to_string()),
    );
    if let Some(kept) = kept {
        done.sentences.push(Sentence::new("cli-restored-kept").with("kept", kept.display().to_string()));
    }
    Ok(done)
}
