//! Options as the data file keeps them: JSON of one part of one kind of paper.
//!
//! The options of a kind are made of two types. What someone typed for this session
//! (number, day of signing, recipients, prices, a remark) are its *words*: data, and each
//! field a step. How the paper *looks* (columns, empty rows, the way it lies) is a habit
//! that goes from session to session and can be a recipe. Of whom the paper is stands
//! beside the two, and is never kept.
//!
//! What is read may come from another program, another version or a damaged file: it is
//! taken field by field, and a field that cannot be taken stays as it was.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::card::{MOST_BLANK_ROWS, Place};
use super::kind::{Options, PaperKind};

/// Which of the options of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OptionsPart {
    /// How it looks.
    Look,
    /// What it says in this session alone.
    Words,
}

/// Some of what was kept is unknown or damaged; the rest was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAllRead;

/// No session has more sittings to leave out, or more presenters to pay.
const MOST_IN_A_LIST: usize = 1000;

/// A test page is wanted once: kept, it would go out instead of the paper another time.
const OF_THE_MOMENT: &str = "test_page";

/// More characters than this no field of a letter holds.
const LONGEST_TEXT: usize = 20_000;

impl OptionsPart {
    /// Where the options have this part of a kind: `["sign_in_sheet", "look"]`.
    fn of(self, kind: PaperKind) -> [String; 2] {
        let part = match self {
            Self::Look => "look",
            Self::Words => "words",
        };
        [field_of(kind), part.to_owned()]
    }

    fn other(self) -> Self {
        match self {
            Self::Look => Self::Words,
            Self::Words => Self::Look,
        }
    }
}

/// The name of the options of a kind.
fn field_of(kind: PaperKind) -> String {
    kind.id().replace('-', "_")
}

