//! A page of the guide as its parts. Only some of Markdown is written there; anything else is a fault of the page, which
//! a test finds.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::Page;

/// A page of the guide.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the page.
    Heading(String),
    /// A paragraph.
    Paragraph(Line),
    /// Steps, which are numbered, or points.
    List {
        /// Whether they are steps.
        numbered: bool,
        /// One after the other.
        items: Vec<Line>,
    },
    /// What matters more than the rest.
    Note(Line),
    /// A picture of the window.
    Picture {
        /// The name of its file.
        name: String,
        /// What is to be seen.
        words: String,
    },
    /// A small table.
    Table {
        /// What stands over the columns.
        head: Vec<Line>,
        /// As many cells in each row.
        rows: Vec<Vec<Line>>,
    },
}

/// Text with what is bold in it, and what leads elsewhere.
pub type Line = Vec<Span>;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// The name of a button, a field or a key.
    pub bold: bool,
    /// The page that is meant.
    pub to: Option<Page>,
}

/// Why a page cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// It does not begin with a title of the first level, or has a second one.
    #[error("no title, or two")]
    Title,
    /// It leads to a page that there is not.
    #[error("no page {0}")]
    Link(String),
    /// Something that pages do not have.
    #[error("not known here: {0}")]
    Unknown(String),
}

impl Article {
    /// Reads a page.
    pub fn read(source: &str) -> Result<Self, Fault> {
        let mut reader = Reader::default();
        for event in Parser::new_ext(source, Options::ENABLE_TABLES) {
            reader.take(event)?;
        }
        match reader.title {
            Some(title) => Ok(Self { title, blocks: reader.blocks }),
            None => Err(Fault::Title),
        }
    }

    /// All of its text, a line each.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut add = |line: &str| {
            text.push_str(line);
            text.push('\n');
        };
        for block in &self.blocks {
            match block {
                Block::Heading(words) | Block::Picture { words, .. } => add(words),
                Block::Paragraph(line) | Block::Note(line) => add(&plain(line)),
                Block::List { items, .. } => items.iter().for_each(|line| add(&plain(line))),
                Block::Table { head, rows } => {
                    head.iter().chain(rows.iter().flatten()).for_each(|line| add(&plain(line)));
                }
            }
        }
        text
    }
}

/// A line without what is bold in it.
fn plain(line: &Line) -> String {
    line.iter().map(|span| span.text.as_str()).collect()
}

