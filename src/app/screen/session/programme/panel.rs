//! The panel beside the list: the chosen item to edit.

use std::collections::BTreeSet;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::edit::{self, NEW_NAME, Sort};
use super::{Context, Message, State, words};
use crate::app::icon::Icon;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, form};
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::library::MOST_MINUTES;
use crate::domain::programme::{ItemKind, PlannedItem, Presenter};
use crate::sentence::Sentence;

/// The field of an item's words.
pub(super) const TITLE: &str = "item-title";

impl State {
    /// The panel of the chosen item.
    pub(super) fn panel<'a>(
        &'a self,
        sitting: &'a Sitting,
        cluster: &'a Cluster,
        item: &'a PlannedItem,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let details = &item.details;
        let say = |message: edit::Message| Message::Edit(message);
        let kinds = ItemKind::ALL.map(|kind| (kind, words::kind(kind, context)));
        let kind =
            select(kinds, Some(&details.kind)).label(context.t("window-programme-kind")).id("item-kind");
        let kind = match context.can_write() {
            true => kind.on_choose(move |kind| say(edit::Message::Kind(kind))),
            false => kind,
        };
        let title = field(details.title.as_str())
            .label(context.t("window-programme-title"))
            .in_drafts(context.drafts, edit::key(item.id, "title"))
            .id(TITLE)
            .on_commit_maybe(context.if_writable(move |text| say(edit::Message::Title(text))));
        let refusal =
            context.say(&Sentence::new("window-programme-minutes-refused").with("most", MOST_MINUTES));
        let minutes = number_field(details.minutes, 1..=MOST_MINUTES, refusal, move |minutes| {
            say(edit::Message::Minutes(minutes))
        })
        .label(context.t("window-programme-minutes"))
        .in_drafts(context.drafts, edit::key(item.id, "minutes"))
        .id("item-minutes")
        .read_only_unless(context.can_write());
        let at = sitting.items.iter().position(|one| one.id == item.id).unwrap_or_default();
        let fields = form::form([
            title.into(),
            form::beside([
                container(kind).width(Length::FillPortion(3)).into(),
                container(minutes).width(Length::FillPortion(2)).into(),
            ])
            .into(),
            self.presenters(item, dossier, context),
        ])
        .push(elsewhere(sitting, cluster, context));
        let content = column![
            self.item_head(sitting, at, context),
            fields,
            order(at, sitting.items.len(), context),
            small(context.t("window-programme-keys")),
        ]
        .spacing(space::M);
        card::side(content).into()
    }

    fn item_head<'a>(
        &'a self,
        sitting: &'a Sitting,
        at: usize,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let slot = sitting.slots().get(at).copied().unwrap_or_default();
        let when = match (slot.starts, slot.ends) {
            (Some(starts), Some(ends)) => format!("{starts}–{ends}"),
            (Some(starts), None) => starts.to_string(),
            (None, _) => context.t("window-programme-no-time"),
        };
        let head = card::closing(column![styled(when, Role::Subtitle)], Message::ItemChosen(None));
        head.spacing(0.0).align_y(Alignment::Center).into()
    }

    /// Who presents, each as a person, a role or a body.
    fn presenters<'a>(
        &'a self,
        item: &'a PlannedItem,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let known = self.known_presenters(dossier);
        let lines = item.details.presenters.iter().enumerate().map(|(at, presenter)| {
            let given = self.given(item, at, &item.details.presenters, known.clone(), context);
            column![presenter_lines(item, at, presenter, known.clone(), context)]
                .push(given)
                .spacing(space::XS)
                .into()
        });
        // Whom the topic names presents where the item names nobody.
        let of_topic = match item.details.presenters.is_empty() && item.details.kind == ItemKind::Topic {
            true => item.details.presenters_or(&dossier.topics),
            false => &[],
        };
        let of_topic = of_topic.iter().enumerate().map(|(at, presenter)| {
            let given = self.given(item, at, of_topic, known.clone(), context);
            column![small(presenter.printed())].push(given).spacing(space::XS).into()
        });
        let new = (self.one_more || item.details.presenters.is_empty()).then(|| {
            let at = item.details.presenters.len();
            let commit = context.if_writable(move |text| Message::Edit(edit::Message::Name(at, text)));
            field("")
                .placeholder(context.t("window-programme-presenter-hint"))
                .in_drafts(context.drafts, edit::key(item.id, &format!("presenter {at}")))
                .id(NEW_NAME)
                .suggest(known.clone())
                .on_commit_maybe(commit)
        });
        let more = (new.is_none() && context.can_write()).then(|| {
            button::quiet(Some(Icon::UserPlus), context.t("window-programme-presenter-add"))
                .on_press(Message::Edit(edit::Message::OneMore))
        });
        column![styled(context.t("window-programme-presenters"), Role::FieldLabel)]
            .extend(lines)
            .extend(of_topic)
            .push(new)
            .push(more)
            .spacing(space::S)
            .into()
    }

    /// Names that may be meant: who presents elsewhere, and the guests.
    fn known_presenters(&self, dossier: &Dossier) -> Vec<String> {
        let items = self
            .programme
            .iter()
            .flat_map(|one| &one.clusters)
            .flat_map(|one| &one.sittings)
            .flat_map(|one| &one.items);
        let mut known: BTreeSet<String> =
            items.flat_map(|item| &item.details.presenters).map(|one| one.name().to_owned()).collect();
        known.extend(dossier.guests.iter().filter_map(|guest| match guest {
            Guest::Person { name, .. } => Some(name.clone()),
            Guest::Group { .. } => None,
        }));
        known.into_iter().collect()
    }
}

