//! The dialog for a new session: a title is all that is needed. Where lists are to come in, it asks first
//! into which session; a new one is only made once one of the lists can be read.

use std::path::PathBuf;

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::icon::Icon;
use super::theme::palette::{self, Tone};
use super::theme::space;
use super::theme::text::{body, small};
use super::widget::date_field::day_field;
use super::widget::field::field;
use super::widget::select::select;
use super::widget::{banner, button, dialog, form};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::id::SessionId;
use crate::domain::mistake::Mistake;
use crate::domain::moved_on::moved_on;
use crate::domain::session::{CopyOf, SessionDetails, SessionSummary};
use crate::domain::template::Template;
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::StoreError;

/// What is typed so far.
#[derive(Default)]
pub struct State {
    title: String,
    starts: Option<FuzzyDate>,
    ends: Option<FuzzyDate>,
    venue: String,
    /// What it begins with.
    basis: Basis,
    /// The title and the first day that came with it, until others are typed.
    proposed: (String, Option<FuzzyDate>),
    /// Lists to import into it.
    lists: Vec<PathBuf>,
    /// The session they go into; `None` for a new one.
    into: Option<SessionId>,
    /// The sessions there are: to go into, or to be made like.
    sessions: Vec<SessionSummary>,
    progress: Progress,
}

/// What a new session begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Basis {
    /// Nothing.
    #[default]
    Nothing,
    /// What is usual for its kind.
    Template(Template),
    /// What a session of before had.
    Like(SessionId),
}

/// How far the making of the session is.
#[derive(Default)]
enum Progress {
    /// Nothing is said of it yet.
    #[default]
    Typing,
    /// It could not be made.
    Refused(StoreError),
    /// None of the lists can be read.
    NoList(Sentence),
    /// It is being made: another press makes no second one.
    Making,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The title was committed.
    Title(String),
    /// The first day was committed.
    Starts(Option<FuzzyDate>),
    /// The last day was committed.
    Ends(Option<FuzzyDate>),
    /// The place was committed.
    Venue(String),
    /// What it begins with was chosen.
    BasisChosen(Basis),
    /// The lists go into this session; `None` for a new one.
    Into(Option<SessionId>),
    /// The sessions they may go into.
    Sessions(Vec<SessionSummary>),
    /// The session is to be made.
    Create,
    /// Whether one of these lists can be read, or why not.
    Checked(Vec<PathBuf>, Result<(), Sentence>),
    /// The dialog closes.
    Close,
}

/// What the window does after a message.
pub enum Action {
    /// Nothing.
    None,
    /// Closes the dialog.
    Close,
    /// Makes the session, of a usual kind or empty, and imports the lists into it.
    Create(Box<SessionDetails>, Option<Template>, Vec<PathBuf>),
    /// Makes it like another, and imports the lists into it.
    Copy(SessionId, CopyOf, Vec<PathBuf>),
    /// Looks whether one of the lists can be read.
    Check(Vec<PathBuf>),
    /// Imports the lists into a session.
    Import(SessionId, Vec<PathBuf>),
}

impl State {
    /// An empty dialog, for lists or none. The name of a list often is the title.
    pub fn new(lists: Vec<PathBuf>) -> Self {
        let stem = lists.first().and_then(|path| path.file_stem());
        let title = stem.map(|stem| stem.to_string_lossy().replace('_', " ")).unwrap_or_default();
        Self { title: crate::vietnamese::clean::clean(&title), lists, ..Self::default() }
    }