/// The fields of a part; none where the kind has no such part.
fn fields(kind: PaperKind, part: OptionsPart, options: &Options) -> Map<String, Value> {
    // Plain values: they always have a JSON form.
    let mut whole = serde_json::to_value(options).unwrap_or_default();
    match find_mut(&mut whole, &part.of(kind)).map(Value::take) {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A part of the options of a kind as JSON, without what is of the moment; `None` where the kind has no such part.
pub fn write(kind: PaperKind, part: OptionsPart, options: &Options) -> Option<String> {
    let mut fields = fields(kind, part, options);
    fields.retain(|name, _| name != OF_THE_MOMENT);
    (!fields.is_empty()).then(|| Value::Object(fields).to_string())
}

/// The words of a kind that are others now, and these alone: an entry that a table has no
/// longer is null.
pub fn changed_words(kind: PaperKind, before: &Options, now: &Options) -> Map<String, Value> {
    difference(&fields(kind, OptionsPart::Words, before), fields(kind, OptionsPart::Words, now))
}

/// One of the words of a kind as it is: what stands at a place in them, such as
/// `["prices", "Water"]`. An entry that a table does not have is null.
pub fn word(kind: PaperKind, options: &Options, place: &[String]) -> Map<String, Value> {
    let mut words = Value::Object(fields(kind, OptionsPart::Words, options));
    let value = find_mut(&mut words, place).map(Value::take).unwrap_or_default();
    let inside = |value, name: &String| Value::Object([(name.clone(), value)].into_iter().collect());
    match place.iter().rev().fold(value, inside) {
        Value::Object(word) => word,
        _ => Map::new(),
    }
}

fn difference(before: &Map<String, Value>, now: Map<String, Value>) -> Map<String, Value> {
    let gone = before.keys().filter(|name| !now.contains_key(*name));
    let mut changed: Map<String, Value> = gone.map(|name| (name.clone(), Value::Null)).collect();
    for (name, now) in now {
        let differs = match (before.get(&name), now) {
            (Some(before), now) if *before == now => continue,
            (Some(Value::Object(before)), Value::Object(now)) => Value::Object(difference(before, now)),
            (_, now) => now,
        };
        changed.insert(name, differs);
    }
    changed
}

/// Makes a part of a kind as usual.
pub fn make_usual(kind: PaperKind, part: OptionsPart, options: &mut Options) {
    let Ok(mut whole) = serde_json::to_value(&*options) else { return };
    if let Some(there) = find_mut(&mut whole, &part.of(kind)) {
        *there = Value::Object(fields(kind, part, &Options::default()));
    }
    if let Ok(made) = serde_json::from_value(whole) {
        *options = made;
    }
}

/// Puts what was kept of a kind into the options.
///
/// A field that belongs to the other part by now is put there, while that is as usual:
/// what was typed since stands.
///
/// Errors: something in it is unknown or damaged; those options stay as they were.
pub fn read(kind: PaperKind, part: OptionsPart, kept: &str, options: &mut Options) -> Result<(), NotAllRead> {
    let Ok(Value::Object(kept)) = serde_json::from_str(kept) else { return Err(NotAllRead) };
    let Ok(mut whole) = serde_json::to_value(&*options) else { return Err(NotAllRead) };
    let usual = fields(kind, part.other(), &Options::default());
    let mut all_read = true;
    for (name, value) in kept.into_iter().filter(|(name, _)| name != OF_THE_MOMENT) {
        let [here, there] = [part, part.other()].map(|part| inside(&part.of(kind), &name));
        all_read &= match (find(&whole, &here), find(&whole, &there)) {
            (Some(_), _) => put(&mut whole, &here, value, options),
            (None, Some(now)) if usual.get(&name) == Some(now) => put(&mut whole, &there, value, options),
            (None, now) => now.is_some(),
        };
    }
    if all_read { Ok(()) } else { Err(NotAllRead) }
}

/// Sets one option of a kind, as it is answered; an entry of a table or an option that is left
/// open is null. False where the options of the kind are not such ones.
pub fn set(kind: PaperKind, place: &Place, value: &Value, options: &mut Options) -> bool {
    let Ok(mut whole) = serde_json::to_value(&*options) else { return false };
    let path: Vec<String> = [field_of(kind)].into_iter().chain(place.names().iter().cloned()).collect();
    let cluster = options.cluster;
    let taken = set_at(&mut whole, &path, Some(value), options)
        || (value.is_null() && set_at(&mut whole, &path, None, options));
    options.cluster = cluster;
    taken
}

/// Puts a value at its place in `whole` and in the options, if it fits there: what has
/// fields or entries one by one, so that a damaged one spares the others.
fn put<T>(whole: &mut Value, path: &[String], value: Value, options: &mut T) -> bool
where
    T: Serialize + DeserializeOwned,
{
    // Most of what is kept is as usual.
    if find(whole, path) == Some(&value) {
        return true;
    }
    // Before it is taken apart: it may have any number of parts.
    if !is_sane(path, &value) {
        return false;
    }
    match value {
        Value::Object(fields) if find(whole, path).is_some_and(Value::is_object) => {
            let mut all_read = true;
            for (name, value) in fields {
                all_read &= put(whole, &inside(path, &name), value, options);
            }
            all_read
        }
        // An entry that was taken out of a table, or an option that is left open.
        Value::Null => set_at(whole, path, Some(&value), options) || set_at(whole, path, None, options),
        value => set_at(whole, path, Some(&value), options),
    }
}

/// Sets one value, or takes it out. False where the options are not such ones.
fn set_at<T>(whole: &mut Value, path: &[String], value: Option<&Value>, options: &mut T) -> bool
where
    T: Serialize + DeserializeOwned,
{
    // Whoever asks: the window, the command line or what was kept.
    if value.is_some_and(|value| !is_sane(path, value)) {
        return false;
    }
    let mut wanted = whole.clone();
    let Some((name, above)) = path.split_last() else { return false };
    let Some(Value::Object(around)) = find_mut(&mut wanted, above) else { return false };
    match value {
        Some(value) => around.insert(name.clone(), value.clone()),
        None => around.remove(name),
    };
    let Ok(made) = serde_json::from_value::<T>(wanted) else { return false };
    let Ok(back) = serde_json::to_value(&made) else { return false };
    if find(&back, path) != value {
        return false;
    }
    (*whole, *options) = (back, made);
    true
}

fn find<'a>(whole: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(whole, |value, name| value.get(name))
}

fn find_mut<'a>(whole: &'a mut Value, path: &[String]) -> Option<&'a mut Value> {
    path.iter().try_fold(whole, |value, name| value.get_mut(name))
}

fn inside(path: &[String], name: &str) -> Vec<String> {
    path.iter().cloned().chain([name.to_owned()]).collect()
}

