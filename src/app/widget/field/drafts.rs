//! What was typed into fields and is not in the file. It outlives the fields: the
//! row may be left, the screen changed, the program started again.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::draft::Standing;

/// What was typed into fields and is not in the file, by field. One for the
/// window; a clone is the same.
///
/// A key names record and field and stays the same from run to run, such as
/// `person 12 phone`. The answers of the file to texts of one key come in the order
/// in which these were sent.
#[derive(Debug, Clone, Default)]
pub struct Drafts(Rc<RefCell<Shelf>>);

/// A text that is not in the file because it was refused.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unsaved {
    /// Which field of which record.
    pub key: String,
    /// What the field is called.
    pub label: String,
    /// What was typed.
    pub text: String,
    /// Why it was refused; empty when its field was gone before it could be tried.
    pub reason: String,
    /// Where it was typed, as the window noted it.
    #[serde(default)]
    pub place: Option<serde_json::Value>,
}

#[derive(Debug, Default)]
struct Shelf {
    /// In the order in which they were first typed.
    entries: Vec<Entry>,
    generation: u64,
}

#[derive(Debug, Default)]
struct Entry {
    key: String,
    label: String,
    /// Typed and not tried yet.
    typed: Option<String>,
    /// Whether its field is gone.
    left: bool,
    /// On their way to the file, oldest first.
    sent: VecDeque<String>,
    /// The text that was refused last, and why.
    refused: Option<(String, String)>,
    /// Whether the file refused what was sent last.
    failed: bool,
    place: Option<serde_json::Value>,
}

impl Entry {
    /// What there is to tell of it.
    fn told(&self) -> Option<(&str, &str)> {
        match (&self.typed, &self.refused) {
            (Some(typed), _) if self.left => Some((typed, "")),
            (_, Some((text, reason))) => Some((text, reason)),
            _ => None,
        }
    }

    fn is_over(&self) -> bool {
        self.typed.is_none() && self.sent.is_empty() && self.refused.is_none()
    }
}

/// For fields.
impl Drafts {
    /// Something was typed.
    pub(super) fn typed(&self, key: &str, label: &str, text: &str) {
        self.change(key, label, |entry| {
            entry.typed = Some(text.to_owned());
            entry.left = false;
        });
    }

    /// The field's own check refused a text.
    pub(super) fn refused(&self, key: &str, label: &str, text: &str, reason: &str) {
        self.change(key, label, |entry| {
            entry.typed = None;
            entry.refused = Some((text.to_owned(), reason.to_owned()));
        });
    }

    /// A text is on its way to the file.
    pub(super) fn sent(&self, key: &str, label: &str, text: &str) {
        self.change(key, label, |entry| {
            entry.typed = None;
            entry.refused = None;
            entry.failed = false;
            entry.sent.push_back(text.to_owned());
        });
    }

    /// The value was restored, or what was typed is the value: nothing is unsaved.
    pub(super) fn given_up(&self, key: &str) {
        self.drop(key);
    }

    /// What a field has to show beside its value.
    pub(super) fn of(&self, key: &str) -> Standing {
        let shelf = self.0.borrow();
        let Some(entry) = shelf.entries.iter().find(|one| one.key == key) else {
            return Standing::default();
        };
        let typed = entry.typed.clone().map(|text| (text, None));
        let refused = || entry.refused.clone().map(|(text, reason)| (text, Some(reason)));
        Standing { unsaved: typed.or_else(refused), sent: entry.sent.back().cloned(), failed: entry.failed }
    }

    /// A field shows this key from now on.
    pub(super) fn hold(&self, key: &str) -> Hold {
        self.if_there(key, |entry| entry.left = false);
        Hold { drafts: self.clone(), key: key.to_owned() }
    }
}

/// For the window.
impl Drafts {
    /// The file has what was sent.
    pub fn saved(&self, key: &str) {
        self.if_there(key, |entry| {
            entry.sent.pop_front();
            entry.failed = false;
        });
    }

    /// The file refused what was sent: it stands in its field with this reason,
    /// unless something newer does.
    pub fn failed(&self, key: &str, reason: impl Into<String>) {
        self.if_there(key, |entry| {
            let Some(text) = entry.sent.pop_front() else { return };
            if entry.sent.is_empty() {
                entry.failed = true;
                entry.refused.get_or_insert((text, reason.into()));
            }
        });
    }

    /// What was refused, by a check or by the file, oldest first.
    pub fn unsaved(&self) -> Vec<Unsaved> {
        let told = |entry: &Entry| {
            let (text, reason) = entry.told()?;
            Some(Unsaved {
                key: entry.key.clone(),
                label: entry.label.clone(),
                text: text.to_owned(),
                reason: reason.to_owned(),
                place: entry.place.clone(),
            })
        };
        self.0.borrow().entries.iter().filter_map(told).collect()
    }

