//! Documents out: content → layout → PDF, one file per kind of paper.
//!
//! A kind of paper turns a [`Dossier`] into [`content`]: what the paper says.
//! [`layout`] sets the content on pages with the embedded typeface, and [`pdf`]
//! writes the pages. [`docx`] and `xlsx` write the same content as a Word file
//! and as a workbook. The same dossier always gives the same bytes: no clock, no
//! chance. Whatever the user should look at before printing comes back as a
//! [`Finding`]; nothing is dropped in silence.

mod audience;
pub mod certificate;
mod cluster_table;
pub mod content;
pub mod delegate_list;
pub mod docx;
mod finding;
mod font;
mod glue;
pub mod invitation;
pub mod layout;
mod letter;
mod list;
mod measures;
mod occasion;
pub mod pdf;
pub mod placeholder;
pub mod plan;
pub mod programme;
pub mod sign_in_sheet;
mod topics;
pub mod xlsx;

use std::path::Path;

pub use serde::Serialize;

use certificate::CertificateOptions;
pub use delegate_list::{BirthColumns, DelegateListOptions};
pub use finding::{Fact, Finding, PaperError};
pub use font::Face;
use invitation::Addressees;
pub use invitation::InvitationOptions;
pub use plan::PlanOptions;
pub use programme::ProgrammeOptions;
pub use sign_in_sheet::{Orientation, SheetColumns, SignInSheetOptions};

use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
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
    /// Giấy chứng nhận.
    Certificates,
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
    pub const ALL: [Self; 6] = [
        Self::Plan,
        Self::Programme,
        Self::Invitations,
        Self::DelegateList,
        Self::SignInSheet,
        Self::Certificates,
    ];

    /// Its id on the command line: "sign-in-sheet".
    pub fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Programme => "programme",
            Self::Invitations => "invitation",
            Self::SignInSheet => "sign-in-sheet",
            Self::DelegateList => "delegate-list",
            Self::Certificates => "certificates",
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
            Self::Certificates => "paper-certificates",
        }
    }

    /// Whether it is always made from the list of delegates, and says nothing without one.
    pub fn lists_delegates(self) -> bool {
        match self {
            Self::SignInSheet | Self::DelegateList | Self::Certificates => true,
            Self::Plan | Self::Programme | Self::Invitations => false,
        }
    }

    /// Whether a cluster can have one of its own.
    pub fn is_per_cluster(self) -> bool {
        self != Self::Plan
    }

    /// The forms of file it can be had in.
    pub fn formats(self) -> &'static [Format] {
        match self {
            Self::SignInSheet | Self::DelegateList => &[Format::Pdf, Format::Docx, Format::Xlsx],
            // Letters: a workbook of them is of no use.
            Self::Plan | Self::Programme | Self::Invitations => &[Format::Pdf, Format::Docx],
            // Things at fixed places, often on pre-printed stock.
            Self::Certificates => &[Format::Pdf],
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
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
    /// For [`PaperKind::Certificates`].
    pub certificates: CertificateOptions,
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
    let layout = lay_out(kind, dossier, options)?;
    let pdf = pdf::write(&layout)?;
    let (pages, findings) = (layout.pages.len(), layout.findings);
    let delegates = layout.pages.into_iter().map(|page| page.delegates).collect();
    Ok(Made { pdf, pages, findings, delegates })
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
        PaperKind::Certificates => certificate::document(dossier, &options.certificates)?,
    })
}
