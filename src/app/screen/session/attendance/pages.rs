//! From paper: the pages that were printed to be signed, and which of their columns are entered. Enter opens the next that is
//! not.

use iced::{Element, Task};

use super::page::named;
use super::{Look, Message, State};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::screen::columns::{Columns, offer};
use crate::app::screen::{Action, Context, moment};
use crate::app::theme::palette::Tone;
use crate::app::widget::empty;
use crate::app::widget::table::{Cell, Column, Width};
use crate::domain::dossier::Dossier;
use crate::domain::id::{SessionId, SittingId};
use crate::domain::print_run::FoundPage;
use crate::sentence::Sentence;

/// The paper that is signed at a sitting.
const PAPER: &str = "sign-in-sheet";

/// A printed page with its code.
pub(super) type SignedPage = (String, FoundPage);

/// A column of a page that people signed.
pub(super) struct ToEnter {
    /// The page, by its place.
    page: usize,
    /// The column, by its place among those for sittings.
    column: usize,
    sittings: Vec<SittingId>,
    entered: bool,
}

/// Asks which pages were printed to be signed.
pub(super) fn load(session: SessionId, context: Context<'_>) -> Task<Message> {
    job::ask(context.store.signed_pages(session, PAPER)).map(|pages| Message::Pages(pages.map(Box::new)))
}

impl State {
    /// Every column of every page, those of nothing entered included.
    pub(super) fn to_enter(&self) -> Vec<ToEnter> {
        let mut columns = Vec::new();
        for (page, (code, found)) in self.pages.iter().enumerate() {
            let Some(sheet) = &found.sheet else { continue };
            let signed = sheet.columns.iter().filter(|column| !column.sittings.is_empty());
            columns.extend(signed.enumerate().map(|(column, of)| ToEnter {
                page,
                column,
                sittings: of.sittings.clone(),
                entered: self.attendance.as_ref().is_some_and(|one| sheet.is_entered(of, code, one)),
            }));
        }
        columns
    }

    /// How many pages of a sitting are not entered yet.
    pub(super) fn pages_missing(&self, sitting: SittingId) -> usize {
        let of_sitting = |one: &&ToEnter| !one.entered && one.sittings.contains(&sitting);
        self.to_enter().iter().filter(of_sitting).count()
    }

    /// Opens a column of a page as it was printed.
    pub(super) fn open_to_enter(&mut self, at: usize, dossier: &Dossier) {
        let columns = self.to_enter();
        let Some(column) = columns.get(at) else { return };
        let Some((code, found)) = self.pages.get(column.page).cloned() else { return };
        self.open_page(&code, Some(found), dossier);
        self.choose_column(column.column);
    }

    /// Opens the next column that is not entered; whether there is one.
    pub(super) fn open_next(&mut self, dossier: &Dossier) -> bool {
        let next = self.to_enter().iter().position(|column| !column.entered);
        next.map(|at| self.open_to_enter(at, dossier)).is_some()
    }

    /// The pages, and which of their columns are entered.
    pub(super) fn pages_list<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let columns = self.to_enter();
        if columns.is_empty() {
            return empty::empty(
                Icon::FileSpreadsheet,
                context.t("attendance-no-pages"),
                context.t("attendance-no-pages-cure"),
                [],
            );
        }
        // With one cluster all are of it.
        let several = dossier.clusters.len() > 1;
        let offers = What::ALL.into_iter().filter(|what| several || *what != What::Cluster).map(|what| {
            let (name, column) = what.column(context);
            let column = offer(what, name, column);
            if matches!(what, What::Page | What::State) { column.always() } else { column }
        });
        let rows = columns.len();
        let cell = move |at: usize, what: What| {
            let found = columns.get(at).and_then(|one| Some((one, self.pages.get(one.page)?)));
            let Some((one, (code, page))) = found else { return Cell::text("") };
            match what {
                What::Page => Cell::strong(format!("{}/{}", page.page, page.pages)),
                What::Code => Cell::muted(code.clone()),
                What::Cluster => Cell::text(cluster(one, dossier)),
                What::Column => {
                    let of = page.sheet.iter().flat_map(|sheet| &sheet.columns);
                    let mut of = of.filter(|column| !column.sittings.is_empty());
                    Cell::text(of.nth(one.column).map(|column| named(column, dossier)).unwrap_or_default())
                }
                What::Printed => Cell::muted(moment::told(&page.made_at)),
                What::State if one.entered => {
                    Cell::chip(Tone::Green, Some(Icon::Check), context.t("attendance-page-done"))
                }
                What::State => Cell::chip(Tone::Amber, Some(Icon::Minus), context.t("attendance-page-open")),
            }
        };
        Columns::of("marking-pages", offers, context)
            .table(rows, cell, Message::Shown)
            .on_open(Message::PageOpened)
            .opens_on_click()
            .into()
    }

    /// "Chưa nhập 3/10 cột ký": pages by columns.
    pub(super) fn pages_words(&self, context: Context<'_>) -> String {
        let columns = self.to_enter();
        let open = columns.iter().filter(|column| !column.entered).count();
        let words = Sentence::new("attendance-pages-missing").with("open", open);
        context.say(&words.with("count", columns.len()))
    }

    /// With sittings over and nothing marked, people come with signed pages.
    pub(super) fn opens_on_paper(&self, dossier: &Dossier) -> bool {
        let today = crate::clock::here().date();
        let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
        let over = sittings.filter_map(|sitting| sitting.date.calendar()).any(|day| day < today);
        over && !self.pages.is_empty() && self.attendance.as_ref().is_some_and(|one| one.is_empty())
    }

    /// The pages arrived.
    pub(super) fn take_in_pages(&mut self, pages: Vec<SignedPage>, dossier: &Dossier) -> Action<Message> {
        let first = !std::mem::replace(&mut self.knows_pages, true);
        self.pages = pages;
        if first && self.opens_on_paper(dossier) {
            self.look = Look::Pages;
        }
        Action::None
    }
}

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Page,
    Code,
    Cluster,
    Column,
    Printed,
    State,
}

impl What {
    const ALL: [Self; 6] = [Self::Page, Self::Code, Self::Cluster, Self::Column, Self::Printed, Self::State];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Page => ("attendance-page", Width::Fit, 0),
            Self::Code => ("attendance-page-code", Width::Fit, 3),
            Self::Cluster => ("cli-column-cluster", Width::Fill(3), 2),
            Self::Column => ("attendance-page-column", Width::Fill(3), 1),
            Self::Printed => ("attendance-page-printed", Width::Fit, 4),
            Self::State => ("attendance-state", Width::Fixed(150.0), 0),
        };
        (name, Column::new(context.t(name), width).yields(rank))
    }
}

fn cluster(one: &ToEnter, dossier: &Dossier) -> String {
    let first = one.sittings.first();
    let holds = |cluster: &&crate::domain::cluster::Cluster| {
        cluster.sittings.iter().any(|sitting| Some(&sitting.id) == first)
    };
    dossier.clusters.iter().find(holds).map(|cluster| cluster.details.name.clone()).unwrap_or_default()
}
