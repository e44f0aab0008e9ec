//! `certificates`: numbers issued, listed, voided, withdrawn, issued again, and verified by their codes.

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use super::answer::{Done, Refusal};
use super::table::table;
use super::verbs::write_in;
use crate::domain::certificate::check_code::CheckCode;
use crate::domain::certificate::register::{RegisterLine, RegisterQuery, find};
use crate::domain::certificate::reissue::{Loss, Reissue};
use crate::domain::certificate::verify::Verdict;
use crate::domain::date::FuzzyDate;
use crate::domain::id::SessionId;
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, Store};
use crate::vietnamese::date::{parse_typed, short};

/// How the verb is written.
pub(super) const USAGE: &str = "[--session N] (issue [--ahead] | list | void NUMBER --reason TEXT | withdraw NUMBER --reason TEXT | reissue NUMBER --reason TEXT [--lost|--damaged [--applied DATE]] | verify CODE) [--json]";

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    session: Option<SessionId>,
    json: bool,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Issue { ahead: bool },
    List,
    Void { number: String, reason: String },
    Withdraw { number: String, reason: String },
    Reissue { number: String, reason: String, loss: Option<Loss>, applied: Option<String> },
    Verify { code: String },
}

/// The verb as clap knows it; what the session is and how is told stands before or after what is to be done.
pub(super) fn command(verb: Command, dressed: impl Fn(Command) -> Command, locale: &Locale) -> Command {
    let text = |id: &str| locale.text(id);
    let inner = |name: &'static str, usage: &str, about: &str| {
        let usage = format!("taphuan [--data FILE] certificates {usage}");
        dressed(Command::new(name).about(text(about)).override_usage(usage))
    };
    let number = || Arg::new("NUMBER").help(text("cli-value-certificate")).required(true);
    let reason = || {
        Arg::new("reason")
            .long("reason")
            .value_name("TEXT")
            .help(text("cli-option-certificate-reason"))
            .required(true)
    };
    let flag = |name: &'static str, help: &str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(text(help))
    };
    verb.subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text("cli-verbs-heading"))
        .arg(
            Arg::new("session")
                .long("session")
                .value_name("N")
                .value_parser(clap::value_parser!(u32))
                .help(text("cli-option-session"))
                .global(true),
        )
        .arg(flag("json", "cli-option-json").global(true))
        .subcommand(
            inner("issue", "--session N issue [--ahead] [--json]", "cli-verb-certificates-issue")
                .arg(flag("ahead", "cli-option-ahead")),
        )
        .subcommand(inner("list", "[--session N] list [--json]", "cli-verb-certificates-list"))
        .subcommand(
            inner("void", "[--session N] void NUMBER --reason TEXT [--json]", "cli-verb-certificates-void")
                .arg(number())
                .arg(reason()),
        )
        .subcommand(
            inner(
                "withdraw",
                "[--session N] withdraw NUMBER --reason TEXT [--json]",
                "cli-verb-certificates-withdraw",
            )
            .arg(number())
            .arg(reason()),
        )
        .subcommand(
            inner(
                "reissue",
                "[--session N] reissue NUMBER --reason TEXT [--lost|--damaged [--applied DATE]] [--json]",
                "cli-verb-certificates-reissue",
            )
            .arg(number())
            .arg(reason())
            .arg(flag("lost", "cli-option-lost").conflicts_with("damaged"))
            .arg(flag("damaged", "cli-option-damaged"))
            .arg(Arg::new("applied").long("applied").value_name("DATE").help(text("cli-option-applied"))),
        )
        .subcommand(
            inner("verify", "verify CODE [--json]", "cli-verb-certificates-verify")
                .arg(Arg::new("CODE").help(text("cli-value-check-code")).num_args(1..).required(true)),
        )
}

/// Whether a line lacks the session without which nothing is issued.
pub(super) fn lacks_session(matches: &ArgMatches) -> bool {
    matches
        .subcommand()
        .is_some_and(|(name, inner)| name == "issue" && inner.get_one::<u32>("session").is_none())
}

/// Reads what clap understood.
pub(super) fn wanted(matches: &ArgMatches) -> Wanted {
    // Clap refuses the line without one.
    let (name, inner) = matches.subcommand().unwrap_or(("list", matches));
    // Required arguments are there, for the same reason.
    let text = |name: &str| inner.get_one::<String>(name).cloned().unwrap_or_default();
    let numbered = || (text("NUMBER"), text("reason"));
    let what = match name {
        "issue" => What::Issue { ahead: inner.get_flag("ahead") },
        "void" => {
            let (number, reason) = numbered();
            What::Void { number, reason }
        }
        "withdraw" => {
            let (number, reason) = numbered();
            What::Withdraw { number, reason }
        }
        "reissue" => {
            let (number, reason) = numbered();
            let loss = match (inner.get_flag("lost"), inner.get_flag("damaged")) {
                (true, _) => Some(Loss::Lost),
                (_, true) => Some(Loss::Damaged),
                _ => None,
            };
            What::Reissue { number, reason, loss, applied: inner.get_one::<String>("applied").cloned() }
        }
        "verify" => {
            let words = inner.get_many::<String>("CODE").into_iter().flatten().cloned();
            What::Verify { code: words.collect::<Vec<_>>().join(" ") }
        }
        _ => What::List,
    };
    let session = inner.get_one::<u32>("session").map(|id| SessionId(i64::from(*id)));
    Wanted { session, json: inner.get_flag("json"), what }
}

