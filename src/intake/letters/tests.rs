//! In what letters the cells of small sheets are.

use super::*;
use crate::intake::grid::{GridBuilder, line_of};

/// Cells of "a|b" lines; "a@.VnTime" is set in that font.
fn settled(lines: &[&str], wanted: Option<ListEncoding>) -> (Vec<String>, Converted) {
    let mut builder = GridBuilder::default();
    for (row, line) in (0..).zip(lines) {
        for (column, content) in (0..).zip(line.split('|')) {
            let (content, font) = content.split_once('@').unwrap_or((content, ""));
            if let Some(cell) = Cell::text(content) {
                builder.put_in(row, column, cell, Legacy::of_font(font)).expect("few cells");
            }
        }
    }
    let mut grid = builder.finish();
    let converted = settle(&mut grid, wanted);
    let line = |row: &Row| {
        row.cells().map(|(_, cell)| line_of(Some(cell)).into_owned()).collect::<Vec<_>>().join("|")
    };
    (grid.rows.iter().map(line).collect(), converted)
}

fn read(lines: &[&str]) -> Vec<String> {
    settled(lines, None).0
}

#[test]
fn words_tell_the_letters_where_no_font_does() {
    assert_eq!(
        read(&["STT|Hä vµ tªn|N¨m sinh", "1|NguyÔn V¨n Tó|1969", "2|Lª ThÞ BÐ|1970", "3|Lª Tó|1970"]),
        ["STT|Họ và tên|Năm sinh", "1|Nguyễn Văn Tú|1969", "2|Lê Thị Bé|1970", "3|Lê Tú|1970"]
    );
    assert_eq!(
        read(&["Hoï vaø teân|Ñôn vò", "Nguyeãn Vaên Tuù|Xaõ Tam Ñaïi", "LEÂ THÒ BEÙ|PHÖÔØNG 2"]),
        ["Họ và tên|Đơn vị", "Nguyễn Văn Tú|Xã Tam Đại", "LÊ THỊ BÉ|PHƯỜNG 2"]
    );
    assert_eq!(read(&["Leâ Vaên An|Xaõ Leä"]), ["Lê Văn An|Xã Lệ"]);
    // One word was written anew on a computer of today.
    assert_eq!(
        read(&["STT|Hä vµ tªn", "1|NguyÔn V¨n Tó", "2|Mµo V¨n Ổn"]),
        ["STT|Họ và tên", "1|Nguyễn Văn Tú", "2|Mào Văn Ổn"]
    );
    assert_eq!(read(&["NguyêÞn Thiò Ðào|Trýõìng thôn"]), ["Nguyễn Thị Đào|Trướng thôn"]);
}

#[test]
fn names_in_capitals_whose_font_is_lost_are_read() {
    assert_eq!(
        read(&["Hä vµ tªn|§¬n vÞ", "NGUYÔN THÞ ý NHI|X· Tam §¹i", "TRÇN V¡N ®øC|X· Tam §¹i"]),
        ["Họ và tên|Đơn vị", "NGUYỄN THỊ Ý NHI|Xã Tam Đại", "TRẦN VĂN ĐỨC|Xã Tam Đại"]
    );
}

#[test]
fn fonts_tell_where_words_cannot() {
    assert_eq!(read(&["Tó@.VnTime|Tó|Tú@.VnTime"]), ["Tú|Tó|Tỳ"]);
    assert_eq!(
        read(&["nguyÔn v¨n an@.VnTimeH|le an@.VnTimeH|Leâ Tuù@VNI-Times|§T@.VnTime"]),
        ["NGUYỄN VĂN AN|LE AN|Lê Tú|ĐT"]
    );
}

#[test]
fn unicode_in_an_old_font_stays() {
    assert_eq!(
        read(&["Nguyễn Văn Tú@.VnTime|Hà@.VnTime", "Trần Thị Bé@.VnTime|Bé@.VnTime"]),
        ["Nguyễn Văn Tú|Hà", "Trần Thị Bé|Bé"]
    );
}

#[test]
fn a_mixed_file_is_read_cell_by_cell() {
    let (rows, converted) = settled(
        &[
            "Họ tên|Xã",
            "NguyÔn V¨n Tó|Tam §¹i",
            "Nguyễn Văn Tú|Tam Đại",
            "Lê Tú|Xã Bình Tú",
            "Leâ Vaên Taùm|Bình Tuù",
        ],
        None,
    );
    assert_eq!(
        rows,
        [
            "Họ tên|Xã",
            "Nguyễn Văn Tú|Tam Đại",
            "Nguyễn Văn Tú|Tam Đại",
            "Lê Tú|Xã Bình Tú",
            "Lê Văn Tám|Bình Tú"
        ]
    );
    assert_eq!((converted.tcvn3, converted.vni), (2, 2));
}

