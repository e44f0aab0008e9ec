//! A data file as it is after years in a large office, at 1×, 10× and 100×. Everybody in it is
//! invented, and so are the communes; the sessions say so.
//!
//! It is made through the store's own door, write by write, so that it holds what a file of that age
//! holds: who was listed, who came, certificates, print runs, and the journal of every step.

pub mod edits;
pub mod questions;

use std::path::Path;

use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::blueprint::{Blueprint, CertificatePlan, ClusterBlueprint};
use taphuan::domain::certificate::CertificateTemplate;
use taphuan::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{PersonId, SessionId};
use taphuan::domain::organisation::{Letterhead, OrganisationDetails, Signatory};
use taphuan::domain::person::{Gender, PersonDetails};
use taphuan::domain::print_run::{PrintRun, PrintedPage};
use taphuan::domain::retention::Retention;
use taphuan::domain::session::{CopyOf, SessionDetails, SessionState};
use taphuan::domain::unit::UnitKind;
use taphuan::domain::unit_map::MapRow;
use taphuan::sentence::Sentence;
use taphuan::store::{Operation, Store};

/// How much a file holds.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// 1, 10 or 100.
    pub times: usize,
    /// People of the registry.
    pub people: usize,
    /// Sessions; the first one is large and open, of the others all but some have ended.
    pub sessions: usize,
    /// Delegates of the first session.
    pub large: usize,
    /// Communes, with [`HAMLETS`] each.
    pub communes: usize,
    /// Single edits that the journal holds, besides what made the sessions.
    pub steps: usize,
}

/// The sizes that are measured.
pub const SIZES: [Size; 3] = [
    Size { times: 1, people: 1_000, sessions: 10, large: 43, communes: 10, steps: 1_000 },
    Size { times: 10, people: 10_000, sessions: 100, large: 433, communes: 32, steps: 10_000 },
    Size { times: 100, people: 100_000, sessions: 1_000, large: 4_330, communes: 100, steps: 100_000 },
];

/// Delegates of each session but the first.
const DELEGATES: usize = 97;
/// Hamlets of a commune.
const HAMLETS: usize = 10;
/// So many sessions are open, the first included.
const OPEN: usize = 5;

/// The session that is large and open.
pub const LARGE: SessionId = SessionId(1);
/// A session that has ended, with marks and certificates.
pub const ENDED: SessionId = SessionId(8);
/// Somebody who came to every session there was.
pub const SOMEBODY: PersonId = PersonId(1);
/// Somebody like most others, who came to a session or two.
pub const OTHER: PersonId = PersonId(444);

fn of<'a>(words: &[&'a str], number: usize) -> &'a str {
    words[number % words.len()]
}

/// A session taken from an earlier one with all that can come along.
pub fn copy_of_all() -> CopyOf {
    CopyOf {
        title: "Lớp năm sau".to_owned(),
        starts: "2027-01-05".parse().ok(),
        programme: true,
        clusters: true,
        delegates: true,
        guests: true,
    }
}

/// The commune of this number.
pub fn commune(number: usize) -> String {
    let first = ["Tam", "Phú", "Tiên", "Đại", "Bình", "Quế", "Trà", "Duy", "Điện", "Hòa"];
    let second = ["An", "Lộc", "Thành", "Hưng", "Phước", "Mỹ", "Sơn", "Thọ", "Vinh", "Dân"];
    format!("Xã {} {}", of(&first, number), of(&second, number / 10))
}

/// An invented person; names repeat as real ones do.
pub fn person(number: usize, communes: usize) -> PersonDetails {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ"];
    let middle =
        ["Văn", "Thị", "Đình", "Ngọc", "Hữu", "Thanh", "Minh", "Xuân", "Quang", "Kim", "Bích", "Công", "Đức"];
    let given = [
        "An", "Ánh", "Bình", "Cường", "Dũng", "Đào", "Hằng", "Hòa", "Khánh", "Lan", "Liên", "Mai", "Nga",
        "Nghĩa", "Phong", "Sơn", "Tuấn", "Uyên", "Yến",
    ];
    let posts =
        ["Trưởng ban Công tác Mặt trận", "Phó Trưởng ban Công tác Mặt trận", "Bí thư Chi bộ", "Trưởng thôn"];
    let commune = commune(number % communes);
    let within = commune.replacen("Xã", "xã", 1);
    PersonDetails {
        full_name: format!(
            "{} {} {} {}",
            of(&family, number),
            of(&middle, number / 3),
            of(&given, number / 37),
            of(&given, number / 7)
        ),
        gender: Some(if number.is_multiple_of(3) { Gender::Female } else { Gender::Male }),
        birth: FuzzyDate::year_only(1950 + i16::try_from(number % 45).unwrap_or(0)).ok(),
        position: Some(of(&posts, number / 5).to_owned()),
        unit: Some(format!("Thôn {}, {within}", 1 + number / communes % HAMLETS)),
        unit_group: Some(commune),
        phone: Some(format!("09{number:08}")),
        ..PersonDetails::default()
    }
}

