//! Recipes of papers, and what a session's papers were made like.

use serde_json::{Map, Value};

use crate::domain::id::{RecipeId, SessionId};
use crate::domain::recipe::{self as rules, PaperMemory, Recipe};
use crate::sentence::Sentence;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, paper_choice, print_run, recipe, session};

impl Store {
    /// Every recipe, by name.
    pub fn recipes(&self) -> Pending<Vec<Recipe>> {
        self.worker.submit(|thread| recipe::all(&thread.file.connection))
    }

    /// What is remembered of papers where those of a session are made.
    pub fn paper_memory(&self, session: SessionId) -> Pending<PaperMemory> {
        self.worker.submit(move |thread| {
            let connection = &thread.file.connection;
            Ok(PaperMemory {
                recipes: recipe::all(connection)?,
                last_recipes: paper_choice::last_recipes(connection)?,
                choices: paper_choice::of_session(connection, session)?,
                runs: print_run::last(connection, session)?,
            })
        })
    }

    /// Saves options of a paper under a name, over the recipe of that name where
    /// there is one. The answer is what sessions remember it by.
    pub fn save_recipe(&self, paper: &str, name: &str, options: String) -> Writing<String> {
        let (paper, name) = (paper.to_owned(), name.to_owned());
        self.worker.write(move |thread| {
            let name = rules::name(&name)?;
            let label = match recipe::named(&thread.file.connection, &paper, &name)? {
                Some(recipe) => Sentence::new("operation-recipe-over").with("name", recipe.name),
                None => Sentence::new("operation-recipe-save").with("name", name.clone()),
            };
            thread.transact(&Operation::new(label), |step| recipe::save(step, &paper, &name, &options))
        })
    }

    /// Gives a recipe another name.
    pub fn rename_recipe(&self, id: RecipeId, name: &str) -> Writing<()> {
        let name = name.to_owned();
        self.worker.write(move |thread| {
            let name = rules::name(&name)?;
            let from = recipe::read(&thread.file.connection, id)?.name;
            let label =
                Sentence::new("operation-recipe-rename").with("from", from).with("name", name.clone());
            thread.transact(&Operation::new(label), |step| recipe::rename(step, id, &name))
        })
    }

    /// Takes a recipe away. Sessions that were made with it keep their options.
    pub fn remove_recipe(&self, id: RecipeId) -> Writing<()> {
        self.worker.write(move |thread| {
            let name = recipe::read(&thread.file.connection, id)?.name;
            let label = Sentence::new("operation-recipe-remove").with("name", name);
            thread.transact(&Operation::new(label), |step| recipe::remove(step, id))
        })
    }

    /// Remembers how a paper looks in a session, and the recipe it began with: in
    /// passing, without a step to undo.
    pub fn remember_look(
        &self,
        session: SessionId,
        paper: &str,
        look: String,
        recipe: Option<String>,
    ) -> Writing<()> {
        let paper = paper.to_owned();
        self.worker.write(move |thread| {
            thread.transact(&Operation::untracked(), |step| {
                paper_choice::set_look(step, session, &paper, &look, recipe.as_deref())
            })
        })
    }

    /// Writes what a paper says in a session (its number, day of signing, prices): the
    /// fields that changed, into the others as they stand by then. What is typed into one
    /// of them within ten seconds is one step.
    pub fn write_words(&self, session: SessionId, paper: &str, changed: Map<String, Value>) -> Writing<()> {
        let paper = paper.to_owned();
        self.worker.write(move |thread| {
            let field = match changed.keys().collect::<Vec<_>>()[..] {
                [field] => field.as_str(),
                _ => "",
            };
            let label = Sentence::new("operation-paper-words")
                .with("field", field)
                .with("title", session::title(&thread.file.connection, session)?);
            let places = places(&changed).join(", ");
            let operation =
                Operation::new(label).joining(format!("session {session} words {paper} {places}"));
            thread.transact(&operation, |step| paper_choice::set_words(step, session, &paper, changed))
        })
    }
}

/// Where something changes: "prices Water".
fn places(changed: &Map<String, Value>) -> Vec<String> {
    let mut places = Vec::new();
    for (name, value) in changed {
        match value {
            Value::Object(entries) => {
                places.extend(self::places(entries).into_iter().map(|entry| format!("{name} {entry}")));
            }
            _ => places.push(name.clone()),
        }
    }
    places
}
