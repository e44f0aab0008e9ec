//! A drop-down list of fixed choices. Enter, Space or the arrows open it, a
//! letter jumps to the next choice that begins with it.

use iced::advanced::text::{Renderer as _, Text};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::alignment::Vertical;
use iced::keyboard::{Key, key::Named};
use iced::widget::Id;
use iced::widget::text::{Alignment, LineHeight, Shaping, Wrapping};
use iced::{Border, Element, Event, Font, Length, Pixels, Point, Rectangle, Renderer, Size, Theme, Vector};

use super::control::{self, Control, Pointer, Ring, draw_ring, fill};
use super::form;
use super::menu::{self, Answer, Menu};
use super::one_line;
use crate::app::icon::{self, Icon};
use crate::app::theme::text::Role;
use crate::app::theme::{palette, space};
use crate::vietnamese::fold::fold;

/// A drop-down list.
pub struct Select<'a, T, Message> {
    options: Vec<(T, String)>,
    chosen: Option<usize>,
    placeholder: String,
    label: Option<String>,
    id: Option<Id>,
    width: Length,
    on_choose: Option<Box<dyn Fn(T) -> Message + 'a>>,
}

/// A list of these choices of which `chosen` is shown. Read-only until
/// [`Select::on_choose`] is said.
pub fn select<'a, T: PartialEq + Clone, Message>(
    options: impl IntoIterator<Item = (T, String)>,
    chosen: Option<&T>,
) -> Select<'a, T, Message> {
    let options: Vec<_> = options.into_iter().collect();
    Select {
        chosen: options.iter().position(|(value, _)| Some(value) == chosen),
        options,
        placeholder: String::new(),
        label: None,
        id: None,
        width: Length::Fill,
        on_choose: None,
    }
}

impl<'a, T, Message> Select<'a, T, Message> {
    /// Shown while nothing is chosen.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// Its name, above it.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// Names it, for focus and for tests.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Its width; it fills otherwise.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// What a choice says.
    #[must_use]
    pub fn on_choose(mut self, message: impl Fn(T) -> Message + 'a) -> Self {
        self.on_choose = Some(Box::new(message));
        self
    }
}

#[derive(Debug, Default)]
struct State {
    control: Control,
    menu: menu::State,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.control.is_focused()
    }

    fn focus(&mut self) {
        self.control.focus();
    }

    fn unfocus(&mut self) {
        *self = Self::default();
    }
}

impl<T: Clone, Message> Select<'_, T, Message> {
    fn choose(&self, place: usize, shell: &mut Shell<'_, Message>) {
        if let (Some(on_choose), true) = (&self.on_choose, self.chosen != Some(place)) {
            shell.publish(on_choose(self.options[place].0.clone()));
        }
    }

    /// The next option after `from` that begins with a letter.
    fn beginning_with(&self, letter: &str, from: Option<usize>) -> Option<usize> {
        let key = fold(letter);
        let count = self.options.len();
        let start = from.map_or(0, |at| at + 1);
        (0..count)
            .map(|step| (start + step) % count)
            .find(|at| !key.is_empty() && fold(&self.options[*at].1).starts_with(&key))
    }

    fn handle_key(&self, state: &mut State, key: &Key, shell: &mut Shell<'_, Message>) -> bool {
        if state.menu.is_open() {
            match state.menu.handle_key(key, self.options.len()) {
                Answer::Picked(place) => self.choose(place, shell),
                Answer::Moved | Answer::Closed => {}
                Answer::Ignored => match key {
                    Key::Named(Named::Home) => state.menu.mark(0),
                    Key::Named(Named::End) => state.menu.mark(self.options.len().saturating_sub(1)),
                    Key::Character(letter) => {
                        if let Some(place) = self.beginning_with(letter, state.menu.marked()) {
                            state.menu.mark(place);
                        }
                    }
                    _ => return false,
                },
            }
            return true;
        }
        match key {
            Key::Named(Named::Enter | Named::Space | Named::ArrowDown | Named::ArrowUp) => {
                state.menu.open(self.chosen.or(Some(0)));
                true
            }
            Key::Character(letter) => match self.beginning_with(letter, self.chosen) {
                Some(place) => {
                    self.choose(place, shell);
                    true
                }
                None => false,
            },
            Key::Named(_) | Key::Unidentified => false,
        }
    }
}

