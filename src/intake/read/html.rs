//! Tables of web pages, which many programs save under the name of an .xls.

use std::borrow::Cow;

use super::super::budget::Budget;
use super::super::error::{OtherKind, Refusal};
use super::super::grid::{Grid, MAX_COLUMNS};
use super::super::unseen::Unseen;
use super::html_marks::{Classes, Open};
use super::markup::{Tag, Token, Tokens, plain};
use super::runs::{RunFont, Shown};
use super::table::Page;
use crate::vietnamese::legacy::Legacy;

/// Tables within tables deeper than this are read as text.
const DEEPEST: usize = 20;

/// The tables of a page and the lines between them.
pub(super) fn grid(text: &str, budget: &Budget) -> Result<Grid, Refusal> {
    let mut reader = Reader::within(budget, Classes::of(text));
    for token in Tokens::new(text, budget) {
        match token {
            Token::Open(tag) => reader.open(tag)?,
            Token::Close(name) => reader.close(&name.to_ascii_lowercase())?,
            Token::Text(text) => reader.text(&plain(&on_one_line(text))),
            Token::Literal(text) => reader.text(text),
        }
    }
    reader.end_line()?;
    if !reader.has_table {
        return Err(Refusal::OtherKind(OtherKind::Markup));
    }
    Ok(reader.page.finish()?)
}

/// A line break in the text of a page is a space; `<br>` and `<p>` break lines.
fn on_one_line(text: &str) -> Cow<'_, str> {
    match text.contains(['\n', '\r', '\t']) {
        true => Cow::Owned(text.replace(['\n', '\r', '\t'], " ")),
        false => Cow::Borrowed(text),
    }
}

struct Reader {
    classes: Classes,
    page: Page,
    has_table: bool,
    /// How many tables we are in.
    depth: usize,
    in_head: bool,
    in_row: bool,
    /// The cell being filled.
    cell: Option<Opened>,
    shown: Shown,
    /// Elements that are open whose text is not to be seen.
    unseen: Open,
    /// Columns of the table that are hidden, and how many were told of.
    columns: (Vec<u32>, u32),
    /// Fonts that are open, with the elements that opened them.
    fonts: Vec<(String, RunFont)>,
}

/// A cell that is open.
struct Opened {
    columns: u32,
    rows: u32,
    /// How many elements with unseen text were open before it.
    unseen: usize,
    why: Option<Unseen>,
}

