//! What the user decides about the rows of a list.

use super::{ImportPlan, PlannedRow, RowOutcome, Twin};
use crate::domain::person::PersonDetails;

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Nothing.
    Skip,
    /// The one it collides with takes over what the row says.
    Update,
    /// A delegate of its own.
    Add,
}

/// What a row is, without what belongs to it: to decide about all rows of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// [`RowOutcome::New`].
    New,
    /// [`RowOutcome::Update`].
    Update,
    /// [`RowOutcome::Same`].
    Same,
    /// [`RowOutcome::Duplicate`].
    Duplicate,
    /// [`RowOutcome::Error`].
    Error,
}

/// Whom a row collides with, to be shown beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collision {
    /// Who it is.
    pub with: Twin,
    /// What is known of them.
    pub known: PersonDetails,
    /// What would be known after [`Choice::Update`].
    pub updated: PersonDetails,
}

/// A field in which two records differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Its name, as in JSON: `birth`, `unit`, ….
    pub field: &'static str,
    /// What is known.
    pub known: Option<String>,
    /// What the row says.
    pub row: Option<String>,
}

impl RowOutcome {
    /// The kind of it.
    pub fn kind(&self) -> RowKind {
        match self {
            Self::New(_) => RowKind::New,
            Self::Update(_) => RowKind::Update,
            Self::Same(_) => RowKind::Same,
            Self::Duplicate(..) => RowKind::Duplicate,
            Self::Error(_) => RowKind::Error,
        }
    }
}

impl Collision {
    /// The fields in which the row differs from what is known; a field of which the
    /// row says nothing does not differ.
    pub fn differences(&self, row: &PersonDetails) -> Vec<Difference> {
        let pairs = fields(&self.known).into_iter().zip(fields(row));
        pairs
            .filter(|((_, known), (_, row))| row.is_some() && known != row)
            .map(|((field, known), (_, row))| Difference { field, known, row })
            .collect()
    }
}

/// The fields of a person as text; dates as EDTF.
fn fields(person: &PersonDetails) -> [(&'static str, Option<String>); 7] {
    [
        ("full_name", Some(person.full_name.clone())),
        ("gender", person.gender.map(|gender| gender.code().to_owned())),
        ("birth", person.birth.map(|birth| birth.to_string())),
        ("position", person.position.clone()),
        ("unit", person.unit.clone()),
        ("phone", person.phone.clone()),
        ("note", person.note.clone()),
    ]
}

impl PlannedRow {
    /// What can be decided about the row; the first is what happens unless another is
    /// chosen.
    pub fn choices(&self) -> &'static [Choice] {
        match (&self.outcome, &self.collision) {
            (RowOutcome::New(None), Some(_)) => &[Choice::Add, Choice::Update, Choice::Skip],
            (RowOutcome::New(_), _) => &[Choice::Add, Choice::Skip],
            (RowOutcome::Update(_), _) => &[Choice::Update, Choice::Skip],
            (RowOutcome::Duplicate(Twin::Delegate(_), _), Some(_)) => {
                &[Choice::Skip, Choice::Update, Choice::Add]
            }
            (RowOutcome::Duplicate(..), _) => &[Choice::Skip, Choice::Add],
            (RowOutcome::Same(_) | RowOutcome::Error(_), _) => &[Choice::Skip],
        }
    }

    /// Decides about the row; `false`, and nothing changed, for what cannot be chosen.
    pub fn choose(&mut self, choice: Choice) -> bool {
        let can = self.choices().contains(&choice);
        if can {
            self.choice = choice;
        }
        can
    }
}

impl ImportPlan {
    /// Decides about all rows of a kind that let it be chosen; returns how many.
    pub fn choose_for(&mut self, kind: RowKind, choice: Choice) -> usize {
        self.rows
            .iter_mut()
            .filter(|row| row.outcome.kind() == kind)
            .filter_map(|row| row.choose(choice).then_some(()))
            .count()
    }
}
