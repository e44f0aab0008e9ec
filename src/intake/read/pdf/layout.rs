//! From letters and lines on a page to the cells of tables and the lines between them.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::super::budget::{Budget, Stop};
use super::super::super::family_names::is_unfinished;
use super::super::super::marks::{Group, group};
use super::super::super::mentions::{is_whole_name, mentions};
use super::super::super::unseen::Unseen;
use super::super::runs::Shown;
use super::page::{Drawn, Letter, Rule};
use crate::lexicon::{Use, unit_words};

/// Letters that stand side by side.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    /// Whether a line goes through it.
    pub is_struck: bool,
}

impl Chunk {
    /// Why it is not to be read.
    pub fn why(&self) -> Option<Unseen> {
        self.is_struck.then_some(Unseen::Struck)
    }

    pub fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// About how wide its first word is.
    fn first_word(&self) -> f64 {
        /// Parts of the width of a small letter.
        const CAPITAL: f64 = 1.4;
        let width = |letter: char| if letter.is_uppercase() { CAPITAL } else { 1.0 };
        let letters: f64 = self.text.chars().map(width).sum();
        let word: f64 = self.text.chars().take_while(|letter| !letter.is_whitespace()).map(width).sum();
        self.width() * word / letters.max(1.0)
    }
}

/// A cell between lines, with its text.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    lines: Vec<Chunk>,
}

impl Cell {
    /// Its text; lines that were broken because the cell is narrow are one.
    pub fn text(&self) -> Shown {
        joined(&self.lines, self.right - self.left)
    }
}

/// The text of lines below each other in so much room. Where the next word would have fit,
/// whoever wrote it broke the line.
fn joined(lines: &[Chunk], room: f64) -> Shown {
    let mut text = Shown::default();
    for (at, line) in lines.iter().enumerate() {
        if let Some(above) = at.checked_sub(1).map(|above| &lines[above]) {
            let same = (above.baseline - line.baseline).abs() < above.size * 0.3;
            let margins = above.size * 0.6;
            let fits = above.right - above.left + above.size * 0.25 + line.first_word() < room - margins;
            let between = match fits && !same {
                _ if is_one_word(&above.text, &line.text) => "",
                true => "\n",
                false => " ",
            };
            text.push(between, None, above.why().filter(|_| line.is_struck));
        }
        text.push(&line.text, None, line.why());
    }
    text
}

/// Whether a line ends within a word, for which the column was too narrow: "UBMTT" above "Q xã". Only words that we know are
/// told.
fn is_one_word(above: &str, below: &str) -> bool {
    static BODIES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let words = unit_words(Use::List).map(|word| word.word.to_uppercase());
        words.filter(|word| word.is_ascii() && !word.contains(' ')).collect()
    });
    let last = above.split_whitespace().next_back().unwrap_or_default();
    let first = below.split_whitespace().next().unwrap_or_default();
    !last.is_empty()
        && !BODIES.contains(last)
        && !BODIES.contains(first)
        && BODIES.contains(&format!("{last}{first}"))
}

/// The lines of a page, those that were broken because the page ends as one.
pub(super) fn unbroken(lines: Vec<Vec<Chunk>>) -> Vec<Vec<Chunk>> {
    let margin = lines.iter().flatten().map(|chunk| chunk.right).fold(f64::NEG_INFINITY, f64::max);
    let mut whole: Vec<Vec<Chunk>> = Vec::new();
    for mut line in lines {
        // Pieces far apart are a letterhead or signatures.
        match (whole.last_mut().map(Vec::as_mut_slice), line.as_mut_slice()) {
            (Some([above]), [next]) if goes_on(above, next, margin) => {
                above.text.push(' ');
                above.text.push_str(&next.text);
                (above.right, above.baseline) = (next.right, next.baseline);
            }
            _ => whole.push(line),
        }
    }
    whole
}

