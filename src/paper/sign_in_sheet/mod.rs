//! Danh sách ký tên: the primary record of who attended.

mod columns;
mod options;
mod presenters;
mod sitter;

use std::borrow::Cow;

use super::card::{
    self, Half, Item, MOST_BLANK_ROWS, at, blank_rows, dated, group, order, orientation, remark,
};
use super::content::{Block, Body, Closing, Document, LIST_SIZE, Row, Section, Table, TitleLine};
use super::finding::PaperError;
use super::kind::{self, About, Argument, Content, Kind, Phase, Scope, Takes};
use super::list::{self, ClusterList, Dated};
use super::orientation::Orientation;
use super::{own, turnout};
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::Numbered;
use crate::domain::own_column::OwnColumn;
use crate::vietnamese::date;
use columns::{Measures, cells, columns, position_column};
pub use options::{SheetColumns, Sheets, SignInSheetLook, SignInSheetOptions, SignInSheetWords};
use sitter::Sitter;

/// Its name.
const NAME: &str = "Danh sách ký tên";

/// With more sittings than this a choice among them would fill the card.
const MOST_SITTINGS: usize = 6;

/// Room to sign: the least height of a row, in millimetres.
const ROW_HEIGHT: f32 = 8.2;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "sign-in-sheet",
    label: "paper-sign-in-sheet",
    name: NAME,
    icon: "Signature",
    phase: Phase::During,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[Argument {
        name: "blank-rows",
        help: "cli-option-blank-rows",
        takes: Takes::Number(MOST_BLANK_ROWS as i64),
        place: &["look", "blank_rows"],
    }],
};

impl Kind for SignInSheetOptions {
    /// What the sheets of a session say.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        list::in_order(&mut parts, self.look.order);
        let sittings: Vec<Vec<Sitting>> =
            parts.iter().map(|part| self.words.sittings(part.cluster)).collect();
        let sheets = parts.iter().zip(&sittings);
        let sheets = sheets.flat_map(|(part, sittings)| divided(part, sittings, self.look.sheets));
        let sections = sheets.map(|sheet| section(&sheet, dossier, self)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        let mut findings = own::missing(own::labels(&self.look.own), dossier);
        findings.extend(list::blank_lists(&parts, dossier, self.look.blank_rows));
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn has_blank_form(&self) -> bool {
        true
    }

    fn card(&self, dossier: &Dossier, scope: Scope) -> Vec<Item> {
        let columns = [
            at!(self.look.columns.birth).tick("window-print-birth"),
            at!(self.look.columns.position).tick("window-print-position"),
            at!(self.look.columns.unit).tick("window-print-unit"),
            at!(self.look.columns.phone).tick("window-print-phone"),
            at!(self.look.columns.note).tick("window-print-note"),
        ];
        let columns = columns.into_iter().chain(own::ticks(&at!(self.look.own), dossier)).collect();
        let sheets = [
            (Sheets::Clusters, "window-print-sheets-clusters"),
            (Sheets::Days, "window-print-sheets-days"),
            (Sheets::Units, "window-print-sheets-units"),
        ];
        // One unit has its sheet to itself: there is nothing to group.
        let group = (self.look.sheets != Sheets::Units).then(|| group(at!(self.look.group)));
        let presenters = at!(self.look.presenters).tick("window-print-presenters");
        let rows = group.into_iter().chain([presenters]).collect();
        let halves = to_choose(dossier, scope.cluster());
        let sittings = halves.map(|all| card::sittings(at!(self.words.left_out), all));
        let rest = [
            order(at!(self.look.order)),
            Item::Under("window-print-columns", vec![Item::Boxes(columns)]),
            at!(self.look.sheets).chips("window-print-sheets", sheets).into(),
            Item::Under("window-print-rows", vec![Item::Boxes(rows)]),
            blank_rows(at!(self.look.blank_rows)),
            remark(at!(self.words.remark)),
            dated(at!(self.look.dated)),
            orientation(at!(self.look.orientation)),
        ];
        std::iter::once(Item::FixNumbers).chain(sittings).chain(rest).collect()
    }
}

/// The sittings one can choose among; none where there is no choice, or where it is one to be
/// made cluster by cluster.
pub(super) fn to_choose(dossier: &Dossier, of: Option<ClusterId>) -> Option<Vec<Half>> {
    let clusters = dossier.clusters.iter().filter(|cluster| of.is_none_or(|one| one == cluster.id));
    let sittings = clusters.flat_map(|cluster| &cluster.sittings);
    let mut halves: Vec<Half> = sittings.map(Sitting::half_day).collect();
    halves.sort_by_key(|(date, half)| (date.sort_key(), *half));
    halves.dedup();
    (2..=MOST_SITTINGS).contains(&halves.len()).then_some(halves)
}

/// One sheet, on as many pages as it takes.
struct Sheet<'a> {
    /// Who signs.
    part: Cow<'a, ClusterList<'a>>,
    /// When they sign.
    sittings: &'a [Sitting],
    /// The unit or the day that it is of; empty for all of a cluster.
    of: String,
}

