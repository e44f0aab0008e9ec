//! Giấy chứng nhận: one page for each delegate.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::card::{Item, at};
use super::certified::{self, Passed};
use super::content::{Body, Certificate, CertificateFrame, CertificateLine, Document, SignatureBlock};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list;
use super::placeholder::{Field, Template};
use crate::domain::badge_code;
use crate::domain::certificate::CertificateForm;
use crate::domain::cluster::Cluster;
use crate::domain::completion::judging::Judge;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::organisation::{NUMBER_PLACE, Signatory};
use crate::domain::person::Gender;
use crate::vietnamese::date;

/// Whose certificates are printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateOptions {
    /// How they look. What is written on them is the session's own form.
    pub look: CertificateLook,
}

/// How certificates look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateLook {
    /// With the code of the badge, by which whoever holds the paper is found.
    pub code: bool,
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
        let shown = list::shown(dossier);
        let judge = Judge::new(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        certified::add_substitutes(&mut parts, dossier, &judge);
        let mut passed = Passed::default();
        let views: HashMap<i64, Dossier> =
            dossier.issues.iter().filter_map(|issue| Some((issue.id, dossier.as_issued(issue)?))).collect();
        let words = Words::new(dossier, self);
        let words_then: HashMap<i64, Words> =
            views.iter().map(|(issue, then)| (*issue, Words::new(then, self))).collect();
        let numbers: HashMap<DelegateId, &crate::domain::certificate::Certificate> =
            dossier.certificates.iter().filter(|one| one.is_valid()).map(|one| (one.delegate, one)).collect();

        let mut certificates = Vec::new();
        let mut frames: HashMap<(Option<i64>, Option<FuzzyDate>), Arc<CertificateFrame>> = HashMap::new();
        let mut checks = Checks::default();
        for part in &parts {
            for row in &part.rows {
                let issued = numbers.get(&row.delegate.id).copied();
                let Some(delegate) = named(row.delegate, issued) else { continue };
                if !passed.keep(&judge, row.delegate, issued.is_some()) {
                    continue;
                }
                // What was issued says what it said then.
                let then = issued.map(|one| one.issue).filter(|issue| views.contains_key(issue));
                let dossier = then.and_then(|issue| views.get(&issue)).unwrap_or(dossier);
                let words = then.and_then(|issue| words_then.get(&issue)).unwrap_or(&words);
                let date = issued.and_then(|one| one.date).or(words.form.date);
                let frame =
                    frames.entry((then, date)).or_insert_with(|| Arc::new(words.frame(dossier, date)));
                certificates.push(words.fill(dossier, (&delegate, part.cluster), frame, issued, &mut checks));
            }
        }
        let first = certificates.first().ok_or(match passed.is_any_left_out() {
            true => PaperError::NobodyFulfils,
            false => PaperError::NobodyToCertify,
        })?;
        let issued = numbers.get(&first.subject.delegate).and_then(|one| one.date);
        let ended = dossier.session.details.dates.map(|dates| dates.end());
        let mut info = list::info(NAME, &parts, cluster, dossier);
        info.date = issued.or(words.form.date).or(ended);

        let rows = parts.iter().flat_map(|part| &part.rows);
        let issued = rows.filter_map(|row| Some((*numbers.get(&row.delegate.id)?, row.delegate)));
        let doubts = certified::doubts(dossier, issued);
        let findings = passed.findings().chain(checks.findings(&words)).chain(doubts).collect();
        Ok((Document { info, body: Body::Certificates(certificates) }, findings))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![Item::CertificateForm, at!(self.look.code).tick("window-print-code")]
    }
}

/// What certificates leave empty.
#[derive(Default)]
struct Checks {
    empty: BTreeMap<Field, (usize, String)>,
    no_number: Option<(usize, String)>,
    honorific_open: Option<(usize, String)>,
}

impl Checks {
    fn findings(self, words: &Words) -> Vec<Finding> {
        let lines = std::iter::once(&words.before_name).chain(&words.after_name);
        let mut unknown: Vec<&String> = lines.flat_map(|line| &line.unknown).collect();
        unknown.sort();
        unknown.dedup();
        let unknown = unknown.into_iter().map(|one| Finding::UnknownPlaceholder { placeholder: one.clone() });
        let empty = self.empty.into_iter().map(|(field, (people, first))| Finding::EmptyField {
            field: field.word(),
            people,
            first,
        });
        let number = self.no_number.map(|(people, first)| Finding::NoNumber { people, first });
        let honorific = self.honorific_open;
        let honorific = honorific.map(|(people, first)| Finding::HonorificOpen { people, first });
        unknown.chain(empty).chain(number).chain(honorific).collect()
    }
}

/// What is the same on all of them, its template read.
struct Words {
    /// With the code of the badge.
    code: bool,
    form: CertificateForm,
    before_name: Template,
    after_name: Vec<Template>,
}

