//! Whom a text only names: each with a post, a birth or a telephone behind the name, in sentences that send nobody.

use super::super::super::budget::{Budget, Stop};
use super::super::super::grid::Grid;
use super::chat::Speakers;
use super::{COLUMNS, Entry, LONGEST, Person, blocks, read_as, table, together, told_later};
use crate::vietnamese::sentences::sentences;

/// Bytes of a text that is looked at: a letter has some pages.
const LONGEST_TEXT: usize = 200_000;

/// The people whom a text names, of whom nobody knows whether they are sent; nothing where it says more than a name of
/// none.
pub(in super::super) fn named(text: &str, budget: &Budget) -> Result<Option<Grid>, Stop> {
    if text.len() > LONGEST_TEXT {
        return Ok(None);
    }
    let whole = blocks::in_one(text);
    let (text, mut entries) = (whole.as_ref(), Vec::new());
    let speakers = Speakers::of(text);
    for (number, line) in (0..).zip(text.lines()) {
        budget.step()?;
        let line = read_as(speakers.apart(line, "").1);
        if line.is_empty() {
            continue;
        }
        let said = sentences(&line).into_iter().filter(|said| said.len() <= LONGEST);
        let people = said.flat_map(together::each_named);
        entries.extend(people.map(|person| Entry::of(number, person)));
        // What the line says besides is shown with it.
        entries.push(Entry::text(number, line));
    }
    let mut people = entries.iter().filter_map(|entry| entry.person.as_ref());
    if !people.any(Person::stands_for_itself) {
        return Ok(None);
    }
    told_later::settle(&mut entries);
    Ok(Some(Grid { is_prose: true, ..table(entries, COLUMNS, budget)? }))
}
