//! The dialog "Tạo từ lớp này": a new session like this one, and what of it.

use iced::Element;
use iced::widget::column;

use super::Context;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog, form};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::mistake::Mistake;
use crate::domain::moved_on::moved_on;
use crate::domain::session::CopyOf;
use crate::domain::session_copy::CopyReport;
use crate::sentence::Sentence;
use crate::store::StoreError;
use crate::vietnamese::date::span_short;

/// What is typed and chosen so far.
pub struct State {
    copy: CopyOf,
    /// Why the session was not made.
    refused: Option<StoreError>,
    /// It is being made: another press makes no second one.
    making: bool,
    /// What would come along as chosen; `None` until it was found out.
    report: Option<CopyReport>,
}

/// What may come along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyPart {
    /// Clusters.
    Clusters,
    /// Curriculum and presenters.
    Programme,
    /// Delegates.
    Delegates,
    /// Guests.
    Guests,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The title was committed.
    Title(String),
    /// The first day was committed.
    Starts(Option<FuzzyDate>),
    /// A part is wanted or not.
    Turn(CopyPart, bool),
    /// What would come along was found out.
    Report(Result<Box<CopyReport>, StoreError>),
    /// The session is to be made.
    Create,
    /// The dialog closes.
    Close,
}

/// What is done after a message.
pub enum Answer {
    /// The dialog stays, and says anew what would come along.
    Stay,
    /// The dialog stays as it is.
    Told,
    /// It closes.
    Close,
    /// The session is to be made. The dialog stays until it is.
    Create(CopyOf),
}

impl State {
    /// The dialog as it opens: everything but the people comes along.
    pub fn new(dossier: &Dossier) -> Self {
        let session = &dossier.session.details;
        let this_year = crate::clock::today().year();
        // A second one in the same year is called as it is typed, and held when it is said.
        let is_past =
            session.dates.and_then(|dates| dates.start().year()).is_none_or(|then| then < this_year);
        let (title, starts) = match is_past {
            true => moved_on(&session.title, session.dates, this_year),
            false => (session.title.clone(), None),
        };
        let copy = CopyOf { title, starts, programme: true, clusters: true, delegates: false, guests: false };
        Self { copy, refused: None, making: false, report: None }
    }

    /// What is typed and chosen so far.
    pub fn chosen(&self) -> CopyOf {
        self.copy.clone()
    }

    /// The session was not made: what was typed stays.
    pub fn refuse(&mut self, error: StoreError) {
        (self.refused, self.making) = (Some(error), false);
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message) -> Answer {
        let copy = &mut self.copy;
        match message {
            Message::Title(title) => {
                copy.title = title;
                self.refused = None;
            }
            Message::Starts(day) => copy.starts = day,
            Message::Turn(CopyPart::Clusters, wanted) => copy.clusters = wanted,
            Message::Turn(CopyPart::Programme, wanted) => copy.programme = wanted,
            Message::Turn(CopyPart::Delegates, wanted) => copy.delegates = wanted,
            Message::Turn(CopyPart::Guests, wanted) => copy.guests = wanted,
            Message::Report(Ok(report)) => {
                self.report = Some(*report);
                return Answer::Told;
            }
            Message::Report(Err(_)) => {
                self.report = None;
                return Answer::Told;
            }
            Message::Create | Message::Close if self.making => return Answer::Told,
            Message::Create if copy.title.is_empty() => self.refused = Some(Mistake::NoTitle.into()),
            Message::Create => {
                self.making = true;
                return Answer::Create(copy.clone());
            }
            Message::Close => return Answer::Close,
        }
        Answer::Stay
    }

    /// The dialog.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let copy = &self.copy;
        let part = |part: CopyPart, label: &str, wanted: bool| {
            checkbox(wanted, context.t(label), move |wanted| Message::Turn(part, wanted)).into()
        };
        let parts: [Element<'a, Message>; 4] = [
            part(CopyPart::Clusters, "window-info-copy-clusters", copy.clusters),
            part(CopyPart::Programme, "window-info-copy-programme", copy.programme),
            part(CopyPart::Guests, "window-info-copy-guests", copy.guests),
            part(CopyPart::Delegates, "window-info-copy-delegates", copy.delegates),
        ];
        let parts = column![styled(context.t("window-info-copy-what"), Role::FieldLabel)]
            .push(column(parts).spacing(space::XS))
            .spacing(space::XS);
        let fields = form::form([
            field(&copy.title)
                .label(context.t("window-field-title"))
                .id("copy-title")
                .error(self.refused.as_ref().map(|error| context.locale.explain(error)))
                .on_commit(Message::Title)
                .on_enter(Message::Create)
                .into(),
            day_field(context.locale, copy.starts, None, Message::Starts)
                .label(context.t("window-field-starts"))
                .hint(context.t("window-info-copy-hint"))
                .id("copy-starts")
                .on_enter(Message::Create)
                .into(),
            parts.into(),
        ])
        .push(self.report.as_ref().map(|report| told(report, context)));
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::primary(None, context.t("window-new-create"))
                .id("copy-create")
                .on_press_maybe((!self.making).then_some(Message::Create))
                .into(),
        ];
        dialog::dialog(context.t("window-info-copy-title"), fields, actions, Message::Close)
    }
}

/// Names told at most; the others are counted.
const NAMES: usize = 3;

/// What would come along, move and stay behind, in a few lines.
fn told<'a>(report: &CopyReport, context: Context<'a>) -> Element<'a, Message> {
    let count = |id: &str, count: usize| (count > 0).then(|| context.count(id, count));
    let coming: Vec<String> = [
        count("window-clusters-count", report.clusters),
        count("window-info-sittings-count", report.sittings),
        count("window-programme-items-count", report.items),
        count("window-programme-topics-count", report.topics),
        count("window-delegates-count", report.delegates),
    ]
    .into_iter()
    .flatten()
    .collect();
    let dates = report.old_dates.zip(report.new_dates).map(|(old, new)| {
        let said = Sentence::new("window-programme-copy-dates");
        context.say(&said.with("old", span_short(old)).with("new", span_short(new)))
    });
    let coming = (!coming.is_empty())
        .then(|| context.say(&Sentence::new("window-programme-copy-coming").with("what", coming.join(", "))));
    let named = |id: &str, names: Vec<String>| {
        let more = names.len().saturating_sub(NAMES);
        let mut words = names.iter().take(NAMES).cloned().collect::<Vec<_>>().join("; ");
        if more > 0 {
            words = format!("{words}; … +{more}");
        }
        (!names.is_empty())
            .then(|| context.say(&Sentence::new(id).with("count", names.len()).with("names", words)))
    };
    let changed = report.changed.iter().map(|one| format!("{} ({} → {})", one.name, one.before, one.after));
    let lines = [
        dates,
        coming,
        count("window-programme-copy-sittings-out", report.sittings_left_out),
        named("window-programme-copy-gone", report.gone.clone()),
        named("window-programme-copy-changed", changed.collect()),
    ];
    column(lines.into_iter().flatten().map(|line| small(line).into())).spacing(space::XS).into()
}
