//! Workbooks in one XML file, the format of Excel 2003 that reporting programs
//! still write under the name of an .xls.

use std::collections::HashMap;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, GridBuilder, MAX_COLUMNS};
use super::super::unseen::Unseen;
use super::markup::{Tag, Token, Tokens, plain};
use crate::domain::date::FuzzyDate;
use crate::vietnamese::legacy::Legacy;

/// Whether a text in mark-up is such a workbook.
pub(super) fn is_one(text: &str) -> bool {
    let start: String = text.chars().take(2_000).collect();
    start.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && !start.to_ascii_lowercase().contains("<html")
}

/// The sheets.
pub(super) fn grids(text: &str, budget: &Budget) -> Result<Vec<Grid>, Refusal> {
    let mut grids = Vec::new();
    let mut fonts: HashMap<String, Font> = HashMap::new();
    let mut style = String::new();
    let mut sheet = None;
    for token in Tokens::new(text, budget) {
        match token {
            Token::Open(tag) if tag.name == "Style" => {
                style = tag.attribute("ID").unwrap_or_default().into_owned()
            }
            Token::Open(tag) if tag.name == "Font" && sheet.is_none() => {
                let letters = tag.attribute("FontName").and_then(|name| Legacy::of_font(&name));
                let is_struck = tag.attribute("StrikeThrough").is_some_and(|struck| struck == "1");
                budget.style()?;
                if letters.is_some() || is_struck {
                    fonts.insert(style.clone(), Font { letters, is_struck });
                }
            }
            Token::Open(tag) if tag.name == "Worksheet" => {
                budget.sheet()?;
                sheet = Some(Sheet::new(&tag, budget));
            }
            Token::Close("Worksheet") => {
                if let Some(sheet) = sheet.take() {
                    grids.push(sheet.finish()?);
                }
            }
            token => {
                if let Some(sheet) = &mut sheet {
                    sheet.take(token, &fonts, budget)?;
                }
            }
        }
    }
    Ok(grids)
}

/// What the font of a style says.
#[derive(Clone, Copy, Default)]
struct Font {
    letters: Option<Legacy>,
    is_struck: bool,
}

struct Sheet {
    name: String,
    hidden: bool,
    builder: GridBuilder,
    row: u32,
    column: u32,
    /// The columns the cell covers besides its own.
    across: u32,
    font: Font,
    /// How many columns were told of.
    told: u32,
    hidden_rows: Vec<u32>,
    /// The rows of a filter that has a condition, and of one that may have one.
    filters: Vec<(u32, u32)>,
    filter: Option<(u32, u32)>,
    formula: bool,
    /// The kind of the value that is open.
    kind: Option<String>,
    value: String,
    merged: Vec<(u32, u32, u32)>,
}

impl Sheet {
    fn new(tag: &Tag<'_>, budget: &Budget) -> Self {
        Self {
            name: tag.attribute("Name").unwrap_or_default().into_owned(),
            hidden: false,
            builder: GridBuilder::within(budget),
            row: 0,
            column: 0,
            across: 0,
            font: Font::default(),
            told: 0,
            hidden_rows: Vec::new(),
            filters: Vec::new(),
            filter: None,
            formula: false,
            kind: None,
            value: String::new(),
            merged: Vec::new(),
        }
    }

