//! The base of everything that is pressed: buttons, tabs, chips, check boxes,
//! entries of the sidebar.
//!
//! iced's own button cannot have the focus. This one can: Tab reaches it, Enter
//! and Space press it, and a ring shows where the focus is, unless a mouse put it
//! there.

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::widget::Id;
use iced::{Border, Color, Element, Event, Length, Padding, Rectangle, Renderer, Size, Theme, Vector};

use super::control::{self, Control, Drawn, Ring, draw_ring, fill};
use super::tip::{Resting, Tip};
use crate::app::theme::{palette, space};

/// How a pressable stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// At rest.
    Active,
    /// Under the pointer.
    Hovered,
    /// Held down.
    Pressed,
    /// Cannot be pressed now.
    Disabled,
}

/// How it looks in a status.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Its ground.
    pub background: Color,
    /// Text and icons inside.
    pub text: Color,
    /// Its edge.
    pub border: Border,
    /// The bar that marks it as chosen.
    pub mark: Option<Mark>,
}

/// Where the bar stands that marks something as chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Along the lower edge, as under a tab.
    Below,
    /// Along the left edge, as beside a line of a list.
    Left,
}

impl Look {
    /// A flat look without an edge.
    pub fn flat(background: Color, text: Color) -> Self {
        Self {
            background,
            text,
            border: Border { radius: space::RADIUS.into(), ..Border::default() },
            mark: None,
        }
    }

    /// The look of a line of a list that is chosen.
    pub fn chosen() -> Self {
        Self { mark: Some(Mark::Left), ..Self::flat(palette::CHOSEN, palette::INK) }
    }

    /// The same with an edge.
    #[must_use]
    pub fn edged(self, color: Color) -> Self {
        Self { border: Border { color, width: 1.0, ..self.border }, ..self }
    }

    /// The same with other corners.
    #[must_use]
    pub fn corners(self, radius: f32) -> Self {
        Self { border: Border { radius: radius.into(), ..self.border }, ..self }
    }
}

/// Something that can be pressed.
pub struct Press<'a, Message> {
    content: Element<'a, Message>,
    id: Option<Id>,
    on_press: Option<Message>,
    width: Length,
    height: Length,
    padding: Padding,
    look: Box<dyn Fn(Status) -> Look + 'a>,
    ring: Ring,
    reachable: bool,
    once: bool,
    closes: bool,
    tip: String,
}

/// Makes content pressable. Without [`Press::on_press`] it is disabled.
pub fn press<'a, Message>(
    content: impl Into<Element<'a, Message>>,
    look: impl Fn(Status) -> Look + 'a,
) -> Press<'a, Message> {
    Press {
        content: content.into(),
        id: None,
        on_press: None,
        width: Length::Shrink,
        height: Length::Shrink,
        padding: Padding::ZERO,
        look: Box::new(look),
        ring: Ring::Outside,
        reachable: true,
        once: false,
        closes: false,
        tip: String::new(),
    }
}

impl<Message> Press<'_, Message> {
    /// Names it, for focus and for tests.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What pressing it says.
    #[must_use]
    pub fn on_press(mut self, message: Message) -> Self {
        self.on_press = Some(message);
        self
    }

    /// What pressing it says; disabled when `None`.
    #[must_use]
    pub fn on_press_maybe(mut self, message: Option<Message>) -> Self {
        self.on_press = message;
        self
    }

    /// Its width.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Its height.
    #[must_use]
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    /// Room around its content.
    #[must_use]
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Draws the focus ring on its own edge.
    #[must_use]
    pub fn ring_inside(mut self) -> Self {
        self.ring = Ring::Inside;
        self
    }

    /// Leaves it out of the Tab order: a shortcut of something that is in it.
    #[must_use]
    pub fn mouse_only(mut self) -> Self {
        self.reachable = false;
        self
    }

    /// What is said of it while the pointer rests on it.
    #[must_use]
    pub fn tip(mut self, words: impl Into<String>) -> Self {
        self.tip = words.into();
        self
    }

    /// It closes what it stands in the corner of, as Esc does.
    #[must_use]
    pub fn closes(mut self) -> Self {
        self.closes = true;
        self
    }

    /// Takes a double click for one: many people double-click whatever there is. It is what a form is sent by, which
    /// waits until no field of it is refused.
    #[must_use]
    pub fn once(mut self) -> Self {
        self.once = true;
        self
    }
}

/// What a control tells an operation of itself.
pub(super) enum Does {
    /// It is a button by which a form is sent, and has the focus or not.
    Sends(bool),
    /// It is a field whose Enter sends a form, and has the focus or not.
    SendsByEnter(bool),
    /// It closes what it stands in the corner of.
    Closes,
}

