//! The card of the organisation: its names and its letterhead.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::edit::{Edit, ISSUER_LINES, SUPERIOR_LINES, SettingsField, lacks_capitals};
use super::{Adding, Message, Shown, State, logo};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::field::{Field, field};
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip, empty, form};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{HeadingProfile, Organisation};
use crate::sentence::Explain;

/// The field for the name of a new organisation.
pub const NEW_NAME: &str = "office-new-name";

/// What the fields of the head show while empty, as papers have it; the last is for one more line.
const SUPERIOR_EXAMPLES: [&str; SUPERIOR_LINES] = ["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM", ""];
const ISSUER_EXAMPLES: [&str; ISSUER_LINES] = ["ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH", "BAN THƯỜNG TRỰC", ""];

/// The card; without an organisation it asks for one.
pub fn card<'a>(state: &'a State, all: &'a [Organisation], context: Context<'a>) -> Element<'a, Message> {
    let Some(shown) = &state.shown else {
        return card::card(nothing_yet(state, context)).width(Length::Fill).into();
    };
    let add = state.adding.is_none().then(|| {
        button::secondary_small(Some(Icon::Plus), context.t("window-office-add"))
            .id("office-add")
            .on_press_maybe(context.if_writable(Message::Add))
            .into()
    });
    let choices = (all.len() > 1).then(|| {
        select(all.iter().map(|one| (one.id, one.details.short_name.clone())), Some(&shown.id))
            .label(context.t("window-office-choose"))
            .id("office-choose")
            .on_choose(Message::Chosen)
    });
    let adding = state.adding.as_ref().map(|adding| new_name(adding, context));
    let content = column![]
        .push(adding)
        .push(choices)
        .push(names(shown, context))
        .push(logo::part(shown, context))
        .push(order(shown, all, context));
    let names =
        card::titled(context.t("window-office-card"), add, content.spacing(space::M)).width(Length::Fill);
    let head = card::titled(
        context.t("window-office-letterhead"),
        capitals(shown, context),
        letterhead(shown, context),
    );
    column![names, head.width(Length::Fill)].spacing(space::L).into()
}

/// Where the organisation on show stands among several, and taking it away.
fn order<'a>(shown: &'a Shown, all: &'a [Organisation], context: Context<'a>) -> Element<'a, Message> {
    let at = all.iter().position(|one| one.id == shown.id).unwrap_or_default();
    let step = |icon: Icon, label: &str, to: Option<usize>| {
        let message = to.and_then(|to| context.if_writable(Message::MoveTo(to)));
        button::quiet(Some(icon), context.t(label)).on_press_maybe(message)
    };
    let later = Some(at + 1).filter(|to| *to < all.len());
    let steps = (all.len() > 1).then(|| {
        row![
            step(Icon::ArrowUp, "window-office-up", at.checked_sub(1)).id("office-up"),
            step(Icon::ArrowDown, "window-office-down", later).id("office-down"),
            small(context.t(if at == 0 { "info-office-first" } else { "info-office-later" })),
        ]
        .spacing(space::XS)
        .align_y(Alignment::Center)
    });
    let remove = button::danger_small(Some(Icon::Trash2), context.t("info-office-remove"))
        .id("office-remove")
        .on_press_maybe(context.if_writable(Message::RemoveOffice));
    row![].push(steps).push(remove).spacing(space::M).align_y(Alignment::Center).wrap().into()
}

fn nothing_yet<'a>(state: &'a State, context: Context<'a>) -> Element<'a, Message> {
    if let Some(adding) = &state.adding {
        return new_name(adding, context);
    }
    let add = button::primary(Some(Icon::Plus), context.t("window-office-add"))
        .id("office-add")
        .on_press_maybe(context.if_writable(Message::Add));
    empty::empty(
        Icon::Building2,
        context.t("window-office-none"),
        context.t("window-office-none-cure"),
        [add.into()],
    )
}

