//! Text from before Unicode: TCVN3 (the .VnTime fonts), VNI and windows-1258.
//!
//! Such text comes as bytes or, inside a Unicode file, as the Western letters that
//! have the numbers of those bytes: "Nguyễn" is "NguyÔn" in TCVN3 and "Nguyeãn" in
//! VNI, and only the font makes it look right. Both are taken here as characters
//! U+0080–U+00FF, one a byte.

mod common;
mod tcvn3;
mod vni;
mod windows1258;

pub use windows1258::western;

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Legacy {
    /// TCVN 5712-3, also called ABC.
    Tcvn3,
    /// The same in a font whose letters are all capitals, such as .VnTimeH.
    Tcvn3Capitals,
    /// VNI for Windows.
    Vni,
    /// The Vietnamese code page of Windows: letters, then their tones.
    Windows1258,
}

impl Legacy {
    /// What the name of a font says about text set in it.
    pub fn of_font(name: &str) -> Option<Self> {
        let name = name.trim();
        let starts =
            |prefix: &str| name.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        if starts(".vn") {
            // .VnTimeH, .VnAristote H and .VNTIMEH, but not .VnTimeh.
            let capitals = name.ends_with('H') && name.len() > ".VnH".len();
            Some(if capitals { Self::Tcvn3Capitals } else { Self::Tcvn3 })
        } else if starts("vni-") || starts("vni ") {
            Some(Self::Vni)
        } else {
            None
        }
    }

    /// The text in Unicode, precomposed; `None` when it holds a letter that is not
    /// written so, as every text has that is Unicode already.
    pub fn decode(self, text: &str) -> Option<String> {
        match self {
            Self::Tcvn3 => tcvn3::decode(text),
            Self::Tcvn3Capitals => tcvn3::decode(text).map(|decoded| decoded.to_uppercase()),
            Self::Vni => vni::decode(text),
            Self::Windows1258 => windows1258::decode(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fonts_tell_their_letters_by_name() {
        for (font, legacy) in [
            (".VnTime", Some(Legacy::Tcvn3)),
            (".vnarial", Some(Legacy::Tcvn3)),
            (".VnTimeH", Some(Legacy::Tcvn3Capitals)),
            (".VnArial NarrowH", Some(Legacy::Tcvn3Capitals)),
            ("VNI-Times", Some(Legacy::Vni)),
            ("vni-helve", Some(Legacy::Vni)),
            ("Times New Roman", None),
            ("Vnuk", None),
            ("", None),
        ] {
            assert_eq!(Legacy::of_font(font), legacy, "{font}");
        }
    }

    #[test]
    fn the_same_name_is_read_from_each() {
        for (legacy, text) in [
            (Legacy::Tcvn3, "NguyÔn ThÞ §µo"),
            (Legacy::Vni, "Nguyeãn Thò Ñaøo"),
            (Legacy::Windows1258, "NguyêÞn Thiò Ðào"),
            (Legacy::Windows1258, "NguyêÞn Thiò ÐaÌo"),
        ] {
            assert_eq!(legacy.decode(text).as_deref(), Some("Nguyễn Thị Đào"), "{text}");
        }
        assert_eq!(Legacy::Tcvn3Capitals.decode("nguyÔn v¨n an").as_deref(), Some("NGUYỄN VĂN AN"));
        assert_eq!(
            Legacy::Vni.decode("TRÖÔNG THÒ HÖÔØNG ÑAËNG HUYØNH").as_deref(),
            Some("TRƯƠNG THỊ HƯỜNG ĐẶNG HUỲNH")
        );
        assert_eq!(Legacy::Tcvn3.decode("Tr\u{ad}ëng ban – “sè 5”").as_deref(), Some("Trưởng ban – “số 5”"));
    }

    proptest! {
        #[test]
        fn unicode_text_is_never_taken_for_another(text in "[a-zA-Z ]{0,9}[ăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐƠƯ\u{301}]\\PC{0,9}") {
            for legacy in [Legacy::Tcvn3, Legacy::Tcvn3Capitals, Legacy::Vni, Legacy::Windows1258] {
                prop_assert_eq!(legacy.decode(&text), None);
            }
        }

        #[test]
        fn any_text_is_decoded_or_not_without_a_panic(text in "[\u{20}-\u{ff}]{0,40}|\\PC{0,40}") {
            for legacy in [Legacy::Tcvn3, Legacy::Tcvn3Capitals, Legacy::Vni, Legacy::Windows1258] {
                let _ = legacy.decode(&text);
            }
        }
    }
}
