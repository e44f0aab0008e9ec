//! Text that was typed while the input method was off: "Nguyeenx Vawn Haf" (Telex) and "Nguye64n Va8n Ha2" (VNI) for
//! "Nguyễn Văn Hà".

use unicode_normalization::UnicodeNormalization;

use super::syllable::is_syllable;

/// What the keys of an input method mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    Telex,
    Vni,
}

/// The text as it was meant; `None` where it was not typed so, which few words do not tell.
pub fn mended(text: &str) -> Option<String> {
    /// By chance fewer words may look so.
    const LEAST: usize = 3;
    typed(text, LEAST)
}

/// The same beside text that was typed so: one word is enough.
pub fn mended_beside(text: &str) -> Option<String> {
    typed(text, 1)
}

fn typed(text: &str, least: usize) -> Option<String> {
    let mut methods = [Keys::Telex, Keys::Vni].into_iter();
    methods.find(|keys| is_typed_by(text, *keys, least)).map(|keys| by_word(text, keys))
}

/// Whether a text can be such keys: nearly every other one is told by this.
pub fn is_likely(text: &str) -> bool {
    text.is_ascii() && text.len() > 10
}

/// Whether at least so many words, and most of those that are no Vietnamese as they stand, are by these keys.
fn is_typed_by(text: &str, keys: Keys, least: usize) -> bool {
    if !text.is_ascii() {
        return false;
    }
    let odd = words(text).filter(|word| is_word(word, keys) && !is_syllable(&word.to_lowercase()));
    let (mut all, mut meant, mut sure) = (0, 0, 0);
    for word in odd {
        all += 1;
        let is_meant = meaning(word, keys).is_some();
        meant += usize::from(is_meant);
        sure += usize::from(is_meant && has_key_inside(word, keys));
    }
    meant >= least && sure * 3 >= meant && meant * 10 >= all * 7
}

/// Whether a word can be nothing else: "thon1" may be a hamlet and its number, "Nguye64n" not.
fn has_key_inside(word: &str, keys: Keys) -> bool {
    let is_figure = |letter: char| letter.is_ascii_digit();
    let behind = word.trim_end_matches(is_figure);
    keys == Keys::Telex || behind.contains(is_figure) || word.len() - behind.len() > 1
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word is one of letters, or of letters and the figures between or behind them that VNI has for keys.
fn is_word(word: &str, keys: Keys) -> bool {
    match keys {
        Keys::Telex => word.bytes().all(|byte| byte.is_ascii_alphabetic()),
        Keys::Vni => {
            word.starts_with(|first: char| first.is_ascii_alphabetic())
                && word.bytes().any(|byte| byte.is_ascii_digit())
        }
    }
}

/// Each word that was typed so as it was meant, the others as they stand.
fn by_word(text: &str, keys: Keys) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        match meaning(word, keys) {
            Some(meant) => whole.push_str(&meant),
            None => whole.push_str(word),
        }
        let sign = behind.chars().next().map_or(0, char::len_utf8);
        whole.push_str(&behind[..sign]);
        rest = &behind[sign..];
    }
    whole
}

/// The syllable that a word is by the keys; `None` where it is one as it stands, or none.
fn meaning(word: &str, keys: Keys) -> Option<String> {
    let small = word.to_lowercase();
    if !is_word(word, keys) || is_syllable(&small) {
        return None;
    }
    let meant = Typed::read(&small, keys)?.spelled();
    if !is_syllable(&meant) {
        return None;
    }
    let mut letters = word.chars().filter(char::is_ascii_alphabetic);
    let first = letters.next().is_some_and(char::is_uppercase);
    let loud = first && letters.next().is_some() && word.chars().all(|letter| !letter.is_lowercase());
    Some(match (loud, first) {
        (true, _) => meant.to_uppercase(),
        (false, true) => {
            meant.chars().take(1).flat_map(char::to_uppercase).chain(meant.chars().skip(1)).collect()
        }
        (false, false) => meant,
    })
}

/// The letters of a word and its tone, a combining mark.
#[derive(Default)]
struct Typed {
    letters: Vec<char>,
    tone: Option<char>,
}

impl Typed {
    fn read(small: &str, keys: Keys) -> Option<Self> {
        let mut typed = Self::default();
        for key in small.chars() {
            if !typed.takes(key, keys) {
                if key.is_ascii_digit() {
                    return None;
                }
                typed.letters.push(key);
            }
        }
        Some(typed)
    }

    /// Whether a key changes what stands before it.
    fn takes(&mut self, key: char, keys: Keys) -> bool {
        match (keys, key) {
            (Keys::Telex, 's') | (Keys::Vni, '1') => self.tones('\u{301}'),
            (Keys::Telex, 'f') | (Keys::Vni, '2') => self.tones('\u{300}'),
            (Keys::Telex, 'r') | (Keys::Vni, '3') => self.tones('\u{309}'),
            (Keys::Telex, 'x') | (Keys::Vni, '4') => self.tones('\u{303}'),
            (Keys::Telex, 'j') | (Keys::Vni, '5') => self.tones('\u{323}'),
            (Keys::Telex, 'a' | 'e' | 'o') => self.shape(&[(key, hat(key))]),
            (Keys::Vni, '6') => self.shape(&[('a', 'â'), ('e', 'ê'), ('o', 'ô')]),
            (Keys::Telex, 'w') => self.horns() || self.shape(&[('a', 'ă')]),
            (Keys::Vni, '7') => self.horns(),
            (Keys::Vni, '8') => self.shape(&[('a', 'ă')]),
            (Keys::Telex, 'd') | (Keys::Vni, '9') => self.bars(),
            _ => false,
        }
    }

