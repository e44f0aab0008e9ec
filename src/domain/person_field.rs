//! The fields of a person, each described once: what it is called, where it is shown,
//! what it holds and how it is reached.
//!
//! Whatever treats fields alike follows this table: the data file, lists, forms,
//! merging, what is printed. Code that means one field says `person.phone`.

use std::collections::BTreeMap;

use super::person::{Gender, PersonDetails, Sensitive};
use super::reading::{self, Unreadable};

/// Makes the fields, the list of all and what is said of each from one table.
macro_rules! person_fields {
    ($($(#[$doc:meta])* $field:ident: $about:expr,)*) => {
        /// One field of a person.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PersonField { $($(#[$doc])* $field),* }

        impl PersonField {
            /// Every field, in the order of lists and forms.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// What the table says of the field.
            pub fn about(self) -> About {
                match self { $(Self::$field => $about),* }
            }
        }
    };
}

person_fields! {
    /// Họ và tên.
    Name: About {
        code: "full_name",
        heading: "Họ và tên",
        label: "window-column-name",
        column: "window-field-full-name",
        printed: Some("cli-column-name"),
        holds: Holds::Name,
    },
    /// Giới tính.
    Gender: About {
        code: "gender",
        heading: "Giới tính",
        label: "window-delegates-gender",
        column: "window-field-gender",
        printed: Some("cli-column-gender"),
        holds: Holds::Gender,
    },
    /// Năm sinh, ngày sinh.
    Birth: About {
        code: "birth",
        heading: "Năm sinh",
        label: "window-column-birth",
        column: "window-field-birth",
        printed: Some("cli-column-birth"),
        holds: Holds::Birth,
    },
    /// Chức vụ. The registry keeps it beside others that are held.
    Position: About {
        code: "position",
        heading: "Chức vụ",
        label: "window-column-position",
        column: "window-field-position",
        printed: Some("cli-column-position"),
        holds: Holds::Text(Line::new(|of| &of.position, |of| &mut of.position)),
    },
    /// Đơn vị, with the one it stands under.
    Unit: About {
        code: "unit",
        heading: "Đơn vị",
        label: "window-column-unit",
        column: "window-field-unit",
        printed: Some("cli-column-unit"),
        holds: Holds::Unit,
    },
    /// Số điện thoại.
    Phone: About {
        code: "phone",
        heading: "Điện thoại",
        label: "window-delegates-phone",
        column: "window-field-phone",
        printed: Some("cli-column-phone"),
        holds: Holds::Text(Line {
            read: Some(reading::phone),
            ..Line::new(|of| &of.phone, |of| &mut of.phone)
        }),
    },
    /// Dân tộc.
    Ethnicity: About {
        code: "ethnicity",
        heading: "Dân tộc",
        label: "window-field-ethnicity",
        column: "window-field-ethnicity",
        printed: None,
        holds: Holds::Sensitive(Line::new(|of| &of.ethnicity, |of| &mut of.ethnicity)),
    },
    /// Tôn giáo.
    Religion: About {
        code: "religion",
        heading: "Tôn giáo",
        label: "window-field-religion",
        column: "window-field-religion",
        printed: None,
        holds: Holds::Sensitive(Line::new(|of| &of.religion, |of| &mut of.religion)),
    },
    /// Đảng viên.
    Party: About {
        code: "party",
        heading: "Đảng viên",
        label: "window-field-party",
        column: "window-field-party",
        printed: None,
        holds: Holds::PartyMember,
    },
    /// Trình độ.
    Education: About {
        code: "education",
        heading: "Trình độ",
        label: "window-field-education",
        column: "window-field-education",
        printed: None,
        holds: Holds::Sensitive(Line::new(|of| &of.education, |of| &mut of.education)),
    },
    /// Ghi chú.
    Note: About {
        code: "note",
        heading: "Ghi chú",
        label: "window-delegates-note",
        column: "window-field-note",
        printed: None,
        holds: Holds::Text(Line::new(|of| &of.note, |of| &mut of.note)),
    },
}

/// A line of the table.
pub struct About {
    /// Its name in the data file, in JSON, in the history and in the keys of drafts.
    pub code: &'static str,
    /// A heading by which it is always recognised, as lists have it.
    pub heading: &'static str,
    /// The sentence over it in a form.
    pub label: &'static str,
    /// The sentence for a column of a list that holds it.
    pub column: &'static str,
    /// The sentence over its column on the command line; `None` where neither that nor
    /// JSON shows it.
    pub printed: Option<&'static str>,
    /// What it holds.
    pub holds: Holds,
}

/// What a field holds. Delegates have a copy of all that is not sensitive.
pub enum Holds {
    /// The name, which everybody has.
    Name,
    /// Male, female or not known.
    Gender,
    /// A birth, as precise as it is known.
    Birth,
    /// The unit and the one it stands under, which are one field.
    Unit,
    /// A line of text.
    Text(Line<PersonDetails>),
    /// A line of text that is sensitive by law: of people only, kept apart, and where
    /// the user asks for it.
    Sensitive(Line<Sensitive>),
    /// Đảng viên or not, or not known; sensitive as well.
    PartyMember,
}

/// Takes what people write for a line of text, as it shall stand there, or refuses it.
pub type Reading = fn(&str) -> Result<Option<String>, Unreadable>;

/// How a line of text is reached in a record, and read.
pub struct Line<R> {
    get: fn(&R) -> &Option<String>,
    get_mut: fn(&mut R) -> &mut Option<String>,
    /// How it is read, where not any text will do.
    pub read: Option<Reading>,
}

impl<R> Line<R> {
    fn new(get: fn(&R) -> &Option<String>, get_mut: fn(&mut R) -> &mut Option<String>) -> Self {
        Self { get, get_mut, read: None }
    }

    /// What the record says.
    pub fn of<'a>(&self, record: &'a R) -> &'a Option<String> {
        (self.get)(record)
    }

    /// The place in the record.
    pub fn of_mut<'a>(&self, record: &'a mut R) -> &'a mut Option<String> {
        (self.get_mut)(record)
    }
}

