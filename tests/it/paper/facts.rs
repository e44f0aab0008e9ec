//! The facts of the five conferences, one by one, as their papers say them. What
//! only a report tells afterwards (who wrote the news item, the outcome, what was
//! said) is none of these papers' business.

use crate::support::store::step;
use crate::support::words::{inside_margins, pages, plain, words};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::topic::Topic;
use taphuan::paper::invitation::Addressees;
use taphuan::paper::{Options, PaperKind};
use taphuan::sample::blueprints;
use taphuan::store::Store;

/// The five sample sessions as the papers get them.
fn samples() -> Vec<Dossier> {
    let folder = tempfile::tempdir().expect("folder");
    let store = Store::create(&folder.path().join("mẫu.taphuan")).expect("create");
    let ids = store.plant(step("sample"), blueprints().expect("samples")).wait().expect("planted");
    ids.into_iter().map(|id| store.dossier(id).wait().expect("dossier")).collect()
}

fn said(kind: PaperKind, dossier: &Dossier) -> String {
    let mut options = Options::default();
    options.invitation.look.to = Addressees::All;
    let pages = pages(kind, dossier, &options);
    inside_margins(&pages);
    words(&pages)
}

fn holds(paper: &str, facts: &[&str]) {
    for fact in facts {
        assert!(whole(paper).contains(&whole(fact)), "{fact:?} is not said in {paper}");
    }
}

/// Words in which no line ends behind a hyphen: the symbol of a document may go on in the next one.
fn whole(text: &str) -> String {
    text.replace("- ", "-")
}

#[test]
fn district_2020() {
    let it = samples().swap_remove(0);
    holds(
        &said(PaperKind::Plan, &it),
        &[
            "Tổ chức Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020",
            "từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020",
            "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh: chủ trì",
            "Tổng số: 433 người",
            "Ban Thường trực Ủy ban MTTQ Việt Nam các xã, thị trấn",
            "Trưởng ban Công tác Mặt trận các khu dân cư",
            "Tổ trưởng Tổ đoàn kết các khu dân cư",
            "hội nghị tập huấn chia 05 cụm, tổ chức tại Nhà văn hóa các xã, thị trấn",
            "phòng, chống dịch Covid-19",
            "Báo cáo viên: Đại diện Lãnh đạo Ban Thường trực Ủy ban MTTQ Việt Nam huyện",
            "a) Thông báo kết quả Đại hội.",
            "Nghị quyết Đại hội Đảng bộ huyện lần thứ XXI, nhiệm kỳ 2020-2025",
            "Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Chấp hành Trung ương Đảng",
            "Thông báo Kết luận số 160-TB/TW ngày 15/01/2020 của Bộ Chính trị",
            "Kết luận số 62-KL/TW, ngày 08/12/2009 của Bộ Chính trị",
            "Điều lệ MTTQ Việt Nam khóa IX; Thông tri số 08/TT-MTTW-BTT, ngày 28/7/2020 của Ban Thường trực Ủy \
             ban Trung ương MTTQ Việt Nam",
            "một số điều của Điều lệ MTTQ Việt Nam khóa IX, nhiệm kỳ 2019-2024",
            "“Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”",
            "Hướng dẫn tổ chức và hoạt động của Tổ Đoàn kết ở khu dân cư",
            "thông qua hòm thư góp ý tại cơ sở",
            "Cụm 5",
        ],
    );
    holds(
        &said(PaperKind::Programme, &it),
        &["07h30 – 08h00", "Trao đổi kinh nghiệm, kiến nghị đề xuất, giải đáp thắc mắc", "Cụm 5"],
    );
    holds(
        &said(PaperKind::Invitations, &it),
        &["Tổ trưởng Tổ đoàn kết các khu dân cư.", "Nhà văn hóa xã Tam Vinh"],
    );
}