    /// A further list was dropped: communes send one each.
    pub fn add_list(&mut self, list: PathBuf) {
        if !self.lists.contains(&list) {
            self.lists.push(list);
        }
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Title(title) => self.title = title,
            Message::Starts(date) => self.starts = date,
            Message::Ends(date) => self.ends = date,
            Message::Venue(venue) => self.venue = venue,
            Message::BasisChosen(basis) => self.begin_with(basis),
            Message::Close => return Action::Close,
            Message::Into(_) if self.is_making() => return Action::None,
            Message::Into(session) => self.into = session,
            Message::Sessions(sessions) => {
                self.sessions = sessions;
                return Action::None;
            }
            Message::Create if self.is_making() => return Action::None,
            Message::Create => match (self.into, self.details()) {
                (Some(session), _) => return Action::Import(session, self.lists.clone()),
                (None, Err(mistake)) => {
                    self.refuse(mistake.into());
                    return Action::None;
                }
                (None, Ok(_)) if !self.lists.is_empty() => {
                    self.progress = Progress::Making;
                    return Action::Check(self.lists.clone());
                }
                (None, Ok(details)) => return self.create(details),
            },
            // Of a dialog that was closed.
            Message::Checked(lists, _) if !self.is_making() || lists != self.lists => return Action::None,
            Message::Checked(_, Err(reason)) => {
                self.progress = Progress::NoList(reason);
                return Action::None;
            }
            Message::Checked(_, Ok(())) => {
                return match self.details() {
                    Ok(details) => self.create(details),
                    Err(mistake) => {
                        self.refuse(mistake.into());
                        Action::None
                    }
                };
            }
        }
        if !self.is_making() {
            self.progress = Progress::Typing;
        }
        Action::None
    }

    fn create(&mut self, details: SessionDetails) -> Action {
        self.progress = Progress::Making;
        let template = match self.basis {
            Basis::Nothing => None,
            Basis::Template(template) => Some(template),
            Basis::Like(session) => {
                let copy = CopyOf {
                    title: details.title,
                    starts: self.starts,
                    programme: true,
                    clusters: true,
                    delegates: false,
                    guests: false,
                };
                return Action::Copy(session, copy, self.lists.clone());
            }
        };
        Action::Create(Box::new(details), template, self.lists.clone())
    }

    /// What it begins with. Like a session of before, it has that one's title and first day, moved
    /// on to the year they are wanted for; what was typed stays.
    fn begin_with(&mut self, basis: Basis) {
        self.basis = basis;
        // What came with the one of before goes with it.
        let (title, starts) = std::mem::take(&mut self.proposed);
        if self.title == title {
            self.title.clear();
        }
        self.starts = self.starts.filter(|_| self.starts != starts);
        let Basis::Like(session) = basis else { return };
        let Some(one) = self.sessions.iter().find(|one| one.id == session) else { return };
        let (title, first) = moved_on(&one.title, one.dates, crate::clock::today().year());
        if self.title.is_empty() {
            self.title = title;
            self.proposed.0 = self.title.clone();
        }
        if self.starts.is_none() {
            self.starts = first;
            self.proposed.1 = self.starts;
        }
    }

    fn is_making(&self) -> bool {
        matches!(self.progress, Progress::Making)
    }

    /// The data file refused the session: what was typed stays.
    pub fn refuse(&mut self, error: StoreError) {
        self.progress = Progress::Refused(error);
    }

    fn details(&self) -> Result<SessionDetails, Mistake> {
        if self.title.is_empty() {
            return Err(Mistake::NoTitle);
        }
        let dates = match (self.starts, self.ends) {
            (Some(start), Some(end)) => Some(DateSpan::new(start, end)?),
            (start, end) => start.or(end).map(DateSpan::single),
        };
        Ok(SessionDetails {
            title: self.title.clone(),
            dates,
            venue: (!self.venue.is_empty()).then(|| self.venue.clone()),
            ..SessionDetails::default()
        })
    }

    /// The usual kinds, to choose one or none of.
    fn bases<'a>(&self, locale: &'a Locale) -> Element<'a, Message> {
        let none = [(Basis::Nothing, locale.text("info-template-none"))];
        let kinds = Template::ALL.map(|template| {
            let label = match template {
                Template::HalfDay => "info-template-half-day",
                Template::ThreeDays => "info-template-three-days",
                Template::Clusters => "info-template-clusters",
                Template::Online => "info-template-online",
            };
            (Basis::Template(template), locale.text(label))
        });
        let past = self.sessions.iter().map(|one| {
            let words = Sentence::new("window-new-like").with("title", one.title.as_str());
            (Basis::Like(one.id), locale.say(&words))
        });
        select(none.into_iter().chain(kinds).chain(past), Some(&self.basis))
            .label(locale.text("info-template"))
            .id("new-template")
            .on_choose(Message::BasisChosen)
            .into()
    }

    /// What the chosen kind brings; without one, what is needed.
    fn hint<'a>(&self, locale: &'a Locale) -> Element<'a, Message> {
        let words = match self.basis {
            Basis::Nothing => "window-new-hint",
            Basis::Template(Template::HalfDay) => "info-template-half-day-brings",
            Basis::Template(Template::ThreeDays) => "info-template-three-days-brings",
            Basis::Template(Template::Clusters) => "info-template-clusters-brings",
            Basis::Template(Template::Online) => "info-template-online-brings",
            Basis::Like(_) => "window-new-like-brings",
        };
        small(locale.text(words)).into()
    }

    /// The dialog.
    pub fn view<'a>(&'a self, locale: &'a Locale) -> Element<'a, Message> {
        // Of two fields of dates, the second one tells what is wrong with both.
        let refusal = |about_dates: bool| match &self.progress {
            Progress::Refused(error) => {
                let of_dates = matches!(error, StoreError::Refused(Mistake::Date(_)));
                (about_dates == of_dates).then(|| locale.explain(error))
            }
            _ => None,
        };
        let fields = form::form([
            field(&self.title)
                .label(locale.text("window-field-title"))
                .placeholder(locale.text("window-new-title-placeholder"))
                .id("new-title")
                .error(refusal(false))
                .on_commit(Message::Title)
                .on_enter(Message::Create)
                .into(),
            form::beside([
                day_field(locale, self.starts, self.ends, Message::Starts)
                    .label(locale.text("window-field-starts"))
                    .id("new-starts")
                    .into(),
                day_field(locale, self.ends, self.starts, Message::Ends)
                    .label(locale.text("window-field-ends"))
                    .id("new-ends")
                    .error(refusal(true))
                    .into(),
            ])
            .into(),
            form::beside([
                field(&self.venue)
                    .label(locale.text("window-field-venue"))
                    .id("new-venue")
                    .on_commit(Message::Venue)
                    .on_enter(Message::Create)
                    .into(),
                self.bases(locale),
            ])
            .into(),
            self.hint(locale),
        ]);
        let fields = self.into.is_none().then_some(fields);
        let content = column![].push(self.lists(locale)).push(fields).spacing(space::L);
        let (title, action) = match (self.lists.is_empty(), self.into) {
            (true, _) => ("window-session-new", "window-new-create"),
            (false, None) => ("window-new-import", "window-new-create-import"),
            (false, Some(_)) => ("window-new-import", "window-new-import-into"),
        };
        let actions = [
            button::secondary(None, locale.text("window-cancel")).on_press(Message::Close).into(),
            button::primary(None, locale.text(action))
                .id("new-create")
                .on_press_maybe((!self.is_making()).then_some(Message::Create))
                .into(),
        ];
        dialog::dialog(locale.text(title), content, actions, Message::Close)
    }

    /// The lists that are to come in, and into which session.
    fn lists<'a>(&'a self, locale: &'a Locale) -> Option<Element<'a, Message>> {
        let path = self.lists.first()?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = match self.lists.len() {
            1 => name,
            count => {
                locale.say(&Sentence::new("window-new-lists").with("name", name).with("count", count - 1))
            }
        };
        let icon = Icon::FileSpreadsheet.view().color(palette::GREEN);
        let files = row![icon, body(name)].spacing(space::S).align_y(Alignment::Center);
        let new = (None, locale.text("window-new-into-new"));
        let open = self.sessions.iter().filter(|one| one.state.is_open());
        let known = open.map(|one| (Some(one.id), one.title.clone()));
        let into = select(std::iter::once(new).chain(known), Some(&self.into))
            .label(locale.text("window-new-into"))
            .id("new-into")
            .on_choose(Message::Into);
        let refused = match &self.progress {
            Progress::NoList(reason) => {
                Some(banner::banner(Tone::Danger, Icon::CircleAlert, locale.say(reason), None))
            }
            _ => None,
        };
        Some(column![files].push(refused).push(into).spacing(space::M).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::SessionState;

    #[test]
    fn what_came_with_another_session_goes_when_none_is_chosen_and_what_was_typed_stays() {
        let past = SessionSummary {
            id: SessionId(1),
            title: "Lớp năm 2020".into(),
            dates: None,
            venue: None,
            state: SessionState::default(),
            delegates: 0,
            clusters: 0,
            is_sample: false,
            put_away: false,
        };
        let mut state = State { sessions: vec![past], ..State::default() };
        let _ = state.update(Message::BasisChosen(Basis::Like(SessionId(1))));
        assert_ne!(state.title, "");
        let _ = state.update(Message::BasisChosen(Basis::Nothing));
        assert_eq!(state.title, "");
        let _ = state.update(Message::Title("Tên gõ tay".into()));
        let _ = state.update(Message::BasisChosen(Basis::Like(SessionId(1))));
        assert_eq!(state.title, "Tên gõ tay");
    }
}
