//! The verbs as clap knows them, with help in the user's language.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use super::super::{attendance, certificates, templates};
use super::of_kinds;
use super::parts::{flag, number, path_option, path_value, text};
use crate::locale::Locale;
use crate::paper::{Argument, Takes};

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

/// The command as clap knows it.
pub(in super::super) fn command(locale: &Locale) -> Command {
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
