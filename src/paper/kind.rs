//! The kinds of paper and the forms of file they are to be had in.

use std::path::Path;

/// The papers the program makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// Kế hoạch.
    Plan,
    /// Chương trình.
    Programme,
    /// Giấy mời, giấy triệu tập.
    Invitations,
    /// Danh sách ký tên.
    SignInSheet,
    /// Danh sách đại biểu.
    DelegateList,
    /// Ký nhận tài liệu.
    DocumentReceipt,
    /// Ký nhận tiền hỗ trợ.
    AllowanceReceipt,
    /// Giấy chứng nhận.
    Certificates,
    /// Sổ cấp giấy chứng nhận.
    CertificateRegister,
    /// Quyết định công nhận.
    Recognition,
    /// Thẻ đại biểu.
    Badges,
    /// Biển tên để bàn.
    TableSigns,
    /// Biển đơn vị.
    UnitSigns,
    /// Dự toán kinh phí.
    Budget,
    /// Thù lao báo cáo viên.
    PresenterFees,
    /// Phiếu khảo sát, phiếu thu hoạch.
    Survey,
    /// Biên bản.
    Minutes,
    /// Báo cáo kết quả.
    Report,
}

/// A form of file a paper can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// PDF: pages as they print.
    Pdf,
    /// Word: text and tables to be edited.
    Docx,
    /// Excel: lists to be worked on.
    Xlsx,
}

impl PaperKind {
    /// Every kind, in the order they are used.
    pub const ALL: [Self; 18] = [
        Self::Plan,
        Self::Budget,
        Self::Programme,
        Self::Invitations,
        Self::DelegateList,
        Self::Badges,
        Self::TableSigns,
        Self::UnitSigns,
        Self::SignInSheet,
        Self::DocumentReceipt,
        Self::AllowanceReceipt,
        Self::PresenterFees,
        Self::Survey,
        Self::Minutes,
        Self::Report,
        Self::Recognition,
        Self::Certificates,
        Self::CertificateRegister,
    ];

    /// Its id on the command line: "sign-in-sheet".
    pub fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Programme => "programme",
            Self::Invitations => "invitation",
            Self::SignInSheet => "sign-in-sheet",
            Self::DelegateList => "delegate-list",
            Self::DocumentReceipt => "document-receipt",
            Self::AllowanceReceipt => "allowance-receipt",
            Self::Certificates => "certificates",
            Self::CertificateRegister => "certificate-register",
            Self::Recognition => "recognition",
            Self::Badges => "badges",
            Self::TableSigns => "table-signs",
            Self::UnitSigns => "unit-signs",
            Self::Budget => "budget",
            Self::PresenterFees => "presenter-fees",
            Self::Survey => "survey",
            Self::Minutes => "minutes",
            Self::Report => "report",
        }
    }

    /// The kind of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The id of its name in the locale files.
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Plan => "paper-plan",
            Self::Programme => "paper-programme",
            Self::Invitations => "paper-invitation",
            Self::SignInSheet => "paper-sign-in-sheet",
            Self::DelegateList => "paper-delegate-list",
            Self::DocumentReceipt => "paper-document-receipt",
            Self::AllowanceReceipt => "paper-allowance-receipt",
            Self::Certificates => "paper-certificates",
            Self::CertificateRegister => "paper-certificate-register",
            Self::Recognition => "paper-recognition",
            Self::Badges => "paper-badges",
            Self::TableSigns => "paper-table-signs",
            Self::UnitSigns => "paper-unit-signs",
            Self::Budget => "paper-budget",
            Self::PresenterFees => "paper-presenter-fees",
            Self::Survey => "paper-survey",
            Self::Minutes => "paper-minutes",
            Self::Report => "paper-report",
        }
    }

    /// Whether it is always made from the list of delegates, and says nothing without one.
    pub fn lists_delegates(self) -> bool {
        match self {
            Self::Plan
            | Self::Programme
            | Self::Invitations
            | Self::UnitSigns
            | Self::Budget
            | Self::PresenterFees
            | Self::Survey
            | Self::Minutes
            | Self::Report => false,
            Self::DelegateList
            | Self::Badges
            | Self::TableSigns
            | Self::SignInSheet
            | Self::DocumentReceipt
            | Self::AllowanceReceipt
            | Self::Recognition
            | Self::Certificates
            | Self::CertificateRegister => true,
        }
    }

    /// Whether a cluster can have one of its own.
    pub fn is_per_cluster(self) -> bool {
        !matches!(self, Self::Plan | Self::Survey | Self::Report)
    }

    /// The forms of file it can be had in.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::DelegateList
            | Self::SignInSheet
            | Self::DocumentReceipt
            | Self::AllowanceReceipt
            | Self::Budget
            | Self::PresenterFees
            | Self::CertificateRegister => &[Format::Pdf, Format::Docx, Format::Xlsx],
            // Letters: a workbook of them is of no use.
            Self::Plan
            | Self::Programme
            | Self::Invitations
            | Self::Survey
            | Self::Minutes
            | Self::Report
            | Self::Recognition => &[Format::Pdf, Format::Docx],
            // Things at fixed places, often on pre-printed stock.
            Self::Badges | Self::TableSigns | Self::UnitSigns | Self::Certificates => &[Format::Pdf],
        }
    }
}

impl Format {
    /// Its ending and its word in JSON: "pdf".
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
        }
    }

    /// The form of the file of that name, by its ending.
    pub fn of_file(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        let all = [Self::Pdf, Self::Docx, Self::Xlsx];
        all.into_iter().find(|format| ending.eq_ignore_ascii_case(format.extension()))
    }
}
