//! The panel beside the table: one delegate to edit, or what is done to several.

use iced::widget::{Space, column, container, row, scrollable};
use iced::{Alignment, Element, Length, Padding};

use super::edit::What;
use super::table::cluster_name;
use super::{Message, NAME_FIELD, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::select::select;
use crate::app::widget::{button, chip, form};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::person::Gender;
use crate::message::{Explain, Message as Sentence};

impl State {
    /// The panel; `alone` when there is no room for the table beside it.
    pub(super) fn panel<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
        alone: bool,
    ) -> Element<'a, Message> {
        let content = if self.adding {
            self.form.view(dossier, &self.positions, &self.units, context)
        } else if self.selection.len() > 1 {
            self.several(dossier, context)
        } else {
            let row = self.selection.rows().next();
            match row.and_then(|row| self.lines.delegate(row, dossier)) {
                Some(one) => self.one(one, dossier, context),
                None => Space::new().into(),
            }
        };
        let content = container(content).padding(Padding { right: space::L, ..Padding::ZERO });
        let bar = scrollable::Scrollbar::new().width(6.0).scroller_width(6.0).margin(2.0);
        let content = scrollable(content)
            .direction(scrollable::Direction::Vertical(bar))
            .style(style::scroll_bar)
            .height(Length::Fill);
        container(content)
            .padding(Padding { left: space::L, top: space::M, bottom: space::M, right: 0.0 })
            .width(if alone { Length::Fill } else { Length::Fixed(space::PANEL) })
            .height(Length::Fill)
            .style(style::card)
            .into()
    }

    fn one<'a>(
        &'a self,
        one: &'a Delegate,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let (id, details) = (one.id, &one.details);
        let refusal = |what: What| {
            let (_, _, error) = self.refused.as_ref().filter(|(of, which, _)| (*of, *which) == (id, what))?;
            Some(context.say(&error.explain()))
        };
        let writes = context.can_write();
        let text = |what: What, label: &str| -> Field<'a, Message> {
            let input = field(what.text(details))
                .label(context.t(label))
                .of((id, what))
                .error(refusal(what))
                .on_commit_maybe(writes.then_some(move |text| Message::Typed(id, what, text)));
            match what {
                What::Name => input.id(NAME_FIELD),
                What::Position => input.id("delegate-position").suggest(self.positions.clone()),
                What::Unit => input.id("delegate-unit").suggest(self.units.clone()),
                What::Phone => input.id("delegate-phone"),
                _ => input,
            }
        };
        let birth = date_field(context.locale, details.birth, move |date| Message::Born(id, date))
            .label(context.t("window-column-birth"))
            .placeholder("1969")
            .of((id, What::Birth))
            .id("delegate-birth")
            .error(refusal(What::Birth));
        let birth = match writes {
            true => birth,
            false => birth.on_commit_maybe(None::<fn(String) -> Message>),
        };
        let gender =
            genders(details.gender, context, writes.then_some(move |one| Message::GenderChosen(id, one)));
        let place = move |to| Message::Move(vec![id], to);
        let elsewhere = dossier.clusters.iter().any(|cluster| Some(cluster.id) != one.cluster);
        let cluster = elsewhere.then(|| {
            let label = context.t("window-delegates-move");
            let nowhere = context.t("window-delegates-no-cluster");
            let listed = writes && one.state == DelegateState::Listed;
            clusters(dossier, Some(one.cluster), label, nowhere, context, listed.then_some(place))
        });
        let fields = form::form([
            text(What::Name, "window-column-name").into(),
            form::beside([birth.into(), gender]).into(),
            text(What::Position, "window-column-position").into(),
            text(What::Unit, "window-column-unit").into(),
        ])
        .push(cluster)
        .push(form::beside([
            text(What::Phone, "window-delegates-phone").into(),
            text(What::Note, "window-delegates-note").into(),
        ]));
        let below = details.position.clone().unwrap_or_default();
        column![
            head(details.full_name.clone(), below),
            marks(one, dossier, context),
            fields,
            on_and_off(
                &[id],
                one.state == DelegateState::Listed,
                one.state != DelegateState::Listed,
                context
            ),
        ]
        .spacing(space::M)
        .into()
    }

    fn several<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let (withdrawn, listed) = self.selected_by_state(dossier);
        let count = withdrawn.len() + listed.len();
        let title = context.say(&Sentence::new("window-delegates-selected").with("count", count));
        let shared = self.shared_cluster(dossier);
        let below = match shared {
            Some(Some(cluster)) => cluster_name(dossier, Some(cluster)),
            Some(None) => context.t("window-delegates-no-cluster"),
            None => context.t("window-delegates-several-clusters"),
        };
        let below = if dossier.clusters.is_empty() { String::new() } else { below };
        let who = listed.clone();
        let place = move |to| Message::Move(who.clone(), to);
        let cluster = (!dossier.clusters.is_empty()).then(|| {
            let label = context.t("window-delegates-move");
            let nowhere = context.t("window-delegates-no-cluster");
            let writes = context.can_write() && !listed.is_empty();
            clusters(dossier, shared, label, nowhere, context, writes.then_some(place))
        });
        let mut actions = column![].spacing(space::S);
        if !listed.is_empty() {
            actions = actions.push(on_and_off(&listed, true, false, context));
        }
        if !withdrawn.is_empty() {
            actions = actions.push(on_and_off(&withdrawn, false, true, context));
        }
        let copy = button::secondary_small(Some(Icon::Copy), context.t("window-delegates-copy"))
            .on_press(Message::Copy);
        column![head(title, below)]
            .push(cluster)
            .push(copy)
            .push(actions)
            .push(small(context.t("window-delegates-several-hint")))
            .spacing(space::M)
            .into()
    }

    /// The cluster all selected delegates are in.
    fn shared_cluster(&self, dossier: &Dossier) -> Option<Option<ClusterId>> {
        let mut clusters =
            self.selection.rows().filter_map(|row| self.lines.delegate(row, dossier)).map(|one| one.cluster);
        let first = clusters.next()?;
        clusters.all(|cluster| cluster == first).then_some(first)
    }
}

