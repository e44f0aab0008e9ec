//! A question for a path on its way to the window. Whoever asks waits for the answer, and does not know
//! who gives it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use iced::Subscription;
use iced::futures::channel::mpsc::{self, UnboundedSender};

use super::{Dialog, Wish};

/// The way to the window, once it listens. A process has one window, as the system has one dialog.
static WINDOW: Mutex<Option<UnboundedSender<Request>>> = Mutex::new(None);

/// A question on its way to the window.
#[derive(Clone)]
pub struct Request {
    pub(super) dialog: Dialog,
    pub(super) wish: Wish,
    /// The file that stands where the new one goes, by the name that was chosen already: only whether it may go is asked.
    pub(super) replaces: Option<PathBuf>,
    answer: Answer,
}

/// Where the answer goes, once.
type Answer = Arc<Mutex<Option<oneshot::Sender<Vec<PathBuf>>>>>;

/// Asks the window; of a file that stands where the new one goes, whether it may go. Nothing where the dialog is closed,
/// or there is no window.
pub(super) async fn ask(dialog: Dialog, wish: Wish, replaces: Option<PathBuf>) -> Vec<PathBuf> {
    let (request, answered) = Request::new(dialog, wish, replaces);
    let sent = {
        let window = WINDOW.lock().unwrap_or_else(PoisonError::into_inner);
        window.as_ref().is_some_and(|window| window.unbounded_send(request).is_ok())
    };
    if !sent {
        return Vec::new();
    }
    answered.into_future().await.unwrap_or_default()
}

/// Hears what is asked.
pub(in crate::app) fn listen() -> Subscription<Request> {
    Subscription::run(|| {
        let (asks, asked) = mpsc::unbounded();
        *WINDOW.lock().unwrap_or_else(PoisonError::into_inner) = Some(asks);
        asked
    })
}

impl Request {
    /// A question, and where its answer comes.
    pub(super) fn new(
        dialog: Dialog,
        wish: Wish,
        replaces: Option<PathBuf>,
    ) -> (Self, oneshot::Receiver<Vec<PathBuf>>) {
        let (answer, answered) = oneshot::channel();
        (Self { dialog, wish, replaces, answer: Arc::new(Mutex::new(Some(answer))) }, answered)
    }

    /// Answers it; none when the dialog was closed.
    pub(super) fn answer(&self, paths: Vec<PathBuf>) {
        let answer = self.answer.lock().unwrap_or_else(PoisonError::into_inner).take();
        // Nobody waits any more: the screen was left.
        answer.map(|answer| answer.send(paths).ok());
    }

    /// The endings of the files that may be the answer; none where it is a folder, or a new file.
    pub(super) fn endings(&self) -> Vec<String> {
        match (&self.wish, &self.dialog.files) {
            (Wish::File | Wish::Files, Some((_, endings))) => endings.clone(),
            _ => Vec::new(),
        }
    }

    /// The path that is meant by one that is typed: a new file gets its ending.
    pub(super) fn meant(&self, typed: PathBuf) -> PathBuf {
        match self.wish {
            Wish::Place(_) => self.dialog.ended(typed),
            Wish::File | Wish::Files | Wish::Folder => typed,
        }
    }

    /// What a path in this folder begins as.
    pub(super) fn in_folder(&self, folder: &str) -> String {
        match &self.wish {
            Wish::Place(name) => format!("{folder}{name}"),
            Wish::File | Wish::Files | Wish::Folder => folder.to_owned(),
        }
    }
}
