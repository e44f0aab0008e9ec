//! How sign-in sheets are made.

use serde::{Deserialize, Serialize};

use crate::domain::cluster::{Cluster, HalfDay, Sitting};
use crate::domain::date::FuzzyDate;
use crate::domain::session::ListOrder;
use crate::paper::list::Dated;
use crate::paper::orientation::Orientation;
use crate::paper::own::OwnShown;

/// What a sign-in sheet shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInSheetOptions {
    /// What is typed for it.
    pub words: SignInSheetWords,
    /// How it looks.
    pub look: SignInSheetLook,
}

/// What is typed or chosen for the sign-in sheet of one session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInSheetWords {
    /// What stands under the title.
    pub remark: String,
    /// Sittings that are not signed for on this sheet, by day and part of the day: of no
    /// other session.
    pub left_out: Vec<(FuzzyDate, HalfDay)>,
}

/// How a sign-in sheet looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInSheetLook {
    /// In an order of its own; by number when `None`.
    pub order: Option<ListOrder>,
    /// Numbered empty rows for those who come without being listed.
    pub blank_rows: u32,
    /// Headings for communes.
    pub group: bool,
    /// Which columns.
    pub columns: SheetColumns,
    /// Which own columns of the session, by their headings.
    pub own: OwnShown,
    /// Upright or across.
    pub orientation: Orientation,
    /// What has a sheet of its own.
    pub sheets: Sheets,
    /// Presenters sign above the delegates.
    pub presenters: bool,
    /// Which day stands over the signatures.
    pub dated: Dated,
}

/// What has a sheet of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sheets {
    /// Each cluster.
    #[default]
    Clusters,
    /// Each day of a cluster.
    Days,
    /// Each unit of a cluster.
    Units,
}

/// The columns that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetColumns {
    /// Năm sinh.
    pub birth: bool,
    /// Chức vụ.
    pub position: bool,
    /// Đơn vị.
    pub unit: bool,
    /// Điện thoại: personal data, off unless asked for.
    pub phone: bool,
    /// Ghi chú.
    pub note: bool,
}

impl Default for SheetColumns {
    fn default() -> Self {
        Self { birth: true, position: true, unit: true, phone: false, note: true }
    }
}

impl Default for SignInSheetLook {
    fn default() -> Self {
        Self {
            order: None,
            blank_rows: 5,
            group: true,
            columns: SheetColumns::default(),
            own: OwnShown::new(),
            orientation: Orientation::Auto,
            sheets: Sheets::Clusters,
            presenters: false,
            dated: Dated::LastDay,
        }
    }
}

impl SignInSheetWords {
    /// The sittings of a cluster that are signed for.
    pub(in crate::paper) fn sittings(&self, cluster: Option<&Cluster>) -> Vec<Sitting> {
        let all = cluster.map_or(&[][..], |cluster| &cluster.sittings);
        let is_signed = |sitting: &&Sitting| !self.left_out.contains(&sitting.half_day());
        all.iter().filter(is_signed).cloned().collect()
    }
}
