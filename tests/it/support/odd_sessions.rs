//! Sessions as no office has them all at once: names of every shape, long titles, some marks, some receipts.
#![allow(dead_code)]

use taphuan::domain::attendance::receipt::{Receipt, Receipts, SignedFor};
use taphuan::domain::attendance::{Attendance, AttendanceStatus, Mark, Way};
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{EntryId, MarkId};
use taphuan::domain::organisation::HeadingProfile;

use super::dossier::{Dice, certify_as_listed, session};

/// Names as they are, from one word to many, of several peoples, as typed.
pub const NAMES: [&str; 18] = [
    "Y",
    "Nguyễn Thị Ánh Nguyệt",
    "TRẦN VĂN BÌNH",
    "H'Bia Niê Kdăm",
    "H’Ngăm Byă",
    "Y Bhăm Êban",
    "K'Tuyên",
    "R'Ô H'Blứt",
    "Thành Phú Bá",
    "Đàng Năng Thị Hồng Ái",
    "Thạch Sa Rây",
    "A Lăng Thị Brê",
    "Công Tằng Tôn Nữ Thị Phương Thảo Nguyên",
    "Nguyễn Hoàng Phương Ngọc Bảo Trâm Anh Thư Quỳnh Giao Khánh Linh",
    "Nguyễn Thị Thúy-Hằng",
    "Lê Văn Cường (A)",
    "Vừ A Dính",
    "Ưng Ngoằn Nghoèo",
];

const POSITIONS: [&str; 5] = [
    "Trưởng ban công tác Mặt trận",
    "Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam xã, Trưởng ban Thanh tra nhân dân, Ủy viên Ban Chấp hành",
    "Tổ trưởng Tổ đoàn kết số 12",
    "UVTT",
    "Người có uy tín trong đồng bào dân tộc thiểu số",
];

const UNITS: [&str; 5] = [
    "Buôn Êga, xã Ea Knuếc",
    "Thôn 3",
    "Khu dân cư \"Đoàn kết\" & Bồng Miêu",
    "Tổ dân phố 7, thị trấn",
    "Plei Ơi",
];

/// A session of people with such names in so many clusters, each with so many sittings.
pub fn odd_session(people: usize, clusters: usize, sittings: usize, seed: u64) -> Dossier {
    let mut dossier = session(people, clusters, sittings);
    let mut dice = Dice::new(seed);
    for (index, delegate) in dossier.delegates.iter_mut().enumerate() {
        let name = match dice.roll(3) {
            0 => NAMES[dice.roll(NAMES.len())].to_owned(),
            // None of them like another: what is lost is missed.
            _ => format!("{} {}", NAMES[dice.roll(NAMES.len())], letters(index)),
        };
        let details = &mut delegate.details;
        details.full_name = name;
        details.position = (dice.roll(7) > 0).then(|| POSITIONS[dice.roll(POSITIONS.len())].to_owned());
        details.unit = (dice.roll(9) > 0).then(|| UNITS[dice.roll(UNITS.len())].to_owned());
        details.note = (dice.roll(11) == 0).then(|| "đến muộn, có báo trước".to_owned());
        if dice.roll(5) == 0 {
            details.birth = None;
            details.phone = None;
            details.gender = None;
        }
        if dice.roll(25) == 0 {
            delegate.state = DelegateState::Withdrawn;
        }
    }
    certify_as_listed(&mut dossier);
    let details = &mut dossier.session.details;
    if dice.roll(3) == 0 {
        let long = "Hội nghị tập huấn công tác Mặt trận Tổ quốc Việt Nam ở cơ sở, triển khai các chương trình phối hợp \
                    và thống nhất hành động năm 2020";
        details.title_in_text = Some(long.to_owned());
    }
    if dice.roll(3) == 0 {
        dossier.letterhead.profile = HeadingProfile::Party;
    }
    if dice.roll(4) == 0 {
        dossier.signatory = None;
    }
    // Some were marked, of some sittings of some clusters; some took their money.
    if dice.roll(2) == 0 {
        mark(&mut dossier, &mut dice);
    }
    if dice.roll(2) == 0 {
        receive(&mut dossier, &mut dice);
    }
    dossier
}

/// A number as a word of letters: 0 is "Ba", 27 "Bab".
fn letters(number: usize) -> String {
    let mut rest = number;
    let mut word = String::from("B");
    loop {
        word.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
        if rest == 0 {
            return word;
        }
    }
}

fn mark(dossier: &mut Dossier, dice: &mut Dice) {
    let statuses = [
        AttendanceStatus::Present,
        AttendanceStatus::Present,
        AttendanceStatus::Late,
        AttendanceStatus::Excused,
        AttendanceStatus::Absent,
    ];
    let (mut marks, mut closed) = (Vec::new(), Vec::new());
    for cluster in &dossier.clusters {
        for sitting in &cluster.sittings {
            if dice.roll(3) == 0 {
                continue;
            }
            if dice.roll(2) == 0 {
                closed.push(sitting.id);
            }
            for delegate in dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id)) {
                if dice.roll(6) == 0 {
                    continue;
                }
                let status = statuses[dice.roll(statuses.len())];
                marks.push(Mark {
                    id: MarkId(marks.len() as i64 + 1),
                    entry: EntryId(1),
                    delegate: delegate.id,
                    sitting: sitting.id,
                    status,
                    substitute: None,
                    note: (status == AttendanceStatus::Excused).then(|| "đi viện".to_owned()),
                    at: "2020-09-25T01:00:00Z".to_owned(),
                    way: Way::Page,
                    page: None,
                });
            }
        }
    }
    dossier.attendance = Attendance::new(marks, closed);
}

fn receive(dossier: &mut Dossier, dice: &mut Dice) {
    let mut receipts = Vec::new();
    for delegate in &dossier.delegates {
        for signed_for in [SignedFor::Money, SignedFor::Documents] {
            if dice.roll(3) > 0 {
                receipts.push(Receipt {
                    delegate: delegate.id,
                    signed_for,
                    received: dice.roll(4) > 0,
                    receiver: None,
                    at: "2020-09-25T04:00:00Z".to_owned(),
                });
            }
        }
    }
    dossier.receipts = Receipts::new(receipts);
}