/// The sheets of a cluster.
fn divided<'a>(part: &'a ClusterList<'a>, sittings: &'a [Sitting], sheets: Sheets) -> Vec<Sheet<'a>> {
    match sheets {
        Sheets::Units if !part.rows.is_empty() => list::by_unit(part)
            .into_iter()
            .map(|(unit, part)| Sheet { part: Cow::Owned(part), sittings, of: unit })
            .collect(),
        Sheets::Days if sittings.len() > 1 => sittings
            .chunk_by(|one, next| one.date == next.date)
            .map(|day| Sheet { part: Cow::Borrowed(part), sittings: day, of: days(day) })
            .collect(),
        _ => vec![Sheet { part: Cow::Borrowed(part), sittings, of: String::new() }],
    }
}

/// The pages of one sheet. Sittings that no page is wide enough for go on further
/// pages with the same list.
fn section(sheet: &Sheet, dossier: &Dossier, options: &SignInSheetOptions) -> Section {
    let Sheet { part, sittings, of } = sheet;
    let look = &options.look;
    let own = own::shown(&look.own, dossier);
    let landscape = match look.orientation {
        Orientation::Portrait => false,
        Orientation::Landscape => true,
        Orientation::Auto => sittings.len() > Measures::of(false, &own).signatures(look.columns),
    };
    let measures = Measures::of(landscape, &own);
    let pages = pages(sittings, measures.signatures(look.columns));

    let mut blocks = vec![Block::Head(list::head(dossier)), title(sheet, dossier, options)];
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            blocks.push(Block::PageBreak);
            blocks.push(Block::Title(vec![
                TitleLine::Kind("DANH SÁCH KÝ TÊN (tiếp theo)".to_owned()),
                TitleLine::Note(list::join(" – ", [part.name(dossier), days(page)])),
            ]));
        }
        blocks.push(Block::Table(table(part, page, dossier, look, &own, &measures)));
    }
    blocks.push(Block::Closing(closing(sheet, dossier, look)));
    let name = list::join(" – ", [part.name_and_place(dossier), of.clone()]);
    // Nobody reads a scan of a form that nobody stands on.
    let help = if list::is_blank(part) { String::new() } else { help(look.columns) };
    Section { help, ..list::section(NAME, name, landscape, blocks) }
}

/// How the sheet is filled in: ink in a cell is a signature to whoever reads a scan, whatever it says.
fn help(columns: SheetColumns) -> String {
    let absent = if columns.note {
        "Vắng: để trống ô ký, ghi vào cột Ghi chú."
    } else {
        "Vắng: để trống ô ký."
    };
    format!("{absent} Quét màu nếu có đóng dấu.")
}

