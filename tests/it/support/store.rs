//! A small session to store, and steps to take.

use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::blueprint::{Blueprint, CertificatePlan, ClusterBlueprint};
use taphuan::domain::certificate::{CertificateTemplate, CertificateWords};
use taphuan::domain::cluster::ClusterDetails;
use taphuan::domain::id::{DelegateId, SessionId, SittingId};
use taphuan::domain::organisation::{Letterhead, OrganisationDetails, Signatory};
use taphuan::domain::person::{Gender, PersonDetails};
use taphuan::domain::session::SessionDetails;
use taphuan::sentence::Sentence;
use taphuan::store::Operation;

/// A step with a name of its own.
pub fn step(name: &str) -> Operation {
    Operation::new(Sentence::new(name))
}

/// The change after which a record is this one, whatever it was.
pub fn becomes<T: Send + 'static>(record: T) -> impl FnOnce(&mut T) + Send + 'static {
    move |was| *was = record
}

/// An entry that marks somebody present at a sitting.
pub fn present(session: SessionId, delegate: DelegateId, sitting: SittingId) -> NewEntry {
    NewEntry::new(
        session,
        Way::Name,
        MadeOn::default(),
        vec![NewMark::new(delegate, sitting, AttendanceStatus::Present)],
    )
}

/// An invented person.
pub fn person(full_name: &str, year: i16, unit: &str) -> PersonDetails {
    PersonDetails {
        full_name: full_name.into(),
        gender: Some(Gender::Male),
        birth: Some(taphuan::domain::date::FuzzyDate::year_only(year).expect("a year")),
        position: Some("Trưởng ban CTMT".into()),
        unit: Some(unit.into()),
        ..PersonDetails::default()
    }
}

/// A small session: two clusters that serve a commune each, a few delegates, certificates.
pub fn small_session() -> Blueprint {
    let signatory =
        Signatory { title: "CHỦ TỊCH".into(), name: "Người Ký Mẫu".into(), ..Signatory::default() };
    let cluster = |name: &str, serves: &str, delegates: Vec<PersonDetails>| ClusterBlueprint {
        details: ClusterDetails {
            name: name.into(),
            serves: vec![serves.into()],
            ..ClusterDetails::default()
        },
        sittings: Vec::new(),
        delegates,
    };
    Blueprint {
        organisation: OrganisationDetails {
            name: "Ủy ban MTTQ Việt Nam xã Tam Đại".into(),
            short_name: "MTTQ xã Tam Đại".into(),
            letterhead: Letterhead { issuer: vec!["BAN THƯỜNG TRỰC".into()], ..Letterhead::default() },
            signatories: vec![signatory.clone()],
            certificate_pattern: "{so}/CN-MTTQ".into(),
            logo: None,
        },
        session: SessionDetails { title: "Tập huấn thử".into(), ..SessionDetails::default() },
        organisers: Vec::new(),
        audience: Vec::new(),
        guests: Vec::new(),
        topics: Vec::new(),
        units: Vec::new(),
        clusters: vec![
            cluster(
                "Cụm 1",
                "Xã Tam Đại",
                vec![person("Nguyễn Văn Bình", 1969, "Xã Tam Đại"), person("Lê Thị An", 1975, "Xã Tam Đại")],
            ),
            cluster("Cụm 2", "Xã Tam Dân", vec![person("Trần Đình Ân", 1960, "Xã Tam Dân")]),
        ],
        delegates: Vec::new(),
        certificates: Some(CertificatePlan {
            book: "Sổ năm 2020".into(),
            pattern: "{so}/CN-MTTQ".into(),
            letterhead: None,
            signatory,
            place: "Tam Đại".into(),
            date: "2020-10-09".parse().expect("a date"),
            template: CertificateTemplate::Former(CertificateWords {
                title: "GIẤY CHỨNG NHẬN".into(),
                before_name: "Chứng nhận".into(),
                after_name: vec!["Đã hoàn thành".into()],
            }),
            issue_to_all: true,
        }),
    }
}
