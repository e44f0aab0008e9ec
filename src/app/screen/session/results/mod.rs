//! Kết quả: who completed by the rule, who did not, and why. One field takes names to look for and lines of essays; beside the
//! list stands the rule, or what is known of one.

pub mod columns;
mod deciding;
mod essays;
mod list;
mod papers;
mod person;
mod rows;
mod rule;
mod view;

use std::path::PathBuf;

use super::super::sorting::Sorting;
use super::super::{Action, Context, Route, id_in};
use super::Tab;
use crate::app::files;
use crate::app::import::ENDINGS;
use crate::app::machine::ColumnWish;
use crate::app::shortcut::Shortcut;
use crate::app::widget::table::Selection;
use crate::domain::certificate::entitled::{Discrepancy, discrepancies};
use crate::domain::completion::judging::Outcome;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use columns::Part;
use deciding::Deciding;
use list::{Listed, Prepared};
use papers::Papers;
use rows::Row;

/// What is on show.
#[derive(Default)]
pub struct State {
    /// Everybody who is judged, in the order of the lists; none before it was needed.
    rows: Option<Vec<Row>>,
    /// The cluster whose rows are in view; all of them when `None`.
    cluster: Option<ClusterId>,
    only: Option<Outcome>,
    /// The rows in view, by their places.
    found: Vec<usize>,
    sorting: Sorting<Part>,
    typed: String,
    /// Why the typed line was not taken.
    refused: Option<Sentence>,
    selection: Selection,
    /// Who was selected when the session changed.
    looked_at: Option<DelegateId>,
    /// Whether the rule stands beside the list.
    rule_open: bool,
    deciding: Option<Deciding>,
    listed: Option<Listed>,
    /// Where papers and the rule disagree.
    unmatched: Vec<Discrepancy>,
    papers: Option<Papers>,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// A cluster, or all.
    Cluster(Option<ClusterId>),
    /// An outcome, or any.
    Only(Option<Outcome>),
    /// Something is typed.
    Typed(String),
    /// Enter: a line of essays is to be written.
    Entered,
    /// Essays were written, or why not.
    EssaysPut(Result<usize, StoreError>),
    /// A row was selected.
    Selected(Selection),
    /// The head of a column was pressed.
    Sorted(Part),
    /// What is wanted of a column.
    Column(ColumnWish),
    /// The rule is to be seen, or not any more.
    Rule(bool),
    /// There is a rule from now on, and it is to be seen.
    BeginRule,
    /// Something of the rule changes.
    RuleChanged(rule::Change),
    /// The panel closes.
    ClosePanel,
    /// What is known of an essay was typed.
    Essay(DelegateId, String),
    /// Somebody is commended, or not any more.
    Commend(DelegateId, bool),
    /// Something is to be decided of somebody.
    Decide(DelegateId),
    /// In that dialog.
    Deciding(deciding::Message),
    /// A list of essays is to be chosen.
    PickList,
    /// It was chosen; `None` when the dialog was closed.
    Picked(Option<PathBuf>),
    /// Cells of a list are to be pasted.
    Paste,
    /// What stood in the clipboard.
    Pasted(Option<String>),
    /// A list was read, or why not.
    Read(Result<Box<Prepared>, Sentence>),
    /// In the dialog of a list.
    List(list::Message),
    /// Papers and the rule are to be reconciled.
    Reconcile,
    /// In that dialog.
    Papers(papers::Message),
    /// To the certificates.
    Certificates,
    /// To where marks are made.
    Attendance,
    /// What is open or typed goes.
    Escape,
}

impl State {
    /// The session, or what counts in it, is another one now.
    pub fn outdate(&mut self) {
        self.looked_at = self.selected().map(|row| row.delegate).or(self.looked_at);
        self.rows = None;
    }

    /// Judges everybody, if that was not done since; asked whenever the tab is on show.
    pub fn refresh(&mut self, dossier: &Dossier) {
        if self.rows.is_some() {
            return;
        }
        let known = |cluster: &ClusterId| dossier.clusters.iter().any(|one| one.id == *cluster);
        self.cluster = self.cluster.filter(known);
        self.rows = Some(rows::of(dossier));
        // Without a number there is nothing to compare.
        self.unmatched = if dossier.certificates.is_empty() { Vec::new() } else { discrepancies(dossier) };
        self.find();
        // Whoever was looked at is looked at still.
        if let Some(delegate) = self.looked_at.take() {
            self.select(delegate);
        }
    }

    /// Selects whom a key of a field is of, as soon as they are judged.
    pub fn reveal(&mut self, key: &str) {
        if let Some(delegate) = id_in(key, "delegate").map(DelegateId) {
            self.selection.clear();
            self.looked_at = Some(delegate);
        }
    }

    fn all(&self) -> &[Row] {
        self.rows.as_deref().unwrap_or_default()
    }

