//! A passphrase as it is typed: hidden, unless it is wished to be seen.

use age::secrecy::SecretString;
use iced::widget::text_input;
use iced::{Element, Length};
use unicode_normalization::UnicodeNormalization;

use crate::app::theme::text::{REGULAR, Role};
use crate::app::theme::{space, style};
use crate::app::widget::form;

/// A shorter one is guessed.
pub(super) const LEAST: usize = 8;

/// A field for one.
pub(super) fn field<'a, Message: Clone + 'a>(
    label: String,
    id: &'static str,
    (typed, shown): (&str, bool),
    on_input: impl Fn(String) -> Message + 'a,
    on_enter: Message,
) -> Element<'a, Message> {
    let input = text_input("", typed)
        .id(id)
        .secure(!shown)
        .on_input(on_input)
        .on_submit(on_enter)
        .font(REGULAR)
        .size(Role::Body.size())
        .line_height(Role::Body.line_height())
        .padding((space::CONTROL - 20.0) / 2.0)
        .style(style::text_field(false));
    form::labelled(Some(label), None, Length::Fill, input)
}

/// The same letters are the same passphrase, whichever way a keyboard wrote their marks.
pub(super) fn secret(typed: &str) -> SecretString {
    SecretString::from(typed.nfc().collect::<String>())
}

#[cfg(test)]
mod tests {
    use age::secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn marks_written_two_ways_are_one_passphrase() {
        assert_eq!(secret("me\u{302}\u{323}t").expose_secret(), secret("m\u{1EC7}t").expose_secret());
    }
}
