//! The card of a kind's options, as data: what is asked, in which words, and where the answer
//! stands in the options. The window draws cards and knows no kind.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::list::Dated;
use super::orientation::Orientation;
use crate::domain::cluster::HalfDay;
use crate::domain::date::FuzzyDate;
use crate::domain::session::ListOrder;

/// More empty rows than this are a slip of the finger, or a damaged file.
pub const MOST_BLANK_ROWS: u32 = 200;

/// Where an option stands in those of its kind: `["words", "prices", "Water"]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(Vec<String>);

/// A part of a card.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// An option.
    Field(Field),
    /// A sentence that explains.
    Says(&'static str),
    /// What stands together under a label.
    Under(&'static str, Vec<Item>),
    /// Boxes to tick, one closely under the other.
    Boxes(Vec<Item>),
    /// Fields of a kind, one under the other.
    Fields(Vec<Item>),
    /// Short fields beside each other, under what they are about.
    Across(Label, Vec<Field>),
    /// What is written on the certificates of the session: data, with a form of their own.
    CertificateForm,
    /// Numbers on paper should not change any more: offers to fix those that still can.
    FixNumbers,
}

/// An option as it is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Where it stands.
    pub place: Place,
    /// By what the window knows its control.
    pub id: String,
    /// What it is.
    pub label: Label,
    /// A sentence under it.
    pub hint: Option<&'static str>,
    /// How it is answered, and the answer as it is.
    pub control: Control,
}

/// The words beside an option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// A sentence of the locale files.
    Sentence(&'static str),
    /// The name of someone or something.
    Name(String),
    /// A sentence about something of this name.
    Of(&'static str, String),
}

/// How an option is answered, and the answer as it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Control {
    /// By a line of text.
    Text {
        /// What stands there.
        entered: String,
        /// What may stand there.
        example: Option<Example>,
    },
    /// By an amount of đồng from `least` on.
    Money {
        /// What stands there.
        entered: Option<u32>,
        /// The least that counts.
        least: u32,
        /// The sentence for what is no amount.
        refused: &'static str,
    },
    /// By a number of things, from `least` to `most`.
    Count {
        /// What stands there.
        entered: Option<u32>,
        /// The least that counts.
        least: u32,
        /// The most that can be.
        most: u32,
        /// The sentence for what is no such number.
        refused: &'static str,
    },
    /// By a day.
    Day(Option<FuzzyDate>),
    /// By a number of rows.
    Rows(u32),
    /// By a tick.
    Tick(bool),
    /// By one of a few, all in view; values as they stand in the options.
    Chips(Choices),
    /// By one of more.
    Select(Choices),
    /// By the sittings that are meant, of these; those that are left out are the answer.
    Sittings {
        /// All there are.
        all: Vec<Half>,
        /// Those that are left out.
        left_out: Vec<Half>,
    },
}

/// What may stand in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Example {
    /// A sentence of the locale files.
    Sentence(&'static str),
    /// A text of the session's own.
    Text(String),
}

/// A sitting, of whichever cluster: its day and part of the day.
pub type Half = (FuzzyDate, HalfDay);

/// Answers with their sentences, and the one that was given.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// All there are.
    pub all: Vec<(Value, Label)>,
    /// The one that was given.
    pub chosen: Value,
}

/// An option: where it stands, and its value.
#[derive(Debug, Clone)]
pub struct At<T> {
    place: Place,
    value: T,
}

/// The option at a place, such as `at!(self.words.number)`: place and value cannot disagree.
macro_rules! at {
    ($options:ident $(. $name:ident)+) => {
        $crate::paper::card::At::new(&[$(stringify!($name)),+], $options $(. $name)+.clone())
    };
}
pub(super) use at;

impl Place {
    /// The place of these names, from the part on.
    pub fn new(names: &[&str]) -> Self {
        Self(names.iter().map(|&name| name.to_owned()).collect())
    }

    /// The names, from the part on.
    pub fn names(&self) -> &[String] {
        &self.0
    }

    /// Where it stands in the words of its kind; none for how the paper looks.
    pub fn in_words(&self) -> Option<&[String]> {
        self.0.split_first().filter(|(part, _)| *part == "words").map(|(_, place)| place)
    }
}

impl<T> At<T> {
    /// The option at the place of these names.
    pub fn new(names: &[&str], value: T) -> Self {
        Self { place: Place::new(names), value }
    }

