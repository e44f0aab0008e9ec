//! Which files and rows are on show, and in what order: who needs a look stands first.

use super::file::File;
use super::{Context, Part, State};
use crate::app::import::Prepared;
use crate::app::theme::space;
use crate::app::widget::table::Selection;
use crate::domain::list::{PlannedRow, RowKind};
use crate::intake::{Layout, ReadRow};
use crate::sentence::Sentence;

/// The least room for the table beside the panel; with less, the panel stands alone.
pub(super) const LEAST: f32 = 280.0;

/// Where a row stands: in which file, and where in its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The file, by its place.
    pub(super) file: usize,
    /// The row, by its place.
    pub(super) row: usize,
}

impl State {
    /// The place of the one file that is looked at; `None` for all of several.
    pub(super) fn file_at(&self) -> Option<usize> {
        match self.files.len() {
            1 => Some(0),
            _ => self.at,
        }
    }

    /// The one file that is looked at.
    pub(super) fn only(&self) -> Option<&File> {
        self.files.get(self.file_at()?)
    }

    /// The files that are looked at, each with its place.
    pub(super) fn shown(&self) -> impl Iterator<Item = (usize, &File)> {
        let at = self.file_at();
        self.files.iter().enumerate().filter(move |(place, _)| at.is_none_or(|at| at == *place))
    }

    /// The same, to be changed.
    pub(super) fn shown_mut(&mut self) -> impl Iterator<Item = &mut File> {
        let at = self.file_at();
        let files = self.files.iter_mut().enumerate();
        files.filter(move |(place, _)| at.is_none_or(|at| at == *place)).map(|(_, file)| file)
    }

    /// Those of them that were read.
    pub(super) fn lists(&self) -> impl Iterator<Item = (usize, &Prepared)> {
        self.shown().filter_map(|(place, file)| Some((place, file.prepared()?)))
    }

    /// The columns of the one file that is looked at.
    pub(super) fn layout(&self) -> Option<&Layout> {
        let prepared = self.only()?.prepared()?;
        Some(self.sheet(prepared).map_or(&prepared.list.layout, |sheet| &sheet.layout))
    }

    /// What the user's word for them is kept under.
    pub(super) fn layout_key(&self) -> Option<String> {
        let prepared = self.only()?.prepared()?;
        let first = || prepared.list.sheets.iter().find(|sheet| !sheet.left_out);
        let sheet = self.sheet(prepared).or_else(first)?;
        Some(sheet.layout.known_as(&sheet.name))
    }

    /// The row at a place, as it was read and as it is planned.
    pub(super) fn row(&self, place: Place) -> Option<(&ReadRow, &PlannedRow)> {
        let prepared = self.files.get(place.file)?.prepared()?;
        Some((prepared.list.rows.get(place.row)?, prepared.plan.rows.get(place.row)?))
    }

    /// The row the keyboard is at.
    pub(super) fn cursor(&self) -> Option<Place> {
        self.found.get(self.selection.cursor()?).copied()
    }

    /// Looks at one file, or at all.
    pub(super) fn look_at(&mut self, file: Option<usize>) {
        self.at = file;
        self.sheet = None;
        self.part = Part::default();
        self.same = None;
        self.find();
    }

    /// A file was read, or why not; what is selected stays selected. Where somebody needs a look when
    /// all are read, the first of them is shown.
    pub(super) fn take_in(
        &mut self,
        number: u64,
        answer: Result<Box<Prepared>, Sentence>,
        context: Context<'_>,
    ) {
        let Some(at) = self.files.iter().position(|file| file.number == number) else { return };
        let key = self.cursor().and_then(|place| {
            let list = &self.files.get(place.file)?.prepared()?.list;
            Some((place.file, list.row_key(place.row)?))
        });
        let file = &mut self.files[at];
        let is_first = file.prepared().is_none();
        file.was_read(answer);
        self.find();
        let again = key.and_then(|(file, key)| {
            let row = self.files.get(file)?.prepared()?.list.place_of(&key)?;
            self.found.iter().position(|place| *place == Place { file, row })
        });
        let is_beside = context.page_width() - space::PANEL - space::M >= LEAST;
        let asks = |place: &Place| self.row(*place).is_some_and(|(_, row)| needs_look(row));
        let all_read = !self.is_being_read();
        let first =
            || (is_first && all_read && is_beside && self.found.first().is_some_and(asks)).then_some(0);
        if let Some(row) = again.or_else(first) {
            self.selection = Selection::one(row);
        }
    }

    /// Finds the rows of the part on show.
    pub(super) fn find(&mut self) {
        self.selection.clear();
        let mut found: Vec<(u8, Place)> = Vec::new();
        for (file, prepared) in self.lists() {
            let corrections = &self.files[file].wishes.corrections;
            for row in self.places(prepared) {
                let planned = &prepared.plan.rows[row];
                if !self.part.holds(planned) {
                    continue;
                }
                // Who was corrected stays among those who needed it.
                let corrected = !corrections.is_empty()
                    && prepared.list.row_key(row).is_some_and(|key| corrections.holds(&key));
                let rank = match planned.outcome.kind() {
                    _ if planned.is_doubtful() || corrected => 0,
                    RowKind::Duplicate => 1,
                    _ => 2,
                };
                found.push((rank, Place { file, row }));
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        self.found = found.into_iter().map(|(_, place)| place).collect();
    }
}

/// Whether a row waits for somebody to decide about it.
fn needs_look(row: &PlannedRow) -> bool {
    row.is_left_in_doubt() || row.outcome.kind() == RowKind::Duplicate
}
