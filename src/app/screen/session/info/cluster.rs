//! One cluster on the card Cụm: its line, and its fields while it is open.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length, Padding};

use super::Context;
use super::clusters::{self, ClusterField, Message, NAME_FIELD, State, Way};
use super::removable::removable;
use super::span::Edge;
use crate::app::icon::Icon;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, one_line, styled};
use crate::app::theme::{space, style};
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::number_field::number_field;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::app::widget::{button, chip, form};
use crate::domain::cluster::Cluster;
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::mistake::Mistake;
use crate::vietnamese::date::span_short;

/// More seats than any hall has.
const MOST: u32 = 99_999;

/// Where a cluster stands on the card.
#[derive(Debug, Clone, Copy)]
pub struct CardPosition {
    /// None stands before it.
    pub first: bool,
    /// None stands after it.
    pub last: bool,
    /// How many delegates are on its list.
    pub listed: usize,
    /// Its fields are in view.
    pub open: bool,
}

/// A cluster: a line that opens, and what it opens.
pub fn view<'a>(
    cluster: &'a Cluster,
    place: CardPosition,
    state: &'a State,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let fields = place.open.then(|| fields(cluster, place, state, dossier, context));
    let content = column![line(cluster, place, context)].push(fields);
    container(content)
        .width(Length::Fill)
        // The line keeps off the edge, or it would be drawn over it.
        .padding(1.0)
        .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
        .into()
}

/// What is to be known of a cluster at a glance.
fn line<'a>(cluster: &'a Cluster, place: CardPosition, context: Context<'a>) -> Element<'a, Message> {
    let details = &cluster.details;
    let arrow = if place.open { Icon::ChevronDown } else { Icon::ChevronRight };
    let cut = |words: String, role| container(one_line(words, role)).clip(true).width(Length::Fill);
    let some = |id: &str, count: usize| (count > 0).then(|| context.count(id, count));
    let facts: Vec<String> = [
        details.dates.map(span_short),
        some("window-info-sittings-count", cluster.sittings.len()),
        some("window-info-units-count", details.serves.len()),
        details.lead.clone(),
        details.expected.map(|count| context.count("info-expected", count)),
        details.actual.map(|count| context.count("info-actual", count)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let name = match &details.venue {
        Some(venue) => format!("{} · {venue}", details.name),
        None => details.name.clone(),
    };
    let words = column![cut(name, Role::Strong)]
        .push((!facts.is_empty()).then(|| cut(facts.join(" · "), Role::Small)))
        .width(Length::Fill);
    let content = row![arrow.sized(16.0).color(palette::MUTED), words, filled(cluster, place.listed)]
        .spacing(space::S)
        .align_y(Alignment::Center);
    let look = |status: Status| {
        let ground = match status {
            Status::Hovered | Status::Pressed => palette::SURFACE_SOFT,
            _ => palette::SURFACE,
        };
        Look::flat(ground, palette::INK)
    };
    press(content, look)
        .width(Length::Fill)
        .padding([9.0, 12.0])
        .ring_inside()
        .on_press(Message::Toggle(cluster.id))
        .into()
}

/// How full the hall is; amber when it is too full.
fn filled<'a>(cluster: &Cluster, listed: usize) -> Element<'a, Message> {
    match cluster.details.capacity {
        Some(seats) if listed > seats as usize => {
            chip::chip(Tone::Amber, Some(Icon::TriangleAlert), format!("{listed}/{seats}"))
        }
        Some(seats) => chip::chip(Tone::Neutral, Some(Icon::Users), format!("{listed}/{seats}")),
        None => chip::chip(Tone::Neutral, Some(Icon::Users), listed.to_string()),
    }
}

fn fields<'a>(
    cluster: &'a Cluster,
    place: CardPosition,
    state: &'a State,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let (id, details) = (cluster.id, &cluster.details);
    let of = |what: ClusterField, input: Field<'a, Message>| {
        input.in_drafts(context.drafts, clusters::key(id, what))
    };
    let text = |what: ClusterField, label: &str, value: &str| {
        of(what, field(value))
            .label(context.t(label))
            .on_commit_maybe(context.if_writable(move |text| Message::Typed(id, what, text)))
    };
    let number = |what: ClusterField, label: &str, value: Option<u32>| {
        let least = if what == ClusterField::Capacity { 1 } else { 0 };
        let refusal = context.t("window-info-not-a-number");
        let input =
            number_field(value, least..=MOST, refusal, move |number| Message::Number(id, what, number));
        of(what, input).label(context.t(label)).read_only_unless(context.can_write())
    };
    let held = details.dates.or(dossier.session.details.dates).map(DateSpan::start);
    let day = |edge: Edge, label: &str, value: Option<FuzzyDate>| {
        let input = day_field(context.locale, value, held, move |day| Message::Day(id, edge, day));
        let input = input.label(context.t(label)).in_drafts(context.drafts, clusters::edge_key(id, edge));
        input.read_only_unless(context.can_write())
    };
    let no_name = context.locale.explain(&Mistake::NoClusterName);
    let name = text(ClusterField::Name, clusters::words(dossier).name, &details.name)
        .id(NAME_FIELD)
        .check(move |text| if text.is_empty() { Err(no_name.clone()) } else { Ok(()) })
        .width(Length::FillPortion(2));
    let venue = text(ClusterField::Venue, "window-field-venue", details.venue.as_deref().unwrap_or_default())
        .placeholder(dossier.session.details.venue.clone().unwrap_or_default())
        .width(Length::FillPortion(3));
    let ends = details.dates.filter(|dates| !dates.is_single()).map(DateSpan::end);
    let form = form::form([
        form::beside([name.into(), venue.into()]).into(),
        form::beside([
            day(Edge::First, "window-field-starts", details.dates.map(DateSpan::start)).into(),
            day(Edge::Last, "window-field-ends", ends).into(),
            number(ClusterField::Capacity, "window-info-capacity", details.capacity)
                .width(Length::Fixed(90.0))
                .into(),
        ])
        .into(),
        serves(cluster, state, context),
        form::beside([
            text(ClusterField::Lead, "window-info-lead", details.lead.as_deref().unwrap_or_default()).into(),
            number(ClusterField::Expected, "window-info-expected", details.expected)
                .width(Length::Fixed(90.0))
                .into(),
            number(ClusterField::Actual, "window-info-actual", details.actual)
                .width(Length::Fixed(90.0))
                .into(),
        ])
        .into(),
        state.sittings(cluster, dossier, context),
        actions(cluster, place, dossier, context),
    ]);
    let room = Padding { top: space::XS, ..Padding::from(space::M) };
    container(form).padding(room).into()
}

