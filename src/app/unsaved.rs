//! What was typed and could not be saved: shown, gone back to, given up, and kept in a
//! recovery file of this computer until one of these happened.

use std::path::{Path, PathBuf};

use iced::widget::{column, container, row};
use iced::{Element, Length, Task};
use serde::{Deserialize, Serialize};

use super::machine::{self, Machine};
use super::screen::{Context, Route};
use super::shown::Shown;
use super::state::{App, Closing, Dialog, Message as Window};
use super::theme::space;
use super::theme::text::{Role, body, small, styled};
use super::theme::{palette, style};
use super::widget::field::{self, Drafts, Unsaved};
use super::widget::{button, dialog};
use crate::locale::Locale;
use crate::sentence::Sentence;

/// Where something was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Spot {
    place: Route,
    /// The title of the page.
    title: String,
}

/// What happens with what could not be saved.
#[derive(Clone)]
pub enum Message {
    /// "Sửa": its field is wanted.
    Edit(String),
    /// "Bỏ giá trị này".
    Drop(String),
}

/// Where the screen on show is, for what was just typed on it.
pub(super) fn spot(screen: &Shown, context: Option<Context<'_>>) -> serde_json::Value {
    let place = match screen {
        Shown::Home(_) => Route::Home,
        Shown::Sessions(_) => Route::Sessions,
        Shown::Session(state) => Route::Session(state.id(), state.tab()),
        Shown::People(_) => Route::People,
        Shown::Units(_) => Route::Units,
        Shown::Topics(_) => Route::Topics,
        Shown::Settings(_) => Route::Settings,
    };
    let title = context.map(|context| screen.header(context).title).unwrap_or_default();
    // Words and numbers: they always have a JSON form.
    serde_json::to_value(Spot { place, title }).unwrap_or_default()
}

fn spot_of(unsaved: &Unsaved) -> Option<Spot> {
    serde_json::from_value(unsaved.place.clone()?).ok()
}

impl App {
    /// On what could not be saved.
    pub(super) fn update_unsaved(&mut self, message: Message) -> Task<Window> {
        match message {
            Message::Edit(key) => {
                let unsaved = self.drafts.unsaved();
                let spot = unsaved.iter().find(|one| one.key == key).and_then(spot_of);
                self.dialog = None;
                self.closing = Closing::No;
                let visit = self.work.visit();
                let gone = match spot {
                    Some(spot) => self.go(spot.place),
                    None => Task::none(),
                };
                self.screen.reveal(&key);
                self.sought = Some(key);
                // What is to be revealed may take what the screen shows anew.
                let again = if visit == self.work.visit() { self.reload() } else { Task::none() };
                Task::batch([gone, again, self.seek()])
            }
            Message::Drop(key) => {
                self.drafts.drop(&key);
                if self.drafts.unsaved().is_empty() {
                    self.dialog = None;
                    return self.close_if_done();
                }
                Task::none()
            }
        }
    }

    /// Gives the focus to the field that is sought, as soon as it is on show.
    pub(super) fn seek(&self) -> Task<Window> {
        match self.sought.clone() {
            Some(key) => field::focus_on(key, Window::Found),
            None => Task::none(),
        }
    }

    /// Puts back what an earlier run could not save into this file, and shows it.
    pub(super) fn recover(&mut self, file: &Path) -> Task<Window> {
        for unsaved in self.recovery.of_file(file) {
            // Why it could not be saved then may be over by now; trying tells.
            self.drafts.put_back(Unsaved { reason: String::new(), ..unsaved });
        }
        if !self.drafts.unsaved().is_empty() {
            self.dialog = Some(Dialog::Unsaved);
        }
        Task::none()
    }

    /// The system ends the program: waits a moment until fields have committed.
    pub(super) fn leave(&mut self) -> Task<Window> {
        match &mut self.closing {
            Closing::Told { left } if self.drafts.is_busy() && *left > 0 => {
                *left -= 1;
                let pause = std::time::Duration::from_millis(20);
                super::job::blocking(move || std::thread::sleep(pause)).map(|_| Window::Leave)
            }
            _ => self.close_if_done(),
        }
    }
}

