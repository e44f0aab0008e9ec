//! What each part of a line says of whoever stands in it: a telephone, a birth, a post, a place.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::super::heading::{Field, words};
use super::super::super::label::without_label;
use super::super::super::marks::{is_hamlet, is_unit, place_at_start, without_particles};
use super::super::super::mentions::{instead_at, is_whole_name};
use super::super::super::position::{
    begins_with_position, is_whole_hamlet, kind_of, leads_something, with_hamlet,
};
use super::super::super::withdrawals::says_absence;
use super::births::other_year;
use super::name::address;
use super::person::Person;
use super::pieces::{phone, place_within, starts_with_place};
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::clean::{clean, is_picture};
use crate::vietnamese::sentences::sentences;
use crate::vietnamese::syllable::is_syllable;
use crate::vietnamese::{small, whole_word};

/// What stands for the place of whoever stands above.
const AS_ABOVE: &str = "như trên";

impl Person {
    /// Takes out the telephone number and the word before it; a comma stands in its
    /// place.
    pub(super) fn take_phone(&mut self, text: &str) -> String {
        let Some((start, end)) = phone(text) else { return text.to_owned() };
        let is_between = |sign| is_picture(sign) || matches!(sign, ':' | '.' | '(' | '-');
        let before = text[..start].trim_end_matches(is_between);
        let before = without_label(before, Section::PhoneLabel);
        text[start..end].trim().clone_into(&mut self.phone);
        format!("{before}, {}", text[end..].trim_start_matches([')', ' ', '.']))
    }

    /// Takes the birth of the line out of a part, with the word before it: "sinh năm 1969", "(1969)".
    pub(super) fn take_birth(&mut self, text: &str, birth: Option<&str>) -> String {
        let found =
            birth.filter(|_| self.birth.is_empty()).and_then(|birth| Some((text.find(birth)?, birth)));
        let Some((start, birth)) = found else { return text.to_owned() };
        birth.clone_into(&mut self.birth);
        let before = text[..start].trim_end_matches([' ', ':', '(']);
        let before = without_label(before, Section::BirthLabel);
        let after = text[start + birth.len()..].trim_start_matches([')', ' ', ',']);
        let before = before.trim_end_matches([' ', '(', ',']);
        if before.is_empty() || after.is_empty() {
            clean(&format!("{before}{after}"))
        } else {
            format!("{before}, {after}")
        }
    }

    /// What stands behind a label, or behind none: of what the table of a message has no column for, a note.
    pub(super) fn take_labelled(&mut self, label: Option<Field>, part: &str) {
        match label {
            Some(Field::Other) => join(&mut self.note, part),
            _ => self.take_part(part),
        }
    }