/// Moving a cluster, and taking it away.
fn actions<'a>(
    cluster: &Cluster,
    place: CardPosition,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let id = cluster.id;
    let step = |icon: Icon, label: &str, way: Way, possible: bool| {
        let message = context.if_writable(Message::Move(id, way)).filter(|_| possible);
        button::quiet(Some(icon), context.t(label)).on_press_maybe(message)
    };
    let alone = place.first && place.last;
    let steps = (!alone).then(|| {
        row![
            step(Icon::ArrowUp, "window-info-move-up", Way::Up, !place.first),
            step(Icon::ArrowDown, "window-info-move-down", Way::Down, !place.last),
        ]
        .spacing(space::XS)
    });
    let split = button::quiet(Some(Icon::Split), context.t("info-cluster-split"))
        .id("cluster-split")
        .on_press_maybe(context.if_writable(Message::Split(id)));
    let others = dossier.clusters.iter().filter(|one| one.id != id);
    let others: Vec<_> = others.map(|one| (one.id, one.details.name.clone())).collect();
    let merge = (!alone && context.can_write()).then(|| {
        select(others, None)
            .id("cluster-merge")
            .placeholder(context.t(clusters::words(dossier).merge))
            .width(170.0)
            .on_choose(move |into| Message::Merge { from: id, into })
    });
    row![]
        .push(steps)
        .push(split)
        .push(merge)
        .push(
            button::danger_small(Some(Icon::Trash2), context.t(clusters::words(dossier).remove))
                .on_press_maybe(context.if_writable(Message::Remove(id))),
        )
        .spacing(space::XS)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(space::S)
        .into()
}

/// The units a cluster serves, and a field for one more.
fn serves<'a>(cluster: &'a Cluster, state: &'a State, context: Context<'a>) -> Element<'a, Message> {
    let (id, serves) = (cluster.id, &cluster.details.serves);
    let units = serves
        .iter()
        .map(|unit| removable(unit.as_str(), context.if_writable(Message::UnitAway(id, unit.clone()))));
    let units = (!serves.is_empty()).then(|| row(units).spacing(space::S).wrap().vertical_spacing(space::S));
    let adding = context.can_write().then(|| {
        let (known, typed) = state.offered(serves);
        let unit = field(typed)
            .id("cluster-unit")
            .of((id, "unit", serves.len()))
            .placeholder(context.t("info-serves-hint"))
            .suggest(known)
            .on_commit(Message::UnitTyped)
            .on_enter(Message::UnitAdd(id));
        let add = button::secondary_small(Some(Icon::Plus), context.t("info-serves-add"))
            .id("cluster-unit-add")
            .on_press(Message::UnitAdd(id));
        row![Element::from(unit), Element::from(add)].spacing(space::S).align_y(Alignment::Center)
    });
    column![styled(context.t("window-info-serves"), Role::FieldLabel)]
        .push(units)
        .push(adding)
        .spacing(space::XS)
        .into()
}
