//! Sessions made up for tests and benchmarks: Vietnamese names, communes and
//! residential areas, always the same for the same numbers.
#![allow(dead_code)]

use std::collections::BTreeMap;

use taphuan::domain::attendance::Attendance;
use taphuan::domain::attendance::receipt::{Receipt, Receipts, SignedFor};
use taphuan::domain::certificate::check_code::CheckCode;
use taphuan::domain::certificate::copy::PrintedCopy;
use taphuan::domain::certificate::{
    Certificate, CertificateForm, CertificateState, CertificateTemplate, CertificateWords,
};
use taphuan::domain::cluster::{Cluster, ClusterDetails, HalfDay, Sitting};
use taphuan::domain::completion::{Completion, Decision};
use taphuan::domain::date::{DateSpan, FuzzyDate};
use taphuan::domain::delegate::{Delegate, DelegateState};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{
    CertificateId, ClusterId, DelegateId, PersonId, ProgrammeItemId, SessionId, SittingId,
};
use taphuan::domain::organisation::{HeadingProfile, Letterhead, Signatory};
use taphuan::domain::person::{Gender, PersonDetails};
use taphuan::domain::programme::{PlannedItem, ProgrammeItem};
use taphuan::domain::session::{Session, SessionDetails};

const FAMILIES: [&str; 14] =
    ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
const MEN: [&str; 6] = ["Văn", "Đình", "Ngọc", "Quang", "Trọng", "Minh"];
const WOMEN: [&str; 5] = ["Thị", "Thị Thanh", "Thị Ngọc", "Thị Kim", "Thu"];
const MEN_GIVEN: [&str; 12] =
    ["Anh", "Bình", "Cường", "Dũng", "Đức", "Hải", "Hùng", "Khánh", "Long", "Tuấn", "Vinh", "Ý"];
const WOMEN_GIVEN: [&str; 12] =
    ["Ánh", "Bích", "Duyên", "Hạnh", "Hương", "Lan", "Mỹ", "Nguyệt", "Oanh", "Thủy", "Tuyết", "Yến"];
const POSITIONS: [&str; 6] = [
    "Trưởng ban CTMT",
    "Tổ trưởng Tổ đoàn kết",
    "Phó Trưởng ban CTMT",
    "Chủ tịch UBMTTQ",
    "Phó Chủ tịch UBMTTQ",
    "Ủy viên Thường trực",
];
const COMMUNES: [&str; 11] = [
    "Xã Tam Đại",
    "Xã Tam An",
    "Xã Tam Dân",
    "Xã Tam Đàn",
    "Xã Tam Lãnh",
    "Xã Tam Lộc",
    "Xã Tam Phước",
    "Xã Tam Thái",
    "Xã Tam Thành",
    "Xã Tam Vinh",
    "Thị trấn Phú Thịnh",
];
const AREAS: [&str; 8] =
    ["Trung Đàn", "Đông Tây", "Long Sơn", "Đại Hanh", "Phước Thượng", "Bồng Miêu", "Thạnh Đức", "An Mỹ 2"];

/// Numbers that look random and never change.
pub struct Dice(u64);

