//! Text broken into lines.

use super::breaks;
use super::page::{Colour, Item, Text};
use super::run::{Run, Style, Wrap};
use super::tick_box;
use super::typesetter::Typesetter;
use crate::paper::content::Span;
use crate::paper::font::Face;
use crate::paper::line_breaking::{Bond, bond, compounds};

/// The most a word space grows in a justified line, in thousandths of the size.
const WIDEST_STRETCH: i32 = 1500;

/// How many word spaces a text has.
fn count_spaces(text: &str) -> i32 {
    i32::try_from(text.matches(' ').count()).unwrap_or(0)
}

impl Typesetter {
    /// Breaks text into lines; see [`break_lines`].
    pub fn lines(&mut self, spans: &[Span], style: Style, width: f32) -> Vec<Line> {
        if let [span] = spans
            && !style.kerned
            && style.tracking == 0
            && !style.display
            && !tick_box::has_box(&span.text)
        {
            // Most cells are one short line: measured without cutting into words.
            let face = Face::of(span.bold, span.italic);
            let text = self.printable(&span.text);
            let units = face.width(&text);
            let even = !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ");
            if even && units as f32 * style.size <= (width - style.indent) * 1000.0 {
                if text.is_empty() {
                    return vec![Line::default()];
                }
                let run = Run { face, text: text.into_owned(), after: Vec::new(), units };
                return vec![Line { runs: vec![(0, run)], units }];
            }
        }
        break_lines(self, spans, style, width)
    }
}

/// A line that has been set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// Its text, each run with its offset from the left in thousandths.
    pub runs: Vec<(i32, Run)>,
    /// Its width in thousandths of the size.
    pub units: i32,
}

impl Line {
    /// Width in points at a size.
    pub fn width(&self, size: f32) -> f32 {
        self.units as f32 * size / 1000.0
    }

    /// Stretches the spaces between words, or narrows them a little, so that the line is `width`
    /// points wide at a size. A line of one word stays as it is, and so does one that would
    /// be all holes.
    pub fn justify(&mut self, width: f32, size: f32) {
        let missing = (width * 1000.0 / size).floor() as i32 - self.units;
        let spaces: i32 = self.runs.iter().map(|(_, run)| count_spaces(&run.text)).sum();
        if missing == 0 || spaces == 0 || missing / spaces > WIDEST_STRETCH {
            return;
        }
        // The first spaces take what does not divide evenly.
        let (each, mut rest) = (missing.div_euclid(spaces), missing.rem_euclid(spaces));
        let mut moved = 0;
        for (offset, run) in &mut self.runs {
            *offset += moved;
            run.after.resize(run.text.chars().count(), 0);
            for (after, _) in run.after.iter_mut().zip(run.text.chars()).filter(|(_, c)| *c == ' ') {
                let added = each + i32::from(rest > 0);
                rest = (rest - 1).max(0);
                *after = after.saturating_add(i16::try_from(added).unwrap_or(0));
                run.units += added;
                moved += added;
            }
        }
        self.units += moved;
    }

    /// Adds a run at its end.
    pub fn add(&mut self, run: Run) {
        let start = self.units;
        self.units += run.units;
        self.runs.push((start, run));
    }

    /// Draws the line with its left end and baseline at a point.
    pub fn draw(self, x: f32, y: f32, size: f32, colour: Colour, into: &mut Vec<Item>) {
        for (offset, run) in self.runs {
            if tick_box::has_box(&run.text) {
                tick_box::draw(&run, (x + offset as f32 * size / 1000.0, y), size, colour, into);
                continue;
            }
            into.push(Item::Text(Text {
                x: x + offset as f32 * size / 1000.0,
                y,
                size,
                face: run.face,
                colour,
                text: run.text,
                after: run.after,
            }));
        }
    }
}

/// What stays together on a line: a word, or part of one too long for a line.
pub(super) struct Word {
    runs: Vec<Run>,
    /// Its width in thousandths of the size.
    pub units: i32,
    /// Width of the space before it, 0 where a long word was cut.
    pub space: i32,
    /// How firmly it stays with the word before it.
    pub bond: Bond,
}

