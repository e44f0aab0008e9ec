//! A field for a whole number.

use super::field::{Field, field};

/// A field for a number within a range, or none. `refusal` is the sentence for
/// what is no such number.
pub fn number_field<'a, Message: Clone + 'a>(
    value: Option<u32>,
    range: std::ops::RangeInclusive<u32>,
    refusal: impl Into<String>,
    on_commit: impl Fn(Option<u32>) -> Message + 'a,
) -> Field<'a, Message> {
    let refusal = refusal.into();
    field(value.map(|number| number.to_string()).unwrap_or_default())
        .written(|text| text.parse::<u32>().map_or_else(|_| text.to_owned(), |number| number.to_string()))
        .check(move |text| read(text, &range).map(|_| ()).ok_or_else(|| refusal.clone()))
        .on_commit(move |text| on_commit(text.parse().ok()))
}

/// The number in a text; `Some(None)` for no text.
fn read(text: &str, range: &std::ops::RangeInclusive<u32>) -> Option<Option<u32>> {
    if text.is_empty() {
        return Some(None);
    }
    text.parse().ok().filter(|number| range.contains(number)).map(Some)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn only_numbers_in_range_are_taken() {
        assert_eq!(read("", &(1..=9)), Some(None));
        assert_eq!(read("7", &(1..=9)), Some(Some(7)));
        for text in ["0", "10", "-1", "1.5", "bảy", "99999999999"] {
            assert_eq!(read(text, &(1..=9)), None, "{text}");
        }
    }
}
