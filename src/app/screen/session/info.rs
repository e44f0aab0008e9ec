//! Thông tin: what a session is, when and where.

use iced::widget::{column, container, scrollable};
use iced::{Element, Length};

use super::super::{Action, Context};
use crate::app::theme::{space, style};
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::{Field, field};
use crate::app::widget::select::select;
use crate::app::widget::{card, form};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::dossier::Dossier;
use crate::domain::session::{SessionDetails, SessionForm, SessionKind};
use crate::store::StoreError;

/// What is on show beside the session itself.
#[derive(Default)]
pub struct State {
    /// Which field was refused, and why.
    refused: Option<(What, StoreError)>,
}

/// The fields of the tab, by the name the history gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Its title.
    Title,
    /// Conference or class.
    Kind,
    /// In person or online.
    Form,
    /// From – to.
    Dates,
    /// Where.
    Venue,
    /// Địa bàn.
    Area,
    /// Mục đích.
    Purpose,
}

impl What {
    /// The field's name in the history.
    fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Kind => "kind",
            Self::Form => "form",
            Self::Dates => "dates",
            Self::Venue => "venue",
            Self::Area => "area",
            Self::Purpose => "purpose",
        }
    }
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// A text was committed.
    Typed(What, String),
    /// A kind was chosen.
    KindChosen(SessionKind),
    /// A form was chosen.
    FormChosen(SessionForm),
    /// The first day was committed.
    Starts(Option<FuzzyDate>),
    /// The last day was committed.
    Ends(Option<FuzzyDate>),
    /// The data file answered.
    Saved(What, Result<(), StoreError>),
}

impl State {
    /// Takes in a message. The session is changed at once, so that the page shows
    /// what was typed; the data file confirms it by the next load.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let old = &dossier.session.details;
        let mut new = old.clone();
        let what = match message {
            Message::Typed(what, text) => {
                let place = match what {
                    What::Title => {
                        new.title = text;
                        return self.save(what, new, dossier, context);
                    }
                    What::Venue => &mut new.venue,
                    What::Area => &mut new.area,
                    What::Purpose => &mut new.purpose,
                    What::Kind | What::Form | What::Dates => return Action::None,
                };
                *place = (!text.is_empty()).then_some(text);
                what
            }
            Message::KindChosen(kind) => {
                new.kind = kind;
                What::Kind
            }
            Message::FormChosen(form) => {
                new.form = form;
                What::Form
            }
            Message::Starts(start) => match span(start, old.dates.map(DateSpan::end), true) {
                Ok(dates) => {
                    new.dates = dates;
                    What::Dates
                }
                Err(error) => return self.refuse(error),
            },
            Message::Ends(end) => match span(old.dates.map(DateSpan::start), end, false) {
                Ok(dates) => {
                    new.dates = dates;
                    What::Dates
                }
                Err(error) => return self.refuse(error),
            },
            Message::Saved(what, answer) => {
                self.refused = answer.err().map(|error| (what, error));
                return Action::None;
            }
        };
        self.save(what, new, dossier, context)
    }

    fn save(
        &mut self,
        what: What,
        new: SessionDetails,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        self.refused = None;
        let pending = context.store.edit_session(dossier.session.id, new.clone(), what.name());
        if !new.title.is_empty() {
            dossier.session.details = new;
        }
        Action::save(pending, move |answer| Message::Saved(what, answer))
    }

    fn refuse(&mut self, error: StoreError) -> Action<Message> {
        self.refused = Some((What::Dates, error));
        Action::None
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let details = &dossier.session.details;
        let record = dossier.session.id;
        let refusal = |what: What| {
            let (_, error) = self.refused.as_ref().filter(|(refused, _)| *refused == what)?;
            Some(context.locale.explain(error))
        };
        let text = |what: What, label: &str, value: Option<&str>| -> Element<'a, Message> {
            let input: Field<'a, Message> = field(value.unwrap_or_default())
                .label(context.t(label))
                .of((record, what.name()))
                .id(what.name())
                .error(refusal(what));
            match context.can_write() {
                true => input.on_commit(move |text| Message::Typed(what, text)).into(),
                false => input.into(),
            }
        };
        let date = |label: &str, value: Option<FuzzyDate>, done: fn(Option<FuzzyDate>) -> Message| {
            let input = date_field(context.locale, value, done)
                .label(context.t(label))
                .of((record, label.to_owned()));
            match context.can_write() {
                true => input,
                false => input.on_commit_maybe(None::<fn(String) -> Message>),
            }
        };
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
        let starts = date("window-field-starts", details.dates.map(DateSpan::start), Message::Starts);
        let ends = details.dates.filter(|dates| !dates.is_single()).map(DateSpan::end);
        let ends = date("window-field-ends", ends, Message::Ends).error(refusal(What::Dates));
        let fields = form::form([
            text(What::Title, "window-field-title", Some(&details.title)),
            form::beside([kind.into(), manner.into()]).into(),
            form::beside([starts.into(), ends.into()]).into(),
            form::beside([
                text(What::Venue, "window-field-venue", details.venue.as_deref()),
                text(What::Area, "window-field-area", details.area.as_deref()),
            ])
            .into(),
            text(What::Purpose, "window-field-purpose", details.purpose.as_deref()),
        ]);
        let page = column![card::titled(context.t("window-info-basic"), None, fields).width(Length::Fill)]
            .spacing(space::L)
            .max_width(760.0);
        let page = container(page).padding([18.0, space::XL]).width(Length::Fill);
        scrollable(page).style(style::scroll_bar).height(Length::Fill).into()
    }
}

/// A span from a first and a last day. Without a first day there is none; when
/// the first day moves behind the last, the last goes.
fn span(
    start: Option<FuzzyDate>,
    end: Option<FuzzyDate>,
    start_moved: bool,
) -> Result<Option<DateSpan>, StoreError> {
    let Some(start) = start else { return Ok(end.filter(|_| !start_moved).map(DateSpan::single)) };
    match DateSpan::new(start, end.unwrap_or(start)) {
        Ok(span) => Ok(Some(span)),
        Err(_) if start_moved => Ok(Some(DateSpan::single(start))),
        Err(error) => Err(StoreError::Refused(error.into())),
    }
}
