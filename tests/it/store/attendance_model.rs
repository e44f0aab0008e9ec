//! Attendance against a plain model: whatever is entered, taken back, printed, brought by a package, undone or changed in
//! the list, what counts is the last that was said and not taken back, and no mark ever vanishes.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::Index;
use taphuan::domain::attendance::arrival::{Arrival, Part, Reach};
use taphuan::domain::attendance::figures::Figures;
use taphuan::domain::attendance::page::PrintedSheet;
use taphuan::domain::attendance::{Attendance, AttendanceStatus, MadeOn, NewEntry, NewMark};
use taphuan::domain::delegate::{Delegate, DelegateState, NewDelegate};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{DelegateId, EntryId};
use taphuan::domain::numbering;
use taphuan::domain::print_run::PrintRun;
use taphuan::paper::{Options, PaperKind, make};
use taphuan::sentence::Sentence;

use crate::support::halls::{Bench, Computer};
use crate::support::store::person;

/// The sitting that is marked at home; the other one is the hall's.
const HOME: usize = 0;
const HALL: usize = 1;

/// One thing somebody does.
#[derive(Debug, Clone)]
enum Move {
    /// Marks of some of those on the list.
    Mark(Vec<(Index, usize)>),
    /// The sheet is printed as the list stands.
    Print,
    /// A printed page is entered: these did not sign.
    Page(Index, Vec<Index>),
    /// Somebody new sits on the place of one of them, so far on.
    Substitute(Index, Reach),
    /// Somebody comes who stands on no list.
    WalkIn,
    /// An entry is taken back.
    Retract(Index),
    /// Somebody is added to the list, taken off it, or put back.
    Add,
    Remove(Index),
    PutBack,
    /// The last step is undone, or done again.
    Undo,
    Redo,
    /// The hall marks, hears the list, and sends back what it marked.
    InHall(Vec<(Index, usize)>),
    ToHall,
    FromHall,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let who = any::<Index>;
    let marks = || prop::collection::vec((who(), 0..5_usize), 1..4);
    let reach = prop_oneof![Just(Reach::Sitting), Just(Reach::Onward), Just(Reach::Session)];
    let one = prop_oneof![
        4 => marks().prop_map(Move::Mark),
        2 => Just(Move::Print),
        3 => (who(), prop::collection::vec(who(), 0..3)).prop_map(|(page, absent)| Move::Page(page, absent)),
        2 => (who(), reach).prop_map(|(of, reach)| Move::Substitute(of, reach)),
        2 => Just(Move::WalkIn),
        3 => who().prop_map(Move::Retract),
        2 => Just(Move::Add),
        2 => who().prop_map(Move::Remove),
        1 => Just(Move::PutBack),
        3 => Just(Move::Undo),
        2 => Just(Move::Redo),
        2 => marks().prop_map(Move::InHall),
        2 => Just(Move::ToHall),
        2 => Just(Move::FromHall),
    ];
    prop::collection::vec(one, 1..18)
}

/// What was said of somebody at home.
type Said = (AttendanceStatus, Option<DelegateId>);

/// The plain model: what each entry said that was new, and whether it was taken back.
#[derive(Default)]
struct Model {
    entries: Vec<(EntryId, BTreeMap<DelegateId, Said>, bool)>,
    printed: Vec<(String, PrintedSheet)>,
    newcomers: usize,
    /// The last step of the bench before anything is played.
    begun: Option<Sentence>,
}

impl Model {
    fn counts(&self, delegate: DelegateId) -> Option<Said> {
        let mut standing = self.entries.iter().rev().filter(|(_, _, retracted)| !retracted);
        standing.find_map(|(_, said, _)| said.get(&delegate).copied())
    }

    fn name(&mut self, what: &str) -> String {
        self.newcomers += 1;
        format!(
            "{what} Thứ {}",
            ["Nhất", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín"][self.newcomers % 9]
        ) + &" Mới".repeat(self.newcomers / 9)
    }
}

impl Computer {
    fn dossier(&self) -> Dossier {
        self.store.dossier(self.session).wait().expect("dossier")
    }

    /// Who has a place in the cluster.
    fn listed(&self) -> Vec<Delegate> {
        let here = self.store.delegates(self.session).wait().expect("delegates").into_iter();
        here.filter(|one| one.cluster == Some(self.cluster) && one.state == DelegateState::Listed).collect()
    }

