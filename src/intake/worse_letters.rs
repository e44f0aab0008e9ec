//! Two writings of one thing, and which has the better letters: "Trần Thị Bé" is better
//! than "TRẦN THỊ BÉ", "trần thị bé", "Tran Thi Be" and "Tr?n Th? Bé".

use super::lost_letters::{is_lost, lost};
use crate::vietnamese::fold::{compare_key, fold};
use crate::vietnamese::name::is_all_capitals;

/// What two texts are the writings of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A person's name: every word begins with a capital.
    Name,
    /// Anything else.
    Text,
}

/// Whether a list says of something what is known, in letters no better.
pub(super) fn says_no_better(known: &str, list: &str, of: Of) -> bool {
    let (known_key, list_key) = (compare_key(known), compare_key(list));
    if known_key == list_key {
        return case(list, of) <= case(known, of);
    }
    match (lost(known), lost(list)) {
        (_, true) => fits(known, list),
        (true, false) => false,
        (false, false) => fold(known) == fold(list) && is_better_marked(&known_key, &list_key),
    }
}

/// Whether in every word in which the two differ only the first has marks, or in some of
/// them where the second is better in others: both say the same, each in part.
fn is_better_marked(known: &str, list: &str) -> bool {
    let is_bare = |word: &str| fold(word) == word;
    let differing = known.split(' ').zip(list.split(' ')).filter(|(known, list)| known != list);
    let (mut better, mut other) = (false, false);
    for (known, list) in differing {
        better |= is_bare(list) && !is_bare(known);
        other |= !is_bare(list) && !is_bare(known);
    }
    better && !other
}

/// How well the capitals of a text are set.
fn case(text: &str, of: Of) -> u8 {
    let mut firsts = text.split(' ').filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    let is_plain = !text.contains(char::is_uppercase) || is_all_capitals(text);
    match of {
        _ if is_plain => 0,
        Of::Name if firsts.all(char::is_uppercase) => 2,
        Of::Name | Of::Text => 1,
    }
}

/// Whether a text whose letters are lost is another one, as far as can be seen.
fn fits(whole: &str, lossy: &str) -> bool {
    let whole: Vec<char> = whole.to_lowercase().chars().collect();
    let lossy: Vec<char> = lossy.to_lowercase().chars().collect();
    // As many letters of the whole as may stand for what was passed of the other.
    let mut passed = vec![0];
    let mut rest = lossy.as_slice();
    while let Some(sign) = rest.first().filter(|_| !passed.is_empty()) {
        // One sign for each letter, or one for each of its two or three bytes.
        let signs = rest.iter().take_while(|sign| is_lost(**sign)).count();
        let is_next = |at: &usize| whole.get(*at) == Some(sign);
        passed = match signs {
            0 => passed.into_iter().filter(is_next).map(|at| at + 1).collect(),
            _ => passed.into_iter().flat_map(|at| behind(&whole, at, signs)).collect(),
        };
        passed.sort_unstable();
        passed.dedup();
        rest = &rest[signs.max(1)..];
    }
    passed.contains(&whole.len())
}

/// The places behind as many letters of ours as some signs may stand for.
fn behind(whole: &[char], at: usize, signs: usize) -> std::ops::RangeInclusive<usize> {
    const MOST_BYTES: usize = 3;
    let letters =
        whole[at..].iter().take(signs).take_while(|letter| letter.is_alphabetic() && !letter.is_ascii());
    at + signs.div_ceil(MOST_BYTES)..=at + letters.count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn worse_letters_are_told() {
        for (known, list, of) in [
            ("Trần Thị Bé", "trần thị bé", Of::Name),
            ("Trần Thị Bé", "TRẦN THỊ BÉ", Of::Name),
            ("Trần Thị Bé", "Tran Thi Be", Of::Name),
            ("Trần Thị Bé", "TRAN THI BE", Of::Name),
            ("Trần Thị Bé", "Tr?n Th? Bé", Of::Name),
            ("Trần Thị Bé", "Tr??n Th??? B??", Of::Name),
            ("Trần Thị Bé", "TR\u{fffd}N TH\u{fffd} B\u{fffd}", Of::Name),
            ("Trần Thị Bé", "Trần Thi Be", Of::Name),
            ("Trần Thị Bé", "Trần thị Bé", Of::Name),
            ("Lê Văn Cường", "Lê V?n C??ng", Of::Name),
            ("Nguyễn Văn Hòa", "Nguyễn Văn Hoà", Of::Name),
            ("H'Hen Niê", "H’Hen Nie", Of::Name),
            ("Bí thư", "bí thư", Of::Text),
            ("Thôn 2, xã Tân Lập", "thôn 2, xã tân lập", Of::Text),
            ("Thôn 2, xã Tân Lập", "Thôn 2, xã Tân L?p", Of::Text),
            ("Trưởng ban CTMT", "Truong ban CTMT", Of::Text),
            ("bí thư", "BÍ THƯ", Of::Text),
        ] {
            assert!(says_no_better(known, list, of), "{known} | {list}");
        }
        for (known, list, of) in [
            ("trần thị bé", "Trần Thị Bé", Of::Name),
            ("TRẦN THỊ BÉ", "Trần Thị Bé", Of::Name),
            ("Tran Thi Be", "Trần Thị Bé", Of::Name),
            ("Tran Thi Be", "TRẦN THỊ BÉ", Of::Name),
            ("Trần thị Bé", "Trần Thị Bé", Of::Name),
            ("Tr?n Th? Bé", "Trần Thị Bé", Of::Name),
            ("Trần Thị Bé", "Trần Thị Bê", Of::Name),
            ("Trần Thị Hòa", "Trần Thị Hóa", Of::Name),
            ("Trần Thị Bé", "Trần Thị Bé Em", Of::Name),
            ("tổ trưởng", "Tổ trưởng", Of::Text),
            ("Trưởng ban", "Phó ban", Of::Text),
            ("Trưởng ban", "Ph? ban", Of::Text),
            ("Xã Tân Lập", "Xã Tân L?c", Of::Text),
        ] {
            assert!(!says_no_better(known, list, of), "{known} | {list}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_better_than_itself_nor_worse_than_what_is_worse(text in "[A-Za-zĐđảễịộÉ ?'\u{fffd}]{0,12}") {
            prop_assert!(says_no_better(&text, &text, Of::Name));
            let small = text.to_lowercase();
            prop_assert!(compare_key(&text) != compare_key(&small) || says_no_better(&text, &small, Of::Text));
        }
    }
}
