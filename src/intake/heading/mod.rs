//! What a heading means, by the many names offices give it.

mod names;

pub(super) use names::kind_word;
use names::{beginning, exact, told_apart_by_marks, under_another};

use crate::domain::person_field::PersonField;
use crate::vietnamese::clean::clean;
pub(super) use crate::vietnamese::fold::words;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// A field of the person, in a column to itself.
    Person(PersonField),
    /// STT: not read, but tells person rows from others.
    Ordinal,
    /// Họ và tên đệm, when the given name has a column of its own.
    FamilyMiddle,
    /// Tên; the whole name when there is no other name column.
    GivenName,
    /// "Nam": year of birth of the men, or a mark.
    Male,
    /// "Nữ": year of birth of the women, or a mark.
    Female,
    /// Khu dân cư, thôn, tổ dân phố: below the commune.
    Hamlet,
    /// Xã, phường.
    Commune,
    /// Địa chỉ: the unit when nothing else says it.
    Address,
    /// Cụm.
    Cluster,
    /// Ngày sinh, the day alone, beside columns for month and year.
    BirthDay,
    /// Tháng sinh alone.
    BirthMonth,
    /// Chức vụ và đơn vị in one: "Chủ tịch UBMTTQ xã Tam Đại".
    PositionUnit,
    /// Known, and not for us: ký tên, số tiền; or not known at all.
    Other,
}

impl Field {
    /// Every meaning a column can be given, in the order of a drop-down.
    pub fn all() -> impl Iterator<Item = Self> {
        let up_to_unit = [
            Self::Person(PersonField::Name),
            Self::FamilyMiddle,
            Self::GivenName,
            Self::Person(PersonField::Gender),
            Self::Male,
            Self::Female,
            Self::Person(PersonField::Birth),
            Self::BirthDay,
            Self::BirthMonth,
            Self::Person(PersonField::Position),
            Self::PositionUnit,
            Self::Person(PersonField::Unit),
            Self::Hamlet,
            Self::Commune,
            Self::Address,
        ];
        let others = PersonField::ALL.iter().map(|field| Self::Person(*field));
        let others = others.filter(move |field| !up_to_unit.contains(field));
        up_to_unit.into_iter().chain(others).chain([Self::Cluster, Self::Ordinal, Self::Other])
    }

    /// The word for it in the data file and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person(field) => field.code(),
            Self::Ordinal => "ordinal",
            Self::FamilyMiddle => "family_middle",
            Self::GivenName => "given_name",
            Self::Male => "male",
            Self::Female => "female",
            Self::Hamlet => "hamlet",
            Self::Commune => "commune",
            Self::Address => "address",
            Self::Cluster => "cluster",
            Self::BirthDay => "birth_day",
            Self::BirthMonth => "birth_month",
            Self::PositionUnit => "position_unit",
            Self::Other => "other",
        }
    }

    /// The reverse of [`Field::code`].
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|field| field.code() == code)
    }

    /// A heading by which it is always recognised, as lists have it.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Person(field) => field.about().heading,
            Self::Ordinal => "STT",
            Self::FamilyMiddle => "Họ và tên đệm",
            Self::GivenName => "Tên",
            Self::Male => "Nam",
            Self::Female => "Nữ",
            Self::Hamlet => "Khu dân cư",
            Self::Commune => "Xã, phường",
            Self::Address => "Địa chỉ",
            Self::Cluster => "Cụm",
            Self::BirthDay => "Ngày trong tháng",
            Self::BirthMonth => "Tháng sinh",
            Self::PositionUnit => "Chức vụ, đơn vị",
            Self::Other => "",
        }
    }

    /// The field of a person that a column of this meaning fills; `None` where it fills none.
    pub fn fills(self) -> Option<PersonField> {
        match self {
            Self::Person(field) => Some(field),
            Self::FamilyMiddle | Self::GivenName => Some(PersonField::Name),
            Self::Male | Self::Female | Self::BirthDay | Self::BirthMonth => Some(PersonField::Birth),
            Self::Hamlet | Self::Commune | Self::Address => Some(PersonField::Unit),
            Self::PositionUnit => Some(PersonField::Position),
            Self::Ordinal | Self::Cluster | Self::Other => None,
        }
    }

    /// Whether it holds the name or a part of it.
    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Person(PersonField::Name) | Self::FamilyMiddle | Self::GivenName)
    }
}

/// Longer text is a title or a sentence, no heading.
const MAX_HEADING: usize = 60;

/// What a heading means; `None` for text that is no heading we know.
pub fn recognise(heading: &str) -> Option<Field> {
    // "Họ và tên: Nguyễn Văn An" says the name itself.
    recognise_any(heading).filter(|field| !field.is_name() || !is_answered(heading))
}

/// Whether something stands behind the colon of a label: no "(ghi in hoa)".
fn is_answered(heading: &str) -> bool {
    heading.split_once(':').is_some_and(|(_, answer)| answer.trim().starts_with(char::is_uppercase))
}

