//! A path that is typed, where the system has no file dialog: what stands in its folder is offered
//! under it.

use std::path::{Path, PathBuf};

use iced::widget::{column, operation};
use iced::{Element, Length, Size, Task};

use super::Wish;
use super::folder::{self, Entry};
use super::request::Request;
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::message::Message as Window;
use crate::app::state::App;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small};
use crate::app::widget::ellipsis::ellipsis;
use crate::app::widget::{arrows, button, dialog, offer, search};
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::vietnamese::fold::fold;

/// So many of a folder are shown; letters find the others.
const SHOWN: usize = 60;

/// The dialog.
pub(in crate::app) struct State {
    request: Request,
    usual: PathBuf,
    text: String,
    /// What stands in the folder of the text.
    listed: Option<(PathBuf, Vec<Entry>)>,
    /// Which of what is offered is marked.
    marked: Option<usize>,
    /// There is such a file: it is asked whether it may go.
    replaces: Option<PathBuf>,
    refused: Option<Sentence>,
}

/// What happens in it.
#[derive(Clone)]
pub enum Message {
    /// Letters were typed.
    Typed(String),
    /// What stands in a folder.
    Listed(PathBuf, Vec<Entry>),
    /// The mark goes down, or up.
    Step(bool),
    /// This of what is offered is wanted.
    Chosen(usize),
    /// The folder above is wanted.
    Up,
    /// Enter.
    Enter,
    /// What is typed is wanted.
    Confirm,
    /// What stands at that path.
    Seen(PathBuf, Seen),
    /// The file that is there may go, or may not.
    Replace(bool),
    /// The dialog closes.
    Close,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// A folder.
    Folder,
    /// A file.
    File,
    /// Nothing, but its folder is there.
    Nothing,
    /// Not even its folder.
    NoFolder,
}

fn look(path: &Path) -> Seen {
    match path {
        _ if path.is_dir() => Seen::Folder,
        _ if path.exists() => Seen::File,
        _ if path.parent().is_some_and(Path::is_dir) => Seen::Nothing,
        _ => Seen::NoFolder,
    }
}

fn home() -> Option<PathBuf> {
    directories::BaseDirs::new().map(|folders| folders.home_dir().to_owned())
}

impl App {
    /// A path is asked for.
    pub(in crate::app) fn path_asked(&mut self, request: Request) -> Task<Window> {
        let (state, listed) = State::new(request);
        self.typed = Some(state);
        listed.map(Window::Path)
    }

    /// In the dialog in which it is typed.
    pub(in crate::app) fn update_path(&mut self, message: Message) -> Task<Window> {
        let Some(state) = &mut self.typed else { return Task::none() };
        let (stays, task) = state.update(message);
        if !stays {
            self.typed = None;
        }
        task.map(Window::Path)
    }
}

impl State {
    /// The dialog for a request.
    pub(in crate::app) fn new(request: Request) -> (Self, Task<Message>) {
        let usual = request.dialog.folder.clone().or_else(home).unwrap_or_default();
        let folder = format!("{}{}", usual.display(), std::path::MAIN_SEPARATOR);
        let text = request.in_folder(&folder.replace("//", "/"));
        let replaces = request.replaces.clone();
        let state = Self { request, usual, text, listed: None, marked: None, replaces, refused: None };
        let listed = state.list();
        (state, Task::batch([listed, operation::move_cursor_to_end(search::ID)]))
    }

