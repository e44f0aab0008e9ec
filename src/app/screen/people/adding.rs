//! The form for somebody new. Enter adds them and opens the next empty form.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::Message as ScreenMessage;
use super::facets::Facets;
use super::panel::head;
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::person_form::{Change, Fields, Of};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::field::refused_first;
use crate::app::widget::{button, form};
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::store::StoreError;

/// What is typed so far.
#[derive(Default)]
pub struct Form {
    details: PersonDetails,
    /// Which empty form this is: a draft of one must not pass to the next.
    serial: u32,
    refused: Option<StoreError>,
}

/// What happens in the form.
#[derive(Clone)]
pub enum Message {
    /// A field was committed.
    Changed(Change),
    /// They are to be added.
    Save,
}

impl Form {
    /// Takes in a message. The answer is whom to add.
    pub fn update<'a>(
        &mut self,
        message: Message,
        units: impl Iterator<Item = (&'a str, Option<&'a str>)>,
    ) -> Option<PersonDetails> {
        match message {
            Message::Changed(change) => change.command(units)(&mut self.details),
            Message::Save if self.details.full_name.is_empty() => {
                self.refuse(StoreError::Refused(Mistake::NoName));
                return None;
            }
            Message::Save => return Some(self.details.clone()),
        }
        self.refused = None;
        None
    }

    /// They were added: the next empty form.
    pub fn saved(&mut self) {
        self.clear();
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        *self = Self { serial: self.serial + 1, ..Self::default() };
    }

    /// Whether something was typed.
    pub fn is_begun(&self) -> bool {
        self.details != PersonDetails::default()
    }

    /// They were not added, and why.
    pub fn refuse(&mut self, error: StoreError) {
        self.refused = Some(error);
    }

    /// The form.
    pub fn view<'a>(&'a self, facets: &'a Facets, context: Context<'a>) -> Element<'a, ScreenMessage> {
        let fields = Fields {
            details: &self.details,
            prefix: "person",
            positions: &facets.usual_positions,
            units: &facets.usual_units,
            of: Of::Form(self.serial, self.refused.as_ref().map(|error| context.locale.explain(error))),
            writes: true,
        };
        let (first, lines) = fields.view(context, Message::Changed, Some(Message::Save));
        let save = button::secondary_small(Some(Icon::Check), context.t("window-delegates-save-next"))
            .id("person-save")
            .once()
            .on_press(Message::Save);
        let close = button::quiet(None, context.t("window-close")).on_press(ScreenMessage::ClosePanel);
        let form = column![
            head(context.t("window-people-new"), String::new()),
            Element::from(form::form(first).extend(lines)).map(ScreenMessage::Form),
            row![Element::from(save).map(ScreenMessage::Form), close]
                .spacing(space::S)
                .align_y(Alignment::Center),
            small(context.t("window-delegates-new-hint")),
        ]
        .spacing(space::M);
        refused_first(form)
    }
}
