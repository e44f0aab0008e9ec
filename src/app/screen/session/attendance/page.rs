//! A signed page beside the keyboard: after its code, its rows stand as printed and the field takes the numbers of those
//! who did not sign. What is read out by telephone is entered in the same way, of the whole list. A first Enter says in words what will be marked, a second writes it; Esc leaves the page unwritten.

use iced::Element;
use iced::widget::row;

use super::answer::Answer;
use super::page_line::{self, Told};
use super::page_receipts::{self, ToldReceipts};
use super::rows::Row;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::widget::chip;
use crate::domain::attendance::Attendance;
use crate::domain::attendance::page::{PrintedSheet, SheetColumn, SheetGeometry, SheetRow};
use crate::domain::attendance::receipt::SignedFor;
use crate::domain::attendance::typed::TypedLine;
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SittingId};
use crate::domain::list::KnownPeople;
use crate::domain::print_run::FoundPage;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::date;

/// Digits of a page's code.
pub(super) const CODE: usize = 8;

/// The page that is entered.
#[derive(Clone)]
pub(super) struct Page {
    /// Its code; `None` for the list of the cluster as it is now, with no paper at hand.
    pub code: Option<String>,
    /// Which page of how many.
    place: (u32, u32),
    pub sheet: PrintedSheet,
    /// The column that is chosen, by its place among those for sittings.
    pub column: Option<usize>,
    /// What is done with what was entered from this page before, once that was said.
    pub again: Option<Again>,
    /// What is signed for on it, where it is no list of attendance.
    pub signed_for: Option<SignedFor>,
    /// What a second Enter writes: the line it was told for, and what it says.
    told: Option<(String, Read)>,
}

/// What a line says.
#[derive(Clone)]
enum Read {
    /// Who was there.
    Marks(Told),
    /// Who received what is signed for.
    Receipts(ToldReceipts),
}

/// A page that is entered a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Again {
    /// What was entered before is replaced: it was mistyped.
    Replace,
    /// Whoever signed either time was there: it is another sheet of the same print.
    Join,
}

impl State {
    /// A page was found by its code, or not.
    pub(super) fn open_page(&mut self, code: &str, found: Option<FoundPage>, dossier: &Dossier) {
        let refused = |id| Answer::refused(Sentence::new(id).with("code", code));
        let Some(found) = found else {
            self.answer = Some(refused("attendance-no-page"));
            return;
        };
        let Some(sheet) = found.sheet else {
            self.answer = Some(refused("attendance-page-before"));
            return;
        };
        let columns = sheet.columns.iter().filter(|column| !column.sittings.is_empty()).count();
        let signed_for = SignedFor::on_paper(&found.paper).filter(|_| columns == 0);
        if columns == 0 && signed_for.is_none() {
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
        let code = Some(code.to_owned());
        self.page = Some(Page { code, place, sheet, column, again: None, signed_for, told: None });
        self.typed.clear();
        self.answer = None;
        self.find();
    }

    /// The list of the cluster is entered as one page with a column for each sitting, the one on show chosen: who is absent is
    /// read out by telephone. What is typed stays.
    pub(super) fn open_list(&mut self) {
        let listed = self.rows.iter().filter(|row| row.is_listed);
        let row =
            |row: &Row| SheetRow { delegate: Some(row.delegate), number: row.number, edges: (0.0, 0.0) };
        let column = |sitting: &SittingId| SheetColumn { sittings: vec![*sitting], edges: (0.0, 0.0) };
        let sheet = PrintedSheet {
            rows: listed.map(row).collect(),
            columns: self.order.iter().map(column).collect(),
            geometry: SheetGeometry::default(),
        };
        let column = self.order.iter().position(|sitting| Some(*sitting) == self.sitting);
        let place = (1, 1);
        self.page =
            Some(Page { code: None, place, sheet, column, again: None, signed_for: None, told: None });
        self.answer = None;
        self.find();
    }

    /// What is signed for on the page that is entered, where it is no list of attendance.
    pub(super) fn signed_for(&self) -> Option<SignedFor> {
        self.page.as_ref()?.signed_for
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
            (page.column, page.again, page.told) = (Some(column), None, None);
            self.answer = None;
        }
    }

