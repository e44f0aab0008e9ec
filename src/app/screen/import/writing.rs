//! Lists being written: over half a second the page shows how far it is, and lets it be
//! stopped. What is stopped is not written at all.

use std::time::Duration;

use iced::widget::container;
use iced::{Element, Length, Task};

use super::{Context, Message};
use crate::app::job;
use crate::app::theme::{palette, space, style};
use crate::app::widget::progress::progress;
use crate::progress::Progress;

/// Work that takes less shows nothing: what flickers only disturbs.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the bar moves after that.
const BEAT: Duration = Duration::from_millis(150);

/// The work under way.
#[derive(Default)]
pub(super) struct Writing {
    /// What the store tells how far it is.
    pub progress: Progress,
    shown: bool,
}

impl Writing {
    /// Work begins; the task says when to look at it.
    pub fn begin() -> (Self, Task<Message>) {
        (Self::default(), beat(PATIENCE))
    }

    /// Time went by.
    pub fn beat(&mut self) -> Task<Message> {
        self.shown = true;
        beat(BEAT)
    }

    /// The bar, once the work takes long.
    pub fn view<'a>(&self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let stop = Some((context.t("window-import-stop"), Message::Stop));
        let bar = || progress(context.t("window-import-writing"), self.progress.share(), stop);
        let framed = |bar| {
            container(bar)
                .padding([space::S, space::M])
                .width(Length::Fill)
                .style(style::rounded(palette::SURFACE, space::RADIUS))
                .into()
        };
        self.shown.then(|| framed(bar()))
    }
}

fn beat(after: Duration) -> Task<Message> {
    job::pause(after).map(|()| Message::Beat)
}
