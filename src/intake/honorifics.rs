//! Words before a name that are no part of it.

use std::sync::LazyLock;

use crate::domain::person::Gender;
use crate::lexicon::{Beginnings, Section};

/// A name without "Đ/c", "Đồng chí", "ThS.", "PGS. TS." before it: none of them is a name.
pub(super) fn without_title(name: &str) -> &str {
    static COMRADE: LazyLock<Beginnings> = LazyLock::new(|| {
        let all = [Section::HonorificOfMan, Section::HonorificOfWoman, Section::HonorificOfAnyone];
        all.into_iter().flat_map(|section| section.noted("always")).collect()
    });
    static LEARNED: LazyLock<Beginnings> = LazyLock::new(|| Section::Learned.words().collect());
    let mut rest = name;
    loop {
        // Few names have such a mark among their first letters.
        if !rest.starts_with(['Đ', 'đ']) && !rest.bytes().take(5).any(|byte| byte == b'.') {
            return rest;
        }
        let lower = rest.to_lowercase();
        let comrade = COMRADE.after(&lower).find(|behind| behind.starts_with([' ', '.', ':']));
        let behind = comrade.or_else(|| LEARNED.after(&lower).next());
        let bare = behind.and_then(|behind| rest.get(lower.len() - behind.len()..));
        match bare.map(|bare| bare.trim_start_matches(['.', ':', ' '])) {
            Some(bare) if bare.contains(' ') => rest = bare,
            _ => return rest,
        }
    }
}

/// A name without "Ông", "Bà", "Đ/c" before it, and the sex the word says.
pub(super) fn without_honorific(name: &str) -> Option<(&str, Option<Gender>)> {
    static WORDS: LazyLock<Beginnings<Option<Gender>>> = LazyLock::new(|| {
        let of = |section: Section, gender| section.words().map(move |word| (word, gender));
        of(Section::HonorificOfMan, Some(Gender::Male))
            .chain(of(Section::HonorificOfWoman, Some(Gender::Female)))
            .chain(of(Section::HonorificOfAnyone, None))
            .collect()
    });
    let lower = name.to_lowercase();
    WORDS.of(&lower).find_map(|(gender, rest)| {
        let bare = rest.trim_start_matches(['.', ':', ' ']);
        // Small letters of other scripts may be longer: cut only where it fits.
        let bare = name.get(name.len().checked_sub(bare.len())?..)?;
        (rest.starts_with([' ', '.', ':']) && bare.contains(' ')).then_some((bare, gender))
    })
}
