//! `recipes`: the recipes of papers in the data file.

use std::path::Path;

use serde::Serialize;
use serde_json::Value;

use super::answer::{Done, Refusal};
use super::table::table;
use crate::domain::recipe::Recipe;
use crate::export::remembered;
use crate::locale::Locale;
use crate::paper::PaperKind;
use crate::sentence::Sentence;
use crate::store::{Access, Store};

#[derive(Serialize)]
struct RecipeJson<'a> {
    /// The kind of paper.
    kind: &'a str,
    name: &'a str,
    /// How the paper looks; `null` when that is damaged.
    options: Option<Value>,
}

impl<'a> From<&'a Recipe> for RecipeJson<'a> {
    fn from(recipe: &'a Recipe) -> Self {
        let options = serde_json::from_str(&recipe.options).ok();
        Self { kind: &recipe.paper, name: &recipe.name, options }
    }
}

/// Lists the recipes.
pub(super) fn run(data: &Path, json: bool, locale: &Locale) -> Result<Done, Refusal> {
    let recipes = Store::open(data, Access::Read)?.recipes().wait()?;
    if json {
        let shapes: Vec<_> = recipes.iter().map(RecipeJson::from).collect();
        return Ok(Done::printing_json(&shapes));
    }
    if recipes.is_empty() {
        return Ok(Done::saying(Sentence::new("cli-no-recipes")));
    }
    let rows: Vec<_> = recipes.into_iter().map(|recipe| vec![recipe.paper, recipe.name]).collect();
    Ok(Done::printing(table(&["cli-column-kind", "cli-column-recipe"].map(|id| locale.text(id)), &rows)))
}

/// The recipe of a kind of paper that has this name; the refusal names those there are.
pub(super) fn find<'a>(recipes: &'a [Recipe], kind: PaperKind, name: &str) -> Result<&'a Recipe, Refusal> {
    remembered::by_name(recipes, kind, name).ok_or_else(|| {
        let known: Vec<&str> =
            remembered::of_kind(recipes, kind).map(|recipe| recipe.name.as_str()).collect();
        let message = match known.is_empty() {
            true => Sentence::new("cli-kind-without-recipes"),
            false => Sentence::new("cli-unknown-recipe").with("known", known.join(", ")),
        };
        Refusal(message.with("recipe", name).with("kind", kind.id()))
    })
}
