//! The dialog in which two people become one: where they differ, which is right.

use iced::Element;
use iced::widget::column;

use crate::app::screen::Context;
use crate::app::screen::person_form::shown;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::select::select;
use crate::app::widget::{button, dialog, form};
use crate::domain::id::PersonId;
use crate::domain::person::PersonDetails;
use crate::domain::person_field::PersonField;
use crate::domain::registry::merged;
use crate::sentence::Sentence;

/// The two, and what they become.
pub struct State {
    stays: (PersonId, PersonDetails),
    goes: (PersonId, PersonDetails),
    details: PersonDetails,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// In this field, the one or the other is right.
    Right(PersonField, Side),
    /// They are to become one.
    Merge,
    /// The dialog closes.
    Close,
}

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The one whose row stays.
    Stays,
    /// The other.
    Goes,
}

/// What is done after a message.
pub enum Answer {
    /// The dialog stays.
    Open,
    /// It closes.
    Close,
    /// The second becomes part of the first, who then is so.
    Merge(PersonId, PersonId, Box<PersonDetails>),
}

impl State {
    /// The dialog for these two; `None` for another number of people.
    pub fn new(both: Vec<(PersonId, PersonDetails)>) -> Option<Self> {
        let [stays, goes]: [(PersonId, PersonDetails); 2] = both.try_into().ok()?;
        let details = merged(&stays.1, &goes.1);
        Some(Self { stays, goes, details })
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message) -> Answer {
        match message {
            Message::Right(what, side) => {
                let right = match side {
                    Side::Stays => &self.stays.1,
                    Side::Goes => &self.goes.1,
                };
                what.copy(right, &mut self.details);
                Answer::Open
            }
            Message::Merge => Answer::Merge(self.stays.0, self.goes.0, Box::new(self.details.clone())),
            Message::Close => Answer::Close,
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let words = |what: PersonField, details: &PersonDetails| shown(what, details, context);
        let mut fields = form::form([]);
        for what in PersonField::shared() {
            let (one, other) = (words(what, &self.stays.1), words(what, &self.goes.1));
            if one == other || one.is_empty() || other.is_empty() {
                continue;
            }
            let chosen = match words(what, &self.details) == one {
                true => Side::Stays,
                false => Side::Goes,
            };
            let options = [(Side::Stays, one), (Side::Goes, other)];
            fields = fields.push(
                select(options, Some(&chosen))
                    .label(context.t(what.about().label))
                    .id(format!("merge-{}", what.code()))
                    .on_choose(move |side| Message::Right(what, side)),
            );
        }
        let summary = PersonField::shared()
            .filter(|what| *what != PersonField::Name)
            .map(|what| words(what, &self.details))
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let content = column![
            small(context.t("window-people-merge-words")),
            fields,
            column![
                styled(context.t("window-people-merge-result"), Role::FieldLabel),
                styled(self.details.full_name.clone(), Role::Strong),
                small(summary),
            ]
            .spacing(2.0),
        ]
        .spacing(space::L);
        let title = Sentence::new("window-people-merge-title").with("name", self.details.full_name.as_str());
        dialog::dialog(
            context.say(&title),
            content,
            [
                button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
                button::primary(None, context.t("window-people-merge"))
                    .id("merge-apply")
                    .on_press(Message::Merge)
                    .into(),
            ],
            Message::Close,
        )
    }
}
