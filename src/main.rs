//! The double-click, or one verb of the command line.

// On Windows no black console window stands beside the program. What verbs print still goes
// where it is piped or redirected to.
#![cfg_attr(windows, windows_subsystem = "windows")]

use std::ffi::OsString;
use std::process::ExitCode;

use taphuan::app;
use taphuan::cli::{self, Outcome};

fn main() -> ExitCode {
    // For those who look into a fault: TAPHUAN_LOG=debug; nothing otherwise.
    if let Some(level) =
        std::env::var("TAPHUAN_LOG").ok().and_then(|level| level.parse::<tracing::Level>().ok())
    {
        tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).init();
    }
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    match cli::run(&words) {
        Outcome::Ended(code) => code,
        Outcome::Window(data) => match app::run(data.clone()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(app::NoDisplay) => cli::run_without_display(&words, data.as_deref()),
        },
    }
}
