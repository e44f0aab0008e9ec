//! Giới thiệu: which program this is and where its files are, for whoever helps; and the licences of what it is
//! made of.

use std::fs;
use std::path::PathBuf;

use iced::widget::{column, row};
use iced::{Alignment, Color, Element, Length};

use super::Message as Screen;
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::theme::{palette, space};
use crate::app::widget::ellipsis::ellipsis;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::{button, card};
use crate::app::{files, job};
use crate::log_file;
use crate::sentence::Sentence;

/// The licences of all that is part of the program; `packaging/licences.sh` writes them.
const LICENCES: &str = include_str!("../../../../assets/licences.txt");

/// Lines of the log that are copied: the last.
const LINES: usize = 60;

/// What is open of the card.
#[derive(Debug, Default)]
pub struct State {
    /// The licence whose words are shown.
    licence: Option<usize>,
}

/// What happens on it.
#[derive(Debug, Clone)]
pub enum Message {
    /// What helps whoever is asked is to be copied.
    Copy,
    /// It was put together, or could not be.
    Gathered(Option<String>),
    /// The folder of the log is wanted.
    OpenLog,
    /// It was opened, or why not.
    Opened(Option<Sentence>),
    /// The words of a licence are to be shown, or no more.
    Licence(usize),
}

impl State {
    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Screen> {
        match message {
            Message::Copy => {
                let facts = facts(context);
                let gathered = job::blocking(move || format!("{facts}\n{}", log()));
                return Action::Run(gathered.map(|text| Screen::About(Message::Gathered(text))));
            }
            Message::Gathered(Some(text)) => {
                return Action::All(vec![
                    Action::Run(iced::clipboard::write(text)),
                    Action::Say(Sentence::new("about-copied")),
                ]);
            }
            Message::Gathered(None) => return Action::Fail(Sentence::new("window-job-failed")),
            Message::OpenLog => {
                // It is made when there is something to note.
                let Some(folder) = log_file::folder().filter(|folder| folder.is_dir()) else {
                    return Action::Say(Sentence::new("about-no-log"));
                };
                return Action::Run(files::show(folder).map(|failed| Screen::About(Message::Opened(failed))));
            }
            Message::Opened(Some(reason)) => return Action::Fail(reason),
            Message::Opened(None) => {}
            Message::Licence(place) => self.licence = (self.licence != Some(place)).then_some(place),
        }
        Action::None
    }
}

/// The program, the data file and the log, a line each, in the language of the window.
fn lines(context: Context<'_>) -> [(String, String); 4] {
    let path = |path: Option<PathBuf>| path.map(|path| path.display().to_string()).unwrap_or_default();
    [
        (context.t("about-version"), env!("CARGO_PKG_VERSION").to_owned()),
        (context.t("about-system"), format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)),
        (context.t("about-data-file"), context.store.path().display().to_string()),
        (context.t("about-log"), path(log_file::path())),
    ]
}

/// What is known without asking the disk.
fn facts(context: Context<'_>) -> String {
    let mut facts: Vec<String> =
        lines(context).into_iter().map(|(label, value)| format!("{label}: {value}")).collect();
    let (width, height) = (context.size.width.round(), context.size.height.round());
    facts.push(format!(
        "{}: {width} × {height}, {} %",
        context.t("about-window"),
        context.machine.text_size()
    ));
    facts.join("\n")
}

/// The end of the log; empty where nothing was ever noted.
fn log() -> String {
    let text = log_file::path().and_then(|path| fs::read(path).ok()).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LINES)..].join("\n")
}

/// The card of the program.
pub fn program<'a>(context: Context<'a>) -> Element<'a, Screen> {
    let lines = lines(context).into_iter().map(|(label, value)| {
        let value = ellipsis(value, Role::Body, palette::INK);
        row![iced::widget::container(small(label)).width(150.0), value].align_y(Alignment::Center).into()
    });
    let actions = row![
        button::secondary(Some(Icon::Copy), context.t("about-copy"))
            .id("copy-for-help")
            .on_press(Screen::About(Message::Copy)),
        button::secondary(Some(Icon::FolderOpen), context.t("about-open-log"))
            .on_press(Screen::About(Message::OpenLog)),
    ]
    .spacing(space::S)
    .wrap()
    .vertical_spacing(space::S);
    let content = column![column(lines).spacing(space::S), small(context.t("about-copy-hint")), actions];
    card::titled(context.t("window-name"), None, content.spacing(space::M)).width(Length::Fill).into()
}

/// The card of the licences: their names, and the words of the one that was pressed.
pub fn licences<'a>(state: &'a State, context: Context<'a>) -> Element<'a, Screen> {
    let all = LICENCES.split("\n== ").skip(1).enumerate().map(|(place, licence)| {
        let (name, words) = licence.split_once('\n').unwrap_or((licence, ""));
        let is_open = state.licence == Some(place);
        let icon = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
        // What is under it tells those of one name apart.
        let whose = words.trim().lines().next().unwrap_or_default();
        let line = row![
            icon.sized(14.0).color(palette::MUTED),
            styled(name, Role::Strong),
            ellipsis(whose, Role::Small, palette::MUTED),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let look = |status: Status| match status {
            Status::Hovered | Status::Pressed => Look::flat(palette::SURFACE_SOFT, palette::INK),
            _ => Look::flat(Color::TRANSPARENT, palette::INK),
        };
        let head = press(line, look)
            .width(Length::Fill)
            .height(space::CONTROL_S)
            .ring_inside()
            .on_press(Screen::About(Message::Licence(place)));
        column![head].push(is_open.then(|| body(words.trim()))).into()
    });
    let content = column![small(context.t("about-licences-hint")), column(all)].spacing(space::M);
    card::titled(context.t("about-licences"), None, content).width(Length::Fill).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_licence_has_a_name_and_words() {
        let all: Vec<&str> = LICENCES.split("\n== ").skip(1).collect();
        assert!(all.len() > 5);
        for licence in all {
            let (name, words) = licence.split_once('\n').expect("a name");
            assert!(!name.trim().is_empty() && words.trim().len() > 40, "{name}");
        }
    }
}
