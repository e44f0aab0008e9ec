//! The things that cost money, as a budget names and counts them.

use serde::{Deserialize, Serialize};

use crate::paper::allowance_receipt::Per;

/// Something that costs money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Expense {
    /// Hỗ trợ tiền ăn.
    Allowance,
    /// Nước uống.
    Water,
    /// Tài liệu.
    Documents,
    /// Thù lao báo cáo viên.
    Presenters,
    /// Đi lại, lưu trú của báo cáo viên.
    Travel,
    /// Thuê hội trường.
    Venue,
    /// Trang trí, khẩu hiệu.
    Decoration,
    /// Phôi giấy chứng nhận.
    Certificates,
    /// Văn phòng phẩm.
    Stationery,
}

impl Expense {
    /// All of them, in the order of the paper.
    pub const ALL: [Self; 9] = [
        Self::Allowance,
        Self::Water,
        Self::Documents,
        Self::Presenters,
        Self::Travel,
        Self::Venue,
        Self::Decoration,
        Self::Certificates,
        Self::Stationery,
    ];

    /// Its words on paper.
    pub fn printed(self) -> &'static str {
        match self {
            Self::Allowance => "Hỗ trợ tiền ăn cho đại biểu không hưởng lương từ ngân sách",
            Self::Water => "Nước uống",
            Self::Documents => "Tài liệu",
            Self::Presenters => "Thù lao báo cáo viên",
            Self::Travel => "Đi lại, lưu trú của báo cáo viên",
            Self::Venue => "Thuê hội trường, âm thanh, máy chiếu",
            Self::Decoration => "Trang trí, khẩu hiệu",
            Self::Certificates => "Phôi giấy chứng nhận",
            Self::Stationery => "Văn phòng phẩm, in ấn",
        }
    }

    /// The id of its label where its price is asked for.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Allowance => "window-print-price-allowance",
            Self::Water => "window-print-price-water",
            Self::Documents => "window-print-price-documents",
            Self::Presenters => "window-print-price-presenters",
            Self::Travel => "window-print-price-travel",
            Self::Venue => "window-print-price-venue",
            Self::Decoration => "window-print-price-decoration",
            Self::Certificates => "window-print-price-certificates",
            Self::Stationery => "window-print-price-stationery",
        }
    }

    /// What it is counted by.
    pub(super) fn unit(self, per: Per) -> &'static str {
        match (self, per) {
            (Self::Allowance, Per::Day) => "người/ngày",
            (Self::Allowance, Per::Sitting) | (Self::Water, _) => "người/buổi",
            (Self::Documents, _) => "bộ",
            (Self::Presenters | Self::Venue, _) => "buổi",
            (Self::Travel, _) => "lượt",
            (Self::Decoration, _) => "địa điểm",
            (Self::Certificates, _) => "giấy",
            (Self::Stationery, _) => "đợt",
        }
    }

    /// The heading it stands under: one of [`GROUPS`].
    pub(super) fn group(self) -> &'static str {
        match self {
            Self::Allowance | Self::Water | Self::Documents | Self::Certificates => "Chi cho đại biểu",
            Self::Presenters | Self::Travel => "Chi cho báo cáo viên",
            Self::Venue | Self::Decoration | Self::Stationery => "Chi tổ chức",
        }
    }
}

/// The groups in their order.
pub(super) const GROUPS: [&str; 3] = ["Chi cho đại biểu", "Chi cho báo cáo viên", "Chi tổ chức"];
