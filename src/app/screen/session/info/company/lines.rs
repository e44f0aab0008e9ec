//! An ordered list of a session that is edited in place, one line open at a time.
//!
//! Lines are known by a key, not by their place: what is typed goes to the line it
//! was typed in, though that has moved since. A new line is only here until it has
//! a name; the data file takes no nameless ones.

use crate::app::screen::session::info::clusters::Way;

/// A line of such a list.
pub trait Line: Clone {
    /// Whether it has the name without which it is not stored.
    fn is_named(&self) -> bool;
}

/// The keys of the lines, and the one that is being added.
pub struct Lines<T> {
    keys: Vec<u64>,
    next: u64,
    /// The line that is being added, while it has no name.
    new: Option<(u64, T)>,
    /// Something of it was typed.
    begun: bool,
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Self { keys: Vec::new(), next: 0, new: None, begun: false }
    }
}

impl<T: Line> Lines<T> {
    /// Takes in how many lines are stored now.
    pub fn take_in(&mut self, stored: usize) {
        self.keys.truncate(stored);
        while self.keys.len() < stored {
            let key = self.fresh();
            self.keys.push(key);
        }
    }

    fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// A line without a name at the end; its key.
    pub fn add(&mut self, line: T) -> u64 {
        let key = self.fresh();
        (self.new, self.begun) = (Some((key, line)), false);
        key
    }

    /// The stored lines with their keys, then the new one.
    pub fn all<'a>(&'a self, list: &'a [T]) -> impl Iterator<Item = (u64, &'a T)> {
        let new = self.new.iter().map(|(key, line)| (*key, line));
        self.keys.iter().copied().zip(list).chain(new)
    }

    /// Where a line stands among those stored.
    pub fn place(&self, key: u64) -> Option<usize> {
        self.keys.iter().position(|one| *one == key)
    }

    /// Changes a line. Answers whether the list is to be saved.
    pub fn edit(&mut self, list: &mut Vec<T>, key: u64, change: impl FnOnce(&mut T)) -> bool {
        if let Some(line) = self.place(key).and_then(|at| list.get_mut(at)) {
            change(line);
            return true;
        }
        let Some((_, line)) = self.new.as_mut().filter(|(new, _)| *new == key) else { return false };
        change(line);
        self.begun = true;
        let named = line.is_named();
        if named && let Some((key, line)) = self.new.take() {
            self.keys.truncate(list.len());
            self.keys.push(key);
            list.push(line);
        }
        named
    }

    /// Whether something was typed into a line that is not stored for want of a name.
    pub fn has_unsaid(&self) -> bool {
        self.begun && self.new.is_some()
    }

    /// Takes a line away. Answers whether the list is to be saved.
    pub fn remove(&mut self, list: &mut Vec<T>, key: u64) -> bool {
        self.new.take_if(|(new, _)| *new == key);
        let Some(at) = self.place(key).filter(|at| *at < list.len()) else { return false };
        self.keys.remove(at);
        list.remove(at);
        true
    }

    /// Moves a line one step. Answers whether it could.
    pub fn shift(&mut self, list: &mut [T], key: u64, way: Way) -> bool {
        let Some(at) = self.place(key) else { return false };
        let to = match way {
            Way::Up => at.checked_sub(1),
            Way::Down => Some(at + 1).filter(|to| *to < list.len()),
        };
        let Some(to) = to else { return false };
        self.keys.swap(at, to);
        list.swap(at, to);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Line for String {
        fn is_named(&self) -> bool {
            !self.is_empty()
        }
    }

    #[test]
    fn what_is_typed_goes_to_the_line_it_was_typed_in() {
        let mut list: Vec<String> = ["một", "hai", "ba"].map(String::from).into();
        let mut lines = Lines::default();
        lines.take_in(list.len());
        let third = lines.all(&list).nth(2).expect("a line").0;
        assert!(lines.shift(&mut list, third, Way::Up));
        assert!(lines.edit(&mut list, third, |line| line.push('!')));
        assert_eq!(list, ["một", "ba!", "hai"]);
        assert!(lines.shift(&mut list, third, Way::Up));
        assert!(!lines.shift(&mut list, third, Way::Up), "it is the first");
        assert!(lines.remove(&mut list, third));
        assert!(!lines.edit(&mut list, third, |line| line.push('?')), "it is gone");
        assert_eq!(list, ["một", "hai"]);
    }

    #[test]
    fn a_new_line_is_stored_once_it_has_a_name() {
        let mut list = vec!["một".to_owned()];
        let mut lines = Lines::default();
        lines.take_in(1);
        let new = lines.add(String::new());
        assert!(!lines.edit(&mut list, new, |_| {}));
        lines.take_in(1);
        assert_eq!(lines.all(&list).count(), 2, "another load leaves it");
        assert!(lines.edit(&mut list, new, |line| line.push_str("hai")));
        assert_eq!(list, ["một", "hai"]);
        assert_eq!(lines.place(new), Some(1));
        let forgotten = lines.add(String::new());
        assert!(!lines.remove(&mut list, forgotten));
        assert_eq!(lines.all(&list).count(), 2);
    }
}
