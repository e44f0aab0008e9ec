//! The empty start: three ways in.

use iced::widget::{column, container, scrollable};
use iced::{Alignment, Element, Length};

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::text::small;
use crate::app::theme::{space, style};
use crate::app::widget::{button, card, empty};

/// What stands where there is no session yet.
pub(super) fn start<'a>(office: Option<Element<'a, Message>>, context: Context<'a>) -> Element<'a, Message> {
    let ways = empty::empty(
        Icon::GraduationCap,
        context.t("window-start-title"),
        context.t("window-start-words"),
        [
            button::primary(Some(Icon::Plus), context.t("window-start-new"))
                .id("start-new")
                .on_press_maybe(context.if_writable(Message::New))
                .into(),
            button::secondary(Some(Icon::FileSpreadsheet), context.t("window-start-import"))
                .id("start-import")
                .on_press_maybe(context.if_writable(Message::PickList))
                .into(),
        ],
    );
    let samples = column![
        button::secondary_small(Some(Icon::Presentation), context.t("window-start-samples"))
            .id("start-samples")
            .on_press_maybe(context.if_writable(Message::PlantSamples)),
        small(context.t("window-start-samples-words")),
        button::quiet(Some(Icon::Search), context.t("backups-find"))
            .id("start-find")
            .on_press(Message::FindOld),
    ]
    .spacing(space::S)
    .align_x(Alignment::Center);
    let content = column![ways, container(samples).center_x(Length::Fill).padding([0.0, space::XL])]
        .padding(iced::Padding::ZERO.bottom(space::XL))
        .align_x(Alignment::Center);
    let cards = column![].push(office).push(card::card(content).width(620.0)).spacing(space::L);
    let page = container(cards).center_x(Length::Fill).padding(space::XL);
    scrollable(page).style(style::scroll_bar).height(Length::Fill).into()
}
