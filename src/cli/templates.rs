//! `templates`: the forms of certificates listed, exported, imported, and chosen for a session.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use super::answer::{Done, Refusal};
use super::table::table;
use super::verbs::write_in;
use crate::domain::certificate_template::built_in::BuiltIn;
use crate::domain::certificate_template::file::{self, TemplateFile};
use crate::domain::certificate_template::known::{KnownTemplate, TemplateTakenIn};
use crate::domain::certificate_template::{CertificateTemplate, Design, Page, PaperSize};
use crate::domain::id::SessionId;
use crate::export;
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::{Access, Store};
use crate::vietnamese::fold::fold;

/// How the verb is written.
pub(super) const USAGE: &str = "list [--json] | export NAME [--session N] --out FILE.taphuan-mau | import FILE.taphuan-mau [--json] | use NAME --session N [--page a4|a4-doc|a5|a5-doc]";

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wanted {
    List { json: bool },
    Export { name: String, session: Option<SessionId>, out: PathBuf },
    Import { file: PathBuf, json: bool },
    Use { name: String, session: SessionId, page: Option<String> },
}

/// The verb as clap knows it.
pub(super) fn command(verb: Command, dressed: impl Fn(Command) -> Command, locale: &Locale) -> Command {
    let text = |id: &str| locale.text(id);
    let inner = |name: &'static str, usage: &str, about: &str| {
        let usage = format!("taphuan [--data FILE] templates {usage}");
        dressed(Command::new(name).about(text(about)).override_usage(usage))
    };
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help(text("cli-option-json"));
    let name = || Arg::new("NAME").help(text("cli-value-template")).required(true);
    let session = || {
        Arg::new("session")
            .long("session")
            .value_name("N")
            .value_parser(clap::value_parser!(u32))
            .help(text("cli-option-session"))
    };
    let path = || clap::value_parser!(PathBuf);
    verb.subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text("cli-verbs-heading"))
        .subcommand(inner("list", "list [--json]", "cli-verb-templates-list").arg(json()))
        .subcommand(
            inner("export", "export NAME [--session N] --out FILE.taphuan-mau", "cli-verb-templates-export")
                .arg(name())
                .arg(session())
                .arg(
                    Arg::new("out")
                        .long("out")
                        .value_name("FILE")
                        .value_parser(path())
                        .help(text("cli-value-template-file"))
                        .required(true),
                ),
        )
        .subcommand(
            inner("import", "import FILE.taphuan-mau [--json]", "cli-verb-templates-import")
                .arg(
                    Arg::new("FILE")
                        .value_parser(path())
                        .help(text("cli-value-template-file"))
                        .required(true),
                )
                .arg(json()),
        )
        .subcommand(
            inner("use", "use NAME --session N [--page a4|a4-doc|a5|a5-doc]", "cli-verb-templates-use")
                .arg(name())
                .arg(session().required(true))
                .arg(
                    Arg::new("page").long("page").value_name("PAGE").help(text("cli-option-template-sheet")),
                ),
        )
}

/// Reads what clap understood.
pub(super) fn wanted(matches: &ArgMatches) -> Wanted {
    // Clap refuses the line without one, and without what an inner verb requires.
    let (verb, inner) = matches.subcommand().unwrap_or(("list", matches));
    let text = |name: &str| inner.get_one::<String>(name).cloned().unwrap_or_default();
    let path = |name: &str| inner.get_one::<PathBuf>(name).cloned().unwrap_or_default();
    let session = || inner.get_one::<u32>("session").map(|id| SessionId(i64::from(*id)));
    match verb {
        "export" => Wanted::Export { name: text("NAME"), session: session(), out: path("out") },
        "import" => Wanted::Import { file: path("FILE"), json: inner.get_flag("json") },
        "use" => Wanted::Use {
            name: text("NAME"),
            session: session().unwrap_or(SessionId(0)),
            page: inner.get_one::<String>("page").cloned(),
        },
        _ => Wanted::List { json: inner.get_flag("json") },
    }
}

#[derive(Serialize)]
struct TemplateJson<'a> {
    name: &'a str,
    /// Which of the program's own it is; `null` of those that were made.
    built_in: Option<&'static str>,
    /// "A4", "A5"; `null` where it can be printed on any.
    page: Option<String>,
    landscape: Option<bool>,
    /// The sessions whose certificates have it.
    sessions: Vec<i64>,
}

#[derive(Serialize)]
struct ImportedJson<'a> {
    name: &'a str,
    known_already: bool,
}

/// Does what is asked.
pub(super) fn perform(data: &Path, wanted: &Wanted, locale: &Locale) -> Result<Done, Refusal> {
    match wanted {
        Wanted::List { json } => list(data, *json, locale),
        Wanted::Export { name, session, out } => export(data, name, *session, out),
        Wanted::Import { file, json } => {
            let read = TemplateFile::read(&file::load(file)?)?;
            write_in(data, |store| import(store, read, *json))
        }
        Wanted::Use { name, session, page } => {
            let page = page.as_deref().map(page_of).transpose()?;
            write_in(data, |store| choose(store, name, *session, page))
        }
    }
}

