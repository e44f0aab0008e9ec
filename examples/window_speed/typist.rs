//! A typist in the window: keys reach the widgets as if the system had sent them.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Shell, Widget, overlay, renderer};
use iced::keyboard::{self, Key, Location, Modifiers, key};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector, mouse, window};

/// Keys that are still to be pressed.
pub type Keys = Rc<RefCell<VecDeque<Event>>>;

/// The press of a key that gives a letter.
pub fn letter(letter: &str) -> Event {
    let key = Key::Character(letter.into());
    Event::Keyboard(keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        key,
        physical_key: key::Physical::Unidentified(key::NativeCode::Unidentified),
        location: Location::Standard,
        modifiers: Modifiers::empty(),
        text: Some(letter.into()),
        repeat: false,
    })
}

/// Puts the typist in front of a view.
pub fn typist<'a, Message: 'a>(keys: Keys, view: Element<'a, Message>) -> Element<'a, Message> {
    Element::new(Typist { keys, view })
}

struct Typist<'a, Message> {
    keys: Keys,
    view: Element<'a, Message>,
}

impl<Message> Widget<Message, Theme, Renderer> for Typist<'_, Message> {
    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.view)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&[&self.view]);
    }

    fn size(&self) -> Size<Length> {
        self.view.as_widget().size()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.view.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        self.view.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
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
        let mut pass = |event: &Event, shell: &mut Shell<'_, Message>| {
            let (view, tree) = (self.view.as_widget_mut(), &mut tree.children[0]);
            view.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        };
        if matches!(event, Event::Window(window::Event::RedrawRequested(_))) {
            while let Some(key) = self.keys.borrow_mut().pop_front() {
                pass(&key, shell);
            }
        }
        pass(event, shell);
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
        self.view.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, Message, Theme, Renderer>> {
        self.view.as_widget_mut().overlay(&mut tree.children[0], layout, renderer, viewport, translation)
    }
}