/// Breaks text into lines no wider than `width` points. Never empty: no text is one empty line.
pub fn break_lines(setter: &mut Typesetter, spans: &[Span], style: Style, width: f32) -> Vec<Line> {
    let limit = (width * 1000.0 / style.size).floor().max(1.0) as i32;
    let indent = ((style.indent * 1000.0 / style.size).ceil() as i32).clamp(0, limit - 1);
    let words = cut_long(words(setter, spans, style), limit - indent);
    if words.is_empty() {
        return vec![Line::default()];
    }
    let mut starts = fill(&words, limit, indent);
    if starts.len() > 1 {
        let better = match style.wrap {
            // Two lines are as few as there can be; keeping a compound whole is not worth one more.
            Wrap::Greedy if starts.len() < 3 => None,
            Wrap::Greedy => breaks::compact(&words, limit, indent),
            Wrap::Balanced => breaks::balanced(&words, limit, indent),
            Wrap::Justified => breaks::justified(&words, limit, indent),
        };
        starts = better.unwrap_or(starts);
    }
    assemble(words, &starts, style.tracking)
}

/// Cuts text into words with their widths.
fn words(setter: &mut Typesetter, spans: &[Span], style: Style) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut space = None;
    for span in spans {
        let text = setter.printable(&span.text);
        for (index, piece) in text.split(' ').enumerate() {
            let face = Face::of_word(style.display, (span.bold, span.italic), piece);
            if index > 0 {
                space = Some(face.advance(' ') + i32::from(style.tracking));
            }
            if piece.is_empty() {
                continue;
            }
            let run = setter.run(face, piece, style);
            match (space.take(), words.last_mut()) {
                (None, Some(word)) => {
                    word.units += run.units;
                    word.runs.push(run);
                }
                (space, before) => {
                    let before = before.and_then(|before| before.runs.last());
                    let bond = before.map_or(Bond::Free, |run| bond(&run.text, piece));
                    let units = run.units;
                    words.push(Word { runs: vec![run], units, space: space.unwrap_or(0), bond });
                }
            }
        }
    }
    if style.wrap == Wrap::Justified {
        words = words.into_iter().flat_map(parts_of_symbol).collect();
    }
    let texts: Vec<&str> =
        words.iter().map(|word| word.runs.first().map_or("", |run| run.text.as_str())).collect();
    let inside = compounds(&texts);
    for (word, _) in words.iter_mut().zip(inside).filter(|(_, inside)| *inside) {
        word.bond = word.bond.max(Bond::Compound);
    }
    words
}

/// The symbol of a document behind its hyphens: "08/TT-", "MTTW-", "BTT,".
fn parts_of_symbol(word: Word) -> Vec<Word> {
    let [run] = word.runs.as_slice() else { return vec![word] };
    let is_symbol = run.after.is_empty()
        && run.text.starts_with(|letter: char| letter.is_ascii_digit())
        && run.text.contains('/')
        && run.text.contains('-');
    if !is_symbol {
        return vec![word];
    }
    let parts = run.text.split_inclusive('-').enumerate().map(|(place, text)| {
        let units = run.face.width(text);
        let run = Run { face: run.face, text: text.to_owned(), after: Vec::new(), units };
        let (space, bond) = if place == 0 { (word.space, word.bond) } else { (0, Bond::Symbol) };
        Word { runs: vec![run], units, space, bond }
    });
    parts.collect()
}

/// Cuts words that no line could hold: better broken than clipped.
fn cut_long(words: Vec<Word>, limit: i32) -> Vec<Word> {
    if words.iter().all(|word| word.units <= limit) {
        return words;
    }
    let mut cut = Vec::with_capacity(words.len());
    for word in words {
        if word.units <= limit {
            cut.push(word);
            continue;
        }
        let mut part = Word { runs: Vec::new(), units: 0, space: word.space, bond: word.bond };
        for run in word.runs {
            for (index, character) in run.text.chars().enumerate() {
                let after = run.after.get(index).copied().unwrap_or(0);
                let units = run.face.advance(character) + i32::from(after);
                if part.units + units > limit && !part.runs.is_empty() {
                    let next = Word { runs: Vec::new(), units: 0, space: 0, bond: Bond::Free };
                    cut.push(std::mem::replace(&mut part, next));
                }
                let after = if run.after.is_empty() { Vec::new() } else { vec![after] };
                let one = Run { face: run.face, text: character.to_string(), after, units };
                part.units += units;
                match part.runs.last_mut() {
                    Some(last) if last.face == one.face => last.join(None, one),
                    _ => part.runs.push(one),
                }
            }
        }
        cut.push(part);
    }
    cut
}

