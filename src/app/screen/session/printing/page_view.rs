//! The right side: the page as it will print, what to look at before, and what
//! can be done with it.

use iced::widget::{column, container, row, scrollable, space as room, stack};
use iced::{Alignment, Element, Length, Padding};

use super::super::super::Context;
use super::choices::without_cluster;
use super::{Message, State};
use crate::app::icon::{self, Icon};
use crate::app::preview::Zoom;
use crate::app::preview::sheet::{Doing, sheet};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{space, style};
use crate::app::widget::press::{Look, Press, Status, press};
use crate::app::widget::{button, empty};
use crate::domain::dossier::Dossier;
use crate::paper::Format;
use crate::paper::Scope;
use crate::sentence::{Explain, Sentence};

/// With less room than this, the bar says less.
const FULL_BAR: f32 = 640.0;
/// With less room than this, the bar has two rows.
const ONE_ROW: f32 = 508.0;
/// What the buttons for Word and Excel take of the bar.
const EDITABLE: f32 = 124.0;
/// Room around what stands on show.
const EDGE: f32 = 14.0;
/// The findings take no more of the page view than this before they scroll.
const FINDINGS: f32 = 150.0;

/// The page on its ground, so wide, with what can be done with it.
pub fn page_view<'a>(
    state: &'a State,
    dossier: &'a Dossier,
    width: f32,
    context: Context<'a>,
) -> Element<'a, Message> {
    // Also under a failure: the page view asks again when the tab is shown again.
    let lying = sheet(state.live.pictures(), state.live.seen(), Message::Viewport);
    let page: Element<'a, Message> = match state.live.failed() {
        None => lying,
        Some(reason) => {
            let words = context.say(reason);
            let card =
                container(empty::empty(Icon::CircleAlert, context.t("window-print-no-page"), words, []));
            let card = container(card.style(style::card)).padding(EDGE).width(Length::Fill);
            stack![lying, card].into()
        }
    };
    let above = column![bar(state, width, context)]
        .push(state.busy.as_ref().and_then(|busy| busy.view(context)))
        .push(findings(state, dossier, context))
        .push(state.changes(context))
        .spacing(space::S)
        .padding(Padding { top: 11.0, bottom: 11.0, left: EDGE, right: EDGE });
    container(column![above, page])
        .width(Length::Fill)
        .height(Length::Fill)
        .clip(true)
        .style(style::rounded(palette::DESK, space::RADIUS_L))
        .into()
}

fn bar<'a>(state: &'a State, width: f32, context: Context<'a>) -> Element<'a, Message> {
    let live = &state.live;
    let (page, pages) = (live.page(), live.pages());
    let turn = |icon: Icon, doing: Doing, id: &'static str, there: bool| {
        square(icon).id(id).on_press_maybe(there.then_some(Message::Viewport(doing)))
    };
    let others: Vec<Format> =
        state.choices.kind.about().formats.iter().copied().filter(|one| *one != Format::Pdf).collect();
    let taken = if others.is_empty() { 0.0 } else { EDITABLE };
    let full = width >= FULL_BAR;
    // Room for pictures and for words that can be done without.
    let roomy = width >= FULL_BAR + taken;
    let seen = match live.last() {
        last if last > page => format!("{}–{}", page + 1, last + 1),
        _ => (page + 1).to_string(),
    };
    let at = match (pages, full) {
        (0, _) => String::new(),
        (_, true) if roomy || (pages < 100 && live.last() == page) => {
            context.say(&Sentence::new("window-print-page").with("page", seen).with("pages", pages))
        }
        _ => format!("{seen} / {pages}"),
    };
    let at = container(plain(at, Role::SmallLabel))
        .center_y(space::CONTROL_S)
        .padding([0.0, 10.0])
        .style(style::rounded(palette::SURFACE, space::RADIUS));
    let percent = live.percent().map(|percent| format!("{percent:.0}%")).unwrap_or_default();
    let percent = plain(percent, Role::SmallLabel);
    let zoomed: Element<'a, Message> = match roomy {
        true => container(percent).center_x(44.0).into(),
        // Where there is no room for the button that says it.
        false => white(percent).id("print-fit").width(48.0).on_press(Message::Viewport(Doing::Fit)).into(),
    };
    let zoom = row![
        square(Icon::ZoomOut).id("print-smaller").on_press(Message::Viewport(Doing::Zoom(false))),
        zoomed,
        square(Icon::ZoomIn).id("print-larger").on_press(Message::Viewport(Doing::Zoom(true))),
    ]
    .align_y(Alignment::Center);
    let zoom = container(zoom).style(style::rounded(palette::SURFACE, space::RADIUS));
    let fit = match live.zoom().next_fit(pages) {
        Zoom::Page => "window-print-fit-page",
        Zoom::Facing => "window-print-fit-facing",
        Zoom::Width | Zoom::Percent(_) => "window-print-fit-width",
    };
    let fit = roomy.then(|| {
        button::secondary_small(None, context.t(fit)).id("print-fit").on_press(Message::Viewport(Doing::Fit))
    });
    let looking = row![
        turn(Icon::ChevronLeft, Doing::Back, "print-back", page > 0),
        at,
        turn(Icon::ChevronRight, Doing::Forward, "print-forward", live.last() + 1 < pages),
        zoom,
    ]
    .push(fit)
    .spacing(6.0)
    .align_y(Alignment::Center);
    let save = button::secondary_small(roomy.then_some(Icon::FileDown), context.t("window-print-save"))
        .id("print-save")
        .on_press_maybe(ready(state, Message::Save(Format::Pdf)));
    let open = button::secondary_small(None, context.t("window-print-open"))
        .id("print-open")
        .on_press_maybe(ready(state, Message::Open));
    let print = button::primary_small(Some(Icon::Printer), context.t("window-print-print"))
        .id("print-print")
        .on_press_maybe(ready(state, Message::Print));
    let doing = row![save]
        .extend(others.into_iter().map(|format| editable(state, format, context)))
        .push(open)
        .push(print)
        .spacing(6.0)
        .align_y(Alignment::Center);
    // Without a page there is nothing to turn or to zoom.
    let looking = live.failed().is_none().then_some(looking);
    if width < ONE_ROW + taken {
        column![].push(looking).push(doing).spacing(space::S).into()
    } else {
        row![].push(looking).push(room().width(Length::Fill)).push(doing).align_y(Alignment::Center).into()
    }
}

