//! Attendance marks (điểm danh).

use serde::{Deserialize, Serialize};

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
