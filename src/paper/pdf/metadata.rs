//! What a file says of itself as XMP (ISO 16684-1), for archives and searching: the same as its information dictionary.

use std::fmt::Display;

use super::document::{CREATOR, PRODUCER};
use crate::domain::date::FuzzyDate;
use crate::paper::content::Info;
use crate::paper::font::composed;
use crate::paper::xml::Xml;

/// Where a packet begins; the id is that of the standard.
const BEGINNING: &str = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
/// Where it ends: it is not to be changed in place.
const END: &str = "\n<?xpacket end=\"r\"?>";

/// The name spaces of the description.
const NAMESPACES: [(&str, &dyn Display); 4] = [
    ("rdf:about", &""),
    ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
    ("xmlns:xmp", &"http://ns.adobe.com/xap/1.0/"),
    ("xmlns:pdf", &"http://ns.adobe.com/pdf/1.3/"),
];

/// The packet of a paper.
pub fn packet(info: &Info) -> String {
    let rdf: [(&str, &dyn Display); 1] = [("xmlns:rdf", &"http://www.w3.org/1999/02/22-rdf-syntax-ns#")];
    let packet = Xml::after(BEGINNING, "x:xmpmeta", &[("xmlns:x", &"adobe:ns:meta/")], |xml| {
        xml.element("rdf:RDF", &rdf, |xml| {
            xml.element("rdf:Description", &NAMESPACES, |xml| describe(xml, info));
        });
    });
    packet + END
}

fn describe(xml: &mut Xml, info: &Info) {
    plain(xml, "dc:format", "application/pdf");
    of_language(xml, "dc:title", &info.title);
    several(xml, "dc:creator", "rdf:Seq", &info.author);
    of_language(xml, "dc:description", &info.subject);
    several(xml, "dc:language", "rdf:Bag", "vi-VN");
    if let Some(date) = info.date.and_then(iso_date) {
        plain(xml, "xmp:CreateDate", &date);
        plain(xml, "xmp:ModifyDate", &date);
    }
    plain(xml, "xmp:CreatorTool", CREATOR);
    plain(xml, "pdf:Producer", PRODUCER);
}

fn plain(xml: &mut Xml, name: &str, text: &str) {
    xml.element(name, &[], |xml| xml.text(text));
}

/// A text in the language of the paper.
fn of_language(xml: &mut Xml, name: &str, text: &str) {
    if !text.is_empty() {
        xml.element(name, &[], |xml| {
            xml.element("rdf:Alt", &[], |xml| {
                xml.element("rdf:li", &[("xml:lang", &"x-default")], |xml| xml.text(&composed(text)));
            });
        });
    }
}

/// A list of one.
fn several(xml: &mut Xml, name: &str, list: &str, text: &str) {
    if !text.is_empty() {
        xml.element(name, &[], |xml| {
            xml.element(list, &[], |xml| plain(xml, "rdf:li", &composed(text)));
        });
    }
}

/// A date as XMP writes it, as precisely as it is known; midnight in Việt Nam for a full day. `None` without a year.
fn iso_date(date: FuzzyDate) -> Option<String> {
    let year = date.year()?;
    Some(match (date.month(), date.day_of_month()) {
        (Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}T00:00:00+07:00"),
        (Some(month), None) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}"),
    })
}
