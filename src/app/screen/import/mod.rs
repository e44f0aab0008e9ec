//! Lists before they are written: what each column holds, what each row means, and
//! one button that does it. Takes the place of the tab it was called from.
//!
//! Often each commune sends a file of its own: all are looked at in one view, or one by
//! one, and written together.

mod account;
mod columns;
mod deciding;
mod file;
mod found;
mod leaving;
mod panel;
mod rows;
mod sheets;
mod view;
mod wishes;
mod writing;

use std::path::PathBuf;

use iced::Task;

use super::person_form::Change;
use super::session::delegates::wanted;
use super::{Action, Context, Told};
use crate::app::files;
use crate::app::import::{Prepared, Source, apply, told};
use crate::app::widget::table::Selection;
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SessionId};
use crate::domain::list::{Choice, ListEncoding, PlannedRow, RowKind};
use crate::domain::person_field::PersonField;
use crate::intake;
use crate::sentence::Sentence;
use crate::store::StoreError;
pub use account::Part;
use columns::ColumnMeaning;
use deciding::SameValue;
use file::{File, Stage};
use found::Place;
use wishes::Wish;
use writing::Writing;

/// What is on show.
pub struct State {
    session: SessionId,
    /// Who was in the session last before.
    last_known: Option<DelegateId>,
    files: Vec<File>,
    /// The one file that is looked at; `None` for all.
    at: Option<usize>,
    /// The sheet that is looked at, where the file has several; `None` for all.
    sheet: Option<String>,
    part: Part,
    /// The rows in view.
    found: Vec<Place>,
    selection: Selection,
    /// Rows that say what was just corrected in another.
    same: Option<SameValue>,
    /// Whether the user is asked before what was corrected is given up.
    leaving: bool,
    writing: Option<Writing>,
}

/// A list with so many rows changes much: a backup is made before.
const MANY: usize = 200;

/// What happens on this page.
#[derive(Clone)]
pub enum Message {
    /// A file was read, or why not. The number names the reading it answers.
    Read(u64, Result<Box<Prepared>, Sentence>),
    /// One of the files is to be seen, or all.
    FileChosen(Option<usize>),
    /// A file is left out.
    LeftOut(usize),
    /// A column holds this.
    Meaning(u32, ColumnMeaning),
    /// The file is in these letters; `None` to tell by its cells.
    Letters(Option<ListEncoding>),
    /// Names in capitals are to be put in small letters, or not.
    SmallLetters(bool),
    /// Rows that may repeat somebody are to come in, or not.
    Doubtful(bool),
    /// The commune that sent the file; `None` for what the file says.
    Commune(Option<String>),
    /// Something is wished for when the lists are written, or not.
    Wished(Wish, bool),
    /// Another sheet is to be seen; `None` for all.
    SheetChosen(Option<String>),
    /// A sheet is read, or left out.
    SheetTaken(String, bool),
    /// What becomes of the rows that are selected.
    Chosen(Choice),
    /// A part of the lists is to be seen.
    Opened(Part),
    /// A row is taken in, or left out again.
    Turned(usize),
    /// A field of a row is corrected.
    Corrected(Place, Change),
    /// So are all others that say the same.
    CorrectedAll,
    /// They are not.
    CorrectedOne,
    /// What is known stays in a field of the row, or is changed by an update.
    Kept(Place, PersonField, bool),
    /// Rows that may be nobody are to come in, or not.
    InDoubt(bool),
    /// What is hidden or struck is to come in, or not.
    Unseen(bool),
    /// Rows were selected.
    Selected(Selection),
    /// The panel closes.
    ClosePanel,
    /// Rows with an error are to be saved, to be mended.
    SaveErrors,
    /// A place for them was chosen.
    ErrorsTo(Option<PathBuf>),
    /// They were saved, or why not.
    ErrorsSaved(Told),
    /// More files are wanted.
    Another,
    /// The lists are to be written.
    Apply,
    /// Time to look how far that is.
    Beat,
    /// Writing is to stop.
    Stop,
    /// They were written, or why not.
    Applied(bool),
    /// The page is to close.
    Cancel,
    /// Esc: what is open closes, at last the page.
    Escape,
    /// The page closes though something was corrected.
    Leave,
    /// The page stays.
    Stay,
}

