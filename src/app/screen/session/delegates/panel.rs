//! The panel beside the table: one delegate to edit, or what is done to several.

use iced::widget::{Space, column, container, row};
use iced::{Element, Length};

use super::{Message, State, own_values};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::person_form::{Fields, Of};
use crate::app::screen::session::attendance::menu::expectation;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip, form};
use crate::domain::attendance::notice::Span;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId, SittingId};
use crate::sentence::Sentence;
use crate::vietnamese::date;

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
        card::side(content).width(if alone { Length::Fill } else { Length::Fixed(space::PANEL) }).into()
    }

    fn one<'a>(
        &'a self,
        one: &'a Delegate,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        // Who is erased is only counted: there is nothing to edit.
        let (id, details, writes) = (one.id, &one.details, context.can_write() && !one.erased);
        let fields = Fields {
            details,
            prefix: "delegate",
            positions: &self.positions,
            units: &self.units,
            of: Of::Record(format!("delegate {id}")),
            writes,
        };
        let (first, lines) = fields.view(context, move |change| Message::Changed(id, change), None);
        let place = move |to| Message::Move(vec![id], to);
        let elsewhere = dossier.clusters.iter().any(|cluster| Some(cluster.id) != one.cluster);
        let cluster = elsewhere.then(|| {
            let label = context.t("window-delegates-move");
            let nowhere = context.t("window-delegates-no-cluster");
            let listed = writes && one.state == DelegateState::Listed;
            clusters(dossier, Some(one.cluster), label, nowhere, context, listed.then_some(place))
        });
        let own = own_values::fields(&[id], writes, dossier, context);
        let fields = form::form(first).push(cluster).extend(lines).extend(own);
        let below = details.position.clone().unwrap_or_default();
        let erased = one.erased.then(|| small(context.t("store-delegate-erased")));
        let register = kept_in_register(one, dossier, context);
        let listed = one.state == DelegateState::Listed;
        let announce = button::secondary_small(Some(Icon::Calendar), context.t("window-delegates-announce"))
            .id("delegate-announce")
            .on_press_maybe(context.if_writable(Message::Announce(id)).filter(|_| listed && !one.erased));
        column![head(details.full_name.clone(), below), marks(one, dossier, context)]
            .push(erased)
            .extend(said_before(one, dossier, context))
            .extend([
                fields.into(),
                row![on_and_off(&[id], listed, !listed, context), announce]
                    .spacing(space::S)
                    .wrap()
                    .vertical_spacing(space::S)
                    .into(),
            ])
            .push(register)
            .spacing(space::M)
            .into()
    }
}

/// The head of the panel with its cross.
pub(super) fn head<'a>(title: String, below: String) -> Element<'a, Message> {
    let mut words = column![styled(title, Role::Subtitle)];
    if !below.is_empty() {
        words = words.push(container(one_line(below, Role::Small)).clip(true));
    }
    card::closing(words, Message::ClosePanel).into()
}

/// What was said before of somebody: that they will not come, who is sent; if anything.
fn said_before<'a>(one: &Delegate, dossier: &Dossier, context: Context<'a>) -> Vec<Element<'a, Message>> {
    if one.state != DelegateState::Listed || one.erased {
        return Vec::new();
    }
    let notices = dossier.attendance.notices().iter().filter(|notice| notice.delegate == one.id);
    let said = |notice| {
        let words = context.say(&expectation(notice, dossier));
        small(format!("{words} · {}", sittings_of(notice.span, dossier, context))).into()
    };
    notices.map(said).collect()
}

/// "Cả lớp", "Buổi này: 10/5/2023 Sáng", "Từ buổi này: …".
fn sittings_of(span: Span, dossier: &Dossier, context: Context<'_>) -> String {
    let named = |wanted: SittingId| {
        let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
        let found = sittings.into_iter().find(|sitting| sitting.id == wanted);
        found
            .map(|sitting| format!("{} {}", date::short(sitting.date), sitting.half.printed()))
            .unwrap_or_default()
    };
    match span {
        Span::Session => context.t("attendance-reach-session"),
        Span::Sitting(sitting) => named(sitting),
        Span::Onward(sitting) => {
            context.say(&Sentence::new("attendance-notice-onward").with("sitting", named(sitting)))
        }
    }
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
    if twins > 1 && !one.erased {
        let words = context.say(&Sentence::new("window-delegates-same-name").with("count", twins));
        marks.push(chip::chip(Tone::Amber, Some(Icon::Users), words));
    }
    (!marks.is_empty()).then(|| row(marks).spacing(space::S).wrap().vertical_spacing(space::XS).into())
}

/// The way to erase the name that the register still keeps of somebody who is erased.
fn kept_in_register<'a>(
    one: &Delegate,
    dossier: &Dossier,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    let kept =
        dossier.certificates.iter().find(|kept| kept.delegate == one.id && kept.kept_name(one).is_some())?;
    let ask = Message::AskRegister(one.person, kept.printed_number.clone());
    let button = button::danger_small(Some(Icon::Trash2), context.t("personal-erase-in-register"));
    Some(button.id("delegate-register").on_press_maybe(context.if_writable(ask)).into())
}

/// "Rút tên" and "Đưa trở lại".
pub(super) fn on_and_off<'a>(
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
