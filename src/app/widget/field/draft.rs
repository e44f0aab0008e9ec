//! What is typed and not yet saved: the rules of a field, without its looks.

use std::time::{Duration, Instant};

/// A pause in typing after which the draft is committed.
pub const PAUSE: Duration = Duration::from_secs(1);

/// Reads a cleaned text; an error is the reason to show beside the field.
pub type Check<'a> = dyn Fn(&str) -> Result<(), String> + 'a;

/// How a text becomes what is saved.
#[derive(Clone, Copy)]
pub struct Rules<'r> {
    /// Cleans it, and writes it as it is saved.
    pub clean: &'r dyn Fn(&str) -> String,
    /// Says why it cannot be saved.
    pub check: Option<&'r Check<'r>>,
}

/// Why a draft is committed now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occasion {
    /// The focus leaves, Enter, Ctrl+S, the window closes.
    Done,
    /// Typing paused. The user may go on: a text that cannot be right yet, such
    /// as `25/`, is not refused.
    Pause,
}

/// What a commit came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// There was no draft, or one that cannot be right yet.
    Nothing,
    /// It is what is saved already.
    Unchanged,
    /// This text is to be saved.
    Send(String),
    /// It was refused; the draft says why.
    Refused,
}

/// What [`Drafts`](super::drafts::Drafts) know of a field. There it outlives the
/// widget, so what stands there is shown, whatever the widget remembers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// A text that is not in the file, and the reason if it was refused.
    pub unsaved: Option<(String, Option<String>)>,
    /// What was sent last and is not answered yet.
    pub sent: Option<String>,
    /// Whether the file refused what was sent last.
    pub failed: bool,
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
    /// What was committed since the value last changed.
    sent: Option<String>,
    /// What is on its way to the file, if that is known.
    waiting: Option<String>,
    /// What stands in the file is not known: the next commit is sent in any case.
    unsure: bool,
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
        let echo = self.sent.take().as_deref() == Some(value);
        if !(self.unsaved || echo && focused) {
            self.text = None;
        }
    }

    /// Takes in what is known of the field beyond this widget.
    pub fn stand(&mut self, standing: Standing, clean: &dyn Fn(&str) -> String, now: Instant) {
        self.unsure = standing.failed;
        if standing.failed {
            self.sent = None;
        }
        match standing.unsaved {
            Some((text, reason)) => {
                if !self.unsaved || self.text.as_ref() != Some(&text) {
                    self.unsaved = true;
                    self.text = Some(text);
                    self.due = reason.is_none().then(|| now + PAUSE);
                }
                self.refused = reason;
            }
            // It was given up elsewhere.
            None if self.unsaved => _ = self.restore(),
            None => {}
        }
        if self.waiting == standing.sent {
            return;
        }
        if let (Some(sent), false) = (&standing.sent, self.unsaved) {
            // As it was typed, when it only lacks cleaning.
            if self.text.as_deref().map(clean).as_ref() != Some(sent) {
                self.text = Some(sent.clone());
            }
            self.sent = Some(sent.clone());
        }
        self.waiting = standing.sent;
    }

    /// What stands in the field.
    pub fn shown(&self) -> &str {
        self.text.as_ref().or(self.waiting.as_ref()).unwrap_or(&self.value)
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
            self.unsaved = false;
            self.due = None;
            self.refused = None;
            self.settle();
        }
        had
    }

    /// Commits the draft, if there is one.
    pub fn commit(&mut self, occasion: Occasion, rules: Rules<'_>) -> Outcome {
        if !self.unsaved {
            return Outcome::Nothing;
        }
        self.due = None;
        let text = (rules.clean)(self.shown());
        if let Some(Err(reason)) = rules.check.map(|check| check(&text)) {
            if occasion == Occasion::Pause {
                return Outcome::Nothing;
            }
            self.refused = Some(reason);
            return Outcome::Refused;
        }
        self.unsaved = false;
        self.refused = None;
        let saved = self.waiting.as_ref().or(self.sent.as_ref()).unwrap_or(&self.value);
        if text == *saved && !self.unsure {
            return Outcome::Unchanged;
        }
        self.unsure = false;
        self.sent = Some(text.clone());
        Outcome::Send(text)
    }

    /// The focus left. The draft goes on standing there only if it was refused,
    /// or committed and not yet the value.
    pub fn leave(&mut self, rules: Rules<'_>) -> Outcome {
        let outcome = self.commit(Occasion::Done, rules);
        if !self.unsaved {
            self.settle();
        }
        outcome
    }

    /// Shows what was committed until it is the value.
    fn settle(&mut self) {
        self.text = self.sent.clone().filter(|sent| *sent != self.value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::clean::clean;

    const FREE: Rules<'static> = Rules { clean: &clean, check: None };

    fn typed(value: &str, text: &str) -> Draft {
        let mut draft = Draft::default();
        draft.show(value, 0, true);
        draft.type_in(text.to_owned(), Instant::now());
        draft
    }

    fn stand(draft: &mut Draft, standing: Standing) {
        draft.stand(standing, &clean, Instant::now());
    }

    fn send(text: &str) -> Outcome {
        Outcome::Send(text.to_owned())
    }

    #[test]
    fn a_draft_is_committed_clean_and_once() {
        let mut draft = typed("", "  Nguyễn  Văn A ");
        assert_eq!(draft.commit(Occasion::Pause, FREE), send("Nguyễn Văn A"));
        assert_eq!(draft.leave(FREE), Outcome::Nothing);
        assert_eq!(draft.shown(), "Nguyễn Văn A");
        draft.show("Nguyễn Văn A", 0, false);
        assert_eq!(draft.shown(), "Nguyễn Văn A");
        assert!(!draft.is_unsaved());
    }

    #[test]
    fn the_echo_of_a_commit_leaves_the_space_before_the_next_word() {
        let mut draft = typed("", "Nguyễn ");
        assert_eq!(draft.commit(Occasion::Pause, FREE), send("Nguyễn"));
        draft.show("Nguyễn", 0, true);
        assert_eq!(draft.shown(), "Nguyễn ");
        draft.type_in("Nguyễn V".into(), Instant::now());
        draft.show("Nguyễn", 0, true);
        assert_eq!(draft.shown(), "Nguyễn V");
    }

    #[test]
    fn an_undo_elsewhere_replaces_what_was_committed() {
        let mut draft = typed("Cũ", "Mới");
        assert_eq!(draft.commit(Occasion::Pause, FREE), send("Mới"));
        draft.show("Mới", 0, true);
        draft.show("Cũ", 0, true);
        assert_eq!(draft.shown(), "Cũ");
    }

    #[test]
    fn what_is_typed_and_unchanged_commits_nothing() {
        let mut draft = typed("Cũ", "Cũ ");
        assert_eq!(draft.leave(FREE), Outcome::Unchanged);
        assert_eq!(draft.shown(), "Cũ");
    }

    #[test]
    fn a_refused_draft_stays_with_its_reason_and_can_be_restored() {
        let check = |text: &str| if text == "x" { Err("không".to_owned()) } else { Ok(()) };
        let rules = Rules { clean: &clean, check: Some(&check) };
        let mut draft = typed("Cũ", "x");
        assert_eq!(draft.commit(Occasion::Pause, rules), Outcome::Nothing);
        assert_eq!(draft.refused(), None, "not said while typing goes on");
        assert_eq!(draft.leave(rules), Outcome::Refused);
        assert_eq!(draft.refused(), Some("không"));
        assert_eq!(draft.shown(), "x");
        draft.show("Hoàn tác", 0, false);
        assert_eq!(draft.shown(), "x", "an undo elsewhere does not throw it away");
        assert!(draft.restore());
        assert_eq!(draft.shown(), "Hoàn tác");
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
        assert_eq!(draft.commit(Occasion::Pause, FREE), send("Mới"));
        draft.type_in("Cũ".into(), Instant::now());
        assert_eq!(draft.leave(FREE), send("Cũ"));
    }

    #[test]
    fn a_widget_built_anew_shows_what_is_on_its_way_and_then_the_value() {
        let mut draft = Draft::default();
        draft.show("Cũ", 0, false);
        let sent = Standing { sent: Some("Mới".into()), ..Standing::default() };
        stand(&mut draft, sent.clone());
        assert_eq!(draft.shown(), "Mới");
        draft.show("Giữa", 0, false);
        stand(&mut draft, sent);
        assert_eq!(draft.shown(), "Mới", "not answered yet");
        stand(&mut draft, Standing::default());
        assert_eq!(draft.shown(), "Giữa");
    }

    #[test]
    fn what_the_file_refused_is_a_draft_again_and_is_sent_again() {
        let mut draft = typed("Cũ", "Mới");
        assert_eq!(draft.leave(FREE), send("Mới"));
        let failed =
            Standing {
                unsaved: Some(("Mới".into(), Some("đĩa đầy".into()))), sent: None, failed: true
            };
        stand(&mut draft, failed);
        assert_eq!((draft.shown(), draft.refused()), ("Mới", Some("đĩa đầy")));
        assert_eq!(draft.leave(FREE), send("Mới"));
        stand(&mut draft, Standing { sent: Some("Mới".into()), ..Standing::default() });
        assert_eq!((draft.shown(), draft.refused()), ("Mới", None));
    }
}