    fn tones(&mut self, tone: char) -> bool {
        let has_vowel = self.letters.iter().any(|letter| is_vowel(*letter));
        if has_vowel {
            self.tone = Some(tone);
        }
        has_vowel
    }

    /// Gives the last of these letters its shape, wherever it stands.
    fn shape(&mut self, shapes: &[(char, char)]) -> bool {
        let last =
            self.letters.iter_mut().rev().find(|letter| shapes.iter().any(|(plain, _)| plain == *letter));
        match last.and_then(|letter| Some((shapes.iter().find(|(plain, _)| *plain == *letter)?.1, letter))) {
            Some((shaped, letter)) => {
                *letter = shaped;
                true
            }
            None => false,
        }
    }

    /// "ươ" of "uo", else the last "ư" or "ơ".
    fn horns(&mut self) -> bool {
        match self.letters.windows(2).position(|pair| matches!(pair, ['u' | 'ư', 'o'])) {
            // Not in "quở".
            Some(at) if at == 0 || self.letters[at - 1] != 'q' => {
                (self.letters[at], self.letters[at + 1]) = ('ư', 'ơ');
                true
            }
            _ => self.shape(&[('u', 'ư'), ('o', 'ơ')]),
        }
    }

    fn bars(&mut self) -> bool {
        match self.letters.first_mut() {
            Some(first) if *first == 'd' => {
                *first = 'đ';
                true
            }
            _ => false,
        }
    }

    /// The word with its tone where it is written: on the vowel that has a shape, before a consonant on the last, else on
    /// the last but one.
    fn spelled(&self) -> String {
        let mut letters: Vec<String> = self.letters.iter().map(char::to_string).collect();
        if let Some((at, tone)) = self.toned().zip(self.tone) {
            letters[at].push(tone);
        }
        letters.concat().nfc().collect()
    }

    fn toned(&self) -> Option<usize> {
        let vowels: Vec<usize> = (0..self.letters.len()).filter(|at| self.is_sounded(*at)).collect();
        let last = *vowels.last()?;
        let shaped = vowels.iter().rev().find(|at| "ăâêôơư".contains(self.letters[**at]));
        let is_closed = last + 1 < self.letters.len();
        Some(match shaped {
            Some(at) => *at,
            None if is_closed || vowels.len() == 1 => last,
            None => vowels[vowels.len() - 2],
        })
    }

    /// Whether a letter is a vowel and no part of "gi" or "qu".
    fn is_sounded(&self, at: usize) -> bool {
        let is_glide = at == 1
            && matches!((self.letters[0], self.letters[1]), ('g', 'i') | ('q', 'u'))
            && self.letters.get(2).is_some_and(|next| is_vowel(*next));
        is_vowel(self.letters[at]) && !is_glide
    }
}

fn hat(letter: char) -> char {
    match letter {
        'a' => 'â',
        'e' => 'ê',
        _ => 'ô',
    }
}

fn is_vowel(letter: char) -> bool {
    "aăâeêioôơuưy".contains(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_are_read_as_they_were_meant() {
        for (keys, meant) in [
            ("Nguyeenx Vawn Haf", "Nguyễn Văn Hà"),
            ("Phamj Thij Thawms", "Phạm Thị Thắm"),
            ("Lee DDuwcs Thoj Sown", "Lê Đức Thọ Sơn"),
            ("truowngr ban thoon DDoong", "trưởng ban thôn Đông"),
            ("chi hooij truowngr phuj nuwx", "chi hội trưởng phụ nữ"),
            ("Hoaf Khuees Quyeets giuwx", "Hòa Khuế Quyết giữ"),
            ("NGUYEENX VAWN HAF", "NGUYỄN VĂN HÀ"),
            ("Nguye64n Va8n Ha2", "Nguyễn Văn Hà"),
            ("D9inh Thi5 Thu3y, tru7o7ng3 tho6n", "Đinh Thị Thủy, trưởng thôn"),
        ] {
            assert_eq!(mended(keys).as_deref(), Some(meant), "{keys}");
        }
        for text in [
            "Nguyen Van Ha",
            "Nguyễn Văn Hà",
            "Le Thi Hoa, to 5, KP3",
            "Excel Word file.xlsx",
            "Vawn",
            "Y Blum, H'Hen, K'Brieu",
            "thon1 thon2 thon3 To5 To6",
            "",
        ] {
            assert_eq!(mended(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "([a-zA-Z0-9 ]|dd|uow|\\PC){0,40}") {
            let _ = mended(&text);
        }
    }
}
