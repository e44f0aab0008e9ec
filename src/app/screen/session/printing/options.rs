//! How the chosen paper is made: the card of its options, drawn as its kind describes it.

use iced::widget::{Column, Row, column};
use iced::{Element, Length};
use serde_json::Value;

use super::super::super::Context;
use super::super::programme::words::short_half_day;
use super::choices::{Choice, Choices, without_cluster};
use super::words::{Paper, chosen};
use super::{Message, certificate_form};
use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::Field as Input;
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{banner, button, card, chip};
use crate::domain::date::DateSpan;
use crate::domain::dossier::Dossier;
use crate::domain::numbering::is_fixed;
use crate::paper::card::{Control, Example, Field, Half, Item, Label, MOST_BLANK_ROWS};
use crate::paper::{PaperKind, Scope};
use crate::sentence::Sentence;

/// The card of options.
pub fn options<'a>(
    paper: Paper<'a>,
    certificate: &'a certificate_form::State,
    recipes: Option<Element<'a, Message>>,
) -> Element<'a, Message> {
    let Paper { choices, dossier, context } = paper;
    let kind = choices.kind;
    // With one cluster that holds everyone there is nothing to choose.
    let several =
        kind.about().per_cluster && dossier.clusters.len() + usize::from(without_cluster(dossier) > 0) > 1;
    let clusters = several.then(|| scope(choices, dossier, context));
    let own = choices.how().of(kind).card(dossier, choices.scope());
    let own = stacked(own, space::L, paper, certificate);
    // Whoever doubts a figure of these asks who that is.
    let gives_figures = matches!(kind, PaperKind::Minutes | PaperKind::Report | PaperKind::AttendanceSummary);
    let names = (gives_figures && !dossier.attendance.is_empty()).then(|| {
        button::secondary_small(Some(Icon::Users), context.t("window-print-names")).on_press(Message::Names)
    });
    let content = column![].push(recipes).push(clusters).push(own).push(names);
    let content = content.spacing(space::L).width(Length::Fill);
    card::titled(context.t(kind.about().label), None, content).width(Length::Fill).into()
}

/// Whose paper, and in how many files.
fn scope<'a>(choices: &Choices, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let fixed =
        [(Scope::Whole, context.t("window-print-whole")), (Scope::Each, context.t("window-print-each"))];
    let clusters = dossier.clusters.iter().map(|one| {
        let count = dossier.listed(Some(one.id));
        (Scope::One(one.id), format!("{} · {count}", one.details.name))
    });
    select(fixed.into_iter().chain(clusters), Some(&choices.scope()))
        .label(context.t("window-print-scope"))
        .id("print-scope")
        .on_choose(|scope| Message::Chosen(Choice::Scope(scope)))
        .into()
}

/// Items one under the other.
fn stacked<'a>(
    items: Vec<Item>,
    spacing: f32,
    paper: Paper<'a>,
    certificate: &'a certificate_form::State,
) -> Column<'a, Message> {
    let items = items.into_iter().filter_map(|one| item(one, paper, certificate));
    Column::with_children(items).spacing(spacing)
}

/// One item; none where it has nothing to offer.
fn item<'a>(
    item: Item,
    paper: Paper<'a>,
    certificate: &'a certificate_form::State,
) -> Option<Element<'a, Message>> {
    let context = paper.context;
    Some(match item {
        Item::Field(field) => option(field, paper),
        Item::Says(sentence) => small(context.t(sentence)).into(),
        Item::Under(label, items) => labelled(context.t(label), stacked(items, 0.0, paper, certificate)),
        Item::Boxes(items) => stacked(items, 0.0, paper, certificate).into(),
        Item::Fields(items) => stacked(items, space::S, paper, certificate).into(),
        Item::Across(label, fields) => {
            let fields = fields.into_iter().map(|field| option(field, paper));
            labelled(said(label, context), Row::with_children(fields).spacing(space::S))
        }
        Item::CertificateForm => certificate.view(paper.dossier, context),
        Item::FixNumbers => return fixing(paper.dossier, context),
    })
}

