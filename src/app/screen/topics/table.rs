//! The table of topics: the tree with its folds, a curriculum in its order, or
//! what a search found.

use std::collections::HashSet;

use iced::Element;

use super::{Message, New, Shift, State, words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{self, Columns, offer};
use crate::app::screen::tree::{fold_cell, indented, unfolded};
use crate::app::widget::command::{Command, command};
use crate::app::widget::table::{Cell, Column, Width};
use crate::domain::id::{CurriculumId, TopicId};
use crate::domain::library::{Library, LibraryTopic, TopicPlace};

/// The topics of the rows.
pub(super) fn rows(
    library: &Library,
    curriculum: Option<CurriculumId>,
    words: &str,
    folded: &HashSet<TopicId>,
) -> Vec<TopicId> {
    let searched = (!words.trim().is_empty()).then(|| library.search(words));
    if let Some(curriculum) = library.curricula.iter().find(|one| Some(one.id) == curriculum) {
        let found = |id: &&TopicId| searched.as_ref().is_none_or(|found| found.contains(id));
        return curriculum.topics.iter().filter(found).copied().collect();
    }
    if let Some(found) = searched {
        return found;
    }
    let shown = unfolded(&library.topics, |one| one.depth, |one| !folded.contains(&one.id));
    shown.map(|(_, one)| one.id).collect()
}

/// The place a topic goes to; `None` when it is there already.
pub(super) fn target(library: &Library, id: TopicId, shift: Shift) -> Option<TopicPlace> {
    let TopicPlace { parent, at } = library.place(id)?;
    let among = library.parts(parent);
    match shift {
        Shift::Up => Some(TopicPlace { parent, at: at.checked_sub(1)? }),
        Shift::Down => (at + 1 < among.len()).then_some(TopicPlace { parent, at: at + 1 }),
        Shift::In => Some(TopicPlace { parent: Some(*among.get(at.checked_sub(1)?)?), at: usize::MAX }),
        Shift::Out => {
            let above = library.place(parent?)?;
            Some(TopicPlace { parent: above.parent, at: above.at + 1 })
        }
        Shift::Under(wanted) => (wanted != parent).then_some(TopicPlace { parent: wanted, at: usize::MAX }),
    }
}

impl State {
    /// The table.
    pub(super) fn tree<'a>(&'a self, library: &'a Library, context: Context<'a>) -> Element<'a, Message> {
        let no_minutes = library.topics.iter().all(|topic| topic.details.minutes.is_none());
        let offers = What::ALL.map(|what| {
            let (name, column) = what.column(context);
            let column = offer(what, name, column).empty(what == What::Minutes && no_minutes);
            if matches!(what, What::Place | What::Title) { column.always() } else { column }
        });
        let cell = move |row: usize, what: What| match self.rows.at(row).and_then(|id| library.topic(id)) {
            Some(topic) => self.cell((row, topic), what, library, context),
            None => Cell::text(""),
        };
        Columns::of("topics", offers, context)
            .table(self.rows.ids.len(), cell, Message::Column)
            .selection(&self.rows.selection, Message::Selected)
            .on_open(Message::Turned)
            .commands(move |row| self.row_menu(row, library, context))
            .into()
    }

    fn cell(
        &self,
        (row, topic): (usize, &LibraryTopic),
        what: What,
        library: &Library,
        context: Context<'_>,
    ) -> Cell {
        let whole = self.curriculum.is_none() && self.words.trim().is_empty();
        match what {
            What::Place if !whole => Cell::muted((row + 1).to_string()),
            What::Place if library.topics.iter().any(|one| one.parent == Some(topic.id)) => {
                fold_cell(!self.folded.contains(&topic.id))
            }
            What::Place => Cell::text(""),
            What::Title => {
                let title = indented(if whole { topic.depth * 2 } else { 0 }, &words::title(topic));
                if topic.depth == 0 { Cell::strong(title) } else { Cell::text(title) }
            }
            What::Minutes => {
                Cell::muted(topic.details.minutes.map(|minutes| format!("{minutes}′")).unwrap_or_default())
            }
            What::Used => Cell::muted(words::used_shortly(topic, context)),
        }
    }

    /// What can be done with what is selected: the menu of a row.
    fn row_menu(&self, row: usize, library: &Library, context: Context<'_>) -> Vec<Command<Message>> {
        let Some(id) = self.rows.at(row) else { return Vec::new() };
        let label = match self.curriculum {
            Some(_) => "window-topics-curriculum-leave",
            None => "window-topics-remove",
        };
        let remove = command(Icon::Trash2, context.t(label))
            .key("Delete")
            .on_press_maybe(context.if_writable(Message::Remove))
            .takes_away();
        if self.rows.selection.len() > 1 {
            return vec![columns::copy_line(context), remove];
        }
        let add = command(Icon::Plus, context.t("window-topics-add-part"))
            .on_press_maybe(context.if_writable(Message::Add(New::Topic(Some(id)))));
        let moves = [
            (Icon::ArrowUp, "window-info-move-up", "Alt ↑", Shift::Up),
            (Icon::ArrowDown, "window-info-move-down", "Alt ↓", Shift::Down),
            (Icon::ArrowRight, "window-topics-in", "", Shift::In),
            (Icon::ChevronLeft, "window-topics-out", "", Shift::Out),
        ]
        .into_iter()
        .filter(|_| self.curriculum.is_none())
        .map(|(icon, label, key, shift)| {
            let can = target(library, id, shift).and_then(|_| context.if_writable(Message::Shift(shift)));
            command(icon, context.t(label)).key(key).on_press_maybe(can)
        });
        let copy = columns::copy_line(context);
        [add].into_iter().chain(moves).chain([copy, remove]).collect()
    }
}

