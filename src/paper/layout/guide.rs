//! The user guide on pages: its contents, then its chapters, each on sheets of its own.

use super::artwork;
use super::columns;
use super::flow::{Block, Flow, Frame};
use super::page::{Layout, Mark};
use super::paginate;
use super::run::Style;
use super::table::SetTable;
use super::typesetter::Typesetter;
use crate::paper::content::{Chapter, Part, Span};
use crate::paper::measures::MM;

/// Size of the text, in points: smaller than that of letters, for it is read and not filed.
const TEXT: f32 = 12.0;
/// Size of headings.
const HEADING: f32 = 13.0;
/// Size of the title of a chapter.
const TITLE: f32 = 18.0;
/// Size of the words under a picture.
const CAPTION: f32 = 10.5;
/// How far steps and points stand from the edge, behind their marker.
const INDENT: f32 = 7.0 * MM;
/// Room under a paragraph.
const GAP: f32 = 5.0;
/// The largest a picture may be.
const PICTURE: (f32, f32) = (150.0 * MM, 95.0 * MM);

/// The name of the whole.
const NAME: &str = "Hướng dẫn sử dụng Tập huấn";

/// Sets the guide; a single chapter has no contents before it.
pub fn set(setter: &mut Typesetter, layout: &mut Layout, chapters: &[Chapter]) {
    let has_contents = chapters.len() > 1;
    let first = layout.pages.len();
    let marks = layout.outline.len();
    let mut starts = set_all(setter, layout, chapters, has_contents.then_some(&[]));
    if has_contents {
        // Now it is known on which pages the chapters begin.
        layout.pages.truncate(first);
        layout.outline.truncate(marks);
        starts = set_all(setter, layout, chapters, Some(&starts));
    }
    let of_chapters = chapters.iter().zip(starts).map(|(chapter, page)| Mark::part(&chapter.title, page));
    layout.outline.extend(of_chapters);
}

/// Sets contents and chapters; the pages on which the chapters begin, from 0.
fn set_all(
    setter: &mut Typesetter,
    layout: &mut Layout,
    chapters: &[Chapter],
    contents: Option<&[usize]>,
) -> Vec<usize> {
    let frame = Frame { left: 25.0 * MM, ..Frame::a4(false) };
    let mut flow = Flow::new(setter, layout, frame, false);
    if let Some(starts) = contents {
        set_contents(&mut flow, chapters, starts);
    }
    let mut begun = Vec::new();
    for chapter in chapters {
        if !flow.at_top() {
            flow.new_page();
        }
        begun.push(flow.layout.pages.len() - 1);
        set_chapter(&mut flow, chapter);
    }
    flow.finish(NAME, "");
    begun
}

/// The titles of the chapters by their parts, each with its page.
fn set_contents(flow: &mut Flow, chapters: &[Chapter], starts: &[usize]) {
    let width = flow.frame.width();
    let mut title = lines(flow, &[Span::bold(NAME)], TITLE, 0.0);
    title.space(4.0 * GAP);
    flow.place(title);
    let mut part = "";
    for (index, chapter) in chapters.iter().enumerate() {
        if chapter.part != part {
            part = &chapter.part;
            let mut heading = Block::default();
            heading.space(GAP);
            heading.under(lines(flow, &[Span::bold(part)], HEADING, 0.0));
            heading.space(2.0);
            flow.place(heading);
        }
        let mut line = lines(flow, &[Span::plain(chapter.title.as_str())], TEXT, INDENT);
        let number = starts.get(index).map_or(String::new(), |page| (page + 1).to_string());
        line.beside(lines(flow, &[Span::plain(number)], TEXT, width - 10.0 * MM));
        line.space(2.0);
        flow.place(line);
    }
}

fn set_chapter(flow: &mut Flow, chapter: &Chapter) {
    // A heading waits for what it heads.
    let mut kept = lines(flow, &[Span::bold(chapter.title.as_str())], TITLE, 0.0);
    kept.space(2.0 * GAP);
    for part in &chapter.parts {
        match part {
            Part::Heading(words) => {
                kept.space(GAP);
                kept.under(lines(flow, &[Span::bold(words.as_str())], HEADING, 0.0));
                kept.space(GAP);
                continue;
            }
            Part::Text { marker, spans } => {
                let indent = if marker.is_empty() { 0.0 } else { INDENT };
                let mut text = lines(flow, &[Span::plain(marker.as_str())], TEXT, 0.0);
                text.beside(lines(flow, spans, TEXT, indent));
                text.space(GAP);
                kept.under(text);
            }
            Part::Note(spans) => {
                let marked: Vec<Span> =
                    [Span::bold("Lưu ý: ")].into_iter().chain(spans.iter().cloned()).collect();
                kept.under(lines(flow, &marked, TEXT, INDENT));
                kept.space(GAP);
            }
            Part::Picture(picture, words) => {
                let (width, height) = PICTURE;
                let (wide, tall) = (picture.width() as f32, picture.height() as f32);
                let scale = (width / wide).min(height / tall);
                let placed = artwork::placed(picture, (0.0, 0.0), (wide * scale, tall * scale));
                kept.under(Block { items: vec![placed], height: tall * scale });
                kept.space(2.0);
                let caption = [Span::italic(words.as_str())];
                kept.under(lines(flow, &caption, CAPTION, 0.0));
                kept.space(GAP);
            }
            Part::Table(table) => {
                flow.place(std::mem::take(&mut kept));
                let widths = columns::widths(&[table], flow.frame.width());
                let set = SetTable::new(flow.setter, table, &widths);
                paginate::place(flow, set, None);
                flow.y += 2.0 * GAP;
                continue;
            }
        }
        flow.place(std::mem::take(&mut kept));
    }
    flow.place(kept);
}

/// Lines of text from an indent to the right edge.
fn lines(flow: &mut Flow, spans: &[Span], size: f32, indent: f32) -> Block {
    let mut block = Block::default();
    for line in flow.setter.lines(spans, Style::body(size), flow.frame.width() - indent) {
        block.line(line, size, indent);
    }
    block
}
