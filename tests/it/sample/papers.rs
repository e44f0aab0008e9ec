//! What the sample sessions add to the facts: timetables, letterheads, certificates.

use taphuan::domain::blueprint::Blueprint;
use taphuan::domain::organisation::Signatory;
use taphuan::domain::programme::ItemKind;
use taphuan::sample::blueprints;

fn sample(number: usize) -> Blueprint {
    blueprints().expect("the embedded samples are well formed").swap_remove(number)
}

#[test]
fn a_programme_item_of_a_topic_bears_its_title() {
    for number in 0..5 {
        let it = sample(number);
        let titles: Vec<&str> = it.topics.iter().map(|topic| topic.title.as_str()).collect();
        for cluster in &it.clusters {
            let items: Vec<_> = cluster.sittings.iter().flat_map(|sitting| &sitting.programme).collect();
            let shown: Vec<&str> = items
                .iter()
                .filter(|item| item.kind == ItemKind::Topic)
                .map(|item| item.title.as_str())
                .collect();
            assert_eq!(shown, titles, "{} of sample {number}", cluster.details.name);
        }
    }
}

#[test]
fn a_sitting_lasts_as_long_as_its_items() {
    let minutes = |clock: &str| -> u32 {
        let (hours, minutes) = clock.split_once(':').expect("hh:mm");
        hours.parse::<u32>().expect("hours") * 60 + minutes.parse::<u32>().expect("minutes")
    };
    for number in [0, 2] {
        for sitting in sample(number).clusters.iter().flat_map(|cluster| &cluster.sittings) {
            let planned: u32 = sitting.programme.iter().filter_map(|item| item.minutes).sum();
            let starts = minutes(sitting.starts.as_deref().expect("planned"));
            let ends = minutes(sitting.ends.as_deref().expect("planned"));
            assert_eq!(starts + planned, ends, "{:?} {} of sample {number}", sitting.half, sitting.date);
        }
    }
}

#[test]
fn papers_have_a_letterhead_and_no_real_person_signs() {
    let real = ["Từ Văn Diện", "Trần Quang Đạo", "Nguyễn Ngọc Tịnh", "Tống Văn Nhịn"];
    for number in 0..5 {
        let it = sample(number);
        let head = &it.organisation.letterhead;
        assert_eq!(head.superior.len(), 1);
        assert_eq!(head.issuer.last().map(String::as_str), Some("BAN THƯỜNG TRỰC"));
        assert!(head.place.is_some());
        let certifier = it.certificates.as_ref().map(|plan| &plan.signatory);
        let signatories: Vec<&Signatory> = it.organisation.signatories.iter().chain(certifier).collect();
        for one in signatories {
            assert!(one.name.is_empty() || one.name == "Nguyễn Văn A", "{}", one.name);
            assert!(!real.contains(&one.name.as_str()));
        }
        let note = it.session.sample_note.expect("each sample says what is invented");
        assert!(note.contains("do chương trình đặt ra, không có trong bản tin"), "{note}");
    }
}

#[test]
fn certificates_of_two_sessions() {
    for number in [1, 3, 4] {
        assert!(sample(number).certificates.is_none());
    }
    let district = sample(0).certificates.expect("it gives certificates");
    assert_eq!(district.book, "Sổ cấp giấy chứng nhận năm 2020");
    assert_eq!(district.pattern, "{so}/CN-MTTQ");
    assert_eq!((district.place.as_str(), district.date.to_string().as_str()), ("Phú Ninh", "2020-10-09"));
    assert!(district.issue_to_all);
    let centre = sample(2).certificates.expect("it gives certificates");
    assert_eq!(centre.signatory.title, "GIÁM ĐỐC");
    let heading = centre.letterhead.as_ref().expect("the centre's own heading, not the organiser's");
    assert_eq!(heading.issuer, ["TRUNG TÂM CHÍNH TRỊ", "QUẬN Ô MÔN"]);
    for plan in [district, centre] {
        let words = plan.template.words().expect("the form of before");
        let words = [words.before_name.clone(), words.after_name.join(" ")].join(" ");
        for place in words.split("{{").skip(1) {
            let (name, _) = place.split_once("}}").expect("closed");
            let known = ["Họ và tên", "Chức vụ", "Đơn vị", "Năm sinh", "Lớp", "Thời gian", "Ông/Bà"];
            assert!(known.contains(&name), "{name}");
        }
    }
}
