//! The card Dữ liệu cá nhân: how long the names of a session are kept, what for, and whether archives
//! hold them; erasing them.

use iced::Element;
use iced::widget::column;

use super::Context;
use crate::app::icon::Icon;
use crate::app::screen::{Action, erasing};
use crate::app::theme::space;
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::field;
use crate::app::widget::{button, form};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::erasure::Whom;
use crate::domain::id::SessionId;
use crate::domain::retention::{Retention, usual};
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

/// A field of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Until when.
    Until,
    /// What for.
    Purpose,
    /// Why archives hold them.
    Hold,
}

impl Field {
    fn name(self) -> &'static str {
        match self {
            Self::Until => "keep_until",
            Self::Purpose => "keep_purpose",
            Self::Hold => "hold_reason",
        }
    }
}

/// The dialog that erases, while it is open.
#[derive(Default)]
pub struct State {
    erasing: Option<erasing::State>,
}

/// What happens on the card.
#[derive(Clone)]
pub enum Message {
    /// A date was committed.
    Until(Option<FuzzyDate>),
    /// Another field was committed.
    Typed(Field, String),
    /// The names are to be erased: the dialog for that.
    AskErase,
    /// In that dialog.
    Erasing(erasing::Message),
}

/// The draft of a field.
fn key(session: SessionId, what: Field) -> String {
    format!("session {session} {}", what.name())
}

impl State {
    /// Takes in a message.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        match message {
            Message::Until(date) => save(Field::Until, dossier, context, move |kept| kept.keep_until = date),
            Message::Typed(what, text) => {
                let text = Some(text).filter(|text| !text.is_empty());
                save(what, dossier, context, move |kept| match what {
                    Field::Hold => kept.hold_reason.clone_from(&text),
                    Field::Purpose | Field::Until => kept.purpose.clone_from(&text),
                })
            }
            Message::AskErase => {
                let whom = Whom::Session { session: dossier.session.id, with_people: true };
                let name = dossier.session.details.title.clone();
                let (state, asked) = erasing::State::open(whom, name, context);
                self.erasing = Some(state);
                asked.map(Message::Erasing)
            }
            Message::Erasing(message) => {
                let Some(open) = &mut self.erasing else { return Action::None };
                match open.update(message, context) {
                    erasing::Answer::Stay(action) => action.map(Message::Erasing),
                    erasing::Answer::Close(action) => {
                        self.erasing = None;
                        action.map(Message::Erasing)
                    }
                }
            }
        }
    }

    /// The fields; `None` when there is nothing to read and nothing may be written.
    pub fn view<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
        let kept = &dossier.retention;
        if *kept == Retention::default() && !context.can_write() {
            return None;
        }
        let id = dossier.session.id;
        let until = date_field(context.locale, kept.keep_until, Message::Until)
            .label(context.t("personal-keep-until"))
            .in_drafts(context.drafts, key(id, Field::Until))
            .id("keep-until")
            .read_only_unless(context.can_write());
        let text =
            |what: Field, value: &'a Option<String>, label: &str, hint: &str| -> Element<'a, Message> {
                field(value.clone().unwrap_or_default())
                    .label(context.t(label))
                    .placeholder(context.t(hint))
                    .in_drafts(context.drafts, key(id, what))
                    .id(what.name())
                    .on_commit_maybe(context.if_writable(move |text| Message::Typed(what, text)))
                    .into()
            };
        let purpose =
            text(Field::Purpose, &kept.purpose, "personal-keep-purpose", "personal-keep-purpose-hint");
        let hold = text(Field::Hold, &kept.hold_reason, "personal-hold", "personal-hold-hint");
        let habit = dossier.usually_kept.and_then(|years| usual(dossier.session.details.dates, years));
        let habit = habit.filter(|_| kept.keep_until.is_none() && context.can_write()).map(|date| {
            let label = context.say(&Sentence::new("personal-usual").with("date", short(date)));
            button::quiet(Some(Icon::Calendar), label).id("keep-usual").on_press(Message::Until(Some(date)))
        });
        let has_names = dossier.delegates.iter().any(|one| !one.erased);
        let erase = has_names.then(|| {
            button::danger_small(Some(Icon::Trash2), context.t("personal-erase-session"))
                .id("session-erase")
                .on_press_maybe(context.if_writable(Message::AskErase))
        });
        let fields = form::form([form::beside([until.into(), purpose]).into(), hold]);
        Some(column![fields].push(habit).push(erase).spacing(space::M).into())
    }

    /// What closes the dialog, while it is open.
    pub fn closed_dialog(&self) -> Option<Message> {
        self.erasing.is_some().then_some(Message::Erasing(erasing::Message::Close))
    }

    /// The dialog.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.erasing.as_ref().map(|open| open.view(context).map(Message::Erasing))
    }
}

fn save(
    what: Field,
    dossier: &mut Dossier,
    context: Context<'_>,
    change: impl Fn(&mut Retention) + Send + 'static,
) -> Action<Message> {
    change(&mut dossier.retention);
    let session = dossier.session.id;
    Action::save(key(session, what), context.store.edit_retention(session, what.name(), change))
}
