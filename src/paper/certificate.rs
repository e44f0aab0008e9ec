//! Giấy chứng nhận: one page for each delegate.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::card::{Item, Label, at};
use super::certificate_words::{Checks, Words, Written, decisions, frame_date};
use super::certified::{self, Passed};
use super::content::{
    Body, Certificate, CertificateBatch, CertificateFrame, DesignedCertificate, DesignedCertificates,
    Document, Subject,
};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Options, Phase, Scope};
use super::list;
use crate::domain::certificate::{Certificate as Issued, CertificateForm};
use crate::domain::certificate_template::{Design, Length, PictureKey};
use crate::domain::completion::judging::Judge;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::picture::Picture;

/// Whose certificates are printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateOptions {
    /// How they look. What is written on them is the session's own form.
    pub look: CertificateLook,
}

/// How certificates look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateLook {
    /// In the form of before: with the code by which the paper is verified.
    pub code: bool,
    /// With the picture of the signature.
    pub signature: bool,
    /// On stock that came printed: how far to the right all is moved, in tenths of a millimetre.
    pub shift_across: i32,
    /// And how far down.
    pub shift_down: i32,
    /// One sheet with rulers and the boxes of all parts, to measure where the printer puts them.
    pub test_page: bool,
}

/// Its name.
const NAME: &str = "Giấy chứng nhận";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "certificates",
    label: "paper-certificates",
    name: NAME,
    icon: "Award",
    phase: Phase::After,
    formats: kind::PLACED,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for CertificateOptions {
    /// The certificates of a session, and what the user should know of them.
    ///
    /// Everyone on the list who completed has one, in the order of the list, then those who sat in for others; the withdrawn
    /// have none. One that was issued stays, whatever became of the rule since. The number is that of the delegate's valid certificate; without one a
    /// dotted line leaves room for it.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        self.document_among(&Options::default(), dossier, cluster)
    }

    fn document_among(
        &self,
        all: &Options,
        dossier: &Dossier,
        cluster: Option<ClusterId>,
    ) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let judge = Judge::new(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        certified::add_substitutes(&mut parts, dossier, &judge);
        let mut passed = Passed::default();
        // What was issued says what it said then.
        let views: BTreeMap<i64, Dossier> =
            dossier.issues.iter().filter_map(|issue| Some((issue.id, dossier.as_issued(issue)?))).collect();
        let forms: BTreeMap<Option<i64>, CertificateForm> =
            std::iter::once((None, dossier.certificate_form()))
                .chain(views.iter().map(|(issue, then)| (Some(*issue), then.certificate_form())))
                .collect();
        let decisions = decisions(dossier, &all.recognition.words);
        let words: BTreeMap<Option<i64>, Words<'_>> = forms
            .iter()
            .map(|(then, form)| {
                let decision = then.and_then(|issue| decisions.get(&Some(issue))).or(decisions.get(&None));
                (*then, Words::new(form, self, decision.cloned().unwrap_or_default(), &judge))
            })
            .collect();
        let numbers: HashMap<DelegateId, &Issued> =
            dossier.certificates.iter().filter(|one| one.is_valid()).map(|one| (one.delegate, one)).collect();

        let mut batches = Batches::default();
        let mut frames: HashMap<(Option<i64>, Option<FuzzyDate>), Arc<CertificateFrame>> = HashMap::new();
        let mut checks = Checks::default();
        for part in &parts {
            for row in &part.rows {
                let issued = numbers.get(&row.delegate.id).copied();
                let Some(delegate) = named(row.delegate, issued) else { continue };
                if !passed.keep(&judge, row.delegate, issued.is_some()) {
                    continue;
                }
                // A test page needs one certificate.
                if self.look.test_page && batches.first().is_some() {
                    continue;
                }
                // And it is in the form of now.
                let then = issued.filter(|_| !self.look.test_page).map(|one| one.issue);
                let then = then.filter(|issue| views.contains_key(issue));
                let dossier = then.and_then(|issue| views.get(&issue)).unwrap_or(dossier);
                let Some(words) = words.get(&then) else { continue };
                let date = frame_date(issued, words.form);
                let frame =
                    frames.entry((then, date)).or_insert_with(|| Arc::new(words.frame(dossier, date)));
                let whose = (&*delegate, part.cluster);
                match &words.content {
                    Written::Former { .. } => {
                        batches.former(words.fill(dossier, whose, frame, issued, &mut checks));
                    }
                    Written::Designed { design, .. } => {
                        let one = words.fill_design(dossier, whose, frame, issued, &mut checks);
                        batches.designed(design, one);
                    }
                }
            }
        }
        let first = batches.first();
        let first = first.ok_or(match passed.is_any_left_out() {
            true => PaperError::NobodyFulfils,
            false => PaperError::NobodyToCertify,
        })?;
        let issued = numbers.get(&first.delegate).and_then(|one| one.date);
        let ended = dossier.session.details.dates.map(|dates| dates.end());
        let mut info = list::info(NAME, &parts, cluster, dossier);
        info.date = issued.or(dossier.certificate_form().date).or(ended);

        let rows = parts.iter().flat_map(|part| &part.rows);
        let issued = rows.filter_map(|row| Some((*numbers.get(&row.delegate.id)?, row.delegate)));
        let doubts = certified::doubts(dossier, issued);
        let unsigned = self.unsigned(frames.values());
        let findings = passed.findings().chain(checks.findings(words.values())).chain(doubts).chain(unsigned);
        let findings = findings.collect();
        let shift = (Length(self.look.shift_across), Length(self.look.shift_down));
        let body =
            Body::Certificates(batches.finished(&dossier.certificate_pictures, (shift, self.look.test_page)));
        Ok((Document { info, body }, findings))
    }

    fn card(&self, dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let signature = at!(self.look.signature).tick("window-print-signature");
        if dossier.certificate_form().template.design().is_none() {
            return vec![Item::CertificateForm, at!(self.look.code).tick("window-print-code"), signature];
        }
        let shift = vec![
            at!(self.look.shift_across).shift("print-shift-across", "window-print-shift-across"),
            at!(self.look.shift_down).shift("print-shift-down", "window-print-shift-down"),
        ];
        vec![
            Item::CertificateForm,
            Item::Across(Label::Sentence("window-print-shift"), shift),
            Item::Boxes(vec![signature, at!(self.look.test_page).tick("window-print-test-page")]),
        ]
    }
}

