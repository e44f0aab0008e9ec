//! The field as a widget: iced's text field with a draft, an error under it and
//! a menu of suggestions.

use iced::advanced::text::Renderer as _;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{self, Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced::widget::text_input::{self, TextInput};
use iced::{Border, Color, Element, Event, Length, Padding, Rectangle, Renderer, Size, Theme, Vector};

use super::Field;
use super::draft::Occasion;
use super::editing::Editing;
use super::offers::Offers;
use super::under::Under;
use crate::app::icon::{self, Icon};
use crate::app::theme::text::Role;
use crate::app::theme::{palette, space, style};
use crate::app::widget::around::adopt;
use crate::app::widget::calendar;
use crate::app::widget::control::{self, Drawn, Pointer, fill};
use crate::app::widget::menu::{self, Menu};
use crate::app::widget::paste::OneLine;
use crate::app::widget::press::Does;
use crate::date::FuzzyDate;
use crate::vietnamese::date::{parse_typed, short};

/// What iced's field says: the whole text after a change.
#[derive(Debug, Clone)]
struct Typed(String);

type Inner<'a> = TextInput<'a, Typed, Theme, Renderer>;
type InnerState = text_input::State<<Renderer as advanced::text::Renderer>::Paragraph>;

pub(super) struct Input<'a, Message> {
    field: Field<'a, Message>,
    offers: Offers,
    inner: Inner<'a>,
    error: Under<'a, Message>,
}

#[derive(Debug, Default)]
struct State {
    editing: Editing,
    menu: menu::State,
    calendar: calendar::State,
    /// Whether the button of the calendar was drawn under the pointer.
    drawn: Drawn<bool>,
    /// Suggestions that match what is typed. Texts, not places: while they are on show, what the page
    /// suggests may become another list.
    offered: Vec<String>,
}

impl<'a, Message: Clone + 'a> Input<'a, Message> {
    pub(super) fn new(mut field: Field<'a, Message>) -> Self {
        let offers = Offers::new(std::mem::take(&mut field.kind.suggestions));
        let inner = build(&field, &field.saving.value, false);
        Self { field, offers, inner, error: Under::default() }
    }

    /// Keys the field answers itself, before iced's field sees them.
    fn handle_key(
        &self,
        state: &mut State,
        key: &Key,
        modifiers: Modifiers,
        shell: &mut Shell<'_, Message>,
    ) -> bool {
        if state.calendar.is_open() {
            match state.calendar.handle_key(key, modifiers) {
                calendar::Answer::Moved | calendar::Answer::Closed => {
                    shell.capture_event();
                    shell.request_redraw();
                    return true;
                }
                calendar::Answer::Chosen(day) => {
                    state.editing.take(in_figures(day), &self.field.saving, shell);
                    shell.capture_event();
                    return true;
                }
                calendar::Answer::Ignored => {}
            }
        }
        if state.menu.is_open() {
            match state.menu.handle_key(key, state.offered.len()) {
                menu::Answer::Moved | menu::Answer::Closed => {
                    shell.capture_event();
                    shell.request_redraw();
                    return true;
                }
                menu::Answer::Picked(place) => {
                    state.editing.take(state.offered[place].clone(), &self.field.saving, shell);
                    shell.capture_event();
                    return true;
                }
                menu::Answer::Ignored => {}
            }
        }
        if state.editing.handle_key(key, modifiers, &self.field.saving, shell) {
            return true;
        }
        match key {
            Key::Named(Named::Enter) => {
                self.enter(state, shell);
                true
            }
            Key::Named(Named::ArrowDown) if self.field.kind.calendar.is_some() => {
                self.open_calendar(state);
                shell.capture_event();
                shell.request_redraw();
                true
            }
            Key::Named(Named::ArrowDown) if !state.menu.is_open() && !self.offers.is_empty() => {
                state.offered = self.offers.matching("");
                state.menu.open(None);
                shell.capture_event();
                shell.request_redraw();
                true
            }
            _ => false,
        }
    }

    /// Enter: commits, and says what ends the form unless the draft was refused.
    fn enter(&self, state: &mut State, shell: &mut Shell<'_, Message>) {
        let had_draft = state.editing.is_unsaved();
        state.editing.commit(Occasion::Done, &self.field.saving, shell);
        if let (Some(message), false) = (&self.field.kind.on_enter, state.editing.is_refused()) {
            shell.publish(message.clone());
        }
        if had_draft || self.field.kind.on_enter.is_some() {
            shell.capture_event();
        }
        state.menu.close();
    }

    fn open_calendar(&self, state: &mut State) {
        if let Some(words) = &self.field.kind.calendar {
            state.calendar.open(parse_typed(state.editing.text()).ok(), words.today());
        }
    }

    /// The button of the calendar, in a field with these bounds.
    fn calendar_button(&self, bounds: Rectangle) -> Option<Rectangle> {
        let usable = self.field.kind.calendar.is_some() && !self.field.saving.is_read_only();
        let side = bounds.height;
        usable.then_some(Rectangle { x: bounds.x + bounds.width - side, width: side, ..bounds })
    }

    /// Notices that the focus came or went; what hangs on the field closes.
    fn follow_focus(&self, state: &mut State, focused: bool, shell: &mut Shell<'_, Message>) -> bool {
        let changed = state.editing.follow_focus(focused, &self.field.saving, shell);
        if changed {
            state.menu.close();
            state.calendar.close();
        }
        changed
    }

    /// Takes in what iced's field says, and offers what may be meant.
    fn take_in(&self, state: &mut State, text: String, shell: &mut Shell<'_, Message>) {
        state.offered = self.offers.matching(&text);
        match state.offered.is_empty() || text.is_empty() {
            true => state.menu.close(),
            false => state.menu.open(None),
        }
        state.calendar.close();
        state.editing.type_in(text, &self.field.saving, shell);
    }
}

