//! Lists before they are written: what each column holds, what each row means, and
//! one button that does it. Takes the place of the tab it was called from.
//!
//! Often each commune sends a file of its own: several are looked at one by one and
//! written together.

mod account;
mod columns;
mod decide;
mod file;
mod rows;
mod sheets;
mod view;
mod wishes;
mod writing;

use std::path::PathBuf;

use iced::Task;

use super::{Action, Context, Told};
use crate::app::files;
use crate::app::import::{Prepared, Source, apply, told};
use crate::app::widget::table::Selection;
use crate::domain::id::SessionId;
use crate::domain::list::{Choice, ListEncoding, PlannedRow, RowKind, row_name};
use crate::intake::{self, Field};
use crate::sentence::Sentence;
use crate::store::StoreError;
pub use account::Part;
use file::{File, Stage};
use wishes::Wish;
use writing::Writing;

/// What is on show.
pub struct State {
    session: SessionId,
    files: Vec<File>,
    /// The file that is looked at.
    at: usize,
    /// The sheet that is looked at, where the file has several; `None` for all.
    sheet: Option<String>,
    part: Part,
    /// The rows in view, by their place in the plan.
    found: Vec<usize>,
    selection: Selection,
    writing: Option<Writing>,
}

/// A list with so many rows changes much: a backup is made before.
const MANY: usize = 200;

/// What happens on this page.
#[derive(Clone)]
pub enum Message {
    /// A file was read, or why not. The number names the reading it answers.
    Read(u64, Result<Box<Prepared>, Sentence>),
    /// Another of the files is to be seen.
    FileChosen(usize),
    /// The file on show is left out.
    LeftOut,
    /// A column holds this.
    Meaning(u32, Field),
    /// The file is in these letters; `None` to tell by its cells.
    Letters(Option<ListEncoding>),
    /// Names in capitals are to be put in small letters, or not.
    SmallLetters(bool),
    /// Doubtful rows are to come in, or not.
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
    /// A part of the file is to be seen.
    Opened(Part),
    /// A row is taken in, or left out again.
    Turned(usize),
    /// Rows that may be nobody are to come in, or not.
    InDoubt(bool),
    /// What is hidden or struck is to come in, or not.
    Unseen(bool),
    /// Rows were selected.
    Selected(Selection),
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
    /// The page closes.
    Cancel,
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
    pub fn read(sources: Vec<Source>, session: SessionId, context: Context<'_>) -> (Self, Task<Message>) {
        let mut state = Self {
            session,
            files: Vec::new(),
            at: 0,
            sheet: None,
            part: Part::default(),
            found: Vec::new(),
            selection: Selection::default(),
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
        // Of files that gave no list nothing is left to look at once there are others.
        self.files.retain(|file| !matches!(file.stage, Stage::Refused(_)));
        self.at = self.at.min(self.files.len().saturating_sub(1));
        let mut tasks = Vec::new();
        for source in sources {
            if self.files.iter().all(|file| file.source != source) {
                let mut file = File::new(source);
                tasks.push(file.read(self.session, context));
                self.files.push(file);
            }
        }
        self.find();
        Task::batch(tasks)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        let action = match message {
            Message::Read(number, answer) => {
                if let Some(file) = self.files.iter_mut().find(|file| file.number == number) {
                    file.stage = match answer {
                        Ok(prepared) => Stage::Ready(prepared),
                        Err(reason) => Stage::Refused(reason),
                    };
                    self.find();
                }
                Action::None
            }
            Message::FileChosen(at) => {
                self.at = at;
                self.sheet = None;
                self.part = Part::default();
                self.find();
                Action::None
            }
            Message::LeftOut if self.files.len() > 1 => {
                self.files.remove(self.at);
                self.at = self.at.min(self.files.len() - 1);
                self.sheet = None;
                self.find();
                Action::None
            }
            Message::Meaning(column, field) => {
                let layout = self.shown().map(|prepared| self.layout(prepared).fingerprint());
                match layout {
                    Some(layout) => self.read_again(context, |file| file.teach(layout, column, field)),
                    None => Action::None,
                }
            }
            Message::Letters(letters) => {
                self.read_again(context, |file| file.wishes.reading.encoding = letters)
            }
            Message::SmallLetters(wished) => {
                self.read_again(context, |file| file.wishes.small_letters = wished)
            }
            Message::Doubtful(wished) => {
                let choice = if wished { Choice::Add } else { Choice::Skip };
                if let Some(file) = self.files.get_mut(self.at) {
                    file.wishes.doubtful = wished;
                    if let Stage::Ready(prepared) = &mut file.stage {
                        prepared.plan.choose_for(RowKind::Duplicate, choice);
                    }
                }
                Action::None
            }
            Message::Commune(commune) => {
                self.read_again(context, |file| file.wishes.reading.commune = commune)
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
                    left_out.push(sheet);
                }
            }),
            Message::Chosen(choice) => self.choose(choice),
            Message::Opened(part) => {
                self.part = part;
                self.find();
                Action::None
            }
            Message::Turned(row) => self.turn(row),
            Message::InDoubt(wished) => self.read_again(context, |file| file.wishes.in_doubt = wished),
            Message::Unseen(wished) => self.read_again(context, |file| file.wishes.reading.unseen = wished),
            Message::Selected(selection) => {
                self.selection = selection;
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
            Message::Cancel if !self.is_writing() => return Answer::Close,
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
            Message::LeftOut | Message::Another | Message::Cancel => Action::None,
        };
        Answer::Open(action)
    }

