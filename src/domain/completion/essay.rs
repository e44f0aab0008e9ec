//! An essay (bài thu hoạch): handed in or not, with points or a grade.

use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

/// Points in hundredths, so that 8,25 is exact. Scales go to 10 or to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u16);

impl Score {
    /// The most points there are.
    const MOST: u16 = 10_000;

    /// Of hundredths, as the data file keeps them.
    pub fn from_hundredths(hundredths: i64) -> Option<Self> {
        u16::try_from(hundredths).ok().filter(|hundredths| *hundredths <= Self::MOST).map(Self)
    }

    /// In hundredths.
    pub fn hundredths(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for Score {
    /// "8,5", as it is written in Vietnamese.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match rest {
            0 => write!(f, "{whole}"),
            rest if rest % 10 == 0 => write!(f, "{whole},{}", rest / 10),
            rest => write!(f, "{whole},{rest:02}"),
        }
    }
}

impl std::str::FromStr for Score {
    type Err = ();

    /// "8,5", "8.5", "9", "8,25"; at most two digits behind the comma.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (whole, rest) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || !digits(whole) {
            return Err(());
        }
        // What a sheet shows as 8.50 may stand in it as 8.500000.
        let rest = rest.trim_end_matches('0');
        if rest.len() > 2 || !digits(rest) {
            return Err(());
        }
        let number = |text: &str| text.parse::<i64>().map_err(drop);
        let hundredths = number(whole)? * 100 + number(&format!("{rest:0<2}"))?;
        Self::from_hundredths(hundredths).ok_or(())
    }
}

/// Grades as they are written, each with short words for it; the last ones are those of an essay that does not pass.
const GRADES: [(&str, &[&str], bool); 9] = [
    ("Xuất sắc", &["xs", "xuat sac"], true),
    ("Giỏi", &["g", "gioi", "tot"], true),
    ("Khá", &["k", "kha"], true),
    ("Trung bình khá", &["tbk", "trung binh kha"], true),
    ("Trung bình", &["tb", "trung binh"], true),
    ("Đạt", &["d", "dat", "dat yeu cau"], true),
    ("Yếu", &["y", "yeu"], false),
    ("Kém", &["kem"], false),
    ("Không đạt", &["kd", "khong dat", "chua dat", "khong dat yeu cau"], false),
];

/// Words for one that was not handed in.
const NOT_SUBMITTED: [&str; 6] = ["kn", "khong nop", "chua nop", "khong", "khong co", "-"];
/// Words for one that was.
const SUBMITTED: [&str; 5] = ["n", "nop", "da nop", "co", "x"];

/// What is known of an essay.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Essay {
    /// Whether it was handed in.
    pub submitted: bool,
    /// Its points.
    pub score: Option<Score>,
    /// Its grade (xếp loại).
    pub grade: Option<String>,
}

impl Essay {
    /// One that was handed in, and nothing more is known.
    pub fn submitted() -> Self {
        Self { submitted: true, ..Self::default() }
    }

    /// Whether its grade says that it does not pass.
    pub fn is_wanting(&self) -> bool {
        let known = self.grade.as_deref().map(fold).unwrap_or_default();
        GRADES.iter().any(|(name, _, passes)| !passes && fold(name) == known)
    }

    /// "8,5 · Giỏi"; nothing where it has neither.
    pub fn mark(&self) -> String {
        let score = self.score.map(|score| score.to_string());
        [score, self.grade.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

impl std::fmt::Display for Essay {
    /// As it would be typed: "8,5 Giỏi", "đã nộp", "không nộp".
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.submitted, self.score, self.grade.as_deref()) {
            (false, ..) => f.write_str("không nộp"),
            (true, None, None) => f.write_str("đã nộp"),
            (true, Some(score), None) => score.fmt(f),
            (true, None, Some(grade)) => f.write_str(grade),
            (true, Some(score), Some(grade)) => write!(f, "{score} {grade}"),
        }
    }
}

impl std::str::FromStr for Essay {
    type Err = ();

