//! Search everywhere (Ctrl K): sessions, people, topics, units, settings, pages, and the papers of
//! the session on show or to get on with, by a few letters. The arrows and Enter lead there.

use std::sync::Arc;

use iced::widget::{column, container, row};
use iced::{Element, Length, Size, Task};

use super::icon::Icon;
use super::job;
use super::screen::{Goal, HistoryOf, Route, Tab, settings::section::SET};
use super::theme::palette::{self, Tone};
use super::theme::space;
use super::theme::text::{Role, plain, small};
use super::widget::ellipsis::ellipsis;
use super::widget::{arrows, button, dialog, offer, search};
use crate::domain::certificate::register::{RegisterLine, RegisterQuery};
use crate::domain::id::{PersonId, SessionId, TopicId, UnitId};
use crate::domain::library::Library;
use crate::domain::overview::to_get_on_with;
use crate::domain::person::PersonDetails;
use crate::domain::session::SessionSummary;
use crate::domain::unit_tree::UnitTree;
use crate::guide::{self, Page};
use crate::locale::Locale;
use crate::paper::PaperKind;
use crate::sentence::Sentence;
use crate::store::{Store, StoreError};
use crate::vietnamese::fold::fold;

/// The key that leads here.
const KEY: &str = "Ctrl K";
/// Of each kind so many are shown.
const MOST: usize = 6;
/// So many people are looked at for those whose name has the words; the others are counted.
const PEOPLE: usize = 60;

/// The pages, by what the sidebar calls them.
const PAGES: [(Route, Icon, &str); 8] = [
    (Route::Home, Icon::LayoutDashboard, "window-nav-home"),
    (Route::Sessions, Icon::Presentation, "window-nav-sessions"),
    (Route::Topics, Icon::BookOpen, "window-topics-nav"),
    (Route::People, Icon::Users, "window-people-nav"),
    (Route::Units, Icon::MapPin, "window-units-nav"),
    (Route::Register, Icon::Award, "register-nav"),
    (Route::History(HistoryOf::All), Icon::History, "window-history-nav"),
    (Route::Settings, Icon::Settings, "window-nav-settings"),
];

/// What is typed, and what was found.
#[derive(Default)]
pub struct State {
    words: String,
    /// The session on show.
    open: Option<SessionId>,
    sessions: Vec<SessionSummary>,
    topics: Option<Arc<Library>>,
    units: Option<Arc<UnitTree>>,
    people: Vec<(PersonId, PersonDetails)>,
    /// People who were found besides.
    further_people: usize,
    /// Certificates whose number, or code, these words are.
    certificates: Vec<RegisterLine>,
    found: Vec<Found>,
    /// What was found besides.
    further: usize,
    marked: usize,
}

/// Something that was found.
#[derive(Debug, Clone)]
struct Found {
    icon: Icon,
    name: String,
    /// What it is, and where.
    about: String,
    leads: Leads,
}

/// Where something leads that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To something on a screen.
    To(Goal),
    /// To a page of the guide.
    Guide(Page),
}

/// What happens in it.
#[derive(Clone)]
pub enum Message {
    /// The words changed.
    Typed(String),
    /// The sessions arrived.
    Sessions(Result<Vec<SessionSummary>, StoreError>),
    /// The topics arrived.
    Topics(Result<Arc<Library>, StoreError>),
    /// The units arrived.
    Units(Result<Arc<UnitTree>, StoreError>),
    /// Whom these words find, and how many besides.
    People(String, usize, Result<Vec<(PersonId, PersonDetails)>, StoreError>),
    /// The certificates that these words find arrived.
    Certificates(String, Result<Vec<RegisterLine>, StoreError>),
    /// The mark goes down, or up.
    Step(bool),
    /// What is marked is wanted.
    Enter,
    /// This is wanted.
    Chosen(Leads),
    /// The dialog closes.
    Close,
}

/// What the window does.
pub enum Action {
    /// This, and nothing more.
    Run(Task<Message>),
    /// It shows what was wanted.
    Go(Leads),
    /// It closes the dialog.
    Close,
}

