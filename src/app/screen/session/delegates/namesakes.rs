//! People of the registry who bear the name that is typed for somebody new: one of them, or another?

use iced::Element;

use super::adding::Message;
use crate::app::screen::Context;
use crate::app::widget::select::select;
use crate::domain::dossier::Dossier;
use crate::domain::id::PersonId;
use crate::domain::person::PersonDetails;
use crate::sentence::Sentence;
use crate::vietnamese::date::short;
use crate::vietnamese::fold::fold;

/// Who the somebody new is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Who {
    /// Nobody said so yet.
    #[default]
    Unsaid,
    /// Somebody of the registry.
    Known(PersonId),
    /// Another, who is called the same.
    Another,
}

/// Those who bear a name.
#[derive(Default)]
pub struct Namesakes {
    /// The name they were found by, folded.
    name: String,
    people: Vec<(PersonId, PersonDetails)>,
    who: Who,
}

impl Namesakes {
    /// Those found by this name.
    pub fn found(name: &str, people: Vec<(PersonId, PersonDetails)>) -> Self {
        Self { name: fold(name), people, who: Who::Unsaid }
    }

    /// Whether they were found by this name.
    pub fn are_of(&self, name: &str) -> bool {
        self.name == fold(name)
    }

    /// Says who it is; answers what the registry has of them.
    pub fn choose(&mut self, who: Who) -> Option<&PersonDetails> {
        self.who = who;
        let Who::Known(id) = who else { return None };
        self.people.iter().find(|(person, _)| *person == id).map(|(_, details)| details)
    }

    /// Whether somebody has to say who it is.
    pub fn is_open(&self) -> bool {
        self.who == Who::Unsaid && !self.people.is_empty()
    }

    /// Who of the registry it is.
    pub fn person(&self) -> Option<PersonId> {
        match self.who {
            Who::Known(person) => Some(person),
            Who::Unsaid | Who::Another => None,
        }
    }

    /// The choice among them; nothing while nobody bears the name.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        if self.people.is_empty() {
            return None;
        }
        let listed = |id: PersonId| dossier.delegates.iter().any(|one| one.person == id && one.is_named());
        let known = self.people.iter().map(|(id, details)| {
            let birth = details.birth.map(short);
            let says = [details.position.as_deref(), details.unit.as_deref(), birth.as_deref()];
            let says: Vec<&str> = says.into_iter().flatten().collect();
            let words = match says.is_empty() {
                true => context.t("window-delegates-namesake-bare"),
                false => says.join(" · "),
            };
            let words = match listed(*id) {
                true => context.say(&Sentence::new("window-delegates-namesake-listed").with("who", words)),
                false => words,
            };
            (Who::Known(*id), words)
        });
        let another = (Who::Another, context.t("window-delegates-namesake-another"));
        let label = Sentence::new("window-delegates-namesakes").with("count", self.people.len());
        let choice = select(known.chain([another]), Some(&self.who))
            .label(context.say(&label))
            .placeholder(context.t("window-delegates-namesake-which"))
            .id("delegate-namesake")
            .on_choose(Message::Who);
        Some(choice.into())
    }
}
