//! A form of certificates as one file, `*.taphuan-mau`, to share with another office: the design, and the pictures it
//! shows.
//!
//! JSON with the pictures as base64: one text that any program can look into, with nothing in it to unpack. What comes
//! from outside is hostile until it was checked: [`TemplateFile::read`] bounds the whole before it is read, and each
//! picture before it is unpacked.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{Design, Draft, PictureKey, TemplateMistake, VERSION};
use crate::domain::picture::{MOST_BYTES_KEPT, Picture};

/// What its name ends with.
pub const ENDING: &str = "taphuan-mau";
/// Marks a file as a form of certificates of ours.
const FORMAT: &str = "taphuan-mau";
/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = 24 << 20;

/// A design with its pictures, all checked.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateFile {
    /// The design.
    pub design: Design,
    /// The pictures it shows, as files.
    pub pictures: BTreeMap<PictureKey, Arc<[u8]>>,
}

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    version: u32,
    design: Draft,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pictures: BTreeMap<PictureKey, String>,
}

/// What is asked of a file before anything else of it.
#[derive(Deserialize)]
struct Beginning {
    format: String,
    version: u32,
}

/// The bytes of a file, no more of them than a form may have.
///
/// Errors: what cannot be read, or is larger.
pub fn load(path: &Path) -> Result<Vec<u8>, TemplateMistake> {
    let unreadable = |error: std::io::Error| TemplateMistake::Unreadable(error.to_string());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(unreadable)?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

impl TemplateFile {
    /// Reads a file.
    ///
    /// Errors: what is none of ours, of a newer version, damaged, too large, or says what this program does not know;
    /// pictures that are missing, or not what they say.
    pub fn read(bytes: &[u8]) -> Result<Self, TemplateMistake> {
        if u64::try_from(bytes.len()).is_ok_and(|bytes| bytes > MOST_BYTES) {
            return Err(TemplateMistake::TooLarge);
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let beginning: Beginning = serde_json::from_slice(bytes).map_err(|_| TemplateMistake::NotOurs)?;
        if beginning.format != FORMAT {
            return Err(TemplateMistake::NotOurs);
        }
        if beginning.version == 0 || beginning.version > VERSION {
            return Err(TemplateMistake::Version(beginning.version));
        }
        let written: Written = serde_json::from_slice(bytes).map_err(|error| refused(&error))?;
        let design = Design::try_from(written.design)?;
        let mut pictures = BTreeMap::new();
        for key in design.pictures() {
            let text = written.pictures.get(key).ok_or(TemplateMistake::NoPicture)?;
            pictures.insert(key.clone(), picture(key, text)?);
        }
        Ok(Self { design, pictures })
    }

    /// The file. Pictures that it does not show stay behind.
    pub fn write(&self) -> String {
        let shown = self.design.pictures();
        let pictures = self.pictures.iter().filter(|(key, _)| shown.contains(key));
        let written = Written {
            format: FORMAT.to_owned(),
            version: VERSION,
            design: Draft::from(self.design.clone()),
            pictures: pictures.map(|(key, file)| (key.clone(), STANDARD.encode(file))).collect(),
        };
        // Plain values under text keys can always be written.
        let text = serde_json::to_string_pretty(&written);
        debug_assert!(text.is_ok());
        text.unwrap_or_default() + "\n"
    }
}

/// A picture whose key says what it is.
fn picture(key: &PictureKey, text: &str) -> Result<Arc<[u8]>, TemplateMistake> {
    if text.len() / 4 * 3 > MOST_BYTES_KEPT + 3 {
        return Err(TemplateMistake::Picture);
    }
    let file = STANDARD.decode(text).map_err(|_| TemplateMistake::Picture)?;
    if PictureKey::of(&file) != *key || Picture::read_large_kept(&file).is_err() {
        return Err(TemplateMistake::Picture);
    }
    Ok(file.into())
}

/// Why JSON is not what it should be: what is unknown is named.
fn refused(error: &serde_json::Error) -> TemplateMistake {
    let said = error.to_string();
    let quoted = said.split('`').nth(1).map(|name| name.chars().take(60).collect::<String>());
    match quoted {
        Some(name) if said.starts_with("unknown ") => TemplateMistake::Unknown(name),
        _ => TemplateMistake::Damaged(said.chars().filter(|letter| !letter.is_control()).take(200).collect()),
    }
}
