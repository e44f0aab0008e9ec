//! The five sample conferences in the window: what their news items say of topics,
//! documents, presenters and programme, fact by fact (the rest is in `sample_facts`).

use crate::support::window::Window;
use taphuan::domain::id::{SessionId, TopicId};
use taphuan::domain::library::{Library, LibraryTopic};
use taphuan::domain::programme::{ItemKind, Programme, warnings};
use taphuan::sample;
use taphuan::sentence::Sentence;
use taphuan::store::Operation;
use taphuan::vietnamese::date::short;

const DISTRICT_2020: &str = "Tập huấn công tác Mặt trận cơ sở năm 2020";
const NATIONAL: &str = "Hội nghị trực tuyến toàn quốc tập huấn công tác Mặt trận";
const O_MON_2023: &str = "Tập huấn nghiệp vụ công tác Mặt trận năm 2023";
const TAY_HO_2019: &str = "Tập huấn công tác Mặt trận năm 2019";

struct Seen {
    window: Window,
    library: Library,
    session: SessionId,
    programme: Programme,
}

impl Seen {
    /// The tab Chương trình of a sample session.
    fn open(title: &str) -> Self {
        let mut window = Window::open(|store| {
            let operation = Operation::new(Sentence::new("operation-sample"));
            store.plant(operation, sample::blueprints().expect("samples")).wait().expect("planted");
        });
        let store = window.store();
        let sessions = store.sessions().wait().expect("sessions");
        let session = sessions.iter().find(|one| one.title.starts_with(title)).expect(title);
        let library = store.library().wait().expect("library");
        let programme = store.programme(session.id).wait().expect("programme");
        let id = session.id;
        let task = window.app.update(taphuan::app::Message::Go(taphuan::app::screen::Route::Session(
            id,
            taphuan::app::screen::Tab::Programme,
        )));
        window.carry_out(task);
        Self { window, library, session: id, programme }
    }

    fn shows(&self, texts: &[&str]) {
        for text in texts {
            assert!(self.window.shows(text), "{text}");
        }
    }

    /// The topic of the session that begins with these words.
    fn topic(&self, words: &str) -> &LibraryTopic {
        let found = self.library.topics.iter().find(|one| one.details.title.starts_with(words));
        let found = found.unwrap_or_else(|| panic!("{words}"));
        assert!(found.uses.iter().any(|one| one.session == self.session), "{words} is used by the session");
        found
    }

    /// Labels and titles of the parts of a topic.
    fn parts(&self, topic: TopicId) -> Vec<&LibraryTopic> {
        self.library
            .parts(Some(topic))
            .into_iter()
            .map(|id| self.library.topic(id).expect("a part"))
            .collect()
    }

    /// "Quy định 124-QĐ/TW 02/02/2018 Ban Chấp hành …" of each document a topic cites.
    fn cited(&self, topic: &LibraryTopic) -> Vec<String> {
        topic.cites.iter().map(|id| self.document(*id)).collect()
    }