#[test]
fn the_user_may_overrule() {
    let lines = ["NguyÔn V¨n Tó|Lê Tú|Nguyễn"];
    let (rows, converted) = settled(&lines, Some(ListEncoding::Unicode));
    assert_eq!((rows, converted.cells()), (vec![lines[0].to_owned()], 0));
    assert_eq!(settled(&lines, Some(ListEncoding::Tcvn3)).0, ["Nguyễn Văn Tú|Lờ Tỳ|Nguyễn"]);
    assert_eq!(settled(&["Tuù"], Some(ListEncoding::Vni)).0, ["Tú"]);
}

#[test]
fn odd_letters_are_seen() {
    for text in ["V¨n", "Nguyễn ®", "Müller", "Ðặng", "µ", "ÿ", "Leâ", "Xaõ", "BEÙ"] {
        assert!(is_odd(text), "{text}");
    }
    for text in [
        "",
        "An",
        "Nguyễn Văn Tú",
        "Huê Hoà Loan",
        "À Á Â ÃÈ É Ê ÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý",
        "Lê\u{a0}An – “5”",
    ] {
        assert!(!is_odd(text), "{text}");
    }
}

#[test]
fn foreign_names_and_signs_stay() {
    for line in ["Müller|Niê|m²|©|30°|½|Rơ Châm|Siu Blêh|Señor|Café §5", "Số n°|“Tổ 5”|K'Brê|François"]
    {
        assert_eq!(read(&[line]), [line]);
    }
}

#[test]
fn a_sheet_in_windows_1258_is_so_to_the_last_cell() {
    let (rows, converted) = settled(
        &[
            "STT|Hoò và tên|Nãm sinh|Chýìc vuò|Ðõn viò",
            "1|Hoàng Vãn Em|1990|Chi hôòi trýõÒng|Thôn 3, xaÞ Tân Lâòp",
            "2|VoÞ Vãn Hân|1971|Bí thý|Thôn Tân An",
            "3|Lê Hà|1972|Bí thý|Thôn Hà",
            "4|Bùi Xuân Lâm|1973|Phó ban|XaÞ Tân Lâm",
            "5|ÐôÞ Ðãng Ðàn|1974|UÒy viên|XaÞ Ða Lôòc",
            "6|TrâÌn Yì|1975|TrýõÒng ban|Thôn Ðông",
            "7|Ngô Thiò Mõ|1976|Ði thay|Thôn Ba",
            "8|HôÌ Vãn Tý|1977|UÒy viên|Thôn Tý",
            "9|Y Blô Niê|1978|Già làng|Buôn Ea Kmãt",
            "10|H'Hen Êban|1979|Chi hôòi phó|Buôn Ea Kmãt",
            "11|Cao Vãn Quân|1980|TrýõÒng ban|KP Ba ÐiÌnh",
            "12|ÐOÀN VÃN ÐÃNG|1981|CHUÒ TIòCH|XAÞ TÂN LÂM",
        ],
        None,
    );
    assert_eq!(
        rows,
        [
            "STT|Họ và tên|Năm sinh|Chức vụ|Đơn vị",
            "1|Hoàng Văn Em|1990|Chi hội trưởng|Thôn 3, xã Tân Lập",
            "2|Võ Văn Hân|1971|Bí thư|Thôn Tân An",
            "3|Lê Hà|1972|Bí thư|Thôn Hà",
            "4|Bùi Xuân Lâm|1973|Phó ban|Xã Tân Lâm",
            "5|Đỗ Đăng Đàn|1974|Ủy viên|Xã Đa Lộc",
            "6|Trần Ý|1975|Trưởng ban|Thôn Đông",
            "7|Ngô Thị Mơ|1976|Đi thay|Thôn Ba",
            "8|Hồ Văn Tư|1977|Ủy viên|Thôn Tư",
            "9|Y Blô Niê|1978|Già làng|Buôn Ea Kmăt",
            "10|H'Hen Êban|1979|Chi hội phó|Buôn Ea Kmăt",
            "11|Cao Văn Quân|1980|Trưởng ban|KP Ba Đình",
            "12|ĐOÀN VĂN ĐĂNG|1981|CHỦ TỊCH|XÃ TÂN LÂM",
        ]
    );
    assert_eq!(converted.encoding(), ListEncoding::Windows1258);
}