/// The head of the panel with its cross.
pub(super) fn head<'a>(title: String, below: String) -> Element<'a, Message> {
    let mut words = column![styled(title, Role::Subtitle)].width(Length::Fill);
    if !below.is_empty() {
        words = words.push(container(one_line(below, Role::Small)).clip(true));
    }
    // Esc does the same, so Tab need not stop here.
    row![words, button::icon_only(Icon::X).mouse_only().on_press(Message::ClosePanel)]
        .spacing(space::S)
        .align_y(Alignment::Start)
        .into()
}

/// What is special about a delegate: a fixed number, an addition, taken off.
fn marks<'a>(one: &Delegate, dossier: &Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let mut marks: Vec<Element<'a, Message>> = Vec::new();
    if one.state == DelegateState::Withdrawn {
        marks.push(chip::chip(Tone::Neutral, Some(Icon::UserX), context.t("window-delegates-withdrawn")));
    }
    if let Some(number) = one.fixed_number {
        let words = context.say(&Sentence::new("window-delegates-fixed-number").with("number", number));
        marks.push(chip::chip(Tone::Green, Some(Icon::Lock), words));
    }
    if one.supplementary {
        marks.push(chip::chip(Tone::Blue, None, context.t("window-delegates-supplementary")));
    }
    let name = &one.details.full_name;
    let twins = dossier.delegates.iter().filter(|other| other.details.full_name == *name).count();
    if twins > 1 {
        let words = context.say(&Sentence::new("window-delegates-same-name").with("count", twins));
        marks.push(chip::chip(Tone::Amber, Some(Icon::Users), words));
    }
    (!marks.is_empty()).then(|| row(marks).spacing(space::S).wrap().vertical_spacing(space::XS).into())
}

/// "Rút tên" and "Đưa trở lại".
fn on_and_off<'a>(
    who: &[DelegateId],
    remove: bool,
    put_back: bool,
    context: Context<'a>,
) -> Element<'a, Message> {
    let off = remove.then(|| {
        button::danger_small(Some(Icon::UserX), context.t("window-delegates-remove"))
            .id("delegate-remove")
            .on_press_maybe(context.if_writable(Message::Remove(who.to_vec())))
    });
    let on = put_back.then(|| {
        button::secondary_small(Some(Icon::Undo2), context.t("window-delegates-put-back"))
            .id("delegate-put-back")
            .on_press_maybe(context.if_writable(Message::PutBack(who.to_vec())))
    });
    row![].push(off).push(on).spacing(space::S).into()
}

/// Nam, Nữ, or not known.
pub(super) fn genders<'a, M: Clone + 'a>(
    chosen: Option<Gender>,
    context: Context<'a>,
    on_choose: Option<impl Fn(Option<Gender>) -> M + 'a>,
) -> Element<'a, M> {
    let options = [
        (None, "–".to_owned()),
        (Some(Gender::Male), context.t("window-male")),
        (Some(Gender::Female), context.t("window-female")),
    ];
    let list =
        select(options, Some(&chosen)).label(context.t("window-delegates-gender")).id("delegate-gender");
    match on_choose {
        Some(on_choose) => list.on_choose(on_choose).into(),
        None => list.into(),
    }
}

/// The clusters of the session, and none, which is called `nowhere`.
pub(super) fn clusters<'a, M: Clone + 'a>(
    dossier: &Dossier,
    chosen: Option<Option<ClusterId>>,
    label: String,
    nowhere: String,
    context: Context<'a>,
    on_choose: Option<impl Fn(Option<ClusterId>) -> M + 'a>,
) -> Element<'a, M> {
    let options = dossier
        .clusters
        .iter()
        .map(|cluster| (Some(cluster.id), cluster.details.name.clone()))
        .chain([(None, nowhere)]);
    let list = select(options, chosen.as_ref())
        .label(label)
        .id("delegate-cluster")
        .placeholder(context.t("window-delegates-choose-cluster"));
    match on_choose {
        Some(on_choose) => list.on_choose(on_choose).into(),
        None => list.into(),
    }
}
