//! The words of a certificate with what they leave to fill in.
//!
//! A text of the form of before may use these placeholders, in double braces:
//!
//! | Placeholder | Filled with |
//! |---|---|
//! | `{{Họ và tên}}` | the name |
//! | `{{Chức vụ}}` | the position |
//! | `{{Đơn vị}}` | the unit as the list has it |
//! | `{{Năm sinh}}` | the year of birth |
//! | `{{Lớp}}` | the session, in bold |
//! | `{{Thời gian}}` | its days in words |
//! | `{{Ông/Bà}}` | "ông", "bà", or "ông/bà" where the sex is not known |
//!
//! Case and spaces inside the braces do not matter. Anything else in double
//! braces is printed as it stands and reported.

use unicode_normalization::UnicodeNormalization;

use super::content::Span;
use super::letter;
use crate::domain::certificate_template::{Piece as DesignPiece, Span as DesignSpan};

pub use crate::domain::certificate_template::Placeholder as Field;

/// The fields that texts of the form of before may use, by the word in their braces.
const FORMER: [Field; 7] = [
    Field::Name,
    Field::Position,
    Field::Unit,
    Field::BirthYear,
    Field::Session,
    Field::Time,
    Field::Honorific,
];

/// The field of a word in braces.
fn named(text: &str) -> Option<Field> {
    let wanted: String = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    FORMER.into_iter().find(|field| field.word().to_lowercase() == wanted)
}

/// A piece of a template line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    what: What,
    bold: bool,
    italic: bool,
}

/// What a piece says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Words(String),
    /// A field with the words before and after it that go when it is empty.
    Field(Field, String, String),
}

impl Piece {
    fn words(text: &str) -> Self {
        Self { what: What::Words(text.to_owned()), bold: false, italic: false }
    }

    /// The session stands in bold in the form of before.
    fn former(field: Field) -> Self {
        let what = What::Field(field, String::new(), String::new());
        Self { what, bold: field == Field::Session, italic: false }
    }

    fn field(&self) -> Option<Field> {
        match self.what {
            What::Field(field, ..) => Some(field),
            What::Words(_) => None,
        }
    }
}

/// What stands between two separators, with the separator before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Segment {
    separator: String,
    pieces: Vec<Piece>,
}

/// A line of a template, read once for all certificates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template {
    segments: Vec<Segment>,
    /// Placeholders nobody knows, as written.
    pub unknown: Vec<String>,
}

/// Signs that part a line into what can be left out on its own.
const SEPARATORS: [&str; 5] = [", ", "; ", " – ", " - ", " — "];

