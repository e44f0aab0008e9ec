//! One certificate in a form that is being made, filled in for somebody of the session.

use std::sync::Arc;

use super::certificate_words::{Checks, Words, decisions};
use super::content::{Body, CertificateBatch, DesignedCertificates, Document, Info};
use super::finding::Finding;
use super::layout::{self, Layout};
use super::{Options, ordinary};
use crate::domain::certificate::CertificateForm;
use crate::domain::certificate_template::{CertificateTemplate, Length};
use crate::domain::completion::judging::Judge;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, PersonId};
use crate::domain::numbering::numbered;
use crate::domain::organisation;
use crate::domain::person::{Gender, PersonDetails};

/// Whom a form is looked at with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum SampleOf {
    /// The first of the list.
    #[default]
    First,
    /// Whose name is the longest.
    Longest,
    /// Of whom the least is known.
    Emptiest,
    /// This one.
    Delegate(DelegateId),
}

/// Sets the certificate of somebody in this form, whether they completed or not. Of a session without delegates it is
/// somebody invented. Nothing of what was issued is looked at.
pub fn lay_out_sample(dossier: &Dossier, form: &CertificateForm, of: SampleOf, options: &Options) -> Layout {
    let dossier = ordinary::prepared(dossier);
    let invented;
    let delegate = match person(&dossier, of) {
        Some(delegate) => delegate,
        None => {
            invented = somebody();
            &invented
        }
    };
    let judge = Judge::new(&dossier);
    let decision = decisions(&dossier, &options.recognition.words).remove(&None).unwrap_or_default();
    let words = Words::new(form, &options.certificates, decision, &judge);
    let frame = Arc::new(words.frame(&dossier, form.date));
    let cluster = dossier.clusters.iter().find(|one| Some(one.id) == delegate.cluster);
    let mut checks = Checks::default();
    let batch = match &form.template {
        CertificateTemplate::Former(_) => {
            let one = words.fill(&dossier, (delegate, cluster), &frame, None, &mut checks);
            CertificateBatch::Former(vec![one])
        }
        CertificateTemplate::Designed(design) => {
            let mut one = words.fill_design(&dossier, (delegate, cluster), &frame, None, &mut checks);
            one.number =
                format!("Số: {}", organisation::numbered(&form.pattern, &form.next_number.to_string()));
            CertificateBatch::Designed(DesignedCertificates {
                design: (**design).clone(),
                pictures: dossier.certificate_pictures.clone(),
                shift: (Length(0), Length(0)),
                rulers: false,
                certificates: vec![one],
            })
        }
    };
    let info = Info { title: form.template.name().to_owned(), ..Info::default() };
    let mut layout = layout::lay_out(&Document { info, body: Body::Certificates(vec![batch]) });
    let of_words = std::iter::once(&words);
    // Numbers are given later.
    let findings = checks.findings(of_words).into_iter();
    let findings = findings.filter(|one| !matches!(one, Finding::NoNumber { .. }));
    layout.findings.splice(0..0, findings);
    layout
}

/// Who is meant, among those with a name on the list.
fn person(dossier: &Dossier, of: SampleOf) -> Option<&Delegate> {
    let mut listed = dossier.delegates.iter().filter(|one| one.is_named());
    match of {
        SampleOf::First => {
            let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
            let order = dossier.session.details.list_order;
            let list = numbered(&dossier.delegates, &clusters, order).into_iter();
            list.map(|row| row.delegate).find(|one| one.is_named())
        }
        SampleOf::Longest => listed.max_by_key(|one| one.details.full_name.chars().count()),
        SampleOf::Emptiest => listed.min_by_key(|one| known(&one.details)),
        SampleOf::Delegate(id) => {
            dossier.delegates.iter().find(|one| one.id == id && !one.erased).or_else(|| listed.next())
        }
    }
}

/// How much is known of somebody.
fn known(details: &PersonDetails) -> usize {
    let texts = [&details.position, &details.unit];
    let texts = texts.into_iter().flatten().filter(|text| !text.trim().is_empty()).count();
    texts + usize::from(details.gender.is_some()) + usize::from(details.birth.is_some())
}

/// Somebody invented, of a session without delegates.
fn somebody() -> Delegate {
    let details = PersonDetails {
        full_name: "Nguyễn Văn Bình".to_owned(),
        gender: Some(Gender::Male),
        birth: "1968".parse().ok(),
        position: Some("Trưởng ban Công tác Mặt trận".to_owned()),
        unit: Some("Thôn Trung Đàn, xã Tam Đại".to_owned()),
        ..PersonDetails::default()
    };
    Delegate {
        id: DelegateId(0),
        person: PersonId(0),
        cluster: None,
        state: DelegateState::Listed,
        fixed_number: None,
        supplementary: false,
        walk_in: false,
        substitute_for: None,
        sort_name: None,
        details,
        erased: false,
    }
}
