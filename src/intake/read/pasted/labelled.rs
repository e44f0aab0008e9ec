//! People in blocks of labelled lines, as a form is filled in within a message:
//! "Họ tên: …", "Sinh năm: …", "SĐT: …". A numbered name may stand in place of the first.

use super::super::super::budget::{Budget, Limit, Stop};
use super::super::super::family_names::begins_like_a_name;
use super::super::super::heading::{Field, recognise};
use super::super::super::marks::is_hamlet;
use super::super::super::position::begins_with_position;
use super::super::super::ticked::{beside_boxes, ticked};
use super::pieces::starts_with_place;
use super::{Entry, Person, sentences, together};
use crate::domain::person_field::PersonField;
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;
use crate::vietnamese::whole_word;

/// The people and the other lines of a text with such blocks; nothing for another text.
pub(super) fn entries(text: &str, budget: &Budget) -> Result<Vec<Entry>, Stop> {
    let (entries, names) = blocks(text, Names::Labelled, budget)?;
    // Of a text that has no labels at all nobody need be asked for again.
    if names > 0 || !text.lines().any(is_labelled) {
        return Ok(if names > 0 { entries } else { Vec::new() });
    }
    // Names without a label are people of such blocks only where each has one.
    for by in [Names::Numbered, Names::Addressed, Names::Alone] {
        let (entries, names) = blocks(text, by, budget)?;
        let are_whole = entries.iter().filter_map(|entry| entry.person.as_ref()).all(Person::is_form);
        if names >= 2 && are_whole {
            return Ok(entries);
        }
    }
    Ok(Vec::new())
}

/// What begins a block.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// "Họ và tên: Nguyễn Tiến Lãng".
    Labelled,
    /// The same, or "1. Nguyễn Tiến Lãng".
    Numbered,
    /// The same as the first, or "Ông: Nguyễn Tiến Lãng".
    Addressed,
    /// The same as the first, or "NGUYỄN TIẾN LÃNG" right above a label.
    Alone,
}

/// The people and the other lines of a text in which `by` begins each block, and how many names it has.
fn blocks(text: &str, by: Names, budget: &Budget) -> Result<(Vec<Entry>, usize), Stop> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut names = 0;
    let mut beside: Vec<(u32, String)> = Vec::new();
    // Whether the last entry is somebody of whom more may be said.
    let mut open = false;
    // "Ngày sinh: 07/04/1968        Giới tính: Nam": a gap parts two of them on a line.
    let pieces = (0..).zip(text.lines()).flat_map(|(line, written)| {
        let parts = written.split("   ").filter(|part| part.contains(':')).count();
        let between = if parts > 1 { "   " } else { "\n" };
        written.split(between).flat_map(labels_apart).map(move |piece| (line, piece))
    });
    let mut pieces = pieces.peekable();
    while let Some((line, written)) = pieces.next() {
        budget.step()?;
        let written = clean(written);
        if written.is_empty() {
            continue;
        }
        if entries.len() + beside.len() >= Limit::Rows.most() {
            return Err(budget.end(Stop::TooMuch(Limit::Rows)));
        }
        let is_over_label =
            |next: Option<&(u32, &str)>| next.is_some_and(|(_, next)| is_labelled(&clean(next)));
        let said = label(&written).or_else(|| sent(&written).filter(|_| is_over_label(pieces.peek())));
        let is_likely = by != Names::Labelled && said.is_none() && written.len() <= super::LONGEST;
        let named = is_likely.then(|| Person::read(&written)).flatten().filter(|person| match by {
            Names::Numbered => !person.ordinal.is_empty(),
            Names::Alone => {
                is_over_label(pieces.peek()) && person.is_name_alone() && begins_like_a_name(&person.name)
            }
            _ => {
                let is_addressed = || super::name::without_address(&written).1.len() < written.len();
                person.is_name_alone()
                    && (says_address(&written) || is_over_label(pieces.peek()) && is_addressed())
            }
        });
        match said {
            // "Người được cử:" stands over several, "Đại biểu 3: ……" is nobody yet.
            Some((field, "")) if field.is_name() => {
                open = false;
                entries.push(Entry::text(line, written));
            }
            Some((Field::Person(PersonField::Name) | Field::GivenName, name)) => {
                names += 1;
                open = true;
                // "Đồng chí: Lý Văn Hết, sinh ngày 12/06/1967, chức vụ: …": all of one on a line.
                let whole = if name.contains(',') { Person::read(name) } else { None };
                if let Some(person) = whole.filter(Person::is_form) {
                    entries.push(Entry::of(line, person));
                    continue;
                }
                // "Họ và tên: Lê Đình Hoàng ☒ Nam ☐ Nữ".
                let (name, sex) = beside_boxes(name).unwrap_or((name, String::new()));
                let person = Person { name: name.to_owned(), sex, ..Person::default() };
                entries.push(Entry { text: written, ..Entry::of(line, person) });
            }
            _ if named.is_some() => {
                (names, open) = (names + 1, true);
                entries.push(Entry { person: named, ..Entry::text(line, written) });
            }
            Some((field, value)) if open => {
                let person = entries.last_mut().and_then(|entry| entry.person.as_mut());
                let place = place_by_label(&written, value);
                if !person.is_some_and(|person| person.is_told(field, place.as_deref().unwrap_or(value))) {
                    beside.push((line, written));
                }
            }
            // "Trưởng ban CTMT ấp Mỹ Tân" between two labels.
            None if open && is_over_label(pieces.peek()) && begins_with_position(&written) => {
                match entries.last_mut().and_then(|entry| entry.person.as_mut()) {
                    Some(person) if person.position.is_empty() => person.take_part(&written),
                    _ => beside.push((line, written)),
                }
            }
            // "Dân tộc: Dao": more of the same person, of which a table of our own has no column.
            None if open && has_label(&written) => beside.push((line, written)),
            // "Cùng đi có 02 đồng chí: bà Nguyễn Thị Dừa, Trưởng ban CTMT; ông Lê Văn Tài, Trưởng ấp".
            _ => {
                open = false;
                let sent = together::people(&written, false).unwrap_or_else(|| sentences::sent_by(&written));
                match sent.people.is_empty() {
                    true => entries.push(Entry::text(line, written)),
                    false => entries.extend(sent.entries(line)),
                }
            }
        }
    }
    // What was said beside the point stands behind its line.
    entries.extend(beside.into_iter().map(|(line, text)| Entry::text(line, text)));
    entries.sort_by_key(|entry| entry.line);
    Ok((entries, names))
}

