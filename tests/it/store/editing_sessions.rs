//! Sessions, clusters, sittings and settings as the window edits them.

use crate::support::editing::StoreBench;
use crate::support::store::{becomes, person, small_session, step};
use taphuan::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::guest::Guest;
use taphuan::domain::id::ClusterId;
use taphuan::domain::mistake::Mistake;
use taphuan::domain::organisation::OrganisationDetails;
use taphuan::domain::picture::Picture;
use taphuan::domain::programme::{ItemKind, ProgrammeItem};
use taphuan::domain::session::{
    AudienceGroup, CopyOf, Organiser, OrganiserRole, SessionDetails, SessionState,
};
use taphuan::locale::{Language, Locale};
use taphuan::sample;

fn titled(title: &str) -> SessionDetails {
    SessionDetails { title: title.into(), ..SessionDetails::default() }
}

fn cluster(name: &str) -> ClusterDetails {
    ClusterDetails { name: name.into(), ..ClusterDetails::default() }
}

fn date(text: &str) -> FuzzyDate {
    text.parse().expect(text)
}

fn sitting(day: &str, half: HalfDay) -> SittingDetails {
    SittingDetails { date: date(day), half, starts: None, ends: None, programme: Vec::new() }
}

/// Numbers and names of the clusters.
fn clusters(bench: &StoreBench) -> Vec<(u32, String)> {
    bench.dossier().clusters.into_iter().map(|cluster| (cluster.number, cluster.details.name)).collect()
}

fn cluster_id(bench: &StoreBench, number: u32) -> ClusterId {
    bench.dossier().clusters.into_iter().find(|cluster| cluster.number == number).expect("cluster").id
}

#[test]
fn a_session_is_made_edited_and_deleted() {
    let bench = StoreBench::new();
    assert_eq!(bench.refused(|store| store.create_session(titled("  "), None)), Mistake::NoTitle);

    let organisation = bench.store.organisations().wait().expect("organisations")[0].id;
    let id = bench.take(|store| store.create_session(titled(" Lớp  mới "), Some(organisation)));
    let summary = bench.summary(id);
    assert_eq!((summary.title.as_str(), summary.delegates, summary.is_sample), ("Lớp mới", 0, false));
    assert_eq!(bench.store.session_organisation(id).wait().expect("organisation"), Some(organisation));

    let venue = |venue: &str| SessionDetails { venue: Some(venue.into()), ..titled("Lớp mới") };
    bench.take(|store| store.edit_session(id, "venue", becomes(venue("Hội trường"))));
    let read = bench.store.dossier(id).wait().expect("dossier").session.details;
    assert_eq!(read.venue.as_deref(), Some("Hội trường"));
    assert_eq!(bench.refused(|store| store.edit_session(id, "title", becomes(titled("")))), Mistake::NoTitle);

    bench.take(|store| store.delete_session(id));
    bench.store.dossier(id).wait().expect_err("it is gone");
}

#[test]
fn typing_in_one_field_is_one_step_and_the_next_field_another() {
    let bench = StoreBench::new();
    let edit = |title: &str, venue: Option<&str>, field: &str| {
        let details = SessionDetails { venue: venue.map(str::to_owned), ..titled(title) };
        bench.store.edit_session(bench.session, field, becomes(details)).wait().expect("edit");
    };
    edit("Tập", None, "title");
    edit("Tập huấn mới", None, "title");
    edit("Tập huấn mới", Some("Nhà văn hóa"), "venue");
    edit("Tập huấn mới", Some("Nhà văn hóa"), "venue");
    let locale = Locale::new(Language::Vietnamese);
    let undo = || locale.say(&bench.undo());
    assert_eq!(undo(), "Sửa địa điểm của lớp “Tập huấn mới”");
    assert_eq!(bench.dossier().session.details, titled("Tập huấn mới"));
    assert_eq!(undo(), "Sửa tên của lớp “Tập huấn thử”");
    assert_eq!(bench.dossier().session.details.title, "Tập huấn thử");
    assert_eq!(undo(), "plant", "edits that change nothing are no steps");
}

#[test]
fn a_sample_with_certificates_is_deleted_and_comes_back() {
    let bench = StoreBench::new();
    let mut session = small_session();
    session.session.sample_note = Some("Đại biểu là bịa.".into());
    let planted = bench.store.plant(step("plant"), vec![session]).wait().expect("plant")[0];
    let count = || bench.store.dossier(planted).wait().expect("dossier").certificates.len();
    assert_eq!(count(), 3);
    bench.take(|store| store.delete_session(planted));
    let people = || bench.store.search("").wait().expect("people").len();
    assert_eq!(people(), 3, "who is invented goes along");
    bench.undo();
    assert_eq!(people(), 6);
    assert_eq!(count(), 3);
    assert!(bench.store.check().wait().expect("check").is_sound());
}

