//! A signed page beside the keyboard: after its code, its rows stand as printed and the field takes the numbers of those
//! who did not sign. A first Enter says in words what will be marked, a second writes it; Esc leaves the page unwritten.

use iced::Element;
use iced::widget::row;

use super::answer::Answer;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::widget::chip;
use crate::domain::attendance::page::{ColumnHalf, PrintedSheet, SheetColumn};
use crate::domain::attendance::typed::{Said, TypedLine};
use crate::domain::attendance::{AttendanceStatus, NewEntry, NewMark, Way};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SittingId};
use crate::domain::print_run::FoundPage;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::date;

/// Digits of a page's code.
pub(super) const CODE: usize = 8;

/// The page that is entered.
pub(super) struct Page {
    code: String,
    /// Which page of how many.
    place: (u32, u32),
    sheet: PrintedSheet,
    /// The column that is chosen, by its place among those for sittings.
    column: Option<usize>,
    /// What a second Enter writes: the line it was told for, and its marks.
    told: Option<(String, Vec<NewMark>)>,
}

impl State {
    /// A page was found by its code, or not.
    pub(super) fn open_page(&mut self, code: &str, found: Option<FoundPage>, dossier: &Dossier) {
        let Some(found) = found else {
            self.answer = Some(Answer::refused(Sentence::new("attendance-no-page").with("code", code)));
            return;
        };
        let Some(sheet) = found.sheet else {
            self.answer = Some(Answer::refused(Sentence::new("attendance-page-before").with("code", code)));
            return;
        };
        let columns = sheet.columns.iter().filter(|column| !column.sittings.is_empty()).count();
        if columns == 0 {
            self.answer = Some(Answer::refused(Sentence::new("mark-page-no-sitting")));
            return;
        }
        // The page says itself of which cluster it is.
        let first = sheet.rows.iter().find_map(|row| row.delegate);
        let of_first = dossier.delegates.iter().find(|one| Some(one.id) == first).and_then(|one| one.cluster);
        let cluster = found.cluster.or(of_first);
        if cluster.is_some() && cluster != self.cluster {
            (self.cluster, self.sitting) = (cluster, None);
            self.take_in(dossier);
        }
        let column = (columns == 1).then_some(0);
        let place = (found.page, found.pages);
        self.page = Some(Page { code: code.to_owned(), place, sheet, column, told: None });
        self.typed.clear();
        self.answer = None;
        self.find();
    }

    /// The page is left; nothing of it was written.
    pub(super) fn leave_page(&mut self) {
        self.page = None;
        self.typed.clear();
        self.find();
    }

    /// Another column of the page.
    pub(super) fn choose_column(&mut self, column: usize) {
        if let Some(page) = &mut self.page {
            (page.column, page.told) = (Some(column), None);
        }
    }

    /// The rows of the page, by their places among the rows on show.
    pub(super) fn rows_of_page(&self) -> Option<Vec<usize>> {
        let page = self.page.as_ref()?;
        let place = |delegate: DelegateId| self.rows.iter().position(|row| row.delegate == delegate);
        Some(page.sheet.rows.iter().filter_map(|row| place(row.delegate?)).collect())
    }

    /// The STT of somebody as it was printed on the page that is entered.
    pub(super) fn printed_number(&self, delegate: DelegateId) -> Option<u32> {
        let rows = &self.page.as_ref()?.sheet.rows;
        rows.iter().find(|row| row.delegate == Some(delegate)).map(|row| row.number)
    }

    /// The first Enter tells what the line says of everybody on the page, the second writes it.
    pub(super) fn enter_page(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let Some(page) = &self.page else { return Action::None };
        let typed = self.typed.trim().to_owned();
        if typed.len() > CODE && typed.bytes().all(|byte| byte.is_ascii_digit()) {
            self.leave_page();
            self.answer = Some(Answer::refused(Sentence::new("attendance-page-ended")));
            return Action::None;
        }
        if let Some((line, marks)) = &page.told
            && *line == typed
        {
            let entry = NewEntry {
                session: dossier.session.id,
                way: Way::Page,
                page: Some(page.code.clone()),
                made_on: context.machine.made_on(),
                marks: marks.clone(),
            };
            self.leave_page();
            return Action::record(context.store.mark(entry), Message::Marked);
        }
        match self.read_line(&typed, dossier) {
            Ok((marks, sitting, words)) => {
                self.sitting = sitting.or(self.sitting);
                if let Some(page) = &mut self.page {
                    page.told = Some((typed, marks));
                }
                self.answer = Some(Answer::told(words));
            }
            Err(reason) => self.answer = Some(Answer::refused(reason)),
        }
        Action::None
    }

