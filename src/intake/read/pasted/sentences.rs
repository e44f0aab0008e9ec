//! People in whole sentences, as minutes and letters name them: "Hội nghị thống nhất cử: ông Nguyễn Văn An (1973),
//! Trưởng thôn 1; bà Trần Thị Bé …".
//!
//! Whoever speaks, signs or is to be asked stands in such a text, too, with a post. Those it sends are told by
//! their births, or by the word that sends them right before.

use std::sync::LazyLock;

use super::super::super::budget::{Budget, Stop};
use super::super::super::family_names::begins_like_a_name;
use super::{Entry, Person};
use crate::lexicon::Section;
use crate::vietnamese::clean::clean;

/// Bytes of a text that is looked at: minutes have some pages.
const LONGEST: usize = 200_000;
/// Words that may stand between the one that sends and the first who is sent: "cử các đồng chí sau".
const MOST_WORDS_BETWEEN: usize = 4;

/// The people and the other lines of a text; its entries are numbered anew, and `numbers` has the line of each.
pub(super) struct Told {
    pub entries: Vec<Entry>,
    pub numbers: Vec<u32>,
}

/// Who is sent by the sentences of a text; nothing where nobody is.
pub(super) fn told(text: &str, budget: &Budget) -> Result<Option<Told>, Stop> {
    if text.len() > LONGEST {
        return Ok(None);
    }
    let mut told = Told { entries: Vec::new(), numbers: Vec::new() };
    let mut people = 0;
    for (line, written) in (0..).zip(text.lines()) {
        budget.step()?;
        let written = clean(written);
        if written.is_empty() {
            continue;
        }
        let (sent, left) = sent_by(&written, budget)?;
        people += sent.len();
        if sent.is_empty() {
            told.add(line, None, written);
            continue;
        }
        let mut left = left;
        for person in sent {
            let own = told.add(line, Some(person), String::new());
            // Who else is named in the line stands behind the first of them.
            if let Some(left) = left.take() {
                told.entries.push(Entry { line: own, person: None, text: left });
            }
        }
    }
    Ok((people > 0).then_some(told))
}

impl Told {
    fn add(&mut self, line: u32, person: Option<Person>, text: String) -> u32 {
        // Texts are short: see [`LONGEST`].
        let own = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.entries.push(Entry { line: own, person, text });
        self.numbers.push(line);
        own
    }
}

/// Whom a line sends, and what is left of it where that names others.
fn sent_by(line: &str, budget: &Budget) -> Result<(Vec<Person>, Option<String>), Stop> {
    let mut people = Vec::new();
    let mut left = String::new();
    let mut names_others = false;
    for sentence in sentences(line) {
        budget.step()?;
        let starts = mentions(sentence);
        let before = &sentence[..starts.first().copied().unwrap_or(sentence.len())];
        left.push_str(before);
        let mut are_sent = sends(before);
        for (at, start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).copied().unwrap_or(sentence.len());
            let mention = without_and(&sentence[*start..end]);
            let person = Person::read(mention).filter(|person| {
                let is_known = !person.birth.is_empty() || are_sent;
                is_known && !person.position.is_empty()
            });
            match person {
                Some(person) => {
                    // Those who are named with them are sent as they are.
                    are_sent |= !person.birth.is_empty();
                    people.push(person);
                }
                None => {
                    names_others = true;
                    left.push_str(mention);
                    left.push(' ');
                }
            }
        }
    }
    Ok((people, names_others.then(|| clean(&left))))
}

/// The sentences of a line: a stop parts them where a capital follows.
fn sentences(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (stop, _) in line.match_indices(". ") {
        let word = line[start..stop].rsplit(' ').next().unwrap_or_default();
        // "TP. Hồ Chí Minh", "1. Ông".
        let is_short = word.chars().count() <= 2 || word.bytes().all(|byte| byte.is_ascii_digit());
        if !is_short && line[stop + 2..].starts_with(char::is_uppercase) {
            sentences.push(&line[start..stop + 1]);
            start = stop + 2;
        }
    }
    sentences.push(&line[start..]);
    sentences
}

