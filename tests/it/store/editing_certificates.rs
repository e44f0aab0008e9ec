//! Certificates as the window makes them out and numbers them.

use crate::support::editing::StoreBench;
use crate::support::store::{becomes, person};
use taphuan::domain::certificate::CertificateForm;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::overview::{Overview, SessionTask, Task};
use taphuan::domain::print_run::{PrintRun, PrintedPage};
use taphuan::domain::session::SessionDetails;

/// A session made in the window, with three delegates.
fn own_session(bench: &StoreBench) -> SessionId {
    let organisation = bench.store.organisations().wait().expect("organisations")[0].id;
    let details = SessionDetails {
        title: "Lớp mới".into(),
        dates: Some("2026-11-25/2026-11-26".parse().expect("dates")),
        ..SessionDetails::default()
    };
    let session = bench.take(|store| store.create_session(details, Some(organisation)));
    let people = ["Trần Văn Ba", "Lê Thị Hai", "Phạm Văn Một"];
    let people = people.map(|name| NewDelegate::Unknown(person(name, 1980, "Xã Tam Dân")));
    bench.take(|store| store.add_delegates(session, None, people.into()));
    session
}

/// "01/CN-MTTQ Trần Văn Ba", in the order of the numbers; voided ones marked.
fn register(bench: &StoreBench, session: SessionId) -> Vec<String> {
    let dossier = bench.store.dossier(session).wait().expect("dossier");
    let line = |one: &taphuan::domain::certificate::Certificate| {
        let whom = dossier.delegates.iter().find(|delegate| delegate.id == one.delegate).expect("whom");
        let void = if !one.is_valid() { " (hủy)" } else { "" };
        format!("{} {}{void}", one.printed_number, whom.details.full_name)
    };
    dossier.certificates.iter().map(line).collect()
}

fn form(bench: &StoreBench, session: SessionId) -> CertificateForm {
    bench.store.dossier(session).wait().expect("dossier").certificate_form()
}

#[test]
fn numbers_are_given_in_the_order_of_the_list_without_asking_for_a_form_first() {
    let bench = StoreBench::new();
    let session = own_session(&bench);
    assert_eq!(form(&bench, session).date.map(|day| day.to_string()).as_deref(), Some("2026-11-26"));
    assert_eq!(bench.take(|store| store.issue_certificates(session)), 3);
    let given = ["01/CN-MTTQ Trần Văn Ba", "02/CN-MTTQ Lê Thị Hai", "03/CN-MTTQ Phạm Văn Một"];
    assert_eq!(register(&bench, session), given);
    assert_eq!(bench.refused(|store| store.issue_certificates(session)), Mistake::NobodyToCertify);

    // Who comes later gets the next number; the others keep theirs.
    let late = NewDelegate::Unknown(person("An Văn Đến", 1970, "Xã Tam Dân"));
    bench.take(|store| store.add_delegates(session, None, vec![late]));
    assert_eq!(bench.take(|store| store.issue_certificates(session)), 1);
    assert_eq!(register(&bench, session)[3], "04/CN-MTTQ An Văn Đến");
}

#[test]
fn whoever_left_gets_no_number_and_whose_was_voided_gets_another() {
    let bench = StoreBench::new();
    let session = own_session(&bench);
    bench.take(|store| store.issue_certificates(session));
    let dossier = bench.store.dossier(session).wait().expect("dossier");
    let all: Vec<_> = dossier.certificates.iter().map(|one| one.delegate).collect();
    bench.store.certificates_printed(session, all.clone()).wait().expect("noted");
    bench.undo();
    bench.take(|store| store.remove_delegates(session, vec![all[1]]));
    assert_eq!(bench.take(|store| store.issue_certificates(session)), 2);
    let valid: Vec<_> =
        register(&bench, session).into_iter().filter(|line| !line.ends_with("(hủy)")).collect();
    assert_eq!(valid, ["04/CN-MTTQ Trần Văn Ba", "05/CN-MTTQ Phạm Văn Một"]);
}

#[test]
fn numbers_that_were_never_printed_are_free_again_when_undone() {
    let bench = StoreBench::new();
    let session = own_session(&bench);
    bench.store.issue_certificates(session).wait().expect("issue");
    bench.undo();
    assert_eq!(register(&bench, session), [""; 0]);
    assert_eq!(form(&bench, session).next_number, 1);
}

