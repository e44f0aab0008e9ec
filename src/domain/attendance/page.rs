//! A signed page as it was printed, and what a line typed beside it says of all who stand on it.

use serde::{Deserialize, Serialize};

use super::typed::{Said, TypedLine, TypedPerson};
use super::{Attendance, AttendanceStatus, NewMark};
use crate::domain::cluster::HalfDay;
use crate::domain::id::{DelegateId, SittingId};
use crate::sentence::{Explain, Sentence};

/// A page of a list that people sign, as it was printed: it stays so though the list changes.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedSheet {
    /// Its rows from top to bottom.
    pub rows: Vec<SheetRow>,
    /// Its columns for signatures.
    pub columns: Vec<SheetColumn>,
    /// Where everything stands on the paper.
    pub geometry: SheetGeometry,
}

/// A row of it.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetRow {
    /// Who stands there; nobody in a blank row.
    pub delegate: Option<DelegateId>,
    /// The STT as printed.
    pub number: u32,
    /// Upper and lower edge, in millimetres from the top of the paper.
    pub edges: (f32, f32),
}

/// A column in which people sign.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetColumn {
    /// For which sittings; none on a list of money or documents.
    pub sittings: Vec<SittingId>,
    /// Left and right edge, in millimetres from the left of the paper.
    pub edges: (f32, f32),
}

/// Where marks, code and lines of a page stand, in millimetres from the top left of the paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SheetGeometry {
    /// Number of the layout's format: a reader of scans must know it.
    pub format: u32,
    /// Width and height of the paper.
    pub paper: (f32, f32),
    /// Centres of the four corner marks, clockwise from the top left.
    pub marks: Vec<(f32, f32)>,
    /// Side of a corner mark.
    pub mark_side: f32,
    /// Top left corner of the code, and the side of one of its modules.
    pub code: Option<(f32, f32, f32)>,
    /// The horizontal lines of the table: y, and from which x to which.
    pub horizontal: Vec<(f32, f32, f32)>,
    /// The vertical ones: x, and from which y to which.
    pub vertical: Vec<(f32, f32, f32)>,
}

/// A sitting, as far as the columns of a page are told apart by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnHalf {
    /// The sitting.
    pub sitting: SittingId,
    /// Its half of the day.
    pub half: HalfDay,
}

/// What a line says of everybody on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageMarks {
    /// Everybody's mark, save for those somebody sat in for.
    pub marks: Vec<NewMark>,
    /// Who sat on whose place, by the name that was typed: who they are must be found first.
    pub substitutes: Vec<(DelegateId, TypedPerson)>,
}

/// Why a line cannot be taken for a page. Nothing is marked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PageError {
    /// No row with this STT.
    #[error("{0} is not on the page")]
    NotOnPage(u32),
    /// A row that was printed blank.
    #[error("{0} is a blank row")]
    Blank(u32),
    /// Several columns, and the line says none.
    #[error("which column?")]
    WhichColumn,
    /// No column of that half of a day.
    #[error("no such column")]
    NoColumn,
    /// The page has no column that is signed for a sitting.
    #[error("no sitting")]
    NoSitting,
}

impl Explain for PageError {
    fn explain(&self) -> Sentence {
        match self {
            Self::NotOnPage(number) => Sentence::new("mark-page-no-number").with("number", *number),
            Self::Blank(number) => Sentence::new("mark-page-blank").with("number", *number),
            Self::WhichColumn => Sentence::new("mark-page-which-column"),
            Self::NoColumn => Sentence::new("mark-page-no-column"),
            Self::NoSitting => Sentence::new("mark-page-no-sitting"),
        }
    }
}

impl PrintedSheet {
    /// The column that is meant: the one that is chosen, else by its half of the day, else the only one.
    pub fn column(
        &self,
        halves: &[ColumnHalf],
        half: Option<HalfDay>,
        chosen: Option<usize>,
    ) -> Result<&SheetColumn, PageError> {
        let signed: Vec<&SheetColumn> = self.columns.iter().filter(|one| !one.sittings.is_empty()).collect();
        let is_half = |column: &SheetColumn, half| {
            column
                .sittings
                .iter()
                .any(|sitting| halves.iter().any(|known| known.sitting == *sitting && known.half == half))
        };
        match (half, chosen, signed.as_slice()) {
            (_, _, []) => Err(PageError::NoSitting),
            (Some(half), _, _) => {
                let mut of_half = signed.iter().filter(|column| is_half(column, half));
                match (of_half.next(), of_half.next()) {
                    (Some(column), None) => Ok(column),
                    (None, _) => Err(PageError::NoColumn),
                    // Of several days: the one that is chosen tells the day.
                    (Some(_), Some(_)) => {
                        let column = chosen.and_then(|at| signed.get(at)).filter(|one| is_half(one, half));
                        column.copied().ok_or(PageError::WhichColumn)
                    }
                }
            }
            (None, Some(at), _) => signed.get(at).copied().ok_or(PageError::NoColumn),
            (None, None, [only]) => Ok(only),
            (None, None, _) => Err(PageError::WhichColumn),
        }
    }

