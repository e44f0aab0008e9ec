//! Recipes, and what is remembered of a session's papers: saved, found again, undone.

mod support;

use support::editing::Desk;
use support::store::{small_session, step};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::print_run::{PrintRun, PrintedPage};
use taphuan::domain::recipe::{PaperMemory, Recipe};
use taphuan::domain::session::SessionDetails;
use taphuan::store::{Access, Store};

const SHEET: &str = "sign-in-sheet";

fn recipes(desk: &Desk) -> Vec<Recipe> {
    desk.store.recipes().wait().expect("recipes")
}

/// "sign-in-sheet: Bàn đón", in the order of the list.
fn names(desk: &Desk) -> Vec<String> {
    recipes(desk).iter().map(|one| format!("{}: {}", one.paper, one.name)).collect()
}

fn memory(desk: &Desk) -> PaperMemory {
    desk.store.paper_memory(desk.session).wait().expect("memory")
}

fn undo(desk: &Desk) {
    desk.store.undo().wait().expect("undo").expect("a step");
}

#[test]
fn recipes_are_saved_over_renamed_and_removed_and_each_is_a_step() {
    let desk = Desk::new();
    let first = desk.take(|store| store.save_recipe(SHEET, "  gửi  nhà xe ", r#"{"blank_rows":9}"#.into()));
    desk.take(|store| store.save_recipe(SHEET, "bàn đón", "{}".into()));
    desk.take(|store| store.save_recipe("delegate-list", "Bàn đón", "{}".into()));
    let all = ["sign-in-sheet: bàn đón", "delegate-list: Bàn đón", "sign-in-sheet: gửi nhà xe"];
    let mut found = names(&desk);
    found.sort();
    let mut expected = all.map(String::from).to_vec();
    expected.sort();
    assert_eq!(found, expected, "a name is taken for one kind of paper alone");

    let over = desk.take(|store| store.save_recipe(SHEET, "Gửi nhà xe", r#"{"blank_rows":2}"#.into()));
    assert_eq!(over, first, "the same recipe, with other options");
    let read = |desk: &Desk| recipes(desk).into_iter().find(|one| one.uid == first).expect("the recipe");
    assert_eq!(read(&desk).options, r#"{"blank_rows":2}"#);
    undo(&desk);
    assert_eq!(
        (read(&desk).options.as_str(), read(&desk).name.as_str()),
        (r#"{"blank_rows":9}"#, "gửi nhà xe")
    );

    let id = read(&desk).id;
    desk.take(|store| store.rename_recipe(id, "gửi bảo vệ"));
    assert_eq!(read(&desk).name, "gửi bảo vệ");
    undo(&desk);
    desk.take(|store| store.remove_recipe(id));
    assert_eq!(recipes(&desk).len(), 2);
    undo(&desk);
    assert_eq!(read(&desk).name, "gửi nhà xe", "and sessions still know it");
}

#[test]
fn what_cannot_be_done_with_a_recipe_says_why() {
    let desk = Desk::new();
    desk.take(|store| store.save_recipe(SHEET, "Bàn đón", "{}".into()));
    desk.take(|store| store.save_recipe(SHEET, "Nhà xe", "{}".into()));
    let id = recipes(&desk).iter().find(|one| one.name == "Nhà xe").expect("there").id;
    let taken = Mistake::RecipeNameTaken("Bàn đón".into());
    assert_eq!(desk.refused(|store| store.rename_recipe(id, "BÀN ĐÓN")), taken);
    assert_eq!(desk.refused(|store| store.rename_recipe(id, " ")), Mistake::NoRecipeName);
    assert_eq!(desk.refused(|store| store.save_recipe(SHEET, "\t", "{}".into())), Mistake::NoRecipeName);
    desk.take(|store| store.rename_recipe(id, "NHÀ XE"));
    desk.take(|store| store.remove_recipe(id));
    assert_eq!(desk.refused(|store| store.remove_recipe(id)), Mistake::UnknownRecipe);
    assert_eq!(desk.refused(|store| store.rename_recipe(id, "Khác")), Mistake::UnknownRecipe);
}

#[test]
fn how_a_paper_looked_is_remembered_without_a_step() {
    let desk = Desk::new();
    let details = SessionDetails { title: "Lớp khác".into(), ..SessionDetails::default() };
    let other = desk.take(|store| store.create_session(details, None));
    undo(&desk);
    let history = desk.store.history(50).wait().expect("history");
    let look = |text: &str, recipe: Option<&str>| {
        let kept = desk.store.remember_look(desk.session, SHEET, text.into(), recipe.map(String::from));
        kept.wait().expect("kept");
    };
    look(r#"{"blank_rows":1}"#, Some("u1"));
    look(r#"{"blank_rows":2}"#, Some("u2"));
    let choice = memory(&desk).choices[SHEET].clone();
    assert_eq!((choice.look.as_deref(), choice.recipe.as_deref()), (Some(r#"{"blank_rows":2}"#), Some("u2")));
    assert_eq!(memory(&desk).last_recipes[SHEET], "u2");
    assert_eq!(desk.store.history(50).wait().expect("history"), history, "nothing to tell");
    assert!(desk.store.redo().wait().expect("redo").is_some(), "what was undone can still be redone");
    assert!(desk.store.dossier(other).wait().is_ok());

    look("{}", None);
    assert!(memory(&desk).last_recipes.is_empty(), "as usual again");
    desk.store.remember_look(other, SHEET, "{}".into(), Some("u3".into())).wait().expect("kept");
    assert_eq!(memory(&desk).choices[SHEET].recipe, None);
    assert_eq!(memory(&desk).last_recipes[SHEET], "u3", "the last used in any session");
}

#[test]
fn what_was_typed_for_a_letter_is_there_after_closing_and_can_be_undone() {
    let desk = Desk::new();
    let write = |words: &str| desk.store.write_words(desk.session, "invitation", words).wait().expect("kept");
    write(r#"{"number":"4"}"#);
    // Typed on within ten seconds: one step.
    write(r#"{"number":"45"}"#);
    let number = |memory: PaperMemory| memory.choices.get("invitation").and_then(|one| one.words.clone());
    assert_eq!(number(memory(&desk)).as_deref(), Some(r#"{"number":"45"}"#));
    let again = Store::open(&desk.path, Access::Read).expect("open");
    let read = again.paper_memory(desk.session).wait().expect("memory");
    assert_eq!(number(read).as_deref(), Some(r#"{"number":"45"}"#));
    undo(&desk);
    assert_eq!(number(memory(&desk)), None);
    desk.store.redo().wait().expect("redo").expect("a step");
    assert!(number(memory(&desk)).is_some());
}

#[test]
fn a_session_that_is_deleted_comes_back_with_its_letters() {
    let desk = Desk::new();
    desk.take(|store| store.write_words(desk.session, "plan", r#"{"recipients":"Huyện ủy"}"#));
    desk.store.remember_look(desk.session, SHEET, "{}".into(), None).wait().expect("kept");
    let before = memory(&desk);
    desk.take(|store| store.delete_session(desk.session));
    assert!(memory(&desk).choices.is_empty());
    undo(&desk);
    assert_eq!(memory(&desk), before);
}

#[test]
fn the_last_run_of_each_paper_and_cluster_is_what_pages_are_compared_with() {
    let desk = Desk::new();
    let clusters: Vec<_> = desk.dossier().clusters.iter().map(|one| one.id).collect();
    let run = |cluster, codes: &[&str]| PrintRun {
        session: desk.session,
        paper: SHEET.into(),
        cluster,
        options: "{}".into(),
        pages: codes.iter().map(|code| PrintedPage { code: (*code).into(), delegates: Vec::new() }).collect(),
    };
    let runs = vec![run(None, &["1", "2"]), run(Some(clusters[0]), &["3"])];
    desk.store.record_prints(runs).wait().expect("kept");
    desk.store.record_print(run(None, &["1", "4", "5"])).wait().expect("kept");
    desk.store.record_prints(Vec::new()).wait().expect("nothing is no mistake");
    let mut found: Vec<_> = memory(&desk).runs.into_iter().map(|run| (run.cluster, run.codes)).collect();
    found.sort();
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    assert_eq!(found, [(None, codes(&["1", "4", "5"])), (Some(clusters[0]), codes(&["3"]))]);
    let other = desk.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    assert!(desk.store.paper_memory(other).wait().expect("memory").runs.is_empty());
}
