//! One window for each data file: a second start with the same file brings the first forward.
//!
//! The window that writes a file listens at a local socket of its own (a named pipe on Windows),
//! whose name follows from the file, the user and the display. Whoever starts with that file
//! connects there, and ends once the answer says that the window is in view; nothing else is
//! said. Where nobody answers in time the second window opens, for reading.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use iced::futures::channel::mpsc;
use iced::futures::{Stream, StreamExt};
use iced::{Subscription, Task, window};
use interprocess::local_socket::{
    GenericFilePath, Listener, ListenerOptions, Name, Stream as Connection, prelude::*,
};

/// How long a second start waits for the first window, which may be busy drawing.
const PATIENCE: Duration = Duration::from_secs(3);
/// What the first window answers once it is in view.
const IN_VIEW: &[u8] = b"in view\n";

/// Someone who started the program again with the file of this window.
#[derive(Debug, Clone)]
pub struct Caller(SyncSender<()>);

impl Caller {
    /// Tells them that the window is in view.
    fn answer(&self) {
        // Nobody waits any more: they opened a window of their own.
        let _ = self.0.try_send(());
    }
}

/// Brings the window forward that has this file, if there is one. Fails at once where nobody
/// listens.
pub(super) fn bring_forward(file: &Path) -> bool {
    let Some(place) = Meeting::of(file) else { return false };
    let (tell, told) = sync_channel(1);
    // A pipe cannot be given up on while it is read.
    let asking = std::thread::Builder::new().name("second start".into()).spawn(move || {
        // Nobody waits for it any more.
        let _ = tell.send(place.ask());
    });
    asking.is_ok() && told.recv_timeout(PATIENCE).unwrap_or(false)
}

/// Listens for further starts with this file.
pub(super) fn listen(file: &Path) -> Subscription<Caller> {
    Subscription::run_with(file.to_owned(), |file| callers(file))
}

/// Brings the window into view, and tells the caller.
pub(super) fn come_forward<T: Send + 'static>(caller: Caller) -> Task<T> {
    let shown =
        window::latest().and_then(|id| Task::batch([window::minimize(id, false), window::gain_focus(id)]));
    shown.chain(Task::future(async move { caller.answer() }).discard())
}

fn callers(file: &Path) -> impl Stream<Item = Caller> + use<> {
    let (heard, hears) = mpsc::unbounded();
    let listening = Meeting::of(file).and_then(|place| Listening::begin(place, heard));
    // It listens for as long as the window wants to hear.
    hears.inspect(move |_| {
        let _ = &listening;
    })
}

/// Where the windows of one file meet.
#[derive(Debug, Clone)]
struct Meeting(PathBuf);

impl Meeting {
    /// None for a file that is not there, and where no window can be brought forward: Wayland
    /// lets none come by itself.
    fn of(file: &Path) -> Option<Self> {
        let of_display = |name| std::env::var_os(name).filter(|value| !value.is_empty());
        if of_display("WAYLAND_DISPLAY").is_some() || of_display("WAYLAND_SOCKET").is_some() {
            return None;
        }
        let folders = directories::BaseDirs::new()?;
        let mut identity = DefaultHasher::new();
        (file.canonicalize().ok()?, folders.home_dir(), of_display("DISPLAY")).hash(&mut identity);
        let name = format!("taphuan-{:016x}", identity.finish());
        Some(Self(match folders.runtime_dir() {
            _ if cfg!(windows) => Path::new(r"\\.\pipe").join(name),
            Some(folder) => folder.join(name),
            None => folders.cache_dir().join("taphuan").join(name),
        }))
    }

    fn name(&self) -> std::io::Result<Name<'static>> {
        self.0.clone().to_fs_name::<GenericFilePath>()
    }

    /// Asks the window that listens here to come forward. Whether it did.
    fn ask(&self) -> bool {
        let answer = || -> std::io::Result<bool> {
            let mut answer = Vec::new();
            let connection = Connection::connect(self.name()?)?;
            connection.take(IN_VIEW.len() as u64).read_to_end(&mut answer)?;
            Ok(answer == IN_VIEW)
        };
        answer().unwrap_or(false)
    }

    /// Takes this place. The writer of the file is alone in it: what stands here is of a window
    /// that was killed.
    fn take(&self) -> std::io::Result<Listener> {
        if cfg!(unix)
            && let Some(folder) = self.0.parent()
        {
            std::fs::create_dir_all(folder)?;
        }
        let overwriting = ListenerOptions::new().name(self.name()?).try_overwrite(true);
        overwriting.max_spin_time(Duration::from_secs(1)).create_sync()
    }
}

