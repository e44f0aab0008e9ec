//! The verbs and their arguments, described in the user's language.

mod command;
mod parts;
mod request;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::Value;

use super::{attendance, certificates, history, import, marks, person, session, templates, turnout, units};
use crate::domain::id::{PersonId, SessionId};
use crate::locale::Language;
use crate::paper::card::Place;
use crate::paper::{Argument, PaperKind, Takes};
pub(super) use command::command;
pub(super) use request::request;

/// What the user asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// The data file named by `--data`.
    pub(super) data: Option<PathBuf>,
    /// The verb; `None` for the bare program.
    pub(super) verb: Option<Verb>,
}

/// One verb with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verb {
    Sample,
    Sessions { json: bool },
    AddSession(session::Wanted),
    Import(import::Wanted),
    ImportUnits { file: PathBuf, manner: units::Manner },
    ListForm { session: Option<SessionId>, out: PathBuf },
    Delegates { session: SessionId, json: bool },
    Search { words: String, json: bool },
    Person { person: PersonId, out: Option<PathBuf>, json: bool },
    Erase(person::Wanted),
    Documents { json: bool },
    Recipes { json: bool },
    Mark(attendance::Wanted),
    Attendance { session: SessionId, json: bool },
    Completion { session: SessionId, json: bool },
    Certificates(certificates::Wanted),
    Templates(templates::Wanted),
    Turnout(turnout::Wanted),
    ExportMarks(marks::Export),
    ImportMarks(marks::Import),
    Export(Export),
    Undo { json: bool },
    History(history::Wanted),
    Check,
    Backup { out: PathBuf, force: bool },
    Restore { from: PathBuf },
    Salvage { out: PathBuf, json: bool },
}

/// Which paper of which session, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Export {
    pub(super) kind: String,
    pub(super) session: SessionId,
    pub(super) cluster: Option<u32>,
    pub(super) out: PathBuf,
    pub(super) per_cluster: bool,
    /// What is said of the options of kinds.
    pub(super) told: Vec<(PaperKind, Place, Value)>,
    pub(super) recipe: Option<String>,
    pub(super) editable: bool,
    /// Pages of it on one picture instead.
    pub(super) contact_sheet: bool,
}

/// The language asked for by `--lang`, before anything else is understood:
/// sentences about wrong usage are in it, too.
pub(super) fn language(words: &[OsString]) -> Language {
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        let tag = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        if let Some(language) = tag.and_then(Language::from_tag) {
            return language;
        }
    }
    Language::default()
}

/// What can be said of the options of kinds.
fn of_kinds() -> impl Iterator<Item = (PaperKind, &'static Argument)> {
    PaperKind::ALL.into_iter().flat_map(|kind| kind.about().arguments.iter().map(move |one| (kind, one)))
}

/// The largest number that an option of a kind takes, by the option as it is written.
pub(super) fn most_of(option: &str) -> Option<i64> {
    let name = option.strip_prefix("--")?.split(' ').next()?;
    of_kinds().find_map(|(_, argument)| match argument.takes {
        Takes::Number(most) if argument.name == name => Some(most),
        _ => None,
    })
}

/// What a line lacks though clap took it: an argument that may stand on either side of a verb cannot be demanded of it.
pub(super) fn lacking(matches: &ArgMatches) -> Option<&'static str> {
    let (name, inner) = matches.subcommand()?;
    (name == "certificates" && certificates::lacks_session(inner)).then_some("--session <N>")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    fn parse(line: &str) -> Result<Request, clap::error::ErrorKind> {
        let locale = Locale::new(Language::Vietnamese);
        let words = std::iter::once("taphuan").chain(line.split_whitespace());
        command(&locale)
            .try_get_matches_from(words)
            .map(|found| request(&found))
            .map_err(|error| error.kind())
    }

    #[test]
    fn the_command_is_well_formed() {
        for language in [Language::Vietnamese, Language::English] {
            command(&Locale::new(language)).debug_assert();
        }
    }

    #[test]
    fn the_data_file_may_stand_before_or_after_the_verb() {
        let expected = Request { data: Some("a.taphuan".into()), verb: Some(Verb::Sessions { json: true }) };
        assert_eq!(parse("--data a.taphuan sessions --json").as_ref(), Ok(&expected));
        assert_eq!(parse("sessions --json --data a.taphuan").as_ref(), Ok(&expected));
    }

    #[test]
    fn units_come_from_a_file_and_nothing_else_is_done_with_them() {
        let manner = units::Manner { dry_run: true, json: false, keep_people: false };
        let expected = Verb::ImportUnits { file: "a.csv".into(), manner };
        assert_eq!(parse("units import a.csv --dry-run").expect("parsed").verb, Some(expected));
        assert!(parse("units").is_err());
        assert!(parse("units import").is_err());
    }

    #[test]
    fn a_session_needs_a_title_and_nothing_else() {
        let wanted = |dates: Option<&str>| {
            let dates = dates.map(str::to_owned);
            Some(Verb::AddSession(session::Wanted { title: "Lớp".into(), dates, place: None, json: false }))
        };
        assert_eq!(parse("session add --title Lớp").expect("parsed").verb, wanted(None));
        let with_dates = parse("session add --title Lớp --dates 25-27/9/2026").expect("parsed");
        assert_eq!(with_dates.verb, wanted(Some("25-27/9/2026")));
        assert!(parse("session").is_err());
        assert!(parse("session add --dates 9/2026").is_err());
    }

    #[test]
    fn a_list_form_needs_a_place_and_may_be_for_a_session() {
        let wanted = |session| Some(Verb::ListForm { session, out: "a.xlsx".into() });
        assert_eq!(parse("list-form --out a.xlsx").expect("parsed").verb, wanted(None));
        let of_session = parse("list-form --out a.xlsx --session 2").expect("parsed");
        assert_eq!(of_session.verb, wanted(Some(SessionId(2))));
        assert!(parse("list-form").is_err());
    }

    #[test]
    fn several_words_are_searched_together() {
        let found = parse("search nguyen van binh").expect("parsed");
        assert_eq!(found.verb, Some(Verb::Search { words: "nguyen van binh".into(), json: false }));
    }

    #[test]
    fn the_language_is_known_before_the_rest() {
        let words = |line: &str| line.split_whitespace().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&words("sessions --lang en --nonsense")), Language::English);
        assert_eq!(language(&words("--lang=en")), Language::English);
        assert_eq!(language(&words("--lang")), Language::Vietnamese);
    }
}
