//! What may be asked of scans of signed pages.

use crate::domain::attendance::scan::{NewScan, Scan};
use crate::domain::id::{ScanId, SessionId};
use crate::sentence::Sentence;
use crate::store::attendance::scans;
use crate::store::thread::{Pending, Writing};
use crate::store::transact::Operation;
use crate::store::{Store, session};

impl Store {
    /// Keeps scans of signed pages, all of them or none. A fact: taking one out is another.
    pub fn add_scans(&self, session: SessionId, pages: Vec<NewScan>) -> Writing<()> {
        self.worker.write(move |thread| {
            let title = session::title(&thread.file.connection, session)?;
            let label = Sentence::new("operation-scans-add").with("count", pages.len()).with("title", title);
            thread.transact(&Operation::fact(label), |step| scans::add(step, session, &pages))
        })
    }

    /// The scans of a session, without their pictures.
    pub fn scans(&self, session: SessionId) -> Pending<Vec<Scan>> {
        self.worker.submit(move |thread| scans::of_session(&thread.file.connection, session))
    }

    /// The picture of a scan, a JPEG.
    pub fn scan_picture(&self, id: ScanId) -> Pending<Vec<u8>> {
        self.worker.submit(move |thread| scans::picture(&thread.file.connection, id))
    }

    /// Says which printed page a scan shows.
    pub fn set_scan_page(&self, id: ScanId, page: Option<String>) -> Writing<()> {
        self.worker.write(move |thread| {
            let operation = Operation::fact(Sentence::new("operation-scans-page"));
            thread.transact(&operation, |step| scans::set_page(step, id, page.as_deref()))
        })
    }

    /// Takes a scan out for good.
    pub fn remove_scan(&self, id: ScanId) -> Writing<()> {
        self.worker.write(move |thread| {
            let operation = Operation::fact(Sentence::new("operation-scans-remove"));
            thread.transact(&operation, |step| scans::remove(step, id))
        })
    }
}
