//! What is decided about rows: one by one beside whom they collide with, and for all.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::file::File;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::import::Prepared;
use crate::app::screen::Context;
use crate::app::theme::text::{Role, small, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::chip;
use crate::domain::list::{Choice, Collision, PlannedRow, RowOutcome};
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

impl State {
    /// The foot of the page: the selected row in full, and what holds for all rows.
    pub(super) fn decide<'a>(
        &'a self,
        file: &'a File,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let at = self.selection.cursor().and_then(|row| self.found.get(row));
        let selected = at.and_then(|at| prepared.plan.rows.get(*at));
        let detail = selected.map(|planned| self.detail(planned, context));
        column![].push(detail).push(self.for_all(file, prepared, context)).spacing(space::S).into()
    }

    /// A row that needs a look: why, whom it may mean, and what can be done.
    fn detail<'a>(&'a self, planned: &'a PlannedRow, context: Context<'a>) -> Element<'a, Message> {
        let looks = planned.doubts.iter().chain(&planned.remarks);
        let mut reasons: Vec<String> = looks.map(|reason| context.say(reason)).collect();
        let (icon, color) = match &planned.outcome {
            RowOutcome::Error(reason) => {
                reasons.insert(0, context.say(reason));
                (Icon::CircleAlert, palette::ACCENT)
            }
            RowOutcome::Duplicate(_, reason) => {
                reasons.insert(0, context.say(reason));
                (Icon::TriangleAlert, palette::AMBER)
            }
            _ if !reasons.is_empty() => (Icon::TriangleAlert, palette::AMBER),
            _ => (Icon::Info, palette::MUTED),
        };
        if reasons.is_empty() {
            reasons.push(said(planned));
        }
        let words = row![icon.sized(16.0).color(color), small(reasons.join(" ")).width(Length::Fill)]
            .spacing(space::S)
            .align_y(Alignment::Center);
        let beside = planned.collision.as_deref().map(|collision| beside(planned, collision, context));
        let choices = (planned.choices().len() > 1 && !self.is_writing()).then(|| {
            let choices =
                planned.choices().iter().map(|choice| (*choice, context.t(choice_name(*choice, planned))));
            chip::choices(choices, &planned.choice, Message::Chosen)
        });
        let content = column![words].push(beside).push(choices).spacing(space::S);
        container(content).padding([space::S, space::M]).width(Length::Fill).style(style::card).into()
    }
}

/// What the row says and what is known of whom it collides with, field by field where
/// they differ.
fn beside<'a>(planned: &PlannedRow, collision: &Collision, context: Context<'a>) -> Element<'a, Message> {
    let differences = collision.differences(&planned.person);
    let none = || context.t("window-import-nothing");
    let lines = differences.into_iter().map(|difference| {
        let words = Sentence::new("window-import-difference")
            .with("field", context.t(difference.field.about().column))
            .with("known", difference.known.unwrap_or_else(none))
            .with("row", difference.row.unwrap_or_else(none));
        small(context.say(&words)).into()
    });
    let known = format!("{} · {}", collision.known.full_name, about(&collision.known));
    column![styled(known, Role::Small)].extend(lines).spacing(2.0).into()
}

/// The row in one line.
fn said(planned: &PlannedRow) -> String {
    format!("{} · {}", planned.person.full_name, about(&planned.person))
}

fn about(person: &crate::domain::person::PersonDetails) -> String {
    let birth = person.birth.map(short);
    let facts = [birth, person.position.clone(), person.unit.clone(), person.phone.clone()];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn choice_name(choice: Choice, planned: &PlannedRow) -> &'static str {
    match choice {
        Choice::Update if planned.collision.as_ref().is_some_and(|collision| collision.withdrawn) => {
            "window-import-choose-back"
        }
        Choice::Skip => "window-import-choose-skip",
        Choice::Update => "window-import-choose-update",
        Choice::Add => "window-import-choose-add",
    }
}
