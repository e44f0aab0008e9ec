//! Đơn vị: the tree of units, one to edit beside it with its people, and what the
//! reform does with them: merging, ending, moving people.

pub mod dialog;
mod edit;
mod export;
mod panel;
mod people;
mod rows;
mod words;

use std::collections::HashSet;

use iced::widget::Id;
use iced::{Element, Task};

use super::naming::Naming;
use super::tree::{self, Rows};
use super::{Action, Context, Header, id_in};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::widget::table::{Fold, Selection};
use crate::app::widget::{button, chip, empty, search};
use crate::domain::id::{PersonId, UnitId};
use crate::domain::person::PersonDetails;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::UnitTree;
use crate::guide::Page;
use crate::sentence::Explain;
use crate::store::StoreError;

/// Width of the panel beside the tree.
const SIDE: f32 = 372.0;
/// So many units are shown unfolded when the screen opens.
const FEW: usize = 60;

/// The tables this screen shows.
pub const READS: &[&str] =
    &["unit", "unit_successor", "person", "person_unit", "person_position", "cluster_unit", "delegate"];

/// What is on show.
#[derive(Default)]
pub struct State {
    /// `None` until it arrived.
    tree: Option<UnitTree>,
    words: String,
    /// Whether units that ended are shown, too.
    with_ended: bool,
    /// Units whose inside is shown.
    opened: HashSet<UnitId>,
    /// The units of the table, and the one in the panel.
    rows: Rows<UnitId>,
    /// Its first people.
    people: Vec<(PersonId, PersonDetails)>,
    people_selection: Selection,
    /// A field that gets the focus when what was added has arrived.
    awaited: Option<UnitId>,
    dialog: Option<dialog::Dialog>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The units arrived.
    Loaded(Result<Box<UnitTree>, StoreError>),
    /// The first people of a unit arrived.
    People(UnitId, Result<Vec<(PersonId, PersonDetails)>, StoreError>),
    /// The search words changed.
    Searched(String),
    /// Units that ended are shown, or not.
    Ended(bool),
    /// What is wanted of a column.
    Column(ColumnWish),
    /// Rows were selected.
    Selected(Selection),
    /// What is inside a row is shown (`Some(true)`), folded, or the other way round.
    Turned(usize, Fold),
    /// A new unit is wanted, inside another or at the top.
    Add(Option<UnitId>),
    /// It was added.
    Added(UnitId),
    /// Another unit is to be shown.
    Show(UnitId),
    /// The panel closes.
    Close,
    /// In the fields of the panel.
    Edit(edit::Message),
    /// People of the panel were selected.
    PeopleSelected(Selection),
    /// The unit is to end today, or to live on.
    End(bool),
    /// The unit is to go.
    Remove,
    /// In a dialog.
    Dialog(dialog::Message),
    /// In files.
    Export(export::Message),
}

