//! Letters that only look like the right ones: the Icelandic Ð for Đ, Cyrillic and Greek
//! letters among Latin ones, and the many signs that stand for the apostrophe in the names
//! of the highlands. Nobody can see the difference, so nobody can have meant it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::syllable::is_syllable;

/// What looks like a Latin letter in other scripts, in pairs.
const FOREIGN: &str = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYҮYХXѴVԚQԜWаaсcеeоoрpхxуyүyіiјjѕsһhԁdԛqԝwѵvΑAΒBΕEΖZΗH\
    ΙIΚKΜMΝNΟOΡPΤTΥYΧXαaιiκkνvοoρpυuχxϲcϳj";

/// Whether a character may be a lookalike, or is one in a wide or a stylish form.
pub(super) fn is_suspect(character: char) -> bool {
    match character {
        '\'' | '`' | '"' | '”' | '“' => true,
        '!'..='~' => false,
        'Ð' | 'ð' | 'Ɖ' | 'ɖ' | 'Ǎ' | 'ǎ' => true,
        _ => is_foreign(character) || is_apostrophe(character) || is_styled(character),
    }
}

/// Greek and Cyrillic.
fn is_foreign(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}')
}

/// Forms of plain letters: wide ones of East Asia, bold and cursive ones that telephones
/// offer, and the joined letters (ﬁ) of printed pages.
pub(super) fn is_styled(character: char) -> bool {
    matches!(character, '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}' | '\u{fb00}'..='\u{fb06}')
}