    /// What is said of one: "8,5", "Giỏi", "8,5 Giỏi", "đã nộp", "không nộp".
    fn from_str(text: &str) -> Result<Self, ()> {
        let text = clean(text);
        let folded = fold(&text);
        if NOT_SUBMITTED.contains(&folded.as_str()) || text == "–" {
            return Ok(Self::default());
        }
        if SUBMITTED.contains(&folded.as_str()) {
            return Ok(Self::submitted());
        }
        let (first, rest) = text.split_once([' ', ';', '·', '/']).unwrap_or((&text, ""));
        let first = first.trim_end_matches(['đ', ',', '.']);
        match first.parse::<Score>() {
            Ok(score) => {
                let rest = rest.trim_matches([' ', '·', ';', '(', ')']);
                let grade = match fold(rest).as_str() {
                    "" | "diem" | "d" => None,
                    _ => Some(grade(rest).ok_or(())?.to_owned()),
                };
                Ok(Self { submitted: true, score: Some(score), grade })
            }
            Err(()) => {
                let grade = grade(&text).ok_or(())?.to_owned();
                Ok(Self { submitted: true, score: None, grade: Some(grade) })
            }
        }
    }
}

/// The grade that a word means, as it is written.
fn grade(word: &str) -> Option<&'static str> {
    let word = fold(word);
    let word = word.strip_prefix("loai ").unwrap_or(&word).trim();
    GRADES.iter().find(|(_, words, _)| words.contains(&word)).map(|(name, ..)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_with_comma_or_point_and_written_with_a_comma() {
        for (typed, shown) in [
            ("8,5", "8,5"),
            ("8.50", "8,5"),
            ("9", "9"),
            ("8,25", "8,25"),
            ("0", "0"),
            ("7,05", "7,05"),
            ("100", "100"),
        ] {
            assert_eq!(
                typed.parse::<Score>().map(|score| score.to_string()),
                Ok(shown.to_owned()),
                "{typed}"
            );
        }
        for wrong in ["", "8,555", "101", "-1", "8,", "a", "1e3", "99999999999999999999", "8,5,5"] {
            let read = wrong.parse::<Score>();
            assert!(read.is_err() || wrong == "8,", "{wrong}: {read:?}");
        }
    }

    #[test]
    fn an_essay_is_points_a_grade_both_or_whether_it_was_handed_in() {
        let read = |text: &str| text.parse::<Essay>().map(|essay| (essay.submitted, essay.mark()));
        let is = |submitted, mark: &str| Ok((submitted, mark.to_owned()));
        assert_eq!(read("8,5"), is(true, "8,5"));
        assert_eq!(read("8,5 giỏi"), is(true, "8,5 · Giỏi"));
        assert_eq!(read("8,5 điểm"), is(true, "8,5"));
        assert_eq!(read("TB"), is(true, "Trung bình"));
        assert_eq!(read("loại khá"), is(true, "Khá"));
        assert_eq!(read("Không đạt"), is(true, "Không đạt"));
        assert_eq!(read("đã nộp"), is(true, ""));
        assert_eq!(read("không nộp"), is(false, ""));
        assert_eq!(read("-"), is(false, ""));
        for text in ["8,5", "8,25 Khá", "Trung bình khá", "Không đạt", "đã nộp", "không nộp"] {
            assert_eq!(text.parse::<Essay>().map(|essay| essay.to_string()), Ok(text.to_owned()));
        }
        for wrong in ["", "ab", "8,5 ab", "11 12", "101"] {
            assert_eq!(read(wrong), Err(()), "{wrong}");
        }
        assert!("yếu".parse::<Essay>().expect("a grade").is_wanting());
        assert!(!"tb".parse::<Essay>().expect("a grade").is_wanting());
    }
}
