//! How a session's papers were made last, as options.

use std::collections::HashMap;

use crate::domain::recipe::{PaperMemory, Recipe, is_same_name};
use crate::paper::kept::{self, Part};
use crate::paper::{Options, PaperKind};

/// Options as they were left, or as the recipe used last has them.
#[derive(Debug, Clone, Default)]
pub struct Remembered {
    /// For every kind of paper.
    pub options: Options,
    /// The recipe a kind began with, as sessions remember it, if it is still there.
    pub recipes: HashMap<PaperKind, String>,
    /// Of these something could not be read, and is as usual.
    pub damaged: Vec<PaperKind>,
}

/// What the papers of a session begin with.
///
/// A session goes on with its own options; one that never had a kind of paper made
/// begins with the recipe used last for it, else as usual.
pub fn of(memory: &PaperMemory) -> Remembered {
    let mut all = Remembered::default();
    for kind in PaperKind::ALL {
        let choice = memory.choices.get(kind.id());
        let own = choice.and_then(|choice| choice.look.as_deref());
        let uid = match (own, choice) {
            (Some(_), Some(choice)) => choice.recipe.as_ref(),
            _ => memory.last_recipes.get(kind.id()),
        };
        let recipe = uid.and_then(|uid| by_uid(&memory.recipes, kind, uid));
        if let Some(recipe) = recipe {
            all.recipes.insert(kind, recipe.uid.clone());
        }
        let look = own.or(recipe.map(|recipe| recipe.options.as_str()));
        let words = choice.and_then(|choice| choice.words.as_deref());
        let mut take = |part, kept: Option<&str>| {
            kept.is_none_or(|kept| kept::read(kind, part, kept, &mut all.options).is_ok())
        };
        let whole = take(Part::Look, look) & take(Part::Words, words);
        if !whole {
            all.damaged.push(kind);
        }
    }
    all
}

/// The recipe that sessions remember by this.
pub fn by_uid<'a>(recipes: &'a [Recipe], kind: PaperKind, uid: &str) -> Option<&'a Recipe> {
    of_kind(recipes, kind).find(|recipe| recipe.uid == uid)
}

/// The recipe of this name.
pub fn by_name<'a>(recipes: &'a [Recipe], kind: PaperKind, name: &str) -> Option<&'a Recipe> {
    of_kind(recipes, kind).find(|recipe| is_same_name(&recipe.name, name.trim()))
}

/// The recipes of a kind of paper.
pub fn of_kind(recipes: &[Recipe], kind: PaperKind) -> impl Iterator<Item = &Recipe> {
    recipes.iter().filter(move |recipe| recipe.paper == kind.id())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RecipeId;
    use crate::domain::recipe::PaperChoice;

    fn memory() -> PaperMemory {
        let recipe = Recipe {
            id: RecipeId(1),
            uid: "u1".into(),
            paper: "sign-in-sheet".into(),
            name: "Bàn đón".into(),
            options: r#"{"blank_rows":9}"#.into(),
        };
        let last = ("sign-in-sheet".to_owned(), "u1".to_owned());
        PaperMemory { recipes: vec![recipe], last_recipes: [last].into(), ..PaperMemory::default() }
    }

    #[test]
    fn a_session_without_options_of_its_own_begins_with_the_recipe_used_last() {
        let all = of(&memory());
        assert_eq!(all.options.sign_in_sheet.blank_rows, 9);
        assert_eq!(all.recipes.get(&PaperKind::SignInSheet).map(String::as_str), Some("u1"));
        assert!(all.options.sign_in_sheet.group && all.damaged.is_empty());
    }

    #[test]
    fn a_session_goes_on_with_its_own_options_whatever_was_used_elsewhere() {
        let mut memory = memory();
        let look = Some(r#"{"blank_rows":3}"#.to_owned());
        let words = Some(r#"{"number":"45"}"#.to_owned());
        let own = PaperChoice { look, ..PaperChoice::default() };
        memory.choices.insert("sign-in-sheet".into(), own);
        memory.choices.insert("invitation".into(), PaperChoice { words, ..PaperChoice::default() });
        let all = of(&memory);
        assert_eq!(all.options.sign_in_sheet.blank_rows, 3);
        assert!(all.recipes.is_empty(), "it began as usual");
        assert_eq!(all.options.invitation.number, "45");
    }

    #[test]
    fn a_damaged_recipe_or_one_that_is_gone_is_as_usual() {
        let mut memory = memory();
        memory.recipes[0].options = "{\"blank_rows\":".into();
        let all = of(&memory);
        assert_eq!(all.options, Options::default());
        assert_eq!(all.damaged, [PaperKind::SignInSheet]);
        memory.recipes.clear();
        let all = of(&memory);
        assert!(all.recipes.is_empty() && all.damaged.is_empty());
    }

    #[test]
    fn a_name_finds_the_recipe_of_its_own_kind_alone() {
        let recipes = memory().recipes;
        assert!(by_name(&recipes, PaperKind::SignInSheet, " bàn đón ").is_some());
        assert!(by_name(&recipes, PaperKind::DelegateList, "Bàn đón").is_none());
    }
}
