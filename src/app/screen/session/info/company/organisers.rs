//! Đơn vị tổ chức: who holds a session, and in which part.

use iced::Element;

use super::lines::Line;
use super::{Context, Kind, Message, input};
use crate::app::theme::palette::Tone;
use crate::app::theme::text::body;
use crate::app::widget::select::select;
use crate::app::widget::{chip, form};
use crate::domain::dossier::Dossier;
use crate::domain::session::{Organiser, OrganiserRole};

/// The parts, as they are offered.
const ROLES: [OrganiserRole; 4] =
    [OrganiserRole::Lead, OrganiserRole::Partner, OrganiserRole::RemoteSite, OrganiserRole::Certifier];

/// A change of an organiser.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Its name was committed.
    Name(String),
    /// Another part.
    Role(OrganiserRole),
}

impl Edit {
    /// The field in the history.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Name(_) => "name",
            Self::Role(_) => "role",
        }
    }

    /// Carries it out.
    pub fn apply(self, organiser: &mut Organiser) {
        match self {
            Self::Name(name) => organiser.name = name,
            Self::Role(role) => organiser.role = role,
        }
    }
}

impl Line for Organiser {
    fn is_named(&self) -> bool {
        !self.name.is_empty()
    }
}

/// An organiser to be named: the first one leads.
pub fn blank(first: bool) -> Organiser {
    let role = if first { OrganiserRole::Lead } else { OrganiserRole::Partner };
    Organiser { role, name: String::new() }
}

fn role_words(role: OrganiserRole, context: Context<'_>) -> String {
    context.t(match role {
        OrganiserRole::Lead => "window-info-role-lead",
        OrganiserRole::Partner => "window-info-role-partner",
        OrganiserRole::RemoteSite => "window-info-role-remote",
        OrganiserRole::Certifier => "window-info-role-certifier",
    })
}

/// Its line.
pub fn words<'a>(one: &'a Organiser, context: Context<'a>) -> super::Words<'a> {
    let tone = if one.role == OrganiserRole::Lead { Tone::Blue } else { Tone::Neutral };
    let name = if one.is_named() { one.name.clone() } else { context.t("info-organiser-new") };
    (body(name).into(), Some(chip::chip(tone, None, role_words(one.role, context))))
}

/// Its fields.
pub fn fields<'a>(
    (key, at): (u64, usize),
    one: &'a Organiser,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let roles = ROLES.map(|role| (role, role_words(role, context)));
    let role = select(roles, Some(&one.role)).label(context.t("info-organiser-role")).width(180.0);
    let role = match context.can_write() {
        true => role.on_choose(move |role| Message::Organiser(key, Edit::Role(role))),
        false => role,
    };
    let name = input((dossier.session.id, Kind::Organisers, at), "name", &one.name, context, move |name| {
        Message::Organiser(key, Edit::Name(name))
    });
    let name = super::needed(name, "info-organiser-needs-name", context)
        .label(context.t("info-organiser-name"))
        .suggest(vec![dossier.organisation.clone()]);
    form::beside([name.into(), role.into()]).into()
}
