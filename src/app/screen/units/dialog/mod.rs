//! What is asked before units or people go elsewhere.

mod import;
mod merging;
mod moving;
mod picker;

use iced::Element;

use super::State;
use crate::app::screen::naming::{self, Naming};
use crate::app::screen::{Action, Context};
use crate::app::widget::button;
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit_tree::{Move, UnitFields, UnitTree};
use crate::sentence::Sentence;
pub use import::{Import, Message as ImportMessage, Reading};
pub use merging::Merging;
pub use moving::{MoveDialog, People, Target};

/// The dialog that is open.
pub enum Dialog {
    /// A unit is to be made, inside another or by itself.
    New(Naming<Option<UnitId>>),
    /// A unit goes inside another.
    Move(MoveDialog),
    /// People go to another unit.
    People(People),
    /// Units become one.
    Merge(Merging),
    /// A file is being read; closing the dialog stops that.
    Reading(Reading),
    /// A file is taken in.
    Import(Import),
}

/// What happens in a dialog.
#[derive(Clone)]
pub enum Message {
    /// The name of a new unit.
    Naming(naming::Message),
    /// The unit in the panel goes elsewhere.
    Move,
    /// People of the unit in the panel go elsewhere.
    MovePeople,
    /// The selected units become one.
    Merge,
    /// Inside the list of units to choose from.
    Pick(picker::Message),
    /// Whether the unit is to stand by itself.
    Alone(bool),
    /// A day was typed.
    Day(Option<FuzzyDate>),
    /// Inside the merger.
    Merging(merging::Message),
    /// With a file.
    Import(ImportMessage),
    /// It is to be done.
    Confirm,
    /// It was done.
    Done,
    /// Nothing after all.
    Close,
}

/// Today, as a date of the data file.
pub(super) fn today() -> Option<FuzzyDate> {
    FuzzyDate::of(crate::clock::today())
}

impl State {
    /// Takes in what happens in a dialog.
    pub(super) fn in_dialog(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let Some(tree) = &self.tree else { return Action::None };
        match message {
            Message::Naming(message) => return self.make(message, context),
            Message::Move => {
                self.dialog = self.rows.open.map(|unit| Dialog::Move(MoveDialog::new(unit, tree)))
            }
            Message::MovePeople => {
                let Some(unit) = self.rows.open.and_then(|id| tree.get(id)) else { return Action::None };
                let chosen = self.chosen_people();
                let (who, count) = match chosen.len() {
                    0 => (Move::All(unit.id), unit.own_people),
                    count => (Move::Chosen(chosen), count),
                };
                self.dialog = Some(Dialog::People(People::new(who, count, tree)));
            }
            Message::Merge => {
                let units = self.rows.meant();
                self.dialog = (!units.is_empty()).then(|| Dialog::Merge(Merging::new(&units, tree)));
            }
            Message::Pick(message) => {
                if let Some(picker) = self.dialog.as_mut().and_then(Dialog::picker) {
                    picker.update(message, tree);
                }
            }
            Message::Alone(alone) => {
                if let Some(Dialog::Move(place)) = &mut self.dialog {
                    place.alone = Some(alone);
                }
            }
            Message::Day(day) => match &mut self.dialog {
                Some(Dialog::People(people)) => people.on = day,
                Some(Dialog::Merge(merging)) => merging.on = day,
                _ => {}
            },
            Message::Merging(message) => {
                if let Some(Dialog::Merge(merging)) = &mut self.dialog {
                    merging.update(message);
                }
            }
            Message::Import(message) => return self.take_in_file(message, context),
            Message::Confirm => return self.confirm(context),
            Message::Done | Message::Close => self.dialog = None,
        }
        Action::None
    }

    /// Makes a unit, once it has a name.
    fn make(&mut self, message: naming::Message, context: Context<'_>) -> Action<super::Message> {
        let Some(Dialog::New(naming)) = &mut self.dialog else { return Action::None };
        match naming.update(message) {
            naming::Answer::Open => Action::None,
            naming::Answer::Close => {
                self.dialog = None;
                Action::None
            }
            naming::Answer::Make(parent, name) => {
                let fields = UnitFields::new(name, self.kind_inside(parent));
                Action::write(context.store.add_unit(parent, fields), |id| Some(super::Message::Added(id)))
            }
        }
    }

