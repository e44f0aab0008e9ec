//! Colours by which rows stand out: nothing of a person, until a note says what they mean ("Những người tô vàng
//! xin rút").

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lexicon::Section;
use crate::vietnamese::clean::clean;

/// A colour of a row, as people call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tint {
    /// What has the colour.
    pub of: Painted,
    /// The colour.
    pub hue: Hue,
}

/// What of a row has a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Painted {
    /// The ground of a cell.
    Ground,
    /// Letters.
    Letters,
}

/// A colour that has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Hue {
    /// Đỏ.
    Red,
    /// Cam.
    Orange,
    /// Vàng.
    Yellow,
    /// Xanh lá.
    Green,
    /// Xanh dương.
    Blue,
    /// Tím.
    Violet,
    /// Hồng.
    Pink,
    /// Xám.
    Grey,
}

impl Hue {
    /// The colour of these parts of red, green and blue. Black and white, and what looks like them, are none.
    pub fn of_rgb([red, green, blue]: [u8; 3]) -> Option<Self> {
        let [red, green, blue] = [red, green, blue].map(f64::from);
        let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
        let (value, range) = (most / 255.0, most - least);
        if value < 0.3 {
            return None;
        }
        let saturation = range / most;
        if saturation < 0.1 {
            return (value < 0.93).then_some(Self::Grey);
        }
        let degrees = 60.0
            * if most == red {
                ((green - blue) / range).rem_euclid(6.0)
            } else if most == green {
                (blue - red) / range + 2.0
            } else {
                (red - green) / range + 4.0
            };
        Some(match degrees {
            15.0..42.0 => Self::Orange,
            42.0..70.0 => Self::Yellow,
            70.0..165.0 => Self::Green,
            165.0..260.0 => Self::Blue,
            260.0..295.0 => Self::Violet,
            295.0..345.0 => Self::Pink,
            _ if saturation < 0.5 && value > 0.8 => Self::Pink,
            _ => Self::Red,
        })
    }

    /// The colour written as "#FFFF00" or "FFFF00", or by the name that Word gives a highlighter.
    pub fn of_code(code: &str) -> Option<Self> {
        let digits = code.trim().trim_start_matches('#');
        let is_code = digits.len() == 6 && digits.is_ascii();
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        let parts = is_code.then(|| Some([part(0)?, part(2)?, part(4)?])).flatten();
        match (parts, code) {
            (Some(parts), _) => Self::of_rgb(parts),
            (None, "yellow" | "darkYellow") => Some(Self::Yellow),
            (None, "green" | "darkGreen") => Some(Self::Green),
            (None, "blue" | "darkBlue" | "cyan" | "darkCyan") => Some(Self::Blue),
            (None, "red" | "darkRed") => Some(Self::Red),
            (None, "magenta") => Some(Self::Pink),
            (None, "darkMagenta") => Some(Self::Violet),
            (None, "lightGray" | "darkGray") => Some(Self::Grey),
            _ => None,
        }
    }

    /// The colours that a note may mean: "xanh" is green or blue, and orange is often called yellow. A colour stands
    /// behind what has it, "tô vàng", or begins a clause and explains itself, "Vàng: xin rút".
    pub fn said_in(note: &str) -> Vec<Self> {
        let mut hues = Vec::new();
        for clause in note.split([',', ';', '.', '(']) {
            let bare = |letter: char| if letter.is_alphabetic() { letter } else { ' ' };
            let line = clean(&clause.chars().map(bare).collect::<String>());
            // "TÔ VÀNG"; "Vàng" alone is a name.
            let is_loud = |word: &str| !word.contains(char::is_lowercase);
            let small = |word: &str| if is_loud(word) { word.to_lowercase() } else { word.to_owned() };
            let words: Vec<String> = line.split(' ').map(small).collect();
            let behind = words.windows(2).filter(|pair| has_colour(&pair[0])).map(|pair| pair[1].as_str());
            let explained = clause.split([':', '=']).next().filter(|first| first.len() < clause.len());
            let explained = explained.map(|first| first.trim().to_lowercase());
            hues.extend(
                behind.flat_map(Self::called).chain(explained.as_deref().into_iter().flat_map(Self::called)),
            );
        }
        hues
    }

    /// The colours of a word.
    fn called(word: &str) -> &'static [Self] {
        match word {
            "đỏ" => &[Self::Red],
            "cam" | "nâu" => &[Self::Orange],
            "vàng" => &[Self::Yellow, Self::Orange],
            "xanh" => &[Self::Green, Self::Blue],
            "tím" => &[Self::Violet, Self::Pink],
            "hồng" => &[Self::Pink, Self::Red],
            "xám" | "ghi" => &[Self::Grey],
            _ => &[],
        }
    }
}

/// Whether a colour may be named behind a word.
fn has_colour(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::HasColour.words().collect());
    WORDS.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_called_as_people_call_them() {
        for (code, hue) in [
            ("FFFF00", Some(Hue::Yellow)),
            ("#FFF2CC", Some(Hue::Yellow)),
            ("FFC000", Some(Hue::Yellow)),
            ("FF0000", Some(Hue::Red)),
            ("C00000", Some(Hue::Red)),
            ("92D050", Some(Hue::Green)),
            ("00B0F0", Some(Hue::Blue)),
            ("7030A0", Some(Hue::Violet)),
            ("FFC7CE", Some(Hue::Pink)),
            ("D9D9D9", Some(Hue::Grey)),
            ("FFFFFF", None),
            ("000000", None),
            ("F8F8F8", None),
            ("auto", None),
            ("màu ă", None),
            ("yellow", Some(Hue::Yellow)),
        ] {
            assert_eq!(Hue::of_code(code), hue, "{code}");
        }
    }

    #[test]
    fn a_note_names_colours_and_people_are_none() {
        assert_eq!(Hue::said_in("Các đ/c tô màu vàng xin rút."), [Hue::Yellow, Hue::Orange]);
        assert_eq!(Hue::said_in("Chữ đỏ: không dự"), [Hue::Red]);
        assert_eq!(Hue::said_in("Vàng: xin rút, xanh: đã xác nhận").len(), 4);
        for other in [
            "Bà Hồng, ông Vàng xin vắng",
            "Đã ghi tên nhưng xin rút",
            "Hồng xin vắng",
            "cam kết tham gia",
            "tấm lòng vàng",
        ] {
            assert!(Hue::said_in(other).is_empty(), "{other}");
        }
    }
}
