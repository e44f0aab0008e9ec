//! In what letters each cell is written, and the cells of before Unicode put into
//! Unicode.
//!
//! The font of a cell tells, where the file names one; else its words do: read in
//! the right letters they are Vietnamese, in the wrong ones they are not. A text
//! that both readings allow ("Bé" in Unicode is "Bộ" in TCVN3) goes with its row,
//! its column, its sheet. Text with a letter that only Unicode has is never touched.

use std::borrow::Cow;
use std::collections::HashMap;

use memchr::memchr2_iter;

use super::budget::Limit;
use super::grid::{Cell, Grid, Row};
use super::letter_case::{as_set, has_small_word, is_begun_small, with_capitals};
use super::lost_letters;
use super::spelled_out;
use crate::domain::list::ListEncoding;
use crate::vietnamese::legacy::Legacy;
use crate::vietnamese::misread;
use crate::vietnamese::syllable::is_syllable;
use crate::vietnamese::typed_keys;

/// How many cells were converted to Unicode, by the letters they were written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Converted {
    /// From TCVN3, the .VnTime fonts.
    pub tcvn3: usize,
    /// From VNI.
    pub vni: usize,
    /// From windows-1258.
    pub windows_1258: usize,
    /// From UTF-8 that was taken for another code page.
    pub misread: usize,
    /// From letters that were spelled out as numbers or names.
    pub spelled_out: usize,
    /// From keys that were typed while the input method was off.
    pub typed_keys: usize,
}

impl Converted {
    /// The encoding of most of the cells that were converted.
    pub fn encoding(self) -> ListEncoding {
        let counts = [
            (self.tcvn3, ListEncoding::Tcvn3),
            (self.vni, ListEncoding::Vni),
            (self.windows_1258, ListEncoding::Windows1258),
            (self.misread, ListEncoding::Misread),
            (self.spelled_out, ListEncoding::SpelledOut),
            (self.typed_keys, ListEncoding::TypedKeys),
        ];
        // The last of equals would win, so the most usual stands last.
        let most = counts.into_iter().rev().max_by_key(|(count, _)| *count);
        most.filter(|(count, _)| *count > 0).map_or(ListEncoding::Unicode, |(_, encoding)| encoding)
    }

    /// All of them.
    pub fn cells(self) -> usize {
        self.tcvn3 + self.vni + self.windows_1258 + self.misread + self.spelled_out + self.typed_keys
    }

    pub(super) fn add(&mut self, other: Self) {
        self.tcvn3 += other.tcvn3;
        self.vni += other.vni;
        self.windows_1258 += other.windows_1258;
        self.misread += other.misread;
        self.spelled_out += other.spelled_out;
        self.typed_keys += other.typed_keys;
    }

    fn count(&mut self, legacy: Legacy) {
        match legacy {
            Legacy::Tcvn3 | Legacy::Tcvn3Capitals => self.tcvn3 += 1,
            Legacy::Vni => self.vni += 1,
            Legacy::Windows1258 => self.windows_1258 += 1,
        }
    }
}

/// Puts the cells of a sheet into Unicode; `wanted` overrules what cells and fonts
/// say, but not text that can only be Unicode.
pub(super) fn settle(grid: &mut Grid, wanted: Option<ListEncoding>) -> Converted {
    let mut converted = std::mem::take(&mut grid.converted);
    let mut may_be_odd = false;
    if wanted != Some(ListEncoding::Unicode) {
        let together;
        (together, may_be_odd) = put_together(grid);
        converted.add(together);
    }
    let fonts = std::mem::take(&mut grid.fonts);
    let nothing_to_do = match wanted {
        Some(encoding) => encoding == ListEncoding::Unicode,
        // What was left when question marks took the place of the others is as it was: "Lê Minh Tân", "Nguy?n".
        None if lost_letters::is_lossy(grid) => true,
        None => fonts.is_empty() && !(may_be_odd && has_odd_letters(grid)),
    };
    if nothing_to_do {
        return converted;
    }
    let mut doubtful = Vec::new();
    let mut sure = Vec::new();
    let mut votes = Votes::default();
    for (index, row) in grid.rows.iter().enumerate() {
        for (column, cell) in row.cells() {
            let Cell::Text(text) = cell else { continue };
            let place = TextCell { index, column, font: fonts.get(&(row.number, column)).copied() };
            match judge(text, place.font, wanted) {
                Verdict::Neutral => {}
                Verdict::Unicode => votes.add(&place, None),
                Verdict::Legacy(legacy) => {
                    votes.add(&place, Some(legacy));
                    sure.push((place, legacy));
                }
                Verdict::Doubtful(readings) => doubtful.push((place, readings)),
            }
        }
    }
    sure.extend(doubtful.into_iter().filter_map(|(place, readings)| {
        let legacy = votes.decide(&place, readings)?;
        Some((place, legacy))
    }));
    let mut without_capitals = Vec::new();
    for (place, legacy) in sure {
        if let Some(Cell::Text(text)) = grid.rows[place.index].cell_mut(place.column)
            && let Some(decoded) = decoded(legacy, text)
            && *text != decoded
        {
            *text = decoded;
            converted.count(legacy);
            if legacy == Legacy::Tcvn3 {
                without_capitals.push((place.index, place.column));
            }
        }
    }
    put_capitals(grid, &without_capitals);
    converted
}

