//! "Cả bộ hồ sơ" as files: numbered, whole, and honest about what is missing.

use std::path::Path;

use crate::support::dossier::session;
use taphuan::domain::dossier::Dossier;
use taphuan::export::bundle::{Bundle, Outcome, Wish, write};
use taphuan::paper::{Options, PaperKind};
use taphuan::progress::Progress;
use taphuan::sentence::Sentence;

fn made(dossier: &Dossier, wish: &Wish, folder: &Path) -> Bundle {
    match write(dossier, wish, folder, false, &Progress::default()) {
        Ok(Outcome::Written(bundle)) => bundle,
        other => panic!("not written: {other:?}"),
    }
}

fn names(bundle: &Bundle) -> Vec<String> {
    let name = |path: &std::path::PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    bundle.files.iter().map(name).collect()
}

#[test]
fn every_kind_is_a_file_of_its_own_number_and_a_print_run() {
    let folder = tempfile::tempdir().expect("folder");
    let bundle = made(&session(30, 3, 2), &Wish::default(), folder.path());
    assert_eq!(bundle.missing, []);
    assert_eq!(bundle.files.len(), PaperKind::ALL.len());
    for (number, name) in (1..).zip(names(&bundle)) {
        assert!(name.starts_with(&format!("{number:02}-")), "{name}");
    }
    assert_eq!(bundle.runs.len(), bundle.files.len());
    assert_eq!(bundle.runs.iter().map(|run| run.pages.len()).sum::<usize>(), bundle.pages);
    assert!(bundle.files.iter().all(|path| path.metadata().is_ok_and(|about| about.len() > 1000)));
}

#[test]
fn a_kind_keeps_its_number_though_others_could_not_be_made() {
    let folder = tempfile::tempdir().expect("folder");
    let whole = made(&session(30, 1, 2), &Wish::default(), &folder.path().join("a"));
    let nobody = Dossier { delegates: Vec::new(), certificates: Vec::new(), ..session(30, 1, 2) };
    let bundle = made(&nobody, &Wish::default(), &folder.path().join("b"));
    assert!(!bundle.files.is_empty() && !bundle.missing.is_empty());
    assert!(names(&bundle).iter().all(|name| names(&whole).contains(name)));
    let options = Options::default();
    let lists = PaperKind::ALL.into_iter().filter(|kind| kind.about().lists_delegates);
    for kind in lists.filter(|kind| !options.of(*kind).has_blank_form()) {
        let reason = Sentence::new("paper-nobody-listed");
        assert!(bundle.missing.contains(&(kind, reason)), "{}", kind.id());
    }
    assert_eq!(bundle.files.len() + bundle.missing.len(), PaperKind::ALL.len());
}

#[test]
fn a_cluster_without_delegates_is_no_news_while_others_have_some() {
    let folder = tempfile::tempdir().expect("folder");
    let mut dossier = session(30, 3, 2);
    let empty = dossier.clusters[1].id;
    dossier.delegates.retain(|one| one.cluster != Some(empty));
    let wish = Wish { each_cluster: true, editable: true, ..Wish::default() };
    let bundle = made(&dossier, &wish, folder.path());
    assert_eq!(bundle.missing, []);
    let has = |end: &str| names(&bundle).iter().any(|name| name[2..] == *end);
    for kind in ["-giay-chung-nhan", "-the-dai-bieu", "-so-cap-giay-chung-nhan"] {
        assert!(has(&format!("{kind}-cum-1.pdf")) && !has(&format!("{kind}-cum-2.pdf")), "{kind}");
    }
    assert!(has("-chuong-trinh-cum-2.pdf"), "a programme needs nobody");
    assert!(has("-danh-sach-ky-ten-cum-2.pdf"), "there is something to sign in every hall");
    assert_eq!(bundle.blank.len(), 3, "{:?}", bundle.blank);
    assert!(has("-danh-sach-ky-ten-cum-1.docx") && has("-danh-sach-ky-ten-cum-1.xlsx"));
    assert!(has("-ke-hoach.pdf") && has("-ke-hoach.docx"));
}

#[test]
fn what_is_stopped_begins_no_more_and_what_is_there_is_left_alone() {
    let folder = tempfile::tempdir().expect("folder");
    let stopped = Progress::default();
    stopped.cancel();
    let dossier = session(30, 1, 2);
    let outcome = write(&dossier, &Wish::default(), folder.path(), false, &stopped);
    assert_eq!(outcome, Ok(Outcome::Written(Bundle::default())));

    let first = made(&dossier, &Wish::default(), folder.path());
    let plan = &first.files[0];
    std::fs::write(plan, "của tôi").expect("written");
    let again = write(&dossier, &Wish::default(), folder.path(), false, &Progress::default());
    assert_eq!(again, Ok(Outcome::Exist(first.files.clone())));
    assert_eq!(std::fs::read(plan).expect("there"), "của tôi".as_bytes());
}
