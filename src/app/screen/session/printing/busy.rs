//! Work that makes a paper: over half a second it shows how far it is, and can be stopped.

use std::time::Duration;

use iced::widget::container;
use iced::{Element, Length, Task};

use super::super::super::Context;
use super::Message;
use crate::app::job;
use crate::app::theme::palette;
use crate::app::theme::{space, style};
use crate::app::widget::progress::progress;
pub use crate::progress::Progress;

/// Work that takes less shows nothing: what flickers only disturbs.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the bar moves after that.
const BEAT: Duration = Duration::from_millis(150);

/// The work under way.
#[derive(Debug)]
pub struct Busy {
    /// Which work: answers of one that was stopped are not wanted.
    number: u64,
    progress: Progress,
    shown: bool,
}

impl Busy {
    /// Work of this number begins; the task says when to look at it.
    pub fn begin(number: u64) -> (Self, Task<Message>) {
        (Self { number, progress: Progress::default(), shown: false }, beat(number, PATIENCE))
    }

    /// What the work tells how far it is.
    pub fn progress(&self) -> Progress {
        self.progress.clone()
    }

    /// Whether an answer is of this work.
    pub fn is(&self, number: u64) -> bool {
        self.number == number
    }

    /// Time went by.
    pub fn beat(&mut self) -> Task<Message> {
        self.shown = true;
        beat(self.number, BEAT)
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.progress.cancel();
    }

    /// The bar, once the work takes long.
    pub fn view<'a>(&self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let done = self.progress.share();
        let cancel = Some((context.t("window-cancel"), Message::Stop));
        self.shown.then(|| {
            container(progress(context.t("window-print-making"), done, cancel))
                .padding([space::S, space::M])
                .width(Length::Fill)
                .style(style::rounded(palette::SURFACE, space::RADIUS))
                .into()
        })
    }
}

fn beat(number: u64, after: Duration) -> Task<Message> {
    job::pause(after).map(move |()| Message::Beat(number))
}
