//! What the dialogs that divide delegates share, Chia cụm and Chia tổ.

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length};

use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::text::{body, strong};
use crate::app::theme::{palette, space, style};
use crate::app::widget::button;
use crate::app::widget::field::Field;
use crate::sentence::{Explain, Sentence};

/// Height of a line of the preview.
pub const LINE: f32 = 24.0;

/// The parts as they would be under what they come to, or why there are none.
pub fn preview<'a, M: Clone + 'a, D>(
    division: &Result<D, impl Explain>,
    shown: impl FnOnce(&D) -> (Sentence, Vec<Element<'a, M>>),
    most_height: f32,
    context: Context<'a>,
) -> Element<'a, M> {
    let (total, lines) = match division {
        Ok(division) => shown(division),
        Err(mistake) => {
            let why = body(context.say(&mistake.explain())).width(Length::Fill);
            return row![Icon::TriangleAlert.view().color(palette::AMBER), why].spacing(space::S).into();
        }
    };
    let height = (lines.len() as f32 * (LINE + space::XS)).min(most_height);
    let list = scrollable(column(lines).spacing(space::XS).padding([0.0, space::M]))
        .style(style::scroll_bar)
        .width(Length::Fill)
        .height(height);
    let frame = container(list)
        .padding([space::S, 0.0])
        .style(|_| style::surface(palette::SURFACE_SOFT, palette::LINE, space::RADIUS));
    column![strong(context.say(&total)), frame].spacing(space::S).into()
}

/// A number between one less and one more, and what it counts.
pub fn stepper<'a, M: Clone + 'a>(
    field: Field<'a, M>,
    step: impl Fn(i32) -> M,
    counts: String,
    context: Context<'a>,
) -> Element<'a, M> {
    let button =
        |icon: Icon, does: &str, by: i32| button::icon_only(icon, context.t(does)).on_press(step(by));
    let (less, more) =
        (button(Icon::Minus, "window-tip-less", -1), button(Icon::Plus, "window-tip-one-more", 1));
    row![less, Element::from(field), more, body(counts)].spacing(space::S).align_y(Alignment::Center).into()
}
