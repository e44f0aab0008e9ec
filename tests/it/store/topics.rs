//! The library in the data file: topics, documents, curricula, programmes; every
//! step undoable, every mistake refused in words.

use crate::support::editing::StoreBench;
use crate::support::store::becomes;
use taphuan::domain::cluster::HalfDay;
use taphuan::domain::curriculum_file::CurriculumFile;
use taphuan::domain::id::{SittingId, TopicId};
use taphuan::domain::library::{
    Citing, DocumentDetails, Library, LibraryMistake, MOST_LEVELS, TopicDetails, TopicPlace,
};
use taphuan::domain::mistake::Mistake;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::programme::{ItemKind, Presenter, Programme, ProgrammeItem};
use taphuan::domain::session::{CopyOf, SessionDetails};
use taphuan::locale::{Language, Locale};

fn titled(title: &str) -> TopicDetails {
    TopicDetails { title: title.into(), ..TopicDetails::default() }
}

fn last(parent: Option<TopicId>) -> TopicPlace {
    TopicPlace { parent, at: usize::MAX }
}

fn library(bench: &StoreBench) -> Library {
    bench.store.library().wait().expect("library")
}

/// "Một", " Hai" for a part of it, …
fn tree(bench: &StoreBench) -> Vec<String> {
    let library = library(bench);
    library.topics.iter().map(|one| format!("{}{}", " ".repeat(one.depth), one.details.title)).collect()
}

fn mistake(mistake: LibraryMistake) -> Mistake {
    Mistake::Library(mistake)
}

#[test]
fn topics_make_a_tree_that_can_be_rearranged() {
    let bench = StoreBench::new();
    let one = bench.take(|store| store.add_topic(last(None), titled("Giám  sát ")));
    let two = bench.take(|store| store.add_topic(last(None), titled("Phản biện")));
    let part = bench.take(|store| store.add_topic(last(Some(one)), titled("Quy định 124")));
    bench.take(|store| store.add_topic(TopicPlace { parent: Some(one), at: 0 }, titled("Mở đầu")));
    assert_eq!(tree(&bench), ["Giám sát", " Mở đầu", " Quy định 124", "Phản biện"]);

    bench.take(|store| store.move_topic(two, TopicPlace { parent: None, at: 0 }));
    bench.take(|store| store.move_topic(one, last(Some(two))));
    assert_eq!(tree(&bench), ["Phản biện", " Giám sát", "  Mở đầu", "  Quy định 124"]);
    bench.take(|store| store.move_topic(part, last(None)));
    assert_eq!(tree(&bench), ["Phản biện", " Giám sát", "  Mở đầu", "Quy định 124"]);

    let long = TopicDetails {
        label: Some("Một là".into()),
        outline: Some("Đối tượng\n\nNội dung ".into()),
        minutes: Some(60),
        ..titled("Giám sát cán bộ")
    };
    bench.take(|store| store.edit_topic(one, "title", becomes(long.clone())));
    let found = library(&bench);
    let stored = &found.topic(one).expect("the topic").details;
    assert_eq!((stored.title.as_str(), stored.minutes), ("Giám sát cán bộ", Some(60)));

    bench.take(|store| store.delete_topic(two));
    assert_eq!(tree(&bench), ["Quy định 124"], "parts go with what they are a part of");
}

#[test]
fn what_makes_no_tree_is_refused_in_words() {
    let bench = StoreBench::new();
    let top = bench.store.add_topic(last(None), titled("Gốc")).wait().expect("added");
    let mut line = vec![top];
    for level in 2..=MOST_LEVELS {
        let parent = line.last().copied();
        line.push(
            bench.store.add_topic(last(parent), titled(&format!("Cấp {level}"))).wait().expect("added"),
        );
    }
    let under = |place| bench.refused(|store| store.move_topic(top, last(Some(place))));
    assert_eq!(under(top), mistake(LibraryMistake::UnderItself("Gốc".into())));
    assert_eq!(under(line[3]), mistake(LibraryMistake::UnderItself("Gốc".into())));
    let deepest = line.last().copied();
    assert_eq!(
        bench.refused(|store| store.add_topic(last(deepest), titled("Sâu"))),
        mistake(LibraryMistake::TooDeep(MOST_LEVELS))
    );
    let other = bench.store.add_topic(last(None), titled("Khác")).wait().expect("added");
    let other = bench.store.add_topic(last(Some(other)), titled("Con")).wait().expect("added");
    assert_eq!(
        bench.refused(|store| store.move_topic(line[1], last(Some(other)))).to_string(),
        "more than 12 levels",
        "the whole branch counts"
    );
    assert_eq!(
        bench.refused(|store| store.edit_topic(top, "title", becomes(titled(" ")))),
        mistake(LibraryMistake::NoTopicTitle)
    );
    let endless = TopicDetails { minutes: Some(9999), ..titled("Dài") };
    assert_eq!(
        bench.refused(|store| store.edit_topic(top, "minutes", becomes(endless))),
        mistake(LibraryMistake::TooLong(9999))
    );
    let gone = TopicId(999);
    assert_eq!(bench.refused(|store| store.delete_topic(gone)), mistake(LibraryMistake::UnknownTopic));

    let words = Locale::new(Language::Vietnamese).explain(&under(line[3]));
    assert!(words.contains("“Gốc”") && words.contains("Hãy"), "{words}");
}

