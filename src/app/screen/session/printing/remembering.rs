//! What the data file remembers of a session's papers: taken in when the tab opens, and
//! kept when the user changes how a paper looks or what it says.

use iced::Task;

use super::super::super::{Action, Context};
use super::{Message, State, certificate_form, words};
use crate::app::job;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::recipe::PaperMemory;
use crate::export::remembered;
use crate::paper::stored_options::{self, OptionsPart};
use crate::paper::{Options, PaperKind};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

impl State {
    /// Asks for what the data file remembers of the papers.
    pub fn load(&self, session: SessionId, context: Context<'_>) -> Task<Message> {
        let memory = job::ask(context.store.paper_memory(session))
            .map(|answer| Message::Remembers(answer.map(Box::new)));
        Task::batch([memory, certificate_form::State::load(context)])
    }

    /// Whether a paper of this kind was printed, or saved to be printed; `None` until what the data file remembers arrived.
    pub fn was_made(&self, kind: PaperKind) -> Option<bool> {
        self.recipes.ready.then(|| self.runs.iter().any(|run| run.paper == kind.id()))
    }

    /// Takes in what the data file remembers. True when the papers are made otherwise now.
    pub fn remember(&mut self, memory: PaperMemory) -> (bool, Option<Sentence>) {
        let found = remembered::of(&memory);
        self.runs = memory.runs;
        self.recipes.known = memory.recipes;
        // What the user changed and could not keep stands; before the first answer there is none.
        if self.recipes.unkept && self.recipes.ready {
            return (false, None);
        }
        let first = !std::mem::replace(&mut self.recipes.ready, true);
        self.recipes.unkept = false;
        self.recipes.chosen = found.recipes;
        let told = found.damaged.first().filter(|_| first);
        let told = told.map(|_| Sentence::new("window-recipe-damaged"));
        let before = self.choices.how().clone();
        self.choices.set_how(found.options);
        let changed = *self.choices.how() != before;
        (changed || first, told)
    }

    /// Keeps how the paper looks, in passing.
    pub(super) fn keep(
        &mut self,
        before: &Options,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        if !context.can_write() || !self.recipes.ready {
            self.recipes.unkept = true;
            return Action::None;
        }
        let look = |options| stored_options::write(self.choices.kind, OptionsPart::Look, options);
        match look(self.choices.how()) {
            Some(now) if look(before).as_ref() != Some(&now) => {
                self.keep_look(self.choices.kind, now, dossier, context)
            }
            _ => Action::None,
        }
    }

    /// Writes what was typed for the paper, as a step. Its field waits for the answer, so it
    /// is written whatever was on show: what the file refused is on show already when it is
    /// sent again.
    pub(super) fn keep_word(
        &mut self,
        place: &[String],
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        if !context.can_write() {
            self.recipes.unkept = true;
            return Action::None;
        }
        let (session, kind) = (dossier.session.id, self.choices.kind);
        let word = stored_options::word(kind, self.choices.how(), place);
        Action::save(words::key(session, kind, place), context.store.write_words(session, kind.id(), word))
    }

    /// Writes the fields of what the paper says that a recipe filled.
    pub(super) fn keep_words(
        &mut self,
        before: &Options,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let kind = self.choices.kind;
        let changed = stored_options::changed_words(kind, before, self.choices.how());
        if changed.is_empty() {
            return Action::None;
        }
        Action::note(context.store.write_words(dossier.session.id, kind.id(), changed))
    }

    /// Keeps the look of a kind of paper, and the recipe it began with.
    pub(super) fn keep_look(
        &mut self,
        kind: PaperKind,
        look: String,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let recipe = self.recipes.chosen.get(&kind).cloned();
        Action::note(context.store.remember_look(dossier.session.id, kind.id(), look, recipe))
    }

    /// What the data file remembers of the papers arrived.
    pub(super) fn recall(
        &mut self,
        answer: Result<Box<PaperMemory>, StoreError>,
        dossier: &Dossier,
    ) -> Action<Message> {
        let memory = match answer {
            Ok(memory) => *memory,
            Err(error) => {
                self.recipes.ready = true;
                return Action::All(vec![self.redraw(dossier), Action::Fail(error.explain())]);
            }
        };
        let (changed, told) = self.remember(memory);
        if changed {
            self.live.outdate();
        }
        self.compare();
        let redrawn = if changed { self.redraw(dossier) } else { Action::None };
        Action::All(vec![redrawn, told.map_or(Action::None, Action::Fail)])
    }
}