/// "Ông Phạm Văn Chơn" of "Trân trọng giới thiệu: Ông Phạm Văn Chơn", as a letter names whom it sends.
fn sent(line: &str) -> Option<(Field, &str)> {
    let (said, name) = line.split_once(':')?;
    let said = said.to_lowercase();
    let sends = Section::Sends.noted("people").any(|word| whole_word::contains(&said, word));
    let is_somebody =
        Person::read(name.trim()).is_some_and(|person| person.is_name_alone() && person.is_named());
    (sends && is_somebody).then_some((Field::Person(PersonField::Name), name.trim()))
}

/// "Ông: Nguyễn Tiến Lãng", "Đ/c: Hà Thị Đông".
fn says_address(line: &str) -> bool {
    let bare = |label: &str| label.trim_matches(|letter: char| !letter.is_alphabetic()).to_owned();
    line.split_once(':').is_some_and(|(label, _)| super::name::address(&bare(label)).is_some())
}

/// "Họ và tên: NGUYỄN ĐĂNG KHOA Nam/Nữ: Nam", "Sinh năm: 1962. Chức vụ: Trưởng thôn": what is behind each label
/// that a line has, with its label.
fn labels_apart(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = line;
    // "Ông ........ Lý Láo Tả ........ Sinh năm: 1977", whose dots are gone.
    let is_addressed = || super::name::without_address(clean(line).as_str()).1.len() < clean(line).len();
    let begins = label(line).is_some() || says_address(line);
    if line.len() <= super::LONGEST && (begins || is_addressed()) {
        let colons = line.match_indices(':').map(|(at, _)| at).skip(usize::from(begins));
        for colon in colons {
            let start = line.len() - rest.len();
            // A value stands between two labels.
            let is_name = !begins && pieces.is_empty();
            let valued =
                if is_name { start } else { rest.find(':').map_or(colon, |first| start + first + 1) };
            let at = colon.checked_sub(valued).and_then(|_| label_before(&line[valued..colon]));
            if let Some(at) = at.map(|at| valued + at).filter(|at| !line[valued..*at].trim().is_empty()) {
                pieces.push(line[start..at].trim_end_matches([' ', '.', ';', ',', '-', '–']));
                rest = &line[at..];
            }
        }
    }
    pieces.push(rest);
    pieces
}

/// Where the label begins that a text ends with: the fewest words that are one, the first with a capital, and
/// those before them that belong to it.
fn label_before(text: &str) -> Option<usize> {
    const MOST_WORDS: usize = 5;
    let starts = text.rmatch_indices(' ').map(|(at, _)| at + 1).take(MOST_WORDS);
    let mut label = None;
    for at in starts {
        let own = &text[at..];
        if own.contains(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ';' | ',')) {
            break;
        }
        let field = recognise(own).filter(|_| own.starts_with(char::is_uppercase));
        match (label, field) {
            (None, Some(field)) => label = Some((at, field)),
            // "Thúy Chức vụ" has a name before the label, "SỐ ĐIỆN THOẠI" is one.
            (Some((_, known)), Some(field)) if known == field && !own.contains(char::is_lowercase) => {
                label = Some((at, field));
            }
            (Some(_), _) => break,
            (None, None) => {}
        }
    }
    label.map(|(at, _)| at)
}

/// Whether a few words and a colon stand before something.
fn has_label(line: &str) -> bool {
    line.split_once(':').is_some_and(|(label, _)| label.split(' ').count() <= 5)
}

