//! The sex of people of whom only another line says it, by how it speaks of them: "số của chị Dịu em gõ nhầm".

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::honorifics::sex_of;
use super::super::rows::Found;
use super::names::Names;
use super::notes::Note;
use crate::domain::person::Gender;
use crate::lexicon::Section;
use crate::vietnamese::fold::words;
use crate::vietnamese::whole_word;

/// Gives the sex to those of whom it is not known, where all lines that speak of them say the same.
pub(super) fn settle(notes: &[Note], found: &mut Found) {
    let beside = found.people.iter().filter_map(|row| row.person.note.as_deref());
    let said = notes.iter().map(|note| note.text.as_str()).chain(beside);
    let calls: Vec<(Gender, String)> = said.flat_map(calls).collect();
    if calls.is_empty() {
        return;
    }
    let names = Names::of(found.people.iter());
    let mut told: HashMap<usize, HashSet<Gender>> = HashMap::new();
    for (sex, name) in calls {
        let name = words(&name);
        // "2 bà Hồng là 2 người khác nhau": of all who bear one name.
        for &at in names.all_given(name.rsplit(' ').next().unwrap_or(&name)) {
            let own = words(&found.people[at].person.full_name);
            if own.strip_suffix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')) {
                told.entry(at).or_default().insert(sex);
            }
        }
    }
    for (at, row) in found.people.iter().enumerate() {
        if let Some(sex) = row.person.note.as_deref().and_then(by_spouse) {
            told.entry(at).or_default().insert(sex);
        }
    }
    for (at, sexes) in told {
        let person = &mut found.people[at].person;
        let middle = words(&person.full_name).split(' ').nth(1) == Some("thi");
        let mut sexes = sexes.into_iter();
        if let (Some(sex), None, None) = (sexes.next(), sexes.next(), person.gender)
            && !(middle && sex == Gender::Male)
        {
            person.gender = Some(sex);
        }
    }
}

/// "vợ anh Sáng" beside a woman, "số của vợ" beside a man.
fn by_spouse(note: &str) -> Option<Gender> {
    let small = note.to_lowercase();
    let is_called =
        |behind: &str| behind.trim_start().split(' ').next().is_some_and(|word| sex_of(word).is_some());
    let said = |word: &str| {
        let at = whole_word::find(&small, word)?;
        match at {
            0 => is_called(&small[word.len()..]).then_some(true),
            _ => {
                let before = small[..at].trim_end();
                let mut words = Section::PhoneLabel.words().chain(["của"]);
                words.any(|word| whole_word::ends(before, word)).then_some(false)
            }
        }
    };
    match (said("vợ"), said("chồng")) {
        (Some(is_own), None) => Some(if is_own { Gender::Female } else { Gender::Male }),
        (None, Some(is_own)) => Some(if is_own { Gender::Male } else { Gender::Female }),
        _ => None,
    }
}

/// Whom a text calls by their sex, "chị Dịu", "ông Bùi Văn Tám"; nobody to whom it speaks: "chị Hà ơi", "gửi anh Cường".
fn calls(text: &str) -> Vec<(Gender, String)> {
    static SPOKEN_TO: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::SpokenTo.words().collect());
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    let is_spoken_to = |word: Option<&&str>| word.is_some_and(|word| SPOKEN_TO.contains(bare(word).as_str()));
    let parts: Vec<&str> = text.split_whitespace().collect();
    let call = |at: usize| {
        let sex = sex_of(parts[at].trim_start_matches('('))?;
        // A sign ends a name.
        let mut name: Vec<&str> = Vec::new();
        for word in &parts[at + 1..] {
            if !word.starts_with(char::is_uppercase) {
                break;
            }
            let own = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            name.push(own);
            if own.len() < word.len() {
                break;
            }
        }
        let is_to_them =
            is_spoken_to(parts.get(at + 1 + name.len())) || at > 0 && is_spoken_to(parts.get(at - 1));
        (!name.is_empty() && !is_to_them).then(|| (sex, name.join(" ")))
    };
    (0..parts.len()).filter_map(call).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn husbands_and_wives_are_told() {
        for (note, sex) in [
            ("vợ anh Sáng, dùng chung máy", Some(Gender::Female)),
            ("số của vợ chú là cô Sáu", Some(Gender::Male)),
            ("chồng chị Hoa", Some(Gender::Male)),
            ("đi cùng vợ con", None),
        ] {
            assert_eq!(by_spouse(note), sex, "{note}");
        }
    }

    #[test]
    fn people_are_called_by_their_sex() {
        let called = |text| calls(text).into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        assert_eq!(called("Số của chị Dịu em gõ nhầm, anh Tài vẫn đi"), ["Dịu", "Tài"]);
        assert_eq!(called("vợ anh Sáng, dùng chung máy với ông Bùi Văn Tám."), ["Sáng", "Bùi Văn Tám"]);
        assert_eq!(called("ông Tạ Văn Lượng (TB CTMT thôn Nga)"), ["Tạ Văn Lượng"]);
        assert_eq!(called("Chị Hà ơi, em gửi anh Cường ạ"), Vec::<String>::new());
    }
}
