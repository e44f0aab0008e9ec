//! The columns of the list of results.

use super::Row;
use super::view::{look, outcome_words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::columns::{Offer, offer};
use crate::app::widget::table::{Cell, Column, Width};
use crate::domain::completion::EssayNeed;
use crate::domain::dossier::Dossier;
use crate::sentence::Explain;
use crate::vietnamese::{collate, name};

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// STT.
    Number,
    /// Họ và tên.
    Name,
    /// Đơn vị.
    Unit,
    /// Whether they completed.
    Outcome,
    /// At how many sittings their place was filled.
    Sittings,
    /// The essay.
    Essay,
    /// Why they completed, or did not.
    Why,
}

impl Part {
    const ALL: [Self; 7] =
        [Self::Number, Self::Name, Self::Unit, Self::Outcome, Self::Sittings, Self::Essay, Self::Why];

    /// The columns, those in which nothing stands too.
    pub(super) fn offers(dossier: &Dossier, context: Context<'_>) -> [Offer<Self>; 7] {
        let completion = &dossier.completion;
        let rule = completion.rule.as_ref();
        let has_essays =
            !completion.essays.is_empty() || rule.is_some_and(|rule| rule.essay != EssayNeed::None);
        let decides = rule.is_some() || !completion.decisions.is_empty();
        Self::ALL.map(|part| {
            let (name, column) = part.column(context);
            let column = offer(part, name, column);
            match part {
                Self::Number | Self::Name | Self::Outcome => column.always(),
                Self::Unit if decides => column.on_wish(),
                Self::Unit => column,
                Self::Sittings => column.empty(rule.is_none()),
                Self::Essay => column.empty(!has_essays),
                Self::Why => column.empty(!decides),
            }
        })
    }

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Number => ("window-column-number", Width::Fit, 0),
            Self::Name => ("window-column-name", Width::Name(4), 0),
            Self::Unit => ("window-column-unit", Width::Fill(4), 4),
            // It changes with what is entered, which must not move the others.
            Self::Outcome => ("results-outcome", Width::Fixed(132.0), 0),
            Self::Sittings => ("results-sittings", Width::Fit, 3),
            Self::Essay => ("results-essay-short", Width::Fixed(104.0), 2),
            Self::Why => ("results-why", Width::Fill(6), 1),
        };
        let column = Column::new(context.t(name), width).yields(rank).sortable();
        (name, if self == Self::Number { column.right() } else { column })
    }

    pub(super) fn cell(self, one: &Row, context: Context<'_>) -> Cell {
        match self {
            Self::Number => {
                let number = one.number.map(|number| number.to_string()).unwrap_or_default();
                Cell::muted(if one.is_substitute { format!("↳ {number}") } else { number })
            }
            Self::Name => Cell::strong(one.name.clone()),
            Self::Outcome => {
                let (tone, icon) = look(one.outcome);
                let icon = if one.commended { Icon::Award } else { icon };
                Cell::chip(tone, Some(icon), context.t(outcome_words(one.outcome)))
            }
            Self::Unit => Cell::text(one.unit.clone()),
            Self::Sittings if one.of == 0 => Cell::text(""),
            Self::Sittings => Cell::text(format!("{}/{}", one.sat, one.of)),
            Self::Essay => Cell::text(one.essay.clone()),
            Self::Why => {
                let first = one.reasons.first().map(|reason| context.say(&reason.explain()));
                Cell::text(first.unwrap_or_default())
            }
        }
    }

    /// What stands in it, as text that compares like it.
    pub(super) fn rank(self, one: &Row) -> String {
        match self {
            Self::Number => one.number.map(|number| collate::key(&number.to_string())).unwrap_or_default(),
            Self::Name => name::order_key(&one.name),
            Self::Unit => collate::key(&one.unit),
            Self::Outcome => (one.outcome as usize).to_string(),
            Self::Sittings if one.of == 0 => String::new(),
            Self::Sittings => collate::key(&one.sat.to_string()),
            Self::Essay => collate::key(&one.essay),
            // Alike together, and first those of whom something is to be said.
            Self::Why => one.reasons.first().map(|reason| reason.explain().id).unwrap_or_default(),
        }
    }
}