/// Fills lines one after the other, the first of them shorter by `indent`; the
/// index of the first word of each.
fn fill(words: &[Word], limit: i32, indent: i32) -> Vec<usize> {
    let mut starts = vec![0];
    let mut line = indent;
    let mut index = 0;
    while index < words.len() {
        // Words that stay together are placed as one, as many as a line can hold.
        let mut end = index + 1;
        let mut units = words[index].units + words[index].space;
        while let Some(next) = words.get(end).filter(|next| next.bond != Bond::Free) {
            let before = if index == 0 { indent } else { 0 };
            if before + units - words[index].space + next.space + next.units > limit {
                break;
            }
            units += next.space + next.units;
            end += 1;
        }
        let first = starts.last() == Some(&index);
        let added = if first { units - words[index].space } else { units };
        if !first && line + added > limit {
            starts.push(index);
            line = units - words[index].space;
        } else {
            line += added;
        }
        index = end;
    }
    starts
}

/// Joins the words of each line.
fn assemble(words: Vec<Word>, starts: &[usize], tracking: i16) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::with_capacity(starts.len());
    for (index, word) in words.into_iter().enumerate() {
        let first = starts.binary_search(&index).is_ok();
        if first {
            lines.push(Line::default());
        }
        // A line was pushed for the first word, which is always a start.
        let Some(line) = lines.last_mut() else { continue };
        let mut space = (!first && word.space > 0).then_some((word.space, tracking));
        for run in word.runs {
            let start = line.units;
            line.units += space.map_or(0, |(width, _)| width) + run.units;
            match line.runs.last_mut() {
                Some((_, last)) if last.face == run.face => last.join(space, run),
                Some((_, last)) => {
                    // The space belongs to the run before: text that is read back has it.
                    let none = Run { face: last.face, text: String::new(), after: Vec::new(), units: 0 };
                    let width = space.map_or(0, |(width, _)| width);
                    if space.is_some() {
                        last.join(space, none);
                    }
                    line.runs.push((start + width, run));
                }
                None => line.runs.push((start, run)),
            }
            space = None;
        }
    }
    if tracking != 0 {
        for line in &mut lines {
            // No space after the last letter, or the line would stand off centre.
            if let Some((_, run)) = line.runs.last_mut()
                && let Some(last) = run.after.last_mut()
            {
                *last -= tracking;
                run.units -= i32::from(tracking);
                line.units -= i32::from(tracking);
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32, wrap: Wrap) -> Vec<String> {
        let style = Style { wrap, ..Style::body(10.0) };
        break_lines(&mut Typesetter::default(), &[Span::plain(text)], style, width)
            .into_iter()
            .map(|line| line.runs.into_iter().map(|(_, run)| run.text).collect())
            .collect()
    }

    #[test]
    fn lines_break_at_spaces_and_keep_every_word() {
        let lines = broken("Tổ trưởng Tổ đoàn kết khu dân cư Trung Đàn", 60.0, Wrap::Greedy);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), "Tổ trưởng Tổ đoàn kết khu dân cư Trung Đàn");
        for line in &lines {
            assert!(Face::Regular.width(line) as f32 / 100.0 <= 60.0, "{line}");
        }
    }

    #[test]
    fn a_date_is_never_parted() {
        for width in 30..200 {
            for line in broken("Phú Ninh, ngày 05 tháng 9 năm 2020", width as f32, Wrap::Greedy) {
                assert!(!line.ends_with("ngày") || width < 45, "{line} at {width}");
                assert!(!line.starts_with("tháng") || width < 70, "{line} at {width}");
            }
        }
    }

    #[test]
    fn the_number_of_a_document_may_begin_a_line_but_not_without_its_word() {
        let text = "Thông báo Kết luận 160-TB/TW của 05 cụm, 12 xã";
        let lines = |width: f32| broken(text, width, Wrap::Greedy);
        assert!((80..200).any(|width| lines(width as f32).iter().any(|line| line.starts_with("160-TB/TW"))));
        let with_word = "Thông báo Kết luận số 160-TB/TW của 05 cụm, 12 xã";
        for width in 70..200 {
            for wrap in [Wrap::Greedy, Wrap::Balanced, Wrap::Justified] {
                let lines = broken(with_word, width as f32, wrap);
                assert!(!lines.iter().any(|line| line.ends_with(" số")), "{width}: {lines:?}");
            }
        }
        for width in 70..200 {
            assert!(!lines(width as f32).iter().any(|line| line.starts_with("cụm")), "{width}");
        }
    }

    #[test]
    fn a_cell_is_not_made_higher_to_keep_a_compound_whole() {
        // Kept whole, it would stand on a line between the two others.
        let room = Face::Regular.width("Nguyễn Khuyến Thanh") as f32 / 100.0 + 1.0;
        let lines = broken("Nguyễn Khuyến Thanh tra Khuyến Nguyễn", room, Wrap::Greedy);
        assert_eq!(lines, ["Nguyễn Khuyến Thanh", "tra Khuyến Nguyễn"]);
        let lines = broken("Nguyễn Khuyến Thanh tra", room, Wrap::Greedy);
        assert_eq!(lines, ["Nguyễn Khuyến", "Thanh tra"]);
    }

    #[test]
    fn titles_break_between_compounds() {
        let text = "Hội nghị bồi dưỡng, tập huấn công tác Mặt trận, công tác giám sát và phản biện xã hội";
        for width in 150..420 {
            let lines = broken(text, width as f32, Wrap::Balanced);
            assert_eq!(lines.join(" "), text);
            for (end, begin) in
                [("giám", "sát"), ("Hội", "nghị"), ("xã", "hội"), ("Mặt", "trận,"), ("phản", "biện")]
            {
                let parted = |pair: &[String]| pair[0].ends_with(end) && pair[1].starts_with(begin);
                assert!(!lines.windows(2).any(parted), "{width}: {lines:?}");
            }
        }
    }

    #[test]
    fn justified_lines_are_no_looser_than_need_be() {
        let text = "Hội nghị tập huấn được tổ chức từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020 tại Nhà văn hóa \
            các xã, thị trấn theo Thông báo Kết luận số 160-TB/TW ngày 15/01/2020 của Bộ Chính trị về việc tiếp \
            tục thực hiện Kết luận số 62-KL/TW của Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam.";
        let widest = |width: f32, wrap: Wrap| {
            let style = Style { wrap, ..Style::body(14.0) };
            let lines = break_lines(&mut Typesetter::default(), &[Span::plain(text)], style, width);
            let limit = (width * 1000.0 / 14.0).floor() as i32;
            let said: Vec<String> = lines
                .iter()
                .map(|line| line.runs.iter().map(|(_, run)| run.text.as_str()).collect())
                .collect();
            assert_eq!(said.join(" "), text.split_whitespace().collect::<Vec<_>>().join(" "));
            let full = lines.iter().zip(&said).take(lines.len() - 1);
            full.map(|(line, said)| (limit - line.units) / count_spaces(said).max(1)).max().unwrap_or(0)
        };
        let mut better = 0;
        for width in (300..480).step_by(5) {
            let (before, now) = (widest(width as f32, Wrap::Greedy), widest(width as f32, Wrap::Justified));
            assert!(now <= before, "{width}: {before} became {now}");
            better += i32::from(now < before);
        }
        assert!(better > 10, "{better}");
    }

    #[test]
    fn a_word_too_long_for_the_line_is_broken_not_clipped() {
        let long = "Ngoằn".repeat(800);
        let lines = broken(&long, 50.0, Wrap::Greedy);
        assert_eq!(lines.concat(), long);
        assert!(lines.iter().all(|line| Face::Regular.width(line) as f32 / 100.0 <= 50.0));
    }

    #[test]
    fn centred_lines_are_of_about_the_same_length() {
        let text = "Đại biểu tham dự Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020";
        let lines = broken(text, Face::Regular.width(text) as f32 / 100.0 - 1.0, Wrap::Balanced);
        assert_eq!(lines.len(), 2);
        let widths: Vec<i32> = lines.iter().map(|line| Face::Regular.width(line)).collect();
        assert!((widths[0] - widths[1]).abs() < 6000, "{lines:?}");
    }

    #[test]
    fn letter_spacing_reaches_the_word_space_but_not_the_end() {
        let style = Style { tracking: 60, ..Style::title(30.0) };
        let lines = break_lines(&mut Typesetter::default(), &[Span::bold("GIẤY CHỨNG NHẬN")], style, 900.0);
        let (_, run) = &lines[0].runs[0];
        assert_eq!(run.after.len(), run.text.chars().count());
        assert!(run.after[4] >= 60 && *run.after.last().expect("letters") < 60);
        let natural = Face::Bold.width(&run.text) + run.after.iter().map(|&a| i32::from(a)).sum::<i32>();
        assert_eq!(natural, lines[0].units);
    }

    #[test]
    fn no_text_is_one_empty_line() {
        assert_eq!(broken("", 50.0, Wrap::Greedy), [""]);
        assert_eq!(broken("   ", 50.0, Wrap::Balanced), [""]);
    }
}