/// Where in a sentence somebody is named: a word before a name, and a name.
fn mentions(sentence: &str) -> Vec<usize> {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let sections = [Section::HonorificOfMan, Section::HonorificOfWoman, Section::HonorificOfAnyone];
        sections.into_iter().flat_map(|section| section.noted("message")).collect()
    });
    let mut starts: Vec<usize> = Vec::new();
    // "các ông, bà: Nguyễn Văn An, …; Trần Thị Bé, …": said once of all of them.
    let is_said_of_all = |before: &str| {
        let before = before.trim_end_matches([':', ' ']).to_lowercase();
        WORDS.iter().any(|word| before.ends_with(word)) || before.ends_with(" sau") || before.ends_with("gồm")
    };
    let mut of_all = false;
    let words = sentence.match_indices(' ').map(|(at, _)| at + 1);
    for at in std::iter::once(0).chain(words) {
        let rest = &sentence[at..];
        let called = WORDS.iter().any(|word| {
            let length = word.chars().count();
            let behind = rest.char_indices().nth(length).map_or("", |(at, _)| &rest[at..]);
            let own = &rest[..rest.len() - behind.len()];
            behind.starts_with([' ', ':', '.'])
                && own.to_lowercase() == **word
                && is_name(behind.trim_start_matches([' ', ':', '.']))
        });
        let before = sentence[..at].trim_end();
        of_all |= before.ends_with(':') && is_said_of_all(before) && is_name(rest);
        let listed = of_all && before.ends_with([':', ';']) && is_name(rest);
        if called || listed {
            starts.push(at);
        }
    }
    starts
}

/// Whether a text begins with a name: a family name and more words with capitals.
fn is_name(text: &str) -> bool {
    let ends = |word: &str| word.ends_with([',', ';', ':', '.', ')']);
    let mut name = String::new();
    for (at, word) in text.split(' ').take(6).enumerate() {
        let bare = word.trim_end_matches([',', ';', ':', '.', ')']);
        if !bare.starts_with(char::is_uppercase) || bare.is_empty() {
            break;
        }
        name.push_str(if at > 0 { " " } else { "" });
        name.push_str(bare);
        if ends(word) {
            break;
        }
    }
    name.contains(' ') && begins_like_a_name(&name)
}

/// Whether the last words before somebody say that they are sent: "cử các đồng chí sau:".
fn sends(before: &str) -> bool {
    let before = clean(before).to_lowercase();
    let at = before.rfind("cử ").filter(|at| *at == 0 || before[..*at].ends_with(' '));
    let between = match at {
        Some(at) => &before[at + "cử ".len()..],
        None => return before.ends_with("cử:") || before.ends_with(" cử"),
    };
    !between.contains('.') && between.split(' ').filter(|word| !word.is_empty()).count() <= MOST_WORDS_BETWEEN
}

/// A mention without what leads to the next one: "; ", " và".
fn without_and(mention: &str) -> &str {
    let bare = mention.trim_end_matches([' ', ',', ';', '.']);
    let bare = ["và", "cùng", "cùng với"].iter().find_map(|word| bare.strip_suffix(word)).unwrap_or(bare);
    bare.trim_end_matches([' ', ',', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> (Vec<String>, Option<String>) {
        let (people, left) = sent_by(line, &Budget::default()).expect("a little");
        let said = |person: Person| {
            let cells = person.cells();
            format!("{}|{}|{}|{}|{}", cells[1], cells[3], cells[4], cells[5], cells[6])
        };
        (people.into_iter().map(said).collect(), left)
    }

    #[test]
    fn those_who_are_sent_are_told_from_those_who_speak() {
        let (people, left) = names(
            "3. Hội nghị thống nhất cử: ông Hồ Văn Thảnh (sinh năm 1973), Trưởng ban CTMT thôn Khe Mạ, \
             điện thoại 0942617083; bà Lê Thị Hoài (1981), Phó Chủ tịch UBMTTQ xã và ông Vũ Đức Hoan, Trưởng ban CTMT thôn Hải.",
        );
        assert_eq!(
            people,
            [
                "Hồ Văn Thảnh|1973|Trưởng ban CTMT|thôn Khe Mạ|0942617083",
                "Lê Thị Hoài|1981|Phó Chủ tịch UBMTTQ xã||",
                "Vũ Đức Hoan||Trưởng ban CTMT|thôn Hải|",
            ]
        );
        assert_eq!(left, None);
        let (people, left) =
            names("cử các ông, bà: Nguyễn Văn An, Trưởng ban CTMT thôn 1; Trần Thị Bé, Bí thư chi bộ.");
        assert_eq!(people, ["Nguyễn Văn An||Trưởng ban CTMT|thôn 1|", "Trần Thị Bé||Bí thư chi bộ||"]);
        assert_eq!(left, None);
        for spoken in [
            "Chủ trì: ông Võ Chí Lương, Chủ tịch UBMTTQ xã. Thư ký: bà Hoàng Thị Phương, công chức.",
            "Thực hiện Công văn về việc cử cán bộ tham gia tập huấn do đồng chí Lê Quốc Khiêm, Phó Chủ tịch UBMTTQ tỉnh ký",
            "Mọi thông tin xin liên hệ bà Tống Thị Hoa, văn thư, số điện thoại 02393866001.",
        ] {
            let (people, left) = names(spoken);
            assert_eq!(people, [""; 0], "{spoken}");
            assert!(left.is_some(), "{spoken}");
        }
    }
}