/// Whether a line goes on in the next, for whose first word there was no room up to the margin.
fn goes_on(above: &Chunk, next: &Chunk, margin: f64) -> bool {
    let begins_item = |text: &str| {
        let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
        // "207." goes on with a telephone.
        let figures = text.len() - rest.len();
        // "2 - Y Blưi".
        let sign = rest.strip_prefix(' ').filter(|rest| rest.starts_with(['-', '–'])).unwrap_or(rest);
        let is_numbered = (1..=2).contains(&figures) && sign.starts_with(['.', ')', '/', '-', '–', ':']);
        // Nor is "05/7/1975" an item.
        let is_numbered = is_numbered && !rest.chars().nth(1).is_some_and(|letter| letter.is_ascii_digit());
        // "Xóm Bìa: ông Nguyễn Thế Giáp": what stands before a colon begins anew.
        let label = text.split_once(": ").map_or("", |(label, _)| label);
        let is_labelled = label.starts_with(char::is_uppercase)
            && label.split(' ').count() <= 4
            && !label.contains([',', ';', '.', '–', '-']);
        // "II. Thôn Hà Tân" is a heading, and "Ông Lê Đình Chức" the next of several.
        let is_heading = text.starts_with(char::is_uppercase)
            && !text.contains([',', ';'])
            && matches!(group(text, ""), Some(Group::Hamlet(_) | Group::Commune(_) | Group::Cluster(_)));
        // "Ngày 09/10/2025, tại hội trường".
        let is_day =
            text.strip_prefix("Ngày ").is_some_and(|day| day.starts_with(|one: char| one.is_ascii_digit()));
        let is_named = || {
            text.split_once(',').is_some_and(|(name, _)| name.split(' ').count() > 2 && is_whole_name(name))
        };
        let is_somebody =
            text.starts_with(char::is_uppercase) && (mentions(text).next() == Some(0) || is_named());
        is_labelled
            || is_day
            || is_numbered
            || is_heading
            || is_somebody
            || text.starts_with(['-', '–', '+', '*', '•', '·', '\u{f0b7}'])
    };
    // What begins small goes on wherever its line ended a little early.
    let slack = if next.text.starts_with(char::is_lowercase) { 4.0 } else { 1.5 };
    let is_full = above.right + above.size * 0.25 + next.first_word() > margin - above.size * slack;
    let is_near = next.baseline - above.baseline < above.size * 2.0;
    // Under a number stands nothing; what begins further right is a title or another column, what begins far to the left
    // stands below a date at the right.
    let indent = if begins_item(&above.text) { above.size * 3.0 } else { above.size };
    let is_below = next.left < above.left + indent && next.left > above.left - above.size * 6.0;
    // "- Bà Ngô Thị Thắm, …; số điện thoại: 0985 013 297;" ends the item.
    let is_ended =
        begins_item(&above.text) && above.text.ends_with(';') && next.text.starts_with(char::is_uppercase);
    // "các ông, bà: Ông Nông Văn" breaks off within a name.
    let last: Vec<&str> = above.text.rsplitn(3, ' ').take(2).collect();
    let is_cut = last.len() == 2 && is_unfinished(&format!("{} {}", last[1], last[0]));
    (is_full || is_cut)
        && is_near
        && is_below
        && !is_ended
        && !begins_item(&next.text)
        && above.is_struck == next.is_struck
}

/// A page cut up.
#[derive(Debug, Default)]
pub(super) struct Cut {
    pub height: f64,
    pub cells: Vec<Cell>,
    /// Lines outside tables, from the top, each in its chunks.
    pub lines: Vec<Vec<Chunk>>,
}

/// How far two edges may be apart that are one.
pub(super) const SAME_EDGE: f64 = 3.0;

/// Cuts a page up along its lines.
pub(super) fn cut(mut drawn: Drawn, budget: &Budget) -> Result<Cut, Stop> {
    let upright = merged(std::mem::take(&mut drawn.upright));
    let level = merged(std::mem::take(&mut drawn.level));
    let mut cut = Cut { height: drawn.height, ..Cut::default() };
    let lines = lines(drawn.letters);
    let lefts = common_lefts(&lines, budget)?;
    for line in lines {
        let mut outside = Vec::new();
        for mut chunk in chunks(line, &upright, &lefts, budget)? {
            chunk.is_struck = is_struck(&chunk, &level);
            budget.unpack(upright.len() + level.len() + cut.cells.len().min(200))?;
            match around(&chunk, &upright, &level) {
                Some(cell) => add(&mut cut.cells, cell, chunk),
                None => outside.push(chunk),
            }
        }
        if !outside.is_empty() {
            cut.lines.push(outside);
        }
    }
    Ok(cut)
}

