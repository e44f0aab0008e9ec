//! The fields of a person: of the registry, of a list, and of somebody new.

use iced::Element;

use super::Context;
use crate::app::widget::date_field::birth_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::form;
use crate::app::widget::select::select;
use crate::domain::date::FuzzyDate;
use crate::domain::person::{Gender, PersonDetails, group_of};
use crate::domain::reading;

/// One field of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonField {
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

impl PersonField {
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

    /// PersonField stands in the field, if it holds a text.
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
}

/// PersonField was committed in a field.
#[derive(Debug, Clone)]
pub enum Change {
    /// A text.
    Text(PersonField, String),
    /// A birth.
    Birth(Option<FuzzyDate>),
    /// A gender.
    Gender(Option<Gender>),
}

impl Change {
    /// In which field.
    pub fn what(&self) -> PersonField {
        match self {
            Self::Text(what, _) => *what,
            Self::Birth(_) => PersonField::Birth,
            Self::Gender(_) => PersonField::Gender,
        }
    }

    /// PersonField it does to the details, whenever its turn comes. A unit comes under the one that
    /// others of `known` units, each with the one it stands under, say.
    pub fn command<'a>(
        self,
        known: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    ) -> impl Fn(&mut PersonDetails) + Send + 'static {
        let group = match &self {
            Self::Text(PersonField::Unit, unit) => group_of(unit, known),
            _ => None,
        };
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        move |details| match &self {
            Self::Text(PersonField::Name, text) => details.full_name.clone_from(text),
            Self::Text(PersonField::Position, text) => details.position = some(text),
            Self::Text(PersonField::Unit, text) => {
                details.unit_group.clone_from(&group);
                details.unit = some(text);
            }
            Self::Text(PersonField::Phone, text) => details.phone = some(text),
            Self::Text(PersonField::Note, text) => details.note = some(text),
            Self::Text(PersonField::Gender | PersonField::Birth, _) => {}
            Self::Birth(birth) => details.birth = *birth,
            Self::Gender(gender) => details.gender = *gender,
        }
    }
}

/// Whose fields are drawn, and how.
pub struct Fields<'a> {
    /// PersonField they hold.
    pub details: &'a PersonDetails,
    /// Before the names of the fields: "delegate" makes "delegate-name".
    pub prefix: &'static str,
    /// Offered while typing a position.
    pub positions: &'a [String],
    /// Offered while typing a unit.
    pub units: &'a [String],
    /// Whose they are.
    pub of: Of,
    /// Whether they may be changed.
    pub writes: bool,
}

/// Whose the fields are: a draft of one must not pass to the next.
pub enum Of {
    /// Of this record of the file, such as "person 12": drafts are kept until they are saved.
    Record(String),
    /// Of a form for somebody new, with its number and why the last try was refused.
    Form(u32, Option<String>),
}

impl Of {
    /// The draft of a field of a record.
    pub fn key(record: &str, what: PersonField) -> String {
        format!("{record} {}", what.name())
    }

    fn own<'a, M: Clone + 'a>(
        &self,
        what: PersonField,
        input: Field<'a, M>,
        context: Context<'_>,
    ) -> Field<'a, M> {
        match self {
            Self::Record(record) => input.in_drafts(context.drafts, Self::key(record, what)),
            Self::Form(number, refused) => {
                input.of((number, what)).error(refused.clone().filter(|_| what == PersonField::Name))
            }
        }
    }
}

impl<'a> Fields<'a> {
    /// The fields from the name down to telephone and note, for a [`form::form`]. Enter says
    /// `on_enter` where the fields end in adding somebody.
    pub fn view<M: Clone + 'a>(
        self,
        context: Context<'a>,
        on_change: impl Fn(Change) -> M + Clone + 'a,
        on_enter: Option<M>,
    ) -> [Element<'a, M>; 5] {
        let Self { details, prefix, positions, units, of, writes } = self;
        let enter = |input: Field<'a, M>| match &on_enter {
            Some(message) => input.on_enter(message.clone()),
            None => input,
        };
        let text = |what: PersonField, label: &str, name: &str| {
            let said = on_change.clone();
            let input = field(what.text(details))
                .label(context.t(label))
                .id(format!("{prefix}-{name}"))
                .on_commit_maybe(writes.then_some(move |text| said(Change::Text(what, text))));
            enter(of.own(what, as_in_lists(input, what, context), context))
        };
        let said = on_change.clone();
        let birth = birth_field(context.locale, details.birth, move |date| said(Change::Birth(date)))
            .label(context.t("window-column-birth"))
            .placeholder("1969")
            .id(format!("{prefix}-birth"));
        let birth = of.own(PersonField::Birth, birth, context);
        let birth = match writes {
            true => enter(birth),
            false => birth.on_commit_maybe(None::<fn(String) -> M>),
        };
        let said = on_change.clone();
        let gender = genders(
            details.gender,
            format!("{prefix}-gender"),
            context,
            writes.then_some(move |one| said(Change::Gender(one))),
        );
        [
            text(PersonField::Name, "window-column-name", "name").into(),
            form::beside([birth.into(), gender]).into(),
            text(PersonField::Position, "window-column-position", "position")
                .suggest(positions.to_vec())
                .into(),
            text(PersonField::Unit, "window-column-unit", "unit").suggest(units.to_vec()).into(),
            form::beside([
                text(PersonField::Phone, "window-delegates-phone", "phone").into(),
                text(PersonField::Note, "window-delegates-note", "note").into(),
            ])
            .into(),
        ]
    }
}

/// A field that takes what lists take, writes it in the same way and refuses the same.
fn as_in_lists<'a, M: Clone + 'a>(
    input: Field<'a, M>,
    what: PersonField,
    context: Context<'a>,
) -> Field<'a, M> {
    match what {
        PersonField::Name => input.check(move |text| match text.is_empty() {
            // Whether a name is needed is not for the field to say.
            true => Ok(()),
            false => reading::name(text).map_err(|error| context.locale.explain(&error)),
        }),
        PersonField::Phone => input
            .written(|text| match reading::phone(text) {
                Ok(phone) => phone.unwrap_or_default(),
                Err(_) => text.to_owned(),
            })
            .check(move |text| {
                reading::phone(text).map(|_| ()).map_err(|error| context.locale.explain(&error))
            }),
        PersonField::Gender
        | PersonField::Birth
        | PersonField::Position
        | PersonField::Unit
        | PersonField::Note => input,
    }
}

/// Nam, Nữ, or not known.
fn genders<'a, M: Clone + 'a>(
    chosen: Option<Gender>,
    id: String,
    context: Context<'a>,
    on_choose: Option<impl Fn(Option<Gender>) -> M + 'a>,
) -> Element<'a, M> {
    let options = [None, Some(Gender::Male), Some(Gender::Female)].map(|one| match one {
        None => (one, "–".to_owned()),
        known => (one, gender_name(known, context)),
    });
    let list = select(options, Some(&chosen)).label(context.t("window-delegates-gender")).id(id);
    match on_choose {
        Some(on_choose) => list.on_choose(on_choose).into(),
        None => list.into(),
    }
}

/// "Nam", "Nữ", or nothing.
pub fn gender_name(gender: Option<Gender>, context: Context<'_>) -> String {
    match gender {
        Some(Gender::Male) => context.t("window-male"),
        Some(Gender::Female) => context.t("window-female"),
        None => String::new(),
    }
}