    fn take(
        &mut self,
        token: Token<'_>,
        fonts: &HashMap<String, Font>,
        budget: &Budget,
    ) -> Result<(), Refusal> {
        match token {
            Token::Open(tag) if tag.name == "Row" => {
                self.row = tag.number("Index").map_or(self.row, |index| index.saturating_sub(1));
                self.column = 0;
                if is_hidden(&tag) {
                    budget.merged()?;
                    self.hidden_rows.push(self.row);
                }
                if tag.empty {
                    self.row = self.row.saturating_add(1);
                }
            }
            Token::Open(tag) if tag.name == "Column" => self.column(&tag),
            Token::Open(tag) if tag.name == "AutoFilter" => {
                self.filter = tag.attribute("Range").and_then(|range| rows_of(&range));
            }
            Token::Open(tag) if tag.name == "AutoFilterColumn" => self.filters.extend(self.filter.take()),
            Token::Close("Row") => self.row = self.row.saturating_add(1),
            Token::Open(tag) if tag.name == "Cell" => {
                self.column = tag.number("Index").map_or(self.column, |index| index.saturating_sub(1));
                self.across = tag.number("MergeAcross").unwrap_or(0);
                let style = tag.attribute("StyleID");
                self.font = style.and_then(|style| fonts.get(&*style).copied()).unwrap_or_default();
                self.formula = tag.attribute("Formula").is_some();
                if let Some(down) = tag.number("MergeDown").filter(|down| *down > 0) {
                    budget.merged()?;
                    self.merged.push((self.row, self.row.saturating_add(down), self.column));
                }
                if tag.empty {
                    self.end_cell()?;
                }
            }
            Token::Close("Cell") => self.end_cell()?,
            Token::Open(tag) if tag.name == "Data" => {
                self.kind = (!tag.empty).then(|| tag.attribute("Type").unwrap_or_default().into_owned());
                self.value.clear();
            }
            Token::Close("Data") => self.put()?,
            Token::Text(text) if self.kind.is_some() => self.value.push_str(&plain(text)),
            Token::Literal(text) if self.kind.is_some() => self.value.push_str(text),
            Token::Open(tag) if tag.name == "Visible" => self.kind = Some("Visible".to_owned()),
            Token::Close("Visible") => {
                self.hidden |= self.value.contains("Hidden");
                self.kind = None;
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        if std::mem::take(&mut self.formula) {
            self.builder.put(self.row, self.column, Cell::Uncomputed)?;
        }
        self.column = self.column.saturating_add(1).saturating_add(self.across);
        (self.across, self.font) = (0, Font::default());
        Ok(())
    }

    /// `<Column ss:Index="3" ss:Hidden="1" ss:Span="1"/>`: the span counts further columns.
    fn column(&mut self, tag: &Tag<'_>) {
        let first = tag.number("Index").map_or(self.told, |index| index.saturating_sub(1));
        let end = first.saturating_add(1).saturating_add(tag.number("Span").unwrap_or(0));
        if is_hidden(tag) {
            let hidden = first..end.min(MAX_COLUMNS);
            hidden.for_each(|column| self.builder.unseen_column(column, Unseen::HiddenColumn));
        }
        self.told = end;
    }

    fn put(&mut self) -> Result<(), Refusal> {
        let (Some(kind), value) = (self.kind.take(), std::mem::take(&mut self.value)) else { return Ok(()) };
        let cell = match kind.as_str() {
            "Number" => value.trim().parse().ok().filter(|number: &f64| number.is_finite()).map(Cell::Number),
            "Boolean" => Some(Cell::Bool(value.trim() == "1")),
            "DateTime" => value.get(..10).and_then(|day| day.parse::<FuzzyDate>().ok()).map(super::cell::day),
            "Error" => Some(Cell::Fault(value.chars().take(20).collect())),
            _ => None,
        };
        self.formula = false;
        if let Some(cell) = cell.or_else(|| Cell::text(value)) {
            if self.font.is_struck {
                self.builder.unseen_cell(self.row, self.column, Unseen::Struck);
            }
            self.builder.put_in(self.row, self.column, cell, self.font.letters)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Grid, Refusal> {
        for (top, bottom, column) in std::mem::take(&mut self.merged) {
            self.builder.fill_down(top, bottom, column)?;
        }
        for row in self.hidden_rows {
            let is_filtered = self.filters.iter().any(|(first, last)| (*first..=*last).contains(&row));
            let why = if is_filtered { Unseen::Filtered } else { Unseen::HiddenRow };
            self.builder.unseen_row(row, why);
        }
        Ok(Grid { is_hidden: self.hidden, ..self.builder.finish_as(&self.name) })
    }
}

fn is_hidden(tag: &Tag<'_>) -> bool {
    tag.attribute("Hidden").is_some_and(|hidden| hidden == "1")
}

/// The rows, from 0, of a filter such as "R3C1:R80C6", without its headings.
fn rows_of(range: &str) -> Option<(u32, u32)> {
    let row = |corner: &str| {
        let digits: String = corner.strip_prefix('R')?.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().ok()?.checked_sub(1)
    };
    let (top, bottom) = range.split_once(':')?;
    Some((row(top)?.saturating_add(1), row(bottom)?))
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::line_of;
    use super::*;

    #[test]
    fn cells_have_places_kinds_and_fonts() {
        let text = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:x">
            <Styles><Style ss:ID="s1"><Font ss:FontName=".VnTime"/></Style></Styles>
            <Worksheet ss:Name="Xã A"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">DANH SÁCH</Data></Cell></Row>
            <Row ss:Index="3"><Cell ss:Index="2" ss:StyleID="s1"><Data ss:Type="String">Lª An</Data></Cell>
            <Cell><Data ss:Type="Number">1969</Data></Cell><Cell><Data ss:Type="DateTime">1969-05-02T00:00:00.000</Data></Cell></Row>
            </Table></Worksheet><Worksheet ss:Name="B"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"#;
        assert!(is_one(text));
        let grids = grids(text, &Budget::default()).expect("sheets");
        assert_eq!(grids.iter().map(|grid| grid.is_hidden).collect::<Vec<_>>(), [false, true]);
        let grid = &grids[0];
        assert_eq!((grid.name.as_str(), grid.rows[1].number), ("Xã A", 3));
        let cells: Vec<_> =
            grid.rows[1].cells().map(|(column, cell)| (column, line_of(Some(cell)))).collect();
        assert_eq!(cells, [(1, "Lª An".into()), (2, "1969".into()), (3, "02/05/1969".into())]);
        assert_eq!(grid.fonts[&(3, 1)], Legacy::Tcvn3);
    }

    #[test]
    fn what_is_not_to_be_seen_is_marked() {
        let text = r#"<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles>
            <Worksheet ss:Name="A"><Table><Column/><Column ss:Hidden="1" ss:Span="1"/>
            <Row><Cell><Data ss:Type="String">a</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">b</Data></Cell><Cell ss:Formula="=A1"/></Row>
            <Row ss:Hidden="1"><Cell><Data ss:Type="String">c</Data></Cell></Row><Row ss:Hidden="1"><Cell><Data ss:Type="String">d</Data></Cell></Row>
            <Row><Cell ss:StyleID="s1"><Data ss:Type="Number">1</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">e&#10;f</Data></Cell></Row></Table>
            <AutoFilter x:Range="R2C1:R3C4"><AutoFilterColumn x:Type="Custom"/></AutoFilter></Worksheet></Workbook>"#;
        let grid = &grids(text, &Budget::default()).expect("a sheet")[0];
        let mut rows: Vec<_> = grid.unseen_rows.iter().map(|(row, why)| (*row, why.code())).collect();
        rows.sort_unstable();
        assert_eq!(rows, [(2, "hidden_row"), (3, "filtered")]);
        assert_eq!(grid.unseen_columns.keys().copied().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(grid.unseen_cells[&(4, 0)], Unseen::Struck);
        assert_eq!(grid.rows[0].cell(3), Some(&Cell::Uncomputed));
        assert_eq!(grid.rows[3].cell(4), Cell::text("e\nf").as_ref());
    }
}