/// Repairs what programs made of Unicode: letters spelled out, UTF-8 taken for another page. Whether there
/// were odd letters: where there are none before, there are none after.
fn put_together(grid: &mut Grid) -> (Converted, bool) {
    let mut converted = Converted::default();
    let texts = |grid: &mut Grid, mend: fn(&str) -> Option<String>| {
        let texts = grid.rows.iter_mut().flat_map(Row::texts_mut);
        let mended = texts.filter_map(|text| mend(text).map(|mended| *text = mended));
        mended.count()
    };
    if grid.has_text(spelled_out::is_likely) {
        converted.spelled_out = texts(grid, spelled_out::mended);
    }
    if grid.has_text(typed_keys::is_likely) {
        converted.typed_keys = texts(grid, typed_keys::mended);
        if converted.typed_keys > 0 {
            converted.typed_keys += texts(grid, typed_keys::mended_beside);
        }
    }
    let has_odd_letters = has_odd_letters(grid);
    if has_odd_letters {
        converted.misread = texts(grid, misread::mended);
    }
    (converted, has_odd_letters)
}

/// Gives texts from TCVN3, each by its row and column, the capitals that its letters lack.
fn put_capitals(grid: &mut Grid, places: &[(usize, u32)]) {
    let mut begins_small = HashMap::new();
    for &(index, column) in places {
        let Some(Cell::Text(text)) = grid.rows[index].cell(column) else { continue };
        if !has_small_word(text) {
            continue;
        }
        let small = *begins_small.entry(column).or_insert_with(|| {
            let cells = grid.rows.iter().filter_map(|row| row.cell(column));
            is_begun_small(
                cells.filter_map(|cell| if let Cell::Text(text) = cell { Some(text.as_str()) } else { None }),
            )
        });
        let text = with_capitals(text, small);
        if let Some(cell) = grid.rows[index].cell_mut(column) {
            *cell = Cell::Text(text);
        }
    }
}

/// Whether any cell has a character that Vietnamese in Unicode does not need.
/// Every list in legacy letters has many; nearly no other list has one.
fn has_odd_letters(grid: &Grid) -> bool {
    grid.has_text(is_odd)
}

fn is_odd(text: &str) -> bool {
    // In UTF-8 the letters sought begin with C2 or C3: most cells are passed in a blink.
    let bytes = text.as_bytes();
    memchr2_iter(0xC2, 0xC3, bytes).any(|at| {
        let letter = char::from((bytes[at] & 1) << 6 | bytes.get(at + 1).copied().unwrap_or_default());
        // In VNI letters of ours follow an a or e, as they never do in Unicode: "Leâ Vaên".
        let follows = at > 0 && matches!(bytes[at - 1], b'a' | b'e' | b'A' | b'E');
        letter > '\u{a0}' && (follows || !is_vietnamese(letter) || letter == 'Ð')
    })
}

/// The lines of a text in Unicode, as if each were a cell, and how many were converted.
pub(super) fn settled_lines(text: &str) -> (Cow<'_, str>, Converted) {
    let lines = || text.lines().filter(|line| !line.is_empty());
    let may_be_keys = || lines().any(typed_keys::is_likely);
    let is_plain = !is_odd(text) && !spelled_out::is_likely(text) && !may_be_keys();
    if is_plain || lines().nth(Limit::Rows.most()).is_some() {
        return (Cow::Borrowed(text), Converted::default());
    }
    let rows = (1..).zip(text.lines()).map(|(number, line)| Row::of_text(number, line.to_owned()));
    let mut grid = Grid { rows: rows.collect(), ..Grid::default() };
    let converted = settle(&mut grid, None);
    let lines = grid.rows.iter_mut().flat_map(Row::texts_mut).map(std::mem::take);
    (Cow::Owned(lines.collect::<Vec<_>>().join("\n")), converted)
}

/// Letters that Vietnamese shares with the Western languages.
fn is_vietnamese(letter: char) -> bool {
    "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÐ".contains(letter)
}