/// What is typed for an apostrophe.
fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`'
            | '´'
            | '‘'
            | '’'
            | '‛'
            | '′'
            | 'ʹ'
            | 'ʻ'
            | 'ʼ'
            | 'ʽ'
            | 'ˈ'
            | 'ˊ'
            | 'ˋ'
            | '΄'
            | '᾽'
            | 'ꞌ'
    )
}

/// A line in NFC with the letters it means, in NFC again.
pub(super) fn mended(line: &str) -> String {
    with_one_apostrophe(&with_own_letters(line)).nfc().collect()
}

/// The line without letters of another alphabet in its Latin words.
fn with_own_letters(line: &str) -> String {
    let is_latin = |letter: char| letter.is_alphabetic() && (letter < '\u{250}' || is_vietnamese(letter));
    let has_latin = line.contains(is_latin);
    let is_of_letters = |letter: char| letter.is_alphabetic() || is_combining_mark(letter);
    let is_truly_foreign =
        |word: &str| word.chars().any(|letter| is_foreign(letter) && as_latin(letter).is_none());
    // A word in which every letter could be Latin is, unless another word is truly foreign.
    let speaks_latin = has_latin && !line.split(|letter| !is_of_letters(letter)).any(is_truly_foreign);
    let is_ours = line.contains(|letter: char| is_vietnamese(letter) || "ơưđƠƯĐ".contains(letter));
    let mut mended = String::with_capacity(line.len());
    for word in line.split_inclusive(|letter| !is_of_letters(letter)) {
        let is_mixed = word.contains(is_latin) && !is_truly_foreign(word);
        let own = |letter| match as_latin(letter) {
            Some(latin) if is_mixed || speaks_latin => latin,
            _ => letter.to_string(),
        };
        let begin = mended.len();
        mended.extend(word.chars().map(own));
        set_right(&mut mended, begin, is_ours);
    }
    mended
}

/// The letters that Vietnamese has beyond the first blocks of Unicode.
fn is_vietnamese(letter: char) -> bool {
    matches!(letter, '\u{1e00}'..='\u{1eff}')
}

/// The Latin letter that looks like a foreign one, with its marks.
fn as_latin(letter: char) -> Option<String> {
    if !is_foreign(letter) {
        return None;
    }
    let mut latin = Some(String::new());
    decompose_canonical(letter, |piece| {
        let own = match is_combining_mark(piece) {
            true => Some(piece),
            false => {
                let mut pairs = FOREIGN.chars();
                pairs
                    .by_ref()
                    .step_by(2)
                    .position(|other| other == piece)
                    .and_then(|at| FOREIGN.chars().nth(at * 2 + 1))
            }
        };
        latin = latin.take().zip(own).map(|(latin, own)| latin + own.encode_utf8(&mut [0; 4]));
    });
    latin
}

/// Puts Đ and ă into the word that begins at `begin` where another letter stands for them;
/// `is_ours` where the line is Vietnamese beyond doubt.
fn set_right(line: &mut String, begin: usize, is_ours: bool) {
    let word = &line[begin..];
    if !word.contains(['Ð', 'ð', 'Ɖ', 'ɖ', 'Ǎ', 'ǎ']) {
        return;
    }
    let mut right: String = word.replace(['Ð', 'Ɖ'], "Đ");
    // "Sigurð" is a name, too: in Vietnamese đ begins a syllable.
    if let Some(rest) = right.strip_prefix(['ð', 'ɖ']) {
        right = format!("đ{rest}");
    }
    let with_breve = right.replace('ǎ', "ă").replace('Ǎ', "Ă");
    if is_ours || is_syllable(with_breve.trim_end_matches(|letter: char| !letter.is_alphabetic())) {
        right = with_breve;
    }
    line.replace_range(begin.., &right);
}

/// "H’Hen", "H` Hen" and "H ' Hen" as "H'Hen". Signs that quote stay as they are.
fn with_one_apostrophe(line: &str) -> String {
    let letters: Vec<char> = line.chars().collect();
    let quotes = letters.iter().filter(|sign| is_quote(**sign)).count();
    let mut signs = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = letters[at..].iter().take(2).take_while(|sign| is_apostrophe(**sign)).count();
        let quote = usize::from(length == 0 && quotes == 1 && is_quote(letters[at]));
        if length + quote > 0 {
            signs.push(Sign { start: at, end: at + length + quote, is_quote: quote > 0 });
        }
        at += (length + quote).max(1);
    }
    let places: Vec<Place> = signs.iter().map(|sign| sign.place(&letters)).collect();
    // Among quotation marks a letter with a space before or behind its sign is quoted itself.
    let may_be_apart = !places.contains(&Place::Elsewhere);
    let mut mended = String::with_capacity(line.len());
    let mut copied = 0;
    for (sign, place) in signs.iter().zip(places) {
        let (from, to) = match place {
            Place::Inside => (sign.start, sign.end),
            Place::Apart { from, to } if may_be_apart => (from, to),
            Place::Apart { .. } | Place::Elsewhere => continue,
        };
        mended.extend(&letters[copied..from]);
        mended.push('\'');
        copied = to;
    }
    mended.extend(&letters[copied..]);
    mended
}

/// A quotation mark that may stand for two apostrophes: `H"Hen`.
fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '”' | '“')
}

/// One apostrophe, or two in place of one.
struct Sign {
    start: usize,
    end: usize,
    is_quote: bool,
}

/// Where an apostrophe stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Between letters.
    Inside,
    /// Between a single letter and a word, with a space on either side or both: what is
    /// put right reaches from `from` to `to`.
    Apart {
        from: usize,
        to: usize,
    },
    Elsewhere,
}

