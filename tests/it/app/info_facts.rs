//! The facts of the five conferences, one by one, as Thông tin shows them: every
//! date, organiser, group, guest with all titles, and cluster.

use crate::support::window::Window;
use iced_test::Simulator;
use taphuan::app::Message;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::guest::Guest;
use taphuan::domain::session::OrganiserRole;
use taphuan::sample::blueprints;
use taphuan::store::Operation;
use taphuan::vietnamese::date::{short, span_short};

/// The sample of that title on the tab Thông tin, all of it in view.
fn open(title: &str) -> (Window, Dossier) {
    let mut window = Window::open(|store| {
        let operation = Operation::new(taphuan::sentence::Sentence::new("operation-sample"));
        store.plant(operation, blueprints().expect("samples")).wait().expect("planted");
    });
    window.size.1 = 5000.0;
    window.click("Lớp tập huấn");
    window.click(title);
    window.click("Thông tin");
    let store = window.store();
    let all = store.sessions().wait().expect("sessions");
    let id = all.iter().find(|one| one.title == title).expect(title).id;
    let dossier = store.dossier(id).wait().expect("dossier");
    drop(store);
    (window, dossier)
}

fn role(role: OrganiserRole) -> &'static str {
    match role {
        OrganiserRole::Lead => "Chủ trì",
        OrganiserRole::Partner => "Phối hợp",
        OrganiserRole::RemoteSite => "Điểm cầu",
        OrganiserRole::Certifier => "Cấp chứng nhận",
    }
}

fn shows(ui: &mut Simulator<'_, Message>, words: &str) {
    assert!(ui.find(words).is_ok(), "{words:?} is not in view");
}

/// Everything the session holds of when, where and who stands on the page.
fn all_is_shown(window: &Window, dossier: &Dossier) {
    let view = window.app.view();
    let settings = crate::support::window::settings();
    let mut ui = Simulator::with_size(settings, window.size, view);
    let details = &dossier.session.details;
    shows(&mut ui, &details.title);
    if let Some(dates) = details.dates {
        shows(&mut ui, &short(dates.start()));
        if !dates.is_single() {
            shows(&mut ui, &short(dates.end()));
        }
    }
    let texts = [&details.title_in_text, &details.time_note, &details.venue, &details.area];
    for text in texts.into_iter().flatten() {
        shows(&mut ui, text);
    }
    let long = [
        ("purpose", &details.purpose),
        ("context", &details.context),
        ("reason", &details.reason),
        ("slogan", &details.slogan),
        ("discussion", &details.discussion),
        ("difficulties", &details.difficulties),
        ("closing", &details.closing),
        ("outcome", &details.outcome),
    ];
    for (name, text) in long {
        // The purpose always has its place; the others only when there is something to read.
        let stands = ui.find(iced_test::selector::id(name)).is_ok();
        assert_eq!(stands, text.is_some() || name == "purpose", "{name}");
    }
    if let Some(news) = &details.news {
        for fact in [&news.headline, &news.author, &news.source, &news.posted].into_iter().flatten() {
            shows(&mut ui, fact);
        }
    }
    for organiser in &dossier.organisers {
        shows(&mut ui, &organiser.name);
        shows(&mut ui, role(organiser.role));
    }
    for group in &dossier.audience {
        shows(&mut ui, &group.label);
        match (group.count, group.approximate, group.total) {
            (Some(count), false, true) => shows(&mut ui, &format!("tổng {count} người")),
            (Some(count), false, false) => shows(&mut ui, &format!("{count} người")),
            (Some(count), true, _) => shows(&mut ui, &format!("khoảng {count} người")),
            (None, ..) => {}
        }
    }
    for guest in &dossier.guests {
        match guest {
            Guest::Group { label } => shows(&mut ui, label),
            Guest::Person { honorific, name, titles, part } => {
                let called = honorific.iter().map(|word| format!("{word} ")).collect::<String>() + name;
                shows(&mut ui, &called);
                if !titles.is_empty() {
                    shows(&mut ui, &titles.join(", "));
                }
                if let Some(part) = part {
                    shows(&mut ui, part);
                }
            }
        }
    }
    for cluster in &dossier.clusters {
        let name = &cluster.details.name;
        let line = match &cluster.details.venue {
            Some(venue) => format!("{name} · {venue}"),
            None => name.clone(),
        };
        shows(&mut ui, &line);
    }
}

#[test]
fn district_2020() {
    let (window, it) = open("Tập huấn công tác Mặt trận cơ sở năm 2020");
    all_is_shown(&window, &it);
    for fact in [
        "25/9/2020",
        "07/10/2020",
        "Võ Phượng",
        "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh",
        "tổng 433 người",
        "Trưởng ban Công tác Mặt trận các khu dân cư",
        "Tổ trưởng Tổ đoàn kết các khu dân cư",
        "Nhà văn hóa các xã, thị trấn",
        "Triệu tập 433 người · trong danh sách 433",
    ] {
        assert!(window.shows(fact), "{fact}");
    }
    assert_eq!(it.clusters.len(), 5);
    let days: Vec<String> = it.clusters.iter().filter_map(|one| one.details.dates.map(span_short)).collect();
    assert_eq!(days.len(), 5, "each cluster has its days");
}

#[test]
fn nationwide_online() {
    let title = "Hội nghị trực tuyến toàn quốc";
    let all = blueprints().expect("samples");
    let title =
        all.iter().map(|one| one.session.title.clone()).find(|one| one.starts_with(title)).expect(title);
    let (window, it) = open(&title);
    all_is_shown(&window, &it);
    for fact in ["03/4", "Điểm cầu", "Trực tuyến", "Thêm điểm cầu"] {
        assert!(window.shows(fact), "{fact}");
    }
    let named =
        |who: &str| it.guests.iter().any(|guest| matches!(guest, Guest::Person { name, .. } if name == who));
    assert!(named("Từ Văn Diện") && named("Trần Thanh Mẫn"));
}

#[test]
fn o_mon_2023() {
    let (window, it) = open("Tập huấn nghiệp vụ công tác Mặt trận năm 2023");
    all_is_shown(&window, &it);
    for fact in ["10/5/2023", "12/5/2023", "Trung tâm Chính trị quận Ô Môn", "ông Tống Văn Nhịn", "Phối hợp"]
    {
        assert!(window.shows(fact), "{fact}");
    }
}

#[test]
fn tay_ho_2019() {
    let (window, it) = open("Tập huấn công tác Mặt trận năm 2019");
    all_is_shown(&window, &it);
    for fact in [
        "24/9/2019",
        "đồng chí Nguyễn Anh Tuấn",
        "đồng chí Nguyễn Thanh Tịnh",
        "UVTV, Trưởng ban Tuyên giáo Quận ủy, Giám đốc Trung tâm bồi dưỡng chính trị quận",
        "đồng chí Trần Quang Đạo",
        "Thành viên Ban Thanh tra nhân dân các phường",
    ] {
        assert!(window.shows(fact), "{fact}");
    }
    assert_eq!((it.guests.len(), it.audience.len()), (3, 3));
}

#[test]
fn tam_dai_2024() {
    let all = blueprints().expect("samples");
    let (window, it) = open(&all[4].session.title);
    all_is_shown(&window, &it);
    for fact in ["23/4/2024", "Hội trường xã Tam Đại", "ông Nguyễn Ngọc Tịnh"] {
        assert!(window.shows(fact), "{fact}");
    }
}
