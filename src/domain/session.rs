//! A training session (lớp, hội nghị tập huấn) and what describes it.

use serde::{Deserialize, Serialize};

use super::date::{DateSpan, FuzzyDate};
use super::id::SessionId;

/// What it is called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Hội nghị.
    #[default]
    Conference,
    /// Lớp.
    Class,
}

/// How people meet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionForm {
    /// Trực tiếp.
    #[default]
    InPerson,
    /// Trực tuyến.
    Online,
    /// Trực tiếp kết hợp trực tuyến.
    Hybrid,
}

/// Where it stands. An ended session is frozen: its delegates no longer follow
/// the registry, nor its letterhead the settings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// Đang chuẩn bị.
    #[default]
    Preparing,
    /// Đang diễn ra.
    Running,
    /// Đã kết thúc.
    Ended,
}

impl SessionState {
    /// Whether it has not begun yet.
    pub fn is_preparing(self) -> bool {
        self == Self::Preparing
    }

    /// Whether edits to a delegate still reach the person and back.
    pub fn is_open(self) -> bool {
        self != Self::Ended
    }
}

/// Everything one can say of a session in words. Only the title is required:
/// real announcements lack venues, counts, years and presenters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SessionDetails {
    /// "Tập huấn công tác Mặt trận cơ sở năm 2020".
    pub title: String,
    /// How the title stands inside a sentence of a paper, when it differs:
    /// "Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020".
    pub title_in_text: Option<String>,
    /// Conference or class.
    pub kind: SessionKind,
    /// In person, online or both.
    pub form: SessionForm,
    /// Preparing, running or ended.
    pub state: SessionState,
    /// From – to, as precisely as known.
    pub dates: Option<DateSpan>,
    /// What the announcement says of the time: "Sáng", "khai giảng sáng 10/5/2023".
    pub time_note: Option<String>,
    /// Where, when it is one place for all: "Trung tâm Chính trị quận Ô Môn".
    pub venue: Option<String>,
    /// Địa bàn: "quận Ô Môn".
    pub area: Option<String>,
    /// Bối cảnh, hạn chế.
    pub context: Option<String>,
    /// Mục đích.
    pub purpose: Option<String>,
    /// Lý do of the arrangement: why it was split into clusters.
    pub reason: Option<String>,
    /// Khẩu hiệu.
    pub slogan: Option<String>,
    /// Trao đổi, thảo luận, giải đáp.
    pub discussion: Option<String>,
    /// Khó khăn, vướng mắc raised.
    pub difficulties: Option<String>,
    /// Phát biểu kết thúc, chỉ đạo.
    pub closing: Option<String>,
    /// Kết quả.
    pub outcome: Option<String>,
    /// Number of the plan and of the decision, as printed.
    pub plan_number: Option<String>,
    /// Number of the decision that recognises the results.
    pub decision_number: Option<String>,
    /// The news item it was reported in.
    pub news: Option<NewsItem>,
    /// How delegates are ordered and so numbered: see [`super::numbering`].
    pub list_order: ListOrder,
    /// What absences with leave are called, where it is not as its kind does: see [`super::attendance::words`].
    pub excused_word: Option<String>,
    /// What absences without leave are called.
    pub absent_word: Option<String>,
    /// Set on sample sessions: what in them is invented. Shown with the session.
    pub sample_note: Option<String>,
}

/// Order of a delegate list, from which the STT follows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// By commune, then unit, then name: the sheet can be grouped.
    #[default]
    UnitThenName,
    /// By name alone.
    Name,
}

/// Where a session was reported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NewsItem {
    /// Its headline, which is seldom the title of the session.
    pub headline: Option<String>,
    /// Who signed the news item.
    pub author: Option<String>,
    /// The site or newsroom.
    pub source: Option<String>,
    /// When it was posted, as the page says: "15:46 17/01/2020". Not the date of the event.
    pub posted: Option<String>,
    /// Captions under its pictures.
    pub captions: Vec<String>,
}

/// A part an organisation plays in a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganiserRole {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Partner,
    /// Điểm cầu, đơn vị tham gia.
    RemoteSite,
    /// Cấp giấy chứng nhận.
    Certifier,
}

/// One organiser and its part; their order is the printed order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organiser {
    /// What it does.
    pub role: OrganiserRole,
    /// Its name as printed.
    pub name: String,
}

/// A group that was called, in words and with a number that may be approximate.
/// Stands beside the named list and may disagree with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AudienceGroup {
    /// "Trưởng ban Công tác Mặt trận các khu dân cư".
    pub label: String,
    /// How many, when the source says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// True for "hơn 200": `count` is then a lower bound or an estimate.
    #[serde(default)]
    pub approximate: bool,
    /// True when `count` is the total over this group and those after it.
    #[serde(default)]
    pub total: bool,
}

/// A session of the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its row.
    pub id: SessionId,
    /// What it says.
    pub details: SessionDetails,
    /// Put away ("cất đi"): it is on no list but that of those that are.
    pub put_away: bool,
}

/// One line of the list of sessions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionSummary {
    /// Its row.
    pub id: SessionId,
    /// Title.
    pub title: String,
    /// From – to.
    pub dates: Option<DateSpan>,
    /// Where, when it is one place for all.
    pub venue: Option<String>,
    /// Where it stands.
    pub state: SessionState,
    /// Number of delegates still on the list.
    pub delegates: u32,
    /// Number of clusters.
    pub clusters: u32,
    /// Whether it is one of the samples.
    pub is_sample: bool,
    /// Whether it is put away.
    pub put_away: bool,
}

impl SessionSummary {
    /// The day it begins, when that is known to the day.
    pub fn first_day(&self) -> Option<jiff::civil::Date> {
        self.dates.and_then(|dates| dates.start().calendar())
    }

    /// The day it ends, when that is known to the day.
    pub fn last_day(&self) -> Option<jiff::civil::Date> {
        self.dates.and_then(|dates| dates.end().calendar())
    }
}

/// What of an earlier session a new one takes over. Its description, organisers
/// and called groups always come along; what was reported of it never does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CopyOf {
    /// Title of the new session.
    pub title: String,
    /// When it begins: every date moves by as many days. Without it, or where days
    /// are not known, dates stay open and sittings are left out.
    pub starts: Option<FuzzyDate>,
    /// Curriculum, presenters, and with the clusters what happens in each sitting.
    pub programme: bool,
    /// Clusters with venue, units served and sittings.
    pub clusters: bool,
    /// Those on the list, as the registry has them now.
    pub delegates: bool,
    /// The guests.
    pub guests: bool,
}

/// What went with the samples.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SamplesRemoved {
    /// Sample sessions.
    pub sessions: usize,
    /// Invented people.
    pub people: usize,
}