    /// Does what the dialog asks; a refusal leaves it open.
    fn confirm(&self, context: Context<'_>) -> Action<super::Message> {
        let done = super::Message::Dialog(Message::Done);
        match &self.dialog {
            Some(Dialog::Move(place)) => match place.target() {
                Some(target) => {
                    let parent = match target {
                        Target::Inside(unit) => Some(unit),
                        Target::ByItself => None,
                    };
                    Action::write(context.store.move_unit(place.unit, parent), move |()| Some(done))
                }
                None => Action::None,
            },
            Some(Dialog::People(people)) => match people.picker.chosen() {
                Some(to) => {
                    let pending = context.store.move_people(people.who.clone(), to, people.on);
                    Action::write(pending, move |_| Some(done))
                }
                None => Action::None,
            },
            Some(Dialog::Merge(merging)) => match self.tree.as_ref().and_then(|tree| merging.wanted(tree)) {
                Some(merge) => Action::write(context.store.merge_units(merge), move |_| Some(done)),
                None => Action::None,
            },
            Some(Dialog::Import(import)) => {
                let pending = context.store.apply_units(&import.file, import.rows.clone(), import.along);
                Action::write(pending, move |_| Some(done))
            }
            Some(Dialog::New(_) | Dialog::Reading(_)) | None => Action::None,
        }
    }

    /// Takes in what happens with a file.
    fn take_in_file(&mut self, message: ImportMessage, context: Context<'_>) -> Action<super::Message> {
        let wrap = |message| super::Message::Dialog(Message::Import(message));
        match message {
            ImportMessage::Choose => {
                Action::Run(import::choose(context).map(ImportMessage::Chosen).map(wrap))
            }
            ImportMessage::Chosen(Some(path)) => {
                let (reading, task) = import::read(path);
                self.dialog = Some(Dialog::Reading(reading));
                Action::Run(task.map(wrap))
            }
            ImportMessage::Paste if context.can_write() => {
                Action::Run(iced::clipboard::read().map(ImportMessage::Pasted).map(wrap))
            }
            ImportMessage::Pasted(text) => {
                let name = context.t("window-import-pasted");
                let (reading, task) = import::read_pasted(text.unwrap_or_default(), name);
                self.dialog = Some(Dialog::Reading(reading));
                Action::Run(task.map(wrap))
            }
            ImportMessage::Chosen(None) | ImportMessage::Paste => Action::None,
            ImportMessage::Read(_, Err(reason)) => {
                self.dialog = None;
                Action::Fail(reason)
            }
            ImportMessage::Read(file, Ok(rows)) => {
                let tree = self.tree.as_ref();
                self.dialog = tree.map(|tree| Dialog::Import(Import::new(file, rows, tree)));
                Action::None
            }
            ImportMessage::Along(along) => {
                if let Some(Dialog::Import(import)) = &mut self.dialog {
                    import.along = along;
                }
                Action::None
            }
        }
    }
}

impl Dialog {
    fn picker(&mut self) -> Option<&mut picker::Picker> {
        match self {
            Self::Move(place) => Some(&mut place.picker),
            Self::People(people) => Some(&mut people.picker),
            Self::Merge(merging) => Some(&mut merging.picker),
            Self::New(_) | Self::Reading(_) | Self::Import(_) => None,
        }
    }

    /// Draws it.
    pub(super) fn view<'a>(&'a self, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
        match self {
            Self::New(naming) => {
                let parent = naming.what().and_then(|id| tree.get(id));
                let title = if parent.is_some() { "window-units-add-inside" } else { "window-units-new" };
                let place = parent.map(|one| {
                    context.say(&Sentence::new("window-naming-inside").with("name", one.fields.name.as_str()))
                });
                let dialog = naming.view(context.t(title), context.t("window-units-name"), place, context);
                dialog.map(Message::Naming)
            }
            Self::Move(place) => place.view(tree, context),
            Self::People(people) => people.view(tree, context),
            Self::Merge(merging) => merging.view(tree, context),
            Self::Reading(reading) => reading.view(context),
            Self::Import(import) => import.view(context),
        }
    }
}

/// The buttons under a dialog.
fn buttons<'a>(label: &str, can: bool, context: Context<'a>) -> [Element<'a, Message>; 2] {
    [
        button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
        button::primary(None, context.t(label))
            .id("units-confirm")
            .on_press_maybe(can.then_some(Message::Confirm))
            .into(),
    ]
}
