//! What is sensitive by law, kept apart and only where the user asks for it.

use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension};

use crate::domain::id::PersonId;
use crate::domain::person::Sensitive;
use crate::domain::person_field::PersonField;
use crate::store::error::Result;
use crate::store::transact::Step;

/// The column of who belongs to the party; the others are lines of text.
const PARTY: &str = "party_member";

/// What is kept of a person.
pub(in crate::store) fn read(connection: &Connection, person: PersonId) -> Result<Sensitive> {
    let mut query = connection.prepare_cached("SELECT * FROM person_sensitive WHERE person_id = ?1")?;
    let kept = query.query_row([person.0], |row| {
        let mut says = Sensitive { party_member: row.get(PARTY)?, ..Sensitive::default() };
        for (field, text) in PersonField::sensitive_lines() {
            *text.of_mut(&mut says) = row.get(field.code())?;
        }
        Ok(says)
    });
    Ok(kept.optional()?.unwrap_or_default())
}

/// Keeps this and nothing else; of nothing, no trace stays.
pub(in crate::store) fn set(step: &Step<'_>, person: PersonId, says: &Sensitive) -> Result<()> {
    if says.is_empty() {
        step.prepare_cached("DELETE FROM person_sensitive WHERE person_id = ?1")?.execute([person.0])?;
        return Ok(());
    }
    write(step, person, says, |column| format!("excluded.{column}"))
}

/// Keeps what a list says of a person; what it does not say stays as it is known.
pub(in crate::store) fn keep(step: &Step<'_>, person: PersonId, says: &Sensitive) -> Result<()> {
    if says.is_empty() {
        return Ok(());
    }
    write(step, person, says, |column| format!("coalesce(excluded.{column}, {column})"))
}

/// Writes the row of a person; `over` says what becomes of a column that is there.
fn write(step: &Step<'_>, person: PersonId, says: &Sensitive, over: fn(&str) -> String) -> Result<()> {
    let (mut columns, mut values): (Vec<&str>, Vec<&dyn ToSql>) = (vec![PARTY], vec![&says.party_member]);
    for (field, text) in PersonField::sensitive_lines() {
        columns.push(field.code());
        values.push(text.of(says));
    }
    let sets: Vec<String> = columns.iter().map(|column| format!("{column} = {}", over(column))).collect();
    let sql = format!(
        "INSERT INTO person_sensitive (person_id, {}) VALUES (?{})
         ON CONFLICT (person_id) DO UPDATE SET {}",
        columns.join(", "),
        ", ?".repeat(columns.len()),
        sets.join(", "),
    );
    values.insert(0, &person.0);
    step.prepare_cached(&sql)?.execute(values.as_slice())?;
    Ok(())
}
