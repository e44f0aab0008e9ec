//! The table: any number of rows, of which only those in view are drawn.
//!
//! It asks for the cells of a row when it draws the row, so a hundred thousand
//! rows cost no more than twenty. Rows have one fixed, whole height. One Tab
//! stop; inside, the arrows move, Shift extends, Ctrl+C copies for Excel.

mod cell;
mod draw;
mod finger;
mod geometry;
mod keys;
mod pressing;
mod selection;
mod wanted;
mod widget;

use iced::Element;
use iced::widget::Id;

use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::widget::command::Command;
use crate::delimited;
pub use cell::Cell;
pub use selection::Selection;

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// So many pixels.
    Fixed(f32),
    /// As wide as what stands in it.
    Fit,
    /// As wide as what stands in it, within limits, and a share of what all leave.
    Fill(u16),
    /// The same for what rows are called by: it is cut when nothing else is left to give.
    Name(u16),
}

/// On which side the cells of a column stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Side {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    title: String,
    width: Width,
    side: Side,
    sortable: bool,
    /// The width that the user gave it.
    set: Option<f32>,
    /// How soon it is left out where there is no room for all; never for 0.
    rank: u8,
}

impl Column {
    /// A column with its title and width.
    pub fn new(title: impl Into<String>, width: Width) -> Self {
        Self { title: title.into(), width, side: Side::Left, sortable: false, set: None, rank: 0 }
    }

    /// What stands over it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// A column of numbers.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.side = Side::Right;
        self
    }

    /// The width that the user gave it, if any: see [`Table::on_resize`].
    #[must_use]
    pub fn set_to(mut self, width: Option<f32>) -> Self {
        self.set = width;
        self
    }

    /// It is left out where there is no room for all columns: those of a higher rank first.
    #[must_use]
    pub fn yields(mut self, rank: u8) -> Self {
        self.rank = rank;
        self
    }

    /// Its title can be pressed to sort by it.
    #[must_use]
    pub fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }
}

/// By which column the rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sorted {
    /// The column's place.
    pub column: usize,
    /// Whether the last comes first.
    pub descending: bool,
}

impl Sorted {
    /// The order after a press on a column's title.
    #[must_use]
    pub fn pressed(self, column: usize) -> Self {
        Self { column, descending: self.column == column && !self.descending }
    }
}

/// What dragging the border of a column says.
type OnResize<'a, Message> = Box<dyn Fn(usize, Option<f32>) -> Message + 'a>;
/// What is said when the selected rows are dragged, and when they are let go; and what stands at the pointer.
struct Dragging<'a, Message> {
    says: Box<dyn Fn(bool) -> Message + 'a>,
    words: Box<dyn Fn(usize) -> String + 'a>,
}

/// What can be done with a row.
type OfRow<'a, Message> = Box<dyn Fn(usize) -> Vec<Command<Message>> + 'a>;

/// A table; see the module.
pub struct Table<'a, Message> {
    id: Option<Id>,
    columns: Vec<Column>,
    rows: usize,
    cell: Box<dyn Fn(usize, usize) -> Cell + 'a>,
    tone: Option<Box<dyn Fn(usize) -> Tone + 'a>>,
    row_height: f32,
    fits: bool,
    framed: bool,
    headed: bool,
    sorted: Option<Sorted>,
    selection: Option<&'a Selection>,
    /// The selection as keys of this frame have left it, before the screen has
    /// heard of them and made a new table: each goes on from the one before.
    ahead: Option<Selection>,
    on_select: Option<Box<dyn Fn(Selection) -> Message + 'a>>,
    on_open: Option<Box<dyn Fn(usize) -> Message + 'a>>,
    opens_on_click: bool,
    on_sort: Option<Box<dyn Fn(usize) -> Message + 'a>>,
    /// In a tree: a row whose inside is shown or folded.
    on_turn: Option<Box<dyn Fn(usize, Fold) -> Message + 'a>>,
    on_resize: Option<OnResize<'a, Message>>,
    on_drag: Option<Dragging<'a, Message>>,
    commands: Option<OfRow<'a, Message>>,
    choices: Option<Choices<Message>>,
}

/// Names the button in the head that chooses columns, for tests.
pub const COLUMNS: &str = "table-columns";

/// Which columns there are to choose from.
#[derive(Debug, Clone)]
pub struct Choices<Message> {
    /// What the button in the head does.
    pub words: String,
    /// Said of a chosen column that has no room.
    pub no_room: String,
    /// Each with its place among the columns, if it is chosen.
    pub lines: Vec<(Option<usize>, Command<Message>)>,
}

/// What becomes of that which is inside a row of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It is shown.
    Open,
    /// It is folded away.
    Close,
    /// Whichever of both it is not.
    Turn,
}

/// A table of so many rows; `cell` gives the cell of a row and a column.
pub fn table<'a, Message>(
    columns: Vec<Column>,
    rows: usize,
    cell: impl Fn(usize, usize) -> Cell + 'a,
) -> Table<'a, Message> {
    Table {
        id: None,
        columns,
        rows,
        cell: Box::new(cell),
        tone: None,
        row_height: space::ROW,
        fits: false,
        framed: true,
        headed: true,
        sorted: None,
        selection: None,
        ahead: None,
        on_select: None,
        on_open: None,
        opens_on_click: false,
        on_sort: None,
        on_turn: None,
        on_resize: None,
        on_drag: None,
        commands: None,
        choices: None,
    }
}

