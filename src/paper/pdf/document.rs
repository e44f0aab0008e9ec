//! The objects of a file, in the order they are put out (ISO 32000-1, 7.7).
//!
//! One resource dictionary for all pages; shared drawings as form XObjects; language, title bar and true-size printing;
//! dates from the data; an outline that is a tree; XMP.

use lopdf::{Dictionary, Error, Object, ObjectId, Stream, StringFormat, dictionary};

use super::drawing;
use super::file::File;
use super::names::{INK, face_name, picture_name, shared_name};
use super::outline::{self, Entry};
use super::resources::Resources;
use super::{fonts, metadata};
use crate::domain::date::FuzzyDate;
use crate::domain::picture::Picture;
use crate::paper::content::Info;
use crate::paper::layout::{Item, Page};

/// A file that is being put together.
pub struct Document {
    file: File,
    /// The root of the file, and what says what it is.
    root: ObjectId,
    info: ObjectId,
    /// The root of the page tree, put last: only then are all pages known.
    tree: ObjectId,
    /// What all pages share.
    resources: ObjectId,
    /// The pages so far.
    kids: Vec<Object>,
    /// The size of all pages, when they have one.
    size: Option<Object>,
    /// The outline, put last, too: its number and its entries.
    outline: Option<(ObjectId, Vec<Entry>)>,
}

impl Document {
    /// Begins with what the pages share: what they need, and drawings with the places that pages know them by.
    pub fn start(
        info: &Info,
        pages: &[Page],
        needed: &Resources,
        shared: &[(usize, &Vec<Item>)],
        outline: Vec<Entry>,
    ) -> Result<Self, Error> {
        let mut file = File::new(&[&info.title, &info.author]);
        let resources = put_resources(&mut file, needed, pages, shared)?;
        let about = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let metadata = file.put_new(Stream::new(about, metadata::packet(info).into_bytes()))?;
        let tree = file.number()?;
        let mut catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => tree,
            "Metadata" => metadata,
            "Lang" => Object::string_literal("vi-VN"),
            "PageLayout" => "OneColumn",
            "PageMode" => if outline.is_empty() { "UseNone" } else { "UseOutlines" },
            // The title of the paper instead of a file name; printed at its true size.
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true, "PrintScaling" => "None" },
        };
        let outline = match outline.is_empty() {
            true => None,
            false => Some((file.number()?, outline)),
        };
        if let Some((number, _)) = &outline {
            catalog.set("Outlines", *number);
        }
        let root = file.put_new(catalog)?;
        let info = file.put_new(description(info))?;
        Ok(Self { file, root, info, tree, resources, kids: Vec::new(), size: common_size(pages), outline })
    }

    /// Adds a page with its content.
    pub fn add(&mut self, page: &Page, content: Stream) -> Result<(), Error> {
        let content = self.file.put_new(content)?;
        // Resources, and the size if all share it, come from the tree.
        let mut about = dictionary! { "Type" => "Page", "Parent" => self.tree, "Contents" => content };
        if self.size.is_none() {
            about.set("MediaBox", size_of(page));
        }
        self.kids.push(self.file.put_new(about)?.into());
        Ok(())
    }

    /// The file.
    pub fn finish(self) -> Result<Vec<u8>, Error> {
        let Self { mut file, root, info, tree, resources, kids, size, outline } = self;
        if let Some((number, entries)) = outline {
            outline::put(&mut file, number, &entries, &kids)?;
        }
        let count = i64::try_from(kids.len()).unwrap_or(i64::MAX);
        let mut pages =
            dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids, "Resources" => resources };
        if let Some(size) = size {
            pages.set("MediaBox", size);
        }
        file.put(tree, pages.into())?;
        file.finish(root, info)
    }
}

/// Puts fonts, pictures and drawings, and the dictionary that names them.
fn put_resources(
    file: &mut File,
    needed: &Resources,
    pages: &[Page],
    shared: &[(usize, &Vec<Item>)],
) -> Result<ObjectId, Error> {
    let mut faces = Dictionary::new();
    for font in &needed.fonts {
        faces.set(face_name(font.face), fonts::put(file, font)?);
    }
    let named = |drawn: &Dictionary| {
        let mut named = dictionary! { "Font" => faces.clone() };
        if !drawn.is_empty() {
            named.set("XObject", drawn.clone());
        }
        if needed.inked {
            // What is under ink is seen through it.
            let ink = dictionary! { "Type" => "ExtGState", "BM" => "Multiply" };
            named.set("ExtGState", dictionary! { INK => ink });
        }
        named
    };
    let mut drawn = Dictionary::new();
    for (index, picture) in needed.pictures.iter().enumerate() {
        drawn.set(picture_name(index), file.put_new(image(picture))?);
    }
    // Drawings show pictures, and no other drawings. All pages of a paper that has them are of one size.
    if let (Some(page), false) = (pages.first(), shared.is_empty()) {
        let within = file.put_new(named(&drawn))?;
        for &(index, items) in shared {
            let about = dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => size_of(page),
                "Resources" => within,
            };
            let content = drawing::drawing(items, page.height, needed);
            drawn.set(shared_name(index), file.put_new(Stream::new(about, content))?);
        }
    }
    file.put_new(named(&drawn))
}

/// A picture.
fn image(picture: &Picture) -> Stream {
    let about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width()),
        "Height" => i64::from(picture.height()),
        "ColorSpace" => "DeviceRGB",
        "BitsPerComponent" => 8,
    };
    Stream::new(about, picture.rgb().to_vec())
}

/// The size of the pages as their /MediaBox says it, when all have the same.
fn common_size(pages: &[Page]) -> Option<Object> {
    let first = size_of(pages.first()?);
    pages.iter().all(|page| size_of(page) == first).then_some(first)
}

/// The size of a page as its /MediaBox says it.
fn size_of(page: &Page) -> Object {
    Object::Array(vec![0.into(), 0.into(), real(page.width), real(page.height)])
}

/// Points, to the hundredth.
pub fn real(points: f32) -> Object {
    Object::Real((points * 100.0).round() / 100.0)
}

/// The program, as files name it.
pub const CREATOR: &str = "Tập huấn";
/// The program with its version.
pub const PRODUCER: &str = concat!("Tập huấn ", env!("CARGO_PKG_VERSION"));

/// What the file says of itself.
fn description(info: &Info) -> Dictionary {
    let mut about = Dictionary::new();
    for (key, text) in [
        ("Title", info.title.as_str()),
        ("Author", info.author.as_str()),
        ("Subject", info.subject.as_str()),
        ("Creator", CREATOR),
        ("Producer", PRODUCER),
    ] {
        if !text.is_empty() {
            about.set(key, text_string(text));
        }
    }
    if let Some(date) = info.date.and_then(pdf_date) {
        about.set("CreationDate", Object::string_literal(date.as_str()));
        about.set("ModDate", Object::string_literal(date));
    }
    about
}

/// Text in UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2).
pub fn text_string(text: &str) -> Object {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// A date as PDF writes it, as precisely as it is known; midnight in Việt Nam
/// for a full day. `None` without a year.
fn pdf_date(date: FuzzyDate) -> Option<String> {
    let year = date.year()?;
    Some(match (date.month(), date.day_of_month()) {
        (Some(month), Some(day)) => format!("D:{year:04}{month:02}{day:02}000000+07'00'"),
        (Some(month), None) => format!("D:{year:04}{month:02}"),
        _ => format!("D:{year:04}"),
    })
}
