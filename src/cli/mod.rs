//! The command line: the same operations without a window.
//!
//! Data go to standard output, sentences to standard error. Exit code 0: done;
//! 1: refused, with the reason and its cure in one sentence; 2: wrong usage.

mod answer;
mod arguments;
mod attendance;
mod certificates;
mod completion;
mod demo;
mod export;
mod failure;
mod history;
mod import;
mod json;
mod list_form;
mod marks;
mod person;
mod receipts;
mod recipes;
mod session;
mod table;
mod templates;
mod turnout;
mod units;
mod usage;
mod verbs;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::error::ErrorKind;

use crate::export::attendance::is_package;
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::StoreError;

use answer::{Done, Refusal};
use arguments::Verb;

/// What the program has to do after the command line was read.
pub enum Outcome {
    /// A verb was done, refused or misunderstood: nothing more.
    Ended(ExitCode),
    /// No verb: the window, on this data file if one was named.
    Window(Option<PathBuf>),
    /// A package of attendance: the window on the usual data file, which takes it in.
    Package(PathBuf),
}

/// Reads the command line (without the program's name) and does its verb.
///
/// A data file alone is opened, and a package of attendance taken in: so they come from a file manager, by a double-click.
pub fn run(words: &[OsString]) -> Outcome {
    let locale = Locale::new(arguments::language(words));
    if let [only] = words {
        let path = PathBuf::from(only);
        match (is_data_file(&path), is_package(&path), path.is_file()) {
            (true, _, true) => return Outcome::Window(Some(path)),
            (_, true, true) => return Outcome::Package(path),
            (true, _, false) | (_, true, false) => {
                return Outcome::Ended(report(Err(StoreError::Missing(path).into()), &locale));
            }
            (false, false, _) => {}
        }
    }
    let program = OsString::from("taphuan");
    let line = std::iter::once(&program).chain(words);
    let request = match arguments::command(&locale).try_get_matches_from(line) {
        Ok(matches) => match arguments::lacking(&matches) {
            None => arguments::request(&matches),
            Some(missing) => {
                failure::tell(&Sentence::new("cli-usage-missing").with("missing", missing), &locale);
                return Outcome::Ended(ExitCode::from(2));
            }
        },
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return Outcome::Ended(printed(&error.render().to_string(), &locale));
        }
        Err(error) => {
            failure::tell(&usage::explain(&error), &locale);
            return Outcome::Ended(ExitCode::from(2));
        }
    };
    match &request.verb {
        None => Outcome::Window(request.data),
        Some(verb) => Outcome::Ended(report(perform(verb, request.data.as_deref(), &locale), &locale)),
    }
}

/// Whether a file is one of data, by its ending.
fn is_data_file(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("taphuan"))
}

/// Says that a package cannot be taken in by a start of its own, for a window is open already.
pub fn tell_window_is_open(package: &Path, words: &[OsString]) -> ExitCode {
    let name = package.file_name().unwrap_or(package.as_os_str()).to_string_lossy().into_owned();
    let reason = Sentence::new("cli-window-is-open").with("file", name);
    failure::tell_of_window(reason, &Locale::new(arguments::language(words)));
    ExitCode::from(1)
}

/// What the program does where no window opened: it says so. Where there is no display at all, it
/// names the verb that makes papers, and shows what the program makes: the sample and its first
/// sign-in sheet. Not so where a window was to be expected, or a data file was named.
pub fn run_without_window(words: &[OsString], data: Option<&Path>) -> ExitCode {
    let locale = Locale::new(arguments::language(words));
    if !has_no_display() {
        failure::tell_of_window(Sentence::new("cli-window-not-opened"), &locale);
        return ExitCode::from(1);
    }
    failure::tell(&Sentence::new("cli-no-display"), &locale);
    match data {
        Some(_) => ExitCode::from(1),
        None => report(demo::run(), &locale),
    }
}

/// Says that a fault of the program ended its window.
pub fn tell_fault(words: &[OsString]) -> ExitCode {
    failure::tell_of_window(Sentence::new("cli-window-fault"), &Locale::new(arguments::language(words)));
    ExitCode::from(1)
}

/// Whether no display is named, as on a server.
fn has_no_display() -> bool {
    let is_named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(all(unix, not(target_os = "macos")))
        && !["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"].into_iter().any(is_named)
}

/// Prints what a verb gave back.
fn report(outcome: Result<Done, Refusal>, locale: &Locale) -> ExitCode {
    match outcome {
        Ok(done) => {
            let code = printed(&done.data, locale);
            for message in &done.sentences {
                failure::say(&locale.say(message));
            }
            if done.is_bad_news { ExitCode::from(1) } else { code }
        }
        Err(Refusal(message)) => {
            failure::tell(&message, locale);
            ExitCode::from(1)
        }
    }
}