    fn find(&mut self) {
        let mut found = rows::matching(self.all(), self.cluster, self.only, &self.typed);
        self.sorting.arrange(&mut found, |place, part| part.rank(&self.all()[place]));
        self.found = found;
        self.selection.clear();
    }

    fn select(&mut self, delegate: DelegateId) {
        let place =
            self.found.iter().position(|at| self.all().get(*at).is_some_and(|row| row.delegate == delegate));
        if let Some(place) = place {
            self.selection = Selection::one(place);
        }
    }

    /// The one who is selected.
    fn selected(&self) -> Option<&Row> {
        let place = self.selection.rows().next()?;
        self.all().get(*self.found.get(place)?)
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let session = dossier.session.id;
        match message {
            Message::Cluster(cluster) => {
                (self.cluster, self.refused) = (cluster, None);
                self.find();
            }
            Message::Only(only) => {
                self.only = only;
                self.find();
            }
            Message::Typed(typed) => {
                (self.typed, self.refused) = (typed, None);
                self.find();
            }
            Message::Entered => return self.enter_essays(dossier, context),
            Message::EssaysPut(Ok(_)) => {
                (self.typed, self.refused) = (String::new(), None);
                self.find();
            }
            Message::EssaysPut(Err(error)) => self.refused = Some(error.explain()),
            Message::Sorted(part) => {
                let looked_at = self.selected().map(|row| row.delegate);
                self.sorting.press(part);
                self.find();
                if let Some(delegate) = looked_at {
                    self.select(delegate);
                }
            }
            Message::Column(wish) => return Action::Column(wish),
            Message::Selected(selection) => {
                self.rule_open = false;
                self.selection = selection;
            }
            Message::Rule(open) => {
                self.rule_open = open;
                self.selection.clear();
            }
            Message::BeginRule => {
                self.rule_open = true;
                self.selection.clear();
                return rule::save(rule::Change::Begin, session, context);
            }
            Message::RuleChanged(change) => return rule::save(change, session, context),
            Message::ClosePanel => {
                self.rule_open = false;
                self.selection.clear();
            }
            Message::Essay(delegate, text) => return person::save_essay(delegate, &text, session, context),
            Message::Commend(delegate, commended) => {
                let change = move |decision: &mut crate::domain::completion::Decision| {
                    decision.commended = commended;
                };
                let writing = context.store.decide_completion(session, delegate, change);
                return Action::write(writing, |()| None);
            }
            Message::Decide(delegate) => {
                let known = dossier.completion.decisions.get(&delegate);
                let name = self.all().iter().find(|row| row.delegate == delegate).map(|row| row.name.clone());
                self.deciding = name.map(|name| Deciding::new(delegate, name, known));
            }
            Message::Deciding(message) => return self.update_deciding(message, session, context),
            Message::PickList => {
                let title = context.t("results-list-pick");
                let dialog = files::dialog(title, context.t("window-lists"), &ENDINGS);
                return Action::Run(files::pick(dialog).map(Message::Picked));
            }
            Message::Picked(Some(path)) => return self.read_list(list::Source::File(path)),
            Message::Picked(None) => {}
            Message::Paste => return Action::Run(iced::clipboard::read().map(Message::Pasted)),
            Message::Pasted(text) => {
                let name = context.t("window-import-pasted");
                return self.read_list(list::Source::Text { name, text: text.unwrap_or_default() });
            }
            Message::Read(Ok(prepared)) => self.listed = Some(Listed::new(*prepared)),
            Message::Read(Err(reason)) => return Action::Fail(reason),
            Message::List(message) => return self.update_list(message, session, context),
            Message::Reconcile => self.papers = Some(Papers::new(context)),
            Message::Papers(message) => return self.update_papers(message, dossier, context),
            // The session does it: the papers are another tab.
            Message::Certificates => {}
            Message::Attendance => return Action::Go(Route::Session(session, Tab::Attendance)),
            Message::Escape => self.escape(),
        }
        Action::None
    }

    /// What is uppermost goes.
    fn escape(&mut self) {
        if self.deciding.take().is_some() || self.listed.take().is_some() || self.papers.take().is_some() {
            return;
        }
        if self.rule_open || !self.selection.is_empty() {
            self.rule_open = false;
            self.selection.clear();
            return;
        }
        (self.typed, self.refused) = (String::new(), None);
        self.find();
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Escape => Some(Message::Escape),
            Shortcut::Paste if !self.has_dialog() => Some(Message::Paste),
            _ => None,
        }
    }

    fn has_dialog(&self) -> bool {
        self.deciding.is_some() || self.listed.is_some() || self.papers.is_some()
    }

    /// The dialog that is open.
    pub fn dialog<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Option<iced::Element<'a, Message>> {
        if let Some(deciding) = &self.deciding {
            return Some(deciding.view(context).map(Message::Deciding));
        }
        if let Some(listed) = &self.listed {
            return Some(listed.view(context).map(Message::List));
        }
        let papers = self.papers.as_ref()?;
        Some(papers.view(&self.unmatched, dossier, context).map(Message::Papers))
    }
}
