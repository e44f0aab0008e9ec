//! The longer texts of a session: purpose, background, results. What is empty
//! is folded into a row of buttons that open it.

use iced::widget::text_editor::{self, Content};
use iced::widget::{self, Id, column, row};
use iced::{Background, Border, Element, Theme};

use super::Context;
use crate::app::icon::Icon;
use crate::app::screen::Action;
use crate::app::theme::text::{REGULAR, Role, small, styled};
use crate::app::theme::{palette, space};
use crate::app::widget::{button, form};
use crate::domain::dossier::Dossier;
use crate::domain::session::SessionDetails;
use crate::store::StoreError;
use crate::vietnamese::clean::clean_lines;

/// Room above and below the text of an editor.
const ROOM: f32 = 8.0;
/// Height of the text of an empty editor; it grows with its text.
const LEAST: f32 = space::CONTROL - 2.0 * ROOM;

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

/// What stands in the editors.
#[derive(Default)]
pub struct State {
    contents: Vec<(Text, Content)>,
    /// Empty texts that were opened.
    opened: Vec<Text>,
    refused: Option<(Text, StoreError)>,
}

/// What happens in the editors.
#[derive(Clone)]
pub enum Message {
    /// Typing, moving the caret, selecting.
    Acted(Text, text_editor::Action),
    /// An empty text is to be written.
    Open(Text),
    /// The data file answered.
    Saved(Text, Result<(), StoreError>),
}

impl State {
    /// Takes in the session as it is now. What was typed and only lacks cleaning
    /// stays as it stands, with its caret.
    pub fn take_in(&mut self, details: &SessionDetails) {
        for text in Text::ALL {
            let value = text.of(details);
            match self.contents.iter_mut().find(|(of, _)| *of == text) {
                Some((_, content)) if clean_lines(&content.text()) == value => {}
                Some((_, content)) => *content = Content::with_text(value),
                None => self.contents.push((text, Content::with_text(value))),
            }
        }
    }

    /// Takes in a message. Every change is saved at once; the history joins them.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        match message {
            Message::Acted(text, action) => {
                let edits = action.is_edit();
                let Some((_, content)) = self.contents.iter_mut().find(|(of, _)| *of == text) else {
                    return Action::None;
                };
                content.perform(action);
                let typed = clean_lines(&content.text());
                if !edits || typed == text.of(&dossier.session.details) {
                    return Action::None;
                }
                if !self.opened.contains(&text) {
                    self.opened.push(text);
                }
                self.refused = None;
                *text.place(&mut dossier.session.details) = (!typed.is_empty()).then_some(typed);
                let details = dossier.session.details.clone();
                let pending = context.store.edit_session(dossier.session.id, details, text.name());
                Action::save(pending, move |answer| Message::Saved(text, answer))
            }
            Message::Open(text) => {
                self.opened.push(text);
                Action::Run(iced::widget::operation::focus(Id::new(text.name())))
            }
            Message::Saved(text, answer) => {
                if let Err(error) = answer {
                    self.refused = Some((text, error));
                }
                Action::None
            }
        }
    }

    /// The purpose, which every announcement has.
    pub fn purpose<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        self.editor(Text::Purpose, context)
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
        let fields = form::form(open.into_iter().map(|text| self.editor(text, context)));
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

    fn editor<'a>(&'a self, text: Text, context: Context<'a>) -> Element<'a, Message> {
        let Some((_, content)) = self.contents.iter().find(|(of, _)| *of == text) else {
            return iced::widget::space().into();
        };
        let input = widget::text_editor(content)
            .id(Id::new(text.name()))
            .font(REGULAR)
            .size(Role::Body.size())
            .line_height(Role::Body.line_height())
            .padding([ROOM, space::M])
            .min_height(LEAST)
            .style(look);
        let input = match context.can_write() {
            true => input.on_action(move |action| Message::Acted(text, action)),
            false => input,
        };
        let refused = self.refused.as_ref().filter(|(refused, _)| *refused == text);
        let refused = refused.map(|(_, error)| small(context.locale.explain(error)).color(palette::ACCENT));
        column![styled(context.t(text.label()), Role::FieldLabel), input]
            .push(refused)
            .spacing(space::XS)
            .into()
    }
}

/// An editor looks like a field.
fn look(_: &Theme, status: text_editor::Status) -> text_editor::Style {
    let disabled = status == text_editor::Status::Disabled;
    let focused = matches!(status, text_editor::Status::Focused { .. });
    text_editor::Style {
        background: Background::Color(if disabled { palette::CANVAS } else { palette::SURFACE }),
        border: Border {
            color: if focused { palette::ACCENT } else { palette::LINE_STRONG },
            width: 1.0,
            radius: space::RADIUS.into(),
        },
        placeholder: palette::FAINT,
        value: if disabled { palette::MUTED } else { palette::INK },
        selection: palette::ACCENT_SOFT,
    }
}
