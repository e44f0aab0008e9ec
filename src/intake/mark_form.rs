//! A filled "Phiếu điểm danh", in any format that sheets are read in: Excel, WPS and LibreOffice may have saved it.
//! Rows and columns are known by hidden cells, so they may be sorted and moved; what is not understood is told with
//! its cell.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::budget::{Budget, Limit};
use super::error::{IntakeError, Refusal};
use super::grid::{Cell, Grid, Row};
use super::read;
use crate::domain::attendance::AttendanceStatus;
use crate::domain::attendance::exchange::{FileMistake, Incoming, Remark};
use crate::domain::attendance::form::{FilledForm, FilledPerson, FilledRow, understood};
use crate::domain::attendance::package::MarkPackage;
use crate::mark_form::{MARK, VERSION, key};
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::compare_key;

/// More rows than a hall has seats.
const MOST_ROWS: usize = 20_000;

/// Why a file is no attendance that can be taken in.
#[derive(Debug)]
pub enum ReturnError {
    /// It could not be read.
    File(IntakeError),
    /// It was read, and is no package nor form.
    Content(FileMistake),
}

impl Explain for ReturnError {
    fn explain(&self) -> Sentence {
        match self {
            Self::File(error) => error.explain(),
            Self::Content(mistake) => mistake.explain(),
        }
    }
}

/// Reads what came back: a package of another computer, or a filled form.
pub fn read_returned(path: &Path) -> Result<Incoming, ReturnError> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let bytes = read::load(path).map_err(|reason| ReturnError::File(IntakeError { file, reason }))?;
    read_returned_bytes(bytes)
}

/// The same for the bytes of a file.
pub fn read_returned_bytes(bytes: Vec<u8>) -> Result<Incoming, ReturnError> {
    if MarkPackage::is_one(&bytes) {
        let package = MarkPackage::read(&bytes).map_err(ReturnError::Content)?;
        return Ok(Incoming::Package(Box::new(package)));
    }
    let form = read_form(bytes).map_err(|reason| match reason {
        Refused::Content(mistake) => ReturnError::Content(mistake),
        Refused::Sheet(Refusal::TooLarge | Refusal::TooMuch(_)) => {
            ReturnError::Content(FileMistake::TooLarge)
        }
        // Whatever else it is, it is not what was asked for.
        Refused::Sheet(_) => ReturnError::Content(FileMistake::NotOurs),
    })?;
    Ok(Incoming::Form(Box::new(form)))
}

enum Refused {
    Sheet(Refusal),
    Content(FileMistake),
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Sheet(refusal)
    }
}

fn read_form(bytes: Vec<u8>) -> Result<FilledForm, Refused> {
    let mut found_mark = false;
    for grid in read::open(bytes, &Budget::new(&Progress::default()))? {
        let grid = grid?;
        if grid.rows.len() > MOST_ROWS {
            return Err(Refusal::TooMuch(Limit::Rows).into());
        }
        found_mark |= grid.rows.iter().any(|row| row.cells().any(|(_, cell)| is_ours(&cell.line())));
        if let Some(layout) = Layout::of(&grid).map_err(Refused::Content)? {
            return Ok(Reading { layout, form: FilledForm::default() }.read(&grid));
        }
    }
    Err(Refused::Content(if found_mark { FileMistake::FormSpoilt } else { FileMistake::NotOurs }))
}

/// Whether a cell is one of the hidden ones: a form without its first is still known by the others.
fn is_ours(words: &str) -> bool {
    let uid = [key::FORM, key::SITTING, key::DELEGATE].into_iter().find_map(|key| words.strip_prefix(key));
    words.starts_with(MARK) || uid.is_some_and(is_uid)
}

/// Where things stand in a form.
struct Layout {
    /// The hidden column of identities.
    uids: u32,
    /// The row of the headings, by its number: people stand under it.
    head: u32,
    columns: HashMap<&'static str, u32>,
    /// Column and identity of each sitting.
    sittings: Vec<(u32, String)>,
    session: String,
    cluster: String,
    form: String,
}

