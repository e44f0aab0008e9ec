//! What is typed for a paper, as fields. A field and the saving of what was typed into it ask
//! the same choice for its place in the words of the paper, so that they name one draft.

use crate::app::screen::Context;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::number_field::number_field;
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::paper::PaperKind;

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
    /// A field for a text of the paper; `choice` is what is chosen by typing it.
    pub fn text(self, entered: &str, choice: impl Fn(String) -> Choice + 'a) -> Field<'a, Message> {
        let draft = choice(String::new());
        self.in_drafts(field(entered).on_commit(move |text| Message::Chosen(choice(text))), &draft)
    }

    /// A field for an amount of money from `least` on; `refused` is the id of the sentence
    /// for what is none.
    pub fn money(
        self,
        entered: Option<u32>,
        least: u32,
        refused: &str,
        choice: impl Fn(Option<u32>) -> Choice + 'a,
    ) -> Field<'a, Message> {
        let draft = choice(None);
        let refused = self.context.t(refused);
        let commit = move |amount| Message::Chosen(choice(amount));
        self.in_drafts(number_field(entered, least..=MOST_MONEY, refused, commit), &draft)
    }

    /// A field for a day of the paper; see [`day_field`] for `beside`.
    pub fn day(
        self,
        entered: Option<FuzzyDate>,
        beside: Option<FuzzyDate>,
        choice: impl Fn(Option<FuzzyDate>) -> Choice + 'a,
    ) -> Field<'a, Message> {
        let draft = choice(None);
        let commit = move |day| Message::Chosen(choice(day));
        self.in_drafts(day_field(self.context.locale, entered, beside, commit), &draft)
    }

    /// Where nothing is saved, nothing waits to be: what is typed there is for the eye only.
    fn in_drafts(self, field: Field<'a, Message>, choice: &Choice) -> Field<'a, Message> {
        match choice.place() {
            Some(place) if self.context.can_write() => {
                field.in_drafts(self.context.drafts, key(self.dossier.session.id, self.choices.kind, &place))
            }
            _ => field,
        }
    }
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

impl Choice {
    /// Where what is typed stands in the words of its paper; none for how a paper looks, and
    /// which it is.
    pub fn place(&self) -> Option<Vec<String>> {
        let (name, entry) = match self {
            Self::Remark(_) => ("remark", None),
            Self::Sitting(..) => ("left_out", None),
            Self::Issued(_) => ("issued", None),
            Self::Number(_) => ("number", None),
            Self::Note(_) => ("note", None),
            Self::Recipients(_) => ("recipients", None),
            Self::Documents(_) => ("documents", None),
            Self::Rate(_) => ("rate", None),
            Self::Grounds(_) => ("grounds", None),
            Self::Chair(_) => ("chair", None),
            Self::Secretary(_) => ("secretary", None),
            Self::Source(_) => ("source", None),
            // As it is written in the table: a word.
            Self::Price(expense, _) => ("prices", serde_json::to_value(expense).ok()),
            Self::PresenterRate(name, _) => ("rates", Some(name.as_str().into())),
            Self::Kind(_)
            | Self::Scope(_)
            | Self::Column(..)
            | Self::Order(_)
            | Self::Group(_)
            | Self::BlankRows(_)
            | Self::Birth(_)
            | Self::Orientation(_)
            | Self::Shared(_)
            | Self::Ending(_)
            | Self::To(_)
            | Self::Summons(_)
            | Self::Topics(_)
            | Self::Sheets(_)
            | Self::Presenters(_)
            | Self::Code(_)
            | Self::Per(_)
            | Self::OnlyUnpaid(_)
            | Self::PerSheet(_)
            | Self::Asks(_)
            | Self::Tax(_) => return None,
        };
        let entry = entry.as_ref().and_then(serde_json::Value::as_str);
        Some([Some(name), entry].into_iter().flatten().map(str::to_owned).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value};

    use super::super::State;
    use super::*;
    use crate::app::machine::Machine;
    use crate::app::screen::Action;
    use crate::app::widget::field::Drafts;
    use crate::domain::cluster::HalfDay;
    use crate::locale::{Language, Locale};
    use crate::paper::Options;
    use crate::paper::budget::Expense;
    use crate::paper::stored_options::{self, OptionsPart};
    use crate::sample;
    use crate::sentence::Sentence;
    use crate::store::{Operation, Store};

    /// Something else than is usual, typed into every field there is for words.
    fn typed() -> Vec<Choice> {
        let day: FuzzyDate = "2020-09-25".parse().expect("a day");
        let text = || "x".to_owned();
        let prices = Expense::ALL.map(|expense| Choice::Price(expense, Some(1)));
        let mut all = vec![
            Choice::Remark(text()),
            Choice::Sitting((day, HalfDay::Morning), false),
            Choice::Issued(Some(day)),
            Choice::Number(text()),
            Choice::Note(text()),
            Choice::Recipients(text()),
            Choice::Documents(text()),
            Choice::Rate(Some(1)),
            Choice::Grounds(text()),
            Choice::Chair(text()),
            Choice::Secretary(text()),
            Choice::Source(text()),
            Choice::PresenterRate("Trần Thị Bình".into(), Some(1)),
        ];
        all.extend(prices);
        all
    }

    /// The places of values, at any depth.
    fn places(words: &Map<String, Value>) -> Vec<Vec<String>> {
        let inside = |(name, value): (&String, &Value)| match value {
            Value::Object(entries) => places(entries)
                .into_iter()
                .map(|place| [name.clone()].into_iter().chain(place).collect())
                .collect(),
            _ => vec![vec![name.clone()]],
        };
        words.iter().flat_map(inside).collect()
    }

    #[test]
    fn what_is_typed_changes_its_place_in_the_words_and_nothing_else() {
        for kind in PaperKind::ALL {
            let words =
                stored_options::write(kind, OptionsPart::Words, &Options::default()).unwrap_or("{}".into());
            let mut left: Map<String, Value> = serde_json::from_str(&words).expect("an object");
            for choice in typed() {
                let mut choices = Choices::default();
                choices.take(Choice::Kind(kind));
                let before = choices.how().clone();
                choices.take(choice.clone());
                let changed = stored_options::changed_words(kind, &before, choices.how());
                let Some(place) = choice.place() else { panic!("{choice:?} is of the words") };
                if changed.is_empty() {
                    continue;
                }
                assert_eq!(places(&changed), std::slice::from_ref(&place), "{kind:?}: {choice:?}");
                assert_eq!(stored_options::word(kind, choices.how(), &place), changed, "what is written");
                left.remove(&place[0]);
            }
            assert!(left.is_empty(), "{kind:?}: nothing is typed into {left:?}");
        }
    }

    #[test]
    fn an_entry_that_was_taken_back_is_written_as_none() {
        let place = Choice::Price(Expense::Water, None).place().expect("a place");
        let word = stored_options::word(PaperKind::Budget, &Options::default(), &place);
        assert_eq!(Value::Object(word).to_string(), r#"{"prices":{"Water":null}}"#);
    }

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
        let context = Context { locale: &locale, store: &store, machine: &machine, drafts: &drafts, size };
        let mut state = State::default();
        // The file refused it, and could not be read since.
        for _ in 0..2 {
            let typed = Message::Chosen(Choice::Remark("Gửi nhà xe".into()));
            assert!(writes(&state.update(typed, &dossier, context)));
        }
    }

    #[test]
    fn a_draft_tells_its_paper() {
        for kind in PaperKind::ALL {
            let place = Choice::PresenterRate("Nguyễn Văn A".into(), None).place().expect("a place");
            assert_eq!(kind_in(&key(SessionId(12), kind, &place)), Some(kind));
        }
        assert_eq!(key(SessionId(3), PaperKind::Minutes, &["chair".into()]), "session 3 words minutes chair");
        assert_eq!(kind_in("session 3 title"), None);
    }
}
