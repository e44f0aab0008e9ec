//! The parts of a Word file and the archive they stand in.

use std::fmt::Display;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::NAMESPACES;
use super::edges::{self, Edge, Edges};
use super::stylesheet;
use crate::paper::content::Info;
use crate::paper::finding::PaperError;
use crate::paper::font::composed;
use crate::paper::xml::Xml;

/// Where the types of relations begin.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// Where the types of parts begin.
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The type of relation and of part that the core properties have.
const CORE: [&str; 2] = [
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "application/vnd.openxmlformats-package.core-properties+xml",
];

/// Packs the parts.
pub fn pack(info: &Info, body: String, edges: Edges) -> Result<Vec<u8>, PaperError> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(&edges)),
        ("_rels/.rels".to_owned(), relations_of_package()),
        ("docProps/core.xml".to_owned(), core_properties(info)),
        ("word/document.xml".to_owned(), body),
        ("word/_rels/document.xml.rels".to_owned(), relations_of_document(&edges)),
        ("word/styles.xml".to_owned(), stylesheet::styles()),
        ("word/settings.xml".to_owned(), settings()),
    ];
    let edges = edges.parts.into_iter().enumerate();
    parts.extend(edges.map(|(place, (edge, part))| (format!("word/{}", file_name(edge, place)), part)));
    archive(parts).map_err(|error| PaperError::Write(error.to_string()))
}

/// What the file of a head or a foot is called.
fn file_name(edge: Edge, place: usize) -> String {
    format!("{}{}.xml", edge.name(), place + 1)
}

fn archive(parts: Vec<(String, String)>) -> zip::result::ZipResult<Vec<u8>> {
    // The time of an entry and the system it was made on are constants: the same content gives
    // the same bytes.
    let options = SimpleFileOptions::default()
        .system(System::Unix)
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types(edges: &Edges) -> String {
    let root: [(&str, &dyn Display); 1] =
        [("xmlns", &"http://schemas.openxmlformats.org/package/2006/content-types")];
    Xml::part("Types", &root, |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        xml.empty("Default", &[("Extension", &"rels"), ("ContentType", &rels)]);
        xml.empty("Default", &[("Extension", &"xml"), ("ContentType", &"application/xml")]);
        let mut part = |name: &str, kind: &str| {
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)]);
        };
        part("/word/document.xml", &format!("{TYPES}.document.main+xml"));
        part("/word/styles.xml", &format!("{TYPES}.styles+xml"));
        part("/word/settings.xml", &format!("{TYPES}.settings+xml"));
        for (place, (edge, _)) in edges.parts.iter().enumerate() {
            part(&format!("/word/{}", file_name(*edge, place)), &format!("{TYPES}.{}+xml", edge.name()));
        }
        part("/docProps/core.xml", CORE[1]);
    })
}

fn relations(relations: &[(String, String, String)]) -> String {
    let root: [(&str, &dyn Display); 1] =
        [("xmlns", &"http://schemas.openxmlformats.org/package/2006/relationships")];
    Xml::part("Relationships", &root, |xml| {
        for (id, kind, target) in relations {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    })
}

fn relations_of_package() -> String {
    relations(&[
        ("rIdDocument".into(), format!("{RELATIONS}/officeDocument"), "word/document.xml".into()),
        ("rIdCore".into(), CORE[0].into(), "docProps/core.xml".into()),
    ])
}

fn relations_of_document(edges: &Edges) -> String {
    let mut all = vec![
        ("rIdStyles".to_owned(), format!("{RELATIONS}/styles"), "styles.xml".to_owned()),
        ("rIdSettings".to_owned(), format!("{RELATIONS}/settings"), "settings.xml".to_owned()),
    ];
    let edge = |(place, (edge, _)): (usize, &(Edge, String))| {
        (edges::id(place), format!("{RELATIONS}/{}", edge.name()), file_name(*edge, place))
    };
    all.extend(edges.parts.iter().enumerate().map(edge));
    relations(&all)
}

/// In the order of CT_Settings.
fn settings() -> String {
    Xml::part("w:settings", &NAMESPACES, |xml| {
        xml.empty("w:zoom", &[("w:percent", &100)]);
        xml.value("w:defaultTabStop", 720);
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            // As Word 2013 and later set pages; without it Word opens the file in
            // "compatibility mode", with tables that stand out into the margins.
            let uri = "http://schemas.microsoft.com/office/word";
            xml.empty(
                "w:compatSetting",
                &[("w:name", &"compatibilityMode"), ("w:uri", &uri), ("w:val", &15)],
            );
        });
        xml.empty("w:themeFontLang", &[("w:val", &"vi-VN")]);
        xml.value("w:decimalSymbol", ",");
        xml.value("w:listSeparator", ";");
    })
}

/// What the file says of itself, the day from the data.
fn core_properties(info: &Info) -> String {
    let root: [(&str, &dyn Display); 5] = [
        ("xmlns:cp", &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
        ("xmlns:dcmitype", &"http://purl.org/dc/dcmitype/"),
        ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
    ];
    Xml::part("cp:coreProperties", &root, |xml| {
        let mut said = |name: &str, text: &str| {
            if !text.is_empty() {
                xml.element(name, &[], |xml| xml.text(&composed(text)));
            }
        };
        said("dc:title", &info.title);
        said("dc:subject", &info.subject);
        said("dc:creator", &info.author);
        said("dc:language", "vi-VN");
        if let Some(day) = info.date.and_then(|date| date.calendar()) {
            for name in ["dcterms:created", "dcterms:modified"] {
                xml.element(name, &[("xsi:type", &"dcterms:W3CDTF")], |xml| {
                    xml.text(&format!("{day}T00:00:00Z"));
                });
            }
        }
    })
}
