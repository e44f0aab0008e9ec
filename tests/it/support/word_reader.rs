//! Word files as their reader sees them: paragraphs, tables and sections in order.
#![allow(dead_code)]

use std::collections::BTreeMap;

use super::xml::{self, Element};

/// A file read back.
pub struct WordFile {
    pub parts: BTreeMap<String, Element>,
}

/// What stands in the text.
#[derive(Debug, Clone)]
pub enum Item {
    Paragraph(Paragraph),
    Table(Vec<TableRow>),
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    pub style: String,
    /// With spaces that do not break as they are.
    pub text: String,
    pub keeps_next: bool,
    pub breaks_page: bool,
    /// It ends a section.
    pub ends_section: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableRow {
    pub header: bool,
    pub cannot_split: bool,
    pub cells: Vec<TableCell>,
    /// It holds what ends the list: a table of its own stands in it.
    pub closing: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableCell {
    pub columns: i64,
    /// It goes on with the cell over it.
    pub under_other: bool,
    pub paragraphs: Vec<Paragraph>,
    pub struck: bool,
}

impl TableCell {
    /// Its paragraphs on a line each.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.paragraphs.iter().map(|one| one.text.as_str()).collect();
        lines.join("\n")
    }
}

impl TableRow {
    pub fn texts(&self) -> Vec<String> {
        self.cells.iter().map(TableCell::text).collect()
    }

    /// Every paragraph of it stays with the next.
    pub fn keeps_next(&self) -> bool {
        self.cells.iter().flat_map(|cell| &cell.paragraphs).all(|one| one.keeps_next)
    }
}

/// Reads a file.
pub fn read(file: &[u8]) -> WordFile {
    WordFile { parts: xml::parts(file) }
}

impl WordFile {
    pub fn part(&self, name: &str) -> &Element {
        self.parts.get(name).unwrap_or_else(|| panic!("{name} is missing"))
    }

    fn body(&self) -> &Element {
        self.part("word/document.xml").child("w:body").expect("a body")
    }

    /// The text in order.
    pub fn items(&self) -> Vec<Item> {
        let items = self.body().elements().filter_map(|element| match element.name.as_str() {
            "w:p" => Some(Item::Paragraph(self.paragraph(element))),
            "w:tbl" => Some(Item::Table(self.table(element))),
            _ => None,
        });
        items.collect()
    }

    /// The properties of its sections, in order.
    pub fn sections(&self) -> Vec<&Element> {
        self.body().all("w:sectPr")
    }

    /// The tables with lines.
    pub fn lists(&self) -> Vec<Vec<TableRow>> {
        let tables = self.body().all("w:tbl");
        let lists = tables.into_iter().filter(|table| {
            let style = table.at(&["w:tblPr", "w:tblStyle"]).and_then(|style| style.attribute("w:val"));
            style == Some("TableGrid")
        });
        lists.map(|table| self.table(table)).collect()
    }

    /// All text, a line for each paragraph, with ordinary spaces.
    pub fn lines(&self) -> Vec<String> {
        let paragraphs = self.body().all("w:p").into_iter().map(|one| self.paragraph(one).text);
        paragraphs.filter(|text| !text.is_empty()).map(|text| text.replace('\u{A0}', " ")).collect()
    }

    fn table(&self, table: &Element) -> Vec<TableRow> {
        let columns = table.child("w:tblGrid").expect("a grid").elements().count() as i64;
        let rows = table.elements().filter(|element| element.name == "w:tr").map(|row| {
            let cells: Vec<TableCell> =
                row.elements().filter(|element| element.name == "w:tc").map(|one| self.cell(one)).collect();
            let covered: i64 = cells.iter().map(|cell| cell.columns).sum();
            assert_eq!(covered, columns, "each row has all columns");
            TableRow {
                header: row.has(&["w:trPr", "w:tblHeader"]),
                cannot_split: row.has(&["w:trPr", "w:cantSplit"]),
                cells,
                closing: !row.all("w:tbl").is_empty(),
            }
        });
        rows.collect()
    }

    fn cell(&self, cell: &Element) -> TableCell {
        let paragraphs: Vec<Paragraph> = cell
            .elements()
            .filter(|element| element.name == "w:p")
            .map(|element| self.paragraph(element))
            .collect();
        assert!(!paragraphs.is_empty(), "Word refuses a cell without a paragraph");
        let properties = cell.child("w:tcPr").expect("a width");
        let merge = properties.child("w:vMerge");
        TableCell {
            columns: properties.child("w:gridSpan").and_then(|span| span.number("w:val")).unwrap_or(1),
            under_other: merge.is_some_and(|merge| merge.attribute("w:val") != Some("restart")),
            paragraphs,
            struck: !cell.all("w:strike").is_empty(),
        }
    }

    fn paragraph(&self, paragraph: &Element) -> Paragraph {
        let properties = paragraph.child("w:pPr");
        let has = |name: &str| properties.is_some_and(|properties| properties.has(&[name]));
        let style = properties
            .and_then(|properties| properties.child("w:pStyle"))
            .and_then(|style| style.attribute("w:val"))
            .unwrap_or("Normal")
            .to_owned();
        let text: String = paragraph.all("w:t").into_iter().map(Element::text).collect();
        let keeps_next = has("w:keepNext") || self.style_has(&style, "w:keepNext");
        Paragraph {
            keeps_next,
            breaks_page: has("w:pageBreakBefore"),
            ends_section: has("w:sectPr"),
            style,
            text,
        }
    }

    /// Whether a style has some property of paragraphs.
    pub fn style_has(&self, id: &str, property: &str) -> bool {
        self.style(id).has(&["w:pPr", property])
    }

    /// A style by its id.
    pub fn style(&self, id: &str) -> &Element {
        let styles = self.part("word/styles.xml");
        let found = styles.elements().find(|style| style.attribute("w:styleId") == Some(id));
        found.unwrap_or_else(|| panic!("style {id} is used but not there"))
    }
}
