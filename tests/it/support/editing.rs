//! A data file to edit, and looking at what became of it.

use std::path::PathBuf;

use taphuan::domain::delegate::{Delegate, DelegateState};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{DelegateId, SessionId};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::numbering::{self, numbered};
use taphuan::domain::session::SessionSummary;
use taphuan::sentence::Sentence;
use taphuan::store::{Store, StoreError, Writing};

use super::store::{small_session, step};

/// An open data file in a folder of its own, with the small session in it.
pub struct StoreBench {
    pub store: Store,
    pub session: SessionId,
    pub path: PathBuf,
    _folder: tempfile::TempDir,
}

impl StoreBench {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("sửa.taphuan");
        let store = Store::create(&path).expect("create");
        let mut blueprint = small_session();
        if let Some(plan) = &mut blueprint.certificates {
            plan.issue_to_all = false;
        }
        let session = store.plant(step("plant"), vec![blueprint]).wait().expect("plant")[0];
        Self { store, session, path, _folder: folder }
    }

    pub fn dossier(&self) -> Dossier {
        self.store.dossier(self.session).wait().expect("dossier")
    }

    /// The delegate of that name.
    pub fn delegate(&self, name: &str) -> Delegate {
        let delegates = self.store.delegates(self.session).wait().expect("delegates");
        delegates.into_iter().find(|one| one.details.full_name == name).expect(name)
    }

    pub fn id(&self, name: &str) -> DelegateId {
        self.delegate(name).id
    }

    /// The lists as papers print them: "1.2 Lê Thị An", with "–" for no cluster,
    /// "(rút)" and "(bổ sung)".
    pub fn lists(&self) -> Vec<String> {
        let dossier = self.dossier();
        let shown: Vec<Delegate> =
            dossier.delegates.iter().filter(|one| numbering::is_shown(one)).cloned().collect();
        let clusters: Vec<_> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
        let line = |row: numbering::Numbered<'_>| {
            let of = dossier.clusters.iter().find(|cluster| Some(cluster.id) == row.delegate.cluster);
            let number = of.map_or("–".to_owned(), |cluster| cluster.number.to_string());
            let withdrawn = if row.delegate.state == DelegateState::Withdrawn { " (rút)" } else { "" };
            let late = if row.delegate.supplementary { " (bổ sung)" } else { "" };
            format!("{number}.{} {}{withdrawn}{late}", row.number, row.delegate.details.full_name)
        };
        numbered(&shown, &clusters, dossier.session.details.list_order).into_iter().map(line).collect()
    }

    /// The rows of the file that a user's steps may change; not the books of those steps, the
    /// facts that no step takes back, and versions, which only grow.
    pub fn dump(&self) -> Vec<String> {
        let file = rusqlite::Connection::open(&self.path).expect("open");
        let tables = "SELECT name FROM sqlite_schema WHERE type = 'table'
                      AND name NOT IN ('operation', 'row_change', 'tombstone',
                                       'mark_entry', 'attendance_mark', 'attendance', 'mark_conflict', 'sitting_event',
                                       'receipt_mark', 'receipt', 'signed_scan', 'print_run', 'print_run_page',
                                       'operation_session', 'data_file', 'record_hash', 'erasure')
                      AND name NOT LIKE 'sqlite%' ORDER BY name";
        let mut names = file.prepare(tables).expect("tables");
        let names: Vec<String> =
            names.query_map([], |row| row.get(0)).expect("names").map(|name| name.expect("name")).collect();
        let mut all = Vec::new();
        for table in names {
            let mut query = file.prepare(&format!("SELECT * FROM {table} ORDER BY id")).expect("select");
            let columns = query.column_names().enumerate();
            let shown: Vec<usize> =
                columns.filter(|(_, name)| *name != "version").map(|(at, _)| at).collect();
            let rows = query
                .query_map([], |row| {
                    let values: Vec<String> = shown
                        .iter()
                        .map(|at| row.get::<_, rusqlite::types::Value>(*at).map(|value| format!("{value:?}")))
                        .collect::<rusqlite::Result<_>>()?;
                    Ok(format!("{table} {}", values.join(" ")))
                })
                .expect("rows");
            all.extend(rows.map(|row| row.expect("row")));
        }
        all
    }

    /// Takes a step, and sees that undoing it brings back exactly what was and
    /// redoing it exactly what became. The step stays done.
    pub fn take<T>(&self, work: impl FnOnce(&Store) -> Writing<T>) -> T {
        let before = self.dump();
        let value = work(&self.store).wait().expect("the step");
        let after = self.dump();
        assert_ne!(before, after, "the step does something");
        let label = self.store.undo_label().wait().expect("label");
        assert_eq!(self.store.undo().wait().expect("undo").label(), label);
        assert_eq!(self.dump(), before);
        assert_eq!(self.store.redo_label().wait().expect("label"), label);
        assert_eq!(self.store.redo().wait().expect("redo").label(), label);
        assert_eq!(self.dump(), after);
        value
    }

    /// The line of a session in the list of sessions.
    pub fn summary(&self, id: SessionId) -> SessionSummary {
        let all = self.store.sessions().wait().expect("sessions");
        all.into_iter().find(|one| one.id == id).expect("the session")
    }

    /// Undoes the last step, and says which.
    pub fn undo(&self) -> Sentence {
        self.store.undo().wait().expect("undo").label().expect("a step that was undone")
    }

    /// Redoes what was undone last, and says what.
    pub fn redo(&self) -> Sentence {
        self.store.redo().wait().expect("redo").label().expect("a step that was redone")
    }

    /// Sees that a request is refused and changes nothing.
    pub fn refused<T: std::fmt::Debug>(&self, work: impl FnOnce(&Store) -> Writing<T>) -> Mistake {
        let before = self.dump();
        match work(&self.store).wait() {
            Err(StoreError::Refused(mistake)) => {
                assert_eq!(self.dump(), before);
                mistake
            }
            other => panic!("not refused: {other:?}"),
        }
    }
}