impl Template {
    /// Reads a line.
    pub fn new(text: &str) -> Self {
        let text: String = text.nfc().collect();
        let mut template = Self::default();
        let mut segment = Segment::default();
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (words, after) = match rest.find("{{") {
                Some(at) => rest.split_at(at),
                None => (rest, ""),
            };
            template.words(&Piece::words(words), words, &mut segment);
            let Some(end) = after.find("}}") else {
                template.words(&Piece::words(after), after, &mut segment);
                break;
            };
            let (braced, next) = after.split_at(end + 2);
            match named(&braced[2..braced.len() - 2]) {
                Some(field) => segment.pieces.push(Piece::former(field)),
                None => {
                    template.unknown.push(braced.to_owned());
                    segment.pieces.push(Piece::words(braced));
                }
            }
            rest = next;
        }
        template.segments.push(segment);
        template
    }

    /// Reads a paragraph of a design.
    pub fn of(paragraph: &[DesignSpan]) -> Self {
        let mut template = Self::default();
        let mut segment = Segment::default();
        for span in paragraph {
            let (bold, italic) = (span.bold, span.italic);
            match &span.piece {
                DesignPiece::Words(words) => {
                    let piece = Piece { bold, italic, ..Piece::words("") };
                    template.words(&piece, words, &mut segment);
                }
                DesignPiece::Field(field) => {
                    let what = What::Field(field.field, field.lead.clone(), field.tail.clone());
                    segment.pieces.push(Piece { what, bold, italic });
                }
            }
        }
        template.segments.push(segment);
        template
    }

    /// Adds words that look like a piece, starting a segment at each separator.
    fn words(&mut self, like: &Piece, mut words: &str, segment: &mut Segment) {
        let next = |words: &str| {
            let found = SEPARATORS.iter().filter_map(|&sign| Some((words.find(sign)?, sign)));
            found.min_by_key(|&(at, _)| at)
        };
        let piece = |text: &str| Piece { what: What::Words(text.to_owned()), ..like.clone() };
        while let Some((at, sign)) = next(words) {
            if at > 0 {
                segment.pieces.push(piece(&words[..at]));
            }
            self.segments.push(std::mem::take(segment));
            segment.separator = sign.to_owned();
            words = &words[at + sign.len()..];
        }
        if !words.is_empty() {
            segment.pieces.push(piece(words));
        }
    }

    /// The fields it uses.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.segments.iter().flat_map(|segment| &segment.pieces).filter_map(Piece::field)
    }

    /// The line with its fields filled in; empty when nothing is left of it.
    ///
    /// Between separators, where every field is empty, nothing is printed, nor
    /// the words that lead to it ("sinh năm …"); where only some are, they are
    /// passed over. No double space, no comma without something after it. With
    /// `keep_words` a lead such as "Chứng nhận" stays although its fields are empty.
    pub fn fill(&self, value: impl Fn(Field) -> String, keep_words: bool) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut after_position = false;
        for segment in &self.segments {
            let values: Vec<(&Piece, String)> = segment
                .pieces
                .iter()
                .map(|piece| match &piece.what {
                    What::Words(words) => (piece, words.clone()),
                    What::Field(field, ..) => (piece, value(*field)),
                })
                .collect();
            let mut fields = values.iter().filter(|(piece, _)| piece.field().is_some()).peekable();
            let nothing = fields.peek().is_some() && fields.all(|(_, value)| value.trim().is_empty());
            if nothing && !keep_words {
                continue;
            }
            let mut lead = if spans.is_empty() { String::new() } else { segment.separator.clone() };
            // "Chủ tịch UBMTTQ xã Tam Đại": a post goes on with the body it is of.
            let begins = segment.pieces.first().and_then(Piece::field);
            let of_post = after_position && begins == Some(Field::Unit);
            if of_post && letter::is_post_of(&value(Field::Position), &value(Field::Unit)) {
                lead = " ".to_owned();
            }
            after_position = segment.pieces.last().and_then(Piece::field) == Some(Field::Position);
            for (piece, text) in values {
                if text.trim().is_empty() && piece.field().is_some() {
                    continue;
                }
                let is_first = spans.iter().all(|span| span.text.trim().is_empty());
                let text = match &piece.what {
                    What::Field(Field::Honorific, before, after) if is_first && before.is_empty() => {
                        crate::vietnamese::number::sentence_case(&text) + after
                    }
                    What::Field(_, before, after) => format!("{before}{text}{after}"),
                    What::Words(_) => text,
                };
                push(&mut spans, std::mem::take(&mut lead) + &text, (piece.bold, piece.italic));
            }
        }
        tidy(spans)
    }
}

/// Adds text, joining it to the span before when both are alike.
fn push(spans: &mut Vec<Span>, text: String, (bold, italic): (bool, bool)) {
    match spans.last_mut() {
        Some(last) if (last.bold, last.italic) == (bold, italic) => last.text.push_str(&text),
        _ => spans.push(Span { text, bold, italic }),
    }
}

