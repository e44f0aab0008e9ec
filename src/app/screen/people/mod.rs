//! Cán bộ: the registry of people as a table, one person to edit beside it, several
//! to change at once, two to merge.

mod adding;
mod facets;
mod list;
mod merging;
mod message;
mod panel;
mod positions;
mod selecting;
mod sensitive;
mod several;
mod table;

use iced::widget::operation::focus;
use iced::{Element, Task};

use super::erasing;
use super::list_out::{self, ListOut};
use super::person_form::{Change, Of};
use super::{Action, Context, Header, HistoryOf, Route, Tab, id_in};
use crate::app::icon::Icon;
use crate::app::shortcut::Shortcut;
use crate::app::widget::button;
use crate::app::widget::table::Selection;
use crate::app::{files, job};
use crate::domain::delegate::NewDelegate;
use crate::domain::erasure::Whom;
use crate::domain::id::{DelegateId, PersonId};
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::domain::registry::{PeopleEdit, PersonRecord};
use crate::domain::session::SessionSummary;
use crate::export;
use crate::guide::Page;
use crate::locale::Locale;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use facets::Facets;
pub use list::Filter;
use list::List;
pub use message::Message;

/// Names the table.
const TABLE: &str = "people";
/// Names the first field of the panel.
const NAME_FIELD: &str = "person-name";

/// What is on show.
#[derive(Default)]
pub struct State {
    list: List,
    selection: Selection,
    /// What fields offer; found out after the registry arrived.
    facets: Facets,
    /// The person in the panel.
    record: Option<Box<PersonRecord>>,
    /// How often several people were changed together: the fields for that are empty again.
    edits_together: u64,
    /// A position that is being added.
    new_position: bool,
    /// The fields for what is sensitive were asked for.
    sensitive_shown: bool,
    form: adding::Form,
    adding: bool,
    merging: Option<merging::State>,
    erasing: Option<erasing::State>,
    sessions: Vec<SessionSummary>,
    /// Whom to select as soon as they are in view again.
    wanted: Vec<PersonId>,
}