    /// A sex, a unit or a position; a position may name the unit behind it.
    pub(super) fn take_part(&mut self, part: &str) {
        let part = without_particles(part);
        // "ở thôn Cao Xá", "cũng thôn Phước An".
        let behind = ["ở ", "cũng "].iter().find_map(|word| part.strip_prefix(word));
        let part = behind.filter(|place| starts_with_place(place) || names_hamlet(place)).unwrap_or(part);
        // "chồng là Bí thư chi bộ", "con chú Sáu Phát", "quê thôn Hạ".
        if is_beside_post(part) {
            return join(&mut self.note, part);
        }
        // "NS: 1959": the word for what stands behind the colon.
        let is_label = |labels| without_label(part, labels).is_empty();
        // "anh nhé" speaks to the office.
        let is_small_talk = part.starts_with(char::is_lowercase) && address(part).is_some();
        if part.is_empty() || is_label(Section::BirthLabel) || is_label(Section::PhoneLabel) || is_small_talk
        {
            return;
        }
        // "nguyên Phó Chủ tịch UBMTTQ xã Hà Kỳ, nay là Phó Chủ tịch": what somebody was is only noted.
        if let Some(now) = part.strip_prefix("nay là ") {
            let former = [std::mem::take(&mut self.position), std::mem::take(&mut self.unit)];
            former.iter().filter(|said| !said.is_empty()).for_each(|said| join(&mut self.note, said));
            return self.take_part(now);
        }
        // "hiện là Trưởng ban CTMT".
        if let Some((before, post)) = part.split_once(" là ")
            && begins_with_position(post)
            && Section::Now.words().any(|word| word == before)
        {
            return self.take_part(post);
        }
        // "như trên (Phó ban)": what is as above is the place.
        if begins_with_position(part) && is_ditto(&self.position) && self.unit.is_empty() {
            self.unit = std::mem::replace(&mut self.position, part.to_owned());
            return;
        }
        // "Kinh" of "(Nam, 1970, Kinh) TB CTMT thôn 1" is no post, whatever it is.
        if begins_with_position(part) && !self.position.is_empty() && !self.has_post() {
            let other = std::mem::take(&mut self.position);
            join(&mut self.note, &other);
        }
        // "nt": as above, the post first.
        if is_ditto(part) {
            let own = if self.position.is_empty() { &mut self.position } else { &mut self.unit };
            return join(own, part);
        }
        // "Chi hội trưởng CCB nt".
        if let Some((post, ditto)) =
            part.rsplit_once(' ').filter(|(post, last)| is_ditto(last) && begins_with_position(post))
        {
            self.take_part(post);
            return join(&mut self.unit, ditto);
        }
        // "cùng thôn" is the place above, "cùng KP Nghè" this one; "Chi hội trưởng phụ nữ cùng khu phố" says both.
        if let Some((before, place)) = with_same_place(part) {
            self.take_part(before);
            return match place {
                place if place.contains(" với ") => join(&mut self.note, part[before.len()..].trim_start()),
                place if names_hamlet(place) => self.take_place(place),
                _ => join(&mut self.unit, AS_ABOVE),
            };
        }
        // "t. Ấp Đọ", "t.Dứa": a hamlet cut short stays as it is written.
        if let Some(at) = short_place(part) {
            self.take_part(part[..at].trim_end());
            return join(&mut self.unit, &part[at..]);
        }
        // "69 tuổi hội nct ấp 5".
        if let Some((age, behind)) = part.split_once(" tuổi")
            && age.bytes().all(|byte| byte.is_ascii_digit())
        {
            join(&mut self.note, &part[..part.len() - behind.len()]);
            return self.take_part(behind.trim_start());
        }
        // "Trưởng thôn 2 nhiệm kỳ 2015-2020".
        if let Some(at) = other_year(part) {
            self.take_part(part[..at].trim_end());
            return join(&mut self.note, &part[at..]);
        }
        if matches!(words(part).as_str(), "nam" | "nu") && self.sex.is_empty() {
            part.clone_into(&mut self.sex);
        } else if self.position.is_empty()
            && starts_with_place(part)
            && let Some((post, hamlet)) = with_hamlet(part)
            && begins_with_position(&post)
        {
            self.position = post;
            self.take_place(&hamlet_as_written(part, &hamlet));
        } else if (starts_with_place(part) || names_hamlet(part) || is_whole_hamlet(part))
            && !begins_with_position(part)
        {
            self.take_place(part);
        } else if self.position.is_empty()
            && begins_with_position(part)
            && let Some((post, hamlet)) = with_hamlet(part)
        {
            self.position = post;
            self.take_place(&hamlet_as_written(part, &hamlet));
        } else if self.position.is_empty()
            && let Some((post, place)) = with_short_place(part)
        {
            post.clone_into(&mut self.position);
            join(&mut self.unit, place);
        } else if self.position.is_empty()
            && let Some(at) = place_within(part)
        {
            let kind = kind_of(&part[at..]);
            // "trưởng thôn thượng", "Trưởng giáo họ Fatima": the word belongs to both.
            let post = part[..at].trim_end();
            self.position = if leads_something(post) { format!("{post} {kind}") } else { post.to_owned() };
            self.take_place(&part[at..]);
        } else if begins_with_position(part) {
            join(&mut self.position, part);
        } else if self.position.is_empty() && may_be_post(part) {
            part.clone_into(&mut self.position);
        } else if is_unit(part) {
            join(&mut self.unit, part);
        } else {
            join(&mut self.note, part);
        }
    }

    /// A place, and what a sentence says behind it.
    fn take_place(&mut self, part: &str) {
        let sentence = sentences(part)[0].trim_end_matches('.');
        if sentence.len() < part.len() {
            join(&mut self.note, part[sentence.len()..].trim_start_matches(['.', ' ']));
        }
        let (place, behind) = place_at_start(sentence);
        // "xã Nguyên Giáp cũ": where it lay before.
        if behind == "cũ" {
            return join(&mut self.note, sentence);
        }
        if words(&self.unit) != words(place) {
            join(&mut self.unit, place);
        }
        // "ở thôn Cao Xá là Trưởng ban CTMT".
        match behind.strip_prefix("là ").filter(|post| self.position.is_empty() && begins_with_position(post))
        {
            Some(post) => post.clone_into(&mut self.position),
            None if !behind.is_empty() => join(&mut self.note, behind),
            None => {}
        }
    }
}

