//! What is held on people is erased: what goes, what stays and why.

use std::path::PathBuf;

use crate::sentence::Sentence;

/// Stands where a name stood.
pub const ERASED_NAME: &str = "(đã xóa)";

/// What an erasure takes away, or took, and what it leaves.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erasure {
    /// How many people leave the registry.
    pub people: usize,
    /// Delegates who stay to be counted, as "(đã xóa)".
    pub delegates: usize,
    /// Delegates nothing is recorded of, in sessions that are open: they leave the list.
    pub taken_off: usize,
    /// Guests and presenters who stay as "(đã xóa)".
    pub guests: usize,
    /// Lists whose numbers are fixed, so that nobody's number changes.
    pub lists_fixed: usize,
    /// Lines of the journal with what fields held before.
    pub kept_fields: usize,
    /// Lines of the history that named them.
    pub labels: usize,
    /// Steps that can no longer be undone.
    pub steps: usize,
    /// Words remembered for papers, recipes, columns and settings.
    pub remembered: usize,
    /// Scans of signed pages, which show who signed.
    pub scans: usize,
    /// Certificates that keep number, name and date in the register.
    pub certificates: usize,
    /// Certificates whose name is erased in the register, too.
    pub certificates_erased: usize,
    /// Texts that may name them; they stay as they are.
    pub mentions: Vec<Mention>,
    /// The records that were theirs, as keys of drafts begin: "person 12".
    pub records: Vec<String>,
}

/// A text of the file that may name somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands.
    pub place: Sentence,
    /// A few words of it; empty for a scan, which nobody has read.
    pub around: String,
}

/// An older copy of the data in which somebody who is erased still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldIn {
    /// The copy.
    pub file: PathBuf,
    /// When it was made, UTC, RFC 3339, as far as it is known.
    pub made_at: Option<String>,
}

/// Whom an erasure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// One person of the registry, wherever they stand.
    Person(super::id::PersonId),
    /// The delegates of one session.
    Session {
        /// The session.
        session: super::id::SessionId,
        /// Those who stand in no other session leave the registry, too.
        with_people: bool,
    },
}

/// An erasure that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Whom it is about.
    pub whom: Whom,
    /// Why, in the words of the office: kept.
    pub reason: String,
    /// Whether names go from the register of certificates, too.
    pub register: bool,
}

impl Erasure {
    /// What goes and what stays, a sentence each; nothing that there is none of.
    pub fn sentences(&self) -> Vec<Sentence> {
        [
            ("erase-people", self.people),
            ("erase-delegates", self.delegates),
            ("erase-taken-off", self.taken_off),
            ("erase-guests", self.guests),
            ("erase-kept-fields", self.kept_fields),
            ("erase-labels", self.labels),
            ("erase-remembered", self.remembered),
            ("erase-steps", self.steps),
            ("erase-lists-fixed", self.lists_fixed),
            ("erase-scans", self.scans),
            ("erase-certificates", self.certificates),
            ("erase-certificates-erased", self.certificates_erased),
        ]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| Sentence::new(id).with("count", count))
        .collect()
    }
}

impl Mention {
    /// Where it stands, and a few words of it.
    pub fn sentence(&self, place: String) -> Sentence {
        match self.around.is_empty() {
            true => Sentence::new("erase-scan").with("place", place),
            false => Sentence::new("erase-mention").with("place", place).with("around", self.around.clone()),
        }
    }
}
