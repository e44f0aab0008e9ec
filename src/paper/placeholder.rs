//! The words of a certificate with what they leave to fill in.
//!
//! A template may use these placeholders, in double braces:
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

/// What a template leaves to fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// `{{Họ và tên}}`
    Name,
    /// `{{Chức vụ}}`
    Position,
    /// `{{Đơn vị}}`
    Unit,
    /// `{{Năm sinh}}`
    BirthYear,
    /// `{{Lớp}}`
    Session,
    /// `{{Thời gian}}`
    Time,
    /// `{{Ông/Bà}}`
    Honorific,
}

impl Field {
    /// Every field with the word in its braces.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::Name, "Họ và tên"),
        (Self::Position, "Chức vụ"),
        (Self::Unit, "Đơn vị"),
        (Self::BirthYear, "Năm sinh"),
        (Self::Session, "Lớp"),
        (Self::Time, "Thời gian"),
        (Self::Honorific, "Ông/Bà"),
    ];

    fn named(text: &str) -> Option<Self> {
        let wanted: String = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let named = |name: &str| name.to_lowercase() == wanted;
        Self::ALL.iter().find(|(_, name)| named(name)).map(|&(field, _)| field)
    }

    /// The word in its braces.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(field, _)| *field == self).map_or("", |(_, word)| word)
    }
}

/// A piece of a template line.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Field(Field),
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
            template.words(words, &mut segment);
            let Some(end) = after.find("}}") else {
                template.words(after, &mut segment);
                break;
            };
            let (braced, next) = after.split_at(end + 2);
            match Field::named(&braced[2..braced.len() - 2]) {
                Some(field) => segment.pieces.push(Piece::Field(field)),
                None => {
                    template.unknown.push(braced.to_owned());
                    segment.pieces.push(Piece::Words(braced.to_owned()));
                }
            }
            rest = next;
        }
        template.segments.push(segment);
        template
    }

    /// Adds words, starting a segment at each separator.
    fn words(&mut self, mut words: &str, segment: &mut Segment) {
        let next = |words: &str| {
            let found = SEPARATORS.iter().filter_map(|&sign| Some((words.find(sign)?, sign)));
            found.min_by_key(|&(at, _)| at)
        };
        while let Some((at, sign)) = next(words) {
            if at > 0 {
                segment.pieces.push(Piece::Words(words[..at].to_owned()));
            }
            self.segments.push(std::mem::take(segment));
            segment.separator = sign.to_owned();
            words = &words[at + sign.len()..];
        }
        if !words.is_empty() {
            segment.pieces.push(Piece::Words(words.to_owned()));
        }
    }

    /// The fields it uses.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.segments.iter().flat_map(|segment| &segment.pieces).filter_map(|piece| match piece {
            Piece::Field(field) => Some(*field),
            Piece::Words(_) => None,
        })
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
                .map(|piece| match piece {
                    Piece::Words(words) => (piece, words.clone()),
                    Piece::Field(field) => (piece, value(*field)),
                })
                .collect();
            let mut fields = values.iter().filter(|(piece, _)| matches!(piece, Piece::Field(_))).peekable();
            let nothing = fields.peek().is_some() && fields.all(|(_, value)| value.trim().is_empty());
            if nothing && !keep_words {
                continue;
            }
            let mut lead = if spans.is_empty() { String::new() } else { segment.separator.clone() };
            // "Chủ tịch UBMTTQ xã Tam Đại": a post goes on with the body it is of.
            let of_post = after_position && matches!(segment.pieces.first(), Some(Piece::Field(Field::Unit)));
            if of_post && letter::is_post_of(&value(Field::Position), &value(Field::Unit)) {
                lead = " ".to_owned();
            }
            after_position = matches!(segment.pieces.last(), Some(Piece::Field(Field::Position)));
            for (piece, text) in values {
                if text.trim().is_empty() && matches!(piece, Piece::Field(_)) {
                    continue;
                }
                let bold = matches!(piece, Piece::Field(Field::Session));
                let text = match piece {
                    Piece::Field(Field::Honorific)
                        if spans.iter().all(|span| span.text.trim().is_empty()) =>
                    {
                        crate::vietnamese::number::sentence_case(&text)
                    }
                    _ => text,
                };
                push(&mut spans, std::mem::take(&mut lead) + &text, bold);
            }
        }
        tidy(spans)
    }
}

/// Adds text, joining it to the span before when both are alike.
fn push(spans: &mut Vec<Span>, text: String, bold: bool) {
    match spans.last_mut() {
        Some(last) if last.bold == bold => last.text.push_str(&text),
        _ => spans.push(Span { text, bold, italic: false }),
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
