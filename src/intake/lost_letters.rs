//! Letters that a program lost for good when it saved a list: "Nguy?n V?n An". They cannot
//! be put back, only told.

use super::columns::{Column, Layout};
use super::grid::{Cell, Grid, Row};
use crate::vietnamese::syllable::{is_onset, is_syllable};

/// Whether letters of a text are lost: a question mark, or the sign of Unicode for what is
/// no letter, stands inside a word or where a word lacks its end. A question that is asked
/// has its mark behind a whole word: "Hoàng Văn Em?", "Ai đi?".
pub(super) fn lost(text: &str) -> bool {
    // Nearly every text has none of the signs: it is told by the first bytes that they have in UTF-8.
    if !text.bytes().any(|byte| matches!(byte, b'?' | 0xC2 | 0xE2 | 0xEF)) {
        return false;
    }
    text.contains(is_no_letter)
        || text.split(|c: char| c.is_whitespace() || ",;.:()\"“”/+*!".contains(c)).any(lacks_letters)
}

/// Whether a word lacks letters.
fn lacks_letters(word: &str) -> bool {
    // An address in the web, or a sum.
    if !word.contains(is_mark)
        || word.contains(['=', '&', '@', '_'])
        || word.contains(|c: char| c.is_ascii_digit())
    {
        return false;
    }
    let is_shouted = !word.contains(char::is_lowercase);
    let mut before = ' ';
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        if is_mark(letter) && next.is_alphabetic() {
            // "Có?Không", "?Nguyễn": a mark between sentences, or of somebody who doubts.
            let begins_word = next.is_uppercase() && !is_shouted;
            if !begins_word
                || (before.is_alphabetic() && !is_syllable(word.split(is_mark).next().unwrap_or(word)))
            {
                return true;
            }
        }
        before = letter;
    }
    let bare = word.trim_end_matches(is_mark);
    bare.len() < word.len() && lacks_end(bare)
}

/// Whether a sign stands in place of a letter where one is lost.
pub(super) fn is_lost(sign: char) -> bool {
    is_mark(sign) || is_no_letter(sign)
}

/// What Unicode shows for bytes that are no letter, and boxes for letters a font lacks.
fn is_no_letter(sign: char) -> bool {
    matches!(sign, '\u{fffd}' | '□' | '▯')
}

/// What stands for a letter; Oracle writes the second.
fn is_mark(sign: char) -> bool {
    matches!(sign, '?' | '¿')
}

/// "Th" of "Th?", "L" of "L?", where a word would go on; "SĐT" and "An" are whole.
fn lacks_end(word: &str) -> bool {
    let last = word.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or(word);
    is_onset(&last.to_lowercase())
}

/// The first cell of a table's row that lacks letters.
pub(super) fn first_lost<'a>(row: &'a Row, layout: &'a Layout) -> Option<(&'a Column, &'a Cell)> {
    let cells = layout.columns.iter().filter_map(|column| Some((column, row.cell(column.index)?)));
    cells.into_iter().find(|(_, cell)| matches!(cell, Cell::Text(text) if lost(text)))
}

/// Whether a sheet was saved in letters that do not know Vietnamese: many of its words lack
/// some.
pub(super) fn is_lossy(grid: &Grid) -> bool {
    const LEAST_CELLS: usize = 2;
    const LEAST_SHARE: usize = 10;
    let (mut words, mut lacking) = (0, 0);
    for (_, cell) in grid.rows.iter().flat_map(|row| row.cells()) {
        let Cell::Text(text) = cell else { continue };
        if text.contains(char::is_alphabetic) {
            words += 1;
            lacking += usize::from(lost(text));
        }
    }
    lacking >= LEAST_CELLS && lacking * LEAST_SHARE >= words
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::grid::GridBuilder;
    use super::*;

    const LOST: [&str; 24] = [
        "Nguy?n",
        "Nguy?n V?n An",
        "Tr?n Th? Bình",
        "L\u{fffd} V\u{fffd}n",
        "Ch? t?ch UBMTTQ",
        "Xã Tân L?p",
        "Lê V?n C??ng",
        "Tr??ng ban CTMT",
        "Ph?m Th? Dung",
        "Chi h?i tr??ng",
        "?inh V?n T?",
        "Võ Th?",
        "TR?N TH? BÌNH",
        "?INH",
        "H? và tên",
        "S? ?i?n tho?i",
        "D??ng",
        "Hoàng Th? ?nh",
        "Thôn 1, xã B?c Trà My",
        "Nguy¿n V¿n An",
        "Y Bl? Niê (tr??ng thôn)",
        "T? 5",
        "L? Th? H?",
        "Nguy□n",
    ];

    const WHOLE: [&str; 20] = [
        "Hoàng Văn Em?",
        "Ai đi?",
        "Ai đi? Không rõ",
        "Nguyễn Văn An (?)",
        "?",
        "??? ",
        "1968?",
        "SĐT?",
        "CMND? CCCD?",
        "Có?Không",
        "?Nguyễn Văn An",
        "https://mattran.vn/tin?id=5",
        "Xã Tân Lập",
        "Trưởng thôn hay phó?",
        "Tổ 5? Tổ 6?",
        "",
        "0912?",
        "Lê Thị H'Hen?",
        "(chưa rõ tên?)",
        "Bí thư??",
    ];

    #[test]
    fn lost_letters_are_told_from_questions() {
        for text in LOST {
            assert!(lost(text), "{text}");
        }
        for text in WHOLE {
            assert!(!lost(text), "{text}");
        }
    }

    #[test]
    fn a_sheet_is_lossy_where_many_words_lack_letters() {
        let grid = |texts: &[&str]| {
            let mut builder = GridBuilder::default();
            for (row, text) in (0..).zip(texts.iter().filter_map(|text| Cell::text(*text))) {
                builder.put(row, 0, text).expect("few cells");
            }
            builder.finish()
        };
        assert!(is_lossy(&grid(&LOST)) && !is_lossy(&grid(&WHOLE)));
        assert!(is_lossy(&grid(&["Ho va ten", "Nguy?n An", "L? B?", "An"])));
        assert!(!is_lossy(&grid(&["Họ và tên", "Nguyễn An", "L? Bé"])));
    }

    proptest! {
        #[test]
        fn what_is_asked_of_whole_names_is_no_loss(words in prop::collection::vec("(Nguyễn|Trần|Văn|Thị|Bé|An|Ý|xã|thôn)", 1..5)) {
            prop_assert!(!lost(&words.join(" ")));
            prop_assert!(!lost(&(words.join(" ") + "?")));
            prop_assert!(!lost(&words.join("? ")));
        }

        #[test]
        fn letters_lost_on_the_way_are_told(words in prop::collection::vec("(Nguyễn|Trần|Phạm|Huỳnh|Đỗ|Lữ|Thị|Trưởng|Điện|Ủy|Lập)", 1..5)) {
            let ascii = |c: char| if c.is_ascii() { c } else { '?' };
            let text: String = words.join(" ").chars().map(ascii).collect();
            let has_letters = words.iter().any(|word| *word != "Đỗ");
            prop_assert_eq!(lost(&text), has_letters);
        }
    }
}