fn recognise_any(heading: &str) -> Option<Field> {
    let line = clean(heading);
    if line.chars().count() > MAX_HEADING {
        return None;
    }
    if let Some(field) = told_apart_by_marks(&line.to_lowercase()) {
        return Some(field);
    }
    let all = words(&line);
    if says_position_and_unit(&all) {
        return Some(Field::PositionUnit);
    }
    let outside_brackets = words(line.split(['(', '[']).next().unwrap_or_default());
    if let Some(field) = birth_of_one_sex(&line, &outside_brackets) {
        return Some(field);
    }
    // "Sex/Giới tính": one heading in two languages, or two words for one thing.
    let asks_for_name = || asks_for_name(&line).then_some(Field::Person(PersonField::Name));
    let whole = by_words(&all).or_else(|| by_words(&outside_brackets)).or_else(|| only_part(&line));
    let whole = whole.or_else(asks_for_name);
    if !line.contains('/') || whole.is_some_and(|field| field != Field::Other) {
        return whole;
    }
    // "Tuổi / năm sinh": one part is for us.
    let parts = || line.split('/').filter_map(|part| by_words(&words(part)));
    parts().find(|field| *field != Field::Other).or(whole).or_else(|| parts().next())
}

/// "Pháp danh/Tên thánh, họ và tên", "Phẩm trật, chức việc": the name or the post behind something else that goes with it,
/// where no other part is a heading.
fn only_part(line: &str) -> Option<Field> {
    let meaning = |part: &str| exact(&words(part)).or_else(|| beginning(&words(part)));
    let mut fields = line.split(['/', ',']).filter_map(meaning);
    let field = fields.next()?;
    let goes_with_another =
        matches!(field, Field::Person(PersonField::Name | PersonField::Position)) && fields.next().is_none();
    goes_with_another.then_some(field)
}

/// "Chức vụ, đơn vị công tác", "Chức danh/Nơi công tác"; not "Đơn vị, chức vụ", which
/// puts the unit first and is left whole.
fn says_position_and_unit(words: &str) -> bool {
    let position = ["chuc vu", "chuc danh", "chuc trach"].iter().any(|start| words.starts_with(start));
    position && ["don vi", "noi cong tac", "co quan"].iter().any(|part| words.contains(part))
}

/// "Ngày sinh (Nam)" and "Ngày sinh (Nữ)": a column for each.
fn birth_of_one_sex(line: &str, outside_brackets: &str) -> Option<Field> {
    let (_, inside) = line.split_once(['(', '['])?;
    if by_words(outside_brackets) != Some(Field::Person(PersonField::Birth)) {
        return None;
    }
    match inside.trim_end_matches([')', ']', ' ']).to_lowercase().as_str() {
        "nam" => Some(Field::Male),
        "nữ" | "nu" => Some(Field::Female),
        _ => None,
    }
}

/// What a heading means under another that spans it: "Ngày" under "Ngày sinh".
pub(super) fn recognise_under(above: Option<Field>, heading: &str) -> Option<Field> {
    let words = words(heading);
    // "(Năm)" is a year also without the words beside it, and no man.
    let is_year = matches!(words.as_str(), "nam" | "nam sinh") && heading.to_lowercase().contains('ă');
    if is_year && above == Some(Field::Person(PersonField::Birth)) {
        return above;
    }
    above.and_then(|above| under_another(above, words)).or_else(|| recognise(heading))
}

/// What a heading means that is a letter away from one we know: "Chứt vụ", "Họ và tênh". Only for a row that is
/// known to be one of headings.
pub(super) fn recognise_mistyped(heading: &str) -> Option<Field> {
    recognise(heading).or_else(|| {
        let line = clean(heading);
        (line.chars().count() <= MAX_HEADING).then(|| names::nearly(&words(&line))).flatten()
    })
}

fn by_words(words: &str) -> Option<Field> {
    let whole_name = words.starts_with("ho ") && words.ends_with(" ten") && words.contains(" dem ");
    exact(words)
        .or_else(|| whole_name.then_some(Field::Person(PersonField::Name)))
        .or_else(|| beginning(words))
        .or_else(|| numbered(words).and_then(exact).filter(|field| *field == Field::Hamlet))
        .or_else(|| says_position(words).then_some(Field::Person(PersonField::Position)))
}

/// "Ông/bà vui lòng cho biết họ và tên": a question of a form.
fn asks_for_name(line: &str) -> bool {
    /// Fewer words ask nothing.
    const LEAST: usize = 5;
    let words = words(line);
    let ends = [" ho va ten", " ho ten"].iter().any(|end| words.ends_with(end));
    // Whoever signs writes the name, too.
    let signs = words.split(' ').any(|word| word == "ky");
    ends && !signs
        && words.split(' ').count() >= LEAST
        && !line.contains(|sign: char| sign == ',' || sign.is_ascii_digit())
}

