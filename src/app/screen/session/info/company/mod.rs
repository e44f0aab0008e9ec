//! Who holds a session, whom it calls and who is invited. Each list has a card;
//! a line opens in place, one at a time, and is moved by Alt+↑ and Alt+↓, too.

mod audience;
mod guests;
mod lines;
mod organisers;

use iced::widget::{Id, Space, column, container, keyed_column, row};
use iced::{Alignment, Element, Length};

use super::Context;
use super::clusters::Way;
use crate::app::icon::Icon;
use crate::app::screen::Action;
use crate::app::theme::text::small;
use crate::app::theme::{palette, space, style};
use crate::app::widget::field::{Field, Shifted, field};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::{button, card};
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::id::SessionId;
use crate::domain::session::{AudienceGroup, Organiser};
use crate::store::Writing;
use lines::Lines;

/// What a line shows: its words, and what stands at their right end.
type Words<'a> = (Element<'a, Message>, Option<Element<'a, Message>>);

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Đơn vị tổ chức.
    Organisers,
    /// Thành phần.
    Audience,
    /// Khách mời.
    Guests,
}

/// What may be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum New {
    /// An organiser.
    Organiser,
    /// A called group.
    Group,
    /// A guest by name.
    Guest,
    /// Guests in words.
    GuestGroup,
}

/// The lines of the three lists, and which one is open.
#[derive(Default)]
pub struct State {
    organisers: Lines<Organiser>,
    audience: Lines<AudienceGroup>,
    guests: Lines<Guest>,
    open: Option<(Kind, u64)>,
}

/// What happens on the cards.
#[derive(Clone)]
pub enum Message {
    /// A line is opened or folded.
    Toggle(Kind, u64),
    /// One more is wanted.
    Add(New),
    /// A line is to go.
    Remove(Kind, u64),
    /// A line moves.
    Move(Kind, u64, Way),
    /// An organiser changes.
    Organiser(u64, organisers::Edit),
    /// A called group changes.
    Audience(u64, audience::Edit),
    /// A guest changes.
    Guest(u64, guests::Edit),
    /// Enter in a title: on to the next one.
    NextTitle(usize),
}

impl State {
    /// Whether a line holds what is kept nowhere else.
    pub fn has_unsaid(&self) -> bool {
        self.organisers.has_unsaid() || self.audience.has_unsaid() || self.guests.has_unsaid()
    }

