//! Choosing the cluster and the sitting on show, and making them where there are none.

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length};

use super::{Context, Message, State, words};
use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::{space, style};
use crate::app::widget::{button, chip, empty};
use crate::domain::cluster::{Cluster, HalfDay};
use crate::domain::dossier::Dossier;
use crate::domain::programme::{Programme, Spot};

impl State {
    /// The clusters; one that needs a look says so.
    pub(super) fn cluster_chips<'a>(&'a self, programme: &'a Programme) -> Element<'a, Message> {
        let chips = programme.clusters.iter().map(|cluster| {
            let tone = if self.needs_a_look(cluster) { Tone::Amber } else { Tone::Neutral };
            let chosen = Some(cluster.id) == self.cluster;
            chip::choice(cluster.details.name.clone(), chosen, tone, Message::ClusterChosen(cluster.id))
                .into()
        });
        row(chips).spacing(space::S).wrap().into()
    }

    fn needs_a_look(&self, cluster: &Cluster) -> bool {
        self.warnings.iter().any(|warning| match warning.spot() {
            Spot::Cluster(id) => id == cluster.id,
            Spot::Sitting(id) => cluster.sittings.iter().any(|one| one.id == id),
            Spot::Item(id) => cluster.sittings.iter().flat_map(|one| &one.items).any(|item| item.id == id),
        })
    }

    /// The sittings of a cluster, and the way to add one.
    pub(super) fn sitting_chips<'a>(
        &'a self,
        cluster: &'a Cluster,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let chips = cluster.sittings.iter().map(|sitting| {
            let warned = self.warnings.iter().any(|warning| match warning.spot() {
                Spot::Cluster(_) => false,
                Spot::Sitting(id) => id == sitting.id,
                Spot::Item(id) => sitting.items.iter().any(|item| item.id == id),
            });
            let tone = if warned { Tone::Amber } else { Tone::Neutral };
            let chosen = Some(sitting.id) == self.sitting;
            let label = words::sitting(sitting, context);
            chip::choice(label, chosen, tone, Message::SittingChosen(sitting.id)).into()
        });
        let more = button::quiet(Some(Icon::Plus), context.t("window-programme-sitting"))
            .on_press(Message::ToInfo)
            .into();
        row(chips.chain([more])).spacing(space::S).align_y(Alignment::Center).wrap().into()
    }
}

/// No cluster or no sitting yet: they are made here, in one press each.
pub(super) fn nothing_yet<'a>(
    programme: &'a Programme,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Element<'a, Message> {
    let to_info =
        || button::secondary(None, context.t("window-programme-to-info")).on_press(Message::ToInfo).into();
    if programme.clusters.is_empty() {
        let add = button::primary(Some(Icon::Plus), context.t("window-info-cluster-add"))
            .id("programme-cluster")
            .on_press_maybe(context.if_writable(Message::AddCluster))
            .into();
        let (title, cure) = ("window-programme-no-cluster", "window-programme-no-cluster-cure");
        return empty::empty(Icon::Calendar, context.t(title), context.t(cure), [add, to_info()]);
    }
    let dated = dossier.session.details.dates.is_some()
        || dossier.clusters.iter().all(|one| one.details.dates.is_some());
    let (title, cure) = match dated {
        true => ("window-programme-no-sittings", "window-programme-no-sittings-cure"),
        false => ("window-programme-no-sittings", "window-programme-no-days-cure"),
    };
    let make = |id: &'static str, label: &str, halves: Vec<HalfDay>| {
        let message = context.if_writable(Message::Make(halves)).filter(|_| dated);
        button::secondary(None, context.t(label)).id(id).on_press_maybe(message).into()
    };
    let actions = match dated {
        true => vec![
            make("make-both", "window-info-make-both", vec![HalfDay::Morning, HalfDay::Afternoon]),
            make("make-morning", "window-info-morning", vec![HalfDay::Morning]),
            make("make-afternoon", "window-info-afternoon", vec![HalfDay::Afternoon]),
        ],
        false => vec![to_info()],
    };
    // A sitting of another cluster may be there to look at.
    let others = (programme.clusters.len() > 1).then(|| {
        let chips = programme.clusters.iter().filter(|one| !one.sittings.is_empty());
        let chips = chips.map(|one| {
            chip::choice(one.details.name.clone(), false, Tone::Neutral, Message::ClusterChosen(one.id))
                .into()
        });
        container(row(chips).spacing(space::S).wrap()).padding([18.0, space::XL])
    });
    let page =
        column![].push(others).push(empty::empty(Icon::Calendar, context.t(title), context.t(cure), actions));
    scrollable(page).style(style::scroll_bar).height(Length::Fill).into()
}
