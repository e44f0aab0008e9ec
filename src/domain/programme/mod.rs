//! What happens in a sitting, and who presents: the items as entered, and the
//! programme of a whole session with its times and warnings.

mod clock;
mod given;
mod placing;
mod planned;
mod warning;

pub use clock::{ClockTime, Slot, slots};
pub use given::Given;
pub use placing::{Placement, placing};
pub use planned::{Programme, SessionTopic};
pub use warning::{Spot, Warning, warnings};

use serde::{Deserialize, Serialize};

use super::id::{ProgrammeItemId, TopicId};

/// What sort of item it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// Đón tiếp đại biểu, phát tài liệu.
    Reception,
    /// Khai mạc, khai giảng.
    Opening,
    /// Chuyên đề.
    Topic,
    /// Giải lao.
    Break,
    /// Trao đổi, thảo luận, giải đáp.
    Discussion,
    /// Bế mạc, kết thúc.
    Closing,
    /// Anything else.
    Other,
}

impl ItemKind {
    /// Every kind, in the order a sitting usually has them.
    pub const ALL: [Self; 7] = [
        Self::Reception,
        Self::Opening,
        Self::Topic,
        Self::Break,
        Self::Discussion,
        Self::Closing,
        Self::Other,
    ];

    /// Minutes a new item of this kind gets; customary, and meant to be edited.
    pub fn usual_minutes(self) -> u32 {
        match self {
            Self::Reception => 30,
            Self::Opening => 20,
            Self::Topic => 45,
            Self::Break | Self::Closing => 15,
            Self::Discussion | Self::Other => 30,
        }
    }

    /// Whether somebody teaches there, so that it is written down afterwards whether they did.
    pub fn is_taught(self) -> bool {
        matches!(self, Self::Topic | Self::Discussion | Self::Other)
    }

    /// What a new item of this kind is called on paper.
    pub fn usual_title(self) -> &'static str {
        match self {
            Self::Reception => "Đón tiếp đại biểu, phát tài liệu",
            Self::Opening => "Khai mạc: chào cờ, tuyên bố lý do, giới thiệu đại biểu",
            Self::Topic => "Chuyên đề",
            Self::Break => "Giải lao",
            Self::Discussion => "Trao đổi, thảo luận, giải đáp",
            Self::Closing => "Tổng kết, bế mạc",
            Self::Other => "Nội dung khác",
        }
    }
}

/// Who presents: a person, a role or a body, each as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Presenter {
    /// A named person: "Nguyễn Thiện Nhân", with titles in their order.
    Person {
        /// Full name.
        name: String,
        /// Titles in their printed order.
        #[serde(default)]
        titles: Vec<String>,
    },
    /// A role without a name: "đại diện Lãnh đạo Ban Thường trực".
    Role(String),
    /// Several people named as one: "các thành viên Ban Thường trực".
    Collective(String),
}

/// One line of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeItem {
    /// What sort of item it is.
    pub kind: ItemKind,
    /// What is printed; for a topic its title.
    pub title: String,
    /// Minutes, when planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub presenters: Vec<Presenter>,
}

/// One line of the programme of the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedItem {
    /// Its row.
    pub id: ProgrammeItemId,
    /// The topic of the library it is about.
    pub topic: Option<TopicId>,
    /// What it says.
    pub details: ProgrammeItem,
    /// What became of the part of each of its presenters, in their order; nothing while nobody said.
    pub given: Vec<Option<Given>>,
}

impl Presenter {
    /// The words that name whoever it is.
    pub fn name(&self) -> &str {
        match self {
            Self::Person { name, .. } | Self::Role(name) | Self::Collective(name) => name,
        }
    }

    /// As it is printed: a person's titles follow the name.
    pub fn printed(&self) -> String {
        match self {
            Self::Person { name, titles } if !titles.is_empty() => format!("{name}, {}", titles.join(", ")),
            other => other.name().to_owned(),
        }
    }
}
