//! What is written on certificates, read once for all, and filled in for each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::certificate::CertificateOptions;
use super::certificate_values::{Values, is_same_for_all};
use super::content::{Certificate, CertificateFrame, CertificateLine, DesignedCertificate, SignatureBlock};
use super::finding::Finding;
use super::list;
use super::placeholder::{Field, Template};
use super::recognition::{self, RecognitionWords};
use crate::domain::badge_code;
use crate::domain::certificate::{Certificate as Issued, CertificateForm};
use crate::domain::certificate_template::{self as design, CertificateTemplate, Design, Element};
use crate::domain::cluster::Cluster;
use crate::domain::completion::judging::Judge;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::organisation::{NUMBER_PLACE, Signatory};

/// What certificates leave empty.
#[derive(Default)]
pub struct Checks {
    empty: BTreeMap<Field, (usize, String)>,
    no_number: Option<(usize, String)>,
    honorific_open: Option<(usize, String)>,
}

impl Checks {
    pub fn findings<'w>(self, words: impl Iterator<Item = &'w Words<'w>>) -> Vec<Finding> {
        let lines = words.flat_map(|words| words.content.lines());
        let mut unknown: Vec<&String> = lines.flat_map(|line| &line.unknown).collect();
        unknown.sort();
        unknown.dedup();
        let unknown = unknown.into_iter().map(|one| Finding::UnknownPlaceholder { placeholder: one.clone() });
        let empty = self.empty.into_iter().map(|(field, (people, first))| Finding::EmptyField {
            field: field.word(),
            personal: field.is_of_person(),
            people,
            first,
        });
        let number = self.no_number.map(|(people, first)| Finding::NoNumber { people, first });
        let honorific = self.honorific_open;
        let honorific = honorific.map(|(people, first)| Finding::HonorificOpen { people, first });
        unknown.chain(empty).chain(number).chain(honorific).collect()
    }
}

/// What is known of the decision of recognition.
#[derive(Debug, Clone, Default)]
pub struct Decision {
    /// Its number as printed; empty where it is not known.
    pub number: String,
    /// Its day.
    pub date: Option<FuzzyDate>,
}

/// The decision that certificates name: those of an issuing as they were issued, others (`None`) as the paper of recognition
/// says.
pub fn decisions(dossier: &Dossier, words: &RecognitionWords) -> BTreeMap<Option<i64>, Decision> {
    let now = Decision { number: recognition::known_number(words, dossier), date: words.issued };
    let then = dossier.issues.iter().filter_map(|issue| {
        let number = issue.decision_number.clone()?;
        Some((Some(issue.id), Decision { number, date: issue.decision_date }))
    });
    std::iter::once((None, now)).chain(then).collect()
}

/// What is written on them, read once for all.
pub enum Written<'a> {
    /// The three texts of the form of before.
    Former { before_name: Template, after_name: Vec<Template> },
    /// The texts of the visible parts of a design: paragraphs, or nothing where a part is no text.
    Designed { design: &'a Design, texts: Vec<Vec<Template>> },
}

impl Written<'_> {
    fn lines(&self) -> Box<dyn Iterator<Item = &Template> + '_> {
        match self {
            Self::Former { before_name, after_name } => {
                Box::new(std::iter::once(before_name).chain(after_name))
            }
            Self::Designed { texts, .. } => Box::new(texts.iter().flatten()),
        }
    }
}

/// What is the same on all of them, its template read.
pub struct Words<'a> {
    /// With the code of the badge.
    code: bool,
    /// With the picture of the signature.
    signed: bool,
    pub form: &'a CertificateForm,
    decision: Decision,
    judge: &'a Judge<'a>,
    pub content: Written<'a>,
}

impl<'a> Words<'a> {
    pub fn new(
        form: &'a CertificateForm,
        options: &CertificateOptions,
        decision: Decision,
        judge: &'a Judge<'a>,
    ) -> Self {
        let content = match &form.template {
            CertificateTemplate::Former(words) => Written::Former {
                before_name: Template::new(&words.before_name),
                after_name: words.after_name.iter().map(|line| Template::new(line)).collect(),
            },
            CertificateTemplate::Designed(design) => {
                let read = |element: &Element| match &element.content {
                    design::Content::Text(text) => {
                        text.paragraphs.iter().map(|paragraph| Template::of(paragraph)).collect()
                    }
                    _ => Vec::new(),
                };
                Written::Designed { texts: design.visible().map(read).collect(), design }
            }
        };
        Self { code: options.look.code, signed: options.look.signature, form, decision, judge, content }
    }

    /// What stands around the words of those of a day.
    pub fn frame(&self, dossier: &Dossier, date: Option<FuzzyDate>) -> CertificateFrame {
        let form = self.form;
        let place = Some(form.place.as_str()).filter(|place| !place.is_empty());
        CertificateFrame {
            // Of another body that issues them the logo is not known.
            logo: dossier.logo.clone().filter(|_| form.letterhead.is_none()),
            head: list::head_of(form.letterhead.as_ref().unwrap_or(&dossier.letterhead), dossier),
            title: form.template.words().map(|words| words.title.clone()).unwrap_or_default(),
            place_date: list::place_date(place.or(dossier.letterhead.place.as_deref()), date),
            signature: signature(&form.signatory),
            signed: dossier.signatures.get(&form.signatory.name).filter(|_| self.signed).cloned(),
        }
    }

