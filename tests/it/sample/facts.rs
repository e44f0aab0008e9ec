//! The facts of the five news items, one by one, as the sample sessions hold them.

use taphuan::domain::blueprint::Blueprint;
use taphuan::domain::cluster::HalfDay;
use taphuan::domain::guest::Guest;
use taphuan::domain::programme::{ItemKind, Presenter};
use taphuan::domain::session::{OrganiserRole, SessionForm, SessionKind, SessionState};
use taphuan::domain::topic::{CitedDocument, Topic};
use taphuan::sample::blueprints;

fn sample(number: usize) -> Blueprint {
    blueprints().expect("the embedded samples are well formed").swap_remove(number)
}

/// The first and last day as EDTF.
fn dates(blueprint: &Blueprint) -> String {
    blueprint.session.dates.expect("each session has a date").to_string()
}

fn organisers(blueprint: &Blueprint) -> Vec<(OrganiserRole, &str)> {
    blueprint.organisers.iter().map(|organiser| (organiser.role, organiser.name.as_str())).collect()
}

/// Label, number, whether that is a total.
fn audience(blueprint: &Blueprint) -> Vec<(&str, Option<u32>, bool)> {
    blueprint.audience.iter().map(|group| (group.label.as_str(), group.count, group.total)).collect()
}

/// Each guest in one line: "ông Tống Văn Nhịn – title, title".
fn guests(blueprint: &Blueprint) -> Vec<String> {
    let line = |guest: &Guest| match guest {
        Guest::Group { label } => label.clone(),
        Guest::Person { honorific, name, titles, .. } => {
            let who = honorific.iter().map(|word| format!("{word} ")).collect::<String>() + name;
            format!("{who} – {}", titles.join(" | "))
        }
    };
    blueprint.guests.iter().map(line).collect()
}

fn part<'a>(blueprint: &'a Blueprint, who: &str) -> Option<&'a str> {
    blueprint.guests.iter().find_map(|guest| match guest {
        Guest::Person { name, part, .. } if name == who => part.as_deref(),
        _ => None,
    })
}

fn levels(topic: &Topic) -> usize {
    1 + topic.children.iter().map(levels).max().unwrap_or(0)
}

fn titles(topics: &[Topic]) -> Vec<&str> {
    topics.iter().map(|topic| topic.title.as_str()).collect()
}

fn labels(topics: &[Topic]) -> Vec<Option<&str>> {
    topics.iter().map(|topic| topic.label.as_deref()).collect()
}

/// Kind, number, date, issuer.
fn cited(document: &CitedDocument) -> (&str, Option<&str>, Option<String>, Option<&str>) {
    let date = document.date.map(|date| date.to_string());
    (&document.kind, document.number.as_deref(), date, document.issuer.as_deref())
}

fn document<'a>(
    kind: &'a str,
    number: &'a str,
    date: &str,
    issuer: &'a str,
) -> (&'a str, Option<&'a str>, Option<String>, Option<&'a str>) {
    (kind, Some(number), Some(date.to_owned()), Some(issuer))
}

fn has(text: Option<&String>, words: &str) -> bool {
    text.is_some_and(|text| text.contains(words))
}

#[test]
fn district_2020_when_where_who() {
    let it = sample(0);
    assert_eq!(it.session.title, "Tập huấn công tác Mặt trận cơ sở năm 2020");
    assert_eq!(
        it.session.title_in_text.as_deref(),
        Some("Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020")
    );
    assert_eq!(it.session.kind, SessionKind::Conference);
    assert_eq!(it.session.form, SessionForm::InPerson);
    assert_eq!(it.session.state, SessionState::Preparing);
    assert_eq!(dates(&it), "2020-09-25/2020-10-07");
    assert_eq!(it.session.venue.as_deref(), Some("Nhà văn hóa các xã, thị trấn"));
    assert_eq!(
        organisers(&it),
        [(OrganiserRole::Lead, "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh")]
    );
    assert_eq!(
        audience(&it),
        [
            ("Ban Thường trực Ủy ban MTTQ Việt Nam các xã, thị trấn", Some(433), true),
            ("Trưởng ban Công tác Mặt trận các khu dân cư", None, false),
            ("Tổ trưởng Tổ đoàn kết các khu dân cư", None, false),
        ]
    );
    assert!(it.guests.is_empty(), "the source names none");
    assert!(has(it.session.reason.as_ref(), "phòng, chống dịch Covid-19, hội nghị tập huấn chia 05 cụm"));
    assert!(has(it.session.discussion.as_ref(), "trao đổi kinh nghiệm thực tế, kiến nghị đề xuất; giải đáp"));
    assert!(has(it.session.outcome.as_ref(), "nhận thức rõ hơn về vị trí, vai trò, chức năng"));
    assert_eq!(it.session.news.as_ref().and_then(|news| news.author.as_deref()), Some("Võ Phượng"));
    assert!(has(it.session.sample_note.as_ref(), "không nêu tên huyện"));
}

