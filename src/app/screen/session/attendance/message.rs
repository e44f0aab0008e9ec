//! What happens on the tab.

use super::entering::Typed;
use super::page::Again;
use super::pages::SignedPage;
use super::taking_back::Did;
use super::{Look, exchange, list, menu, newcomer, numbers, scans, units};
use crate::app::machine::ColumnWish;
use crate::app::widget::table::Selection;
use crate::domain::attendance::receipt::Receipted;
use crate::domain::attendance::typed::TypedLine;
use crate::domain::attendance::{Attendance, AttendanceStatus, Entered};
use crate::domain::id::{ClusterId, DelegateId, EntryId, SittingId};
use crate::domain::list::KnownPeople;
use crate::domain::print_run::FoundPage;
use crate::export::changed::ChangedPaper;
use crate::paper::PaperKind;
use crate::store::{StoreError, Turn};

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// What counts arrived.
    Loaded(Result<Box<Attendance>, StoreError>),
    /// Another cluster.
    Cluster(ClusterId),
    /// Another sitting.
    Sitting(SittingId),
    /// Something is typed or scanned.
    Typed(String),
    /// Enter, or a key of its own: whoever is meant is this.
    Entered(AttendanceStatus),
    /// A row was selected.
    Selected(Selection),
    /// The head of a column was pressed.
    Sorted(list::What),
    /// The head of a column of units was pressed.
    UnitsSorted(units::What),
    /// What is wanted of a column of the list.
    Shown(ColumnWish),
    /// A row was opened: it is marked present.
    Opened(usize),
    /// All who have no mark are present.
    AllPresent,
    /// Marks were made, or why not.
    Marked(Typed, Result<Entered, StoreError>),
    /// Who signed, was paid and has what is to be compared: the screen shows it.
    Reconcile,
    /// Something in the form for somebody who stands on no list.
    Newcomer(newcomer::Said),
    /// A row was pressed with the other button, or its menu asked for: what can be said of them.
    Menu(usize),
    /// One of these was chosen.
    Chosen(DelegateId, menu::Choice),
    /// Somebody else sits there.
    Substitute,
    /// A key that no control took: a scanner types wherever the focus stands.
    Letter(char),
    /// Receipts were entered, or why not.
    Receipted(Typed, Result<Receipted, StoreError>),
    /// A page was looked for by its code.
    PageFound(String, Box<Result<Option<FoundPage>, StoreError>>),
    /// The units of whom nobody is there fill the screen, or no more.
    Board(bool),
    /// The tab shows it so.
    Look(Look),
    /// The pages that were printed to be signed.
    Pages(Result<Box<Vec<SignedPage>>, StoreError>),
    /// A column of a printed page is to be entered, by its place in the list.
    PageOpened(usize),
    /// Who is absent is read out, of the whole list of the cluster.
    ByList,
    /// A column of the page.
    Column(usize),
    /// What is done with what was entered from it before.
    Again(Again),
    /// Who the names of a line may mean.
    NamesKnown(String, TypedLine, Box<Result<KnownPeople, StoreError>>),
    /// The last entry of this computer is to be taken back.
    Undo,
    /// Which that is, where nothing was done here yet.
    Last(Result<Option<EntryId>, StoreError>),
    /// It was taken back, or why not.
    Undone(Did, Result<(), StoreError>),
    /// A step that was made here was undone, or not.
    StepUndone(Did, Result<Turn, StoreError>),
    /// With scans of signed pages.
    Scans(scans::Message),
    /// In the numbers where there are no names.
    Numbers(numbers::Message),
    /// The sitting is to be closed, or opened again.
    AskClosing,
    /// Why it is opened again.
    Reason(String),
    /// It is closed or opened.
    SetClosed,
    /// It was, or why not.
    ClosingDone(Result<(), StoreError>),
    /// The question is put away.
    Dismiss,
    /// To other computers and back.
    Exchange(exchange::Message),
    /// The papers that were printed and say something else now.
    PapersChanged(Result<Vec<ChangedPaper>, StoreError>),
    /// To one of them.
    PrintAgain(PaperKind),
    /// To the programme, where sittings are made.
    Programme,
    /// What was answered or typed goes.
    Escape,
}