/// Whether what nothing else explains may be a post: no number of an account, no other person, no age, and nothing of
/// why somebody stays away or comes instead.
fn may_be_post(part: &str) -> bool {
    /// A number of so many figures is none of a hamlet.
    const FIGURES: usize = 4;
    static LABELS: LazyLock<Beginnings> = LazyLock::new(|| Section::PhoneLabel.words().collect());
    static SENDS: LazyLock<Beginnings> = LazyLock::new(|| Section::Sends.words().collect());
    let small = part.to_lowercase();
    let is_age = words(part).ends_with(" tuoi");
    part.bytes().filter(u8::is_ascii_digit).count() < FIGURES
        && !is_age
        && LABELS.words().all(|(label, ())| !whole_word::contains(&small, label))
        && !is_whole_name(part)
        && SENDS.whole(&small).is_none()
        && !says_absence(part)
        && instead_at(part).is_none()
}

/// Whether a part says where somebody was born, or something of their family: "quê thôn Hạ", "chồng là Bí thư chi bộ".
pub(super) fn is_beside_post(part: &str) -> bool {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| Section::NoPost.words().collect());
    WORDS.whole(&part.to_lowercase()).is_some()
}

/// "xóm Hạ", "khu 4": also behind words for hamlets that mean something else in a message, where a name follows.
pub(super) fn names_hamlet(part: &str) -> bool {
    let is_named =
        |word: &str| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
    is_hamlet(part) && part.split(' ').nth(1).is_some_and(is_named)
}

/// "TBCTMT t5": a place cut down to a letter and its number stands behind the post, and stays as written.
fn with_short_place(part: &str) -> Option<(&str, &str)> {
    let (post, place) = part.rsplit_once(' ')?;
    let number = place.trim_start_matches(char::is_alphabetic);
    let letters = place.len() - number.len();
    let is_number = number.trim_end_matches(|last: char| last.is_ascii_alphabetic());
    let is_place = matches!(letters, 1..=3)
        && place.starts_with(char::is_lowercase)
        && (1..=2).contains(&is_number.len())
        && is_number.bytes().all(|byte| byte.is_ascii_digit());
    (is_place && post.contains(char::is_alphabetic)).then_some((post, place))
}

/// Where a place begins whose kind is cut down to some letters and a point: "t.Dứa", "th. Nội" of "tbmt th. Nội".
fn short_place(part: &str) -> Option<usize> {
    const LETTERS: std::ops::RangeInclusive<usize> = 1..=3;
    let is_short = |at: &usize| {
        let Some((kind, name)) = part[*at..].split_once('.') else { return false };
        let number = name.trim_start().bytes().take_while(u8::is_ascii_digit).count();
        let begins = |first: char| first.is_uppercase() || first.is_ascii_digit();
        LETTERS.contains(&kind.chars().count())
            && kind.chars().all(char::is_lowercase)
            && !is_syllable(kind)
            && name.trim_start().starts_with(begins)
            && number <= *LETTERS.end()
    };
    std::iter::once(0).chain(part.match_indices(' ').map(|(at, _)| at + 1)).find(is_short)
}

/// The hamlet in the letters of the line, where it stands there.
fn hamlet_as_written(part: &str, hamlet: &str) -> String {
    let at = part.to_lowercase().rfind(&hamlet.to_lowercase());
    at.and_then(|at| part.get(at..at + hamlet.len())).unwrap_or(hamlet).to_owned()
}

/// Adds a part behind a comma.
pub(super) fn join(whole: &mut String, part: &str) {
    if !whole.is_empty() {
        whole.push_str(", ");
    }
    whole.push_str(part);
}

/// A part of a line up to "cùng", and the place behind it, or the kind alone: "khu phố".
fn with_same_place(part: &str) -> Option<(&str, &str)> {
    static KINDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        unit_words(Use::Message).filter(|word| word.kind == Kind::Hamlet).map(|word| word.word).collect()
    });
    let small = small::in_place(part);
    let at = whole_word::find(&small, "cùng")?;
    let place = part[at + "cùng".len()..].trim_start();
    // "cùng ấp với ông Đợi".
    let kind = place.split(" với ").next().unwrap_or(place).to_lowercase();
    (KINDS.contains(kind.as_str()) || names_hamlet(place)).then_some((part[..at].trim_end(), place))
}

/// "nt", "như trên".
fn is_ditto(part: &str) -> bool {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| Section::AsAbove.words().collect());
    WORDS.after(&part.to_lowercase()).any(str::is_empty)
}