#[test]
fn the_samples_go_with_their_people_and_nothing_else_does() {
    let bench = StoreBench::new();
    let before = bench.dump();
    let samples = sample::blueprints().expect("samples");
    let sessions = samples.len();
    let people: usize = samples
        .iter()
        .map(|one| one.delegates.len() + one.clusters.iter().map(|c| c.delegates.len()).sum::<usize>())
        .sum();
    bench.store.plant(step("sample"), samples).wait().expect("plant");
    let removed = bench.take(|store| store.remove_samples());
    assert_eq!((removed.sessions, removed.people), (sessions, people));
    let after = bench.dump();
    let left: Vec<&String> = after.iter().filter(|row| !before.contains(row)).collect();
    assert!(left.iter().all(|row| row.starts_with("unit ")), "{left:#?}");
    assert!(before.iter().all(|row| after.contains(row)));

    let again = bench.store.remove_samples().wait().expect("nothing to remove");
    assert_eq!(again.sessions, 0);
}

#[test]
fn next_years_session_is_made_from_this_years() {
    let bench = StoreBench::new();
    let mut details = titled("Tập huấn thử");
    details.dates = "2020-09-25/2020-09-26".parse().ok();
    details.outcome = Some("Tốt".into());
    details.purpose = Some("Nâng cao".into());
    bench.store.edit_session(bench.session, "dates", becomes(details)).wait().expect("edit");
    let first = cluster_id(&bench, 1);
    let opening = ProgrammeItem {
        kind: ItemKind::Opening,
        title: "Khai mạc".into(),
        minutes: None,
        presenters: Vec::new(),
    };
    let morning = SittingDetails { programme: vec![opening], ..sitting("2020-09-26", HalfDay::Morning) };
    bench.store.add_sitting(first, morning).wait().expect("sitting");
    bench.store.end_session(bench.session).wait().expect("end");
    let promoted = |position: &str| {
        let mut details = person("Lê Thị An", 1975, "Xã Tam Đại");
        details.position = Some(position.into());
        details
    };
    let an = bench.delegate("Lê Thị An").person;
    bench.store.edit_person(an, "position", becomes(promoted("Chủ tịch"))).wait().expect("promote");

    let choice = CopyOf {
        title: "Tập huấn 2021".into(),
        starts: Some(date("2021-09-27")),
        programme: true,
        clusters: true,
        delegates: true,
        guests: true,
    };
    let report = bench.store.copy_report(bench.session, choice.clone()).wait().expect("report");
    assert_eq!(report.new_dates, "2021-09-27/2021-09-28".parse().ok());
    assert_eq!((report.clusters, report.sittings, report.items, report.delegates), (2, 1, 1, 3));
    assert_eq!(report.gone, Vec::<String>::new());
    let [changed] = &report.changed[..] else { panic!("one changed: {:?}", report.changed) };
    assert_eq!((changed.name.as_str(), changed.after.as_str()), ("Lê Thị An", "Chủ tịch, Xã Tam Đại"));

    let copy = bench.take(|store| store.copy_session(bench.session, choice.clone()));
    let dossier = bench.store.dossier(copy).wait().expect("copy");
    let details = &dossier.session.details;
    assert_eq!((details.title.as_str(), details.state), ("Tập huấn 2021", SessionState::Preparing));
    assert_eq!(details.dates, "2021-09-27/2021-09-28".parse().ok());
    assert_eq!((details.purpose.as_deref(), details.outcome.as_deref()), (Some("Nâng cao"), None));
    let sitting = &dossier.clusters[0].sittings[0];
    assert_eq!((sitting.date, sitting.items.len()), (date("2021-09-28"), 1));
    assert_eq!(dossier.delegates.len(), 3);
    assert!(dossier.delegates.iter().all(|one| one.cluster.is_some()));
    let copied = dossier.delegates.iter().find(|one| one.person == an).expect("An");
    assert_eq!(copied.details.position.as_deref(), Some("Chủ tịch"), "as the registry has her now");

    let bare = CopyOf { title: "Khác".into(), ..CopyOf::default() };
    let bare = bench.take(|store| store.copy_session(bench.session, bare));
    let dossier = bench.store.dossier(bare).wait().expect("copy");
    assert_eq!(dossier.session.details.dates, None);
    assert!(dossier.clusters.is_empty() && dossier.delegates.is_empty());
    assert_eq!(dossier.letterhead, bench.dossier().letterhead);
}