    /// Takes in a message. False when the dialog is done.
    pub(in crate::app) fn update(&mut self, message: Message) -> (bool, Task<Message>) {
        match message {
            Message::Typed(text) => return (true, self.write(text)),
            Message::Listed(folder, entries) => {
                if folder == self.folder() {
                    self.listed = Some((folder, entries));
                    self.marked = None;
                }
            }
            Message::Step(down) => {
                let last = self.offered().len().min(SHOWN).checked_sub(1);
                self.marked = match (self.marked, down) {
                    (None, true) => last.map(|_| 0),
                    (None | Some(0), false) => None,
                    (Some(at), true) => last.map(|last| (at + 1).min(last)),
                    (Some(at), false) => Some(at - 1),
                };
                return (true, offer::scroll_to(self.marked.unwrap_or(0)));
            }
            Message::Enter => match self.marked {
                Some(place) => return (true, self.choose(place)),
                None => return (true, self.see()),
            },
            Message::Chosen(place) => return (true, self.choose(place)),
            Message::Up => {
                let above = self.folder().parent().map(|folder| folder.display().to_string());
                return (true, above.map_or_else(Task::none, |folder| self.enter(&folder)));
            }
            Message::Confirm => return (true, self.see()),
            Message::Seen(path, seen) => return self.seen(path, seen),
            Message::Replace(true) => {
                self.request.answer(self.replaces.take().into_iter().collect());
                return (false, Task::none());
            }
            Message::Replace(false) if self.request.replaces.is_none() => self.replaces = None,
            Message::Replace(false) | Message::Close => {
                self.request.answer(Vec::new());
                return (false, Task::none());
            }
        }
        (true, Task::none())
    }

    /// The folder of what is typed.
    fn folder(&self) -> PathBuf {
        folder::meant(folder::parted(&self.text).0, &self.usual, home().as_deref())
    }

    fn write(&mut self, text: String) -> Task<Message> {
        (self.text, self.marked, self.refused) = (text, None, None);
        match self.listed.as_ref().is_some_and(|(folder, _)| *folder == self.folder()) {
            true => Task::none(),
            false => self.list(),
        }
    }

    fn list(&self) -> Task<Message> {
        let (folder, endings) = (self.folder(), self.request.endings());
        let of = folder.clone();
        job::blocking(move || folder::entries(&folder, &endings))
            .map(move |entries| Message::Listed(of.clone(), entries.unwrap_or_default()))
    }

    /// What the last part of the text may mean, first what begins with it. Where a new file gets its
    /// name, all folders.
    fn offered(&self) -> Vec<&Entry> {
        let words = fold(folder::parted(&self.text).1);
        let entries = self.listed.as_ref().map_or(&[][..], |(_, entries)| entries);
        let mut meant: Vec<(&Entry, String)> =
            entries.iter().map(|entry| (entry, fold(&entry.name))).collect();
        let is_meant = |name: &String| name.contains(words.as_str());
        if !matches!(self.request.wish, Wish::Place(_)) || meant.iter().any(|(_, name)| is_meant(name)) {
            meant.retain(|(_, name)| is_meant(name));
        }
        meant.sort_by_key(|(_, name)| !name.starts_with(words.as_str()));
        meant.into_iter().map(|(entry, _)| entry).collect()
    }

    fn choose(&mut self, place: usize) -> Task<Message> {
        let Some(entry) = self.offered().get(place).map(|entry| (*entry).clone()) else {
            return Task::none();
        };
        let text = format!("{}{}", folder::parted(&self.text).0, entry.name);
        if !entry.is_folder {
            self.text = text;
            return self.see();
        }
        self.enter(&text)
    }

    /// Goes into a folder.
    fn enter(&mut self, folder: &str) -> Task<Message> {
        let folder = format!("{}{}", folder.trim_end_matches('/'), std::path::MAIN_SEPARATOR);
        let text = self.request.in_folder(&folder);
        Task::batch([self.write(text), operation::move_cursor_to_end(search::ID)])
    }

    /// Looks at what is typed: a folder on a network may take its time.
    fn see(&self) -> Task<Message> {
        if self.text.trim().is_empty() {
            return Task::none();
        }
        let typed = folder::meant(&self.text, &self.usual, home().as_deref());
        let ended = self.request.meant(typed.clone());
        let seen = job::blocking(move || match look(&typed) {
            Seen::Folder => (typed, Seen::Folder),
            _ => {
                let seen = look(&ended);
                (ended, seen)
            }
        });
        seen.and_then(|(path, seen)| Task::done(Message::Seen(path, seen)))
    }