    /// Its value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// What stands in it under a name, with this value.
    fn under<V>(&self, name: &str, value: V) -> At<V> {
        let mut place = self.place.clone();
        place.0.push(name.to_owned());
        At { place, value }
    }

    fn field(self, id: &str, label: &'static str, control: impl FnOnce(T) -> Control) -> Field {
        let (place, control) = (self.place, control(self.value));
        Field { place, id: id.to_owned(), label: Label::Sentence(label), hint: None, control }
    }
}

impl At<String> {
    /// Answered by a line of text.
    pub fn line(self, id: &str, label: &'static str) -> Field {
        self.field(id, label, |entered| Control::Text { entered, example: None })
    }
}

impl At<Option<u32>> {
    /// Answered by an amount of đồng from `least` on; `refused` is said of what is none.
    pub fn money(self, id: &str, label: &'static str, least: u32, refused: &'static str) -> Field {
        self.field(id, label, |entered| Control::Money { entered, least, refused })
    }
}

impl At<Option<u32>> {
    /// Answered by a number of things, from `least` to `most`; `refused` is said of what is none.
    pub fn figure(
        self,
        id: &str,
        label: &'static str,
        (least, most): (u32, u32),
        refused: &'static str,
    ) -> Field {
        self.field(id, label, |entered| Control::Count { entered, least, most, refused })
    }
}

impl At<bool> {
    /// Answered by a tick.
    pub fn tick(self, label: &'static str) -> Item {
        self.field(label, label, Control::Tick).into()
    }
}

impl At<BTreeMap<String, bool>> {
    /// Whether it is so for one of a table.
    pub fn flag(&self, name: &str) -> At<bool> {
        self.under(name, self.value.get(name).copied().unwrap_or(false))
    }
}

impl At<BTreeMap<String, String>> {
    /// The text of one of a table.
    pub fn text(&self, name: &str) -> At<String> {
        self.under(name, self.value.get(name).cloned().unwrap_or_default())
    }
}

impl At<Option<String>> {
    /// Answered by one of these names, or by none, for which `nothing` is said.
    pub fn one_of(self, id: &str, label: &'static str, nothing: &'static str, names: Vec<String>) -> Field {
        let names = names.into_iter().map(|name| (Value::from(name.clone()), Label::Name(name)));
        let all = std::iter::once((Value::Null, Label::Sentence(nothing))).chain(names).collect();
        self.field(id, label, |chosen| Control::Select(Choices { all, chosen: chosen.into() }))
    }
}

impl<K: Ord + Serialize> At<BTreeMap<K, u32>> {
    /// One entry of a table.
    pub fn entry(&self, key: &K) -> At<Option<u32>> {
        // The keys of these tables are words: they always have a JSON form, a text.
        let name = serde_json::to_value(key).unwrap_or_default();
        self.under(name.as_str().unwrap_or_default(), self.value.get(key).copied())
    }
}

impl At<Option<FuzzyDate>> {
    /// Answered by a day.
    pub fn day(self, id: &str, label: &'static str) -> Field {
        self.field(id, label, Control::Day)
    }
}

impl<T: Serialize> At<T> {
    /// Answered by one of a few, all in view.
    pub fn chips<const N: usize>(self, label: &'static str, all: [(T, &'static str); N]) -> Field {
        self.field(label, label, |chosen| Control::Chips(Choices::new(chosen, all)))
    }

    /// Answered by one of more.
    pub fn select<const N: usize>(self, id: &str, label: &'static str, all: [(T, &'static str); N]) -> Item {
        self.field(id, label, |chosen| Control::Select(Choices::new(chosen, all))).into()
    }
}

impl At<i32> {
    /// Answered by how far something is moved, in half millimetres up to ten of them either way; the option is in tenths.
    pub fn shift(self, id: &str, label: &'static str) -> Field {
        let name = |tenths: i32| match tenths {
            0 => "0 mm".to_owned(),
            _ => format!(
                "{}{},{} mm",
                if tenths < 0 { "−" } else { "+" },
                tenths.abs() / 10,
                tenths.abs() % 10
            ),
        };
        let steps = (-20..=20).map(|step| step * 5);
        // A file may hold another one.
        let own = Some(self.value).filter(|value| !steps.clone().any(|step| step == *value));
        let all = steps.chain(own).map(|tenths| (Value::from(tenths), Label::Name(name(tenths)))).collect();
        self.field(id, label, |chosen| Control::Select(Choices { all, chosen: chosen.into() }))
    }
}

