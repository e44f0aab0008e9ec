//! Recipes, and what is remembered of a session's papers: saved, found again, undone.

use crate::support::editing::StoreBench;
use crate::support::store::{small_session, step};
use serde_json::{Map, Value, json};
use taphuan::domain::id::DelegateId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::print_run::{PrintRun, PrintedPage};
use taphuan::domain::recipe::{PaperMemory, Recipe};
use taphuan::domain::session::SessionDetails;
use taphuan::locale::{Language, Locale};
use taphuan::sentence::Sentence;
use taphuan::store::{Access, Store, StoreError};

const SHEET: &str = "sign-in-sheet";

fn recipes(bench: &StoreBench) -> Vec<Recipe> {
    bench.store.recipes().wait().expect("recipes")
}

/// "sign-in-sheet: Bàn đón", in the order of the list.
fn names(bench: &StoreBench) -> Vec<String> {
    recipes(bench).iter().map(|one| format!("{}: {}", one.paper, one.name)).collect()
}

fn memory(bench: &StoreBench) -> PaperMemory {
    bench.store.paper_memory(bench.session).wait().expect("memory")
}

fn fields(object: Value) -> Map<String, Value> {
    object.as_object().cloned().expect("an object")
}

/// Writes fields of what a paper says.
fn write(bench: &StoreBench, paper: &str, changed: Value) {
    bench.store.write_words(bench.session, paper, fields(changed)).wait().expect("written");
}