#[derive(Default)]
struct Reader {
    title: Option<String>,
    blocks: Vec<Block>,
    /// The line that is being read.
    line: Line,
    bold: bool,
    to: Option<Page>,
    in_note: bool,
    /// Whether the list that is open is numbered, and its items so far.
    list: Option<(bool, Vec<Line>)>,
    /// Head and rows of the table that is open.
    table: Option<(Vec<Line>, Vec<Vec<Line>>)>,
    picture: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Start(tag) => return self.open(tag),
            Event::End(tag) => return self.close(tag),
            Event::Text(text) => self.push(&text),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            other => return Err(unknown(&other)),
        }
        Ok(())
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), Fault> {
        match tag {
            Tag::Strong => self.bold = true,
            Tag::Link { dest_url, .. } => self.to = Some(linked(&dest_url)?),
            Tag::Image { dest_url, .. } => self.picture = Some(dest_url.into_string()),
            Tag::BlockQuote(_) => self.in_note = true,
            Tag::List(first) if self.list.is_none() => self.list = Some((first.is_some(), Vec::new())),
            Tag::Table(_) => self.table = Some(Default::default()),
            Tag::TableRow => {
                if let Some((_, rows)) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }
            | Tag::Paragraph
            | Tag::Item
            | Tag::TableHead
            | Tag::TableCell => {}
            other => return Err(unknown(&other)),
        }
        Ok(())
    }

    fn close(&mut self, tag: TagEnd) -> Result<(), Fault> {
        match tag {
            TagEnd::Strong => self.bold = false,
            TagEnd::Link => self.to = None,
            TagEnd::Heading(level) => {
                let words = plain(&std::mem::take(&mut self.line));
                match (level, &self.title) {
                    (HeadingLevel::H1, None) => self.title = Some(words),
                    (HeadingLevel::H1, Some(_)) | (_, None) => return Err(Fault::Title),
                    _ => self.blocks.push(Block::Heading(words)),
                }
            }
            TagEnd::Image => {
                let (name, words) = (self.picture.take(), plain(&std::mem::take(&mut self.line)));
                self.blocks.extend(name.map(|name| Block::Picture { name, words }));
            }
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::BlockQuote(_) => self.in_note = false,
            TagEnd::Item => {
                let line = std::mem::take(&mut self.line);
                if let Some((_, items)) = &mut self.list {
                    items.push(line);
                }
            }
            TagEnd::List(_) => {
                let list = self.list.take().map(|(numbered, items)| Block::List { numbered, items });
                self.blocks.extend(list);
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Table => {
                self.blocks.extend(self.table.take().map(|(head, rows)| Block::Table { head, rows }));
            }
            _ => {}
        }
        Ok(())
    }

    /// In a list of loose items a paragraph ends before its item does.
    fn end_paragraph(&mut self) {
        if self.list.is_some() || self.line.is_empty() {
            return;
        }
        let line = std::mem::take(&mut self.line);
        self.blocks.push(if self.in_note { Block::Note(line) } else { Block::Paragraph(line) });
    }

    fn end_cell(&mut self) {
        let line = std::mem::take(&mut self.line);
        if let Some((head, rows)) = &mut self.table {
            rows.last_mut().unwrap_or(head).push(line);
        }
    }

    fn push(&mut self, text: &str) {
        match self.line.last_mut() {
            Some(span) if span.bold == self.bold && span.to == self.to => span.text.push_str(text),
            _ => self.line.push(Span { text: text.to_owned(), bold: self.bold, to: self.to }),
        }
    }
}

/// The page that a link leads to.
fn linked(link: &str) -> Result<Page, Fault> {
    let page = link.strip_suffix(".md").and_then(Page::named);
    page.ok_or_else(|| Fault::Link(link.to_owned()))
}

fn unknown(what: &impl std::fmt::Debug) -> Fault {
    Fault::Unknown(format!("{what:?}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span { text: text.to_owned(), bold: false, to: None }
    }

    #[test]
    fn a_page_is_read_as_its_parts() {
        let source = "# In ấn\n\nMỗi giấy\nmột dòng.\n\n## Các bước\n\n1. Bấm **In**.\n2. Xem [Kết quả](results.md)\n   rồi đóng.\n\n\
            > Để ý.\n\n![Màn hình](in.png)\n\n| a | b |\n|---|---|\n| c | **d** |\n";
        let article = Article::read(source).expect("a page");
        let bold = |text: &str| Span { bold: true, ..span(text) };
        let to = Span { to: Some(Page::Results), ..span("Kết quả") };
        assert_eq!(article.title, "In ấn");
        assert_eq!(
            article.blocks,
            [
                Block::Paragraph(vec![span("Mỗi giấy một dòng.")]),
                Block::Heading("Các bước".to_owned()),
                Block::List {
                    numbered: true,
                    items: vec![
                        vec![span("Bấm "), bold("In"), span(".")],
                        vec![span("Xem "), to, span(" rồi đóng.")],
                    ],
                },
                Block::Note(vec![span("Để ý.")]),
                Block::Picture { name: "in.png".to_owned(), words: "Màn hình".to_owned() },
                Block::Table {
                    head: vec![vec![span("a")], vec![span("b")]],
                    rows: vec![vec![vec![span("c")], vec![bold("d")]]],
                },
            ]
        );
    }

    #[test]
    fn what_pages_do_not_have_is_a_fault() {
        assert_eq!(Article::read("Không tên"), Err(Fault::Title));
        assert_eq!(Article::read("# A\n\n[x](nowhere.md)"), Err(Fault::Link("nowhere.md".to_owned())));
        assert!(matches!(Article::read("# A\n\n`mã`"), Err(Fault::Unknown(_))));
        assert!(matches!(Article::read("# A\n\n*nghiêng*"), Err(Fault::Unknown(_))));
    }
}