/// Whether lines go through a chunk, word by word or as one, and not far beyond it as those
/// of tables do.
fn is_struck(chunk: &Chunk, level: &[Rule]) -> bool {
    let slack = chunk.size * 0.5;
    let goes_through = |rule: &&Rule| {
        let height = (chunk.baseline - rule.at) / chunk.size;
        (0.15..0.5).contains(&height) && rule.from > chunk.left - slack && rule.to < chunk.right + slack
    };
    let through: f64 = level.iter().filter(goes_through).map(|rule| rule.to - rule.from).sum();
    through > chunk.width() * 0.7
}

fn add(cells: &mut Vec<Cell>, cell: Cell, chunk: Chunk) {
    let same = |other: &&mut Cell| {
        let near = |a: f64, b: f64| (a - b).abs() < SAME_EDGE;
        near(other.left, cell.left) && near(other.top, cell.top) && near(other.right, cell.right)
    };
    // What stands in one cell comes soon after each other.
    const BACK: usize = 200;
    match cells.iter_mut().rev().take(BACK).find(same) {
        Some(other) => other.lines.push(chunk),
        None => cells.push(Cell { lines: vec![chunk], ..cell }),
    }
}

/// Lines that go on from each other as one.
fn merged(mut rules: Vec<Rule>) -> Vec<Rule> {
    const NEAR: f64 = 1.5;
    rules.sort_by(|a, b| a.at.total_cmp(&b.at));
    // Those at one place are sorted by where they begin.
    let mut place = 0.0;
    let mut grouped: Vec<(f64, Rule)> = Vec::with_capacity(rules.len());
    for rule in rules {
        if grouped.is_empty() || rule.at - place > NEAR {
            place = rule.at;
        }
        grouped.push((place, rule));
    }
    grouped.sort_by(|(a, first), (b, second)| a.total_cmp(b).then(first.from.total_cmp(&second.from)));
    let mut merged: Vec<Rule> = Vec::new();
    for (place, rule) in grouped {
        match merged.last_mut().filter(|last| last.at == place && rule.from <= last.to + NEAR) {
            Some(last) => last.to = last.to.max(rule.to),
            None => merged.push(Rule { at: place, ..rule }),
        }
    }
    merged
}

