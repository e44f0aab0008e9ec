//! The sheets of a workbook that hold lists: which is looked at, and which are left out.

use std::ops::Range;

use iced::widget::row;
use iced::{Alignment, Element};

use super::{Message, State};
use crate::app::import::Prepared;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::chip;
use crate::intake::ListSheet;
use crate::sentence::Sentence;

impl State {
    /// The sheet that is looked at; `None` for all of them.
    pub(super) fn sheet<'a>(&self, prepared: &'a Prepared) -> Option<&'a ListSheet> {
        let name = self.sheet.as_ref()?;
        prepared.list.sheets.iter().find(|sheet| sheet.name == *name)
    }

    /// The rows of what is looked at, by their places.
    pub(super) fn places(&self, prepared: &Prepared) -> Range<usize> {
        self.sheet(prepared).map_or(0..prepared.plan.rows.len(), |sheet| sheet.rows.clone())
    }

    /// The sheets, each with how many people stand in it; `None` where there is one.
    pub(super) fn sheets<'a>(
        &'a self,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let sheets = &prepared.list.sheets;
        if sheets.len() < 2 {
            return None;
        }
        let shown = self.sheet(prepared);
        let all = context.t("window-import-sheets-all");
        let all = chip::choice(all, shown.is_none(), Tone::Neutral, Message::SheetChosen(None)).into();
        let chips = sheets.iter().map(|sheet| {
            let name = &sheet.name;
            let label = match sheet.left_out {
                true => context.say(&Sentence::new("window-import-sheet-left").with("sheet", name.as_str())),
                false => format!("{name} · {}", sheet.rows.len()),
            };
            let tone = if sheet.left_out { Tone::Neutral } else { Tone::Green };
            let chosen = shown.is_some_and(|shown| shown.name == *name);
            chip::choice(label, chosen, tone, Message::SheetChosen(Some(name.clone()))).into()
        });
        let taken = sheets.iter().filter(|sheet| !sheet.left_out).count();
        // One has to stay.
        let tick = shown.filter(|sheet| !self.is_writing() && (sheet.left_out || taken > 1)).map(|sheet| {
            let name = sheet.name.clone();
            checkbox(!sheet.left_out, context.t("window-import-sheet-taken"), move |taken| {
                Message::SheetTaken(name.clone(), taken)
            })
            .id("import-sheet-taken")
        });
        let without = prepared.list.without_list.join(", ");
        let without = (!without.is_empty()).then(|| {
            small(context.say(&Sentence::new("window-import-sheets-without").with("sheets", without)))
        });
        let line = row(std::iter::once(all).chain(chips)).push(tick).push(without).align_y(Alignment::Center);
        Some(line.spacing(space::S).wrap().vertical_spacing(space::XS).into())
    }
}