    /// What a line says of everybody on the page, at the sittings of a column: who is not named signed, or who is known to
    /// sit in for them did. `order` has the sittings of the cluster by time.
    pub fn marks(
        &self,
        column: &SheetColumn,
        line: &TypedLine,
        attendance: &Attendance,
        order: &[SittingId],
    ) -> Result<PageMarks, PageError> {
        for (number, _) in &line.numbers {
            match self.rows.iter().find(|row| row.number == *number) {
                None => return Err(PageError::NotOnPage(*number)),
                Some(row) if row.delegate.is_none() => return Err(PageError::Blank(*number)),
                Some(_) => {}
            }
        }
        let (mut marks, mut substitutes) = (Vec::new(), Vec::new());
        for row in &self.rows {
            let Some(delegate) = row.delegate else { continue };
            let said = line.numbers.iter().find(|(number, _)| *number == row.number).map(|(_, said)| said);
            if let Some(Said::Substitute(person)) = said {
                substitutes.push((delegate, person.clone()));
                continue;
            }
            marks.extend(column.sittings.iter().map(|sitting| {
                let expected = attendance.expected(delegate, *sitting, order);
                match said {
                    Some(Said::Status(AttendanceStatus::Absent))
                        if expected.status == AttendanceStatus::Excused =>
                    {
                        expected
                    }
                    Some(Said::Status(status)) => NewMark::new(delegate, *sitting, *status),
                    _ if expected.status == AttendanceStatus::Substituted => expected,
                    // Somebody signed, whatever was said before.
                    _ => NewMark::new(delegate, *sitting, AttendanceStatus::Present),
                }
            }));
        }
        Ok(PageMarks { marks, substitutes })
    }

    /// Whether the sittings of a column were entered from this page before.
    pub fn is_entered(&self, column: &SheetColumn, code: &str, attendance: &Attendance) -> bool {
        let mut delegates = self.rows.iter().filter_map(|row| row.delegate);
        delegates.any(|delegate| {
            let mark = |sitting: &SittingId| attendance.of(delegate, *sitting);
            column.sittings.iter().filter_map(mark).any(|mark| mark.page.as_deref() == Some(code))
        })
    }
}

/// Of marks of a page, whoever signed another printing, too, or this one when it was entered before, was there: what says so
/// already stays.
pub fn joined(marks: Vec<NewMark>, attendance: &Attendance, also: Option<&str>) -> Vec<NewMark> {
    let signed = |mark: &NewMark| {
        let known = attendance.of(mark.delegate, mark.sitting)?;
        let code = known.page.as_deref()?;
        (known.status.is_filled() && also.is_none_or(|own| own != code)).then_some(())
    };
    marks.into_iter().filter(|mark| mark.status.is_filled() || signed(mark).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three people and a blank row, signing in the morning and the afternoon.
    fn sheet() -> (PrintedSheet, [ColumnHalf; 2]) {
        let row = |number: u32, delegate: Option<i64>| SheetRow {
            delegate: delegate.map(DelegateId),
            number,
            edges: (0.0, 8.2),
        };
        let column = |sitting| SheetColumn { sittings: vec![SittingId(sitting)], edges: (0.0, 20.0) };
        let sheet = PrintedSheet {
            rows: vec![row(21, Some(1)), row(22, Some(2)), row(23, Some(3)), row(24, None)],
            columns: vec![column(1), column(2)],
            geometry: SheetGeometry::default(),
        };
        let half = |sitting, half| ColumnHalf { sitting: SittingId(sitting), half };
        (sheet, [half(1, HalfDay::Morning), half(2, HalfDay::Afternoon)])
    }

    #[test]
    fn who_is_not_named_signed_and_who_is_not_on_the_page_refuses_the_line() {
        let (sheet, halves) = sheet();
        let column = sheet.column(&halves, Some(HalfDay::Afternoon), None).expect("a column");
        let nobody = Attendance::default();
        let line: TypedLine = "22p".parse().expect("a line");
        let PageMarks { marks, substitutes } = sheet.marks(column, &line, &nobody, &[]).expect("marks");
        let statuses: Vec<_> =
            marks.iter().map(|mark| (mark.delegate.0, mark.sitting.0, mark.status)).collect();
        assert_eq!(
            statuses,
            [
                (1, 2, AttendanceStatus::Present),
                (2, 2, AttendanceStatus::Excused),
                (3, 2, AttendanceStatus::Present)
            ]
        );
        assert!(substitutes.is_empty());
        let refused =
            |line: &str| sheet.marks(column, &line.parse().expect("a line"), &nobody, &[]).expect_err(line);
        assert_eq!(refused("22 7"), PageError::NotOnPage(7));
        assert_eq!(refused("24"), PageError::Blank(24));
    }

    #[test]
    fn of_two_columns_one_has_to_be_meant() {
        let (sheet, halves) = sheet();
        assert_eq!(sheet.column(&halves, None, None), Err(PageError::WhichColumn));
        assert_eq!(sheet.column(&halves, Some(HalfDay::Evening), None), Err(PageError::NoColumn));
        let chosen = sheet.column(&halves, None, Some(1)).expect("a column");
        assert_eq!(chosen.sittings, [SittingId(2)]);
    }
}
