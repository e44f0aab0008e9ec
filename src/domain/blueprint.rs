//! A whole session before it is stored: a sample, a template, another office's file.

use serde::{Deserialize, Serialize};

use super::certificate::CertificateTemplate;
use super::cluster::{ClusterDetails, SittingDetails};
use super::guest::Guest;
use super::organisation::{Letterhead, OrganisationDetails, Signatory};
use super::person::PersonDetails;
use super::session::{AudienceGroup, Organiser, SessionDetails};
use super::topic::Topic;
use super::unit::UnitDetails;

/// A session with everything in it, and no row numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blueprint {
    /// The organisation whose papers these are.
    pub organisation: OrganisationDetails,
    /// The session itself.
    pub session: SessionDetails,
    /// Organisers in printed order.
    pub organisers: Vec<Organiser>,
    /// Groups that were called.
    #[serde(default)]
    pub audience: Vec<AudienceGroup>,
    /// Guests in printed order.
    #[serde(default)]
    pub guests: Vec<Guest>,
    /// The curriculum.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Units the delegates come from.
    #[serde(default)]
    pub units: Vec<UnitDetails>,
    /// Clusters in order, with sittings and delegates.
    #[serde(default)]
    pub clusters: Vec<ClusterBlueprint>,
    /// Delegates of no cluster.
    #[serde(default)]
    pub delegates: Vec<PersonDetails>,
    /// How certificates are issued; `None` when the session gives none.
    #[serde(default)]
    pub certificates: Option<CertificatePlan>,
}

/// One cluster of a blueprint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterBlueprint {
    /// The cluster itself.
    pub details: ClusterDetails,
    /// Its half-days in order.
    #[serde(default)]
    pub sittings: Vec<SittingDetails>,
    /// Its delegates.
    #[serde(default)]
    pub delegates: Vec<PersonDetails>,
}

/// How the certificates of a session are issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificatePlan {
    /// Name of the book that numbers them: "Sổ cấp giấy chứng nhận năm 2020".
    pub book: String,
    /// Number pattern with `{so}`: "{so}/CN-MTTQ".
    pub pattern: String,
    /// Heading, when another body than the organiser certifies.
    #[serde(default)]
    pub letterhead: Option<Letterhead>,
    /// Who signs: often the political centre, not the organiser.
    pub signatory: Signatory,
    /// Place before the date.
    pub place: String,
    /// Day of issue.
    pub date: super::date::FuzzyDate,
    /// The words.
    pub template: CertificateTemplate,
    /// Whether every delegate has one already.
    #[serde(default)]
    pub issue_to_all: bool,
}
