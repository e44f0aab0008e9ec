//! What a line beside the list says otherwise of somebody in it, as messages do that come later: "số đúng của
//! ông Lê Văn Sáu là 0913640271", "Năm sinh ông Nam là 1975 chứ không phải 1957".
//!
//! Put right is only what a line itself says to be so, or that repeats what was read, always with a remark. A value that
//! was not read comes in from a line that says nothing else; from any other it is only told of. All else makes the
//! person doubtful.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::cut_short::words_in_full;
use super::super::honorifics::sex_of;
use super::super::mentions::{instead_at, mentions};
use super::super::person::ReadRow;
use super::super::position::begins_with_position;
use super::super::rows::Found;
use super::super::withdrawals::says_absence;
use super::names::Names;
use super::notes::{Note, Place};
use crate::domain::date::FuzzyDate;
use crate::domain::reading;
use crate::lexicon::Section;
use crate::sentence::Sentence;
use crate::vietnamese::fold::{marked_words, words};
use crate::vietnamese::number::sentence_case;
use crate::vietnamese::whole_word;

/// Years in which delegates are born.
const BIRTHS: std::ops::RangeInclusive<i16> = 1920..=2012;

/// What a line says of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// A telephone that was not read.
    Phone(String),
    /// A year that was not read.
    Year(i16),
    /// Something that was not read, among other things.
    Besides,
    /// Something else than was read, but not for certain what.
    Otherwise,
}

/// Puts right, or doubts, whoever is named in a line that is nobody's own, with another year or telephone than was read.
pub(super) fn settle(notes: &[Note], names: &Names, found: &mut Found) {
    let lines = notes.iter().filter(|note| note.stands == Place::Line);
    for note in lines {
        let line = note.text.as_str();
        // Of whoever stays away or is replaced more is said elsewhere, and the figures may be the other's.
        if says_absence(line) || instead_at(line).is_some() {
            continue;
        }
        if tells_of_several(line) || mentions(line).nth(1).is_some() || names.called_in(line).nth(1).is_some()
        {
            doubt_each(note, names, found);
            continue;
        }
        let Some((at, named)) = meant(line, names) else {
            doubt_above(note, found);
            continue;
        };
        let row = &mut found.people[at];
        let is_later = row.row < note.row;
        if is_later && (named == By::WholeName || is_call_at_start(line)) {
            told_besides(line, row);
        }
        // Of a name or a post it is only told that the line says otherwise.
        let said = said_of(line, row, named).or_else(|| puts_right(line).then_some(Said::Otherwise));
        match said {
            Some(Said::Phone(phone)) if is_later => {
                row.remarks.push(remark("intake-remark-corrected-phone", row, line, &phone));
                row.person.phone = Some(phone);
            }
            Some(Said::Year(year)) if is_later => {
                row.remarks.push(remark("intake-remark-corrected-birth", row, line, &year.to_string()));
                row.person.birth = FuzzyDate::year_only(year).ok();
            }
            Some(Said::Besides) => {
                row.remarks.push(
                    Sentence::new("intake-remark-said-besides").with("row", row.row).with("note", line),
                );
            }
            Some(_) => {
                let doubt = Sentence::new("intake-doubt-corrected").with("row", row.row);
                row.doubts.push(doubt.with("note", line));
            }
            None => {}
        }
    }
}

/// "sđt cô Hòa là 0358106294, còn chú Vịnh sinh năm 1956 chứ không phải 1966": of each whom such a line names.
fn doubt_each(note: &Note, names: &Names, found: &mut Found) {
    if !puts_right(&note.text) {
        return;
    }
    for clause in note.text.split([',', ';', '.']) {
        let Some((at, _)) = meant(clause, names) else { continue };
        let row = &mut found.people[at];
        let doubt = Sentence::new("intake-doubt-corrected").with("row", row.row);
        row.doubts.push(doubt.with("note", note.text.as_str()));
    }
}

/// "à nhầm, sn 1967 mới đúng": of whoever stands right above it.
fn doubt_above(note: &Note, found: &mut Found) {
    let line = note.text.as_str();
    if let Some(wrong) = wrong_word(line) {
        let says = |text: &Option<String>| {
            text.as_deref().is_some_and(|text| whole_word::contains(&text.to_lowercase(), &wrong))
        };
        let wrong = found.people.iter_mut().filter(|row| {
            row.row < note.row && [&row.person.position, &row.person.unit].into_iter().any(says)
        });
        for row in wrong {
            row.doubts.push(Sentence::new("intake-doubt-corrected").with("row", row.row).with("note", line));
        }
    }
    let has_figures = line.chars().filter(char::is_ascii_digit).count() >= 4;
    let above = found.people.iter_mut().rfind(|row| row.row < note.row);
    if let Some(row) = above.filter(|row| has_figures && puts_right(line) && row.row + 2 >= note.row) {
        row.doubts.push(Sentence::new("intake-doubt-corrected").with("row", row.row).with("note", line));
    }
}