#[test]
fn online_conference_whose_year_nobody_knows() {
    let it = samples().swap_remove(1);
    let plan = said(PaperKind::Plan, &it);
    holds(
        &plan,
        &[
            "Tham gia Hội nghị trực tuyến toàn quốc tập huấn công tác Mặt trận",
            "sáng ngày 03 tháng 4.",
            "Hình thức: trực tuyến.",
            "do Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam tổ chức",
            "Ủy ban Mặt trận Tổ quốc tỉnh Hà Tĩnh: phụ trách điểm cầu",
            "Điểm cầu Hà Tĩnh",
            "Toàn thể cán bộ công chức cơ quan Ủy ban Mặt trận Tổ quốc tỉnh",
            "Các thành viên Ban Thường trực Ủy ban Mặt trận Tổ quốc các huyện, thành phố, thị xã",
            "Ông Từ Văn Diện, Ủy viên Ban Thường vụ Tỉnh ủy, Chủ tịch Ủy ban Mặt trận Tổ quốc tỉnh: dự tại điểm \
             cầu Hà Tĩnh",
            "Ông Trần Thanh Mẫn, Phó Chủ tịch, Tổng Thư ký Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam: phát biểu \
             kết thúc Hội nghị",
            "Năm nhóm nhiệm vụ",
            "Một là: ",
            "Hai là: ",
            "Ba là: ",
            "Bốn là: ",
            "Năm là: ",
            "Báo cáo viên: Các thành viên Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
            "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng (khóa XII)",
            "Báo cáo viên: Đồng chí Nguyễn Thiện Nhân, Ủy viên Bộ Chính trị, Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
        ],
    );
    let when = plan.find("THỜI GIAN, ĐỊA ĐIỂM").expect("the part");
    assert!(!plan[when..].contains("năm 20"), "no year is invented");
    holds(
        &said(PaperKind::Programme, &it),
        &["Sáng ngày 03/4", "Trao đổi, thảo luận", "Phát biểu kết thúc Hội nghị"],
    );
}

#[test]
fn three_days_of_2023() {
    let it = samples().swap_remove(2);
    holds(
        &said(PaperKind::Plan, &it),
        &[
            "từ ngày 10 đến ngày 12 tháng 5 năm 2023 (03 ngày), bắt đầu lúc 07 giờ 00 phút, sáng ngày 10 tháng 5 \
             năm 2023",
            "Địa điểm: Trung tâm Chính trị quận Ô Môn.",
            "Ban Thường trực Ủy ban MTTQ Việt Nam quận Ô Môn phối hợp với Trung tâm Chính trị quận Ô Môn",
            "Ông Tống Văn Nhịn, Phó Chủ tịch Ủy ban Mặt trận Tổ quốc Việt Nam thành phố Cần Thơ",
            "đại diện lãnh đạo các ban ngành quận Ô Môn",
            "Ban Thường trực Ủy ban MTTQ Việt Nam quận",
            "Tổng số: 90 người.",
            "Học viên là cán bộ Mặt trận phường",
            "Học viên là Ban công tác Mặt trận trên địa bàn quận",
            "Bà Nguyễn Thúy Hằng, Phó Chủ tịch Ủy ban MTTQ Việt Nam thành phố: báo cáo bài",
            "Lịch sử Đảng bộ thành phố Cần Thơ (giai đoạn 1929-2010)",
            "Lịch sử Đảng bộ quận Ô Môn (giai đoạn 1975-2015)",
            "giám sát và phản biện xã hội",
            "quan điểm sai trái, thù địch",
            "Tăng cường sự lãnh đạo của Đảng",
            "phòng, chống tệ nạn xã hội năm 2023",
            "các cuộc vận động, phong trào thi đua",
            "BHXH tự nguyện, BHYT…",
            "THI ĐUA LẬP THÀNH TÍCH",
        ],
    );
    holds(
        &said(PaperKind::Programme, &it),
        &["Lễ khai giảng lớp tập huấn", "Sáng ngày 10/5/2023", "Chiều ngày 12/5/2023", "Bế giảng"],
    );
}

