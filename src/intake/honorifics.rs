//! Words before a name that are no part of it.

use crate::domain::person::Gender;

/// A name without "Đ/c", "Đồng chí", "ThS.", "PGS. TS." before it: none of them is a name.
pub(super) fn without_title(name: &str) -> &str {
    const COMRADE: [&str; 2] = ["đ/c", "đồng chí"];
    const LEARNED: [&str; 9] = ["ths.", "bs.", "ts.", "gs.", "pgs.", "ks.", "cn.", "ds.", "ls."];
    let mut rest = name;
    loop {
        // Few names have such a mark among their first letters.
        if !rest.starts_with(['Đ', 'đ']) && !rest.bytes().take(5).any(|byte| byte == b'.') {
            return rest;
        }
        let lower = rest.to_lowercase();
        let comrade = COMRADE.iter().find(|title| {
            lower.strip_prefix(**title).is_some_and(|behind| behind.starts_with([' ', '.', ':']))
        });
        let learned = LEARNED.iter().find(|title| lower.starts_with(**title));
        let bare = comrade.or(learned).and_then(|title| rest.get(title.len()..));
        match bare.map(|bare| bare.trim_start_matches(['.', ':', ' '])) {
            Some(bare) if bare.contains(' ') => rest = bare,
            _ => return rest,
        }
    }
}

/// A name without "Ông", "Bà", "Đ/c" before it, and the sex the word says.
pub(super) fn without_honorific(name: &str) -> Option<(&str, Option<Gender>)> {
    const WORDS: &[(&str, Option<Gender>)] = &[
        ("ông", Some(Gender::Male)),
        ("ô", Some(Gender::Male)),
        ("bà", Some(Gender::Female)),
        ("b", Some(Gender::Female)),
        ("anh", Some(Gender::Male)),
        ("chị", Some(Gender::Female)),
        ("thầy", Some(Gender::Male)),
        ("cô", Some(Gender::Female)),
        ("đ/c", None),
        ("đc", None),
        ("đồng chí", None),
    ];
    let lower = name.to_lowercase();
    WORDS.iter().find_map(|(word, gender)| {
        let rest = lower.strip_prefix(word)?;
        let bare = rest.trim_start_matches(['.', ':', ' ']);
        // Small letters of other scripts may be longer: cut only where it fits.
        let bare = name.get(name.len().checked_sub(bare.len())?..)?;
        (rest.starts_with([' ', '.', ':']) && bare.contains(' ')).then_some((bare, *gender))
    })
}
