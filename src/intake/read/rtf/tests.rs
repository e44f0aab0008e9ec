use super::super::super::unseen::set_aside;
use super::*;

/// Each row as "4: a | b" and each text set aside as "4 struck: a".
fn told(text: &str) -> Vec<String> {
    let whole = format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0\\froman\\fcharset163{{\\*\\panose 02}}Times New Roman;}}{{\\f1 .VnTime;}}{{\\f2\\fcharset0 Arial;}}}}{text}}}"
    );
    let mut grid = grid(whole.as_bytes(), &Budget::default()).expect("a text");
    let asides = set_aside(&mut grid);
    let mut told: Vec<String> = grid
        .rows
        .iter()
        .filter(|row| row.number > 0)
        .map(|row| format!("{}: {}", row.number, row.line()))
        .collect();
    told.extend(
        asides.into_iter().map(|aside| format!("{} {}: {}", aside.row, aside.why.code(), aside.text)),
    );
    told
}

#[test]
fn letters_are_read_in_every_writing() {
    assert_eq!(told("Nguy\\u7877?n V\\u259?n An\\par"), ["1: Nguyễn Văn An"]);
    assert_eq!(told("\\uc2 Nguy\\u7877\\'3f\\'3fn\\par"), ["1: Nguyễn"]);
    assert_eq!(told("\\uc0 Nguy\\u7877 n\\par"), ["1: Nguyễn"]);
    // windows-1258 by the set of the font, with tones of their own.
    assert_eq!(told("\\'d0\\'f4\\'cc Th\\'ea\\'ec\\par"), ["1: Đồ Thế"]);
    assert_eq!(told("\\f1 NguyÔn V\\'a8n\\par"), ["1: Nguyễn Văn"]);
    assert_eq!(told("\\f2 caf\\'e9\\par"), ["1: café"]);
    assert_eq!(told("Trần Thị Bé\\par"), ["1: Trần Thị Bé"]);
    assert_eq!(told("\\u-10179?\\u-8704?\\par"), ["1: 😀"]);
}

#[test]
fn what_is_no_text_of_the_document_is_passed_over() {
    let text = "{\\info{\\author Admin}}{\\header trang\\par}{\\*\\unknown {x}y}{\\pict 0102}\
        {\\field{\\*\\fldinst PAGE}{\\fldrslt 7}} a{\\v b}{\\strike c}\\par \
        {\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt d\\par e}}{\\shprslt f}}\\par";
    assert_eq!(
        told(text),
        ["1: 7 a", "1 hidden_text: b", "1 struck: c", "2 text_box: d", "2 text_box: e"].map(str::to_owned)
    );
}

#[test]
fn tables_have_columns_by_where_their_cells_end() {
    let text = "T\\par\\trowd\\cellx500\\cellx2000\\cellx3000\\pard\\intbl STT\\cell H\\u7885? t\\u234?n\\par x\\cell Nam\\cell\\row\
        \\trowd\\cellx510\\cellx3000\\pard\\intbl 1\\cell c\\cell\\row\
        \\trowd\\clvmgf\\cellx500\\cellx2000\\cellx3000 a\\cell b\\cell d\\cell\\row\
        \\trowd\\clvmrg\\cellx500\\cellx2000\\cellx3000 \\cell e\\cell f\\cell\\row\\pard Z\\par";
    assert_eq!(
        told(text),
        ["1: T", "2: STT | Họ tên x | Nam", "3: 1 | c", "4: a | b | d", "5: a | e | f", "6: Z"]
    );
}

#[test]
fn a_table_within_a_cell_is_a_table_of_its_own() {
    let text = "\\trowd\\cellx9000\\pard\\intbl Tr\\par \\pard\\intbl\\itap2 a\\nestcell b\\nestcell\
        {\\*\\nesttableprops\\trowd\\cellx100\\cellx200\\nestrow}{\\nonesttables\\par}\
        c\\nestcell d\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}\\pard\\intbl\\itap1\\cell\\row\\pard e\\par";
    assert_eq!(told(text), ["1: Tr", "2: a | b", "3: c | d", "5: e"]);
}

#[test]
fn a_text_cut_short_or_too_deep_is_refused() {
    let refused = |bytes: &[u8]| grid(bytes, &Budget::default()).is_err();
    assert!(refused(b"{\\rtf1 a\\par"));
    assert!(refused(&[b"{\\rtf1".as_slice(), &b"{".repeat(DEEPEST + 1)].concat()));
    assert!(grid(b"{\\rtf1 a\\par}}}} b", &Budget::default()).is_ok());
}