/// The title; a sheet of one day names that day alone.
fn title(sheet: &Sheet, dossier: &Dossier, options: &SignInSheetOptions) -> Block {
    const KIND: &str = "DANH SÁCH KÝ TÊN";
    let mut block = list::title(KIND, &sheet.part, dossier);
    if let Block::Title(lines) = &mut block
        && !sheet.of.is_empty()
    {
        if options.look.sheets == Sheets::Days {
            lines.retain(|line| !matches!(line, TitleLine::Note(_)));
            let place = sheet.part.place_noted(dossier);
            lines.push(TitleLine::Note(list::join(", ", [place, sheet.of.clone()])));
        } else {
            lines.push(TitleLine::Note(sheet.of.clone()));
        }
    }
    list::add_remark(&mut block, &options.words.remark);
    block
}

/// The end; a sheet of one day is signed on that day.
fn closing(sheet: &Sheet, dossier: &Dossier, look: &SignInSheetLook) -> Closing {
    let mut closing = list::closing_dated(&sheet.part, dossier, look.dated);
    if let (Sheets::Days, Dated::LastDay, [first, ..]) = (look.sheets, look.dated, sheet.sittings) {
        closing.place_date = list::place_date(dossier.letterhead.place.as_deref(), Some(first.date));
    }
    closing.lines = turnout::to_fill_in(&sheet.part, sheet.sittings, dossier);
    closing
}

/// Sittings on pages of at most `most`, days kept whole where a page can hold one.
pub(super) fn pages(sittings: &[Sitting], most: usize) -> Vec<&[Sitting]> {
    let mut pages = Vec::new();
    let mut rest = sittings;
    while rest.len() > most {
        let day_ends = |&at: &usize| rest[at - 1].date != rest[at].date;
        let at = (1..=most).rev().find(day_ends).unwrap_or(most);
        let (page, others) = rest.split_at(at);
        pages.push(page);
        rest = others;
    }
    pages.push(rest);
    pages
}

/// "ngày 10/5/2023, 11/5/2023": the days of a page.
pub(super) fn days(sittings: &[Sitting]) -> String {
    let mut days: Vec<String> = sittings.iter().map(|sitting| date::short(sitting.date)).collect();
    days.dedup();
    if days.is_empty() { String::new() } else { format!("ngày {}", days.join(", ")) }
}

fn table(
    part: &ClusterList,
    sittings: &[Sitting],
    dossier: &Dossier,
    look: &SignInSheetLook,
    own: &[&OwnColumn],
    measures: &Measures,
) -> Table {
    let chosen = look.columns;
    let columns = columns(sittings, chosen, own, measures);
    let signatures = sittings.len().max(1);
    let mut rows = Vec::new();
    if look.presenters {
        rows.extend(presenters::rows(sittings, columns.len(), position_column(chosen)));
    }
    let of_row = |row: &Numbered, unit: &str| {
        cells(row, unit, &Sitter::of(row.delegate, sittings, dossier), chosen, own, signatures)
    };
    let delegates = match look.sheets {
        Sheets::Units => list::rows_of_unit(part, of_row),
        _ => list::rows(part, look.group, of_row),
    };
    let grouped = matches!(delegates.first(), Some(Row::Heading { .. }));
    if !rows.is_empty() && !delegates.is_empty() && !grouped {
        rows.push(list::heading("Đại biểu", None));
    }
    rows.extend(delegates);
    // The numbers of those who follow on a further sheet of the cluster are taken.
    let last = match look.sheets {
        Sheets::Units => None,
        _ => Some(part.rows.iter().map(|row| row.number).max().unwrap_or(0)),
    };
    if list::is_blank(part) {
        let empty = list::empty_rows(part, dossier, look.blank_rows);
        let mut blank = Vec::new();
        list::add_blank(&mut blank, empty, Some(0), columns.len());
        if !rows.is_empty() {
            rows.push(list::heading("Đại biểu", None));
        }
        rows.extend(blank);
        let columns = list::without_code(columns);
        return Table { columns, rows, row_height: ROW_HEIGHT, text_size: LIST_SIZE, sums: None };
    }
    list::add_blank(&mut rows, look.blank_rows, last, columns.len());
    Table { columns, rows, row_height: ROW_HEIGHT, text_size: LIST_SIZE, sums: None }
}
