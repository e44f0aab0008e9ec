//! After a sitting is closed: the papers that were printed before and whose figures are others now.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length, Task};

use super::closing::Asked;
use super::{Message, State};
use crate::app::job;
use crate::app::screen::{Context, moment};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::{button, dialog};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::export::changed::{ChangedPaper, changed};
use crate::sentence::Sentence;

/// Asks which printed papers are out of date.
pub(super) fn load(session: SessionId, context: Context<'_>) -> Task<Message> {
    let store = context.store.clone();
    let look = move || {
        let dossier = store.dossier(session).wait()?;
        Ok(changed(&dossier, &store.paper_memory(session).wait()?))
    };
    job::blocking_store(look).map(Message::PapersChanged)
}

impl State {
    /// They are shown, unless something else was asked meanwhile.
    pub(super) fn tell_changed(&mut self, papers: Vec<ChangedPaper>) {
        if !papers.is_empty() && self.asked.is_none() {
            self.asked = Some(Asked::Papers(papers));
        }
    }

    /// Each with how much of it is others, and the way to print it again.
    pub(super) fn changed_dialog<'a>(
        &'a self,
        papers: &'a [ChangedPaper],
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let line = |paper: &'a ChangedPaper| -> Element<'a, Message> {
            let cluster = dossier.clusters.iter().find(|one| Some(one.id) == paper.cluster);
            let name = context.t(paper.kind.about().label);
            let name = match cluster {
                Some(cluster) => format!("{name} · {}", cluster.details.name),
                None => name,
            };
            let words = Sentence::new("attendance-paper-changed")
                .with("count", paper.changed)
                .with("pages", paper.pages)
                .with("when", moment::told(&paper.made_at));
            let again = button::secondary_small(None, context.t("attendance-print-again"))
                .on_press(Message::PrintAgain(paper.kind));
            let told = column![body(name), small(context.say(&words))].width(Length::Fill);
            row![told, again].spacing(space::M).align_y(Alignment::Center).into()
        };
        let lines = iced::widget::scrollable(column(papers.iter().map(line)).spacing(space::M));
        let content = column![
            body(context.t("attendance-papers-words")),
            iced::widget::container(lines).max_height(320)
        ]
        .spacing(space::M);
        let close = button::secondary(None, context.t("window-close")).on_press(Message::Dismiss);
        dialog::dialog(context.t("attendance-papers-title"), content, [close.into()], Message::Dismiss)
    }
}
