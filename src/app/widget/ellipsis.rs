//! A line of text that fills its room and ends in "…" where it is longer.

use iced::advanced::Widget;
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer;
use iced::advanced::widget::{Operation, Tree};
use iced::widget::text::Alignment;
use iced::{Color, Element, Length, Rectangle, Renderer, Size, Theme, mouse};

use super::one_line;
use crate::app::theme::text::Role;

/// The line. Searches of the window find its whole text.
pub fn ellipsis<'a, Message: 'a>(text: impl Into<String>, role: Role, color: Color) -> Element<'a, Message> {
    Element::new(Line { text: text.into(), role, color })
}

struct Line {
    text: String,
    role: Role,
    color: Color,
}

impl<Message> Widget<Message, Theme, Renderer> for Line {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Length::Fill, self.role.line())
    }

    fn operate(
        &mut self,
        _tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        operation.text(None, layout.bounds(), &self.text);
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        if bounds.intersects(viewport) {
            one_line::write(renderer, &self.text, self.role, self.color, bounds, Alignment::Left);
        }
    }
}
