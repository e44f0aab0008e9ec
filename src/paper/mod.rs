//! Documents out: content → layout → PDF, one file per kind of paper.
//!
//! A kind of paper turns a [`Dossier`] into [`content`]: what the paper says.
//! [`layout`] sets the content on pages with the embedded typeface, and [`pdf`]
//! writes the pages. [`docx`] and `xlsx` write the same content as a Word file
//! and as a workbook. The same dossier always gives the same bytes: no clock, no
//! chance. Whatever the user should look at before printing comes back as a
//! [`Finding`]; nothing is dropped in silence.

pub mod absence_list;
mod addressees;
pub mod allowance_receipt;
pub mod alone;
mod announced;
pub mod approval;
pub mod attendance_summary;
mod audience;
pub mod badge;
mod body_name;
pub mod budget;
pub mod card;
pub mod certificate;
pub mod certificate_letters;
pub mod certificate_register;
pub mod certificate_sample;
mod certificate_values;
mod certificate_words;
mod certified;
mod cluster_table;
pub mod commendation;
mod conference;
pub mod contact_sheet;
pub mod content;
mod dates;
pub mod delegate_list;
pub mod discussion_groups;
pub mod document_receipt;
pub mod docx;
pub mod dossier_index;
pub mod envelope_labels;
mod expected_cost;
mod extent;
mod finding;
mod font;
mod grounds;
pub mod guest_sign_in;
mod honorific;
pub mod invitation;
mod kind;
pub mod layout;
mod letter;
mod line_breaking;
mod list;
mod measures;
pub mod minutes;
mod occasion;
mod ordinary;
mod orientation;
mod own;
mod payment;
pub mod pdf;
pub mod placeholder;
pub mod plan;
pub mod presenter_fees;
pub mod presenter_receipt;
pub mod programme;
mod quotes;
pub mod raster;
pub mod recognition;
pub mod reconciliation;
pub mod register_book;
pub mod report;
pub mod running_order;
pub mod secondment;
pub mod sign_in_sheet;
pub mod stored_options;
pub mod submission;
pub mod survey;
pub mod survey_summary;
pub mod table_sign;
mod topics;
mod turnout;
pub mod unit_sign;
pub mod xlsx;
mod xml;

pub use delegate_list::BirthColumns;
pub use finding::{Fact, Finding, PaperError};
pub use font::Face;
pub use kind::{About, Argument, Content, Format, Kind, Options, PaperKind, Phase, Scope, Takes};
pub use orientation::Orientation;
pub use sign_in_sheet::{SheetColumns, Sheets};

use crate::domain::attendance::page::PrintedSheet;
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::domain::print_run::PrintedPage;
use layout::Layout;

/// A paper as a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// What to look at before printing.
    pub findings: Vec<Finding>,
    /// Whose rows or certificates stand on each page, in order.
    pub delegates: Vec<Vec<DelegateId>>,
    /// Where rows, columns and lines stand on each page that people sign.
    pub sheets: Vec<Option<PrintedSheet>>,
    /// The code of each page: see [`Layout::codes`].
    pub codes: Vec<String>,
}

impl Made {
    /// What a print run remembers of each page.
    pub fn printed(&self) -> Vec<PrintedPage> {
        let pages = self.codes.iter().zip(&self.delegates).zip(&self.sheets);
        let page = pages.map(|((code, delegates), sheet)| PrintedPage {
            code: code.clone(),
            delegates: delegates.clone(),
            sheet: sheet.clone(),
        });
        page.collect()
    }
}

/// A paper as a file of some form.
#[derive(Debug, Clone, PartialEq)]
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
    if !kind.about().formats.contains(&format) {
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
    let codes = layout.codes(kind.id());
    let (pages, findings) = (layout.pages.len(), std::mem::take(&mut layout.findings));
    let delegates = layout.pages.iter_mut().map(|page| std::mem::take(&mut page.delegates)).collect();
    let sheets = layout.pages.iter_mut().map(|page| page.sheet.take()).collect();
    Ok(Made { pdf: pdf::write(layout)?, pages, findings, delegates, sheets, codes })
}

/// Sets a paper on pages without writing it: a preview writes the page it shows
/// with [`pdf::write_page`].
pub fn lay_out(kind: PaperKind, dossier: &Dossier, options: &Options) -> Result<Layout, PaperError> {
    let (document, findings) = document(kind, dossier, options)?;
    let mut layout = layout::lay_out(&document);
    layout.findings.splice(0..0, findings);
    options.of(kind).complete(&mut layout);
    layout.print_codes(kind.id());
    Ok(layout)
}

/// What a paper says, and what to look at in it.
pub fn document(kind: PaperKind, dossier: &Dossier, options: &Options) -> Result<Content, PaperError> {
    let dossier = ordinary::prepared(dossier);
    let made = options.of(kind).document_among(options, &dossier, options.cluster)?;
    let (mut document, mut findings) = made;
    quotes::set(&mut document);
    findings.extend(dates::contradictions(kind, &dossier, options.cluster));
    Ok((document, findings))
}