impl PersonField {
    /// The fields that people and delegates have.
    pub fn shared() -> impl Iterator<Item = Self> {
        Self::all().filter(|field| !field.is_sensitive())
    }

    /// Those that are sensitive by law.
    pub fn sensitive() -> impl Iterator<Item = Self> {
        Self::all().filter(|field| field.is_sensitive())
    }

    /// The lines of text that people and delegates have beside position and unit, which
    /// have rules of their own.
    pub fn lines() -> impl Iterator<Item = (Self, Line<PersonDetails>)> {
        Self::all().filter(|field| *field != Self::Position).filter_map(|field| match field.about().holds {
            Holds::Text(line) => Some((field, line)),
            _ => None,
        })
    }

    /// The lines of text that are sensitive.
    pub fn sensitive_lines() -> impl Iterator<Item = (Self, Line<Sensitive>)> {
        Self::all().filter_map(|field| match field.about().holds {
            Holds::Sensitive(line) => Some((field, line)),
            _ => None,
        })
    }

    /// The fields that the command line prints, each with the sentence over its column.
    pub fn printed() -> impl Iterator<Item = (Self, &'static str)> {
        Self::all().filter_map(|field| Some((field, field.about().printed?)))
    }

    fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied()
    }

    /// Its name in the data file, in JSON, in the history and in the keys of drafts.
    pub fn code(self) -> &'static str {
        self.about().code
    }

    /// Whether it is sensitive by law.
    pub fn is_sensitive(self) -> bool {
        matches!(self.about().holds, Holds::Sensitive(_) | Holds::PartyMember)
    }

    /// What stands in the field, if it holds a text.
    pub fn text(self, person: &PersonDetails) -> &str {
        let text = match self.about().holds {
            Holds::Name => return &person.full_name,
            Holds::Unit => &person.unit,
            Holds::Text(line) => line.of(person),
            Holds::Gender | Holds::Birth | Holds::Sensitive(_) | Holds::PartyMember => &None,
        };
        text.as_deref().unwrap_or_default()
    }

    /// Writes a text there, if it holds one. A unit then stands under no other.
    pub fn set_text(self, person: &mut PersonDetails, text: &str) {
        let some = (!text.is_empty()).then(|| text.to_owned());
        match self.about().holds {
            Holds::Name => text.clone_into(&mut person.full_name),
            Holds::Unit => (person.unit, person.unit_group) = (some, None),
            Holds::Text(line) => *line.of_mut(person) = some,
            Holds::Gender | Holds::Birth | Holds::Sensitive(_) | Holds::PartyMember => {}
        }
    }

    /// What it holds as the data file writes it: dates as EDTF.
    pub fn written(self, person: &PersonDetails) -> Option<String> {
        match self.about().holds {
            Holds::Gender => person.gender.map(|gender| gender.code().to_owned()),
            Holds::Birth => person.birth.map(|birth| birth.to_string()),
            _ => Some(self.text(person).to_owned()).filter(|text| !text.is_empty()),
        }
    }

    /// Whether two people have the same there.
    pub fn is_same(self, one: &PersonDetails, other: &PersonDetails) -> bool {
        match self.about().holds {
            Holds::Name => one.full_name == other.full_name,
            Holds::Gender => one.gender == other.gender,
            Holds::Birth => one.birth == other.birth,
            Holds::Unit => one.unit == other.unit && one.unit_group == other.unit_group,
            Holds::Text(line) => line.of(one) == line.of(other),
            Holds::Sensitive(_) | Holds::PartyMember => true,
        }
    }

    /// Takes over what somebody else has there.
    pub fn copy(self, from: &PersonDetails, to: &mut PersonDetails) {
        match self.about().holds {
            Holds::Name => to.full_name.clone_from(&from.full_name),
            Holds::Gender => to.gender = from.gender,
            Holds::Birth => to.birth = from.birth,
            Holds::Unit => (to.unit, to.unit_group) = (from.unit.clone(), from.unit_group.clone()),
            Holds::Text(line) => line.of_mut(to).clone_from(line.of(from)),
            Holds::Sensitive(_) | Holds::PartyMember => {}
        }
    }
}

