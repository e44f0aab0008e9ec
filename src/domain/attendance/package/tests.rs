use super::*;

fn uid(number: u8) -> String {
    uuid::Uuid::from_u128(u128::from(number)).to_string()
}

fn delegate(number: u8, name: &str) -> PackedDelegate {
    PackedDelegate {
        uid: uid(number),
        person: uid(number + 100),
        row: i64::from(number),
        here: true,
        state: DelegateState::Listed,
        number: None,
        supplementary: false,
        walk_in: false,
        substitute_for: None,
        sort_name: None,
        details: PersonDetails { full_name: name.into(), ..PersonDetails::default() },
    }
}

fn mark(number: u8, delegate: u8, status: AttendanceStatus) -> PackedMark {
    PackedMark {
        uid: uid(number),
        delegate: uid(delegate),
        sitting: uid(3),
        status,
        substitute: None,
        note: None,
        replaces: None,
        counts: false,
    }
}

fn entry(number: u8, marks: Vec<PackedMark>) -> PackedEntry {
    PackedEntry {
        uid: uid(number),
        at: "2026-11-28T00:42:00Z".into(),
        way: Way::Scan,
        page: None,
        device: None,
        machine: None,
        retracts: None,
        marks,
    }
}

fn package() -> MarkPackage {
    let session = PackedSession {
        uid: uid(1),
        title: "Tập huấn công tác Mặt trận".into(),
        kind: SessionKind::Class,
        form: SessionForm::InPerson,
        dates: None,
        venue: None,
        order: ListOrder::Name,
    };
    let cluster = PackedCluster { uid: uid(2), number: 1, name: "Cụm 1".into(), venue: None, dates: None };
    let mut package = MarkPackage::new(session, cluster, true);
    let date = "2026-11-28".parse().expect("a day");
    package.sittings =
        vec![PackedSitting { uid: uid(3), date, half: HalfDay::Morning, starts: None, ends: None }];
    package.delegates = vec![delegate(10, "Nguyễn Văn Bình"), delegate(11, "Lê Thị An")];
    let first = mark(30, 10, AttendanceStatus::Absent);
    let later =
        PackedMark { replaces: Some(uid(30)), counts: true, ..mark(31, 10, AttendanceStatus::Present) };
    package.entries = vec![entry(20, vec![first]), entry(21, vec![later])];
    package
}

/// What becomes of a package after this was done to it.
fn read_after(spoil: impl FnOnce(&mut MarkPackage)) -> Result<MarkPackage, FileMistake> {
    let mut package = package();
    spoil(&mut package);
    MarkPackage::read(&package.write())
}

#[test]
fn a_package_is_read_as_it_was_written_and_its_texts_come_back_clean() {
    let read = MarkPackage::read(&package().write()).expect("read");
    assert_eq!(read.entries, package().entries);
    // "ễ" as three code points, and spaces.
    let spelled =
        read_after(|one| one.delegates[0].details.full_name = " Nguye\u{302}\u{303}n  Văn Bình ".into());
    assert_eq!(spelled.expect("read").delegates[0].details.full_name, "Nguyễn Văn Bình");
}

#[test]
fn what_does_not_fit_together_is_damaged() {
    type Spoil = fn(&mut MarkPackage);
    let spoils: [(&str, Spoil); 13] = [
        ("nobody's mark", |one| one.entries[0].marks[0].delegate = uid(99)),
        ("at no sitting", |one| one.entries[0].marks[0].sitting = uid(99)),
        ("two of one identity", |one| one.delegates[1].uid = uid(10)),
        ("two that count", |one| one.entries[0].marks[0].counts = true),
        ("over another's mark", |one| one.entries[1].marks[0].delegate = uid(11)),
        ("their own substitute", |one| one.entries[0].marks[0].substitute = Some(uid(10))),
        ("takes back what is not there", |one| {
            one.entries.push(PackedEntry { retracts: Some(uid(88)), ..entry(22, Vec::new()) });
        }),
        ("an entry of nothing", |one| one.entries.push(entry(22, Vec::new()))),
        ("no identity", |one| one.cluster.uid = "cụm 1".into()),
        ("no time", |one| one.entries[0].at = "hôm qua".into()),
        ("no name", |one| one.delegates[0].details.full_name = "  ".into()),
        ("no number of a list", |one| one.delegates[0].number = Some(u32::MAX)),
        ("sits for themselves", |one| one.delegates[0].substitute_for = Some(uid(10))),
    ];
    for (what, spoil) in spoils {
        assert_eq!(read_after(spoil), Err(FileMistake::Damaged), "{what}");
    }
    let long = read_after(|one| one.delegates[0].details.note = Some("a".repeat(5_000)));
    assert_eq!(long, Err(FileMistake::TooLarge));
}

#[test]
fn other_files_are_not_ours() {
    for other in ["", "{}", "[1]", "{\"format\":\"taphuan-curriculum\",\"version\":1}", "Họ và tên"] {
        assert_eq!(MarkPackage::read(other.as_bytes()), Err(FileMistake::NotOurs), "{other}");
    }
    assert_eq!(MarkPackage::read(&[0xff; 40]), Err(FileMistake::NotOurs));
}
