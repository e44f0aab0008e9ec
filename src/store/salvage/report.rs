//! What was saved out of a damaged file, and what was not.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::sentence::Sentence;

/// Rows by table.
pub type Counts = BTreeMap<String, usize>;

/// What a salvage did; rows are counted by the name of their table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SalvageReport {
    /// Rows that are in the new file as they were.
    pub saved: Counts,
    /// Rows that were made up so that what belongs to them could be kept: they say that they were.
    pub made_up: Counts,
    /// Records of which the file still tells that there were any, and that are gone.
    pub lost: Counts,
    /// Rows that were read and are not in the new file, for what they belong to is gone.
    pub left_out: Counts,
    /// Records that are not as the program wrote them: they were spoiled, and stand as they are.
    pub altered: Counts,
    /// Texts in which "�" stands for what cannot be told.
    pub mended_texts: usize,
    /// Rows that point no longer to another, for it is gone.
    pub cut_links: usize,
    /// Pieces of the file that could not be read: each held some rows, or none.
    pub unread_pieces: usize,
    /// Rows that could not be read, in pieces that could.
    pub unread_rows: usize,
    /// Rows that could be read, and nothing tells what they are.
    pub unplaced_rows: usize,
}

impl SalvageReport {
    /// Whether everything that the file told of is in the new one.
    pub fn is_complete(&self) -> bool {
        let unread = self.unread_pieces + self.unread_rows + self.unplaced_rows;
        self.lost.is_empty() && self.left_out.is_empty() && unread == 0
    }

    /// What was saved and what was not, a sentence for each kind of thing; the first says what is in
    /// the new file.
    pub fn sentences(&self) -> Vec<Sentence> {
        let mut told = vec![
            Sentence::new("store-salvage-saved")
                .with("sessions", self.saved_of("session"))
                .with("people", self.saved_of("person"))
                .with("delegates", self.saved_of("delegate"))
                .with("marks", self.saved_of("attendance_mark"))
                .with("certificates", self.saved_of("certificate")),
        ];
        if self.is_complete() {
            told.push(Sentence::new("store-salvage-complete"));
        }
        let by_kind = |id: &'static str, counts: &Counts| -> Vec<Sentence> {
            let told = |(kind, count): (&String, &usize)| {
                Sentence::new(id).with("kind", kind.as_str()).with("count", *count)
            };
            counts.iter().map(told).collect()
        };
        told.extend(by_kind("store-salvage-lost", &self.lost));
        let counted = [
            ("store-salvage-unread-pieces", self.unread_pieces),
            ("store-salvage-unread-rows", self.unread_rows),
            ("store-salvage-left-out", self.left_out.values().sum()),
            ("store-salvage-unplaced", self.unplaced_rows),
            ("store-salvage-links", self.cut_links),
            ("store-salvage-texts", self.mended_texts),
        ];
        let counted = counted.into_iter().filter(|(_, count)| *count > 0);
        told.extend(counted.map(|(id, count)| Sentence::new(id).with("count", count)));
        told.extend(by_kind("store-salvage-made-up", &self.made_up));
        told.extend(by_kind("store-salvage-altered", &self.altered));
        told.push(Sentence::new("store-salvage-no-undo"));
        told
    }

    /// How many rows of a table were saved.
    pub fn saved_of(&self, table: &str) -> usize {
        self.saved.get(table).copied().unwrap_or_default()
    }
}

/// Counts a row more, or several.
pub(super) fn count(counts: &mut Counts, table: &str, rows: usize) {
    if rows > 0 {
        *counts.entry(table.to_owned()).or_default() += rows;
    }
}