fn units(communes: usize) -> Vec<MapRow> {
    let row = |line: usize, name: String, kind: UnitKind, parent: Option<String>| MapRow {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        code: None,
        name,
        kind: Some(kind),
        parent,
        valid_from: None,
        valid_to: None,
        successors: Vec::new(),
        fault: None,
    };
    let province = "Tỉnh Thử".to_owned();
    let mut rows = vec![row(1, province.clone(), UnitKind::Province, None)];
    for number in 0..communes {
        rows.push(row(rows.len() + 1, commune(number), UnitKind::Commune, Some(province.clone())));
        for hamlet in 1..=HAMLETS {
            let name = format!("Thôn {hamlet}");
            rows.push(row(rows.len() + 1, name, UnitKind::ResidentialArea, Some(commune(number))));
        }
    }
    rows
}

/// A map by which the first eight communes become one: nine rows, as `units import` reads them.
pub fn merged_communes() -> Vec<MapRow> {
    let day = |text: &str| text.parse().ok();
    let mut rows = units(8);
    rows.retain(|row| row.kind == Some(UnitKind::Commune));
    for row in &mut rows {
        row.valid_to = day("2026-06-30");
        row.successors = vec!["Xã Thử Mới".to_owned()];
    }
    let mut new = rows[0].clone();
    (new.name, new.valid_from, new.valid_to) = ("Xã Thử Mới".to_owned(), day("2026-07-01"), None);
    new.successors.clear();
    rows.push(new);
    for (row, line) in rows.iter_mut().zip(1..) {
        row.line = line;
    }
    rows
}

fn signatory() -> Signatory {
    Signatory {
        authority: vec!["TM. BAN THƯỜNG TRỰC".into()],
        title: "CHỦ TỊCH".into(),
        name: "Nguyễn Văn Mẫu".into(),
        from: None,
        until: None,
    }
}

/// A session without delegates.
fn session(number: usize, clusters: usize) -> Blueprint {
    let year = 2015 + number % 11;
    let day = FuzzyDate::day(i16::try_from(year).unwrap_or(2015), 1 + (number / 11 % 12) as u8, 15)
        .expect("a day that exists");
    let sitting = |half| SittingDetails { date: day, half, starts: None, ends: None, programme: Vec::new() };
    let details = SessionDetails {
        title: format!("Lớp tập huấn công tác Mặt trận số {number} năm {year} (dữ liệu giả định)"),
        dates: day.to_string().parse().ok(),
        venue: Some("Hội trường UBND tỉnh".into()),
        state: SessionState::Running,
        ..SessionDetails::default()
    };
    Blueprint {
        organisation: OrganisationDetails {
            name: "Ủy ban MTTQ Việt Nam tỉnh Thử".into(),
            short_name: "MTTQ tỉnh Thử".into(),
            letterhead: Letterhead::default(),
            signatories: vec![signatory()],
            certificate_pattern: "{so}/CN".into(),
            logo: None,
        },
        session: details,
        organisers: Vec::new(),
        audience: Vec::new(),
        guests: Vec::new(),
        topics: Vec::new(),
        units: Vec::new(),
        clusters: (1..=clusters)
            .map(|cluster| ClusterBlueprint {
                details: ClusterDetails { name: format!("Cụm {cluster}"), ..ClusterDetails::default() },
                sittings: vec![sitting(HalfDay::Morning), sitting(HalfDay::Afternoon)],
                delegates: Vec::new(),
            })
            .collect(),
        delegates: Vec::new(),
        certificates: number.is_multiple_of(2).then(|| CertificatePlan {
            book: format!("Sổ cấp giấy chứng nhận năm {year}"),
            pattern: "{so}/CN".into(),
            letterhead: None,
            signatory: signatory(),
            place: "Tỉnh Thử".into(),
            date: day,
            template: CertificateTemplate::usual(),
            issue_to_all: false,
        }),
    }
}

