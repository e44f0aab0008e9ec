//! Formulas of small tables.

use super::*;
use crate::paper::content::{LIST_SIZE, Span, Width};

fn table(rows: Vec<Row>) -> Table {
    let column = |title| Column::new(title, Width::Fixed(20.0), Align::Centre);
    let columns = ["STT", "Tên", "Số lượng", "Đơn giá", "Thành tiền"].map(column).into();
    Table { columns, rows, row_height: 8.0, text_size: LIST_SIZE, sums: None }
}

fn row(name: &str, quantity: Option<u64>, price: Option<u64>, amount: Option<u64>) -> Row {
    let cells = vec![
        Cell::new("1"),
        Cell::new(name),
        Cell::known_amount(quantity),
        Cell::known_amount(price),
        Cell::known_amount(amount).reckoned(Reckoned::Product(2, 3)),
    ];
    Row::Cells { cells, struck: false, subject: None }
}

fn heading(text: &str, count: Option<usize>, sum: Option<Option<u64>>) -> Row {
    let sums = sum.map(|sum| Cell::known_amount(sum).reckoned(Reckoned::Sum)).into_iter().collect();
    Row::Heading { spans: vec![Span::bold(text)], again: Vec::new(), sums, count }
}

fn total(sum: Option<u64>) -> Row {
    let cells = vec![Cell::total("Tổng", 3), Cell::known_amount(sum).reckoned(Reckoned::Sum)];
    Row::Cells { cells, struck: false, subject: None }
}

/// The formulas of the last column.
fn formulas(table: &Table) -> Vec<Option<Formula>> {
    let figures = Figures::new(table, None, 9, vec![0, 1, 2, 3, 4]);
    (0..table.rows.len()).map(|at| figures.of(at, 4, figures.cell(at, 4)?)).collect()
}

fn said(formula: &Option<Formula>) -> (&str, &str) {
    formula.as_ref().map_or(("", ""), |formula| (formula.text.as_str(), formula.result.as_str()))
}

#[test]
fn amounts_are_products_and_sums_pass_by_the_sums_of_groups() {
    let rows = vec![
        heading("I", None, Some(Some(36))),
        row("a", Some(2), Some(3), Some(6)),
        row("b", Some(5), Some(6), Some(30)),
        heading("II", None, Some(Some(7))),
        row("c", Some(1), Some(7), Some(7)),
        total(Some(43)),
    ];
    let all = formulas(&table(rows));
    let all: Vec<(&str, &str)> = all.iter().map(said).collect();
    assert_eq!(
        all,
        [
            ("=SUM(E11:E12)", "36"),
            ("=C11*D11", "6"),
            ("=C12*D12", "30"),
            ("=SUM(E14)", "7"),
            ("=C14*D14", "7"),
            ("=SUM(E11:E12,E14)", "43"),
        ]
    );
}

#[test]
fn headings_that_say_nothing_in_a_column_part_no_range() {
    let rows = vec![
        heading("Xã A", None, None),
        row("a", Some(2), Some(3), Some(6)),
        heading("Xã B", None, None),
        row("b", Some(1), Some(4), Some(4)),
        total(Some(10)),
    ];
    assert_eq!(said(&formulas(&table(rows))[4]), ("=SUM(E11:E13)", "10"));
}

#[test]
fn what_is_not_known_says_nothing_until_it_is_filled_in() {
    let rows = vec![row("a", None, Some(3), None), row("b", Some(2), Some(2), Some(4)), total(None)];
    let all = formulas(&table(rows));
    assert_eq!(said(&all[0]), ("=IF(COUNT(C10,D10)=2,C10*D10,\"\")", ""));
    assert_eq!(said(&all[2]), ("=IF(COUNT(E10:E11)=2,SUM(E10:E11),\"\")", ""));
}

#[test]
fn no_formula_says_something_else_than_the_paper() {
    let rows = vec![
        row("another price for one of them", Some(2), Some(3), Some(7)),
        row("left to the pen", Some(2), Some(3), None),
        total(Some(99)),
    ];
    assert_eq!(formulas(&table(rows)), [None, None, None]);
}

#[test]
fn the_tax_follows_the_payment() {
    let paid = |amount: u64, rate: u64, tax: u64| {
        let reckoned = Reckoned::Rate { of: 2, from: 2_000_000, percent: 10 };
        let cells = vec![
            Cell::new("1"),
            Cell::new("a"),
            Cell::amount(amount),
            Cell::percent(rate).reckoned(reckoned),
            Cell::amount(tax).reckoned(Reckoned::Share(2, 3)),
        ];
        Row::Cells { cells, struck: false, subject: None }
    };
    let table = table(vec![paid(1_999_999, 0, 0), paid(2_000_009, 10, 200_000)]);
    let figures = Figures::new(&table, None, 0, vec![0, 1, 2, 3, 4]);
    let of = |row: usize, column: usize| figures.of(row, column, figures.cell(row, column)?);
    assert_eq!(said(&of(0, 3)), ("=IF(C1>=2000000,10%,0%)", "0"));
    assert_eq!(said(&of(1, 3)), ("=IF(C2>=2000000,10%,0%)", "0.1"));
    assert_eq!(said(&of(1, 4)), ("=ROUNDDOWN(C2*D2,0)", "200000"));
}

#[test]
fn counts_are_of_rows_with_a_name_and_nothing_in_a_name_is_reckoned() {
    let mut rows = vec![heading("Xã \"=1+1\" – 2 người", Some(2), None)];
    rows.extend(["a", "b", ""].map(|name| row(name, None, None, None)));
    rows.push(heading("Xã B – 1 người", Some(1), None));
    rows.extend(["c", "struck"].map(|name| row(name, None, None, None)));
    if let Some(Row::Cells { struck, .. }) = rows.last_mut() {
        *struck = true;
    }
    let table = table(rows);
    let figures = Figures::new(&table, None, 0, vec![0, 1, 2, 3, 4]);
    let first = figures.counted_heading(0);
    assert_eq!(said(&first), ("=\"Xã \"\"=1+1\"\" – \"&COUNTA(B2:B4)&\" người\"", "Xã \"=1+1\" – 2 người"));
    assert_eq!(said(&figures.counted_heading(4)).0, "=\"Xã B – \"&COUNTA(B6)&\" người\"");
    let listed = figures.listed().expect("rows");
    let words = "Ấn định danh sách có 3 (ba) người.";
    let formula = "=\"Ấn định danh sách có \"&COUNTA(B2:B6)&\" (ba) người.\"";
    assert_eq!(said(&listed.said(3, "", words)), (formula, words));
    assert_eq!(listed.said(4, "", "có 4 người"), None, "another number than there are rows");
    assert_eq!(listed.said(3, "", "có 13 người"), None, "a number that is not said");
    assert_eq!(listed.said(3, "", "cụm 3 có 3 người"), None, "which of them it is");
    assert_eq!(listed.said(3, &"x".repeat(300), words), None, "more than Excel takes");
}

#[test]
fn numbers_are_numbers_and_telephones_text() {
    assert_eq!(number("12"), Some(12.0));
    assert_eq!(number("1969"), Some(1969.0));
    assert_eq!(number("0"), Some(0.0));
    for text in ["", "0905123456", "905123456", "007", "1.5", "-3", "１２", "1e5", "12 "] {
        assert_eq!(number(text), None, "{text}");
    }
}