/// A cell with text.
struct TextCell {
    /// The index of its row.
    index: usize,
    column: u32,
    /// What its font says.
    font: Option<Legacy>,
}

/// What a text alone says.
enum Verdict {
    /// Nothing: it is the same in all letters.
    Neutral,
    /// Only Unicode is possible.
    Unicode,
    /// Only this is.
    Legacy(Legacy),
    /// More is needed; these are possible.
    Doubtful(Readings),
}

impl Verdict {
    /// The same of a text that makes sense as it is.
    fn plausible(self) -> Self {
        match self {
            Self::Doubtful(readings) => Self::Doubtful(Readings { as_is: true, ..readings }),
            sure => sure,
        }
    }
}

/// The readings a text allows.
#[derive(Clone, Copy, Default)]
struct Readings {
    /// As it is.
    as_is: bool,
    tcvn3: bool,
    vni: bool,
    windows_1258: bool,
}

impl Readings {
    fn allow(self, legacy: Legacy) -> bool {
        match legacy {
            Legacy::Tcvn3 | Legacy::Tcvn3Capitals => self.tcvn3,
            Legacy::Vni => self.vni,
            Legacy::Windows1258 => self.windows_1258,
        }
    }

    fn add(&mut self, legacy: Legacy) {
        match legacy {
            Legacy::Tcvn3 | Legacy::Tcvn3Capitals => self.tcvn3 = true,
            Legacy::Vni => self.vni = true,
            Legacy::Windows1258 => self.windows_1258 = true,
        }
    }
}

fn judge(text: &str, font: Option<Legacy>, wanted: Option<ListEncoding>) -> Verdict {
    if text.is_ascii() {
        // Small letters in a font of capitals are capitals.
        let raised =
            font == Some(Legacy::Tcvn3Capitals) && text.bytes().any(|byte| byte.is_ascii_lowercase());
        return if raised { Verdict::Legacy(Legacy::Tcvn3Capitals) } else { Verdict::Neutral };
    }
    if !text.chars().any(|character| matches!(character, '\u{a1}'..='\u{ff}')) {
        return if text.chars().all(|c| c.is_ascii() || !c.is_alphabetic()) {
            Verdict::Neutral
        } else {
            Verdict::Unicode
        };
    }
    if let Some(legacy) = wanted.and_then(|wanted| of_encoding(wanted, font)) {
        return if legacy.decode(text).is_some() { Verdict::Legacy(legacy) } else { Verdict::Unicode };
    }
    let as_is = Words::of(text, text);
    if let Some(legacy) = font
        && let Some(decoded) = legacy.decode(text)
    {
        let read = Words::of(text, &decoded);
        return match (as_is.bad == 0, read.bad == 0) {
            (true, true) => doubtful([legacy]),
            (true, false) => Verdict::Unicode,
            (false, _) => Verdict::Legacy(legacy),
        };
    }
    let all = [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258];
    if as_is.bad == 0 {
        let is_good = |legacy: &Legacy| {
            as_set(*legacy, text).decode(text).is_some_and(|decoded| Words::of(text, &decoded).bad == 0)
        };
        return doubtful(all.into_iter().filter(is_good)).plausible();
    }
    let readings = all.map(|legacy| Some((legacy, Words::of(text, &decoded(legacy, text)?))));
    let readings = readings.into_iter().flatten();
    let mut strong = readings.clone().filter(|(_, read)| read.is_strong(as_is));
    match (strong.next(), strong.next()) {
        (Some((legacy, _)), None) => Verdict::Legacy(legacy),
        (Some((legacy, first)), Some((_, second))) if first.bad < second.bad => Verdict::Legacy(legacy),
        (Some((_, first)), Some((legacy, second))) if second.bad < first.bad => Verdict::Legacy(legacy),
        _ => doubtful(readings.map(|(legacy, _)| legacy)),
    }
}

/// A text in Unicode; where somebody wrote a word anew in it, "Mµo V¨n Ổn", the others.
fn decoded(legacy: Legacy, text: &str) -> Option<String> {
    let set = as_set(legacy, text);
    let is_new = |word: &str| word.chars().any(|letter| letter > '\u{ff}');
    let word = |word: &str| if is_new(word) { Some(word.to_owned()) } else { set.decode(word) };
    let mixed = || Some(text.split(' ').map(word).collect::<Option<Vec<_>>>()?.join(" "));
    set.decode(text).or_else(mixed)
}

fn doubtful(readings: impl IntoIterator<Item = Legacy>) -> Verdict {
    let mut allowed = Readings::default();
    let mut any = false;
    for legacy in readings {
        allowed.add(legacy);
        any = true;
    }
    if any { Verdict::Doubtful(allowed) } else { Verdict::Unicode }
}

