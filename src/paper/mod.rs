//! Documents out: content → layout → PDF, one file per kind of paper.
//!
//! A kind of paper turns a [`Dossier`] into [`content`]: what the paper says.
//! [`layout`] sets the content on pages with the embedded typeface, and [`pdf`]
//! writes the pages. The same dossier always gives the same bytes: no clock, no
//! chance. Whatever the user should look at before printing comes back as a
//! [`Finding`]; nothing is dropped in silence.

pub mod allowance_receipt;
pub mod badge;
pub mod certificate;
pub mod certificate_register;
pub mod content;
pub mod delegate_list;
pub mod document_receipt;
mod finding;
mod font;
pub mod layout;
mod list;
pub mod pdf;
pub mod placeholder;
pub mod recognition;
pub mod sign_in_sheet;
pub mod table_sign;

pub use serde::Serialize;

pub use allowance_receipt::AllowanceReceiptOptions;
pub use badge::BadgeOptions;
use certificate::CertificateOptions;
pub use certificate_register::CertificateRegisterOptions;
pub use delegate_list::DelegateListOptions;
pub use document_receipt::DocumentReceiptOptions;
pub use finding::{Finding, PaperError};
pub use font::Face;
pub use recognition::RecognitionOptions;
pub use sign_in_sheet::{Orientation, SheetColumns, SignInSheetOptions};

pub use table_sign::TableSignOptions;

use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use layout::Layout;

/// The papers the program makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperKind {
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
}

/// A form of file a paper can be had in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// PDF.
    Pdf,
}

impl PaperKind {
    /// Every kind, in the order they are used.
    pub const ALL: [Self; 9] = [
        Self::DelegateList,
        Self::Badges,
        Self::TableSigns,
        Self::SignInSheet,
        Self::DocumentReceipt,
        Self::AllowanceReceipt,
        Self::Recognition,
        Self::Certificates,
        Self::CertificateRegister,
    ];

    /// Its id on the command line: "sign-in-sheet".
    pub fn id(self) -> &'static str {
        match self {
            Self::SignInSheet => "sign-in-sheet",
            Self::DelegateList => "delegate-list",
            Self::DocumentReceipt => "document-receipt",
            Self::AllowanceReceipt => "allowance-receipt",
            Self::Certificates => "certificates",
            Self::CertificateRegister => "certificate-register",
            Self::Recognition => "recognition",
            Self::Badges => "badges",
            Self::TableSigns => "table-signs",
        }
    }

    /// The kind of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The id of its name in the locale files.
    pub fn name_id(self) -> &'static str {
        match self {
            Self::SignInSheet => "paper-sign-in-sheet",
            Self::DelegateList => "paper-delegate-list",
            Self::DocumentReceipt => "paper-document-receipt",
            Self::AllowanceReceipt => "paper-allowance-receipt",
            Self::Certificates => "paper-certificates",
            Self::CertificateRegister => "paper-certificate-register",
            Self::Recognition => "paper-recognition",
            Self::Badges => "paper-badges",
            Self::TableSigns => "paper-table-signs",
        }
    }

    /// The forms of file it can be had in.
    pub fn formats(self) -> &'static [Format] {
        &[Format::Pdf]
    }
}

impl Format {
    /// Its ending and its word in JSON: "pdf".
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
        }
    }
}

/// How papers are made; each kind takes its own part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// For [`PaperKind::SignInSheet`].
    pub sign_in_sheet: SignInSheetOptions,
    /// For [`PaperKind::DelegateList`].
    pub delegate_list: DelegateListOptions,
    /// For [`PaperKind::DocumentReceipt`].
    pub document_receipt: DocumentReceiptOptions,
    /// For [`PaperKind::AllowanceReceipt`].
    pub allowance_receipt: AllowanceReceiptOptions,
    /// For [`PaperKind::Certificates`].
    pub certificates: CertificateOptions,
    /// For [`PaperKind::CertificateRegister`].
    pub certificate_register: CertificateRegisterOptions,
    /// For [`PaperKind::Recognition`].
    pub recognition: RecognitionOptions,
    /// For [`PaperKind::Badges`].
    pub badges: BadgeOptions,
    /// For [`PaperKind::TableSigns`].
    pub table_signs: TableSignOptions,
}

impl Options {
    /// The usual paper, of one cluster or of all.
    pub fn for_cluster(cluster: Option<ClusterId>) -> Self {
        let mut options = Self::default();
        options.set_cluster(cluster);
        options
    }

    /// Makes every paper of one cluster, or of all.
    pub fn set_cluster(&mut self, cluster: Option<ClusterId>) {
        self.sign_in_sheet.cluster = cluster;
        self.delegate_list.cluster = cluster;
        self.document_receipt.cluster = cluster;
        self.allowance_receipt.cluster = cluster;
        self.certificates.cluster = cluster;
        self.certificate_register.cluster = cluster;
        self.recognition.cluster = cluster;
        self.badges.cluster = cluster;
        self.table_signs.cluster = cluster;
    }
}

/// A paper as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What to look at before printing.
    pub findings: Vec<Finding>,
    /// Whose rows or certificates stand on each page, in order.
    pub delegates: Vec<Vec<DelegateId>>,
}

/// Makes a paper.
///
/// Errors: a cluster the session does not have; no delegate to certify; a file
/// that cannot be put together.
pub fn make(kind: PaperKind, dossier: &Dossier, options: &Options) -> Result<Made, PaperError> {
    let layout = lay_out(kind, dossier, options)?;
    let pdf = pdf::write(&layout)?;
    let (pages, findings) = (layout.pages.len(), layout.findings);
    let delegates = layout.pages.into_iter().map(|page| page.delegates).collect();
    Ok(Made { pdf, pages, findings, delegates })
}

/// Sets a paper on pages without writing it: a preview writes the page it shows
/// with [`pdf::write_page`].
pub fn lay_out(kind: PaperKind, dossier: &Dossier, options: &Options) -> Result<Layout, PaperError> {
    let (document, findings) = match kind {
        PaperKind::SignInSheet => (sign_in_sheet::document(dossier, &options.sign_in_sheet)?, Vec::new()),
        PaperKind::DelegateList => delegate_list::document(dossier, &options.delegate_list)?,
        PaperKind::DocumentReceipt => {
            (document_receipt::document(dossier, &options.document_receipt)?, Vec::new())
        }
        PaperKind::AllowanceReceipt => allowance_receipt::document(dossier, &options.allowance_receipt)?,
        PaperKind::Certificates => certificate::document(dossier, &options.certificates)?,
        PaperKind::CertificateRegister => {
            certificate_register::document(dossier, &options.certificate_register)?
        }
        PaperKind::Recognition => recognition::document(dossier, &options.recognition)?,
        PaperKind::Badges => badge::document(dossier, &options.badges)?,
        PaperKind::TableSigns => table_sign::document(dossier, &options.table_signs)?,
    };
    let mut layout = layout::lay_out(&document);
    layout.findings.splice(0..0, findings);
    Ok(layout)
}