fn is_held_enter(event: &Event) -> bool {
    use iced::keyboard::Event::KeyPressed;
    matches!(event, Event::Keyboard(KeyPressed { key: Key::Named(Named::Enter), repeat: true, .. }))
}

fn in_figures(day: jiff::civil::Date) -> String {
    let date = FuzzyDate::new(Some(day.year()), u8::try_from(day.month()).ok(), u8::try_from(day.day()).ok());
    // A calendar shows only days that exist.
    date.map(short).unwrap_or_default()
}

fn build<'a, Message>(field: &Field<'a, Message>, text: &str, refused: bool) -> Inner<'a> {
    let (size, line) = (Role::Body.size(), Role::Body.line());
    let vertical = (space::CONTROL - line) / 2.0;
    let mut input = TextInput::new(&field.placeholder, text)
        .on_input_maybe((!field.saving.is_read_only()).then_some(Typed))
        .size(size)
        .line_height(Role::Body.line_height())
        .padding(Padding {
            right: if field.kind.calendar.is_some() { space::CONTROL } else { space::M },
            ..Padding::from([vertical, space::M])
        })
        .width(Length::Fill)
        .style(style::text_field(refused));
    if let Some(id) = &field.id {
        input = input.id(id.clone());
    }
    if let Some(glyph) = field.kind.icon {
        input = input.icon(text_input::Icon {
            font: icon::FONT,
            code_point: glyph.glyph(),
            size: Some(icon::SIZE_S.into()),
            spacing: space::S,
            side: text_input::Side::Right,
        });
    }
    input
}

