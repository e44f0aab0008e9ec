//! How a session's papers were made last, as options.

use std::collections::HashMap;

use crate::domain::recipe::{PaperMemory, Recipe, is_same_name};
use crate::paper::stored_options::{self, OptionsPart};
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
/// begins with the recipe used last for it, else as usual. A recipe of an earlier program
/// may have prices and remarks in it: they do not come into a session that merely begins
/// with it, for what a paper says is always someone's step.
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
        let options = &mut all.options;
        let look_read = match (own, recipe) {
            (Some(own), _) => stored_options::read(kind, OptionsPart::Look, own, options),
            (None, Some(recipe)) => {
                let read = stored_options::read(kind, OptionsPart::Look, &recipe.options, options);
                stored_options::make_usual(kind, OptionsPart::Words, options);
                read
            }
            (None, None) => Ok(()),
        };
        let words = choice.and_then(|choice| choice.words.as_deref());
        let words_read =
            words.map_or(Ok(()), |words| stored_options::read(kind, OptionsPart::Words, words, options));
        if look_read.and(words_read).is_err() {
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
    use crate::paper::budget::Expense;

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
        assert_eq!(all.options.sign_in_sheet.look.blank_rows, 9);
        assert_eq!(all.recipes.get(&PaperKind::SignInSheet).map(String::as_str), Some("u1"));
        assert!(all.options.sign_in_sheet.look.group && all.damaged.is_empty());
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
        assert_eq!(all.options.sign_in_sheet.look.blank_rows, 3);
        assert!(all.recipes.is_empty(), "it began as usual");
        assert_eq!(all.options.invitation.words.number, "45");
    }

    #[test]
    fn prices_that_an_earlier_program_kept_with_the_look_are_those_of_the_session() {
        let prices = r#"{"prices":{"Water":20000,"Venue":5000000},"blank_rows":2}"#;
        let choice = PaperChoice { look: Some(prices.into()), ..PaperChoice::default() };
        let mut memory = PaperMemory { choices: [("budget".to_owned(), choice)].into(), ..memory() };
        let water = |memory: &PaperMemory| {
            let all = of(memory);
            assert!(all.damaged.is_empty());
            let prices = all.options.budget.words.prices;
            (prices.get(&Expense::Water).copied(), prices.len())
        };
        assert_eq!(water(&memory), (Some(20_000), 2));
        let mut typed = |words: &str| {
            memory.choices.entry("budget".into()).or_default().words = Some(words.into());
            water(&memory)
        };
        assert_eq!(typed(r#"{"source":"Xã hội hóa"}"#), (Some(20_000), 2));
        assert_eq!(typed(r#"{"prices":{"Water":30000}}"#), (Some(30_000), 2));
        assert_eq!(typed(r#"{"prices":{"Water":null}}"#), (None, 1));
    }

    #[test]
    fn prices_of_a_recipe_do_not_come_into_a_session_by_themselves() {
        let mut memory = memory();
        memory.recipes[0].options = r#"{"remark":"Gửi nhà xe","blank_rows":9}"#.into();
        let all = of(&memory);
        let sheet = &all.options.sign_in_sheet;
        assert_eq!((sheet.words.remark.as_str(), sheet.look.blank_rows), ("", 9));
        assert!(all.damaged.is_empty(), "nor are they a fault of the recipe");
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