#[test]
fn numbers_that_were_printed_stay_used_whatever_is_undone() {
    let bench = StoreBench::new();
    let session = own_session(&bench);
    bench.store.issue_certificates(session).wait().expect("issue");
    let dossier = bench.store.dossier(session).wait().expect("dossier");
    let printed: Vec<_> = dossier.certificates.iter().take(2).map(|one| one.delegate).collect();
    let note = |who: &[_]| bench.store.certificates_printed(session, who.to_vec()).wait().expect("noted");
    assert_eq!(note(&printed), 2);
    assert_eq!(note(&printed), 0, "each is noted once");
    let waiting = |overview: &Overview| {
        let tasks = overview.tasks(jiff::civil::date(2026, 11, 21)).into_iter();
        tasks.filter(|task| matches!(task, Task::Of(of, SessionTask::Unprinted(1)) if *of == session)).count()
    };
    assert_eq!(waiting(&bench.store.overview().wait().expect("overview")), 1, "one is left to be printed");

    bench.undo();
    let after = bench.store.dossier(session).wait().expect("dossier").certificates;
    let voided: Vec<_> = after.iter().map(|one| (one.number, one.state.code())).collect();
    assert_eq!(voided, [(1, "voided"), (2, "voided")]);
    let form = bench.store.dossier(session).wait().expect("dossier").certificate_form();
    assert_eq!(form.next_number, 3, "what is told is what is given");
    bench.redo();
    let again = bench.store.dossier(session).wait().expect("dossier").certificates;
    let valid = again.iter().filter(|one| one.is_valid()).count();
    assert_eq!((again.len(), valid), (3, 3));
}

#[test]
fn undoing_and_redoing_numbers_of_one_session_leaves_those_of_another_alone() {
    let bench = StoreBench::new();
    let (first, second) = (own_session(&bench), own_session(&bench));
    bench.store.issue_certificates(first).wait().expect("issue");
    let dossier = bench.store.dossier(first).wait().expect("dossier");
    let printed = dossier.certificates.iter().map(|one| one.delegate).collect();
    bench.store.certificates_printed(first, printed).wait().expect("noted");
    bench.store.issue_certificates(second).wait().expect("issue");
    let given = [register(&bench, first), register(&bench, second)];
    bench.undo();
    bench.undo();
    assert!(register(&bench, first).iter().all(|line| line.ends_with("(hủy)")));
    bench.redo();
    bench.redo();
    assert_eq!([register(&bench, first), register(&bench, second)], given);
}

#[test]
fn numbers_that_were_redone_and_then_printed_stay_used() {
    let bench = StoreBench::new();
    let (first, second) = (own_session(&bench), own_session(&bench));
    let printed = |session| {
        let dossier = bench.store.dossier(session).wait().expect("dossier");
        let all = dossier.certificates.iter().map(|one| one.delegate).collect();
        bench.store.certificates_printed(session, all).wait().expect("noted");
    };
    bench.store.issue_certificates(first).wait().expect("issue");
    bench.store.issue_certificates(second).wait().expect("issue");
    bench.undo();
    printed(first);
    bench.redo();
    let delegates = bench.store.dossier(second).wait().expect("dossier").delegates;
    let page = PrintedPage {
        code: "1".into(),
        delegates: delegates.iter().map(|one| one.id).collect(),
        sheet: None,
    };
    let run = PrintRun {
        signatures: Default::default(),
        printed: true,
        session: second,
        paper: "certificates".into(),
        cluster: None,
        options: "{}".into(),
        pages: vec![page],
    };
    bench.store.record_prints(vec![run]).wait().expect("kept");
    bench.undo();
    assert_eq!(register(&bench, second).len(), 3, "a number on paper is not given again");
}

#[test]
fn the_form_says_what_is_printed_and_from_which_number() {
    let bench = StoreBench::new();
    let session = own_session(&bench);
    let mut wanted = form(&bench, session);
    wanted.place = "  Tam  Dân ".into();
    let words = wanted.template.words_mut().expect("the form of before");
    words.title = " ".into();
    words.after_name = vec!["Đã dự lớp {{Lớp}}".into(), "  ".into()];
    wanted.pattern = "{so}/GCN".into();
    wanted.next_number = 51;
    bench.take(|store| store.edit_certificate_form(session, "place", becomes(wanted.clone())));
    let kept = form(&bench, session);
    let words = kept.template.words().expect("the form of before");
    assert_eq!((kept.place.as_str(), words.title.as_str()), ("Tam Dân", "GIẤY CHỨNG NHẬN"));
    assert_eq!(words.after_name, ["Đã dự lớp {{Lớp}}"]);
    bench.take(|store| store.issue_certificates(session));
    assert_eq!(register(&bench, session)[0], "51/GCN Trần Văn Ba");

    // Another pattern is for numbers to come.
    let mut other = form(&bench, session);
    other.pattern = "{so}/CN".into();
    bench.take(|store| store.edit_certificate_form(session, "pattern", becomes(other.clone())));
    assert_eq!(register(&bench, session)[0], "51/GCN Trần Văn Ba");

    other.next_number = 90;
    let refused = bench.refused(|store| store.edit_certificate_form(session, "next_number", becomes(other)));
    assert_eq!(refused, Mistake::NumbersBegun(54));
    let nowhere = CertificateForm { pattern: "CN-MTTQ".into(), ..form(&bench, session) };
    let refused = bench.refused(|store| store.edit_certificate_form(session, "pattern", becomes(nowhere)));
    assert_eq!(refused, Mistake::NoNumberInPattern("CN-MTTQ".into()));
}
