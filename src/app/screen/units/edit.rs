//! Editing the unit in the panel: every field saves by itself.

use super::State;
use crate::app::screen::{Action, Context};
use crate::domain::date::FuzzyDate;
use crate::domain::id::UnitId;
use crate::domain::unit::UnitKind;
use crate::domain::unit_tree::UnitFields;
use crate::message::Explain;
use crate::store::StoreError;

/// What the user is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
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

impl What {
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
    Text(UnitId, What, String),
    /// A day was.
    Day(UnitId, What, Option<FuzzyDate>),
    /// A kind was chosen.
    Kind(UnitId, UnitKind),
    /// The data file answered.
    Saved(What, Result<(), StoreError>),
}

impl State {
    /// Why the last change there was refused.
    pub(super) fn refusal(&self, what: What, context: Context<'_>) -> Option<String> {
        let (_, error) = self.refused.as_ref().filter(|(of, _)| *of == what)?;
        Some(context.say(&error.explain()))
    }

    /// Takes in what happened in the panel.
    pub(super) fn edit(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        match message {
            Message::Text(id, what, text) => self.change(id, what, context, |fields| match what {
                What::Code => fields.code = Some(text),
                _ => fields.name = text,
            }),
            Message::Day(id, what, day) => self.change(id, what, context, |fields| match what {
                What::From => fields.valid_from = day,
                _ => fields.valid_to = day,
            }),
            Message::Kind(id, kind) => self.change(id, What::Kind, context, |fields| fields.kind = kind),
            Message::Saved(what, answer) => {
                self.refused = answer.err().map(|error| (what, error));
                Action::None
            }
        }
    }

    fn change(
        &mut self,
        id: UnitId,
        what: What,
        context: Context<'_>,
        change: impl FnOnce(&mut UnitFields),
    ) -> Action<super::Message> {
        let Some(tree) = &mut self.tree else { return Action::None };
        let Some(before) = tree.get(id).map(|one| one.fields.clone()) else { return Action::None };
        let mut fields = before.clone();
        change(&mut fields);
        if fields == before {
            return Action::None;
        }
        // What will be refused stays in its field, and the tree shows what stands.
        if let Ok(checked) = fields.clone().checked() {
            tree.set(id, checked);
        }
        self.refused = None;
        Action::save(context.store.edit_unit(id, fields, what.name()), move |answer| {
            super::Message::Edit(Message::Saved(what, answer))
        })
    }
}