    /// Takes in the session as it is now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        self.organisers.take_in(dossier.organisers.len());
        self.audience.take_in(dossier.audience.len());
        self.guests.take_in(dossier.guests.len());
    }

    /// Takes in a message.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let seen = Company::of(dossier);
        match message {
            Message::Toggle(kind, key) => {
                self.open = (self.open != Some((kind, key))).then_some((kind, key));
                Action::None
            }
            Message::Add(new) => {
                let (kind, key) = match new {
                    New::Organiser => {
                        let blank = organisers::blank(dossier.organisers.is_empty());
                        (Kind::Organisers, self.organisers.add(blank))
                    }
                    New::Group => (Kind::Audience, self.audience.add(audience::blank())),
                    New::Guest => (Kind::Guests, self.guests.add(guests::blank_person())),
                    New::GuestGroup => (Kind::Guests, self.guests.add(guests::blank_group())),
                };
                self.open = Some((kind, key));
                let first = if kind == Kind::Audience { "label" } else { "name" };
                Action::Run(iced::widget::operation::focus(input_id(kind, first)))
            }
            Message::Remove(kind, key) => {
                let at = self.place(kind, key, dossier);
                context.drafts.follow(&draft_keys(dossier.session.id, kind), Shifted::Gone(at));
                let gone = match kind {
                    Kind::Organisers => self.organisers.remove(&mut dossier.organisers, key),
                    Kind::Audience => self.audience.remove(&mut dossier.audience, key),
                    Kind::Guests => self.guests.remove(&mut dossier.guests, key),
                };
                self.open = None;
                if gone { store(kind, seen, dossier, context) } else { Action::None }
            }
            Message::Move(kind, key, way) => {
                let from = self.place(kind, key, dossier);
                let moved = match kind {
                    Kind::Organisers => self.organisers.shift(&mut dossier.organisers, key, way),
                    Kind::Audience => self.audience.shift(&mut dossier.audience, key, way),
                    Kind::Guests => self.guests.shift(&mut dossier.guests, key, way),
                };
                if !moved {
                    return Action::None;
                }
                let exchanged = Shifted::Exchanged(from, self.place(kind, key, dossier));
                context.drafts.follow(&draft_keys(dossier.session.id, kind), exchanged);
                store(kind, seen, dossier, context)
            }
            Message::Organiser(key, edit) => {
                let field = edit.field();
                let named = self.organisers.edit(&mut dossier.organisers, key, |one| edit.apply(one));
                self.save(named, (Kind::Organisers, key, Some(field.to_owned())), seen, dossier, context)
            }
            Message::Audience(key, edit) => {
                let field = edit.field();
                let named = self.audience.edit(&mut dossier.audience, key, |one| edit.apply(one));
                self.save(named, (Kind::Audience, key, Some(field.to_owned())), seen, dossier, context)
            }
            Message::Guest(key, edit) => {
                let field = edit.field();
                if let Some(shifted) = edit.shifts() {
                    let at = self.place(Kind::Guests, key, dossier);
                    let titles = draft_key(dossier.session.id, Kind::Guests, at, "title-");
                    context.drafts.follow(&titles, shifted);
                }
                let named = self.guests.edit(&mut dossier.guests, key, |one| edit.apply(one));
                self.save(named, (Kind::Guests, key, field), seen, dossier, context)
            }
            Message::NextTitle(at) => {
                Action::Run(iced::widget::operation::focus(input_id(Kind::Guests, &format!("title-{at}"))))
            }
        }
    }

    /// Where a line stands; the one that is being added after those stored.
    fn place(&self, kind: Kind, key: u64, dossier: &Dossier) -> usize {
        let (place, stored) = match kind {
            Kind::Organisers => (self.organisers.place(key), dossier.organisers.len()),
            Kind::Audience => (self.audience.place(key), dossier.audience.len()),
            Kind::Guests => (self.guests.place(key), dossier.guests.len()),
        };
        place.unwrap_or(stored)
    }

    /// A field changed the list. A line that has no name yet is not stored.
    fn save(
        &self,
        named: bool,
        (kind, line, field): (Kind, u64, Option<String>),
        seen: Company,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let place = self.place(kind, line, dossier);
        let key = draft_key(dossier.session.id, kind, place, field.as_deref().unwrap_or_default());
        match named {
            true => {
                let field = field.map(|field| format!("{line}-{field}"));
                Action::save(key, seen.edited(kind, field, dossier, context))
            }
            false => {
                context.drafts.saved(&key);
                Action::None
            }
        }
    }

    /// The open line one step up or down.
    pub fn shifted(&self, way: Way) -> Option<Message> {
        self.open.map(|(kind, key)| Message::Move(kind, key, way))
    }

    /// Folds the open line.
    pub fn fold(&mut self) {
        self.open = None;
    }

    /// The cards. In a window that cannot write, only those with something in them.
    pub fn cards<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Vec<Element<'a, Message>> {
        let organisers = self.organisers.all(&dossier.organisers).enumerate().map(|(at, (key, one))| {
            let fields = || organisers::fields((key, at), one, dossier, context);
            (key, self.line(Kind::Organisers, key, organisers::words(one, context), fields, context))
        });
        let audience = self.audience.all(&dossier.audience).enumerate().map(|(at, (key, one))| {
            let fields = || audience::fields(dossier.session.id, (key, at), one, context);
            (key, self.line(Kind::Audience, key, audience::words(one, context), fields, context))
        });
        let guests = self.guests.all(&dossier.guests).enumerate().map(|(at, (key, one))| {
            let fields = || guests::fields(dossier.session.id, (key, at), one, context);
            (key, self.line(Kind::Guests, key, guests::words(one, context), fields, context))
        });
        [
            self.card(Kind::Organisers, organisers, None, context),
            self.card(Kind::Audience, audience, audience::agreement(dossier, context), context),
            self.card(Kind::Guests, guests, None, context),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn card<'a>(
        &'a self,
        kind: Kind,
        lines: impl Iterator<Item = (u64, Element<'a, Message>)>,
        below: Option<Element<'a, Message>>,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let lines: Vec<_> = lines.collect();
        if lines.is_empty() && !context.can_write() {
            return None;
        }
        let (title, none, buttons): (_, _, &[(New, &str, &'static str)]) = match kind {
            Kind::Organisers => (
                "window-info-organisers",
                "info-organisers-none",
                &[(New::Organiser, "info-organiser-add", "organiser-add")],
            ),
            Kind::Audience => {
                ("window-info-audience", "info-groups-none", &[(New::Group, "info-group-add", "group-add")])
            }
            Kind::Guests => (
                "window-info-guests",
                "info-guests-none",
                &[
                    (New::Guest, "info-guest-add", "guest-add"),
                    (New::GuestGroup, "info-guest-add-group", "guest-group-add"),
                ],
            ),
        };
        let buttons = buttons.iter().map(|(new, label, id)| {
            button::secondary_small(Some(Icon::Plus), context.t(label))
                .id(*id)
                .on_press_maybe(context.if_writable(Message::Add(*new)))
                .into()
        });
        let lines: Element<'a, Message> = match lines.is_empty() {
            true => small(context.t(none)).into(),
            // Keyed: what is typed and the focus follow a line that moves.
            false => keyed_column(lines).spacing(space::XS).width(Length::Fill).into(),
        };
        let buttons = context.can_write().then(|| row(buttons).spacing(space::S).wrap());
        let content = column![lines].push(below).push(buttons).spacing(space::M);
        Some(card::titled(context.t(title), None, content).width(Length::Fill).into())
    }

    /// A line, and its fields while it is open.
    fn line<'a>(
        &self,
        kind: Kind,
        key: u64,
        (words, aside): Words<'a>,
        fields: impl FnOnce() -> Element<'a, Message>,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let open = self.open == Some((kind, key));
        let arrow = if open { Icon::ChevronDown } else { Icon::ChevronRight };
        let content = row![arrow.sized(16.0).color(palette::MUTED), container(words).width(Length::Fill)]
            .push(aside)
            .spacing(space::S)
            .align_y(Alignment::Center);
        let look = |status: Status| {
            let hovered = matches!(status, Status::Hovered | Status::Pressed);
            Look::flat(if hovered { palette::SURFACE_SOFT } else { palette::SURFACE }, palette::INK)
        };
        let head = press(content, look)
            .width(Length::Fill)
            .padding([7.0, 10.0])
            .ring_inside()
            .on_press(Message::Toggle(kind, key));
        let fields = open.then(|| {
            let form = column![fields(), actions(kind, key, context)].spacing(space::S);
            let room = iced::Padding { top: space::XS, ..iced::Padding::from(space::M) };
            container(form).padding(room)
        });
        container(column![head].push(fields))
            .width(Length::Fill)
            // The line keeps off the edge, or it would be drawn over it.
            .padding(1.0)
            .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
            .into()
    }
}