    /// What is done with what was entered before.
    pub(super) fn choose_again(&mut self, again: Again) {
        if let Some(page) = &mut self.page {
            (page.again, page.told) = (Some(again), None);
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
        if let Some((line, told)) = &page.told
            && *line == typed
        {
            let (session, made_on) = (dossier.session.id, context.machine.made_on());
            return match told {
                Read::Marks(told) => {
                    let entry = told.entry(session, page.code.clone(), made_on);
                    self.record(context.store.mark(entry), Message::Marked)
                }
                Read::Receipts(told) => {
                    let code = page.code.as_deref().unwrap_or_default();
                    let entry = told.entry(session, code, made_on);
                    self.record(context.store.receive(entry), Message::Receipted)
                }
            };
        }
        let line: TypedLine = match typed.parse() {
            Ok(line) => line,
            Err(error) => {
                let error: crate::domain::attendance::typed::LineError = error;
                self.answer = Some(Answer::refused(error.explain()));
                return Action::None;
            }
        };
        if let Some(signed_for) = page.signed_for {
            self.tell_receipts(&typed, signed_for, &line, dossier, context);
            return Action::None;
        }
        // Who the names mean, the data file knows.
        match page_line::names(&line) {
            names if names.is_empty() => {
                self.tell(&typed, &line, &KnownPeople::default(), dossier, context);
                Action::None
            }
            names => {
                let known = context.store.known_people(dossier.session.id, names);
                Action::ask_once(known, move |known| Message::NamesKnown(typed, line, Box::new(known)))
            }
        }
    }

    /// Says what a second Enter will write of a list of receipts.
    fn tell_receipts(
        &mut self,
        typed: &str,
        signed_for: SignedFor,
        line: &TypedLine,
        dossier: &Dossier,
        context: Context<'_>,
    ) {
        let Some(page) = &mut self.page else { return };
        self.answer = Some(match page_receipts::read(page, signed_for, line, dossier) {
            Ok(told) => {
                let words = told.words(page, dossier, context);
                page.told = Some((typed.to_owned(), Read::Receipts(told)));
                Answer::told(words)
            }
            Err(reason) => Answer::refused(reason),
        });
    }

    /// Says what a second Enter will write.
    pub(super) fn tell(
        &mut self,
        typed: &str,
        line: &TypedLine,
        known: &KnownPeople,
        dossier: &Dossier,
        context: Context<'_>,
    ) {
        let (Some(page), Some(attendance)) = (&self.page, &self.attendance) else { return };
        match page_line::read(page, line, known, attendance, dossier) {
            Ok(told) => {
                self.answer = Some(Answer::told(told.words(page, dossier, context)));
                self.sitting = told.sitting.or(self.sitting);
                if let Some(page) = &mut self.page {
                    page.told = Some((typed.to_owned(), Read::Marks(told)));
                }
            }
            Err(reason) => self.answer = Some(Answer::refused(reason)),
        }
    }

    /// What stands in the field while a page is entered.
    pub(super) fn page_hint(&self, dossier: &Dossier, context: Context<'_>) -> Option<String> {
        let page = self.page.as_ref()?;
        let column = page.column.and_then(|at| page.columns().nth(at));
        let column = column.map(|column| format!(" · {}", named(column, dossier))).unwrap_or_default();
        let words = match (page.signed_for, &page.code) {
            (Some(_), _) => Sentence::new("attendance-receipts-hint"),
            (None, Some(_)) => Sentence::new("attendance-page-hint").with("column", column),
            (None, None) => Sentence::new("attendance-list-hint").with("column", column),
        };
        Some(context.say(&words.with("page", page.place.0).with("pages", page.place.1)))
    }

    /// Which page is entered, its columns to choose among, and what is done with what was entered before.
    pub(super) fn page_head<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let page = self.page.as_ref()?;
        let words = match &page.code {
            Some(code) => Sentence::new("attendance-page-on").with("code", code.as_str()),
            None => Sentence::new("attendance-list-on").with("count", page.sheet.rows.len()),
        };
        let words = context.say(&words.with("page", page.place.0).with("pages", page.place.1));
        let entered = |column| self.attendance.as_ref().is_some_and(|one| page.is_entered(column, one));
        let columns = page.columns().enumerate().map(|(at, column)| {
            let name = named(column, dossier);
            let name = match entered(column) {
                true => format!("{name} · {}", context.t("attendance-page-entered")),
                false => name,
            };
            chip::choice(name, page.column == Some(at), Tone::Neutral, Message::Column(at)).into()
        });
        let head = chip::chip(Tone::Amber, Some(Icon::FileSpreadsheet), words);
        let is_again = page.column.and_then(|at| page.columns().nth(at)).is_some_and(entered);
        let ways = [(Again::Replace, "attendance-page-replace"), (Again::Join, "attendance-page-join")];
        let ways = ways.into_iter().filter(|_| is_again).map(|(way, words)| {
            chip::choice(context.t(words), page.again == Some(way), Tone::Amber, Message::Again(way)).into()
        });
        Some(
            row![head]
                .extend(columns)
                .extend(ways)
                .spacing(space::S)
                .wrap()
                .vertical_spacing(space::XS)
                .into(),
        )
    }
}

impl Page {
    /// Whether the sittings of a column were entered from this page before.
    pub(super) fn is_entered(&self, column: &SheetColumn, attendance: &Attendance) -> bool {
        self.code.as_deref().is_some_and(|code| self.sheet.is_entered(column, code, attendance))
    }

    /// Its columns in which people sign for sittings.
    pub(super) fn columns(&self) -> impl Iterator<Item = &SheetColumn> {
        self.sheet.columns.iter().filter(|column| !column.sittings.is_empty())
    }
}

/// "25/9/2020 · Sáng": the sittings a column stands for.
pub(super) fn named(column: &SheetColumn, dossier: &Dossier) -> String {
    let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
    let of_column = sittings.filter(|sitting| column.sittings.contains(&sitting.id));
    let names: Vec<String> = of_column
        .map(|sitting| format!("{} · {}", date::short(sitting.date), sitting.half.printed()))
        .collect();
    names.join(", ")
}
