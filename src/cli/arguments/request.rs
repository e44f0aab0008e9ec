//! What a line says, from what clap understood.

use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::Value;

use super::super::{
    attendance, certificates, history, import, marks, person, session, templates, turnout, units,
};
use super::{Export, Request, Verb, of_kinds};
use crate::domain::attendance::turnout::{Numbers, Whose};
use crate::domain::id::{PersonId, SessionId};
use crate::paper::card::Place;
use crate::paper::{Argument, PaperKind, Takes};
use crate::store::HistoryFilter;

/// Reads what clap understood.
pub(in super::super) fn request(matches: &ArgMatches) -> Request {
    Request {
        data: matches.get_one::<PathBuf>("data").cloned(),
        verb: matches.subcommand().map(|(name, matches)| verb(name, matches)),
    }
}

fn verb(name: &str, matches: &ArgMatches) -> Verb {
    // Required arguments are there: clap has refused the line otherwise.
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let number = |name: &str| matches.get_one::<u32>(name).copied();
    let session = || SessionId(i64::from(number("session").unwrap_or_default()));
    match name {
        "sample" => Verb::Sample,
        "sessions" => Verb::Sessions { json: matches.get_flag("json") },
        "import" => Verb::Import(import::Wanted {
            session: session(),
            list: path("LIST"),
            dry_run: matches.get_flag("dry-run"),
            json: matches.get_flag("json"),
            take_doubtful: matches.get_flag("take-doubtful"),
            take_hidden: matches.get_flag("take-hidden"),
            commune: matches.get_one::<String>("commune").cloned(),
        }),
        "list-form" => {
            Verb::ListForm { session: number("session").map(|id| SessionId(i64::from(id))), out: path("out") }
        }
        "session" => match matches.subcommand() {
            Some((_, inner)) => session_verb(inner),
            // Clap refuses the line without one.
            None => Verb::Check,
        },
        "units" => match matches.subcommand() {
            Some((_, inner)) => units_verb(inner),
            // Clap refuses the line without one.
            None => Verb::Check,
        },
        "delegates" => Verb::Delegates { session: session(), json: matches.get_flag("json") },
        "search" => Verb::Search {
            words: matches
                .get_many::<String>("WORDS")
                .map(|words| words.cloned().collect::<Vec<_>>().join(" "))
                .unwrap_or_default(),
            json: matches.get_flag("json"),
        },
        "person" => Verb::Person {
            person: PersonId(i64::from(number("ID").unwrap_or_default())),
            out: matches.get_one::<PathBuf>("out").cloned(),
            json: matches.get_flag("json"),
        },
        "erase" => Verb::Erase(person::Wanted {
            person: PersonId(i64::from(number("person").unwrap_or_default())),
            reason: matches.get_one::<String>("reason").cloned().unwrap_or_default(),
            register: matches.get_flag("register"),
            dry_run: matches.get_flag("dry-run"),
            json: matches.get_flag("json"),
        }),
        "documents" => Verb::Documents { json: matches.get_flag("json") },
        "export" => Verb::Export(Export {
            kind: matches.get_one::<String>("KIND").cloned().unwrap_or_default(),
            session: session(),
            cluster: number("cluster"),
            out: path("out"),
            per_cluster: matches.get_flag("per-cluster"),
            told: of_kinds().filter_map(|(kind, argument)| said(kind, argument, matches)).collect(),
            recipe: matches.get_one::<String>("recipe").cloned(),
            editable: matches.get_flag("editable"),
            contact_sheet: matches.get_flag("contact-sheet"),
        }),
        "recipes" => Verb::Recipes { json: matches.get_flag("json") },
        "mark" => Verb::Mark(attendance::Wanted {
            session: session(),
            cluster: number("cluster"),
            sitting: number("sitting"),
            what: what_to_mark(matches),
            json: matches.get_flag("json"),
        }),
        "marks" => match matches.subcommand() {
            Some((verb, inner)) => marks_verb(verb, inner),
            // Clap refuses the line without one.
            None => Verb::Check,
        },
        "attendance" => Verb::Attendance { session: session(), json: matches.get_flag("json") },
        "completion" => Verb::Completion { session: session(), json: matches.get_flag("json") },
        "certificates" => Verb::Certificates(certificates::wanted(matches)),
        "templates" => Verb::Templates(templates::wanted(matches)),
        "turnout" => Verb::Turnout(turnout_wanted(matches)),
        "undo" => Verb::Undo { json: matches.get_flag("json") },
        "history" => {
            let words = matches.get_one::<String>("search").cloned().unwrap_or_default();
            let filter = HistoryFilter {
                words,
                session: number("session").map(|id| SessionId(i64::from(id))),
                person: number("person").map(|id| PersonId(i64::from(id))),
                kind: None,
            };
            let limit = number("limit").unwrap_or(history::LINES);
            Verb::History(history::Wanted { filter, limit, json: matches.get_flag("json") })
        }
        "check" => Verb::Check,
        "salvage" => Verb::Salvage { out: path("out"), json: matches.get_flag("json") },
        "backup" => Verb::Backup { out: path("out"), force: matches.get_flag("force") },
        _ => Verb::Restore { from: path("FROM") },
    }
}

