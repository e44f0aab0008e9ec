//! The panel of the guide: its head, its search, and the contents or a page under them.

use iced::widget::{column, container, mouse_area, opaque, row, scrollable};
use iced::{Alignment, Element, Length, Size};

use super::{Message, SCROLLED, State, page};
use crate::app::icon::Icon;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::app::widget::ellipsis::ellipsis;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::search;
use crate::guide::{PARTS, Page, find};
use crate::locale::Locale;

/// How wide it is at most.
const WIDTH: f32 = 460.0;
/// The part of a narrow window that it takes.
const SHARE: f32 = 0.52;

/// The panel, at the right edge of a window of this size.
pub fn panel<'a>(state: &'a State, locale: &'a Locale, size: Size) -> Element<'a, Message> {
    let width = WIDTH.min((size.width * SHARE).floor());
    let content: Element<'a, Message> = match (state.page, state.words.trim().is_empty()) {
        (_, false) => found(&state.words, locale),
        (Some(page), true) => page::page(page, &state.pictures, width - 2.0 * space::L),
        (None, true) => contents(),
    };
    let text = scrollable(container(content).width(Length::Fill).padding(space::L))
        .id(SCROLLED)
        .style(style::scroll_bar)
        .width(Length::Fill)
        .height(Length::Fill);
    let parts = column![head(state, locale), text, foot(state, locale)];
    let frame = container(parts).width(width).height(Length::Fill).style(style::card);
    // What lies under it hears no press.
    let panel = opaque(mouse_area(frame));
    container(panel).align_right(Length::Fill).height(Length::Fill).padding(space::S).into()
}

fn head<'a>(state: &'a State, locale: &'a Locale) -> Element<'a, Message> {
    let back = button::icon_only(Icon::ChevronLeft, locale.text("manual-back"))
        .id("guide-back")
        .on_press_maybe((!state.before.is_empty()).then_some(Message::Back));
    let all = button::icon_only(Icon::List, locale.text("manual-contents"))
        .id("guide-contents")
        .on_press_maybe(state.page.is_some().then_some(Message::Show(None)));
    let title = container(styled(locale.text("manual-title"), Role::Subtitle)).width(Length::Fill);
    let keys = button::icon_only(Icon::Keyboard, locale.text("window-shortcuts"))
        .id("guide-keys")
        .on_press(Message::Show(Some(Page::Keys)));
    let close =
        button::icon_only(Icon::X, locale.text("window-close")).id("guide-close").on_press(Message::Close);
    let line = row![back, all, title, keys, close].spacing(space::XS).align_y(Alignment::Center);
    let field = search::entry(
        Tone::Neutral,
        &state.words,
        &locale.text("manual-search"),
        (Icon::Search, ""),
        Message::Typed,
        find(&state.words).first().map(|page| Message::Show(Some(*page))),
    );
    column![line, field].spacing(space::S).padding([space::M, space::L]).into()
}

fn foot<'a>(state: &'a State, locale: &'a Locale) -> Element<'a, Message> {
    let save = |label: &str, page: Option<Page>| {
        button::secondary_small(Some(Icon::FileDown), locale.text(label)).on_press(Message::Save(page))
    };
    let this = state.page.map(|page| save("manual-save-page", Some(page)).id("guide-save-page"));
    let whole = save("manual-save-all", None).id("guide-save-all");
    container(row![].push(this).push(whole).spacing(space::S)).padding([space::M, space::L]).into()
}

/// The parts and their pages.
fn contents<'a>() -> Element<'a, Message> {
    let parts = PARTS.iter().map(|(part, pages)| {
        let pages = pages.iter().map(|page| entry(*page));
        column![styled(*part, Role::Strong), column(pages)].spacing(space::XS).into()
    });
    column(parts).spacing(space::L).into()
}

/// The pages that have the words.
fn found<'a>(words: &str, locale: &'a Locale) -> Element<'a, Message> {
    let found = find(words);
    match found.is_empty() {
        true => small(locale.text("window-nothing-found")).into(),
        false => column(found.into_iter().map(entry)).into(),
    }
}

fn entry<'a>(page: Page) -> Element<'a, Message> {
    let look = |status: Status| match status {
        Status::Hovered | Status::Pressed => Look::flat(palette::SURFACE_SOFT, palette::INK),
        _ => Look::flat(iced::Color::TRANSPARENT, palette::INK),
    };
    press(ellipsis(page.title(), Role::Body, palette::INK), look)
        .width(Length::Fill)
        .height(space::CONTROL_S)
        .padding([0.0, space::S])
        .ring_inside()
        .id(format!("guide page {}", page.name()))
        .on_press(Message::Show(Some(page)))
        .into()
}