impl State {
    /// Asks for what the screen shows. Called again whenever the data changed.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        Task::batch([
            job::ask(context.store.registry()).map(Message::Loaded),
            job::ask(context.store.sessions()).map(Message::Sessions),
            match self.only_one() {
                Some(id) => job::ask(context.store.person(id)).map(record),
                None => Task::none(),
            },
        ])
    }

    /// Asks for the person in the panel.
    fn load_record(&self, context: Context<'_>) -> Action<Message> {
        match self.only_one() {
            Some(id) => Action::ask(context.store.person(id), record),
            None => Action::None,
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(Ok(registry)) => return self.take_in(registry, context),
            Message::Loaded(Err(error)) | Message::Sessions(Err(error)) => {
                return Action::Fail(error.explain());
            }
            // Of an older registry: its places are of other lines.
            Message::Facets(of, _) if !self.list.is_of(&of) => {}
            Message::Facets(_, facets) => {
                self.list.set_twins(facets.twins.clone());
                self.facets = *facets;
                let chosen = self.chosen();
                return self.select_again(chosen, context);
            }
            Message::Sessions(Ok(sessions)) => self.sessions = sessions,
            // Somebody else was selected meanwhile, or they are gone.
            Message::Record(Ok(record)) if self.only_one() == Some(record.id) => {
                self.record = Some(record);
            }
            Message::Record(..) => {}
            Message::Filtered(filter) => {
                self.list.filter = filter;
                return self.find_again(context);
            }
            Message::Sorted(order) => {
                self.list.sort(order);
                return self.find_again(context);
            }
            Message::Selected(selection) => {
                self.selection = selection;
                self.adding = false;
                return self.show_selected(context);
            }
            Message::Edit => return Action::Run(focus(NAME_FIELD)),
            Message::Column(wish) => return Action::Column(wish),
            Message::ClosePanel if self.closing_loses() => return Action::AskToDiscard,
            Message::ClosePanel | Message::Escape => return self.escape(),
            Message::Added(Ok(id)) => {
                self.form.saved();
                self.wanted = vec![id];
                return Action::Run(focus(NAME_FIELD));
            }
            Message::Added(Err(error)) => self.form.refuse(error),
            Message::Removed => self.selection.clear(),
            Message::Both(Ok(both)) => self.merging = merging::State::new(both),
            Message::Both(Err(error)) => return Action::Fail(error.explain()),
            Message::Merged(id) => {
                self.merging = None;
                self.wanted = vec![id];
            }
            Message::Open(session) => {
                return Action::Go(Route::Session(session, Tab::Delegates));
            }
            Message::History(person) => return Action::Go(Route::History(HistoryOf::Person(person))),
            Message::Export => {
                let pick = list_out::pick(context.t("window-people-export"), "danh-sach-can-bo", context);
                return Action::Run(pick.map(Message::ExportTo));
            }
            Message::ExportTo(Some(path)) => {
                let (titles, rows) = self.written_out(context);
                let list = ListOut { name: context.t("window-people-nav"), titles, rows };
                return list_out::write(list, path, "window-people-exported", Message::Exported);
            }
            Message::ExportTo(None) => {}
            Message::HandOut(id) => {
                let pick = list_out::pick(context.t("personal-export-title"), "du-lieu-mot-nguoi", context);
                return Action::Run(pick.map(move |path| Message::HandOutTo(id, path)));
            }
            Message::HandOutTo(id, Some(path)) => {
                return Action::ask_once(context.store.held_on(id), move |held| {
                    Message::HandedOut(path, held.map(Box::new))
                });
            }
            Message::HandOutTo(_, None) => {}
            Message::HandedOut(path, Ok(held)) => {
                let language = context.machine.language();
                let book = move || export::person::workbook(&held, &Locale::new(language));
                return Action::work(files::write(path, "personal-exported", book), Message::Exported);
            }
            Message::HandedOut(_, Err(error)) => return Action::Fail(error.explain()),
            Message::AskErase(id, name) => {
                let (state, asked) = erasing::State::open(Whom::Person(id), name, context);
                self.erasing = Some(state);
                return asked.map(Message::Erasing);
            }
            Message::Erasing(message) => {
                let Some(open) = &mut self.erasing else { return Action::None };
                return match open.update(message, context) {
                    erasing::Answer::Stay(action) => action.map(Message::Erasing),
                    erasing::Answer::Close(action) => {
                        self.erasing = None;
                        action.map(Message::Erasing)
                    }
                };
            }
            Message::Exported(Ok(told)) => return Action::Say(told),
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
            Message::Changed(id, change) => self.save(id, change, context),
            Message::SortName(id, name) => {
                let name = (!name.is_empty()).then_some(name);
                Action::save(sort_key(id), store.set_sort_name(id, name))
            }
            Message::Positions(id, seen, message) => self.change_positions(id, seen, message, context),
            Message::ShowSensitive => Action::Run(self.show_sensitive()),
            Message::Sensitive(id, change) => self.change_sensitive(id, change, context),
            Message::Together(people, edit) => {
                self.edits_together += 1;
                Action::write(store.edit_people(people, self.with_group(edit)), |()| None)
            }
            Message::Remove(people) => {
                Action::write(store.remove_people(people), |()| Some(Message::Removed))
            }
            Message::Call(people, session) => {
                let people = people.into_iter().map(NewDelegate::Known).collect();
                Action::write(store.add_delegates(session, None, people), |_: Vec<DelegateId>| None)
            }
            Message::Add => {
                self.adding = true;
                Action::Run(focus(NAME_FIELD))
            }
            Message::Form(message) => match self.form.update(message, self.facets.known_units()) {
                Some(details) => add(details, context),
                None => Action::None,
            },
            Message::Merge(two) => Action::ask_once(store.people(two), Message::Both),
            Message::Merging(message) => match self.merging.as_mut().map(|state| state.update(message)) {
                Some(merging::Answer::Merge(stays, goes, details)) => {
                    Action::write(store.merge_people(stays, goes, *details), move |()| {
                        Some(Message::Merged(stays))
                    })
                }
                Some(merging::Answer::Close) => {
                    self.merging = None;
                    Action::None
                }
                Some(merging::Answer::Open) | None => Action::None,
            },
            _ => Action::None,
        }
    }

    /// What is typed into a field is of the person it was typed for: the click that ended it may have
    /// selected somebody else already. If they are still in the panel, it shows at once; the data file
    /// confirms it by the next load.
    fn save(&mut self, id: PersonId, change: Change, context: Context<'_>) -> Action<Message> {
        let (key, field) = (Of::key(&format!("person {id}"), change.what()), change.what().code());
        let command = change.command(self.facets.known_units());
        if let Some(record) = self.in_panel(id) {
            command(&mut record.details);
        }
        Action::save(key, context.store.edit_person(id, field, command))
    }

    /// This person, if they are the one in the panel.
    fn in_panel(&mut self, id: PersonId) -> Option<&mut PersonRecord> {
        self.record.as_deref_mut().filter(|record| record.id == id)
    }

    /// A unit for several comes under the one that the registry says.
    fn with_group(&self, edit: PeopleEdit) -> PeopleEdit {
        let mut details = PersonDetails::default();
        let Some(Some(unit)) = &edit.unit else { return edit };
        Change::Text(PersonField::Unit, unit.clone()).command(self.facets.known_units())(&mut details);
        PeopleEdit { unit_group: details.unit_group, ..edit }
    }

    fn escape(&mut self) -> Action<Message> {
        if self.merging.take().is_some() {
            return Action::None;
        }
        if self.adding {
            self.adding = false;
            self.form.clear();
        } else {
            self.selection.clear();
            self.record = None;
        }
        Action::Run(focus(TABLE))
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::New => Some(Message::Add),
            Shortcut::Delete if !self.selection.is_empty() => Some(Message::Remove(self.selected())),
            Shortcut::Escape if self.erasing.is_some() => Some(Message::Erasing(erasing::Message::Close)),
            Shortcut::Escape if self.has_something_open() => Some(Message::Escape),
            other => other.step(&self.selection, self.list.len()).map(Message::Selected),
        }
    }

    /// Whether the form for somebody new holds what is kept nowhere else.
    pub fn has_unsaid(&self) -> bool {
        self.form.is_begun()
    }

    /// The same, where Esc would close it.
    pub fn closing_loses(&self) -> bool {
        self.adding && self.has_unsaid()
    }

    /// Gives up what it holds.
    pub fn forget_unsaid(&mut self) {
        self.form.clear();
    }

    fn has_something_open(&self) -> bool {
        self.merging.is_some() || self.adding || !self.selection.is_empty()
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        if self.erasing.is_some() { Page::PersonalData } else { Page::People }
    }

    /// Selects whom a key of a field is of, as soon as they are in view.
    pub fn reveal(&mut self, key: &str) {
        self.wanted.extend(id_in(key, "person").map(PersonId));
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let merging = self.merging.as_ref().map(|state| state.view(context).map(Message::Merging));
        merging.or_else(|| self.erasing.as_ref().map(|state| state.view(context).map(Message::Erasing)))
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let above = match self.list.registry() {
            Some(registry) => {
                context.say(&Sentence::new("window-people-count").with("count", registry.lines().len()))
            }
            None => String::new(),
        };
        let mut header = Header::new(above, context.t("window-people-nav"));
        header.actions.push(
            button::primary(Some(Icon::UserPlus), context.t("window-people-add"))
                .id("person-add")
                .on_press_maybe(context.if_writable(Message::Add))
                .into(),
        );
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        self.page(context)
    }
}

/// The tables this screen shows.
pub const READS: &[&str] = &[
    "person",
    "person_position",
    "person_unit",
    "person_sensitive",
    "unit",
    "delegate",
    "guest",
    "presenter_slot",
    "session",
    "cluster",
    "certificate",
    "certificate_event",
];

/// The draft of the name by which a person is put in order.
fn sort_key(id: PersonId) -> String {
    format!("person {id} sort_name")
}

fn record(answer: Result<PersonRecord, StoreError>) -> Message {
    Message::Record(answer.map(Box::new))
}

/// Adds somebody: a toast offers the way back, a refusal stands beside the form.
fn add(details: PersonDetails, context: Context<'_>) -> Action<Message> {
    Action::submit(context.store.add_person(details), Message::Added)
}
