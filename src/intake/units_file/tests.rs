use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Vec<MapRow> {
    read_units_bytes(text.as_bytes().to_vec(), "don-vi.csv").expect("units")
}

#[test]
fn every_section_of_headings_is_a_field_and_no_heading_has_two() {
    let mut known = HashMap::new();
    for entry in File::MapHeadings.entries() {
        assert!(Field::of_section(entry.section).is_some(), "[{}]", entry.section);
        assert_eq!(known.insert(fold(entry.word), entry.section), None, "{} has two meanings", entry.word);
    }
}

#[test]
fn headings_are_known_in_both_languages_and_without_diacritics() {
    let vietnamese = read(
        "DANH MỤC ĐƠN VỊ,,,,,,\n\
         Mã,Tên đơn vị,Loại,Trực thuộc,Từ ngày,Đến hết ngày,Thay bằng\n\
         20341,Xã Tam Đại,Xã,\"Huyện Phú Ninh, Tỉnh Quảng Nam\",,30/06/2025,20364; 20365\n",
    );
    let english = read(
        "code;name;type;parent;valid from;valid to;successor\n\
         20341;Xã Tam Đại;commune;Huyện Phú Ninh, Tỉnh Quảng Nam;;2025-06-30;20364 + 20365\n",
    );
    let row = &vietnamese[0];
    assert_eq!(row.code.as_deref(), Some("20341"));
    assert_eq!((row.name.as_str(), row.kind), ("Xã Tam Đại", Some(UnitKind::Commune)));
    assert_eq!(row.parent.as_deref(), Some("Huyện Phú Ninh, Tỉnh Quảng Nam"));
    assert_eq!(row.valid_to, "2025-06-30".parse().ok());
    assert_eq!(row.successors, ["20364", "20365"]);
    assert_eq!(MapRow { line: row.line, ..english[0].clone() }, *row);
    let plain = read("ma,ten don vi\n,Thôn Một\n,\n");
    assert_eq!((plain.len(), plain[0].name.as_str(), plain[0].line), (1, "Thôn Một", 2));
}

#[test]
fn what_cannot_be_read_is_told_of_its_row() {
    let rows = read("Tên,Loại,Từ ngày\nXã A,Xã,31/2/2025\nXã B,Hành tinh,\nXã C,,2025\nXã D,,hôm qua\n");
    assert_eq!(rows[0].fault, Some(RowFault::Date("31/2/2025".into())));
    assert_eq!(rows[1].fault, Some(RowFault::Kind("Hành tinh".into())));
    assert_eq!((rows[2].fault.clone(), rows[2].valid_from), (None, "2025".parse().ok()));
    assert_eq!(rows[3].fault, Some(RowFault::Date("hôm qua".into())));
    let nameless = read("STT,Tên đơn vị,Thuộc\n1,Xã A,Huyện B\n2,,Huyện B\nCộng: 2 xã,,\n");
    assert_eq!(nameless.len(), 2, "a sum is no unit");
    assert_eq!(nameless[1].fault, Some(RowFault::Fields(UnitMistake::NoName)));
}

#[test]
fn a_file_that_is_no_map_is_refused() {
    for text in ["", "Họ và tên,Năm sinh\nLê An,1970\n", "Tên\nXã A\n", "Mã,Tên\n"] {
        assert!(read_units_bytes(text.as_bytes().to_vec(), "x.csv").is_err(), "{text:?}");
    }
    assert!(read_units(Path::new("/khong/co")).is_err());
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let _ = read_units_bytes(bytes, "x");
    }

    /// Any cells under the headings are planned, and every row has one meaning.
    #[test]
    fn any_cells_are_planned(cells in proptest::collection::vec("[A-C0-3]{0,2}", 0..60)) {
        let mut text = "code,name,parent,from,to,successor\n".to_owned();
        for row in cells.chunks(6) {
            text.push_str(&row.join(","));
            text.push('\n');
        }
        if let Ok(rows) = read_units_bytes(text.into_bytes(), "x.csv") {
            let count = rows.len();
            let plan = crate::domain::unit_map::plan(rows, &Default::default());
            prop_assert_eq!(plan.entries.len(), count);
            prop_assert_eq!(plan.order.len(), plan.counts().new);
        }
    }
}
