//! Attendance marks (điểm danh).

use serde::{Deserialize, Serialize};

use super::id::{DelegateId, SittingId};

/// What a mark says of a delegate in a sitting. Marks are never changed: a later
/// one counts instead, or retracts an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttendanceStatus {
    /// Có mặt.
    Present,
    /// Đến muộn.
    Late,
    /// Vắng có phép.
    Excused,
    /// Vắng không phép.
    Absent,
    /// Người khác dự thay.
    Substituted,
}

/// A mark that is to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewMark {
    /// Of whom.
    pub delegate: DelegateId,
    /// In which sitting of their cluster.
    pub sitting: SittingId,
    /// What it says.
    pub status: AttendanceStatus,
}
