//! What is typed and not yet saved: the rules of a field, without its looks.

use std::time::{Duration, Instant};

use crate::vietnamese::clean::clean;

/// A pause in typing after which the draft is committed.
pub const PAUSE: Duration = Duration::from_secs(1);

/// Reads a cleaned text; an error is the reason to show beside the field.
pub type Check<'a> = dyn Fn(&str) -> Result<(), String> + 'a;

/// Why a draft is committed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The focus leaves, Enter, Ctrl+S, the window closes.
    Done,
    /// Typing paused. The user may go on: a text that cannot be right yet, such
    /// as `25/`, is not refused.
    Pause,
}

/// The draft of one field.
#[derive(Debug, Default)]
pub struct Draft {
    /// What stands in the field, when it is not simply the value.
    text: Option<String>,
    /// The value the field was last shown with.
    value: String,
    /// Which record the field belongs to.
    record: u64,
    /// What was last committed.
    sent: Option<String>,
    unsaved: bool,
    due: Option<Instant>,
    refused: Option<String>,
}

impl Draft {
    /// Takes in the value the field is shown with now.
    ///
    /// While the user types, the echo of an earlier commit must not replace what
    /// stands there; a value that came from elsewhere (an undo) does.
    pub fn show(&mut self, value: &str, record: u64, focused: bool) {
        if record != self.record {
            *self = Self { record, value: value.to_owned(), ..Self::default() };
            return;
        }
        if value == self.value {
            return;
        }
        value.clone_into(&mut self.value);
        let echo_while_typing = focused && self.sent.as_deref() == Some(value);
        if !self.unsaved && !echo_while_typing {
            self.forget();
        }
    }

    /// What stands in the field.
    pub fn shown(&self) -> &str {
        self.text.as_deref().unwrap_or(&self.value)
    }

    /// Why the last commit was refused, if it was.
    pub fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// The user typed.
    pub fn type_in(&mut self, text: String, now: Instant) {
        self.text = Some(text);
        self.unsaved = true;
        self.due = Some(now + PAUSE);
        self.refused = None;
    }

    /// Whether something was typed that is not committed.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// When the pause ends after which the draft is committed.
    pub fn due(&self) -> Option<Instant> {
        self.due
    }

    /// Goes back to the value. `false` when there was nothing to restore.
    pub fn restore(&mut self) -> bool {
        let had = self.unsaved;
        if had {
            self.forget();
        }
        had
    }

    /// Commits: the cleaned text to save, unless it is refused or no change.
    pub fn commit(&mut self, occasion: Occasion, check: Option<&Check<'_>>) -> Option<String> {
        if !self.unsaved {
            return None;
        }
        self.due = None;
        let text = clean(self.shown());
        if let Some(Err(reason)) = check.map(|check| check(&text)) {
            self.refused = (occasion == Occasion::Done).then_some(reason);
            return None;
        }
        self.unsaved = false;
        self.refused = None;
        let changed = text != self.sent.as_deref().unwrap_or(&self.value);
        changed.then(|| {
            self.sent = Some(text.clone());
            text
        })
    }

    /// The focus left. The draft goes on standing there only if it was refused,
    /// or committed and not yet the value.
    pub fn leave(&mut self, check: Option<&Check<'_>>) -> Option<String> {
        let text = self.commit(Occasion::Done, check);
        if !self.unsaved {
            match &self.sent {
                Some(sent) if *sent != self.value => self.text = Some(sent.clone()),
                _ => self.forget(),
            }
        }
        text
    }

    fn forget(&mut self) {
        self.text = None;
        self.sent = None;
        self.unsaved = false;
        self.due = None;
        self.refused = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(value: &str, text: &str) -> Draft {
        let mut draft = Draft::default();
        draft.show(value, 0, true);
        draft.type_in(text.to_owned(), Instant::now());
        draft
    }

    #[test]
    fn a_draft_is_committed_clean_and_once() {
        let mut draft = typed("", "  Nguyễn  Văn A ");
        assert_eq!(draft.commit(Occasion::Pause, None).as_deref(), Some("Nguyễn Văn A"));
        assert_eq!(draft.leave(None), None);
        assert_eq!(draft.shown(), "Nguyễn Văn A");
        draft.show("Nguyễn Văn A", 0, false);
        assert_eq!(draft.shown(), "Nguyễn Văn A");
        assert!(!draft.is_unsaved());
    }

    #[test]
    fn the_echo_of_a_commit_leaves_the_space_before_the_next_word() {
        let mut draft = typed("", "Nguyễn ");
        assert!(draft.commit(Occasion::Pause, None).is_some());
        draft.show("Nguyễn", 0, true);
        assert_eq!(draft.shown(), "Nguyễn ");
        draft.type_in("Nguyễn V".into(), Instant::now());
        draft.show("Nguyễn", 0, true);
        assert_eq!(draft.shown(), "Nguyễn V");
    }

    #[test]
    fn an_undo_elsewhere_replaces_what_was_committed() {
        let mut draft = typed("Cũ", "Mới");
        assert!(draft.commit(Occasion::Pause, None).is_some());
        draft.show("Mới", 0, true);
        draft.show("Cũ", 0, true);
        assert_eq!(draft.shown(), "Cũ");
    }

    #[test]
    fn what_is_typed_and_unchanged_commits_nothing() {
        let mut draft = typed("Cũ", "Cũ ");
        assert_eq!(draft.leave(None), None);
        assert_eq!(draft.shown(), "Cũ");
    }

    #[test]
    fn a_refused_draft_stays_with_its_reason_and_can_be_restored() {
        let check = |text: &str| if text == "x" { Err("không".to_owned()) } else { Ok(()) };
        let mut draft = typed("Cũ", "x");
        assert_eq!(draft.commit(Occasion::Pause, Some(&check)), None);
        assert_eq!(draft.refused(), None, "not said while typing goes on");
        assert_eq!(draft.leave(Some(&check)), None);
        assert_eq!(draft.refused(), Some("không"));
        assert_eq!(draft.shown(), "x");
        assert!(draft.restore());
        assert_eq!(draft.shown(), "Cũ");
        assert!(!draft.restore());
    }

    #[test]
    fn another_record_starts_afresh() {
        let mut draft = typed("A", "A1");
        draft.show("B", 1, false);
        assert_eq!(draft.shown(), "B");
        assert!(!draft.is_unsaved());
    }

    #[test]
    fn typing_back_to_the_old_value_after_a_commit_saves_it_again() {
        let mut draft = typed("Cũ", "Mới");
        assert_eq!(draft.commit(Occasion::Pause, None).as_deref(), Some("Mới"));
        draft.type_in("Cũ".into(), Instant::now());
        assert_eq!(draft.leave(None).as_deref(), Some("Cũ"));
    }
}
