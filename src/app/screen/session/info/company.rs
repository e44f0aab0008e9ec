//! Who holds a session, whom it calls and who is invited, to read.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::{card, chip};
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::session::{AudienceGroup, Organiser, OrganiserRole};
use crate::message::Message as Sentence;

/// A card for each of them that has anyone in it.
pub fn cards<'a, M: 'a>(dossier: &'a Dossier, context: Context<'a>) -> Vec<Element<'a, M>> {
    let mut cards = Vec::new();
    if !dossier.organisers.is_empty() {
        let lines = dossier.organisers.iter().map(|one| organiser(one, context));
        cards.push(list(context.t("window-info-organisers"), lines));
    }
    if !dossier.audience.is_empty() {
        let lines = dossier.audience.iter().map(|one| group(one, context));
        cards.push(list(context.t("window-info-audience"), lines));
    }
    if !dossier.guests.is_empty() {
        cards.push(list(context.t("window-info-guests"), dossier.guests.iter().map(guest)));
    }
    cards
}

fn list<'a, M: 'a>(title: String, lines: impl Iterator<Item = Element<'a, M>>) -> Element<'a, M> {
    card::titled(title, None, column(lines).spacing(space::S)).width(Length::Fill).into()
}

/// Words, and what stands at their right end.
fn line<'a, M: 'a>(words: &'a str, aside: Option<Element<'a, M>>) -> Element<'a, M> {
    row![container(body(words)).width(Length::Fill)]
        .push(aside)
        .spacing(space::S)
        .align_y(Alignment::Start)
        .into()
}

fn organiser<'a, M: 'a>(one: &'a Organiser, context: Context<'a>) -> Element<'a, M> {
    let (tone, part) = match one.role {
        OrganiserRole::Lead => (Tone::Accent, context.t("window-info-role-lead")),
        OrganiserRole::Partner => (Tone::Neutral, context.t("window-info-role-partner")),
        OrganiserRole::RemoteSite => (Tone::Neutral, context.t("window-info-role-remote")),
        OrganiserRole::Certifier => (Tone::Neutral, context.t("window-info-role-certifier")),
    };
    line(&one.name, Some(chip::chip(tone, None, part)))
}

fn group<'a, M: 'a>(one: &'a AudienceGroup, context: Context<'a>) -> Element<'a, M> {
    let count = one.count.map(|count| {
        let id = match (one.approximate, one.total) {
            (true, false) => "window-info-audience-about",
            (false, false) => "window-info-audience-exact",
            (true, true) => "window-info-audience-about-total",
            (false, true) => "window-info-audience-total",
        };
        chip::chip(Tone::Neutral, None, context.say(&Sentence::new(id).with("count", count)))
    });
    line(&one.label, count)
}

fn guest<'a, M: 'a>(one: &'a Guest) -> Element<'a, M> {
    match one {
        Guest::Group { label } => line(label, None),
        Guest::Person { honorific, name, titles, part } => {
            let called = match honorific {
                Some(honorific) => format!("{honorific} {name}"),
                None => name.clone(),
            };
            let about: Vec<&str> = titles.iter().chain(part).map(String::as_str).collect();
            column![body(called)].push((!about.is_empty()).then(|| small(about.join(", ")))).into()
        }
    }
}
