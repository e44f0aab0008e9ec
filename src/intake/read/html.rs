//! Tables of web pages, which many programs save under the name of an .xls.

use super::super::budget::Budget;
use super::super::error::{OtherKind, Refusal};
use super::super::grid::Grid;
use super::markup::{Tag, Token, Tokens, plain};
use super::runs::{RunFont, Runs};
use super::table::Page;
use crate::vietnamese::legacy::Legacy;

/// Tables within tables deeper than this are read as text.
const DEEPEST: usize = 20;

/// The tables of a page and the lines between them.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Grid, Refusal> {
    let mut reader = Reader::within(budget);
    for token in Tokens::new(text, budget) {
        match token {
            Token::Open(tag) => reader.open(tag)?,
            Token::Close(name) => reader.close(&name.to_ascii_lowercase())?,
            Token::Text(text) => reader.text(&plain(text)),
            Token::Literal(text) => reader.text(text),
        }
    }
    reader.end_line()?;
    if !reader.has_table {
        return Err(Refusal::OtherKind(OtherKind::Markup));
    }
    Ok(reader.page.finish()?)
}

struct Reader {
    page: Page,
    has_table: bool,
    /// How many tables we are in.
    depth: usize,
    in_head: bool,
    in_row: bool,
    /// The cell being filled: columns and rows it covers.
    cell: Option<(u32, u32)>,
    runs: Runs,
    /// Fonts that are open, with the elements that opened them.
    fonts: Vec<(String, RunFont)>,
}

impl Reader {
    fn within(budget: &Budget) -> Self {
        Self {
            page: Page::within(budget),
            has_table: false,
            depth: 0,
            in_head: false,
            in_row: false,
            cell: None,
            runs: Runs::default(),
            fonts: Vec::new(),
        }
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        let name = tag.name.to_ascii_lowercase();
        match name.as_str() {
            "head" => self.in_head = true,
            "body" => self.in_head = false,
            "table" if self.depth < DEEPEST => {
                self.in_head = false;
                self.end_row()?;
                self.end_line()?;
                self.depth += 1;
                self.has_table = true;
            }
            "tr" => {
                self.end_row()?;
                self.in_row = true;
            }
            "td" | "th" if self.depth > 0 => {
                self.end_cell()?;
                let span = |name| tag.number(name).unwrap_or(1);
                self.cell = Some((span("colspan"), span("rowspan")));
            }
            "br" if self.cell.is_some() => self.text("\n"),
            "br" | "p" | "div" | "h1" | "h2" | "h3" | "li" if self.cell.is_none() => self.end_line()?,
            "p" | "div" => self.text("\n"),
            _ => {}
        }
        if let Some(font) = font_of(&tag).filter(|_| !tag.empty) {
            // Pages that never close their fonts must not fill the memory.
            self.fonts.truncate(200);
            self.fonts.push((name, Some(Legacy::of_font(&font))));
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Refusal> {
        if self.fonts.last().is_some_and(|(opened, _)| opened == name) {
            self.fonts.pop();
        }
        match name {
            "head" => self.in_head = false,
            "table" => {
                self.end_row()?;
                self.page.end_table();
                self.depth = self.depth.saturating_sub(1);
            }
            "td" | "th" => self.end_cell()?,
            "tr" => self.end_row()?,
            "p" | "div" | "h1" | "h2" | "h3" | "li" | "caption" if self.cell.is_none() => self.end_line()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        // Between the cells of a table stands nothing but white space.
        if !self.in_head && (self.cell.is_some() || self.depth == 0) {
            self.runs.push(text, self.fonts.last().and_then(|(_, font)| *font));
        }
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        if let Some((columns, rows)) = self.cell.take() {
            self.page.cell(std::mem::take(&mut self.runs), None, columns, rows)?;
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Refusal> {
        self.end_cell()?;
        if std::mem::take(&mut self.in_row) {
            self.page.end_row();
        }
        Ok(())
    }

    /// The end of a line outside tables.
    fn end_line(&mut self) -> Result<(), Refusal> {
        let runs = std::mem::take(&mut self.runs);
        if self.cell.is_none() && !runs.is_blank() {
            self.page.line(runs, None)?;
        }
        Ok(())
    }
}

/// The font a tag names: `<font face=".VnTime">`, `style="font-family:.VnTime"`.
fn font_of(tag: &Tag<'_>) -> Option<String> {
    if let Some(face) = tag.attribute("face") {
        return Some(face.into_owned());
    }
    let style = tag.attribute("style")?;
    let at = style.to_ascii_lowercase().find("font-family")?;
    let family = style.get(at..)?.split(':').nth(1)?.split([';', ',']).next()?;
    Some(family.trim_matches([' ', '\'', '"']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::super::grid::line_of;
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let grid = grid(text, &Budget::default()).expect("a table");
        let line = |row: &super::super::super::grid::Row| {
            let cells = row.cells().map(|(column, cell)| format!("{column}={}", line_of(Some(cell))));
            cells.collect::<Vec<_>>().join("|")
        };
        grid.rows.iter().map(line).collect()
    }

    #[test]
    fn tables_of_careless_pages_are_read() {
        let page = "<html><head><title>x</title><style>td{a}</style></head><body><h1>DANH SÁCH</h1>\
            <table border=1><tr><td>STT<td>Họ tên<td>Xã\n<tr><td>1<td>Lê&nbsp;An<br>(Tư)<td rowspan=2>Tam Đại\
            <tr><td>2</td><td>Vũ Bé</td></tr><tr><td colspan=2>Cộng</td><td>2</table></body>";
        assert_eq!(
            rows(page),
            [
                "0=DANH SÁCH",
                "0=STT|1=Họ tên|2=Xã",
                "0=1|1=Lê An (Tư)|2=Tam Đại",
                "0=2|1=Vũ Bé|2=Tam Đại",
                "0=Cộng|2=2"
            ]
        );
    }

    #[test]
    fn tables_within_tables_are_rows_of_their_own() {
        let page = "<table><tr><td>A<table><tr><td>Họ tên<td>Xã</tr></table></td></tr></table>";
        assert_eq!(rows(page), ["0=A", "0=Họ tên|1=Xã"]);
    }

    #[test]
    fn a_page_without_a_table_is_refused() {
        assert!(matches!(
            grid("<html><p>Họ tên</p>", &Budget::default()),
            Err(Refusal::OtherKind(OtherKind::Markup))
        ));
    }

    #[test]
    fn fonts_in_pages_tell_their_letters() {
        let page = "<table><tr><td><font face='.VnTimeH'>lª tó</font><td style=\"font-family:'VNI-Times',serif\">Tuù</table>";
        let grid = grid(page, &Budget::default()).expect("a table");
        assert_eq!(grid.fonts[&(grid.rows[0].number, 0)], Legacy::Tcvn3Capitals);
        assert_eq!(grid.fonts[&(grid.rows[0].number, 1)], Legacy::Vni);
    }
}