/// The button that saves in a form that can be edited.
fn editable<'a>(state: &State, format: Format, context: Context<'a>) -> Element<'a, Message> {
    let (id, label) = match format {
        Format::Xlsx => ("print-excel", "window-print-excel"),
        Format::Docx | Format::Pdf => ("print-word", "window-print-word"),
    };
    button::secondary_small(None, context.t(label))
        .id(id)
        .on_press_maybe(ready(state, Message::Save(format)))
        .into()
}

/// A message for a button that needs the paper; `None` while there is none. While
/// one is on its way the button stays, or it would lose the focus.
fn ready(state: &State, message: Message) -> Option<Message> {
    state.live.failed().is_none().then_some(message)
}

/// A button over the desk that is an icon alone.
pub(in super::super) fn square<'a, Message: 'a>(icon: Icon) -> Press<'a, Message> {
    white(icon.sized(icon::SIZE_S)).width(32.0)
}

/// A button on show without an edge.
fn white<'a, Message: 'a>(content: impl Into<Element<'a, Message>>) -> Press<'a, Message> {
    let look = |status: Status| {
        let (ground, text) = match status {
            Status::Active => (palette::SURFACE, palette::INK),
            Status::Hovered => (palette::SURFACE_SOFT, palette::INK),
            Status::Pressed => (palette::NEUTRAL, palette::INK),
            Status::Disabled => (palette::SURFACE, palette::FAINT),
        };
        Look::flat(ground, text)
    };
    press(content, look).height(space::CONTROL_S).ring_inside()
}

/// What to look at before printing: a line that says how much, and all of it.
fn findings<'a>(
    state: &'a State,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    let mut sentences: Vec<String> =
        state.live.findings().iter().map(|finding| context.say(&finding.explain())).collect();
    let left_out = without_cluster(dossier);
    if state.choices.scope() == Scope::Each && left_out > 0 {
        let words = Sentence::new("window-print-left-out").with("people", left_out);
        sentences.insert(0, context.say(&words));
    }
    if sentences.is_empty() || state.live.failed().is_some() {
        return None;
    }
    let color = Tone::Amber.strong();
    let open = state.findings_open;
    let words = Sentence::new("window-print-findings").with("count", sentences.len());
    let arrow = if open { Icon::ChevronUp } else { Icon::ChevronDown };
    let head = row![
        Icon::TriangleAlert.sized(icon::SIZE_S),
        plain(context.say(&words), Role::SmallLabel).width(Length::Fill),
        arrow.sized(icon::SIZE_S),
    ]
    .spacing(space::S)
    .align_y(Alignment::Center);
    let look = move |_: Status| Look::flat(Tone::Amber.soft(), color);
    let head = press(head, look)
        .id("print-findings")
        .width(Length::Fill)
        .height(space::CONTROL_S)
        .padding([0.0, 10.0])
        .ring_inside()
        .on_press(Message::Findings(!open));
    let list = open.then(|| {
        let lines = sentences.into_iter().map(|words| {
            row![plain("•", Role::Small).color(color), plain(words, Role::Small).width(Length::Fill)]
                .spacing(space::S)
                .into()
        });
        let lines = column(lines).spacing(space::XS).padding(Padding {
            left: 10.0,
            right: space::L,
            bottom: space::S,
            top: 0.0,
        });
        container(scrollable(lines).style(style::scroll_bar)).max_height(FINDINGS)
    });
    let banner = container(column![head].push(list)).width(Length::Fill);
    Some(banner.style(style::rounded(palette::AMBER_SOFT, space::RADIUS)).into())
}
