//! What the data file remembers of a session's papers: taken in when the tab opens, and
//! kept when the user changes how a paper looks or what a letter says.

use iced::Task;

use super::super::super::{Action, Context};
use super::{Message, State, recipes};
use crate::app::job;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::recipe::PaperMemory;
use crate::export::remembered;
use crate::message::{Explain, Message as Sentence};
use crate::paper::Options;
use crate::paper::kept::{self, Part};
use crate::store::StoreError;

impl State {
    /// Asks for what the data file remembers of the papers.
    pub fn load(&self, session: SessionId, context: Context<'_>) -> Task<Message> {
        let edits = self.recipes.edits;
        job::ask(context.store.paper_memory(session))
            .map(move |answer| Message::Remembers(edits, answer.map(Box::new)))
    }

    /// Takes in what the data file remembers. True when the papers are made otherwise now.
    pub fn remember(&mut self, edits: u64, memory: PaperMemory) -> (bool, Option<Sentence>) {
        let found = remembered::of(&memory);
        self.runs = memory.runs;
        self.recipes.known = memory.recipes;
        // A newer change of the user stands; before the first answer there is none.
        let newer = self.recipes.unkept || edits < self.recipes.edits;
        if newer && self.recipes.ready {
            return (false, None);
        }
        let first = !std::mem::replace(&mut self.recipes.ready, true);
        self.recipes.unkept = false;
        self.recipes.chosen = found.recipes;
        let told = found.damaged.first().filter(|_| first);
        let told = told.map(|_| Sentence::new("window-recipe-damaged"));
        let changed = *self.choices.how() != found.options;
        self.choices.set_how(found.options);
        (changed || first, told)
    }

    /// Keeps what was changed: how the paper looks in passing, its words as a step.
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
        let kind = self.choices.kind;
        let changed = |part| {
            let now = kept::write(kind, part, self.choices.how());
            if now == kept::write(kind, part, before) { None } else { now }
        };
        let (look, words) = (changed(Part::Look), changed(Part::Words));
        let mut actions = Vec::new();
        if let Some(look) = look {
            actions.push(self.keep_look(look, dossier, context));
        }
        if let Some(words) = words {
            self.recipes.edits += 1;
            let written = context.store.write_words(dossier.session.id, kind.id(), &words);
            actions
                .push(Action::save(written, |answer| Message::Recipe(recipes::Message::WordsKept(answer))));
        }
        Action::All(actions)
    }

    pub(super) fn keep_look(
        &mut self,
        look: String,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let kind = self.choices.kind;
        self.recipes.edits += 1;
        let recipe = self.recipes.chosen.get(&kind).cloned();
        let kept = context.store.remember_look(dossier.session.id, kind.id(), look, recipe);
        Action::Run(job::ask(kept).map(|answer| Message::Recipe(recipes::Message::LookKept(answer))))
    }

    /// What the data file remembers of the papers arrived.
    pub(super) fn recall(
        &mut self,
        edits: u64,
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
        let (changed, told) = self.remember(edits, memory);
        if changed {
            self.live.outdate();
        }
        self.compare();
        let redrawn = if changed { self.redraw(dossier) } else { Action::None };
        Action::All(vec![redrawn, told.map_or(Action::None, Action::Fail)])
    }
}
