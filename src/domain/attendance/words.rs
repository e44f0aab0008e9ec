//! What absences are called: at a conference and in a class otherwise, or as the session says.

use crate::domain::session::{SessionDetails, SessionKind};

/// The words that follow "vắng".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AbsenceWords {
    /// With leave: "có lý do", "có phép".
    pub excused: String,
    /// Without: "không có lý do", "không phép".
    pub absent: String,
}

impl AbsenceWords {
    /// The words of a kind of session, for those whom nobody told otherwise.
    pub fn usual(kind: SessionKind) -> Self {
        let (excused, absent) = match kind {
            SessionKind::Conference => ("có lý do", "không có lý do"),
            SessionKind::Class => ("có phép", "không phép"),
        };
        Self { excused: excused.to_owned(), absent: absent.to_owned() }
    }

    /// Those of a session.
    pub fn of(session: &SessionDetails) -> Self {
        let usual = Self::usual(session.kind);
        let own = |word: &Option<String>| word.as_deref().and_then(after_vang).map(str::to_owned);
        Self {
            excused: own(&session.excused_word).unwrap_or(usual.excused),
            absent: own(&session.absent_word).unwrap_or(usual.absent),
        }
    }
}

/// The word without the "vắng" that papers put before it; `None` for nothing.
fn after_vang(word: &str) -> Option<&str> {
    let word = word.trim();
    let bare = ["vắng", "Vắng"].into_iter().find_map(|vang| word.strip_prefix(vang)?.strip_prefix(' '));
    Some(bare.unwrap_or(word).trim()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_kind_of_session_unless_it_has_its_own() {
        let mut session = SessionDetails::default();
        assert_eq!(AbsenceWords::of(&session).absent, "không có lý do");
        session.kind = SessionKind::Class;
        assert_eq!(AbsenceWords::of(&session).excused, "có phép");
        session.excused_word = Some("Vắng  xin phép".to_owned());
        session.absent_word = Some("  ".to_owned());
        let words = AbsenceWords::of(&session);
        assert_eq!((words.excused.as_str(), words.absent.as_str()), ("xin phép", "không phép"));
    }
}