/// Takes out double spaces, empty parentheses and loose signs at either end.
fn tidy(spans: Vec<Span>) -> Vec<Span> {
    let mut tidied: Vec<Span> = Vec::new();
    let mut space = true;
    for mut span in spans {
        let source = span.text.replace("()", "").replace("( )", "");
        let mut text = String::with_capacity(source.len());
        for character in source.chars() {
            if character == ' ' && space {
                continue;
            }
            if matches!(character, ',' | ';' | '.' | ':' | ')') && text.ends_with(' ') {
                text.pop();
            }
            space = character == ' ';
            text.push(character);
        }
        if !text.is_empty() {
            span.text = text;
            tidied.push(span);
        }
    }
    let loose = |c: char| matches!(c, ' ' | ',' | ';' | '–' | '—' | '-');
    if let Some(first) = tidied.first_mut() {
        first.text = first.text.trim_start_matches(loose).to_owned();
    }
    while let Some(last) = tidied.last_mut() {
        last.text.truncate(last.text.trim_end_matches(loose).len());
        if !last.text.is_empty() {
            break;
        }
        tidied.pop();
    }
    tidied.retain(|span| !span.text.is_empty());
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, values: &[(Field, &str)], keep: bool) -> String {
        let value = |field| {
            values
                .iter()
                .find(|(known, _)| *known == field)
                .map(|(_, text)| (*text).to_owned())
                .unwrap_or_default()
        };
        Template::new(template).fill(value, keep).into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn fields_are_filled() {
        let values = [(Field::Position, "Trưởng ban"), (Field::Unit, "Thôn Trung Đàn, xã Tam Đại")];
        assert_eq!(
            filled("{{Chức vụ}}, {{ đơn  vị }}", &values, false),
            "Trưởng ban, Thôn Trung Đàn, xã Tam Đại"
        );
    }

    #[test]
    fn a_post_and_its_body_are_not_parted() {
        let of = |position, unit| {
            filled("{{Chức vụ}}, {{Đơn vị}}", &[(Field::Position, position), (Field::Unit, unit)], false)
        };
        assert_eq!(of("Chủ tịch", "UBMTTQ xã Tam Đại"), "Chủ tịch UBMTTQ xã Tam Đại");
        assert_eq!(of("Chủ tịch UBMTTQ", "UBMTTQ xã Tam Đại"), "Chủ tịch UBMTTQ, UBMTTQ xã Tam Đại");
        assert_eq!(of("Trưởng ban CTMT", "Thôn Đại An"), "Trưởng ban CTMT, Thôn Đại An");
        assert_eq!(of("", "UBMTTQ xã Tam Đại"), "UBMTTQ xã Tam Đại");
    }

    #[test]
    fn empty_fields_leave_no_trace() {
        let unit = [(Field::Unit, "Thôn Trung Đàn")];
        assert_eq!(filled("{{Chức vụ}}, {{Đơn vị}}", &unit, false), "Thôn Trung Đàn");
        assert_eq!(filled("{{Chức vụ}} {{Đơn vị}}", &unit, false), "Thôn Trung Đàn");
        assert_eq!(filled("{{Đơn vị}}, {{Chức vụ}}", &unit, false), "Thôn Trung Đàn");
        assert_eq!(filled("Sinh năm: {{Năm sinh}}; {{Đơn vị}}.", &unit, false), "Thôn Trung Đàn.");
        assert_eq!(filled("{{Đơn vị}} ({{Năm sinh}})", &unit, false), "Thôn Trung Đàn");
        assert_eq!(filled("{{Đơn vị}} – {{Chức vụ}} – Việt Nam", &unit, false), "Thôn Trung Đàn – Việt Nam");
        assert_eq!(filled("{{Chức vụ}}, {{Năm sinh}}", &unit, false), "");
        assert_eq!(filled("Chứng nhận {{Chức vụ}}:", &[], true), "Chứng nhận:");
    }

    #[test]
    fn the_honorific_has_a_capital_only_at_the_start() {
        let man = [(Field::Honorific, "ông")];
        assert_eq!(filled("Chứng nhận {{Ông/Bà}}:", &man, true), "Chứng nhận ông:");
        assert_eq!(filled("{{Ông/Bà}}:", &man, true), "Ông:");
    }

    #[test]
    fn unknown_placeholders_stay_and_are_named() {
        let template = Template::new("{{Xếp loại}}, {{Chức vụ}} {{chưa xong");
        assert_eq!(template.unknown, ["{{Xếp loại}}"]);
        assert_eq!(filled("{{Xếp loại}} {{chưa xong", &[], false), "{{Xếp loại}} {{chưa xong");
    }

    #[test]
    fn the_session_is_bold() {
        let template = Template::new("lớp {{Lớp}}");
        let spans = template.fill(|_| "tập huấn".to_owned(), false);
        assert_eq!(spans, [Span::plain("lớp "), Span::bold("tập huấn")]);
    }
}
