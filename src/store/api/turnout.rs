//! What may be asked of numbers where there are no names.

use crate::domain::attendance::turnout::{Figure, Numbers, Whose};
use crate::domain::id::{SessionId, SittingId};
use crate::sentence::Sentence;
use crate::store::thread::Writing;
use crate::store::transact::Operation;
use crate::store::{Store, attendance};

impl Store {
    /// Writes down the numbers of a sitting, in the place of those that stood there.
    pub fn set_turnout(
        &self,
        session: SessionId,
        sitting: SittingId,
        whose: Whose,
        numbers: Numbers,
    ) -> Writing<()> {
        self.worker.write(move |thread| {
            thread.transact(&Operation::new(Sentence::new("operation-turnout")), |step| {
                attendance::turnout::edit(step, session, sitting, &whose, |_| numbers)
            })
        })
    }

    /// Changes one of the numbers of a sitting; the others stay as they stand.
    pub fn set_turnout_figure(
        &self,
        session: SessionId,
        sitting: SittingId,
        whose: Whose,
        figure: Figure,
        count: Option<u32>,
    ) -> Writing<()> {
        let key =
            format!("turnout {sitting} {} {} {figure:?}", whose.code(), whose.name().unwrap_or_default());
        self.change_turnout(session, sitting, whose, key, move |numbers| numbers.with(figure, count))
    }

    /// Whether the numbers of a sitting are an estimate.
    pub fn set_turnout_about(
        &self,
        session: SessionId,
        sitting: SittingId,
        whose: Whose,
        is_about: bool,
    ) -> Writing<()> {
        let key = format!("turnout {sitting} {} {} about", whose.code(), whose.name().unwrap_or_default());
        self.change_turnout(session, sitting, whose, key, move |numbers| Numbers { is_about, ..numbers })
    }

    fn change_turnout(
        &self,
        session: SessionId,
        sitting: SittingId,
        whose: Whose,
        key: String,
        change: impl FnOnce(Numbers) -> Numbers + Send + 'static,
    ) -> Writing<()> {
        let operation = Operation::new(Sentence::new("operation-turnout")).joining(key);
        self.worker.write(move |thread| {
            thread.transact(&operation, |step| {
                attendance::turnout::edit(step, session, sitting, &whose, change)
            })
        })
    }
}