/// What the tab does after a message.
pub enum Answer {
    /// The page stays.
    Open(Action<Message>),
    /// The page closes.
    Close,
    /// More files are to be chosen.
    Another,
    /// They were written; the sentence says what.
    Done,
}

impl State {
    /// Starts to read lists into a session.
    pub fn read(sources: Vec<Source>, dossier: &Dossier, context: Context<'_>) -> (Self, Task<Message>) {
        let mut state = Self {
            session: dossier.session.id,
            last_known: dossier.delegates.iter().map(|one| one.id).max(),
            files: Vec::new(),
            at: None,
            sheet: None,
            part: Part::default(),
            found: Vec::new(),
            selection: Selection::default(),
            same: None,
            leaving: false,
            writing: None,
        };
        let task = state.add(sources, context);
        (state, task)
    }

    /// Starts to read further lists. One that stands here already is not read twice.
    pub fn add(&mut self, sources: Vec<Source>, context: Context<'_>) -> Task<Message> {
        if self.is_writing() {
            return Task::none();
        }
        let mut tasks = Vec::new();
        for source in sources {
            match self.files.iter_mut().find(|file| file.source == source) {
                // It may have been mended meanwhile.
                Some(file) if matches!(file.stage, Stage::Refused(_)) => {
                    tasks.push(file.read(self.session, context));
                }
                Some(_) => {}
                None => {
                    let mut file = File::new(source);
                    tasks.push(file.read(self.session, context));
                    self.files.push(file);
                }
            }
        }
        self.look_at(None);
        Task::batch(tasks)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        let action = match message {
            Message::Read(number, answer) => {
                self.take_in(number, answer, context);
                Action::None
            }
            Message::FileChosen(at) => {
                self.look_at(at);
                Action::None
            }
            Message::LeftOut(at) => {
                if self.files.len() > 1 && !self.is_writing() {
                    self.files.remove(at);
                    self.look_at(None);
                }
                Action::None
            }
            Message::Meaning(column, meaning) => match self.layout_key() {
                Some(layout) => self.read_again(context, |file| file.teach(layout.clone(), column, &meaning)),
                None => Action::None,
            },
            Message::Letters(letters) => {
                self.read_again(context, |file| file.wishes.reading.encoding = letters)
            }
            Message::SmallLetters(wished) => {
                self.read_again(context, |file| file.wishes.small_letters = wished)
            }
            Message::Doubtful(wished) => {
                let choice = if wished { Choice::Add } else { Choice::Skip };
                for file in self.shown_mut() {
                    file.wishes.doubtful = wished;
                    file.forget_choices(|row| row.outcome.kind() == RowKind::Duplicate);
                    if let Some(prepared) = file.stage.prepared_mut() {
                        prepared.plan.choose_for(RowKind::Duplicate, choice);
                    }
                }
                Action::None
            }
            Message::Commune(commune) => {
                self.read_again(context, |file| file.wishes.reading.commune.clone_from(&commune))
            }
            Message::Wished(wish, wished) => {
                if !self.is_writing() {
                    self.wish(wish, wished);
                }
                Action::None
            }
            Message::SheetChosen(sheet) => {
                self.sheet = sheet;
                self.find();
                Action::None
            }
            Message::SheetTaken(sheet, taken) => self.read_again(context, |file| {
                let left_out = &mut file.wishes.reading.left_out;
                left_out.retain(|name| *name != sheet);
                if !taken {
                    left_out.push(sheet.clone());
                }
            }),
            Message::Opened(part) => {
                self.part = part;
                self.find();
                Action::None
            }
            Message::InDoubt(wished) => self.read_again(context, |file| {
                file.wishes.in_doubt = wished;
                file.forget_choices(PlannedRow::is_doubtful);
            }),
            Message::Unseen(wished) => self.read_again(context, |file| file.wishes.reading.unseen = wished),
            Message::Selected(selection) => {
                self.selection = selection;
                self.same = None;
                Action::None
            }
            Message::ClosePanel => {
                self.selection.clear();
                Action::None
            }
            Message::SaveErrors => self.pick_for_errors(context),
            Message::ErrorsTo(path) => match path {
                Some(path) => self.save_errors(path, context),
                None => Action::None,
            },
            Message::ErrorsSaved(Ok(told)) => Action::Say(told),
            Message::ErrorsSaved(Err(reason)) => Action::Fail(reason),
            Message::Another if !self.is_writing() => return Answer::Another,
            Message::Apply => self.apply(context),
            Message::Beat => match &mut self.writing {
                Some(writing) => Action::Run(writing.beat()),
                None => Action::None,
            },
            Message::Stop => {
                self.stop();
                Action::None
            }
            Message::Applied(true) => return Answer::Done,
            Message::Applied(false) => {
                self.writing = None;
                Action::None
            }
            Message::Another => Action::None,
            message @ (Message::Cancel | Message::Escape | Message::Leave | Message::Stay) => {
                return self.leave(&message);
            }
            deciding => self.decide(deciding, context),
        };
        Answer::Open(action)
    }

