//! Editing the chosen item and the hours of its sitting: every field saves by
//! itself, and the list shows at once what follows.

use super::{Context, State};
use crate::app::screen::Action;
use crate::app::widget::field::Shifted;
use crate::domain::entry;
use crate::domain::id::{ProgrammeItemId, SittingId};
use crate::domain::programme::{ClockTime, ItemKind, Presenter, ProgrammeItem, warnings};
use crate::sentence::Explain;
use crate::store::StoreError;

/// The field of a presenter to add.
pub(super) const NEW_NAME: &str = "item-presenter-new";

/// What the user is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ItemField {
    /// The words of the item.
    Title,
    /// Its length.
    Minutes,
    /// What sort of item it is.
    Kind,
    /// Who presents.
    Presenters,
}

impl ItemField {
    /// Its name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Minutes => "minutes",
            Self::Kind => "kind",
            Self::Presenters => "presenters",
        }
    }
}

/// An end of a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Edge {
    /// When it starts.
    Start,
    /// When it ends.
    End,
}

/// What sort of presenter it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A named person.
    Person,
    /// A role.
    Role,
    /// A body.
    Collective,
}

impl Sort {
    /// Of a presenter.
    pub(super) fn of(presenter: &Presenter) -> Self {
        match presenter {
            Presenter::Person { .. } => Self::Person,
            Presenter::Role(_) => Self::Role,
            Presenter::Collective(_) => Self::Collective,
        }
    }

    fn named(self, name: String, titles: Vec<String>) -> Presenter {
        match self {
            Self::Person => Presenter::Person { name, titles },
            Self::Role => Presenter::Role(name),
            Self::Collective => Presenter::Collective(name),
        }
    }
}

/// What happens in the fields.
#[derive(Debug, Clone)]
pub enum Message {
    /// A time of the sitting was committed.
    Hour(Edge, String),
    /// The words of the item were committed.
    Title(String),
    /// Its length.
    Minutes(Option<u32>),
    /// What sort of item it is.
    Kind(ItemKind),
    /// One more presenter is wanted.
    OneMore,
    /// The name of a presenter; one beyond the last is new.
    Name(usize, String),
    /// Titles of a person, with semicolons between them.
    Titles(usize, String),
    /// What sort of presenter it is.
    Sort(usize, Sort),
    /// A presenter is to go.
    Leave(usize),
}

/// Whether a text is a time of day, or nothing.
pub(super) fn read_hour(text: &str, context: Context<'_>) -> Result<(), String> {
    hour(text).map(|_| ()).map_err(|error| context.say(&error.explain()))
}

fn hour(text: &str) -> Result<Option<ClockTime>, StoreError> {
    if text.is_empty() {
        return Ok(None);
    }
    let written = entry::time(text)?;
    // What the rule of entry made is "HH:MM".
    Ok(written.parse().ok())
}

impl Message {
    /// The field it comes from.
    pub(super) fn field(&self) -> String {
        match self {
            Self::Title(_) => "title".to_owned(),
            Self::Minutes(_) => "minutes".to_owned(),
            Self::Name(at, _) => format!("presenter {at}"),
            Self::Titles(at, _) => format!("titles {at}"),
            Self::Hour(..) | Self::Kind(_) | Self::OneMore | Self::Sort(..) | Self::Leave(_) => String::new(),
        }
    }
}

/// The draft of a field of an item.
pub(super) fn key(item: ProgrammeItemId, field: &str) -> String {
    format!("item {item} {field}")
}

/// The draft of the hours of a sitting.
pub(super) fn hour_key(sitting: SittingId, edge: Edge) -> String {
    format!("sitting {sitting} {}", if edge == Edge::Start { "starts" } else { "ends" })
}

impl State {
    /// Takes in what a field committed.
    pub(super) fn edit(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let change = match message {
            Message::OneMore => {
                self.one_more = true;
                return Action::Run(iced::widget::operation::focus(iced::widget::Id::new(NEW_NAME)));
            }
            Message::Hour(edge, text) => return self.set_hour(edge, &text, context),
            Message::Title(_) => ItemField::Title,
            Message::Minutes(_) => ItemField::Minutes,
            Message::Kind(_) => ItemField::Kind,
            Message::Name(..) | Message::Titles(..) | Message::Sort(..) | Message::Leave(_) => {
                ItemField::Presenters
            }
        };
        let Some(id) = self.item else { return Action::None };
        let gone = match &message {
            Message::Leave(at) => Some(*at),
            Message::Name(at, name) if name.is_empty() => Some(*at),
            _ => None,
        };
        for of in gone.iter().flat_map(|at| ["presenter ", "titles ", "given "].map(|of| (of, *at))) {
            context.drafts.follow(&key(id, of.0), Shifted::Gone(of.1));
        }
        if let Some(item) = self.programme.as_mut().and_then(|programme| programme.item_mut(id)) {
            apply(&mut item.details, message.clone());
        }
        if change == ItemField::Presenters {
            self.one_more = false;
        }
        self.warnings = self.programme.as_ref().map(warnings).unwrap_or_default();
        let key = key(id, &message.field());
        Action::save(key, context.store.edit_item(id, change.name(), move |details| apply(details, message)))
    }

    fn set_hour(&mut self, edge: Edge, text: &str, context: Context<'_>) -> Action<super::Message> {
        let Some((_, _, sitting)) = self.shown() else { return Action::None };
        let Ok(time) = hour(text) else { return Action::None };
        let (starts, ends) = match edge {
            Edge::Start => (time, sitting.ends),
            Edge::End => (sitting.starts, time),
        };
        let id = sitting.id;
        // The other end is written with it: it must be what was typed last.
        if let Some(shown) = self.programme.as_mut().and_then(|programme| programme.sitting_mut(id)) {
            (shown.starts, shown.ends) = (starts, ends);
        }
        Action::save(hour_key(id, edge), context.store.set_sitting_hours(id, starts, ends))
    }
}

/// Puts what was committed into the item.
fn apply(details: &mut ProgrammeItem, message: Message) {
    let presenters = &mut details.presenters;
    match message {
        Message::Title(title) => details.title = title,
        Message::Minutes(minutes) => details.minutes = minutes,
        Message::Kind(kind) => details.kind = kind,
        Message::Name(at, name) => match presenters.get_mut(at) {
            Some(_) if name.is_empty() => {
                presenters.remove(at);
            }
            Some(Presenter::Person { name: old, .. } | Presenter::Role(old) | Presenter::Collective(old)) => {
                *old = name
            }
            None if name.is_empty() => {}
            None => presenters.push(Sort::Person.named(name, Vec::new())),
        },
        Message::Titles(at, text) => {
            if let Some(Presenter::Person { titles, .. }) = presenters.get_mut(at) {
                let parts = text.split(';').map(str::trim).filter(|title| !title.is_empty());
                *titles = parts.map(str::to_owned).collect();
            }
        }
        Message::Sort(at, sort) => {
            if let Some(one) = presenters.get_mut(at) {
                let titles = match one {
                    Presenter::Person { titles, .. } => std::mem::take(titles),
                    Presenter::Role(_) | Presenter::Collective(_) => Vec::new(),
                };
                *one = sort.named(one.name().to_owned(), titles);
            }
        }
        Message::Leave(at) if at < presenters.len() => {
            presenters.remove(at);
        }
        Message::Leave(_) | Message::Hour(..) | Message::OneMore => {}
    }
}
