//! What stands around a table: head, title, text, the closing block.

use rust_xlsxwriter::XlsxError;

use super::formats::Look;
use super::sheet::{LINE, Sheet, mm};
use super::{rule, table};
use crate::domain::organisation::HeadingProfile;
use crate::paper::content::{
    Block, Closing, Follows, Head, NumberDate, Paragraph, SignatureBlock, Signed, Span, TitleLine,
};
use crate::paper::measures::{
    ABOUT, CLOSING, HINT, Heading, ISSUER_LINE, MOTTO, OVER_CLOSING, PARAGRAPH_GAP, RECIPIENTS,
    RECIPIENTS_HEAD, SIGNATURE, SUBJECT, TEXT, UNDER_HEAD, UNDER_TITLE, recipient,
};

/// Writes a block under what is there.
pub fn write(sheet: &mut Sheet, block: &Block) -> Result<(), XlsxError> {
    match block {
        Block::Head(content) => head(sheet, content),
        Block::NumberDate(content) => number_date(sheet, content),
        Block::Title(lines) => title(sheet, lines),
        Block::Paragraph(content) => paragraph(sheet, content),
        Block::Table(content) => table::write(sheet, content),
        Block::PageBreak => {
            sheet.break_page();
            Ok(())
        }
        Block::Closing(content) => {
            closing(sheet, content)?;
            sheet.keep_tail();
            Ok(())
        }
        Block::Signed(content) => {
            signed(sheet, content)?;
            sheet.keep_tail();
            Ok(())
        }
    }
}

/// A line of a part of the page that others stand beside.
struct Line {
    text: String,
    look: Look,
    /// The length of a line drawn in its place.
    rule: Option<f32>,
}

impl Line {
    fn new(text: &str, size: f32, bold: bool, italic: bool) -> Self {
        Self { text: text.to_owned(), look: Look { size, bold, italic, centred: true }, rule: None }
    }

    fn rule(length: f32) -> Self {
        Self { rule: Some(length), ..Self::new("", 4.0, false, false) }
    }
}

/// Writes blocks of lines side by side, row by row. Each column of `parts` is the
/// last one of a block; the last block goes to the end of the sheet.
fn side_by_side(sheet: &mut Sheet, parts: &[u16], blocks: &[&[Line]]) -> Result<(), XlsxError> {
    let last = sheet.grid.last();
    let ends: Vec<u16> = parts.iter().copied().chain([last]).collect();
    if !ends.is_sorted_by(|a, b| a < b) {
        // A sheet of too few columns has no such parts: everything stands in one.
        for line in blocks.iter().copied().flatten() {
            let height = side_line(sheet, (0, last), line)?;
            sheet.end_row(height)?;
        }
        return Ok(());
    }
    let starts = [0].into_iter().chain(parts.iter().map(|part| part + 1));
    let places: Vec<(u16, u16)> = starts.zip(ends).collect();
    let rows = blocks.iter().map(|lines| lines.len()).max().unwrap_or(0);
    for index in 0..rows {
        let mut height: f32 = 0.0;
        for (&place, lines) in places.iter().zip(blocks) {
            if let Some(line) = lines.get(index) {
                height = height.max(side_line(sheet, place, line)?);
            }
        }
        sheet.end_row(height)?;
    }
    Ok(())
}

/// Writes a line and tells its height.
fn side_line(sheet: &mut Sheet, place: (u16, u16), line: &Line) -> Result<f32, XlsxError> {
    if let Some(length) = line.rule {
        if length > 0.0 {
            rule::draw(sheet, place, length)?;
        }
        return Ok(line.look.size * LINE);
    }
    if line.text.is_empty() {
        return Ok(line.look.size * LINE);
    }
    let lines = sheet.put(place, &[Span::plain(line.text.as_str())], line.look)?;
    Ok(lines as f32 * line.look.size * LINE)
}

/// How much smaller a heading may be than it should be.
const SMALLEST_HEADING: f32 = 0.7;

/// The least room for what stands on the left, as a part of what it should have.
const LEAST_PART: f32 = 0.6;

