//! The kinds of paper. Each is described once, beside its code; whatever lists kinds, offers
//! their options, remembers or makes them follows the table at the end of this file.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::card::Item;
use super::content::Document;
use super::finding::{Finding, PaperError};
use super::layout::Layout;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;

/// What is the same for every paper of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Its id on the command line and in the data file: "sign-in-sheet".
    pub id: &'static str,
    /// The id of its name in the locale files.
    pub label: &'static str,
    /// What its files are called: Vietnamese, whatever the window speaks.
    pub name: &'static str,
    /// Its icon, by its Lucide name.
    pub icon: &'static str,
    /// When it is used.
    pub phase: Phase,
    /// The forms of file it can be had in.
    pub formats: &'static [Format],
    /// Whether a cluster can have one of its own.
    pub per_cluster: bool,
    /// Whether it is always made from the list of delegates, and says nothing without one.
    pub lists_delegates: bool,
    /// Its options that can be said on the command line.
    pub arguments: &'static [Argument],
}

/// An option that can be said on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Argument {
    /// How it is written, after "--".
    pub name: &'static str,
    /// The id of the sentence that explains it.
    pub help: &'static str,
    /// What is said with it.
    pub takes: Takes,
    /// Where it stands in the options: see [`Place`](super::card::Place).
    pub place: &'static [&'static str],
}

/// What is said with an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing: it is so.
    Nothing,
    /// A number, so large at most.
    Number(i64),
    /// One of a few words, each with the value that stands in the options for it.
    Word(&'static [(&'static str, &'static str)]),
}

/// When in the course of a session a paper is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// While it is prepared.
    Before,
    /// On its days.
    During,
    /// When it is over.
    After,
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

/// Lists: to be printed, edited and worked on.
pub(super) const LIST: &[Format] = &[Format::Pdf, Format::Docx, Format::Xlsx];
/// Letters: a workbook of them is of no use.
pub(super) const LETTER: &[Format] = &[Format::Pdf, Format::Docx];
/// Things at fixed places, often on pre-printed stock.
pub(super) const PLACED: &[Format] = &[Format::Pdf];

/// What a paper says, and what the user should know of it.
pub type Content = (Document, Vec<Finding>);

/// The options of a kind of paper, and what is made by them. They consist of `words`, `look`,
/// both or neither: see [`stored_options`](super::stored_options).
pub trait Kind {
    /// The paper of a session, of one cluster or of all.
    ///
    /// Errors: a cluster the session does not have; nobody the paper could be of.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError>;

    /// The same where other papers of the session have their part in it: their rates, their
    /// numbers, how they count.
    ///
    /// Errors: as [`document`](Self::document).
    fn document_among(
        &self,
        _all: &Options,
        dossier: &Dossier,
        cluster: Option<ClusterId>,
    ) -> Result<Content, PaperError> {
        self.document(dossier, cluster)
    }

    /// Whether those of whom nobody is listed yet get a form with numbered empty rows.
    fn has_blank_form(&self) -> bool {
        false
    }

    /// The options as they are offered for a session, from top to bottom.
    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        Vec::new()
    }

    /// What its files are called, where that depends on the options.
    fn name(&self) -> Option<&'static str> {
        None
    }

    /// Completes pages that were set.
    fn complete(&self, _layout: &mut Layout) {}
}

/// Whose paper is made, and in how many files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// Everyone, in one file.
    #[default]
    Whole,
    /// Everyone, a file for each cluster.
    Each,
    /// One cluster.
    One(ClusterId),
}

impl Scope {
    /// The cluster it is of, when it is of one.
    pub fn cluster(self) -> Option<ClusterId> {
        match self {
            Self::One(cluster) => Some(cluster),
            Self::Whole | Self::Each => None,
        }
    }
}

impl PaperKind {
    /// Its id on the command line and in the data file.
    pub fn id(self) -> &'static str {
        self.about().id
    }

    /// The kind of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

