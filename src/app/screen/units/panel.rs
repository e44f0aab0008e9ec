//! The panel beside the tree: one unit to edit, or several to merge.

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length, Padding};

use super::table::{SIDE, kind_name};
use super::{Change, Message, NAME_FIELD, State, What};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, form};
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{Extent, Unit, UnitTree};
use crate::message::{Explain, Message as Sentence};

/// So many people are named; the others are counted.
const NAMED: usize = 12;

impl State {
    /// The panel; `alone` when there is no room for the table beside it.
    pub(super) fn panel<'a>(
        &'a self,
        tree: &'a UnitTree,
        context: Context<'a>,
        alone: bool,
    ) -> Element<'a, Message> {
        let content = match self.only_one().and_then(|id| tree.unit(id)) {
            Some(unit) => self.one(unit, tree, context),
            None => self.several(context),
        };
        let content = container(content).padding(Padding { right: space::L, ..Padding::ZERO });
        let bar = scrollable::Scrollbar::new().width(6.0).scroller_width(6.0).margin(2.0);
        let content = scrollable(content)
            .direction(scrollable::Direction::Vertical(bar))
            .style(style::scroll_bar)
            .height(Length::Fill);
        container(content)
            .padding(Padding { left: space::L, top: space::M, bottom: space::M, right: 0.0 })
            .width(if alone { Length::Fill } else { Length::Fixed(SIDE) })
            .height(Length::Fill)
            .style(style::card)
            .into()
    }

    fn one<'a>(&'a self, unit: &'a Unit, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
        let (id, fields) = (unit.id, &unit.fields);
        let writes = context.can_write();
        let name = field(&fields.name)
            .label(context.t("window-units-name"))
            .of((id, What::Name))
            .id(NAME_FIELD)
            .error(self.refusal(What::Name, context))
            .on_commit_maybe(writes.then_some(move |name| Message::Changed(id, Change::Name(name))));
        let code = field(fields.code.as_deref().unwrap_or_default())
            .label(context.t("window-units-code"))
            .of((id, What::Code))
            .id("unit-code")
            .error(self.refusal(What::Code, context))
            .on_commit_maybe(writes.then_some(move |code| Message::Changed(id, Change::Code(code))));
        let kinds = UnitKind::ALL.map(|(kind, _)| (kind, kind_name(kind, context)));
        let kind = select(kinds, Some(&fields.kind)).label(context.t("window-units-kind")).id("unit-kind");
        let kind: Element<'_, Message> = match writes {
            true => kind.on_choose(move |kind| Message::Changed(id, Change::Kind(kind))).into(),
            false => kind.into(),
        };
        let day = |what: What,
                   name: &'static str,
                   [label, hint]: [&str; 2],
                   value,
                   change: fn(Option<_>) -> Change| {
            let input = date_field(context.locale, value, move |day| Message::Changed(id, change(day)))
                .label(context.t(label))
                .of((id, what))
                .placeholder(context.t(hint))
                .id(name)
                .error(self.refusal(what, context));
            match writes {
                true => input,
                false => input.on_commit_maybe(None::<fn(String) -> Message>),
            }
        };
        let since = ["window-units-from", "window-units-from-hint"];
        let from = day(What::From, "unit-from", since, fields.valid_from, Change::From);
        let until = ["window-units-to", "window-units-to-hint"];
        let to = day(What::To, "unit-to", until, fields.valid_to, Change::To);
        let parent = unit.parent.map(|parent| super::labels::label(tree, parent)).unwrap_or_default();
        let under = self
            .unit_field(parent, "unit-under", (id, What::Parent), context)
            .label(context.t("window-units-under"))
            .placeholder(context.t("window-units-top"))
            .error(self.refusal(What::Parent, context))
            .on_commit_maybe(writes.then_some(move |label| Message::Under(id, label)));
        let fields = form::form([
            name.into(),
            form::beside([kind, code.into()]).into(),
            form::beside([from.into(), to.into()]).into(),
            under.into(),
        ]);
        let path = tree.path(id).iter().skip(1).map(|one| one.fields.name.as_str()).collect::<Vec<_>>();
        let button_row = writes.then(|| self.actions(id, context));
        column![head(unit.fields.name.clone(), path.join(" › "))]
            .push(button_row)
            .push(fields)
            .push(lineage(unit, tree, context))
            .push(self.people(unit, context))
            .spacing(space::M)
            .into()
    }

    fn actions<'a>(&'a self, id: UnitId, context: Context<'a>) -> Element<'a, Message> {
        let actions: [Element<'a, Message>; 3] = [
            button::secondary_small(Some(Icon::Plus), context.t("window-units-add-inside"))
                .id("unit-add-inside")
                .on_press(Message::Add(Some(id)))
                .into(),
            button::secondary_small(Some(Icon::Layers), context.t("window-units-merge"))
                .id("unit-merge")
                .on_press(Message::Merge)
                .into(),
            button::danger_small(Some(Icon::Trash2), context.t("window-units-remove"))
                .id("unit-remove")
                .on_press(Message::Remove)
                .into(),
        ];
        row(actions).spacing(space::XS).wrap().vertical_spacing(space::XS).into()
    }

    /// A field for the label of a unit.
    fn unit_field<'a>(
        &'a self,
        value: String,
        id: &'static str,
        record: (UnitId, What),
        context: Context<'a>,
    ) -> crate::app::widget::field::Field<'a, Message> {
        let refusal = context.t("window-units-unknown");
        field(value).of(record).id(id).suggest(self.labels.all()).check(move |text| {
            match text.is_empty() || self.labels.unit(text).is_some() {
                true => Ok(()),
                false => Err(refusal.clone()),
            }
        })
    }

    /// Who has it as their unit, and a way to move them all.
    fn people<'a>(&'a self, unit: &'a Unit, context: Context<'a>) -> Option<Element<'a, Message>> {
        let id = unit.id;
        let (_, people) = self.people.as_ref().filter(|(of, people)| *of == id && !people.is_empty())?;
        let title = context.say(&Sentence::new("window-units-people-here").with("count", people.len()));
        let mut lines = column![styled(title, Role::FieldLabel)].spacing(2.0);
        for (_, one) in people.iter().take(NAMED) {
            let words = match &one.position {
                Some(position) => format!("{} · {position}", one.full_name),
                None => one.full_name.clone(),
            };
            lines = lines.push(container(one_line(words, Role::Small)).clip(true));
        }
        let rest = people.len().saturating_sub(NAMED);
        let rest = (rest > 0)
            .then(|| small(context.say(&Sentence::new("window-units-people-more").with("count", rest))));
        let all = self
            .unit_field(String::new(), "unit-people", (id, What::People), context)
            .label(context.t("window-units-move-people"))
            .placeholder(context.t("window-units-choose"))
            .on_commit(move |label| Message::MovePeople(id, label));
        Some(column![lines.push(rest)].push(context.can_write().then_some(all)).spacing(space::M).into())
    }

    fn several<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let count = Sentence::new("window-units-selected").with("count", self.selection.len());
        let merge = button::secondary_small(Some(Icon::Layers), context.t("window-units-merge"))
            .id("unit-merge")
            .on_press_maybe(context.if_writable(Message::Merge));
        column![head(context.say(&count), String::new()), merge, small(context.t("window-units-merge-hint"))]
            .spacing(space::M)
            .into()
    }

    fn refusal(&self, what: What, context: Context<'_>) -> Option<String> {
        let (_, error) = self.refused.as_ref().filter(|(of, _)| *of == what)?;
        Some(context.say(&error.explain()))
    }
}