#[test]
fn one_morning_of_2019() {
    let it = samples().swap_remove(3);
    let plan = said(PaperKind::Plan, &it);
    holds(
        &plan,
        &[
            "Thời gian: sáng ngày 24 tháng 9 năm 2019",
            "Ủy ban MTTQ Việt Nam quận Tây Hồ phối hợp với Trung tâm bồi dưỡng chính trị",
            "Đồng chí Nguyễn Anh Tuấn, Phó Bí thư Thường trực Quận ủy",
            "Đồng chí Nguyễn Thanh Tịnh, UVTV, Trưởng ban Tuyên giáo Quận ủy, Giám đốc Trung tâm bồi dưỡng chính \
             trị quận",
            "Đồng chí Trần Quang Đạo, UVTV Quận ủy, Chủ tịch Ủy ban MTTQ Việt Nam quận",
            "Các vị Ủy viên Ủy ban MTTQ Việt Nam quận",
            "Ủy viên Ủy ban MTTQ Việt Nam phường",
            "Thành viên Ban Thanh tra nhân dân các phường",
            "khóa VI, nhiệm kỳ 2019 – 2024",
            "a) Ba nhiệm vụ trọng tâm đột phá:",
            "b) Năm chương trình hành động:",
            "Chương trình 03-CTr/QUTH ngày 12/10/2015 của Quận ủy Tây Hồ",
            "+ Trọng tâm là chuyên đề: “Ban công tác mặt trận với nhiệm vụ xây dựng phường văn hóa",
            "“Ngõ văn minh đô thị”",
            "“Tuyến ngõ văn minh đô thị kiểu mẫu”",
            "Chương trình 5: ",
            "Báo cáo viên: Đồng chí Nguyễn Anh Tuấn, Phó Bí thư Thường trực Quận ủy",
        ],
    );
    assert!(plan.contains("Địa điểm: ......"), "no place is invented: it is dotted");
}

#[test]
fn one_morning_of_a_commune() {
    let it = samples().swap_remove(4);
    holds(
        &said(PaperKind::Plan, &it),
        &[
            "bồi dưỡng, tập huấn công tác Mặt trận, công tác giám sát và phản biện xã hội; triển khai chuyên đề \
             Chỉ thị 05 của Bộ Chính trị",
            "sáng ngày 23 tháng 4 năm 2024",
            "Địa điểm: Hội trường xã Tam Đại.",
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã Tam Đại: chủ trì.",
            "Ông Nguyễn Ngọc Tịnh, Huyện ủy viên, Phó Chủ tịch Ủy ban MTTQ Việt Nam huyện",
            "Các ông, bà trong Ban Thường vụ Đảng ủy, thường trực HĐND, UBND, UBMTTQVN xã Tam Đại",
            "Cán bộ Mặt trận",
            "Cán bộ các tổ chức chính trị – xã hội từ xã đến thôn",
            "Tổ trưởng Tổ đoàn kết trên địa bàn xã",
            "chất lượng, hiệu quả công tác giám sát, phản biện xã hội chưa đáp ứng được yêu cầu",
            "I. MỤC ĐÍCH, YÊU CẦU Để tiếp tục phát huy vai trò",
        ],
    );
}

/// The words of topics at every depth.
fn topic_words(topics: &[Topic], into: &mut Vec<String>) {
    for topic in topics {
        into.push(topic.title.clone());
        into.extend(topic.label.clone());
        into.extend(topic.outline.clone());
        topic_words(&topic.children, into);
    }
}

#[test]
fn every_plan_says_all_that_the_data_say_beforehand() {
    for it in samples() {
        let plan = said(PaperKind::Plan, &it);
        let mut facts = Vec::new();
        topic_words(&it.topics, &mut facts);
        facts.extend(it.organisers.iter().map(|one| one.name.clone()));
        facts.extend(it.audience.iter().map(|one| one.label.clone()));
        for guest in &it.guests {
            match guest {
                // A group begins with a capital on paper.
                Guest::Group { label } => facts.push(label.chars().skip(1).collect()),
                Guest::Person { name, titles, part, .. } => {
                    facts.push(name.clone());
                    facts.extend(titles.iter().cloned());
                    facts.extend(part.clone());
                }
            }
        }
        let details = &it.session.details;
        facts.extend(
            [&details.context, &details.purpose, &details.reason, &details.slogan]
                .into_iter()
                .flatten()
                .cloned(),
        );
        for cluster in it.clusters.iter().filter(|_| it.clusters.len() > 1) {
            facts.push(cluster.details.name.clone());
            facts.extend(cluster.details.venue.clone());
            facts.extend(cluster.details.serves.iter().map(|unit| unit.chars().skip(1).collect::<String>()));
        }
        for fact in facts {
            // Straight quotation marks become those of print.
            let fact = plain(fact.trim_end_matches(['.', ';'])).replace(" \"", " “").replace('"', "”");
            assert!(
                whole(&plan).contains(&whole(&fact)),
                "{}: {fact:?} is not said in {plan}",
                details.title
            );
        }
    }
}
