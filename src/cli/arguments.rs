//! The verbs and their arguments, described in the user's language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::Value;

use super::{attendance, certificates, history, import, marks, person, session, templates, turnout, units};
use crate::domain::attendance::turnout::{Numbers, Whose};
use crate::domain::id::{PersonId, SessionId};
use crate::locale::{Language, Locale};
use crate::paper::card::Place;
use crate::paper::{Argument, PaperKind, Takes};
use crate::store::HistoryFilter;

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

/// How `session add` is written.
const ADD_SESSION: &str = "add --title TITLE [--dates DATES] [--place PLACE] [--json]";

/// How `import` is written.
const IMPORT: &str =
    "--session N LIST [--commune COMMUNE] [--take-doubtful] [--take-hidden] [--dry-run] [--json]";

/// How `erase` is written.
const ERASE: &str = "--person ID --reason TEXT [--register] [--dry-run] [--json]";

/// How `mark` is written.
const MARK: &str = "--session N (--cluster N --sitting N | --page CODE [--sitting N]) (--absent|--excused|--late|--left-early|--present LIST | --all-present | --code BADGE) [--json]";

/// How `turnout` is written.
const TURNOUT: &str = "--session N --cluster N --sitting N [--group NAME | --unit NAME | --guests] [--invited N] [--present N] [--excused N] [--absent N] [--about] [--json]";
/// How `marks` is written.
const EXPORT_MARKS: &str = "export --session N --cluster N --out FILE.diemdanh|.xlsx";
const IMPORT_MARKS: &str = "import FILE [--open] [--dry-run] [--json]";

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

