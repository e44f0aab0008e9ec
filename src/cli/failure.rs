//! What failed, said where it is heard: on standard error and in the log, and in a box on the
//! screen where the program was started without a place for messages, as by a double-click.

use std::io::Write;

use rfd::{MessageDialog, MessageLevel};

use crate::locale::Locale;
use crate::log_file;
use crate::sentence::Sentence;

/// Says why the program, or one of its verbs, did not do what was asked.
pub(super) fn tell(reason: &Sentence, locale: &Locale) {
    let text = locale.say(reason);
    say(&text);
    if !is_heard() {
        tracing::error!("{text}");
        show(&text, locale);
    }
}

/// The same of a window that did not open, or broke down: whoever wanted it looks at the screen.
pub(super) fn tell_of_window(reason: Sentence, locale: &Locale) {
    let log = log_file::path().map(|log| log.display().to_string()).unwrap_or_default();
    let text = locale.say(&reason.with("log", log));
    say(&text);
    show(&text, locale);
}

/// To standard error; when even that is closed, nobody listens.
pub(super) fn say(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Shows a box, and waits until it is closed. Linux shows it with zenity, where that is installed.
fn show(text: &str, locale: &Locale) {
    let name = locale.text("window-name");
    MessageDialog::new().set_level(MessageLevel::Error).set_title(name).set_description(text).show();
}

/// Whether standard error leads anywhere. A program without a console has none on Windows unless
/// it was started with one, such as a pipe.
#[cfg(windows)]
fn is_heard() -> bool {
    use std::os::windows::io::AsRawHandle;
    !std::io::stderr().as_raw_handle().is_null()
}

#[cfg(not(windows))]
fn is_heard() -> bool {
    true
}