    /// What a line says of the page: its marks, the sitting they are of, and both in words.
    fn read_line(
        &self,
        typed: &str,
        dossier: &Dossier,
    ) -> Result<(Vec<NewMark>, Option<SittingId>, Sentence), Sentence> {
        let Some(page) = &self.page else { return Err(Sentence::new("mark-page-no-sitting")) };
        let line: TypedLine =
            typed.parse().map_err(|error: crate::domain::attendance::typed::LineError| error.explain())?;
        let substitute = line.numbers.iter().any(|(_, said)| matches!(said, Said::Substitute(_)));
        if substitute || !line.walk_ins.is_empty() {
            return Err(Sentence::new("attendance-page-others"));
        }
        let column =
            page.sheet.column(&halves(dossier), line.half, page.column).map_err(|error| error.explain())?;
        let mut marks = page.sheet.marks(column, &line).map_err(|error| error.explain())?.marks;
        // Who was taken off the list since has no place any more.
        let before = marks.len();
        marks.retain(|mark| self.rows.iter().any(|row| row.delegate == mark.delegate && row.is_listed));
        let gone = (before - marks.len()) / column.sittings.len().max(1);
        let sitting = column.sittings.first().copied();
        let of_first = || marks.iter().filter(|mark| Some(mark.sitting) == sitting);
        let count = |is: fn(AttendanceStatus) -> bool| of_first().filter(|mark| is(mark.status)).count();
        let changed = of_first().filter(|mark| {
            let known = self.attendance.as_ref().and_then(|one| one.of(mark.delegate, mark.sitting));
            known.is_some_and(|known| known.status != mark.status)
        });
        let words = Sentence::new("attendance-page-told")
            .with("present", count(AttendanceStatus::is_present))
            .with("excused", count(|status| status == AttendanceStatus::Excused))
            .with("absent", count(|status| status == AttendanceStatus::Absent))
            .with("changed", changed.count())
            .with("gone", gone);
        Ok((marks, sitting, words))
    }

    /// What stands in the field while a page is entered.
    pub(super) fn page_hint(&self, context: Context<'_>) -> Option<String> {
        let page = self.page.as_ref()?;
        let words = Sentence::new("attendance-page-hint");
        Some(context.say(&words.with("page", page.place.0).with("pages", page.place.1)))
    }

    /// Which page is entered, and its columns to choose among.
    pub(super) fn page_head<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let page = self.page.as_ref()?;
        let words = Sentence::new("attendance-page-on").with("code", page.code.as_str());
        let words = context.say(&words.with("page", page.place.0).with("pages", page.place.1));
        let columns = page.sheet.columns.iter().filter(|column| !column.sittings.is_empty());
        let columns = columns.enumerate().map(|(at, column)| {
            let chosen = page.column == Some(at);
            chip::choice(named(column, dossier), chosen, Tone::Neutral, Message::Column(at)).into()
        });
        let head = chip::chip(Tone::Amber, Some(Icon::FileSpreadsheet), words);
        Some(row![head].extend(columns).spacing(space::S).wrap().vertical_spacing(space::XS).into())
    }
}

/// Every sitting with its half of the day.
fn halves(dossier: &Dossier) -> Vec<ColumnHalf> {
    let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
    sittings.map(|sitting| ColumnHalf { sitting: sitting.id, half: sitting.half }).collect()
}

/// "25/9/2020 · Sáng": the sittings a column stands for.
fn named(column: &SheetColumn, dossier: &Dossier) -> String {
    let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
    let of_column = sittings.filter(|sitting| column.sittings.contains(&sitting.id));
    let names: Vec<String> = of_column
        .map(|sitting| format!("{} · {}", date::short(sitting.date), sitting.half.printed()))
        .collect();
    names.join(", ")
}