#[test]
fn documents_are_cited_by_topics_and_by_each_other() {
    let bench = StoreBench::new();
    let topic = bench.store.add_topic(last(None), titled("Dân vận")).wait().expect("added");
    let notice = DocumentDetails {
        kind: "Thông báo Kết luận".into(),
        number: Some("160-TB/TW".into()),
        date: "2020-01-15".parse().ok(),
        issuer: Some("Bộ Chính trị".into()),
        title: None,
    };
    let by = Citing::Topic(topic);
    let notice = bench.take(|store| store.add_document(by, notice.clone()));
    let older =
        DocumentDetails {
            kind: "Kết luận".into(), number: Some("62-KL/TW".into()), ..Default::default()
        };
    let conclusion = bench.take(|store| store.add_document(Citing::Document(notice), older.clone()));
    let read = library(&bench);
    assert_eq!(read.topic(topic).expect("topic").cites, [notice]);
    assert_eq!(read.document(notice).expect("notice").cites, [conclusion]);
    assert_eq!(read.search("dan van 160"), [topic], "found by what it cites");
    assert_eq!(read.search("khong co"), []);

    let ring = bench.refused(|store| store.cite(Citing::Document(conclusion), notice));
    assert_eq!(ring, mistake(LibraryMistake::CitesItself));
    let nothing = bench.refused(|store| store.add_document(by, DocumentDetails::default()));
    assert_eq!(nothing, mistake(LibraryMistake::NoDocument));
    let dated = DocumentDetails { date: "2009-12".parse().ok(), ..older };
    bench.take(|store| store.edit_document(conclusion, "date", becomes(dated.clone())));

    let other = bench.store.add_topic(last(None), titled("Khác")).wait().expect("added");
    bench.take(|store| store.cite(Citing::Topic(other), conclusion));
    bench.take(|store| store.uncite(by, notice));
    let left: Vec<_> = library(&bench).documents.into_iter().map(|one| one.details).collect();
    assert_eq!(left, [dated], "what is still cited stays, the rest goes");
}

#[test]
fn a_curriculum_is_an_ordered_set() {
    let bench = StoreBench::new();
    let [one, two] =
        ["Một", "Hai"].map(|title| bench.store.add_topic(last(None), titled(title)).wait().expect("added"));
    let id = bench.take(|store| store.add_curriculum(" Khung  3 ngày", vec![two, one, two]));
    let curricula = || library(&bench).curricula;
    assert_eq!(
        (curricula()[0].title.as_str(), &curricula()[0].topics[..]),
        ("Khung 3 ngày", &[two, one][..])
    );
    bench.take(|store| store.set_curriculum_topics(id, vec![one, two]));
    bench.take(|store| store.rename_curriculum(id, "Khung mới"));
    assert_eq!((curricula()[0].title.as_str(), &curricula()[0].topics[..]), ("Khung mới", &[one, two][..]));
    bench.take(|store| store.delete_topic(one));
    assert_eq!(curricula()[0].topics, [two]);
    assert_eq!(
        bench.refused(|store| store.rename_curriculum(id, "")),
        mistake(LibraryMistake::NoCurriculumTitle)
    );
    bench.take(|store| store.delete_curriculum(id));
    assert_eq!(curricula(), []);
    assert_eq!(tree(&bench), ["Hai"], "the topics stay");
}

