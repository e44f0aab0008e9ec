//! Đơn vị: the units of the registry as a tree, one to edit beside it, several to
//! merge.

mod labels;
mod merging;
mod panel;
mod table;

use std::collections::HashSet;
use std::path::PathBuf;

use iced::widget::operation::focus;
use iced::{Element, Task};

use super::list_out::{self, ListOut};
use super::{Action, Context, Header};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::widget::button;
use crate::app::widget::table::Selection;
use crate::domain::date::FuzzyDate;
use crate::domain::id::{PersonId, UnitId};
use crate::domain::person::PersonDetails;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{UnitFields, UnitTree};
use crate::message::{Explain, Message as Sentence};
use crate::store::StoreError;
use labels::Labels;

/// Names the table.
const TABLE: &str = "units";
/// Names the first field of the panel.
const NAME_FIELD: &str = "unit-name";
/// A tree of no more units is shown unfolded.
const FEW: usize = 120;

/// A field of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Tên.
    Name,
    /// Loại.
    Kind,
    /// Mã.
    Code,
    /// Since when.
    From,
    /// Until when.
    To,
    /// What it stands in.
    Parent,
    /// Where its people go.
    People,
}

impl What {
    /// The field's name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Code => "code",
            Self::From => "valid_from",
            Self::To => "valid_to",
            Self::Parent => "parent",
            Self::People => "people",
        }
    }
}

/// What was committed in a field.
#[derive(Debug, Clone)]
pub enum Change {
    /// Its name.
    Name(String),
    /// What it is.
    Kind(UnitKind),
    /// Its code.
    Code(String),
    /// First day.
    From(Option<FuzzyDate>),
    /// Last day.
    To(Option<FuzzyDate>),
}

/// What is on show.
#[derive(Default)]
pub struct State {
    /// `None` until it arrived.
    tree: Option<UnitTree>,
    /// Units as fields name them.
    labels: Labels,
    /// How many changes were sent from here: an older answer is not shown.
    edits: u64,
    words: String,
    /// Whether those that ended are in view.
    ended: bool,
    /// Units whose parts are in view; `None` until it was decided.
    open: Option<HashSet<UnitId>>,
    /// Units in the rows of the table.
    shown: Vec<UnitId>,
    selection: Selection,
    /// The people of the unit in the panel.
    people: Option<(UnitId, Vec<(PersonId, PersonDetails)>)>,
    refused: Option<(What, StoreError)>,
    merging: Option<merging::State>,
    /// What to select as soon as it is there.
    wanted: Option<UnitId>,
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The units arrived, as they were after so many changes.
    Loaded(u64, Result<Box<UnitTree>, StoreError>),
    /// The people of a unit arrived.
    People(UnitId, Result<Vec<(PersonId, PersonDetails)>, StoreError>),
    /// The search words changed.
    Searched(String),
    /// Those that ended are wanted in view, or not.
    Ended(bool),
    /// Rows were selected.
    Selected(Selection),
    /// The parts of a row are shown or folded away.
    Turned(usize),
    /// A new unit is wanted, in another or at the top.
    Add(Option<UnitId>),
    /// A unit was added.
    Added(UnitId),
    /// A field of a unit was committed.
    Changed(UnitId, Change),
    /// The unit goes into the one of this label, or to the top.
    Under(UnitId, String),
    /// All people of a unit go to the one of this label.
    MovePeople(UnitId, String),
    /// The data file answered to a field.
    Saved(What, Result<(), StoreError>),
    /// The selected unit is to go.
    Remove,
    /// It went.
    Removed,
    /// The selected units are to become part of another.
    Merge,
    /// In that dialog.
    Merging(merging::Message),
    /// They are.
    Merged(UnitId),
    /// What is open closes: Esc.
    Escape,
    /// The rows in view are to be saved for Excel.
    Export,
    /// A place for them was chosen.
    ExportTo(Option<PathBuf>),
    /// They were saved, or why not.
    Exported(Result<PathBuf, Sentence>),
}

