//! Papers of no session: made of what the register says, whatever became of the session.

use super::content::{Document, Head};
use super::finding::{Finding, PaperError};
use super::{Format, docx, layout, pdf, xlsx};
use crate::domain::organisation::{OrganisationDetails, Signatory};

/// A paper of no session as a file.
#[derive(Debug, Clone)]
pub struct LonePaper {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it prints on.
    pub pages: usize,
    /// What to look at before it is printed.
    pub findings: Vec<Finding>,
}

/// Writes a paper that is in words.
///
/// Errors: a file that cannot be put together.
pub fn write(
    document: &Document,
    mut findings: Vec<Finding>,
    format: Format,
) -> Result<LonePaper, PaperError> {
    let mut layout = layout::lay_out(document);
    let pages = layout.pages.len();
    findings.append(&mut layout.findings);
    let bytes = match format {
        Format::Pdf => pdf::write(layout)?,
        Format::Docx => docx::write(document)?,
        Format::Xlsx => xlsx::write(document)?,
    };
    Ok(LonePaper { bytes, pages, findings })
}

/// The head of a paper of an office; the name stands in where no letterhead was entered.
pub(super) fn head(office: Option<&OrganisationDetails>) -> Head {
    let Some(office) = office else { return Head::default() };
    let letterhead = &office.letterhead;
    let mut issuer = letterhead.issuer.clone();
    if issuer.is_empty() && letterhead.superior.is_empty() {
        issuer.push(office.name.to_uppercase());
    }
    Head { profile: letterhead.profile, superior: letterhead.superior.clone(), issuer }
}

/// Who signs for an office now: the first still in office.
pub(super) fn signatory(office: Option<&OrganisationDetails>) -> Option<&Signatory> {
    let all = &office?.signatories;
    all.iter().find(|one| one.until.is_none()).or(all.first())
}
