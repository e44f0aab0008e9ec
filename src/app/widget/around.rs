//! A widget around another that looks at events and operations before they
//! reach it. The base of what the window does to all its contents: repairing
//! typing, moving the focus, holding a page still behind a dialog.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::paste::OneLine;

/// What is done around the content.
pub(super) trait Manner<Message> {
    /// What it remembers between events.
    type State: Default + 'static;

    /// Sees an event first. The default hands it on.
    fn update(
        &self,
        _state: &mut Self::State,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        inner.forward(event, shell);
    }

    /// What lies over the content, such as a menu. The default leaves it as it is.
    fn over<'b>(
        &self,
        _state: &'b mut Self::State,
        overlay: overlay::Element<'b, Message, Theme, Renderer>,
    ) -> overlay::Element<'b, Message, Theme, Renderer>
    where
        Message: 'b,
    {
        overlay
    }

    /// What the manner itself lays over everything, while the content does not.
    fn overlay<'b>(
        &'b self,
        _state: &'b mut Self::State,
        _translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>>
    where
        Message: 'b,
    {
        None
    }

    /// Draws what shows over the content.
    fn draw_over(&self, _state: &Self::State, _renderer: &mut Renderer, _bounds: Rectangle) {}

    /// Whether an operation, such as looking for the next focus, may enter.
    fn admits_operations(&self) -> bool {
        true
    }

    /// Whether the content sees the pointer.
    fn admits_pointer(&self) -> bool {
        true
    }
}

/// The content, with all that is needed to hand it an event.
pub(super) struct Inner<'x, 'a, Message> {
    content: &'x mut Element<'a, Message>,
    tree: &'x mut Tree,
    layout: Layout<'x>,
    cursor: mouse::Cursor,
    renderer: &'x Renderer,
    /// For manners that paste.
    pub(super) clipboard: &'x mut dyn Clipboard,
    viewport: &'x Rectangle,
}

impl<Message> Inner<'_, '_, Message> {
    /// Hands on an event.
    pub(super) fn forward(&mut self, event: &Event, shell: &mut Shell<'_, Message>) {
        self.content.as_widget_mut().update(
            self.tree,
            event,
            self.layout,
            self.cursor,
            self.renderer,
            self.clipboard,
            shell,
            self.viewport,
        );
    }

    /// Hands on an event; what is pasted by it is one line.
    pub(super) fn forward_one_line(&mut self, event: &Event, shell: &mut Shell<'_, Message>) {
        self.content.as_widget_mut().update(
            self.tree,
            &OneLine::event(event),
            self.layout,
            self.cursor,
            self.renderer,
            &mut OneLine::clipboard(self.clipboard),
            shell,
            self.viewport,
        );
    }

    /// Hands on an event of our own making. That the content takes it does not
    /// count as taking the event that is being handled.
    pub(super) fn forward_apart(&mut self, event: &Event, shell: &mut Shell<'_, Message>) {
        let mut messages = Vec::new();
        let mut apart = Shell::new(&mut messages);
        self.forward(event, &mut apart);
        adopt(shell, &apart, false);
        for message in messages {
            shell.publish(message);
        }
    }

    /// Runs an operation on the content.
    pub(super) fn operate(&mut self, operation: &mut dyn Operation) {
        self.content.as_widget_mut().operate(self.tree, self.layout, self.renderer, operation);
    }

    /// Where the pointer is.
    pub(super) fn pointer(&self) -> Option<Point> {
        self.cursor.position()
    }

    /// Whether the pointer is over the content.
    pub(super) fn is_under_pointer(&self) -> bool {
        self.cursor.is_over(self.layout.bounds())
    }

    /// Where it stands.
    pub(super) fn bounds(&self) -> Rectangle {
        self.layout.bounds()
    }

    /// The same content without the pointer.
    pub(super) fn hide_pointer(&mut self) {
        self.cursor = mouse::Cursor::Unavailable;
    }
}

/// Takes over what a widget asked of a shell of its own, apart from its messages.
pub(super) fn adopt<A, B>(shell: &mut Shell<'_, A>, own: &Shell<'_, B>, with_capture: bool) {
    match own.redraw_request() {
        iced::window::RedrawRequest::NextFrame => shell.request_redraw(),
        iced::window::RedrawRequest::At(at) => shell.request_redraw_at(at),
        iced::window::RedrawRequest::Wait => {}
    }
    shell.request_input_method(own.input_method());
    if own.is_layout_invalid() {
        shell.invalidate_layout();
    }
    if own.are_widgets_invalid() {
        shell.invalidate_widgets();
    }
    if with_capture && own.is_event_captured() {
        shell.capture_event();
    }
}

/// What a manner remembers, told from what other widgets remember: those that remember nothing
/// pass for each other, and a manner that remembers `()` would find the tree of one of them.
#[derive(Default)]
struct Remembered<S>(S);

/// The widget: content and a manner.
pub(super) struct Around<'a, Message, M> {
    pub(super) content: Element<'a, Message>,
    pub(super) manner: M,
}

impl<Message, M: Manner<Message>> Widget<Message, Theme, Renderer> for Around<'_, Message, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Remembered<M::State>>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Remembered::<M::State>::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn size_hint(&self) -> Size<Length> {
        self.content.as_widget().size_hint()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        if self.manner.admits_operations() {
            self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let Tree { state, children, .. } = tree;
        let mut inner = Inner {
            content: &mut self.content,
            tree: &mut children[0],
            layout,
            cursor,
            renderer,
            clipboard,
            viewport,
        };
        let Remembered(state) = state.downcast_mut();
        self.manner.update(state, event, &mut inner, shell);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let cursor = if self.manner.admits_pointer() { cursor } else { mouse::Cursor::Unavailable };
        self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        let Remembered(state) = tree.state.downcast_ref();
        self.manner.draw_over(state, renderer, layout.bounds());
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        match self.manner.admits_pointer() {
            true => self.content.as_widget().mouse_interaction(
                &tree.children[0],
                layout,
                cursor,
                viewport,
                renderer,
            ),
            false => mouse::Interaction::default(),
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let Tree { state, children, .. } = tree;
        let content = self.content.as_widget_mut();
        let overlay = content.overlay(&mut children[0], layout, renderer, viewport, translation);
        let Remembered(state) = state.downcast_mut();
        match overlay {
            Some(overlay) => Some(self.manner.over(state, overlay)),
            None => self.manner.overlay(state, translation),
        }
    }
}

impl<'a, Message: 'a, M: Manner<Message> + 'a> From<Around<'a, Message, M>> for Element<'a, Message> {
    fn from(widget: Around<'a, Message, M>) -> Self {
        Element::new(widget)
    }
}
