//! What one line of the history changed: which rows, and each field before and after.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use super::{HistoryEntry, about, names};
use crate::domain::id::OperationId;
use crate::store::change::Image;
use crate::store::codec::Json;
use crate::store::error::Result;

/// So many lines of the journal are read for one step: nobody reads more.
const MOST: usize = 300;

/// A line of the history with what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryStep {
    /// The line.
    pub entry: HistoryEntry,
    /// What it changed, in the order it did.
    pub rows: Vec<ChangedRow>,
    /// How many more rows there are.
    pub left_out: usize,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowFate {
    /// It was added.
    Added,
    /// Fields of it were changed.
    Changed,
    /// It was deleted.
    Deleted,
}

/// A row that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedRow {
    /// Its table.
    pub table: String,
    /// What it is called, if that is still known.
    pub name: Option<String>,
    /// What became of it.
    pub fate: RowFate,
    /// Its fields: of one that was changed those that were.
    pub fields: Vec<ChangedField>,
}

/// A field before and after. What was added had nothing before, what was deleted has nothing after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedField {
    /// Its column.
    pub column: String,
    /// What stood there.
    pub before: FieldValue,
    /// What stands there.
    pub after: FieldValue,
}

/// What stands in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Nothing.
    Nothing,
    /// As the data file keeps it: text, a word, a date, a number or a list.
    Plain(Value),
    /// Another record, by its name; `None` when nobody knows it any more.
    Record(Option<String>),
}

/// What a line changed; `None` when there is no such line.
pub(in crate::store) fn step(connection: &Connection, id: OperationId) -> Result<Option<HistoryStep>> {
    let mut line = connection.prepare_cached(
        "SELECT id, at, label, kind, state, reason, changes, target_id FROM operation WHERE id = ?1",
    )?;
    let line =
        line.query_row([id.0], |row| Ok((super::entry(row)?, row.get::<_, Option<i64>>("target_id")?)));
    let Some((entry, target)) = line.optional()? else { return Ok(None) };
    // A turn is told by the step that it turned.
    let step = target.unwrap_or(id.0);
    let mut entries = [entry];
    about::name_sessions(connection, &mut entries)?;
    let [entry] = entries;
    let (rows, left_out) = Told::read(connection, step)?;
    Ok(Some(HistoryStep { entry, rows, left_out }))
}

/// A row while its changes are gathered.
struct Told {
    table: String,
    row: i64,
    fate: RowFate,
    before: Image,
    after: Image,
}

impl Told {
    /// What the lines of the journal tell, and how many more rows they would.
    fn read(connection: &Connection, step: i64) -> Result<(Vec<ChangedRow>, usize)> {
        let mut lines = connection.prepare_cached(
            "SELECT table_name, row_id, rows, change, before, after FROM row_change
             WHERE operation_id = ?1 ORDER BY coalesce(place, id), change = 'insert', id",
        )?;
        let mut lines = lines.query([step])?;
        let mut told: Vec<Self> = Vec::new();
        let mut places: HashMap<(String, i64), usize> = HashMap::new();
        let mut left_out = 0;
        while let Some(line) = lines.next()? {
            let (table, first, rows): (String, i64, i64) = (line.get(0)?, line.get(1)?, line.get(2)?);
            let room = i64::try_from(MOST.saturating_sub(told.len())).unwrap_or(0);
            let many = usize::try_from((rows - room).max(0)).unwrap_or(0);
            let change: String = line.get(3)?;
            if room == 0 {
                let known = places.contains_key(&(table, first));
                left_out += if known && change == "update" { 0 } else { many };
                continue;
            }
            left_out += many;
            let image = |place: usize| -> Result<Image> {
                Ok(line.get::<_, Option<Json<Image>>>(place)?.map(|json| json.0).unwrap_or_default())
            };
            let (before, after) = (image(4)?, image(5)?);
            for row in first..first + rows.min(room) {
                let place = (table.clone(), row);
                if let Some(known) = places.get(&place).and_then(|at| told.get_mut(*at)) {
                    known.goes_on(&change, &before, &after);
                    continue;
                }
                places.insert(place, told.len());
                told.push(match change.as_str() {
                    "insert" => {
                        let whole = match after.is_empty() {
                            true => names::after_step(connection, &table, row, step)?.unwrap_or_default(),
                            false => after.clone(),
                        };
                        let before = Image::new();
                        Self { table: table.clone(), row, fate: RowFate::Added, before, after: whole }
                    }
                    "delete" => Self {
                        table: table.clone(),
                        row,
                        fate: RowFate::Deleted,
                        before: before.clone(),
                        after: Image::new(),
                    },
                    _ => Self {
                        table: table.clone(),
                        row,
                        fate: RowFate::Changed,
                        before: before.clone(),
                        after: after.clone(),
                    },
                });
            }
        }
        let mut references = References::default();
        let rows = told.into_iter().map(|one| one.finish(connection, &mut references));
        Ok((rows.collect::<Result<_>>()?, left_out))
    }

    /// A further change of the same row in the same step.
    fn goes_on(&mut self, change: &str, before: &Image, after: &Image) {
        match (change, self.fate) {
            ("delete", _) => {
                // As it was before the step.
                let was = std::mem::take(&mut self.before);
                self.before = before.clone();
                self.before.extend(was);
                self.after.clear();
                self.fate = RowFate::Deleted;
            }
            ("update", RowFate::Changed) => {
                for (column, value) in before {
                    self.before.entry(column.clone()).or_insert_with(|| value.clone());
                }
                self.after.extend(after.clone());
            }
            // The image of a row that was added is of the end of the step.
            _ => {}
        }
    }

    fn finish(self, connection: &Connection, references: &mut References) -> Result<ChangedRow> {
        let known = if self.fate == RowFate::Deleted { &self.before } else { &self.after };
        let name = names::of_row(connection, &self.table, self.row, known)?;
        let keys = references.of(connection, &self.table)?;
        let value = |column: &str, image: &Image| -> Result<FieldValue> {
            Ok(match (image.get(column), keys.get(column)) {
                (None | Some(Value::Null), _) => FieldValue::Nothing,
                (Some(id), Some(table)) => FieldValue::Record(match id.as_i64() {
                    Some(id) => names::of(connection, table, id)?,
                    None => None,
                }),
                (Some(value), None) => FieldValue::Plain(value.clone()),
            })
        };
        let columns: BTreeMap<&String, ()> =
            self.before.keys().chain(self.after.keys()).map(|column| (column, ())).collect();
        let mut fields = Vec::new();
        for column in columns.into_keys() {
            let (before, after) = (value(column, &self.before)?, value(column, &self.after)?);
            // Changed and changed back in the same step.
            if before != after {
                fields.push(ChangedField { column: column.clone(), before, after });
            }
        }
        Ok(ChangedRow { table: self.table, name, fate: self.fate, fields })
    }
}

/// The tables that columns lead to, by table.
#[derive(Default)]
struct References(HashMap<String, HashMap<String, String>>);

impl References {
    fn of(&mut self, connection: &Connection, table: &str) -> Result<&HashMap<String, String>> {
        if !self.0.contains_key(table) {
            let mut keys =
                connection.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
            let keys = keys.query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let keys = keys.collect::<rusqlite::Result<HashMap<String, String>>>()?;
            self.0.insert(table.to_owned(), keys);
        }
        Ok(self.0.entry(table.to_owned()).or_default())
    }
}
