//! Options as the data file keeps them: JSON of one kind of paper.
//!
//! How a paper *looks* (columns, empty rows, the way it lies) is a habit that goes
//! from session to session and can be a recipe. Its *words* (number, day of signing,
//! recipients) belong to one session. Of whom the paper is, is neither.
//!
//! What is read may come from another program, another version or a damaged file:
//! it is taken field by field, and a field that cannot be taken stays as it was.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Options, PaperKind};

/// Which of the options of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// How it looks.
    Look,
    /// What it says in this session alone.
    Words,
}

/// Some of what was kept is unknown or damaged; the rest was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAllRead;

/// More empty rows than this are a slip of the finger, or a damaged file.
pub const MOST_BLANK_ROWS: u32 = 200;

/// No session has more sittings to leave out.
const MOST_IN_A_LIST: usize = 1000;

/// More characters than this no field of a letter holds.
const LONGEST_TEXT: usize = 20_000;

/// Of whom the paper is: never kept.
const WHOSE: [&str; 2] = ["cluster", "delegates"];

/// What is typed for one session, whichever the paper.
const WORDS: [&str; 10] = [
    "number",
    "issued",
    "recipients",
    "grounds",
    "documents",
    "chair",
    "secretary",
    "source",
    "rates",
    "left_out",
];

/// Whether an option of a kind is words for one session.
fn is_word(kind: PaperKind, field: &str) -> bool {
    // The note of a letter; elsewhere a column.
    WORDS.contains(&field) || (kind == PaperKind::Invitations && field == "note")
}

/// The place of a kind among the options: "sign_in_sheet".
fn place(kind: PaperKind) -> String {
    kind.id().replace('-', "_")
}

fn belongs(kind: PaperKind, part: Part, field: &str) -> bool {
    !WHOSE.contains(&field) && is_word(kind, field) == (part == Part::Words)
}

fn fields(kind: PaperKind, part: Part, options: &Options) -> Map<String, Value> {
    // Plain values: they always have a JSON form.
    let mut whole = serde_json::to_value(options).unwrap_or_default();
    match whole.get_mut(place(kind)).map(Value::take) {
        Some(Value::Object(all)) => all.into_iter().filter(|(name, _)| belongs(kind, part, name)).collect(),
        _ => Map::new(),
    }
}

/// A part of the options of a kind as JSON; `None` where the kind has no such options.
pub fn write(kind: PaperKind, part: Part, options: &Options) -> Option<String> {
    let fields = fields(kind, part, options);
    (!fields.is_empty()).then(|| Value::Object(fields).to_string())
}

/// Puts what was kept of a kind into the options.
///
/// Errors: something in it is unknown or damaged; those options stay as they were.
pub fn read(kind: PaperKind, part: Part, kept: &str, options: &mut Options) -> Result<(), NotAllRead> {
    let Ok(Value::Object(kept)) = serde_json::from_str(kept) else { return Err(NotAllRead) };
    let Ok(mut whole) = serde_json::to_value(&*options) else { return Err(NotAllRead) };
    let mut all_read = true;
    for (name, value) in kept {
        let path = [place(kind), name];
        all_read &= belongs(kind, part, &path[1]) && put(&mut whole, &path, value, options);
    }
    if all_read { Ok(()) } else { Err(NotAllRead) }
}

/// Puts one value at its place in `whole` and in the options, if it fits there. What
/// fits in part only is taken field by field.
fn put<T>(whole: &mut Value, path: &[String], value: Value, options: &mut T) -> bool
where
    T: Serialize + DeserializeOwned,
{
    let Some(there) = find(whole, path) else { return false };
    if !is_sane(path, &value) {
        return false;
    }
    let before = std::mem::replace(there, value.clone());
    if let Ok(taken) = serde_json::from_value::<T>(whole.clone())
        && let Ok(mut back) = serde_json::to_value(&taken)
        && find(&mut back, path) == Some(&mut value.clone())
    {
        *options = taken;
        return true;
    }
    let has_fields = before.is_object();
    if let Some(there) = find(whole, path) {
        *there = before;
    }
    match value {
        Value::Object(fields) if has_fields => {
            let mut all_read = true;
            for (name, value) in fields {
                let path: Vec<String> = path.iter().cloned().chain([name]).collect();
                all_read &= put(whole, &path, value, options);
            }
            all_read
        }
        _ => false,
    }
}

fn find<'a>(whole: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(whole, |value, name| value.get_mut(name))
}