/// Whether a line begins with the label of something that is said of a person.
pub(super) fn is_labelled(line: &str) -> bool {
    line.contains(':') && label(&clean(line)).is_some_and(|(field, _)| matches!(field, Field::Person(_)))
}

/// Whether a line begins with the label of a name, or with a word by which people are called.
pub(super) fn begins_block(line: &str) -> bool {
    label(line).is_some_and(|(field, _)| field.is_name()) || says_address(line)
}

/// Whether a line begins with the label of something else than a name: it goes on with what is said of somebody.
pub(super) fn labels_more(line: &str) -> bool {
    label(&clean(line)).is_some_and(|(field, _)| !field.is_name())
}

/// "Thôn Từ Thiện" of "Thôn: Từ Thiện".
fn place_by_label(line: &str, value: &str) -> Option<String> {
    let (label, _) = line.split_once(':')?;
    let kind = label.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let is_kind = !kind.contains(' ') && is_hamlet(&format!("{kind} 1"));
    (is_kind && !value.is_empty() && !starts_with_place(value)).then(|| format!("{kind} {value}"))
}

/// What a line's label means, and what stands behind it.
fn label(line: &str) -> Option<(Field, &str)> {
    let (label, value) = line.split_once([':', '：'])?;
    let label = label.trim_start_matches(|letter: char| !letter.is_alphabetic());
    // "…Vàng Sào Lìn……": the dots of a printed form.
    let value = value.trim_matches([' ', '…', '_']);
    let value = if value.contains("..") { value.trim_matches('.') } else { value };
    // "Đại biểu 2: Trần Kim Hải".
    let unnumbered = label.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let field = recognise(label).or_else(|| recognise(unnumbered).filter(|field| field.is_name()))?;
    Some((field, value.trim()))
}

impl Person {
    /// Whether nothing is said but the name, and the sex by the word before it.
    fn is_name_alone(&self) -> bool {
        let told = [&self.birth, &self.position, &self.unit, &self.phone];
        told.iter().all(|part| part.is_empty())
    }

    /// Whether a form says enough of it to be one, however much else stands in the text.
    pub(super) fn is_form(&self) -> bool {
        let told = [&self.birth, &self.position, &self.unit, &self.phone];
        told.iter().filter(|part| !part.is_empty()).count() >= 2
    }

    /// Takes in what a label says; `false` where there is no place for it.
    fn is_told(&mut self, field: Field, value: &str) -> bool {
        // "Sđt trưởng đoàn: 0944 725 018 (Lê Văn Phớn)", "Số điện thoại: chị Khôi 0908 514 227, ông Hưng 0913 670 845".
        let is_phone = field == Field::Person(PersonField::Phone);
        let calls =
            |value: &str| value.split_once(' ').is_some_and(|(word, _)| super::name::address(word).is_some());
        if is_phone && (calls(value) || !together::names_in(value).is_empty()) {
            return false;
        }
        let own = match field {
            Field::Person(PersonField::Gender) => &mut self.sex,
            Field::Person(PersonField::Birth) => &mut self.birth,
            Field::Person(PersonField::Phone) => &mut self.phone,
            Field::Person(PersonField::Unit) | Field::Hamlet | Field::Commune | Field::Address => {
                super::said::join(&mut self.unit, value);
                return true;
            }
            Field::Person(PersonField::Position) | Field::PositionUnit => &mut self.position,
            Field::Ordinal => &mut self.ordinal,
            _ => return false,
        };
        let free = own.is_empty();
        if free {
            // "Sinh năm: 1962; Tổ trưởng tổ dân phố 17".
            let ticked = ticked(value);
            let value = ticked.as_deref().unwrap_or(value);
            // "Sinh ngày: 03/02/1963. Trưởng ban CTMT thôn Tân Hải".
            let parts_behind = matches!(field, Field::Person(PersonField::Birth | PersonField::Gender));
            let signs = if parts_behind { &["; ", ". ", ", ", " - "][..] } else { &["; "] };
            let first =
                signs.iter().filter_map(|sign| value.split_once(sign)).min_by_key(|(own, _)| own.len());
            let (value, more) = first.unwrap_or((value, ""));
            value.clone_into(own);
            self.take_part(more);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_several_labels_is_parted_before_each() {
        for (line, pieces) in [
            ("Họ và tên: NGUYỄN ĐĂNG KHOA Nam/Nữ: Nam", vec!["Họ và tên: NGUYỄN ĐĂNG KHOA", "Nam/Nữ: Nam"]),
            (
                "Sinh năm: 1962. Chức vụ: Trưởng thôn Hạ; Số điện thoại: 0918240736",
                vec!["Sinh năm: 1962", "Chức vụ: Trưởng thôn Hạ", "Số điện thoại: 0918240736"],
            ),
            ("Chức vụ: Trưởng thôn", vec!["Chức vụ: Trưởng thôn"]),
            ("Lúc 14:30 họ tên: An", vec!["Lúc 14:30 họ tên: An"]),
        ] {
            assert_eq!(labels_apart(line), pieces, "{line}");
        }
    }
}
