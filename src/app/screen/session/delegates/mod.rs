//! Đại biểu: the list of a session.
//!
//! The table stands beside a panel that shows what is selected, or the form for
//! somebody new. Reading a list in takes the place of the page (`screen::import`),
//! dividing into clusters is a dialog (`divide`).

mod adding;
mod cells;
mod choosing;
mod divide;
pub mod edit;
mod from_line;
mod groups;
mod imported;
mod lines;
mod lists_in;
mod message;
mod namesakes;
mod out;
mod own_columns;
mod own_values;
mod panel;
mod parts;
mod row_menu;
mod several;
mod table;
pub(in crate::app) mod wanted;

use iced::Element;
use iced::widget::operation::focus;

use super::super::erasing;
use super::super::person_form::{Change, Of};
use super::super::{Action, Context, Goal, Header, Route, Tab, import as intake_page};
use crate::app::import::{self, Source};
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::app::widget::table::Selection;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::domain::person_field::PersonField;
use crate::domain::reading;
use crate::domain::session::SessionDetails;
use crate::guide::Page;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::name::is_of_another;
pub use lines::{Filter, Key, OwnFilter};
pub use message::Message;
use wanted::Wanted;

/// What is on show.
#[derive(Default)]
pub struct State {
    words: String,
    filter: Filter,
    own_filter: Option<OwnFilter>,
    lines: lines::Lines,
    selection: Selection,
    /// Those selected are being dragged.
    dragged: bool,
    /// Offered while typing.
    positions: Vec<String>,
    units: Vec<String>,
    /// Whom to select as soon as they are in view.
    wanted: Option<Wanted>,
    /// The form for somebody new; kept while a row is looked at meanwhile.
    form: adding::Form,
    adding: bool,
    dialog: Option<Dialog>,
    /// A list that is being read in.
    importing: Option<intake_page::State>,
}

/// The dialog that is open.
enum Dialog {
    /// Chia cụm.
    Divide(Box<divide::State>),
    /// Chia tổ.
    Groups(Box<groups::State>),
    /// The session's own columns.
    Own(Box<own_columns::State>),
    /// The lists that were read in before, and what did not come in of them.
    Imported(imported::State),
    /// A name is erased in the register, too.
    Register(Box<erasing::State>),
}

/// Names the first field of the panel.
const NAME_FIELD: &str = "delegate-name";
/// Names the table.
const TABLE: &str = "delegates";

impl State {
    /// Selects whom a key of a field is of, as soon as they are in view.
    pub fn reveal(&mut self, key: &str) {
        self.wanted = Wanted::of(key);
        if own_columns::is_heading(key) {
            self.dialog = Some(Dialog::Own(Box::default()));
        }
    }