#[test]
fn district_2020_clusters_stay_inside_the_dates() {
    let it = sample(0);
    let names: Vec<&str> = it.clusters.iter().map(|cluster| cluster.details.name.as_str()).collect();
    assert_eq!(names, ["Cụm 1", "Cụm 2", "Cụm 3", "Cụm 4", "Cụm 5"]);
    let mut days = Vec::new();
    for cluster in &it.clusters {
        assert!(has(cluster.details.venue.as_ref(), "Nhà văn hóa xã "));
        let span = cluster.details.dates.expect("each cluster has its days");
        assert_eq!(cluster.sittings.first().map(|sitting| sitting.date), Some(span.start()));
        assert_eq!(cluster.sittings.last().map(|sitting| sitting.date), Some(span.end()));
        for pair in cluster.sittings.chunks(2) {
            assert_eq!([pair[0].half, pair[1].half], [HalfDay::Morning, HalfDay::Afternoon]);
            assert_eq!(pair[0].date, pair[1].date);
            days.push(pair[0].date.to_string());
        }
    }
    assert_eq!(days, ["2020-09-25", "2020-09-29", "2020-10-01", "2020-10-02", "2020-10-05", "2020-10-07"]);
}

#[test]
fn district_2020_topics_and_their_documents() {
    let it = sample(0);
    assert_eq!(it.topics.len(), 7);
    for topic in &it.topics {
        let role = "Đại diện Lãnh đạo Ban Thường trực Ủy ban MTTQ Việt Nam huyện".to_owned();
        assert_eq!(topic.presenters, [Presenter::Role(role)]);
    }
    let result = &it.topics[0];
    assert_eq!(result.children[0].title, "Thông báo kết quả Đại hội");
    let resolution = &result.children[1].cites[0];
    assert_eq!(cited(resolution), ("Nghị quyết", None, None, Some("Đại hội Đảng bộ huyện lần thứ XXI")));
    assert!(has(resolution.title.as_ref(), "lần thứ XXI, nhiệm kỳ 2020-2025"));

    assert_eq!(
        cited(&it.topics[1].cites[0]),
        document("Quy định", "124-QĐ/TW", "2018-02-02", "Ban Chấp hành Trung ương Đảng")
    );
    assert!(has(it.topics[1].outline.as_ref(), "tu dưỡng, rèn luyện đạo đức, lối sống của người đứng đầu"));

    let notice = &it.topics[2].cites[0];
    assert_eq!(cited(notice), document("Thông báo Kết luận", "160-TB/TW", "2020-01-15", "Bộ Chính trị"));
    assert_eq!(
        notice.cites.iter().map(cited).collect::<Vec<_>>(),
        [document("Kết luận", "62-KL/TW", "2009-12-08", "Bộ Chính trị")]
    );

    let [charter, circular] = it.topics[3].cites.as_slice() else { panic!("one topic, two documents") };
    assert_eq!(charter.title.as_deref(), Some("Điều lệ MTTQ Việt Nam khóa IX"));
    assert_eq!(
        cited(circular),
        document(
            "Thông tri",
            "08/TT-MTTW-BTT",
            "2020-07-28",
            "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam"
        )
    );
    assert!(has(
        circular.title.as_ref(),
        "một số điều của Điều lệ MTTQ Việt Nam khóa IX, nhiệm kỳ 2019-2024"
    ));
    assert_eq!(circular.cites, std::slice::from_ref(charter));

    assert!(it.topics[4].title.contains("\"Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh\""));
    assert!(has(it.topics[4].outline.as_ref(), "vai trò của Mặt trận cơ sở"));
    assert_eq!(it.topics[5].title, "Hướng dẫn tổ chức và hoạt động của Tổ Đoàn kết ở khu dân cư");
    assert_eq!(
        it.topics[6].title,
        "Công tác góp ý xây dựng Đảng, xây dựng chính quyền thông qua hòm thư góp ý tại cơ sở"
    );
}

