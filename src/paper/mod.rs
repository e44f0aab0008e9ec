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
mod conference;
pub mod content;
pub mod delegate_list;
pub mod document_receipt;
pub mod docx;
mod extent;
mod finding;
mod font;
pub mod invitation;
mod kind;
pub mod layout;
mod letter;
mod line_breaking;
mod list;
mod measures;
pub mod minutes;
mod occasion;
mod options;
mod payment;
pub mod pdf;
pub mod placeholder;
pub mod plan;
pub mod presenter_fees;
pub mod programme;
pub mod recognition;
pub mod report;
pub mod sign_in_sheet;
pub mod stored_options;
pub mod survey;
pub mod table_sign;
mod topics;
pub mod unit_sign;
pub mod xlsx;

pub use allowance_receipt::AllowanceReceiptOptions;
pub use badge::BadgeOptions;
pub use budget::BudgetOptions;
pub use certificate_register::CertificateRegisterOptions;
pub use delegate_list::{BirthColumns, DelegateListOptions};
pub use document_receipt::DocumentReceiptOptions;
pub use finding::{Fact, Finding, PaperError};
pub use font::Face;
use invitation::Addressees;
pub use invitation::InvitationOptions;
pub use kind::{Format, PaperKind};
pub use minutes::MinutesOptions;
pub use options::Options;
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
use crate::domain::id::DelegateId;
use crate::domain::print_run::{PrintedPage, page_code};
use content::Document;
use layout::Layout;

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
    let personal = matches!(options.invitation.look.to, Addressees::Delegates | Addressees::Guests);
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