    /// Takes in the session as it is now. Who is selected stays so.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let (mut chosen, mut cursor) = self.chosen();
        if let Some(wanted) = self.wanted.take() {
            chosen = wanted.among(dossier);
            cursor = chosen.first().copied();
            // A search of before would hide them.
            (self.words, self.filter, self.own_filter) = (String::new(), Filter::All, None);
        }
        self.lines.take_in(dossier);
        self.positions = edit::suggestions(dossier, PersonField::Position);
        self.units = edit::suggestions(dossier, PersonField::Unit);
        if let Filter::Of(Some(cluster)) = self.filter
            && !dossier.clusters.iter().any(|one| one.id == cluster)
        {
            self.filter = Filter::All;
        }
        if let Filter::Of(None) = self.filter
            && dossier.delegates.iter().all(|one| one.cluster.is_some())
        {
            self.filter = Filter::All;
        }
        let is_off = |one: &Delegate| one.state == DelegateState::Withdrawn;
        if self.filter == Filter::Withdrawn && !dossier.delegates.iter().any(is_off) {
            self.filter = Filter::All;
        }
        if self.own_filter.as_ref().is_some_and(|filter| !filter.is_of(&dossier.own_columns)) {
            self.own_filter = None;
        }
        self.lines.keep(self.own_filter.as_ref(), dossier);
        self.lines.find(&self.words, self.filter);
        self.choose(&chosen, cursor);
        match &mut self.dialog {
            Some(Dialog::Own(state)) => state.take_in(dossier),
            Some(Dialog::Groups(state)) => state.take_in(dossier),
            Some(Dialog::Divide(state)) => state.divide(dossier),
            _ => {}
        }
    }

    /// Takes in a message. A field shows at once what was typed; the data file
    /// confirms it by the next load.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        match message {
            Message::Searched(words) => {
                self.words = words;
                self.find_again();
            }
            Message::Filtered(filter) => {
                self.filter = filter;
                self.find_again();
            }
            Message::OwnFiltered(filter) => {
                self.own_filter = filter;
                self.lines.keep(self.own_filter.as_ref(), dossier);
                self.find_again();
            }
            Message::ShowOwn => self.dialog = Some(Dialog::Own(Box::default())),
            Message::Grouped
            | Message::InOwn(own_columns::Message::Close)
            | Message::Grouping(groups::Message::Close) => self.dialog = None,
            Message::Sorted(key) => {
                let (old, descending) = self.lines.sorted();
                let (chosen, cursor) = self.chosen();
                self.lines.sort(key, old == key && !descending, dossier);
                self.lines.find(&self.words, self.filter);
                self.choose(&chosen, cursor);
            }
            Message::Column(wish) => return Action::Column(wish),
            Message::Dragged(dragged) => self.dragged = dragged,
            Message::Selected(selection) => {
                self.selection = selection;
                self.adding = false;
            }
            Message::Edit => return Action::Run(focus(NAME_FIELD)),
            Message::ClosePanel if self.closing_loses() => return Action::AskToDiscard,
            Message::ClosePanel => return self.close_panel(),
            Message::Announce(_) => {}
            Message::Escape if self.dialog.is_none() && self.importing.is_some() => {
                return self.update_import(intake_page::Message::Escape, context);
            }
            Message::Escape => return self.escape(),
            Message::Import(message) => return self.update_import(message, context),
            Message::Added(Ok(_)) => {
                let from = self.form.saved();
                return match from {
                    // Further lines of the list may wait to be taken in.
                    Some(from) => {
                        self.adding = false;
                        lists_in::show_imported(Some(from.import), dossier, context)
                    }
                    None => Action::Run(focus(NAME_FIELD)),
                };
            }
            Message::Added(Err(error)) => self.form.refuse(&error),
            Message::Divided => self.dialog = None,
            Message::ShowImported => return lists_in::show_imported(None, dossier, context),
            Message::Imported(Ok(records), look) => {
                let look = look.filter(|id| records.iter().any(|one| one.id == *id && one.kept.all() > 0));
                self.dialog = Some(Dialog::Imported(imported::State::new(records)));
                if let Some(import) = look {
                    return self.in_imported(imported::Message::Look(import), dossier, context);
                }
            }
            Message::Imported(Err(error), _) => return Action::Fail(error.explain()),
            Message::InImported(message) => return self.in_imported(message, dossier, context),
            Message::Export => return self.pick_export(dossier, context),
            Message::ExportTo(Some(path)) => return self.export(path, dossier, context),
            Message::ExportTo(None) => {}
            Message::ListForm => return out::pick_form(dossier, context),
            Message::ListFormTo(Some(path)) => return out::write_form(path, dossier),
            Message::ListFormTo(None) => {}
            Message::Exported(Ok(told)) => return Action::Say(told),
            Message::Exported(Err(reason)) => return Action::Fail(reason),
            message if context.can_write() => return self.change(message, dossier, context),
            _ => {}
        }
        Action::None
    }

    /// Messages that change the data, or lead to a change.
    fn change(&mut self, message: Message, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
        let session = dossier.session.id;
        match message {
            Message::Changed(id, change) => save(id, change, dossier, context),
            Message::ChangedAll(who, change) => several::save(who, change, dossier, context),
            Message::Add => {
                self.adding = true;
                if let Filter::Of(cluster) = self.filter {
                    self.form.cluster = cluster;
                }
                Action::Run(focus(NAME_FIELD))
            }
            Message::Adding(message) => match self.form.update(message, dossier) {
                adding::Answer::Stay => Action::None,
                adding::Answer::Ask(name, saves) => {
                    Action::ask(context.store.namesakes(&name), move |people| {
                        Message::Adding(adding::Message::Namesakes(name, saves, people))
                    })
                }
                // A toast offers the way back, a refusal stands beside the form.
                adding::Answer::Add(typed, known, cluster) => {
                    let line = self.form.from.as_ref().map(|from| from.line.id);
                    let adding = context.store.add_delegate(session, cluster, typed, known, line);
                    Action::submit(adding, Message::Added)
                }
            },
            Message::Move(who, to) => {
                Action::write(context.store.move_delegates(session, who, to), |()| None)
            }
            Message::Remove(who) if !who.is_empty() => remove(who, dossier, context),
            Message::RemoveSelected => {
                let (_, listed) = self.selected_by_state(dossier);
                self.change(Message::Remove(listed), dossier, context)
            }
            Message::PutBack(who) => Action::write(context.store.put_back_delegates(session, who), |()| None),
            Message::AskRegister(person, number) => {
                let (state, asked) = erasing::State::of_register(person, number, context);
                self.dialog = Some(Dialog::Register(Box::new(state)));
                asked.map(Message::Register)
            }
            Message::Register(message) => match &mut self.dialog {
                Some(Dialog::Register(state)) => match state.update(message, context) {
                    erasing::Answer::Stay(action) => action.map(Message::Register),
                    erasing::Answer::Close(action) => {
                        self.dialog = None;
                        action.map(Message::Register)
                    }
                },
                _ => Action::None,
            },
            Message::Divide => {
                self.dialog = Some(Dialog::Divide(Box::new(divide::State::new(dossier))));
                Action::None
            }
            Message::Dividing(message) => match &mut self.dialog {
                Some(Dialog::Divide(state)) => match state.update(message, dossier) {
                    divide::Answer::Open => Action::None,
                    divide::Answer::Close => {
                        self.dialog = None;
                        Action::None
                    }
                    divide::Answer::Apply(division) => {
                        let pending = context.store.apply_division(session, *division);
                        Action::write(pending, |()| Some(Message::Divided))
                    }
                },
                _ => Action::None,
            },
            Message::Groups => {
                self.dialog = Some(Dialog::Groups(Box::new(groups::State::new(dossier, self.filter))));
                Action::None
            }
            Message::Grouping(message) => match &mut self.dialog {
                Some(Dialog::Groups(state)) => match state.update(message, dossier) {
                    groups::Answer::Open => Action::None,
                    groups::Answer::Close => {
                        self.dialog = None;
                        Action::None
                    }
                    groups::Answer::Apply(groups) => {
                        Action::write(context.store.put_in_groups(session, groups), |()| {
                            Some(Message::Grouped)
                        })
                    }
                },
                _ => Action::None,
            },
            Message::InOwn(message) => match &mut self.dialog {
                Some(Dialog::Own(state)) => match state.update(message, dossier, context) {
                    own_columns::Answer::Stay(action) => action.map(Message::InOwn),
                    own_columns::Answer::Close => {
                        self.dialog = None;
                        Action::None
                    }
                },
                _ => Action::None,
            },
            Message::OwnChanged(column, who, text) => own_values::save(column, who, text, dossier, context),
            Message::Number(order) => {
                let change = move |details: &mut SessionDetails| details.list_order = order;
                Action::write(context.store.edit_session(session, "list_order", change), |()| None)
            }
            Message::Fix(lists) => Action::write(context.store.fix_lists(session, lists), |()| None),
            Message::Reopen(lists) => Action::write(context.store.open_lists(session, lists), |()| None),
            Message::PickList => Action::Run(import::pick_several(context.locale).map(Message::ImportLists)),
            Message::ImportLists(lists) if lists.is_empty() => Action::None,
            Message::ImportLists(lists) => {
                self.import(lists.into_iter().map(Source::File).collect(), dossier, context)
            }
            Message::Paste => Action::Run(iced::clipboard::read().map(Message::Pasted)),
            Message::Pasted(text) => {
                let name = context.t("window-import-pasted");
                let text = text.unwrap_or_default();
                self.import(vec![Source::Text { name, text }], dossier, context)
            }
            _ => Action::None,
        }
    }

    fn escape(&mut self) -> Action<Message> {
        if self.dialog.take().is_some() {
            return Action::None;
        }
        self.close_panel()
    }

    fn close_panel(&mut self) -> Action<Message> {
        if self.adding {
            self.adding = false;
            self.form.clear();
        } else {
            self.selection.clear();
        }
        Action::Run(focus(TABLE))
    }

    /// Whether a list is being read in, in the place of the page.
    pub fn is_importing(&self) -> bool {
        self.importing.is_some()
    }

    /// Whether the form for somebody new holds what is kept nowhere else.
    pub fn has_unsaid(&self) -> bool {
        self.form.is_begun()
    }

    /// The same, where Esc would close it.
    pub fn closing_loses(&self) -> bool {
        self.adding && self.importing.is_none() && self.has_unsaid()
    }

    /// Gives up what it holds.
    pub fn forget_unsaid(&mut self) {
        self.form.clear();
    }

    /// Asks before the tab is left with its session, if work would be lost: then it stays.
    pub fn asks_to_stay(&mut self) -> bool {
        self.importing.as_mut().is_some_and(intake_page::State::asks_to_stay)
    }

    /// The page of the guide about what is on show.
    pub fn guide(&self) -> Page {
        if self.importing.is_some() { Page::Importing } else { Page::Delegates }
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        if shortcut == Shortcut::Escape {
            return Some(match &self.dialog {
                Some(Dialog::Register(_)) => Message::Register(erasing::Message::Close),
                _ => Message::Escape,
            });
        }
        if self.importing.is_some() {
            return (shortcut == Shortcut::Open).then_some(Message::PickList);
        }
        match shortcut {
            Shortcut::New => Some(Message::Add),
            Shortcut::Open => Some(Message::PickList),
            Shortcut::Paste => Some(Message::Paste),
            Shortcut::Delete => Some(Message::RemoveSelected),
            other => other.step(&self.selection, self.lines.len()).map(Message::Selected),
        }
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        match &self.dialog {
            Some(Dialog::Divide(state)) => Some(state.view(dossier, context).map(Message::Dividing)),
            Some(Dialog::Groups(state)) => Some(state.view(dossier, context).map(Message::Grouping)),
            Some(Dialog::Own(state)) => Some(state.view(dossier, context).map(Message::InOwn)),
            Some(Dialog::Imported(state)) => Some(state.view(context).map(Message::InImported)),
            Some(Dialog::Register(state)) => Some(state.view(context).map(Message::Register)),
            None => self.importing.as_ref()?.dialog(context).map(|dialog| dialog.map(Message::Import)),
        }
    }

    /// A head that takes the place of the session's, while a list is read in.
    pub fn header<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Header<'a, Message>> {
        let importing = self.importing.as_ref()?;
        Some(importing.header(&dossier.session.details.title, context).map(Message::Import))
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        match &self.importing {
            Some(importing) => importing.view(context).map(Message::Import),
            None => self.page(dossier, context),
        }
    }
}

