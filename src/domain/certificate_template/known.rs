//! The forms of certificates that a data file has: those of its sessions, and those that were taken in.

use super::Design;
use crate::domain::id::{SessionId, TemplateId};

/// A form that was made. Sessions whose certificates have the very same one share it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownTemplate {
    /// The row of the latest that has it.
    pub id: TemplateId,
    /// The form.
    pub design: Design,
    /// The sessions whose certificates have it, the latest first; none of one that was only taken in.
    pub sessions: Vec<(SessionId, String)>,
}

/// What became of a form that was to be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TemplateTakenIn {
    /// It is there now.
    New,
    /// The very same one was there already.
    KnownAlready,
}

/// A name that none of these has: "Trang trọng (2)" where there is another "Trang trọng".
pub fn free_name(wanted: &str, taken: &[KnownTemplate]) -> String {
    let is_taken = |name: &str| taken.iter().any(|one| one.design.name() == name);
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    let numbered = (2_usize..).map(|number| {
        let ending = format!(" ({number})");
        let room = super::MOST_NAME - ending.chars().count();
        wanted.chars().take(room).collect::<String>() + &ending
    });
    // The numbers do not end before the names do.
    numbered.take(taken.len() + 2).find(|name| !is_taken(name)).unwrap_or_else(|| wanted.to_owned())
}
