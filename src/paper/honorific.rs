//! How people are addressed in letters.

use std::sync::LazyLock;

use crate::domain::guest::Guest;
use crate::domain::programme::Presenter;
use crate::lexicon::{Beginnings, Section};
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

/// How somebody is addressed of whom nothing is known.
pub const ANYBODY: &str = "Ông/Bà";

/// A guest as letters name them: honorific, name and titles, or the group in words. The name stands
/// apart, to be printed bold.
pub fn guest(guest: &Guest) -> (Option<String>, String, String) {
    match guest {
        Guest::Person { honorific, name, titles, .. } => {
            let honorific = honorific.as_deref().map(str::trim).filter(|word| !word.is_empty());
            let honorific = Some(honorific.map_or(ANYBODY.to_owned(), sentence_case));
            let titles: Vec<&str> =
                titles.iter().map(String::as_str).filter(|title| !title.is_empty()).collect();
            let titles = if titles.is_empty() { String::new() } else { format!(", {}", titles.join(", ")) };
            (honorific, name.clone(), titles)
        }
        Guest::Group { label } => (None, sentence_case(label), String::new()),
    }
}

/// How somebody who presents is addressed of whom nothing is known (custom: they are cadres).
const CADRE: &str = "Đồng chí";

/// Who presents, as letters name them: a person with an honorific, that of the guest of this name where
/// there is one.
pub fn presenter(presenter: &Presenter, guests: &[Guest]) -> String {
    match before_name(presenter, guests) {
        Some(honorific) => format!("{} {}", sentence_case(honorific), presenter.printed()),
        None => presenter.printed(),
    }
}

/// The same inside a sentence: "đồng chí Nguyễn Văn An, Phó Bí thư".
pub fn presenter_in_sentence(presenter: &Presenter, guests: &[Guest]) -> String {
    match before_name(presenter, guests) {
        Some(honorific) => format!("{} {}", honorific.to_lowercase(), presenter.printed()),
        None => presenter.printed(),
    }
}

/// What stands before the name of who presents; nothing before a group or a name that was typed with it.
fn before_name<'a>(presenter: &Presenter, guests: &'a [Guest]) -> Option<&'a str> {
    let Presenter::Person { name, .. } = presenter else { return None };
    let key = compare_key(name);
    let known = guests.iter().find_map(|guest| match guest {
        Guest::Person { honorific, name, .. } if compare_key(name) == key => honorific.as_deref(),
        _ => None,
    });
    let known = known.map(str::trim).filter(|word| !word.is_empty());
    known.or_else(|| (!starts_with_honorific(name)).then_some(CADRE))
}

/// Whether a name was typed with its honorific: "ông Nguyễn Văn An", "TS. Lê Bình".
fn starts_with_honorific(name: &str) -> bool {
    static WORDS: LazyLock<Beginnings> = LazyLock::new(|| {
        let sections = [
            Section::HonorificOfMan,
            Section::HonorificOfWoman,
            Section::HonorificOfAnyone,
            Section::Religious,
            Section::Learned,
        ];
        sections.into_iter().flat_map(Section::words).collect()
    });
    WORDS.after(&name.trim().to_lowercase()).any(|rest| rest.starts_with(' ') || rest.starts_with('.'))
}
