//! The system ends the program: what can be saved is saved first.

use iced::Subscription;

use super::shortcut::Heard;

/// Hears that the program is to end (SIGTERM, SIGHUP, Ctrl+C in a terminal).
#[cfg(unix)]
pub(super) fn listen() -> Subscription<Heard> {
    use iced::futures::StreamExt;
    use iced::futures::channel::mpsc;
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    Subscription::run(|| {
        let (heard, hears) = mpsc::unbounded();
        let listening = Signals::new([SIGTERM, SIGINT, SIGHUP]).and_then(|mut signals| {
            std::thread::Builder::new().name("signals".into()).spawn(move || {
                for _ in signals.forever() {
                    if heard.unbounded_send(()).is_err() {
                        break;
                    }
                }
            })
        });
        if let Err(error) = listening {
            tracing::warn!(%error, "signals are not heard");
        }
        hears.map(|()| Heard::Terminated)
    })
}

/// A program with a window is not told on other systems; what was refused is in the
/// recovery file by then, and what was typed is saved a second later.
#[cfg(not(unix))]
pub(super) fn listen() -> Subscription<Heard> {
    Subscription::none()
}
