//! The longer texts of a session: purpose, background, results. What is empty
//! is folded into a row of buttons that open it.

use iced::Element;
use iced::widget::{Id, column, row};

use super::Context;
use crate::app::icon::Icon;
use crate::app::screen::{Action, id_in};
use crate::app::theme::space;
use crate::app::widget::field::text_area;
use crate::app::widget::{button, form};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::session::SessionDetails;

/// A longer text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// Mục đích.
    Purpose,
    /// Bối cảnh.
    Context,
    /// Lý do of the arrangement.
    Reason,
    /// Khẩu hiệu.
    Slogan,
    /// Thảo luận.
    Discussion,
    /// Khó khăn, vướng mắc.
    Difficulties,
    /// Phát biểu kết thúc.
    Closing,
    /// Kết quả.
    Outcome,
}

impl Text {
    const ALL: [Self; 8] = [
        Self::Purpose,
        Self::Context,
        Self::Reason,
        Self::Slogan,
        Self::Discussion,
        Self::Difficulties,
        Self::Closing,
        Self::Outcome,
    ];

    /// Its name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Context => "context",
            Self::Reason => "reason",
            Self::Slogan => "slogan",
            Self::Discussion => "discussion",
            Self::Difficulties => "difficulties",
            Self::Closing => "closing",
            Self::Outcome => "outcome",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Purpose => "window-field-purpose",
            Self::Context => "window-info-context",
            Self::Reason => "window-info-reason",
            Self::Slogan => "window-info-slogan",
            Self::Discussion => "window-info-discussion",
            Self::Difficulties => "window-info-difficulties",
            Self::Closing => "window-info-closing",
            Self::Outcome => "window-info-outcome",
        }
    }

    fn place(self, details: &mut SessionDetails) -> &mut Option<String> {
        match self {
            Self::Purpose => &mut details.purpose,
            Self::Context => &mut details.context,
            Self::Reason => &mut details.reason,
            Self::Slogan => &mut details.slogan,
            Self::Discussion => &mut details.discussion,
            Self::Difficulties => &mut details.difficulties,
            Self::Closing => &mut details.closing,
            Self::Outcome => &mut details.outcome,
        }
    }

    fn of(self, details: &SessionDetails) -> &str {
        let text = match self {
            Self::Purpose => &details.purpose,
            Self::Context => &details.context,
            Self::Reason => &details.reason,
            Self::Slogan => &details.slogan,
            Self::Discussion => &details.discussion,
            Self::Difficulties => &details.difficulties,
            Self::Closing => &details.closing,
            Self::Outcome => &details.outcome,
        };
        text.as_deref().unwrap_or_default()
    }
}

/// The draft of a text.
fn key(session: SessionId, text: Text) -> String {
    format!("session {session} {}", text.name())
}

/// Which texts are open, beside those that say something.
#[derive(Default)]
pub struct State {
    /// Empty texts that were opened.
    opened: Vec<Text>,
}

/// What happens to the texts.
#[derive(Clone)]
pub enum Message {
    /// A text was written.
    Typed(Text, String),
    /// An empty text is to be written.
    Open(Text),
}

impl State {
    /// Opens the text that a key of a field is of.
    pub(super) fn reveal(&mut self, key: &str) {
        if id_in(key, "session").is_some() {
            let name = key.rsplit(' ').next().unwrap_or_default();
            self.opened.extend(Text::ALL.into_iter().find(|text| text.name() == name));
        }
    }

    /// Takes in a message.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        match message {
            Message::Typed(text, typed) => {
                // A text that was emptied stays open.
                if !self.opened.contains(&text) {
                    self.opened.push(text);
                }
                let typed = (!typed.is_empty()).then_some(typed);
                let change = move |details: &mut SessionDetails| text.place(details).clone_from(&typed);
                change(&mut dossier.session.details);
                let session = dossier.session.id;
                Action::save(key(session, text), context.store.edit_session(session, text.name(), change))
            }
            Message::Open(text) => {
                self.opened.push(text);
                Action::Run(iced::widget::operation::focus(Id::new(text.name())))
            }
        }
    }

    /// The purpose, which every announcement has.
    pub fn purpose<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        self.editor(Text::Purpose, dossier, context)
    }

    /// The card "Thêm": the texts there are, and buttons for the others. `None`
    /// when there is nothing to read and nothing may be written.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        let (open, folded): (Vec<Text>, Vec<Text>) = Text::ALL
            .into_iter()
            .filter(|text| *text != Text::Purpose)
            .partition(|text| self.opened.contains(text) || !text.of(&dossier.session.details).is_empty());
        if open.is_empty() && !context.can_write() {
            return None;
        }
        let fields = form::form(open.into_iter().map(|text| self.editor(text, dossier, context)));
        let buttons = (!folded.is_empty() && context.can_write()).then(|| {
            row(folded.into_iter().map(|text| {
                let label = context.t(text.label());
                button::quiet(Some(Icon::Plus), label).on_press(Message::Open(text)).into()
            }))
            .spacing(space::XS)
            .wrap()
        });
        Some(column![fields].push(buttons).spacing(space::S).into())
    }

    fn editor<'a>(&'a self, text: Text, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        text_area(text.of(&dossier.session.details))
            .in_drafts(context.drafts, key(dossier.session.id, text))
            .id(text.name())
            .label(context.t(text.label()))
            .on_commit_maybe(context.if_writable(move |typed| Message::Typed(text, typed)))
            .into()
    }
}
