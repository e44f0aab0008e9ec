//! The form for somebody new. Enter adds them and opens the next empty form.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::Message as TabMessage;
use super::edit::known_units;
use super::imported;
use super::panel::{clusters, head};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::person_form::{Change, Fields, Of};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::{button, form};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::list::KeptLine;
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::store::StoreError;

/// What is typed so far.
#[derive(Default)]
pub struct Form {
    details: PersonDetails,
    /// Where they go; `None` leaves it to the rule.
    pub(super) cluster: Option<ClusterId>,
    /// The line that did not come in with its list, from which they are taken.
    pub(super) from: Option<FromLine>,
    /// Which empty form this is: a draft of one must not pass to the next.
    serial: u32,
    refused: Option<StoreError>,
}

/// A line of a list that was read in.
pub struct FromLine {
    /// The list.
    pub import: i64,
    /// The line.
    pub line: KeptLine,
}

/// What happens in the form.
#[derive(Clone)]
pub enum Message {
    /// A field was committed.
    Changed(Change),
    /// A cluster was chosen.
    ClusterChosen(Option<ClusterId>),
    /// They are to be added.
    Save,
}

impl Form {
    /// Takes in a message. The answer is whom to add, and to which cluster.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &Dossier,
    ) -> Option<(PersonDetails, Option<ClusterId>)> {
        match message {
            Message::Changed(change) => change.command(known_units(dossier))(&mut self.details),
            Message::ClusterChosen(cluster) => self.cluster = cluster,
            Message::Save if self.details.full_name.is_empty() => {
                self.refuse(StoreError::Refused(Mistake::NoName));
                return None;
            }
            Message::Save => return Some((self.details.clone(), self.cluster)),
        }
        self.refused = None;
        None
    }

    /// Somebody who stands in a line of a list, as it was read.
    pub fn fill(&mut self, details: PersonDetails, from: FromLine) {
        *self = Self { serial: self.serial + 1, details, from: Some(from), ..Self::default() };
    }

    /// They were added: the next empty form, for the same cluster. Answers from which line they were.
    pub fn saved(&mut self) -> Option<FromLine> {
        let from = self.from.take();
        *self = Self { serial: self.serial + 1, cluster: self.cluster, ..Self::default() };
        from
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
    pub fn view<'a>(
        &'a self,
        dossier: &'a Dossier,
        positions: &'a [String],
        units: &'a [String],
        context: Context<'a>,
    ) -> Element<'a, TabMessage> {
        let refused = self.refused.as_ref().map(|error| context.locale.explain(error));
        let of = Of::Form(self.serial, refused);
        let fields =
            Fields { details: &self.details, prefix: "delegate", positions, units, of, writes: true };
        let (first, lines) = fields.view(context, Message::Changed, Some(Message::Save));
        let cluster = (dossier.clusters.len() > 1).then(|| {
            let label = context.t("window-column-cluster");
            let by_unit = context.t("window-delegates-by-rule");
            clusters(dossier, Some(self.cluster), label, by_unit, context, Some(Message::ClusterChosen))
        });
        let fields = form::form(first).push(cluster).extend(lines);
        let save = button::secondary_small(Some(Icon::Check), context.t("window-delegates-save-next"))
            .id("delegate-save")
            .on_press(Message::Save);
        let save = Element::from(save).map(TabMessage::Adding);
        let close = button::quiet(None, context.t("window-close")).on_press(TabMessage::ClosePanel);
        let from = self.from.as_ref().map(|from| small(imported::told(&from.line, context)));
        let hint = match self.from {
            Some(_) => "window-delegates-left-hint",
            None => "window-delegates-new-hint",
        };
        column![
            column![head(context.t("window-delegates-new"), String::new())].push(from).spacing(space::S),
            Element::from(fields).map(TabMessage::Adding),
            row![save, close].spacing(space::S).align_y(Alignment::Center),
            small(context.t(hint)),
        ]
        .spacing(space::M)
        .into()
    }
}
