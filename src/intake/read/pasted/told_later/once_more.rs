//! Whether somebody who is named was named before.

use super::super::name::address;
use super::super::{Entry, Person};
use crate::vietnamese::fold::words;

/// Whether somebody is named once more, with nothing but a telephone or a birth that was missing.
pub(super) fn is_same(known: &Entry, again: &Person) -> bool {
    let is_one_number = |person: &&Person| again.ordinal.is_empty() || again.ordinal == person.ordinal;
    let Some(person) = known.person.as_ref().filter(is_one_number) else { return false };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let adds = |own: &str, more: &str| own.is_empty() || more.is_empty() || digits(own) == digits(more);
    let name = called_by_letter(&again.name).map_or(again.name.as_str(), |(_, given)| given);
    let is_called = person.name.strip_suffix(name).is_some_and(|before| before.ends_with(' '));
    (person.name == again.name || is_called)
        && (again.position.is_empty() && again.unit.is_empty() || is_of_one_place(person, again))
        && adds(&person.phone, &again.phone)
        && adds(&person.birth, &again.birth)
}

/// Whether somebody of that whole name comes from the same place, and only the telephone was missing.
fn is_of_one_place(person: &Person, again: &Person) -> bool {
    person.name == again.name
        && !again.unit.is_empty()
        && words(&person.unit) == words(&again.unit)
        && person.phone.is_empty()
        && !again.phone.is_empty()
}

/// The sex and the name of "Anh An", and of "A Điết" and "C Rin", where the word is cut short.
pub(super) fn called_by_letter(name: &str) -> Option<(&'static str, &str)> {
    let (call, given) = name.split_once(' ')?;
    let sex = match call {
        "A" | "Ô" => "Nam",
        "B" | "C" => "Nữ",
        call => address(call)?,
    };
    Some((sex, given))
}

/// Whether somebody is only the beginning of another under the same number, as where a message was sent too early: "3. Đỗ
/// Mạnh" before "3. Đỗ Mạnh Trường, TB CTMT".
pub(super) fn is_begun(known: &Entry, whole: &Person) -> bool {
    let Some(begun) = &known.person else { return false };
    let says_nothing =
        [&begun.birth, &begun.position, &begun.unit, &begun.phone].iter().all(|one| one.is_empty());
    says_nothing
        && !begun.ordinal.is_empty()
        && begun.ordinal == whole.ordinal
        && whole.name.strip_prefix(&begun.name).is_some_and(|rest| rest.starts_with(' '))
}
