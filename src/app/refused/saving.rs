//! Saving what can be read of a damaged file, on its page: how far it is, what came of it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use iced::widget::{column, container};
use iced::{Element, Length, Task};

use super::{Message, way};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::theme::text::{small, strong};
use crate::app::theme::{palette, space, style};
use crate::app::widget::button;
use crate::app::widget::progress::progress;
use crate::clock;
use crate::locale::Locale;
use crate::progress::Progress;
use crate::sentence::Sentence;
use crate::store::StoreError;
use crate::store::salvage::{SalvageReport, salvage};
use crate::whole_file;

/// How often the bar is drawn anew.
const BEAT: Duration = Duration::from_millis(100);

/// What came of the saving.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The new file.
    pub(super) path: PathBuf,
    report: SalvageReport,
}

/// How far it is.
#[derive(Debug, Default)]
pub(super) enum Saving {
    #[default]
    Unasked,
    UnderWay(Progress),
    Done(Saved),
    Failed(StoreError),
}

impl Drop for Saving {
    /// Who leaves the page wants no new file.
    fn drop(&mut self) {
        if let Self::UnderWay(progress) = self {
            progress.cancel();
        }
    }
}

impl Saving {
    /// Begins to save into a new file beside the damaged one.
    pub(super) fn begin(damaged: &Path) -> (Self, Task<Message>) {
        let (progress, damaged) = (Progress::default(), damaged.to_owned());
        let work = progress.clone();
        let saved = job::blocking_store(move || {
            let path = new_name(&damaged);
            salvage(&damaged, &path, &work).map(|report| Saved { path, report })
        });
        (Self::UnderWay(progress), Task::batch([saved.map(|saved| Message::Saved(Box::new(saved))), beat()]))
    }

    /// Time went by.
    pub(super) fn beat(&self) -> Task<Message> {
        if self.is_under_way() { beat() } else { Task::none() }
    }

    pub(super) fn stop(&self) {
        if let Self::UnderWay(progress) = self {
            progress.cancel();
        }
    }

    /// It came to an end; stopped, it is as if it had not begun.
    pub(super) fn end(saved: Result<Saved, StoreError>) -> Self {
        match saved {
            Ok(saved) => Self::Done(saved),
            Err(StoreError::Cancelled) => Self::Unasked,
            Err(error) => Self::Failed(error),
        }
    }

    pub(super) fn is_under_way(&self) -> bool {
        matches!(self, Self::UnderWay(_))
    }

    /// Draws it as one of the ways on.
    pub(super) fn view<'a>(&'a self, is_busy: bool, locale: &'a Locale) -> Element<'a, Message> {
        let t = |id: &str| locale.text(id);
        match self {
            Self::UnderWay(progress_of) => boxed(progress(
                t("window-refused-saving"),
                progress_of.share(),
                Some((t("window-refused-save-stop"), Message::StopSaving)),
            )),
            Self::Done(saved) => boxed(told(saved, is_busy, locale)),
            Self::Unasked | Self::Failed(_) => {
                let words = match self {
                    Self::Failed(error) => locale.explain(error),
                    _ => t("window-refused-save-words"),
                };
                let save = button::secondary(None, t("window-refused-save"))
                    .id("refused-save")
                    .on_press_maybe((!is_busy).then_some(Message::Save));
                way(Icon::FileDown, t("window-refused-save-title"), words, save)
            }
        }
    }
}

/// What is in the new file and what is not, and the way on with it.
fn told<'a>(saved: &'a Saved, is_busy: bool, locale: &'a Locale) -> Element<'a, Message> {
    let name = saved.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let title = locale.say(&Sentence::new("window-refused-saved").with("file", name));
    let lines = saved.report.sentences();
    let lines = lines.iter().map(|line| small(locale.say(line)).width(Length::Fill).into());
    let take = button::primary(None, locale.text("window-refused-take-saved"))
        .id("refused-take-saved")
        .on_press_maybe((!is_busy).then(|| Message::Restore(saved.path.clone())));
    column![strong(title), column(lines).spacing(space::XS), take].spacing(space::S).into()
}

fn boxed<'a>(content: Element<'a, Message>) -> Element<'a, Message> {
    container(content)
        .padding(space::M)
        .width(Length::Fill)
        .style(|_| style::surface(palette::SURFACE, palette::LINE, space::RADIUS))
        .into()
}

/// A name beside the damaged file that nothing has.
fn new_name(damaged: &Path) -> PathBuf {
    let stem = damaged.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let now = clock::here().strftime("%Y%m%d-%H%M%S").to_string();
    whole_file::free_name(|further| damaged.with_file_name(format!("{stem}.cuu-{now}{further}.taphuan")))
}

fn beat() -> Task<Message> {
    job::pause(BEAT).map(|()| Message::SavingBeat)
}