/// Asks for the name of one more organisation.
fn new_name<'a>(adding: &'a Adding, context: Context<'a>) -> Element<'a, Message> {
    let refusal = adding.refused.as_ref().map(|why| context.say(why));
    let name = field(adding.name.as_str())
        .label(context.t("window-office-new-name"))
        .placeholder(context.t("window-office-name-example"))
        .hint(context.t("window-office-new-hint"))
        .id(NEW_NAME)
        .error(refusal)
        .on_commit(Message::NewName)
        .on_enter(Message::Create);
    let actions = row![
        button::secondary(Some(Icon::Plus), context.t("window-office-create"))
            .id("office-create")
            .on_press(Message::Create),
        button::quiet(None, context.t("window-cancel")).on_press(Message::CancelAdd),
    ]
    .spacing(space::S)
    .align_y(Alignment::Center);
    column![Element::from(name), actions].spacing(space::M).into()
}

/// A field of the organisation on show.
pub fn text<'a>(part: SettingsField, shown: &'a Shown, context: Context<'a>) -> Field<'a, Message> {
    let key = part.key();
    let commit = move |text| Message::Edit(Edit::Text(part, text));
    field(part.shown(&shown.details))
        .in_drafts(context.drafts, super::draft_key(shown.id, &key))
        .id(key)
        .on_commit_maybe(context.if_writable(commit))
}

fn names<'a>(shown: &'a Shown, context: Context<'a>) -> Element<'a, Message> {
    let name = text(SettingsField::Name, shown, context)
        .label(context.t("window-office-name"))
        .placeholder(context.t("window-office-name-example"))
        .check(move |text| match text {
            "" => Err(context.say(&Mistake::NoOrganisationName.explain())),
            _ => Ok(()),
        });
    let short = text(SettingsField::ShortName, shown, context)
        .label(context.t("window-office-short"))
        .placeholder(shown.details.name.clone());
    let place = text(SettingsField::Place, shown, context)
        .label(context.t("window-office-place"))
        .placeholder(context.example("Phú Ninh"));
    form::form([name.into(), short.into(), place.hint(context.t("window-office-place-hint")).into()]).into()
}

/// Offers to put the lines in capitals, while one is not.
fn capitals<'a>(shown: &'a Shown, context: Context<'a>) -> Option<Element<'a, Message>> {
    lacks_capitals(&shown.details).then(|| {
        button::quiet(Some(Icon::ALargeSmall), context.t("window-office-capitals"))
            .on_press_maybe(context.if_writable(Message::Edit(Edit::Capitals)))
            .into()
    })
}

fn letterhead<'a>(shown: &'a Shown, context: Context<'a>) -> Element<'a, Message> {
    let profile = |value: HeadingProfile, label: String| {
        let chosen = shown.details.letterhead.profile == value;
        let message = Message::Edit(Edit::Profile(value));
        chip::choice(label, chosen, Tone::Neutral, message.clone())
            .on_press_maybe(context.if_writable(message))
            .into()
    };
    let profiles = row([
        profile(HeadingProfile::State, context.t("window-office-profile-state")),
        profile(HeadingProfile::Party, context.t("window-office-profile-party")),
    ])
    .spacing(space::S);
    let line = |part: SettingsField, example: &str| -> Element<'a, Message> {
        let example = match example {
            "" => context.t("window-office-one-more"),
            example => context.example(example),
        };
        text(part, shown, context).placeholder(example).into()
    };
    // Data from elsewhere may have more lines: each has its field.
    let head = &shown.details.letterhead;
    let superior = (0..SUPERIOR_LINES.max(head.superior.len()))
        .map(|at| line(SettingsField::Superior(at), SUPERIOR_EXAMPLES.get(at).copied().unwrap_or_default()));
    let issuer = (0..ISSUER_LINES.max(head.issuer.len()))
        .map(|at| line(SettingsField::Issuer(at), ISSUER_EXAMPLES.get(at).copied().unwrap_or_default()));
    let group = |label: String, content: Element<'a, Message>| {
        column![styled(label, Role::FieldLabel), content].spacing(space::XS)
    };
    column![
        group(context.t("window-office-profile"), container(profiles).into()),
        group(context.t("window-office-superior"), column(superior).spacing(space::S).into()),
        group(context.t("window-office-issuer"), column(issuer).spacing(space::S).into()),
        small(context.t("window-office-lines-hint")),
    ]
    .spacing(space::M)
    .into()
}
