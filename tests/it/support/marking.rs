//! A data file whose delegates are marked, by hand of the page.

use taphuan::domain::attendance::{Attendance, AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::id::{DelegateId, EntryId, SittingId};
use taphuan::store::StoreError;

use super::editing::StoreBench;

/// The delegates of the first cluster, and two sittings of it.
pub struct MarkingBench {
    pub bench: StoreBench,
    pub delegates: Vec<DelegateId>,
    pub sittings: Vec<SittingId>,
}

impl MarkingBench {
    pub fn new() -> Self {
        let bench = StoreBench::new();
        let cluster = bench.dossier().clusters[0].id;
        let sittings = [HalfDay::Morning, HalfDay::Afternoon].map(|half| {
            let date = "2026-11-28".parse().expect("a day");
            let details = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
            bench.store.add_sitting(cluster, details).wait().expect("added")
        });
        let delegates = bench.store.delegates(bench.session).wait().expect("delegates");
        let delegates = delegates.into_iter().filter(|one| one.cluster == Some(cluster)).map(|one| one.id);
        let delegates: Vec<DelegateId> = delegates.collect();
        assert!(delegates.len() >= 2, "{delegates:?}");
        Self { delegates, sittings: sittings.to_vec(), bench }
    }

    pub fn entry(&self, marks: Vec<NewMark>) -> NewEntry {
        let made_on = MadeOn { device: None, machine: Some("máy này".to_owned()) };
        NewEntry::new(self.bench.session, Way::Page, made_on, marks)
    }

    pub fn mark(&self, marks: Vec<NewMark>) -> Result<Option<EntryId>, StoreError> {
        self.bench.store.mark(self.entry(marks)).wait().map(|entered| entered.entry)
    }

    pub fn attendance(&self) -> Attendance {
        self.bench.store.attendance(self.bench.session).wait().expect("attendance")
    }

    pub fn status(&self, delegate: usize, sitting: usize) -> Option<AttendanceStatus> {
        self.attendance().of(self.delegates[delegate], self.sittings[sitting]).map(|mark| mark.status)
    }

    pub fn new_mark(&self, delegate: usize, sitting: usize, status: AttendanceStatus) -> NewMark {
        NewMark::new(self.delegates[delegate], self.sittings[sitting], status)
    }
}
