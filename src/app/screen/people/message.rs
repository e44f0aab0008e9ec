//! What happens in the registry of people.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::person_form::Change;
use super::super::{Told, erasing};
use super::facets::Facets;
use super::list::Filter;
use super::{adding, merging, positions, sensitive};
use crate::app::machine::ColumnWish;
use crate::app::widget::table::Selection;
use crate::domain::held::HeldOnPerson;
use crate::domain::id::{PersonId, SessionId};
use crate::domain::person::PersonDetails;
use crate::domain::registry::{HeldPosition, Order, PeopleEdit, PersonRecord, Registry};
use crate::domain::session::SessionSummary;
use crate::store::StoreError;

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The registry arrived.
    Loaded(Result<Arc<Registry>, StoreError>),
    /// What fields offer was found out, of this registry.
    Facets(Arc<Registry>, Box<Facets>),
    /// The sessions arrived.
    Sessions(Result<Vec<SessionSummary>, StoreError>),
    /// The person in the panel arrived, as they were after so many changes.
    Record(Result<Box<PersonRecord>, StoreError>),
    /// Other lines are to be seen.
    Filtered(Filter),
    /// Another order.
    Sorted(Order),
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Rows were selected.
    Selected(Selection),
    /// The first field of who is selected is wanted.
    Edit,
    /// The panel closes; a form in it that was begun is asked about.
    ClosePanel,
    /// What is open closes: Esc.
    Escape,
    /// A field of the person in the panel was committed.
    Changed(PersonId, Change),
    /// The name lists order by was committed.
    SortName(PersonId, String),
    /// On the positions beside the main one, of which these were on show.
    Positions(PersonId, Vec<HeldPosition>, positions::Message),
    /// The fields for what is sensitive are wanted.
    ShowSensitive,
    /// One of them was committed.
    Sensitive(PersonId, sensitive::Change),
    /// These are changed together.
    Together(Vec<PersonId>, PeopleEdit),
    /// These are to go.
    Remove(Vec<PersonId>),
    /// They went.
    Removed,
    /// These are called to a session.
    Call(Vec<PersonId>, SessionId),
    /// The form for somebody new is wanted.
    Add,
    /// In that form.
    Form(adding::Message),
    /// Somebody new was added, or not.
    Added(Result<PersonId, StoreError>),
    /// These two are to become one.
    Merge(Vec<PersonId>),
    /// All that is known of the two arrived.
    Both(Result<Vec<(PersonId, PersonDetails)>, StoreError>),
    /// In the dialog for merging.
    Merging(merging::Message),
    /// They are one.
    Merged(PersonId),
    /// What is held on somebody of this name is to be erased: the dialog for that.
    AskErase(PersonId, String),
    /// In that dialog.
    Erasing(erasing::Message),
    /// All that is held on somebody is wanted in a file.
    HandOut(PersonId),
    /// A place for it was chosen.
    HandOutTo(PersonId, Option<PathBuf>),
    /// It was read.
    HandedOut(PathBuf, Result<Box<HeldOnPerson>, StoreError>),
    /// A session is to be shown.
    Open(SessionId),
    /// What was done about a person is to be seen.
    History(PersonId),
    /// The lines in view are to be saved for Excel.
    Export,
    /// A place for them was chosen.
    ExportTo(Option<PathBuf>),
    /// They were saved, or why not.
    Exported(Told),
}