/// The dialog: each value with its reason, a way to its field and a way to give it up.
pub(super) fn view<'a>(drafts: &Drafts, closing: bool, locale: &'a Locale) -> Element<'a, Window> {
    let unsaved = drafts.unsaved();
    let lines = unsaved.iter().map(|one| line(one, locale));
    let hint = if closing { "window-unsaved-closing" } else { "window-unsaved-hint" };
    let content = column![body(locale.text(hint)).width(Length::Fill)].extend(lines).spacing(space::M);
    let back = button::primary(None, locale.text("window-unsaved-back")).on_press(Window::CloseDialog);
    let title = locale.say(&Sentence::new("window-unsaved").with("count", unsaved.len()));
    dialog::dialog(title, content, [back.into()], Window::CloseDialog)
}

fn line<'a>(unsaved: &Unsaved, locale: &'a Locale) -> Element<'a, Window> {
    let place = spot_of(unsaved).map(|spot| spot.title).filter(|title| !title.is_empty());
    let name = match place {
        Some(place) if unsaved.label.is_empty() => place,
        Some(place) => format!("{} · {place}", unsaved.label),
        None => unsaved.label.clone(),
    };
    let reason = match unsaved.reason.is_empty() {
        true => locale.text("window-unsaved-untried"),
        false => unsaved.reason.clone(),
    };
    let edit = button::secondary_small(None, locale.text("window-unsaved-edit"))
        .on_press(Window::Unsaved(Message::Edit(unsaved.key.clone())));
    let drop = button::danger_small(None, locale.text("window-unsaved-drop"))
        .on_press(Window::Unsaved(Message::Drop(unsaved.key.clone())));
    let words = column![
        styled(name, Role::FieldLabel).width(Length::Fill),
        body(unsaved.text.clone()).width(Length::Fill),
        small(reason).color(palette::ACCENT).width(Length::Fill),
    ]
    .spacing(space::XS);
    container(column![words, row![edit, drop].spacing(space::S)].spacing(space::S))
        .padding(space::M)
        .width(Length::Fill)
        .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
        .into()
}

/// Where unsaved values are kept on this computer, for the file may be on a stick that is out.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    /// Nowhere in tests that do not ask for it.
    path: Option<PathBuf>,
    kept: Vec<OfFile>,
    generation: u64,
}

/// What could not be saved into one data file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct OfFile {
    file: PathBuf,
    unsaved: Vec<Unsaved>,
}

impl Recovery {
    /// What this computer keeps from earlier runs.
    pub(super) fn of(machine: &Machine) -> Self {
        let path = machine.beside("unsaved.json");
        let kept = path.as_deref().and_then(read).unwrap_or_default();
        Self { path, kept, generation: 0 }
    }

    fn of_file(&self, file: &Path) -> Vec<Unsaved> {
        let kept = self.kept.iter().filter(|of| of.file == file);
        kept.flat_map(|of| of.unsaved.clone()).collect()
    }

    /// Keeps what is unsaved now, where that changed.
    pub(super) fn follow(&mut self, drafts: &Drafts, file: Option<&Path>) {
        let Some(file) = file.filter(|_| drafts.generation() != self.generation) else { return };
        self.generation = drafts.generation();
        self.kept.retain(|of| of.file != file);
        let unsaved = drafts.unsaved();
        if !unsaved.is_empty() {
            self.kept.push(OfFile { file: file.to_owned(), unsaved });
        }
        if let Some(path) = &self.path {
            // Paths and texts: they always have a JSON form.
            machine::save_soon(path.clone(), serde_json::to_vec_pretty(&self.kept).unwrap_or_default());
        }
    }
}

/// What is damaged is as if never kept: it was text that somebody may type again.
fn read(path: &Path) -> Option<Vec<OfFile>> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}
