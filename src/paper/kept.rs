//! Options as the data file keeps them: JSON of one kind of paper.
//!
//! How a paper *looks* (columns, empty rows, the way it lies) is a habit that goes
//! from session to session and can be a recipe. Its *words* (number, day of signing,
//! recipients) belong to one session. Of whom the paper is, is neither.
//!
//! What is read may come from another program, another version or a damaged file:
//! it is taken field by field, and a field that cannot be taken stays as it was.

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

/// More characters than this no field of a letter holds.
const LONGEST_TEXT: usize = 20_000;

/// Of whom the paper is: never kept.
const WHOSE: [&str; 2] = ["cluster", "delegates"];

/// The options of a kind that are words for one session.
fn words_of(kind: PaperKind) -> &'static [&'static str] {
    match kind {
        PaperKind::Plan => &["issued", "recipients"],
        PaperKind::Programme => &["issued"],
        PaperKind::Invitations => &["number", "issued", "note", "recipients"],
        PaperKind::Recognition => &["number", "issued", "grounds"],
        PaperKind::DocumentReceipt => &["documents"],
        _ => &[],
    }
}

/// The place of a kind among the options: "sign_in_sheet".
fn place(kind: PaperKind) -> String {
    kind.id().replace('-', "_")
}

fn belongs(kind: PaperKind, part: Part, field: &str) -> bool {
    let is_word = words_of(kind).contains(&field);
    !WHOSE.contains(&field) && is_word == (part == Part::Words)
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

/// Puts one value at its place in `whole` and in the options, if it fits there.
fn put(whole: &mut Value, path: &[String], value: Value, options: &mut Options) -> bool {
    let Some(there) = path.iter().try_fold(&mut *whole, |value, name| value.get_mut(name)) else {
        return false;
    };
    if let (Value::Object(_), Value::Object(inner)) = (&*there, &value) {
        let mut all_read = true;
        for (name, value) in inner {
            let path: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
            all_read &= put(whole, &path, value.clone(), options);
        }
        return all_read;
    }
    if !is_sane(path, &value) {
        return false;
    }
    let before = std::mem::replace(there, value);
    match serde_json::from_value(whole.clone()) {
        Ok(taken) => *options = taken,
        Err(_) => {
            if let Some(there) = path.iter().try_fold(whole, |value, name| value.get_mut(name)) {
                *there = before;
            }
            return false;
        }
    }
    true
}

fn is_sane(path: &[String], value: &Value) -> bool {
    let rows = path.last().is_some_and(|name| name == "blank_rows");
    match value {
        Value::Number(number) if rows => {
            number.as_u64().is_some_and(|rows| rows <= u64::from(MOST_BLANK_ROWS))
        }
        Value::String(text) => text.len() <= LONGEST_TEXT,
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
            let options = options.unwrap_or_else(|| panic!("no options at {}", place(kind)));
            for word in words_of(kind) {
                assert!(options.contains_key(*word), "{} has no {word}", kind.id());
            }
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
        assert_eq!(write(PaperKind::Certificates, Part::Look, &options), None);
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
    fn a_recipe_of_before_a_column_was_there_is_read_whole() {
        let mut options = Options::default();
        let kept = r#"{"columns":{"phone":true}}"#;
        assert_eq!(read(PaperKind::SignInSheet, Part::Look, kept, &mut options), Ok(()));
        assert!(options.sign_in_sheet.columns.phone && options.sign_in_sheet.columns.birth);
    }
}
