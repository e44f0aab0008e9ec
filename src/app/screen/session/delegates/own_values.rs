//! What stands in own columns, in the panel beside the table.

use iced::Element;

use super::Message;
use crate::app::screen::{Action, Context};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::form;
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, OwnColumnId};
use crate::domain::own_column::{OwnColumn, OwnKind};
use crate::sentence::Explain;

/// Typed for yes; nothing is no.
const YES: &str = "x";

/// The fields of these delegates: of one, or the same for several, each with what they have in common.
pub(super) fn fields<'a>(
    who: &[DelegateId],
    writes: bool,
    dossier: &'a Dossier,
    context: Context<'a>,
) -> Vec<Element<'a, Message>> {
    let (ticks, lines): (Vec<_>, Vec<_>) =
        dossier.own_columns.iter().partition(|column| column.kind == OwnKind::YesNo);
    let lines: Vec<Element<'a, Message>> =
        lines.into_iter().map(|column| line(column, who, writes, context)).collect();
    let ticks = ticks.into_iter().map(|column| tick(column, who, writes));
    in_pairs(lines).into_iter().chain(ticks).collect()
}

/// Two fields beside each other.
fn in_pairs<'a>(fields: Vec<Element<'a, Message>>) -> Vec<Element<'a, Message>> {
    let mut fields = fields.into_iter();
    let mut pairs = Vec::new();
    while let Some(first) = fields.next() {
        pairs.push(form::beside([Some(first), fields.next()].into_iter().flatten()).into());
    }
    pairs
}

/// What all of them have there; nothing where they differ.
fn shared<'a>(column: &'a OwnColumn, who: &[DelegateId]) -> &'a str {
    let mut values = who.iter().map(|id| column.value(*id).map_or("", |value| value.text()));
    let first = values.next().unwrap_or_default();
    if values.all(|value| value == first) { first } else { "" }
}

fn line<'a>(
    column: &'a OwnColumn,
    who: &[DelegateId],
    writes: bool,
    context: Context<'a>,
) -> Element<'a, Message> {
    let (id, kind, all) = (column.id, column.kind, who.to_vec());
    let known = column.different().iter().map(|value| value.text().to_owned()).collect();
    let input = field(shared(column, who))
        .label(column.label.clone())
        .id(format!("delegate-own-{id}"))
        .suggest(known)
        .written(move |text| match kind.read(text) {
            Ok(value) => value.map(|value| value.text().to_owned()).unwrap_or_default(),
            Err(_) => text.to_owned(),
        })
        .check(move |text| kind.read(text).map(|_| ()).map_err(|mistake| context.say(&mistake.explain())))
        .on_commit_maybe(writes.then_some(move |text| Message::OwnChanged(id, all.clone(), text)));
    match who {
        [one] => input.in_drafts(context.drafts, key(*one, id)).into(),
        several => input.of((id, several)).into(),
    }
}

fn tick<'a>(column: &'a OwnColumn, who: &[DelegateId], writes: bool) -> Element<'a, Message> {
    let (id, all) = (column.id, who.to_vec());
    let on = !who.is_empty() && who.iter().all(|one| column.value(*one).is_some());
    let said = move |on: bool| {
        let text = if on { YES } else { "" };
        Message::OwnChanged(id, all.clone(), text.to_owned())
    };
    let pressed = writes.then(|| said(!on));
    checkbox(on, column.label.clone(), said).id(format!("delegate-own-{id}")).on_press_maybe(pressed).into()
}

/// The draft of what stands in a column of somebody.
fn key(delegate: DelegateId, column: OwnColumnId) -> String {
    format!("delegate {delegate} own {column}")
}

/// The table shows at once what was typed; the data file confirms it by the next load.
pub(super) fn save(
    id: OwnColumnId,
    who: Vec<DelegateId>,
    text: String,
    dossier: &mut Dossier,
    context: Context<'_>,
) -> Action<Message> {
    let column = dossier.own_columns.iter_mut().find(|column| column.id == id);
    if let Some(column) = column
        && let Ok(value) = column.kind.read(&text)
    {
        for one in &who {
            match &value {
                Some(value) => column.values.insert(*one, value.clone()),
                None => column.values.remove(one),
            };
        }
    }
    let writing = context.store.put_own_value(id, who.clone(), text);
    match who.as_slice() {
        [one] => Action::save(key(*one, id), writing),
        _ => Action::write(writing, |()| None),
    }
}