fn is_sane(path: &[String], value: &Value) -> bool {
    let rows = path.last().is_some_and(|name| name == "blank_rows");
    match value {
        Value::Number(number) if rows => {
            number.as_u64().is_some_and(|rows| rows <= u64::from(MOST_BLANK_ROWS))
        }
        Value::String(text) => text.len() <= LONGEST_TEXT,
        Value::Array(all) => all.len() <= MOST_IN_A_LIST,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ClusterId;
    use crate::paper::{BirthColumns, Orientation};

    #[test]
    fn every_kind_has_its_place_among_the_options() {
        let whole = serde_json::to_value(Options::default()).expect("JSON");
        for kind in PaperKind::ALL {
            let options = whole.get(place(kind)).and_then(Value::as_object);
            assert!(options.is_some(), "no options at {}", place(kind));
        }
    }

    #[test]
    fn look_and_words_come_back_and_the_cluster_does_not() {
        let mut options = Options::for_cluster(Some(ClusterId(7)));
        options.delegate_list.birth = BirthColumns::Year;
        options.sign_in_sheet.columns.phone = true;
        options.sign_in_sheet.orientation = Orientation::Landscape;
        options.invitation.number = "45".into();
        options.invitation.summons = true;
        let mut back = Options::default();
        for kind in PaperKind::ALL {
            for part in [Part::Look, Part::Words] {
                if let Some(kept) = write(kind, part, &options) {
                    assert_eq!(read(kind, part, &kept, &mut back), Ok(()), "{kept}");
                }
            }
        }
        options.set_cluster(None);
        assert_eq!(back, options);
    }

    #[test]
    fn a_number_is_no_part_of_how_a_letter_looks() {
        let mut options = Options::default();
        options.invitation.number = "45".into();
        let look = write(PaperKind::Invitations, Part::Look, &options).expect("a look");
        assert!(!look.contains("45") && look.contains("summons"), "{look}");
        let words = write(PaperKind::Invitations, Part::Words, &options).expect("words");
        assert!(words.contains("45") && !words.contains("summons"), "{words}");
        assert_eq!(write(PaperKind::TableSigns, Part::Look, &options), None);
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_was_and_the_rest_is_taken() {
        for damaged in [
            r#"{"blank_rows":4000000000,"group":false}"#,
            r#"{"blank_rows":"nine","group":false}"#,
            r#"{"colour":"red","group":false}"#,
            r#"{"cluster":3,"group":false}"#,
            r#"{"columns":{"phone":"yes"},"group":false}"#,
            r#"{"columns":7,"group":false}"#,
            r#"{"orientation":"Diagonal","group":false}"#,
        ] {
            let mut options = Options::default();
            let read = read(PaperKind::SignInSheet, Part::Look, damaged, &mut options);
            assert_eq!(read, Err(NotAllRead), "{damaged}");
            let mut expected = Options::default();
            expected.sign_in_sheet.group = false;
            assert_eq!(options, expected, "{damaged}");
        }
        for damaged in ["", "[]", "null", "{", "\u{0}", &"[".repeat(100_000)] {
            let mut options = Options::default();
            assert_eq!(read(PaperKind::Plan, Part::Words, damaged, &mut options), Err(NotAllRead));
            assert_eq!(options, Options::default());
        }
    }

    #[test]
    fn a_table_of_prices_is_taken_as_a_whole() {
        #[derive(Debug, Default, PartialEq, Serialize, serde::Deserialize)]
        struct Money {
            prices: std::collections::BTreeMap<String, u32>,
        }
        let mut money = Money { prices: [("hall".to_owned(), 1)].into() };
        let mut whole = serde_json::to_value(&money).expect("JSON");
        let prices = serde_json::json!({"water": 2, "tea": 3});
        assert!(put(&mut whole, &["prices".to_owned()], prices, &mut money));
        assert_eq!(money.prices.keys().collect::<Vec<_>>(), ["tea", "water"], "and nothing of before");
        assert!(!put(&mut whole, &["prices".to_owned()], serde_json::json!({"tea": -1}), &mut money));
        assert_eq!(money.prices.len(), 2);
    }

    #[test]
    fn a_recipe_of_before_a_column_was_there_is_read_whole() {
        let mut options = Options::default();
        let kept = r#"{"columns":{"phone":true}}"#;
        assert_eq!(read(PaperKind::SignInSheet, Part::Look, kept, &mut options), Ok(()));
        assert!(options.sign_in_sheet.columns.phone && options.sign_in_sheet.columns.birth);
    }
}
