//! The papers there are, by when they are used.

use iced::widget::{column, container, row};
use iced::{Alignment, Color, Element, Length, Padding, Task};

use super::super::super::Context;
use super::Message;
use super::choices::Choice;
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain, styled};
use crate::app::theme::{palette, space};
use crate::app::widget::focus;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::paper::{PaperKind, Phase};

/// When papers are used, in words.
const WHEN: [(Phase, &str); 3] = [
    (Phase::Before, "window-print-before"),
    (Phase::During, "window-print-during"),
    (Phase::After, "window-print-after"),
];

/// The icon of a paper.
fn icon(kind: PaperKind) -> Icon {
    Icon::named(kind.about().icon).unwrap_or(Icon::FileText)
}

/// The papers to choose from where there is no room for a column of them.
pub fn choice<'a>(shown: PaperKind, context: Context<'a>) -> Element<'a, Message> {
    select(PaperKind::ALL.map(|kind| (kind, context.t(kind.about().label))), Some(&shown))
        .label(context.t("window-print-kind"))
        .id("print-kind")
        .on_choose(|kind| Message::Chosen(Choice::Kind(kind)))
        .into()
}

/// The list of papers under the heads that say when.
pub fn kinds<'a>(shown: PaperKind, context: Context<'a>) -> Element<'a, Message> {
    let mut list = column![].spacing(2.0).width(Length::Fill);
    for (place, (phase, when)) in WHEN.into_iter().enumerate() {
        let above = if place == 0 { 9.0 } else { space::M };
        let head = styled(context.t(when), Role::SmallLabel);
        let room = Padding { top: above, bottom: space::XS, left: space::S, ..Padding::ZERO };
        list = list.push(container(head).padding(room));
        for kind in PaperKind::ALL.into_iter().filter(|kind| kind.about().phase == phase) {
            list = list.push(entry(kind, kind == shown, context));
        }
    }
    list.into()
}

/// Scrolls the list to a paper.
pub fn in_view<M: Send + 'static>(kind: PaperKind) -> Task<M> {
    focus::in_view(kind.about().label)
}

/// Gives the focus to a paper in the list, which scrolls there.
pub fn show<M: Send + 'static>(kind: PaperKind) -> Task<M> {
    focus::on(kind.about().label)
}

fn entry<'a>(kind: PaperKind, shown: bool, context: Context<'a>) -> Element<'a, Message> {
    // As heavy when it is shown: a longer one would take a second line, and the list would jump.
    let words = row![icon(kind).view(), plain(context.t(kind.about().label), Role::Body)]
        .spacing(10.0)
        .align_y(Alignment::Center)
        .width(Length::Fill);
    let look = move |status: Status| match (shown, status) {
        (true, _) => Look::chosen(),
        (false, Status::Hovered) => Look::flat(palette::SURFACE_SOFT, palette::INK),
        (false, Status::Pressed) => Look::flat(palette::NEUTRAL, palette::INK),
        (false, _) => Look::flat(Color::TRANSPARENT, palette::INK),
    };
    press(words, look)
        .width(Length::Fill)
        .padding([7.0, 9.0])
        .ring_inside()
        .id(kind.about().label)
        .on_press(Message::Chosen(Choice::Kind(kind)))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_names_an_icon_there_is() {
        for kind in PaperKind::ALL {
            assert!(Icon::named(kind.about().icon).is_some(), "{kind:?}");
        }
    }
}
