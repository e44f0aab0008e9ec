//! Repairs Vietnamese typing for everything in the window.
//!
//! Typing tools for Vietnamese (UniKey, EVKey, OpenKey, ibus, fcitx) take back
//! letters and put in others. iced's text field loses some of what they send:
//!
//! * it does not know Shift+Insert, by which some tools deliver the letter;
//! * of a key that carries several characters it takes the first only;
//! * ibus sends Enter and Tab as text, and before the word they end;
//! * on X11 a word still being composed follows the focus into the next field.
//!
//! Wrapped around the root, dialogs included, this turns such events into ones
//! a text field understands. What is in the fields is never rewritten: a tool
//! that counts backspaces would lose count. Text fields never stand in overlays
//! (menus), so events of overlays pass unchanged.

use iced::advanced::{InputMethod, Shell, clipboard, input_method};
use iced::keyboard::{self, Key, key};
use iced::{Element, Event, mouse, touch, window};
use unicode_normalization::UnicodeNormalization;

use super::around::{Around, Inner, Manner};
use super::paste;

/// Wraps the root of the window.
pub fn typing<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    Around { content: content.into(), manner: Typing }.into()
}

struct Typing;

#[derive(Debug, Default)]
struct State {
    /// The word being composed, as shown.
    composing: String,
    /// A key that ends the word and waits until the word has arrived.
    ending: Option<(key::Named, key::Code)>,
    /// Restart the input method with the next frame.
    restart: bool,
}

/// What a typing tool meant by an event.
enum Meaning {
    /// The event as it is.
    Same,
    /// This text goes to the caret.
    Text(String),
    /// A key that ends the word; the word comes after it.
    Ending(key::Named, key::Code),
}

fn meaning(event: &Event, paste: impl FnOnce() -> String) -> Meaning {
    match event {
        Event::Keyboard(keyboard::Event::KeyPressed { key, text, modifiers, .. }) => {
            if modifiers.control() || modifiers.alt() {
                return Meaning::Same;
            }
            if modifiers.shift() && *key == Key::Named(key::Named::Insert) {
                return Meaning::Text(paste());
            }
            match text {
                Some(text) if text.chars().count() > 1 && !text.chars().any(char::is_control) => {
                    Meaning::Text(text.to_string())
                }
                _ => Meaning::Same,
            }
        }
        Event::InputMethod(input_method::Event::Commit(text)) => match text.as_str() {
            "\r" | "\n" => Meaning::Ending(key::Named::Enter, key::Code::Enter),
            "\t" => Meaning::Ending(key::Named::Tab, key::Code::Tab),
            _ => Meaning::Text(text.clone()),
        },
        _ => Meaning::Same,
    }
}

/// Text as the focused field takes it in at the caret, over the selection. What parts
/// pasted cells and lines is left to the field, which may have several lines.
fn commit(text: &str) -> Event {
    let text = text.nfc().filter(|c| !c.is_control() || paste::parts(*c)).collect();
    Event::InputMethod(input_method::Event::Commit(text))
}

fn press(named: key::Named, code: key::Code) -> Event {
    Event::Keyboard(keyboard::Event::KeyPressed {
        key: Key::Named(named),
        modified_key: Key::Named(named),
        physical_key: key::Physical::Code(code),
        location: keyboard::Location::Standard,
        modifiers: keyboard::Modifiers::default(),
        text: None,
        repeat: false,
    })
}

impl<Message> Manner<Message> for Typing {
    type State = State;

    fn update(
        &self,
        state: &mut State,
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        match event {
            Event::InputMethod(input_method::Event::Preedit(text, _)) => state.composing.clone_from(text),
            Event::InputMethod(input_method::Event::Opened | input_method::Event::Closed) => {
                state.composing.clear();
            }
            // Windows ends a composition on a click by itself; X11 carries it along.
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. })
                if cfg!(target_os = "linux") =>
            {
                let word = std::mem::take(&mut state.composing);
                if !word.is_empty() {
                    inner.forward_apart(&commit(&word), shell);
                    state.restart = true;
                    shell.request_redraw();
                }
            }
            _ => {}
        }

        let mut word_arrived = false;
        match meaning(event, || inner.clipboard.read(clipboard::Kind::Standard).unwrap_or_default()) {
            Meaning::Same => inner.forward(event, shell),
            Meaning::Text(text) => {
                word_arrived = true;
                state.composing.clear();
                inner.forward(&commit(&text), shell);
            }
            Meaning::Ending(named, code) => {
                state.ending = Some((named, code));
                shell.capture_event();
                shell.request_redraw();
                return;
            }
        }

        let frame = matches!(event, Event::Window(window::Event::RedrawRequested(_)));
        // The word may also be empty and never come: then the next frame ends it.
        if (word_arrived || frame)
            && let Some((named, code)) = state.ending.take()
        {
            inner.forward_apart(&press(named, code), shell);
        }
        if frame && std::mem::take(&mut state.restart) {
            *shell.input_method_mut() = InputMethod::Disabled;
            shell.request_redraw();
        }
    }
}
