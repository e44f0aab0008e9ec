//! The card Cụm, drawn.

use iced::widget::{column, keyed_column, row};
use iced::{Element, Length};

use super::clusters::{Message, State, words};
use super::{Context, cluster};
use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain, small};
use crate::app::widget::{button, card};
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;

impl State {
    /// The card.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let add = button::secondary_small(Some(Icon::Plus), context.t(words(dossier).add))
            .id("cluster-add")
            .on_press_maybe(context.if_writable(Message::Add));
        let clusters = dossier.clusters.as_slice();
        let opened = self.opened(dossier);
        let lines = clusters.iter().enumerate().map(|(at, one)| {
            let place = cluster::CardPosition {
                first: at == 0,
                last: at + 1 == clusters.len(),
                listed: dossier.listed(Some(one.id)),
                open: opened == Some(one.id),
            };
            (one.id, cluster::view(one, place, self, dossier, context))
        });
        let lines: Element<'a, Message> = match clusters.is_empty() {
            true => small(context.t(words(dossier).none)).into(),
            // Keyed: what is typed and the focus follow a cluster that moves.
            false => keyed_column(lines).spacing(space::S).width(Length::Fill).into(),
        };
        let make = (!clusters.is_empty()).then(|| self.sittings.make(dossier, context));
        let foot = row![add].push(make.map(|make| make.map(Message::Sittings))).spacing(space::L).wrap();
        let content = column![]
            .push(overfull(dossier, context))
            .push(lines)
            .push(foot.vertical_spacing(space::S))
            .spacing(space::M);
        card::titled(context.t(words(dossier).title), None, content).width(Length::Fill).into()
    }
}

/// A warning where delegates find no seat, with the one click that helps.
fn overfull<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let full = dossier.clusters.iter().filter_map(|one| {
        let seats = one.details.capacity? as usize;
        let over = dossier.listed(Some(one.id)).checked_sub(seats).filter(|over| *over > 0)?;
        let words = Sentence::new("info-cluster-over").with("name", one.details.name.clone());
        Some(context.say(&words.with("count", over)))
    });
    let full: Vec<String> = full.collect();
    if full.is_empty() {
        return None;
    }
    let color = Tone::Amber.strong();
    let words = column![
        plain(full.join(" "), Role::Body).color(color),
        small(context.t("info-balance-rule")),
        button::secondary_small(Some(Icon::RefreshCw), context.t("info-balance"))
            .id("cluster-balance")
            .on_press_maybe(context.if_writable(Message::Balance)),
    ];
    let words = words.spacing(space::XS).width(Length::Fill);
    Some(row![Icon::TriangleAlert.view().color(color), words].spacing(space::S).into())
}
