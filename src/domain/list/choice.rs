//! What the user decides about the rows of a list.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{ImportPlan, PlannedRow, RowOutcome, Twin};
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;

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

/// What came of a wish to decide about rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decided {
    /// How many rows are decided so. Rows for which it cannot be chosen are passed over.
    pub chosen: usize,
    /// Rows that stay as they were, each with the one that stands for the same person
    /// already, by their places: two rows that change one person would overwrite each
    /// other.
    pub taken: Vec<(usize, usize)>,
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
    /// Whether they were taken off the list: [`Choice::Update`] puts them back.
    pub withdrawn: bool,
    /// What is known of them.
    pub known: PersonDetails,
    /// What would be known after [`Choice::Update`] if all of it were taken.
    pub updated: PersonDetails,
    /// The fields in which the user wants what is known to stay.
    pub kept: Vec<PersonField>,
}

/// A field in which two records differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which one.
    pub field: PersonField,
    /// What is known; dates as EDTF.
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
        let pairs =
            PersonField::shared().map(|field| (field, field.written(&self.known), field.written(row)));
        pairs
            .filter(|(_, known, row)| row.is_some() && known != row)
            .map(|(field, known, row)| Difference { field, known, row })
            .collect()
    }

    /// The fields that an update would change.
    pub fn changes(&self) -> impl Iterator<Item = PersonField> {
        PersonField::shared().filter(|field| !field.is_same(&self.known, &self.updated))
    }

    /// What will be known after an update: without the fields that are to stay.
    pub fn taken(&self) -> PersonDetails {
        let mut taken = self.updated.clone();
        for field in &self.kept {
            field.copy(&self.known, &mut taken);
        }
        taken
    }
}

impl PlannedRow {
    /// What can be decided about the row; the first is what happens unless another is
    /// chosen.
    pub fn choices(&self) -> &'static [Choice] {
        if !self.doubts.is_empty() {
            return self.choices_in_doubt();
        }
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

    /// The same where the row may be nobody: nothing happens unless it is chosen.
    fn choices_in_doubt(&self) -> &'static [Choice] {
        match (&self.outcome, &self.collision) {
            (RowOutcome::New(None), Some(_)) => &[Choice::Skip, Choice::Add, Choice::Update],
            (RowOutcome::New(_), _) => &[Choice::Skip, Choice::Add],
            (RowOutcome::Update(_), _) => &[Choice::Skip, Choice::Update],
            (RowOutcome::Duplicate(Twin::Delegate(_), _), Some(_)) => {
                &[Choice::Skip, Choice::Update, Choice::Add]
            }
            (RowOutcome::Duplicate(..), _) => &[Choice::Skip, Choice::Add],
            (RowOutcome::Same(_) | RowOutcome::Error(_), _) => &[Choice::Skip],
        }
    }

    /// Who stands in the data file once the row is written as it is decided.
    pub fn written(&self) -> Cow<'_, PersonDetails> {
        match (self.choice, &self.outcome, &self.collision) {
            (Choice::Update, _, Some(collision)) | (_, RowOutcome::New(Some(_)), Some(collision)) => {
                Cow::Owned(collision.taken())
            }
            _ => Cow::Borrowed(&self.person),
        }
    }

    /// Whom of those known the row stands for under a choice; `None` for somebody new
    /// and for nobody.
    fn stands_for(&self, choice: Choice) -> Option<Twin> {
        match (choice, &self.outcome) {
            (Choice::Skip, _) => None,
            (Choice::Add, RowOutcome::New(Some(person))) => Some(Twin::Person(*person)),
            (Choice::Add, _) => None,
            (Choice::Update, RowOutcome::Update(delegate)) => Some(Twin::Delegate(*delegate)),
            (Choice::Update, _) => self.collision.as_ref().map(|collision| collision.with),
        }
    }
}

impl ImportPlan {
    /// Decides about rows, by their places.
    pub fn choose(&mut self, places: &[usize], choice: Choice) -> Decided {
        let holders = self.rows.iter().enumerate();
        let mut holders: HashMap<Twin, usize> =
            holders.filter_map(|(place, row)| Some((row.stands_for(row.choice)?, place))).collect();
        let mut decided = Decided::default();
        for &place in places {
            let Some(row) = self.rows.get_mut(place).filter(|row| row.choices().contains(&choice)) else {
                continue;
            };
            let wanted = row.stands_for(choice);
            match wanted.and_then(|wanted| holders.get(&wanted)).filter(|holder| **holder != place) {
                Some(holder) => decided.taken.push((place, *holder)),
                None => {
                    if let Some(left) = row.stands_for(row.choice) {
                        holders.remove(&left);
                    }
                    holders.extend(wanted.map(|wanted| (wanted, place)));
                    row.choice = choice;
                    decided.chosen += 1;
                }
            }
        }
        decided
    }

    /// Decides about all rows of a kind.
    pub fn choose_for(&mut self, kind: RowKind, choice: Choice) -> Decided {
        let of_kind = |place: &usize| self.rows[*place].outcome.kind() == kind;
        let places: Vec<usize> = (0..self.rows.len()).filter(of_kind).collect();
        self.choose(&places, choice)
    }
}
