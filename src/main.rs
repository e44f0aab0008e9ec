//! The double-click, or one verb of the command line.

// On Windows no black console window stands beside the program. What verbs print still goes
// where it is piped or redirected to.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::ffi::OsString;
use std::process::ExitCode;

use taphuan::app::{self, Ended, Failure};
use taphuan::cli::{self, Outcome};
use taphuan::log_file;
use taphuan::whole_file::leftovers;

fn main() -> ExitCode {
    log_file::begin();
    if let Some(folder) = log_file::folder() {
        leftovers::keep_list(folder.join("unfinished"));
    }
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    match cli::run(&words) {
        Outcome::Ended(code) => code,
        Outcome::Window(data) => match app::run(data.clone(), None) {
            Ok(_) => ExitCode::SUCCESS,
            Err(Failure::NotOpened) => cli::run_without_window(&words, data.as_deref()),
            Err(Failure::Fault) => cli::tell_fault(&words),
        },
        Outcome::Package(package) => match app::run(None, Some(package.clone())) {
            Ok(Ended::Closed) => ExitCode::SUCCESS,
            Ok(Ended::OtherCameForward) => cli::tell_window_is_open(&package, &words),
            Err(Failure::NotOpened) => cli::run_without_window(&words, Some(&package)),
            Err(Failure::Fault) => cli::tell_fault(&words),
        },
    }
}