fn perform(verb: &Verb, data: Option<&Path>, locale: &Locale) -> Result<Done, Refusal> {
    let data = || data_file(data);
    match verb {
        Verb::Sample => verbs::sample(&data()?),
        Verb::AddSession(wanted) => session::add(&data()?, wanted),
        Verb::Sessions { json } => verbs::sessions(&data()?, *json, locale),
        Verb::Import(wanted) => import::run(&data()?, wanted, locale),
        // For no session, no data file is needed.
        Verb::ListForm { session: None, out } => list_form::write(None, out),
        Verb::ListForm { session: Some(session), out } => list_form::of_session(&data()?, *session, out),
        Verb::ImportUnits { file, manner } => units::import(&data()?, file, *manner, locale),
        Verb::Delegates { session, json } => verbs::delegates(&data()?, *session, *json, locale),
        Verb::Search { words, json } => verbs::search(&data()?, words, *json, locale),
        Verb::Person { person, out, json } => person::show(&data()?, *person, out.as_deref(), *json, locale),
        Verb::Erase(wanted) => person::erase(&data()?, wanted, locale),
        Verb::Documents { json } => Ok(verbs::documents(*json, locale)),
        Verb::Recipes { json } => recipes::run(&data()?, *json, locale),
        Verb::Export(what) if what.contact_sheet => export::contact_sheet(&data()?, what, locale),
        Verb::Export(what) if what.kind == export::ALL => export::bundle(&data()?, what, locale),
        Verb::Export(what) => export::run(&data()?, what),
        Verb::Mark(wanted) => attendance::mark(&data()?, wanted, locale),
        Verb::Attendance { session, json } => attendance::show(&data()?, *session, *json, locale),
        Verb::Templates(wanted) => templates::perform(&data()?, wanted, locale),
        Verb::Certificates(wanted) => certificates::perform(&data()?, wanted, locale),
        Verb::Completion { session, json } => completion::show(&data()?, *session, *json, locale),
        Verb::Turnout(wanted) => turnout::set(&data()?, wanted, locale),
        Verb::ExportMarks(wanted) => marks::export(&data()?, wanted),
        Verb::ImportMarks(wanted) => marks::import(&data()?, wanted, locale),
        Verb::Undo { json } => history::undo(&data()?, *json, locale),
        Verb::History(wanted) => history::list(&data()?, wanted, locale),
        Verb::Check => verbs::check(&data()?),
        Verb::Backup { out, force } => verbs::backup(&data()?, out, *force),
        Verb::Salvage { out, json } => verbs::salvage(&data()?, out, *json),
        Verb::Restore { from } => verbs::restore(&data()?, from),
    }
}

/// The file named by `--data`, else the one in the system's data folder.
fn data_file(named: Option<&Path>) -> Result<PathBuf, Refusal> {
    match named {
        Some(path) => Ok(path.to_owned()),
        None => usual_data_file().ok_or_else(|| Refusal(Sentence::new("cli-no-data-folder"))),
    }
}

/// The file in the system's data folder. Its folder is made, as none is for a file that was
/// named: there it may be a slip of the finger.
fn usual_data_file() -> Option<PathBuf> {
    let path = default_data_file()?;
    if let Some(folder) = path.parent() {
        // That it could not be made is said by what follows.
        let _ = std::fs::create_dir_all(folder);
    }
    Some(path)
}

/// `~/.local/share/taphuan/du-lieu.taphuan`, `%APPDATA%\taphuan\du-lieu.taphuan`.
pub fn default_data_file() -> Option<PathBuf> {
    let folders = directories::BaseDirs::new()?;
    Some(folders.data_dir().join("taphuan").join("du-lieu.taphuan"))
}

/// Prints to standard output; says so where that did not take all of it, as on a full disk.
fn printed(text: &str, locale: &Locale) -> ExitCode {
    match print(text) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            failure::tell(&Sentence::new("cli-output-failed").with("reason", error.to_string()), locale);
            ExitCode::from(1)
        }
    }
}

/// To standard output. A reader that went away (`| head`) is no mistake.
fn print(text: &str) -> std::io::Result<()> {
    let mut output = std::io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_data_file_alone_is_opened_and_no_other_word_is() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("Lớp 2026.TAPHUAN");
        std::fs::write(&path, "whatever is in it is looked at later").expect("written");
        let opened = run(&[path.clone().into()]);
        assert!(matches!(opened, Outcome::Window(Some(file)) if file == path));
        let ended = |words: &[OsString]| matches!(run(words), Outcome::Ended(_));
        assert!(ended(&[folder.path().join("nothing.taphuan").into()]), "there is none");
        assert!(ended(&[folder.path().into()]), "a folder");
        assert!(ended(&[path.into(), "sessions".into()]), "two words are a verb with its values");
        let package = folder.path().join("Cụm 2.DiemDanh");
        assert!(ended(&[package.clone().into()]), "there is none");
        std::fs::write(&package, "whatever is in it is looked at by the window").expect("written");
        assert!(matches!(run(&[package.clone().into()]), Outcome::Package(file) if file == package));
    }
}