/// The programme of the small session after sittings of one day were made.
fn with_sittings(bench: &StoreBench) -> Programme {
    let details = SessionDetails {
        title: "Tập huấn thử".into(),
        dates: "2020-09-25".parse().ok(),
        ..SessionDetails::default()
    };
    bench.store.edit_session(bench.session, "dates", becomes(details)).wait().expect("dated");
    let clusters = bench.dossier().clusters.iter().map(|cluster| cluster.id).collect();
    let halves = vec![HalfDay::Morning];
    bench.store.make_sittings(clusters, halves).wait().expect("sittings");
    programme(bench)
}

fn programme(bench: &StoreBench) -> Programme {
    bench.store.programme(bench.session).wait().expect("programme")
}

fn item(kind: ItemKind, title: &str, minutes: u32) -> ProgrammeItem {
    ProgrammeItem { kind, title: title.into(), minutes: Some(minutes), presenters: Vec::new() }
}

/// "07:30 Khai mạc" and so on.
fn day(bench: &StoreBench, sitting: SittingId) -> Vec<String> {
    let programme = programme(bench);
    let (_, sitting) = programme.sitting(sitting).expect("the sitting");
    let times =
        sitting.slots().into_iter().map(|slot| slot.starts.map_or("–".to_owned(), |at| at.to_string()));
    times.zip(&sitting.items).map(|(at, item)| format!("{at} {}", item.details.title)).collect()
}

#[test]
fn a_programme_is_made_item_by_item() {
    let bench = StoreBench::new();
    let planned = with_sittings(&bench);
    let [first, second] = [0, 1].map(|at| planned.clusters[at].sittings[0].id);
    bench.take(|store| store.set_sitting_hours(first, "07:30".parse().ok(), "11:00".parse().ok()));
    let opening = bench.take(|store| store.add_item(first, 0, None, item(ItemKind::Opening, "Khai mạc", 20)));
    let pause = bench.take(|store| store.add_item(first, 9, None, item(ItemKind::Break, "Giải lao", 15)));
    bench.take(|store| store.add_item(first, 1, None, item(ItemKind::Topic, "Giám sát", 60)));
    assert_eq!(day(&bench, first), ["07:30 Khai mạc", "07:50 Giám sát", "08:50 Giải lao"]);

    bench.take(|store| store.edit_item(opening, "minutes", becomes(item(ItemKind::Opening, "Khai mạc", 45))));
    assert_eq!(day(&bench, first), ["07:30 Khai mạc", "08:15 Giám sát", "09:15 Giải lao"]);
    bench.take(|store| store.move_item(pause, first, 0));
    assert_eq!(day(&bench, first), ["07:30 Giải lao", "07:45 Khai mạc", "08:30 Giám sát"]);

    let speaker =
        Presenter::Person { name: " Lê Thị An".into(), titles: vec!["Chủ tịch ".into(), " ".into()] };
    let led = ProgrammeItem {
        presenters: vec![speaker, Presenter::Role(String::new())],
        ..item(ItemKind::Opening, "Khai mạc", 45)
    };
    bench.take(|store| store.edit_item(opening, "presenters", becomes(led)));
    let read = programme(&bench);
    let presenters = &read.item(opening).expect("the item").1.details.presenters;
    assert_eq!(
        presenters,
        &[Presenter::Person { name: "Lê Thị An".into(), titles: vec!["Chủ tịch".into()] }]
    );

    bench.take(|store| store.copy_programme(first, vec![second]));
    assert_eq!(day(&bench, second), day(&bench, first));
    let copied = &programme(&bench).clusters[1].sittings[0].items[1].details;
    assert_eq!(&copied.presenters, presenters);

    bench.take(|store| store.delete_item(pause));
    assert_eq!(day(&bench, first), ["07:30 Khai mạc", "08:15 Giám sát"]);
    assert_eq!(bench.refused(|store| store.delete_item(pause)), mistake(LibraryMistake::UnknownItem));
    let blank =
        bench.refused(|store| store.edit_item(opening, "title", becomes(item(ItemKind::Opening, "  ", 20))));
    assert_eq!(blank, mistake(LibraryMistake::NoItemTitle));
    let reversed =
        bench.refused(|store| store.set_sitting_hours(first, "11:00".parse().ok(), "07:30".parse().ok()));
    assert!(matches!(reversed, Mistake::TimesReversed { .. }));
}

