//! The card of those who may sign, one of them open.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Color, Element, Length};

use super::edit::{AUTHORITY_LINES, Edit, SettingsField, from_key, signer, until_key};
use super::organisation::text;
use super::{Message, Shown, signature};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, plain, small, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::date_field::date_field;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::{button, card, chip, form};
use crate::domain::date::FuzzyDate;
use crate::domain::organisation::Signatory;
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

/// Authority lines as papers have them: on behalf of, for, by order, by power of attorney.
const AUTHORITIES: [&str; 8] = [
    "TM. BAN THƯỜNG TRỰC",
    "TM. ỦY BAN",
    "KT. CHỦ TỊCH",
    "KT. GIÁM ĐỐC",
    "TL. BAN THƯỜNG TRỰC",
    "TL. CHỦ TỊCH",
    "TUQ. BAN THƯỜNG TRỰC",
    "TUQ. CHỦ TỊCH",
];
/// Titles of those who sign.
const TITLES: [&str; 8] = [
    "CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "PHÓ CHỦ TỊCH THƯỜNG TRỰC",
    "Q. CHỦ TỊCH",
    "GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "Q. GIÁM ĐỐC",
    "ỦY VIÊN THƯỜNG TRỰC",
];

/// The card.
pub fn card<'a>(
    shown: &'a Shown,
    signatures: &'a signature::State,
    context: Context<'a>,
) -> Element<'a, Message> {
    let all = &shown.details.signatories;
    let add = button::secondary_small(Some(Icon::Plus), context.t("window-office-signatory-add"))
        .id("office-signatory-add")
        .on_press_maybe(context.if_writable(Message::Edit(Edit::AddSignatory)));
    let signs = signer(all);
    let words = match all.is_empty() {
        true => context.t("window-office-signatories-none"),
        false => context.t("window-office-signatories-hint"),
    };
    let list = all.iter().enumerate().map(|(place, one)| {
        let is_open = shown.open == Some(place);
        let head = head(one, place, signs == Some(place), is_open, context);
        let fields = is_open.then(|| fields(shown, place, signatures, context));
        container(column![head].push(fields))
            .width(Length::Fill)
            .padding(1.0)
            .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
            .into()
    });
    let content = column![small(words)].push(column(list).spacing(space::S)).spacing(space::M);
    card::titled(context.t("window-office-signatories"), Some(add.into()), content).width(Length::Fill).into()
}

/// Who it is; pressed, it opens or closes the fields.
fn head<'a>(
    one: &'a Signatory,
    place: usize,
    signs: bool,
    is_open: bool,
    context: Context<'a>,
) -> Element<'a, Message> {
    let name = match one.name.is_empty() {
        true => context.t("window-office-signer-unnamed"),
        false => one.name.clone(),
    };
    let lines: Vec<&str> = one
        .authority
        .iter()
        .chain([&one.title])
        .map(String::as_str)
        .filter(|line| !line.is_empty())
        .collect();
    let lines = (!lines.is_empty()).then(|| styled(lines.join(" / "), Role::Small));
    let state = match (signs, one.until) {
        (true, _) => Some(chip::chip(Tone::Green, Some(Icon::Signature), context.t("window-office-signs"))),
        (false, Some(until)) => {
            let words = Sentence::new("window-office-left").with("date", short(until));
            Some(chip::chip(Tone::Neutral, None, context.say(&words)))
        }
        (false, None) => None,
    };
    let arrow = if is_open { Icon::ChevronDown } else { Icon::ChevronRight };
    let words = column![plain(name, Role::Strong)].push(lines).width(Length::Fill);
    let content = row![arrow.sized(16.0).color(palette::MUTED), words]
        .push(state)
        .spacing(space::S)
        .align_y(Alignment::Center);
    let look = |status: Status| {
        let hovered = matches!(status, Status::Hovered | Status::Pressed);
        Look::flat(if hovered { palette::SURFACE_SOFT } else { Color::TRANSPARENT }, palette::INK)
    };
    press(content, look)
        .id(format!("office-signatory-{place}"))
        .width(Length::Fill)
        .padding([space::S, space::M])
        .ring_inside()
        .on_press(Message::Open(place))
        .into()
}

fn fields<'a>(
    shown: &'a Shown,
    place: usize,
    signatures: &'a signature::State,
    context: Context<'a>,
) -> Element<'a, Message> {
    let one = &shown.details.signatories[place];
    let offer = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let authority = (0..AUTHORITY_LINES.max(one.authority.len())).map(|line| {
        let (label, example) = match line {
            0 => ("window-office-authority", AUTHORITIES[0]),
            _ => ("window-office-authority-more", AUTHORITIES[2]),
        };
        text(SettingsField::Authority(place, line), shown, context)
            .label(context.t(label))
            .placeholder(context.example(example))
            .suggest(offer(&AUTHORITIES))
            .into()
    });
    let title = text(SettingsField::Title(place), shown, context)
        .label(context.t("window-office-title"))
        .placeholder(context.example(TITLES[0]))
        .suggest(offer(&TITLES));
    let name = text(SettingsField::Signer(place), shown, context)
        .label(context.t("window-office-signer"))
        .placeholder(context.example("Nguyễn Văn An"));
    let day = |label: String, key: String, value, edit: fn(usize, Option<FuzzyDate>) -> Edit| {
        let commit = move |date| Message::Edit(edit(place, date));
        let field = date_field(context.locale, value, commit)
            .label(label)
            .in_drafts(context.drafts, super::draft_key(shown.id, &key))
            .id(key);
        field.read_only_unless(context.can_write())
    };
    let from = day(context.t("window-office-from"), from_key(place), one.from, Edit::From);
    let until = day(context.t("window-office-until"), until_key(place), one.until, Edit::Until);
    let last = shown.details.signatories.len() - 1;
    let press = |edit: Edit| context.if_writable(Message::Edit(edit));
    let up = button::quiet(Some(Icon::ArrowUp), context.t("window-office-up"))
        .on_press_maybe((place > 0).then(|| press(Edit::MoveUp(place))).flatten());
    let down = button::quiet(Some(Icon::ArrowDown), context.t("window-office-down"))
        .on_press_maybe((place < last).then(|| press(Edit::MoveDown(place))).flatten());
    let remove = button::danger_small(Some(Icon::Trash2), context.t("window-office-remove"))
        .on_press_maybe(press(Edit::RemoveSignatory(place)));
    let actions = row![up, down, Space::new().width(Length::Fill), remove].spacing(space::XS);
    let form = form::form([
        form::beside(authority).into(),
        form::beside([title.into(), name.into()]).into(),
        form::beside([from.into(), until.hint(context.t("window-office-until-hint")).into()]).into(),
        signatures.part(&one.name, context),
        actions.into(),
    ]);
    container(form).padding(space::M).into()
}
