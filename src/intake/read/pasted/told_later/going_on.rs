//! Lines that only go on with what is said of somebody above: "TDP Quảng Thắng, 0349 760 225", a telephone alone.

use super::super::super::super::marks::is_hamlet;
use super::super::pieces::phone;
use super::super::{Entry, LONGEST, Person};
use super::by_name::without_labels;
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::words;

/// "09:06": when the next part of a message came.
pub(super) fn is_stamp(entry: &Entry) -> bool {
    entry.person.is_none() && !entry.text.contains(char::is_alphabetic)
}

/// Whether a name and a telephone are the rest of what is said of the one above: "Pác Khoang, 0976 215 340" of "người có uy tín
/// thôn".
pub(super) fn is_rest(last: &mut Entry, person: &Person) -> bool {
    let is_bare =
        [&person.ordinal, &person.position, &person.birth, &person.sex].iter().all(|one| one.is_empty());
    is_bare && go_on_cut(last, &clean(&format!("{}, {}", person.name, person.phone)))
}

/// "TDP Quảng Thắng, 0349 760 225" behind somebody of whom neither was said: the message went on in another. A telephone
/// alone right below somebody is theirs. Whether it was so.
pub(super) fn go_on(last: &mut Entry, text: &str, is_right_below: bool) -> bool {
    let Some(person) = &mut last.person else { return false };
    // "09:06 0365 918 407" has the time before it.
    let number = phone(text).map_or("", |(start, end)| text[start..end].trim());
    let rest = text.replace(number, "");
    let is_alone = !rest.contains(char::is_alphabetic) || without_labels(&words(&rest)).is_empty();
    if is_right_below && person.phone.is_empty() && !number.is_empty() && is_alone {
        number.clone_into(&mut person.phone);
        return true;
    }
    // "trưởng ban ctmt 0385164927" right below; whoever signs has a capital.
    if is_right_below
        && person.position.is_empty()
        && person.phone.is_empty()
        && text.starts_with(char::is_lowercase)
    {
        let more =
            if text.len() > LONGEST { None } else { Person::read(&format!("{}, {text}", person.name)) };
        if let Some(more) = more.filter(|more| more.has_post() && more.unit.is_empty() && more.is_only_told())
        {
            (person.position, person.phone) = (more.position, more.phone);
            return true;
        }
    }
    if !person.unit.is_empty() || !person.phone.is_empty() || text.len() > LONGEST {
        return false;
    }
    if go_on_cut(last, text) {
        return true;
    }
    let Some(person) = &mut last.person else { return false };
    let more = Person::read(&format!("{}, {text}", person.name));
    match more.filter(|more| !more.unit.is_empty() && !more.phone.is_empty() && more.is_only_told()) {
        Some(more) => {
            (person.unit, person.phone) = (more.unit, more.phone);
            true
        }
        None => false,
    }
}

/// "Pác Khoang, 0976 215 340" behind "người có uy tín thôn", which breaks off before the name of the hamlet. Whether it was
/// so.
fn go_on_cut(last: &mut Entry, text: &str) -> bool {
    let Some(person) = &mut last.person else { return false };
    let (post, kind) = person.position.rsplit_once(' ').unwrap_or_default();
    if !person.unit.is_empty() || !person.phone.is_empty() || !is_hamlet(&format!("{kind} 1")) {
        return false;
    }
    let more = Person::read(&format!("{}, {kind} {text}", person.name));
    match more.filter(|more| !more.unit.is_empty() && !more.phone.is_empty() && more.is_only_told()) {
        Some(more) => {
            (person.position, person.unit, person.phone) = (post.to_owned(), more.unit, more.phone);
            true
        }
        None => false,
    }
}
