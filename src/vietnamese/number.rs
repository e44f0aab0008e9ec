//! Numbers in figures and in words.

/// A number in lower-case words: 105 is "một trăm linh năm". Of the words writers choose
/// among these are linh, nghìn, tỷ and tư. Beyond a thousand million, thousands of thousand
/// millions are counted: "một nghìn tỷ", "một tỷ tỷ".
pub fn in_words(number: u64) -> String {
    if number == 0 {
        return UNITS[0].to_owned();
    }
    let mut words = Vec::new();
    say(number, &mut words);
    words.join(" ")
}

/// An amount in đồng as a sentence begins: "Một triệu hai trăm năm mươi nghìn đồng";
/// nothing is "Không đồng".
pub fn money_in_words(dong: u64) -> String {
    sentence_case(&format!("{} đồng", in_words(dong)))
}

/// A count as papers fix it, in two figures at least and in words: "05 (năm)", "87 (tám mươi bảy)".
pub fn with_words(count: usize) -> String {
    let words = in_words(u64::try_from(count).unwrap_or(u64::MAX));
    format!("{count:02} ({words})")
}

/// The text with its first letter as a capital.
pub fn sentence_case(text: &str) -> String {
    let mut rest = text.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}

/// Figures with a point after each three: "1.250.000".
pub fn grouped(number: u64) -> String {
    let figures = number.to_string();
    let mut text = String::with_capacity(figures.len() + figures.len() / 3);
    for (index, figure) in figures.chars().enumerate() {
        if index > 0 && (figures.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(figure);
    }
    text
}

const BILLION: u64 = 1_000_000_000;
const UNITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// A number above zero, from its thousand millions down.
fn say(number: u64, words: &mut Vec<&'static str>) {
    let (billions, rest) = (number / BILLION, number % BILLION);
    if billions > 0 {
        say(billions, words);
        words.push("tỷ");
    }
    say_group(rest / 1_000_000, Some("triệu"), words);
    say_group(rest / 1000 % 1000, Some("nghìn"), words);
    say_group(rest % 1000, None, words);
}

/// Three figures and the name of their group; nothing at all for 000.
fn say_group(group: u64, name: Option<&'static str>, words: &mut Vec<&'static str>) {
    if group == 0 {
        return;
    }
    let [hundreds, tens, unit] = [group / 100, group / 10 % 10, group % 10].map(|figure| figure as usize);
    // "không trăm" keeps the place only after a higher group.
    let with_hundreds = hundreds > 0 || !words.is_empty();
    if with_hundreds {
        words.extend([UNITS[hundreds], "trăm"]);
    }
    match tens {
        0 if unit > 0 && with_hundreds => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([UNITS[tens], "mươi"]),
    }
    match (tens, unit) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(UNITS[unit]),
    }
    words.extend(name);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (number, words) in [
            (0, "không"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (90, "chín mươi"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (115, "một trăm mười lăm"),
            (433, "bốn trăm ba mươi ba"),
            (1000, "một nghìn"),
            (1005, "một nghìn không trăm linh năm"),
            (1025, "một nghìn không trăm hai mươi lăm"),
            (10_010, "mười nghìn không trăm mười"),
            (1_000_000, "một triệu"),
            (1_000_005, "một triệu không trăm linh năm"),
            (1_005_000, "một triệu không trăm linh năm nghìn"),
            (1_505_555_005, "một tỷ năm trăm linh năm triệu năm trăm năm mươi lăm nghìn không trăm linh năm"),
            (1_000_000_000_000, "một nghìn tỷ"),
            (1_000_000_000_000_000_000, "một tỷ tỷ"),
            (
                u64::MAX,
                "mười tám tỷ bốn trăm bốn mươi sáu triệu bảy trăm bốn mươi tư nghìn không trăm bảy mươi ba tỷ \
                 bảy trăm linh chín triệu năm trăm năm mươi mốt nghìn sáu trăm mười lăm",
            ),
        ] {
            assert_eq!(in_words(number), words);
        }
    }

    #[test]
    fn money_is_a_sentence() {
        assert_eq!(money_in_words(1_250_000), "Một triệu hai trăm năm mươi nghìn đồng");
        assert_eq!(money_in_words(0), "Không đồng");
        assert_eq!(sentence_case("ưu tiên"), "Ưu tiên");
        assert_eq!(sentence_case(""), "");
    }

    #[test]
    fn figures_are_grouped_by_points() {
        for (number, text) in
            [(0, "0"), (433, "433"), (1000, "1.000"), (99_999, "99.999"), (1_250_000, "1.250.000")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    /// Reads words back as a person would.
    fn read(words: &str) -> u64 {
        let (mut whole, mut group, mut figure) = (0, 0, 0);
        for word in words.split(' ') {
            match word {
                "linh" => {}
                "mốt" => figure = 1,
                "tư" => figure = 4,
                "lăm" => figure = 5,
                "mười" => group += 10,
                "mươi" => group += std::mem::take(&mut figure) * 10,
                "trăm" => group += std::mem::take(&mut figure) * 100,
                "nghìn" | "triệu" | "tỷ" => {
                    group += std::mem::take(&mut figure);
                    let group = std::mem::take(&mut group);
                    match word {
                        "triệu" => whole += group * 1_000_000,
                        "tỷ" => whole = (whole + group) * BILLION,
                        _ => whole += group * 1000,
                    }
                }
                unit => figure = UNITS.iter().position(|known| *known == unit).expect(unit) as u64,
            }
        }
        whole + group + figure
    }

    proptest! {
        #[test]
        fn words_read_back_as_the_number(
            number in prop_oneof![any::<u64>(), 0..100_000u64, (0..1000u64).prop_map(|n| n * 1_000_000_005)],
        ) {
            prop_assert_eq!(read(&in_words(number)), number);
            prop_assert_eq!(grouped(number).replace('.', ""), number.to_string());
        }
    }
}