#[test]
fn clusters_are_added_edited_ordered_and_deleted() {
    let bench = StoreBench::new();
    bench.take(|store| store.add_cluster(bench.session, cluster("")));
    assert_eq!(clusters(&bench)[2], (3, "Cụm 3".into()));
    let hall = ClusterDetails {
        venue: Some("Nhà văn hóa".into()),
        capacity: Some(90),
        serves: vec!["Xã Tam Lộc".into()],
        ..cluster("Cụm 3")
    };
    let third = cluster_id(&bench, 3);
    bench.take(|store| store.edit_cluster(third, "venue", becomes(hall.clone())));
    assert_eq!(bench.dossier().clusters[2].details, hall);
    let no_seats = ClusterDetails { capacity: Some(0), ..hall };
    assert_eq!(
        bench.refused(|store| store.edit_cluster(third, "capacity", becomes(no_seats))),
        Mistake::NoSeats
    );
    assert_eq!(
        bench.refused(|store| store.edit_cluster(third, "name", becomes(cluster(" ")))),
        Mistake::NoClusterName
    );

    bench.take(|store| store.reorder_clusters(bench.session, vec![third]));
    assert_eq!(bench.dossier().clusters[0].id, third);
    let names = [(1, "Cụm 1".into()), (2, "Cụm 2".into()), (3, "Cụm 3".into())];
    assert_eq!(clusters(&bench), names, "names that are only numbers follow the order");

    let of_an = bench.delegate("Lê Thị An").cluster.expect("a cluster");
    bench.take(|store| store.delete_cluster(of_an));
    assert_eq!(bench.delegate("Lê Thị An").cluster, None);
    assert_eq!(clusters(&bench), [(1, "Cụm 1".into()), (3, "Cụm 3".into())], "the others keep their numbers");
    assert_eq!(bench.refused(|store| store.delete_cluster(of_an)), Mistake::UnknownCluster);
}

#[test]
fn sittings_stand_in_order_of_time() {
    let bench = StoreBench::new();
    let first = cluster_id(&bench, 1);
    let second = bench.take(|store| store.add_sitting(first, sitting("2020-09-26", HalfDay::Morning)));
    bench.take(|store| store.add_sitting(first, sitting("2020-09-25", HalfDay::Afternoon)));
    let days = || -> Vec<(String, HalfDay)> {
        let sittings = bench.dossier().clusters[0].sittings.clone();
        sittings.iter().map(|one| (one.date.to_string(), one.half)).collect()
    };
    let afternoon = ("2020-09-25".to_owned(), HalfDay::Afternoon);
    assert_eq!(days(), [afternoon.clone(), ("2020-09-26".into(), HalfDay::Morning)]);

    let earlier = SittingDetails { starts: Some("7h30".into()), ..sitting("2020-09-24", HalfDay::Morning) };
    bench.take(|store| store.edit_sitting(second, "date", becomes(earlier)));
    assert_eq!(days(), [("2020-09-24".into(), HalfDay::Morning), afternoon.clone()]);
    assert_eq!(bench.dossier().clusters[0].sittings[0].starts, "07:30".parse().ok());
    let wrong = SittingDetails { starts: Some("sáng".into()), ..sitting("2020-09-24", HalfDay::Morning) };
    let refused = bench.refused(|store| store.edit_sitting(second, "starts", becomes(wrong)));
    assert_eq!(refused, Mistake::Time("sáng".into()));

    bench.take(|store| store.delete_sitting(second));
    assert_eq!(days(), [afternoon]);
    assert_eq!(bench.refused(|store| store.delete_sitting(second)), Mistake::UnknownSitting);
}

