//! Cơ quan ban hành: whose papers a session's are, where there are several to
//! choose from.

use iced::Element;

use super::Context;
use crate::app::screen::Action;
use crate::app::widget::select::select;
use crate::domain::dossier::Dossier;
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::organisation::Organisation;
use crate::store::StoreError;

/// The organisations, and the session's.
#[derive(Default)]
pub struct State {
    all: Vec<Organisation>,
    chosen: Option<OrganisationId>,
}

/// What happens on the field.
#[derive(Clone)]
pub enum Message {
    /// The organisations arrived.
    All(Result<Vec<Organisation>, StoreError>),
    /// It is known whose the session is.
    Of(Result<Option<OrganisationId>, StoreError>),
    /// Another one was chosen.
    Chosen(OrganisationId),
}

impl State {
    /// Asks whose the session is, and who else there is.
    pub fn ask(session: SessionId, context: Context<'_>) -> Action<Message> {
        Action::All(vec![
            Action::ask(context.store.organisations(), Message::All),
            Action::ask(context.store.session_organisation(session), Message::Of),
        ])
    }

    /// Takes in a message. What cannot be read leaves the field away.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match message {
            Message::All(answer) => self.all = answer.unwrap_or_default(),
            Message::Of(answer) => self.chosen = answer.unwrap_or_default(),
            Message::Chosen(id) => {
                return Action::write(context.store.choose_organisation(dossier.session.id, id), |()| None);
            }
        }
        Action::None
    }

    /// The field, while there is something to choose. The papers of a session that
    /// ended keep their heading.
    pub fn view<'a>(&'a self, dossier: &Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        let choice = self.all.len() > 1 || (self.chosen.is_none() && !self.all.is_empty());
        if !choice || !dossier.session.details.state.is_open() {
            return None;
        }
        let options = self.all.iter().map(|one| (one.id, one.details.short_name.clone()));
        let field = select(options, self.chosen.as_ref())
            .label(context.t("info-office"))
            .placeholder(context.t("info-office-none"))
            .id("session-office");
        let field = if context.can_write() { field.on_choose(Message::Chosen) } else { field };
        Some(field.into())
    }
}
