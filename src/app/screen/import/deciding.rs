//! What the user decides and corrects, row by row. It is kept with the file: it holds when the file is
//! read again.

use iced::Task;

use super::file::File;
use super::found::Place;
use super::{Action, Context, Message, State};
use crate::app::screen::person_form::Change;
use crate::domain::list::{Choice, PlannedRow, row_name};
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::sentence::Sentence;

/// Rows that say what was corrected in another.
pub(super) struct SameValue {
    pub field: PersonField,
    /// What they say, as [`PersonField::written`] writes it, and in the words of the list.
    pub from: String,
    pub shown: String,
    /// What the other says now.
    pub says: PersonDetails,
    /// How many.
    pub count: usize,
}

impl State {
    /// Takes in what is decided about rows.
    pub(super) fn decide(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        if self.is_writing() {
            return Action::None;
        }
        match message {
            Message::Chosen(choice) => self.choose(choice),
            Message::Turned(row) => self.turn(row),
            Message::Corrected(place, change) => self.correct(place, change, context),
            Message::CorrectedAll => self.correct_all(context),
            Message::CorrectedOne => {
                self.same = None;
                Action::None
            }
            Message::Kept(place, field, kept) => {
                self.keep(place, field, kept);
                Action::None
            }
            _ => Action::None,
        }
    }

    /// Takes in a row, or leaves it out again: Enter and a double click.
    fn turn(&mut self, row: usize) -> Action<Message> {
        let place = self.found.get(row).copied();
        let Some((_, planned)) = place.and_then(|place| self.row(place)) else { return Action::None };
        let wanted = match planned.choice {
            Choice::Skip => planned.choices().iter().copied().find(|choice| *choice != Choice::Skip),
            _ => Some(Choice::Skip),
        };
        match wanted {
            Some(choice) => self.choose(choice),
            None => Action::None,
        }
    }

    /// Decides about the rows that are selected; says so where one stays as it was.
    fn choose(&mut self, choice: Choice) -> Action<Message> {
        let selected: Vec<Place> =
            self.selection.rows().filter_map(|row| self.found.get(row).copied()).collect();
        let mut refused = None;
        for (at, file) in self.files.iter_mut().enumerate() {
            let rows: Vec<usize> =
                selected.iter().filter(|place| place.file == at).map(|place| place.row).collect();
            let File { stage, wishes, .. } = file;
            let Some(prepared) = stage.prepared_mut() else { continue };
            let decided = prepared.plan.choose(&rows, choice);
            for row in rows {
                if let Some(key) = prepared.list.row_key(row) {
                    wishes.decided.entry(key).or_default().choice = Some(prepared.plan.rows[row].choice);
                }
            }
            refused = refused.or(decided.taken.first().map(|(row, holder)| {
                let (row, holder) = (&prepared.plan.rows[*row], &prepared.plan.rows[*holder]);
                let name = |row: &PlannedRow| row_name(row.row, row.sheet.as_deref());
                Sentence::new("window-import-taken")
                    .with("row", name(row))
                    .with("name", row.person.full_name.as_str())
                    .with("other", name(holder))
            }));
        }
        refused.map_or(Action::None, Action::Fail)
    }

    /// Puts in what was corrected in a field of a row, and looks who else says the same.
    fn correct(&mut self, place: Place, change: Change, context: Context<'_>) -> Action<Message> {
        let Some((read, _)) = self.row(place) else { return Action::None };
        let (field, mut says) = (change.what(), read.person.clone());
        let units = self.lists().flat_map(|(_, prepared)| &prepared.list.rows).map(|row| &row.person);
        let units = units.filter_map(|one| Some((one.unit.as_deref()?, one.unit_group.as_deref())));
        change.command(units)(&mut says);
        if field.is_same(&says, &read.person) {
            return Action::None;
        }
        let (from, shown) = (field.written(&read.person), field.text(&read.person).to_owned());
        let others = |from: &String| {
            let rows = self.files.iter().filter_map(File::prepared).flat_map(|one| &one.list.rows);
            rows.filter(|row| row.error.is_none() && field.written(&row.person).as_ref() == Some(from))
                .count()
        };
        // A name is each one's own.
        let same =
            from.filter(|_| !matches!(field, PersonField::Name | PersonField::Gender | PersonField::Birth));
        let same = same.map(|from| (others(&from).saturating_sub(usize::from(read.error.is_none())), from));
        let same = same.filter(|(count, _)| *count > 0);
        let same = same.map(|(count, from)| SameValue { field, from, shown, says: says.clone(), count });
        let session = self.session;
        let Some(file) = self.files.get_mut(place.file) else { return Action::None };
        let Some(key) = file.prepared().and_then(|prepared| prepared.list.row_key(place.row)) else {
            return Action::None;
        };
        file.wishes.corrections.row(key, field, &says);
        let task = file.read(session, context);
        self.same = same;
        Action::Run(task)
    }

    /// Puts the same into all rows that say what it was corrected from.
    fn correct_all(&mut self, context: Context<'_>) -> Action<Message> {
        let Some(same) = self.same.take() else { return Action::None };
        let session = self.session;
        let tasks = self.files.iter_mut().map(|file| {
            file.wishes.corrections.everywhere(same.field, same.from.clone(), same.says.clone());
            file.read(session, context)
        });
        Action::Run(Task::batch(tasks.collect::<Vec<_>>()))
    }

    /// Leaves what is known in a field, or lets the update change it.
    fn keep(&mut self, place: Place, field: PersonField, kept: bool) {
        let Some(File { stage, wishes, .. }) = self.files.get_mut(place.file) else { return };
        let Some(prepared) = stage.prepared_mut() else { return };
        let key = prepared.list.row_key(place.row);
        let collision = prepared.plan.rows.get_mut(place.row).and_then(|row| row.collision.as_mut());
        let (Some(key), Some(collision)) = (key, collision) else { return };
        collision.kept.retain(|one| *one != field);
        if kept {
            collision.kept.push(field);
        }
        wishes.decided.entry(key).or_default().kept.clone_from(&collision.kept);
    }
}
