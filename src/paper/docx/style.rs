//! The styles of a Word file: built-in ones where Word has them, so that its
//! navigation pane and style gallery know headings and titles.

use crate::paper::measures::{
    CELL, CLOSING, COLUMN_HEAD, FOOT, INDENT, KIND, PAGE_NUMBER, PARAGRAPH_GAP, RECIPIENTS, SUBJECT, TEXT,
};

/// What a paragraph is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    /// Nothing but room or a line.
    #[default]
    Plain,
    /// Running text.
    Text,
    /// A heading of level 1 to 3.
    Heading(u8),
    /// Tên loại.
    Title,
    /// Trích yếu.
    Subtitle,
    /// Cluster, place and day under the title.
    Note,
    /// A line of the head.
    Head,
    /// A cell with its text at the left.
    Cell,
    /// A cell with its text in the middle.
    CellCentre,
    /// A cell with its text at the right: an amount.
    CellRight,
    /// A column heading.
    ColumnHead,
    /// A group heading.
    Group,
    /// The count at the end of a list.
    Count,
    /// A line of a signature block, and the date over it.
    Signature,
    /// "Nơi nhận" and its list.
    Recipients,
    /// The number of a page over its text.
    PageNumber,
    /// How a list is filled in, over the foot.
    Help,
    /// The foot of a page.
    Foot,
}

impl Style {
    /// Every style, in the order of the file.
    pub const ALL: [Self; 20] = [
        Self::Plain,
        Self::Text,
        Self::Heading(1),
        Self::Heading(2),
        Self::Heading(3),
        Self::Title,
        Self::Subtitle,
        Self::Note,
        Self::Head,
        Self::Cell,
        Self::CellCentre,
        Self::CellRight,
        Self::ColumnHead,
        Self::Group,
        Self::Count,
        Self::Signature,
        Self::Recipients,
        Self::PageNumber,
        Self::Help,
        Self::Foot,
    ];

    /// Its id in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plain => "Normal",
            Self::Text => "BodyText",
            Self::Heading(1) => "Heading1",
            Self::Heading(2) => "Heading2",
            Self::Heading(_) => "Heading3",
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Note => "TitleNote",
            Self::Head => "Letterhead",
            Self::Cell => "CellText",
            Self::CellCentre => "CellCentre",
            Self::CellRight => "CellRight",
            Self::ColumnHead => "ColumnHead",
            Self::Group => "GroupHead",
            Self::Count => "ListEnd",
            Self::Signature => "Signature",
            Self::Recipients => "Recipients",
            Self::PageNumber => "Header",
            Self::Help => "FillingIn",
            Self::Foot => "Footer",
        }
    }

    /// What it is: Word knows its own styles by these names, and shows ours.
    pub fn description(self) -> Description {
        let base = Description { size: TEXT, ..Description::default() };
        let centred = Description { align: "center", ..base };
        match self {
            Self::Plain => Description { name: "Normal", ..base },
            Self::Text => Description {
                name: "Body Text",
                align: "both",
                indent: INDENT,
                after: PARAGRAPH_GAP,
                gallery: true,
                ..base
            },
            Self::Heading(level) => Description {
                name: ["heading 1", "heading 2", "heading 3"][usize::from(level.clamp(1, 3)) - 1],
                level: Some(level.clamp(1, 3) - 1),
                bold: true,
                indent: INDENT,
                after: PARAGRAPH_GAP,
                keeps_next: true,
                gallery: true,
                ..base
            },
            Self::Title => Description {
                name: "Title",
                bold: true,
                size: KIND,
                keeps_next: true,
                gallery: true,
                ..centred
            },
            Self::Subtitle => Description {
                name: "Subtitle",
                bold: true,
                size: SUBJECT,
                before: 1.0,
                keeps_next: true,
                gallery: true,
                ..centred
            },
            Self::Note => Description {
                name: "Dòng dưới tiêu đề",
                italic: true,
                size: SUBJECT,
                before: 1.0,
                keeps_next: true,
                ..centred
            },
            Self::Head => Description { name: "Đầu văn bản", size: 12.0, keeps_next: true, ..centred },
            Self::Cell => Description { name: "Ô bảng", size: CELL, single: true, ..base },
            Self::CellCentre => Description { name: "Ô bảng giữa", size: CELL, single: true, ..centred },
            Self::CellRight => {
                Description { name: "Ô bảng phải", size: CELL, single: true, align: "right", ..base }
            }
            Self::ColumnHead => Description {
                name: "Tiêu đề cột",
                size: COLUMN_HEAD,
                bold: true,
                single: true,
                keeps_next: true,
                ..centred
            },
            Self::Group => {
                Description { name: "Tiêu đề nhóm", size: CELL, single: true, keeps_next: true, ..base }
            }
            Self::Count => Description {
                name: "Dòng kết danh sách",
                size: CLOSING,
                indent: INDENT,
                after: PARAGRAPH_GAP,
                keeps_next: true,
                ..base
            },
            Self::Signature => Description { name: "Signature", size: CLOSING, keeps_next: true, ..centred },
            Self::Recipients => {
                Description { name: "Nơi nhận", size: RECIPIENTS, keeps_next: true, ..base }
            }
            Self::PageNumber => Description { name: "header", size: PAGE_NUMBER, ..centred },
            Self::Help => Description { name: "Cách ghi", size: FOOT, single: true, ..base },
            Self::Foot => Description { name: "footer", size: FOOT, grey: true, single: true, ..base },
        }
    }
}

/// What a style is like. Lengths in points.
#[derive(Clone, Copy, Default)]
pub struct Description {
    /// Word knows its own styles by their names.
    pub name: &'static str,
    /// Size of the text.
    pub size: f32,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Grey.
    pub grey: bool,
    /// `w:jc`; empty for the left.
    pub align: &'static str,
    /// First-line indent.
    pub indent: f32,
    /// Room before the paragraph.
    pub before: f32,
    /// Room after the paragraph.
    pub after: f32,
    /// The lines stand as close as the typeface has them.
    pub single: bool,
    /// Stays on the page of what follows.
    pub keeps_next: bool,
    /// Level of the outline.
    pub level: Option<u8>,
    /// Whether the gallery of styles shows it.
    pub gallery: bool,
}