impl PersonDetails {
    /// These details after an edit that led from `before` to `after` elsewhere:
    /// fields the edit did not touch stay as they are here.
    #[must_use]
    pub fn following(&self, before: &Self, after: &Self) -> Self {
        let mut followed = self.clone();
        for field in PersonField::shared().filter(|field| !field.is_same(before, after)) {
            field.copy(after, &mut followed);
        }
        followed
    }
}

/// All fields of a person that hold something, by their codes, as the data file writes them.
pub fn written_fields(person: &PersonDetails) -> BTreeMap<&'static str, String> {
    let fields = PersonField::ALL.iter().map(|field| (field.code(), field.written(person)));
    fields.filter_map(|(code, written)| Some((code, written?))).collect()
}

/// Who was [written](written_fields) so; what cannot be read is left empty.
pub fn of_written_fields(fields: &BTreeMap<String, String>) -> PersonDetails {
    let mut person = PersonDetails::default();
    for field in PersonField::shared() {
        let Some(written) = fields.get(field.code()) else { continue };
        match field.about().holds {
            Holds::Gender => {
                person.gender = [Gender::Male, Gender::Female].into_iter().find(|one| one.code() == written);
            }
            Holds::Birth => person.birth = written.parse().ok(),
            _ => field.set_text(&mut person, written),
        }
    }
    person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_of_a_person_is_read_again() {
        let person = PersonDetails {
            full_name: "Nguyễn Thị Ánh".into(),
            gender: Some(Gender::Female),
            birth: "1969-05-02".parse().ok(),
            position: Some("Trưởng thôn".into()),
            unit: Some("Thôn 1, xã Tam Đại".into()),
            phone: Some("0905123456".into()),
            note: Some("đi thay".into()),
            ..PersonDetails::default()
        };
        let written =
            written_fields(&person).into_iter().map(|(code, text)| (code.to_owned(), text)).collect();
        assert_eq!(of_written_fields(&written), person);
        assert_eq!(of_written_fields(&BTreeMap::new()), PersonDetails::default());
    }
}