fn presenter_lines<'a>(
    item: &'a PlannedItem,
    at: usize,
    presenter: &'a Presenter,
    known: Vec<String>,
    context: Context<'a>,
) -> Element<'a, Message> {
    let name = field(presenter.name())
        .in_drafts(context.drafts, edit::key(item.id, &format!("presenter {at}")))
        .id("item-presenter")
        .suggest(known)
        .on_commit_maybe(context.if_writable(move |text| Message::Edit(edit::Message::Name(at, text))));
    let sorts = [
        (Sort::Person, context.t("window-programme-person")),
        (Sort::Role, context.t("window-programme-role")),
        (Sort::Collective, context.t("window-programme-collective")),
    ];
    let sort = select(sorts, Some(&Sort::of(presenter))).id("item-presenter-sort");
    let sort = match context.can_write() {
        true => sort.on_choose(move |sort| Message::Edit(edit::Message::Sort(at, sort))),
        false => sort,
    };
    let leave = button::quiet(None, context.t("window-programme-presenter-leave"))
        .on_press_maybe(context.if_writable(Message::Edit(edit::Message::Leave(at))));
    let titles = match presenter {
        Presenter::Person { titles, .. } => Some(
            field(titles.join("; "))
                .placeholder(context.t("window-programme-titles-hint"))
                .in_drafts(context.drafts, edit::key(item.id, &format!("titles {at}")))
                .id("item-presenter-titles")
                .on_commit_maybe(
                    context.if_writable(move |text| Message::Edit(edit::Message::Titles(at, text))),
                ),
        ),
        Presenter::Role(_) | Presenter::Collective(_) => None,
    };
    column![name]
        .push(titles)
        .push(row![sort, leave].spacing(space::S).align_y(Alignment::Center))
        .spacing(space::XS)
        .into()
}

/// Another sitting of the cluster to move the item to.
fn elsewhere<'a>(
    sitting: &'a Sitting,
    cluster: &'a Cluster,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    if cluster.sittings.len() < 2 || !context.can_write() {
        return None;
    }
    let options = cluster.sittings.iter().map(|one| (one.id, words::half_day(one, context)));
    let list =
        select(options, Some(&sitting.id)).label(context.t("window-programme-in-sitting")).id("item-sitting");
    Some(list.on_choose(Message::MoveTo).into())
}

/// Up, down, away.
fn order<'a>(at: usize, count: usize, context: Context<'a>) -> Element<'a, Message> {
    let shift = |up: bool, can: bool| context.if_writable(Message::Shift(up)).filter(|_| can);
    row![
        button::secondary_small(Some(Icon::ArrowUp), context.t("window-info-move-up"))
            .id("item-up")
            .on_press_maybe(shift(true, at > 0)),
        button::secondary_small(Some(Icon::ArrowDown), context.t("window-info-move-down"))
            .id("item-down")
            .on_press_maybe(shift(false, at + 1 < count)),
        button::danger_small(Some(Icon::Trash2), context.t("window-programme-remove"))
            .id("item-remove")
            .on_press_maybe(context.if_writable(Message::Remove)),
    ]
    .spacing(space::S)
    .wrap()
    .into()
}
