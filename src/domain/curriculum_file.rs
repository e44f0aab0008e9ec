//! A curriculum as one file, to share with another office: its topics with their
//! parts, and the documents they cite. `docs/curriculum-file.md` describes it.
//!
//! What comes from outside is hostile until it was checked: [`CurriculumFile::read`]
//! bounds everything before anything is kept.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use super::library::{DocumentDetails, LibraryMistake, MOST_LEVELS, TopicDetails};
use crate::sentence::{Explain, Sentence};

/// Marks a file as a curriculum of ours.
const FORMAT: &str = "taphuan-curriculum";
/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;
/// The largest file that is read, in bytes: a thousand times a usual one.
pub const MOST_BYTES: u64 = 4 * 1024 * 1024;
/// The most topics with their parts, and the most documents.
const MOST_ENTRIES: usize = 2000;
/// The most letters of one text.
const MOST_LETTERS: usize = 20_000;

/// The whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurriculumFile {
    format: String,
    version: u32,
    /// The curriculum's identity in every office.
    pub uid: String,
    /// What it is called.
    pub title: String,
    /// Its topics in order.
    pub topics: Vec<FileTopic>,
    /// Every document that is cited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<FileDocument>,
}

/// A topic with its parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileTopic {
    /// Its identity in every office.
    pub uid: String,
    /// "Một là".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What it is about.
    pub title: String,
    /// Points to cover, in lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outline: Option<String>,
    /// Usual length.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Documents it cites, by `uid`, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<String>,
    /// Its parts, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<FileTopic>,
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileDocument {
    /// Its identity in every office.
    pub uid: String,
    /// "Quy định".
    #[serde(default)]
    pub kind: String,
    /// "124-QĐ/TW".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// When it was issued, as precisely as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<FuzzyDate>,
    /// Who issued it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Documents it cites, by `uid`, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cites: Vec<String>,
}

/// Why a file is no curriculum that can be taken in. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileMistake {
    /// It could not be read.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// Larger than any curriculum.
    #[error("too large")]
    TooLarge,
    /// Not a curriculum of this program.
    #[error("not a curriculum")]
    NotOurs,
    /// Written by a newer version of this program.
    #[error("version {0}")]
    TooNew(u32),
    /// A curriculum, but not a whole one.
    #[error("damaged: {0}")]
    Damaged(String),
    /// More topics or documents than any curriculum.
    #[error("too many entries")]
    TooMany,
    /// Something in it that could not be typed in either.
    #[error(transparent)]
    Entry(#[from] LibraryMistake),
    /// Two entries, or an entry and what it cites, do not fit together.
    #[error("{0} does not fit")]
    Identity(String),
}

impl Explain for FileMistake {
    fn explain(&self) -> Sentence {
        match self {
            Self::Unreadable(reason) => {
                Sentence::new("store-topics-file-unreadable").with("reason", reason.clone())
            }
            Self::TooLarge => {
                Sentence::new("store-topics-file-large").with("most", (MOST_BYTES >> 20).to_string())
            }
            Self::NotOurs => Sentence::new("store-topics-file-not-ours"),
            Self::TooNew(version) => {
                Sentence::new("store-topics-file-new").with("version", *version).with("known", VERSION)
            }
            Self::Damaged(detail) => {
                Sentence::new("store-topics-file-damaged").with("detail", detail.clone())
            }
            Self::TooMany => Sentence::new("store-topics-file-many").with("most", MOST_ENTRIES),
            Self::Entry(mistake) => mistake.explain(),
            Self::Identity(uid) => Sentence::new("store-topics-file-identity").with("uid", uid.clone()),
        }
    }
}