#[test]
fn topics_go_into_every_cluster_at_once() {
    let bench = StoreBench::new();
    let topic = |title: &str, minutes| {
        let details = TopicDetails { minutes: Some(minutes), ..titled(title) };
        bench.store.add_topic(last(None), details).wait().expect("added")
    };
    let topics = vec![topic("Giám sát", 60), topic("Dân vận", 45)];
    let none = bench.refused(|store| store.schedule_topics(bench.session, topics.clone()));
    assert_eq!(none, mistake(LibraryMistake::NoSittings));

    let planned = with_sittings(&bench);
    let first = planned.clusters[0].sittings[0].id;
    bench.store.add_item(first, 0, None, item(ItemKind::Closing, "Bế mạc", 15)).wait().expect("added");
    let added = bench.take(|store| store.schedule_topics(bench.session, topics.clone()));
    assert_eq!(added, 4);
    assert_eq!(day(&bench, first), ["– Giám sát", "– Dân vận", "– Bế mạc"]);
    let uses = &library(&bench).topics[0].uses;
    assert_eq!(uses.len(), 1, "two clusters of one session are one use");
    assert_eq!(library(&bench).topics[0].last_year(), Some(2020));

    let curriculum = bench.store.add_curriculum("Khung", vec![topics[1]]).wait().expect("added");
    let again = bench.take(|store| store.follow_curriculum(bench.session, curriculum));
    assert_eq!(again, 0, "what a cluster holds already is not added twice");
    assert_eq!(programme(&bench).topics.len(), 1);

    bench.take(|store| store.delete_topic(topics[0]));
    assert_eq!(day(&bench, first)[0], "– Giám sát", "the programme keeps its words");
}

#[test]
fn a_curriculum_travels_to_another_office_and_makes_no_doubles() {
    let here = StoreBench::new();
    let topic = here.store.add_topic(last(None), titled("Dân vận")).wait().expect("added");
    let part = here.store.add_topic(last(Some(topic)), titled("Dân vận khéo")).wait().expect("added");
    let details = |kind: &str| DocumentDetails { kind: kind.into(), ..DocumentDetails::default() };
    let notice = here.store.add_document(Citing::Topic(part), details("Thông báo")).wait().expect("added");
    here.store.add_document(Citing::Document(notice), details("Kết luận")).wait().expect("added");
    let id = here.store.add_curriculum("Khung", vec![topic]).wait().expect("added");
    let file = here.store.export_curriculum(id).wait().expect("exported");
    let file = CurriculumFile::read(file.write().as_bytes()).expect("read");

    let there = StoreBench::new();
    let taken = there.take(|store| store.import_curriculum(file.clone()));
    assert_eq!((taken.added, taken.known), (2, 0));
    assert_eq!(tree(&there), ["Dân vận", " Dân vận khéo"]);
    assert_eq!(library(&there).documents.len(), 2);
    assert_eq!(library(&there).curricula[0].topics.len(), 1);

    let own = library(&there).topics[0].id;
    there.store.edit_topic(own, "title", becomes(titled("Dân vận (đã sửa)"))).wait().expect("edited");
    let before = there.dump();
    let again = there.store.import_curriculum(file).wait().expect("imported");
    assert_eq!((again.curriculum, again.added, again.known), (taken.curriculum, 0, 2));
    assert_eq!(there.dump(), before, "nothing doubled, and what was edited here stays");

    here.store.add_topic(last(Some(topic)), titled("Phần mới")).wait().expect("added");
    let longer = here.store.export_curriculum(id).wait().expect("exported");
    assert_eq!(there.take(|store| store.import_curriculum(longer)).added, 1);
    assert_eq!(tree(&there), ["Dân vận (đã sửa)", " Dân vận khéo", " Phần mới"]);
}

#[test]
fn next_years_session_keeps_topics_presenters_and_who_is_still_in_post() {
    let bench = StoreBench::new();
    let planned = with_sittings(&bench);
    let topic = bench.store.add_topic(last(None), titled("Giám sát")).wait().expect("added");
    let first = planned.clusters[0].sittings[0].id;
    let speaker =
        Presenter::Person { name: "Lê Thị Báo Cáo".into(), titles: vec!["Chủ tịch".into()] };
    let talk = ProgrammeItem {
        presenters: vec![speaker.clone()],
        ..item(ItemKind::Topic, "Giám sát ở xã", 60)
    };
    bench.store.add_item(first, 0, Some(topic), talk).wait().expect("added");
    let leaver = bench.delegate("Lê Thị An");
    let without = PersonDetails { position: None, ..leaver.details.clone() };
    // The delegate of the session keeps the position; the registry no longer has it.
    bench.store.end_session(bench.session).wait().expect("ended");
    bench.store.edit_person(leaver.person, "position", becomes(without)).wait().expect("edited");

    let choice = CopyOf {
        title: "Tập huấn 2021".into(),
        starts: "2021-09-27".parse().ok(),
        programme: true,
        clusters: true,
        delegates: true,
        guests: false,
    };
    let report = bench.store.copy_report(bench.session, choice.clone()).wait().expect("report");
    assert_eq!((report.delegates, report.gone), (2, vec!["Lê Thị An".to_owned()]));
    let copy = bench.take(|store| store.copy_session(bench.session, choice.clone()));
    let copied = bench.store.programme(copy).wait().expect("programme");
    let sitting = &copied.clusters[0].sittings[0];
    assert_eq!(sitting.date, "2021-09-27".parse().expect("a date"));
    assert_eq!(
        (sitting.items[0].topic, &sitting.items[0].details.presenters[..]),
        (Some(topic), &[speaker][..])
    );
    assert_eq!(bench.store.delegates(copy).wait().expect("delegates").len(), 2);
    assert_eq!(
        library(&bench).topic(topic).expect("topic").uses.len(),
        2,
        "the new session is a use as well"
    );
}

