//! What happens in the window.

use std::path::PathBuf;

use iced::Point;

use super::data::{Ready, Source};
use super::leaving::Leaving;
use super::screen::{Finished, Goal, Route, Written};
use super::shortcut::Heard;
use super::shown::ScreenMessage;
use super::work::{Direction, Ticket, Visit};
use super::{backup_dialogs, everywhere, files, guide, new_session, refused, single_instance, window_size};
use crate::domain::id::{OperationId, SessionId};
use crate::domain::organisation::Organisation;
use crate::sentence::Sentence;
use crate::store::{CheckReport, Done, StoreError, Turn};

/// What happens in the window.
#[derive(Clone)]
pub enum Message {
    /// Another data file is to be opened.
    Open(Source),
    /// A data file was opened, or not.
    Opened(Source, Result<Ready, StoreError>),
    /// The size of the window changed.
    Measured(window_size::Measured),
    /// The offices of the data file.
    Offices(Result<Vec<Organisation>, StoreError>),
    /// On the screen on show.
    Screen(ScreenMessage),
    /// What is told of this data file, whichever is open by then.
    OfFile(PathBuf, Box<Message>),
    /// The data file answered a question of a screen.
    Answered(Ticket, ScreenMessage),
    /// Something else that a screen waited for came.
    Came(Visit, ScreenMessage),
    /// Long work of a screen ended.
    Finished(Visit, Box<Finished<ScreenMessage>>),
    /// A change of the data was answered.
    Written(Visit, Box<Written<ScreenMessage>>),
    /// Another screen is wanted.
    Go(Route),
    /// Something on a screen is wanted.
    See(Goal),
    /// A step back or forward is wanted: this one, or the next there is.
    Turn(Direction, Option<OperationId>),
    /// A step was turned, or not.
    Turned(Direction, Result<Done<Turn>, StoreError>),
    /// Search everywhere is wanted.
    SearchEverywhere,
    /// In that dialog.
    Everywhere(everywhere::Message),
    /// The page of the guide about what is on show is wanted.
    Help,
    /// In the guide.
    Guide(guide::Message),
    /// These lists are to be seen as they would come into a session.
    Import(SessionId, Vec<PathBuf>),
    /// In the dialog for a new session.
    NewSession(new_session::Message),
    /// A session was made, with lists to import.
    Created(Result<Done<SessionId>, StoreError>, Vec<PathBuf>),
    /// Lists for a new session were chosen; none when the dialog was closed.
    ListsPicked(Vec<PathBuf>),
    /// The file dialog for a data file is wanted.
    PickDataFile,
    /// A data file was chosen.
    DataFilePicked(Option<PathBuf>),
    /// A data file is to be begun.
    NewDataFile,
    /// A place for it was chosen.
    NewDataFilePicked(Option<PathBuf>),
    /// The file that was refused is tried again.
    TryAgain,
    /// What could not be saved is to be seen.
    ShowUnsaved,
    /// "Sửa": the field of this key, which could not be saved, is wanted.
    EditUnsaved(String),
    /// "Bỏ nội dung này": what stands in it is given up.
    DropUnsaved(String),
    /// The field that was sought has the focus.
    Found,
    /// Keys, files and the window itself.
    Heard(Heard),
    /// The program was started again with the file of this window.
    Called(single_instance::Caller),
    /// Where the window is as it closes.
    Left(Option<Point>),
    /// Fields have committed what could be; the program ends.
    Leave,
    /// The backup before closing was made, or not.
    BackedUpToClose(Result<(), StoreError>),
    /// The window closes without one.
    CloseNow,
    /// It may stand otherwise with the backups.
    BackupsChanged,
    /// A backup that was asked for was made, or not.
    BackedUp(Result<(), StoreError>),
    /// In a dialog of the backups.
    BackupDialog(backup_dialogs::Message),
    /// Whether another program wrote the file.
    WrittenElsewhere(Result<bool, StoreError>),
    /// The file was looked through, for a copy of it was damaged.
    Checked(Result<CheckReport, StoreError>),
    /// Whether the clock of the computer shows a time that cannot be.
    ClockLookedAt(bool),
    /// On the page of a file that cannot be opened.
    Refused(refused::Message),
    /// A path is asked for.
    PathAsked(Box<files::request::Request>),
    /// In that dialog.
    Path(files::typed::Message),
    /// What a toast tells of is to be opened.
    OpenMade(PathBuf),
    /// It was, or why not.
    MadeOpened(Option<Sentence>),
    /// Closes a toast.
    CloseToast(u64),
    /// Closes the dialog.
    CloseDialog,
    /// What was typed would be lost: it is asked first.
    AskToDiscard(Leaving),
    /// It is given up.
    Discard,
    /// It stays.
    Stay,
    /// Much of the window changed without a message, as when it is scrolled.
    Repaint,
}