impl CurriculumFile {
    /// A curriculum to be written.
    pub fn new(uid: String, title: String, topics: Vec<FileTopic>, documents: Vec<FileDocument>) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, uid, title, topics, documents }
    }

    /// As it stands in a file.
    pub fn write(&self) -> String {
        // Texts, numbers and lists: nothing of it can fail to be JSON.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads and checks a file. Texts come back clean.
    pub fn read(bytes: &[u8]) -> Result<Self, FileMistake> {
        #[derive(Deserialize)]
        struct Marks {
            format: String,
            version: u32,
        }
        if bytes.len() as u64 > MOST_BYTES {
            return Err(FileMistake::TooLarge);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // The marks first: a newer file may hold what this program does not know.
        let marks: Marks = serde_json::from_slice(bytes).map_err(|_| FileMistake::NotOurs)?;
        if marks.format != FORMAT {
            return Err(FileMistake::NotOurs);
        }
        if marks.version > VERSION {
            return Err(FileMistake::TooNew(marks.version));
        }
        let mut file: Self =
            serde_json::from_slice(bytes).map_err(|error| FileMistake::Damaged(error.to_string()))?;
        file.check()?;
        Ok(file)
    }

    fn check(&mut self) -> Result<(), FileMistake> {
        check_text(&self.title)?;
        self.title = crate::vietnamese::clean::clean(&self.title);
        if self.title.is_empty() {
            return Err(LibraryMistake::NoCurriculumTitle.into());
        }
        check_uid(&self.uid)?;
        if self.documents.len() > MOST_ENTRIES {
            return Err(FileMistake::TooMany);
        }
        let mut uids = BTreeSet::new();
        for document in &mut self.documents {
            document.check()?;
            if !uids.insert(document.uid.clone()) {
                return Err(FileMistake::Identity(document.uid.clone()));
            }
        }
        let known: BTreeSet<String> = uids.clone();
        let mut left = MOST_ENTRIES;
        for topic in &mut self.topics {
            topic.check(1, &known, &mut uids, &mut left)?;
        }
        check_citations(&self.documents)
    }
}

impl FileTopic {
    /// What it says.
    pub fn details(&self) -> TopicDetails {
        TopicDetails {
            label: self.label.clone(),
            title: self.title.clone(),
            outline: self.outline.clone(),
            minutes: self.minutes,
        }
    }

    fn check(
        &mut self,
        level: usize,
        documents: &BTreeSet<String>,
        uids: &mut BTreeSet<String>,
        left: &mut usize,
    ) -> Result<(), FileMistake> {
        if level > MOST_LEVELS {
            return Err(LibraryMistake::TooDeep(MOST_LEVELS).into());
        }
        *left = left.checked_sub(1).ok_or(FileMistake::TooMany)?;
        check_uid(&self.uid)?;
        if !uids.insert(self.uid.clone()) {
            return Err(FileMistake::Identity(self.uid.clone()));
        }
        for text in [Some(&self.title), self.label.as_ref(), self.outline.as_ref()].into_iter().flatten() {
            check_text(text)?;
        }
        let details = self.details().checked()?;
        (self.label, self.title, self.outline, self.minutes) =
            (details.label, details.title, details.outline, details.minutes);
        if let Some(unknown) = self.cites.iter().find(|uid| !documents.contains(*uid)) {
            return Err(FileMistake::Identity(unknown.chars().take(40).collect()));
        }
        self.parts.iter_mut().try_for_each(|part| part.check(level + 1, documents, uids, left))
    }
}

impl FileDocument {
    /// What it is.
    pub fn details(&self) -> DocumentDetails {
        DocumentDetails {
            kind: self.kind.clone(),
            number: self.number.clone(),
            date: self.date,
            issuer: self.issuer.clone(),
            title: self.title.clone(),
        }
    }

    fn check(&mut self) -> Result<(), FileMistake> {
        check_uid(&self.uid)?;
        let texts = [Some(&self.kind), self.number.as_ref(), self.issuer.as_ref(), self.title.as_ref()];
        texts.into_iter().flatten().try_for_each(|text| check_text(text))?;
        let details = self.details().checked()?;
        (self.kind, self.number, self.issuer, self.title) =
            (details.kind, details.number, details.issuer, details.title);
        Ok(())
    }
}

fn check_uid(uid: &str) -> Result<(), FileMistake> {
    match uuid::Uuid::try_parse(uid) {
        Ok(parsed) if parsed.to_string() == uid => Ok(()),
        _ => Err(FileMistake::Identity(uid.chars().take(40).collect())),
    }
}

fn check_text(text: &str) -> Result<(), FileMistake> {
    match text.len() > MOST_LETTERS {
        true => Err(FileMistake::TooLarge),
        false => Ok(()),
    }
}

/// Whether every cited document stands in the file and none cites itself,
/// directly or through others.
fn check_citations(documents: &[FileDocument]) -> Result<(), FileMistake> {
    let mut open: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for document in documents {
        open.insert(&document.uid, document.cites.iter().map(String::as_str).collect());
    }
    if let Some(unknown) =
        documents.iter().flat_map(|one| &one.cites).find(|uid| !open.contains_key(uid.as_str()))
    {
        return Err(FileMistake::Identity(unknown.chars().take(40).collect()));
    }
    // Documents that cite nothing any more are put aside until none is left.
    while !open.is_empty() {
        let done: BTreeSet<&str> =
            open.iter().filter(|(_, cites)| cites.is_empty()).map(|(uid, _)| *uid).collect();
        if done.is_empty() {
            return Err(LibraryMistake::CitesItself.into());
        }
        open.retain(|uid, _| !done.contains(uid));
        for cites in open.values_mut() {
            cites.retain(|uid| !done.contains(uid));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn uid(number: u8) -> String {
        uuid::Uuid::from_u128(u128::from(number)).to_string()
    }

    fn topic(number: u8, title: &str) -> FileTopic {
        FileTopic { uid: uid(number), title: title.into(), ..FileTopic::default() }
    }

    fn document(number: u8, cites: &[u8]) -> FileDocument {
        let cites = cites.iter().map(|one| uid(*one)).collect();
        FileDocument { uid: uid(number), kind: "Kết luận".into(), cites, ..FileDocument::default() }
    }

    fn file(topics: Vec<FileTopic>, documents: Vec<FileDocument>) -> CurriculumFile {
        CurriculumFile::new(uid(255), "Khung".into(), topics, documents)
    }

    fn refusal(file: &CurriculumFile) -> FileMistake {
        CurriculumFile::read(file.write().as_bytes()).expect_err("refused")
    }

    #[test]
    fn a_file_is_read_as_it_was_written() {
        let mut one = topic(1, "Giám sát");
        one.parts = vec![FileTopic { minutes: Some(45), cites: vec![uid(9)], ..topic(2, "Phản biện") }];
        let dated = FileDocument { date: "2020-01".parse().ok(), ..document(9, &[8]) };
        let written = file(vec![one], vec![dated, document(8, &[])]);
        assert_eq!(CurriculumFile::read(written.write().as_bytes()), Ok(written));
    }

    #[test]
    fn other_files_are_refused_in_words() {
        let read = CurriculumFile::read;
        for other in ["", "{}", "[1]", "Họ và tên", r#"{"format":"x","version":1}"#, "\u{feff}"] {
            assert_eq!(read(other.as_bytes()), Err(FileMistake::NotOurs), "{other}");
        }
        assert_eq!(read(&[0xff; 40]), Err(FileMistake::NotOurs));
        let newer = r#"{"format":"taphuan-curriculum","version":2,"more":[]}"#;
        assert_eq!(read(newer.as_bytes()), Err(FileMistake::TooNew(2)));
        let half = r#"{"format":"taphuan-curriculum","version":1}"#;
        assert!(matches!(read(half.as_bytes()), Err(FileMistake::Damaged(_))));
        assert_eq!(read(&vec![b' '; 5_000_000]), Err(FileMistake::TooLarge));
        let deep = format!(r#"{{"format":"taphuan-curriculum","version":1,"topics":{}"#, "[".repeat(100_000));
        assert_eq!(read(deep.as_bytes()), Err(FileMistake::NotOurs));
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        assert_eq!(refusal(&file(vec![topic(1, " ")], vec![])), LibraryMistake::NoTopicTitle.into());
        let twice = file(vec![topic(1, "A"), topic(1, "B")], vec![]);
        assert_eq!(refusal(&twice), FileMistake::Identity(uid(1)));
        let named = file(vec![FileTopic { uid: "một".into(), ..topic(1, "A") }], vec![]);
        assert_eq!(refusal(&named), FileMistake::Identity("một".into()));
        let ring = file(vec![], vec![document(1, &[2]), document(2, &[3]), document(3, &[1])]);
        assert_eq!(refusal(&ring), LibraryMistake::CitesItself.into());
        let nothing = file(vec![FileTopic { cites: vec![uid(7)], ..topic(1, "A") }], vec![]);
        assert_eq!(refusal(&nothing), FileMistake::Identity(uid(7)));
        let mut tower = topic(0, "Trên cùng");
        for level in 1..=12 {
            tower = FileTopic { parts: vec![tower], ..topic(level, "Tầng") };
        }
        assert_eq!(refusal(&file(vec![tower], vec![])), LibraryMistake::TooDeep(MOST_LEVELS).into());
        let long = file(vec![topic(1, &"a".repeat(30_000))], vec![]);
        assert_eq!(refusal(&long), FileMistake::TooLarge);
    }
}
