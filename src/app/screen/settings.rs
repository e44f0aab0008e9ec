//! Cài đặt: language, text size, the data file.

use iced::widget::{column, container, scrollable};
use iced::{Element, Length, Task};

use super::{Action, Context, Header};
use crate::app::icon::Icon;
use crate::app::machine::TEXT_SIZES;
use crate::app::shortcut::Shortcut;
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::{button, card, chip};
use crate::locale::Language;

/// What is on show: nothing of its own.
#[derive(Default)]
pub struct State;

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// A language was chosen.
    LanguageChosen(Language),
    /// A text size was chosen.
    TextSizeChosen(u16),
    /// Another data file is wanted.
    OtherFile,
    /// The samples are to go.
    RemoveSamples,
}

impl State {
    /// Asks for what the screen shows.
    pub fn load(&self, _context: Context<'_>) -> Task<Message> {
        Task::none()
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::LanguageChosen(language) => Action::Language(language),
            Message::TextSizeChosen(percent) => Action::TextSize(percent),
            Message::OtherFile => Action::PickDataFile,
            Message::RemoveSamples => Action::write(context.store.remove_samples(), |_| None),
        }
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, _shortcut: Shortcut) -> Option<Message> {
        None
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        Header::new(context.t("window-settings-above"), context.t("window-nav-settings"))
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        // Each language in itself, so that it can be found by those who read no other.
        let languages =
            [(Language::Vietnamese, "Tiếng Việt".to_owned()), (Language::English, "English".to_owned())];
        let sizes = TEXT_SIZES.map(|percent| (percent, format!("{percent}%")));
        let window = column![
            styled(context.t("window-settings-language"), Role::FieldLabel),
            chip::choices(languages, &context.locale.language(), Message::LanguageChosen),
            small(context.t("window-settings-language-hint")),
            styled(context.t("window-settings-text-size"), Role::FieldLabel),
            chip::choices(sizes, &context.machine.text_size(), Message::TextSizeChosen),
        ]
        .spacing(space::S);
        let file = column![
            body(context.store.path().display().to_string()),
            small(context.t("window-settings-file-hint")),
            button::secondary(Some(Icon::FolderOpen), context.t("window-open-other"))
                .on_press(Message::OtherFile),
        ]
        .spacing(space::S);
        let samples = column![
            small(context.t("window-settings-samples-hint")),
            button::secondary(Some(Icon::Trash2), context.t("window-remove-samples"))
                .on_press_maybe(context.if_writable(Message::RemoveSamples)),
        ]
        .spacing(space::S);
        let cards = column![
            card::titled(context.t("window-settings-window"), None, window).width(Length::Fill),
            card::titled(context.t("window-settings-file"), None, file).width(Length::Fill),
            card::titled(context.t("window-settings-samples"), None, samples).width(Length::Fill),
        ]
        .spacing(space::L)
        .max_width(680.0);
        let page = container(cards).padding([18.0, space::XL]);
        scrollable(page).style(style::scroll_bar).width(Length::Fill).height(Length::Fill).into()
    }
}