impl<'a, Message> Table<'a, Message> {
    /// Names it, for focus and for tests.
    #[must_use]
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Rows of two lines.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.row_height = space::ROW_TALL;
        self
    }

    /// As high as its rows, for a few rows on a page that scrolls. It fills the
    /// room it is given otherwise.
    #[must_use]
    pub fn fit(mut self) -> Self {
        self.fits = true;
        self
    }

    /// Without a frame of its own, inside a card.
    #[must_use]
    pub fn frameless(mut self) -> Self {
        self.framed = false;
        self
    }

    /// Without a head, under one that the screen draws itself.
    #[must_use]
    pub fn headless(mut self) -> Self {
        self.headed = false;
        self
    }

    /// A ground for rows that have a state.
    #[must_use]
    pub fn tone(mut self, tone: impl Fn(usize) -> Tone + 'a) -> Self {
        self.tone = Some(Box::new(tone));
        self
    }

    /// The order shown by the arrow in the head, and what pressing a title says.
    #[must_use]
    pub fn sorted(mut self, sorted: Sorted, on_sort: impl Fn(usize) -> Message + 'a) -> Self {
        self.sorted = Some(sorted);
        self.on_sort = Some(Box::new(on_sort));
        self
    }

    /// What is selected, and what a new selection says.
    #[must_use]
    pub fn selection(
        mut self,
        selection: &'a Selection,
        on_select: impl Fn(Selection) -> Message + 'a,
    ) -> Self {
        self.selection = Some(selection);
        self.on_select = Some(Box::new(on_select));
        self
    }

    /// What Enter on a row says, and a click where [`Table::opens_on_click`]. A double click is one click: many
    /// people double-click whatever there is.
    #[must_use]
    pub fn on_open(mut self, message: impl Fn(usize) -> Message + 'a) -> Self {
        self.on_open = Some(Box::new(message));
        self
    }

    /// A single click opens, for lists whose rows are only there to be opened.
    #[must_use]
    pub fn opens_on_click(mut self) -> Self {
        self.opens_on_click = true;
        self
    }

    /// Makes it a tree: a click on the icon in the first column, and the arrows right
    /// and left, show and fold what is inside a row. Rows without that icon have
    /// nothing inside.
    #[must_use]
    pub fn on_turn(mut self, message: impl Fn(usize, Fold) -> Message + 'a) -> Self {
        self.on_turn = Some(Box::new(message));
        self
    }

    /// What is said when the user drags the border of a column, or presses it twice: then the column
    /// is as wide again as what stands in it.
    #[must_use]
    pub fn on_resize(mut self, message: impl Fn(usize, Option<f32>) -> Message + 'a) -> Self {
        self.on_resize = Some(Box::new(message));
        self
    }

    /// The selected rows can be dragged onto a [`drag::target`](crate::app::widget::drag::target): what is said
    /// when that begins and ends, and the words at the pointer for so many rows.
    #[must_use]
    pub fn on_drag(
        mut self,
        says: impl Fn(bool) -> Message + 'a,
        words: impl Fn(usize) -> String + 'a,
    ) -> Self {
        self.on_drag = Some(Dragging { says: Box::new(says), words: Box::new(words) });
        self
    }

    /// What can be done with a row: its menu, by the other mouse button or the menu key. The row is
    /// selected first, unless it is among those that are.
    #[must_use]
    pub fn commands(mut self, commands: impl Fn(usize) -> Vec<Command<Message>> + 'a) -> Self {
        self.commands = Some(Box::new(commands));
        self
    }

    /// Which columns there are to choose from: a button at the right end of the head, and its menu.
    #[must_use]
    pub fn choices(mut self, choices: Choices<Message>) -> Self {
        self.choices = Some(choices);
        self
    }

    /// The room that the button in the head takes.
    fn choice_width(&self) -> f32 {
        if self.choices.is_some() { space::ROW_HEAD } else { 0.0 }
    }

    fn head_height(&self) -> f32 {
        if self.headed { space::ROW_HEAD } else { 0.0 }
    }

    /// The selected rows as text that Excel takes for cells, titles first.
    fn copied(&self, selection: &Selection) -> String {
        let titles: Vec<_> = self.columns.iter().map(|column| column.title.clone()).collect();
        let mut lines = vec![titles];
        for row in selection.rows().filter(|row| *row < self.rows) {
            lines.push((0..self.columns.len()).map(|column| (self.cell)(row, column).plain()).collect());
        }
        delimited::rows(lines)
    }
}

impl<'a, Message: Clone + 'a> From<Table<'a, Message>> for Element<'a, Message> {
    fn from(table: Table<'a, Message>) -> Self {
        Element::new(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selected_rows_are_copied_as_a_table() {
        let columns = vec![Column::new("STT", Width::Fixed(50.0)), Column::new("Tên", Width::Fill(1))];
        let names = ["An", "Bình\tb", "=HYPERLINK(\"x\")"];
        let table: Table<'_, ()> = table(columns, 3, move |row, column| match column {
            0 => Cell::text((row + 1).to_string()),
            _ => Cell::text(names[row]),
        });
        let mut selection = Selection::default();
        selection.click(1);
        selection.toggle(2);
        assert_eq!(table.copied(&selection), "STT\tTên\n2\tBình b\n3\t'=HYPERLINK(\"x\")");
    }
}