#[test]
fn recipes_are_saved_over_renamed_and_removed_and_each_is_a_step() {
    let bench = StoreBench::new();
    let first = bench.take(|store| store.save_recipe(SHEET, "  gửi  nhà xe ", r#"{"blank_rows":9}"#.into()));
    bench.take(|store| store.save_recipe(SHEET, "bàn đón", "{}".into()));
    bench.take(|store| store.save_recipe("delegate-list", "Bàn đón", "{}".into()));
    let all = ["sign-in-sheet: bàn đón", "delegate-list: Bàn đón", "sign-in-sheet: gửi nhà xe"];
    let mut found = names(&bench);
    found.sort();
    let mut expected = all.map(String::from).to_vec();
    expected.sort();
    assert_eq!(found, expected, "a name is taken for one kind of paper alone");

    let over = bench.take(|store| store.save_recipe(SHEET, "Gửi nhà xe", r#"{"blank_rows":2}"#.into()));
    assert_eq!(over, first, "the same recipe, with other options");
    let read =
        |bench: &StoreBench| recipes(bench).into_iter().find(|one| one.uid == first).expect("the recipe");
    assert_eq!(read(&bench).options, r#"{"blank_rows":2}"#);
    bench.undo();
    assert_eq!(
        (read(&bench).options.as_str(), read(&bench).name.as_str()),
        (r#"{"blank_rows":9}"#, "gửi nhà xe")
    );

    let id = read(&bench).id;
    bench.take(|store| store.rename_recipe(id, "gửi bảo vệ"));
    assert_eq!(read(&bench).name, "gửi bảo vệ");
    bench.undo();
    bench.take(|store| store.remove_recipe(id));
    assert_eq!(recipes(&bench).len(), 2);
    bench.undo();
    assert_eq!(read(&bench).name, "gửi nhà xe", "and sessions still know it");
}

#[test]
fn what_cannot_be_done_with_a_recipe_says_why() {
    let bench = StoreBench::new();
    bench.take(|store| store.save_recipe(SHEET, "Bàn đón", "{}".into()));
    bench.take(|store| store.save_recipe(SHEET, "Nhà xe", "{}".into()));
    let id = recipes(&bench).iter().find(|one| one.name == "Nhà xe").expect("there").id;
    let taken = Mistake::RecipeNameTaken("Bàn đón".into());
    assert_eq!(bench.refused(|store| store.rename_recipe(id, "BÀN ĐÓN")), taken);
    assert_eq!(bench.refused(|store| store.rename_recipe(id, " ")), Mistake::NoRecipeName);
    assert_eq!(bench.refused(|store| store.save_recipe(SHEET, "\t", "{}".into())), Mistake::NoRecipeName);
    bench.take(|store| store.rename_recipe(id, "NHÀ XE"));
    bench.take(|store| store.remove_recipe(id));
    assert_eq!(bench.refused(|store| store.remove_recipe(id)), Mistake::UnknownRecipe);
    assert_eq!(bench.refused(|store| store.rename_recipe(id, "Khác")), Mistake::UnknownRecipe);
}

#[test]
fn how_a_paper_looked_is_remembered_without_a_step() {
    let bench = StoreBench::new();
    let details = SessionDetails { title: "Lớp khác".into(), ..SessionDetails::default() };
    let other = bench.take(|store| store.create_session(details, None));
    bench.undo();
    let history = bench.store.history(50).wait().expect("history");
    let look = |text: &str, recipe: Option<&str>| {
        let kept = bench.store.remember_look(bench.session, SHEET, text.into(), recipe.map(String::from));
        kept.wait().expect("kept");
    };
    look(r#"{"blank_rows":1}"#, Some("u1"));
    look(r#"{"blank_rows":2}"#, Some("u2"));
    let choice = memory(&bench).choices[SHEET].clone();
    assert_eq!((choice.look.as_deref(), choice.recipe.as_deref()), (Some(r#"{"blank_rows":2}"#), Some("u2")));
    assert_eq!(memory(&bench).last_recipes[SHEET], "u2");
    assert_eq!(bench.store.history(50).wait().expect("history"), history, "nothing to tell");
    let redone = bench.store.redo().wait().expect("redo").label();
    assert!(redone.is_some(), "what was undone can still be redone");
    assert!(bench.store.dossier(other).wait().is_ok());

    look("{}", None);
    assert!(memory(&bench).last_recipes.is_empty(), "as usual again");
    bench.store.remember_look(other, SHEET, "{}".into(), Some("u3".into())).wait().expect("kept");
    assert_eq!(memory(&bench).choices[SHEET].recipe, None);
    assert_eq!(memory(&bench).last_recipes[SHEET], "u3", "the last used in any session");
}

#[test]
fn what_was_typed_for_a_letter_is_there_after_closing_and_can_be_undone() {
    let bench = StoreBench::new();
    write(&bench, "invitation", json!({"number": "4"}));
    // Typed on within ten seconds: one step.
    write(&bench, "invitation", json!({"number": "45"}));
    let number = |memory: PaperMemory| memory.choices.get("invitation").and_then(|one| one.words.clone());
    assert_eq!(number(memory(&bench)).as_deref(), Some(r#"{"number":"45"}"#));
    let again = Store::open(&bench.path, Access::Read).expect("open");
    let read = again.paper_memory(bench.session).wait().expect("memory");
    assert_eq!(number(read).as_deref(), Some(r#"{"number":"45"}"#));
    bench.undo();
    assert_eq!(number(memory(&bench)), None);
    bench.redo();
    assert!(number(memory(&bench)).is_some());
}

#[test]
fn each_field_is_a_step_and_a_write_takes_nothing_along_that_was_undone() {
    let bench = StoreBench::new();
    write(&bench, "budget", json!({"prices": {"Water": 20_000}}));
    write(&bench, "budget", json!({"prices": {"Venue": 5_000_000}}));
    write(&bench, "budget", json!({"source": "Kinh  phí năm 2020"}));
    write(&bench, "budget", json!({"source": "Xã hội hóa"}));
    let words = || {
        let words = memory(&bench).choices.remove("budget").and_then(|one| one.words).unwrap_or_default();
        serde_json::from_str(&words).unwrap_or(Value::Null)
    };
    assert_eq!(words()["source"], "Xã hội hóa");
    bench.undo();
    bench.undo();
    assert_eq!(words(), json!({"prices": {"Water": 20_000}}));
    write(&bench, "budget", json!({"issued": "2020-09-05"}));
    assert_eq!(words(), json!({"prices": {"Water": 20_000}, "issued": "2020-09-05"}));
    write(&bench, "budget", json!({"prices": {"Water": null}}));
    assert_eq!(words()["prices"], json!({"Water": null}), "that it was taken out is remembered");
    bench.undo();
    let before = bench.store.history(50).wait().expect("history");
    write(&bench, "budget", json!({"issued": "2020-09-05"}));
    assert_eq!(bench.store.history(50).wait().expect("history"), before, "nothing changed");
    bench.undo();
    bench.undo();
    assert_eq!(words(), Value::Null);
}

#[test]
fn the_history_names_the_field_that_was_typed() {
    let bench = StoreBench::new();
    let (vietnamese, english) = (Locale::new(Language::Vietnamese), Locale::new(Language::English));
    let label = || bench.store.undo_label().wait().expect("label").expect("a step");
    write(&bench, "budget", json!({"prices": {"Water": 20_000}}));
    assert_eq!(vietnamese.say(&label()), "Ghi đơn giá trong giấy tờ của lớp “Tập huấn thử”");
    write(&bench, "budget", json!({"issued": "2020-09-05", "source": "Xã hội hóa"}));
    assert_eq!(vietnamese.say(&label()), "Ghi nội dung trong giấy tờ của lớp “Tập huấn thử”");
    // As an earlier program wrote it into the history.
    let earlier = Sentence::new("operation-paper-words").with("title", "A");
    assert_eq!(vietnamese.say(&earlier), "Ghi nội dung trong giấy tờ của lớp “A”");
    assert_eq!(english.say(&earlier), "Fill in the details in a paper of the session “A”");
}

#[test]
fn a_new_look_leaves_the_prices_that_stand_beside_an_earlier_one() {
    let bench = StoreBench::new();
    let look = |text: &str| {
        bench.store.remember_look(bench.session, "budget", text.into(), None).wait().expect("kept");
        memory(&bench).choices["budget"].look.clone().unwrap_or_default()
    };
    look(r#"{"prices":{"Water":20000},"blank_rows":1}"#);
    assert_eq!(look(r#"{"blank_rows":2}"#), r#"{"blank_rows":2,"prices":{"Water":20000}}"#);
}

#[test]
fn a_session_that_is_deleted_comes_back_with_its_letters() {
    let bench = StoreBench::new();
    bench.take(|store| store.write_words(bench.session, "plan", fields(json!({"recipients": "Huyện ủy"}))));
    bench.store.remember_look(bench.session, SHEET, "{}".into(), None).wait().expect("kept");
    let before = memory(&bench);
    bench.take(|store| store.delete_session(bench.session));
    let gone = bench.store.paper_memory(bench.session).wait();
    assert!(matches!(gone, Err(StoreError::NoSession(_))), "{gone:?}");
    bench.undo();
    assert_eq!(memory(&bench), before);
}

#[test]
fn a_session_comes_back_also_when_papers_of_another_were_looked_at_meanwhile() {
    let bench = StoreBench::new();
    let other = bench.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    let look = |session| bench.store.remember_look(session, SHEET, "{}".into(), None).wait().expect("kept");
    look(bench.session);
    bench.store.delete_session(bench.session).wait().expect("deleted");
    look(other);
    assert_eq!(bench.undo().id, "operation-session-delete");
    assert_eq!(memory(&bench).choices[SHEET].look.as_deref(), Some("{}"));
}

#[test]
fn a_setting_is_redone_also_when_a_paper_was_looked_at_meanwhile() {
    let bench = StoreBench::new();
    bench.store.set_setting("language", Some("en".into())).wait().expect("set");
    bench.undo();
    let looked = bench.store.remember_look(bench.session, SHEET, "{}".into(), Some("u1".into()));
    looked.wait().expect("kept");
    assert_eq!(bench.redo().id, "operation-setting");
    assert_eq!(bench.store.setting("language").wait().expect("setting").as_deref(), Some("en"));
}

#[test]
fn the_last_run_of_each_paper_and_cluster_is_what_pages_are_compared_with() {
    let bench = StoreBench::new();
    let clusters: Vec<_> = bench.dossier().clusters.iter().map(|one| one.id).collect();
    let run = |cluster, codes: &[&str]| PrintRun {
        signatures: Default::default(),
        printed: true,
        session: bench.session,
        paper: SHEET.into(),
        cluster,
        options: "{}".into(),
        pages: codes
            .iter()
            .map(|code| PrintedPage { code: (*code).into(), delegates: Vec::new(), sheet: None })
            .collect(),
    };
    let runs = vec![run(None, &["1", "2"]), run(Some(clusters[0]), &["3"])];
    bench.store.record_prints(runs).wait().expect("kept");
    bench.store.record_prints(vec![run(None, &["1", "4", "5"])]).wait().expect("kept");
    bench.store.record_prints(Vec::new()).wait().expect("nothing is no mistake");
    let mut found: Vec<_> = memory(&bench).runs.into_iter().map(|run| (run.cluster, run.codes)).collect();
    found.sort();
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    assert_eq!(found, [(None, codes(&["1", "4", "5"])), (Some(clusters[0]), codes(&["3"]))]);
    let other = bench.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    assert!(bench.store.paper_memory(other).wait().expect("memory").runs.is_empty());
}

/// The codes of every run that is still there, oldest first.
fn all_runs(bench: &StoreBench) -> Vec<String> {
    let connection = rusqlite::Connection::open(&bench.path).expect("open");
    let mut runs = connection
        .prepare(
            "SELECT (SELECT group_concat(code, ' ') FROM print_run_page WHERE print_run_id = print_run.id)
             FROM print_run ORDER BY id",
        )
        .expect("a query");
    runs.query_map([], |row| row.get(0)).expect("runs").map(|run| run.expect("codes")).collect()
}

#[test]
fn a_run_goes_once_each_of_its_pages_was_printed_again() {
    let bench = StoreBench::new();
    let cluster = bench.dossier().clusters[0].id;
    let delegate = bench.dossier().delegates[0].id;
    let run = |cluster, codes: &[&str], delegates: &[DelegateId]| PrintRun {
        signatures: Default::default(),
        printed: true,
        session: bench.session,
        paper: SHEET.into(),
        cluster,
        options: "{}".into(),
        pages: codes
            .iter()
            .map(|code| PrintedPage { code: (*code).into(), delegates: delegates.to_vec(), sheet: None })
            .collect(),
    };
    let record = |run| bench.store.record_prints(vec![run]).wait().expect("kept");
    record(run(None, &["1", "2"], &[]));
    record(run(None, &["1", "3"], &[]));
    assert_eq!(all_runs(&bench), ["1 2", "1 3"], "2 stands nowhere else: who signed it must be found");
    record(run(Some(cluster), &["2"], &[]));
    record(PrintRun { paper: "delegate-list".into(), ..run(None, &["2"], &[]) });
    assert_eq!(all_runs(&bench).len(), 4, "another cluster and another paper are other sheets");
    record(run(None, &["2", "4"], &[]));
    assert_eq!(all_runs(&bench), ["1 3", "2", "2", "2 4"], "1 and 2 stand in two later runs");
    record(run(None, &["1", "3"], &[delegate]));
    assert_eq!(all_runs(&bench).len(), 5, "the same code for other people takes nothing away");
    record(run(None, &["1", "3"], &[delegate]));
    assert_eq!(all_runs(&bench).len(), 5, "printed twice and remembered once");
}

#[test]
fn what_was_printed_stays_until_it_is_printed_again() {
    let bench = StoreBench::new();
    let record = |printed, codes: &[&str]| {
        let page = |code: &&str| PrintedPage { code: (*code).into(), delegates: Vec::new(), sheet: None };
        let run = PrintRun {
            signatures: Default::default(),
            printed,
            session: bench.session,
            paper: SHEET.into(),
            cluster: None,
            options: "{}".into(),
            pages: codes.iter().map(page).collect(),
        };
        bench.store.record_prints(vec![run]).wait().expect("kept");
    };
    let last = || memory(&bench).runs.into_iter().map(|run| (run.printed, run.codes)).collect::<Vec<_>>();
    record(false, &["1", "2"]);
    assert_eq!(last(), [(false, vec!["1".into(), "2".into()])], "a file that was saved");
    record(true, &["1", "2"]);
    record(false, &["1", "2"]);
    record(false, &["1", "3"]);
    assert_eq!(last(), [(true, vec!["1".into(), "2".into()])], "saving takes no print away");
    record(true, &["1", "2"]);
    assert_eq!(all_runs(&bench), ["1 3", "1 2"], "printed again, and remembered once");
}