/// Makes the file.
pub fn make(path: &Path, size: Size) -> Store {
    let store = Store::create(path).expect("created");
    // A file of invented people is made again; what is measured later is on the disk.
    store.do_not_wait_for_the_disk_for_tests().wait().expect("unsynced");
    store.apply_units("ban-do.csv", units(size.communes), true).wait().expect("units");
    let people = (0..size.people).map(|number| person(number, size.communes)).collect();
    let label = Operation::new(Sentence::new("operation-sample"));
    let people = store.add_people(label, people).wait().expect("people");
    for number in 0..size.sessions {
        held(&store, &people, number, size);
    }
    years_of_edits(&store, &people, size);
    store.wait_for_the_disk_for_tests().wait().expect("synced");
    store
}

/// A session with its delegates; of one that ended also who came, and what was printed and given.
fn held(store: &Store, people: &[PersonId], number: usize, size: Size) {
    let is_large = number == 0;
    let clusters = if is_large { 5 } else { 1 };
    let label = Operation::new(Sentence::new("operation-sample"));
    let id = store.plant(label, vec![session(number, clusters)]).wait().expect("a session")[0];
    let count = if is_large { size.large } else { DELEGATES };
    // Somebody comes again and again; of the others everybody comes once in a while.
    let mut whom = vec![people[0]];
    whom.extend((0..count - 1).map(|one| people[1 + (number * 7_919 + one * 3) % (people.len() - 1)]));
    let dossier = store.dossier(id).wait().expect("the session");
    let each = whom.len().div_ceil(clusters);
    for (cluster, whom) in dossier.clusters.iter().zip(whom.chunks(each)) {
        let known = whom.iter().map(|person| NewDelegate::Known(*person)).collect();
        store.add_delegates(id, Some(cluster.id), known).wait().expect("delegates");
    }
    let dossier = store.dossier(id).wait().expect("the session");
    let run = PrintRun {
        signatures: Default::default(),
        session: id,
        paper: "sign-in-sheet".into(),
        cluster: None,
        options: "{}".into(),
        pages: (dossier.delegates.chunks(25).enumerate())
            .map(|(page, whom)| PrintedPage {
                code: format!("{:08}", number * 1_000 + page),
                delegates: whom.iter().map(|one| one.id).collect(),
                sheet: None,
            })
            .collect(),
        printed: true,
    };
    store.record_prints(vec![run]).wait().expect("a print run");
    if number < OPEN {
        return;
    }
    store.mark(entry(id, marks(&dossier))).wait().expect("marks");
    if number.is_multiple_of(2) {
        store.issue_certificates(id).wait().expect("certificates");
        let whom = dossier.delegates.iter().map(|one| one.id).collect();
        store.certificates_printed(id, whom).wait().expect("printed");
    }
    let until = FuzzyDate::year_only(2030).ok();
    let kept = move |kept: &mut Retention| kept.keep_until = until;
    store.edit_retention(id, "keep_until", kept).wait().expect("kept");
    store.end_session(id).wait().expect("ended");
}

/// Marks that are made at once.
pub fn entry(session: SessionId, marks: Vec<NewMark>) -> NewEntry {
    NewEntry::new(session, Way::All, MadeOn::default(), marks)
}

/// Nine of ten of the first cluster came.
fn marks(dossier: &Dossier) -> Vec<NewMark> {
    let cluster = &dossier.clusters[0];
    let listed = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id));
    let came = listed.enumerate().filter(|(place, _)| place % 10 != 9).map(|(_, delegate)| delegate.id);
    let present = |delegate, sitting| NewMark::new(delegate, sitting, AttendanceStatus::Present);
    came.flat_map(|delegate| cluster.sittings.iter().map(move |sitting| present(delegate, sitting.id)))
        .collect()
}

/// Single edits: of people, of delegates, of sessions.
fn years_of_edits(store: &Store, people: &[PersonId], size: Size) {
    let delegates = store.delegates(LARGE).wait().expect("delegates");
    for number in 0..size.steps {
        let done = match number % 10 {
            0 => {
                let delegate = delegates[number / 10 % delegates.len()].id;
                let post = format!("Chi hội trưởng {}", number / 10);
                store
                    .edit_delegate(delegate, "position", move |one| one.position = Some(post))
                    .outcome()
                    .err()
            }
            5 => {
                let id = SessionId(1 + i64::try_from(number / 10 % OPEN).unwrap_or(0));
                let venue = format!("Hội trường {}", number / 10);
                store.edit_session(id, "venue", move |session| session.venue = Some(venue)).outcome().err()
            }
            _ => {
                let id = people[number * 31 % people.len()];
                let phone = format!("08{number:08}");
                store.edit_person(id, "phone", move |person| person.phone = Some(phone)).outcome().err()
            }
        };
        assert!(done.is_none(), "edit {number}: {done:?}");
    }
}
