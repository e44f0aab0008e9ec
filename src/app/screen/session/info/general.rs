//! Thông tin chung: what a session is called, when and where it is held.

use iced::Element;

use super::Context;
use super::span::{Edge, last_day_gone, moved};
use crate::app::screen::Action;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::form;
use crate::app::widget::select::select;
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::mistake::Mistake;
use crate::domain::organisation::numbered;
use crate::domain::session::{SessionDetails, SessionForm, SessionKind};
use crate::sentence::Explain;

/// The fields of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneralField {
    /// Its title.
    Title,
    /// The title inside a sentence.
    TitleInText,
    /// Conference or class.
    Kind,
    /// In person or online.
    Form,
    /// From – to.
    Dates,
    /// What the announcement says of the time.
    TimeNote,
    /// Where.
    Venue,
    /// Địa bàn.
    Area,
    /// Number of the plan.
    PlanNumber,
    /// Number of the decision.
    DecisionNumber,
    /// What absences with leave are called.
    ExcusedWord,
    /// What those without are called.
    AbsentWord,
}

impl GeneralField {
    /// The field's name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::TitleInText => "title_in_text",
            Self::Kind => "kind",
            Self::Form => "form",
            Self::Dates => "dates",
            Self::TimeNote => "time_note",
            Self::Venue => "venue",
            Self::Area => "area",
            Self::PlanNumber => "plan_number",
            Self::DecisionNumber => "decision_number",
            Self::ExcusedWord => "excused_word",
            Self::AbsentWord => "absent_word",
        }
    }

    /// Where a text that may be missing stands.
    fn place(self, details: &mut SessionDetails) -> Option<&mut Option<String>> {
        match self {
            Self::TitleInText => Some(&mut details.title_in_text),
            Self::TimeNote => Some(&mut details.time_note),
            Self::Venue => Some(&mut details.venue),
            Self::Area => Some(&mut details.area),
            Self::PlanNumber => Some(&mut details.plan_number),
            Self::DecisionNumber => Some(&mut details.decision_number),
            Self::ExcusedWord => Some(&mut details.excused_word),
            Self::AbsentWord => Some(&mut details.absent_word),
            Self::Title | Self::Kind | Self::Form | Self::Dates => None,
        }
    }
}

/// What happens on the card.
#[derive(Clone)]
pub enum Message {
    /// A text was committed.
    Typed(GeneralField, String),
    /// A kind was chosen.
    KindChosen(SessionKind),
    /// A form was chosen.
    FormChosen(SessionForm),
    /// The first or the last day was committed.
    Day(Edge, Option<FuzzyDate>),
}

/// The draft of a field.
fn key(session: SessionId, field: &str) -> String {
    format!("session {session} {field}")
}

fn edge_key(session: SessionId, edge: Edge) -> String {
    key(session, if edge == Edge::First { "starts" } else { "ends" })
}

/// Takes in a message. The session is changed at once, so that the page shows
/// what was typed; the data file confirms it by the next load.
pub fn update(message: Message, dossier: &mut Dossier, context: Context<'_>) -> Action<Message> {
    let session = dossier.session.id;
    match message {
        Message::Typed(what, text) => save(what, key(session, what.name()), dossier, context, move |new| {
            match (what, what.place(new)) {
                (_, Some(place)) => *place = (!text.is_empty()).then(|| text.clone()),
                (GeneralField::Title, None) => new.title.clone_from(&text),
                (_, None) => {}
            }
        }),
        Message::KindChosen(kind) => {
            save(GeneralField::Kind, String::new(), dossier, context, move |new| new.kind = kind)
        }
        Message::FormChosen(form) => {
            save(GeneralField::Form, String::new(), dossier, context, move |new| new.form = form)
        }
        Message::Day(edge, day) => {
            let key = edge_key(session, edge);
            // Refused for what is on show; what stands in the file is the same or older.
            let shown = dossier.session.details.dates;
            if let Err(error) = moved(shown, edge, day) {
                return Action::Refuse(key, error.explain());
            }
            let saved = save(GeneralField::Dates, key, dossier, context, move |new| {
                if let Ok(dates) = moved(new.dates, edge, day) {
                    new.dates = dates;
                }
            });
            let told = last_day_gone(shown, edge, day).map_or(Action::None, Action::Fail);
            Action::All(vec![saved, told])
        }
    }
}

