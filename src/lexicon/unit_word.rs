//! Words with which the names of units begin: places, residential areas, institutions.

use std::sync::LazyLock;

use super::file::{Entry, File};

/// What sort of unit a word begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Trung ương.
    Central,
    /// Tỉnh.
    Province,
    /// Huyện, quận.
    District,
    /// Xã, phường.
    Commune,
    /// Thôn, tổ dân phố.
    Hamlet,
    /// A body or office that is no place.
    Institution,
}

impl Kind {
    /// Every kind, its file and its section there.
    pub(super) const ALL: [(Self, File, &'static str); 6] = [
        (Self::Central, File::Places, "central"),
        (Self::Province, File::Places, "province"),
        (Self::District, File::Places, "district"),
        (Self::Commune, File::Places, "commune"),
        (Self::Hamlet, File::Hamlets, "hamlet"),
        (Self::Institution, File::Institutions, "institution"),
    ];
}

/// Where words count: none is safe everywhere. `assets/lexicon/places.txt` says it in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Use {
    /// At the beginning of a cell or heading of a list.
    List,
    /// Behind a post, in the same cell.
    Post,
    /// In the lines of a message.
    Message,
    /// As the heading of a column whose values lack it.
    Column,
    /// In the printed unit of a person.
    Person,
    /// In a map of units.
    Map,
    /// Behind a comma, in the text of a unit of the tree.
    Tree,
    /// Inside a sentence of a paper.
    Sentence,
    /// Where the name of an organisation breaks.
    Break,
    /// At the head of a letter, of a body whose people come from it and from no hamlet.
    Sender,
}

impl Use {
    /// Every use with its note in the files.
    pub(super) const ALL: [(Self, &'static str); 10] = [
        (Self::List, "list"),
        (Self::Post, "post"),
        (Self::Message, "message"),
        (Self::Column, "column"),
        (Self::Person, "person"),
        (Self::Map, "map"),
        (Self::Tree, "tree"),
        (Self::Sentence, "sentence"),
        (Self::Break, "break"),
        (Self::Sender, "sender"),
    ];
}

/// A word with which the names of units begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitWord {
    /// In small letters: "xã".
    pub word: &'static str,
    /// The whole word of a short form: "tổ dân phố" of "tdp".
    pub whole: &'static str,
    /// What it begins.
    pub kind: Kind,
    /// In lists it counts only with its marks: without them it is another word.
    pub needs_marks: bool,
    uses: Vec<Use>,
}

impl UnitWord {
    fn new(kind: Kind, entry: &Entry) -> Self {
        let uses = Use::ALL.iter().filter(|(_, note)| entry.has(note)).map(|(one, _)| *one);
        Self {
            word: entry.word,
            whole: entry.stands_for.unwrap_or(entry.word),
            kind,
            needs_marks: entry.has("marked"),
            uses: uses.collect(),
        }
    }
}

/// The words that count somewhere.
pub fn unit_words(wanted: Use) -> impl Iterator<Item = &'static UnitWord> {
    static WORDS: LazyLock<Vec<UnitWord>> = LazyLock::new(|| {
        let of = |(kind, file, section): (Kind, File, &'static str)| {
            let own = file.entries().iter().filter(move |entry| entry.section == section);
            own.map(move |entry| UnitWord::new(kind, entry))
        };
        Kind::ALL.into_iter().flat_map(of).collect()
    });
    WORDS.iter().filter(move |word| word.uses.contains(&wanted))
}
