//! The one write path, from the field to the file and back: what was written is what is
//! told, and what was typed is kept.

use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::pin::Pin;

use iced::Task;
use iced::futures::executor::block_on;
use iced::futures::{Stream, StreamExt};
use iced::keyboard::{Key, Modifiers, key::Named};
use iced_test::Simulator;
use iced_test::runtime::window::Action as WindowAction;
use iced_test::runtime::{self, Action as Runtime};
use iced_test::selector::id;
use proptest::prelude::*;

use super::Machine;
use super::message::Message;
use super::screen::{HistoryOf, Route, Tab};
use super::shortcut::{Heard, Shortcut};
use super::state::{App, Dialog};
use super::toasts::Offer;
use super::work::Direction;
use crate::domain::id::SessionId;
use crate::domain::person::PersonDetails;
use crate::domain::session::SessionDetails;
use crate::sentence::Sentence;
use crate::store::{Access, Operation, Store, StoreError};

/// A task of the window that is under way.
type UnderWay = Pin<Box<dyn Stream<Item = Runtime<Message>> + Send>>;

/// A window whose tasks are carried out when the test says so.
struct Bench {
    app: App,
    waits: VecDeque<UnderWay>,
    path: PathBuf,
    closed: bool,
    _folder: tempfile::TempDir,
}

impl Bench {
    /// Two sessions and a person.
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let store = Store::create(&path).expect("made");
        for title in ["Lớp một", "Lớp hai"] {
            let details = SessionDetails { title: title.into(), ..SessionDetails::default() };
            store.start_session(details, None).wait().expect("a session");
        }
        let person = PersonDetails { full_name: "Nguyễn Văn An".into(), ..PersonDetails::default() };
        store.add_people(Operation::new(Sentence::new("test")), vec![person]).wait().expect("a person");
        drop(store);
        Self::on(folder, path, Machine::default())
    }

    fn on(folder: tempfile::TempDir, path: PathBuf, machine: Machine) -> Self {
        let (app, task) = App::boot(machine, Some(path.clone()));
        let mut bench = Self { app, waits: VecDeque::new(), path, closed: false, _folder: folder };
        bench.later(task);
        bench.settle();
        bench
    }

    fn later(&mut self, task: Task<Message>) {
        if let Some(stream) = runtime::task::into_stream(task) {
            self.waits.push_back(Box::pin(stream));
        }
    }

    fn tell(&mut self, message: Message) {
        let task = self.app.update(message);
        self.later(task);
    }

    /// Carries out one thing that is under way, the oldest first.
    fn answer_one(&mut self) -> bool {
        let Some(mut stream) = self.waits.pop_front() else { return false };
        if let Some(action) = block_on(stream.next()) {
            self.waits.push_front(stream);
            match action {
                Runtime::Output(message) => self.tell(message),
                Runtime::Exit => self.closed = true,
                // There is no window on any screen.
                Runtime::Window(WindowAction::GetLatest(answer)) => answer.send(None).expect("asked"),
                _ => {}
            }
        }
        true
    }

    fn settle(&mut self) {
        while self.answer_one() {}
    }

    fn act(&mut self, act: impl FnOnce(&mut Simulator<'_, Message>)) {
        let mut ui = Simulator::with_size(super::settings(), (1366.0, 1400.0), self.app.view());
        let now = iced::window::Event::RedrawRequested(std::time::Instant::now());
        let _ = ui.simulate([iced::Event::Window(now)]);
        act(&mut ui);
        let messages: Vec<Message> = ui.into_messages().collect();
        messages.into_iter().for_each(|message| self.tell(message));
    }

    /// Types over what stands in a field, and leaves it.
    fn type_into(&mut self, field: &'static str, text: &str) {
        self.act(|ui| {
            let _ = ui.click(id(field)).unwrap_or_else(|error| panic!("{field}: {error}"));
            let _ = ui.simulate([
                modifiers(Modifiers::CTRL),
                key(Key::Character("a".into()), Modifiers::CTRL),
                modifiers(Modifiers::empty()),
            ]);
            match text.is_empty() {
                true => drop(ui.tap_key(Named::Backspace)),
                false => drop(ui.typewrite(text)),
            }
            let _ = ui.tap_key(Named::Tab);
        });
    }

    fn shows(&self, text: &str) -> bool {
        Simulator::with_size(super::settings(), (1366.0, 1400.0), self.app.view()).find(text).is_ok()
    }

    fn go(&mut self, place: Route) {
        self.tell(Message::Go(place));
    }

    fn store(&self) -> &Store {
        self.app.data.store().expect("open")
    }

    fn refuse(&self, reason: Option<StoreError>) {
        self.store().refuse_writes_for_tests(reason).wait().expect("asked");
    }

    fn session(&self, id: i64) -> SessionDetails {
        self.store().dossier(SessionId(id)).wait().expect("session").session.details
    }

    fn unsaved(&self) -> Vec<(String, String)> {
        self.app.drafts.unsaved().into_iter().map(|one| (one.key, one.text)).collect()
    }

    /// What the toasts say.
    fn words(&self) -> Vec<String> {
        self.app.toasts.shown().iter().map(|toast| toast.words.clone()).collect()
    }
}

