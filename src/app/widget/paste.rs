//! Text pasted into a field of one line: cells and lines are parted by a space.
//! iced's field would drop what parts them and join the words.

use std::borrow::Cow;

use iced::Event;
use iced::advanced::clipboard::{Clipboard, Kind};
use iced::advanced::input_method;

/// Turns what is pasted into one line on its way to a text field.
pub(super) struct OneLine;

impl OneLine {
    /// A clipboard that reads one line.
    pub(super) fn clipboard(clipboard: &mut dyn Clipboard) -> OneLineClipboard<'_> {
        OneLineClipboard(clipboard)
    }

    /// The event, with the text it brings as one line.
    pub(super) fn event(event: &Event) -> Cow<'_, Event> {
        match event {
            Event::InputMethod(input_method::Event::Commit(text)) if text.contains(parts) => {
                Cow::Owned(Event::InputMethod(input_method::Event::Commit(joined(text))))
            }
            _ => Cow::Borrowed(event),
        }
    }
}

pub(super) struct OneLineClipboard<'a>(&'a mut dyn Clipboard);

impl Clipboard for OneLineClipboard<'_> {
    fn read(&self, kind: Kind) -> Option<String> {
        self.0.read(kind).map(|text| joined(&text))
    }

    fn write(&mut self, kind: Kind, contents: String) {
        self.0.write(kind, contents);
    }
}

/// Whether a character parts cells or lines.
pub(super) fn parts(character: char) -> bool {
    matches!(character, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Cells and lines with a space between them. Empty ones leave nothing, as the line
/// break that Excel puts after every row.
fn joined(text: &str) -> String {
    text.split(parts).filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn cells_and_lines_are_parted_by_one_space() {
        assert_eq!(joined("Nguyễn Văn Test\t1970\r\n"), "Nguyễn Văn Test 1970");
        assert_eq!(joined("thôn Đông\r\nxã Tam Đại\u{b}\t\tQuảng Nam\n"), "thôn Đông xã Tam Đại Quảng Nam");
        assert_eq!(joined(" giữa "), " giữa ", "spaces that were copied stay");
        assert_eq!(joined("\r\n"), "");
    }
}
