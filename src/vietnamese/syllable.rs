//! Which words can be Vietnamese: what tells a text in its right letters from one
//! read through the wrong table.

use super::letter::{LetterPart, Shape, Tone, take_apart};

/// Consonants a syllable may begin with, longest first.
const ONSETS: [&str; 27] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x",
];

/// Whether a word can be a Vietnamese syllable, by its consonants, vowels and the
/// tones they can have: "Nguyễn" and "trúc" can, "Müller" and "trùc" cannot.
pub fn is_syllable(word: &str) -> bool {
    // The longest is "nghiêng".
    const LONGEST: usize = 8;
    let mut letters = String::with_capacity(word.len());
    let (mut tone, mut tones, mut foreign) = (Tone::Level, 0, false);
    take_apart(word, |part| match part {
        LetterPart::Letter(letter) => letters.push(letter),
        LetterPart::Shape(shape) => match letters.pop().map(|letter| shaped(letter, shape)) {
            Some(Some(letter)) => letters.push(letter),
            _ => foreign = true,
        },
        LetterPart::Tone(found) => {
            tone = found;
            tones += 1;
            foreign |= !letters.ends_with(['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']);
        }
        LetterPart::Accent(_) => foreign = true,
    });
    if foreign || tones > 1 || letters.chars().count() > LONGEST {
        return false;
    }
    let stopped = letters.ends_with(['c', 'p', 't']) || letters.ends_with("ch");
    let tone_fits = !stopped || matches!(tone, Tone::Acute | Tone::DotBelow);
    tone_fits && is_spelled(&letters)
}

/// Whether letters, all small, are only what a syllable begins with: "th", "ngh".
pub fn is_onset(letters: &str) -> bool {
    ONSETS.contains(&letters)
}

fn shaped(letter: char, shape: Shape) -> Option<char> {
    Some(match (letter, shape) {
        ('a', Shape::Breve) => 'ă',
        ('a', Shape::Circumflex) => 'â',
        ('e', Shape::Circumflex) => 'ê',
        ('o', Shape::Circumflex) => 'ô',
        ('o', Shape::Horn) => 'ơ',
        ('u', Shape::Horn) => 'ư',
        _ => return None,
    })
}

fn is_spelled(letters: &str) -> bool {
    is_rime(letters)
        || ONSETS.iter().any(|onset| letters.strip_prefix(onset).is_some_and(is_rime))
        || letters.strip_prefix('q').is_some_and(|rest| rest.starts_with('u') && is_rime(rest))
}

/// What may follow the consonants, without tones.
#[rustfmt::skip]
fn is_rime(letters: &str) -> bool {
    // A pattern is compared by length first: quicker than any table.
    matches!(
        letters,
        "a" | "ac" | "ach" | "ai" | "am" | "an" | "ang" | "anh" | "ao" | "ap" | "at" | "au" | "ay"
        | "ăc" | "ăm" | "ăn" | "ăng" | "ăp" | "ăt" | "âc" | "âm" | "ân" | "âng" | "âp" | "ât" | "âu"
        | "ây" | "e" | "ec" | "em" | "en" | "eng" | "eo" | "ep" | "et" | "ê" | "êch" | "êm" | "ên"
        | "ênh" | "êp" | "êt" | "êu" | "i" | "ia" | "ich" | "im" | "in" | "inh" | "ip" | "it" | "iu"
        | "iêc" | "iêm" | "iên" | "iêng" | "iêp" | "iêt" | "iêu" | "o" | "oc" | "oi" | "om" | "on"
        | "ong" | "op" | "ot" | "oong" | "ooc" | "oa" | "oac" | "oach" | "oai" | "oam" | "oan" | "oang"
        | "oanh" | "oao" | "oap" | "oat" | "oay" | "oăc" | "oăm" | "oăn" | "oăng" | "oăt" | "oe" | "oen"
        | "oeo" | "oet" | "ô" | "ôc" | "ôi" | "ôm" | "ôn" | "ông" | "ôp" | "ôt" | "ơ" | "ơi" | "ơm"
        | "ơn" | "ơp" | "ơt" | "u" | "ua" | "uc" | "ui" | "um" | "un" | "ung" | "up" | "ut" | "uân"
        | "uâng" | "uât" | "uây" | "uê" | "uêch" | "uênh" | "uôc" | "uôi" | "uôm" | "uôn" | "uông"
        | "uôt" | "uơ" | "uy" | "uya" | "uych" | "uyên" | "uyêt" | "uyn" | "uynh" | "uyt" | "uyu" | "ư"
        | "ưa" | "ưc" | "ưi" | "ưm" | "ưn" | "ưng" | "ưt" | "ưu" | "ươc" | "ươi" | "ươm" | "ươn"
        | "ương" | "ươp" | "ươt" | "ươu" | "y" | "yêm" | "yên" | "yêng" | "yêt" | "yêu" | "ynh" | "yt"
        | "ych" | "yp"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vietnamese_words_are_told_from_others() {
        let words = "Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Ðỗ Hồ Bùi Ngô Dương Lý Thúy Thuý Hoà Hòa Khuê Quỳnh Quốc Quyền \
            Quý Qúy Giang Giếng gì giặc Yến Ý Út Uyên Ước Ấp phường huyện thị trấn khuỵu ngoằn ngoèo nghiêng Oanh \
            Trưởng ban Công tác Mặt trận tổ dân phố đoàn kết nữ sinh điện thoại chức vụ khoẻ Loan Tuyết Tiệp Hạnh";
        for word in words.split_ascii_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
        for word in [
            "Müller",
            "Niê",
            "trùc",
            "Ngụng̃",
            "bcd",
            "Nguy",
            "îa",
            "NguyÔn",
            "Hằnng",
            "đđ",
            "ngh",
            "aăâ",
            "1á",
        ] {
            assert_eq!(is_syllable(word), word == "Nguy", "{word}");
        }
    }
}