fn head(sheet: &mut Sheet, content: &Head) -> Result<(), XlsxError> {
    let heading = Heading::of(content.profile);
    let (_, right_width) = sheet.measuring.head(&heading, &sheet.frame);
    let width = sheet.frame.width();
    let names = content.superior.iter().map(|name| (name, false, heading.superior));
    let names = names.chain(content.issuer.iter().map(|name| (name, true, heading.issuer)));
    let names: Vec<(&String, bool, f32)> = names.collect();
    let at = width - right_width;
    let words = names.iter().map(|(name, bold, size)| sheet.measuring.widest_word(name, *bold, *size));
    let part = sheet.grid.part_before(at, words.fold(at * LEAST_PART, f32::max));
    let room = sheet.grid.right(part);

    let mut left = Vec::new();
    for (name, bold, size) in names {
        let lines = sheet.measuring.organisation(name, bold, size, room);
        left.extend(lines.iter().map(|line| Line::new(line, size, bold, false)));
    }
    if !heading.under_issuer.is_empty() && !left.is_empty() {
        left.push(Line::new(heading.under_issuer, heading.issuer, false, false));
    }
    if let (Some(last), HeadingProfile::State) = (left.last(), content.profile) {
        let own = sheet.measuring.lines(Span::bold(last.text.as_str()), heading.issuer, width).0;
        left.push(Line::rule(own * ISSUER_LINE));
    }

    // The heading keeps to one line, if need be in smaller letters.
    let room = width - sheet.grid.right(part);
    let own = sheet.measuring.lines(Span::bold(heading.words), heading.heading, width * 2.0).0;
    let fits = (sheet.room(room) / own.max(1.0)).clamp(SMALLEST_HEADING, 1.0);
    // Half points are the finest that Excel offers.
    let fitted = |size: f32| (size * fits * 2.0).floor() / 2.0;
    let mut right = vec![Line::new(heading.words, fitted(heading.heading), true, false)];
    if heading.has_motto {
        right.push(Line::new(MOTTO, fitted(heading.motto), true, false));
    }
    if let Some(last) = right.last() {
        let own = sheet.measuring.lines(Span::bold(last.text.as_str()), last.look.size, width).0;
        right.push(Line::rule(own));
    }
    side_by_side(sheet, &[part], &[&left, &right])?;
    sheet.gap(UNDER_HEAD)
}

fn number_date(sheet: &mut Sheet, content: &NumberDate) -> Result<(), XlsxError> {
    let at = sheet.frame.width() * 0.44;
    let part = sheet.grid.part_before(at, at * LEAST_PART);
    let mut number = vec![Line::new(&content.number, CLOSING, false, false)];
    if !content.about.is_empty() {
        number.push(Line::new(&content.about, ABOUT, false, false));
    }
    let date = [Line::new(&content.place_date, CLOSING, false, true)];
    side_by_side(sheet, &[part], &[&number, &date])?;
    sheet.gap(UNDER_HEAD)
}

fn title(sheet: &mut Sheet, lines: &[TitleLine]) -> Result<(), XlsxError> {
    let (kind, subject) = sheet.style.sizes();
    for line in lines {
        let (text, size, bold, italic) = match line {
            TitleLine::Kind(text) => (text, kind, true, false),
            TitleLine::Subject(text) => (text, subject, true, false),
            TitleLine::Note(text) => (text, SUBJECT, false, true),
            TitleLine::Addressed(text) => (text, TEXT, false, false),
        };
        let look = Look { size, bold, italic, centred: true };
        whole_line(sheet, &[Span::plain(text.as_str())], look)?;
    }
    sheet.gap(UNDER_TITLE)
}

/// Dots to write on: a cell cannot fill itself with them.
const DOTS: &str = "…………………………………………";

fn paragraph(sheet: &mut Sheet, content: &Paragraph) -> Result<(), XlsxError> {
    let look = Look { size: TEXT, bold: content.heading, italic: false, centred: false };
    let mut spans = content.spans.clone();
    if !content.marker.is_empty() {
        spans.insert(0, Span::plain(format!("{} ", content.marker)));
    }
    if content.dotted {
        spans.push(Span::plain(if spans.is_empty() { DOTS.repeat(2) } else { format!(" {DOTS}") }));
    }
    sheet.tail = Some(sheet.row).filter(|row| *row > 0);
    whole_line(sheet, &spans, look)?;
    sheet.gap(PARAGRAPH_GAP)
}

/// Text over the whole width.
fn whole_line(sheet: &mut Sheet, spans: &[Span], look: Look) -> Result<(), XlsxError> {
    let last = sheet.grid.last();
    let lines = sheet.put((0, last), spans, look)?;
    sheet.end_row(lines as f32 * look.size * LINE)
}

/// Beside a count that a workbook makes by itself.
const COUNT_NOTE: &str = "Số này tự đếm theo danh sách. Thêm, bớt người thì sửa lại chữ trong ngoặc.";

/// Beside an amount in words.
const WORDS_NOTE: &str = "Sửa số tiền thì sửa lại dòng chữ này: chữ không tự đổi theo số.";