#[test]
fn sittings_are_made_from_the_dates_in_one_step() {
    let bench = StoreBench::new();
    let (first, second) = (cluster_id(&bench, 1), cluster_id(&bench, 2));
    let halves = vec![HalfDay::Morning, HalfDay::Afternoon];
    let refused = bench.refused(|store| store.make_sittings(vec![first], halves.clone()));
    assert_eq!(refused, Mistake::NoDays("Cụm 1".into()));

    let dates = |dates: &str| SessionDetails { dates: dates.parse().ok(), ..titled("Tập huấn thử") };
    let set = |span: &str| {
        bench.store.edit_session(bench.session, "dates", becomes(dates(span))).wait().expect("dates")
    };
    set("2020-09-25/2021-09-25");
    let refused = bench.refused(|store| store.make_sittings(vec![first], halves.clone()));
    assert!(matches!(refused, Mistake::TooManyDays { .. }));
    set("2020-09-25/2020-09-27");
    let own = ClusterDetails { dates: "2020-10-01".parse().ok(), ..cluster("Cụm 2") };
    bench.store.edit_cluster(second, "dates", becomes(own)).wait().expect("dates");
    bench.store.add_sitting(first, sitting("2020-09-26", HalfDay::Morning)).wait().expect("one by hand");

    let made = bench.take(|store| store.make_sittings(vec![first, second], halves.clone()));
    assert_eq!(made, 5 + 2);
    let made: Vec<usize> = bench.dossier().clusters.iter().map(|cluster| cluster.sittings.len()).collect();
    assert_eq!(made, [6, 2]);
    let days: Vec<_> = bench.dossier().clusters[0].sittings.iter().map(|one| one.date.sort_key()).collect();
    assert!(days.is_sorted());
}

#[test]
fn organisations_and_settings() {
    let bench = StoreBench::new();
    let mut details = bench.store.organisations().wait().expect("all").remove(0).details;
    details.name = "Ủy ban MTTQ Việt Nam xã Phú Ninh".into();
    details.short_name = String::new();
    let id = bench.take(|store| store.add_organisation(details.clone()));
    details.short_name = "MTTQ Phú Ninh".into();
    details.letterhead.place = Some("Phú Ninh".into());
    details.signatories.push(details.signatories[0].clone());
    bench.take(|store| store.edit_organisation(id, "letterhead", becomes(details.clone())));
    details.signatories.remove(0);
    bench.take(|store| store.edit_organisation(id, "signatories", becomes(details.clone())));
    let all = bench.store.organisations().wait().expect("all");
    assert_eq!(all.iter().find(|one| one.id == id).expect("it").details, details);

    bench.take(|store| store.choose_organisation(bench.session, id));
    assert_eq!(bench.dossier().letterhead.place.as_deref(), Some("Phú Ninh"));
    details.certificate_pattern = "CN".into();
    let refused = bench.refused(|store| store.edit_organisation(id, "pattern", becomes(details)));
    assert_eq!(refused, Mistake::NoNumberInPattern("CN".into()));

    let setting = || bench.store.setting("language").wait().expect("setting");
    assert_eq!(setting(), None);
    bench.take(|store| store.set_setting("language", Some("en".into())));
    assert_eq!(setting().as_deref(), Some("en"));
    bench.take(|store| store.set_setting("text size", Some("125".into())));
}

#[test]
fn a_logo_comes_goes_and_reaches_the_papers() {
    let bench = StoreBench::new();
    let logo = |red: u8| {
        let mut file = std::io::Cursor::new(Vec::new());
        let image = image::RgbImage::from_pixel(30, 20, image::Rgb([red, 0, 0]));
        image.write_to(&mut file, image::ImageFormat::Png).expect("written");
        Some(Picture::read(&file.into_inner()).expect("a picture"))
    };
    let organisation = bench.store.organisations().wait().expect("all").remove(0);
    let attachments = || bench.dump().iter().filter(|row| row.starts_with("attachment")).count();
    for (wanted, kept) in [(logo(200), 1), (logo(90), 1), (None, 0), (logo(7), 1)] {
        let details = OrganisationDetails { logo: wanted.clone(), ..organisation.details.clone() };
        bench.take(|store| store.edit_organisation(organisation.id, "logo", becomes(details)));
        assert_eq!(bench.dossier().logo, wanted);
        assert_eq!(attachments(), kept, "the one that was replaced is gone");
    }
    let details = OrganisationDetails { name: "Khác".into(), logo: logo(5), ..organisation.details.clone() };
    let other = bench.take(|store| store.add_organisation(details));
    assert_eq!(attachments(), 2);
    bench.take(|store| store.remove_organisation(other));
    assert_eq!(attachments(), 1);
}