#[derive(Serialize)]
struct LineJson<'a> {
    number: &'a str,
    name: &'a str,
    /// "numbered", "printed", "handed_out", "voided", "withdrawn".
    state: &'static str,
    series: &'a str,
    /// Null for numbers of before the program.
    code: Option<String>,
    session: Option<i64>,
    date: Option<String>,
    reissued_as: Option<&'a str>,
}

impl<'a> From<&'a RegisterLine> for LineJson<'a> {
    fn from(line: &'a RegisterLine) -> Self {
        Self {
            number: &line.printed_number,
            name: &line.copy.name,
            state: line.state.code(),
            series: &line.series,
            code: line.code.map(|code| code.to_string()),
            session: line.session.map(|id| id.0),
            date: line.date.map(|date| date.to_string()),
            reissued_as: line.reissued_as.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct IssuedJson<'a> {
    issued: usize,
    certificates: Vec<LineJson<'a>>,
}

#[derive(Serialize)]
struct VerdictJson<'a> {
    /// "valid", "voided", "withdrawn", "unknown".
    verdict: &'static str,
    certificate: Option<LineJson<'a>>,
    ended_at: Option<&'a str>,
    reason: Option<&'a str>,
    reissued_as: Option<&'a str>,
}

/// Does what is asked.
pub(super) fn perform(path: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    match &wanted.what {
        What::Issue { ahead } => write_in(path, |store| issue(store, wanted, *ahead)),
        What::List => list(path, wanted, locale),
        What::Void { number, reason } => write_in(path, |store| {
            let line = line(store, wanted.session, number)?;
            store.void_certificate(line.id, reason.clone()).wait()?;
            changed(store, &line, wanted, "cli-certificate-voided")
        }),
        What::Withdraw { number, reason } => write_in(path, |store| {
            let line = line(store, wanted.session, number)?;
            store.withdraw_certificate(line.id, reason.clone()).wait()?;
            changed(store, &line, wanted, "cli-certificate-withdrawn")
        }),
        What::Reissue { number, reason, loss, applied } => {
            let application = applied.as_deref().map(parse_typed).transpose();
            let application = application.map_err(crate::domain::mistake::Mistake::from)?;
            let how = how(reason, *loss, application);
            write_in(path, |store| {
                let line = line(store, wanted.session, number)?;
                let id = store.reissue_certificate(line.id, how).wait()?;
                let all = store
                    .register(RegisterQuery { session: line.session, ..RegisterQuery::default() })
                    .wait()?;
                let new = all.iter().find(|one| one.id == id).unwrap_or(&line);
                if wanted.json {
                    return Ok(Done::printing_json(&LineJson::from(new)));
                }
                let said = Sentence::new("cli-certificate-reissued")
                    .with("number", line.printed_number.clone())
                    .with("new", new.printed_number.clone())
                    .with("name", new.copy.name.clone());
                Ok(Done::saying(said))
            })
        }
        What::Verify { code } => verify(path, code, wanted.json),
    }
}

fn how(reason: &str, loss: Option<Loss>, application: Option<FuzzyDate>) -> Reissue {
    match loss {
        Some(loss) => Reissue::Applied { loss, application, reason: Some(reason.to_owned()) },
        None => Reissue::OfficeError { reason: reason.to_owned() },
    }
}

/// The line that a number means.
fn line(store: &Store, session: Option<SessionId>, number: &str) -> Result<RegisterLine, Refusal> {
    let lines = store.register(RegisterQuery { session, ..RegisterQuery::default() }).wait()?;
    Ok(find(&lines, number).cloned()?)
}

fn changed(store: &Store, line: &RegisterLine, wanted: &Wanted, said: &'static str) -> Result<Done, Refusal> {
    if wanted.json {
        let query =
            RegisterQuery { session: line.session, book: Some(line.book), ..RegisterQuery::default() };
        let lines = store.register(query).wait()?;
        let now = lines.iter().find(|one| one.id == line.id).unwrap_or(line);
        return Ok(Done::printing_json(&LineJson::from(now)));
    }
    let said =
        Sentence::new(said).with("number", line.printed_number.clone()).with("name", line.copy.name.clone());
    Ok(Done::saying(said))
}