    fn marks_of(&self, said: &[(Index, usize)], sitting: usize) -> Vec<NewMark> {
        let (listed, sitting) = (self.listed(), self.sitting(sitting));
        let one = |(who, status): &(Index, usize)| (who.get(&listed).id, AttendanceStatus::ALL[*status]);
        let said: BTreeMap<_, _> =
            if listed.is_empty() { BTreeMap::new() } else { said.iter().map(one).collect() };
        said.into_iter().map(|(who, status)| NewMark::new(who, sitting, status)).collect()
    }

    fn attendance(&self) -> Attendance {
        self.store.attendance(self.session).wait().expect("attendance")
    }

    fn print(&self) -> Vec<(String, PrintedSheet)> {
        let options = Options::for_cluster(Some(self.cluster));
        let Ok(made) = make(PaperKind::SignInSheet, &self.dossier(), &options) else { return Vec::new() };
        let paper = PaperKind::SignInSheet.id().to_owned();
        let run = PrintRun {
            signatures: Default::default(),
            printed: true,
            session: self.session,
            paper,
            cluster: Some(self.cluster),
            options: "{}".into(),
            pages: made.printed(),
        };
        self.store.record_prints(vec![run.clone()]).wait().expect("kept");
        run.pages.into_iter().filter_map(|page| Some((page.code, page.sheet?))).collect()
    }
}

/// Plays one move, at home and in the model.
fn play(one: Move, bench: &Bench, model: &mut Model) {
    let home = &bench.home;
    match one {
        Move::Mark(said) => enter(home.entry(home.marks_of(&said, HOME)), home, model),
        Move::Print => model.printed.extend(home.print()),
        Move::Page(_, _) if model.printed.is_empty() => {}
        Move::Page(which, absent) => {
            let (code, sheet) = which.get(&model.printed).clone();
            enter(
                NewEntry { page: Some(code), ..home.entry(page_marks(&sheet, &absent, home)) },
                home,
                model,
            );
        }
        Move::Substitute(of, reach) => {
            let listed = home.listed();
            if let Some(place) = (!listed.is_empty()).then(|| of.get(&listed).id) {
                let entry = NewEntry { reach, ..arrived(home, model, Part::Substitute(vec![place])) };
                enter(entry, home, model);
            }
        }
        Move::WalkIn => {
            let entry = arrived(home, model, Part::WalkIn);
            enter(entry, home, model);
        }
        Move::Retract(_) if model.entries.is_empty() => {}
        Move::Retract(which) => {
            let at = which.index(model.entries.len());
            home.store.retract_entry(model.entries[at].0, MadeOn::default()).wait().expect("taken back");
            model.entries[at].2 = true;
        }
        Move::Add => {
            let new = NewDelegate::Unknown(person(&model.name("Lê Văn"), 1980, "Xã Tam An"));
            home.store.add_delegates(home.session, Some(home.cluster), vec![new]).wait().expect("added");
        }
        Move::Remove(who) => {
            let listed = home.listed();
            if !listed.is_empty() {
                home.store
                    .remove_delegates(home.session, vec![who.get(&listed).id])
                    .wait()
                    .expect("taken off");
            }
        }
        Move::PutBack => {
            let all = home.store.delegates(home.session).wait().expect("delegates");
            let gone =
                all.iter().find(|one| one.state == DelegateState::Withdrawn && one.substitute_for.is_none());
            if let Some(gone) = gone {
                home.store.put_back_delegates(home.session, vec![gone.id]).wait().expect("put back");
            }
        }
        // What the bench began with stays.
        Move::Undo if home.store.undo_label().wait().expect("a label") == model.begun => {}
        Move::Undo => drop(home.store.undo().wait().expect("a turn")),
        Move::Redo => drop(home.store.redo().wait().expect("a turn")),
        Move::InHall(said) => {
            let marks = bench.hall.marks_of(&said, HALL);
            bench.hall.store.mark(bench.hall.entry(marks)).wait().expect("marked");
        }
        Move::ToHall => drop(bench.hall.receive(home.package()).expect("received")),
        Move::FromHall => {
            home.receive(bench.hall.package()).expect("received");
            let again = home.receive(bench.hall.package()).expect("received again");
            assert!(!again.changed, "the same package twice changes nothing: {again:?}");
            agrees_with_the_hall(bench);
        }
    }
}

/// Writes an entry and keeps what was new in it, which the model knows by itself but for who arrived by it.
fn enter(entry: NewEntry, home: &Computer, model: &mut Model) {
    let plain = entry.arrivals.is_empty();
    let expected: BTreeMap<DelegateId, Said> =
        entry.marks.iter().map(|one| (one.delegate, (one.status, one.substitute))).collect();
    let new = expected.into_iter().filter(|(who, said)| model.counts(*who) != Some(*said)).collect();
    let entered = home.store.mark(entry).wait().expect("marked");
    let told: BTreeMap<DelegateId, Said> =
        entered.marked.iter().map(|one| (one.delegate, (one.status, one.substitute))).collect();
    if plain {
        assert_eq!(told, new, "what stood there already is no part of the entry");
    }
    model.entries.extend(entered.entry.map(|entry| (entry, told, false)));
}

fn arrived(home: &Computer, model: &mut Model, part: Part) -> NewEntry {
    let who = NewDelegate::Unknown(person(&model.name("Trần Thị"), 1985, "Xã Tam An"));
    let arrival = Arrival { who, cluster: home.cluster, part, sittings: vec![home.sitting(HOME)] };
    NewEntry { arrivals: vec![arrival], ..home.entry(Vec::new()) }
}

/// Everybody of a page who still has a place signed, but for some.
fn page_marks(sheet: &PrintedSheet, absent: &[Index], home: &Computer) -> Vec<NewMark> {
    let listed: BTreeSet<DelegateId> = home.listed().iter().map(|one| one.id).collect();
    let on_it: Vec<DelegateId> =
        sheet.rows.iter().filter_map(|row| row.delegate).filter(|one| listed.contains(one)).collect();
    let absent: BTreeSet<DelegateId> = match on_it.as_slice() {
        [] => BTreeSet::new(),
        on_it => absent.iter().map(|one| *one.get(on_it)).collect(),
    };
    let status =
        |who| if absent.contains(&who) { AttendanceStatus::Absent } else { AttendanceStatus::Present };
    on_it.iter().map(|who| NewMark::new(*who, home.sitting(HOME), status(*who))).collect()
}

/// What the hall says of its sitting is what counts here, of everybody who has a place on both computers.
fn agrees_with_the_hall(bench: &Bench) {
    let (here, there) = (bench.home.attendance(), bench.hall.attendance());
    let listed = bench.home.listed();
    for delegate in bench.hall.listed() {
        let mut same = listed.iter().filter(|one| one.details.full_name == delegate.details.full_name);
        let Some(own) = same.next() else { continue };
        let theirs = there.of(delegate.id, bench.hall.sitting(HALL)).map(|mark| mark.status);
        let ours = here.of(own.id, bench.home.sitting(HALL)).map(|mark| mark.status);
        assert_eq!(ours, theirs, "{}", delegate.details.full_name);
    }
}

/// What must be true after every move.
fn holds(home: &Computer, model: &Model) {
    let dossier = home.dossier();
    let sitting = home.sitting(HOME);
    let count = |said: Option<Said>| said.map(|(status, _)| status);
    for delegate in &dossier.delegates {
        let own = dossier.attendance.of(delegate.id, sitting).map(|mark| (mark.status, mark.substitute));
        assert_eq!(own, model.counts(delegate.id), "{} {:?}", delegate.details.full_name, delegate.state);
    }
    let known: BTreeSet<DelegateId> = dossier.delegates.iter().map(|one| one.id).collect();
    let marked = model.entries.iter().flat_map(|(_, said, _)| said.keys());
    for delegate in marked {
        assert!(known.contains(delegate), "somebody with marks is no row any more");
    }
    let here = || dossier.delegates.iter().filter(|one| one.cluster == Some(home.cluster));
    let places = here().filter(|one| one.state == DelegateState::Listed);
    let filled =
        places.clone().filter(|one| count(model.counts(one.id)).is_some_and(AttendanceStatus::is_filled));
    let figures = Figures::of(here(), sitting, &dossier.attendance);
    assert_eq!((figures.invited, figures.present), (places.count(), filled.count()));

    let shown: Vec<Delegate> = here().filter(|one| numbering::is_shown(one)).cloned().collect();
    let rows = numbering::numbered(&shown, &[home.cluster], dossier.session.details.list_order);
    let numbers: BTreeSet<u32> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers.len(), rows.len(), "a number twice");
}

fn cases() -> u32 {
    std::env::var("TAPHUAN_MODEL_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_what_counts_is_the_last_that_stands(moves in moves()) {
        let bench = Bench::new();
        let begun = bench.home.store.undo_label().wait().expect("a label");
        let mut model = Model { begun, ..Model::default() };
        let mut rows = 0;
        for one in moves {
            play(one, &bench, &mut model);
            holds(&bench.home, &model);
            // Marks are only ever added: their tables come first.
            let now = bench.home.rows()[..2].iter().sum();
            prop_assert!(now >= rows, "a mark vanished");
            rows = now;
        }
        for computer in [&bench.home, &bench.hall] {
            let report = computer.store.check().wait().expect("checked");
            prop_assert!(report.is_whole(), "{report:?}");
        }
    }
}
