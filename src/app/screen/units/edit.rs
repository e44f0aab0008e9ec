//! Editing the unit in the panel: every field saves by itself.

use super::State;
use crate::app::screen::{Action, Context};
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::UnitFields;

/// What the user is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitField {
    /// The name.
    Name,
    /// The state's code.
    Code,
    /// What it is.
    Kind,
    /// Its first day.
    From,
    /// Its last day.
    To,
}

impl UnitField {
    /// Its name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Code => "code",
            Self::Kind => "kind",
            Self::From => "valid_from",
            Self::To => "valid_to",
        }
    }
}

/// What happens in the panel.
#[derive(Debug, Clone)]
pub enum Message {
    /// A text was committed.
    Text(UnitId, UnitField, String),
    /// A day was.
    Day(UnitId, UnitField, Option<FuzzyDate>),
    /// A kind was chosen.
    Kind(UnitId, UnitKind),
}

/// The draft of a field.
pub(super) fn key(id: UnitId, what: UnitField) -> String {
    format!("unit {id} {}", what.name())
}

impl State {
    /// Takes in what happened in the panel.
    pub(super) fn edit(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        match message {
            Message::Text(id, what, text) => self.change(id, what, context, move |fields| match what {
                UnitField::Code => fields.code = Some(text.clone()),
                _ => fields.name.clone_from(&text),
            }),
            Message::Day(id, what, day) => self.change(id, what, context, move |fields| match what {
                UnitField::From => fields.valid_from = day,
                _ => fields.valid_to = day,
            }),
            Message::Kind(id, kind) => {
                self.change(id, UnitField::Kind, context, move |fields| fields.kind = kind)
            }
        }
    }

    fn change(
        &mut self,
        id: UnitId,
        what: UnitField,
        context: Context<'_>,
        change: impl Fn(&mut UnitFields) + Send + 'static,
    ) -> Action<super::Message> {
        let shown = self.tree.as_ref().and_then(|tree| tree.get(id)).map(|one| one.fields.clone());
        if let (Some(tree), Some(mut fields)) = (&mut self.tree, shown) {
            change(&mut fields);
            // What will be refused stays in its field, and the tree shows what stands.
            if let Ok(checked) = fields.checked() {
                tree.set(id, checked);
            }
        }
        Action::save(key(id, what), context.store.edit_unit(id, what.name(), change))
    }
}