impl Layout {
    /// The layout of a sheet; `None` where it is no form, or not whole.
    fn of(grid: &Grid) -> Result<Option<Self>, FileMistake> {
        let marked = grid.rows.iter().find_map(|row| {
            let (column, cell) = row.cells().find(|(_, cell)| cell.line().starts_with(MARK))?;
            Some((row, column, cell.line()))
        });
        let Some((keys, uids, mark)) = marked else { return Ok(None) };
        match mark[MARK.len()..].trim().parse::<u32>() {
            Ok(version) if version > VERSION => return Err(FileMistake::TooNew(version)),
            Ok(_) => {}
            Err(_) => return Err(FileMistake::FormSpoilt),
        }
        let said = |key: &str| {
            let cells = grid.rows.iter().filter_map(|row| row.cell(uids)).map(Cell::line);
            let said = cells.filter_map(|words| words.strip_prefix(key).map(str::to_owned)).next();
            said.filter(|uid| is_uid(uid)).ok_or(FileMistake::FormSpoilt)
        };
        let head = grid.rows.iter().find(|row| row.cell(uids).is_some_and(|cell| cell.line() == key::HEAD));
        let (mut columns, mut sittings) = (HashMap::new(), Vec::new());
        for (column, cell) in keys.cells() {
            let words = cell.line();
            if let Some(uid) = words.strip_prefix(key::SITTING).filter(|uid| is_uid(uid)) {
                sittings.push((column, uid.to_owned()));
            }
            let known = [key::WAS, key::STT, key::NAME, key::POSITION, key::UNIT, key::HELD, key::NOTE];
            if let Some(known) = known.into_iter().find(|known| *known == words) {
                columns.insert(known, column);
            }
        }
        if sittings.is_empty() || !columns.contains_key(key::NAME) || !columns.contains_key(key::WAS) {
            return Err(FileMistake::FormSpoilt);
        }
        Ok(Some(Self {
            uids,
            head: head.ok_or(FileMistake::FormSpoilt)?.number,
            columns,
            sittings,
            session: said(key::SESSION)?,
            cluster: said(key::CLUSTER)?,
            form: said(key::FORM)?,
        }))
    }

    /// The text of a row under a column.
    fn text(&self, row: &Row, key: &str) -> String {
        let cell = self.columns.get(key).and_then(|column| row.cell(*column));
        clean(&cell.map(Cell::line).unwrap_or_default())
    }
}

fn is_uid(text: &str) -> bool {
    uuid::Uuid::try_parse(text).is_ok_and(|uid| uid.to_string() == text)
}

struct Reading {
    layout: Layout,
    form: FilledForm,
}

impl Reading {
    fn read(mut self, grid: &Grid) -> FilledForm {
        let layout = &self.layout;
        (self.form.session, self.form.cluster, self.form.form) =
            (layout.session.clone(), layout.cluster.clone(), layout.form.clone());
        let rows: Vec<&Row> = grid.rows.iter().filter(|row| row.number > layout.head).collect();
        let uids = layout.uids;
        let numbers = self.numbers(&rows);
        let mut seen: HashSet<String> = HashSet::new();
        for row in rows {
            let uid = row.cell(uids).map(Cell::line).unwrap_or_default();
            let named = [key::DELEGATE, key::BLANK].into_iter().find_map(|key| {
                let uid = uid.strip_prefix(key).filter(|uid| is_uid(uid))?;
                Some((key, uid.to_owned()))
            });
            match named {
                Some((_, uid)) if self.is_filled(row) && !seen.insert(uid.clone()) => {
                    let name = self.layout.text(row, key::NAME);
                    self.form.remarks.push(Remark::RowTwice { row: row.number, name });
                }
                Some((key::DELEGATE, uid)) => self.delegate(row, uid),
                Some((_, uid)) => self.person(row, uid, &numbers),
                None => self.person(row, String::new(), &numbers),
            }
        }
        self.form
    }

    /// Whether anything is said in a row.
    fn is_filled(&self, row: &Row) -> bool {
        self.layout
            .sittings
            .iter()
            .any(|(column, _)| row.cell(*column).is_some_and(|cell| !cell.line().is_empty()))
    }

