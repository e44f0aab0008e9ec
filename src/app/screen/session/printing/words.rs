//! What is typed for a paper, as fields. A field and the saving of what was typed into it name
//! one draft, by its place in the words of the paper.

use serde_json::Value;

use crate::app::screen::Context;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::number_field::number_field;
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::paper::PaperKind;
use crate::paper::card::Place;

use super::Message;
use super::choices::{Choice, Choices};

/// No rate and no price of one thing comes near this many đồng.
const MOST_MONEY: u32 = 100_000_000;

/// The paper whose options are on show, for the cards that show them.
#[derive(Clone, Copy)]
pub struct Paper<'a> {
    /// Which paper, and how.
    pub choices: &'a Choices,
    /// The session it is of.
    pub dossier: &'a Dossier,
    /// What the window gives.
    pub context: Context<'a>,
}

impl<'a> Paper<'a> {
    /// A field for a text of the paper.
    pub fn text(self, entered: &str, place: Place) -> Field<'a, Message> {
        let set = chosen(place.clone());
        self.in_drafts(field(entered).on_commit(move |text: String| set(text.into())), &place)
    }

    /// A field for an amount of money from `least` on; `refused` is the id of the sentence
    /// for what is none.
    pub fn money(self, entered: Option<u32>, least: u32, refused: &str, place: Place) -> Field<'a, Message> {
        self.count(entered, least..=MOST_MONEY, refused, place)
    }

    /// A field for a number within a range; `refused` is the id of the sentence for what is none.
    pub fn count(
        self,
        entered: Option<u32>,
        range: std::ops::RangeInclusive<u32>,
        refused: &str,
        place: Place,
    ) -> Field<'a, Message> {
        let (refused, set) = (self.context.t(refused), chosen(place.clone()));
        let commit = move |number: Option<u32>| set(number.into());
        self.in_drafts(number_field(entered, range, refused, commit), &place)
    }

    /// A field for a day of the paper; see [`day_field`] for `beside`.
    pub fn day(
        self,
        entered: Option<FuzzyDate>,
        beside: Option<FuzzyDate>,
        place: Place,
    ) -> Field<'a, Message> {
        let set = chosen(place.clone());
        let commit = move |day: Option<FuzzyDate>| set(day.map(|day| day.to_string()).into());
        self.in_drafts(day_field(self.context.locale, entered, beside, commit), &place)
    }

    /// Where nothing is saved, nothing waits to be: what is typed there is for the eye only.
    fn in_drafts(self, field: Field<'a, Message>, place: &Place) -> Field<'a, Message> {
        match place.in_words() {
            Some(place) if self.context.can_write() => {
                field.in_drafts(self.context.drafts, key(self.dossier.session.id, self.choices.kind, place))
            }
            _ => field,
        }
    }
}

/// What is chosen by an answer at a place.
pub fn chosen(place: Place) -> impl Fn(Value) -> Message + Clone {
    move |value| Message::Chosen(Choice::Set(place.clone(), value))
}

/// The draft of what stands at a place in the words of a paper: "session 3 words budget
/// prices Water".
pub fn key(session: SessionId, kind: PaperKind, place: &[String]) -> String {
    format!("session {session} words {} {}", kind.id(), place.join(" "))
}

/// The paper that a draft of this key is of.
pub fn kind_in(key: &str) -> Option<PaperKind> {
    let mut words = key.split_whitespace().skip(2);
    match words.next()? {
        "words" => PaperKind::from_id(words.next()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;
    use crate::app::machine::Machine;
    use crate::app::screen::Action;
    use crate::app::widget::field::Drafts;
    use crate::locale::{Language, Locale};
    use crate::sample;
    use crate::sentence::Sentence;
    use crate::store::{Operation, Store};

    fn writes(action: &Action<Message>) -> bool {
        match action {
            Action::Write(_) => true,
            Action::All(all) => all.iter().any(writes),
            _ => false,
        }
    }

    #[test]
    fn what_is_on_show_already_is_written_again() {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
        let blueprints = sample::blueprints().expect("samples");
        store.plant(Operation::new(Sentence::new("test")), blueprints).wait().expect("planted");
        let session = store.sessions().wait().expect("sessions")[0].id;
        let dossier = store.dossier(session).wait().expect("a session");
        let (locale, machine) = (Locale::new(Language::Vietnamese), Machine::default());
        let (drafts, size) = (Drafts::default(), iced::Size::new(1366.0, 768.0));
        let backups = crate::backup::State::default();
        let (locale, store, machine, drafts, backups) = (&locale, &store, &machine, &drafts, &backups);
        let context = Context { locale, store, machine, drafts, backups, size };
        let mut state = State::default();
        // The file refused it, and could not be read since.
        for _ in 0..2 {
            let typed = chosen(Place::new(&["words", "remark"]))("Gửi nhà xe".into());
            assert!(writes(&state.update(typed, &dossier, context)));
        }
    }

    #[test]
    fn a_draft_tells_its_paper() {
        for kind in PaperKind::ALL {
            let place = ["rates", "Nguyễn Văn A"].map(str::to_owned);
            assert_eq!(kind_in(&key(SessionId(12), kind, &place)), Some(kind));
        }
        assert_eq!(key(SessionId(3), PaperKind::Minutes, &["chair".into()]), "session 3 words minutes chair");
        assert_eq!(kind_in("session 3 title"), None);
    }
}
