//! Khách mời: people with their titles in order, or groups in words; who opens
//! and who directs.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::lines::Line;
use super::{Context, Kind, Message, input};
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, body, small, styled};
use crate::app::theme::{palette, space};
use crate::app::widget::field::Shifted;
use crate::app::widget::{button, form};
use crate::domain::guest::{Guest, MOST_TITLES};
use crate::domain::id::SessionId;

/// How people are addressed in announcements. Papers are Vietnamese.
const HONORIFICS: [&str; 4] = ["ông", "bà", "đồng chí", "PGS.TS."];
/// What guests do there.
const PARTS: [&str; 6] = [
    "phát biểu khai mạc",
    "phát biểu chỉ đạo",
    "phát biểu kết thúc",
    "phát biểu bế mạc",
    "chủ trì điểm cầu",
    "truyền đạt chuyên đề",
];

/// A change of a guest.
#[derive(Debug, Clone)]
pub enum Edit {
    /// "ông", "bà".
    Honorific(String),
    /// The name of a person, or the words of a group.
    Name(String),
    /// A title at its place; one behind the last is added.
    Title(usize, String),
    /// A title goes before the one above it.
    TitleUp(usize),
    /// A title goes.
    TitleAway(usize),
    /// What the person does there.
    Part(String),
}

impl Edit {
    /// The field in the history; `None` for a button, a step of its own.
    pub fn field(&self) -> Option<String> {
        Some(match self {
            Self::Honorific(_) => "honorific".to_owned(),
            Self::Name(_) => "name".to_owned(),
            Self::Title(at, _) => format!("title-{at}"),
            Self::Part(_) => "part".to_owned(),
            Self::TitleUp(_) | Self::TitleAway(_) => return None,
        })
    }

    /// How titles change their places by it.
    pub fn shifts(&self) -> Option<Shifted> {
        match *self {
            Self::TitleUp(at) if at > 0 => Some(Shifted::Exchanged(at - 1, at)),
            Self::TitleAway(at) => Some(Shifted::Gone(at)),
            _ => None,
        }
    }

    /// Carries it out.
    pub fn apply(self, guest: &mut Guest) {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        match (guest, self) {
            (Guest::Group { label }, Self::Name(words)) => *label = words,
            (Guest::Person { name, .. }, Self::Name(words)) => *name = words,
            (Guest::Person { honorific, .. }, Self::Honorific(word)) => *honorific = some(word),
            (Guest::Person { part, .. }, Self::Part(words)) => *part = some(words),
            (Guest::Person { titles, .. }, Self::Title(at, title)) if at < titles.len() => titles[at] = title,
            (Guest::Person { titles, .. }, Self::Title(_, title)) => {
                if titles.len() < MOST_TITLES && !title.is_empty() {
                    titles.push(title);
                }
            }
            (Guest::Person { titles, .. }, Self::TitleUp(at)) if at > 0 && at < titles.len() => {
                titles.swap(at - 1, at);
            }
            (Guest::Person { titles, .. }, Self::TitleAway(at)) if at < titles.len() => {
                titles.remove(at);
            }
            (Guest::Group { .. } | Guest::Person { .. }, _) => {}
        }
    }
}

impl Line for Guest {
    fn is_named(&self) -> bool {
        match self {
            Self::Person { name, .. } => !name.is_empty(),
            Self::Group { label } => !label.is_empty(),
        }
    }
}

/// A person to be named.
pub fn blank_person() -> Guest {
    Guest::Person { honorific: None, name: String::new(), titles: Vec::new(), part: None }
}

/// A group to be put in words.
pub fn blank_group() -> Guest {
    Guest::Group { label: String::new() }
}

/// Its line.
pub fn words<'a>(one: &'a Guest, context: Context<'a>) -> super::Words<'a> {
    match one {
        Guest::Group { label } if label.is_empty() => (body(context.t("info-guest-new-group")).into(), None),
        Guest::Group { label } => (body(label).into(), None),
        Guest::Person { name, .. } if name.is_empty() => (body(context.t("info-guest-new")).into(), None),
        Guest::Person { honorific, name, titles, part } => {
            let called = match honorific {
                Some(honorific) => format!("{honorific} {name}"),
                None => name.clone(),
            };
            let titles = (!titles.is_empty()).then(|| small(titles.join(", ")));
            let part = part.as_deref().map(|part| small(part).color(palette::INK));
            (column![body(called)].push(titles).push(part).into(), None)
        }
    }
}

/// Its fields.
pub fn fields<'a>(
    session: SessionId,
    (key, place): (u64, usize),
    one: &'a Guest,
    context: Context<'a>,
) -> Element<'a, Message> {
    let text = |field: &str, value: &str, edit: fn(String) -> Edit| {
        input((session, Kind::Guests, place), field, value, context, move |text| {
            Message::Guest(key, edit(text))
        })
    };
    match one {
        Guest::Group { label } => {
            super::needed(text("name", label, Edit::Name), "info-guest-needs-name", context)
                .label(context.t("info-guest-group"))
                .placeholder(context.t("info-guest-group-hint"))
                .into()
        }
        Guest::Person { honorific, name, titles, part } => {
            let honorific = text("honorific", honorific.as_deref().unwrap_or_default(), Edit::Honorific)
                .label(context.t("info-guest-honorific"))
                .placeholder(context.example(HONORIFICS[0]))
                .suggest(HONORIFICS.map(String::from).into())
                .width(110.0);
            let name = super::needed(text("name", name, Edit::Name), "info-guest-needs-name", context)
                .label(context.t("info-guest-name"));
            let part = text("part", part.as_deref().unwrap_or_default(), Edit::Part)
                .label(context.t("info-guest-part"))
                .placeholder(context.example(PARTS[1]))
                .suggest(PARTS.map(String::from).into());
            form::form([
                form::beside([honorific.into(), name.into()]).into(),
                titles_form(session, (key, place), titles, context),
                part.into(),
            ])
            .into()
        }
    }
}

/// One field per title, and an empty one for the next.
fn titles_form<'a>(
    session: SessionId,
    (key, place): (u64, usize),
    titles: &'a [String],
    context: Context<'a>,
) -> Element<'a, Message> {
    let free = titles.len() < MOST_TITLES && context.can_write();
    let lines = titles.iter().map(String::as_str).chain(free.then_some(""));
    let lines = lines.enumerate().map(|(at, title)| {
        let stands = at < titles.len();
        let title =
            input((session, Kind::Guests, place), &format!("title-{at}"), title, context, move |title| {
                Message::Guest(key, Edit::Title(at, title))
            });
        let title = if stands { super::needed(title, "info-guest-title-away", context) } else { title };
        let title =
            title.placeholder(context.t("info-guest-title-next")).on_enter(Message::NextTitle(at + 1));
        let act = |icon: Icon, does: &str, edit: Edit, possible: bool| {
            let message = context.if_writable(Message::Guest(key, edit)).filter(|_| possible);
            button::icon_only(icon, context.t(does)).on_press_maybe(message)
        };
        row![Element::from(title)]
            .push(stands.then(|| act(Icon::ArrowUp, "window-tip-up", Edit::TitleUp(at), at > 0)))
            .push(stands.then(|| act(Icon::X, "window-tip-remove", Edit::TitleAway(at), true)))
            .spacing(space::XS)
            .align_y(Alignment::Start)
            .into()
    });
    column![styled(context.t("info-guest-titles"), Role::FieldLabel), column(lines).spacing(space::XS),]
        .spacing(space::XS)
        .into()
}