/// "ấp" of "Ấp số": numbers stand under it.
fn numbered(words: &str) -> Option<&str> {
    words.strip_suffix(" so")
}

/// "Phẩm vị, chức vụ", "Cấp bậc, chức vụ": a position behind something else that is one.
fn says_position(words: &str) -> bool {
    let ends = [" chuc vu", " chuc danh"].iter().any(|end| words.ends_with(end));
    ends && !["don vi", "noi", "co quan"].iter().any(|start| words.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_have_many_names() {
        let cases = [
            (
                Field::Person(PersonField::Name),
                "Họ và tên|HỌ TÊN|Ho va ten|Họ và\ntên|Họ, chữ đệm và tên|Họ, tên đệm và tên khai sinh|Người được cử|Đại biểu được triệu tập|Họ tên học viên|Họ tên đại biểu|Họ, tên|Full name|Pháp danh/Tên thánh, họ và tên|HỌ VÀ TÊN (chữ in hoa)|Họ và tên ",
            ),
            (Field::FamilyMiddle, "Họ và tên đệm|Họ đệm|Họ và chữ lót|Họ"),
            (Field::GivenName, "Tên|TÊN"),
            (
                Field::Person(PersonField::Birth),
                "Năm sinh|Nam sinh|Ngày sinh|Ngày tháng năm sinh|Ngày, tháng, năm sinh|Năm|NĂM SINH (hoặc ngày sinh)|Date of birth|Năm\nsinh",
            ),
            (Field::Male, "Nam|NAM|Năm sinh Nam|Năm sinh (nam)|Ngày sinh (Nam)|Ngày, tháng, năm sinh (Nam)"),
            (Field::Female, "Nữ|Nu|Năm sinh nữ|Nữ (x)|Ngày sinh (Nữ)|Sinh năm (nữ)"),
            (Field::Person(PersonField::Gender), "Giới tính|GT|Nam/Nữ|Gioi tinh|Giới tính (Nam/Nữ)|Gender"),
            (
                Field::Person(PersonField::Position),
                "Chức vụ|Chức danh|CHUC VU|Chức vụ/Chức danh|Chức vụ hiện nay|Phẩm trật, chức việc|Position",
            ),
            (Field::PositionUnit, "Chức vụ, đơn vị công tác|Chức vụ - Đơn vị|CHỨC DANH/NƠI CÔNG TÁC"),
            (
                Field::Person(PersonField::Unit),
                "Đơn vị|Tên đơn vị|Đơn vị công tác|Nơi công tác|Cơ quan, đơn vị|Unit",
            ),
            (Field::Hamlet, "Khu dân cư|KDC|Thôn|Ấp số|Thôn/TDP|Tổ dân phố|Thôn, tổ dân phố"),
            (Field::Commune, "Xã|Xã/phường|Xã, phường, thị trấn|Phường"),
            (Field::Address, "Địa chỉ|Nơi ở hiện nay"),
            (
                Field::Person(PersonField::Phone),
                "Điện thoại|SĐT|ĐT|Số ĐT|Số điện thoại|Số điện thoại di động|SDT|ĐTDĐ|Điện thoại liên hệ|Phone|Đ.T",
            ),
            (Field::Person(PersonField::Note), "Ghi chú|GHI CHÚ|Notes"),
            (Field::Cluster, "Cụm|Cụm số|Cluster"),
            (Field::Ordinal, "STT|TT|Stt.|Số TT|S TT|#"),
            (Field::Person(PersonField::Ethnicity), "Dân tộc|DT"),
            (Field::Person(PersonField::Religion), "Tôn giáo"),
            (Field::Person(PersonField::Party), "Đảng viên|Là Đảng viên (x)"),
            (Field::Person(PersonField::Education), "Trình độ chuyên môn|Học vấn"),
            (Field::Other, "Ký tên|Email|Số tiền|Tuổi"),
        ];
        for (field, headings) in cases {
            for heading in headings.split('|') {
                assert_eq!(recognise(heading), Some(field), "{heading:?}");
            }
        }
    }

    #[test]
    fn every_meaning_has_a_code_and_a_heading_of_its_own() {
        for field in Field::all() {
            assert_eq!(Field::from_code(field.code()), Some(field));
            assert_eq!(recognise(field.heading()), (field != Field::Other).then_some(field), "{field:?}");
        }
    }

    #[test]
    fn other_text_is_no_heading() {
        for text in [
            "Nguyễn Văn Nam",
            "Thôn Trung Đàn",
            "Xã Tam Đại",
            "DANH SÁCH ĐẠI BIỂU",
            "1969",
            "",
            "—",
            "Họ và tên, năm sinh, chức vụ của đại biểu dự hội nghị tập huấn công tác Mặt trận",
        ] {
            assert_eq!(recognise(text), None, "{text:?}");
        }
    }
}
