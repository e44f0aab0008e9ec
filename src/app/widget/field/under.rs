//! The reason that stands under a field.

use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Layout, layout, mouse, renderer};
use iced::widget::row;
use iced::{Element, Length, Point, Rectangle, Renderer, Size, Theme};

use crate::app::icon::Icon;
use crate::app::theme::text::{Role, styled};
use crate::app::theme::{palette, space};

/// A reason, or none. Its tree is the second of the field's, its layout too.
pub(super) struct Under<'a, Message>(Option<Element<'a, Message>>);

impl<Message> Default for Under<'_, Message> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'a, Message: 'a> Under<'a, Message> {
    pub(super) fn say(&mut self, reason: Option<&str>) {
        self.0 = reason.map(|reason| {
            let words = styled(reason.to_owned(), Role::Small).color(palette::DANGER).width(Length::Fill);
            row![Icon::CircleAlert.sized(14.0).color(palette::DANGER), words].spacing(space::XS).into()
        });
    }

    /// The field with the reason under it.
    pub(super) fn layout(
        &mut self,
        tree: &mut Tree,
        field: layout::Node,
        renderer: &Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let Size { width, height } = field.size();
        let Some(reason) = &mut self.0 else {
            *tree = Tree::empty();
            return layout::Node::with_children(Size { width, height }, vec![field]);
        };
        tree.diff(&*reason);
        let node = reason.as_widget_mut().layout(tree, renderer, limits);
        let node = node.move_to(Point::new(0.0, height + space::XS));
        let height = node.bounds().y + node.bounds().height;
        layout::Node::with_children(Size { width, height }, vec![field, node])
    }

    pub(super) fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        if let (Some(reason), Some(layout)) = (&mut self.0, layout.children().nth(1)) {
            reason.as_widget_mut().operate(tree, layout, renderer, operation);
        }
    }

    pub(super) fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        viewport: &Rectangle,
    ) {
        if let (Some(reason), Some(layout)) = (&self.0, layout.children().nth(1)) {
            let cursor = mouse::Cursor::Unavailable;
            reason.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
    }
}
