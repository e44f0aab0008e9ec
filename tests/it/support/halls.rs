//! Two computers with one cluster: the one that holds the session, and one in a hall of its own.

use std::path::PathBuf;

use taphuan::domain::attendance::exchange::{Incoming, Manner, Received};
use taphuan::domain::attendance::package::MarkPackage;
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::cluster::{HalfDay, SittingDetails};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::{ClusterId, DelegateId, EntryId, SessionId, SittingId};
use taphuan::store::{Store, StoreError};

use super::editing::StoreBench;
use super::store::person;

/// Those of the small session who are in its first cluster.
pub const BINH: &str = "Nguyễn Văn Bình";
pub const AN: &str = "Lê Thị An";

/// One of two computers, as far as its cluster goes.
pub struct Computer {
    pub store: Store,
    pub session: SessionId,
    pub cluster: ClusterId,
    pub machine: &'static str,
    pub path: PathBuf,
}

/// The computer that holds the session, and a second one that opened the package of a cluster.
pub struct Bench {
    pub home: Computer,
    pub hall: Computer,
    _bench: StoreBench,
    _folder: tempfile::TempDir,
}

impl Bench {
    pub fn new() -> Self {
        Self::with(|_| ())
    }

    /// The same, after something was done at home.
    pub fn with(before: impl FnOnce(&Computer)) -> Self {
        let bench = StoreBench::new();
        bench.store.do_not_wait_for_the_disk_for_tests().wait().expect("told");
        let cluster = bench.dossier().clusters[0].id;
        for half in [HalfDay::Morning, HalfDay::Afternoon] {
            let date = "2026-11-28".parse().expect("a day");
            let details = SittingDetails { date, half, starts: None, ends: None, programme: Vec::new() };
            bench.store.add_sitting(cluster, details).wait().expect("added");
        }
        let (store, session, path) = (bench.store.clone(), bench.session, bench.path.clone());
        let home = Computer { store, session, cluster, machine: "máy chủ", path };
        before(&home);
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("hội trường.taphuan");
        let store = Store::create(&path).expect("made");
        store.do_not_wait_for_the_disk_for_tests().wait().expect("told");
        let manner = Manner { may_open: true, made_on: MadeOn::default() };
        let opened = store.receive_marks(home.package(), manner).wait().expect("opened");
        assert!(opened.opened && opened.changed);
        let (session, cluster) = (opened.session, opened.cluster);
        let hall = Computer { store, session, cluster, machine: "máy hội trường", path };
        Self { home, hall, _bench: bench, _folder: folder }
    }
}

impl Computer {
    pub fn package(&self) -> Incoming {
        let package = self.store.mark_package(self.session, self.cluster).wait().expect("a package");
        // As it comes out of a file.
        Incoming::Package(Box::new(MarkPackage::read(&package.write()).expect("read")))
    }

    pub fn receive(&self, incoming: Incoming) -> Result<Received, StoreError> {
        self.store.receive_marks(incoming, Manner::default()).wait()
    }

    pub fn names(&self) -> Vec<String> {
        let delegates = self.store.delegates(self.session).wait().expect("delegates");
        let here = delegates.into_iter().filter(|one| one.cluster == Some(self.cluster));
        here.map(|one| one.details.full_name).collect()
    }

    pub fn delegate(&self, name: &str) -> DelegateId {
        let delegates = self.store.delegates(self.session).wait().expect("delegates");
        delegates.into_iter().find(|one| one.details.full_name == name).expect(name).id
    }

    pub fn sitting(&self, at: usize) -> SittingId {
        let dossier = self.store.dossier(self.session).wait().expect("dossier");
        let cluster = dossier.clusters.iter().find(|one| one.id == self.cluster).expect("the cluster");
        cluster.sittings[at].id
    }

    pub fn entry(&self, marks: Vec<NewMark>) -> NewEntry {
        let made_on = MadeOn { device: None, machine: Some(self.machine.to_owned()) };
        NewEntry::new(self.session, Way::Name, made_on, marks)
    }

    pub fn mark(&self, name: &str, sitting: usize, status: AttendanceStatus) -> Option<EntryId> {
        let mark = NewMark::new(self.delegate(name), self.sitting(sitting), status);
        self.store.mark(self.entry(vec![mark])).wait().expect("marked").entry
    }

    pub fn status(&self, name: &str, sitting: usize) -> Option<AttendanceStatus> {
        let attendance = self.store.attendance(self.session).wait().expect("attendance");
        attendance.of(self.delegate(name), self.sitting(sitting)).map(|mark| mark.status)
    }

    /// Somebody new on the list, as walk-ins and substitutes are.
    pub fn add(&self, name: &str, how: &str) -> DelegateId {
        let new = vec![NewDelegate::Unknown(person(name, 1980, "Xã Tam An"))];
        let added = self.store.add_delegates(self.session, Some(self.cluster), new).wait().expect("added")[0];
        let file = rusqlite::Connection::open(&self.path).expect("open");
        file.execute(&format!("UPDATE delegate SET {how} WHERE id = ?1"), [added.0]).expect("told");
        added
    }

    pub fn conflicts(&self) -> Vec<(i64, String, AttendanceStatus, AttendanceStatus)> {
        let found = self.store.mark_conflicts(self.session).wait().expect("conflicts");
        found.into_iter().map(|one| (one.id, one.theirs.name, one.ours, one.theirs.status)).collect()
    }

    /// How many rows the tables of attendance have, which only grow.
    pub fn rows(&self) -> Vec<i64> {
        let file = rusqlite::Connection::open(&self.path).expect("open");
        let tables = [
            "mark_entry",
            "attendance_mark",
            "attendance",
            "mark_conflict",
            "sitting_event",
            "delegate",
            "operation",
        ];
        let count = |table| file.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0));
        tables.into_iter().map(|table| count(table).expect("counted")).collect()
    }
}
