//! Where one can be in the window.

use serde::{Deserialize, Serialize};

use crate::domain::id::{PersonId, SessionId};
use crate::domain::session::SessionSummary;

/// Where one can be in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Route {
    /// Tổng quan.
    Home,
    /// Lớp tập huấn.
    Sessions,
    /// One session, at a tab.
    Session(SessionId, Tab),
    /// Cán bộ.
    People,
    /// Đơn vị.
    Units,
    /// Chuyên đề.
    Topics,
    /// Sổ cấp.
    Register,
    /// Nhật ký.
    History(HistoryOf),
    /// Cài đặt.
    Settings,
}

/// Something to be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The screen.
    pub place: Route,
    /// What is to be shown there, as keys of fields name it.
    pub key: Option<String>,
}

/// Which lines of the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HistoryOf {
    /// All of them.
    All,
    /// Those about a session.
    Session(SessionId),
    /// Those about a person.
    Person(PersonId),
}

/// The tabs of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tab {
    /// Thông tin.
    Info,
    /// Đại biểu.
    Delegates,
    /// Chương trình.
    Programme,
    /// In ấn.
    Printing,
    /// Điểm danh.
    Attendance,
    /// Kết quả.
    Results,
}

impl Tab {
    /// Where to begin with a session: at its list, once it has one.
    pub fn first_for(session: &SessionSummary) -> Self {
        if session.delegates > 0 { Self::Delegates } else { Self::Info }
    }
}
