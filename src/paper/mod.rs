//! Documents out: content → layout → PDF, one file per kind of paper.
//!
//! A kind of paper turns a [`Dossier`] into [`content`]: what the paper says.
//! [`layout`] sets the content on pages with the embedded typeface, and [`pdf`]
//! writes the pages. [`docx`] and `xlsx` write the same content as a Word file
//! and as a workbook. The same dossier always gives the same bytes: no clock, no
//! chance. Whatever the user should look at before printing comes back as a
//! [`Finding`]; nothing is dropped in silence.

pub mod allowance_receipt;
mod audience;
pub mod badge;
pub mod budget;
pub mod certificate;
pub mod certificate_register;
mod cluster_table;
pub mod content;
pub mod delegate_list;
pub mod document_receipt;
pub mod docx;
mod extent;
mod finding;
mod font;
mod glue;
mod held;
pub mod invitation;
pub mod kept;
pub mod layout;
mod letter;
mod list;
mod measures;
pub mod minutes;
mod occasion;
mod payment;
pub mod pdf;
pub mod placeholder;
pub mod plan;
pub mod presenter_fees;
pub mod programme;
pub mod recognition;
pub mod report;
pub mod sign_in_sheet;
pub mod survey;
pub mod table_sign;
mod topics;
pub mod unit_sign;
pub mod xlsx;

use std::path::Path;

use serde::{Deserialize, Serialize};

pub use allowance_receipt::AllowanceReceiptOptions;
pub use badge::BadgeOptions;
pub use budget::BudgetOptions;
use certificate::CertificateOptions;
pub use certificate_register::CertificateRegisterOptions;
pub use delegate_list::{BirthColumns, DelegateListOptions};
pub use document_receipt::DocumentReceiptOptions;
pub use finding::{Fact, Finding, PaperError};
pub use font::Face;
use invitation::Addressees;
pub use invitation::InvitationOptions;
pub use minutes::MinutesOptions;
pub use plan::PlanOptions;
pub use presenter_fees::PresenterFeeOptions;
pub use programme::ProgrammeOptions;
pub use recognition::RecognitionOptions;
pub use report::ReportOptions;
pub use sign_in_sheet::{Orientation, SheetColumns, Sheets, SignInSheetOptions};
pub use survey::SurveyOptions;
pub use table_sign::TableSignOptions;
pub use unit_sign::UnitSignOptions;

use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::print_run::{PrintedPage, page_code};
use content::Document;
use layout::Layout;

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

/// How papers are made; each kind takes its own part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// For [`PaperKind::Plan`].
    pub plan: PlanOptions,
    /// For [`PaperKind::Programme`].
    pub programme: ProgrammeOptions,
    /// For [`PaperKind::Invitations`].
    pub invitation: InvitationOptions,
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
    /// For [`PaperKind::UnitSigns`].
    pub unit_signs: UnitSignOptions,
    /// For [`PaperKind::Budget`].
    pub budget: BudgetOptions,
    /// For [`PaperKind::PresenterFees`].
    pub presenter_fees: PresenterFeeOptions,
    /// For [`PaperKind::Survey`].
    pub survey: SurveyOptions,
    /// For [`PaperKind::Minutes`].
    pub minutes: MinutesOptions,
    /// For [`PaperKind::Report`].
    pub report: ReportOptions,
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
        self.programme.cluster = cluster;
        self.invitation.cluster = cluster;
        self.sign_in_sheet.cluster = cluster;
        self.delegate_list.cluster = cluster;
        self.certificates.cluster = cluster;
        self.document_receipt.cluster = cluster;
        self.allowance_receipt.cluster = cluster;
        self.certificate_register.cluster = cluster;
        self.recognition.cluster = cluster;
        self.badges.cluster = cluster;
        self.table_signs.cluster = cluster;
        self.unit_signs.cluster = cluster;
        self.budget.cluster = cluster;
        self.presenter_fees.cluster = cluster;
        self.minutes.cluster = cluster;
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
    /// The code of each page: see [`page_codes`].
    pub codes: Vec<String>,
}

impl Made {
    /// What a print run remembers of each page.
    pub fn printed(&self) -> Vec<PrintedPage> {
        let page = |(code, delegates): (&String, &Vec<DelegateId>)| PrintedPage {
            code: code.clone(),
            delegates: delegates.clone(),
        };
        self.codes.iter().zip(&self.delegates).map(page).collect()
    }
}