/// The command as clap knows it.
pub(super) fn command(locale: &Locale) -> Command {
    let of_session = || number("session", locale.text("cli-option-session"), "N").required(true);
    let json = || flag("json", locale.text("cli-option-json"));
    let verb = |name: &'static str, usage: &str, id: &str| {
        let usage = format!("taphuan [--data FILE] {name} {usage}").trim_end().to_owned();
        dressed(Command::new(name).about(locale.text(id)).override_usage(usage), locale)
    };
    let out = || path_option("out", locale.text("cli-option-out")).required(true);

    dressed(Command::new("taphuan").about(locale.text("cli-about")), locale)
        .override_usage("taphuan [--data FILE] [--lang vi|en] [VERB …]")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(locale.text("cli-verbs-heading"))
        .arg(
            path_option("data", locale.text("cli-option-data"))
                .help_heading(locale.text("cli-options-heading"))
                .global(true),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name("vi|en")
                .help(locale.text("cli-option-lang"))
                .value_parser(PossibleValuesParser::new(["vi", "en"]))
                .hide_possible_values(true)
                .help_heading(locale.text("cli-options-heading"))
                .global(true),
        )
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(locale.text("cli-option-version"))
                .help_heading(locale.text("cli-options-heading")),
        )
        .subcommand(verb("sample", "", "cli-verb-sample"))
        .subcommand(verb("sessions", "[--json]", "cli-verb-sessions").arg(json()))
        .subcommand(
            verb("session", ADD_SESSION, "cli-verb-session")
                .subcommand_required(true)
                .disable_help_subcommand(true)
                .subcommand_help_heading(locale.text("cli-verbs-heading"))
                .subcommand(
                    verb("add", ADD_SESSION, "cli-verb-session-add")
                        .override_usage(format!("taphuan [--data FILE] session {ADD_SESSION}"))
                        .arg(text("title", locale.text("cli-option-title"), "TITLE").required(true))
                        .arg(text("dates", locale.text("cli-option-dates"), "DATES"))
                        .arg(text("place", locale.text("cli-option-place"), "PLACE"))
                        .arg(json()),
                ),
        )
        .subcommand(
            verb("import", IMPORT, "cli-verb-import")
                .arg(of_session())
                .arg(path_value("LIST", locale.text("cli-value-list")))
                .arg(text("commune", locale.text("cli-option-commune"), "COMMUNE"))
                .arg(flag("take-doubtful", locale.text("cli-option-take-doubtful")))
                .arg(flag("take-hidden", locale.text("cli-option-take-hidden")))
                .arg(flag("dry-run", locale.text("cli-option-dry-run")))
                .arg(json()),
        )
        .subcommand(
            verb("list-form", "--out FILE.xlsx [--session N]", "cli-verb-list-form")
                .arg(number("session", locale.text("cli-option-session-title"), "N"))
                .arg(out()),
        )
        .subcommand(
            verb("units", "import FILE [--dry-run] [--keep-people] [--json]", "cli-verb-units")
                .subcommand_required(true)
                .disable_help_subcommand(true)
                .subcommand_help_heading(locale.text("cli-verbs-heading"))
                .subcommand(
                    verb("import", "FILE [--dry-run] [--keep-people] [--json]", "cli-verb-units-import")
                        .override_usage(
                            "taphuan [--data FILE] units import FILE [--dry-run] [--keep-people] [--json]",
                        )
                        .arg(path_value("FILE", locale.text("cli-value-units")))
                        .arg(flag("dry-run", locale.text("cli-option-dry-run")))
                        .arg(flag("keep-people", locale.text("cli-option-keep-people")))
                        .arg(json()),
                ),
        )
        .subcommand(
            verb("delegates", "--session N [--json]", "cli-verb-delegates").arg(of_session()).arg(json()),
        )
        .subcommand(
            verb("search", "WORDS [--json]", "cli-verb-search")
                .arg(
                    Arg::new("WORDS")
                        .help(locale.text("cli-value-words"))
                        .num_args(1..)
                        .required(true)
                        .allow_hyphen_values(false),
                )
                .arg(json()),
        )
        .subcommand(
            verb("person", "ID [--out FILE.xlsx] [--json]", "cli-verb-person")
                .arg(
                    Arg::new("ID")
                        .help(locale.text("cli-value-person"))
                        .value_parser(value_parser!(u32))
                        .required(true),
                )
                .arg(path_option("out", locale.text("cli-option-out-person")))
                .arg(json()),
        )
        .subcommand(
            verb("erase", ERASE, "cli-verb-erase")
                .arg(number("person", locale.text("cli-value-person"), "ID").required(true))
                .arg(text("reason", locale.text("cli-option-reason"), "TEXT").required(true))
                .arg(flag("register", locale.text("cli-option-register")))
                .arg(flag("dry-run", locale.text("cli-option-dry-run")))
                .arg(json()),
        )
        .subcommand(verb("documents", "[--json]", "cli-verb-documents").arg(json()))
        .subcommand(verb("recipes", "[--json]", "cli-verb-recipes").arg(json()))
        .subcommand(
            verb(
                "export",
                "KIND|all --session N [--recipe NAME] [--cluster N] [--per-cluster] [--to WHOM] [--summons] [--blank-rows N] [--editable] [--contact-sheet] --out FILE.pdf|.docx|.xlsx|.png|FOLDER",
                "cli-verb-export",
            )
            .arg(Arg::new("KIND").help(locale.text("cli-value-kind")).required(true))
            .arg(of_session())
            .arg(number("cluster", locale.text("cli-option-cluster"), "N"))
            .arg(flag("per-cluster", locale.text("cli-option-per-cluster")))
            .args(of_kinds().map(|(_, argument)| told(argument, locale)))
            .arg(text("recipe", locale.text("cli-option-recipe"), "NAME"))
            .arg(flag("editable", locale.text("cli-option-editable")))
            .arg(
                flag("contact-sheet", locale.text("cli-option-contact-sheet"))
                    .conflicts_with_all(["editable", "per-cluster"]),
            )
            .arg(out()),
        )
        .subcommand(
            verb("mark", MARK, "cli-verb-mark")
                .arg(of_session())
                .arg(
                    number("cluster", locale.text("cli-option-mark-cluster"), "N")
                        .required_unless_present("page"),
                )
                .arg(
                    number("sitting", locale.text("cli-option-sitting"), "N").required_unless_present("page"),
                )
                .arg(
                    text("page", locale.text("cli-option-page"), "CODE")
                        .conflicts_with_all(["cluster", "all-present", "code"]),
                )
                .args(attendance::LISTS.map(|(name, _)| {
                    text(name, locale.text(marked_as(name)), "LIST").conflicts_with_all(["all-present", "code"])
                }))
                .arg(flag("all-present", locale.text("cli-option-all-present")).conflicts_with("code"))
                .arg(text("code", locale.text("cli-option-code"), "BADGE"))
                .group(
                    clap::ArgGroup::new("what")
                        .args(attendance::LISTS.map(|(name, _)| name))
                        .args(["all-present", "code"])
                        .multiple(true)
                        .required(true),
                )
                .arg(json()),
        )
        .subcommand(
            verb("attendance", "--session N [--json]", "cli-verb-attendance").arg(of_session()).arg(json()),
        )
        .subcommand(
            verb("completion", "--session N [--json]", "cli-verb-completion").arg(of_session()).arg(json()),
        )
        .subcommand(certificates::command(
            verb("certificates", certificates::USAGE, "cli-verb-certificates"),
            |inner| dressed(inner, locale),
            locale,
        ))
        .subcommand(templates::command(
            verb("templates", templates::USAGE, "cli-verb-templates"),
            |inner| dressed(inner, locale),
            locale,
        ))
        .subcommand(
            verb("turnout", TURNOUT, "cli-verb-turnout")
                .arg(of_session())
                .arg(number("cluster", locale.text("cli-option-mark-cluster"), "N").required(true))
                .arg(number("sitting", locale.text("cli-option-sitting"), "N").required(true))
                .arg(text("group", locale.text("cli-option-turnout-group"), "NAME").conflicts_with("unit"))
                .arg(text("unit", locale.text("cli-option-turnout-unit"), "NAME"))
                .arg(
                    flag("guests", locale.text("cli-option-turnout-guests"))
                        .conflicts_with_all(["group", "unit", "invited", "excused", "absent"]),
                )
                .arg(number("invited", locale.text("cli-option-turnout-invited"), "N"))
                .arg(number("present", locale.text("cli-option-turnout-present"), "N"))
                .arg(number("excused", locale.text("cli-option-turnout-excused"), "N"))
                .arg(number("absent", locale.text("cli-option-turnout-absent"), "N"))
                .arg(flag("about", locale.text("cli-option-turnout-about")))
                .group(
                    clap::ArgGroup::new("numbers")
                        .args(["invited", "present", "excused", "absent"])
                        .multiple(true)
                        .required(true),
                )
                .arg(json()),
        )
        .subcommand(
            verb("marks", &format!("({EXPORT_MARKS} | {IMPORT_MARKS})"), "cli-verb-marks")
                .subcommand_required(true)
                .disable_help_subcommand(true)
                .subcommand_help_heading(locale.text("cli-verbs-heading"))
                .subcommand(
                    verb("export", EXPORT_MARKS, "cli-verb-marks-export")
                        .override_usage(format!("taphuan [--data FILE] marks {EXPORT_MARKS}"))
                        .arg(of_session())
                        .arg(number("cluster", locale.text("cli-option-mark-cluster"), "N").required(true))
                        .arg(out()),
                )
                .subcommand(
                    verb("import", IMPORT_MARKS, "cli-verb-marks-import")
                        .override_usage(format!("taphuan [--data FILE] marks {IMPORT_MARKS}"))
                        .arg(path_value("FILE", locale.text("cli-value-marks")))
                        .arg(flag("open", locale.text("cli-option-open")))
                        .arg(flag("dry-run", locale.text("cli-option-dry-run")))
                        .arg(json()),
                ),
        )
        .subcommand(verb("undo", "[--json]", "cli-verb-undo").arg(json()))
        .subcommand(
            verb(
                "history",
                "[--session N] [--person N] [--search WORDS] [--limit N] [--json]",
                "cli-verb-history",
            )
                .arg(number("session", locale.text("cli-option-session"), "N"))
                .arg(number("person", locale.text("cli-option-person"), "N"))
                .arg(text("search", locale.text("cli-option-search"), "WORDS"))
                .arg(
                    number("limit", locale.text("cli-option-limit"), "N")
                        .value_parser(value_parser!(u32).range(1..)),
                )
                .arg(json()),
        )
        .subcommand(verb("check", "", "cli-verb-check"))
        .subcommand(verb("backup", "--out FILE [--force]", "cli-verb-backup")
                .arg(out())
                .arg(flag("force", locale.text("cli-option-force"))))
        .subcommand(verb("salvage", "--out FILE [--json]", "cli-verb-salvage").arg(out()).arg(json()))
        .subcommand(
            verb("restore", "FROM", "cli-verb-restore")
                .arg(path_value("FROM", locale.text("cli-value-from"))),
        )
        .mut_subcommands(|verb| headed(verb, locale))
}