/// "cct" of "chi hội trưởng ccb chứ không phải cct nhé".
fn wrong_word(line: &str) -> Option<String> {
    let words = words_in_full(line);
    let behind = whole_word::behind_last(&words, "không phải")?.trim_start();
    behind.split(' ').next().filter(|word| !word.is_empty()).map(str::to_owned)
}

/// Whether a line has the figures of two telephones: each is somebody else's.
fn tells_of_several(line: &str) -> bool {
    const FIGURES: usize = 18;
    line.chars().filter(char::is_ascii_digit).count() >= FIGURES
}

/// By what somebody is known whom a line means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    WholeName,
    /// "ông Nam", where one is called so.
    Call,
}

/// The one whom a line means; nobody where two bear the name, or two are named.
fn meant(line: &str, names: &Names) -> Option<(usize, By)> {
    match names.named_in(&words(line)).as_slice() {
        [[only]] => Some((*only, By::WholeName)),
        [] => names.called(line).map(|at| (at, By::Call)),
        _ => None,
    }
}

/// Whether a line begins with whom it calls: "Chú Sử là người có uy tín".
fn is_call_at_start(line: &str) -> bool {
    let mut words = line.split_whitespace();
    words.next().is_some_and(|word| sex_of(word).is_some())
        && words.next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// What a line says of somebody whom it calls, where the list says nothing: the sex by "bà" before the name, and
/// "Chú Sử là người có uy tín".
fn told_besides(line: &str, row: &mut ReadRow) {
    if row.person.gender.is_none()
        && let Some((before, _)) = line.split_once(row.person.full_name.as_str())
        && let Some(word) = before.split_whitespace().next_back()
    {
        row.person.gender = sex_of(word);
    }
    if row.person.position.is_none()
        && let Some(post) = post_in(line)
    {
        let post = sentence_case(post.trim());
        row.remarks.push(remark("intake-remark-corrected-post", row, line, &post));
        row.person.position = Some(post);
    }
}

/// "người có uy tín" of "Chú Sử là người có uy tín"; "Anh Nam là trưởng đoàn" is said of the journey.
fn post_in(line: &str) -> Option<&str> {
    let (_, said) = line.split_once(" là ")?;
    let post = said.split([',', ';', '.', '(']).next().unwrap_or(said);
    let is_post = begins_with_position(post) && !marked_words(post).contains(" đoàn");
    is_post.then_some(post)
}

fn remark(id: &'static str, row: &ReadRow, line: &str, value: &str) -> Sentence {
    Sentence::new(id).with("row", row.row).with("value", value).with("note", line)
}

/// What a line has of a year or a telephone that the person has not.
fn said_of(line: &str, row: &ReadRow, named: By) -> Option<Said> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = row.person.phone.as_deref().map(digits).unwrap_or_default();
    let birth = row.person.birth;
    let year = birth.and_then(FuzzyDate::year);
    let figures = figures(line);
    let phones: Vec<&str> = figures.iter().map(|(_, one)| one.as_str()).filter(|one| is_phone(one)).collect();
    let puts_right = puts_right(line);
    let repeats_phone = !own.is_empty() && phones.iter().any(|phone| is_nearly(phone, &own));
    let all_years: Vec<(usize, i16)> = figures
        .iter()
        .filter(|(_, one)| one.len() == 4)
        .filter_map(|(at, one)| Some((*at, one.parse().ok()?)))
        .filter(|(_, year)| BIRTHS.contains(year))
        .collect();
    let repeats_year = year.is_some_and(|own| all_years.iter().any(|(_, one)| *one == own));
    let is_birth = |at: usize| puts_right || repeats_year || is_behind_label(line, at);
    let years: Vec<i16> = all_years
        .iter()
        .filter(|(at, one)| is_birth(*at) && year != Some(*one))
        .map(|(_, year)| *year)
        .collect();
    let other_phones: Vec<&str> = phones.into_iter().filter(|phone| *phone != own).collect();
    // Somebody else may be called so: then the line itself must show that it means this one.
    let repeats = repeats_phone || repeats_year;
    let is_of_this_one = is_call_at_start(line) && says_little_else(line, row);
    if named == By::Call && !puts_right && !repeats && !is_of_this_one {
        return None;
    }
    let is_certain = repeats || puts_right && named == By::WholeName;
    let adds = |is_free: bool| match () {
        () if is_certain || is_free && says_little_else(line, row) => Adds::Value,
        () if is_free => Adds::Besides,
        () => Adds::Doubt,
    };
    match (other_phones.as_slice(), years.as_slice()) {
        ([], []) => None,
        ([phone], []) => Some(match adds(own.is_empty()) {
            Adds::Value => reading::phone(phone).ok().flatten().map_or(Said::Otherwise, Said::Phone),
            Adds::Besides => Said::Besides,
            Adds::Doubt => Said::Otherwise,
        }),
        ([], [said]) if birth.is_none_or(|birth| birth.month().is_none()) => {
            Some(match adds(year.is_none()) {
                Adds::Value => Said::Year(*said),
                Adds::Besides => Said::Besides,
                Adds::Doubt => Said::Otherwise,
            })
        }
        _ => Some(Said::Otherwise),
    }
}

