//! The form for somebody new. Enter adds them and opens the next empty form.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::edit::What;
use super::panel::{clusters, genders, head};
use super::{Message as TabMessage, NAME_FIELD};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::{button, form};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::mistake::Mistake;
use crate::domain::person::{Gender, PersonDetails};
use crate::message::Explain;
use crate::store::StoreError;

/// What is typed so far.
#[derive(Default)]
pub struct Form {
    details: PersonDetails,
    /// Where they go; `None` leaves it to the rule.
    pub(super) cluster: Option<ClusterId>,
    /// Which empty form this is: a draft of one must not pass to the next.
    serial: u32,
    refused: Option<StoreError>,
}

/// What happens in the form.
#[derive(Clone)]
pub enum Message {
    /// A text was committed.
    Typed(What, String),
    /// A birth was committed.
    Born(Option<FuzzyDate>),
    /// A gender was chosen.
    GenderChosen(Option<Gender>),
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
            Message::Typed(what, text) => what.put(text, &mut self.details, dossier),
            Message::Born(birth) => self.details.birth = birth,
            Message::GenderChosen(gender) => self.details.gender = gender,
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

    /// They were added: the next empty form, for the same cluster.
    pub fn saved(&mut self) {
        *self = Self { serial: self.serial + 1, cluster: self.cluster, ..Self::default() };
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        *self = Self { serial: self.serial + 1, ..Self::default() };
    }

    /// They were not added, and why.
    pub fn refuse(&mut self, error: StoreError) {
        self.refused = Some(error);
    }

    /// The form.
    pub fn view<'a>(
        &'a self,
        dossier: &'a Dossier,
        positions: &[String],
        units: &[String],
        context: Context<'a>,
    ) -> Element<'a, TabMessage> {
        let text = |what: What, label: &str| -> Field<'a, Message> {
            field(what.text(&self.details))
                .label(context.t(label))
                .of(("new", self.serial, what))
                .on_commit(move |text| Message::Typed(what, text))
                .on_enter(Message::Save)
        };
        let refusal = self.refused.as_ref().map(|error| context.say(&error.explain()));
        let birth = date_field(context.locale, self.details.birth, Message::Born)
            .label(context.t("window-column-birth"))
            .placeholder("1969")
            .of(("new", self.serial, What::Birth))
            .id("delegate-birth")
            .on_enter(Message::Save);
        let cluster = (dossier.clusters.len() > 1).then(|| {
            let label = context.t("window-column-cluster");
            let by_unit = context.t("window-delegates-by-rule");
            clusters(dossier, Some(self.cluster), label, by_unit, context, Some(Message::ClusterChosen))
        });
        let position = text(What::Position, "window-column-position").id("delegate-position");
        let unit = text(What::Unit, "window-column-unit").id("delegate-unit");
        let fields = form::form([
            text(What::Name, "window-column-name").id(NAME_FIELD).error(refusal).into(),
            form::beside([birth.into(), genders(self.details.gender, context, Some(Message::GenderChosen))])
                .into(),
            position.suggest(positions.to_vec()).into(),
            unit.suggest(units.to_vec()).into(),
        ])
        .push(cluster)
        .push(form::beside([
            text(What::Phone, "window-delegates-phone").id("delegate-phone").into(),
            text(What::Note, "window-delegates-note").into(),
        ]));
        let save = button::secondary_small(Some(Icon::Check), context.t("window-delegates-save-next"))
            .id("delegate-save")
            .on_press(Message::Save);
        let save = Element::from(save).map(TabMessage::Form);
        let close = button::quiet(None, context.t("window-close")).on_press(TabMessage::ClosePanel);
        column![
            head(context.t("window-delegates-new"), String::new()),
            Element::from(fields).map(TabMessage::Form),
            row![save, close].spacing(space::S).align_y(Alignment::Center),
            small(context.t("window-delegates-new-hint")),
        ]
        .spacing(space::M)
        .into()
    }
}