fn is_sane(path: &[String], value: &Value) -> bool {
    let rows = path.last().is_some_and(|name| name == "blank_rows");
    match value {
        Value::Number(number) if rows => {
            number.as_u64().is_some_and(|rows| rows <= u64::from(MOST_BLANK_ROWS))
        }
        Value::String(text) => text.len() <= LONGEST_TEXT,
        Value::Array(all) => all.len() <= MOST_IN_A_LIST,
        Value::Object(all) => all.len() <= MOST_IN_A_LIST,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ClusterId;
    use crate::paper::budget::Expense;
    use crate::paper::{BirthColumns, Orientation};

    const PARTS: [OptionsPart; 2] = [OptionsPart::Look, OptionsPart::Words];

    /// Values of which every field of every kind takes one that is not the usual.
    const OTHERS: &str = r#"[
        true, false, 7, "2020-09-05", "name", "Plan", "Landscape", "Year", "Days", "Day", "Sitting", "Unit", "Units", "Delegates",
        "Nothing", "Ten", "Lessons", "Settled", "ByHand", "LastDay", "45", "Guests", "TwentyFour", {"phone": true},
        {"Water": 1}, {"Trần Thị Bình": 1}, {"Tổ 1": "An"}, [["2020-09-25", "morning"]]
    ]"#;

    #[test]
    fn every_option_of_every_kind_is_in_one_part() {
        let whole = serde_json::to_value(Options::default()).expect("JSON");
        for kind in PaperKind::ALL {
            let [place, _] = OptionsPart::Look.of(kind);
            let made_of = whole[&place].as_object().unwrap_or_else(|| panic!("no options at {place}"));
            let known = ["words", "look"];
            assert!(made_of.keys().all(|name| known.contains(&name.as_str())), "{place}: {made_of:?}");
            let [look, words] = PARTS.map(|part| fields(kind, part, &Options::default()));
            assert!(look.keys().all(|name| !words.contains_key(name)), "{place}: a name stands in both");
        }
    }

    #[test]
    fn every_field_of_every_kind_comes_back_and_takes_no_other_along() {
        let usual = Options::default();
        let others: Vec<Value> = serde_json::from_str(OTHERS).expect("JSON");
        for (kind, part) in PaperKind::ALL.into_iter().flat_map(|kind| PARTS.map(|part| (kind, part))) {
            for name in fields(kind, part, &usual).keys().filter(|name| *name != OF_THE_MOMENT) {
                let mut options = Options::default();
                let taken = others.iter().any(|value| {
                    let kept = format!("{{\"{name}\":{value}}}");
                    read(kind, part, &kept, &mut options).is_ok() && options != usual
                });
                assert!(taken, "{kind:?}: no value for {name}");
                let kept = write(kind, part, &options).expect("a part");
                let mut back = Options::default();
                assert_eq!((read(kind, part, &kept, &mut back), &back), (Ok(()), &options), "{kept}");
                let other = part.other();
                assert_eq!(write(kind, other, &options), write(kind, other, &usual), "{kind:?}: {name}");
                let changed = changed_words(kind, &usual, &options);
                assert_eq!(changed.keys().eq([name]), part == OptionsPart::Words, "{kind:?}: {name}");
                make_usual(kind, part, &mut options);
                assert_eq!(options, usual);
            }
        }
    }

    #[test]
    fn what_is_of_the_moment_is_neither_kept_nor_taken_from_what_was_kept() {
        let (kind, part) = (PaperKind::Certificates, OptionsPart::Look);
        let mut options = Options::default();
        options.certificates.look.test_page = true;
        assert_eq!(write(kind, part, &options), write(kind, part, &Options::default()));
        let mut back = Options::default();
        assert_eq!(read(kind, part, r#"{"test_page":true,"code":true}"#, &mut back), Ok(()));
        assert!(back.certificates.look.code && !back.certificates.look.test_page);
    }

    #[test]
    fn the_cluster_a_paper_is_of_is_not_kept() {
        let mut options = Options::for_cluster(Some(ClusterId(7)));
        options.delegate_list.look.birth = BirthColumns::Year;
        options.sign_in_sheet.look.columns.phone = true;
        options.sign_in_sheet.look.orientation = Orientation::Landscape;
        options.invitation.words.number = "45".into();
        options.invitation.look.summons = true;
        let mut back = Options::default();
        for kind in PaperKind::ALL {
            for part in PARTS {
                if let Some(kept) = write(kind, part, &options) {
                    assert_eq!(read(kind, part, &kept, &mut back), Ok(()), "{kept}");
                }
            }
        }
        options.cluster = None;
        assert_eq!(back, options);
        assert_eq!(write(PaperKind::UnitSigns, OptionsPart::Look, &options), None);
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_was_and_the_rest_is_taken() {
        for damaged in [
            r#"{"blank_rows":4000000000,"group":false}"#,
            r#"{"blank_rows":"nine","group":false}"#,
            r#"{"colour":"red","group":false}"#,
            r#"{"colour":null,"group":false}"#,
            r#"{"cluster":3,"group":false}"#,
            r#"{"columns":{"phone":"yes"},"group":false}"#,
            r#"{"columns":{"colour":true},"group":false}"#,
            r#"{"columns":7,"group":false}"#,
            r#"{"orientation":"Diagonal","group":false}"#,
            r#"{"orientation":null,"group":false}"#,
        ] {
            let mut options = Options::default();
            let read = read(PaperKind::SignInSheet, OptionsPart::Look, damaged, &mut options);
            assert_eq!(read, Err(NotAllRead), "{damaged}");
            let mut expected = Options::default();
            expected.sign_in_sheet.look.group = false;
            assert_eq!(options, expected, "{damaged}");
        }
        for damaged in ["", "[]", "null", "{", "\u{0}", &"[".repeat(100_000)] {
            let mut options = Options::default();
            assert_eq!(read(PaperKind::Plan, OptionsPart::Words, damaged, &mut options), Err(NotAllRead));
            assert_eq!(options, Options::default());
        }
    }

    #[test]
    fn a_table_of_prices_is_taken_entry_by_entry() {
        let mut options = Options::default();
        let prices = &mut options.budget.words.prices;
        prices.extend([(Expense::Water, 20_000), (Expense::Venue, 5_000_000)]);
        let before = options.clone();
        options.budget.words.prices.remove(&Expense::Water);
        options.budget.words.prices.insert(Expense::Travel, 1);
        let changed = Value::Object(changed_words(PaperKind::Budget, &before, &options)).to_string();
        assert_eq!(changed, r#"{"prices":{"Travel":1,"Water":null}}"#, "and what did not change is not said");
        let mut back = before.clone();
        assert_eq!(read(PaperKind::Budget, OptionsPart::Words, &changed, &mut back), Ok(()));
        assert_eq!(back, options);

        let damaged = r#"{"prices":{"Travel":-1,"Beer":9,"Water":3}}"#;
        assert_eq!(read(PaperKind::Budget, OptionsPart::Words, damaged, &mut back), Err(NotAllRead));
        options.budget.words.prices.insert(Expense::Water, 3);
        assert_eq!(back, options);
        let many: Map<String, Value> = (0..9000).map(|name| (name.to_string(), 1.into())).collect();
        let many = serde_json::json!({"rates": many}).to_string();
        assert_eq!(read(PaperKind::PresenterFees, OptionsPart::Words, &many, &mut back), Err(NotAllRead));
        assert_eq!(back, options);
    }

    #[test]
    fn what_was_kept_with_the_look_is_found_until_it_is_typed_anew() {
        let earlier = r#"{"rate":50000,"blank_rows":2,"per":"Day"}"#;
        let kind = PaperKind::AllowanceReceipt;
        let mut options = Options::default();
        assert_eq!(read(kind, OptionsPart::Look, earlier, &mut options), Ok(()));
        assert_eq!(options.allowance_receipt.words.rate, Some(50_000));
        assert_eq!(options.allowance_receipt.look.blank_rows, 2);
        let look = write(kind, OptionsPart::Look, &options).expect("a look");
        assert!(!look.contains("rate"), "{look}");

        assert_eq!(read(kind, OptionsPart::Words, r#"{"rate":null}"#, &mut options), Ok(()));
        assert_eq!(options.allowance_receipt.words.rate, None, "it was taken out");
        options.allowance_receipt.words.rate = Some(70_000);
        assert_eq!(read(kind, OptionsPart::Look, earlier, &mut options), Ok(()));
        assert_eq!(options.allowance_receipt.words.rate, Some(70_000));
        let damaged = r#"{"rate":"viết tay"}"#;
        assert_eq!(read(kind, OptionsPart::Look, damaged, &mut Options::default()), Err(NotAllRead));
    }

    #[test]
    fn a_recipe_of_before_a_column_was_there_is_read_whole() {
        let mut options = Options::default();
        let kept = r#"{"columns":{"phone":true}}"#;
        assert_eq!(read(PaperKind::SignInSheet, OptionsPart::Look, kept, &mut options), Ok(()));
        assert!(options.sign_in_sheet.look.columns.phone && options.sign_in_sheet.look.columns.birth);
    }
}
