//! Row numbers of the data file, one type per kind so that they cannot be mixed up.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// An issuing organisation (cơ quan).
    OrganisationId,
    /// A training session (lớp, hội nghị tập huấn).
    SessionId,
    /// A cluster or remote site of a session (cụm, điểm cầu).
    ClusterId,
    /// A sitting, half a day of a cluster (buổi).
    SittingId,
    /// An attendance mark (điểm danh).
    MarkId,
    /// What one Enter, scan or click said: marks that were made together.
    EntryId,
    /// A line of a sitting's programme (mục chương trình).
    ProgrammeItemId,
    /// A topic of the library (chuyên đề).
    TopicId,
    /// A document that topics cite (văn bản).
    DocumentId,
    /// An ordered set of topics (khung chương trình).
    CurriculumId,
    /// A person of the registry (cán bộ).
    PersonId,
    /// A unit of the registry (đơn vị).
    UnitId,
    /// A person in a session (đại biểu, học viên).
    DelegateId,
    /// A column of a session's own (cột riêng).
    OwnColumnId,
    /// A certificate of the register (giấy chứng nhận).
    CertificateId,
    /// A book of numbers (sổ cấp).
    BookId,
    /// A form of certificates (mẫu giấy chứng nhận).
    TemplateId,
    /// A line of the book of forms (sổ phôi).
    StockId,
    /// Options of a paper saved under a name (mẫu in).
    RecipeId,
    /// A scan or photo of a signed page.
    ScanId,
    /// One undoable step in the data file's history.
    OperationId,
}
