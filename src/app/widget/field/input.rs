//! The field as a widget: iced's text field with a draft, an error under it and
//! a menu of suggestions.

use iced::advanced::text::Renderer as _;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{self, Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{self, Key, key::Named};
use iced::widget::text_input::{self, TextInput};
use iced::{
    Border, Color, Element, Event, Length, Padding, Point, Rectangle, Renderer, Size, Theme, Vector, window,
};

use super::Field;
use super::draft::{Draft, Occasion};
use crate::app::icon::{self, Icon};
use crate::app::theme::text::{Role, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::around::adopt;
use crate::app::widget::calendar;
use crate::app::widget::control::{self, Pointer, fill};
use crate::app::widget::menu::{self, Menu};
use crate::date::FuzzyDate;
use crate::vietnamese::date::{parse_typed, short};
use crate::vietnamese::fold::fold;

/// What iced's field says: the whole text after a change.
#[derive(Debug, Clone)]
struct Typed(String);

type Inner<'a> = TextInput<'a, Typed, Theme, Renderer>;
type InnerState = text_input::State<<Renderer as advanced::text::Renderer>::Paragraph>;

/// Suggestions offered at once.
const OFFERED: usize = 8;

pub(super) struct Input<'a, Message> {
    field: Field<'a, Message>,
    /// Folded suggestions, to match what is typed without diacritics.
    keys: Vec<String>,
    inner: Inner<'a>,
    error: Option<Element<'a, Message>>,
}

#[derive(Debug, Default)]
struct State {
    draft: Draft,
    focused: bool,
    menu: menu::State,
    calendar: calendar::State,
    /// Whether the button of the calendar was drawn under the pointer.
    drawn_hover: bool,
    /// Suggestions that match what is typed, by their place in the list.
    offered: Vec<usize>,
}

impl<'a, Message: Clone + 'a> Input<'a, Message> {
    pub(super) fn new(field: Field<'a, Message>) -> Self {
        let keys = field.suggestions.iter().map(|one| fold(one)).collect();
        let inner = build(&field, &field.value, false);
        Self { field, keys, inner, error: None }
    }

    fn publish(&self, text: Option<String>, shell: &mut Shell<'_, Message>) {
        if let (Some(text), Some(on_commit)) = (text, &self.field.on_commit) {
            shell.publish(on_commit(text));
        }
    }

    /// Matches for what is typed: those that begin with it first.
    fn matches(&self, text: &str) -> Vec<usize> {
        let key = fold(text);
        let rank = |at: &usize| match self.keys[*at].find(&key) {
            Some(0) => Some(0),
            Some(_) => Some(1),
            None => None,
        };
        let mut found: Vec<usize> = (0..self.keys.len()).filter(|at| rank(at).is_some()).collect();
        found.sort_by_key(rank);
        found.truncate(OFFERED);
        // Nothing to offer to someone who has typed exactly that.
        if found.len() == 1 && self.field.suggestions[found[0]] == text { Vec::new() } else { found }
    }

    /// Keys the field answers itself, before iced's field sees them.
    fn handle_key(
        &self,
        state: &mut State,
        key: &Key,
        modifiers: keyboard::Modifiers,
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
                    take(&self.field, in_figures(day), &mut state.draft, shell);
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
                    let text = self.field.suggestions[state.offered[place]].clone();
                    take(&self.field, text, &mut state.draft, shell);
                    shell.capture_event();
                    return true;
                }
                menu::Answer::Ignored => {}
            }
        }
        match key.as_ref() {
            Key::Named(Named::Escape) => {
                if state.draft.restore() {
                    shell.invalidate_layout();
                    shell.capture_event();
                }
                // iced's field would give up the focus; Esc belongs to what is around it.
                true
            }
            Key::Character("z") if modifiers.command() && !modifiers.shift() && state.draft.restore() => {
                shell.invalidate_layout();
                shell.capture_event();
                true
            }
            Key::Named(Named::Enter) => {
                let had_draft = state.draft.is_unsaved();
                let text = state.draft.commit(Occasion::Done, self.field.check.as_deref());
                self.publish(text, shell);
                if let (Some(message), None) = (&self.field.on_enter, state.draft.refused()) {
                    shell.publish(message.clone());
                }
                if had_draft || self.field.on_enter.is_some() {
                    shell.capture_event();
                }
                shell.invalidate_layout();
                state.menu.close();
                true
            }
            Key::Named(Named::ArrowDown) if self.field.calendar.is_some() => {
                self.open_calendar(state);
                shell.capture_event();
                shell.request_redraw();
                true
            }
            Key::Named(Named::ArrowDown) if !state.menu.is_open() && !self.keys.is_empty() => {
                state.offered = self.matches("");
                state.menu.open(None);
                shell.capture_event();
                shell.request_redraw();
                true
            }
            _ => false,
        }
    }
}