impl Options {
    /// The usual paper, of one cluster or of all.
    pub fn for_cluster(cluster: Option<ClusterId>) -> Self {
        Self { cluster, ..Self::default() }
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

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident, $options:ident = $module:ident::$type:ident;)*) => {
        /// The papers the program makes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PaperKind {
            $($(#[$doc])* $kind,)*
        }

        /// How papers are made; each kind takes its own part.
        #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Options {
            /// Of one cluster only; of all of them when `None`. Never kept.
            #[serde(skip)]
            pub cluster: Option<ClusterId>,
            $(
                #[doc = concat!("For [`PaperKind::", stringify!($kind), "`].")]
                pub $options: super::$module::$type,
            )*
        }

        impl PaperKind {
            /// Every kind, in the order they are used.
            pub const ALL: [Self; [$(stringify!($kind)),*].len()] = [$(Self::$kind),*];

            /// What is the same for every paper of this kind.
            pub fn about(self) -> &'static About {
                match self {
                    $(Self::$kind => &super::$module::ABOUT,)*
                }
            }
        }

        impl Options {
            /// Those of a kind.
            pub fn of(&self, kind: PaperKind) -> &dyn Kind {
                match kind {
                    $(PaperKind::$kind => &self.$options,)*
                }
            }
        }
    };
}

// In the order they are used, which is also their number in the bundle. A kind's options have
// its id as their name, with `_` for `-`: they stand in the data file under it.
kinds! {
    /// Kế hoạch.
    Plan, plan = plan::PlanOptions;
    /// Dự toán kinh phí.
    Budget, budget = budget::BudgetOptions;
    /// Tờ trình xin phê duyệt kế hoạch và kinh phí.
    Submission, submission = submission::SubmissionOptions;
    /// Quyết định phê duyệt kế hoạch, dự toán.
    Approval, approval = approval::ApprovalOptions;
    /// Chương trình.
    Programme, programme = programme::ProgrammeOptions;
    /// Công văn đề nghị cử người dự.
    Secondment, secondment = secondment::SecondmentOptions;
    /// Giấy mời, giấy triệu tập.
    Invitations, invitation = invitation::InvitationOptions;
    /// Nhãn phong bì.
    EnvelopeLabels, envelope_labels = envelope_labels::EnvelopeLabelOptions;
    /// Danh sách đại biểu.
    DelegateList, delegate_list = delegate_list::DelegateListOptions;
    /// Thẻ đại biểu.
    Badges, badges = badge::BadgeOptions;
    /// Biển tên để bàn.
    TableSigns, table_signs = table_sign::TableSignOptions;
    /// Biển đơn vị.
    UnitSigns, unit_signs = unit_sign::UnitSignOptions;
    /// Danh sách tổ thảo luận.
    DiscussionGroups, discussion_groups = discussion_groups::DiscussionGroupsOptions;
    /// Kịch bản điều hành.
    RunningOrder, running_order = running_order::RunningOrderOptions;
    /// Danh sách ký tên.
    SignInSheet, sign_in_sheet = sign_in_sheet::SignInSheetOptions;
    /// Danh sách ký tên khách mời.
    GuestSignIn, guest_sign_in = guest_sign_in::GuestSignInOptions;
    /// Ký nhận tài liệu.
    DocumentReceipt, document_receipt = document_receipt::DocumentReceiptOptions;
    /// Ký nhận tiền hỗ trợ.
    AllowanceReceipt, allowance_receipt = allowance_receipt::AllowanceReceiptOptions;
    /// Thù lao báo cáo viên.
    PresenterFees, presenter_fees = presenter_fees::PresenterFeeOptions;
    /// Giấy biên nhận thù lao báo cáo viên.
    PresenterReceipt, presenter_receipt = presenter_receipt::PresenterReceiptOptions;
    /// Phiếu khảo sát, phiếu thu hoạch.
    Survey, survey = survey::SurveyOptions;
    /// Biên bản.
    Minutes, minutes = minutes::MinutesOptions;
    /// Tổng hợp điểm danh.
    AttendanceSummary, attendance_summary = attendance_summary::AttendanceSummaryOptions;
    /// Danh sách vắng.
    AbsenceList, absence_list = absence_list::AbsenceListOptions;
    /// Tổng hợp phiếu khảo sát.
    SurveySummary, survey_summary = survey_summary::SurveySummaryOptions;
    /// Báo cáo kết quả.
    Report, report = report::ReportOptions;
    /// Quyết định công nhận.
    Recognition, recognition = recognition::RecognitionOptions;
    /// Giấy chứng nhận.
    Certificates, certificates = certificate::CertificateOptions;
    /// Sổ cấp giấy chứng nhận.
    CertificateRegister, certificate_register = certificate_register::CertificateRegisterOptions;
    /// Đề nghị khen thưởng.
    Commendation, commendation = commendation::CommendationOptions;
    /// Bảng đối chiếu.
    Reconciliation, reconciliation = reconciliation::ReconciliationOptions;
    /// Mục lục văn bản, tài liệu.
    DossierIndex, dossier_index = dossier_index::DossierIndexOptions;
}