    /// Reads the files on show again, with another wish.
    fn read_again(&mut self, context: Context<'_>, wish: impl Fn(&mut File)) -> Action<Message> {
        if self.is_writing() {
            return Action::None;
        }
        let session = self.session;
        let tasks: Vec<_> = self
            .shown_mut()
            .map(|file| {
                wish(file);
                file.read(session, context)
            })
            .collect();
        Action::Run(Task::batch(tasks))
    }

    fn apply(&mut self, context: Context<'_>) -> Action<Message> {
        if self.is_writing() || self.is_being_read() || self.writes() == 0 || !context.can_write() {
            return Action::None;
        }
        let (writing, beat) = Writing::begin();
        let by_hand = self.files.iter().flat_map(|file| &file.wishes.reading.by_hand);
        let taught = by_hand.map(|(layout, _)| layout.clone()).collect();
        let lists = self.files.iter().filter_map(File::prepared).cloned().collect();
        let task = apply(context.store.clone(), self.session, lists, taught, writing.progress.clone());
        self.writing = Some(writing);
        let (session, last) = (self.session, self.last_known);
        let written = Action::write_seen(task, move |answer: Result<_, StoreError>| {
            let seen = answer.as_ref().ok().map(|counts| {
                let those = (counts.new > 0).then(|| wanted::those_after(last, session));
                (told(counts), those)
            });
            (Some(Message::Applied(answer.is_ok())), seen)
        });
        let written = if self.writes() >= MANY { written.after_backup() } else { written };
        Action::All(vec![written, Action::Run(beat)])
    }

    /// Asks the writing to stop.
    pub fn stop(&self) {
        if let Some(writing) = &self.writing {
            writing.progress.cancel();
        }
    }

    fn pick_for_errors(&self, context: Context<'_>) -> Action<Message> {
        let Some(file) = self.only() else { return Action::None };
        let stem = file.source.name();
        let stem = stem.rsplit_once('.').map_or(stem.as_str(), |(stem, _)| stem);
        let dialog = files::dialog(context.t("window-import-save-errors"), "Excel", &["xlsx"]);
        Action::Run(files::place(dialog, &format!("{stem}-dong-loi.xlsx")).map(Message::ErrorsTo))
    }

    fn save_errors(&self, path: PathBuf, context: Context<'_>) -> Action<Message> {
        let Some(prepared) = self.only().and_then(File::prepared) else { return Action::None };
        let (list, language) = (prepared.list.clone(), context.locale.language());
        let book = move || {
            let locale = crate::locale::Locale::new(language);
            intake::error_rows(&list, &locale).map(Option::unwrap_or_default)
        };
        Action::work(files::write(path, "window-import-errors-saved", book), Message::ErrorsSaved)
    }

    /// Whether the lists are being written: the page stays until that is done or stopped.
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// Whether a file is being read, for the first time or again: what is seen of it may change.
    fn is_being_read(&self) -> bool {
        self.files.iter().any(File::is_being_read)
    }

    /// How many rows would be written, over all files.
    fn writes(&self) -> usize {
        self.files.iter().filter_map(File::prepared).map(file::writes).sum()
    }
}