    fn seen(&mut self, path: PathBuf, seen: Seen) -> (bool, Task<Message>) {
        let name = path.display().to_string();
        let refused = match (&self.request.wish, seen) {
            (Wish::Place(_), Seen::File) if !self.request.dialog.is_stem => {
                self.replaces = Some(path);
                return (true, Task::none());
            }
            (Wish::Folder, Seen::Folder)
            | (Wish::File | Wish::Files, Seen::File)
            | (Wish::Place(_), Seen::File | Seen::Nothing) => {
                self.request.answer(vec![path]);
                return (false, Task::none());
            }
            (Wish::File | Wish::Files | Wish::Place(_), Seen::Folder) => return (true, self.enter(&name)),
            (Wish::File | Wish::Files, Seen::Nothing | Seen::NoFolder) => {
                Sentence::new("typed-no-file").with("file", name)
            }
            (Wish::Folder, _) => Sentence::new("typed-no-folder").with("folder", name),
            (Wish::Place(_), Seen::NoFolder) => {
                let folder = path.parent().unwrap_or(&path).display().to_string();
                Sentence::new("typed-no-folder").with("folder", folder)
            }
        };
        // What is offered is named as the way out only where there is anything.
        self.refused = Some(refused.with("offered", self.offered().len()));
        (true, Task::none())
    }

    /// The dialog, in a window of this size.
    pub(in crate::app) fn view<'a>(&'a self, locale: &'a Locale, size: Size) -> Element<'a, Message> {
        if let Some(path) = &self.replaces {
            return ask_to_replace(path, locale);
        }
        let field = search::entry(
            Tone::Neutral,
            &self.text,
            &locale.text("typed-path"),
            (Icon::FolderOpen, ""),
            Message::Typed,
            Some(Message::Enter),
        );
        let hint = self.request.dialog.hint.clone().unwrap_or_else(|| locale.text("typed-hint"));
        let refused = self.refused.as_ref().map(|reason| {
            plain(locale.say(reason), Role::Body).color(Tone::Danger.strong()).width(Length::Fill)
        });
        let offered = self.offered();
        let more = offered.len().checked_sub(SHOWN).filter(|more| *more > 0);
        let lines = offered.into_iter().take(SHOWN).enumerate().map(|(place, entry)| self.line(place, entry));
        let more = more.map(|more| small(locale.say(&Sentence::new("typed-more").with("count", more))));
        let high = (size.height - 345.0).clamp(space::ROW, 300.0).floor();
        let list = offer::list(column(lines).push(more), high);
        let up = button::quiet(Some(Icon::ArrowUp), locale.text("typed-up"))
            .id("typed-up")
            .on_press_maybe(self.folder().parent().map(|_| Message::Up));
        let content = column![small(hint), field, up].push(refused).push(list).spacing(space::M);
        let go = match self.request.wish {
            Wish::File | Wish::Files => "typed-open",
            Wish::Folder => "typed-take-folder",
            Wish::Place(_) => "window-print-save-here",
        };
        let cancel = button::secondary(None, locale.text("window-cancel")).on_press(Message::Close);
        let go = button::primary(None, locale.text(go)).id("path-go").on_press(Message::Confirm);
        let title = self.request.dialog.title.as_str();
        let dialog = dialog::wide(title, content, [cancel.into(), go.into()], Message::Close);
        arrows::arrows(dialog, Message::Step)
    }

    fn line<'a>(&self, place: usize, entry: &'a Entry) -> Element<'a, Message> {
        let icon = if entry.is_folder { Icon::FolderOpen } else { Icon::FileText };
        let name = ellipsis(entry.name.as_str(), Role::Body, palette::INK);
        offer::offer(icon, name, self.marked == Some(place), Message::Chosen(place))
    }
}

