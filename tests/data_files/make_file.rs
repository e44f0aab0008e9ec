//! Makes a data file of an older schema by the store of the commit this is built in:
//! see README.md beside it. Not built with the program.

use std::error::Error;
use std::path::Path;

use rusqlite::Connection;
use taphuan::domain::blueprint::Blueprint;
use taphuan::domain::id::PersonId;
use taphuan::domain::person::PersonDetails;
use taphuan::sentence::Sentence;
use taphuan::store::{Access, Operation, Store};

type Done = Result<(), Box<dyn Error>>;

/// More than can be undone, so that the first steps are settled.
const EDITS: usize = 101;

fn main() -> Done {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, folder, target] = arguments.as_slice() else { return Err("make_file FOLDER FILE".into()) };
    let mut sessions = sessions(&Path::new(folder).join("sessions.json"))?;
    let undone = sessions.pop().ok_or("no sessions")?;
    let facts = std::fs::read_to_string(Path::new(folder).join("facts.sql"))?;
    let target = Path::new(target);
    let edited = begin(&Store::create(target)?, sessions)?;
    add_facts(&Connection::open(target)?, &facts)?;
    finish(&Store::open(target, Access::Write)?, edited, undone)
}

fn sessions(path: &Path) -> Result<Vec<Blueprint>, Box<dyn Error>> {
    let sessions: Vec<Blueprint> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    // The first draft of schema 6 had no such column.
    #[cfg(not(draft))]
    let sessions = sessions.into_iter().map(with_certifier).collect();
    Ok(sessions)
}

#[cfg(not(draft))]
fn with_certifier(mut session: Blueprint) -> Blueprint {
    use taphuan::domain::organisation::Letterhead;
    if let Some(plan) = &mut session.certificates {
        let issuer = vec!["TRUNG TÂM CHÍNH TRỊ THỬ".to_owned()];
        plan.letterhead = Some(Letterhead { issuer, ..Letterhead::default() });
    }
    session
}

/// Sessions, people, and enough edits for these steps to be settled. Returns who was edited.
fn begin(store: &Store, sessions: Vec<Blueprint>) -> Result<PersonId, Box<dyn Error>> {
    store.plant(Operation::new(Sentence::new("operation-sample")), sessions).wait()?;
    let people = vec![person("Tô Thử Sửa"), person("Hà Thử Nguyên")];
    let added = store.add_people(edit(), people).wait()?;
    let edited = *added.first().ok_or("nobody was added")?;
    for number in 0..EDITS {
        note(store, edited, &format!("Lần {number}"))?;
    }
    Ok(edited)
}

fn person(full_name: &str) -> PersonDetails {
    PersonDetails { full_name: full_name.into(), ..PersonDetails::default() }
}

fn edit() -> Operation {
    Operation::new(Sentence::new("operation-person-edit").with("field", "note").with("name", "Tô Thử Sửa"))
}

fn note(store: &Store, id: PersonId, text: &str) -> Done {
    let details = PersonDetails { note: Some(text.into()), ..person("Tô Thử Sửa") };
    Ok(store.update_person(edit(), id, details).wait()?)
}

/// Writes each part of facts.sql as a step with its row images.
fn add_facts(connection: &Connection, facts: &str) -> Done {
    for part in facts.split("-- part: ").skip(1) {
        let (name, sql) = part.split_once('\n').ok_or("a part without SQL")?;
        let tables = tables(connection)?;
        let before = tables.iter().map(|table| last_row(connection, table)).collect::<Result<Vec<_>, _>>()?;
        connection.execute(
            "INSERT INTO operation (uid, at, label, kind, state)
             VALUES ('thu ' || ?1, '2026-05-14T03:00:00Z', json_object('id', ?1, 'args', json_array()), 'do', 'done')",
            [name],
        )?;
        let step = connection.last_insert_rowid();
        connection.execute_batch(&sql.replace(":step", &step.to_string()))?;
        for (table, last) in tables.iter().zip(before) {
            add_images(connection, step, table, last)?;
        }
        connection.execute(
            "UPDATE operation SET changes = (SELECT count(*) FROM row_change WHERE operation_id = ?1) WHERE id = ?1",
            [step],
        )?;
    }
    Ok(())
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut tables = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('operation', 'row_change')",
    )?;
    tables.query_map([], |row| row.get(0))?.collect()
}

fn last_row(connection: &Connection, table: &str) -> rusqlite::Result<i64> {
    connection.query_row(&format!("SELECT coalesce(max(id), 0) FROM {table}"), [], |row| row.get(0))
}

/// The images of rows that were added after `last`, as the store's triggers write them.
fn add_images(connection: &Connection, step: i64, table: &str, last: i64) -> Done {
    let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let columns: Vec<String> = columns.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {column}")).collect();
    connection.execute(
        &format!(
            "INSERT INTO row_change (operation_id, table_name, row_id, after)
             SELECT ?1, '{table}', id, json_object({}) FROM {table} WHERE id > ?2 ORDER BY id",
            pairs.join(", ")
        ),
        (step, last),
    )?;
    Ok(())
}

/// One step undone and then discarded by others; papers; and two steps that stay undone.
fn finish(store: &Store, edited: PersonId, undone: Blueprint) -> Done {
    store.undo().wait()?.ok_or("no attendance to undo")?;
    note(store, edited, "Sửa sau khi hoàn tác")?;
    papers(store)?;
    note(store, edited, "Chưa từng sửa")?;
    store.plant(Operation::new(Sentence::new("operation-sample")), vec![undone]).wait()?;
    for _ in 0..2 {
        store.undo().wait()?.ok_or("nothing to undo")?;
    }
    Ok(())
}

#[cfg(not(prints))]
fn papers(_: &Store) -> Done {
    Ok(())
}

/// A paper of two pages that was printed; where the schema has them, how it looked and what it said.
#[cfg(prints)]
fn papers(store: &Store) -> Done {
    use taphuan::domain::id::{DelegateId, SessionId};
    use taphuan::domain::print_run::{PrintRun, PrintedPage};
    const SHEET: &str = "sign-in-sheet";
    let session = SessionId(1);
    let page = |code: &str, delegates: &[i64]| PrintedPage {
        code: code.into(),
        delegates: delegates.iter().copied().map(DelegateId).collect(),
    };
    let run = PrintRun {
        session,
        paper: SHEET.into(),
        #[cfg(papers)]
        cluster: Some(taphuan::domain::id::ClusterId(1)),
        options: r#"{"blank_rows":2}"#.into(),
        pages: vec![page("11111111", &[5, 4, 3]), page("22222222", &[1, 2])],
    };
    store.record_prints(vec![run]).wait()?;
    #[cfg(papers)]
    {
        let recipe = store.save_recipe(SHEET, "Bàn đón", r#"{"blank_rows":2}"#.into()).wait()?;
        store.remember_look(session, SHEET, r#"{"blank_rows":3}"#.into(), Some(recipe)).wait()?;
        store
            .write_words(session, "plan", r#"{"number":"12","recipients":["Như trên","Lưu: VT"]}"#)
            .wait()?;
    }
    Ok(())
}