/// The columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// Its fold, or its number where the order counts.
    Place,
    Title,
    Minutes,
    Used,
}

impl What {
    const ALL: [Self; 4] = [Self::Place, Self::Title, Self::Minutes, Self::Used];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Place => return ("place", Column::new("", Width::Fixed(34.0))),
            Self::Title => ("window-topics-column-title", Width::Name(1), 0),
            Self::Minutes => ("window-topics-column-minutes", Width::Fit, 1),
            Self::Used => ("window-topics-column-used", Width::Fit, 2),
        };
        let column = Column::new(context.t(name), width).yields(rank);
        (name, if self == Self::Minutes { column.right() } else { column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::library::{LibraryTopic, TopicDetails};

    fn library() -> Library {
        let topic = |id: i64, parent: Option<i64>, depth| LibraryTopic {
            id: TopicId(id),
            parent: parent.map(TopicId),
            depth,
            details: TopicDetails { title: format!("Chuyên đề {id}"), ..TopicDetails::default() },
            cites: Vec::new(),
            uses: Vec::new(),
        };
        let topics = vec![
            topic(1, None, 0),
            topic(2, Some(1), 1),
            topic(3, Some(2), 2),
            topic(4, Some(1), 1),
            topic(5, None, 0),
        ];
        Library { topics, ..Library::default() }
    }

    #[test]
    fn what_is_folded_hides_its_parts_at_every_depth() {
        let ids = |folded: &[i64], words| {
            let folded = folded.iter().map(|id| TopicId(*id)).collect();
            rows(&library(), None, words, &folded).iter().map(|id| id.0).collect::<Vec<_>>()
        };
        assert_eq!(ids(&[], ""), [1, 2, 3, 4, 5]);
        assert_eq!(ids(&[2], ""), [1, 2, 4, 5]);
        assert_eq!(ids(&[1, 2], ""), [1, 5]);
        assert_eq!(ids(&[1], "chuyen de 3"), [3], "a search looks under folds, too");
    }

    #[test]
    fn topics_go_up_down_in_and_out() {
        let library = library();
        let to = |id, shift| {
            target(&library, TopicId(id), shift).map(|place| (place.parent.map(|id| id.0), place.at))
        };
        assert_eq!(to(4, Shift::Up), Some((Some(1), 0)));
        assert_eq!(to(2, Shift::Up), None);
        assert_eq!(to(5, Shift::Down), None);
        assert_eq!(to(4, Shift::In), Some((Some(2), usize::MAX)));
        assert_eq!(to(3, Shift::Out), Some((Some(1), 1)));
        assert_eq!(to(1, Shift::Out), None);
        assert_eq!(to(3, Shift::Under(None)), Some((None, usize::MAX)));
        assert_eq!(to(3, Shift::Under(Some(TopicId(2)))), None, "it is there already");
    }
}