    /// Whether any text waits to be tried or to be answered. Before the program
    /// ends this must be over; what is [`unsaved`](Self::unsaved) then is lost
    /// unless it is kept elsewhere.
    pub fn is_busy(&self) -> bool {
        let busy = |entry: &Entry| entry.typed.is_some() && !entry.left || !entry.sent.is_empty();
        self.0.borrow().entries.iter().any(busy)
    }

    /// Gives up what is unsaved in a field.
    pub fn drop(&self, key: &str) {
        self.if_there(key, |entry| {
            entry.typed = None;
            entry.refused = None;
        });
    }

    /// Puts back what an earlier run could not save. What stands in the field by
    /// now is newer.
    pub fn put_back(&self, unsaved: Unsaved) {
        let Unsaved { key, label, text, reason, place } = unsaved;
        self.change(&key, &label, |entry| {
            if !entry.is_over() {
                return;
            }
            entry.place = place;
            match reason.is_empty() {
                true => (entry.typed, entry.left) = (Some(text), true),
                false => entry.refused = Some((text, reason)),
            }
        });
    }

    /// All fields are as good as gone: what was typed and not tried is told among the unsaved.
    pub fn leave_all(&self) {
        let keys: Vec<String> = self.0.borrow().entries.iter().map(|entry| entry.key.clone()).collect();
        keys.iter().for_each(|key| self.if_there(key, |entry| entry.left = true));
    }

    /// Grows with every change of [`unsaved`](Self::unsaved), notes of places aside.
    pub fn generation(&self) -> u64 {
        self.0.borrow().generation
    }

    /// Notes where the entries were made that have no place yet. Costs nothing when
    /// there are none; to be called before a message may change the screen.
    pub fn stamp(&self, place: impl FnOnce() -> serde_json::Value) {
        if self.0.borrow().entries.iter().all(|entry| entry.place.is_some()) {
            return;
        }
        let place = place();
        for entry in &mut self.0.borrow_mut().entries {
            entry.place.get_or_insert_with(|| place.clone());
        }
    }
}

/// How the lines of a list changed their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shifted {
    /// These two changed places.
    Exchanged(usize, usize),
    /// This one went; those after it moved up.
    Gone(usize),
}

impl Shifted {
    /// Where a line stands by now; `None` for the one that went.
    fn place(self, at: usize) -> Option<usize> {
        match self {
            Self::Exchanged(one, other) if at == one => Some(other),
            Self::Exchanged(one, other) if at == other => Some(one),
            Self::Gone(gone) if at == gone => None,
            Self::Gone(gone) if at > gone => Some(at - 1),
            _ => Some(at),
        }
    }
}

/// For lists that are edited in place, whose keys name lines by their places.
impl Drafts {
    /// What was typed in a line goes with it: in keys that begin so the number that follows is that of the line.
    pub fn follow(&self, begins: &str, shifted: Shifted) {
        let mut shelf = self.0.borrow_mut();
        let mut moved = Vec::new();
        for entry in &mut shelf.entries {
            let Some(rest) = entry.key.strip_prefix(begins) else { continue };
            let figures = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            let Ok(at) = rest[..figures].parse::<usize>() else { continue };
            let to = shifted.place(at);
            if to == Some(at) {
                continue;
            }
            let key = to.map(|to| format!("{begins}{to}{}", &rest[figures..]));
            // What is on its way is answered under the key it was sent under.
            let (typed, refused) = (entry.typed.take(), entry.refused.take());
            if let Some(key) = key {
                let (label, place) = (entry.label.clone(), entry.place.clone());
                let left = entry.left;
                moved.push(Entry { key, label, typed, refused, left, place, ..Entry::default() });
            }
        }
        shelf.entries.retain(|entry| !entry.is_over());
        for entry in moved.into_iter().filter(|entry| !entry.is_over()) {
            shelf.entries.retain(|one| one.key != entry.key || !one.sent.is_empty());
            match shelf.entries.iter_mut().find(|one| one.key == entry.key) {
                Some(known) => (known.typed, known.refused) = (entry.typed, entry.refused),
                None => shelf.entries.push(entry),
            }
        }
        shelf.generation += 1;
    }
}

impl Drafts {
    fn change(&self, key: &str, label: &str, change: impl FnOnce(&mut Entry)) {
        let mut shelf = self.0.borrow_mut();
        if !shelf.entries.iter().any(|entry| entry.key == key) {
            shelf.entries.push(Entry { key: key.to_owned(), ..Entry::default() });
        }
        drop(shelf);
        self.if_there(key, |entry| {
            label.clone_into(&mut entry.label);
            change(entry);
        });
    }

    fn if_there(&self, key: &str, change: impl FnOnce(&mut Entry)) {
        let mut shelf = self.0.borrow_mut();
        let Some(at) = shelf.entries.iter().position(|entry| entry.key == key) else { return };
        let owned = |entry: &Entry| entry.told().map(|(text, reason)| (text.to_owned(), reason.to_owned()));
        let before = owned(&shelf.entries[at]);
        change(&mut shelf.entries[at]);
        if owned(&shelf.entries[at]) != before {
            shelf.generation += 1;
        }
        if shelf.entries[at].is_over() {
            shelf.entries.remove(at);
        }
    }
}

