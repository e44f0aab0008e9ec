//! One session read whole, as the papers need it.

use std::collections::BTreeMap;

use super::attendance::Attendance;
use super::attendance::receipt::Receipts;
use super::attendance::turnout::Turnout;
use super::certificate::issue::Issue;
use super::certificate::{Certificate, CertificateForm, CertificateState, CertificateTemplate};
use super::certificate_template::PictureKey;
use super::cluster::Cluster;
use super::completion::Completion;
use super::date::DateSpan;
use super::delegate::{Delegate, DelegateState};
use super::guest::Guest;
use super::id::{CertificateId, ClusterId, PersonId};
use super::organisation::{Letterhead, NUMBER_PLACE, Signatory};
use super::own_column::OwnColumn;
use super::picture::Picture;
use super::retention::Retention;
use super::session::{AudienceGroup, Organiser, Session};
use super::topic::Topic;

/// Everything one session holds. Plain values: papers never see the data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dossier {
    /// The session.
    pub session: Session,
    /// Name of the organisation whose papers these are.
    pub organisation: String,
    /// Heading of its papers: the session's own copy once it ended.
    pub letterhead: Letterhead,
    /// Who signs its papers, if anyone was entered.
    pub signatory: Option<Signatory>,
    /// The logo on certificates and badges, if the organisation has one.
    pub logo: Option<Picture>,
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
    /// The session's own columns in their order, with what stands in them of each delegate.
    pub own_columns: Vec<OwnColumn>,
    /// Who came to which sitting, and which sittings are closed.
    pub attendance: Attendance,
    /// Who received what, by the lists that were signed.
    pub receipts: Receipts,
    /// The rule for certificates, essays and decisions by hand.
    pub completion: Completion,
    /// Numbers where there are no names, and of the guests.
    pub turnout: Vec<Turnout>,
    /// Certificates of the register for these delegates.
    pub certificates: Vec<Certificate>,
    /// The circumstances under which they were issued.
    pub issues: Vec<Issue>,
    /// Words, signatory, place and date of the certificates, if the session gives any.
    pub certificate_form: Option<CertificateForm>,
    /// The signatures that are kept as pictures, of those who sign its certificates, by the name under them.
    pub signatures: BTreeMap<String, Picture>,
    /// The pictures that the form of its certificates shows.
    pub certificate_pictures: BTreeMap<PictureKey, Picture>,
    /// Number pattern of its organisation's certificates, if it has an organisation.
    pub certificate_pattern: Option<String>,
    /// Whether the state pays the delegates, of whom it is known: allowances may
    /// pass those by.
    pub state_paid: BTreeMap<PersonId, bool>,
    /// How long the named data are kept.
    pub retention: Retention,
    /// How many years after a session the office usually keeps them, if it said so.
    pub usually_kept: Option<u32>,
}

impl Dossier {
    /// How many delegates there are, of all or of a cluster: whoever was taken off the list is none any more, nor who was
    /// only sent for one.
    pub fn listed(&self, cluster: Option<ClusterId>) -> usize {
        let here = self.delegates.iter().filter(|one| cluster.is_none() || one.cluster == cluster);
        here.filter(|one| one.state == DelegateState::Listed).count()
    }

    /// How the certificates are made out: as the session says, else as the
    /// organisation's other papers are.
    pub fn certificate_form(&self) -> CertificateForm {
        self.certificate_form.clone().unwrap_or_else(|| CertificateForm {
            template: CertificateTemplate::usual(),
            pattern: self.certificate_pattern.clone().unwrap_or_else(|| NUMBER_PLACE.to_owned()),
            letterhead: None,
            signatory: self.signatory.clone().unwrap_or_default(),
            place: self.letterhead.place.clone().unwrap_or_default(),
            date: self.session.details.dates.map(DateSpan::end).filter(|day| day.calendar().is_some()),
            next_number: 1,
        })
    }

    /// The circumstances under which a certificate was issued.
    pub fn issue_of(&self, certificate: &Certificate) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == certificate.issue)
    }

    /// Certificates that have a number, were never printed, and would look otherwise if they were issued now.
    pub fn issued_otherwise(&self) -> Vec<CertificateId> {
        let differs: Vec<i64> = self
            .issues
            .iter()
            .filter(|issue| self.as_issued(issue).is_some())
            .map(|issue| issue.id)
            .collect();
        let certificates = self.certificates.iter();
        let unprinted = certificates.filter(|one| one.state == CertificateState::Numbered && !one.erased);
        unprinted.filter(|one| differs.contains(&one.issue)).map(|one| one.id).collect()
    }

    /// The session as certificates of an issuing say it, for a reprint: its title and dates, who signs, the words. `None`
    /// where it is as it is now. Who takes part is left out.
    pub fn as_issued(&self, issue: &Issue) -> Option<Self> {
        let now = self.certificate_form();
        let template = issue.template.clone().unwrap_or_else(|| now.template.clone());
        let heading = now.letterhead.as_ref().unwrap_or(&self.letterhead);
        let form = CertificateForm {
            template,
            pattern: now.pattern.clone(),
            letterhead: match &issue.letterhead {
                Some(then) if then != heading => Some(then.clone()),
                _ => now.letterhead.clone(),
            },
            signatory: issue.signatory.clone(),
            place: issue.place.clone(),
            date: issue.date,
            next_number: now.next_number,
        };
        let details = &self.session.details;
        let title = details.title_in_text.as_ref().unwrap_or(&details.title);
        let logo = match issue.logo_key.as_deref() {
            None => self.logo.clone(),
            Some(key) => PictureKey::try_from(key.to_owned())
                .ok()
                .and_then(|key| self.certificate_pictures.get(&key))
                .cloned(),
        };
        let is_same = form == now && logo == self.logo;
        if is_same && *title == issue.session_title && details.dates == issue.session_dates {
            return None;
        }
        let mut session = self.session.clone();
        session.details.title_in_text = Some(issue.session_title.clone());
        session.details.dates = issue.session_dates;
        Some(Self {
            session,
            organisation: self.organisation.clone(),
            letterhead: self.letterhead.clone(),
            signatory: self.signatory.clone(),
            logo,
            signatures: self.signatures.clone(),
            organisers: self.organisers.clone(),
            audience: self.audience.clone(),
            guests: Vec::new(),
            topics: self.topics.clone(),
            clusters: self.clusters.clone(),
            delegates: Vec::new(),
            own_columns: Vec::new(),
            attendance: Attendance::default(),
            receipts: Receipts::default(),
            completion: self.completion.clone(),
            turnout: Vec::new(),
            certificates: Vec::new(),
            issues: Vec::new(),
            certificate_form: Some(form),
            certificate_pictures: self.certificate_pictures.clone(),
            certificate_pattern: self.certificate_pattern.clone(),
            state_paid: BTreeMap::new(),
            retention: self.retention.clone(),
            usually_kept: self.usually_kept,
        })
    }
}
