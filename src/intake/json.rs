//! A plan as `import --json` prints it.

use serde::Serialize;

use super::{Layout, ReadList, in_small_letters};
use crate::domain::list::{
    Choice, Collision, ImportCounts, ImportPlan, ListEncoding, ListLine, PlannedRow, RowOutcome, Twin,
};
use crate::domain::person_json::PersonJson;
use crate::locale::Locale;

/// The whole plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImportJson<'a> {
    /// In what letters the list was written.
    pub encoding: ListEncoding,
    /// What each column was taken for, from the left.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnJson<'a>>,
    /// One entry per person row.
    pub rows: Vec<RowJson<'a>>,
    /// How many rows have each status.
    pub counts: ImportCounts,
    /// How many rows are doubtful, of whatever status.
    pub doubtful: usize,
    /// Every line of the list that is not empty.
    pub lines: &'a [ListLine],
    /// Who sent each sheet with a list.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub senders: Vec<SenderJson<'a>>,
    /// Where the list contradicts itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// Who sent a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SenderJson<'a> {
    /// Its name; empty where the file has no sheets.
    pub sheet: &'a str,
    /// The commune; none where nothing says it.
    pub commune: Option<&'a str>,
    /// What says so.
    pub by: Option<&'static str>,
}

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnJson<'a> {
    /// Its place, from 0.
    pub index: u32,
    /// Its heading; empty without one.
    pub heading: &'a str,
    /// What it holds, by its code; `other` is not read.
    pub field: &'static str,
    /// The own column of the session that it fills.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<&'a str>,
    /// Whether heading or content say so.
    pub understood: bool,
}

/// Whom a row changes or may mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CollisionJson {
    /// `delegate`, `person` or `row`.
    pub with: &'static str,
    /// The id, or the place of the row in `rows`, from 0.
    pub id: i64,
    /// The fields in which the row says something else.
    pub differences: Vec<DifferenceJson>,
}

/// A field in which a row and the one it collides with differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DifferenceJson {
    /// Its name, as in the row.
    pub field: &'static str,
    /// What is known; dates as EDTF.
    pub known: Option<String>,
    /// What the row says.
    pub row: Option<String>,
}

/// One person row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowJson<'a> {
    /// Row number in its sheet, from 1.
    pub row: u32,
    /// The sheet, where the file has several lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<&'a str>,
    /// `new`, `update`, `same`, `duplicate` or `error`.
    pub status: &'static str,
    /// `known` when the registry knows the person, else `new`.
    pub person: &'static str,
    /// Their fields.
    #[serde(flatten)]
    pub details: PersonJson<'a>,
    /// Why a decision is needed or what is wrong.
    pub message: Option<String>,
    /// Whether the row may be nobody, or not the person as written.
    pub doubtful: bool,
    /// Why, where it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What becomes of the row: `skip`, `update` or `add`.
    pub choice: &'static str,
    /// Whom it changes, or may mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collision: Option<CollisionJson>,
    /// What was read but should be looked at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// A name in capitals as "Viết Hoa Từng Chữ": an offer, not applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offered_name: Option<String>,
}

impl<'a> ImportJson<'a> {
    /// The plan with its messages in the language of `locale`.
    pub fn new(plan: &'a ImportPlan, locale: &Locale) -> Self {
        let rows = plan.rows.iter().map(|row| RowJson::new(row, plan.knows(row), locale)).collect();
        Self {
            encoding: plan.encoding,
            columns: Vec::new(),
            rows,
            counts: plan.counts(),
            doubtful: plan.doubtful(),
            lines: &plan.lines,
            senders: Vec::new(),
            remarks: plan.remarks.iter().map(|remark| locale.say(remark)).collect(),
        }
    }

    /// The same with what the list itself says: what each column was taken for, who sent it, where it
    /// contradicts itself.
    #[must_use]
    pub fn of_list(mut self, list: &'a ReadList, locale: &Locale) -> Self {
        self.senders = list
            .sheets
            .iter()
            .map(|sheet| SenderJson {
                sheet: &sheet.name,
                commune: sheet.sender.as_ref().map(|sender| sender.commune.as_str()),
                by: sheet.sender.as_ref().map(|sender| sender.by.code()),
            })
            .collect();
        self.remarks.splice(..0, list.remarks.iter().map(|remark| locale.say(remark)));
        self.with_columns(&list.layout)
    }

    /// The same with what each column was taken for.
    #[must_use]
    pub fn with_columns(mut self, layout: &'a Layout) -> Self {
        let columns = layout.columns.iter().map(|column| ColumnJson {
            index: column.index,
            heading: &column.heading,
            field: column.field.code(),
            own: column.own.as_deref(),
            understood: column.understood,
        });
        self.columns = columns.collect();
        self
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
            sheet: planned.sheet.as_deref(),
            status,
            person: if known { "known" } else { "new" },
            details: PersonJson(person),
            message: message.or(planned.doubts.first()).map(|message| locale.say(message)),
            doubtful: planned.is_doubtful(),
            why: why(planned, locale),
            choice: match planned.choice {
                Choice::Skip => "skip",
                Choice::Update => "update",
                Choice::Add => "add",
            },
            collision: planned.collision.as_deref().map(|collision| CollisionJson::new(collision, planned)),
            remarks: planned.remarks.iter().map(|remark| locale.say(remark)).collect(),
            offered_name: in_small_letters(&person.full_name),
        }
    }
}

/// Why a row is doubtful: all reasons, one after the other.
fn why(planned: &PlannedRow, locale: &Locale) -> Option<String> {
    let error = match &planned.outcome {
        RowOutcome::Error(message) => Some(message),
        _ => None,
    };
    let reasons: Vec<String> =
        error.into_iter().chain(&planned.doubts).map(|reason| locale.say(reason)).collect();
    (!reasons.is_empty()).then(|| reasons.join(" "))
}

impl CollisionJson {
    fn new(collision: &Collision, planned: &PlannedRow) -> Self {
        let (with, id) = match collision.with {
            Twin::Delegate(delegate) => ("delegate", delegate.0),
            Twin::Person(person) => ("person", person.0),
            Twin::Row(place) => ("row", i64::try_from(place).unwrap_or(i64::MAX)),
        };
        let differences = collision.differences(&planned.person).into_iter();
        let differences = differences
            .map(|difference| DifferenceJson {
                field: difference.field.code(),
                known: difference.known,
                row: difference.row,
            })
            .collect();
        Self { with, id, differences }
    }
}
