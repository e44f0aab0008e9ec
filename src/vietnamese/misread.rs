//! Text in UTF-8 that a program took for another code page: "Nguyá»…n" for "Nguyễn".
//!
//! UTF-8 writes a letter of ours as two or three bytes; each was shown as a character of its
//! own. Sign by sign they are put together again, whatever else stands beside them, as
//! often as they were taken apart.

use super::legacy::western;
use super::syllable::is_syllable;

/// A code page in which bytes were shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Those of Windows, 1252 first: what 1250, 1254 and 1258 have in other places are
    /// characters that 1252 does not know.
    Windows,
    /// Of old Macintoshes, in which Excel there still opens text.
    Mac,
    /// Of a black window: 437, and 850.
    Dos437,
    Dos850,
}

/// The upper halves, from 80 to FF.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
const DOS_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";
const DOS_850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
/// What the other pages of Windows show, and in place of which byte.
const OTHER_WINDOWS: &str = "ĂĆşŞŚŤŹśťźˇ˘ŁĄŻ˛łąĽ˝ľżğĞŢţ";
const OTHER_BYTES: [u8; 26] = [
    0xC3, 0xC6, 0xBA, 0xAA, 0x8C, 0x8D, 0x8F, 0x9C, 0x9D, 0x9F, 0xA1, 0xA2, 0xA3, 0xA5, 0xAF, 0xB2, 0xB3,
    0xB9, 0xBC, 0xBD, 0xBE, 0xBF, 0xF0, 0xD0, 0xDE, 0xFE,
];

impl Page {
    const ALL: [Self; 4] = [Self::Windows, Self::Mac, Self::Dos437, Self::Dos850];

    /// The byte that was shown as this character.
    fn byte(self, shown: char) -> Option<u8> {
        let in_half = |half: &str| {
            let place = half.chars().position(|other| other == shown)?;
            u8::try_from(place + 0x80).ok()
        };
        match self {
            // Some programs leave the number of a byte as it is.
            Self::Windows if matches!(shown, '\u{80}'..='\u{ff}') => u8::try_from(u32::from(shown)).ok(),
            Self::Windows => {
                let other = OTHER_WINDOWS.chars().position(|other| other == shown);
                other.map(|at| OTHER_BYTES[at]).or_else(|| in_half(&upper_half_of_windows()))
            }
            Self::Mac => in_half(MAC),
            Self::Dos437 => in_half(DOS_437),
            Self::Dos850 => in_half(DOS_850),
        }
    }
}

fn upper_half_of_windows() -> String {
    western(&(0x80..=0x9F).collect::<Vec<u8>>())
}

/// The text as it was meant; `None` where nothing was misread.
pub fn mended(text: &str) -> Option<String> {
    const MOST_TIMES: usize = 3;
    let mut mended: Option<String> = None;
    for _ in 0..MOST_TIMES {
        let seen = mended.as_deref().unwrap_or(text);
        // In another page than its own the signs of a text rarely meet as those of a letter do.
        let in_pages = Page::ALL.into_iter().rev().filter_map(|page| once(seen, page));
        let Some((_, better)) = in_pages.max_by_key(|(letters, text)| (*letters, syllables(text))) else {
            break;
        };
        mended = Some(better);
    }
    mended
}

/// How many words of a text are ours.
fn syllables(text: &str) -> usize {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| is_syllable(word)).count()
}

