//! Parts of an Office file as trees, read by a parser that refuses what is ill-formed.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element with what stands in it.
#[derive(Debug, Clone, Default)]
pub struct Element {
    /// With its prefix: "w:p".
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
}

#[derive(Debug, Clone)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The elements right below it.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of that name right below it.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// Follows names downwards.
    pub fn at(&self, path: &[&str]) -> Option<&Element> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// Whether it has that below it.
    pub fn has(&self, path: &[&str]) -> bool {
        self.at(path).is_some()
    }

    /// All elements of that name below it, however deep.
    pub fn all<'a>(&'a self, name: &'a str) -> Vec<&'a Element> {
        let mut found = Vec::new();
        self.walk(&mut |element| {
            if element.name == name {
                found.push(element);
            }
        });
        found
    }

    /// Visits every element below it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Element)) {
        for element in self.elements() {
            visit(element);
            element.walk(visit);
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The number in an attribute.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.attribute(name)?.parse().ok()
    }

    /// All text below it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.gather(&mut text);
        text
    }

    fn gather(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => element.gather(text),
            }
        }
    }
}

/// The root of a part. Panics where it is not well-formed.
pub fn parse(text: &str) -> Element {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => open.push(begun(&start)),
            Event::Empty(start) => {
                let element = begun(&start);
                last(&mut open).children.push(Node::Element(element));
            }
            Event::End(_) => {
                let element = open.pop().expect("an element that is open");
                last(&mut open).children.push(Node::Element(element));
            }
            Event::Text(words) => {
                let words = words.to_string();
                last(&mut open).children.push(Node::Text(words));
            }
            Event::GeneralRef(name) => {
                let letter = match &*name {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("&{other}; is not expected"),
                };
                last(&mut open).children.push(Node::Text(letter.to_owned()));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    let root = open.remove(0);
    root.elements().next().expect("a root").clone()
}

fn last(open: &mut [Element]) -> &mut Element {
    open.last_mut().expect("the document itself")
}

fn begun(start: &BytesStart) -> Element {
    let name = start.name().as_ref().to_owned();
    let attributes = start.attributes().map(|attribute| {
        let attribute = attribute.expect("well-formed");
        let name = attribute.key.as_ref().to_owned();
        let value = attribute.value.into_owned();
        (name, value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    });
    Element { name, attributes: attributes.collect(), children: Vec::new() }
}

/// Every part of an Office file that is XML, by its name.
pub fn parts(file: &[u8]) -> BTreeMap<String, Element> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let mut parts = BTreeMap::new();
    for name in names.into_iter().filter(|name| name.ends_with(".xml") || name.ends_with(".rels")) {
        let mut text = String::new();
        archive.by_name(&name).expect("a part").read_to_string(&mut text).expect("UTF-8");
        let root = parse(&text);
        parts.insert(name, root);
    }
    parts
}