impl State {
    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let units = job::ask(context.store.units()).map(|answer| Message::Loaded(answer.map(Box::new)));
        Task::batch([units, self.load_people(context)])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        let store = context.store;
        match message {
            Message::Loaded(Ok(tree)) => return self.take_in(*tree),
            Message::Loaded(Err(error)) | Message::People(_, Err(error)) => {
                return Action::Fail(error.explain());
            }
            Message::People(unit, Ok(people)) => self.take_in_people(unit, people),
            Message::Searched(words) => {
                self.words = words;
                self.find();
            }
            Message::Ended(shown) => {
                self.with_ended = shown;
                self.find();
            }
            Message::Column(wish) => return Action::Column(wish),
            Message::Selected(selection) => {
                let unit = self.rows.select(selection);
                return self.show(unit, context);
            }
            Message::Turned(row, fold) => self.turn(row, fold),
            Message::Add(parent) => {
                let (naming, asked) = Naming::ask(parent);
                self.dialog = Some(dialog::Dialog::New(naming));
                return asked;
            }
            Message::Added(id) => {
                self.dialog = None;
                self.words.clear();
                self.awaited = Some(id);
                return self.show(Some(id), context);
            }
            Message::Show(id) => {
                self.words.clear();
                if let Some(unit) = self.tree.as_ref().and_then(|tree| tree.get(id)) {
                    self.with_ended |= !unit.fields.lives();
                }
                let action = self.show(Some(id), context);
                self.unfold_to(id);
                self.find();
                return action;
            }
            Message::Close => {
                self.rows.selection.clear();
                return self.show(None, context);
            }
            Message::Edit(message) => return self.edit(message, context),
            Message::PeopleSelected(selection) => self.people_selection = selection,
            Message::End(ends) => {
                let Some(unit) = self.rows.open else { return Action::None };
                let last = if ends { dialog::today() } else { None };
                return Action::write(store.end_unit(unit, last), |()| None);
            }
            Message::Remove => {
                let Some(unit) = self.rows.open else { return Action::None };
                return Action::write(store.remove_unit(unit), |()| Some(Message::Close));
            }
            Message::Dialog(message) => return self.in_dialog(message, context),
            Message::Export(message) => return self.export(message, context),
        }
        Action::None
    }

    fn take_in(&mut self, tree: UnitTree) -> Action<Message> {
        if self.tree.is_none() {
            let few = tree.units().len() <= FEW;
            let opened = tree.units().iter().filter(|one| few || one.depth == 0);
            self.opened = opened.map(|one| one.id).collect();
        }
        self.tree = Some(tree);
        let awaited = self.awaited.take();
        if let Some(id) = awaited {
            self.unfold_to(id);
        }
        self.find();
        match awaited {
            Some(_) => Action::Run(iced::widget::operation::focus(Id::new(panel::NAME))),
            None => Action::None,
        }
    }

    /// Shows a unit in the panel.
    fn show(&mut self, unit: Option<UnitId>, context: Context<'_>) -> Action<Message> {
        if unit == self.rows.open {
            return Action::None;
        }
        self.rows.open = unit;
        self.people.clear();
        self.people_selection.clear();
        match unit {
            Some(unit) => {
                Action::ask(people::ask(unit, context), move |answer| Message::People(unit, answer))
            }
            None => Action::None,
        }
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        Page::Units
    }

    /// Shows the unit a key of a field is of, as soon as it is in view.
    pub fn reveal(&mut self, key: &str) {
        if let Some(id) = id_in(key, "unit").map(UnitId) {
            self.rows.open = Some(id);
            self.awaited = Some(id);
        }
    }

    /// Shows and folds what is inside a row.
    fn turn(&mut self, row: usize, fold: Fold) {
        let Some(unit) = self.rows.at(row) else { return };
        let open = match fold {
            Fold::Open => true,
            Fold::Close => false,
            Fold::Turn => !self.opened.contains(&unit),
        };
        if open {
            self.opened.insert(unit);
        } else {
            self.opened.remove(&unit);
        }
        self.find();
    }

    /// Unfolds what a unit is inside of.
    fn unfold_to(&mut self, id: UnitId) {
        if let Some(tree) = &self.tree {
            self.opened.extend(tree.above(id).map(|one| one.id));
        }
    }

    /// Finds the rows of the table anew, and the row of the unit in the panel.
    fn find(&mut self) {
        let Some(tree) = &self.tree else { return };
        let ids = rows::rows(tree, &self.words, self.with_ended, &self.opened);
        // What was just added has not arrived yet.
        let there = self.awaited.is_some() || self.rows.open.is_some_and(|id| tree.get(id).is_some());
        self.rows.show(ids, there);
    }

    /// What a new unit inside another most likely is.
    pub(super) fn kind_inside(&self, parent: Option<UnitId>) -> UnitKind {
        let parent = parent.and_then(|id| self.tree.as_ref()?.get(id));
        match parent.map(|one| one.fields.kind) {
            None | Some(UnitKind::Province | UnitKind::District) => UnitKind::Commune,
            Some(UnitKind::Central) => UnitKind::Province,
            Some(UnitKind::Commune) => UnitKind::ResidentialArea,
            Some(UnitKind::ResidentialArea | UnitKind::Body) => UnitKind::Body,
        }
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if self.dialog.is_some() {
            return (shortcut == Shortcut::Escape).then_some(Message::Dialog(dialog::Message::Close));
        }
        match shortcut {
            Shortcut::New => Some(Message::Add(self.rows.open)),
            Shortcut::Paste => Some(Message::Dialog(dialog::Message::Import(dialog::ImportMessage::Paste))),
            Shortcut::Delete if self.rows.open.is_some() => Some(Message::Remove),
            Shortcut::Escape if self.rows.is_any_meant() => Some(Message::Close),
            other => other.step(&self.rows.selection, self.rows.ids.len()).map(Message::Selected),
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let above = self.tree.as_ref().map(|tree| words::count(tree, context)).unwrap_or_default();
        let mut header = Header::new(above, context.t("window-units-nav"));
        let some = self.tree.as_ref().is_some_and(|tree| !tree.units().is_empty());
        header.actions.push(
            button::secondary(Some(Icon::FileSpreadsheet), context.t("window-units-export"))
                .id("units-export")
                .on_press_maybe(some.then_some(Message::Export(export::Message::Pick)))
                .into(),
        );
        let import = Message::Dialog(dialog::Message::Import(dialog::ImportMessage::Choose));
        header.actions.push(
            button::secondary(Some(Icon::FileUp), context.t("window-units-import"))
                .id("units-import")
                .on_press_maybe(context.if_writable(import))
                .into(),
        );
        header.actions.push(
            button::primary(Some(Icon::Plus), context.t("window-units-add"))
                .id("unit-add")
                .on_press_maybe(context.if_writable(Message::Add(None)))
                .into(),
        );
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(units) = &self.tree else { return iced::widget::space().into() };
        if units.units().is_empty() {
            let add = button::primary(Some(Icon::Plus), context.t("window-units-add"))
                .on_press_maybe(context.if_writable(Message::Add(None)))
                .into();
            let (title, cure) = (context.t("window-units-none"), context.t("window-units-none-cure"));
            return empty::empty(Icon::Building2, title, cure, [add]);
        }
        let (hint, hits) = (context.t("window-units-search"), (&self.rows.selection, self.rows.ids.len()));
        let find = search::stepping(&self.words, &hint, Message::Searched, hits, Message::Selected);
        let which = [(false, context.t("window-units-living")), (true, context.t("window-units-with-ended"))];
        let which = chip::choices(which, &self.with_ended, Message::Ended);
        let filters = tree::filters(find, 300.0, which, self.rows.is_tight(context));
        let body: Element<'_, Message> = match self.rows.ids.is_empty() {
            false => self.table(units, context),
            true => {
                let (title, cure) =
                    (context.t("window-nothing-found"), context.t("window-units-nothing-cure"));
                empty::empty(Icon::Search, title, cure, [])
            }
        };
        tree::beside(vec![filters, body], self.side(units, context), SIDE, context)
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let (dialog, tree) = self.dialog.as_ref().zip(self.tree.as_ref())?;
        Some(dialog.view(tree, context).map(Message::Dialog))
    }

    /// The units that are selected, in words.
    fn selection_words(&self, context: Context<'_>) -> String {
        context.count("window-units-selected", self.rows.selection.len())
    }
}
