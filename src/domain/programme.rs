//! What happens in a sitting, and who presents.

use serde::{Deserialize, Serialize};

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
