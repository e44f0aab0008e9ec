//! What stands in a cell.

use crate::app::icon::Icon;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::Role;
use iced::Color;

/// The contents of one cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A line of text.
    Text {
        /// The text.
        text: String,
        /// Its role.
        role: Role,
        /// Its colour.
        color: Color,
    },
    /// A name with a smaller line under it, in tall rows.
    Lines {
        /// The name.
        title: String,
        /// The line under it.
        below: String,
    },
    /// A state.
    Chip {
        /// Its colour.
        tone: Tone,
        /// An icon before the word.
        icon: Option<Icon>,
        /// The word.
        label: String,
    },
    /// An icon alone.
    Icon {
        /// Which.
        icon: Icon,
        /// Its colour.
        tone: Tone,
    },
}

impl Cell {
    /// Ordinary text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), role: Role::Body, color: palette::INK }
    }

    /// The name of the row.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), role: Role::Strong, color: palette::INK }
    }

    /// A number of order, a remark.
    pub fn muted(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), role: Role::Body, color: palette::MUTED }
    }

    /// A name with a smaller line under it.
    pub fn lines(title: impl Into<String>, below: impl Into<String>) -> Self {
        Self::Lines { title: title.into(), below: below.into() }
    }

    /// A state in a word.
    pub fn chip(tone: Tone, icon: Option<Icon>, label: impl Into<String>) -> Self {
        Self::Chip { tone, icon, label: label.into() }
    }

    /// Its words on one line, as they are copied.
    pub fn plain(&self) -> String {
        let text = match self {
            Self::Text { text, .. } => text.clone(),
            Self::Lines { title, below } if below.is_empty() => title.clone(),
            Self::Lines { title, below } => format!("{title} ({below})"),
            Self::Chip { label, .. } => label.clone(),
            Self::Icon { .. } => String::new(),
        };
        text.replace(['\t', '\n', '\r'], " ")
    }
}