fn inner_state(tree: &mut Tree) -> &mut InnerState {
    tree.children[0].state.downcast_mut()
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Input<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.inner as &dyn Widget<Typed, Theme, Renderer>), Tree::empty()]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.children[0].diff(&self.inner as &dyn Widget<Typed, Theme, Renderer>);
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.field.kind.width, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        state.editing.show(&self.field.saving);
        let reason = state.editing.reason(&self.field.saving);
        self.inner = build(&self.field, state.editing.text(), reason.is_some());
        self.error.say(reason);

        let limits = limits.width(self.field.kind.width);
        let inner = Widget::layout(&mut self.inner, &mut children[0], renderer, &limits);
        self.error.layout(&mut children[1], inner, renderer, &limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let Some(inner) = layout.children().next() else { return };
        operation.custom(None, inner.bounds(), &mut tree.state.downcast_mut::<State>().editing);
        if self.field.kind.on_enter.is_some() {
            let is_focused = inner_state(tree).is_focused();
            operation.custom(None, inner.bounds(), &mut Does::SendsByEnter(is_focused));
        }
        // A read-only field has nothing to do with the keyboard.
        match self.field.saving.is_read_only() {
            true => operation.text_input(self.field.id.as_ref(), inner.bounds(), inner_state(tree)),
            false => self.inner.operate(&mut tree.children[0], inner, renderer, operation),
        }
        self.error.operate(&mut tree.children[1], layout, renderer, operation);
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
        let Some(inner_layout) = layout.children().next() else { return };
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        let is_focused = |tree: &Tree| tree.state.downcast_ref::<InnerState>().is_focused();

        // First, what Tab or a dialog did since the last event: the next letter
        // replaces the whole text of a field that Tab has reached.
        let focused = is_focused(&children[0]);
        if self.follow_focus(state, focused, shell) && focused {
            children[0].state.downcast_mut::<InnerState>().select_all();
        }

        let writes = is_focused(&children[0]) && !self.field.saving.is_read_only();
        // Held down, Enter ends a form once.
        if writes && self.field.kind.on_enter.is_some() && is_held_enter(event) {
            return shell.capture_event();
        }
        if let Some((key, modifiers)) = control::key(event, writes, shell)
            && self.handle_key(state, key, modifiers, shell)
        {
            return;
        }

        let mut typed = Vec::new();
        let mut own = Shell::new(&mut typed);
        Widget::update(
            &mut self.inner,
            &mut children[0],
            &OneLine::event(event),
            inner_layout,
            cursor,
            renderer,
            &mut OneLine::clipboard(clipboard),
            &mut own,
            viewport,
        );
        adopt(shell, &own, true);
        let taken = own.is_event_captured();
        let over = self.calendar_button(inner_layout.bounds()).is_some_and(|button| cursor.is_over(button));
        if control::pointer(event) == Some(Pointer::Pressed) {
            let open = over && is_focused(&children[0]) && !state.calendar.is_open();
            // The focus has come by this click: it must not close what the click opens.
            self.follow_focus(state, is_focused(&children[0]), shell);
            state.calendar.close();
            if open {
                self.open_calendar(state);
            }
            shell.request_redraw();
        }
        state.drawn.follow(event, over, shell);
        for Typed(text) in typed {
            self.take_in(state, text, shell);
        }

        // Last, what the event itself did: a click here or elsewhere.
        let focused = is_focused(&children[0]);
        self.follow_focus(state, focused, shell);
        state.editing.after(event, taken, &self.field.saving, shell);
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
        if let Some(layout) = layout.children().next() {
            Widget::draw(&self.inner, &tree.children[0], renderer, theme, style, layout, cursor, viewport);
            if let Some(button) = self.calendar_button(layout.bounds()) {
                let open = tree.state.downcast_ref::<State>().calendar.is_open();
                draw_calendar_button(renderer, button, cursor.is_over(button), open);
            }
        }
        self.error.draw(&tree.children[1], renderer, theme, style, layout, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        layout.children().next().map_or(mouse::Interaction::default(), |layout| {
            if self.calendar_button(layout.bounds()).is_some_and(|button| cursor.is_over(button)) {
                return mouse::Interaction::Pointer;
            }
            self.inner.mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
        })
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        _renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        let State { editing, menu, calendar, offered, .. } = tree.state.downcast_mut::<State>();
        let saving = &self.field.saving;
        if let (true, Some(words)) = (calendar.is_open(), &self.field.kind.calendar) {
            let target = layout.children().next()?.bounds() + translation;
            return Some(calendar::over(calendar, words, target, move |day, shell| {
                editing.take(in_figures(day), saving, shell);
            }));
        }
        if !menu.is_open() || offered.is_empty() {
            return None;
        }
        let target = layout.children().next()?.bounds() + translation;
        let offered = &*offered;
        let options = offered.iter().map(String::as_str).collect();
        Some(Menu::under(menu, options, target, *viewport, move |place, shell| {
            editing.take(offered[place].clone(), saving, shell);
        }))
    }
}

fn draw_calendar_button(renderer: &mut Renderer, button: Rectangle, hovered: bool, open: bool) {
    let corners = Border { radius: space::RADIUS_S.into(), ..Border::default() };
    let (ground, color) = match (open, hovered) {
        (true, _) => (palette::CHOSEN, palette::INK),
        (false, true) => (palette::NEUTRAL, palette::INK),
        (false, false) => (Color::TRANSPARENT, palette::MUTED),
    };
    fill(renderer, button.shrink(space::XS), corners, ground);
    renderer.fill_text(Icon::Calendar.drawn(), button.center(), color, button);
}

impl<'a, Message: Clone + 'a> From<Input<'a, Message>> for Element<'a, Message> {
    fn from(widget: Input<'a, Message>) -> Self {
        Element::new(widget)
    }
}