impl State {
    /// Asks for what can be found while this session is on show.
    pub fn open(session: Option<SessionId>, store: &Store) -> (Self, Task<Message>) {
        let asked = Task::batch([
            job::ask(store.sessions()).map(Message::Sessions),
            job::ask(store.library()).map(|answer| Message::Topics(answer.map(Arc::new))),
            job::ask(store.units()).map(|answer| Message::Units(answer.map(Arc::new))),
        ]);
        (Self { open: session, ..Self::default() }, asked)
    }

    /// Takes in a message. What cannot be read is not found: its own page says why.
    pub fn update(&mut self, message: Message, store: &Store, locale: &Locale) -> Action {
        match message {
            Message::Typed(words) => {
                self.words = words;
                self.marked = 0;
                self.find(locale);
                return Action::Run(Task::batch([self.ask_people(store), self.ask_certificates(store)]));
            }
            Message::Sessions(Ok(sessions)) => self.sessions = sessions,
            Message::Topics(Ok(topics)) => self.topics = Some(topics),
            Message::Units(Ok(units)) => self.units = Some(units),
            Message::People(words, further, Ok(people)) if words == self.words => {
                (self.people, self.further_people) = (people, further);
            }
            Message::Certificates(words, Ok(lines)) if words == self.words => self.certificates = lines,
            Message::Sessions(_)
            | Message::Topics(_)
            | Message::Units(_)
            | Message::People(..)
            | Message::Certificates(..) => {}
            Message::Step(down) => {
                let last = self.found.len().saturating_sub(1);
                self.marked = match down {
                    true => (self.marked + 1).min(last),
                    false => self.marked.saturating_sub(1),
                };
                return Action::Run(offer::scroll_to(self.marked));
            }
            Message::Enter => {
                return match self.found.get(self.marked) {
                    Some(found) => Action::Go(found.leads.clone()),
                    None => Action::Run(Task::none()),
                };
            }
            Message::Chosen(leads) => return Action::Go(leads),
            Message::Close => return Action::Close,
        }
        self.find(locale);
        Action::Run(Task::none())
    }

    fn ask_people(&self, store: &Store) -> Task<Message> {
        let words = self.words.clone();
        if fold(&words).is_empty() {
            return Task::none();
        }
        let store = store.clone();
        job::ask(store.search(&words)).then(move |found| {
            let words = words.clone();
            match found {
                Ok(mut ids) => {
                    let further = ids.len().saturating_sub(PEOPLE);
                    ids.truncate(PEOPLE);
                    job::ask(store.people(ids))
                        .map(move |people| Message::People(words.clone(), further, people))
                }
                Err(error) => Task::done(Message::People(words, 0, Err(error))),
            }
        })
    }

    /// A number has figures, or is a code; whom it was given to is found among the people.
    fn ask_certificates(&mut self, store: &Store) -> Task<Message> {
        self.certificates.clear();
        let words = self.words.clone();
        // One figure has a tenth of all numbers.
        if words.chars().filter(char::is_ascii_digit).count() < 2 {
            return Task::none();
        }
        let query = RegisterQuery { text: words.clone(), ..RegisterQuery::default() };
        job::ask(store.register(query)).map(move |lines| Message::Certificates(words.clone(), lines))
    }

