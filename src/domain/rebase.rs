//! An edit of a list that was made while the list may have changed elsewhere.

/// The list as it stands `now`, with what led from `seen` to `wanted`; `None` where what was
/// edited is not there any more as it was seen.
///
/// Only what differs between `seen` and `wanted` is the edit: lines before and after it are
/// taken from `now`.
pub fn rebase<T: Clone + PartialEq>(now: Vec<T>, seen: &[T], wanted: Vec<T>) -> Option<Vec<T>> {
    if now == seen {
        return Some(wanted);
    }
    let same = |(one, other): &(&T, &T)| one == other;
    let before = seen.iter().zip(&wanted).take_while(same).count();
    let rest = seen.len().min(wanted.len()) - before;
    let after = seen.iter().rev().zip(wanted.iter().rev()).take(rest).take_while(same).count();
    let (from, to) = (&seen[before..seen.len() - after], &wanted[before..wanted.len() - after]);
    let at = match from.is_empty() {
        // Lines were added: after the one they followed, or at an end.
        true => match (before.checked_sub(1).map(|line| &seen[line]), after) {
            (_, 0) => now.len(),
            (None, _) => 0,
            (Some(line), _) => now.iter().position(|one| one == line)? + 1,
        },
        false => now.windows(from.len()).position(|lines| lines == from)?,
    };
    let mut list = now;
    list.splice(at..at + from.len(), to.iter().cloned());
    Some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn rebased(now: &str, seen: &str, wanted: &str) -> Option<String> {
        rebase(lines(now), &lines(seen), lines(wanted)).map(|list| list.into_iter().collect())
    }

    #[test]
    fn only_what_was_edited_is_written() {
        assert_eq!(rebased("abc", "abc", "aBc").as_deref(), Some("aBc"));
        assert_eq!(rebased("ac", "abc", "abC").as_deref(), Some("aC"), "b stays undone");
        assert_eq!(rebased("abcd", "abc", "aBc").as_deref(), Some("aBcd"), "d stays");
        assert_eq!(rebased("abd", "ab", "abx").as_deref(), Some("abdx"));
        assert_eq!(rebased("zab", "ab", "b").as_deref(), Some("zb"));
        assert_eq!(rebased("abcd", "abc", "acb").as_deref(), Some("acbd"));
        assert_eq!(rebased("abd", "ab", "xab").as_deref(), Some("xabd"));
        assert_eq!(rebased("ac", "abc", "aBc"), None, "the line is gone");
        assert_eq!(rebased("", "a", "A"), None);
    }
}
