//! Names written in capitals, offered as "Viết Hoa Từng Chữ". Only ever an offer: how
//! a person writes the name cannot be known from capitals.

/// A name all in capitals with only the first letter of each word large; `None` for
/// a name that is not in capitals.
///
/// ```
/// # use taphuan::intake::in_small_letters;
/// assert_eq!(in_small_letters("NGUYỄN THỊ BÉ").as_deref(), Some("Nguyễn Thị Bé"));
/// assert_eq!(in_small_letters("Nguyễn Thị BÉ"), None);
/// ```
pub fn in_small_letters(name: &str) -> Option<String> {
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 2 || name.chars().any(char::is_lowercase) {
        return None;
    }
    let mut begins = true;
    let mut offered = String::with_capacity(name.len());
    for letter in name.chars() {
        match begins {
            true => offered.push(letter),
            false => offered.extend(letter.to_lowercase()),
        }
        begins = !letter.is_alphabetic();
    }
    (offered != name).then_some(offered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_capitals_are_offered_otherwise() {
        for (name, offered) in [
            ("NGUYỄN THỊ BÉ", Some("Nguyễn Thị Bé")),
            ("H'HEN NIÊ", Some("H'Hen Niê")),
            ("Y-BLÔ ĐẶNG", Some("Y-Blô Đặng")),
            ("Nguyễn THỊ BÉ", None),
            ("A", None),
            ("", None),
        ] {
            assert_eq!(in_small_letters(name).as_deref(), offered);
        }
    }
}
