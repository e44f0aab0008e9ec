//! The user guide beside what one is doing (F1): a panel over the right of the window that leaves the rest usable, so
//! that steps are read while they are taken.

mod page;
mod panel;

use std::collections::HashMap;

use iced::widget::image::Handle;
use iced::widget::operation::{self, RelativeOffset};
use iced::{Element, Size, Task};

use super::data::Data;
use super::job::Told;
use super::machine::Machine;
use super::message::Message as Window;
use super::state::{App, Dialog};
use super::{files, job};
use crate::domain::picture::Picture;
use crate::export;
use crate::guide::{Block, Page, picture};
use crate::locale::Locale;

/// Names what scrolls in it.
const SCROLLED: &str = "guide-text";

/// What is open in the guide.
#[derive(Default)]
pub struct State {
    /// The page; none for the contents.
    page: Option<Page>,
    /// Where one was before, the contents too, the last place last.
    before: Vec<Option<Page>>,
    /// What is sought.
    words: String,
    /// The pictures of the page, once they are unpacked.
    pictures: HashMap<String, Handle>,
}

/// What happens in it.
#[derive(Debug, Clone)]
pub enum Message {
    /// A page is wanted; none for the contents.
    Show(Option<Page>),
    /// Where one was before.
    Back,
    /// The words that are sought changed.
    Typed(String),
    /// The pictures of a page were unpacked.
    Unpacked(Page, HashMap<String, Handle>),
    /// It is to be kept as a PDF: this page, or all of it.
    Save(Option<Page>),
    /// A place for it was chosen.
    Placed(Option<Page>, Option<std::path::PathBuf>),
    /// It was written, or not.
    Saved(Told),
    /// It is closed.
    Close,
}

/// What the window does.
pub enum Action {
    /// This, and nothing more.
    Run(Task<Message>),
    /// It tells how something went.
    Tell(Told),
    /// It closes the guide.
    Close,
}

impl State {
    /// The guide at a page.
    pub fn open(page: Page) -> (Self, Task<Message>) {
        let mut state = Self::default();
        let shown = state.show(Some(page));
        (state, shown)
    }

    /// The page on show; none for the contents.
    pub fn page(&self) -> Option<Page> {
        self.page
    }

    /// Shows another page.
    pub fn lead(&mut self, page: Page) -> Task<Message> {
        if self.page != Some(page) {
            self.before.push(self.page);
        }
        self.show(Some(page))
    }

    fn show(&mut self, page: Option<Page>) -> Task<Message> {
        self.words = String::new();
        let top = operation::snap_to(SCROLLED, RelativeOffset::START);
        if page == self.page {
            return top;
        }
        self.page = page;
        self.pictures = HashMap::new();
        let Some(page) = page else { return top };
        let unpacked = job::blocking(move || unpacked(page));
        let unpacked = unpacked.map(move |pictures| Message::Unpacked(page, pictures.unwrap_or_default()));
        Task::batch([top, unpacked])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, machine: &Machine, locale: &Locale) -> Action {
        Action::Run(match message {
            Message::Show(Some(page)) => self.lead(page),
            Message::Show(None) => {
                self.before.push(self.page);
                self.show(None)
            }
            Message::Back => match self.before.pop() {
                Some(page) => self.show(page),
                None => Task::none(),
            },
            Message::Typed(words) => {
                self.words = words;
                Task::none()
            }
            Message::Unpacked(page, pictures) => {
                // Of a page that was left meanwhile there is nothing to show.
                if self.page == Some(page) {
                    self.pictures = pictures;
                }
                Task::none()
            }
            Message::Save(page) => {
                let dialog = files::dialog(locale.text("manual-save-title"), "PDF", &["pdf"]);
                let dialog = dialog.set_directory(machine.folder_for_papers());
                let proposed = format!("{}.pdf", export::guide::name(page));
                files::place(dialog, &proposed).map(move |path| Message::Placed(page, path))
            }
            Message::Placed(page, Some(path)) => {
                files::write(path, "manual-saved", move || export::guide::pdf(page)).map(Message::Saved)
            }
            Message::Placed(_, None) => Task::none(),
            Message::Saved(told) => return Action::Tell(told),
            Message::Close => return Action::Close,
        })
    }

    /// The panel, in a window of this size.
    pub fn view<'a>(&'a self, locale: &'a Locale, size: Size) -> Element<'a, Message> {
        panel::panel(self, locale, size)
    }
}

/// The pictures of a page, as the window paints them.
fn unpacked(page: Page) -> HashMap<String, Handle> {
    let names = page.article().blocks.into_iter().filter_map(|block| match block {
        Block::Picture { name, .. } => Some(name),
        _ => None,
    });
    names.filter_map(|name| Some((unpack(&name)?, name))).map(|(handle, name)| (name, handle)).collect()
}

fn unpack(name: &str) -> Option<Handle> {
    let picture = Picture::read_large(picture(name)?).ok()?;
    let pixels: Vec<u8> =
        picture.rgb().chunks_exact(3).flat_map(|one| [one[0], one[1], one[2], u8::MAX]).collect();
    Some(Handle::from_rgba(picture.width(), picture.height(), pixels))
}

impl App {
    /// F1: the page about what is on show; the guide closes where that is there already.
    pub(super) fn help(&mut self) -> Task<Window> {
        let page = self.page_on_show();
        if self.guide.as_ref().is_some_and(|guide| guide.page() == Some(page)) {
            self.guide = None;
            return Task::none();
        }
        self.open_guide(page)
    }

    /// Opens the guide at a page.
    pub(super) fn open_guide(&mut self, page: Page) -> Task<Window> {
        let shown = match &mut self.guide {
            Some(guide) => guide.lead(page),
            None => {
                let (guide, shown) = State::open(page);
                self.guide = Some(guide);
                shown
            }
        };
        shown.map(Window::Guide)
    }

    /// Takes in a message of the guide.
    pub(super) fn update_guide(&mut self, message: Message) -> Task<Window> {
        // A file that was asked for is told of also where the guide was closed meanwhile.
        let mut closed = State::default();
        let guide = self.guide.as_mut().unwrap_or(&mut closed);
        match guide.update(message, &self.machine, &self.locale) {
            Action::Run(task) => task.map(Window::Guide),
            Action::Tell(told) => self.tell(told),
            Action::Close => {
                self.guide = None;
                Task::none()
            }
        }
    }

    /// The page about what is on show: the dialog that is open, else the screen.
    pub(super) fn page_on_show(&self) -> Page {
        match (&self.dialog, &self.data) {
            (Some(Dialog::Everywhere(_)), _) => Page::Search,
            (Some(Dialog::NewSession(_)), _) => Page::Sessions,
            (Some(Dialog::Backups(_) | Dialog::Closing(_)), _) => Page::Backups,
            (Some(Dialog::Unsaved), _) | (None, Data::Refused(_)) => Page::Troubles,
            (None, Data::Opening | Data::Open(_)) => self.screen.guide(),
        }
    }
}
