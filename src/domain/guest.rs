//! Guests: a named person with ordered titles, or a group in words.

use serde::{Deserialize, Serialize};

/// The most titles one guest has: more than any announcement prints.
pub const MOST_TITLES: usize = 12;

/// Someone who attends without being a delegate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Guest {
    /// "ông Nguyễn Thanh Tịnh – UVTV, Trưởng ban Tuyên giáo, Giám đốc …".
    Person {
        /// "ông", "bà", "đồng chí", when the source says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        honorific: Option<String>,
        /// Full name.
        name: String,
        /// Titles in their printed order.
        #[serde(default)]
        titles: Vec<String>,
        /// What the person does there: "phát biểu kết thúc".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        part: Option<String>,
    },
    /// "toàn thể cán bộ công chức cơ quan …".
    Group {
        /// The words as printed.
        label: String,
    },
}