impl CertificateOptions {
    /// Whose signature is wanted and not kept.
    fn unsigned<'f>(
        &self,
        frames: impl Iterator<Item = &'f Arc<CertificateFrame>>,
    ) -> impl Iterator<Item = Finding> {
        let missing = frames.filter(|frame| self.look.signature && frame.signed.is_none());
        let missing = missing.map(|frame| frame.signature.name.clone());
        let names: BTreeSet<String> = missing.collect();
        names.into_iter().map(|name| Finding::NoSignaturePicture { name })
    }

    /// Whose picture of a signature stands on how many of the certificates of these delegates.
    pub fn signatures(
        &self,
        dossier: &Dossier,
        certified: impl Iterator<Item = DelegateId>,
    ) -> BTreeMap<String, u32> {
        let mut used = BTreeMap::new();
        if !self.look.signature {
            return used;
        }
        let now = dossier.certificate_form().signatory.name;
        let valid = dossier.certificates.iter().filter(|one| one.is_valid());
        let issued: HashMap<DelegateId, &Issued> = valid.map(|one| (one.delegate, one)).collect();
        for delegate in certified {
            let issue = issued.get(&delegate).and_then(|one| dossier.issue_of(one));
            let name = issue.map_or(&now, |issue| &issue.signatory.name);
            if dossier.signatures.contains_key(name) {
                *used.entry(name.clone()).or_default() += 1;
            }
        }
        used
    }
}

/// Certificates by the form they are printed in. Those in another form, as of an earlier issuing, come after: they go on other
/// paper.
#[derive(Default)]
struct Batches<'a> {
    former: Vec<Vec<Certificate>>,
    designed: Vec<(&'a Design, Vec<DesignedCertificate>)>,
}

impl<'a> Batches<'a> {
    /// Those with another logo, as of an earlier issuing, are drawn on another ground.
    fn former(&mut self, one: Certificate) {
        let has_its_logo = |batch: &&mut Vec<Certificate>| {
            batch.first().is_some_and(|first| first.frame.logo == one.frame.logo)
        };
        match self.former.iter_mut().find(has_its_logo) {
            Some(batch) => batch.push(one),
            None => self.former.push(vec![one]),
        }
    }

    fn designed(&mut self, design: &'a Design, one: DesignedCertificate) {
        match self.designed.iter_mut().find(|(known, _)| *known == design) {
            Some((_, certificates)) => certificates.push(one),
            None => self.designed.push((design, vec![one])),
        }
    }

    /// Whose is the first.
    fn first(&self) -> Option<&Subject> {
        let designed = self.designed.iter().flat_map(|(_, certificates)| certificates);
        self.former.iter().flatten().map(|one| &one.subject).chain(designed.map(|one| &one.subject)).next()
    }

    fn finished(
        self,
        pictures: &BTreeMap<PictureKey, Picture>,
        (shift, rulers): ((Length, Length), bool),
    ) -> Vec<CertificateBatch> {
        let former = self.former.into_iter().map(CertificateBatch::Former);
        let designed = self.designed.into_iter().map(|(design, certificates)| {
            CertificateBatch::Designed(DesignedCertificates {
                design: design.clone(),
                pictures: pictures.clone(),
                shift,
                rulers,
                certificates,
            })
        });
        former.chain(designed).collect()
    }
}

/// Whom a certificate is made out to: once it is issued, as it says; of somebody who is erased, the register may keep the name.
fn named<'a>(delegate: &'a Delegate, issued: Option<&Issued>) -> Option<Cow<'a, Delegate>> {
    if delegate.state == DelegateState::Withdrawn {
        return None;
    }
    match issued {
        None if delegate.erased => None,
        None => Some(Cow::Borrowed(delegate)),
        Some(issued) if issued.erased => None,
        Some(issued) => Some(Cow::Owned(Delegate { details: issued.copy.details(), ..delegate.clone() })),
    }
}