    /// Reads the file on show again, with another wish.
    fn read_again(&mut self, context: Context<'_>, wish: impl FnOnce(&mut File)) -> Action<Message> {
        let session = self.session;
        match self.files.get_mut(self.at) {
            Some(file) if self.writing.is_none() => {
                wish(file);
                Action::Run(file.read(session, context))
            }
            _ => Action::None,
        }
    }

    /// Takes in a row, or leaves it out again: Enter and a double click.
    fn turn(&mut self, row: usize) -> Action<Message> {
        let row = self.found.get(row).copied();
        let planned = row.and_then(|row| self.shown()?.plan.rows.get(row));
        let Some(planned) = planned.filter(|_| self.writing.is_none()) else { return Action::None };
        let wanted = match planned.choice {
            Choice::Skip => planned.choices().iter().copied().find(|choice| *choice != Choice::Skip),
            _ => Some(Choice::Skip),
        };
        match wanted {
            Some(choice) => self.choose(choice),
            None => Action::None,
        }
    }

    /// Decides about the rows that are selected; says so where one stays as it was.
    fn choose(&mut self, choice: Choice) -> Action<Message> {
        let rows: Vec<usize> = self.selection.rows().filter_map(|row| self.found.get(row).copied()).collect();
        let Some(prepared) = self.files.get_mut(self.at).and_then(File::prepared_mut) else {
            return Action::None;
        };
        let decided = prepared.plan.choose(&rows, choice);
        let Some((row, holder)) = decided.taken.first() else { return Action::None };
        let (row, holder) = (&prepared.plan.rows[*row], &prepared.plan.rows[*holder]);
        let name = |row: &PlannedRow| row_name(row.row, row.sheet.as_deref());
        Action::Fail(
            Sentence::new("window-import-taken")
                .with("row", name(row))
                .with("name", row.person.full_name.as_str())
                .with("other", name(holder)),
        )
    }

    fn apply(&mut self, context: Context<'_>) -> Action<Message> {
        let ready = self.files.iter().all(|file| !matches!(file.stage, Stage::Reading));
        if self.is_writing() || !ready || self.writes() == 0 || !context.can_write() {
            return Action::None;
        }
        let (writing, beat) = Writing::begin();
        let by_hand = self.files.iter().flat_map(|file| &file.wishes.reading.by_hand);
        let taught = by_hand.map(|(layout, _)| layout.clone()).collect();
        let lists = self.files.iter().filter_map(File::prepared).cloned().collect();
        let task = apply(context.store.clone(), self.session, lists, taught, writing.progress.clone());
        self.writing = Some(writing);
        let written = Action::write_task(task, |answer: Result<_, StoreError>| {
            (Some(Message::Applied(answer.is_ok())), answer.as_ref().ok().map(told))
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
        let Some(file) = self.files.get(self.at) else { return Action::None };
        let stem = file.source.name();
        let stem = stem.rsplit_once('.').map_or(stem.as_str(), |(stem, _)| stem);
        let dialog = files::dialog(context.t("window-import-save-errors"), "Excel", &["xlsx"]);
        Action::Run(files::place(dialog, &format!("{stem}-dong-loi.xlsx")).map(Message::ErrorsTo))
    }

    fn save_errors(&self, path: PathBuf, context: Context<'_>) -> Action<Message> {
        let Some(prepared) = self.files.get(self.at).and_then(File::prepared) else { return Action::None };
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

    /// The file on show, once it was read.
    fn shown(&self) -> Option<&Prepared> {
        self.files.get(self.at).and_then(File::prepared)
    }

    /// How many rows change something, over all files.
    /// How many rows would be written.
    fn writes(&self) -> usize {
        self.files.iter().filter_map(File::prepared).map(file::writes).sum()
    }

    fn find(&mut self) {
        self.selection.clear();
        self.found = match self.shown() {
            Some(prepared) => {
                let rows = &prepared.plan.rows;
                let mut found: Vec<usize> =
                    self.places(prepared).filter(|at| self.part.holds(&rows[*at])).collect();
                // Who needs a look stands first.
                found.sort_by_key(|at| !rows[*at].is_doubtful());
                found
            }
            None => Vec::new(),
        };
    }
}