fn info(session: i64) -> Route {
    Route::Session(SessionId(session), Tab::Info)
}

fn modifiers(modifiers: Modifiers) -> iced::Event {
    iced::Event::Keyboard(iced::keyboard::Event::ModifiersChanged(modifiers))
}

fn key(key: Key, modifiers: Modifiers) -> iced::Event {
    iced::Event::Keyboard(iced::keyboard::Event::KeyPressed {
        modified_key: key.clone(),
        physical_key: iced::keyboard::key::Physical::Unidentified(
            iced::keyboard::key::NativeCode::Unidentified,
        ),
        key,
        location: iced::keyboard::Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    })
}

#[test]
fn a_toast_undoes_its_own_step_or_is_withdrawn() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    bench.act(|ui| drop(ui.click("Bắt đầu lớp").expect("the button")));
    bench.settle();
    let offer = |bench: &Bench| bench.app.toasts.shown().iter().find_map(|toast| toast.offer);
    let Some(Offer::Undo(step)) = offer(&bench) else { panic!("{:?}", bench.words()) };
    // Something else is done: the toast still says what happened, and offers nothing.
    bench.type_into("venue", "Hội trường A");
    bench.settle();
    assert_eq!(offer(&bench), None);
    // A press that was on its way all the same undoes nothing else.
    bench.tell(Message::Turn(Direction::Undo, Some(step)));
    bench.settle();
    assert_eq!(bench.session(1).venue.as_deref(), Some("Hội trường A"));
    assert!(bench.words().last().expect("a toast").contains("đã có thay đổi khác"), "{:?}", bench.words());
}

#[test]
fn what_told_of_a_step_goes_when_it_is_undone() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    bench.act(|ui| drop(ui.click("Bắt đầu lớp").expect("the button")));
    bench.settle();
    let told = bench.words();
    bench.tell(Message::Turn(Direction::Undo, None));
    bench.settle();
    let words = bench.words();
    assert!(words.len() == 1 && words[0].starts_with("Đã hoàn tác") && told.len() == 1, "{told:?} {words:?}");
    bench.tell(Message::Turn(Direction::Redo, None));
    bench.settle();
    let words = bench.words();
    assert!(words.len() == 1 && words[0].starts_with("Đã làm lại"), "{words:?}");
}

#[test]
fn a_write_that_changed_nothing_says_so_and_offers_nothing() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    bench.type_into("title", "Lớp một, sửa");
    bench.settle();
    // As "Chia cụm" with the result that is there already.
    let writing = bench.store().edit_session(SessionId(1), "list_order", |_| {});
    let action = super::screen::Action::write(writing, |()| None);
    let task = bench.app.perform(action);
    bench.later(task);
    bench.settle();
    assert_eq!(bench.words().last().map(String::as_str), Some("Không có gì thay đổi."));
    assert!(bench.app.toasts.shown().iter().all(|toast| toast.offer.is_none()));
}