fn ask_to_replace<'a>(path: &Path, locale: &'a Locale) -> Element<'a, Message> {
    let words = Sentence::new("window-print-replace-words").with("count", 1_usize);
    let content = column![body(locale.say(&words)), body(path.display().to_string())];
    let back = button::secondary(None, locale.text("window-cancel")).on_press(Message::Replace(false));
    let replace = button::danger(None, locale.text("window-print-replace"))
        .id("path-replace")
        .on_press(Message::Replace(true));
    let title = locale.text("window-print-replace-title");
    dialog::dialog(
        title,
        content.spacing(space::M).width(Length::Fill),
        [back.into(), replace.into()],
        Message::Replace(false),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A dialog over a folder with a list and a folder in it, and what it will answer.
    fn dialog(wish: Wish) -> (tempfile::TempDir, State, oneshot::Receiver<Vec<PathBuf>>) {
        let folder = tempfile::tempdir().expect("folder");
        std::fs::write(folder.path().join("ds.xlsx"), "").expect("written");
        std::fs::create_dir(folder.path().join("Xã Tam Đại")).expect("made");
        let dialog = super::super::dialog("Chọn".into(), "Excel", &["xlsx"]).set_directory(folder.path());
        let (request, answered) = Request::new(dialog, wish, None);
        let (mut state, _) = State::new(request);
        let entries = folder::entries(folder.path(), &state.request.endings());
        let _ = state.update(Message::Listed(state.folder(), entries));
        (folder, state, answered)
    }

    /// Wants what is typed; whether the dialog is still open then.
    fn confirm(state: &mut State) -> bool {
        let typed = state.request.meant(folder::meant(&state.text, &state.usual, None));
        let seen = look(&typed);
        state.update(Message::Seen(typed, seen)).0
    }

    #[test]
    fn a_file_is_found_by_a_few_letters_and_the_arrows() {
        let (folder, mut state, answered) = dialog(Wish::File);
        let _ = state.update(Message::Typed(format!("{}/đ", folder.path().display())));
        let names =
            |state: &State| state.offered().iter().map(|entry| entry.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&state), ["ds.xlsx", "Xã Tam Đại"], "what begins with it first, without diacritics");
        let _ = state.update(Message::Step(true));
        let _ = state.update(Message::Enter);
        assert!(!confirm(&mut state));
        assert_eq!(answered.recv(), Ok(vec![folder.path().join("ds.xlsx")]));
    }

    #[test]
    fn a_file_that_is_there_is_replaced_only_after_it_was_asked() {
        let (folder, mut state, answered) = dialog(Wish::Place("moi.xlsx".into()));
        assert!(state.text.ends_with("/moi.xlsx"), "{}", state.text);
        let _ = state.update(Message::Typed(format!("{}/ds", folder.path().display())));
        assert!(
            confirm(&mut state) && state.replaces.is_some(),
            "its ending is added before it is looked at"
        );
        let _ = state.update(Message::Replace(false));
        assert!(confirm(&mut state), "it is asked again");
        assert!(!state.update(Message::Replace(true)).0);
        assert_eq!(answered.recv(), Ok(vec![folder.path().join("ds.xlsx")]));
    }

    #[test]
    fn a_file_whose_name_was_completed_is_asked_about_and_no_goes_back_to_the_system() {
        let dialog = super::super::dialog("Lưu".into(), "Excel", &["xlsx"]);
        let there = PathBuf::from("/home/an/ban 1.2.xlsx");
        assert_eq!(dialog.ended("/home/an/ban 1.2".into()), there);
        for (answer, answered) in [(false, Vec::new()), (true, vec![there.clone()])] {
            let wish = Wish::Place("ban.xlsx".into());
            let (request, answers) = Request::new(dialog.clone(), wish, Some(there.clone()));
            let (mut state, _) = State::new(request);
            assert!(!state.update(Message::Replace(answer)).0, "no path is asked for");
            assert_eq!(answers.recv(), Ok(answered));
        }
    }

    #[test]
    fn a_name_that_several_files_begin_with_replaces_none() {
        let (folder, mut state, answered) = dialog(Wish::Place("ds.xlsx".into()));
        state.request.dialog.is_stem = true;
        assert!(!confirm(&mut state));
        assert_eq!(answered.recv(), Ok(vec![folder.path().join("ds.xlsx")]));
    }

    #[test]
    fn what_is_not_there_is_said_and_closing_answers_nothing() {
        let (folder, mut state, answered) = dialog(Wish::File);
        let _ = state.update(Message::Typed(format!("{}/khong-co.xlsx", folder.path().display())));
        assert!(confirm(&mut state));
        assert_eq!(state.refused.as_ref().map(|reason| reason.id.as_str()), Some("typed-no-file"));
        assert!(!state.update(Message::Close).0);
        assert_eq!(answered.recv(), Ok(Vec::new()));
    }
}
