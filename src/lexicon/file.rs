//! The files of `assets/lexicon`, and how their lines are read.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::vietnamese::clean::clean;

macro_rules! files {
    ($($(#[$doc:meta])* $file:ident = $name:literal,)*) => {
        /// A file of words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum File {
            $($(#[$doc])* $file,)*
        }

        impl File {
            /// Every file with its name and its text.
            const ALL: &[(Self, &'static str, &'static str)] =
                &[$((Self::$file, $name, include_str!(concat!("../../assets/lexicon/", $name))),)*];
        }
    };
}

files! {
    /// Short answers in cells.
    Answers = "answers.txt",
    /// Words of names that keep capitals.
    Capitals = "capitals.txt",
    /// Words that no line parts.
    Compounds = "compounds.txt",
    /// Family names.
    FamilyNames = "family-names.txt",
    /// Headings inside a list.
    Groups = "groups.txt",
    /// Residential areas.
    Hamlets = "hamlets.txt",
    /// Headings of the columns of lists, by `intake::Field`.
    Headings = "headings.txt",
    /// Words before a name.
    Honorifics = "honorifics.txt",
    /// Bodies and offices.
    Institutions = "institutions.txt",
    /// Words before a value.
    Labels = "labels.txt",
    /// Headings of the columns of a map of units.
    MapHeadings = "map-headings.txt",
    /// Administrative units.
    Places = "places.txt",
    /// Posts.
    Posts = "posts.txt",
    /// Sentences that name people.
    Sentences = "sentences.txt",
    /// Lines under a list.
    Signatures = "signatures.txt",
    /// Titles above a list.
    Titles = "titles.txt",
    /// Sums and counting.
    Totals = "totals.txt",
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The section it stands in.
    pub section: &'static str,
    /// The word.
    pub word: &'static str,
    /// Whether more words may follow: "đơn vị …".
    pub goes_on: bool,
    /// What a short form stands for.
    pub stands_for: Option<&'static str>,
    /// Where it counts.
    notes: Vec<&'static str>,
}

impl Entry {
    /// Whether this is noted of the word.
    pub fn has(&self, note: &str) -> bool {
        self.notes.contains(&note)
    }
}

impl File {
    /// The words of the file in its order.
    pub fn entries(self) -> &'static [Entry] {
        // What is wrong in a file, a test finds; the program goes on without the line.
        static LOADED: LazyLock<HashMap<File, Vec<Entry>>> = LazyLock::new(|| {
            let good = |text| lines(text).filter_map(|(_, line)| line.ok()).collect();
            File::ALL.iter().map(|(file, _, text)| (*file, good(text))).collect()
        });
        LOADED.get(&self).map_or(&[], Vec::as_slice)
    }
}

/// The lines of a text with their numbers: words, or what is wrong.
fn lines(text: &'static str) -> impl Iterator<Item = (usize, Result<Entry, &'static str>)> {
    let mut section = "";
    let filled = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    filled.filter_map(move |(number, line)| {
        let Some(head) = line.strip_prefix('[') else { return Some((number, entry(section, line))) };
        section = head.strip_suffix(']').unwrap_or_default();
        section.is_empty().then_some((number, Err("a section is written [name]")))
    })
}

/// "tdp = tổ dân phố | list, post".
fn entry(section: &'static str, line: &'static str) -> Result<Entry, &'static str> {
    let (word, notes) = line.split_once('|').map_or((line, None), |(word, notes)| (word, Some(notes)));
    let (word, stands_for) =
        word.split_once(" = ").map_or((word, None), |(word, long)| (word, Some(long.trim())));
    let word = word.trim_end();
    let (word, goes_on) = word.strip_suffix(" …").map_or((word, false), |word| (word, true));
    let notes: Vec<_> = notes.into_iter().flat_map(|notes| notes.split(',')).map(str::trim).collect();
    let is_word = |word: &str| !word.is_empty() && clean(word) == word && word.to_lowercase() == word;
    if section.is_empty() {
        Err("a word stands before the first section")
    } else if !is_word(word) || stands_for.is_some_and(|long| !is_word(long)) {
        Err("a word is written small, in NFC, with single spaces")
    } else if notes.contains(&"") {
        Err("nothing stands behind \"|\" or between commas")
    } else {
        Ok(Entry { section, word, goes_on, stands_for, notes })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::lexicon::{Kind, Section, Use};
    use crate::vietnamese::fold::{fold, words};

    /// The notes that words of a file may have.
    fn known_notes(file: File) -> Vec<&'static str> {
        match file {
            File::Places | File::Hamlets | File::Institutions => {
                Use::ALL.iter().map(|(_, note)| *note).chain(["marked"]).collect()
            }
            File::Answers => vec!["marked", "no", "own"],
            File::Capitals => vec!["1", "2", "3", "4"],
            File::FamilyNames => vec!["common"],
            File::Headings => vec!["marked"],
            File::Honorifics => vec!["always", "message", "real"],
            File::Titles => vec!["people"],
            File::Totals => vec!["called", "list"],
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_line_of_every_file_is_right() {
        for (file, name, text) in File::ALL {
            assert!(text.starts_with("# "), "{name} begins with what it is and who uses it");
            assert!(text.contains("# Used by "), "{name} says who uses it");
            for (number, line) in lines(text) {
                let entry = line.unwrap_or_else(|wrong| panic!("{name}:{number}: {wrong}"));
                let unknown = entry.notes.iter().find(|note| !known_notes(*file).contains(note));
                assert_eq!(unknown, None, "{name}:{number}: a note nobody asks for");
                assert!(!entry.goes_on || *file == File::Headings, "{name}:{number}: only headings go on");
            }
        }
    }

    #[test]
    fn no_word_stands_twice_and_all_are_sorted() {
        for (file, name, _) in File::ALL {
            // Of headings neither marks nor signs count, unless it is noted.
            let key = |entry: &Entry| match file {
                File::Headings | File::MapHeadings if !entry.has("marked") => words(entry.word),
                _ => entry.word.to_owned(),
            };
            let mut seen = HashSet::new();
            for entry in file.entries() {
                assert!(seen.insert((entry.section, key(entry))), "{name}: {} stands twice", entry.word);
            }
            let order = |entry: &Entry| (fold(entry.word), entry.word);
            for pair in file.entries().windows(2).filter(|pair| pair[0].section == pair[1].section) {
                assert!(order(&pair[0]) < order(&pair[1]), "{name}: {} is not sorted", pair[1].word);
            }
        }
    }

    #[test]
    fn sections_in_files_are_those_the_code_asks_for() {
        for (file, name, _) in File::ALL {
            let own: HashSet<&str> = file.entries().iter().map(|entry| entry.section).collect();
            let asked: HashSet<&str> = match file {
                // Named by `intake::Field` and by the columns of a map, which have tests of their own.
                File::Headings | File::MapHeadings => continue,
                File::Places | File::Hamlets | File::Institutions => {
                    Kind::ALL.iter().filter(|(_, home, _)| home == file).map(|(_, _, name)| *name).collect()
                }
                _ => Section::ALL
                    .iter()
                    .filter(|(_, home, _)| home == file)
                    .map(|(_, _, name)| *name)
                    .collect(),
            };
            assert_eq!(own, asked, "{name}");
        }
    }

    #[test]
    fn broken_lines_are_found() {
        let text = "before\n[one]\nword\nWord\ntwo  spaces\nko\u{302}ng\n[two\nin none\n[three]\na |\nb | x,,y\n = c";
        let wrong: Vec<usize> =
            lines(text).filter(|(_, line)| line.is_err()).map(|(number, _)| number).collect();
        assert_eq!(wrong, [1, 4, 5, 6, 7, 8, 10, 11, 12]);
    }
}
