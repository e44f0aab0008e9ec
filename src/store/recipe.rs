//! Recipes: options of a paper under a name.

use rusqlite::{Connection, Row};

use super::error::{Result, StoreError};
use super::record::Record;
use super::transact::Step;
use crate::domain::id::RecipeId;
use crate::domain::mistake::Mistake;
use crate::domain::recipe::{Recipe, is_same_name};
use crate::vietnamese::collate;

/// Every recipe, by name.
pub(super) fn all(connection: &Connection) -> Result<Vec<Recipe>> {
    let mut query =
        connection.prepare_cached("SELECT id, uid, paper, name, options FROM paper_recipe ORDER BY id")?;
    let mut all = query.query_map([], recipe)?.collect::<rusqlite::Result<Vec<_>>>()?;
    all.sort_by_cached_key(|recipe| collate::key(&recipe.name));
    Ok(all)
}

/// One recipe.
pub(super) fn read(connection: &Connection, id: RecipeId) -> Result<Recipe> {
    let found = all(connection)?.into_iter().find(|recipe| recipe.id == id);
    found.ok_or_else(|| StoreError::from(Mistake::UnknownRecipe))
}

/// The recipe of a paper that has this name.
pub(super) fn named(connection: &Connection, paper: &str, name: &str) -> Result<Option<Recipe>> {
    let mut all = all(connection)?.into_iter();
    Ok(all.find(|recipe| recipe.paper == paper && is_same_name(&recipe.name, name)))
}

/// Saves options under a name, over the recipe of that name where there is one.
/// Returns what sessions remember it by.
pub(super) fn save(step: &Step<'_>, paper: &str, name: &str, options: &str) -> Result<String> {
    let row = Record::of("paper_recipe").set("name", name).set("paper", paper).set("options", options);
    match named(step, paper, name)? {
        Some(recipe) => {
            if recipe.options != options || recipe.name != name {
                row.update(step, recipe.id.0)?;
            }
            Ok(recipe.uid)
        }
        None => {
            let id = row.with_uid().insert(step)?;
            Ok(read(step, RecipeId(id))?.uid)
        }
    }
}

/// Gives a recipe another name.
pub(super) fn rename(step: &Step<'_>, id: RecipeId, name: &str) -> Result<()> {
    let recipe = read(step, id)?;
    match named(step, &recipe.paper, name)? {
        Some(other) if other.id != id => Err(Mistake::RecipeNameTaken(other.name).into()),
        _ if recipe.name == name => Ok(()),
        _ => Record::of("paper_recipe").set("name", name).update(step, id.0),
    }
}

/// Takes a recipe away. Sessions that were made with it keep their options.
pub(super) fn remove(step: &Step<'_>, id: RecipeId) -> Result<()> {
    step.execute("DELETE FROM paper_recipe WHERE id = ?1", [id.0])?;
    Ok(())
}

fn recipe(row: &Row<'_>) -> rusqlite::Result<Recipe> {
    Ok(Recipe {
        id: RecipeId(row.get("id")?),
        uid: row.get("uid")?,
        paper: row.get("paper")?,
        name: row.get("name")?,
        options: row.get("options")?,
    })
}
