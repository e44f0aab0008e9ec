//! How papers are made.

use serde::{Deserialize, Serialize};

use super::certificate::CertificateOptions;
use super::{
    AllowanceReceiptOptions, BadgeOptions, BudgetOptions, CertificateRegisterOptions, DelegateListOptions,
    DocumentReceiptOptions, InvitationOptions, MinutesOptions, PlanOptions, PresenterFeeOptions,
    ProgrammeOptions, RecognitionOptions, ReportOptions, SignInSheetOptions, SurveyOptions, TableSignOptions,
    UnitSignOptions,
};
use crate::domain::id::ClusterId;

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
