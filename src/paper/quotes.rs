//! Quotation marks as print has them: “…” of "…", whatever was typed.

use super::content::{Block, Body, Document, Row, Span, TitleLine};

/// Puts the marks of a paper.
pub fn set(document: &mut Document) {
    let Body::Flow(sections) = &mut document.body else { return };
    for block in sections.iter_mut().flat_map(|section| &mut section.blocks) {
        match block {
            Block::Title(lines) => lines.iter_mut().for_each(|line| match line {
                TitleLine::Kind(text)
                | TitleLine::Subject(text)
                | TitleLine::Note(text)
                | TitleLine::Addressed(text) => in_text(text),
            }),
            Block::Paragraph(paragraph) => in_spans(&mut paragraph.spans),
            Block::Table(table) => {
                table.columns.iter_mut().for_each(|column| in_text(&mut column.title));
                for row in &mut table.rows {
                    match row {
                        Row::Heading { spans, again, .. } => {
                            in_spans(spans);
                            in_spans(again);
                        }
                        Row::Cells { cells, .. } => cells.iter_mut().for_each(|cell| in_text(&mut cell.text)),
                    }
                }
            }
            Block::Signed(end) => end.recipients.iter_mut().for_each(in_text),
            Block::Head(_) | Block::NumberDate(_) | Block::PageBreak | Block::Closing(_) => {}
        }
    }
}

fn in_text(text: &mut String) {
    if text.contains('"') {
        *text = marked(text, None).0;
    }
}

/// A quotation may begin in one span and end in another.
fn in_spans(spans: &mut [Span]) {
    let mut before = None;
    for span in spans {
        let (text, last) = marked(&span.text, before);
        before = last;
        if span.text.contains('"') {
            span.text = text;
        }
    }
}

/// A text with its marks, and the letter it ends with; `before` is the one before it.
fn marked(text: &str, mut before: Option<char>) -> (String, Option<char>) {
    let opens = |before: Option<char>| before.is_none_or(|one| one.is_whitespace() || "([“–-/".contains(one));
    let mut marked = String::with_capacity(text.len());
    for letter in text.chars() {
        let set = match letter {
            '"' if opens(before) => '“',
            '"' => '”',
            other => other,
        };
        marked.push(set);
        before = Some(set);
    }
    (marked, before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_become_those_of_print() {
        let set = |text: &str| marked(text, None).0;
        assert_eq!(
            set("Cuộc vận động \"Toàn dân đoàn kết\", (\"tự diễn biến\")"),
            "Cuộc vận động “Toàn dân đoàn kết”, (“tự diễn biến”)"
        );
        assert_eq!(set("“Đã đúng”"), "“Đã đúng”");
        let mut spans = [Span::bold("Nói \""), Span::plain("vui\" thôi")];
        in_spans(&mut spans);
        assert_eq!([&spans[0].text, &spans[1].text], ["Nói “", "vui” thôi"]);
    }
}
