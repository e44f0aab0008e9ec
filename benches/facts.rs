//! Attendance as a scanner gives it: one mark is one write, while a list is on show. To the
//! disk, and until the window is drawn again: `cargo bench --bench facts`.

use std::time::{Duration, Instant};

use iced_test::Simulator;
use iced_test::runtime::{self, Action};
use taphuan::app::screen::session::READS;
use taphuan::app::screen::{Route, Tab};
use taphuan::app::{App, Machine, Message};
use taphuan::domain::attendance::{AttendanceStatus, MadeOn, NewEntry, NewMark, Way};
use taphuan::domain::blueprint::{Blueprint, ClusterBlueprint};
use taphuan::domain::cluster::{ClusterDetails, HalfDay, SittingDetails};
use taphuan::domain::id::SessionId;
use taphuan::domain::organisation::{Letterhead, OrganisationDetails};
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::SessionDetails;
use taphuan::sentence::Sentence;
use taphuan::store::{Operation, Store};

/// As many come to a large conference; ten and a hundred times as many.
const SIZES: [usize; 3] = [433, 4_330, 43_300];
/// So many marks are made at every size.
const MARKS: usize = 433;

/// An invented person.
fn person(number: usize) -> PersonDetails {
    let given = ["An", "Bình", "Cường", "Dũng", "Hằng", "Hòa", "Khánh", "Lan", "Minh", "Yến"];
    PersonDetails {
        full_name: format!("Nguyễn Văn {} {number}", given[number % given.len()]),
        position: Some("Trưởng ban Công tác Mặt trận".to_owned()),
        unit: Some(format!("Xã Tam {}", number % 40)),
        ..PersonDetails::default()
    }
}

fn session(people: usize) -> Blueprint {
    Blueprint {
        organisation: OrganisationDetails {
            name: "Cơ quan".into(),
            short_name: "Cơ quan".into(),
            letterhead: Letterhead::default(),
            signatories: Vec::new(),
            certificate_pattern: "{so}/CN".into(),
            logo: None,
        },
        session: SessionDetails { title: "Lớp".into(), ..SessionDetails::default() },
        organisers: Vec::new(),
        audience: Vec::new(),
        guests: Vec::new(),
        topics: Vec::new(),
        units: Vec::new(),
        clusters: vec![ClusterBlueprint {
            details: ClusterDetails { name: "Cụm 1".into(), ..ClusterDetails::default() },
            sittings: vec![SittingDetails {
                date: "2026-09-25".parse().expect("a date"),
                half: HalfDay::Morning,
                starts: None,
                ends: None,
                programme: Vec::new(),
            }],
            delegates: (0..people).map(person).collect(),
        }],
        delegates: Vec::new(),
        certificates: None,
    }
}

/// Carries out a task of the window.
fn carry_out(app: &mut App, task: iced::Task<Message>) {
    let Some(mut stream) = runtime::task::into_stream(task) else { return };
    let next = |stream: &mut _| iced::futures::executor::block_on(iced::futures::StreamExt::next(stream));
    while let Some(action) = next(&mut stream) {
        if let Action::Output(message) = action {
            let task = app.update(message);
            carry_out(app, task);
        }
    }
}

fn median(times: &mut [Duration]) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() - 1])
}

fn main() {
    for size in SIZES {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let store = Store::create(&path).expect("created");
        let steps = Operation::new(Sentence::new("operation-sample"));
        store.plant(steps, vec![session(size)]).wait().expect("planted");
        let dossier = store.dossier(SessionId(1)).wait().expect("session");
        let sitting = dossier.clusters[0].sittings[0].id;
        let before = store.history(1000).wait().expect("history");

        let (mut app, task) = App::boot(Machine::default(), Some(path.clone()));
        carry_out(&mut app, task);
        let task = app.update(Message::Go(Route::Session(SessionId(1), Tab::Delegates)));
        carry_out(&mut app, task);

        let (mut disk, mut frames) = (Vec::with_capacity(MARKS), Vec::with_capacity(MARKS));
        for delegate in dossier.delegates.iter().take(MARKS) {
            let entry = NewEntry::new(
                SessionId(1),
                Way::Scan,
                MadeOn::default(),
                vec![NewMark::new(delegate.id, sitting, AttendanceStatus::Present)],
            );
            let start = Instant::now();
            let done = store.mark(entry).outcome().expect("written");
            disk.push(start.elapsed());
            assert!(done.step.is_none() && !done.touched.any_of(READS), "nothing is asked again");
            let start = Instant::now();
            drop(Simulator::with_size(taphuan::app::settings(), (1366.0, 768.0), app.view()));
            frames.push(start.elapsed());
        }
        assert_eq!(store.history(1000).wait().expect("history"), before, "the steps are as they were");
        let (disk, slowest) = median(&mut disk);
        let (frame, longest) = median(&mut frames);
        println!(
            "{MARKS} marks beside a table of {size}: to the disk {disk:?} (slowest {slowest:?}), \
             page built and laid out {frame:?} (slowest {longest:?})"
        );
    }
}
