//! A program that issues numbers is killed at any moment, many times: every issuing it acknowledged is there, none is half
//! there, and no number is left out or given twice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use taphuan::domain::certificate::register::RegisterQuery;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::store::{Access, Store};

use super::crash::{Moment, acknowledge, file_to_write, kill};
use crate::support::store::{person, small_session, step};

const SESSION: SessionId = SessionId(1);

/// Kills in the suite; `TAPHUAN_KILLS=1000` for a longer run.
const KILLS: u64 = 12;

/// Who is new before each issuing.
const AT_ONCE: usize = 7;

#[test]
fn a_killed_issuer_skips_no_number_and_gives_none_twice() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.taphuan");
    let store = Store::create(&path).expect("create");
    store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    drop(store);

    let kills = std::env::var("TAPHUAN_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut acknowledged = issuings(&path);
    for round in 0..kills {
        let at = Moment::Wrote(round * 31 % 40);
        let said = kill("store::crash_issuing::issuer_for_the_crash_test", &path, at);
        acknowledged = said.unwrap_or(acknowledged);
        let written = issuings(&path);
        assert!(written >= acknowledged, "round {round}: {acknowledged} acknowledged, {written} found");
        assert!(written <= acknowledged + 1, "round {round}: one issuing at most is in flight");
        acknowledged = written;
    }
    assert!(acknowledged > 1, "nothing was ever issued");
    let store = Store::open(&path, Access::Read).expect("reopen");
    assert!(store.check().wait().expect("check").is_sound());
}

/// How often numbers were issued. The first issuing was to everybody who was called, the others to those who came since: a
/// killed issuer may have left some of them without a number, and the next one gives it to them.
fn issuings(path: &Path) -> usize {
    let store = Store::open(path, Access::Read).expect("reopen");
    let lines = store.register(RegisterQuery::default()).wait().expect("register");
    let numbers: Vec<u32> = lines.iter().filter_map(|line| line.number).collect();
    let without_gaps: Vec<u32> = (1..).take(lines.len()).collect();
    assert_eq!(numbers, without_gaps);
    let holders: BTreeSet<_> = lines.iter().map(|line| line.delegate).collect();
    assert_eq!(holders.len(), lines.len(), "somebody has two");
    let dossier = store.dossier(SESSION).wait().expect("dossier");
    let mut sizes: BTreeMap<i64, usize> = BTreeMap::new();
    for one in &dossier.certificates {
        *sizes.entry(one.issue).or_default() += 1;
    }
    assert_eq!(sizes.len(), dossier.issues.len());
    let later = sizes.values().skip(1);
    assert!(later.clone().all(|size| size.is_multiple_of(AT_ONCE)), "half an issuing was written: {sizes:?}");
    sizes.len()
}

#[test]
#[ignore = "run by the test above, in a process of its own"]
fn issuer_for_the_crash_test() {
    let Some(path) = file_to_write() else { return };
    let mut done = issuings(&path);
    let store = Store::open(&path, Access::Write).expect("open");
    loop {
        let name = |number: usize| format!("Người Thứ {} {number}", done + 1);
        let new = (0..AT_ONCE).map(|one| NewDelegate::Unknown(person(&name(one), 1970, "Xã Tam Đại")));
        store.add_delegates(SESSION, None, new.collect()).wait().expect("added");
        store.issue_certificates(SESSION).wait().expect("issued");
        done += 1;
        acknowledge(done);
    }
}
