//! Other programs of the system: the viewer that opens a file.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::sentence::Sentence;

/// Opens a file or a folder in the program of the system for it.
pub fn show(path: &Path) -> Result<(), Sentence> {
    let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
    let words = if is_pdf { "window-print-no-viewer" } else { "window-not-shown" };
    let failed = || Err(Sentence::new(words).with("file", path.display().to_string()));
    let Ok(mut viewer) = viewer(path).spawn() else { return failed() };
    if cfg!(windows) {
        return Ok(());
    }
    // It ends at once with an error when there is no viewer; it may also be the
    // viewer itself and stay.
    for _ in 0..20 {
        match viewer.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => return failed(),
            Ok(None) => std::thread::sleep(Duration::from_millis(50)),
            Err(_) => return Ok(()),
        }
    }
    let waiting = std::thread::Builder::new().name("viewer".into()).spawn(move || viewer.wait());
    drop(waiting);
    Ok(())
}

/// The command that opens a file.
#[cfg(not(windows))]
fn viewer(path: &Path) -> Command {
    let mut command = quiet(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    command.arg(path);
    command
}

/// The command that opens a file. Explorer parts what it is told at commas, so the path stands
/// in quotes, which no path can hold itself.
#[cfg(windows)]
fn viewer(path: &Path) -> Command {
    use std::os::windows::process::CommandExt;
    let mut quoted = std::ffi::OsString::from("\"");
    quoted.push(path);
    quoted.push("\"");
    let mut command = quiet("explorer");
    command.raw_arg(quoted);
    command
}

/// A command that neither reads nor writes a console.
pub(super) fn quiet(program: &str) -> Command {
    let mut command = Command::new(program);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        /// `CREATE_NO_WINDOW`: no black box flashes up.
        const NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(NO_WINDOW);
    }
    command
}
