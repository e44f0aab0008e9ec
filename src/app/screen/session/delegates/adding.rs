//! The form for somebody new. Enter adds them and opens the next empty form.

use iced::widget::{column, row};
use iced::{Alignment, Element};

use super::Message as TabMessage;
use super::edit::known_units;
use super::imported;
use super::namesakes::{Namesakes, Who};
use super::panel::{clusters, head};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::screen::person_form::{Change, Fields, Of};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::field::refused_first;
use crate::app::widget::{button, form};
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, PersonId};
use crate::domain::list::KeptLine;
use crate::domain::mistake::Mistake;
use crate::domain::person::PersonDetails;
use crate::sentence::{Explain, Sentence};
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
    /// Whom the registry knows by the name.
    namesakes: Namesakes,
    refused: Option<Sentence>,
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
    /// Whom the registry knows by this name; they are to be added if it is known who it is.
    Namesakes(String, bool, Result<Vec<(PersonId, PersonDetails)>, StoreError>),
    /// Who of them it is.
    Who(Who),
    /// They are to be added.
    Save,
}

/// What is to be done for the form.
pub enum Answer {
    /// Nothing.
    Stay,
    /// The registry is asked who bears this name; whoever is typed is added then, if so said.
    Ask(String, bool),
    /// Somebody is added: what was typed, who of the registry it is, and where they go.
    Add(PersonDetails, Option<PersonId>, Option<ClusterId>),
}

impl Form {
    /// Takes in a message. Nobody is added before the registry was asked who bears the name.
    pub fn update(&mut self, message: Message, dossier: &Dossier) -> Answer {
        self.refused = None;
        match message {
            Message::Changed(change) => {
                change.command(known_units(dossier))(&mut self.details);
                let name = &self.details.full_name;
                if !self.namesakes.are_of(name) {
                    self.namesakes = Namesakes::default();
                    return Answer::Ask(name.clone(), false);
                }
            }
            Message::ClusterChosen(cluster) => self.cluster = cluster,
            Message::Namesakes(name, saves, Ok(people)) if self.details.full_name == name => {
                self.namesakes = Namesakes::found(&name, people);
                return if saves { self.save() } else { Answer::Stay };
            }
            Message::Namesakes(_, _, Ok(_)) => {}
            Message::Namesakes(_, _, Err(error)) => self.refused = Some(error.explain()),
            Message::Who(who) => {
                if let Some(details) = self.namesakes.choose(who) {
                    self.details = std::mem::take(&mut self.details).or(details);
                }
            }
            Message::Save => return self.save(),
        }
        Answer::Stay
    }

    fn save(&mut self) -> Answer {
        let name = &self.details.full_name;
        if name.is_empty() {
            self.refused = Some(Mistake::NoName.explain());
            return Answer::Stay;
        }
        if !self.namesakes.are_of(name) {
            return Answer::Ask(name.clone(), true);
        }
        if self.namesakes.is_open() {
            // Whoever types on means another: namesakes are many, and Enter should do.
            self.namesakes.choose(Who::Another);
            self.refused = Some(Sentence::new("window-delegates-namesake-again"));
            return Answer::Stay;
        }
        Answer::Add(self.details.clone(), self.namesakes.person(), self.cluster)
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
    pub fn refuse(&mut self, error: &StoreError) {
        self.refused = Some(error.explain());
    }

    /// The form.
    pub fn view<'a>(
        &'a self,
        dossier: &'a Dossier,
        positions: &'a [String],
        units: &'a [String],
        context: Context<'a>,
    ) -> Element<'a, TabMessage> {
        let refused = self.refused.as_ref().map(|reason| context.say(reason));
        let of = Of::Form(self.serial, refused);
        let fields =
            Fields { details: &self.details, prefix: "delegate", positions, units, of, writes: true };
        let (first, lines) = fields.view(context, Message::Changed, Some(Message::Save));
        let cluster = (dossier.clusters.len() > 1).then(|| {
            let label = context.t("window-column-cluster");
            let by_unit = context.t("window-delegates-by-rule");
            clusters(dossier, Some(self.cluster), label, by_unit, context, Some(Message::ClusterChosen))
        });
        let [name, rest @ ..] = first;
        let fields = form::form([name])
            .push(self.namesakes.view(dossier, context))
            .extend(rest)
            .push(cluster)
            .extend(lines);
        let save = button::secondary_small(Some(Icon::Check), context.t("window-delegates-save-next"))
            .id("delegate-save")
            .once()
            .on_press(Message::Save);
        let save = Element::from(save).map(TabMessage::Adding);
        let close = button::quiet(None, context.t("window-close")).on_press(TabMessage::ClosePanel);
        let from = self.from.as_ref().map(|from| small(imported::told(&from.line, context)));
        let hint = match self.from {
            Some(_) => "window-delegates-left-hint",
            None => "window-delegates-new-hint",
        };
        let form = column![
            column![head(context.t("window-delegates-new"), String::new())].push(from).spacing(space::S),
            Element::from(fields).map(TabMessage::Adding),
            row![save, close].spacing(space::S).align_y(Alignment::Center),
            small(context.t(hint)),
        ]
        .spacing(space::M);
        refused_first(form)
    }
}