#[test]
fn organisers_called_groups_and_guests_are_replaced() {
    let bench = StoreBench::new();
    let organiser = |role, name: &str| Organiser { role, name: name.into() };
    let lead = organiser(OrganiserRole::Lead, "MTTQ huyện");
    let blank = organiser(OrganiserRole::Partner, " ");
    bench.take(|store| store.set_organisers(bench.session, vec![], vec![lead.clone(), blank], None));
    let group =
        AudienceGroup { label: "Trưởng ban".into(), count: Some(200), approximate: true, total: false };
    bench.take(|store| store.set_audience(bench.session, vec![], vec![group.clone()], None));
    let guest = |name: &str| Guest::Person {
        honorific: Some("ông".into()),
        name: name.into(),
        titles: vec!["Trưởng ban".into()],
        part: None,
    };
    let all = Guest::Group { label: "Toàn thể cán bộ".into() };
    let lists = [
        vec![],
        vec![guest("Lê An"), all.clone()],
        vec![all.clone(), guest("Vũ Bình"), guest("Lê An")],
        vec![all.clone()],
    ];
    for edit in lists.windows(2) {
        bench.take(|store| store.set_guests(bench.session, edit[0].clone(), edit[1].clone(), None));
    }
    let dossier = bench.dossier();
    assert_eq!((dossier.organisers, dossier.audience, dossier.guests), (vec![lead], vec![group], vec![all]));
}

#[test]
fn an_ended_session_keeps_its_heading_until_it_is_reopened() {
    let bench = StoreBench::new();
    let organisation = bench.store.organisations().wait().expect("all").remove(0);
    let signs = |name: &str| {
        let mut details = organisation.details.clone();
        details.signatories[0].name = name.into();
        bench.store.edit_organisation(organisation.id, "signatories", becomes(details)).wait().expect("edit");
    };
    let signatory = || bench.dossier().signatory.expect("a signatory").name;
    signs("Người Mới");
    assert_eq!(signatory(), "Người Mới", "an open session follows the settings");
    bench.take(|store| store.end_session(bench.session));
    signs("Người Sau Nữa");
    assert_eq!(signatory(), "Người Mới");
    let refused = bench.refused(|store| store.choose_organisation(bench.session, organisation.id));
    assert_eq!(refused, Mistake::SessionEnded);
    bench.take(|store| store.reopen_session(bench.session));
    assert_eq!(signatory(), "Người Sau Nữa");
    let steps = || bench.store.history(100).wait().expect("history").len();
    let before = steps();
    bench.store.reopen_session(bench.session).wait().expect("open already");
    assert_eq!(steps(), before, "nothing to do is no step");
}

#[test]
fn people_added_to_a_session_that_is_deleted_stay_known() {
    let bench = StoreBench::new();
    let new = NewDelegate::Unknown(person("Vũ Mới", 1980, "Xã Tam Đại"));
    bench.take(|store| store.add_delegates(bench.session, None, vec![new]));
    bench.take(|store| store.delete_session(bench.session));
    assert_eq!(bench.store.search("vu moi").wait().expect("search").len(), 1);
}

#[test]
fn a_session_is_prepared_held_ended_and_reopened() {
    let bench = StoreBench::new();
    let state = || bench.dossier().session.details.state;
    assert_eq!(state(), SessionState::Preparing);
    bench.take(|store| store.begin_session(bench.session));
    assert_eq!(state(), SessionState::Running);
    // What is under way does not begin again, and what was not ended is not reopened.
    bench.store.begin_session(bench.session).wait().expect("nothing to do");
    bench.store.reopen_session(bench.session).wait().expect("nothing to do");
    assert_eq!(state(), SessionState::Running);
    bench.take(|store| store.end_session(bench.session));
    bench.store.begin_session(bench.session).wait().expect("nothing to do");
    assert_eq!(state(), SessionState::Ended);
    bench.take(|store| store.reopen_session(bench.session));
    assert_eq!(state(), SessionState::Running);
}

#[test]
fn a_session_with_certificates_or_marks_is_put_away_and_taken_out_again() {
    let bench = StoreBench::new();
    let planted = bench.store.plant(step("plant"), vec![small_session()]).wait().expect("plant")[0];
    assert!(matches!(
        bench.refused(|store| store.delete_session(planted)),
        Mistake::SessionHasCertificates { count: 3, .. }
    ));
    let home = || -> Vec<_> {
        let overview = bench.store.overview().wait().expect("overview");
        overview.sessions.into_iter().map(|(session, _)| session.id).collect()
    };
    assert!(home().contains(&planted));
    bench.take(|store| store.put_away_session(planted, true));
    assert!(!home().contains(&planted));
    assert!(bench.summary(planted).put_away);
    assert!(bench.store.dossier(planted).wait().expect("dossier").session.put_away);
    bench.take(|store| store.put_away_session(planted, false));
    assert!(home().contains(&planted) && !bench.summary(planted).put_away);
}
