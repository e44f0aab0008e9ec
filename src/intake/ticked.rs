//! Boxes of a form, of which some are ticked: "☐ Bí thư chi bộ ☒ Trưởng ban CTMT ☐ Khác: …".

use memchr::memchr;

use crate::vietnamese::clean::clean;

const EMPTY: [char; 3] = ['☐', '□', '◻'];
const TICKED: [char; 5] = ['☒', '☑', '⊠', '■', '🗹'];

/// What stands beside the boxes that are ticked; `None` for a text without boxes.
pub(super) fn ticked(text: &str) -> Option<String> {
    // The first byte of most boxes: nearly every cell is told by it.
    if memchr(0xE2, text.as_bytes()).is_none() && memchr(0xF0, text.as_bytes()).is_none() {
        return None;
    }
    let is_box = |letter: char| EMPTY.contains(&letter) || TICKED.contains(&letter);
    let boxes: Vec<(usize, char)> = text.char_indices().filter(|(_, letter)| is_box(*letter)).collect();
    let (first, last) = (boxes.first()?, boxes.last()?);
    // "Lê Đình Hoàng ☒ Nam ☐ Nữ": something has its box before it, so all have.
    let stand_before =
        text[..first.0].trim().is_empty() || says_something(&text[last.0 + last.1.len_utf8()..]);
    let ends = boxes.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let mut before = 0;
    let options = boxes.iter().zip(ends).map(|((at, sign), end)| {
        let behind = at + sign.len_utf8();
        let option = if stand_before { &text[behind..end] } else { &text[before..*at] };
        before = behind;
        (TICKED.contains(sign), option)
    });
    let chosen = options.filter(|(ticked, _)| *ticked).map(|(_, option)| said(option));
    Some(chosen.filter(|option| says_something(option)).collect::<Vec<_>>().join(", "))
}

/// "Lê Đình Hoàng" and "Nam" of "Lê Đình Hoàng ☒ Nam ☐ Nữ": what stands before boxes, and what they say.
pub(super) fn beside_boxes(text: &str) -> Option<(&str, String)> {
    let said = ticked(text)?;
    let before = text.split(|letter| EMPTY.contains(&letter) || TICKED.contains(&letter)).next()?.trim();
    says_something(before).then_some((before, said))
}

fn says_something(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// Whether a box of a text is ticked.
pub(super) fn is_ticked(text: &str) -> bool {
    text.contains(TICKED)
}

/// "Chi hội trưởng" of "Khác: Chi hội trưởng".
fn said(option: &str) -> String {
    let own = option.split_once(':').map_or(option, |(_, own)| own);
    clean(own.trim_matches([' ', ';', ',', '.', '…']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_ticked_is_said() {
        for (text, said) in [
            ("☐ Bí thư chi bộ ☒ Trưởng ban CTMT ☐ Khác: ……", Some("Trưởng ban CTMT")),
            ("☐ Bí thư ☒ Khác: Chi hội trưởng Phụ nữ", Some("Chi hội trưởng Phụ nữ")),
            ("Nam ☑ Nữ ☐", Some("Nam")),
            ("☑ Trưởng thôn ☑ Bí thư", Some("Trưởng thôn, Bí thư")),
            ("☐ Nam ☐ Nữ", Some("")),
            ("Trần Thị Xuân ☐ Nam ☒ Nữ", Some("Nữ")),
            ("Trưởng thôn – Bí thư", None),
            ("Trưởng thôn", None),
        ] {
            assert_eq!(ticked(text).as_deref(), said, "{text}");
        }
    }
}