#[test]
fn what_became_of_a_change_is_told_when_the_screen_was_left() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    bench.refuse(Some(StoreError::DiskFull));
    bench.act(|ui| drop(ui.click("Bắt đầu lớp").expect("the button")));
    bench.type_into("venue", "Hội trường B");
    bench.go(Route::Units);
    bench.settle();
    assert!(bench.words().iter().any(|words| words.contains("đầy")), "{:?}", bench.words());
    assert_eq!(bench.unsaved(), [("session 1 venue".to_owned(), "Hội trường B".to_owned())]);
    assert!(bench.shows("Chưa lưu được 1 thay đổi"), "the foot says what is true");
}

#[test]
fn a_late_answer_of_one_session_is_not_shown_under_another() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.go(info(2));
    bench.settle();
    assert!(bench.shows("Lớp hai") && !bench.shows("Lớp một"));
}

#[test]
fn what_was_undone_meanwhile_is_not_brought_back_by_another_field() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    bench.type_into("venue", "Hội trường A");
    bench.settle();
    // The window still shows the hall when the area is typed.
    bench.store().undo().wait().expect("undone");
    bench.type_into("area", "Miền núi");
    bench.settle();
    let details = bench.session(1);
    assert_eq!((details.venue.as_deref(), details.area.as_deref()), (None, Some("Miền núi")));
}

#[test]
fn the_ground_flips_once_for_every_message_whatever_follows_from_it() {
    let mut bench = Bench::open();
    bench.go(info(1));
    let mut grounds = 0;
    while let Some(mut stream) = bench.waits.pop_front() {
        while let Some(Runtime::Output(message)) = block_on(stream.next()) {
            let before = bench.app.style().background_color;
            let task = bench.app.update(message);
            assert_ne!(bench.app.style().background_color, before);
            bench.later(task);
            grounds += 1;
        }
    }
    assert!(grounds > 3);
    bench.refuse(Some(StoreError::DiskFull));
    bench.type_into("venue", "Hội trường");
    let Some(mut stream) = bench.waits.pop_front() else { panic!("a write") };
    let Some(Runtime::Output(message)) = block_on(stream.next()) else { panic!("an answer") };
    let before = bench.app.style().background_color;
    drop(bench.app.update(message));
    assert_ne!(bench.app.style().background_color, before, "after a write, too");
}