/// Letters line by line from the top, in each from the left.
fn lines(mut letters: Vec<Letter>) -> Vec<Vec<Letter>> {
    letters.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut lines: Vec<Vec<Letter>> = Vec::new();
    for letter in letters {
        match lines.last_mut() {
            Some(line) if letter.baseline - line[0].baseline < letter.size.max(1.0) * 0.3 => {
                line.push(letter)
            }
            _ => lines.push(vec![letter]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.x.total_cmp(&b.x));
    }
    lines
}

/// Where on a page several chunks begin, below each other: there columns do.
fn common_lefts(lines: &[Vec<Letter>], budget: &Budget) -> Result<Vec<f64>, Stop> {
    const LEAST: usize = 3;
    // Where each letter is drawn alone none begins anything.
    let letters = || lines.iter().flatten();
    if letters().filter(|letter| letter.begins).count() * 2 > letters().count() {
        return Ok(Vec::new());
    }
    let mut lefts = Vec::new();
    for line in lines {
        budget.unpack(line.len())?;
        lefts.extend(chunks(line.clone(), &[], &[], budget)?.into_iter().map(|chunk| chunk.left));
    }
    lefts.sort_by(f64::total_cmp);
    let groups = lefts.chunk_by(|one, next| next - one < SAME_LEFT);
    Ok(groups.filter(|group| group.len() >= LEAST).map(|group| group[0]).collect())
}

/// How far apart the beginnings of two chunks of a column may be.
const SAME_LEFT: f64 = 1.0;

/// Cuts a line where there is much room, or a line of a table, or where a column begins right behind a text that
/// fills its own.
fn chunks(line: Vec<Letter>, upright: &[Rule], lefts: &[f64], budget: &Budget) -> Result<Vec<Chunk>, Stop> {
    /// Parts of the size of the letters.
    const WORD: f64 = 0.19;
    const CELL: f64 = 1.0;
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut space = false;
    let mut before: Option<(String, f64)> = None;
    for letter in line {
        if letter.text.trim().is_empty() {
            space = true;
            continue;
        }
        // Letters drawn twice are bold.
        let twice =
            |(text, x): &(String, f64)| *text == letter.text && (letter.x - x).abs() < letter.size * 0.08;
        if before.as_ref().is_some_and(twice) {
            continue;
        }
        let gap = chunks.last().map(|last| letter.x - last.right);
        let parted = match gap {
            None => true,
            Some(gap) if gap > letter.size * CELL => true,
            Some(gap) if gap < -letter.size * 0.5 => false,
            Some(gap) => {
                let (left, right) = (letter.x - gap.max(0.0), letter.x);
                let begins = letter.begins && !space;
                budget.unpack(usize::from(space || begins) * upright.len().max(lefts.len()))?;
                let begins_column = || begins && lefts.iter().any(|own| (own - letter.x).abs() < SAME_LEFT);
                (space || begins || gap > letter.size * WORD)
                    && is_ruled_between(left, right, &letter, upright)
                    || begins_column()
            }
        };
        match chunks.last_mut().filter(|_| !parted) {
            Some(last) => {
                if space || letter.x - last.right > letter.size * WORD {
                    last.text.push(' ');
                }
                last.text.push_str(&letter.text);
                last.right = last.right.max(letter.right);
            }
            None => chunks.push(Chunk {
                text: letter.text.clone(),
                left: letter.x,
                right: letter.right,
                baseline: letter.baseline,
                size: letter.size,
                is_struck: false,
            }),
        }
        space = false;
        before = Some((letter.text, letter.x));
    }
    Ok(chunks)
}

fn is_ruled_between(left: f64, right: f64, letter: &Letter, upright: &[Rule]) -> bool {
    let middle = letter.baseline - letter.size * 0.3;
    let first = upright.partition_point(|rule| rule.at < left - 1.0);
    upright[first..]
        .iter()
        .take_while(|rule| rule.at <= right + 1.0)
        .any(|rule| rule.from <= middle && middle <= rule.to)
}

/// The cell around a chunk: the nearest lines on all four sides.
fn around(chunk: &Chunk, upright: &[Rule], level: &[Rule]) -> Option<Cell> {
    let (x, y) = (chunk.middle(), chunk.baseline - chunk.size * 0.3);
    let crosses = |rule: &&Rule| rule.from - 1.0 <= y && y <= rule.to + 1.0;
    let beyond = upright.partition_point(|rule| rule.at <= x);
    let left = upright[..beyond].iter().rev().find(crosses)?.at;
    let right = upright[beyond..].iter().find(crosses)?.at;
    // A line under a word is none of the table.
    let spans = |rule: &&Rule| rule.to.min(right) - rule.from.max(left) > (right - left) * 0.6;
    let below = level.partition_point(|rule| rule.at <= y);
    let top = level[..below].iter().rev().find(spans)?.at;
    let bottom = level[below..].iter().find(spans)?.at;
    Some(Cell { left, right, top, bottom, lines: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_a_narrow_column_broke_is_whole_again() {
        for (above, below, whole) in [
            ("UBMTT", "Q xã", true),
            ("Chủ tịch UBMT", "TQ", true),
            ("UBMTTQ", "xã", false),
            ("Nguyễn", "Thị", false),
            ("Hội", "LHPN xã", false),
        ] {
            assert_eq!(is_one_word(above, below), whole, "{above} {below}");
        }
    }
}
