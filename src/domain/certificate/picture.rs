//! Pictures that certificates are printed with.

use crate::domain::id::SessionId;

/// A picture as its file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificatePicture {
    /// "image/png", "image/jpeg".
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl CertificatePicture {
    /// A file that is known to be a picture: PNG, else JPEG.
    pub fn of_file(bytes: Vec<u8>) -> Self {
        let media_type = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
        Self { media_type: media_type.to_owned(), bytes }
    }
}

/// That certificates bore the picture of a signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureUse {
    /// Of which session.
    pub session: Option<SessionId>,
    /// Whose signature, by the name under it.
    pub name: String,
    /// On which paper, by its id.
    pub paper: String,
    /// On how many certificates.
    pub certificates: u32,
    /// When: UTC, RFC 3339. The data file sets it.
    pub at: String,
}