#[test]
fn what_could_not_be_saved_is_asked_about_before_the_window_closes() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    bench.refuse(Some(StoreError::DiskFull));
    bench.type_into("venue", "Hội trường A");
    bench.settle();
    bench.tell(Message::Heard(Heard::CloseRequested));
    bench.settle();
    assert!(!bench.closed && matches!(bench.app.dialog, Some(Dialog::Unsaved)));
    assert!(bench.shows("Hội trường A") && bench.shows("Bỏ nội dung này"));
    // Back to the field, from wherever that is.
    bench.tell(Message::EditUnsaved("session 1 venue".into()));
    bench.settle();
    assert!(bench.app.dialog.is_none() && bench.shows("Hội trường A"));
    // Once there is room the same text is taken.
    bench.refuse(None);
    bench.act(|ui| {
        let _ = ui.click(id("venue")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    bench.settle();
    assert_eq!(bench.session(1).venue.as_deref(), Some("Hội trường A"));
    assert!(bench.unsaved().is_empty() && bench.shows("Đã lưu mọi thay đổi"));
    bench.tell(Message::Heard(Heard::CloseRequested));
    bench.settle();
    assert!(bench.closed);
}

#[test]
fn a_value_that_is_given_up_lets_the_window_close() {
    let mut bench = Bench::open();
    bench.go(info(1));
    bench.settle();
    // A title is needed: the field itself refuses this.
    bench.type_into("title", "");
    bench.type_into("venue", "Hội trường A");
    bench.settle();
    assert_eq!(bench.unsaved(), [("session 1 title".to_owned(), String::new())]);
    assert_eq!(bench.session(1).venue.as_deref(), Some("Hội trường A"), "the other field was saved");
    bench.tell(Message::Heard(Heard::CloseRequested));
    bench.settle();
    assert!(!bench.closed);
    bench.act(|ui| drop(ui.click("Bỏ nội dung này").expect("the button")));
    bench.settle();
    assert!(bench.closed);
    assert_eq!(bench.session(1).title, "Lớp một");
}

#[test]
fn what_an_earlier_run_could_not_save_is_offered_by_the_next() {
    let Bench { path, _folder, app, .. } = Bench::open();
    drop(app);
    let settings = _folder.path().join("config/window.json");
    let machine = || Machine::kept_in(settings.clone());
    let mut bench = Bench::on(_folder, path, machine());
    bench.go(info(2));
    bench.settle();
    bench.refuse(Some(StoreError::Gone(bench.path.clone())));
    bench.type_into("area", "Ven biển");
    bench.settle();
    assert_eq!(bench.unsaved(), [("session 2 area".to_owned(), "Ven biển".to_owned())]);
    // The system ends the program: nobody is asked.
    bench.tell(Message::Leave);
    super::machine::finish_saving();
    let Bench { path, _folder, app, .. } = bench;
    drop(app);
    let mut bench = Bench::on(_folder, path, machine());
    let kept = std::fs::read_to_string(bench._folder.path().join("config/unsaved.json"));
    assert!(matches!(bench.app.dialog, Some(Dialog::Unsaved)), "{kept:?}");
    assert!(bench.shows("Ven biển"), "what was typed");
    assert!(bench.shows("Địa bàn · Lớp hai"), "and where");
    bench.tell(Message::EditUnsaved("session 2 area".into()));
    bench.settle();
    bench.act(|ui| {
        let _ = ui.click(id("area")).expect("the field");
        let _ = ui.tap_key(Named::Enter);
    });
    bench.settle();
    assert_eq!(bench.session(2).area.as_deref(), Some("Ven biển"));
    super::machine::finish_saving();
    let kept = std::fs::read_to_string(bench._folder.path().join("config/unsaved.json")).expect("a file");
    assert!(!kept.contains("Ven biển"), "it is in the file now");
}

#[test]
fn a_remembered_file_that_is_gone_is_said_and_nothing_is_begun_in_its_place() {
    let folder = tempfile::tempdir().expect("folder");
    let gone = folder.path().join("USB/du-lieu.taphuan");
    let settings = folder.path().join("window.json");
    let mut machine = Machine::kept_in(settings.clone());
    machine.last_file = Some(gone.clone());
    let (app, task) = App::boot(machine, None);
    let mut bench = Bench { app, waits: VecDeque::new(), path: gone.clone(), closed: false, _folder: folder };
    bench.later(task);
    bench.settle();
    for words in ["Không thấy tệp dữ liệu ở chỗ cũ", "Tìm tệp…", "Tìm dữ liệu cũ…", "Bắt đầu tệp mới…"]
    {
        assert!(bench.shows(words), "{words}");
    }
    assert!(!gone.exists() && bench.app.machine.last_file.as_deref() == Some(gone.as_path()));
    std::fs::create_dir(gone.parent().expect("a folder")).expect("the stick is in");
    drop(Store::create(&gone).expect("made"));
    bench.act(|ui| drop(ui.click("Thử lại").expect("the button")));
    bench.settle();
    assert!(bench.app.data.store().is_some());
}

/// What someone may do, in two sessions and with a person.
#[derive(Debug, Clone)]
enum Move {
    Type(usize, String),
    Go(usize),
    Undo,
    Redo,
    Refuse(bool),
    /// So much of what is under way is carried out.
    Answer(usize),
}

/// Fields: the screen they are on, their id, their key.
const FIELDS: [(usize, &str, &str); 6] = [
    (0, "venue", "session 1 venue"),
    (0, "area", "session 1 area"),
    (0, "plan_number", "session 1 plan_number"),
    (1, "venue", "session 2 venue"),
    (1, "time_note", "session 2 time_note"),
    (1, "area", "session 2 area"),
];

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        6 => (0..FIELDS.len(), "[a-zA-Zđêươ]{1,6}").prop_map(|(field, text)| Move::Type(field, text)),
        2 => (0..2_usize).prop_map(Move::Go),
        2 => Just(Move::Undo),
        1 => Just(Move::Redo),
        1 => any::<bool>().prop_map(Move::Refuse),
        4 => (1..8_usize).prop_map(Move::Answer),
    ];
    prop::collection::vec(one, 1..25)
}

