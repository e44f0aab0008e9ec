//! The parts of a form, in the order in which they are drawn: which is chosen, which is printed, and more of them.

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length as Wide, Padding};

use super::super::super::Context;
use super::{Message, changing};
use crate::app::icon::{self, Icon};
use crate::app::theme::palette;
use crate::app::theme::text::{Role, plain, styled};
use crate::app::theme::{space, style};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::app::widget::{button, card};
use crate::domain::certificate_template::adding::NewElement;
use crate::domain::certificate_template::change::Change;
use crate::domain::certificate_template::{Content, Design, Element as Part, ElementId};

/// What is chosen to be added.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Adding {
    New(NewElement),
    Picture,
}

/// The list, with something under it.
pub fn parts<'a>(
    design: &'a Design,
    chosen: Option<ElementId>,
    under: Option<Element<'a, Message>>,
    context: Context<'a>,
    width: f32,
) -> Element<'a, Message> {
    let rows = design.elements().iter().map(|part| line(part, chosen == Some(part.id), context));
    let rows = scrollable(
        container(
            column(rows).push(under.map(|under| container(under).padding(Padding::ZERO.top(space::L)))),
        )
        .padding(Padding::ZERO.right(10.0)),
    )
    .style(style::scroll_bar)
    .height(Wide::Fill);
    let all = NewElement::ALL.iter().map(|(new, name)| (Adding::New(*new), (*name).to_owned()));
    let picture = (Adding::Picture, context.t("designer-picture"));
    let mut add = select(all.chain([picture]), None).placeholder(context.t("designer-add")).id("mau-add");
    if context.can_write() {
        add = add.on_choose(|what| match what {
            Adding::New(new) => Message::Add(new),
            Adding::Picture => Message::PickPicture(None),
        });
    }
    let head = styled(context.t("designer-parts"), Role::SmallLabel);
    card::card(column![head, rows, add].spacing(space::S))
        .width(width)
        .height(Wide::Fill)
        .padding(12.0)
        .into()
}

fn line<'a>(part: &'a Part, is_chosen: bool, context: Context<'a>) -> Element<'a, Message> {
    let ink = if is_chosen || part.visible { palette::INK } else { palette::MUTED };
    let label = row![
        icon_of(&part.content).sized(icon::SIZE_S),
        plain(part.name.as_str(), Role::Body).width(Wide::Fill),
    ]
    .spacing(space::S)
    .align_y(Alignment::Center);
    let look = move |status: Status| {
        let look = match status {
            _ if is_chosen => Look::chosen(),
            Status::Hovered | Status::Pressed => Look::flat(palette::SURFACE_SOFT, ink),
            _ => Look::flat(palette::SURFACE, ink),
        };
        look.corners(space::RADIUS_S)
    };
    let label = press(label, look)
        .id(format!("mau-part-{}", part.id.0))
        .width(Wide::Fill)
        .padding([5.0, 6.0])
        .ring_inside()
        .on_press(Message::Chosen(Some(part.id)));
    let (icon, does) = match part.visible {
        true => (Icon::Eye, "window-tip-hide"),
        false => (Icon::EyeOff, "window-tip-show"),
    };
    let eye = button::icon_only(icon, context.t(does))
        .id(format!("mau-eye-{}", part.id.0))
        .on_press_maybe(changing(context, Change::Show(part.id, !part.visible)));
    container(row![label, eye].align_y(Alignment::Center)).into()
}

/// What a part shows, as a picture.
fn icon_of(content: &Content) -> Icon {
    match content {
        Content::Text(_) => Icon::ALargeSmall,
        Content::Name(_) => Icon::User,
        Content::Number(_) => Icon::Hash,
        Content::PlaceDate(_) => Icon::Calendar,
        Content::Letterhead(_) => Icon::Building2,
        Content::Motto(_) => Icon::FileText,
        Content::Signature(_) => Icon::Signature,
        Content::Code => Icon::QrCode,
        Content::Logo | Content::Picture(_) => Icon::Image,
        Content::Border(_) | Content::Frame(_) => Icon::Square,
        Content::Ground(_) => Icon::Layers,
        Content::Flourish(_) => Icon::Award,
        Content::Line(_) => Icon::Minus,
    }
}
