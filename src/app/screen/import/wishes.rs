//! What holds for all rows of a file: tick boxes, each there only where it matters.

use std::collections::HashSet;

use iced::widget::row;
use iced::{Alignment, Element, Length};

use super::file::File;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::button;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::press::Press;
use crate::domain::list::{LineKind, ListLine, RowKind};

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
            if let Some(prepared) = file.stage.prepared_mut() {
                prepared.plan.wishes = wishes;
            }
        }
    }

    /// The boxes, and the rows with errors of a file to be saved.
    pub(super) fn for_all<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let lists = || self.lists().map(|(_, prepared)| prepared);
        let rows = || lists().flat_map(|prepared| &prepared.plan.rows);
        let all = |wished: fn(&File) -> bool| self.shown().all(|(_, file)| wished(file));
        let mut boxes: Vec<Element<'a, Message>> = Vec::new();
        let in_doubt = rows().filter(|row| !row.doubts.is_empty()).count();
        if in_doubt > 0 {
            let label = context.count("window-import-take-doubtful", in_doubt);
            let taken = all(|file| file.wishes.in_doubt);
            boxes.push(checkbox(taken, label, Message::InDoubt).id("import-in-doubt").into());
        }
        let repeated = rows().filter(|row| row.outcome.kind() == RowKind::Duplicate).count();
        if repeated > 0 {
            let label = context.count("window-import-doubtful", repeated);
            boxes.push(checkbox(all(|file| file.wishes.doubtful), label, Message::Doubtful).into());
        }
        let unseen = lists().flat_map(|prepared| &prepared.plan.lines).filter(|line| is_unseen(line)).count();
        let unseen_taken = all(|file| file.wishes.reading.unseen);
        if unseen > 0 || unseen_taken {
            let label = match unseen_taken {
                true => context.t("window-import-unseen-taken"),
                false => context.count("window-import-take-unseen", unseen),
            };
            boxes.push(checkbox(unseen_taken, label, Message::Unseen).id("import-unseen").into());
        }
        let capitals: usize = lists().map(|prepared| prepared.capitals).sum();
        if capitals > 0 {
            let label = context.count("window-import-capitals", capitals);
            let taken = all(|file| file.wishes.small_letters);
            boxes.push(checkbox(taken, label, Message::SmallLetters).into());
        }
        let missing: HashSet<&String> = lists().flat_map(|prepared| &prepared.offers.missing_units).collect();
        if !missing.is_empty() {
            let label = context.count("window-import-add-units", missing.len());
            boxes.push(self.wish_box(Wish::AddUnits, label).id("import-add-units").into());
        }
        if lists().any(|prepared| prepared.offers.clusters_serve) {
            let label = context.t("window-import-by-unit");
            boxes.push(self.wish_box(Wish::ByUnit, label).id("import-by-unit").into());
        }
        if lists().any(|prepared| prepared.plan.is_sensitive()) {
            let label = context.t("window-import-sensitive");
            boxes.push(self.wish_box(Wish::Sensitive, label).id("import-sensitive").into());
        }
        let quiet = boxes.is_empty().then(|| small(context.t("window-import-nothing-written")));
        let doubtful = self.only().and_then(File::prepared).map_or(0, |prepared| prepared.plan.doubtful());
        let errors = (doubtful > 0).then(|| {
            let label = context.count("window-import-save-error-rows", doubtful);
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

    /// A box for something that holds for all files.
    fn wish_box<'a>(&self, wish: Wish, label: String) -> Press<'a, Message> {
        let wishes = self.files.first().map(|file| file.wishes.writing).unwrap_or_default();
        let wished = match wish {
            Wish::AddUnits => wishes.add_units,
            Wish::ByUnit => wishes.by_unit,
            Wish::Sensitive => wishes.keep_sensitive,
        };
        checkbox(wished, label, move |wished| Message::Wished(wish, wished))
    }
}

/// Whether a line was left out because nobody sees it in the file.
fn is_unseen(line: &ListLine) -> bool {
    line.kind == LineKind::LeftOut && !matches!(line.reason, Some("no_person" | "example"))
}
