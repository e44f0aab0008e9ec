//! Why a file gives no list.

use super::budget::{Limit, MEGABYTE};
use crate::sentence::{Explain, Sentence};

/// Bytes in a file.
pub const MAX_FILE: usize = Limit::File.most() * MEGABYTE;

/// Why a file gives no list, and which file.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct IntakeError {
    /// The name of the file, without its folder.
    pub file: String,
    /// What is wrong with it.
    pub reason: Refusal,
}

/// What is wrong with a file that gives no list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Not there.
    #[error("no such file")]
    Missing,
    /// A folder was given.
    #[error("it is a folder")]
    Folder,
    /// There, but the system does not let us read it.
    #[error("cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// No content at all.
    #[error("it is empty")]
    Empty,
    /// More bytes than a list has.
    #[error("it is larger than {} MB", Limit::File.most())]
    TooLarge,
    /// More of something than a list has, or a workbook that unpacks without end.
    #[error("it holds more than a list of people: {0:?}, {most} at most", most = .0.most())]
    TooMuch(Limit),
    /// A binary workbook, .xlsb.
    #[error("a binary .xlsb workbook")]
    BinaryExcel,
    /// A workbook that needs a password.
    #[error("a workbook with a password")]
    Password,
    /// Another kind of file.
    #[error("not a list: {0:?}")]
    OtherKind(OtherKind),
    /// A workbook cut short or damaged.
    #[error("a damaged workbook: {0}")]
    Damaged(String),
    /// No row with the headings of a list.
    #[error("no header row")]
    NoHeader,
    /// No such row, for its letters were lost when the file was saved.
    #[error("its letters are lost")]
    LettersLost,
    /// The user stopped the reading.
    #[error("stopped by the user")]
    Cancelled,
    /// Headings, but nobody under them.
    #[error("nobody under the headings")]
    NoPeople,
    /// No headings of a map of units, or nothing under them.
    #[error("no units")]
    NoUnits,
    /// No column of points or grades beside numbers or names.
    #[error("no essays")]
    NoEssays,
    /// No column of numbers of certificates beside names.
    #[error("no numbers of certificates")]
    NoNumbers,
}

/// Kinds of file that people mistake for a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherKind {
    /// A PDF without text, or with text whose letters cannot be told.
    Pdf,
    /// A photo or scan.
    Picture,
    /// A Word document of before 1997.
    Word,
    /// A LibreOffice document that is no spreadsheet.
    OpenDocument,
    /// A web page without a table.
    Markup,
    /// A rar or 7z archive.
    Archive,
    /// A zip archive in which there is no list.
    ZipWithoutList,
    /// A zip archive with a password.
    LockedZip,
    /// A PDF whose pages are pictures.
    ScannedPdf,
    /// A PDF with a password.
    LockedPdf,
    /// A web page with all its parts in one file.
    WebArchive,
    /// A table in the data interchange format.
    Dif,
    /// Anything else.
    Unknown,
}

impl Explain for IntakeError {
    fn explain(&self) -> Sentence {
        let id = match &self.reason {
            Refusal::Missing => "intake-missing",
            Refusal::Folder => "intake-folder",
            Refusal::Unreadable(_) => "intake-unreadable",
            Refusal::Empty => "intake-empty",
            Refusal::TooLarge => "intake-too-large",
            Refusal::TooMuch(limit) => limit.sentence(),
            Refusal::BinaryExcel => "intake-binary-excel",
            Refusal::Password => "intake-password",
            Refusal::OtherKind(OtherKind::Pdf) => "intake-pdf",
            Refusal::OtherKind(OtherKind::Picture) => "intake-picture",
            Refusal::OtherKind(OtherKind::Word) => "intake-word",
            Refusal::OtherKind(OtherKind::OpenDocument) => "intake-opendocument",
            Refusal::OtherKind(OtherKind::Markup) => "intake-markup",
            Refusal::OtherKind(OtherKind::Archive) => "intake-archive",
            Refusal::OtherKind(OtherKind::ZipWithoutList) => "intake-zip",
            Refusal::OtherKind(OtherKind::LockedZip) => "intake-zip-locked",
            Refusal::OtherKind(OtherKind::ScannedPdf) => "intake-pdf-scanned",
            Refusal::OtherKind(OtherKind::LockedPdf) => "intake-pdf-locked",
            Refusal::OtherKind(OtherKind::WebArchive) => "intake-web-archive",
            Refusal::OtherKind(OtherKind::Dif) => "intake-dif",
            Refusal::OtherKind(OtherKind::Unknown) => "intake-not-a-list",
            Refusal::Damaged(_) => "intake-damaged",
            Refusal::NoHeader => "intake-no-header",
            Refusal::LettersLost => "intake-letters-lost",
            Refusal::Cancelled => "intake-cancelled",
            Refusal::NoPeople => "intake-no-people",
            Refusal::NoUnits => "intake-units-none",
            Refusal::NoEssays => "intake-essays-none",
            Refusal::NoNumbers => "intake-register-none",
        };
        let most = match &self.reason {
            Refusal::TooMuch(limit) => limit.most(),
            _ => Limit::File.most(),
        };
        Sentence::new(id).with("file", self.file.as_str()).with("most", most)
    }
}
