//! The fields of a person: of the registry, of a list, and of somebody new.

use iced::Element;

use super::Context;
use crate::app::widget::date_field::birth_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::form;
use crate::app::widget::select::select;
use crate::domain::date::FuzzyDate;
use crate::domain::person::{Gender, PersonDetails, group_of};
use crate::domain::person_field::{Holds, Line, PersonField};
use crate::domain::reading::{self, Unreadable};
use crate::vietnamese::date::short;

/// What was committed in a field.
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

    /// What it does to the details, whenever its turn comes. A unit comes under the one that
    /// others of `known` units, each with the one it stands under, say.
    pub fn command<'a>(
        self,
        known: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    ) -> impl Fn(&mut PersonDetails) + Send + 'static {
        let group = match &self {
            Self::Text(PersonField::Unit, unit) => group_of(unit, known),
            _ => None,
        };
        move |details| match &self {
            Self::Text(field, text) => {
                field.set_text(details, text);
                if *field == PersonField::Unit {
                    details.unit_group.clone_from(&group);
                }
            }
            Self::Birth(birth) => details.birth = *birth,
            Self::Gender(gender) => details.gender = *gender,
        }
    }
}

/// Whose fields are drawn, and how.
pub struct Fields<'a> {
    /// What they hold.
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
        format!("{record} {}", what.code())
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
    /// Name, birth and sex, position and unit, for a [`form::form`], and the lines of the others,
    /// two beside each other. Enter says `on_enter` where the fields end in adding somebody.
    pub fn view<M: Clone + 'a>(
        self,
        context: Context<'a>,
        on_change: impl Fn(Change) -> M + Clone + 'a,
        on_enter: Option<M>,
    ) -> ([Element<'a, M>; 4], Vec<Element<'a, M>>) {
        let Self { details, prefix, positions, units, of, writes } = self;
        let enter = |input: Field<'a, M>| match &on_enter {
            Some(message) => input.on_enter(message.clone()),
            None => input,
        };
        let text = |what: PersonField| {
            let said = on_change.clone();
            let name = if what == PersonField::Name { "name" } else { what.code() };
            let input = field(what.text(details))
                .label(context.t(what.about().label))
                .id(format!("{prefix}-{name}"))
                .on_commit_maybe(writes.then_some(move |text| said(Change::Text(what, text))));
            enter(of.own(what, as_in_lists(input, what, context), context))
        };
        let said = on_change.clone();
        let birth = birth_field(context.locale, details.birth, move |date| said(Change::Birth(date)))
            .label(context.t(PersonField::Birth.about().label))
            .placeholder(context.example("1969"))
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
        let first = [
            text(PersonField::Name).into(),
            form::beside([birth.into(), gender]).into(),
            text(PersonField::Position).suggest(positions.to_vec()).into(),
            text(PersonField::Unit).suggest(units.to_vec()).into(),
        ];
        let lines: Vec<PersonField> = PersonField::lines().map(|(field, _)| field).collect();
        let beside = |pair: &[PersonField]| form::beside(pair.iter().map(|one| text(*one).into())).into();
        (first, lines.chunks(2).map(beside).collect())
    }
}

/// A field that takes what lists take, writes it in the same way and refuses the same.
fn as_in_lists<'a, M: Clone + 'a>(
    input: Field<'a, M>,
    what: PersonField,
    context: Context<'a>,
) -> Field<'a, M> {
    let reason = move |error: Unreadable| context.locale.explain(&error);
    match what.about().holds {
        Holds::Name => input.check(move |text| match text.is_empty() {
            // Whether a name is needed is not for the field to say.
            true => Ok(()),
            false => reading::name(text).map_err(reason),
        }),
        Holds::Text(Line { read: Some(read), .. }) => input
            .written(move |text| match read(text) {
                Ok(line) => line.unwrap_or_default(),
                Err(_) => text.to_owned(),
            })
            .check(move |text| read(text).map(|_| ()).map_err(reason)),
        _ => input,
    }
}

/// What stands in a field, in words.
pub fn shown(field: PersonField, details: &PersonDetails, context: Context<'_>) -> String {
    match field.about().holds {
        Holds::Gender => gender_name(details.gender, context),
        Holds::Birth => details.birth.map(short).unwrap_or_default(),
        _ => field.text(details).to_owned(),
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
    let list = select(options, Some(&chosen)).label(context.t(PersonField::Gender.about().label)).id(id);
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
