//! What printpdf cannot say, put right in its documents on their way into the file.
//!
//! One resource dictionary for all pages; shared drawings as form XObjects with
//! a /BBox and resources of their own; language, title bar and true-size
//! printing; dates from the data; an outline that is a tree; XMP; no claim to PDF/X.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use super::Pictures;
use super::file::File;
use super::metadata;
use super::ops::{INK, picture_id};
use super::outline::{self, Entry};
use crate::domain::date::FuzzyDate;
use crate::domain::picture::Picture;
use crate::paper::content::Info;
use crate::paper::layout::Page;

/// A file being put together from what printpdf made of its parts.
pub struct Assembly {
    file: File,
    /// The root of the page tree, put last: only then are all pages known.
    tree: (ObjectId, Dictionary),
    /// The root of the file, and what says what it is.
    root: ObjectId,
    info: ObjectId,
    /// The pages so far.
    kids: Vec<Object>,
    /// The size of all pages, when they have one.
    size: Option<Object>,
    /// The outline, put last, too: its number and its entries.
    outline: Option<(ObjectId, Vec<Entry>)>,
}

impl Assembly {
    /// Begins with the first part: its pages, then the shared drawings named in
    /// `shared`, then a page that is left out. `size` is that of the pages of every part.
    pub fn start(
        mut document: Document,
        info: &Info,
        size: Option<Object>,
        first: &[Page],
        shared: &[String],
        pictures: &Pictures,
        outline: Vec<Entry>,
    ) -> Result<Self, lopdf::Error> {
        let ids: Vec<ObjectId> = document.page_iter().collect();
        let tree = document.catalog()?.get(b"Pages")?.as_reference()?;
        let (own, others) = ids.split_at(first.len().min(ids.len()));
        let (drawings, specimen) = others.split_at(shared.len().min(others.len()));
        let fonts = fonts(&mut document, &ids)?;

        let mut drawn = Dictionary::new();
        for (index, picture) in pictures.all.iter().enumerate() {
            drawn.set(picture_id(index), Object::Reference(image(&mut document, picture)?));
        }
        // Drawings may show pictures, and no other drawings.
        let mut within = dictionary! { "Font" => fonts };
        if !drawn.is_empty() {
            within.set("XObject", drawn.clone());
        }
        if pictures.inked {
            within.set("ExtGState", ink());
        }
        for (name, &page) in shared.iter().zip(drawings) {
            let form = form(&mut document, page, &within, first)?;
            drawn.set(name.as_str(), Object::Reference(form));
        }
        for &page in specimen {
            let contents = drop_page(&mut document, page)?.get(b"Contents")?.as_reference()?;
            document.objects.remove(&contents);
        }
        let mut resources = dictionary! { "Font" => fonts };
        if !drawn.is_empty() {
            resources.set("XObject", drawn);
        }
        if pictures.inked {
            resources.set("ExtGState", ink());
        }
        let resources = document.add_object(resources);
        document.get_object_mut(tree)?.as_dict_mut()?.set("Resources", resources);
        for (&id, page) in own.iter().zip(first) {
            let contents = drop_page(&mut document, id)?.get(b"Contents")?.as_reference()?;
            document.set_object(id, page_dictionary(tree, contents, page, size.as_ref()));
        }
        describe(&mut document, info, !outline.is_empty())?;

        let mut file = File::new(&[&info.title, &info.author]);
        // Numbered anew, without gaps, so that the table of objects stays short.
        let mut numbers = BTreeMap::new();
        for &old in document.objects.keys() {
            numbers.insert(old, file.number()?);
        }
        let named = |id: ObjectId| numbers.get(&id).copied().ok_or(lopdf::Error::ObjectNotFound(id));
        let mut whole = Self {
            tree: (named(tree)?, Dictionary::new()),
            root: named(document.trailer.get(b"Root")?.as_reference()?)?,
            info: named(document.trailer.get(b"Info")?.as_reference()?)?,
            kids: own.iter().map(|id| named(*id).map(Object::Reference)).collect::<Result<_, _>>()?,
            size,
            outline: None,
            file,
        };
        let metadata = whole.file.number()?;
        let about = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        whole.file.put(metadata, Stream::new(about, metadata::packet(info).into_bytes()).into())?;
        if !outline.is_empty() {
            whole.outline = Some((whole.file.number()?, outline));
        }
        for (id, mut object) in document.objects {
            refer(&mut object, &numbers);
            match object {
                Object::Dictionary(dictionary) if id == tree => whole.tree.1 = dictionary,
                Object::Dictionary(mut catalog) if named(id)? == whole.root => {
                    catalog.set("Metadata", metadata);
                    if let Some((outline, _)) = &whole.outline {
                        catalog.set("Outlines", *outline);
                    }
                    whole.file.put(whole.root, catalog.into())?;
                }
                object => whole.file.put(named(id)?, object)?,
            }
        }
        Ok(whole)
    }

    /// Adds the pages of a further part.
    pub fn append(&mut self, mut part: Document, pages: &[Page]) -> Result<(), lopdf::Error> {
        let ids: Vec<ObjectId> = part.page_iter().collect();
        for (&id, page) in ids.iter().zip(pages) {
            let contents = part.get_dictionary(id)?.get(b"Contents")?.as_reference()?;
            let stream = part.objects.remove(&contents).ok_or(lopdf::Error::ObjectNotFound(contents))?;
            let (contents, id) = (self.file.number()?, self.file.number()?);
            self.file.put(contents, stream)?;
            self.file.put(id, page_dictionary(self.tree.0, contents, page, self.size.as_ref()).into())?;
            self.kids.push(Object::Reference(id));
        }
        Ok(())
    }

