//! The dialog in which units become part of another one.

use iced::Element;
use iced::widget::column;

use super::labels::Labels;
use super::table::kind_name;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, dialog, form};
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{Extent, MergeInto, Merger, UnitFields, UnitTree};
use crate::message::Message as Sentence;

/// Names the first field.
pub const INTO: &str = "merge-into";

/// What is typed and chosen so far.
pub struct State {
    units: Vec<UnitId>,
    names: Vec<String>,
    /// A label there is, or the name of a new unit.
    into: String,
    kind: UnitKind,
    ends: Option<FuzzyDate>,
    extent: Extent,
    takes_people: bool,
    nameless: bool,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// What they become part of was committed.
    Into(String),
    /// What a new unit is was chosen.
    Kind(UnitKind),
    /// Their last day was committed.
    Ends(Option<FuzzyDate>),
    /// How much of them is taken over was chosen.
    Extent(Extent),
    /// People go along, or not.
    TakesPeople(bool),
    /// They are to be merged.
    Merge,
    /// The dialog closes.
    Close,
}

/// What is done after a message.
pub enum Answer {
    /// The dialog stays.
    Open,
    /// It closes.
    Close,
    /// The units are merged.
    Merge(Box<Merger>),
}

impl State {
    /// The dialog for these units; `None` without any.
    pub fn new(tree: &UnitTree, units: Vec<UnitId>) -> Option<Self> {
        let known: Vec<_> = units.iter().filter_map(|id| tree.unit(*id)).collect();
        let first = known.first()?;
        Some(Self {
            names: known.iter().map(|unit| unit.fields.name.clone()).collect(),
            kind: first.fields.kind,
            units,
            into: String::new(),
            ends: None,
            extent: Extent::Whole,
            takes_people: true,
            nameless: false,
        })
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, labels: &Labels) -> Answer {
        match message {
            Message::Into(into) => {
                self.nameless = false;
                self.into = into;
            }
            Message::Kind(kind) => self.kind = kind,
            Message::Ends(day) => self.ends = day,
            Message::Extent(extent) => {
                // Of a unit that goes on in part, people stay until somebody moves them.
                self.takes_people = extent == Extent::Whole;
                self.extent = extent;
            }
            Message::TakesPeople(takes) => self.takes_people = takes,
            Message::Merge if self.into.is_empty() => self.nameless = true,
            Message::Merge => return Answer::Merge(Box::new(self.merger(labels))),
            Message::Close => return Answer::Close,
        }
        Answer::Open
    }

    fn merger(&self, labels: &Labels) -> Merger {
        let into = match labels.unit(&self.into) {
            Some(id) => MergeInto::Known(id),
            None => MergeInto::New(UnitFields {
                // It begins on the day after the others end, as far as that is known.
                valid_from: self.ends.and_then(day_after),
                ..UnitFields::named(self.into.clone(), self.kind)
            }),
        };
        Merger {
            units: self.units.clone(),
            into,
            ends: self.ends,
            extent: self.extent,
            takes_people: self.takes_people,
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, labels: &'a Labels, context: Context<'a>) -> Element<'a, Message> {
        let refused = self.nameless.then(|| context.t("window-units-merge-nameless"));
        let is_new = !self.into.is_empty() && labels.unit(&self.into).is_none();
        let into = field(&self.into)
            .label(context.t("window-units-merge-into"))
            .placeholder("Xã Phú Ninh")
            .hint(match is_new {
                true => context.t("window-units-merge-new"),
                false => context.t("window-units-merge-into-hint"),
            })
            .id(INTO)
            .suggest(labels.all())
            .error(refused)
            .on_commit(Message::Into);
        let kinds = UnitKind::ALL.map(|(kind, _)| (kind, kind_name(kind, context)));
        let kind = is_new.then(|| {
            select(kinds, Some(&self.kind))
                .label(context.t("window-units-kind"))
                .id("merge-kind")
                .on_choose(Message::Kind)
        });
        let ends = day_field(context.locale, self.ends, None, Message::Ends)
            .label(context.t("window-units-merge-ends"))
            .hint(context.t("window-units-merge-ends-hint"))
            .id("merge-ends");
        let extents = [Extent::Whole, Extent::Part].map(|extent| {
            let id = match extent {
                Extent::Whole => "window-units-whole",
                Extent::Part => "window-units-part",
            };
            (extent, context.t(id))
        });
        let extent = select(extents, Some(&self.extent))
            .label(context.t("window-units-extent"))
            .id("merge-extent")
            .on_choose(Message::Extent);
        let people =
            checkbox(self.takes_people, context.t("window-units-takes-people"), Message::TakesPeople)
                .id("merge-people");
        let fields = form::form([into.into()])
            .push(kind)
            .push(form::beside([ends.into(), extent.into()]))
            .push(people);
        let content = column![
            styled(self.names.join(", "), Role::Strong),
            fields,
            small(context.t("window-units-merge-words")),
        ]
        .spacing(space::L);
        let title = Sentence::new("window-units-merge-title").with("count", self.units.len());
        dialog::dialog(
            context.say(&title),
            content,
            [
                button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
                button::primary(None, context.t("window-units-merge-apply"))
                    .id("merge-apply")
                    .on_press(Message::Merge)
                    .into(),
            ],
            Message::Close,
        )
    }
}

fn day_after(day: FuzzyDate) -> Option<FuzzyDate> {
    day.calendar()?.tomorrow().ok()?.to_string().parse().ok()
}
