//! The user guide as a PDF file.

use crate::domain::picture::Picture;
use crate::guide::{Block, Line, PARTS, Page, picture};
use crate::paper::content::{
    Align, Body, Cell, Chapter, Column, Document, Info, LIST_SIZE, Part, Row, Span, Table, Width,
};
use crate::paper::{PaperError, layout, pdf};

/// The whole guide, or one page of it, as a file.
pub fn pdf(page: Option<Page>) -> Result<Vec<u8>, PaperError> {
    let chapters: Vec<Chapter> = match page {
        Some(page) => vec![chapter("", page)],
        None => {
            PARTS.iter().flat_map(|(part, pages)| pages.iter().map(|page| chapter(part, *page))).collect()
        }
    };
    let title = match page {
        Some(page) => page.title(),
        None => "Hướng dẫn sử dụng",
    };
    let info = Info { title: format!("Tập huấn – {title}"), ..Info::default() };
    pdf::write(layout::lay_out(&Document { info, body: Body::Guide(chapters) }))
}

/// What the file of the guide, or of a page, is called, without ending.
pub fn name(page: Option<Page>) -> String {
    page.map_or_else(|| "huong-dan-su-dung".to_owned(), |page| super::names::plain(page.title()))
}

fn chapter(part: &str, page: Page) -> Chapter {
    let article = page.article();
    Chapter {
        part: part.to_owned(),
        title: article.title,
        parts: article.blocks.into_iter().flat_map(parts).collect(),
    }
}

fn parts(block: Block) -> Vec<Part> {
    let text = |marker: String, line: &Line| Part::Text { marker, spans: spans(line) };
    match block {
        Block::Heading(words) => vec![Part::Heading(words)],
        Block::Paragraph(line) => vec![text(String::new(), &line)],
        Block::Note(line) => vec![Part::Note(spans(&line))],
        Block::List { numbered, items } => {
            let marker = |number: usize| if numbered { format!("{number}.") } else { "–".to_owned() };
            (1..).zip(&items).map(|(number, line)| text(marker(number), line)).collect()
        }
        Block::Picture { name, words } => {
            let file = picture(&name).and_then(|file| Picture::read_large(file).ok());
            file.into_iter().map(|picture| Part::Picture(picture, words.clone())).collect()
        }
        Block::Table { head, rows } => vec![Part::Table(table(&head, &rows))],
    }
}

fn spans(line: &Line) -> Vec<Span> {
    line.iter().map(|span| Span { text: span.text.clone(), bold: span.bold, italic: false }).collect()
}

fn table(head: &[Line], rows: &[Vec<Line>]) -> Table {
    let plain = |line: &Line| line.iter().map(|span| span.text.as_str()).collect::<String>();
    let column = |line| Column::new(&plain(line), Width::Fill { min: 30.0, max: 110.0 }, Align::Left);
    let row = |cells: &Vec<Line>| Row::Cells {
        cells: cells.iter().map(|line| Cell::new(plain(line))).collect(),
        struck: false,
        subject: None,
    };
    Table {
        columns: head.iter().map(column).collect(),
        rows: rows.iter().map(row).collect(),
        row_height: 0.0,
        text_size: LIST_SIZE,
        sums: None,
    }
}