    /// The delegates by the numbers of the form.
    fn numbers(&self, rows: &[&Row]) -> HashMap<String, String> {
        let layout = &self.layout;
        let number = |row: &&Row| {
            let uid = row.cell(layout.uids)?.line();
            let uid = uid.strip_prefix(key::DELEGATE).filter(|uid| is_uid(uid))?;
            Some((plain_number(&layout.text(row, key::STT))?, uid.to_owned()))
        };
        rows.iter().filter_map(number).collect()
    }

    /// A row of somebody on the list.
    fn delegate(&mut self, row: &Row, delegate: String) {
        let (was, now) = (self.layout.text(row, key::WAS), self.layout.text(row, key::NAME));
        if !self.is_filled(row) {
            return;
        }
        if compare_key(&was) != compare_key(&now) {
            self.form.remarks.push(Remark::NameChanged { row: row.number, was, now });
            return;
        }
        let marks = self.marks(row);
        let note = Some(self.layout.text(row, key::NOTE)).filter(|note| !note.is_empty());
        self.form.rows.push(FilledRow { delegate, name: was, marks, note });
    }

    /// A row of somebody who came in addition; most are empty.
    fn person(&mut self, row: &Row, uid: String, numbers: &HashMap<String, String>) {
        let name = self.layout.text(row, key::NAME);
        if name.is_empty() {
            if self.is_filled(row) {
                self.form.remarks.push(Remark::NoName(row.number));
            }
            return;
        }
        let text = |key: &str| Some(self.layout.text(row, key)).filter(|text| !text.is_empty());
        let (position, unit, note, held) =
            (text(key::POSITION), text(key::UNIT), text(key::NOTE), text(key::HELD));
        let marks = self.marks(row);
        if marks.is_empty() {
            self.form.remarks.push(Remark::NotMarked { row: row.number, name });
            return;
        }
        let substitute_for = match held {
            None => None,
            Some(text) => match plain_number(&text).and_then(|number| numbers.get(&number)) {
                Some(delegate) => Some(delegate.clone()),
                None => {
                    let cell = self.cell_name(self.layout.columns.get(key::HELD).copied(), row);
                    self.form.remarks.push(Remark::NoSuchPlace { cell, text });
                    return;
                }
            },
        };
        // A row under those that were prepared has no identity: the one of its name in this form.
        let uid = if uid.is_empty() { self.uid_of(&name, unit.as_deref()) } else { uid };
        let row = row.number;
        self.form.people.push(FilledPerson { uid, row, name, position, unit, substitute_for, marks, note });
    }

    fn uid_of(&self, name: &str, unit: Option<&str>) -> String {
        use md5::{Digest, Md5};
        let mut hasher = Md5::new();
        let said = [&self.layout.form, &compare_key(name), &compare_key(unit.unwrap_or_default())];
        hasher.update(said.map(String::as_str).join("\n"));
        uuid::Builder::from_md5_bytes(hasher.finalize().into()).into_uuid().to_string()
    }

    /// What a row says of sittings. A cell that nobody understands is told.
    fn marks(&mut self, row: &Row) -> Vec<(String, AttendanceStatus)> {
        let mut marks = Vec::new();
        for (column, sitting) in &self.layout.sittings {
            let text = row.cell(*column).map(Cell::line).unwrap_or_default();
            match understood(&text) {
                Some(status) => marks.push((sitting.clone(), status)),
                None if text.is_empty() => {}
                None => {
                    let cell = self.cell_name(Some(*column), row);
                    let text = text.chars().take(60).collect();
                    self.form.remarks.push(Remark::Cell { cell, text });
                }
            }
        }
        marks
    }

    /// "G12".
    fn cell_name(&self, column: Option<u32>, row: &Row) -> String {
        let mut letters = String::new();
        let mut rest = column.map_or(0, |column| column + 1);
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or_default();
            letters.insert(0, char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        format!("{letters}{}", row.number)
    }
}

/// "3", "03" and "3." are one number.
fn plain_number(text: &str) -> Option<String> {
    let digits = text.trim().trim_end_matches('.');
    digits.parse::<u32>().ok().map(|number| number.to_string())
}
