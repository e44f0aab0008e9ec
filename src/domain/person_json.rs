//! A person as JSON prints one.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::person::PersonDetails;
use super::person_field::{Holds, PersonField};

/// The fields that are printed. Missing values are `null`, never absent; a birth is
/// its year and, only when the day is known, its date (ISO 8601).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonJson<'a>(pub &'a PersonDetails);

impl Serialize for PersonJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let person = self.0;
        let mut fields = serializer.serialize_map(None)?;
        for (field, _) in PersonField::printed() {
            let about = field.about();
            match about.holds {
                Holds::Name => fields.serialize_entry(about.code, &person.full_name)?,
                Holds::Gender => fields.serialize_entry(about.code, &person.gender)?,
                Holds::Birth => {
                    fields.serialize_entry("birth_year", &person.birth.and_then(|birth| birth.year()))?;
                    let day = person.birth.and_then(|birth| birth.calendar());
                    fields.serialize_entry("birth_date", &day.map(|day| day.to_string()))?;
                }
                Holds::Unit => fields.serialize_entry(about.code, &person.unit)?,
                Holds::Text(line) => fields.serialize_entry(about.code, line.of(person))?,
                // What is sensitive is never printed.
                Holds::Sensitive(_) | Holds::PartyMember => {}
            }
        }
        fields.end()
    }
}
