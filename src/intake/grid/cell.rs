//! What one cell of a sheet holds.

use crate::delimited;
use crate::domain::date::FuzzyDate;
use crate::vietnamese::clean::clean;

/// What one cell holds. Empty cells are not kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Text as the file has it, not cleaned.
    Text(String),
    /// A number, also one that a formula gave.
    Number(f64),
    /// A number shown as a date.
    Date {
        /// The day it is shown as.
        date: FuzzyDate,
        /// The number behind it: days since 1900.
        serial: f64,
    },
    /// Yes or no: Excel's TRUE and FALSE.
    Bool(bool),
    /// A formula that failed: `#REF!`, `#N/A`.
    Fault(String),
    /// Text of more than [`MAX_CELL_CHARS`] characters; its beginning.
    Long(String),
    /// A formula whose result the file does not keep.
    Uncomputed,
}

/// Text beyond this many characters in one cell is no name, unit or note.
pub(in super::super) const MAX_CELL_CHARS: usize = 2_000;
/// Columns further right are not read.
pub const MAX_COLUMNS: u32 = 100;
/// How much of a long cell is shown in messages.
pub(super) const LONG_KEPT: usize = 60;

impl Cell {
    /// A text cell, or a [`Cell::Long`] one; `None` when nothing can be seen in it. A guard
    /// around a text is not kept.
    pub fn text(text: impl Into<String> + AsRef<str>) -> Option<Self> {
        let seen = text.as_ref();
        if let Some(bare) = delimited::unguarded(seen) {
            return Self::text(bare);
        }
        // Bytes are never fewer than characters, so most cells are not counted.
        if seen.len() > MAX_CELL_CHARS && seen.chars().nth(MAX_CELL_CHARS).is_some() {
            return Some(Self::Long(clean(&seen.chars().take(LONG_KEPT).collect::<String>())));
        }
        let blank =
            seen.chars().all(|c| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}'));
        (!blank).then(|| Self::Text(text.into()))
    }

    /// One clean line as a person would read the cell. Whole numbers have no
    /// decimals; a date is day/month/year.
    pub fn line(&self) -> String {
        match self {
            Self::Text(text) => clean(text),
            Self::Number(number) => plain_number(*number),
            Self::Date { date, .. } => shown_date(*date),
            Self::Bool(true) => "TRUE".to_owned(),
            Self::Bool(false) => "FALSE".to_owned(),
            Self::Fault(code) => code.clone(),
            Self::Long(start) => format!("{start}…"),
            Self::Uncomputed => "=…".to_owned(),
        }
    }

    /// The whole number in the cell, also when written as text: 3, "3", "03", "3.".
    pub fn whole_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => whole(*number),
            Self::Text(text) => {
                let digits = text.trim().trim_end_matches(['.', ')']);
                let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
                if plain { digits.parse().ok() } else { None }
            }
            _ => None,
        }
    }

    /// Whether it is text.
    pub(in super::super) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Long(_))
    }

    /// The bytes of its text. Of a long one at least so many were gone through.
    pub(in super::super) fn bytes(&self) -> usize {
        match self {
            Self::Text(text) | Self::Fault(text) => text.len(),
            Self::Long(_) => MAX_CELL_CHARS,
            _ => 0,
        }
    }
}

/// A number without decimals, as an integer.
fn whole(number: f64) -> Option<i64> {
    let fits = number.fract() == 0.0 && number.abs() < 1e15;
    // The range was just checked, so nothing is cut off.
    #[expect(clippy::cast_possible_truncation)]
    fits.then_some(number as i64)
}

fn plain_number(number: f64) -> String {
    whole(number).map_or_else(|| number.to_string(), |whole| whole.to_string())
}

fn shown_date(date: FuzzyDate) -> String {
    match (date.day_of_month(), date.month(), date.year()) {
        (Some(day), Some(month), Some(year)) => format!("{day:02}/{month:02}/{year}"),
        _ => date.to_string(),
    }
}
