//! One session read whole, as the papers need it.

use serde::{Deserialize, Serialize};

use super::certificate::{Certificate, CertificateTemplate};
use super::cluster::Cluster;
use super::date::FuzzyDate;
use super::delegate::Delegate;
use super::guest::Guest;
use super::organisation::{Letterhead, Signatory};
use super::session::{AudienceGroup, Organiser, Session};
use super::topic::Topic;

/// Everything one session holds. Plain values: papers never see the data file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The session.
    pub session: Session,
    /// Name of the organisation whose papers these are.
    pub organisation: String,
    /// Heading of its papers: the session's own copy once it ended.
    pub letterhead: Letterhead,
    /// Who signs its papers, if anyone was entered.
    pub signatory: Option<Signatory>,
    /// Organisers in printed order.
    pub organisers: Vec<Organiser>,
    /// Groups that were called.
    pub audience: Vec<AudienceGroup>,
    /// Guests in printed order.
    pub guests: Vec<Guest>,
    /// The curriculum.
    pub topics: Vec<Topic>,
    /// Clusters by number.
    pub clusters: Vec<Cluster>,
    /// Delegates in no particular order: [`super::numbering::numbered`] orders them.
    pub delegates: Vec<Delegate>,
    /// Certificates of the register for these delegates.
    pub certificates: Vec<Certificate>,
    /// Words, signatory, place and date of the certificates, if the session gives any.
    pub certificate_form: Option<CertificateForm>,
}

/// What is the same on every certificate of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateForm {
    /// The words.
    pub template: CertificateTemplate,
    /// Number pattern with `{so}`.
    pub pattern: String,
    /// Heading, when another body than the organiser certifies.
    pub letterhead: Option<Letterhead>,
    /// Who signs.
    pub signatory: Signatory,
    /// Place before the date.
    pub place: String,
    /// Day of issue.
    pub date: Option<FuzzyDate>,
}