    fn document(&self, id: taphuan::domain::id::DocumentId) -> String {
        let details = &self.library.document(id).expect("a document").details;
        let date = details.date.map(short);
        let parts = [Some(&details.kind), details.number.as_ref(), date.as_ref(), details.issuer.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

#[test]
fn the_district_conference_of_2020() {
    let seen = Seen::open(DISTRICT_2020);
    assert_eq!(seen.programme.clusters.len(), 5);
    assert_eq!(seen.programme.topics.len(), 7);
    assert_eq!(warnings(&seen.programme), [], "every topic is held in every cluster, with breaks");
    let leader = "Đại diện Lãnh đạo Ban Thường trực Ủy ban MTTQ Việt Nam huyện";
    seen.shows(&[
        "Cụm 1",
        "Cụm 5",
        "Thứ Sáu 25/9 · Sáng · 07:30–11:30",
        leader,
        "Giải lao",
        "Trao đổi, giải đáp kiến nghị",
    ]);

    let congress = seen.topic("Thông báo kết quả Đại hội; quán triệt");
    assert_eq!(seen.parts(congress.id).len(), 2, "the source makes it one topic or two");
    let supervision = seen.topic("Hướng dẫn việc thực hiện Quy định số 124-QĐ/TW");
    assert_eq!(seen.cited(supervision), ["Quy định 124-QĐ/TW 02/02/2018 Ban Chấp hành Trung ương Đảng"]);
    let notice = seen.topic("Triển khai một số nội dung theo tinh thần Thông báo Kết luận");
    assert_eq!(seen.cited(notice), ["Thông báo Kết luận 160-TB/TW 15/01/2020 Bộ Chính trị"]);
    let conclusion = seen.library.document(notice.cites[0]).expect("the notice").cites[0];
    assert!(seen.document(conclusion).contains("62-KL/TW 08/12/2009"), "a document that cites a document");
    let charter = seen.topic("Triển khai Điều lệ MTTQ Việt Nam khóa IX");
    let cited = seen.cited(charter);
    assert!(cited[0].starts_with("Điều lệ") && cited[1].contains("08/TT-MTTW-BTT 28/7/2020"), "{cited:?}");
    seen.topic("Một số nội dung trong công tác phối hợp thực hiện Cuộc vận động");
    seen.topic("Hướng dẫn tổ chức và hoạt động của Tổ Đoàn kết");
    seen.topic("Công tác góp ý xây dựng Đảng");
}

#[test]
fn the_national_online_conference() {
    let seen = Seen::open(NATIONAL);
    seen.shows(&[
        "3/4 · Sáng",
        "Các thành viên Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "Nguyễn Thiện Nhân, Ủy viên Bộ Chính trị, Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
        "Trao đổi, thảo luận",
        "Phát biểu kết thúc Hội nghị",
        "Trần Thanh Mẫn, Phó Chủ tịch, Tổng Thư ký Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
    ]);
    let tasks = seen.topic("Năm nhóm nhiệm vụ");
    let labels: Vec<_> =
        seen.parts(tasks.id).iter().map(|part| part.details.label.clone().unwrap_or_default()).collect();
    assert_eq!(labels, ["Một là", "Hai là", "Ba là", "Bốn là", "Năm là"]);
    assert_eq!(tasks.last_year(), None, "the source gives no year");
    let action = seen.topic("Chương trình hành động của Mặt trận Tổ quốc Việt Nam");
    assert_eq!(seen.cited(action), ["Chương trình hành động Mặt trận Tổ quốc Việt Nam"]);
    let resolution = seen.library.document(action.cites[0]).expect("the programme").cites[0];
    assert!(seen.document(resolution).starts_with("Nghị quyết Hội nghị lần thứ tư"), "which it carries out");
}

#[test]
fn the_class_of_o_mon_2023() {
    let seen = Seen::open(O_MON_2023);
    let days: Vec<String> = seen.programme.clusters[0].sittings.iter().map(|one| short(one.date)).collect();
    assert_eq!(days, ["10/5/2023", "10/5/2023", "11/5/2023", "11/5/2023", "12/5/2023", "12/5/2023"]);
    seen.shows(&["Lễ khai giảng lớp tập huấn", "Thứ Tư 10/5 · Sáng · 07:00–11:00"]);
    for topic in [
        "Lịch sử Đảng bộ thành phố Cần Thơ (giai đoạn 1929-2010)",
        "Lịch sử Đảng bộ quận Ô Môn (giai đoạn 1975-2015)",
        "Một số vấn đề trọng tâm về công tác giám sát và phản biện xã hội",
        "Nhận diện, đấu tranh, phòng chống các quan điểm sai trái",
        "Tăng cường sự lãnh đạo của Đảng",
        "Triển khai chủ trương, chính sách trọng tâm",
        "Phương pháp triển khai, thực hiện các cuộc vận động",
        "Tuyên truyền về chính sách BHXH tự nguyện, BHYT…",
    ] {
        let topic = seen.topic(topic);
        let mut items = seen.programme.clusters[0].sittings.iter().flat_map(|sitting| &sitting.items);
        assert!(items.any(|item| item.topic == Some(topic.id)), "{} is held", topic.details.title);
    }
    assert_eq!(warnings(&seen.programme), []);
}

#[test]
fn the_conference_of_tay_ho_2019() {
    let seen = Seen::open(TAY_HO_2019);
    seen.shows(&["Thứ Ba 24/9 · Sáng", "Nguyễn Anh Tuấn, Phó Bí thư Thường trực Quận ủy"]);
    let root = seen.topic("Chương trình hành động của Ủy ban MTTQ Việt Nam quận Tây Hồ");
    let [three, five] = &seen.parts(root.id)[..] else { panic!("two parts") };
    assert_eq!(
        (three.details.title.as_str(), five.details.title.as_str()),
        ("Ba nhiệm vụ trọng tâm đột phá", "Năm chương trình hành động")
    );
    let tasks = seen.parts(three.id);
    assert_eq!((tasks.len(), seen.parts(five.id).len()), (3, 5));
    assert!(seen.cited(tasks[1])[0].contains("03-CTr/QUTH 12/10/2015"));
    let deepest = seen.parts(tasks[1].id);
    assert_eq!(deepest.len(), 3);
    assert_eq!(deepest[0].depth, 3, "four levels");
    assert_eq!(seen.parts(five.id)[0].details.label.as_deref(), Some("Chương trình 1"));
}

#[test]
fn the_class_of_tam_dai_2024() {
    let seen = Seen::open("Bồi dưỡng, tập huấn công tác Mặt trận, công tác giám sát");
    seen.shows(&["Thứ Ba 23/4 · Sáng", "Công tác giám sát và phản biện xã hội"]);
    assert_eq!(seen.programme.topics.len(), 3);
    let items = &seen.programme.clusters[0].sittings[0].items;
    assert!(items.iter().all(|item| item.details.kind == ItemKind::Topic && item.details.minutes.is_none()));
    let directive = seen.topic("Triển khai chuyên đề Chỉ thị 05");
    assert!(seen.cited(directive)[0].starts_with("Chỉ thị 05"), "no full number, no date");
}