/// What the widget remembers between frames.
#[derive(Debug, Default)]
struct State {
    control: Control,
    drawn: Drawn<Status>,
    resting: Resting<()>,
}

impl<Message: Clone> Press<'_, Message> {
    fn status(&self, state: &State, layout: Layout<'_>, cursor: mouse::Cursor) -> Status {
        match (self.on_press.is_some(), cursor.is_over(layout.bounds())) {
            (false, _) => Status::Disabled,
            (true, true) if state.control.is_held() => Status::Pressed,
            (true, true) => Status::Hovered,
            (true, false) => Status::Active,
        }
    }
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Press<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
        if self.on_press.is_none() {
            tree.state.downcast_mut::<State>().control.unfocus();
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let content = &mut self.content;
        layout::positioned(
            limits,
            self.width,
            self.height,
            self.padding,
            |limits| content.as_widget_mut().layout(&mut tree.children[0], renderer, &limits.loose()),
            // Content is centred in a fixed height; across, it fills or centres itself.
            |node, size| node.align(iced::Alignment::Center, iced::Alignment::Center, size),
        )
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let bounds = layout.bounds();
        operation.container(self.id.as_ref(), bounds);
        if self.on_press.is_some() {
            let control = &mut tree.state.downcast_mut::<State>().control;
            if self.once {
                let is_focused = control.is_focused();
                operation.custom(None, bounds, &mut Does::Sends(is_focused));
            }
            if self.closes {
                operation.custom(None, bounds, &mut Does::Closes);
            }
            match self.reachable {
                true => operation.focusable(self.id.as_ref(), bounds, control),
                false => operation.custom(self.id.as_ref(), bounds, control),
            }
        }
        let (content, child) = (&mut self.content, &mut tree.children[0]);
        operation.traverse(&mut |operation| {
            if let Some(layout) = layout.children().next() {
                content.as_widget_mut().operate(child, layout, renderer, operation);
            }
        });
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
        if let Some(inner) = layout.children().next() {
            let content = self.content.as_widget_mut();
            content.update(&mut tree.children[0], event, inner, cursor, renderer, clipboard, shell, viewport);
        }
        let state = tree.state.downcast_mut::<State>();
        let over = self.on_press.is_some() && cursor.is_over(layout.bounds());
        let pressed = state.control.is_pressed(event, over, self.once, shell);
        if !self.reachable {
            state.control.give_up_focus();
        }
        if let Some(message) = self.on_press.as_ref().filter(|_| pressed) {
            shell.publish(message.clone());
            shell.capture_event();
        }
        let status = self.status(state, layout, cursor);
        state.drawn.follow(event, status, shell);
        if !self.tip.is_empty() {
            state.resting.follow(event, cursor.is_over(layout.bounds()).then_some(()), shell);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let look = (self.look)(self.status(state, layout, cursor));
        let bounds = layout.bounds();
        if look.background.a > 0.0 || look.border.width > 0.0 {
            fill(renderer, bounds, look.border, look.background);
        }
        if let Some(mark) = look.mark {
            let (bar, radius) = match mark {
                Mark::Below => (Rectangle { y: bounds.y + bounds.height - 2.0, height: 2.0, ..bounds }, 0.0),
                Mark::Left => (Rectangle { width: 3.0, ..bounds.shrink([6.0, 0.0]) }, 1.5),
            };
            let corners = Border { radius: radius.into(), ..Border::default() };
            fill(renderer, bar, corners, palette::MARK);
        }
        if let Some(inner) = layout.children().next() {
            let style = renderer::Style { text_color: look.text };
            self.content.as_widget().draw(
                &tree.children[0],
                renderer,
                theme,
                &style,
                inner,
                cursor,
                viewport,
            );
        }
        if state.control.shows_ring() {
            draw_ring(renderer, bounds, look.border, self.ring);
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        control::hand(self.on_press.is_some() && cursor.is_over(layout.bounds()))
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        if tree.state.downcast_ref::<State>().resting.shown().is_some() {
            return Some(Tip::about(self.tip.clone(), layout.bounds() + translation));
        }
        let inner = layout.children().next()?;
        self.content.as_widget_mut().overlay(&mut tree.children[0], inner, renderer, viewport, translation)
    }
}

impl<'a, Message: Clone + 'a> From<Press<'a, Message>> for Element<'a, Message> {
    fn from(widget: Press<'a, Message>) -> Self {
        Element::new(widget)
    }
}
