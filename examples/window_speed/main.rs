//! How quick the real window is: `cargo run --release --example window_speed`.
//!
//! Opens it on a data file with a session of 100,000 invented delegates, types
//! into the search of its list and of the registry of people, and prints: start to
//! the first frame with content, key press to the end of the frame with the answer,
//! and the memory taken. Then it closes.

mod typist;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::{Duration, Instant};

use iced::widget::operation::focus;
use iced::{Element, Subscription, Task, window};
use taphuan::app::screen::{Route, Tab};
use taphuan::app::widget::search;
use taphuan::app::{self, App, Machine};
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::person::PersonDetails;
use taphuan::domain::session::SessionDetails;
use taphuan::store::Store;

const DELEGATES: usize = 100_000;
const TYPED: &str = "nguyen van binh";
/// Without a change for so long, the window is at rest.
const REST: Duration = Duration::from_millis(1500);
/// A list arrives within so long, even on a machine with other work.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone)]
enum Message {
    Frame,
    App(app::Message),
}

/// What is being waited for.
enum Wait {
    /// The first content.
    Start,
    /// The list of delegates, or of all people.
    List(List),
    /// The answer to a key in the search of one.
    Key(List),
}

/// The two long lists.
#[derive(Clone, Copy)]
enum List {
    Delegates,
    People,
}

struct Speed {
    app: App,
    session: SessionId,
    keys: typist::Keys,
    typed: std::str::Chars<'static>,
    wait: Wait,
    since: Instant,
    /// Frames since the last change.
    quiet: usize,
    /// The end of the first frame after the last change.
    drawn: Instant,
    times: Vec<Duration>,
}

impl Speed {
    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::App(message) => {
                self.quiet = 0;
                self.app.update(message).map(Message::App)
            }
            Message::Frame => {
                self.quiet += 1;
                // The first frame after a change draws it; its end is the next one's begin.
                if self.quiet == 2 {
                    self.drawn = Instant::now();
                }
                let rest = if matches!(self.wait, Wait::List(_)) { PATIENCE } else { REST };
                let rested = self.quiet > 2 && self.drawn.elapsed() > rest;
                if rested { self.at_rest() } else { Task::none() }
            }
        }
    }

    fn at_rest(&mut self) -> Task<Message> {
        let took = self.drawn - self.since;
        let next = match self.wait {
            Wait::Start => {
                println!("start to content: {:.0} ms, memory {}", milliseconds(took), memory());
                self.open(List::Delegates)
            }
            Wait::List(list) => {
                let (took, name) = (milliseconds(took), list.name());
                println!("{DELEGATES} {name} opened: {took:.0} ms, memory {}", memory());
                self.wait = Wait::Key(list);
                self.typed = TYPED.chars();
                focus(search::ID).chain(self.press(list))
            }
            Wait::Key(list) => {
                self.times.push(took);
                self.press(list)
            }
        };
        self.quiet = 0;
        self.since = Instant::now();
        next
    }

    fn open(&mut self, list: List) -> Task<Message> {
        self.wait = Wait::List(list);
        let place = match list {
            List::Delegates => Route::Session(self.session, Tab::Delegates),
            List::People => Route::People,
        };
        Task::done(Message::App(app::Message::Go(place)))
    }

    fn press(&mut self, list: List) -> Task<Message> {
        let Some(letter) = self.typed.next() else {
            self.times.sort();
            let at = |share: usize| milliseconds(self.times[(self.times.len() - 1) * share / 100]);
            let (median, slowest) = (at(50), at(100));
            println!("{}: key to repaint median {median:.1} ms, slowest {slowest:.1} ms", list.name());
            self.times.clear();
            return match list {
                List::Delegates => self.open(List::People),
                List::People => iced::exit(),
            };
        };
        self.keys.borrow_mut().push_back(typist::letter(letter.encode_utf8(&mut [0; 4])));
        Task::none()
    }

    fn view(&self) -> Element<'_, Message> {
        typist::typist(self.keys.clone(), self.app.view().map(Message::App))
    }

    fn subscription(&self) -> Subscription<Message> {
        Subscription::batch([
            self.app.subscription().map(Message::App),
            window::frames().map(|_| Message::Frame),
        ])
    }
}

impl List {
    fn name(self) -> &'static str {
        match self {
            Self::Delegates => "delegates of a session",
            Self::People => "people of the registry",
        }
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Resident memory, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.map_or("unknown".to_owned(), |line| line.trim().to_owned())
}

/// Invented people with names as varied as real ones.
fn people() -> Vec<NewDelegate> {
    let family = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ"];
    let middle = ["Văn", "Thị", "Đình", "Ngọc", "Hữu", "Thanh", "Minh", "Xuân", "Quang", "Kim", "Bích"];
    let given = ["An", "Ánh", "Bình", "Cường", "Dũng", "Đào", "Hằng", "Hòa", "Khánh", "Lan", "Liên", "Mai"];
    let name = |n: usize| format!("{} {} {}", family[n % 11], middle[n / 3 % 11], given[n / 7 % given.len()]);
    let person = |n: usize| PersonDetails {
        full_name: name(n),
        birth: FuzzyDate::year_only(1950 + i16::try_from(n % 45).unwrap_or(0)).ok(),
        position: Some("Trưởng ban Công tác Mặt trận".into()),
        unit: Some(format!("Thôn {}, xã Tam {}", n % 90, given[n % given.len()])),
        ..PersonDetails::default()
    };
    (0..DELEGATES).map(|n| NewDelegate::Unknown(person(n))).collect()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("speed.taphuan");
    let store = Store::create(&file)?;
    let details = SessionDetails { title: "Tập huấn".into(), ..SessionDetails::default() };
    let session = store.create_session(details, None).wait()?;
    store.add_delegates(session, None, people()).wait()?;
    drop(store);

    let began = Instant::now();
    let boot = move || {
        let (app, task) = App::boot(Machine::default(), Some(file.clone()));
        let speed = Speed {
            app,
            session,
            keys: Rc::new(RefCell::new(VecDeque::new())),
            typed: TYPED.chars(),
            wait: Wait::Start,
            since: began,
            quiet: 0,
            drawn: began,
            times: Vec::new(),
        };
        (speed, task.map(Message::App))
    };
    iced::application(boot, Speed::update, Speed::view)
        .settings(app::settings())
        .window_size((1366.0, 768.0))
        .style(|speed: &Speed, _| speed.app.style())
        .subscription(Speed::subscription)
        .run()?;
    Ok(())
}
