//! What just happened, with the way back.

use std::time::Instant;

use iced::advanced::Shell;
use iced::widget::{container, row};
use iced::{Alignment, Color, Element, Event, window};

use super::around::{Around, Inner, Manner};
use super::button;
use super::press::{Look, Status, press};
use crate::app::icon::Icon;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{palette, space, style};

/// A toast; it says `on_close` when its time is over, or by its cross.
pub fn toast<'a, Message: Clone + 'a>(
    icon: Icon,
    words: impl Into<String>,
    actions: impl IntoIterator<Item = (String, Message)>,
    until: Instant,
    on_close: Message,
) -> Element<'a, Message> {
    let actions = actions.into_iter().map(|(label, message)| {
        press(plain(label, Role::Label), |status| {
            let ground = if status == Status::Hovered { palette::INK } else { Color::TRANSPARENT };
            Look::flat(ground, palette::TOAST_ACTION)
        })
        .height(space::CONTROL_S)
        .padding([0.0, space::S])
        .on_press(message)
        .into()
    });
    let close = button::cross().tip("").on_press(on_close.clone());
    let content = row![
        icon.view().color(Color::WHITE),
        container(plain(words.into(), Role::Body).color(Color::WHITE)).max_width(520.0),
    ]
    .extend(actions)
    .push(close)
    .spacing(space::M)
    .align_y(Alignment::Center);
    let toast =
        container(content).padding([6.0, space::M]).style(style::rounded(palette::TOAST, space::RADIUS));
    Around { content: toast.into(), manner: Passing { until, on_close } }.into()
}

/// Closes the toast in time. The frame for it is asked for here, so that nothing
/// else has to keep a clock.
struct Passing<Message> {
    until: Instant,
    on_close: Message,
}

impl<Message: Clone> Manner<Message> for Passing<Message> {
    type State = ();

    fn update(
        &self,
        (): &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        inner.forward(event, shell);
        if let Event::Window(window::Event::RedrawRequested(now)) = event {
            if *now >= self.until {
                shell.publish(self.on_close.clone());
            } else {
                shell.request_redraw_at(self.until);
            }
        }
    }
}