/// A part of a text.
enum Piece {
    /// A character as it stood, or as its bytes mean.
    Is(char),
    /// A letter of whose bytes one was lost on the way: it can be one of these.
    OneOf(&'static str),
}

/// Puts together what was misread once, in one page; and how many letters prove it.
fn once(text: &str, page: Page) -> Option<(usize, String)> {
    let shown: Vec<char> = text.chars().collect();
    let bytes: Vec<Option<u8>> =
        shown.iter().map(|c| if c.is_ascii() { None } else { page.byte(*c) }).collect();
    let proves = |at: &usize| {
        letter_at(&bytes[*at..]).is_some_and(|(letter, length)| !may_be_meant(&shown, *at, letter, length))
    };
    let proofs = (0..shown.len()).filter(proves).count();
    let is_sure = proofs > 0;
    let mut pieces = Vec::with_capacity(shown.len());
    let mut at = 0;
    while at < shown.len() {
        let whole = letter_at(&bytes[at..]).filter(|_| is_sure);
        let (piece, length) = match whole {
            Some((letter, length)) => (Piece::Is(letter), length),
            None => match broken_at(&shown, &bytes, at, is_sure).filter(|_| page == Page::Windows) {
                Some((letters, length)) => {
                    let mut all = letters.chars();
                    let piece = match (all.next(), all.next()) {
                        (Some(only), None) if is_sure => Piece::Is(only),
                        _ => Piece::OneOf(letters),
                    };
                    // Some programs say that something was lost there.
                    let says_lost = shown.get(at + length) == Some(&LOST);
                    (piece, length + usize::from(says_lost))
                }
                None => (Piece::Is(shown[at]), 1),
            },
        };
        pieces.push(piece);
        at += length;
    }
    let is_broken = pieces.iter().any(|piece| matches!(piece, Piece::OneOf(_)));
    match is_sure {
        true => Some((proofs, put_together(&pieces))),
        // Without any whole letter to prove it, what is put together must be a word.
        false => is_broken.then(|| (0, put_together(&pieces))).filter(|(_, text)| !text.contains(LOST)),
    }
}

/// In place of a letter that nobody can tell.
const LOST: char = '\u{fffd}';

/// A letter in UTF-8 at the beginning of some bytes, and how many they are.
fn letter_at(bytes: &[Option<u8>]) -> Option<(char, usize)> {
    let length = match bytes.first().copied().flatten()? {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = bytes.get(..length)?.iter().copied().collect();
    let letter = std::str::from_utf8(&bytes?).ok()?.chars().next()?;
    is_expected(letter).then_some((letter, length))
}

/// What lists are written with: Latin letters and their marks, punctuation; and the signs
/// that another page has made of them before.
fn is_expected(letter: char) -> bool {
    matches!(letter, '\u{80}'..='\u{180}' | 'ƒ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ƀ' | '\u{300}'..='\u{303}' | '\u{306}' | '\u{309}' | '\u{31b}' | '\u{323}' | '\u{390}'..='\u{3c9}' | '\u{1e00}'..='\u{1eff}')
        || matches!(letter, 'ˆ' | '˜' | 'ˇ' | '˘' | '˙' | '˚' | '˛' | '˝')
        || matches!(letter, '\u{2010}'..='\u{20ac}' | '\u{2122}'..='\u{2126}' | '\u{2200}'..='\u{2320}' | '\u{2500}'..='\u{257f}' | '\u{feff}')
}

/// Whether signs may well stand there as they are: "XÃ”", "XÃ–" in capitals before a
/// quotation mark or a dash.
fn may_be_meant(shown: &[char], at: usize, letter: char, length: usize) -> bool {
    let Some([first, sign]) = shown.get(at..at + 2) else { return false };
    // "«Trương Bá» …"
    if (*first, *sign) == ('á', '»') && shown[..at].contains(&'«') {
        return true;
    }
    // "hâ”" before a space that does not break is no frame of a black window.
    if letter > '\u{1eff}' && shown.get(at + 2) == Some(&'\u{a0}') {
        return true;
    }
    let is_control = |sign: char| matches!(sign, '\u{80}'..='\u{9f}');
    if is_control(letter) && !is_control(*sign) {
        return true;
    }
    let follows_small = at.checked_sub(1).is_some_and(|before| shown[before].is_lowercase());
    if length != 2 || (follows_small && *first != 'Â') || !matches!(first, 'Ã' | 'Ă' | 'Â' | 'Ì' | 'Ò' | 'Õ')
    {
        return false;
    }
    let next = shown.get(at + 2);
    let is_ours = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư".contains(letter);
    match sign {
        '\u{a0}' => !next.is_some_and(|next| next.is_lowercase()),
        '”' | '’' | '“' | '‘' | '–' | '—' | '…' | '»' | '«' | '·' | '\u{ad}' => {
            !is_ours || !next.is_some_and(|next| next.is_alphanumeric())
        }
        _ => false,
    }
}

/// The letters that signs can be of which the last was lost: programs drop what cannot be
/// seen, and make a plain space of one that does not break.
fn broken_at(
    shown: &[char],
    bytes: &[Option<u8>],
    at: usize,
    is_sure: bool,
) -> Option<(&'static str, usize)> {
    let byte = |offset: usize| bytes.get(at + offset).copied().flatten();
    let is_space = |offset: usize| shown.get(at + offset) == Some(&' ');
    // What follows a space goes on with the word, unless it is one of its own.
    let ends = |offset: usize| shown.get(at + offset).is_none_or(|next| *next == ' ');
    let goes_on = |offset: usize, letter: char| {
        let begin = shown[..at].iter().rposition(|c| !c.is_alphabetic()).map_or(0, |space| space + 1);
        let before: String = shown[begin..at].iter().collect();
        let behind: String = shown[at + offset..].iter().take_while(|c| c.is_alphabetic()).collect();
        behind.starts_with(char::is_lowercase) && is_syllable(&format!("{before}{letter}{behind}"))
    };
    let before = at.checked_sub(1).map(|at| shown[at]).filter(|before| before.is_alphabetic());
    // No capital stands between small letters; one among capitals may be meant.
    let among_small = |before: char| {
        before.is_lowercase() || shown.get(at + 1).is_some_and(|next| next.is_lowercase()) || is_sure
    };
    Some(match (byte(0)?, byte(1)) {
        (0xE1, Some(0xBB)) if is_space(2) && goes_on(3, 'ỡ') => ("ỡ", 3),
        (0xE1, Some(0xBB)) => ("ềọỏốờửỐỀỌ", 2),
        (0xE1, Some(0xBA)) if is_space(2) && goes_on(3, 'Ạ') => ("Ạ", 3),
        (0xE1, Some(0xBA)) => ("ậ", 2),
        (0xC3, _) if before.is_some_and(among_small) => match is_space(1) && (ends(2) || goes_on(2, 'à')) {
            true => ("à", 2),
            false => ("àí", 1),
        },
        (0xC3, _) if before.is_none() && is_sure => ("ÁÍÝ", 1),
        (0xC4, next) if shown[at] == 'Ä' && next.is_none_or(|next| next >= 0xC0) => ("Đ", 1),
        _ => return None,
    })
}

/// The pieces as one text. Of a lost letter that one is taken which alone makes a word; else
/// its place is marked as lost.
fn put_together(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Is(letter) => text.push(*letter),
            Piece::OneOf(letters) => {
                let begin = text
                    .rfind(|c: char| !c.is_alphabetic())
                    .map_or(0, |space| space + text[space..].chars().next().map_or(0, char::len_utf8));
                let behind: String = pieces[at + 1..]
                    .iter()
                    .map_while(|piece| match piece {
                        Piece::Is(letter) if letter.is_alphabetic() => Some(*letter),
                        _ => None,
                    })
                    .collect();
                let makes_word = |letter: &char| is_syllable(&format!("{}{letter}{behind}", &text[begin..]));
                let mut fitting = letters.chars().filter(makes_word);
                let letter = match (fitting.next(), fitting.next()) {
                    (Some(letter), None) => letter,
                    _ => LOST,
                };
                text.push(letter);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A text as a program shows it that takes its bytes for those of a page.
    fn misread(text: &str, page: Page) -> String {
        let show = |byte: &u8| match (byte, page) {
            (..=0x7F, _) => char::from(*byte),
            (_, Page::Windows) => western(&[*byte]).chars().next().expect("one"),
            (_, Page::Mac) => MAC.chars().nth(usize::from(*byte) - 0x80).expect("a place"),
            (_, Page::Dos437) => DOS_437.chars().nth(usize::from(*byte) - 0x80).expect("a place"),
            (_, Page::Dos850) => DOS_850.chars().nth(usize::from(*byte) - 0x80).expect("a place"),
        };
        text.as_bytes().iter().map(show).collect()
    }

    const TEXTS: [&str; 15] = [
        "Nguyễn Văn An",
        "TRẦN THỊ BÌNH",
        "Lê Đình Ý",
        "Hoàng Thị Ánh Nguyệt",
        "ĐẶNG QUỐC ỨNG",
        "Phó Chủ tịch UBMTTQ xã",
        "Thôn 1, xã Tân Lập",
        "Ủy viên Thường trực – Ủy ban “Mặt trận”",
        "Họ và tên",
        "H’Hen Niê",
        "Y-Ƀlô Êban",
        "Số điện thoại",
        "Trưởng ban CTMT thôn Ấp Bắc…",
        "Xã",
        "Lý Văn Sáu",
    ];

    #[test]
    fn what_was_misread_is_read_once_and_twice() {
        for text in TEXTS {
            for page in Page::ALL {
                let once = misread(text, page);
                assert_eq!(mended(&once).as_deref(), Some(text), "{once}");
                if matches!(page, Page::Windows | Page::Mac) {
                    let twice = misread(&once, Page::Windows);
                    assert_eq!(mended(&twice).as_deref(), Some(text), "{twice}");
                }
            }
            // As the bytes are numbered, and in the page for Vietnamese.
            let numbered: String = text.bytes().map(char::from).collect();
            assert_eq!(mended(&numbered).as_deref(), Some(text), "{numbered:?}");
            let vietnamese = misread(text, Page::Windows).replace('Ã', "Ă");
            assert_eq!(mended(&vietnamese).as_deref(), Some(text), "{vietnamese}");
            assert_eq!(mended(text), None, "{text}");
        }
    }

    #[test]
    fn letters_that_lost_a_sign_are_found_or_said() {
        for (shown, meant) in [
            ("HoÃ ng VÄƒn Em", "Hoàng Văn Em"),
            ("HoÃ ng", "Hoàng"),
            ("BÃ¬nh LÃ  An", "Bình Là An"),
            ("ThÃ´n 1, xÃ£ TÃ¢n Láºp", "Thôn 1, xã Tân Lập"),
            ("Äáº·ng VÄƒn ÄÃ´ng", "Đặng Văn Đông"),
            ("Äinh Nam", "Đinh Nam"),
            ("Ä\u{fffd}áº¯k Pung", "Đắk Pung"),
            ("BÃch", "Bích"),
            ("Huá»‡ – TrÆ°á»ng Thá»ng", "Huệ – Trường Th\u{fffd}ng"),
            ("LÃª VÄƒn CÆ°á»ng", "Lê Văn Cường"),
            ("Nguyá»…n ThÃ¡i", "Nguyễn Thái"),
            ("Tên: Nguyá»…n", "Tên: Nguyễn"),
            ("LÃª HÃ ", "Lê Hà"),
            ("BÃ thÆ°", "B\u{fffd} thư"),
            ("Thá»‹ Ãnh Ã", "Thị \u{fffd}nh \u{fffd}"),
            ("Thá»‹ NhÃ n", "Thị Nhàn"),
        ] {
            let mended = mended(shown);
            assert_eq!(mended.as_deref(), Some(meant), "{shown}");
        }
    }

    #[test]
    fn what_is_meant_as_it_stands_stays() {
        for text in [
            "“XÃ”",
            "XÃ–PHƯỜNG",
            "TÃ…",
            "Bá «An»",
            "Müller",
            "Ähre",
            "m²",
            "30°",
            "½",
            "Café §5",
            "n°",
            "LÃ",
            "HÀ Ã",
            "ÔNG “Ã”",
            "NguyÔn V¨n Tó",
            "Leâ Vaên Taùm",
            "NguyêÞn Thiò Ðào",
            "· Tổ 5",
            "√ 9",
            "Strauß",
            "ƒ",
            "DŨNG – HÒA",
            "Xã\u{a0}Tân Lập",
            "Là\u{a0}An",
            "Â\u{a0}Cơ",
            "Señor",
            "«Trương Bá»",
        ] {
            assert_eq!(mended(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_of_syllables_is_never_touched(words in prop::collection::vec("(«[bchklmnt](à|á|ạ|ê)»|[bchklmnt](à|á|ả|ã|ạ|ă|ằ|â|ấ|ậ|ê|ế|ệ|ô|ố|ộ|ơ|ờ|ư|ứ|ý)(n|ng)?[,.–”’…]?)[ \u{a0}]“?", 1..6)) {
            let text = words.concat();
            prop_assert_eq!(mended(&text), None);
            prop_assert_eq!(mended(&text.to_uppercase()), None);
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "[\u{20}-\u{ff}]{0,40}|\\PC{0,40}") {
            let _ = mended(&text);
        }
    }
}
