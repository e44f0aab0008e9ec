//! The people of the unit in the panel.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length, Task};

use super::{Message, State, dialog};
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::screen::{Context, columns};
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::button;
use crate::app::widget::command::command;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::domain::id::{PersonId, UnitId};
use crate::domain::person::PersonDetails;
use crate::domain::unit_tree::ListedUnit;
use crate::store::Pending;

/// So many people are shown; the registry has them all.
const MOST: usize = 50;

/// The first people of a unit.
pub(super) fn ask(unit: UnitId, context: Context<'_>) -> Pending<Vec<(PersonId, PersonDetails)>> {
    context.store.people_of_unit(unit, MOST)
}

impl State {
    /// Asks for the first people of the unit in the panel.
    pub(super) fn load_people(&self, context: Context<'_>) -> Task<Message> {
        let Some(unit) = self.rows.open else { return Task::none() };
        job::ask(ask(unit, context)).map(move |answer| Message::People(unit, answer))
    }

    /// Takes in people, if they are still those of the panel.
    pub(super) fn take_in_people(&mut self, unit: UnitId, people: Vec<(PersonId, PersonDetails)>) {
        if self.rows.open == Some(unit) && self.people != people {
            self.people = people;
            self.people_selection.clear();
        }
    }

    /// The people whose rows are selected.
    pub(super) fn chosen_people(&self) -> Vec<PersonId> {
        self.people_selection.rows().filter_map(|row| self.people.get(row)).map(|(id, _)| *id).collect()
    }

    /// Their list.
    pub(super) fn people<'a>(&'a self, unit: &'a ListedUnit, context: Context<'a>) -> Element<'a, Message> {
        let title = context.count("window-units-people-title", unit.people);
        let title = styled(title, Role::FieldLabel).width(Length::Fill);
        if self.people.is_empty() {
            return column![title, small(context.t("window-units-nobody"))].spacing(space::XS).into();
        }
        let columns = vec![Column::new(context.t("window-units-column-person"), Width::Fill(1))];
        let list = table(columns, self.people.len(), move |row, _| {
            let Some((_, person)) = self.people.get(row) else { return Cell::text("") };
            let about = [person.position.as_deref(), person.unit.as_deref()];
            let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            Cell::lines(person.full_name.clone(), about)
        })
        .id("unit-people")
        .tall()
        .fit()
        .selection(&self.people_selection, Message::PeopleSelected)
        .commands(move |_| {
            let label = context.count("window-units-move-chosen", self.people_selection.len());
            let message = Message::Dialog(dialog::Message::MovePeople);
            let moves = command(Icon::ArrowRight, label).on_press_maybe(context.if_writable(message));
            vec![moves, columns::copy_line(context)]
        });
        let more = unit.people.checked_sub(self.people.len()).filter(|more| *more > 0);
        let more = more.map(|more| small(context.count("window-units-more-people", more)));
        let chosen = self.people_selection.len();
        let label = match chosen {
            0 => context.t("window-units-move-people"),
            count => context.count("window-units-move-chosen", count),
        };
        // Without a choice everyone whose main unit it is goes.
        let can = chosen > 0 || unit.own_people > 0;
        let message = Message::Dialog(dialog::Message::MovePeople);
        let button = context.can_write().then(|| {
            button::secondary_small(Some(Icon::ArrowRight), label)
                .id("unit-move-people")
                .on_press_maybe(can.then_some(message))
        });
        let why_not = (!can).then(|| small(context.t("window-units-nobody-own")));
        column![row![title].align_y(Alignment::Center)]
            .push(button)
            .push(why_not)
            .push(list)
            .push(more)
            .spacing(space::S)
            .into()
    }
}
