//! What is answered to an entry: by colour, icon and words.

use super::Message;
use super::rows::Row;
use crate::app::icon::Icon;
use crate::app::screen::moment;
use crate::app::theme::palette::Tone;
use crate::domain::attendance::{AttendanceStatus, Entered};
use crate::domain::id::DelegateId;
use crate::sentence::Sentence;

/// An answer.
pub(super) struct Answer {
    pub tone: Tone,
    pub icon: Icon,
    pub words: Sentence,
    /// What can be done about it: its button.
    pub offer: Option<(Sentence, Message)>,
}

impl Answer {
    /// What became of an entry.
    /// `newcomer` is what somebody is called who stands in no row yet.
    pub fn entered(entered: &Entered, rows: &[Row], newcomer: &str) -> Self {
        let name = |delegate: DelegateId| {
            let row = rows.iter().find(|row| row.delegate == delegate);
            row.map_or(newcomer, |row| row.name.as_str()).to_owned()
        };
        match (entered.marked.as_slice(), entered.already.as_slice()) {
            ([one], []) => {
                let (tone, icon) = look(one.status);
                let words = Sentence::new(said(one.status)).with("name", name(one.delegate));
                Self { tone, icon, words, offer: None }
            }
            ([], [one]) => {
                let words = Sentence::new("attendance-already").with("name", name(one.delegate));
                let words = words.with("at", moment::hour(&one.at));
                Self { tone: Tone::Amber, icon: Icon::CheckCheck, words, offer: None }
            }
            (marked, _) => {
                let words = Sentence::new("attendance-marked").with("count", marked.len());
                Self { tone: Tone::Green, icon: Icon::CheckCheck, words, offer: None }
            }
        }
    }

    /// Why nothing was marked.
    pub fn refused(words: Sentence) -> Self {
        Self { tone: Tone::Danger, icon: Icon::CircleAlert, words, offer: None }
    }

    /// The same, with what can be done about it.
    pub fn offering(self, words: Sentence, message: Message) -> Self {
        Self { offer: Some((words, message)), ..self }
    }

    /// Good news that is more than a mark.
    pub fn news(words: Sentence) -> Self {
        Self { tone: Tone::Green, icon: Icon::CheckCheck, words, offer: None }
    }

    /// Something was written.
    pub fn written(words: Sentence) -> Self {
        Self { tone: Tone::Green, icon: Icon::CheckCheck, words, offer: None }
    }

    /// What a second Enter will write.
    pub fn told(words: Sentence) -> Self {
        Self { tone: Tone::Blue, icon: Icon::ClipboardCheck, words, offer: None }
    }

    /// Nothing of this computer is left to take back.
    pub fn nothing_to_undo() -> Self {
        Self {
            tone: Tone::Neutral,
            icon: Icon::Info,
            words: Sentence::new("attendance-nothing-to-undo"),
            offer: None,
        }
    }

    /// Something was taken back.
    pub fn undone(words: Sentence) -> Self {
        Self { tone: Tone::Neutral, icon: Icon::Undo2, words, offer: None }
    }

    /// No page is left to enter.
    pub fn all_entered() -> Self {
        let words = Sentence::new("attendance-all-entered");
        Self { tone: Tone::Neutral, icon: Icon::Info, words, offer: None }
    }

    /// Nobody is left to mark.
    pub fn all_marked() -> Self {
        Self {
            tone: Tone::Neutral,
            icon: Icon::Info,
            words: Sentence::new("attendance-all-marked"),
            offer: None,
        }
    }
}

/// Colour and icon of a status.
pub(super) fn look(status: AttendanceStatus) -> (Tone, Icon) {
    match status {
        AttendanceStatus::Present => (Tone::Green, Icon::Check),
        AttendanceStatus::Late | AttendanceStatus::LeftEarly => (Tone::Blue, Icon::Clock),
        AttendanceStatus::Excused => (Tone::Amber, Icon::ClipboardCheck),
        AttendanceStatus::Absent => (Tone::Danger, Icon::X),
        AttendanceStatus::Substituted => (Tone::Green, Icon::Users),
    }
}

/// What is said of somebody who is marked so.
fn said(status: AttendanceStatus) -> &'static str {
    match status {
        AttendanceStatus::Present => "attendance-said-present",
        AttendanceStatus::Late => "attendance-said-late",
        AttendanceStatus::LeftEarly => "attendance-said-left-early",
        AttendanceStatus::Excused => "attendance-said-excused",
        AttendanceStatus::Absent => "attendance-said-absent",
        AttendanceStatus::Substituted => "attendance-said-substituted",
    }
}
