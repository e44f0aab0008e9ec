//! One field of a person: its name in the history, and what a text in it means.

use crate::domain::dossier::Dossier;
use crate::domain::person::{PersonDetails, group_of};

/// The fields of a delegate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Họ và tên.
    Name,
    /// Giới tính.
    Gender,
    /// Năm sinh.
    Birth,
    /// Chức vụ.
    Position,
    /// Đơn vị.
    Unit,
    /// Số điện thoại.
    Phone,
    /// Ghi chú.
    Note,
}

impl What {
    /// The field's name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "full_name",
            Self::Gender => "gender",
            Self::Birth => "birth",
            Self::Position => "position",
            Self::Unit => "unit",
            Self::Phone => "phone",
            Self::Note => "note",
        }
    }

    /// What stands in the field, if it holds a text.
    pub fn text(self, details: &PersonDetails) -> &str {
        let text = match self {
            Self::Name => return &details.full_name,
            Self::Position => &details.position,
            Self::Unit => &details.unit,
            Self::Phone => &details.phone,
            Self::Note => &details.note,
            Self::Gender | Self::Birth => &None,
        };
        text.as_deref().unwrap_or_default()
    }

    /// Puts a text into the field.
    pub fn put(self, text: String, details: &mut PersonDetails, dossier: &Dossier) {
        let some = |text: String| (!text.is_empty()).then_some(text);
        match self {
            Self::Name => details.full_name = text,
            Self::Position => details.position = some(text),
            Self::Unit => {
                let groups = dossier.delegates.iter().filter_map(|one| {
                    Some((one.details.unit.as_deref()?, one.details.unit_group.as_deref()))
                });
                details.unit_group = group_of(&text, groups);
                details.unit = some(text);
            }
            Self::Phone => details.phone = some(text),
            Self::Note => details.note = some(text),
            Self::Gender | Self::Birth => {}
        }
    }
}

/// What is offered while typing a position or a unit: the most frequent first.
pub fn suggestions(dossier: &Dossier, what: What) -> Vec<String> {
    let mut counted: std::collections::HashMap<&str, usize> = std::collections::HashMap::new();
    for one in &dossier.delegates {
        let details = &one.details;
        for text in [Some(what.text(details)), details.unit_group.as_deref().filter(|_| what == What::Unit)] {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                *counted.entry(text).or_default() += 1;
            }
        }
    }
    let mut all: Vec<(&str, usize)> = counted.into_iter().collect();
    all.sort_by_key(|(text, count)| (std::cmp::Reverse(*count), *text));
    all.into_iter().take(MOST_SUGGESTIONS).map(|(text, _)| text.to_owned()).collect()
}

/// More than one list has of positions or communes.
const MOST_SUGGESTIONS: usize = 500;
