//! A person as the office writes one down: the same fields in the registry and,
//! copied, in every session the person attends.

use serde::{Deserialize, Serialize};

use super::date::FuzzyDate;
use crate::vietnamese::fold;

/// Sex as the lists give it (Nam, Nữ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

impl Gender {
    /// The word in the data file and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

/// Stands in a search key between the name and the rest.
pub const NAME_ENDS: char = '|';

/// What a list says of one person. All text is NFC and clean
/// (see [`crate::vietnamese::clean`]); only the name is required.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PersonDetails {
    /// Họ và tên, exactly as the person writes it.
    pub full_name: String,
    /// Giới tính, when known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Ngày or năm sinh: often only a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth: Option<FuzzyDate>,
    /// Chức vụ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<String>,
    /// Đơn vị, the text as it will be printed: "Thôn Trung Đàn, xã Tam Đại".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The unit under which lists group the person, usually the commune:
    /// "Xã Tam Đại". `None` when the unit itself is the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_group: Option<String>,
    /// Số điện thoại, digits as written, leading 0 kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Ghi chú.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl PersonDetails {
    /// What a search looks through: the name, [`NAME_ENDS`], then position, unit
    /// and phone, folded.
    pub fn search_key(&self) -> String {
        let parts = [self.position.as_deref(), self.unit.as_deref()];
        let mut text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        if let Some(phone) = &self.phone {
            // Phones are written with spaces and dots, and searched without.
            text.push(' ');
            text.extend(phone.chars().filter(char::is_ascii_digit));
        }
        format!("{}{NAME_ENDS}{}", fold::fold(&self.full_name), fold::fold(&text))
    }

    /// What it says, and of what it does not say, what `others` say of the same person.
    #[must_use]
    pub fn or(self, others: &Self) -> Self {
        let (unit, unit_group) = match self.unit {
            Some(unit) => (Some(unit), self.unit_group),
            None => (others.unit.clone(), others.unit_group.clone()),
        };
        Self {
            full_name: self.full_name,
            gender: self.gender.or(others.gender),
            birth: self.birth.or(others.birth),
            position: self.position.or_else(|| others.position.clone()),
            unit,
            unit_group,
            phone: self.phone.or_else(|| others.phone.clone()),
            note: self.note.or_else(|| others.note.clone()),
        }
    }

    /// The heading under which grouped lists put this person.
    pub fn group(&self) -> Option<&str> {
        self.unit_group.as_deref().or(self.unit.as_deref())
    }

    /// The unit without the group already said in the heading above it:
    /// "Thôn Trung Đàn" for "Thôn Trung Đàn, xã Tam Đại" under "Xã Tam Đại".
    pub fn unit_within_group(&self) -> Option<&str> {
        let unit = self.unit.as_deref()?;
        let Some(group) = self.unit_group.as_deref() else { return Some(unit) };
        let same = |tail: &str| tail.trim().to_lowercase() == group.to_lowercase();
        match unit.rsplit_once(',') {
            Some((head, tail)) if same(tail) => Some(head.trim_end()),
            _ => Some(unit),
        }
    }
}

/// What is sensitive personal data by law (Luật 91/2025/QH15): read, and kept only
/// where the user asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sensitive {
    /// Dân tộc.
    pub ethnicity: Option<String>,
    /// Tôn giáo; `None` also for "không".
    pub religion: Option<String>,
    /// Đảng viên.
    pub party_member: Option<bool>,
    /// Trình độ.
    pub education: Option<String>,
}

impl Sensitive {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The unit a typed one stands under: that of others with the same unit, or the
/// known one that ends the text ("Thôn Trung Đàn, xã Tam Đại").
pub fn group_of<'a>(unit: &str, known: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> Option<String> {
    let key = fold::compare_key(unit);
    let tail = unit.rsplit_once(',').map(|(_, tail)| fold::compare_key(tail.trim()));
    let mut by_tail = None;
    for (other, group) in known {
        if fold::compare_key(other) == key {
            return group.map(str::to_owned);
        }
        if by_tail.is_none() && tail.is_some() {
            let group = group.unwrap_or(other);
            by_tail = (Some(fold::compare_key(group)) == tail).then(|| group.to_owned());
        }
    }
    by_tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_elsewhere_changes_only_what_it_touched() {
        let then = PersonDetails {
            full_name: "Lê Thị An".into(),
            position: Some("Trưởng thôn".into()),
            ..PersonDetails::default()
        };
        let now = PersonDetails { position: Some("Chủ tịch".into()), ..then.clone() };
        let corrected = PersonDetails { phone: Some("0905 123".into()), ..then.clone() };
        let followed = now.following(&then, &corrected);
        assert_eq!(followed.position.as_deref(), Some("Chủ tịch"));
        assert_eq!(followed.phone.as_deref(), Some("0905 123"));
        assert_eq!(followed.search_key(), "le thi an|chu tich 0905123");
    }

    #[test]
    fn the_unit_column_does_not_repeat_the_group_heading() {
        let mut person = PersonDetails {
            unit: Some("Thôn Trung Đàn, xã Tam Đại".into()),
            unit_group: Some("Xã Tam Đại".into()),
            ..PersonDetails::default()
        };
        assert_eq!(person.unit_within_group(), Some("Thôn Trung Đàn"));
        assert_eq!(person.group(), Some("Xã Tam Đại"));

        person.unit_group = None;
        assert_eq!(person.unit_within_group(), Some("Thôn Trung Đàn, xã Tam Đại"));
        assert_eq!(person.group(), Some("Thôn Trung Đàn, xã Tam Đại"));
    }

    #[test]
    fn a_unit_finds_the_commune_it_stands_under() {
        let known = [
            ("Thôn 1, xã Tam Đại", Some("Xã Tam Đại")),
            ("Xã Tam Vinh", None),
            ("Thôn 2", Some("Xã Tam Dân")),
        ];
        let group = |unit: &str| group_of(unit, known.into_iter());
        assert_eq!(group("thôn 1, Xã Tam Đại").as_deref(), Some("Xã Tam Đại"));
        assert_eq!(group("Thôn 7, xã Tam Đại").as_deref(), Some("Xã Tam Đại"));
        assert_eq!(group("Thôn 3, xã Tam Vinh").as_deref(), Some("Xã Tam Vinh"));
        assert_eq!(group("Thôn 2").as_deref(), Some("Xã Tam Dân"));
        assert_eq!(group("Xã Tam Vinh"), None);
        assert_eq!(group("Thôn 2, xã Tiên Phước"), None);
    }
}