/// An option, by the control that its kind asks for.
fn option(option: Field, paper: Paper<'_>) -> Element<'_, Message> {
    let Paper { dossier, context, .. } = paper;
    let Field { place, id, label, hint, control } = option;
    let label = said(label, context);
    let hint = hint.map(|hint| context.t(hint));
    let set = chosen(place.clone());
    match control {
        Control::Text { entered, example } => {
            let example = match example {
                Some(Example::Sentence(sentence)) => context.t(sentence),
                Some(Example::Text(text)) => text,
                None => String::new(),
            };
            dressed(paper.text(&entered, place).placeholder(example), label, hint).id(id).into()
        }
        Control::Money { entered, least, refused } => {
            dressed(paper.money(entered, least, refused, place), label, hint)
                .id(id)
                .width(Length::Fill)
                .into()
        }
        Control::Count { entered, least, most, refused } => {
            dressed(paper.count(entered, least..=most, refused, place), label, hint)
                .id(id)
                .width(Length::Fill)
                .into()
        }
        Control::Day(entered) => {
            let held = dossier.session.details.dates.map(DateSpan::start);
            dressed(paper.day(entered, held, place), label, hint).id(id).into()
        }
        Control::Rows(rows) => {
            let refused = context.t("window-print-blank-refused");
            let set = move |rows: Option<u32>| set(rows.unwrap_or(0).into());
            labelled(label, number_field(Some(rows), 0..=MOST_BLANK_ROWS, refused, set).id(id).width(104.0))
        }
        Control::Tick(on) => checkbox(on, label, move |on| set(on.into())).into(),
        Control::Chips(ways) => {
            let all = ways.all.into_iter().map(|(value, words)| (value, said(words, context)));
            let chips = chip::choices(all, &ways.chosen, set);
            labelled(label, column![chips].push(hint.map(small)).spacing(space::XS))
        }
        Control::Select(ways) => {
            let all = ways.all.into_iter().map(|(value, words)| (value, said(words, context)));
            select(all, Some(&ways.chosen)).label(label).id(id).on_choose(set).into()
        }
        Control::Sittings { all, left_out } => {
            let chips = all.into_iter().map(|half| {
                let label = short_half_day(half.0, half.1, context);
                (half, !left_out.contains(&half), label)
            });
            let chips = chip::toggles(chips, |half, signed| set(without(&left_out, half, signed)));
            labelled(label, chips)
        }
    }
}

/// The words of a label.
fn said(label: Label, context: Context<'_>) -> String {
    match label {
        Label::Sentence(sentence) => context.t(sentence),
        Label::Name(name) => name,
        Label::Of(sentence, name) => context.say(&Sentence::new(sentence).with("name", name)),
    }
}

/// The sittings that are left out once this one is signed for, or is not.
fn without(left_out: &[Half], half: Half, signed: bool) -> Value {
    let others = left_out.iter().copied().filter(|one| *one != half);
    let left_out: Vec<Half> = others.chain((!signed).then_some(half)).collect();
    // Plain values: they always have a JSON form.
    serde_json::to_value(left_out).unwrap_or_default()
}

fn dressed<'a>(input: Input<'a, Message>, label: String, hint: Option<String>) -> Input<'a, Message> {
    let input = input.label(label);
    match hint {
        Some(hint) => input.hint(hint),
        None => input,
    }
}

/// Something under its label.
fn labelled<'a>(label: String, content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    column![styled(label, Role::FieldLabel), content.into()].spacing(space::XS).into()
}

/// Numbers on paper should not change any more: offers to fix those that still can.
fn fixing<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let lists = dossier.clusters.iter().map(|cluster| Some(cluster.id)).chain([None]);
    let is_listed = |of: Option<_>| dossier.delegates.iter().any(|one| one.cluster == of);
    let all_fixed = lists.into_iter().filter(|of| is_listed(*of)).all(|of| is_fixed(&dossier.delegates, of));
    (!all_fixed && dossier.session.details.state.is_open()).then(|| {
        let fix = button::secondary_small(Some(Icon::Lock), context.t("window-delegates-fix"))
            .id("print-fix")
            .on_press_maybe(context.if_writable(Message::FixLists));
        let words =
            banner::inset(Tone::Amber, Icon::TriangleAlert, context.t("window-print-not-fixed"), None);
        column![words, fix].spacing(space::XS).into()
    })
}