/// What the file must hold, and the steps that lead there.
#[derive(Default)]
struct Model {
    values: BTreeMap<&'static str, String>,
    done: Vec<(&'static str, Option<String>, Option<String>)>,
    undone: Vec<(&'static str, Option<String>, Option<String>)>,
    /// The last thing done was typing into this field: more joins it.
    joins: Option<&'static str>,
}

impl Model {
    fn typed(&mut self, key: &'static str, text: &str) {
        let before = self.values.insert(key, text.to_owned());
        if before.as_deref() == Some(text) {
            return;
        }
        self.undone.clear();
        match self.done.last_mut() {
            Some((last, _, after)) if self.joins == Some(key) && *last == key => {
                *after = Some(text.to_owned())
            }
            _ => self.done.push((key, before, Some(text.to_owned()))),
        }
        self.joins = Some(key);
    }

    fn put(&mut self, key: &'static str, value: Option<String>) {
        match value {
            Some(value) => drop(self.values.insert(key, value)),
            None => drop(self.values.remove(key)),
        }
        self.joins = None;
    }

    fn undo(&mut self) {
        if let Some((key, before, after)) = self.done.pop() {
            self.put(key, before.clone());
            self.undone.push((key, before, after));
        }
    }

    fn redo(&mut self) {
        if let Some((key, before, after)) = self.undone.pop() {
            self.put(key, after.clone());
            self.done.push((key, before, after));
        }
    }
}

fn stored(bench: &Bench) -> BTreeMap<&'static str, String> {
    let mut values = BTreeMap::new();
    for (session, field, key) in FIELDS {
        let details = bench.session(i64::try_from(session).expect("small") + 1);
        let value = match field {
            "venue" => details.venue,
            "area" => details.area,
            "plan_number" => details.plan_number,
            _ => details.time_note,
        };
        if let Some(value) = value {
            values.insert(key, value);
        }
    }
    values
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 200, ..ProptestConfig::default() })]

    /// No value typed is lost: it was written, or it stands in its field and is told of. No toast
    /// offers a step that is not the one it names and the next to be turned. The file equals a model.
    #[test]
    fn what_was_written_is_what_is_told_and_what_was_typed_is_kept(moves in moves()) {
        let mut bench = Bench::open();
        // The sessions and the person themselves are not taken back.
        let steps = bench.store().history(100).wait().expect("history").len();
        let mut model = Model::default();
        let (mut screen, mut refuses) = (0, false);
        // What was typed last and never given up, by field.
        let mut typed: BTreeMap<&'static str, String> = BTreeMap::new();
        bench.go(info(1));
        bench.settle();
        for one in &moves {
            match one {
                Move::Type(field, text) => {
                    let (on, field, key) = FIELDS[*field];
                    if on != screen {
                        continue;
                    }
                    bench.type_into(field, text);
                    typed.insert(key, text.clone());
                    if !refuses {
                        model.typed(key, text);
                    }
                }
                Move::Go(to) => {
                    screen = *to;
                    bench.go(info(i64::try_from(screen).expect("small") + 1));
                    bench.settle();
                }
                Move::Undo if model.done.is_empty() => {}
                Move::Undo | Move::Redo => {
                    bench.settle();
                    let shortcut = if matches!(one, Move::Undo) { Shortcut::Undo } else { Shortcut::Redo };
                    bench.tell(Message::Heard(Heard::Shortcut(shortcut)));
                    bench.settle();
                    if !refuses {
                        match shortcut {
                            Shortcut::Undo => model.undo(),
                            _ => model.redo(),
                        }
                        // What was in the file is what was taken back, nothing that waits in a field.
                        let unsaved = bench.unsaved();
                        typed.retain(|key, _| unsaved.iter().any(|(of, _)| of == key));
                    }
                }
                Move::Refuse(on) => {
                    bench.settle();
                    refuses = *on;
                    bench.refuse(on.then_some(StoreError::DiskFull));
                }
                Move::Answer(count) => {
                    for _ in 0..*count {
                        bench.answer_one();
                    }
                }
            }
            for toast in bench.app.toasts.shown() {
                let Some(Offer::Undo(step)) = toast.offer else { continue };
                let history = bench.store().history(100).wait().expect("history");
                let entry = history.iter().find(|entry| entry.id == step).expect("the step");
                let label = bench.app.locale.say(&entry.label).to_lowercase();
                prop_assert!(toast.words.to_lowercase().contains(&label), "{}", toast.words);
            }
        }
        bench.settle();
        prop_assert_eq!(&stored(&bench), &model.values);
        let unsaved: BTreeMap<String, String> = bench.unsaved().into_iter().collect();
        for (key, text) in &typed {
            let kept = unsaved.get(*key) == Some(text);
            prop_assert!(kept || model.values.get(key) == Some(text), "{key}: {text} is lost, {unsaved:?}");
        }
        // Room again: what waits in its fields is written by Enter, on whichever screen.
        bench.refuse(None);
        for (screen, field, key) in FIELDS {
            let Some(text) = unsaved.get(key) else { continue };
            bench.go(info(i64::try_from(screen).expect("small") + 1));
            bench.settle();
            bench.act(|ui| {
                let _ = ui.click(id(field)).expect("the field");
                let _ = ui.tap_key(Named::Enter);
            });
            bench.settle();
            let stored = stored(&bench);
            prop_assert_eq!(stored.get(key), Some(text));
        }
        prop_assert!(bench.unsaved().is_empty());
        prop_assert!(bench.store().history(100).wait().expect("history").len() >= steps);
        let Bench { app, path, _folder, .. } = bench;
        drop(app);
        prop_assert!(Store::open(Path::new(&path), Access::Read).expect("opens").check().wait().expect("read").is_sound());
    }
}

