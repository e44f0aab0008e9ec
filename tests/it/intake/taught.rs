//! What the user says of columns holds for the sheet it was said of.

use jiff::civil::date;
use rust_xlsxwriter::Workbook;
use taphuan::domain::person_field::PersonField;
use taphuan::intake::{Field, Meanings, ReadOptions, read_bytes_with};

use crate::support::lists::Sheet;

#[test]
fn what_is_said_of_a_sheet_without_headings_says_nothing_of_another() {
    let mut book = Workbook::new();
    for (name, person) in [("Khóm 1", "Nguyễn Văn Mẫu"), ("Khóm 2", "Trần Thị Thử")] {
        let mut sheet = Sheet::default();
        sheet.line(0, &format!("#1|{person}|#1969|abc"));
        sheet.line(1, "#2|Lê Văn Ví|#1975|xyz");
        sheet.0.set_name(name).expect("a name");
        book.push_worksheet(sheet.0);
    }
    let bytes = book.save_to_buffer().expect("in memory");
    let read = |options: &ReadOptions| {
        read_bytes_with(bytes.clone(), "ds.xlsx", date(2026, 3, 1), options).expect("a list")
    };
    let found = read(&ReadOptions::default());
    let (first, second) = (&found.sheets[0], &found.sheets[1]);
    assert_eq!(first.layout.fingerprint(), second.layout.fingerprint());
    let meanings = Meanings { columns: vec![(3, Field::Person(PersonField::Note))], ..Meanings::default() };
    let by_hand = vec![(first.layout.known_as(&first.name), meanings)];
    let told = read(&ReadOptions { by_hand, ..ReadOptions::default() });
    assert_eq!(told.rows[told.sheets[0].rows.clone()][0].person.note.as_deref(), Some("abc"));
    assert_eq!(told.sheets[1].layout, second.layout);
}