#[test]
fn a_programme_is_taken_from_another_session() {
    let bench = StoreBench::new();
    let planned = with_sittings(&bench);
    let [first, second] = [0, 1].map(|at| planned.clusters[at].sittings[0].id);
    let details = SessionDetails {
        title: "Lớp cũ".into(),
        dates: "2019-05-10".parse().ok(),
        ..SessionDetails::default()
    };
    let old = bench.store.create_session(details, None).wait().expect("session");
    let nothing = bench.refused(|store| store.copy_programme_from(bench.session, old));
    assert_eq!(nothing, mistake(LibraryMistake::NothingFits));

    let cluster = bench.store.add_cluster(old, Default::default()).wait().expect("cluster");
    bench.store.make_sittings(vec![cluster], vec![HalfDay::Morning]).wait().expect("sittings");
    let source = bench.store.programme(old).wait().expect("programme").clusters[0].sittings[0].id;
    bench.store.set_sitting_hours(source, "07:30".parse().ok(), "11:00".parse().ok()).wait().expect("hours");
    bench.store.add_item(source, 0, None, item(ItemKind::Opening, "Khai mạc", 20)).wait().expect("added");
    bench.store.add_item(second, 0, None, item(ItemKind::Break, "Giải lao", 15)).wait().expect("added");

    assert_eq!(bench.take(|store| store.copy_programme_from(bench.session, old)), 1);
    assert_eq!(day(&bench, first), ["07:30 Khai mạc"], "hours come along where there are none");
    assert_eq!(day(&bench, second), ["– Giải lao"], "what is planned stays");
}

#[test]
fn a_session_that_ended_keeps_its_topics_though_the_library_goes_on() {
    let bench = StoreBench::new();
    let topic = bench.take(|store| store.add_topic(last(None), titled("Giám sát")));
    let part = bench.take(|store| store.add_topic(last(Some(topic)), titled("Quy định 124")));
    let curriculum = bench.take(|store| store.add_curriculum("Khung", vec![topic]));
    let details = SessionDetails { title: "Lớp 2026".into(), ..SessionDetails::default() };
    let old = bench.take(|store| store.create_session(details, None));
    bench.take(|store| store.follow_curriculum(old, curriculum));
    let copy = CopyOf {
        title: "Lớp 2027".into(),
        starts: None,
        programme: true,
        clusters: true,
        delegates: false,
        guests: false,
    };
    let new = bench.take(|store| store.copy_session(old, copy));
    bench.take(|store| store.end_session(old));

    let titles = |session| -> Vec<String> {
        let topics = bench.store.dossier(session).wait().expect("dossier").topics;
        topics
            .into_iter()
            .flat_map(|one| [one.title].into_iter().chain(one.children.into_iter().map(|one| one.title)))
            .collect()
    };
    bench.take(|store| store.edit_topic(topic, "title", becomes(titled("Giám sát, phản biện"))));
    bench.take(|store| store.delete_topic(part));
    let another = bench.take(|store| store.add_topic(last(None), titled("Dân vận")));
    bench.take(|store| store.set_curriculum_topics(curriculum, vec![topic, another]));
    assert_eq!(titles(old), ["Giám sát", "Quy định 124"], "as it was held");
    assert_eq!(titles(new), ["Giám sát, phản biện", "Dân vận"]);

    bench.take(|store| store.reopen_session(old));
    assert_eq!(titles(old), ["Giám sát, phản biện", "Dân vận"], "open again, it follows");
}
