//! "In lại trang đã đổi": which pages are no longer as they were printed.

use iced::widget::{container, row};
use iced::{Alignment, Element, Length};

use super::super::super::{Context, moment};
use super::choices::Choices;
use super::{Message, State};
use crate::app::icon::{self, Icon};
use crate::app::theme::palette;
use crate::app::theme::text::{Role, plain};
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::domain::print_run::{PastRun, changed_pages};
use crate::paper::Scope;
use crate::sentence::Sentence;

/// How the pages of now stand to the last run of the same paper and cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// When that was.
    when: String,
    /// What its pages were.
    pub codes: Vec<String>,
    /// Pages that were not in it, from 0.
    pub pages: Vec<usize>,
    /// How many sheets of it are of no use any more and have none that follow them.
    gone: usize,
}

impl Since {
    /// Compares the pages of now with a run.
    fn new(run: &PastRun, now: &[String]) -> Self {
        Self {
            when: moment::told(&run.made_at),
            codes: run.codes.clone(),
            pages: changed_pages(now, &run.codes),
            gone: run.codes.len().saturating_sub(now.len()),
        }
    }

    /// The page that changed after this one; after the last, the first.
    pub fn after(&self, page: usize) -> Option<usize> {
        self.pages.iter().find(|&&changed| changed > page).or(self.pages.first()).copied()
    }
}

impl State {
    /// Compares what is on show with what was printed.
    pub(super) fn compare(&mut self) {
        // What is on show is none of the files.
        if self.choices.scope() == Scope::Each {
            return self.since = None;
        }
        let run = self.last_printed(&self.choices);
        // While the pages of a change are on their way, the answer of before stays.
        match (run, self.live.codes()) {
            (None, _) => self.since = None,
            (Some(run), Some(now)) => self.since = Some(Since::new(run, now)),
            (Some(_), None) => {}
        }
    }

    /// How a paper was printed last, as far as the user said.
    pub(super) fn last_printed(&self, choices: &Choices) -> Option<&PastRun> {
        let (kind, cluster) = (choices.kind.id(), choices.scope().cluster());
        self.runs.iter().find(|run| run.printed && run.paper == kind && run.cluster == cluster)
    }

    /// What changed since the last run, and the offer to print that alone.
    pub(super) fn changes<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let since = self.since.as_ref().filter(|_| self.live.failed().is_none())?;
        let (count, pages) = (since.pages.len(), self.live.pages());
        let words = match (count, since.gone) {
            (0, 0) => Sentence::new("window-print-unchanged"),
            (0, gone) => Sentence::new("window-print-sheets-gone").with("count", gone),
            (count, _) if count >= pages => Sentence::new("window-print-all-changed"),
            (count, 0) => Sentence::new("window-print-changed").with("count", count).with("pages", pages),
            (count, gone) => Sentence::new("window-print-changed-gone")
                .with("count", count)
                .with("pages", pages)
                .with("gone", gone),
        };
        let words = context.say(&words.with("when", since.when.clone()));
        let (icon, color) = match (count, since.gone) {
            (0, 0) => (Icon::Check, palette::MUTED),
            _ => (Icon::RefreshCw, palette::INK),
        };
        let line = row![
            icon.sized(icon::SIZE_S).color(color),
            plain(words, Role::Small).color(color).width(Length::Fill)
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        // All of them are what the buttons above print.
        let offer = (count > 0 && count < pages).then(|| {
            let label = |id| context.say(&Sentence::new(id).with("count", count));
            let print = button::secondary_small(Some(Icon::Printer), label("window-print-changed-print"))
                .id("print-changed")
                .on_press(Message::PrintChanged);
            let save = button::secondary_small(None, label("window-print-changed-save"))
                .id("print-changed-save")
                .on_press(Message::SaveChanged);
            let see = button::secondary_small(None, context.t("window-print-changed-see"))
                .id("print-changed-see")
                .on_press(Message::SeeChanged);
            row![see, print, save].spacing(6.0)
        });
        let line = line.push(offer);
        let banner = container(line).padding([space::XS, 10.0]).width(Length::Fill);
        Some(banner.style(style::rounded(palette::SURFACE, space::RADIUS)).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_that_are_left_over_are_counted() {
        let codes = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let made_at = "2020-09-25T01:00:00Z".to_owned();
        let run =
            PastRun { paper: "plan".into(), cluster: None, made_at, codes: codes("abc"), printed: true };
        let since = Since::new(&run, &codes("ax"));
        assert_eq!((since.pages.as_slice(), since.gone), ([1].as_slice(), 1));
        assert_eq!((since.after(0), since.after(1)), (Some(1), Some(1)), "round and round");
    }
}
