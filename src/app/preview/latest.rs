//! Only the newest wish counts.

/// Keeps at most one piece of work under way, and afterwards starts only the
/// newest of the wishes that came meanwhile.
#[derive(Debug, Default)]
pub struct Latest {
    /// Number of the newest wish.
    wanted: u64,
    /// Number of the wish that is worked on.
    running: Option<u64>,
    /// Whether anyone still waits for the newest wish.
    waiting: bool,
}

/// What to do with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It answers the newest wish: show it.
    Show,
    /// It is out of date: drop it, and start the work of this number.
    Again(u64),
    /// Nobody waits for it.
    Drop,
}

impl Latest {
    /// A new wish. The number of the work to start now; `None` while other work
    /// is under way, whose [`Latest::answered`] will start it.
    pub fn ask(&mut self) -> Option<u64> {
        self.wanted += 1;
        self.waiting = true;
        if self.running.is_some() {
            return None;
        }
        self.running = Some(self.wanted);
        self.running
    }

    /// What is wanted is there already: an answer under way is dropped.
    pub fn settle(&mut self) {
        self.wanted += 1;
        self.waiting = false;
    }

    /// Work came to its end, well or not.
    pub fn answered(&mut self, number: u64) -> Answer {
        if self.running != Some(number) {
            return Answer::Drop;
        }
        self.running = None;
        match (self.waiting, number == self.wanted) {
            (false, _) => Answer::Drop,
            (true, true) => {
                self.waiting = false;
                Answer::Show
            }
            (true, false) => {
                self.running = Some(self.wanted);
                Answer::Again(self.wanted)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wish_is_worked_on_and_shown() {
        let mut latest = Latest::default();
        assert_eq!(latest.ask(), Some(1));
        assert!(latest.waiting);
        assert_eq!(latest.answered(1), Answer::Show);
        assert!(!latest.waiting);
        assert_eq!(latest.answered(1), Answer::Drop);
    }

    #[test]
    fn of_many_wishes_only_the_newest_is_worked_on_next() {
        let mut latest = Latest::default();
        assert_eq!(latest.ask(), Some(1));
        assert_eq!((latest.ask(), latest.ask(), latest.ask()), (None, None, None));
        assert_eq!(latest.answered(1), Answer::Again(4));
        assert_eq!(latest.ask(), None);
        assert_eq!(latest.answered(4), Answer::Again(5));
        assert_eq!(latest.answered(5), Answer::Show);
        assert_eq!(latest.ask(), Some(6));
    }

    #[test]
    fn what_is_there_already_outdates_work_under_way() {
        let mut latest = Latest::default();
        assert_eq!(latest.ask(), Some(1));
        latest.settle();
        assert_eq!(latest.answered(1), Answer::Drop);
        // A wish after that is not lost while the old work still runs.
        assert_eq!(latest.ask(), Some(3));
        latest.settle();
        assert_eq!(latest.ask(), None);
        assert_eq!(latest.answered(3), Answer::Again(5));
        assert_eq!(latest.answered(5), Answer::Show);
    }
}