    fn find(&mut self, locale: &Locale) {
        let words: Vec<String> = fold(&self.words).split(' ').map(str::to_owned).collect();
        let named = |name: &str| {
            let name = fold(name);
            words.iter().all(|word| name.contains(word.as_str()))
        };
        // "Biên bản" before "Biển tên để bàn".
        let phrase = words.join(" ");
        let has_phrase = |one: &Found| fold(&one.name).contains(phrase.as_str());
        if words.iter().all(String::is_empty) {
            (self.found, self.further) = (Vec::new(), 0);
            return;
        }
        let sessions = self.sessions.iter().filter(|one| named(&one.title)).map(|one| Found {
            icon: Icon::Presentation,
            name: one.title.clone(),
            about: locale.text("everywhere-session"),
            leads: Leads::To(Goal { place: Route::Session(one.id, Tab::first_for(one)), key: None }),
        });
        let people = self.people.iter().map(|(id, details)| {
            let about = [details.position.as_deref(), details.unit.as_deref()];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(", ");
            Found {
                icon: Icon::User,
                name: details.full_name.clone(),
                about: if about.is_empty() { locale.text("everywhere-person") } else { about },
                leads: Leads::To(Goal { place: Route::People, key: Some(format!("person {id}")) }),
            }
        });
        let topic = |id: TopicId| {
            let topic = self.topics.as_ref()?.topic(id)?;
            Some(Found {
                icon: Icon::BookOpen,
                name: topic.details.title.clone(),
                about: locale.text("everywhere-topic"),
                leads: Leads::To(Goal { place: Route::Topics, key: Some(format!("topic {id}")) }),
            })
        };
        let topics = self.topics.iter().flat_map(|topics| topics.search(&self.words)).filter_map(topic);
        let unit = |id: UnitId| {
            let tree = self.units.as_ref()?;
            let unit = tree.get(id)?;
            Some(Found {
                icon: Icon::MapPin,
                name: unit.fields.name.clone(),
                about: unit.parent.map_or_else(|| locale.text("everywhere-unit"), |parent| tree.path(parent)),
                leads: Leads::To(Goal { place: Route::Units, key: Some(format!("unit {id}")) }),
            })
        };
        let units = self.units.iter().flat_map(|tree| tree.search(&self.words)).filter_map(unit);
        let pages = PAGES.into_iter().map(|(place, icon, label)| Found {
            icon,
            name: locale.text(label),
            about: locale.text("everywhere-page"),
            leads: Leads::To(Goal { place, key: None }),
        });
        let papers = self.of_papers().into_iter().flat_map(|session| {
            let about = Sentence::new("everywhere-paper").with("session", session.title.as_str());
            PaperKind::ALL.map(|kind| Found {
                icon: Icon::Printer,
                name: locale.text(kind.about().label),
                about: locale.say(&about),
                leads: Leads::To(Goal {
                    place: Route::Session(session.id, Tab::Printing),
                    key: Some(format!("paper {}", kind.id())),
                }),
            })
        });
        let settings = SET.into_iter().map(|(title, section)| Found {
            icon: Icon::Settings,
            name: locale.text(title),
            about: locale.text("everywhere-setting"),
            leads: Leads::To(Goal { place: Route::Settings, key: Some(section.key()) }),
        });
        let guide = guide::find(&self.words).into_iter().map(|page| Found {
            icon: Icon::Info,
            name: page.title().to_owned(),
            about: locale.text("everywhere-guide"),
            leads: Leads::Guide(page),
        });
        let certificates = self.certificates.iter().map(|line| Found {
            icon: Icon::Award,
            name: line.printed_number.clone(),
            about: format!("{} · {}", line.copy.name, line.session_title),
            leads: Leads::To(Goal { place: Route::Register, key: Some(format!("certificate {}", line.id)) }),
        });
        // Of each kind those first whose name has the words, and so with all of them.
        let kinds: [Vec<Found>; 9] = [
            sessions.collect(),
            best(people, named),
            certificates.collect(),
            papers.filter(|paper| named(&paper.name)).collect(),
            best(topics, named),
            best(units, named),
            settings.filter(|setting| named(&setting.name)).collect(),
            pages.filter(|page| named(&page.name)).collect(),
            guide.collect(),
        ];
        let all = kinds.iter().map(Vec::len).sum::<usize>() + self.further_people;
        let mut found: Vec<Found> = kinds
            .into_iter()
            .flat_map(|mut kind| {
                kind.sort_by_key(|one| !has_phrase(one));
                kind.into_iter().take(MOST)
            })
            .collect();
        self.further = all - found.len();
        found.sort_by_key(|one| (!has_phrase(one), !named(&one.name)));
        // What was marked by an arrow stays so where others come before it.
        let marked = self.found.get(self.marked).filter(|_| self.marked > 0).map(|one| &one.leads);
        let kept = marked.and_then(|leads| found.iter().position(|one| one.leads == *leads));
        self.marked = kept.unwrap_or(self.marked).min(found.len().saturating_sub(1));
        self.found = found;
    }

