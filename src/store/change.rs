//! One change of a row as the journal keeps it.

use std::collections::BTreeMap;

/// Columns of a row by name.
pub(super) type Image = BTreeMap<String, serde_json::Value>;

/// One recorded change of a row.
pub(super) struct RowChange {
    /// Its table.
    pub(super) table: String,
    /// Its row.
    pub(super) row_id: i64,
    /// As it was; `None` when it was added.
    pub(super) before: Option<Image>,
    /// As it became; `None` when it was deleted.
    pub(super) after: Option<Image>,
}

/// Which way a step is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// Back.
    Undo,
    /// Forward again.
    Redo,
}
