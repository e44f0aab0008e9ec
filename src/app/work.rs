//! The one place through which the window's questions and changes go.
//!
//! A question remembers which showing of a screen asked it, and how many changes had been
//! sent by then: its answer is dropped when the screen was left, and when a change was sent
//! since, for then a newer answer follows. A change is counted until it is answered; what it
//! touched decides what is asked again. So no screen counts anything itself.

use crate::store::Touched;

/// One showing of a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit(u64);

/// When a question was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket {
    visit: Visit,
    sent: u64,
}

/// What to do with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is shown.
    Shown,
    /// Nobody asks for it any more, or a newer one follows.
    Dropped,
}

/// Which way a step is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Back.
    Undo,
    /// Forward again.
    Redo,
}

/// What is under way between the window and the data file.
#[derive(Debug)]
pub struct Work {
    visit: Visit,
    /// Changes sent so far.
    sent: u64,
    /// Changes that are not answered yet.
    under_way: usize,
    /// What the answered ones touched that the screen has not been asked to show yet.
    touched: Touched,
    /// An answer was dropped or refused, so that the screen shows something old.
    outdated: bool,
}

impl Default for Work {
    fn default() -> Self {
        Self { visit: Visit(0), sent: 0, under_way: 0, touched: Touched::default(), outdated: false }
    }
}

impl Work {
    /// Another screen is shown, or the same one anew.
    pub fn leave(&mut self) {
        self.visit.0 += 1;
        self.touched = Touched::default();
        self.outdated = false;
    }

    /// The showing that is on.
    pub fn visit(&self) -> Visit {
        self.visit
    }

    /// For a question that is asked now.
    pub fn ticket(&self) -> Ticket {
        Ticket { visit: self.visit, sent: self.sent }
    }

    /// An answer arrived.
    pub fn answered(&mut self, ticket: Ticket) -> Fate {
        if ticket.visit != self.visit {
            return Fate::Dropped;
        }
        if ticket.sent < self.sent {
            self.outdated = true;
            return Fate::Dropped;
        }
        Fate::Shown
    }

    /// A change is sent.
    pub fn send(&mut self) {
        self.sent += 1;
        self.under_way += 1;
    }

    /// A change was answered; `None` when it was refused, and the screen may show what it
    /// had hoped for.
    pub fn written(&mut self, touched: Option<Touched>) {
        self.under_way = self.under_way.saturating_sub(1);
        match touched {
            Some(touched) => self.touched.extend(touched),
            None => self.outdated = true,
        }
    }

    /// Whether a change is not answered yet.
    pub fn is_writing(&self) -> bool {
        self.under_way > 0
    }

    /// What has to be asked again, once all changes are answered: those who read what was
    /// touched, or all that is on show.
    pub fn take_news(&mut self) -> Option<News> {
        let quiet = self.touched.is_empty() && !self.outdated;
        if self.is_writing() || quiet {
            return None;
        }
        Some(News { touched: std::mem::take(&mut self.touched), all: std::mem::take(&mut self.outdated) })
    }
}

/// What is not as it is shown.
#[derive(Debug)]
pub struct News {
    touched: Touched,
    all: bool,
}

impl News {
    /// Whether it is of interest to who shows these tables.
    pub fn concerns(&self, tables: &[&str]) -> bool {
        self.all || self.touched.any_of(tables)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touched(table: &str) -> Touched {
        let mut touched = Touched::default();
        touched.add(table, 1);
        touched
    }

    #[test]
    fn an_answer_for_a_screen_that_was_left_is_dropped() {
        let mut work = Work::default();
        let ticket = work.ticket();
        work.leave();
        assert_eq!(work.answered(ticket), Fate::Dropped);
        assert!(work.take_news().is_none(), "nobody misses it");
    }

    #[test]
    fn an_answer_from_before_a_change_is_dropped_and_asked_for_again() {
        let mut work = Work::default();
        let before = work.ticket();
        work.send();
        assert_eq!(work.answered(before), Fate::Dropped);
        assert!(work.take_news().is_none(), "the change is not answered yet");
        work.written(Some(Touched::default()));
        assert!(work.take_news().is_some_and(|news| news.concerns(&["person"])));
        assert_eq!(work.answered(work.ticket()), Fate::Shown);
    }

    #[test]
    fn only_who_shows_what_was_touched_asks_again_and_once_for_several_changes() {
        let mut work = Work::default();
        work.send();
        work.send();
        work.written(Some(touched("attendance_mark")));
        assert!(work.take_news().is_none());
        work.written(Some(touched("delegate")));
        let news = work.take_news().expect("news");
        assert!(news.concerns(&["person", "delegate"]) && !news.concerns(&["person"]));
        assert!(work.take_news().is_none());
    }

    #[test]
    fn after_a_refusal_all_is_asked_again() {
        let mut work = Work::default();
        work.send();
        work.written(None);
        assert!(work.take_news().is_some_and(|news| news.concerns(&[])));
        assert!(!work.is_writing());
    }
}