fn what_to_mark(matches: &ArgMatches) -> attendance::What {
    if matches.get_flag("all-present") {
        return attendance::What::AllPresent;
    }
    if let Some(code) = matches.get_one::<String>("code") {
        return attendance::What::Badge(code.clone());
    }
    let lists = attendance::LISTS.into_iter();
    let lists = lists.filter_map(|(name, status)| Some((status, matches.get_one::<String>(name)?.clone())));
    let lists = lists.collect();
    match matches.get_one::<String>("page") {
        Some(code) => attendance::What::Page(code.clone(), lists),
        None => attendance::What::Numbers(lists),
    }
}

fn turnout_wanted(matches: &ArgMatches) -> turnout::Wanted {
    let number = |name: &str| matches.get_one::<u32>(name).copied();
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let whose = match (text("group"), text("unit")) {
        (Some(group), _) => Whose::Group(group),
        (None, Some(unit)) => Whose::Unit(unit),
        (None, None) if matches.get_flag("guests") => Whose::Guests,
        (None, None) => Whose::Cluster,
    };
    turnout::Wanted {
        // Required arguments are there: clap has refused the line otherwise.
        session: SessionId(i64::from(number("session").unwrap_or_default())),
        cluster: number("cluster").unwrap_or_default(),
        sitting: number("sitting").unwrap_or_default(),
        whose,
        numbers: Numbers {
            invited: number("invited"),
            present: number("present"),
            excused: number("excused"),
            absent: number("absent"),
            is_about: matches.get_flag("about"),
        },
        json: matches.get_flag("json"),
    }
}

fn session_verb(matches: &ArgMatches) -> Verb {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    Verb::AddSession(session::Wanted {
        title: text("title").unwrap_or_default(),
        dates: text("dates"),
        place: text("place"),
        json: matches.get_flag("json"),
    })
}

fn marks_verb(verb: &str, matches: &ArgMatches) -> Verb {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    match verb {
        "export" => {
            let number = |name: &str| matches.get_one::<u32>(name).copied().unwrap_or_default();
            let session = SessionId(i64::from(number("session")));
            Verb::ExportMarks(marks::Export { session, cluster: number("cluster"), out: path("out") })
        }
        _ => Verb::ImportMarks(marks::Import {
            file: path("FILE"),
            open: matches.get_flag("open"),
            dry_run: matches.get_flag("dry-run"),
            json: matches.get_flag("json"),
        }),
    }
}

fn units_verb(matches: &ArgMatches) -> Verb {
    Verb::ImportUnits {
        file: matches.get_one::<PathBuf>("FILE").cloned().unwrap_or_default(),
        manner: units::Manner {
            dry_run: matches.get_flag("dry-run"),
            json: matches.get_flag("json"),
            keep_people: matches.get_flag("keep-people"),
        },
    }
}

/// What was said with an argument of a kind, as it stands in its options.
fn said(kind: PaperKind, argument: &Argument, matches: &ArgMatches) -> Option<(PaperKind, Place, Value)> {
    let value = match argument.takes {
        Takes::Nothing => Value::from(matches.get_flag(argument.name).then_some(true)?),
        Takes::Number(_) => Value::from(*matches.get_one::<u32>(argument.name)?),
        Takes::Word(words) => {
            let said = matches.get_one::<String>(argument.name)?;
            Value::from(words.iter().find(|(word, _)| word == said)?.1)
        }
    };
    Some((kind, Place::new(argument.place), value))
}
