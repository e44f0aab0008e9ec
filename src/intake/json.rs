//! A plan as `import --json` prints it.

use serde::Serialize;

use crate::domain::list::{ImportCounts, ImportPlan, ListEncoding, PlannedRow, RowOutcome};
use crate::domain::person::Gender;
use crate::locale::Locale;

/// The whole plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportJson<'a> {
    /// In what letters the list was written.
    pub encoding: ListEncoding,
    /// One entry per person row.
    pub rows: Vec<RowJson<'a>>,
    /// How many rows have each status.
    pub counts: ImportCounts,
}

/// One person row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowJson<'a> {
    /// Row number in the file, from 1.
    pub row: u32,
    /// `new`, `update`, `same`, `duplicate` or `error`.
    pub status: &'static str,
    /// `known` when the registry knows the person, else `new`.
    pub person: &'static str,
    /// Họ và tên.
    pub full_name: &'a str,
    /// Giới tính.
    pub gender: Option<Gender>,
    /// The year of birth, also of a full date.
    pub birth_year: Option<i16>,
    /// The date of birth, only when the day is known.
    pub birth_date: Option<String>,
    /// Chức vụ.
    pub position: Option<&'a str>,
    /// Đơn vị, as it will be printed.
    pub unit: Option<&'a str>,
    /// Số điện thoại.
    pub phone: Option<&'a str>,
    /// Why a decision is needed or what is wrong.
    pub message: Option<String>,
}

impl<'a> ImportJson<'a> {
    /// The plan with its messages in the language of `locale`.
    pub fn new(plan: &'a ImportPlan, locale: &Locale) -> Self {
        let rows = plan.rows.iter().map(|row| RowJson::new(row, plan.knows(row), locale)).collect();
        Self { encoding: plan.encoding, rows, counts: plan.counts() }
    }
}

impl<'a> RowJson<'a> {
    fn new(planned: &'a PlannedRow, known: bool, locale: &Locale) -> Self {
        let person = &planned.person;
        let (status, message) = match &planned.outcome {
            RowOutcome::New(_) => ("new", None),
            RowOutcome::Update(_) => ("update", None),
            RowOutcome::Same(_) => ("same", None),
            RowOutcome::Duplicate(_, message) => ("duplicate", Some(message)),
            RowOutcome::Error(message) => ("error", Some(message)),
        };
        Self {
            row: planned.row,
            status,
            person: if known { "known" } else { "new" },
            full_name: &person.full_name,
            gender: person.gender,
            birth_year: person.birth.and_then(|birth| birth.year()),
            birth_date: person.birth.and_then(|birth| birth.calendar()).map(|date| date.to_string()),
            position: person.position.as_deref(),
            unit: person.unit.as_deref(),
            phone: person.phone.as_deref(),
            message: message.map(|message| locale.say(message)),
        }
    }
}