fn list(data: &Path, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let known = Store::open(data, Access::Read)?.certificate_templates().wait()?;
    if json {
        let own = BuiltIn::ALL.into_iter().map(|one| TemplateJson {
            name: one.name(),
            built_in: Some(one.code()),
            page: None,
            landscape: None,
            sessions: users(&known, one).map(|(id, _)| id.0).collect(),
        });
        let made = made(&known).map(|one| TemplateJson {
            name: one.design.name(),
            built_in: None,
            page: Some(format!("{:?}", one.design.page().size)),
            landscape: Some(one.design.page().landscape),
            sessions: one.sessions.iter().map(|(id, _)| id.0).collect(),
        });
        return Ok(Done::printing_json(&own.chain(made).collect::<Vec<_>>()));
    }
    let own = BuiltIn::ALL.into_iter().map(|one| {
        let sessions: Vec<&str> = users(&known, one).map(|(_, title)| title.as_str()).collect();
        vec![one.name().to_owned(), locale.text("template-of-program"), sessions.join("; ")]
    });
    let made = made(&known).map(|one| {
        let sessions: Vec<&str> = one.sessions.iter().map(|(_, title)| title.as_str()).collect();
        vec![one.design.name().to_owned(), locale.say(&one.design.page().explain()), sessions.join("; ")]
    });
    let rows: Vec<_> = own.chain(made).collect();
    let head = ["cli-column-template", "cli-column-page", "cli-column-sessions"].map(|id| locale.text(id));
    Ok(Done::printing(table(&head, &rows)))
}

/// The sessions that use a form of the program's own as it is.
fn users(known: &[KnownTemplate], built_in: BuiltIn) -> impl Iterator<Item = &(SessionId, String)> {
    known
        .iter()
        .filter(move |one| BuiltIn::of_design(&one.design) == Some(built_in))
        .flat_map(|one| &one.sessions)
}

/// Those that an office made.
fn made(known: &[KnownTemplate]) -> impl Iterator<Item = &KnownTemplate> {
    known.iter().filter(|one| BuiltIn::of_design(&one.design).is_none())
}

/// What a name means.
enum Found {
    BuiltIn(BuiltIn),
    Made(Box<Design>),
}

/// The form of a name, that of a session where several have it. One that was made goes before the program's own.
fn find(known: &[KnownTemplate], name: &str, session: Option<SessionId>) -> Result<Found, Refusal> {
    let is_named = |one: &str| fold(one) == fold(name);
    let made: Vec<&KnownTemplate> = made(known)
        .filter(|one| is_named(one.design.name()))
        .filter(|one| session.is_none_or(|id| one.sessions.iter().any(|(own, _)| *own == id)))
        .collect();
    let built_in = BuiltIn::ALL.into_iter().find(|one| is_named(one.name()) || one.code() == name);
    match (made.as_slice(), built_in) {
        ([one], _) => Ok(Found::Made(Box::new(one.design.clone()))),
        ([], Some(built_in)) => Ok(Found::BuiltIn(built_in)),
        ([], None) => {
            let own = BuiltIn::ALL.iter().map(|one| one.name());
            let mut all: Vec<&str> = own.chain(known.iter().map(|one| one.design.name())).collect();
            all.sort_unstable();
            all.dedup();
            Err(Refusal(
                Sentence::new("cli-template-unknown").with("name", name).with("known", all.join(", ")),
            ))
        }
        (several, _) => Err(Refusal(
            Sentence::new("cli-template-several").with("name", name).with("count", several.len()),
        )),
    }
}

fn export(data: &Path, name: &str, session: Option<SessionId>, out: &Path) -> Result<Done, Refusal> {
    let store = Store::open(data, Access::Read)?;
    let known = store.certificate_templates().wait()?;
    let design = match find(&known, name, session)? {
        Found::Made(design) => *design,
        Found::BuiltIn(built_in) => built_in
            .design(Page { size: PaperSize::A4, landscape: true })
            .ok_or_else(|| Refusal(Sentence::new("cli-template-former").with("name", built_in.name())))?,
    };
    let file = store.certificate_template_file(design).wait()?;
    export::file::write(out, file.write().as_bytes()).map_err(Refusal)?;
    Ok(Done::saying(
        Sentence::new("cli-template-exported")
            .with("name", file.design.name())
            .with("path", out.display().to_string()),
    ))
}

fn import(store: &Store, read: TemplateFile, json: bool) -> Result<Done, Refusal> {
    let (name, taken) = store.take_in_certificate_template(read).wait()?;
    let known_already = taken == TemplateTakenIn::KnownAlready;
    if json {
        return Ok(Done::printing_json(&ImportedJson { name: &name, known_already }));
    }
    let said = Sentence::new(if known_already { "cli-template-known" } else { "cli-template-imported" });
    Ok(Done::saying(said.with("name", name)))
}

fn choose(store: &Store, name: &str, session: SessionId, page: Option<Page>) -> Result<Done, Refusal> {
    let known = store.certificate_templates().wait()?;
    let template = match find(&known, name, None)? {
        Found::BuiltIn(built_in) => built_in.template(page.unwrap_or(Page::ALL[0])),
        Found::Made(design) => CertificateTemplate::Designed(Box::new(
            page.map_or_else(|| (*design).clone(), |page| design.on(page)),
        )),
    };
    let said = Sentence::new("cli-template-used").with("name", template.name().to_owned());
    store.edit_certificate_form(session, "template", move |form| form.template = template).wait()?;
    Ok(Done::saying(said))
}

/// The sheet of a word for it.
fn page_of(word: &str) -> Result<Page, Refusal> {
    let words = ["a4", "a4-doc", "a5", "a5-doc"];
    let at = words.iter().position(|one| *one == word.to_lowercase());
    // As many sheets as there are words, in that order.
    at.and_then(|at| Page::ALL.get(at).copied())
        .ok_or_else(|| Refusal(Sentence::new("cli-template-page").with("page", word)))
}