/// What it came from, and what came after it.
fn lineage<'a>(unit: &'a Unit, tree: &'a UnitTree, context: Context<'a>) -> Option<Element<'a, Message>> {
    let name = |id: UnitId| tree.unit(id).map(|unit| unit.fields.name.clone()).unwrap_or_default();
    let words = |name: String, extent: Extent| match extent {
        Extent::Whole => name,
        Extent::Part => context.say(&Sentence::new("window-units-part-of").with("name", name)),
    };
    let after: Vec<String> = unit.successors.iter().map(|(id, extent)| words(name(*id), *extent)).collect();
    let before: Vec<String> = tree
        .units()
        .iter()
        .flat_map(|old| {
            let here = old.successors.iter().filter(|(id, _)| *id == unit.id);
            here.map(|(_, extent)| words(old.fields.name.clone(), *extent))
        })
        .collect();
    let line = |label: &str, names: Vec<String>| {
        (!names.is_empty()).then(|| {
            column![styled(context.t(label), Role::FieldLabel), small(names.join(", "))].spacing(2.0)
        })
    };
    let (before, after) = (line("window-units-before", before), line("window-units-after", after));
    match (before, after) {
        (None, None) => None,
        (before, after) => Some(column![].push(before).push(after).spacing(space::S).into()),
    }
}

/// The head of the panel with its cross.
fn head<'a>(title: String, below: String) -> Element<'a, Message> {
    let mut words = column![styled(title, Role::Subtitle)].width(Length::Fill);
    if !below.is_empty() {
        words = words.push(container(one_line(below, Role::Small)).clip(true));
    }
    // Esc does the same, so Tab need not stop here.
    row![words, button::icon_only(Icon::X).mouse_only().on_press(Message::Escape)]
        .spacing(space::S)
        .align_y(Alignment::Start)
        .into()
}
