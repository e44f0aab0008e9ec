//! A program that marks people is killed at any moment, many times: every entry it acknowledged is there, and none is half
//! there.

use std::path::Path;

use taphuan::domain::attendance::arrival::{Arrival, Part};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::{Delegate, NewDelegate};
use taphuan::domain::id::{SessionId, SittingId};
use taphuan::store::{Access, Store};

use super::crash::{Moment, acknowledge, file_to_write, kill};
use crate::support::store::{person, small_session, step};

const SESSION: SessionId = SessionId(1);

/// Kills in the suite; `TAPHUAN_KILLS=1000` for a longer run.
const KILLS: u64 = 100;

#[test]
fn a_killed_marker_loses_no_entry_and_leaves_none_half_made() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.taphuan");
    let store = Store::create(&path).expect("create");
    store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
    let cluster = store.dossier(SESSION).wait().expect("dossier").clusters[0].id;
    for half in [HalfDay::Morning, HalfDay::Afternoon] {
        let date = "2026-11-28".parse().expect("a day");
        let sitting = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
        store.add_sitting(cluster, sitting).wait().expect("added");
    }
    drop(store);

    let kills = std::env::var("TAPHUAN_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut acknowledged = 0;
    for round in 0..kills {
        let said =
            kill("store::crash_marking::marker_for_the_crash_test", &path, Moment::Wrote(round * 31 % 25));
        acknowledged = said.unwrap_or(acknowledged);
        let written = entries(&path);
        assert!(written >= acknowledged, "round {round}: {acknowledged} acknowledged, {written} found");
        assert!(written <= acknowledged + 1, "round {round}: one entry at most is in flight");
        acknowledged = written;
    }
    assert!(acknowledged > 0, "nothing was ever marked");
    let store = Store::open(&path, Access::Read).expect("reopen");
    assert!(store.check().wait().expect("check").is_sound());
}

/// How many entries there are. Each marks everybody who was called at both sittings with its own number; each tenth takes down
/// a walk-in, who was at both.
fn entries(path: &Path) -> usize {
    let store = Store::open(path, Access::Read).expect("reopen");
    let (called, sittings) = called(&store);
    let dossier = store.dossier(SESSION).wait().expect("dossier");
    let number = |delegate: &Delegate, sitting: SittingId| {
        let note = dossier.attendance.of(delegate.id, sitting).and_then(|mark| mark.note.as_deref());
        note.map_or(0, |note| note.parse::<usize>().expect("a number"))
    };
    let mut numbers = called.iter().flat_map(|one| sittings.map(|sitting| number(one, sitting)));
    let written = numbers.next().expect("somebody is called");
    assert!(numbers.all(|number| number == written), "half an entry was written");
    let walk_ins: Vec<_> = dossier.delegates.iter().filter(|one| one.walk_in).collect();
    assert_eq!(walk_ins.len(), written / 10, "somebody came by half an entry");
    assert!(
        walk_ins.iter().all(|one| sittings.iter().all(|at| dossier.attendance.of(one.id, *at).is_some()))
    );
    written
}

/// Who was called to the first cluster, and its sittings.
fn called(store: &Store) -> (Vec<Delegate>, [SittingId; 2]) {
    let dossier = store.dossier(SESSION).wait().expect("dossier");
    let cluster = &dossier.clusters[0];
    let here = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id) && !one.walk_in);
    let sittings = cluster.order().try_into().expect("two sittings");
    (here.cloned().collect(), sittings)
}

#[test]
#[ignore = "run by the test above, in a process of its own"]
fn marker_for_the_crash_test() {
    let Some(path) = file_to_write() else { return };
    let mut done = entries(&path);
    let store = Store::open(&path, Access::Write).expect("open");
    let (called, sittings) = called(&store);
    let cluster = called[0].cluster.expect("a cluster");
    loop {
        let number = done + 1;
        let mark = |one: &Delegate, sitting| {
            let status = AttendanceStatus::ALL[number % 5];
            NewMark { note: Some(number.to_string()), ..NewMark::new(one.id, sitting, status) }
        };
        let marks = called.iter().flat_map(|one| sittings.map(|sitting| mark(one, sitting))).collect();
        let mut entry = NewEntry::new(SESSION, Way::Page, MadeOn::default(), marks);
        if number.is_multiple_of(10) {
            entry.arrivals.push(Arrival {
                who: NewDelegate::Unknown(person(&format!("Người Thêm {number}"), 1970, "Xã Tam Đại")),
                cluster,
                part: Part::WalkIn,
                sittings: sittings.to_vec(),
            });
        }
        store.mark(entry).wait().expect("marked");
        done = number;
        acknowledge(done);
    }
}