/// Moving the open line, and taking it away.
fn actions<'a>(kind: Kind, key: u64, context: Context<'a>) -> Element<'a, Message> {
    let step = |icon: Icon, label: &str, way: Way| {
        button::quiet(Some(icon), context.t(label))
            .on_press_maybe(context.if_writable(Message::Move(kind, key, way)))
    };
    row![
        step(Icon::ArrowUp, "window-info-move-up", Way::Up).id("line-up"),
        step(Icon::ArrowDown, "window-info-move-down", Way::Down).id("line-down"),
        Space::new().width(Length::Fill),
        button::danger_small(Some(Icon::Trash2), context.t("info-line-remove"))
            .id("line-remove")
            .on_press_maybe(context.if_writable(Message::Remove(kind, key))),
    ]
    .spacing(space::XS)
    .align_y(Alignment::Center)
    .into()
}

/// A field of the open line.
fn input<'a>(
    (session, kind, place): (SessionId, Kind, usize),
    name: &str,
    value: &str,
    context: Context<'a>,
    on_commit: impl Fn(String) -> Message + 'a,
) -> Field<'a, Message> {
    field(value)
        .id(input_id(kind, name))
        .in_drafts(context.drafts, draft_key(session, kind, place, name))
        .on_commit_maybe(context.if_writable(on_commit))
}

fn input_id(kind: Kind, name: &str) -> Id {
    let list = match kind {
        Kind::Organisers => "organiser",
        Kind::Audience => "group",
        Kind::Guests => "guest",
    };
    Id::from(format!("{list}-{name}"))
}

/// A field that is not emptied: the line is taken away by its button.
fn needed<'a>(input: Field<'a, Message>, refusal: &str, context: Context<'a>) -> Field<'a, Message> {
    let refusal = context.t(refusal);
    input.check(move |text| if text.is_empty() { Err(refusal.clone()) } else { Ok(()) })
}

/// The three lists as they are on show.
struct Company {
    organisers: Vec<Organiser>,
    audience: Vec<AudienceGroup>,
    guests: Vec<Guest>,
}

impl Company {
    fn of(dossier: &Dossier) -> Self {
        Self {
            organisers: dossier.organisers.clone(),
            audience: dossier.audience.clone(),
            guests: dossier.guests.clone(),
        }
    }

    /// What led from this to what is on show now goes to the data file.
    fn edited(
        self,
        kind: Kind,
        field: Option<String>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Writing<()> {
        let (id, store) = (dossier.session.id, context.store);
        match kind {
            Kind::Organisers => store.set_organisers(id, self.organisers, dossier.organisers.clone(), field),
            Kind::Audience => store.set_audience(id, self.audience, dossier.audience.clone(), field),
            Kind::Guests => store.set_guests(id, self.guests, dossier.guests.clone(), field),
        }
    }
}

/// A button changed the list: told in a toast that offers to undo it.
fn store(kind: Kind, seen: Company, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
    Action::write(seen.edited(kind, None, dossier, context), |()| None)
}

/// How the drafts of all lines of a list begin, before their places.
fn draft_keys(session: SessionId, kind: Kind) -> String {
    format!("session {session} {kind:?} ")
}

fn draft_key(session: SessionId, kind: Kind, place: usize, field: &str) -> String {
    format!("{}{place} {field}", draft_keys(session, kind))
}
