//! Repairs Vietnamese typing for everything in the window.
//!
//! Typing tools for Vietnamese (UniKey, EVKey, OpenKey, ibus, fcitx) take back
//! letters and put in others. iced's text field loses some of what they send:
//!
//! * it does not know Shift+Insert, by which some tools deliver the letter;
//! * of a key that carries several characters it takes the first only;
//! * ibus sends Enter and Tab as text, and before the word they end, which may take a while;
//! * on X11 a word still being composed follows the focus into the next field, and is
//!   lost when the window loses the focus or is closed.
//!
//! Wrapped around the root, dialogs included, this turns such events into ones
//! a text field understands. What is in the fields is never rewritten: a tool
//! that counts backspaces would lose count. Text fields never stand in overlays
//! (menus), so events of overlays pass unchanged.

use std::time::{Duration, Instant};

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

/// So long the key that ended a word waits for the word.
const ON_ITS_WAY: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
struct State {
    /// The word being composed, as shown.
    composing: String,
    /// What was composed is no longer shown and has not arrived.
    on_its_way: bool,
    /// A key that ends the word and waits until the word has arrived, at most until then.
    ending: Option<(key::Named, key::Code, Instant)>,
    /// The word that was put into its field before the typing tool did, which may do so yet.
    given: Option<String>,
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
            Event::InputMethod(input_method::Event::Preedit(text, _)) => {
                state.on_its_way = text.is_empty() && (state.on_its_way || !state.composing.is_empty());
                if !text.is_empty() {
                    state.given = None;
                }
                state.composing.clone_from(text);
            }
            Event::InputMethod(input_method::Event::Opened | input_method::Event::Closed) => {
                state.composing.clear();
                state.on_its_way = false;
            }
            Event::InputMethod(input_method::Event::Commit(text))
                if state.given.take().as_ref() == Some(text) =>
            {
                shell.capture_event();
                return;
            }
            // Windows ends a composition by itself; X11 carries it along on a click, and else drops it.
            Event::Mouse(mouse::Event::ButtonPressed(_))
            | Event::Touch(touch::Event::FingerPressed { .. })
            | Event::Window(window::Event::Unfocused | window::Event::CloseRequested)
                if cfg!(target_os = "linux") =>
            {
                let word = std::mem::take(&mut state.composing);
                if !word.is_empty() {
                    inner.forward_apart(&commit(&word), shell);
                    state.given = Some(word);
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
                state.on_its_way = false;
                inner.forward(&commit(&text), shell);
            }
            Meaning::Ending(named, code) => {
                let wait = if state.on_its_way { ON_ITS_WAY } else { Duration::ZERO };
                state.ending = Some((named, code, Instant::now() + wait));
                shell.capture_event();
                shell.request_redraw();
                return;
            }
        }

        let frame = match event {
            Event::Window(window::Event::RedrawRequested(now)) => Some(*now),
            _ => None,
        };
        // The word may also be empty and never come: then it is not waited for.
        if let Some((named, code, until)) = state.ending {
            if word_arrived || frame.is_some_and(|now| until <= now) {
                state.ending = None;
                inner.forward_apart(&press(named, code), shell);
            } else if frame.is_some() {
                shell.request_redraw_at(until);
            }
        }
        if frame.is_some() && std::mem::take(&mut state.restart) {
            *shell.input_method_mut() = InputMethod::Disabled;
            shell.request_redraw();
        }
    }
}