fn save(
    what: GeneralField,
    key: String,
    dossier: &mut Dossier,
    context: Context<'_>,
    change: impl Fn(&mut SessionDetails) + Send + 'static,
) -> Action<Message> {
    change(&mut dossier.session.details);
    Action::save(key, context.store.edit_session(dossier.session.id, what.name(), change))
}

/// The fields of the card, but for the purpose.
pub fn view<'a>(dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let details = &dossier.session.details;
    let text = |what: GeneralField, label: &str, value: &Option<String>| {
        text_field(what, value.as_deref(), dossier, context).label(context.t(label))
    };
    let no_title = context.locale.explain(&Mistake::NoTitle);
    let title = text_field(GeneralField::Title, Some(&details.title), dossier, context)
        .label(context.t("window-field-title"))
        .check(move |text| if text.is_empty() { Err(no_title.clone()) } else { Ok(()) });
    let kinds = [
        (SessionKind::Conference, context.t("window-kind-conference")),
        (SessionKind::Class, context.t("window-kind-class")),
    ];
    let forms = [
        (SessionForm::InPerson, context.t("window-form-in-person")),
        (SessionForm::Online, context.t("window-form-online")),
        (SessionForm::Hybrid, context.t("window-form-hybrid")),
    ];
    let kind = select(kinds, Some(&details.kind)).label(context.t("window-field-kind"));
    let manner = select(forms, Some(&details.form)).label(context.t("window-field-form"));
    let (kind, manner) = match context.can_write() {
        true => (kind.on_choose(Message::KindChosen), manner.on_choose(Message::FormChosen)),
        false => (kind, manner),
    };
    let held = details.dates.map(DateSpan::start);
    let day = |edge: Edge, label: &str, value: Option<FuzzyDate>| {
        let input = day_field(context.locale, value, held, move |day| Message::Day(edge, day))
            .label(context.t(label))
            .in_drafts(context.drafts, edge_key(dossier.session.id, edge))
            .id(if edge == Edge::First { "session-starts" } else { "session-ends" });
        input.read_only_unless(context.can_write())
    };
    let usual = AbsenceWords::usual(details.kind);
    let ends = details.dates.filter(|dates| !dates.is_single()).map(DateSpan::end);
    form::form([
        title.into(),
        text(GeneralField::TitleInText, "window-info-title-in-text", &details.title_in_text)
            .placeholder(context.t("window-info-title-in-text-hint"))
            .into(),
        form::beside([kind.into(), manner.into()]).into(),
        form::beside([
            day(Edge::First, "window-field-starts", details.dates.map(DateSpan::start)).into(),
            day(Edge::Last, "window-field-ends", ends).into(),
        ])
        .into(),
        text(GeneralField::TimeNote, "window-info-time-note", &details.time_note)
            .placeholder(context.t("window-info-time-note-hint"))
            .into(),
        form::beside([
            text(GeneralField::Venue, "window-field-venue", &details.venue).into(),
            text(GeneralField::Area, "window-field-area", &details.area).into(),
        ])
        .into(),
        form::beside([
            text(GeneralField::PlanNumber, "window-info-plan-number", &details.plan_number)
                .placeholder(numbered(&dossier.letterhead.numbers.plan, "…"))
                .into(),
            text(GeneralField::DecisionNumber, "window-info-decision-number", &details.decision_number)
                .placeholder(numbered(&dossier.letterhead.numbers.decision, "…"))
                .into(),
        ])
        .into(),
        form::beside([
            text(GeneralField::ExcusedWord, "info-excused-word", &details.excused_word)
                .placeholder(usual.excused)
                .into(),
            text(GeneralField::AbsentWord, "info-absent-word", &details.absent_word)
                .placeholder(usual.absent)
                .into(),
        ])
        .into(),
    ])
    .into()
}

fn text_field<'a>(
    what: GeneralField,
    value: Option<&str>,
    dossier: &Dossier,
    context: Context<'a>,
) -> Field<'a, Message> {
    field(value.unwrap_or_default())
        .in_drafts(context.drafts, key(dossier.session.id, what.name()))
        .id(what.name())
        .on_commit_maybe(context.if_writable(move |text| Message::Typed(what, text)))
}