/// A paper as a file of some form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paper {
    /// Pages as they print.
    Pages(Made),
    /// A file to be edited. What its pages are is decided by the program that
    /// opens it.
    Editable {
        /// The file.
        bytes: Vec<u8>,
        /// What to look at.
        findings: Vec<Finding>,
    },
}

impl Paper {
    /// The file.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Pages(made) => &made.pdf,
            Self::Editable { bytes, .. } => bytes,
        }
    }

    /// What to look at.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Pages(made) => &made.findings,
            Self::Editable { findings, .. } => findings,
        }
    }
}

/// Makes a paper in one of its forms.
///
/// Errors: as [`make`]; a form this kind of paper is not to be had in.
pub fn make_as(
    format: Format,
    kind: PaperKind,
    dossier: &Dossier,
    options: &Options,
) -> Result<Paper, PaperError> {
    if !kind.formats().contains(&format) {
        return Err(PaperError::NotInThisForm);
    }
    let write = match format {
        Format::Pdf => return make(kind, dossier, options).map(Paper::Pages),
        Format::Docx => docx::write,
        Format::Xlsx => xlsx::write,
    };
    let (document, findings) = document(kind, dossier, options)?;
    Ok(Paper::Editable { bytes: write(&document)?, findings })
}

/// Makes a paper as a PDF.
///
/// Errors: a cluster the session does not have; no delegate to certify; a file
/// that cannot be put together.
pub fn make(kind: PaperKind, dossier: &Dossier, options: &Options) -> Result<Made, PaperError> {
    made(kind, lay_out(kind, dossier, options)?)
}

/// Writes a paper that is set on pages.
///
/// Errors: a file that cannot be put together.
pub fn made(kind: PaperKind, mut layout: Layout) -> Result<Made, PaperError> {
    let codes = page_codes(kind, &layout);
    let (pages, findings) = (layout.pages.len(), std::mem::take(&mut layout.findings));
    let delegates = layout.pages.iter_mut().map(|page| std::mem::take(&mut page.delegates)).collect();
    Ok(Made { pdf: pdf::write(layout)?, pages, findings, delegates, codes })
}

/// The code of each page, which stands for all it says: a page of the same text at
/// the same place of its part has the same code, however many pages follow it.
pub fn page_codes(kind: PaperKind, layout: &Layout) -> Vec<String> {
    let code = |page| page_code([kind.id(), &layout.said(page)]);
    layout.pages.iter().map(code).collect()
}

/// Sets a paper on pages without writing it: a preview writes the page it shows
/// with [`pdf::write_page`].
pub fn lay_out(kind: PaperKind, dossier: &Dossier, options: &Options) -> Result<Layout, PaperError> {
    let (document, findings) = document(kind, dossier, options)?;
    let mut layout = layout::lay_out(&document);
    layout.findings.splice(0..0, findings);
    let personal = matches!(options.invitation.to, Addressees::Delegates | Addressees::Guests);
    if kind == PaperKind::Invitations && personal && layout.pages.len() > layout.outline.len() {
        let pages = layout.pages.len() - layout.outline.len();
        layout.findings.push(Finding::LongLetters { pages });
    }
    if kind == PaperKind::SignInSheet {
        let codes = page_codes(kind, &layout);
        layout.print_codes(&codes);
    }
    Ok(layout)
}

/// What a paper says, and what to look at in it.
pub fn document(
    kind: PaperKind,
    dossier: &Dossier,
    options: &Options,
) -> Result<(Document, Vec<Finding>), PaperError> {
    Ok(match kind {
        PaperKind::Plan => plan::document(dossier, &options.plan)?,
        PaperKind::Programme => programme::document(dossier, &options.programme)?,
        PaperKind::Invitations => invitation::document(dossier, &options.invitation)?,
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
        PaperKind::UnitSigns => unit_sign::document(dossier, &options.unit_signs)?,
        PaperKind::Budget => budget::document(dossier, &options.budget)?,
        PaperKind::PresenterFees => presenter_fees::document(dossier, &options.presenter_fees)?,
        PaperKind::Survey => survey::document(dossier, &options.survey)?,
        PaperKind::Minutes => minutes::document(dossier, &options.minutes)?,
        PaperKind::Report => report::document(dossier, &options.report)?,
    })
}