impl<T: Clone, Message> Widget<Message, Theme, Renderer> for Select<'_, T, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Fixed(space::CONTROL))
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, self.width, space::CONTROL)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        _renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let bounds = layout.bounds();
        operation.container(self.id.as_ref(), bounds);
        if self.on_choose.is_some() {
            operation.focusable(self.id.as_ref(), bounds, tree.state.downcast_mut::<State>());
        }
        if let Some(chosen) = self.chosen {
            operation.text(self.id.as_ref(), bounds, &self.options[chosen].1);
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        if control::pointer(event) == Some(Pointer::Pressed) {
            let over = self.on_choose.is_some() && cursor.is_over(layout.bounds());
            let was_open = state.menu.is_open();
            state.menu.close();
            if state.control.take(over, shell) {
                shell.capture_event();
                if !was_open {
                    state.menu.open(self.chosen);
                }
            }
        }
        if let Some((key, modifiers)) = control::key(event, state.is_focused(), shell)
            && !modifiers.command()
            && self.handle_key(state, key, shell)
        {
            shell.capture_event();
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let bounds = layout.bounds();
        let enabled = self.on_choose.is_some();
        let color = match (state.menu.is_open() || state.is_focused(), cursor.is_over(bounds) && enabled) {
            (true, _) => palette::FOCUS,
            (false, true) => palette::FAINT,
            (false, false) => palette::LINE_STRONG,
        };
        let edge = Border { color, width: 1.0, radius: space::RADIUS.into() };
        fill(renderer, bounds, edge, if enabled { palette::SURFACE } else { palette::CANVAS });
        let (content, color) = match self.chosen {
            Some(chosen) => (self.options[chosen].1.as_str(), palette::INK),
            None => (self.placeholder.as_str(), palette::EXAMPLE),
        };
        let color = if enabled { color } else { palette::MUTED };
        let width = (bounds.width - 2.0 * space::M - space::XS - icon::SIZE_S).max(0.0);
        let room = Rectangle { x: bounds.x + space::M, width, ..bounds };
        one_line::write(renderer, content, Role::Body, color, room, Alignment::Left);
        let chevron = Icon::ChevronDown.glyph().to_string();
        renderer.fill_text(
            line(&chevron, icon::SIZE_S, icon::FONT),
            Point::new(bounds.x + bounds.width - space::M - icon::SIZE_S, bounds.center_y()),
            palette::MUTED,
            bounds,
        );
        if state.control.shows_ring() && !state.menu.is_open() {
            draw_ring(renderer, bounds, edge, Ring::Inside);
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
        control::hand(self.on_choose.is_some() && cursor.is_over(layout.bounds()))
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let state = tree.state.downcast_mut::<State>();
        if !state.menu.is_open() {
            return None;
        }
        let options = self.options.iter().map(|(_, label)| label.as_str()).collect();
        let this = &*self;
        let target = layout.bounds() + translation;
        Some(Menu::under(&mut state.menu, options, target, *viewport, move |place, shell| {
            this.choose(place, shell);
        }))
    }
}

fn line(content: &str, size: f32, font: Font) -> Text<String, Font> {
    Text {
        content: content.to_owned(),
        bounds: Size::new(f32::INFINITY, space::CONTROL),
        size: Pixels(size),
        line_height: LineHeight::Absolute(Pixels(20.0)),
        font,
        align_x: Alignment::Left,
        align_y: Vertical::Center,
        shaping: Shaping::Advanced,
        wrapping: Wrapping::None,
    }
}

impl<'a, T: Clone + 'a, Message: 'a> From<Select<'a, T, Message>> for Element<'a, Message> {
    fn from(mut select: Select<'a, T, Message>) -> Self {
        let (label, width) = (select.label.take(), select.width);
        form::labelled(label, None, width, Element::new(select))
    }
}