/// Help in the user's language: clap's own words are English.
fn dressed(command: Command, locale: &Locale) -> Command {
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", locale.text("cli-usage-heading"));
    command.help_template(template).disable_help_flag(true).arg(
        Arg::new("help")
            .long("help")
            .short('h')
            .action(ArgAction::Help)
            .help(locale.text("cli-option-help"))
            .help_heading(locale.text("cli-options-heading")),
    )
}

fn headed(command: Command, locale: &Locale) -> Command {
    command.mut_args(|arg| {
        let heading = if arg.is_positional() { "cli-values-heading" } else { "cli-options-heading" };
        arg.help_heading(locale.text(heading))
    })
}

/// What a list of numbers makes of them.
fn marked_as(option: &str) -> &'static str {
    match option {
        "present" => "cli-option-present",
        "excused" => "cli-option-excused",
        "late" => "cli-option-late",
        "left-early" => "cli-option-left-early",
        _ => "cli-option-absent",
    }
}

fn flag(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

fn number(name: &'static str, help: String, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).value_parser(value_parser!(u32)).help(help)
}

fn text(name: &'static str, help: String, value: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help)
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

/// An argument of a kind as clap knows it.
fn told(argument: &'static Argument, locale: &Locale) -> Arg {
    let help = locale.text(argument.help);
    match argument.takes {
        Takes::Nothing => flag(argument.name, help),
        Takes::Number(most) => {
            number(argument.name, help, "N").value_parser(value_parser!(u32).range(..=most))
        }
        Takes::Word(words) => Arg::new(argument.name)
            .long(argument.name)
            .value_name("WHOM")
            .help(help)
            .hide_possible_values(true)
            .value_parser(PossibleValuesParser::new(words.iter().map(|(word, _)| *word))),
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

fn path_option(name: &'static str, help: String) -> Arg {
    Arg::new(name).long(name).value_name("FILE").value_parser(value_parser!(PathBuf)).help(help)
}

fn path_value(name: &'static str, help: String) -> Arg {
    Arg::new(name).value_parser(value_parser!(PathBuf)).help(help).required(true)
}

/// What a line lacks though clap took it: an argument that may stand on either side of a verb cannot be demanded of it.
pub(super) fn lacking(matches: &ArgMatches) -> Option<&'static str> {
    let (name, inner) = matches.subcommand()?;
    (name == "certificates" && certificates::lacks_session(inner)).then_some("--session <N>")
}

/// Reads what clap understood.
pub(super) fn request(matches: &ArgMatches) -> Request {
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

#[cfg(test)]
mod tests {
    use super::*;

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
