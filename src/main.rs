//! The double-click, or one verb of the command line.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    // For those who look into a fault: TAPHUAN_LOG=debug; nothing otherwise.
    if let Some(level) =
        std::env::var("TAPHUAN_LOG").ok().and_then(|level| level.parse::<tracing::Level>().ok())
    {
        tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr).init();
    }
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    taphuan::cli::run(&words)
}
