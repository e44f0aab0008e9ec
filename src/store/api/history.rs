//! Back and forward through what was done.

use crate::domain::id::OperationId;
use crate::locale::Language;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::change::Direction;
use crate::store::history::{self, HistoryEntry, HistoryFilter, HistoryPage, HistoryStep, PastSession};
use crate::store::outcome::{Done, Ended, Taken, Turn, UndoneSteps};
use crate::store::thread::{Pending, Writing};
use crate::store::{Store, undo};

impl Store {
    /// Undoes the last step.
    pub fn undo(&self) -> Writing<Turn> {
        self.turn(Direction::Undo, None)
    }

    /// Undoes this step, if it is the last one.
    pub fn undo_step(&self, step: OperationId) -> Writing<Turn> {
        self.turn(Direction::Undo, Some(step))
    }

    /// Redoes the step undone last.
    pub fn redo(&self) -> Writing<Turn> {
        self.turn(Direction::Redo, None)
    }

    /// Redoes this step, if it was undone last.
    pub fn redo_step(&self, step: OperationId) -> Writing<Turn> {
        self.turn(Direction::Redo, Some(step))
    }

    fn turn(&self, direction: Direction, expected: Option<OperationId>) -> Writing<Turn> {
        self.worker.write(move |thread| thread.turn(direction, expected))
    }

    /// What [`Store::undo`] would undo.
    pub fn undo_label(&self) -> Pending<Option<Sentence>> {
        self.next_label(Direction::Undo)
    }

    /// What [`Store::redo`] would redo.
    pub fn redo_label(&self) -> Pending<Option<Sentence>> {
        self.next_label(Direction::Redo)
    }

    fn next_label(&self, direction: Direction) -> Pending<Option<Sentence>> {
        self.worker
            .submit(move |thread| Ok(undo::next(&thread.file.connection, direction)?.map(|step| step.label)))
    }

    /// The last lines of the history, newest first.
    pub fn history(&self, limit: usize) -> Pending<Vec<HistoryEntry>> {
        self.worker.submit(move |thread| history::latest(&thread.file.connection, limit))
    }

    /// Lines of the history as they are wanted, the newest first: from before this line on, or from the
    /// newest. Words are sought in what the lines say in this language.
    pub fn history_page(
        &self,
        filter: HistoryFilter,
        language: Language,
        before: Option<OperationId>,
        limit: usize,
    ) -> Pending<HistoryPage> {
        self.worker.submit(move |thread| {
            let (connection, labels) = (&thread.file.connection, &mut thread.labels);
            history::page::page(connection, labels, language, &filter, before, limit)
        })
    }

    /// What a line of the history changed, each field before and after; `None` when there is no such
    /// line.
    pub fn history_step(&self, line: OperationId) -> Pending<Option<HistoryStep>> {
        self.worker.submit(move |thread| history::step::step(&thread.file.connection, line))
    }

    /// Every session that the history names, also those that are gone, the latest first.
    pub fn history_sessions(&self) -> Pending<Vec<PastSession>> {
        self.worker.submit(|thread| history::about::sessions(&thread.file.connection))
    }

    /// The steps that undoing back to this one takes back, in that order; none when it cannot be undone.
    pub fn steps_back_to(&self, step: OperationId) -> Pending<Vec<Taken>> {
        self.worker.submit(move |thread| undo::back_to(&thread.file.connection, step))
    }

    /// Undoes these steps one after the other, and stops at the first that cannot be undone or is not
    /// the last one any more. Each is undone whole, whatever becomes of the others; so what was undone
    /// is told also where the data file refuses the next.
    pub fn undo_steps(&self, steps: Vec<OperationId>, progress: Progress) -> Writing<UndoneSteps> {
        self.worker.write(move |thread| {
            let mut all = Done::nothing(UndoneSteps::default());
            for (done, step) in steps.iter().enumerate() {
                progress.reach(done, steps.len());
                if progress.is_cancelled() {
                    all.value.ended = Ended::Stopped;
                    break;
                }
                let turned = match thread.turn(Direction::Undo, Some(*step)) {
                    Ok(turned) => turned,
                    Err(error) => {
                        all.value.ended = Ended::Failed(error.explain());
                        break;
                    }
                };
                all.touched.extend(turned.touched);
                all.value.ended = match turned.value {
                    Turn::Turned(step) => {
                        all.value.undone.push(step);
                        continue;
                    }
                    Turn::SetAside(step, reason) => Ended::SetAside(step, reason),
                    Turn::Nothing | Turn::Overtaken => Ended::Overtaken,
                };
                break;
            }
            Ok(all)
        })
    }
}