/// Takes people off the list. Certificates they have stay valid, and that is said: only the office knows what is to
/// become of them.
fn remove(who: Vec<DelegateId>, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
    let session = dossier.session.id;
    let held = dossier.certificates.iter().filter(|one| one.is_valid() && who.contains(&one.delegate));
    let numbers: Vec<&str> = held.map(|one| one.printed_number.as_str()).collect();
    let words = Sentence::new("window-delegates-removed-certified").with("numbers", numbers.join(", "));
    let goal = Goal { place: Route::Session(session, Tab::Results), key: None };
    let told = (!numbers.is_empty()).then_some((words, Some(goal)));
    Action::write_seen(job::write(context.store.remove_delegates(session, who)), |done| {
        (None, told.filter(|_| done.is_ok()))
    })
}

/// A field shows at once what was typed; the data file confirms it by the next load.
fn save(id: DelegateId, change: Change, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
    let key = Of::key(&format!("delegate {id}"), change.what());
    let field = change.what().code();
    let command = change.command(edit::known_units(dossier));
    let (mut caution, is_open) = (None, dossier.session.details.state.is_open());
    if let Some(one) = dossier.delegates.iter_mut().find(|one| one.id == id) {
        let before = one.details.full_name.clone();
        command(&mut one.details);
        let after = one.details.full_name.as_str();
        // The registry follows: what was meant as another person would rename this one.
        let follows = is_open && reading::name(after).is_ok();
        caution = (follows && is_of_another(&before, after))
            .then(|| Sentence::new("window-delegates-renamed").with("before", before).with("after", after));
    }
    let saved = Action::save(key, context.store.edit_delegate(id, field, command));
    Action::All(std::iter::once(saved).chain(caution.map(Action::Say)).collect())
}
