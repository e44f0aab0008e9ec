//! The panel beside the tree: one unit to edit, or what is done with several.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::edit::{self, UnitField};
use super::{Message, State, dialog, words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::command::command;
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{bar, button, card, form};
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::{Extent, ListedUnit, UnitTree};
use crate::sentence::Sentence;

/// The field of a unit's name.
pub(super) const NAME: &str = "unit-name";

impl State {
    /// The panel, when something is selected.
    pub(super) fn side<'a>(
        &'a self,
        tree: &'a UnitTree,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let content = match self.rows.open.and_then(|id| tree.get(id)) {
            Some(unit) => self.one(unit, tree, context),
            None if self.rows.selection.len() > 1 => self.several(context),
            None => return None,
        };
        Some(card::side(content).into())
    }

    fn one<'a>(
        &'a self,
        unit: &'a ListedUnit,
        tree: &'a UnitTree,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let (id, fields) = (unit.id, &unit.fields);
        let text = |what: UnitField, value: &str| {
            field(value).in_drafts(context.drafts, edit::key(id, what)).on_commit_maybe(
                context.if_writable(move |text| Message::Edit(edit::Message::Text(id, what, text))),
            )
        };
        let day = |what: UnitField, value, label: &str| {
            let day = date_field(context.locale, value, move |day| {
                Message::Edit(edit::Message::Day(id, what, day))
            })
            .in_drafts(context.drafts, edit::key(id, what))
            .placeholder(context.t("window-units-date-hint"))
            .label(context.t(label));
            day.read_only_unless(context.can_write())
        };
        let kinds = UnitKind::ALL.map(|(kind, _)| (kind, words::kind(kind, context)));
        let kind = select(kinds, Some(&fields.kind)).label(context.t("window-units-kind")).id("unit-kind");
        let kind = match context.can_write() {
            true => kind.on_choose(move |kind| Message::Edit(edit::Message::Kind(id, kind))),
            false => kind,
        };
        let code = text(UnitField::Code, fields.code.as_deref().unwrap_or_default())
            .label(context.t("window-units-code"))
            .placeholder(context.example("20341"))
            .id("unit-code");
        let fields = form::form([
            text(UnitField::Name, &fields.name).label(context.t("window-units-name")).id(NAME).into(),
            kind.into(),
            code.into(),
            form::beside([
                day(UnitField::From, fields.valid_from, "window-units-from").id("unit-from").into(),
                day(UnitField::To, fields.valid_to, "window-units-to").id("unit-to").into(),
            ])
            .into(),
            place(unit, tree, context),
        ]);
        let actions = context.can_write().then(|| actions(unit, context));
        column![head(unit.fields.name.clone(), words::about(unit, context))]
            .push(actions)
            .push(fields)
            .push(lineage("window-units-successors", &unit.successors, tree, context))
            .push(lineage("window-units-predecessors", &unit.predecessors, tree, context))
            .push(self.people(unit, context))
            .spacing(space::M)
            .into()
    }

    fn several<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let merge = context.can_write().then(|| {
            button::secondary_small(Some(Icon::Layers), context.t("window-units-merge"))
                .id("unit-merge")
                .on_press(Message::Dialog(dialog::Message::Merge))
        });
        column![head(self.selection_words(context), context.t("window-units-several-hint"))]
            .push(merge)
            .spacing(space::M)
            .into()
    }
}

/// What a unit is inside of, and the way to another place.
fn place<'a>(unit: &'a ListedUnit, tree: &'a UnitTree, context: Context<'a>) -> Element<'a, Message> {
    let path = match unit.parent {
        Some(parent) => tree.path(parent),
        None => context.t("window-units-top"),
    };
    let change = context.can_write().then(|| {
        button::quiet(Some(Icon::Pencil), context.t("window-units-move"))
            .id("unit-move")
            .on_press(Message::Dialog(dialog::Message::Move))
    });
    let line = row![container(small(path)).width(Length::Fill)]
        .push(change)
        .spacing(space::S)
        .align_y(Alignment::Center);
    column![styled(context.t("window-units-under"), Role::FieldLabel), line].spacing(space::XS).into()
}

fn actions<'a>(unit: &'a ListedUnit, context: Context<'a>) -> Element<'a, Message> {
    let lives = unit.fields.lives();
    let add = command(Icon::Plus, context.t("window-units-add-inside"))
        .id("unit-add-inside")
        .on_press(Message::Add(Some(unit.id)));
    let merge = command(Icon::Layers, context.t("window-units-merge"))
        .id("unit-merge")
        .on_press(Message::Dialog(dialog::Message::Merge));
    let (icon, end) = match lives {
        true => (Icon::Clock, "window-units-end"),
        false => (Icon::RefreshCw, "window-units-reopen"),
    };
    let end = command(icon, context.t(end)).id("unit-end").on_press(Message::End(lives));
    let remove = command(Icon::Trash2, context.t("window-units-remove"))
        .id("unit-remove")
        .on_press(Message::Remove)
        .takes_away()
        .only_in_menu();
    // What ended is looked at to have it live on.
    let commands = if lives { vec![add, merge, end, remove] } else { vec![end, add, merge, remove] };
    bar::bar(commands, context.t("window-more")).into()
}

/// What became of a unit, or what it was made of: each leads there.
fn lineage<'a>(
    title: &str,
    others: &'a [(UnitId, Extent)],
    tree: &'a UnitTree,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    let lines = others.iter().filter_map(|(id, extent)| {
        let name = tree.get(*id)?.fields.name.clone();
        let words = match extent {
            Extent::Whole => name,
            Extent::Part => context.say(&Sentence::new("window-units-part-of").with("name", name)),
        };
        Some(button::quiet(Some(Icon::ArrowRight), words).on_press(Message::Show(*id)).into())
    });
    let lines: Vec<Element<'a, Message>> = lines.collect();
    (!lines.is_empty())
        .then(|| column![styled(context.t(title), Role::FieldLabel)].extend(lines).spacing(2.0).into())
}

/// The head of the panel with its cross: the whole name, which a field cuts.
fn head<'a>(title: String, about: String) -> Element<'a, Message> {
    card::closing(column![styled(title, Role::Strong), small(about)].spacing(2.0), Message::Close).into()
}
