//! A text of several lines that saves by itself, by the rules of a field. Enter is
//! a new line. It grows with its text.

use iced::advanced::text::highlighter::PlainText;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::Key;
use iced::widget::text_editor::{self, Action, Binding, Content, KeyPress, TextEditor};
use iced::{Event, Length, Rectangle, Renderer, Size, Theme, touch};

use super::TextArea;
use super::editing::Editing;
use super::under::Under;
use crate::app::theme::text::{REGULAR, Role};
use crate::app::theme::{space, style};
use crate::app::widget::around::adopt;
use crate::app::widget::control;
use crate::vietnamese::clean::clean_lines;

type Inner<'c> = TextEditor<'c, PlainText, Action, Theme, Renderer>;
type InnerState = text_editor::State<PlainText>;

/// Room above and below the text.
const ROOM: f32 = 8.0;

pub(super) struct Area<'a, Message> {
    field: TextArea<'a, Message>,
    error: Under<'a, Message>,
}

impl<'a, Message: 'a> Area<'a, Message> {
    pub(super) fn new(field: TextArea<'a, Message>) -> Self {
        Self { field, error: Under::default() }
    }

    /// iced's editor of this content. It borrows the content from the tree, so it is
    /// made anew whenever it is needed.
    fn editor<'c>(&'c self, content: &'c Content, look: Look) -> Inner<'c> {
        let mut editor = TextEditor::new(content)
            .placeholder(self.field.placeholder.as_str())
            .font(REGULAR)
            .size(Role::Body.size())
            .line_height(Role::Body.line_height())
            .padding([ROOM, space::M])
            .min_height(self.field.kind.min_height - 2.0 * ROOM)
            .key_binding(binding)
            .style(style::text_area(look.focused, look.refused, self.field.saving.is_read_only()));
        if let Some(id) = &self.field.id {
            editor = editor.id(id.clone());
        }
        match self.field.saving.is_read_only() {
            true => editor,
            false => editor.on_action(|action| action),
        }
    }
}

/// What the look of an editor hangs on.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    focused: bool,
    refused: bool,
}

/// What keys mean in the editor: Ctrl and a letter never writes that letter.
fn binding(press: KeyPress) -> Option<Binding<Action>> {
    let letter = matches!(press.key, Key::Character(_));
    let command = press.modifiers.command() && !press.modifiers.alt();
    match Binding::from_key_press(press) {
        Some(Binding::Insert(_)) if letter && command => None,
        binding => binding,
    }
}

#[derive(Default)]
struct State {
    editing: Editing,
    content: Content,
}

impl State {
    /// Puts into the editor what stands in the field. What was typed and only lacks
    /// cleaning stays as it is, with its caret, as long as somebody is writing.
    fn fill(&mut self, focused: bool) {
        let (stands, typed) = (self.editing.text(), self.content.text());
        let same = typed == stands || focused && clean_lines(&typed) == stands;
        if !same {
            self.content = Content::with_text(stands);
        }
    }
}

fn is_focused(tree: &Tree) -> bool {
    tree.state.downcast_ref::<InnerState>().is_focused()
}

/// A finger is as good as a mouse; iced's editor knows only the latter.
fn as_mouse(event: &Event) -> Option<Event> {
    let left = mouse::Button::Left;
    match event {
        Event::Touch(touch::Event::FingerPressed { .. }) => Some(mouse::Event::ButtonPressed(left)),
        Event::Touch(touch::Event::FingerMoved { position, .. }) => {
            Some(mouse::Event::CursorMoved { position: *position })
        }
        Event::Touch(touch::Event::FingerLifted { .. } | touch::Event::FingerLost { .. }) => {
            Some(mouse::Event::ButtonReleased(left))
        }
        _ => None,
    }
    .map(Event::Mouse)
}

impl<'a, Message: 'a> Widget<Message, Theme, Renderer> for Area<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        let content = Content::new();
        let editor = self.editor(&content, Look::default());
        vec![Tree::new(&editor as &dyn Widget<Action, Theme, Renderer>), Tree::empty()]
    }

    fn diff(&self, _tree: &mut Tree) {
        // The editor is made from what the tree holds.
    }

    fn size(&self) -> Size<Length> {
        Size::new(Length::Fill, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        state.editing.show(&self.field.saving);
        state.fill(is_focused(&children[0]));
        self.error.say(state.editing.reason(&self.field.saving));

        let mut editor = self.editor(&state.content, Look::default());
        let node = Widget::layout(&mut editor, &mut children[0], renderer, limits);
        drop(editor);
        self.error.layout(&mut children[1], node, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let Some(inner) = layout.children().next() else { return };
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();
        operation.custom(None, inner.bounds(), &mut state.editing);
        // A read-only one has nothing to do with the keyboard.
        match self.field.saving.is_read_only() {
            true => operation.container(self.field.id.as_ref(), inner.bounds()),
            false => {
                let mut editor = self.editor(&state.content, Look::default());
                Widget::operate(&mut editor, &mut children[0], inner, renderer, operation);
            }
        }
        operation.text(None, inner.bounds(), state.editing.text());
        self.error.operate(&mut children[1], layout, renderer, operation);
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
        let Some(inner) = layout.children().next() else { return };
        let Tree { state, children, .. } = tree;
        let state = state.downcast_mut::<State>();

        // First, what Tab or a dialog did since the last event.
        state.editing.follow_focus(is_focused(&children[0]), &self.field.saving, shell);
        let writes = is_focused(&children[0]) && !self.field.saving.is_read_only();
        if let Some((key, modifiers)) = control::key(event, writes, shell)
            && state.editing.handle_key(key, modifiers, &self.field.saving, shell)
        {
            return;
        }

        let mut actions = Vec::new();
        let mut own = Shell::new(&mut actions);
        let mut editor = self.editor(&state.content, Look::default());
        let seen = as_mouse(event);
        Widget::update(
            &mut editor,
            &mut children[0],
            seen.as_ref().unwrap_or(event),
            inner,
            cursor,
            renderer,
            clipboard,
            &mut own,
            viewport,
        );
        drop(editor);
        adopt(shell, &own, true);
        let taken = own.is_event_captured();
        for action in actions {
            let edits = action.is_edit();
            state.content.perform(action);
            if edits {
                state.editing.type_in(state.content.text(), &self.field.saving, shell);
                // It grows, and iced's editor sets its text in the layout.
                shell.invalidate_layout();
            }
            shell.request_redraw();
        }

        // Last, what the event itself did: a click here or elsewhere.
        state.editing.follow_focus(is_focused(&children[0]), &self.field.saving, shell);
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
        let state = tree.state.downcast_ref::<State>();
        if let Some(inner) = layout.children().next() {
            let refused = state.editing.reason(&self.field.saving).is_some();
            let look = Look { focused: is_focused(&tree.children[0]), refused };
            let editor = self.editor(&state.content, look);
            Widget::draw(&editor, &tree.children[0], renderer, theme, style, inner, cursor, viewport);
        }
        self.error.draw(&tree.children[1], renderer, theme, style, layout, viewport);
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        let over = layout.children().next().is_some_and(|inner| cursor.is_over(inner.bounds()));
        match (over, self.field.saving.is_read_only()) {
            (true, false) => mouse::Interaction::Text,
            _ => mouse::Interaction::default(),
        }
    }
}
