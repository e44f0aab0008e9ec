//! A window whose controls remember between events what they were doing: what is held down, dragged, or open over
//! the page. [`Window`] begins anew with every act.

use iced::advanced::clipboard::{Clipboard, Kind};
use iced::advanced::widget::Operation;
use iced::keyboard::{Key, Modifiers};
use iced::{Event, Point, Rectangle, Size, mouse};
use iced_test::runtime::{UserInterface, user_interface};
use taphuan::app::Message;

use super::window::{Window, key_event};

/// The window; see the module.
pub struct Live {
    pub window: Window,
    /// What was copied last.
    pub copied: Copied,
    cache: user_interface::Cache,
    renderer: iced::Renderer,
    pointer: Point,
}

/// A clipboard that tells what was put there.
#[derive(Default)]
pub struct Copied(pub String);

impl Clipboard for Copied {
    fn read(&self, _kind: Kind) -> Option<String> {
        Some(self.0.clone())
    }

    fn write(&mut self, _kind: Kind, contents: String) {
        self.0 = contents;
    }
}

impl Live {
    pub fn new(window: Window) -> Self {
        Self {
            window,
            copied: Copied::default(),
            cache: user_interface::Cache::new(),
            renderer: iced::Renderer::new(taphuan::app::theme::text::REGULAR, 16.0.into()),
            pointer: Point::ORIGIN,
        }
    }

    /// Does something with the controls as they stand.
    fn with<T>(
        &mut self,
        act: impl FnOnce(
            &mut UserInterface<'_, Message, iced::Theme, iced::Renderer>,
            &mut iced::Renderer,
            &mut Copied,
            &mut Vec<Message>,
        ) -> T,
    ) -> T {
        let (width, height) = self.window.size;
        let cache = std::mem::take(&mut self.cache);
        let view = self.window.app.view();
        let mut ui = UserInterface::build(view, Size::new(width, height), cache, &mut self.renderer);
        let mut said = Vec::new();
        let answer = act(&mut ui, &mut self.renderer, &mut self.copied, &mut said);
        self.cache = ui.into_cache();
        for message in said {
            let task = self.window.app.update(message);
            self.window.carry_out(task);
        }
        answer
    }

    /// What the controls hear.
    pub fn hear(&mut self, event: Event) {
        let cursor = mouse::Cursor::Available(self.pointer);
        self.with(|ui, renderer, copied, said| {
            let _ = ui.update(&[event], cursor, renderer, copied, said);
        });
        let frame = Event::Window(iced::window::Event::RedrawRequested(std::time::Instant::now()));
        self.with(|ui, renderer, copied, said| {
            let _ = ui.update(&[frame], cursor, renderer, copied, said);
        });
    }

    /// The pointer goes there.
    pub fn point(&mut self, to: Point) {
        self.pointer = to;
        self.hear(Event::Mouse(mouse::Event::CursorMoved { position: to }));
    }

    pub fn press(&mut self, button: mouse::Button) {
        self.hear(Event::Mouse(mouse::Event::ButtonPressed(button)));
    }

    pub fn release(&mut self, button: mouse::Button) {
        self.hear(Event::Mouse(mouse::Event::ButtonReleased(button)));
    }

    /// A click where the pointer is.
    pub fn click(&mut self) {
        self.press(mouse::Button::Left);
        self.release(mouse::Button::Left);
    }

    pub fn key(&mut self, key: Key, modifiers: Modifiers) {
        self.hear(super::window::modifiers(modifiers));
        self.hear(key_event(key, modifiers));
        self.hear(super::window::modifiers(Modifiers::empty()));
    }

    /// From one text to another, held down.
    pub fn drag(&mut self, from: &str, to: &str) {
        let (from, to) = (self.at(from), self.at(to));
        self.point(from);
        self.press(mouse::Button::Left);
        self.point(Point::new(from.x + 20.0, from.y));
        self.point(to);
        self.release(mouse::Button::Left);
    }

    /// The middle of a text; of several the one in front.
    pub fn at(&mut self, text: &str) -> Point {
        self.find(text).unwrap_or_else(|| panic!("{text} is not shown")).center()
    }

    /// Where a text stands, in the page or over it.
    pub fn find(&mut self, text: &str) -> Option<Rectangle> {
        let mut seek = Seek { text, found: None };
        self.with(|ui, renderer, _, _| ui.operate(renderer, &mut seek));
        seek.found
    }
}

struct Seek<'t> {
    text: &'t str,
    found: Option<Rectangle>,
}

impl Operation for Seek<'_> {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text(&mut self, _id: Option<&iced::widget::Id>, bounds: Rectangle, text: &str) {
        if self.text == text {
            self.found = Some(bounds);
        }
    }
}