fn issue(store: &Store, wanted: &Wanted, ahead: bool) -> Result<Done, Refusal> {
    // The line was refused without one.
    let session = wanted.session.unwrap_or(SessionId(0));
    let query = || RegisterQuery { session: Some(session), ..RegisterQuery::default() };
    let before: Vec<_> = store.register(query()).wait()?.iter().map(|line| line.id).collect();
    let issued = match ahead {
        true => store.issue_certificates_ahead(session).wait()?,
        false => store.issue_certificates(session).wait()?,
    };
    let lines = store.register(query()).wait()?;
    let new: Vec<&RegisterLine> = lines.iter().filter(|line| !before.contains(&line.id)).collect();
    if wanted.json {
        let certificates = new.into_iter().map(LineJson::from).collect();
        return Ok(Done::printing_json(&IssuedJson { issued, certificates }));
    }
    let number =
        |line: Option<&&RegisterLine>| line.map(|line| line.printed_number.clone()).unwrap_or_default();
    let said = Sentence::new("cli-certificates-issued")
        .with("count", issued)
        .with("first", number(new.first()))
        .with("last", number(new.last()));
    Ok(Done::saying(said))
}

fn list(path: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    let store = Store::open(path, Access::Read)?;
    if let Some(session) = wanted.session {
        // Whether there is such a session.
        store.dossier(session).wait()?;
    }
    let lines =
        store.register(RegisterQuery { session: wanted.session, ..RegisterQuery::default() }).wait()?;
    if wanted.json {
        return Ok(Done::printing_json(&lines.iter().map(LineJson::from).collect::<Vec<_>>()));
    }
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            vec![
                line.printed_number.clone(),
                line.copy.name.clone(),
                locale.text(state_words(line.state.code())),
                line.date.map(short).unwrap_or_default(),
                line.code.map(CheckCode::in_groups).unwrap_or_default(),
            ]
        })
        .collect();
    let headings = [
        "window-print-number",
        "window-column-name",
        "window-column-state",
        "window-certificate-date",
        "history-field-check-code",
    ];
    Ok(Done::printing(table(&headings.map(|id| locale.text(id)), &rows)))
}

fn state_words(code: &str) -> &'static str {
    match code {
        "printed" => "register-state-printed",
        "handed_out" => "register-state-handed-out",
        "voided" => "register-state-voided",
        "withdrawn" => "register-state-withdrawn",
        _ => "register-state-numbered",
    }
}

fn verify(path: &Path, code: &str, json: bool) -> Result<Done, Refusal> {
    let store = Store::open(path, Access::Read)?;
    let verdict = match code.parse::<CheckCode>() {
        Ok(code) => store.verify_certificate(code).wait()?,
        Err(_) => Verdict::Unknown,
    };
    let mut done = match json {
        true => Done::printing_json(&verdict_json(&verdict)),
        false => Done::saying(said_of(code, &verdict)),
    };
    done.is_bad_news = !matches!(verdict, Verdict::Valid(_));
    Ok(done)
}

fn verdict_json(verdict: &Verdict) -> VerdictJson<'_> {
    match verdict {
        Verdict::Unknown => VerdictJson {
            verdict: "unknown",
            certificate: None,
            ended_at: None,
            reason: None,
            reissued_as: None,
        },
        Verdict::Valid(line) => VerdictJson {
            verdict: "valid",
            certificate: Some(line.into()),
            ended_at: None,
            reason: None,
            reissued_as: None,
        },
        Verdict::Ended { line, ending, reissued_as } => VerdictJson {
            verdict: line.state.code(),
            certificate: Some(line.into()),
            ended_at: Some(&ending.at),
            reason: ending.reason.as_deref(),
            reissued_as: reissued_as.as_deref(),
        },
    }
}

fn said_of(code: &str, verdict: &Verdict) -> Sentence {
    let about = |id: &'static str, line: &RegisterLine| {
        Sentence::new(id)
            .with("number", line.printed_number.clone())
            .with("name", line.copy.name.clone())
            .with("date", line.date.map(short).unwrap_or_default())
    };
    match verdict {
        Verdict::Unknown => Sentence::new("cli-verify-unknown").with("code", code.to_owned()),
        Verdict::Valid(line) => about("cli-verify-valid", line),
        Verdict::Ended { line, ending, reissued_as } => {
            let id = match (line.state.code(), reissued_as) {
                (_, Some(_)) => "cli-verify-reissued",
                ("voided", None) => "cli-verify-voided",
                _ => "cli-verify-withdrawn",
            };
            let day = ending.at.split('T').next().and_then(|day| day.parse::<FuzzyDate>().ok());
            let said = about(id, line)
                .with("at", day.map(short).unwrap_or_default())
                .with("reason", ending.reason.clone().unwrap_or_default());
            match reissued_as {
                Some(new) => said.with("new", new.clone()),
                None => said,
            }
        }
    }
}
