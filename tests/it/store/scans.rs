//! Scans of signed pages: kept within bounds, never lost with a session that is deleted or undone, gone when it is erased.

use taphuan::domain::attendance::scan::{MOST_SESSION, NewScan, ScanMistake, ScanPage};
use taphuan::domain::erasure::{Whom, Wish};
use taphuan::domain::id::ScanId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::session::SessionDetails;
use taphuan::store::StoreError;

use crate::support::editing::StoreBench;

fn scan(bytes: usize) -> NewScan {
    let picture = ScanPage { width: 1_240, height: 1_754, jpeg: vec![7; bytes] };
    NewScan { name: "trang  1.jpg".into(), page: None, picture }
}

fn refused<T: std::fmt::Debug>(answer: Result<T, StoreError>) -> Mistake {
    match answer {
        Err(StoreError::Refused(mistake)) => mistake,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn pages_are_kept_until_the_session_is_full_and_taken_out_for_good() {
    let bench = StoreBench::new();
    let store = &bench.store;
    store.add_scans(bench.session, vec![scan(1_000), scan(2_000)]).wait().expect("kept");
    let all = || store.scans(bench.session).wait().expect("scans");
    assert_eq!(
        all().iter().map(|one| (one.name.as_str(), one.bytes)).collect::<Vec<_>>(),
        [("trang 1.jpg", 1_000), ("trang 1.jpg", 2_000)]
    );
    assert_eq!(store.scan_picture(all()[1].id).wait().expect("a picture"), vec![7; 2_000]);
    let full = refused(store.add_scans(bench.session, vec![scan(10), scan(MOST_SESSION - 3_000)]).wait());
    assert_eq!(full, Mistake::Scan(ScanMistake::SessionFull(3_000)));
    assert_eq!(all().len(), 2, "all of them or none");
    // A page code has to be one of this session.
    let unknown = refused(store.set_scan_page(all()[0].id, Some("12345678".into())).wait());
    assert_eq!(unknown, Mistake::UnknownPage("12345678".into()));
    store.remove_scan(all()[0].id).wait().expect("gone");
    assert_eq!(all().len(), 1);
    assert_eq!(refused(store.remove_scan(ScanId(999)).wait()), Mistake::UnknownScan);
}

#[test]
fn a_session_with_scans_is_neither_deleted_nor_undone() {
    let bench = StoreBench::new();
    let store = &bench.store;
    let details = SessionDetails { title: "Lớp mới".into(), ..SessionDetails::default() };
    let new = store.create_session(details, None).wait().expect("made");
    store.add_scans(new, vec![scan(1_000)]).wait().expect("kept");
    assert_eq!(refused(store.delete_session(new).wait()), Mistake::SessionHasScans(1));
    // The step that made it does not fit any more.
    let _ = store.undo().wait();
    assert_eq!(store.scans(new).wait().expect("scans").len(), 1);
    assert!(store.dossier(new).wait().is_ok());
    // A deletion that was undone is not made again over pages that were kept since.
    let details = SessionDetails { title: "Lớp nữa".into(), ..SessionDetails::default() };
    let other = store.create_session(details, None).wait().expect("made");
    store.delete_session(other).wait().expect("deleted");
    store.undo().wait().expect("undone");
    store.add_scans(other, vec![scan(1_000)]).wait().expect("kept");
    let _ = store.redo().wait();
    assert_eq!(store.scans(other).wait().expect("scans").len(), 1);
}

#[test]
fn erasing_a_session_takes_its_scans_and_erasing_a_person_says_which_may_show_them() {
    let bench = StoreBench::new();
    let store = &bench.store;
    store.add_scans(bench.session, vec![scan(1_000)]).wait().expect("kept");
    let person = bench.dossier().delegates[0].person;
    let wish = |whom| Wish { whom, reason: "hết thời hạn lưu".into(), register: false };
    let preview = store.preview_erasure(wish(Whom::Person(person))).wait().expect("a preview");
    assert!(
        preview.mentions.iter().any(|mention| format!("{:?}", mention.place).contains("trang 1.jpg")),
        "{:?}",
        preview.mentions
    );
    let of_session = Whom::Session { session: bench.session, with_people: false };
    let erased = store.erase(wish(of_session)).wait().expect("erased");
    assert_eq!(erased.0.scans, 1);
    assert!(store.scans(bench.session).wait().expect("scans").is_empty());
}