#[test]
fn capitals_that_tcvn3_lacks_come_back_where_they_are_meant() {
    assert_eq!(
        read(&[
            "STT|Hä vµ tªn|Chøc vô|§¬n vÞ|Ghi chó",
            "1|NguyÔn ThÞ ¸nh|ñy viªn Th\u{ad}êng trùc|X· ¸i NghÜa|®i thay",
            "2|Lª Xu©n ý|Tr\u{ad}ëng ban ë th«n|Th«n Êp B¾c|",
            "3|§inh ThÕ Ên|ñy viªn|Êp 5, x· Tam §¹i|èm",
            "4|Bµ TrÇn ThÞ ót|BÝ th\u{ad} §¶ng ñy|§¶ng ñy x· ¸i Quèc|",
            "5|¤ng Ých Khiªm|Tr\u{ad}ëng Êp|Êp Mü ¸|",
            "6|øng V¨n æn|tæ tr\u{ad}ëng|Khu phè ¶|bËn häp",
            "7|Lß V¨n øng|ThiÕu óy|B¶n æ|",
            "8|R¬ Ch©m ¶nh|ñy viªn|Lµng ¸|",
            "9|H'¸nh Niª|Phã ban|Bu«n £ Ê|",
            "10|§Æng ThÞ Èn|ñy viªn BTT|Th«n û La, x· û La|",
            "11|ThÝch Ên T©m|§¹i biÓu|Chïa Ên Quang|",
            "12|¸ V¨n ßn|ñy viªn|TDP ¸i Mü|",
        ]),
        [
            "STT|Họ và tên|Chức vụ|Đơn vị|Ghi chú",
            "1|Nguyễn Thị Ánh|Ủy viên Thường trực|Xã Ái Nghĩa|đi thay",
            "2|Lê Xuân Ý|Trưởng ban ở thôn|Thôn Ấp Bắc",
            "3|Đinh Thế Ấn|Ủy viên|Ấp 5, xã Tam Đại|ốm",
            "4|Bà Trần Thị Út|Bí thư Đảng ủy|Đảng ủy xã Ái Quốc",
            "5|Ông Ích Khiêm|Trưởng ấp|Ấp Mỹ Á",
            "6|Ứng Văn Ổn|tổ trưởng|Khu phố Ả|bận họp",
            "7|Lò Văn Ứng|Thiếu úy|Bản Ổ",
            "8|Rơ Châm Ảnh|Ủy viên|Làng Á",
            "9|H'Ánh Niê|Phó ban|Buôn Ê Ấ",
            "10|Đặng Thị Ẩn|Ủy viên BTT|Thôn Ỷ La, xã Ỷ La",
            "11|Thích Ấn Tâm|Đại biểu|Chùa Ấn Quang",
            "12|Á Văn Òn|Ủy viên|TDP Ái Mỹ",
        ]
    );
}

#[test]
fn a_message_in_old_letters_is_read_to_its_last_name() {
    let text =
        "1. NguyÔn ThÞ BÐ - Tr\u{ad}ëng ban - 0912345671\n2. Lª V¨n §Ðp - Tr\u{ad}ëng th«n - 0912345672";
    let list = crate::intake::read_bytes(text.as_bytes().to_vec(), "tin nhắn", jiff::civil::date(2026, 3, 1));
    let list = list.expect("a list");
    let people: Vec<_> =
        list.rows.iter().map(|row| (row.person.full_name.as_str(), row.person.position.as_deref())).collect();
    assert_eq!(people, [("Nguyễn Thị Bé", Some("Trưởng ban")), ("Lê Văn Đép", Some("Trưởng thôn"))]);
}

/// Every name of the samples, as each of the old letters writes it.
#[test]
fn old_letters_are_never_taken_for_misread_ones() {
    let names = include_str!("../../../assets/samples/names.json").split('"').filter(|text| !text.is_ascii());
    let names: Vec<&str> = names.collect();
    for legacy in [Legacy::Tcvn3, Legacy::Vni, Legacy::Windows1258] {
        let letters = letters_of(legacy);
        for name in &names {
            let written: Option<String> = name.chars().map(|letter| letters.get(&letter).cloned()).collect();
            let Some(written) = written else { continue };
            assert_eq!(legacy.decode(&written).as_deref(), Some(*name), "{written}");
            for text in [written.clone(), format!("{written} {written}"), format!("“{written}”")] {
                assert_eq!(misread::mended(&text), None, "{name}: {text}");
            }
        }
    }
}

/// Each letter as one or two of the old ones.
fn letters_of(legacy: Legacy) -> HashMap<char, String> {
    let bases = (' '..='~').chain('\u{a1}'..='\u{ff}');
    let pairs = bases.clone().flat_map(|base| ('\u{c0}'..='\u{ff}').map(move |mark| format!("{base}{mark}")));
    let mut letters = HashMap::new();
    // What comes later counts: small marks before large ones, one letter before two.
    for written in pairs.chain(bases.map(|base| base.to_string())) {
        let decoded: Vec<char> = legacy.decode(&written).unwrap_or_default().chars().collect();
        if let [letter] = decoded[..] {
            letters.insert(letter, written);
        }
    }
    letters
}