/// That a field on show has a key. When the field goes before its text was tried,
/// the text is told among the unsaved ones.
#[derive(Debug)]
pub(super) struct Hold {
    drafts: Drafts,
    key: String,
}

impl Hold {
    pub(super) fn is_of(&self, key: &str) -> bool {
        self.key == key
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.drafts.if_there(&self.key, |entry| entry.left = true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "person 12 phone";

    fn texts(drafts: &Drafts) -> Vec<(String, String)> {
        drafts.unsaved().into_iter().map(|one| (one.text, one.reason)).collect()
    }

    fn told(text: &str, reason: &str) -> Vec<(String, String)> {
        vec![(text.to_owned(), reason.to_owned())]
    }

    #[test]
    fn the_answer_to_an_older_text_says_nothing_of_a_newer_one() {
        let drafts = Drafts::default();
        drafts.sent(KEY, "Số điện thoại", "0912");
        drafts.refused(KEY, "Số điện thoại", "09x", "không phải số");
        drafts.saved(KEY);
        assert_eq!(texts(&drafts), told("09x", "không phải số"));
        drafts.sent(KEY, "", "1");
        drafts.sent(KEY, "", "2");
        drafts.failed(KEY, "đĩa đầy");
        assert_eq!(texts(&drafts), [], "the newer one is on its way");
        drafts.failed(KEY, "đĩa đầy");
        assert_eq!(texts(&drafts), told("2", "đĩa đầy"));
        drafts.saved(KEY);
        assert_eq!(texts(&drafts), told("2", "đĩa đầy"), "nothing was on its way");
    }

    #[test]
    fn typing_hides_the_reason_in_the_field_and_keeps_the_entry() {
        let drafts = Drafts::default();
        drafts.refused(KEY, "", "09x", "không phải số");
        let generation = drafts.generation();
        drafts.typed(KEY, "", "091");
        assert_eq!(drafts.of(KEY).unsaved, Some(("091".into(), None)));
        assert_eq!(texts(&drafts), told("09x", "không phải số"));
        assert_eq!(drafts.generation(), generation, "each key changes nothing outside");
        drafts.given_up(KEY);
        assert_eq!((texts(&drafts), drafts.generation()), (vec![], generation + 1));
    }

    #[test]
    fn what_was_typed_into_a_field_that_went_is_told() {
        let drafts = Drafts::default();
        let hold = drafts.hold(KEY);
        drafts.typed(KEY, "", "0912");
        assert!(texts(&drafts).is_empty() && drafts.is_busy());
        drop(hold);
        assert_eq!(texts(&drafts), told("0912", ""));
        assert!(!drafts.is_busy());
        let _again = drafts.hold(KEY);
        assert_eq!(texts(&drafts), [], "it is shown again, and tried");
    }

    #[test]
    fn what_was_typed_in_a_line_goes_with_it() {
        let drafts = Drafts::default();
        let refuse =
            |at: usize, text: &str| drafts.refused(&format!("item 5 titles {at} x"), "", text, "không");
        refuse(0, "một");
        refuse(1, "hai");
        refuse(2, "ba");
        drafts.refused("item 55 titles 0 x", "", "khác", "không");
        drafts.sent("item 5 titles 1 x", "", "trên đường");
        drafts.refused("item 5 titles 1 x", "", "hai", "không");
        let stands = |at: usize| drafts.of(&format!("item 5 titles {at} x")).unsaved.map(|(text, _)| text);
        drafts.follow("item 5 titles ", Shifted::Exchanged(0, 1));
        assert_eq!(
            [stands(0), stands(1), stands(2)],
            [Some("hai"), Some("một"), Some("ba")].map(|one| one.map(str::to_owned))
        );
        assert!(drafts.is_busy(), "what is on its way is answered under its own key");
        drafts.follow("item 5 titles ", Shifted::Gone(0));
        assert_eq!(
            [stands(0), stands(1), stands(2)],
            [Some("một"), Some("ba"), None].map(|one| one.map(str::to_owned))
        );
        assert_eq!(drafts.of("item 55 titles 0 x").unsaved.map(|(text, _)| text).as_deref(), Some("khác"));
    }

    #[test]
    fn what_is_unsaved_survives_a_file() {
        let drafts = Drafts::default();
        drafts.refused(KEY, "Số điện thoại", "09x", "không phải số");
        drafts.stamp(|| serde_json::json!({ "person": 12 }));
        drafts.stamp(|| panic!("every entry has its place"));
        let json = serde_json::to_string(&drafts.unsaved()).expect("written");
        let read: Vec<Unsaved> = serde_json::from_str(&json).expect("read");
        let next = Drafts::default();
        read.iter().cloned().for_each(|one| next.put_back(one));
        assert_eq!(next.unsaved(), read);
        assert_eq!(read[0].place, Some(serde_json::json!({ "person": 12 })));
        next.drop(KEY);
        assert_eq!(next.unsaved(), []);
    }
}