#[test]
fn national_conference_of_an_unknown_year() {
    let it = sample(1);
    assert_eq!(it.session.title, "Hội nghị trực tuyến toàn quốc tập huấn công tác Mặt trận");
    assert_eq!(it.session.form, SessionForm::Online);
    assert_eq!(it.session.state, SessionState::Ended);
    assert_eq!(dates(&it), "XXXX-04-03");
    assert_eq!(it.session.dates.and_then(|dates| dates.start().year()), None);
    assert_eq!(it.session.venue, None);
    assert!(has(it.session.sample_note.as_ref(), "không ghi năm"));
    assert_eq!(
        organisers(&it),
        [
            (OrganiserRole::Lead, "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
            (OrganiserRole::RemoteSite, "Ủy ban Mặt trận Tổ quốc tỉnh Hà Tĩnh"),
        ]
    );
    assert_eq!(it.clusters.len(), 1);
    assert_eq!(it.clusters[0].details.name, "Điểm cầu Hà Tĩnh");
    assert_eq!(it.clusters[0].sittings[0].date.to_string(), "XXXX-04-03");
    assert_eq!(
        audience(&it),
        [
            ("Toàn thể cán bộ công chức cơ quan Ủy ban Mặt trận Tổ quốc tỉnh", None, false),
            (
                "Các thành viên Ban Thường trực Ủy ban Mặt trận Tổ quốc các huyện, thành phố, thị xã",
                None,
                false
            ),
        ]
    );
    assert_eq!(
        guests(&it),
        [
            "ông Từ Văn Diện – Ủy viên Ban Thường vụ Tỉnh ủy | Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh",
            "ông Trần Thanh Mẫn – Phó Chủ tịch | Tổng Thư ký Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        ]
    );
    assert_eq!(part(&it, "Trần Thanh Mẫn"), Some("phát biểu kết thúc Hội nghị"));
    assert!(has(it.session.discussion.as_ref(), "công tác Mặt trận trước mắt cũng như lâu dài"));
    assert!(has(it.session.difficulties.as_ref(), "số lượng, chất lượng nguồn nhân lực"));
    assert!(has(it.session.closing.as_ref(), "tăng cường phối hợp với chính quyền, các tổ chức thành viên"));
    let news = it.session.news.expect("the source is a news item");
    assert_eq!(news.headline.as_deref(), Some("Hội nghị toàn quốc tập huấn công tác Mặt trận"));
    assert_eq!(news.author.as_deref(), Some("Đ.T"));
    assert_eq!(news.posted.as_deref(), Some("15:46 17/01/2020"));
    assert_eq!(news.captions, ["Các đại biểu tại điểm cầu Hà Tĩnh"]);
}

#[test]
fn national_conference_topics() {
    let it = sample(1);
    let [tasks, programme] = it.topics.as_slice() else { panic!("two topics") };
    assert!(tasks.title.starts_with("Năm nhóm nhiệm vụ trọng tâm") && tasks.title.ends_with("năm 2017"));
    assert_eq!(
        labels(&tasks.children),
        [Some("Một là"), Some("Hai là"), Some("Ba là"), Some("Bốn là"), Some("Năm là")]
    );
    assert!(tasks.children[0].title.ends_with("phát huy sức mạnh đại đoàn kết toàn dân tộc"));
    assert!(tasks.children[1].title.starts_with("Phát huy tinh thần sáng tạo và tự quản"));
    assert!(tasks.children[2].title.contains("giám sát và phản biện xã hội"));
    assert!(tasks.children[3].title.ends_with("hoạt động đối ngoại nhân dân"));
    assert!(tasks.children[4].title.starts_with("Hoàn thiện cơ chế, nâng cao năng lực hoạt động"));
    let members = "Các thành viên Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam".to_owned();
    assert_eq!(tasks.presenters, [Presenter::Collective(members)]);

    let chairman = Presenter::Person {
        name: "Nguyễn Thiện Nhân".to_owned(),
        titles: ["Ủy viên Bộ Chính trị", "Chủ tịch Ủy ban Trung ương MTTQ Việt Nam"]
            .map(str::to_owned)
            .to_vec(),
    };
    assert_eq!(programme.presenters, [chairman]);
    let action = &programme.cites[0];
    assert_eq!(cited(action), ("Chương trình hành động", None, None, Some("Mặt trận Tổ quốc Việt Nam")));
    let issuer = "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XII)";
    assert_eq!(cited(&action.cites[0]), ("Nghị quyết", None, None, Some(issuer)));
    assert!(has(action.cites[0].title.as_ref(), "“tự diễn biến”, “tự chuyển hóa” trong nội bộ"));

    let closing = &it.clusters[0].sittings[0].programme;
    let speech = closing.iter().find(|item| item.kind == ItemKind::Closing).expect("it was closed");
    assert!(
        matches!(&speech.presenters[..], [Presenter::Person { name, titles }] if name == "Trần Thanh Mẫn" && titles.len() == 2)
    );
}

#[test]
fn o_mon_2023() {
    let it = sample(2);
    assert_eq!(it.session.title, "Tập huấn nghiệp vụ công tác Mặt trận năm 2023");
    assert_eq!((it.session.kind, it.session.state), (SessionKind::Class, SessionState::Ended));
    assert_eq!(dates(&it), "2023-05-10/2023-05-12");
    assert!(has(it.session.time_note.as_ref(), "Khai giảng sáng ngày 10 tháng 5 năm 2023"));
    assert!(has(it.session.time_note.as_ref(), "3 ngày"));
    assert_eq!(it.session.venue.as_deref(), Some("Trung tâm Chính trị quận Ô Môn"));
    assert_eq!(it.session.area.as_deref(), Some("quận Ô Môn"));
    assert!(has(it.session.title_in_text.as_ref(), "cho cán bộ Mặt trận cơ sở trên địa bàn quận"));
    assert_eq!(
        organisers(&it),
        [
            (OrganiserRole::Lead, "Ban Thường trực Ủy ban MTTQ Việt Nam quận Ô Môn"),
            (OrganiserRole::Partner, "Trung tâm Chính trị quận Ô Môn"),
            (OrganiserRole::Certifier, "Trung tâm Chính trị quận Ô Môn"),
        ]
    );
    assert_eq!(
        audience(&it),
        [
            ("Học viên là cán bộ Mặt trận phường", Some(90), true),
            ("Học viên là Ban công tác Mặt trận trên địa bàn quận", None, false),
        ]
    );
    assert_eq!(
        guests(&it),
        [
            "ông Tống Văn Nhịn – Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Cần Thơ",
            "các đồng chí đại diện lãnh đạo các ban ngành quận Ô Môn",
            "Ban Thường trực Ủy ban MTTQ Việt Nam quận",
            "bà Nguyễn Thúy Hằng – Phó Chủ tịch Ủy ban MTTQ Việt Nam thành phố",
        ]
    );
    assert!(part(&it, "Nguyễn Thúy Hằng").is_some_and(|part| part.starts_with("báo cáo bài")));
    assert!(has(it.session.purpose.as_ref(), "những kiến thức cơ bản về lý luận chính trị"));
    assert!(has(it.session.slogan.as_ref(), "NHIỆM KỲ 2024 - 2029 TIẾN TỚI ĐẠI HỘI"));
    assert!(has(it.session.outcome.as_ref(), "góp phần xây dựng hệ thống chính trị trong sạch vững mạnh"));
    let news = it.session.news.expect("the source is a news item");
    assert_eq!(news.author.as_deref(), Some("Na Ra"));
    assert_eq!(news.captions.len(), 2);
    assert_eq!(news.captions[0], "Quang cảnh lớp tập huấn");

    assert_eq!(
        titles(&it.topics),
        [
            "Lịch sử Đảng bộ thành phố Cần Thơ (giai đoạn 1929-2010)",
            "Lịch sử Đảng bộ quận Ô Môn (giai đoạn 1975-2015)",
            "Một số vấn đề trọng tâm về công tác giám sát và phản biện xã hội của Mặt trận Tổ quốc Việt Nam các cấp",
            "Nhận diện, đấu tranh, phòng chống các quan điểm sai trái, thù địch trong tình hình mới",
            "Tăng cường sự lãnh đạo của Đảng đối với việc đổi mới nội dung và phương thức hoạt động của Mặt trận Tổ quốc và tổ chức chính trị - xã hội thành phố",
            "Triển khai chủ trương, chính sách trọng tâm của Đảng và Nhà nước đối với công tác phòng, chống tệ nạn xã hội năm 2023",
            "Phương pháp triển khai, thực hiện các cuộc vận động, phong trào thi đua của hệ thống Mặt trận Tổ quốc Việt Nam các cấp trong giai đoạn hiện nay",
            "Tuyên truyền về chính sách BHXH tự nguyện, BHYT…",
        ]
    );
    assert_eq!(it.clusters.len(), 1);
    let sittings: Vec<(String, HalfDay)> =
        it.clusters[0].sittings.iter().map(|sitting| (sitting.date.to_string(), sitting.half)).collect();
    let days = ["2023-05-10", "2023-05-11", "2023-05-12"];
    let halves = [HalfDay::Morning, HalfDay::Afternoon];
    let expected: Vec<(String, HalfDay)> =
        days.iter().flat_map(|day| halves.map(|half| ((*day).to_owned(), half))).collect();
    assert_eq!(sittings, expected);
    assert!(it.clusters[0].sittings[0].programme.iter().any(|item| item.kind == ItemKind::Opening));
}

#[test]
fn tay_ho_2019() {
    let it = sample(3);
    assert_eq!(it.session.title, "Tập huấn công tác Mặt trận năm 2019");
    assert_eq!(dates(&it), "2019-09-24");
    assert_eq!(it.session.time_note.as_deref(), Some("Sáng ngày 24/9/2019"));
    assert_eq!(it.session.venue, None, "the source does not say where");
    assert_eq!(
        organisers(&it),
        [
            (OrganiserRole::Lead, "Ban thường trực Ủy ban MTTQ Việt Nam quận Tây Hồ"),
            (OrganiserRole::Partner, "Trung tâm bồi dưỡng chính trị"),
        ]
    );
    assert_eq!(
        guests(&it),
        [
            "đồng chí Nguyễn Anh Tuấn – Phó Bí thư Thường trực Quận ủy",
            "đồng chí Nguyễn Thanh Tịnh – UVTV | Trưởng ban Tuyên giáo Quận ủy | Giám đốc Trung tâm bồi dưỡng chính trị quận",
            "đồng chí Trần Quang Đạo – UVTV Quận ủy | Chủ tịch Ủy ban MTTQ Việt Nam quận",
        ]
    );
    assert_eq!(
        audience(&it),
        [
            ("Các vị Ủy viên Ủy ban MTTQ Việt Nam quận", None, false),
            ("Ủy viên Ủy ban MTTQ Việt Nam phường", None, false),
            ("Thành viên Ban Thanh tra nhân dân các phường", None, false),
        ]
    );
    let sittings = &it.clusters[0].sittings;
    assert_eq!((sittings.len(), sittings[0].half), (1, HalfDay::Morning));
    let news = it.session.news.expect("the source is a news item");
    assert_eq!(news.author.as_deref(), Some("Hoàng Hương"));
    assert_eq!(news.source.as_deref(), Some("MTTQ quận Tây Hồ"));
    assert_eq!(news.posted.as_deref(), Some("27/09/2019 - 06:20 PM"));
    assert!(news.captions[0].ends_with("phát biểu tại lớp tập huấn"));
}

#[test]
fn tay_ho_2019_topic_of_four_levels() {
    let it = sample(3);
    let [programme] = it.topics.as_slice() else { panic!("one topic") };
    assert_eq!(levels(programme), 4);
    assert!(programme.title.ends_with("khóa VI, nhiệm kỳ 2019 – 2024"));
    assert!(
        matches!(&programme.presenters[..], [Presenter::Person { name, titles }] if name == "Nguyễn Anh Tuấn" && titles == &["Phó Bí thư Thường trực Quận ủy"])
    );
    assert_eq!(titles(&programme.children), ["Ba nhiệm vụ trọng tâm đột phá", "Năm chương trình hành động"]);

    let [staff, campaign, oversight] = programme.children[0].children.as_slice() else {
        panic!("three tasks")
    };
    assert_eq!(staff.title, "Xây dựng đội ngũ cán bộ Mặt trận các cấp quận Tây Hồ");
    assert!(has(staff.outline.as_ref(), "được nhân dân tin cậy"));
    assert!(campaign.title.contains("“Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”"));
    assert_eq!(
        titles(&campaign.children),
        [
            "“Ban công tác mặt trận với nhiệm vụ xây dựng phường văn hóa, phường đạt chuẩn văn minh đô thị”",
            "“Ngõ văn minh đô thị”",
            "“Tuyến ngõ văn minh đô thị kiểu mẫu”",
        ]
    );
    assert_eq!(campaign.children[0].label.as_deref(), Some("Trọng tâm là chuyên đề"));
    assert_eq!(
        cited(&campaign.cites[0]),
        document("Chương trình", "03-CTr/QUTH", "2015-10-12", "Quận ủy Tây Hồ")
    );
    assert!(has(campaign.cites[0].title.as_ref(), "xây dựng phường văn hóa giai đoạn 2015-2020"));
    assert_eq!(oversight.title, "Nâng cao chất lượng hiệu quả công tác giám sát và phản biện xã hội");
    assert!(has(oversight.outline.as_ref(), "quản lý thanh tra xây dựng – đô thị"));

    let five = &programme.children[1].children;
    let numbered = ["Chương trình 1", "Chương trình 2", "Chương trình 3", "Chương trình 4", "Chương trình 5"];
    assert_eq!(labels(five), numbered.map(Some));
    assert!(five[0].title.starts_with("Đẩy mạnh công tác tuyên truyền"));
    assert!(five[1].title.starts_with("Vận động nhân dân thi đua lao động sáng tạo"));
    assert!(five[2].title.ends_with("Phòng, chống tham nhũng, lãng phí, thực hành tiết kiệm"));
    assert!(five[3].title.starts_with("Tăng cường đoàn kết quốc tế"));
    assert!(five[4].title.starts_with("Tăng cường củng cố tổ chức"));
}

#[test]
fn tam_dai_2024() {
    let it = sample(4);
    assert!(it.session.title.starts_with("Bồi dưỡng, tập huấn công tác Mặt trận, công tác giám sát"));
    assert_eq!(it.session.kind, SessionKind::Conference);
    assert_eq!(dates(&it), "2024-04-23");
    assert_eq!(it.session.time_note.as_deref(), Some("Sáng ngày 23/4/2024"));
    assert_eq!(it.session.venue.as_deref(), Some("Hội trường xã Tam Đại"));
    assert_eq!(it.clusters[0].sittings[0].half, HalfDay::Morning);
    assert_eq!(organisers(&it), [(OrganiserRole::Lead, "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Đại")]);
    assert_eq!(
        titles(&it.topics),
        [
            "Bồi dưỡng, tập huấn công tác Mặt trận",
            "Công tác giám sát và phản biện xã hội",
            "Triển khai chuyên đề Chỉ thị 05 của Bộ Chính trị",
        ]
    );
    assert_eq!(cited(&it.topics[2].cites[0]), ("Chỉ thị", Some("05"), None, Some("Bộ Chính trị")));
    assert!(it.topics.iter().all(|topic| topic.presenters.is_empty()), "the source names no presenter");
    assert_eq!(
        guests(&it),
        [
            "ông Nguyễn Ngọc Tịnh – Huyện ủy viên | Phó Chủ tịch Ủy ban MTTQ Việt Nam huyện",
            "các ông, bà trong Ban Thường vụ Đảng ủy, thường trực HĐND, UBND, UBMTTQVN xã Tam Đại",
        ]
    );
    assert!(has(it.session.sample_note.as_ref(), "mất chữ sau \"Việt\""));
    assert_eq!(
        audience(&it),
        [
            ("Cán bộ Mặt trận", None, false),
            ("Cán bộ các tổ chức chính trị – xã hội từ xã đến thôn", None, false),
            ("Tổ trưởng Tổ đoàn kết trên địa bàn xã", None, false),
        ]
    );
    assert!(has(it.session.context.as_ref(), "chưa đáp ứng được yêu cầu"));
    assert!(has(it.session.context.as_ref(), "đôn đốc giải quyết kiến nghị chưa quyết liệt"));
    assert!(has(it.session.purpose.as_ref(), "nâng cao năng lực đội ngũ cán bộ Mặt trận từ xã đến thôn"));
}