impl State {
    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let edits = self.edits;
        let tree =
            job::ask(context.store.units()).map(move |answer| Message::Loaded(edits, answer.map(Box::new)));
        Task::batch([tree, self.load_people(context)])
    }

    fn load_people(&self, context: Context<'_>) -> Task<Message> {
        match self.only_one() {
            Some(id) => {
                job::ask(context.store.people_of_unit(id)).map(move |answer| Message::People(id, answer))
            }
            None => Task::none(),
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        let action = self.react(message, context);
        if matches!(action, Action::Write(_)) {
            self.edits += 1;
        }
        action
    }

    fn react(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(edits, _) if edits < self.edits => {}
            Message::Loaded(_, Ok(tree)) => return self.take_in(*tree, context),
            Message::Loaded(_, Err(error)) | Message::People(_, Err(error)) => {
                return Action::Fail(error.explain());
            }
            Message::People(id, Ok(people)) => self.people = Some((id, people)),
            Message::Searched(words) => {
                self.words = words;
                return self.find(self.selected(), context);
            }
            Message::Ended(ended) => {
                self.ended = ended;
                return self.find(self.selected(), context);
            }
            Message::Selected(selection) => {
                self.selection = selection;
                self.refused = None;
                return Action::Run(self.load_people(context));
            }
            Message::Turned(row) => {
                if let (Some(&id), Some(open)) = (self.shown.get(row), &mut self.open) {
                    if !open.remove(&id) {
                        open.insert(id);
                    }
                    return self.find(self.selected(), context);
                }
            }
            Message::Added(id) => {
                self.words.clear();
                self.wanted = Some(id);
                return Action::Run(focus(NAME_FIELD));
            }
            Message::Saved(what, answer) => self.refused = answer.err().map(|error| (what, error)),
            Message::Removed => self.selection.clear(),
            Message::Merged(id) => {
                self.merging = None;
                self.words.clear();
                self.wanted = Some(id);
            }
            Message::Escape => {
                if self.merging.take().is_none() {
                    self.selection.clear();
                    return Action::Run(focus(TABLE));
                }
            }
            Message::Export => {
                let pick = list_out::pick(context.t("window-units-export"), "danh-sach-don-vi", context);
                return Action::Run(pick.map(Message::ExportTo));
            }
            Message::ExportTo(Some(path)) => {
                let (titles, rows) = self.written_out(context);
                let list = ListOut { name: context.t("window-units-nav"), titles, rows };
                return Action::Run(list_out::write(list, path).map(Message::Exported));
            }
            Message::ExportTo(None) => {}
            Message::Exported(Ok(path)) => {
                let told = Sentence::new("window-units-exported").with("file", path.display().to_string());
                return Action::Say(told);
            }
            Message::Exported(Err(reason)) => return Action::Fail(reason),
            message if context.can_write() => return self.change(message, context),
            _ => {}
        }
        Action::None
    }

    /// Messages that change the data, or lead to a change.
    fn change(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        let store = context.store;
        match message {
            Message::Add(parent) => {
                let kind = self.usual_kind(parent);
                let fields = UnitFields::named(context.t("window-units-new"), kind);
                Action::write(store.add_unit(parent, fields), |id| Some(Message::Added(id)))
            }
            Message::Changed(id, change) => self.save(id, change, context),
            Message::Under(id, label) => {
                let parent = match label.is_empty() {
                    true => None,
                    false => self.labels.unit(&label),
                };
                Action::save(store.move_unit(id, parent), |answer| Message::Saved(What::Parent, answer))
            }
            Message::MovePeople(id, label) => {
                let people = self.people.as_ref().filter(|(of, _)| *of == id).map(|(_, people)| people);
                let (Some(people), Some(to)) = (people, self.labels.unit(&label)) else {
                    return Action::None;
                };
                let people = people.iter().map(|(id, _)| *id).collect();
                Action::write(store.move_people(people, to), |()| None)
            }
            Message::Remove => match self.only_one() {
                Some(id) => Action::write(store.remove_unit(id), |()| Some(Message::Removed)),
                None => Action::Say(Sentence::new("window-units-one-by-one")),
            },
            Message::Merge => {
                let tree = self.tree.as_ref();
                self.merging = tree.and_then(|tree| merging::State::new(tree, self.selected()));
                Action::Run(focus(merging::INTO))
            }
            Message::Merging(message) => {
                let Some(state) = &mut self.merging else { return Action::None };
                match state.update(message, &self.labels) {
                    merging::Answer::Open => Action::None,
                    merging::Answer::Close => {
                        self.merging = None;
                        Action::None
                    }
                    merging::Answer::Merge(merger) => {
                        Action::write(store.merge_units(*merger), |id| Some(Message::Merged(id)))
                    }
                }
            }
            _ => Action::None,
        }
    }

    fn save(&mut self, id: UnitId, change: Change, context: Context<'_>) -> Action<Message> {
        let Some(unit) = self.tree.as_ref().and_then(|tree| tree.unit(id)) else { return Action::None };
        let mut fields = unit.fields.clone();
        let what = match change {
            Change::Name(name) => {
                fields.name = name;
                What::Name
            }
            Change::Kind(kind) => {
                fields.kind = kind;
                What::Kind
            }
            Change::Code(code) => {
                fields.code = (!code.is_empty()).then_some(code);
                What::Code
            }
            Change::From(day) => {
                fields.valid_from = day;
                What::From
            }
            Change::To(day) => {
                fields.valid_to = day;
                What::To
            }
        };
        self.refused = None;
        Action::save(context.store.edit_unit(id, fields, what.name()), move |answer| {
            Message::Saved(what, answer)
        })
    }

    /// Takes in the units as they are now. What is selected stays so.
    fn take_in(&mut self, tree: UnitTree, context: Context<'_>) -> Action<Message> {
        let chosen = match self.wanted.take() {
            Some(wanted) => vec![wanted],
            None => self.selected(),
        };
        let open = self.open.get_or_insert_with(|| {
            let few = tree.units().len() <= FEW;
            tree.units().iter().filter(|unit| few || unit.depth == 0).map(|unit| unit.id).collect()
        });
        // What is selected is in view.
        for id in &chosen {
            open.extend(tree.path(*id).iter().skip(1).map(|unit| unit.id));
        }
        self.labels = Labels::of(&tree);
        self.tree = Some(tree);
        self.find(chosen, context)
    }

    /// Finds the rows anew and selects these units among them.
    fn find(&mut self, chosen: Vec<UnitId>, context: Context<'_>) -> Action<Message> {
        let before = self.only_one();
        if let (Some(tree), Some(open)) = (&self.tree, &self.open) {
            self.shown = table::rows(tree, &self.words, self.ended, open);
        }
        self.selection.clear();
        for (row, id) in self.shown.iter().enumerate() {
            if chosen.contains(id) {
                self.selection.toggle(row);
            }
        }
        match self.only_one() == before {
            true => Action::None,
            false => Action::Run(self.load_people(context)),
        }
    }

    /// What a new unit in another one mostly is.
    fn usual_kind(&self, parent: Option<UnitId>) -> UnitKind {
        let parent = parent.and_then(|id| self.tree.as_ref()?.unit(id));
        match parent.map(|parent| parent.fields.kind) {
            None | Some(UnitKind::Central) => UnitKind::Province,
            Some(UnitKind::Province | UnitKind::District) => UnitKind::Commune,
            Some(UnitKind::Commune | UnitKind::ResidentialArea) => UnitKind::ResidentialArea,
            Some(UnitKind::Body) => UnitKind::Body,
        }
    }

    /// The units of the selected rows.
    fn selected(&self) -> Vec<UnitId> {
        self.selection.rows().filter_map(|row| self.shown.get(row).copied()).collect()
    }

    /// What is selected, if it is one.
    fn only_one(&self) -> Option<UnitId> {
        let row = self.selection.rows().next().filter(|_| self.selection.len() == 1)?;
        self.shown.get(row).copied()
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::New => Some(Message::Add(None)),
            Shortcut::Delete if !self.selection.is_empty() => Some(Message::Remove),
            Shortcut::Escape if self.merging.is_some() || !self.selection.is_empty() => Some(Message::Escape),
            _ => None,
        }
    }

    /// Whether a dialog of this screen is open.
    pub fn has_dialog(&self) -> bool {
        self.merging.is_some()
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.merging.as_ref().map(|state| state.view(&self.labels, context).map(Message::Merging))
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let above = match &self.tree {
            Some(tree) => context.say(&Sentence::new("window-units-count").with("count", tree.units().len())),
            None => String::new(),
        };
        let mut header = Header::new(above, context.t("window-units-nav"));
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
        self.page(context)
    }
}
