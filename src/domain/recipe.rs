//! Recipes ("mẫu in"): the options of a kind of paper under a name, for every session;
//! and what a session's papers were made like last.
//!
//! Options are JSON here: what stands in them is the business of the papers.

use std::collections::BTreeMap;

use super::id::RecipeId;
use super::mistake::Mistake;
use super::print_run::PastRun;
use crate::vietnamese::clean::clean;

/// Longer names fit no list.
const LONGEST_NAME: usize = 60;

/// A recipe of the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// Its row.
    pub id: RecipeId,
    /// What sessions remember it by: a row number may come to be another recipe's.
    pub uid: String,
    /// The kind of paper, as on the command line: "sign-in-sheet".
    pub paper: String,
    /// Its name: "gửi nhà xe".
    pub name: String,
    /// How the paper looks, as JSON.
    pub options: String,
}

/// How a paper of a session was made last, and what was typed for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperChoice {
    /// How it looked, as JSON.
    pub look: Option<String>,
    /// The recipe it began with; it may be gone.
    pub recipe: Option<String>,
    /// What it says in this session alone, as JSON.
    pub words: Option<String>,
}

/// What is remembered of papers where those of a session are made. Kinds of paper are
/// named as on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PaperMemory {
    /// The recipes, by name.
    pub recipes: Vec<Recipe>,
    /// The recipe used last for a kind of paper, in whatever session.
    pub last_recipes: BTreeMap<String, String>,
    /// How the papers of this session were made.
    pub choices: BTreeMap<String, PaperChoice>,
    /// The last print run of each kind and cluster of this session.
    pub runs: Vec<PastRun>,
}

/// The name of a recipe as it is stored.
///
/// Errors: nothing was typed.
pub fn name(entered: &str) -> Result<String, Mistake> {
    let name: String = clean(entered).chars().take(LONGEST_NAME).collect();
    match clean(&name) {
        name if name.is_empty() => Err(Mistake::NoRecipeName),
        name => Ok(name),
    }
}

/// Whether two names are one to the user: "Bàn đón" and "bàn đón".
pub fn is_same_name(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_clean_line_that_says_something() {
        assert_eq!(name("  gửi\u{a0}nhà  xe\n"), Ok("gửi nhà xe".to_owned()));
        assert_eq!(name(" \u{200b}\t"), Err(Mistake::NoRecipeName));
        assert_eq!(name(&"bàn ".repeat(100)).map(|name| name.chars().count() <= LONGEST_NAME), Ok(true));
        assert!(is_same_name("Bàn Đón", "bàn đón") && !is_same_name("bàn đón", "ban don"));
    }
}