impl Reader {
    fn within(budget: &Budget, classes: Classes) -> Self {
        Self {
            classes,
            page: Page::within(budget),
            has_table: false,
            depth: 0,
            in_head: false,
            in_row: false,
            cell: None,
            shown: Shown::default(),
            unseen: Open::default(),
            columns: (Vec::new(), 0),
            fonts: Vec::new(),
        }
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), Refusal> {
        let name = tag.name.to_ascii_lowercase();
        let why = self.classes.why(&name, &tag);
        match name.as_str() {
            "head" => self.in_head = true,
            "body" => self.in_head = false,
            "table" if self.depth < DEEPEST => {
                self.in_head = false;
                self.end_row()?;
                self.end_line()?;
                self.depth += 1;
                self.has_table = true;
                self.columns = (Vec::new(), 0);
            }
            "col" => self.column(&tag, why),
            "tr" => {
                self.end_row()?;
                self.in_row = true;
                if why.is_some() {
                    self.page.unseen_row(Unseen::HiddenRow);
                }
            }
            "td" | "th" if self.depth > 0 => {
                self.end_cell()?;
                let span = |name| tag.number(name).unwrap_or(1);
                let is_hidden = self.columns.0.contains(&self.page.next_column());
                let why = why.or(is_hidden.then_some(Unseen::HiddenColumn));
                let (columns, rows) = (span("colspan"), span("rowspan"));
                self.cell = Some(Opened { columns, rows, unseen: self.unseen.len(), why });
            }
            "br" if self.cell.is_some() => self.text("\n"),
            "br" | "p" | "div" | "h1" | "h2" | "h3" | "li" if self.cell.is_none() => self.end_line()?,
            "p" | "div" | "li" => self.text("\n"),
            _ => {}
        }
        if !tag.empty && !matches!(name.as_str(), "tr" | "td" | "th" | "col" | "br" | "hr" | "img" | "input")
        {
            self.unseen.open(&name, why);
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
        self.unseen.close(name);
        Ok(())
    }

    fn text(&mut self, text: &str) {
        // Between the cells of a table stands nothing but white space.
        if !self.in_head && (self.cell.is_some() || self.depth == 0) {
            let why = self.cell.as_ref().and_then(|cell| cell.why).or_else(|| self.unseen.why());
            self.shown.push(text, self.fonts.last().and_then(|(_, font)| *font), why);
        }
    }

    /// `<col style="display:none" span=2>`
    fn column(&mut self, tag: &Tag<'_>, why: Option<Unseen>) {
        let first = self.columns.1;
        let end = first.saturating_add(tag.number("span").unwrap_or(1).max(1)).min(MAX_COLUMNS);
        if why.is_some() {
            self.columns.0.extend(first..end);
        }
        self.columns.1 = end;
    }

    fn end_cell(&mut self) -> Result<(), Refusal> {
        if let Some(cell) = self.cell.take() {
            // Whoever forgets to end it does not mean the cells that follow.
            self.unseen.truncate(cell.unseen);
            self.page.cell(std::mem::take(&mut self.shown), None, cell.columns, cell.rows)?;
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
        let shown = std::mem::take(&mut self.shown);
        if self.cell.is_none() && !shown.is_blank() {
            self.page.line(shown, None)?;
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
    use super::super::super::unseen::set_aside;
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
    fn what_a_page_does_not_show_is_marked() {
        let page = "<html><head><style>.xl66{mso-style-parent:style0;\n text-decoration:line-through;}td.an, .x {display : none}</style></head>\
            <table><col span=2><col style='display:none'><tr><td>Họ tên<td>Xã<td>Mã<tr style='display:none'><td>Lê An<td>A\
            <tr><td class=xl66>Vũ Bé<td>A<tr><td><s>Lê Cư<td>A<tr><td>Hồ <del>Dư</del> Em<td hidden>x</table><div hidden><div>a</div>b</div><p>c";
        let mut grid = grid(page, &Budget::default()).expect("a table");
        let aside: Vec<_> = set_aside(&mut grid)
            .into_iter()
            .map(|aside| (aside.row, aside.column, aside.why.code(), aside.text))
            .collect();
        let aside: Vec<_> =
            aside.iter().map(|(row, column, why, text)| (*row, *column, *why, text.as_str())).collect();
        assert_eq!(
            aside,
            [
                (1, Some(2), "hidden_column", "Mã"),
                (2, None, "hidden_row", "Lê An | A"),
                (3, Some(0), "struck", "Vũ Bé"),
                (4, Some(0), "struck", "Lê Cư"),
                (5, Some(0), "deleted", "Dư"),
                (5, Some(1), "hidden_text", "x"),
                (6, Some(0), "hidden_text", "a"),
                (7, Some(0), "hidden_text", "b"),
            ]
        );
        let left: Vec<_> = grid.rows.iter().map(super::super::super::grid::Row::line).collect();
        assert_eq!(left, ["Họ tên | Xã", "A", "A", "Hồ Em", "c"]);
    }

    #[test]
    fn only_a_page_s_own_line_breaks_are_lines() {
        let page = "<table><tr><td>Lê\n   An<br>Vũ Bé<td><p>Xã A</p><p>Xã B</p></table>";
        let grid = grid(page, &Budget::default()).expect("a table");
        let texts: Vec<_> = grid.rows[0].cells().map(|(_, cell)| format!("{cell:?}")).collect();
        assert_eq!(texts, ["Text(\"Lê    An\\nVũ Bé\")", "Text(\"\\nXã A\\nXã B\")"]);
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