    /// The file.
    pub fn finish(self) -> Result<Vec<u8>, lopdf::Error> {
        let Self { mut file, tree: (id, mut tree), root, info, kids, size, outline } = self;
        if let Some((number, entries)) = outline {
            outline::put(&mut file, number, &entries, &kids)?;
        }
        tree.set("Count", i64::try_from(kids.len()).unwrap_or(i64::MAX));
        tree.set("Kids", kids);
        if let Some(size) = size {
            tree.set("MediaBox", size);
        }
        file.put(id, tree.into())?;
        file.finish(root, info)
    }
}

/// One page: resources, and the size if all share it, come from the tree.
fn page_dictionary(tree: ObjectId, contents: ObjectId, page: &Page, common: Option<&Object>) -> Dictionary {
    let mut dictionary = dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => contents };
    if common.is_none() {
        dictionary.set("MediaBox", size_of(page));
    }
    dictionary
}

/// Replaces the numbers of the objects that one refers to.
fn refer(object: &mut Object, numbers: &BTreeMap<ObjectId, ObjectId>) {
    let dictionary = match object {
        Object::Reference(id) => {
            *id = numbers.get(id).copied().unwrap_or(*id);
            return;
        }
        Object::Array(array) => {
            array.iter_mut().for_each(|object| refer(object, numbers));
            return;
        }
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &mut stream.dict,
        _ => return,
    };
    dictionary.iter_mut().for_each(|(_, object)| refer(object, numbers));
}

/// The size of the pages as their /MediaBox says it, when all have the same.
pub fn common_size(pages: &[Page]) -> Option<Object> {
    let first = size_of(pages.first()?);
    pages.iter().all(|page| size_of(page) == first).then_some(first)
}

/// The size of a page as its /MediaBox says it.
fn size_of(page: &Page) -> Object {
    Object::Array(vec![0.into(), 0.into(), real(page.width), real(page.height)])
}

pub fn real(points: f32) -> Object {
    Object::Real((points * 100.0).round() / 100.0)
}

/// The dictionary of fonts that all pages name; the other shared dictionaries,
/// which are empty, are removed.
fn fonts(document: &mut Document, pages: &[ObjectId]) -> Result<ObjectId, lopdf::Error> {
    let first = pages.first().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let resources = document.get_dictionary(*first)?.get(b"Resources")?.as_reference()?;
    let resources = document.get_dictionary(resources)?;
    let named = |key: &[u8]| resources.get(key).and_then(Object::as_reference);
    let fonts = named(b"Font")?;
    let empty = [named(b"XObject"), named(b"ExtGState"), named(b"Shading")];
    for id in empty.into_iter().flatten() {
        document.objects.remove(&id);
    }
    Ok(fonts)
}

/// Takes a page and its resource dictionary out of the document.
fn drop_page(document: &mut Document, id: ObjectId) -> Result<Dictionary, lopdf::Error> {
    let page = document.objects.remove(&id).ok_or(lopdf::Error::ObjectNotFound(id))?;
    let page = page.as_dict()?.clone();
    document.objects.remove(&page.get(b"Resources")?.as_reference()?);
    Ok(page)
}

/// Turns a page into a form XObject.
fn form(
    document: &mut Document,
    page_id: ObjectId,
    within: &Dictionary,
    pages: &[Page],
) -> Result<ObjectId, lopdf::Error> {
    let page = drop_page(document, page_id)?;
    let contents = page.get(b"Contents")?.as_reference()?;
    let (width, height) = pages.first().map_or((0.0, 0.0), |page| (page.width, page.height));
    let stream = document.get_object_mut(contents)?.as_stream_mut()?;
    stream.dict.set("Type", "XObject");
    stream.dict.set("Subtype", "Form");
    stream.dict.set("BBox", vec![0.into(), 0.into(), real(width), real(height)]);
    stream.dict.set("Resources", within.clone());
    Ok(contents)
}

/// How ink is drawn: what is under it is seen through it.
fn ink() -> Dictionary {
    dictionary! { INK => dictionary! { "Type" => "ExtGState", "BM" => "Multiply" } }
}

/// Adds a picture.
fn image(document: &mut Document, picture: &Picture) -> Result<ObjectId, lopdf::Error> {
    let about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(picture.width()),
        "Height" => i64::from(picture.height()),
        "ColorSpace" => "DeviceRGB",
        "BitsPerComponent" => 8,
    };
    let mut stream = Stream::new(about, picture.rgb().to_vec());
    stream.compress()?;
    Ok(document.add_object(stream))
}

/// The program, as files name it.
pub const CREATOR: &str = "Tập huấn";
/// The program with its version.
pub const PRODUCER: &str = concat!("Tập huấn ", env!("CARGO_PKG_VERSION"));

/// Language, viewer and document information.
fn describe(document: &mut Document, info: &Info, outlined: bool) -> Result<(), lopdf::Error> {
    let catalog = document.catalog_mut()?;
    catalog.set("Lang", Object::string_literal("vi-VN"));
    // The title of the paper instead of a file name; printed at its true size.
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true, "PrintScaling" => "None" });
    catalog.set("PageMode", if outlined { "UseOutlines" } else { "UseNone" });

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
    let id = document.trailer.get(b"Info")?.as_reference()?;
    document.set_object(id, about);
    Ok(())
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
