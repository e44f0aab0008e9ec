//! The columns that a table offers, which of them are shown, and how wide they were dragged: both are kept on
//! this computer. A column in which nothing stands hides itself, and what has no room is left out by the
//! table; the menu of columns says both.

use std::borrow::Cow;
use std::rc::Rc;

use super::Context;
use crate::app::icon::Icon;
use crate::app::machine::ColumnWish;
use crate::app::widget::command::{Command, command};
use crate::app::widget::table::{self, Cell, Choices, Column, Sorted, Table};
use crate::sentence::Sentence;

/// A column that a table offers.
pub struct Offer<K> {
    key: K,
    /// Under which it is remembered.
    name: Cow<'static, str>,
    column: Column,
    shows: Shows,
    is_empty: bool,
}

/// Whether a column is on show while nobody chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// It cannot be hidden.
    Always,
    Usually,
    /// Only where it is asked for.
    OnWish,
}

/// A column, by its key on the screen and the name it is remembered under.
pub fn offer<K>(key: K, name: impl Into<Cow<'static, str>>, column: Column) -> Offer<K> {
    Offer { key, name: name.into(), column, shows: Shows::Usually, is_empty: false }
}

impl<K> Offer<K> {
    /// It cannot be hidden: without it nobody would know what a row is.
    #[must_use]
    pub fn always(mut self) -> Self {
        self.shows = Shows::Always;
        self
    }

    /// It is shown only where it is asked for.
    #[must_use]
    pub fn on_wish(mut self) -> Self {
        self.shows = Shows::OnWish;
        self
    }

    /// Whether nothing stands in it: then it hides itself.
    #[must_use]
    pub fn empty(mut self, is_empty: bool) -> Self {
        self.is_empty = is_empty;
        self
    }
}

/// The columns of a table as they are to be shown.
pub struct Columns<K> {
    table: &'static str,
    /// Of each that is shown its key, and the name it is remembered under.
    shown: Rc<[(K, String)]>,
    heads: Vec<Column>,
    choices: Choices<ColumnWish>,
}

impl<K: Copy + PartialEq + 'static> Columns<K> {
    /// Chooses among those that a table offers.
    pub fn of(table: &'static str, offers: impl IntoIterator<Item = Offer<K>>, context: Context<'_>) -> Self {
        let (mut shown, mut heads, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        for offer in offers {
            let name = format!("{table} {}", offer.name);
            let chosen = context.machine.column_choice(&name);
            let is_wanted = match offer.shows {
                Shows::Always => true,
                Shows::Usually => chosen.unwrap_or(true),
                Shows::OnWish => chosen.unwrap_or(false),
            };
            let is_shown = is_wanted && !offer.is_empty;
            if offer.shows != Shows::Always {
                let place = is_shown.then_some(heads.len());
                lines.push((place, line(&offer, name.clone(), is_wanted, context)));
            }
            if is_shown {
                heads.push(offer.column.set_to(context.machine.column_width(&name)));
                shown.push((offer.key, name));
            }
        }
        let usual = command(Icon::Undo2, context.t("window-columns-usual"))
            .id("columns-usual")
            .on_press(ColumnWish::Usual(table.to_owned()));
        lines.push((None, usual));
        let (words, no_room) = (context.t("window-columns-choose"), context.t("window-columns-no-room"));
        Self { table, shown: shown.into(), heads, choices: Choices { words, no_room, lines } }
    }

    /// The order of the rows as the head shows it.
    pub fn sorted(&self, by: K, descending: bool) -> Sorted {
        let column = self.shown.iter().position(|(key, _)| *key == by);
        Sorted { column: column.unwrap_or(usize::MAX), descending }
    }

    /// The key of each column that is shown.
    pub fn keys(&self) -> impl Fn(usize) -> Option<K> + 'static {
        let shown = self.shown.clone();
        move |column| shown.get(column).map(|(key, _)| *key)
    }

    /// The table with these columns: so many rows, each cell by its row and the key of its column. `on_wish`
    /// hears what is wanted of a column.
    pub fn table<'a, M: 'a>(
        self,
        rows: usize,
        cell: impl Fn(usize, K) -> Cell + 'a,
        on_wish: impl Fn(ColumnWish) -> M + Copy + 'a,
    ) -> Table<'a, M> {
        let (key, names) = (self.keys(), self.shown.clone());
        let Choices { words, no_room, lines } = self.choices;
        let lines = lines.into_iter().map(|(place, line)| (place, line.map(on_wish))).collect();
        table::table(self.heads, rows, move |row, column| match key(column) {
            Some(key) => cell(row, key),
            None => Cell::text(""),
        })
        .id(self.table)
        .on_resize(move |column, width| {
            let name = names.get(column).map(|(_, name)| name.clone()).unwrap_or_default();
            on_wish(ColumnWish::Width(name, width))
        })
        .choices(Choices { words, no_room, lines })
    }
}

/// The line of a column in the menu: a tick where it is shown.
fn line<K>(offer: &Offer<K>, name: String, is_wanted: bool, context: Context<'_>) -> Command<ColumnWish> {
    let title = offer.column.title();
    if offer.is_empty {
        let words = Sentence::new("window-columns-empty").with("column", title);
        return command(Icon::Square, context.say(&words));
    }
    let icon = if is_wanted { Icon::SquareCheck } else { Icon::Square };
    command(icon, title).on_press(ColumnWish::Hidden(name, is_wanted)).stays()
}

/// The line in the menu of a row that copies what is selected, as Ctrl+C does.
pub fn copy_line<M>(context: Context<'_>) -> Command<M> {
    command(Icon::Copy, context.t("window-row-copy")).key("Ctrl C").copies()
}