fn of_encoding(encoding: ListEncoding, font: Option<Legacy>) -> Option<Legacy> {
    match encoding {
        ListEncoding::Unicode
        | ListEncoding::Misread
        | ListEncoding::SpelledOut
        | ListEncoding::TypedKeys => None,
        ListEncoding::Tcvn3 if font == Some(Legacy::Tcvn3Capitals) => font,
        ListEncoding::Tcvn3 => Some(Legacy::Tcvn3),
        ListEncoding::Vni => Some(Legacy::Vni),
        ListEncoding::Windows1258 => Some(Legacy::Windows1258),
    }
}

/// The words of a text that tell letters apart: those with more than ASCII in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Words {
    good: usize,
    bad: usize,
}

impl Words {
    /// Of a text as it is written in the file, and one reading of it.
    fn of(written: &str, read: &str) -> Self {
        let parting = |c: char| c.is_whitespace() || (c.is_ascii() && !c.is_ascii_alphabetic());
        // Decoding leaves spaces and ASCII in their places, so words pair up.
        let pairs = written.split(parting).zip(read.split(parting));
        let (mut good, mut bad) = (0, 0);
        for (written, read) in pairs {
            if written.chars().any(|character| matches!(character, '\u{a1}'..='\u{ff}')) {
                let read =
                    read.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{a1}'..='\u{bf}'));
                if is_cased_well(read) && is_syllable(read) { good += 1 } else { bad += 1 }
            }
        }
        Self { good, bad }
    }

    /// Whether this reading makes sense where the text as it is does not.
    fn is_strong(self, as_is: Self) -> bool {
        self.good > 0 && self.good >= 3 * self.bad && as_is.good * 2 <= self.good
    }
}

/// "nguyễn", "Nguyễn" and "NGUYỄN", but not "NguyỄn": wrong letters often stand in
/// the wrong case.
fn is_cased_well(word: &str) -> bool {
    let mut rest = word.chars().skip(1);
    rest.clone().all(|letter| !letter.is_uppercase())
        || (word.chars().next().is_some_and(char::is_uppercase) && rest.all(|letter| !letter.is_lowercase()))
}

/// What the cells that are sure say, for those that are not.
#[derive(Default)]
struct Votes {
    rows: HashMap<usize, Count>,
    columns: HashMap<u32, Count>,
    fonts: HashMap<Legacy, Count>,
    sheet: Count,
}

/// How many cells are written how.
#[derive(Clone, Copy, Default)]
struct Count {
    unicode: usize,
    tcvn3: usize,
    vni: usize,
    windows_1258: usize,
}

impl Count {
    fn add(&mut self, legacy: Option<Legacy>) {
        match legacy {
            None => self.unicode += 1,
            Some(Legacy::Tcvn3 | Legacy::Tcvn3Capitals) => self.tcvn3 += 1,
            Some(Legacy::Vni) => self.vni += 1,
            Some(Legacy::Windows1258) => self.windows_1258 += 1,
        }
    }

    /// `None` when it is even; else what most are, where that may be Unicode.
    fn leaning(self) -> Option<Option<Legacy>> {
        let legacy =
            [(self.windows_1258, Legacy::Windows1258), (self.vni, Legacy::Vni), (self.tcvn3, Legacy::Tcvn3)];
        let (most, legacy) = legacy.into_iter().max_by_key(|(count, _)| *count)?;
        match most.cmp(&self.unicode) {
            std::cmp::Ordering::Less => Some(None),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Some(legacy)),
        }
    }
}

impl Votes {
    fn add(&mut self, place: &TextCell, legacy: Option<Legacy>) {
        self.rows.entry(place.index).or_default().add(legacy);
        self.columns.entry(place.column).or_default().add(legacy);
        if let Some(font) = place.font {
            self.fonts.entry(font).or_default().add(legacy);
        }
        self.sheet.add(legacy);
    }

    /// How a doubtful cell is written; `None` for Unicode.
    fn decide(&self, place: &TextCell, readings: Readings) -> Option<Legacy> {
        if let Some(font) = place.font.filter(|font| readings.allow(*font)) {
            let leaning = self.fonts.get(&font).and_then(|count| count.leaning());
            return if leaning == Some(None) { None } else { Some(font) };
        }
        // Where old fonts are used, a text in another font is not of that time.
        if readings.as_is && !self.fonts.is_empty() {
            return None;
        }
        let around = [self.rows.get(&place.index), self.columns.get(&place.column), Some(&self.sheet)];
        let leaning = around.into_iter().flatten().find_map(|count| count.leaning())?;
        leaning.filter(|legacy| readings.allow(*legacy))
    }
}

#[cfg(test)]
mod tests;