impl<'a, Message: Clone + 'a> Input<'a, Message> {
    fn open_calendar(&self, state: &mut State) {
        if let Some(words) = &self.field.calendar {
            state.calendar.open(parse_typed(state.draft.shown()).ok(), words.today());
        }
    }

    /// The button of the calendar, in a field with these bounds.
    fn calendar_button(&self, bounds: Rectangle) -> Option<Rectangle> {
        let usable = self.field.calendar.is_some() && self.field.on_commit.is_some();
        let side = bounds.height;
        usable.then_some(Rectangle { x: bounds.x + bounds.width - side, width: side, ..bounds })
    }

    /// Notices that the focus came or went; a draft is committed when it goes.
    fn follow_focus(&self, state: &mut State, focused: bool, shell: &mut Shell<'_, Message>) -> bool {
        let changed = focused != state.focused;
        if changed {
            state.focused = focused;
            state.menu.close();
            state.calendar.close();
        }
        if changed && !focused {
            let text = state.draft.leave(self.field.check.as_deref());
            self.publish(text, shell);
            shell.invalidate_layout();
        }
        changed
    }
}

/// Takes what was chosen: it is a whole value, so it is committed at once.
fn take<Message>(
    field: &Field<'_, Message>,
    text: String,
    draft: &mut Draft,
    shell: &mut Shell<'_, Message>,
) {
    draft.type_in(text, std::time::Instant::now());
    let text = draft.commit(Occasion::Done, field.check.as_deref());
    if let (Some(text), Some(on_commit)) = (text, &field.on_commit) {
        shell.publish(on_commit(text));
    }
    shell.invalidate_layout();
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
        .on_input_maybe(field.on_commit.is_some().then_some(Typed))
        .size(size)
        .line_height(Role::Body.line_height())
        .padding(Padding {
            right: if field.calendar.is_some() { space::CONTROL } else { space::M },
            ..Padding::from([vertical, space::M])
        })
        .width(Length::Fill)
        .style(style::text_field(refused));
    if let Some(id) = &field.id {
        input = input.id(id.clone());
    }
    if let Some(glyph) = field.icon {
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
        Size::new(self.field.width, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        state.draft.show(&self.field.value, self.field.record, state.focused);
        // A reason given by the screen is about the last commit, not about newer typing.
        let given = self.field.error.as_deref().filter(|_| !state.draft.is_unsaved());
        let reason = state.draft.refused().or(given).map(str::to_owned);
        self.inner = build(&self.field, state.draft.shown(), reason.is_some());
        self.error = reason
            .map(|reason| styled(reason, Role::Small).color(palette::ACCENT).width(Length::Fill).into());

        let limits = limits.width(self.field.width);
        let inner = Widget::layout(&mut self.inner, &mut children[0], renderer, &limits);
        let mut size = inner.size();
        let mut nodes = vec![inner];
        match &mut self.error {
            Some(error) => {
                children[1].diff(&*error);
                let node = error.as_widget_mut().layout(&mut children[1], renderer, &limits);
                let node = node.move_to(Point::new(0.0, size.height + space::XS));
                size.height = node.bounds().y + node.bounds().height;
                nodes.push(node);
            }
            None => children[1] = Tree::empty(),
        }
        layout::Node::with_children(size, nodes)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let mut layouts = layout.children();
        let (Some(inner), error_layout) = (layouts.next(), layouts.next()) else { return };
        // A read-only field has nothing to do with the keyboard.
        if self.field.on_commit.is_some() {
            self.inner.operate(&mut tree.children[0], inner, renderer, operation);
        } else {
            let state = inner_state(tree);
            operation.text_input(self.field.id.as_ref(), inner.bounds(), state);
        }
        if let (Some(error), Some(layout)) = (&mut self.error, error_layout) {
            error.as_widget_mut().operate(&mut tree.children[1], layout, renderer, operation);
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

        if let Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) = event
            && is_focused(&children[0])
            && self.field.on_commit.is_some()
            && !shell.is_event_captured()
            && self.handle_key(state, key, *modifiers, shell)
        {
            return;
        }

        let mut typed = Vec::new();
        let mut own = Shell::new(&mut typed);
        Widget::update(
            &mut self.inner,
            &mut children[0],
            event,
            inner_layout,
            cursor,
            renderer,
            clipboard,
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
        match event {
            Event::Window(window::Event::RedrawRequested(_)) => state.drawn_hover = over,
            _ if state.drawn_hover != over => shell.request_redraw(),
            _ => {}
        }
        for Typed(text) in typed {
            if state.draft.refused().is_some() || self.field.error.is_some() {
                shell.invalidate_layout();
            }
            state.offered = if self.keys.is_empty() { Vec::new() } else { self.matches(&text) };
            match state.offered.is_empty() || text.is_empty() {
                true => state.menu.close(),
                false => state.menu.open(None),
            }
            state.calendar.close();
            state.draft.type_in(text, std::time::Instant::now());
            shell.request_redraw();
        }

        // Last, what the event itself did: a click here or elsewhere.
        let focused = is_focused(&children[0]);
        self.follow_focus(state, focused, shell);
        match event {
            Event::Keyboard(keyboard::Event::KeyPressed { key, modifiers, .. }) if focused && !taken => {
                // A shortcut acts on what is saved, so what is typed is saved first.
                let edits = matches!(key.as_ref(), Key::Character("z" | "y"));
                let named = matches!(key, Key::Named(_)) && !modifiers.command();
                let shortcut = modifiers.command() && !edits || is_function_key(key);
                if shortcut && !named {
                    let text = state.draft.commit(Occasion::Done, self.field.check.as_deref());
                    self.publish(text, shell);
                    shell.invalidate_layout();
                }
            }
            Event::Window(window::Event::CloseRequested) => {
                let text = state.draft.commit(Occasion::Done, self.field.check.as_deref());
                self.publish(text, shell);
            }
            Event::Window(window::Event::RedrawRequested(now)) => match state.draft.due() {
                Some(due) if due <= *now => {
                    let text = state.draft.commit(Occasion::Pause, self.field.check.as_deref());
                    self.publish(text, shell);
                }
                Some(due) => shell.request_redraw_at(due),
                None => {}
            },
            _ => {}
        }
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
        let mut layouts = layout.children();
        if let Some(layout) = layouts.next() {
            Widget::draw(&self.inner, &tree.children[0], renderer, theme, style, layout, cursor, viewport);
            if let Some(button) = self.calendar_button(layout.bounds()) {
                let open = tree.state.downcast_ref::<State>().calendar.is_open();
                draw_calendar_button(renderer, button, cursor.is_over(button), open);
            }
        }
        if let (Some(error), Some(layout)) = (&self.error, layouts.next()) {
            error.as_widget().draw(&tree.children[1], renderer, theme, style, layout, cursor, viewport);
        }
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
        let State { draft, menu, calendar, offered, .. } = tree.state.downcast_mut::<State>();
        if let (true, Some(words)) = (calendar.is_open(), &self.field.calendar) {
            let target = layout.children().next()?.bounds() + translation;
            let field = &self.field;
            return Some(calendar::over(calendar, words, target, move |day, shell| {
                take(field, in_figures(day), draft, shell);
            }));
        }
        if !menu.is_open() || offered.is_empty() {
            return None;
        }
        let target = layout.children().next()?.bounds() + translation;
        let options = offered.iter().map(|at| self.field.suggestions[*at].as_str()).collect();
        let field = &self.field;
        Some(Menu::under(menu, options, target, *viewport, move |place, shell| {
            take(field, field.suggestions[offered[place]].clone(), draft, shell);
        }))
    }
}

fn draw_calendar_button(renderer: &mut Renderer, button: Rectangle, hovered: bool, open: bool) {
    let corners = Border { radius: space::RADIUS_S.into(), ..Border::default() };
    let (ground, color) = match (open, hovered) {
        (true, _) => (palette::ACCENT_SOFT, palette::ACCENT),
        (false, true) => (palette::NEUTRAL, palette::INK),
        (false, false) => (Color::TRANSPARENT, palette::MUTED),
    };
    fill(renderer, button.shrink(space::XS), corners, ground);
    renderer.fill_text(Icon::Calendar.drawn(), button.center(), color, button);
}

fn is_function_key(key: &Key) -> bool {
    use Named::{F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12};
    matches!(key, Key::Named(F1 | F2 | F3 | F4 | F5 | F6 | F7 | F8 | F9 | F10 | F11 | F12))
}

impl<'a, Message: Clone + 'a> From<Input<'a, Message>> for Element<'a, Message> {
    fn from(widget: Input<'a, Message>) -> Self {
        Element::new(widget)
    }
}