impl Dice {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

/// A date of the calendar.
pub fn day(year: i16, month: u8, day: u8) -> FuzzyDate {
    FuzzyDate::day(year, month, day).expect("a day that exists")
}

/// A session of so many delegates in so many clusters, each with so many
/// sittings, two a day from 25/9/2020 on.
pub fn session(people: usize, clusters: usize, sittings: usize) -> Dossier {
    let mut dice = Dice::new(people as u64);
    let delegates = (0..people).map(|index| delegate(index, clusters, &mut dice)).collect::<Vec<_>>();
    let certificates = delegates.iter().enumerate().map(|(index, one)| certificate(index, one)).collect();
    Dossier {
        retention: Default::default(),
        attendance: Attendance::default(),
        receipts: Default::default(),
        completion: first_commended(people),
        turnout: Vec::new(),
        own_columns: Vec::new(),
        usually_kept: None,
        session: Session { id: SessionId(1), details: details(), put_away: false },
        organisation: "Ủy ban MTTQ Việt Nam huyện Phú Ninh".into(),
        letterhead: Letterhead {
            profile: HeadingProfile::State,
            superior: Vec::new(),
            issuer: vec!["ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH".into(), "BAN THƯỜNG TRỰC".into()],
            place: Some("Phú Ninh".into()),
            ..Letterhead::default()
        },
        signatory: Some(signatory()),
        organisers: Vec::new(),
        audience: Vec::new(),
        guests: Vec::new(),
        topics: Vec::new(),
        clusters: (0..clusters).map(|index| cluster(index, sittings)).collect(),
        delegates,
        certificates,
        issues: Vec::new(),
        certificate_form: Some(CertificateForm {
            template: CertificateTemplate::Former(CertificateWords {
                title: "GIẤY CHỨNG NHẬN".into(),
                before_name: "Chứng nhận {{Ông/Bà}}".into(),
                after_name: vec![
                    "{{Chức vụ}}, {{Đơn vị}}".into(),
                    "Đã hoàn thành nội dung, chương trình".into(),
                    "{{Lớp}}".into(),
                    "{{Thời gian}}".into(),
                ],
            }),
            pattern: "{so}/CN-MTTQ".into(),
            letterhead: None,
            signatory: signatory(),
            place: "Phú Ninh".into(),
            date: Some(day(2020, 10, 9)),
            next_number: 1,
        }),
        certificate_pictures: BTreeMap::new(),
        signatures: BTreeMap::new(),
        certificate_pattern: Some("{so}/CN-MTTQ".into()),
        logo: None,
        state_paid: BTreeMap::new(),
    }
}

/// The first on the list is to be commended; nothing else is decided.
fn first_commended(people: usize) -> Completion {
    let decision = Decision { commended: true, ..Decision::default() };
    let decisions = (people > 0).then_some((DelegateId(1), decision)).into_iter().collect();
    Completion { decisions, ..Completion::default() }
}

/// Everybody received their money.
pub fn everybody_signed(dossier: &mut Dossier) {
    let receipt = |one: &Delegate| Receipt {
        delegate: one.id,
        signed_for: SignedFor::Money,
        received: true,
        receiver: None,
        at: "2020-09-25T04:00:00Z".to_owned(),
    };
    dossier.receipts = Receipts::new(dossier.delegates.iter().map(receipt));
}

/// One cluster with random words of random length.
pub fn random_session(people: usize, sittings: usize, seed: u64) -> Dossier {
    let mut dossier = session(people, 1, sittings);
    let mut dice = Dice::new(seed);
    let words =
        ["Nguyễn", "Thị", "Ưởng", "Tổ", "trưởng", "đoàn", "kết", "Ủy", "viên", "khu", "dân", "cư", "ở"];
    let mut text = |least: usize, most: usize| {
        let count = least + dice.roll(most - least + 1);
        (0..count).map(|_| words[dice.roll(words.len())]).collect::<Vec<_>>().join(" ")
    };
    for (index, delegate) in dossier.delegates.iter_mut().enumerate() {
        let details = &mut delegate.details;
        details.full_name = text(2, 6);
        details.position = (index % 7 != 0).then(|| text(1, 12));
        details.unit = Some(text(1, 5));
        details.unit_group = Some(format!("Xã {}", (seed as usize + index / 9) % 13));
        details.note = (index % 11 == 0).then(|| text(1, 3));
    }
    certify_as_listed(&mut dossier);
    dossier
}

fn details() -> SessionDetails {
    SessionDetails {
        title: "Tập huấn công tác Mặt trận cơ sở năm 2020".into(),
        title_in_text: Some("Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020".into()),
        dates: Some(DateSpan::new(day(2020, 9, 25), day(2020, 10, 7)).expect("in order")),
        ..SessionDetails::default()
    }
}

fn signatory() -> Signatory {
    Signatory {
        authority: vec!["TM. BAN THƯỜNG TRỰC".into()],
        title: "CHỦ TỊCH".into(),
        name: "Nguyễn Văn An".into(),
        from: None,
        until: None,
    }
}

/// Items of a programme as they stand in the data file.
pub fn items(entered: impl IntoIterator<Item = ProgrammeItem>) -> Vec<PlannedItem> {
    let planned =
        |(id, details)| PlannedItem { id: ProgrammeItemId(id), topic: None, details, given: Vec::new() };
    (1..).zip(entered).map(planned).collect()
}

fn cluster(index: usize, sittings: usize) -> Cluster {
    let first = 25 + i64::try_from(index).expect("few clusters");
    let date = |after: i64| {
        let start = jiff::civil::date(2020, 9, 1);
        let at = start + jiff::Span::new().days(first - 1 + after);
        day(at.year(), at.month().unsigned_abs(), at.day().unsigned_abs())
    };
    let halves = [HalfDay::Morning, HalfDay::Afternoon];
    let sitting = |number: usize| Sitting {
        id: SittingId((index * 100 + number) as i64),
        date: date((number / 2) as i64),
        half: halves[number % 2],
        starts: None,
        ends: None,
        items: Vec::new(),
    };
    let last = date((sittings.max(1) as i64 - 1) / 2);
    Cluster {
        id: ClusterId(index as i64 + 1),
        number: index as u32 + 1,
        details: ClusterDetails {
            name: format!("Cụm {}", index + 1),
            venue: Some(format!("Nhà văn hóa {}", COMMUNES[index % COMMUNES.len()].replace("Xã", "xã"))),
            dates: Some(DateSpan::new(date(0), last).expect("in order")),
            ..ClusterDetails::default()
        },
        sittings: (0..sittings).map(sitting).collect(),
    }
}

fn delegate(index: usize, clusters: usize, dice: &mut Dice) -> Delegate {
    let female = dice.roll(3) == 0;
    let family = dice.pick(&FAMILIES);
    let (middle, given) = if female {
        (dice.pick(&WOMEN), dice.pick(&WOMEN_GIVEN))
    } else {
        (dice.pick(&MEN), dice.pick(&MEN_GIVEN))
    };
    let commune = COMMUNES[index % COMMUNES.len()];
    let of_commune = dice.roll(8) == 0;
    let position = if of_commune { POSITIONS[3 + dice.roll(3)] } else { POSITIONS[dice.roll(3)] };
    let lower = format!("{}{}", commune[..1].to_lowercase(), &commune[1..]);
    let unit =
        if of_commune { format!("UBMTTQ {lower}") } else { format!("Thôn {}, {lower}", dice.pick(&AREAS)) };
    let place = (index % COMMUNES.len()) * clusters / COMMUNES.len();
    Delegate {
        erased: false,
        id: DelegateId(index as i64 + 1),
        person: PersonId(index as i64 + 1),
        cluster: (clusters > 0).then_some(ClusterId(place as i64 + 1)),
        state: DelegateState::Listed,
        fixed_number: None,
        supplementary: false,
        walk_in: false,
        substitute_for: None,
        sort_name: None,
        details: PersonDetails {
            full_name: format!("{family} {middle} {given}"),
            gender: Some(if female { Gender::Female } else { Gender::Male }),
            birth: FuzzyDate::year_only(1950 + dice.roll(45) as i16).ok(),
            position: Some(position.into()),
            unit: Some(unit),
            unit_group: Some(commune.into()),
            phone: Some(format!("09{:08}", dice.roll(100_000_000))),
            ..PersonDetails::default()
        },
    }
}

/// Lets certificates say what the list says now: they keep what was printed.
pub fn certify_as_listed(dossier: &mut Dossier) {
    for one in &mut dossier.certificates {
        let whom = dossier.delegates.iter().find(|delegate| delegate.id == one.delegate);
        one.copy = PrintedCopy::of(&whom.expect("whom").details, None);
    }
}

fn certificate(index: usize, delegate: &Delegate) -> Certificate {
    let number = index as u32 + 1;
    Certificate {
        id: CertificateId(i64::from(number)),
        delegate: delegate.id,
        issue: 1,
        number,
        edition: 0,
        printed_number: format!("{number}/CN-MTTQ"),
        date: Some(day(2020, 10, 9)),
        copy: PrintedCopy::of(&delegate.details, None),
        code: Some(CheckCode::from_random(u64::from(number) * 1_987_654_321)),
        state: CertificateState::Numbered,
        reissue_of: None,
        erased: false,
        is_kept: false,
    }
}