fn closing(sheet: &mut Sheet, content: &Closing) -> Result<(), XlsxError> {
    sheet.gap(OVER_CLOSING)?;
    let look = Look { size: CLOSING, ..Look::default() };
    if !content.count.is_empty() {
        let dots = if content.dotted { format!(" {DOTS}") } else { String::new() };
        let said = format!("{}{dots}", content.count);
        let listed = sheet.listed.take();
        let formula = match content.follows {
            Follows::Rows(count) => listed.and_then(|listed| listed.said(count, "", &said)),
            Follows::Nothing | Follows::AmountInWords => None,
        };
        match (content.follows, &formula) {
            (Follows::Rows(_), Some(_)) => sheet.note(0, COUNT_NOTE)?,
            (Follows::AmountInWords, _) => sheet.note(0, WORDS_NOTE)?,
            _ => {}
        }
        let lines = sheet.put((0, sheet.grid.last()), &[Span::plain(said)], look)?;
        if let Some(formula) = formula {
            let format = sheet.formats.text(look);
            sheet.write_formula(sheet.row, (0, 0), &formula, &format)?;
        }
        sheet.end_row(lines as f32 * look.size * LINE)?;
    }
    for said in &content.lines {
        whole_line(sheet, &[Span::plain(said)], look)?;
    }
    if !content.count.is_empty() || !content.lines.is_empty() {
        sheet.gap(PARAGRAPH_GAP)?;
    }
    let width = sheet.frame.width();
    let part = |at: f32| sheet.grid.part(width * at);
    let (dated_after, parts, signers) = match &content.middle {
        None => (part(0.48), vec![part(0.48)], vec![&content.left, &content.right]),
        Some(middle) => {
            let first = part(0.28);
            // Columns of the table part the page: what is left is shared by the other two.
            let after = sheet.grid.right(first) / width;
            let second = part(after + (1.0 - after) * 0.42);
            (part(0.46), vec![first, second], vec![&content.left, middle, &content.right])
        }
    };
    if !content.place_date.is_empty() {
        let dated = [Line::new(&content.place_date, CLOSING, false, true)];
        side_by_side(sheet, &[dated_after], &[&[], &dated])?;
    }
    signatures(sheet, &parts, &signers, SIGNATURE)
}

fn signed(sheet: &mut Sheet, content: &Signed) -> Result<(), XlsxError> {
    sheet.gap(OVER_CLOSING)?;
    let part = sheet.grid.part(sheet.frame.width() * 0.48);
    let mut left = Vec::new();
    let count = content.recipients.len();
    if count > 0 {
        left.push(Line::new("Nơi nhận:", RECIPIENTS_HEAD, true, true));
    }
    let recipients = content.recipients.iter().enumerate();
    let recipients = recipients.map(|(index, name)| recipient(name, index + 1 == count));
    left.extend(recipients.map(|text| Line::new(&text, RECIPIENTS, false, false)));
    left.iter_mut().for_each(|line| line.look.centred = false);
    let right = signature(&content.signature);
    side_by_side(sheet, &[part], &[&left, &right])?;
    if content.signature.unsigned {
        return Ok(());
    }
    // The list of recipients runs down beside the room to sign.
    let beside = left.len().saturating_sub(right.len()) as f32 * RECIPIENTS * LINE;
    sheet.gap((SIGNATURE - beside).max(mm(2.0)))?;
    names(sheet, &[part], &["", &content.signature.name])
}

/// Those who sign, side by side, with room for their signatures.
fn signatures(
    sheet: &mut Sheet,
    parts: &[u16],
    signers: &[&SignatureBlock],
    room: f32,
) -> Result<(), XlsxError> {
    let titles: Vec<Vec<Line>> = signers.iter().map(|one| signature(one)).collect();
    side_by_side(sheet, parts, &titles.iter().map(Vec::as_slice).collect::<Vec<_>>())?;
    sheet.gap(room)?;
    names(sheet, parts, &signers.iter().map(|one| one.name.as_str()).collect::<Vec<_>>())
}

/// Authority, title and hint.
fn signature(content: &SignatureBlock) -> Vec<Line> {
    let lines = content.lines.iter().map(|line| Line::new(line, CLOSING, true, false));
    lines.chain(content.hint.iter().map(|hint| Line::new(hint, HINT, false, true))).collect()
}

fn names(sheet: &mut Sheet, parts: &[u16], names: &[&str]) -> Result<(), XlsxError> {
    let names: Vec<[Line; 1]> = names.iter().map(|name| [Line::new(name, CLOSING, true, false)]).collect();
    side_by_side(sheet, parts, &names.iter().map(|name| name.as_slice()).collect::<Vec<_>>())
}