impl Words {
    fn new(dossier: &Dossier, options: &CertificateOptions) -> Self {
        let form = dossier.certificate_form();
        Self {
            code: options.look.code,
            before_name: Template::new(&form.template.before_name),
            after_name: form.template.after_name.iter().map(|line| Template::new(line)).collect(),
            form,
        }
    }

    /// What stands around the words of those of a day.
    fn frame(&self, dossier: &Dossier, date: Option<FuzzyDate>) -> CertificateFrame {
        let form = &self.form;
        let place = Some(form.place.as_str()).filter(|place| !place.is_empty());
        CertificateFrame {
            // Of another body that issues them the logo is not known.
            logo: dossier.logo.clone().filter(|_| form.letterhead.is_none()),
            head: list::head_of(form.letterhead.as_ref().unwrap_or(&dossier.letterhead), dossier),
            title: form.template.title.clone(),
            place_date: list::place_date(place.or(dossier.letterhead.place.as_deref()), date),
            signature: signature(&form.signatory),
        }
    }

    fn fill(
        &self,
        dossier: &Dossier,
        (delegate, cluster): (&Delegate, Option<&Cluster>),
        frame: &Arc<CertificateFrame>,
        issued: Option<&crate::domain::certificate::Certificate>,
        checks: &mut Checks,
    ) -> Certificate {
        let value = |field| value(field, dossier, delegate, cluster);
        let lines = std::iter::once(&self.before_name).chain(&self.after_name);
        let mut fields: Vec<Field> = lines.flat_map(Template::fields).collect();
        fields.sort_unstable();
        fields.dedup();
        let name = &delegate.details.full_name;
        if fields.contains(&Field::Honorific) && delegate.details.gender.is_none() {
            checks.honorific_open.get_or_insert_with(|| (0, name.clone())).0 += 1;
        }
        for field in fields {
            if value(field).trim().is_empty() {
                checks.empty.entry(field).or_insert_with(|| (0, name.clone())).0 += 1;
            }
        }
        if issued.is_none() {
            checks.no_number.get_or_insert_with(|| (0, name.clone())).0 += 1;
        }

        let line = |template: &Template, keep_words| CertificateLine {
            spans: template.fill(value, keep_words),
            constant: template.fields().all(|field| same_for_all(field, dossier)),
        };
        Certificate {
            subject: list::subject(delegate),
            frame: Arc::clone(frame),
            before_name: line(&self.before_name, true),
            name: name.clone(),
            after_name: self
                .after_name
                .iter()
                .map(|template| line(template, false))
                .filter(|line| !line.spans.is_empty())
                .collect(),
            number: number(&self.form.pattern, issued),
            code: self.code.then(|| badge_code::code(delegate.id)),
        }
    }
}

/// Whom a certificate is made out to: once it is issued, as it says; of somebody who is erased, the register may keep the name.
fn named<'a>(
    delegate: &'a Delegate,
    issued: Option<&crate::domain::certificate::Certificate>,
) -> Option<Cow<'a, Delegate>> {
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

/// Room for a signature, with what is known of who signs.
fn signature(signatory: &Signatory) -> SignatureBlock {
    if *signatory == Signatory::default() { SignatureBlock::default() } else { list::signature(signatory) }
}

/// "Số: 127/CN-MTTQ", with dots for a number that is not issued yet.
fn number(pattern: &str, issued: Option<&crate::domain::certificate::Certificate>) -> String {
    match issued {
        Some(certificate) => format!("Số: {}", certificate.printed_number),
        None => format!("Số: {}", pattern.replace(NUMBER_PLACE, "…………")),
    }
}

/// What a field says of a delegate.
fn value(field: Field, dossier: &Dossier, delegate: &Delegate, cluster: Option<&Cluster>) -> String {
    let details = &delegate.details;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match field {
        Field::Name => details.full_name.clone(),
        Field::Position => text(&details.position),
        Field::Unit => text(&details.unit),
        Field::BirthYear => list::birth_year(delegate),
        Field::Session => list::session_in_text(dossier).to_owned(),
        Field::Time => {
            let dates = dossier.session.details.dates;
            let dates = dates.or_else(|| cluster.and_then(|cluster| cluster.details.dates));
            dates.map(date::span_in_words).unwrap_or_default()
        }
        Field::Honorific => match details.gender {
            Some(Gender::Male) => "ông",
            Some(Gender::Female) => "bà",
            None => "ông/bà",
        }
        .to_owned(),
    }
}

/// Whether a field says the same of everyone.
fn same_for_all(field: Field, dossier: &Dossier) -> bool {
    match field {
        Field::Session => true,
        Field::Time => dossier.session.details.dates.is_some() || dossier.clusters.is_empty(),
        _ => false,
    }
}