impl Sign {
    fn place(&self, letters: &[char]) -> Place {
        let is_letter =
            |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic() || is_combining_mark(*c));
        let before = |at: usize| at.checked_sub(1);
        let inside = before(self.start).is_some_and(is_letter) && is_letter(self.end);
        if inside && !self.is_quote {
            return Place::Inside;
        }
        let from = before(self.start).filter(|at| letters[*at] == ' ').unwrap_or(self.start);
        let to = if letters.get(self.end) == Some(&' ') { self.end + 1 } else { self.end };
        let begins_name = before(from).is_some_and(|at| {
            (letters[at].is_uppercase() || matches!(letters[at], 'h' | 'k' | 'y'))
                && before(at).is_none_or(|at| matches!(letters[at], ' ' | ',' | ';' | '(' | '/' | '-' | '.'))
        });
        match begins_name && is_letter(to) && (inside || !self.is_quote) {
            true => Place::Apart { from, to },
            false => Place::Elsewhere,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::clean::clean;
    use super::super::fold::{compare_key, fold};

    #[test]
    fn letters_that_only_look_right_are_the_right_ones() {
        for (written, meant) in [
            ("Ðỗ Thị Bé", "Đỗ Thị Bé"),
            ("Ðặng Ɖình ðức", "Đặng Đình đức"),
            ("HÐND xã, BCÐ", "HĐND xã, BCĐ"),
            ("Y-Ðuôr Êban", "Y-Đuôr Êban"),
            ("Тrần Vаn Нoà", "Trần Van Hoà"),
            ("Lê Thị Нοa", "Lê Thị Hoa"),
            ("TRẦN ТНỊ ОANH", "TRẦN THỊ OANH"),
            ("Tổ А, khu phố В", "Tổ A, khu phố B"),
            ("Nguyễn Vǎn An", "Nguyễn Văn An"),
            ("NGUYỄN VǍN AN", "NGUYỄN VĂN AN"),
            ("Buôn Ea Kmǎt, xã Hòa Đông", "Buôn Ea Kmăt, xã Hòa Đông"),
            ("Ｎｇｕｙễｎ　Ｖăn　Ａｎ", "Nguyễn Văn An"),
            ("０９１２ ３４５ ６７８", "0912 345 678"),
            ("𝐓𝐫𝐚̂̀𝐧 𝐓𝐡𝐢̣ 𝐁𝐞́", "Trần Thị Bé"),
            ("Huỳnh Phi Ｐhụng (ﬁle)", "Huỳnh Phi Phụng (file)"),
        ] {
            assert_eq!(clean(written), meant);
            assert_eq!(compare_key(written), compare_key(meant));
            assert_eq!(fold(written), fold(meant));
        }
    }

    #[test]
    fn the_apostrophe_of_highland_names_is_one() {
        for written in [
            "H'Hen Niê",
            "H’Hen Niê",
            "H` Hen Niê",
            "H ' Hen Niê",
            "HʼHen Niê",
            "H´Hen Niê",
            "H ’Hen Niê",
            "H‘Hen Niê",
            "H' Hen Niê",
            "H′Hen Niê",
            "H''Hen Niê",
            "H\"Hen Niê",
            "H”Hen Niê",
            "H＇Hen Niê",
            "H\u{200b}'Hen Niê",
        ] {
            assert_eq!(clean(written), "H'Hen Niê", "{written}");
            assert_eq!(compare_key(written), compare_key("H'Hen Niê"), "{written}");
        }
        for (written, meant) in [
            ("Ông K ’ Brê và bà Ka ’ Lơm", "Ông K ’ Brê và bà Ka ’ Lơm"),
            ("K’ Brê, K’ Brơi", "K'Brê, K'Brơi"),
            ("huyện M’Đrắk, buôn Ea K`nốp", "huyện M'Đrắk, buôn Ea K'nốp"),
            ("xã Đăk R’lấp; Pa´cô; Tà‘ôi", "xã Đăk R'lấp; Pa'cô; Tà'ôi"),
            ("D’Artagnan", "D'Artagnan"),
            ("h’ hen niê", "h'hen niê"),
        ] {
            assert_eq!(clean(written), meant);
        }
    }

    #[test]
    fn what_others_mean_stays() {
        for text in [
            "K'Brê",
            "Y-Blô",
            "D'Artagnan",
            "Jón Sigurðsson",
            "Андрей",
            "Андрей Ковалёв, ОВ",
            "Έλλη",
            "阮文安",
            "ខ្មែរ",
            "Tổ 'A' Bình",
            "Tổ A 'Hoa Sen'",
            "‘Ngày vì người nghèo’",
            "Phong trào ‘Toàn dân’ và 'Xanh'",
            "Ngày 5' A",
            "\"A\"Bình",
            "\"Tý\" An",
            "hǎo",
            "Niê KĐăm",
            "Ktŭl Čư",
            "α và β",
            "Rơ Châm Ơ̆",
            "'Tư",
            "An'",
            "5 μg",
            "“A” Bình",
        ] {
            assert_eq!(clean(text), text);
        }
    }
}
