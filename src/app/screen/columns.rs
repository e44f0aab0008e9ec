//! The columns of a table that are kept on this computer: how wide they were dragged, and which are
//! not wanted.

use super::Context;
use crate::app::icon::Icon;
use crate::app::machine::ColumnWish;
use crate::app::widget::command::{Command, command};
use crate::app::widget::table::Column;

/// The name of a column of a table.
fn name(table: &str, key: &str) -> String {
    format!("{table} {key}")
}

/// A column as wide as it was dragged, if it was.
pub fn remembered(column: Column, table: &str, key: &str, context: Context<'_>) -> Column {
    column.set_to(context.machine.column_width(&name(table, key)))
}

/// Whether a column is wanted.
pub fn is_wanted(table: &str, key: &str, context: Context<'_>) -> bool {
    !context.machine.is_column_hidden(&name(table, key))
}

/// A column was dragged to a width, or is to be as wide again as what stands in it.
pub fn dragged(table: &str, key: &str, width: Option<f32>) -> ColumnWish {
    ColumnWish::Width(name(table, key), width)
}

/// The menu of the head: each column that may be hidden, with a tick where it is not.
pub fn menu<M>(
    table: &str,
    columns: impl IntoIterator<Item = (String, String)>,
    wrap: impl Fn(ColumnWish) -> M,
    context: Context<'_>,
) -> Vec<Command<M>> {
    let line = |(key, title): (String, String)| {
        let is_wanted = is_wanted(table, &key, context);
        let icon = if is_wanted { Icon::SquareCheck } else { Icon::Square };
        command(icon, title).on_press(wrap(ColumnWish::Hidden(name(table, &key), is_wanted)))
    };
    columns.into_iter().map(line).collect()
}
