//! The row that is looked at, beside the table: why it needs a look, whom it may mean, what becomes of it,
//! and its fields to be corrected.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::found::Place;
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::person_form::{Fields, Of, shown};
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::theme::{palette, space};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::{button, card, chip, form};
use crate::domain::list::{Choice, Collision, PlannedRow, RowOutcome};
use crate::domain::person_field::PersonField;
use crate::intake::ReadRow;
use crate::sentence::Sentence;

impl State {
    /// The panel; `None` while no row is selected.
    pub(super) fn panel<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let place = self.cursor()?;
        let content = match self.selection.len() {
            0 => return None,
            1 => self.one(place, context)?,
            count => self.several(count, place, context)?,
        };
        Some(card::side(content).width(Length::Fill).into())
    }

    /// One row.
    fn one<'a>(&'a self, place: Place, context: Context<'a>) -> Option<Element<'a, Message>> {
        let (read, planned) = self.row(place)?;
        let source = self.files.get(place.file)?.source.name();
        let stands = match &planned.sheet {
            Some(sheet) => format!("{source} · {sheet}"),
            None => source,
        };
        let below = Sentence::new("window-import-row-of").with("row", planned.row).with("file", stands);
        let words = column![
            styled(read.person.full_name.clone(), Role::Subtitle),
            container(one_line(context.say(&below), Role::Small)).clip(true),
        ];
        let beside =
            planned.collision.as_deref().map(|collision| self.beside(place, planned, collision, context));
        let content = column![card::closing(words, Message::ClosePanel)]
            .push(reasons(planned, context))
            .push(self.choices(planned, context))
            .push(beside)
            .push(self.same(context))
            .push(self.fields(place, read, context))
            .spacing(space::M);
        Some(content.into())
    }

    /// Several rows: what becomes of all of them.
    fn several<'a>(
        &'a self,
        count: usize,
        place: Place,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let (_, planned) = self.row(place)?;
        let words = column![styled(context.count("window-import-rows-selected", count), Role::Subtitle)];
        let content = column![card::closing(words, Message::ClosePanel)].push(self.choices(planned, context));
        Some(content.spacing(space::M).into())
    }

    /// What can become of the row, where that can be chosen.
    fn choices<'a>(&self, planned: &PlannedRow, context: Context<'a>) -> Option<Element<'a, Message>> {
        (planned.choices().len() > 1 && !self.is_writing()).then(|| {
            let choices =
                planned.choices().iter().map(|choice| (*choice, context.t(choice_name(*choice, planned))));
            chip::choices(choices, &planned.choice, Message::Chosen)
        })
    }

    /// Whom it changes or may mean: what stands there, what the list says, and for an update what is taken
    /// of it, field by field.
    fn beside<'a>(
        &self,
        place: Place,
        planned: &PlannedRow,
        collision: &Collision,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let updates = planned.choice == Choice::Update || matches!(planned.outcome, RowOutcome::New(Some(_)));
        let lines = PersonField::shared().filter_map(|field| {
            let says = |of| Some(shown(field, of, context)).filter(|text| !text.is_empty());
            let listed = if updates { &collision.updated } else { &planned.person };
            let (known, row) = (says(&collision.known), says(listed));
            // A field of which the list says nothing stays.
            if row.is_none() || known == row {
                return None;
            }
            let none = || context.t("window-import-nothing");
            let words = Sentence::new("window-import-difference")
                .with("field", context.t(field.about().column))
                .with("known", known.unwrap_or_else(none))
                .with("row", row.unwrap_or_else(none));
            let words = context.say(&words);
            Some(match updates && !self.is_writing() {
                true => {
                    let taken = !collision.kept.contains(&field);
                    checkbox(taken, words, move |taken| Message::Kept(place, field, !taken))
                        .id(format!("import-take-{}", field.code()))
                        .into()
                }
                false => small(words).into(),
            })
        });
        let head = if updates { "window-import-changes" } else { "window-import-may-be" };
        let head = Sentence::new(head).with("name", collision.known.full_name.as_str());
        let mut known = Vec::new();
        for field in [PersonField::Birth, PersonField::Position, PersonField::Unit, PersonField::Phone] {
            known.push(shown(field, &collision.known, context));
        }
        known.retain(|text| !text.is_empty());
        column![styled(context.say(&head), Role::FieldLabel), small(known.join(" · "))]
            .extend(lines)
            .spacing(space::XS)
            .into()
    }

    /// The other rows that say what was just corrected.
    fn same<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let same = self.same.as_ref()?;
        let words = Sentence::new("window-import-same-value")
            .with("count", same.count)
            .with("field", context.t(same.field.about().column))
            .with("value", same.shown.as_str());
        let all = context.count("window-import-correct-all", same.count);
        let buttons = row![
            button::secondary_small(None, all).id("import-correct-all").on_press(Message::CorrectedAll),
            button::quiet(None, context.t("window-import-correct-one")).on_press(Message::CorrectedOne),
        ]
        .spacing(space::S);
        Some(column![small(context.say(&words)), buttons.wrap()].spacing(space::XS).into())
    }

    /// What was read, to be corrected.
    fn fields<'a>(&'a self, place: Place, read: &'a ReadRow, context: Context<'a>) -> Element<'a, Message> {
        // One form for each row of each file: what is typed in one must not pass to the next.
        let number = place.file * 1_000_000 + place.row;
        let fields = Fields {
            details: &read.person,
            prefix: "import-row",
            positions: &[],
            units: &[],
            of: Of::Form(u32::try_from(number).unwrap_or(u32::MAX), None),
            writes: !self.is_writing(),
        };
        let (first, lines) = fields.view(context, move |change| Message::Corrected(place, change), None);
        form::form(first).extend(lines).into()
    }
}

/// Why the row needs a look.
fn reasons<'a>(planned: &PlannedRow, context: Context<'a>) -> Option<Element<'a, Message>> {
    let outcome = match &planned.outcome {
        RowOutcome::Error(reason) | RowOutcome::Duplicate(_, reason) => Some(reason),
        _ => None,
    };
    let (icon, color) = match planned.outcome {
        RowOutcome::Error(_) => (Icon::CircleAlert, palette::DANGER),
        _ => (Icon::TriangleAlert, palette::AMBER),
    };
    let reasons: Vec<&Sentence> =
        outcome.into_iter().chain(&planned.doubts).chain(&planned.remarks).collect();
    (!reasons.is_empty()).then(|| {
        let lines = reasons.into_iter().map(|reason| {
            row![icon.sized(16.0).color(color), small(context.say(reason)).width(Length::Fill)]
                .spacing(space::S)
                .align_y(Alignment::Start)
                .into()
        });
        column(lines).spacing(space::XS).into()
    })
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