    pub fn fill(
        &self,
        dossier: &Dossier,
        (delegate, cluster): (&Delegate, Option<&Cluster>),
        frame: &Arc<CertificateFrame>,
        issued: Option<&Issued>,
        checks: &mut Checks,
    ) -> Certificate {
        let values = self.values(dossier, (delegate, cluster), frame_date(issued, self.form), issued);
        self.check(&values, checks);
        let line = |template: &Template, keep_words| CertificateLine {
            spans: template.fill(|field| values.of(field), keep_words),
            constant: template.fields().all(|field| is_same_for_all(field, dossier)),
        };
        let (before_name, after_name) = match &self.content {
            Written::Former { before_name, after_name } => (line(before_name, true), after_name.as_slice()),
            Written::Designed { .. } => (CertificateLine::default(), &[][..]),
        };
        Certificate {
            subject: list::subject(delegate),
            frame: Arc::clone(frame),
            before_name,
            name: delegate.details.full_name.clone(),
            after_name: after_name
                .iter()
                .map(|template| line(template, false))
                .filter(|line| !line.spans.is_empty())
                .collect(),
            number: number(&self.form.pattern, issued),
            code: self.code.then(|| code(delegate, issued)),
        }
    }

    /// One in a form that was made.
    pub fn fill_design(
        &self,
        dossier: &Dossier,
        (delegate, cluster): (&Delegate, Option<&Cluster>),
        frame: &Arc<CertificateFrame>,
        issued: Option<&Issued>,
        checks: &mut Checks,
    ) -> DesignedCertificate {
        let values = self.values(dossier, (delegate, cluster), frame_date(issued, self.form), issued);
        self.check(&values, checks);
        let line = |template: &Template| CertificateLine {
            spans: template.fill(|field| values.of(field), false),
            // What is the same for a cluster is stored once for it.
            constant: template.fields().all(|field| !field.is_of_person()),
        };
        let texts = match &self.content {
            Written::Designed { texts, .. } => texts.as_slice(),
            Written::Former { .. } => &[],
        };
        DesignedCertificate {
            subject: list::subject(delegate),
            frame: Arc::clone(frame),
            name: delegate.details.full_name.clone(),
            number: number(&self.form.pattern, issued),
            code: code(delegate, issued),
            texts: texts.iter().map(|paragraphs| paragraphs.iter().map(line).collect()).collect(),
        }
    }

    fn values<'v>(
        &'v self,
        dossier: &'v Dossier,
        (delegate, cluster): (&'v Delegate, Option<&'v Cluster>),
        date: Option<FuzzyDate>,
        issued: Option<&'v crate::domain::certificate::Certificate>,
    ) -> Values<'v> {
        Values {
            dossier,
            form: self.form,
            decision: &self.decision,
            judge: self.judge,
            delegate,
            cluster,
            date,
            number: issued.map_or("", |one| &one.printed_number),
        }
    }

    /// Notes what the certificate of somebody leaves empty.
    fn check(&self, values: &Values<'_>, checks: &mut Checks) {
        let mut fields: Vec<Field> = self.content.lines().flat_map(Template::fields).collect();
        fields.sort_unstable();
        fields.dedup();
        let details = &values.delegate.details;
        let name = &details.full_name;
        if fields.contains(&Field::Honorific) && details.gender.is_none() {
            checks.honorific_open.get_or_insert_with(|| (0, name.clone())).0 += 1;
        }
        for field in fields {
            if values.of(field).trim().is_empty() {
                checks.empty.entry(field).or_insert_with(|| (0, name.clone())).0 += 1;
            }
        }
        if values.number.is_empty() {
            checks.no_number.get_or_insert_with(|| (0, name.clone())).0 += 1;
        }
    }
}

/// The day that stands on a certificate.
pub fn frame_date(issued: Option<&Issued>, form: &CertificateForm) -> Option<FuzzyDate> {
    issued.and_then(|one| one.date).or(form.date)
}

/// Room for a signature, with what is known of who signs.
fn signature(signatory: &Signatory) -> SignatureBlock {
    if *signatory == Signatory::default() { SignatureBlock::default() } else { list::signature(signatory) }
}

/// "Số: 127/CN-MTTQ", with dots for a number that is not issued yet.
fn number(pattern: &str, issued: Option<&Issued>) -> String {
    match issued {
        Some(certificate) => format!("Số: {}", certificate.printed_number),
        None => format!("Số: {}", pattern.replace(NUMBER_PLACE, "…………")),
    }
}

/// What its QR code says: the code by which it is verified; while it has none, that of the badge, by which whoever holds it is
/// found.
fn code(delegate: &Delegate, issued: Option<&Issued>) -> String {
    let verified = issued.and_then(|one| one.code);
    verified.map_or_else(|| badge_code::code(delegate.id), |code| code.to_string())
}
