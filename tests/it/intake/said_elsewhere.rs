//! What is said of people elsewhere than in their own cells: comments, colours, notes, other sheets. Nobody is taken in
//! silence of whom something says otherwise.

use super::accounts::{found, people};

/// The people of a list by their names, with "?" before those who are doubtful and what is said of them behind.
fn doubts(name: &str) -> Vec<String> {
    let said = found(name).rows.into_iter().map(|row| {
        let doubts: Vec<&str> = row.doubts.iter().map(|doubt| doubt.id.as_str()).collect();
        format!("{} {}", row.person.full_name, doubts.join(" ")).trim_end().to_owned()
    });
    said.collect()
}

#[test]
fn comments_on_cells_are_said() {
    for name in ["comments.xls", "comments.ods"] {
        let said = doubts(name);
        assert_eq!(said[0], "Nguyễn Văn Bền intake-doubt-withdrawn", "{name}");
        assert_eq!(said[2], "Lê Văn Dũng intake-doubt-corrected", "{name}");
        assert_eq!(found(name).rows[1].remarks[0].id, "intake-remark-comment", "{name}");
    }
    assert_eq!(
        doubts("comments.xlsx"),
        [
            "Nguyễn Văn Bền intake-doubt-withdrawn",
            "Trần Thị Cúc",
            "Lê Văn Dũng intake-doubt-corrected",
            "Phạm Thị Hoa",
        ]
    );
    let list = found("comments.xlsx");
    assert_eq!(list.rows[1].remarks[0].id, "intake-remark-comment");
    let kept: Vec<&str> = list.lines.iter().filter_map(|line| line.reason).collect();
    assert_eq!(kept, ["comment"; 3]);
}

#[test]
fn a_note_on_colours_means_those_who_have_one() {
    let meant = doubts("coloured.xlsx");
    assert_eq!(meant[1], "Trần Thị Cúc intake-doubt-marked");
    assert_eq!(meant.iter().filter(|row| row.contains("intake-doubt")).count(), 1);
}

#[test]
fn a_note_means_the_colour_that_it_names() {
    let marked = |name: &str| -> Vec<String> {
        doubts(name).into_iter().filter(|row| row.ends_with("intake-doubt-marked")).collect()
    };
    for end in ["xlsx", "xls", "ods", "docx", "odt"] {
        // Those in green have confirmed that they come.
        let name = format!("two-colours.{end}");
        assert_eq!(marked(&name), ["Trần Thị Cúc intake-doubt-marked"], "{name}");
    }
    for end in ["xlsx", "xls", "ods"] {
        let name = format!("red-letters.{end}");
        assert_eq!(marked(&name), ["Lê Văn Dũng intake-doubt-marked"], "{name}");
    }
}

#[test]
fn all_staff_in_another_sheet_are_no_delegates() {
    let said = doubts("staff-in-another-sheet.xlsx");
    let doubtful: Vec<&String> = said.iter().filter(|row| row.contains("intake-doubt")).collect();
    assert_eq!(doubtful, ["Vũ Văn Khang intake-doubt-source", "Đỗ Thị Lý intake-doubt-source"]);
}

#[test]
fn those_who_come_instead_stand_beside_those_they_replace() {
    assert_eq!(
        people(&found("substitutes-in-notes.xlsx"))[..4],
        [
            "? Nguyễn Văn Bền||1965|Trưởng ban CTMT|Thôn 1, xã An Lạc|0912345601|thay bằng ông Vũ Văn Khang, 1970, Phó \
             ban CTMT, 0912345609",
            "? Vũ Văn Khang|nam|1970|Phó ban CTMT|Thôn 1, xã An Lạc|0912345609",
            "? Trần Thị Cúc||1971|Bí thư chi bộ|Thôn 2, xã An Lạc|0912345602|bận, cử chị Đỗ Thị Lý (Phó Bí thư) đi \
             thay",
            "? Đỗ Thị Lý|nữ||Phó Bí thư|Thôn 2, xã An Lạc||đi thay",
        ]
    );
    assert_eq!(
        doubts("column-of-substitutes.xlsx"),
        [
            "Nguyễn Văn Bền",
            "Trần Thị Cúc intake-doubt-replaced",
            "Đỗ Thị Lý intake-doubt-substitute",
            "Lê Văn Dũng intake-doubt-replaced",
            "Phạm Thị Hoa",
        ]
    );
    assert_eq!(
        doubts("called-by-number.xlsx"),
        [
            "Nguyễn Văn Bền",
            "Trần Thị Cúc intake-doubt-withdrawn",
            "Lê Văn Dũng",
            "Phạm Thị Hoa intake-doubt-withdrawn",
            "Vũ Văn Khang intake-doubt-substitute",
        ]
    );
}

#[test]
fn whoever_only_comes_with_the_delegates_is_asked_about() {
    assert_eq!(doubts("bus.xlsx"), ["Nguyễn Văn Bền", "Trần Thị Cúc", "Lê Văn Dũng intake-doubt-beside"]);
}

#[test]
fn places_and_posts_are_told_by_what_stands_around_them() {
    let units = |name: &str| -> Vec<String> {
        found(name).rows.into_iter().map(|row| row.person.unit.unwrap_or_default()).collect()
    };
    assert_eq!(units("letterhead-in-two-lines.xlsx")[0], "Thôn 1, xã Đại Lộc");
    // A part of the list that is numbered as the others are is no place.
    assert_eq!(units("parts.xlsx")[2], "Thôn 3, xã An Lạc");
    assert_eq!(
        people(&found("boxes.xlsx")),
        ["Nguyễn Văn Bền|nam||Trưởng thôn|Thôn 1, xã An Lạc", "Trần Thị Cúc|nữ||Bí thư|Thôn 2, xã An Lạc"]
    );
    assert_eq!(
        people(&found("ditto-of-births.xlsx"))[1],
        "Trần Thị Cúc||1965|Trưởng ban CTMT|Thôn 1, xã An Lạc|0912345601"
    );
}

#[test]
fn messages_say_how_people_are_called_and_what_they_answer() {
    assert_eq!(
        people(&found("nicknames.txt")),
        [
            "Nguyễn Văn Bền|||trưởng ấp|ấp 1, xã An Lạc|0912345601|Năm Bền",
            "Trần Thị Cúc|||chi hội trưởng PN|ấp 2, xã An Lạc|0912345602|Tư Cúc",
            "Lê Văn Dũng|||bí thư|ấp 3, xã An Lạc|0912345603|Ba Dũng",
            "Phạm Văn Hòa|||TB CTMT|ấp 4, xã An Lạc|0912345604|em anh Hùng",
            "Vũ Văn Khang|||trưởng ấp|ấp 5, xã An Lạc|0912345605|Sáu Khang",
            "Đỗ Văn Lý|nam|1970|trưởng ấp|ấp 6, xã An Lạc|0912345606",
        ]
    );
    assert_eq!(
        people(&found("answer.txt")),
        [
            "Nguyễn Văn Bền||1965|Trưởng thôn|thôn 1, xã An Lạc|0912345601",
            "Trần Thị Cúc||1971|Bí thư chi bộ|thôn 2, xã An Lạc|0912345602",
        ]
    );
}

#[test]
fn comments_of_documents_are_said_as_well() {
    for name in ["comments.docx", "comments.odt"] {
        assert_eq!(
            doubts(name),
            ["Nguyễn Văn Bền", "Trần Thị Cúc intake-doubt-replaced", "Vũ Văn Khang intake-doubt-substitute"],
            "{name}"
        );
    }
}
