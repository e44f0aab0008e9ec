//! What was typed and could not be saved: shown, gone back to, given up, and put back when
//! an earlier run left it.

use std::path::Path;

use iced::widget::{column, container, row};
use iced::{Element, Length, Task};
use serde::{Deserialize, Serialize};

use super::closing::Closing;
use super::data::Source;
use super::message::Message;
use super::screen::{HistoryOf, Route};
use super::shown::Shown;
use super::state::{App, Dialog};
use super::theme::space;
use super::theme::text::{Role, body, small, styled};
use super::theme::{
    palette::{self, Tone},
    style,
};
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

fn spot_of(unsaved: &Unsaved) -> Option<Spot> {
    serde_json::from_value(unsaved.place.clone()?).ok()
}

impl App {
    /// Where the screen on show is, for what was just typed on it.
    pub(super) fn spot(&self) -> serde_json::Value {
        let place = match &self.screen {
            Shown::Home(_) => Route::Home,
            Shown::Sessions(_) => Route::Sessions,
            Shown::Session(state) => Route::Session(state.id(), state.tab()),
            Shown::People(_) => Route::People,
            Shown::Units(_) => Route::Units,
            Shown::Topics(_) => Route::Topics,
            Shown::Register(_) => Route::Register,
            // Nothing that is kept is typed there, whichever lines it shows.
            Shown::History(_) => Route::History(HistoryOf::All),
            Shown::Settings(_) => Route::Settings,
        };
        let title = self.context().map(|context| self.screen.header(context).title).unwrap_or_default();
        // Words and numbers: they always have a JSON form.
        serde_json::to_value(Spot { place, title }).unwrap_or_default()
    }

    /// Shows the field of a key, which could not be saved.
    pub(super) fn edit_unsaved(&mut self, key: String) -> Task<Message> {
        let unsaved = self.drafts.unsaved();
        let spot = unsaved.iter().find(|one| one.key == key).and_then(spot_of);
        self.dialog = None;
        self.closing = Closing::No;
        let place = spot.map(|spot| spot.place);
        let leaves = place.is_some_and(|place| self.leaves_for(place));
        if leaves && self.asks_first(Message::EditUnsaved(key.clone())) {
            return Task::none();
        }
        let gone = match place {
            Some(place) => self.see_surely(place, Some(&key)),
            // Where it was typed is not known: perhaps here.
            None => {
                self.screen.reveal(&key);
                self.reload()
            }
        };
        self.sought = Some(key);
        Task::batch([gone, self.seek()])
    }

    /// Gives up what stands in the field of a key.
    pub(super) fn drop_unsaved(&mut self, key: &str) -> Task<Message> {
        self.drafts.drop(key);
        if self.drafts.unsaved().is_empty() {
            self.dialog = None;
            return self.close_if_done();
        }
        Task::none()
    }

    /// Gives the focus to the field that is sought, as soon as it is on show.
    pub(super) fn seek(&self) -> Task<Message> {
        match self.sought.clone() {
            Some(key) => field::focus_on(key, Message::Found),
            None => Task::none(),
        }
    }

    /// Whether an answer of the file that is on show still comes, when another is about to take its place:
    /// it must not be taken for one of that.
    pub(super) fn waits_for_former(&self, next: &Source) -> bool {
        self.work.is_writing() && self.data.path().is_some_and(|former| former != next.path())
    }

    /// Another file takes the place of the one on show: what was typed for that and is not in it is kept
    /// until it is opened again.
    pub(super) fn part_from_former(&mut self, next: &Path) {
        let Some(former) = self.data.path().filter(|former| *former != next).map(Path::to_owned) else {
            return;
        };
        self.sought = None;
        let kept = self.recovery.part(&mut self.drafts, &former);
        if kept > 0 {
            let name = former.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let words = Sentence::new("window-unsaved-kept").with("count", kept).with("file", name);
            self.toasts.show(Tone::Amber, self.locale.say(&words), None);
        }
    }

    /// Puts back what an earlier run could not save into this file, and shows it.
    pub(super) fn recover(&mut self, file: &Path) -> Task<Message> {
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
    pub(super) fn leave(&mut self) -> Task<Message> {
        match &mut self.closing {
            Closing::Told { left } if self.drafts.is_busy() && *left > 0 => {
                *left -= 1;
                let pause = std::time::Duration::from_millis(20);
                super::job::pause(pause).map(|()| Message::Leave)
            }
            _ => self.close_if_done(),
        }
    }
}

/// The dialog: each value with its reason, a way to its field and a way to give it up.
pub(super) fn view<'a>(drafts: &Drafts, closing: bool, locale: &'a Locale) -> Element<'a, Message> {
    let unsaved = drafts.unsaved();
    let lines = unsaved.iter().map(|one| line(one, locale));
    let hint = if closing { "window-unsaved-closing" } else { "window-unsaved-hint" };
    let content = column![body(locale.text(hint)).width(Length::Fill)].extend(lines).spacing(space::M);
    let back = button::primary(None, locale.text("window-unsaved-back")).on_press(Message::CloseDialog);
    let title = locale.say(&Sentence::new("window-unsaved").with("count", unsaved.len()));
    dialog::dialog(title, content, [back.into()], Message::CloseDialog)
}

fn line<'a>(unsaved: &Unsaved, locale: &'a Locale) -> Element<'a, Message> {
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
        .on_press(Message::EditUnsaved(unsaved.key.clone()));
    let drop = button::danger_small(None, locale.text("window-unsaved-drop"))
        .on_press(Message::DropUnsaved(unsaved.key.clone()));
    let words = column![
        styled(name, Role::FieldLabel).width(Length::Fill),
        body(unsaved.text.clone()).width(Length::Fill),
        small(reason).color(palette::DANGER).width(Length::Fill),
    ]
    .spacing(space::XS);
    container(column![words, row![edit, drop].spacing(space::S)].spacing(space::S))
        .padding(space::M)
        .width(Length::Fill)
        .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
        .into()
}