/// Listening, until it is dropped.
struct Listening {
    place: Meeting,
    over: Arc<AtomicBool>,
}

impl Listening {
    fn begin(place: Meeting, heard: mpsc::UnboundedSender<Caller>) -> Option<Self> {
        let over = Arc::new(AtomicBool::new(false));
        let begun = place.take().and_then(|listener| {
            let over = over.clone();
            let listening = move || hear(&listener, &over, &heard);
            std::thread::Builder::new().name("further starts".into()).spawn(listening)
        });
        match begun {
            Ok(_) => Some(Self { place, over }),
            Err(error) => {
                tracing::warn!(%error, "further starts are not heard");
                None
            }
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // The thread waits for a caller: this is the last. If it is gone, there is none to call.
        let _ = self.place.name().and_then(Connection::connect);
    }
}

fn hear(listener: &Listener, over: &AtomicBool, heard: &mpsc::UnboundedSender<Caller>) {
    for caller in listener.incoming() {
        let (tell, told) = sync_channel(1);
        if over.load(Ordering::Relaxed) {
            return;
        }
        let Ok(mut caller) = caller else {
            // They went away at once, or the system has no room for more connections.
            std::thread::sleep(Duration::from_millis(100));
            continue;
        };
        if heard.unbounded_send(Caller(tell)).is_err() {
            return;
        }
        if told.recv_timeout(PATIENCE).is_ok() {
            // Who went away meanwhile has a window of their own.
            let _ = caller.write_all(IN_VIEW).and_then(|()| caller.flush());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(folder: &Path) -> Meeting {
        match cfg!(windows) {
            true => Meeting(Path::new(r"\\.\pipe").join(folder.file_name().expect("a name"))),
            false => Meeting(folder.join("meeting")),
        }
    }

    /// A window that answers so many callers.
    fn window(place: &Meeting, answers: usize) -> (Listening, std::thread::JoinHandle<usize>) {
        let (heard, hears) = mpsc::unbounded();
        let listening = Listening::begin(place.clone(), heard).expect("listening");
        let answering = std::thread::spawn(move || {
            let callers = iced::futures::executor::block_on_stream(hears);
            callers.take(answers).inspect(Caller::answer).count()
        });
        (listening, answering)
    }

    #[test]
    fn the_window_that_listens_is_asked_and_answers_every_caller() {
        let folder = tempfile::tempdir().expect("folder");
        let place = place(folder.path());
        assert!(!place.ask(), "nobody is there");
        let (listening, answering) = window(&place, 2);
        assert!(place.ask() && place.ask());
        assert_eq!(answering.join().expect("answered"), 2);
        drop(listening);
        assert!(!place.ask(), "nobody is there any more");
    }

    #[test]
    fn a_window_that_was_killed_leaves_its_place_to_the_next() {
        let folder = tempfile::tempdir().expect("folder");
        let place = place(folder.path());
        let mut dead = place.take().expect("taken");
        dead.do_not_reclaim_name_on_drop();
        drop(dead);
        assert!(!place.ask());
        let (_listening, answering) = window(&place, 1);
        assert!(place.ask());
        answering.join().expect("answered");
    }

    #[test]
    fn a_file_has_one_place_however_it_is_named() {
        let folder = tempfile::tempdir().expect("folder");
        let file = folder.path().join("dữ liệu.taphuan");
        assert!(Meeting::of(&file).is_none(), "no file");
        std::fs::write(&file, "").expect("written");
        let same = folder.path().join(".").join("dữ liệu.taphuan");
        let of = |file: &Path| Meeting::of(file).map(|place| place.0);
        assert_eq!(of(&file), of(&same));
        let other = folder.path().join("khác.taphuan");
        std::fs::write(&other, "").expect("written");
        assert!(of(&other).is_none() || of(&file) != of(&other));
    }
}
