//! Workbooks in one XML file, the format of Excel 2003 that reporting programs
//! still write under the name of an .xls.

use std::collections::HashMap;

use super::super::budget::Budget;
use super::super::error::Refusal;
use super::super::grid::{Cell, Grid, GridBuilder};
use super::markup::{Tag, Token, Tokens, plain};
use crate::domain::date::FuzzyDate;
use crate::vietnamese::legacy::Legacy;

/// Whether a text in mark-up is such a workbook.
pub(super) fn is_one(text: &str) -> bool {
    let start: String = text.chars().take(2_000).collect();
    start.contains("urn:schemas-microsoft-com:office:spreadsheet")
        && !start.to_ascii_lowercase().contains("<html")
}

/// The visible sheets.
pub(super) fn grids(text: &str, budget: &Budget) -> Result<Vec<Grid>, Refusal> {
    let mut grids = Vec::new();
    let mut fonts: HashMap<String, Legacy> = HashMap::new();
    let mut style = String::new();
    let mut sheet = None;
    for token in Tokens::new(text, budget) {
        match token {
            Token::Open(tag) if tag.name == "Style" => {
                style = tag.attribute("ID").unwrap_or_default().into_owned()
            }
            Token::Open(tag) if tag.name == "Font" && sheet.is_none() => {
                let font = tag.attribute("FontName").and_then(|name| Legacy::of_font(&name));
                budget.style()?;
                fonts.extend(font.map(|font| (style.clone(), font)));
            }
            Token::Open(tag) if tag.name == "Worksheet" => {
                budget.sheet()?;
                sheet = Some(Sheet::new(&tag, budget));
            }
            Token::Close("Worksheet") => {
                if let Some(sheet) = sheet.take().filter(|sheet| !sheet.hidden) {
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

struct Sheet {
    name: String,
    hidden: bool,
    builder: GridBuilder,
    row: u32,
    column: u32,
    /// The columns the cell covers besides its own.
    across: u32,
    font: Option<Legacy>,
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
            font: None,
            kind: None,
            value: String::new(),
            merged: Vec::new(),
        }
    }

    fn take(
        &mut self,
        token: Token<'_>,
        fonts: &HashMap<String, Legacy>,
        budget: &Budget,
    ) -> Result<(), Refusal> {
        match token {
            Token::Open(tag) if tag.name == "Row" => {
                self.row = tag.number("Index").map_or(self.row, |index| index.saturating_sub(1));
                self.column = 0;
                if tag.empty {
                    self.row = self.row.saturating_add(1);
                }
            }
            Token::Close("Row") => self.row = self.row.saturating_add(1),
            Token::Open(tag) if tag.name == "Cell" => {
                self.column = tag.number("Index").map_or(self.column, |index| index.saturating_sub(1));
                self.across = tag.number("MergeAcross").unwrap_or(0);
                self.font = tag.attribute("StyleID").and_then(|style| fonts.get(&*style).copied());
                if let Some(down) = tag.number("MergeDown").filter(|down| *down > 0) {
                    budget.merged()?;
                    self.merged.push((self.row, self.row.saturating_add(down), self.column));
                }
                if tag.empty {
                    self.end_cell();
                }
            }
            Token::Close("Cell") => self.end_cell(),
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

    fn end_cell(&mut self) {
        self.column = self.column.saturating_add(1).saturating_add(self.across);
        (self.across, self.font) = (0, None);
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
        if let Some(cell) = cell.or_else(|| Cell::text(value)) {
            self.builder.put_in(self.row, self.column, cell, self.font)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Grid, Refusal> {
        for (top, bottom, column) in std::mem::take(&mut self.merged) {
            self.builder.fill_down(top, bottom, column)?;
        }
        Ok(self.builder.finish_as(&self.name))
    }
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
        assert_eq!(grids.len(), 1);
        let grid = &grids[0];
        assert_eq!((grid.name.as_str(), grid.rows[1].number), ("Xã A", 3));
        let cells: Vec<_> =
            grid.rows[1].cells().map(|(column, cell)| (column, line_of(Some(cell)))).collect();
        assert_eq!(cells, [(1, "Lª An".into()), (2, "1969".into()), (3, "02/05/1969".into())]);
        assert_eq!(grid.fonts[&(3, 1)], Legacy::Tcvn3);
    }
}