/// What is done with a value of a line.
enum Adds {
    Value,
    Besides,
    Doubt,
}

/// Whether a telephone is the one that was read, or that one but for its end: "0384617920" for "0384617902".
fn is_nearly(phone: &str, own: &str) -> bool {
    const ALIKE: usize = 7;
    phone.len() == own.len()
        && phone.bytes().zip(own.bytes()).take_while(|(one, other)| one == other).count() >= ALIKE
}

fn is_phone(figures: &str) -> bool {
    figures.len() >= 9 && figures.starts_with('0')
}

/// Whether a line says of itself that it puts something right: "gõ lộn", "chứ không phải".
pub(in super::super) fn puts_right(line: &str) -> bool {
    let line = words_in_full(line);
    Section::Correction.words().any(|word| whole_word::contains(&line, word))
}

/// Whether a line has few words beside the name, the values and what they are called: "SĐT của bà Trần Thị Bé:
/// 0912345602".
fn says_little_else(line: &str, row: &ReadRow) -> bool {
    const MOST: usize = 3;
    static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let labels = [Section::PhoneLabel, Section::BirthLabel].into_iter().flat_map(Section::folded);
        labels.flat_map(|label| label.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
    });
    let post = post_in(line).unwrap_or_default();
    let without = |line: String, part: &str| line.replacen(&format!(" {} ", words(part)), " ", 1);
    let folded = without(format!(" {} ", words(line)), &row.person.full_name);
    let folded = without(folded, post);
    let is_else = |word: &&str| {
        !word.is_empty() && !word.bytes().any(|byte| byte.is_ascii_digit()) && !LABELS.contains(*word)
    };
    folded.split(' ').filter(is_else).count() <= MOST
}

/// Whether the word for a birth stands right before a place of a line.
fn is_behind_label(line: &str, at: usize) -> bool {
    let before = words(&line[..at]);
    Section::BirthLabel.folded().any(|label| {
        before.strip_suffix(label.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    })
}

/// The numbers of a line and where they stand; groups of one telephone are one.
fn figures(line: &str) -> Vec<(usize, String)> {
    let mut figures = Vec::new();
    let mut start = 0;
    for group in line.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, ' ' | '.')) {
        let at = start;
        start += group.len() + line[start + group.len()..].chars().next().map_or(0, char::len_utf8);
        let whole: String = group.chars().filter(char::is_ascii_digit).collect();
        if (9..=11).contains(&whole.len()) {
            figures.push((at, whole));
            continue;
        }
        let mut own = at;
        for part in group.split([' ', '.']) {
            if !part.is_empty() {
                figures.push((own, part.to_owned()));
            }
            own += part.len() + 1;
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_line_are_told() {
        let numbers = |line: &str| figures(line).into_iter().map(|(_, figure)| figure).collect::<Vec<_>>();
        assert_eq!(numbers("số đúng là 0913.640.271"), ["0913640271"]);
        assert_eq!(numbers("là 1975 chứ không phải 1957"), ["1975", "1957"]);
        let line = "Bà Bé sinh năm 1975";
        assert!(is_behind_label(line, figures(line)[0].0));
        assert!(!is_behind_label("sinh hoạt từ năm 1995", "sinh hoạt từ năm ".len()));
    }
}