impl Choices {
    fn new<T: Serialize, const N: usize>(chosen: T, all: [(T, &'static str); N]) -> Self {
        // Plain values: they always have a JSON form.
        let json = |value: &T| serde_json::to_value(value).unwrap_or_default();
        let all = all.map(|(value, words)| (json(&value), Label::Sentence(words)));
        Self { chosen: json(&chosen), all: all.into() }
    }
}

impl Field {
    /// With a sentence under it.
    #[must_use]
    pub fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// With what may stand there.
    #[must_use]
    pub fn example(mut self, of_it: Example) -> Self {
        if let Control::Text { example, .. } = &mut self.control {
            *example = Some(of_it);
        }
        self
    }

    /// Called by a name of someone.
    #[must_use]
    pub fn called(mut self, name: String) -> Self {
        self.label = Label::Name(name);
        self
    }

    /// What it is of something of this name.
    #[must_use]
    pub fn of(mut self, label: &'static str, name: String) -> Self {
        self.id = format!("{}-{name}", self.id);
        self.label = Label::Of(label, name);
        self
    }
}

impl From<Field> for Item {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl Item {
    /// Called by a name of something, where it is an option.
    #[must_use]
    pub fn called(self, name: String) -> Self {
        match self {
            Self::Field(field) => {
                Self::Field(Field { id: format!("{}-{name}", field.id), ..field }.called(name))
            }
            other => other,
        }
    }

    /// The options in it, at any depth.
    pub fn fields(&self) -> Vec<&Field> {
        match self {
            Self::Field(field) => vec![field],
            Self::Under(_, items) | Self::Boxes(items) | Self::Fields(items) => {
                items.iter().flat_map(Self::fields).collect()
            }
            Self::Across(_, fields) => fields.iter().collect(),
            Self::Says(_) | Self::CertificateForm | Self::FixNumbers => Vec::new(),
        }
    }
}

/// The number of a letter.
pub fn number(at: At<String>) -> Item {
    at.line("print-number", "window-print-number").hint("window-print-by-hand").into()
}

/// The day a letter is signed; left open, it is written by hand.
pub fn issued(at: At<Option<FuzzyDate>>) -> Item {
    at.field("print-issued", "window-print-issued", Control::Day).hint("window-print-issued-hint").into()
}

/// A day that a letter names; left open, it is written by hand.
pub fn day(at: At<Option<FuzzyDate>>, id: &str, label: &'static str) -> Item {
    at.field(id, label, Control::Day).hint("window-print-by-hand").into()
}

/// Who receives a letter.
pub fn recipients(at: At<String>) -> Item {
    at.line("print-recipients", "window-print-recipients").hint("window-print-recipients-hint").into()
}

/// What the user puts under the title of a list.
pub fn remark(at: At<String>) -> Item {
    let example = Example::Sentence("window-print-remark-example");
    at.line("print-remark", "window-print-remark").example(example).into()
}

/// In which order the delegates stand.
pub fn order(at: At<Option<ListOrder>>) -> Item {
    let orders = [
        (None, "window-print-order-number"),
        (Some(ListOrder::UnitThenName), "window-print-order-unit"),
        (Some(ListOrder::Name), "window-print-order-name"),
    ];
    at.select("print-order", "window-print-order", orders)
}

/// With or without headings for communes.
pub fn group(at: At<bool>) -> Item {
    at.tick("window-print-group")
}

/// How many empty rows follow the listed.
pub fn blank_rows(at: At<u32>) -> Item {
    at.field("print-blank", "window-print-blank", Control::Rows).into()
}

/// Which day stands over the signatures.
pub fn dated(at: At<Dated>) -> Item {
    let days =
        [(Dated::LastDay, "window-print-dated-last-day"), (Dated::ByHand, "window-print-dated-by-hand")];
    at.chips("window-print-dated", days).into()
}

/// How the page lies.
pub fn orientation(at: At<Orientation>) -> Item {
    let ways = [
        (Orientation::Auto, "window-print-auto"),
        (Orientation::Portrait, "window-print-portrait"),
        (Orientation::Landscape, "window-print-landscape"),
    ];
    at.chips("window-print-paper", ways).into()
}

/// Which sittings are signed for, of these.
pub fn sittings(at: At<Vec<Half>>, all: Vec<Half>) -> Item {
    let label = "window-print-sittings";
    at.field(label, label, |left_out| Control::Sittings { all, left_out }).into()
}
