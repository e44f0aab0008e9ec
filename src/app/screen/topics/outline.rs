//! The outline of a topic: a text of several lines that saves while it is typed.

use iced::widget::text_editor::{self, Content};
use iced::widget::{self, Id, column};
use iced::{Background, Border, Element, Theme};

use crate::app::screen::Context;
use crate::app::theme::text::{REGULAR, Role, styled};
use crate::app::theme::{palette, space};
use crate::vietnamese::clean::clean_lines;

/// Room above and below the text.
const ROOM: f32 = 8.0;

/// What stands in the editor.
#[derive(Default)]
pub struct State {
    content: Content,
}

/// Typing, moving the caret, selecting.
pub type Message = text_editor::Action;

impl State {
    /// An editor with this outline.
    pub fn of(outline: Option<&str>) -> Self {
        Self { content: Content::with_text(outline.unwrap_or_default()) }
    }

    /// Takes in the outline as it is now. What was typed and only lacks cleaning
    /// stays as it stands, with its caret.
    pub fn take_in(&mut self, outline: Option<&str>) {
        if clean_lines(&self.content.text()) != outline.unwrap_or_default() {
            *self = Self::of(outline);
        }
    }

    /// Takes in what was done; the text when it changed.
    pub fn perform(&mut self, action: Message) -> Option<String> {
        let edits = action.is_edit();
        self.content.perform(action);
        edits.then(|| clean_lines(&self.content.text()))
    }

    /// The editor.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let input = widget::text_editor(&self.content)
            .id(Id::new("topic-outline"))
            .placeholder(context.t("window-topics-outline-hint"))
            .font(REGULAR)
            .size(Role::Body.size())
            .line_height(Role::Body.line_height())
            .padding([ROOM, space::M])
            .min_height(60.0)
            .style(look);
        let input = match context.can_write() {
            true => input.on_action(|action| action),
            false => input,
        };
        column![styled(context.t("window-topics-outline"), Role::FieldLabel), input].spacing(space::XS).into()
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
