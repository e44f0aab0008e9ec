//! What stands on a certificate of whom it was issued to, as it was printed.

use std::collections::BTreeMap;

use crate::domain::date::FuzzyDate;
use crate::domain::person::{Gender, PersonDetails};
use crate::vietnamese::fold::fold;

/// The copy a number keeps. A name that is corrected later, or erased elsewhere, does not change it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PrintedCopy {
    /// Full name.
    pub name: String,
    /// "ông", "bà"; `None` while the sex is not known.
    pub honorific: Option<String>,
    /// Date of birth.
    pub birth: Option<FuzzyDate>,
    /// Position.
    pub position: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// Grade (xếp loại).
    pub grade: Option<String>,
    /// What else the template says of them, by the placeholder: "Thời gian".
    pub words: BTreeMap<String, String>,
}

/// A field of the copy that can be corrected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CopyField {
    /// Họ và tên.
    Name,
    /// Ông, bà.
    Honorific,
    /// Ngày sinh.
    Birth,
    /// Chức vụ.
    Position,
    /// Đơn vị.
    Unit,
    /// Xếp loại.
    Grade,
}

impl CopyField {
    /// All of them, as they stand in forms.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Honorific, Self::Birth, Self::Position, Self::Unit, Self::Grade];

    /// Its name in the data file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Honorific => "honorific",
            Self::Birth => "birth",
            Self::Position => "position",
            Self::Unit => "unit",
            Self::Grade => "grade",
        }
    }

    /// The field of that name.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }
}

impl PrintedCopy {
    /// What would be printed of somebody now.
    pub fn of(details: &PersonDetails, grade: Option<String>) -> Self {
        let honorific = details.gender.map(|gender| match gender {
            Gender::Male => "ông",
            Gender::Female => "bà",
        });
        Self {
            name: details.full_name.clone(),
            honorific: honorific.map(str::to_owned),
            birth: details.birth,
            position: details.position.clone(),
            unit: details.unit.clone(),
            grade,
            words: BTreeMap::new(),
        }
    }

    /// A field as text; dates as EDTF.
    pub fn get(&self, field: CopyField) -> Option<String> {
        match field {
            CopyField::Name => Some(self.name.clone()),
            CopyField::Honorific => self.honorific.clone(),
            CopyField::Birth => self.birth.map(|birth| birth.to_string()),
            CopyField::Position => self.position.clone(),
            CopyField::Unit => self.unit.clone(),
            CopyField::Grade => self.grade.clone(),
        }
    }

    /// The fields in which another copy says something else.
    pub fn differing(&self, other: &Self) -> Vec<CopyField> {
        CopyField::ALL.into_iter().filter(|field| self.get(*field) != other.get(*field)).collect()
    }

    /// What would be printed of them by these details, where that is something else. A grade is none of the details.
    pub fn otherwise(&self, details: &PersonDetails) -> Option<Self> {
        let now = Self { words: self.words.clone(), ..Self::of(details, self.grade.clone()) };
        Some(now).filter(|now| !self.differing(now).is_empty())
    }

    /// The person as the certificate names them, for what prints it. What does not stand in the copy is not known.
    pub fn details(&self) -> PersonDetails {
        let gender = match self.honorific.as_deref() {
            Some("ông") => Some(Gender::Male),
            Some("bà") => Some(Gender::Female),
            _ => None,
        };
        PersonDetails {
            full_name: self.name.clone(),
            gender,
            birth: self.birth,
            position: self.position.clone(),
            unit: self.unit.clone(),
            ..PersonDetails::default()
        }
    }

    /// What a search in the register looks through, folded as people's keys are.
    pub fn search_key(&self) -> String {
        let parts = [Some(&self.name), self.position.as_ref(), self.unit.as_ref()];
        parts.into_iter().flatten().map(|part| fold(part)).collect::<Vec<_>>().join("|")
    }
}
