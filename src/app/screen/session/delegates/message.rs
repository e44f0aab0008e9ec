//! What happens on the tab.

use std::path::PathBuf;

use super::super::super::person_form::Change;
use super::super::super::{Told, erasing, import as intake_page};
use super::lines::{Filter, Key, OwnFilter};
use super::{adding, divide, groups, imported, own_columns};
use crate::app::machine::ColumnWish;
use crate::app::widget::table::Selection;
use crate::domain::id::{ClusterId, DelegateId, OwnColumnId, PersonId};
use crate::domain::list::ImportRecord;
use crate::domain::numbering::Lists;
use crate::domain::session::ListOrder;
use crate::store::StoreError;

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// The name that the register keeps of this erased person is to go: the dialog for that.
    AskRegister(PersonId, String),
    /// In that dialog.
    Register(erasing::Message),
    /// The search words changed.
    Searched(String),
    /// Other rows are to be seen.
    Filtered(Filter),
    /// Only those of whom this stands in an own column are to be seen; all for none.
    OwnFiltered(Option<OwnFilter>),
    /// The session's own columns are to be seen.
    ShowOwn,
    /// In that dialog.
    InOwn(own_columns::Message),
    /// What stands in an own column of these was committed.
    OwnChanged(OwnColumnId, Vec<DelegateId>, String),
    /// Chia tổ.
    Groups,
    /// In that dialog.
    Grouping(groups::Message),
    /// The groups were written.
    Grouped,
    /// Another order.
    Sorted(Key),
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Those selected are dragged, or were let go.
    Dragged(bool),
    /// Rows were selected.
    Selected(Selection),
    /// The first field of what is selected is wanted.
    Edit,
    /// The panel closes.
    ClosePanel,
    /// Somebody said that they will not come: the screen opens the form for it.
    Announce(DelegateId),
    /// What is open closes: Esc.
    Escape,
    /// A field of a delegate was committed.
    Changed(DelegateId, Change),
    /// A field of several was committed: it is the same for all of them.
    ChangedAll(Vec<DelegateId>, Change),
    /// The form for somebody new is wanted.
    Add,
    /// In that form.
    Adding(adding::Message),
    /// Somebody new was added, or not.
    Added(Result<Vec<DelegateId>, StoreError>),
    /// These go to a cluster, or out of theirs.
    Move(Vec<DelegateId>, Option<ClusterId>),
    /// These are taken off the list.
    Remove(Vec<DelegateId>),
    /// What is selected is taken off the list: Delete.
    RemoveSelected,
    /// These are put back on the list.
    PutBack(Vec<DelegateId>),
    /// Chia cụm.
    Divide,
    /// In that dialog.
    Dividing(divide::Message),
    /// The division was written.
    Divided,
    /// The order of the list, and so its numbers.
    Number(ListOrder),
    /// Chốt danh sách.
    Fix(Lists),
    /// Mở lại danh sách.
    Reopen(Lists),
    /// Which lists were read in is to be seen.
    ShowImported,
    /// They arrived; the lines of one that did not come in may be wanted at once.
    Imported(Result<Vec<ImportRecord>, StoreError>, Option<i64>),
    /// In that dialog.
    InImported(imported::Message),
    /// The rows in view are to be saved for Excel.
    Export,
    /// A place for them was chosen.
    ExportTo(Option<PathBuf>),
    /// They were saved, or why not.
    Exported(Told),
    /// An empty list for the communes is to be saved.
    ListForm,
    /// A place for it was chosen.
    ListFormTo(Option<PathBuf>),
    /// A list is to be chosen and read in.
    PickList,
    /// Lists to read in; none when the dialog was closed.
    ImportLists(Vec<PathBuf>),
    /// What was copied elsewhere is to be read in.
    Paste,
    /// What was copied.
    Pasted(Option<String>),
    /// On the page of a list that is read in.
    Import(intake_page::Message),
}
