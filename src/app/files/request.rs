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
    answer: Answer,
}

/// Where the answer goes, once.
type Answer = Arc<Mutex<Option<oneshot::Sender<Vec<PathBuf>>>>>;

/// Asks the window; nothing where the dialog is closed, or there is no window.
pub(super) async fn ask(dialog: Dialog, wish: Wish) -> Vec<PathBuf> {
    let (request, answered) = Request::new(dialog, wish);
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
    pub(super) fn new(dialog: Dialog, wish: Wish) -> (Self, oneshot::Receiver<Vec<PathBuf>>) {
        let (answer, answered) = oneshot::channel();
        (Self { dialog, wish, answer: Arc::new(Mutex::new(Some(answer))) }, answered)
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

    /// What a path in this folder begins as.
    pub(super) fn in_folder(&self, folder: &str) -> String {
        match &self.wish {
            Wish::Place(name) => format!("{folder}{name}"),
            Wish::File | Wish::Files | Wish::Folder => folder.to_owned(),
        }
    }

    /// The path with the ending that its file gets.
    pub(super) fn ended(&self, path: PathBuf) -> PathBuf {
        let (Wish::Place(_), Some((_, endings))) = (&self.wish, &self.dialog.files) else { return path };
        let Some(ending) = endings.first() else { return path };
        match path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            true => path,
            false => PathBuf::from(format!("{}.{ending}", path.display())),
        }
    }
}