    /// The session whose papers are found: the one on show, else the one to get on with.
    fn of_papers(&self) -> Option<&SessionSummary> {
        match self.open {
            Some(open) => self.sessions.iter().find(|session| session.id == open),
            None => to_get_on_with(self.sessions.iter(), crate::clock::today()),
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, locale: &'a Locale, size: Size) -> Element<'a, Message> {
        let field = search::entry(
            Tone::Neutral,
            &self.words,
            &locale.text("everywhere-placeholder"),
            (Icon::Search, KEY),
            Message::Typed,
            Some(Message::Enter),
        );
        let lines = self.found.iter().enumerate().map(|(place, found)| self.line(place, found));
        let list: Element<'a, Message> = match (self.found.is_empty(), self.words.trim().is_empty()) {
            (true, true) => small(locale.text("everywhere-hint")).into(),
            (true, false) => small(locale.text("window-nothing-found")).into(),
            (false, _) => column(lines).into(),
        };
        let high = (size.height - 260.0).clamp(80.0, 420.0).floor();
        let further = (self.further > 0)
            .then(|| small(locale.say(&Sentence::new("everywhere-further").with("count", self.further))));
        let content = column![field, offer::list(list, high)].push(further).spacing(space::M);
        let close = button::secondary(None, locale.text("window-close")).on_press(Message::Close);
        let title = locale.text("everywhere-title");
        arrows::arrows(dialog::wide(title, content, [close.into()], Message::Close), Message::Step)
    }

    fn line<'a>(&'a self, place: usize, found: &'a Found) -> Element<'a, Message> {
        let name = parts(&found.name, &self.words).into_iter().map(|(text, is_match)| {
            plain(text, if is_match { Role::Strong } else { Role::Body })
                .wrapping(iced::widget::text::Wrapping::None)
                .into()
        });
        let content = row![
            container(row(name)).clip(true).width(Length::FillPortion(3)),
            container(ellipsis(found.about.as_str(), Role::Small, palette::MUTED))
                .width(Length::FillPortion(2)),
        ]
        .spacing(space::M);
        offer::offer(found.icon, content, place == self.marked, Message::Chosen(found.leads.clone()))
    }
}

/// Some of a kind, those first whose name has the words.
fn best(all: impl Iterator<Item = Found>, named: impl Fn(&str) -> bool) -> Vec<Found> {
    let (mut by_name, others): (Vec<_>, Vec<_>) = all.partition(|found| named(&found.name));
    by_name.extend(others);
    by_name
}

/// A name in parts: which of them are the words that were typed.
fn parts(name: &str, words: &str) -> Vec<(String, bool)> {
    let letters: Vec<(char, String)> =
        name.chars().map(|letter| (letter, fold(&letter.to_string()))).collect();
    let mut is_match = vec![false; letters.len()];
    for word in fold(words).split(' ').filter(|word| !word.is_empty()) {
        let begins = (0..letters.len()).find(|at| {
            let mut rest = String::new();
            let mut further = letters[*at..].iter();
            while rest.len() < word.len() {
                let Some((_, key)) = further.next() else { break };
                rest.push_str(if key.is_empty() { " " } else { key });
            }
            rest == word
        });
        let length = word.chars().count();
        if let Some(at) = begins {
            let end = (at + length).min(is_match.len());
            is_match[at..end].fill(true);
        }
    }
    let mut parts: Vec<(String, bool)> = Vec::new();
    for ((letter, _), is_match) in letters.into_iter().zip(is_match) {
        match parts.last_mut() {
            Some((text, same)) if *same == is_match => text.push(letter),
            _ => parts.push((letter.to_string(), is_match)),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_marked_without_regard_to_diacritics() {
        let marked = |name: &str, words: &str| {
            let parts = parts(name, words);
            parts.into_iter().filter(|(_, is_match)| *is_match).map(|(text, _)| text).collect::<Vec<_>>()
        };
        assert_eq!(marked("Nguyễn Văn Bình", "van binh"), ["Văn", "Bình"]);
        assert_eq!(marked("Đặng Thị Ánh", "dang"), ["Đặng"]);
        assert!(marked("Lê An", "xyz").is_empty());
    }
}
