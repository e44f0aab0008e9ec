//! What holds for all rows of a file: tick boxes, each there only where it matters.

use iced::widget::row;
use iced::{Alignment, Element, Length};

use super::file::File;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::import::Prepared;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::button;
use crate::app::widget::checkbox::checkbox;
use crate::domain::list::{LineKind, ListLine};

/// Something wished for a list as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Units the registry lacks are added.
    AddUnits,
    /// Delegates go to the cluster that serves their unit.
    ByUnit,
    /// Dân tộc, tôn giáo, đảng viên, trình độ are kept.
    Sensitive,
}

impl State {
    /// Takes in a wish; it holds for all files.
    pub(super) fn wish(&mut self, wish: Wish, wished: bool) {
        for file in &mut self.files {
            let wishes = &mut file.wishes.writing;
            match wish {
                Wish::AddUnits => wishes.add_units = wished,
                Wish::ByUnit => wishes.by_unit = wished,
                Wish::Sensitive => wishes.keep_sensitive = wished,
            }
            let wishes = *wishes;
            if let Some(prepared) = file.prepared_mut() {
                prepared.plan.wishes = wishes;
            }
        }
    }

    /// The boxes, and the rows with errors to be saved.
    pub(super) fn for_all<'a>(
        &'a self,
        file: &'a File,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let counts = prepared.plan.counts();
        let wishes = &file.wishes;
        let doubtful = (counts.duplicate > 0).then(|| {
            checkbox(
                wishes.doubtful,
                context.count("window-import-doubtful", counts.duplicate),
                Message::Doubtful,
            )
        });
        let in_doubt = prepared.plan.rows.iter().filter(|row| !row.doubts.is_empty()).count();
        let in_doubt = (in_doubt > 0).then(|| {
            let label = context.count("window-import-take-doubtful", in_doubt);
            checkbox(wishes.in_doubt, label, Message::InDoubt).id("import-in-doubt")
        });
        let is_unseen = |line: &&ListLine| {
            line.kind == LineKind::LeftOut && !matches!(line.reason, Some("no_person" | "example"))
        };
        let unseen = prepared.plan.lines.iter().filter(is_unseen).count();
        let unseen = (unseen > 0 || wishes.reading.unseen).then(|| {
            let label = match wishes.reading.unseen {
                true => context.t("window-import-unseen-taken"),
                false => context.count("window-import-take-unseen", unseen),
            };
            checkbox(wishes.reading.unseen, label, Message::Unseen).id("import-unseen")
        });
        let capitals = (prepared.capitals > 0).then(|| {
            let label = context.count("window-import-capitals", prepared.capitals);
            checkbox(wishes.small_letters, label, Message::SmallLetters)
        });
        let missing = prepared.offers.missing_units.len();
        let add_units = (missing > 0).then(|| {
            let label = context.count("window-import-add-units", missing);
            checkbox(wishes.writing.add_units, label, |wished| Message::Wished(Wish::AddUnits, wished))
                .id("import-add-units")
        });
        let by_unit = prepared.offers.clusters_serve.then(|| {
            let label = context.t("window-import-by-unit");
            checkbox(wishes.writing.by_unit, label, |wished| Message::Wished(Wish::ByUnit, wished))
                .id("import-by-unit")
        });
        let sensitive = prepared.plan.is_sensitive().then(|| {
            let label = context.t("window-import-sensitive");
            checkbox(wishes.writing.keep_sensitive, label, |wished| Message::Wished(Wish::Sensitive, wished))
                .id("import-sensitive")
        });
        let boxes: Vec<Element<'a, Message>> =
            [in_doubt, doubtful, unseen, capitals, add_units, by_unit, sensitive]
                .into_iter()
                .flatten()
                .map(Into::into)
                .collect();
        let quiet = boxes.is_empty().then(|| small(context.t("window-import-nothing-written")));
        let errors = (prepared.plan.doubtful() > 0).then(|| {
            let label = context.count("window-import-save-error-rows", prepared.plan.doubtful());
            button::secondary_small(Some(Icon::Download), label)
                .id("import-save-errors")
                .on_press_maybe(self.unless_writing(Message::SaveErrors))
        });
        let boxes = row(boxes).push(quiet).spacing(space::L).align_y(Alignment::Center).width(Length::Fill);
        row![boxes.wrap().vertical_spacing(space::XS)]
            .push(errors)
            .spacing(space::L)
            .align_y(Alignment::Center)
            .into()
    }
}