/// Every screen is loaded again when a table it shows was touched: none is forgotten.
#[test]
fn screens_name_every_table_they_read() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("a.taphuan");
    let store = Store::create(&path).expect("made");
    let samples = crate::sample::blueprints().expect("samples");
    store.plant(Operation::new(Sentence::new("operation-sample")), samples).wait().expect("planted");
    drop(store);
    let mut bench = Bench::on(folder, path, Machine::default());
    // What the program keeps of itself, and habits that only their own screen changes.
    let apart = [
        "operation",
        "row_change",
        "setting",
        "paper_look",
        "import_record",
        // Marks come by the hundred: the tab that makes them asks for them again itself.
        "mark_entry",
        "attendance_mark",
        "attendance",
        "sitting_event",
        "receipt_mark",
        "receipt",
        "mark_conflict",
        "sqlite_schema",
        "sqlite_master",
        // No table: a function.
        "json_each",
    ];
    for place in [
        Route::Home,
        Route::Sessions,
        Route::Session(SessionId(1), Tab::Delegates),
        Route::People,
        Route::Units,
        Route::Topics,
        Route::Register,
        Route::History(HistoryOf::All),
        Route::Settings,
    ] {
        bench.store().watch_reads_for_tests().wait().expect("watched");
        bench.go(place);
        bench.settle();
        let read = bench.store().watch_reads_for_tests().wait().expect("read");
        assert!(!read.is_empty(), "{place:?}");
        let named = bench.app.screen.reads();
        let missing: Vec<&String> = read
            .iter()
            .filter(|table| !named.contains(&table.as_str()) && !apart.contains(&table.as_str()))
            .collect();
        assert!(missing.is_empty(), "{place:?} reads {missing:?}");
    }
}
