//! What screens share that show records as a tree in a table, one of them open in a panel
//! beside it.

use std::collections::HashSet;
use std::hash::Hash;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::Context;
use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::widget::table::{Cell, Selection};

/// The records in the rows of a table.
#[derive(Debug, Clone)]
pub struct Rows<Id> {
    /// Those in view.
    pub ids: Vec<Id>,
    /// Which rows are selected.
    pub selection: Selection,
    /// The record that is open beside the table.
    pub open: Option<Id>,
}

impl<Id> Default for Rows<Id> {
    fn default() -> Self {
        Self { ids: Vec::new(), selection: Selection::default(), open: None }
    }
}

impl<Id: Copy + Eq + Hash> Rows<Id> {
    /// The record of a row.
    pub fn at(&self, row: usize) -> Option<Id> {
        self.ids.get(row).copied()
    }

    /// The records of the selected rows.
    pub fn selected(&self) -> Vec<Id> {
        self.selection.rows().filter_map(|row| self.at(row)).collect()
    }

    /// Selects rows; the answer is the record that is selected alone.
    pub fn select(&mut self, selection: Selection) -> Option<Id> {
        self.selection = selection;
        match self.selected()[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Whom what is done is about: the record that is open, though its row may be folded away or filtered out;
    /// else those that are selected.
    pub fn meant(&self) -> Vec<Id> {
        self.open.map_or_else(|| self.selected(), |open| vec![open])
    }

    /// Whether there is any.
    pub fn is_any_meant(&self) -> bool {
        self.open.is_some() || !self.selection.is_empty()
    }

    /// Other rows are in view: that of the open record is selected, else those that were selected, as far as they
    /// are in view. One that is not `there` any more is closed.
    pub fn show(&mut self, ids: Vec<Id>, there: bool) {
        let several = if self.open.is_some() { Vec::new() } else { self.selected() };
        self.ids = ids;
        self.follow(there);
        let several: HashSet<Id> = several.into_iter().collect();
        for (row, _) in self.ids.iter().enumerate().filter(|(_, id)| several.contains(id)) {
            self.selection.toggle(row);
        }
    }

    /// Selects the row of the open record, if that is `there` still.
    pub fn follow(&mut self, there: bool) {
        self.open = self.open.filter(|_| there);
        let row = self.open.and_then(|open| self.ids.iter().position(|one| *one == open));
        self.selection = row.map(Selection::one).unwrap_or_default();
    }

    /// Whether the panel leaves little room for what stands beside it.
    pub fn is_tight(&self, context: Context<'_>) -> bool {
        self.is_any_meant() && context.size.width < space::WIDE
    }
}

/// The parts of a tree, given in order, that no fold hides.
pub fn unfolded<'a, T>(
    parts: &'a [T],
    depth: impl Fn(&T) -> usize + 'a,
    is_open: impl Fn(&T) -> bool + 'a,
) -> impl Iterator<Item = (usize, &'a T)> {
    // Everything deeper than this is folded away.
    let mut limit = usize::MAX;
    parts.iter().enumerate().filter(move |(_, part)| {
        let depth = depth(part);
        if depth > limit {
            return false;
        }
        limit = if is_open(part) { usize::MAX } else { depth };
        true
    })
}

/// A name as far to the right as it stands deep.
pub fn indented(depth: usize, name: &str) -> String {
    format!("{}{name}", "\u{2003}".repeat(depth))
}

/// The sign before what has something inside.
pub fn fold_cell(open: bool) -> Cell {
    let icon = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    Cell::Icon { icon, tone: Tone::Neutral }
}

/// The search, this wide, with a choice beside it, or under it where room is `tight`.
pub fn filters<'a, M: 'a>(
    find: Element<'a, M>,
    width: f32,
    choice: Element<'a, M>,
    tight: bool,
) -> Element<'a, M> {
    match tight {
        true => column![find, choice].spacing(space::S).into(),
        false => {
            row![container(find).width(width), choice].spacing(space::M).align_y(Alignment::Center).into()
        }
    }
}

/// The page: what stands at the left, and the panel, which has this width where there is room.
pub fn beside<'a, M: 'a>(
    left: Vec<Element<'a, M>>,
    side: Option<Element<'a, M>>,
    wide: f32,
    context: Context<'_>,
) -> Element<'a, M> {
    let left = column(left).spacing(space::M).width(Length::Fill);
    let width = if context.size.width >= space::WIDE { wide } else { space::PANEL };
    let side = side.map(|side| container(side).width(width));
    row![left].push(side).spacing(14.0).padding([18.0, space::XL]).height(Length::Fill).into()
}
