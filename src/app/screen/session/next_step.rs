//! What comes next with a session, and what its papers still lack: one line over the tabs, with the
//! button that leads there.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::{Message, delegates, info, printing};
use crate::app::icon::Icon;
use crate::app::screen::{Context, Route, Tab};
use crate::app::theme::text::{Role, small, strong};
use crate::app::theme::{palette, space, style};
use crate::app::widget::ellipsis::ellipsis;
use crate::app::widget::{bar, button, command::command};
use crate::domain::dossier::Dossier;
use crate::paper::PaperKind;

/// With less height than this the line says only what is next.
const LOW: f32 = 600.0;

/// With this height it stands over lists, too.
const HIGH: f32 = 840.0;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Nobody is on its list.
    Delegates,
    /// It has no sittings.
    Sittings,
    /// Its sign-in sheet was never printed.
    Sheet,
    /// Nobody was marked, and it has begun.
    Attendance,
    /// Nobody has a certificate, and everybody's attendance is known.
    Certificates,
    /// There are marks, and it is still said to be prepared.
    Begin,
    /// Nothing is left to be done, and it is not said to be over.
    End,
    /// The same of one whose last day is past, with sittings that are still open.
    EndOpen,
}

/// What papers lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lack {
    Organisation,
    Signatory,
    Dates,
    Sittings,
    Venue,
}

/// What comes next, in the order of the work; nothing for a session that is over.
fn next(dossier: &Dossier, printing: &printing::State) -> Option<Next> {
    let details = &dossier.session.details;
    if !details.state.is_open() {
        return None;
    }
    let begun = details
        .dates
        .and_then(|dates| dates.start().calendar())
        .is_some_and(|day| day <= crate::clock::today());
    let is_closed = |sitting| dossier.attendance.is_closed(sitting);
    let mut sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings).peekable();
    if dossier.delegates.is_empty() {
        Some(Next::Delegates)
    } else if sittings.peek().is_none() {
        Some(Next::Sittings)
    } else if dossier.attendance.is_empty() {
        match printing.was_made(PaperKind::SignInSheet) {
            None => None,
            Some(false) => Some(Next::Sheet),
            Some(true) => begun.then_some(Next::Attendance),
        }
    } else {
        let all_closed = sittings.all(|sitting| is_closed(sitting.id));
        let last = details.dates.and_then(|dates| dates.end().calendar());
        let is_past = last.is_some_and(|day| day < crate::clock::today());
        match (all_closed, dossier.certificates.is_empty()) {
            (true, true) => Some(Next::Certificates),
            (true, false) => Some(Next::End),
            (false, false) if is_past => Some(Next::EndOpen),
            (false, _) => details.state.is_preparing().then_some(Next::Begin),
        }
    }
}

/// What papers lack.
fn lacks(dossier: &Dossier) -> Vec<Lack> {
    let details = &dossier.session.details;
    let venue = details.venue.is_some() || dossier.clusters.iter().any(|one| one.details.venue.is_some());
    let sittings = dossier.clusters.iter().any(|cluster| !cluster.sittings.is_empty());
    [
        (Lack::Organisation, dossier.organisation.is_empty()),
        (Lack::Signatory, dossier.signatory.is_none()),
        (Lack::Dates, details.dates.is_none()),
        (Lack::Sittings, !sittings),
        (Lack::Venue, !venue),
    ]
    .into_iter()
    .filter_map(|(lack, is_missing)| is_missing.then_some(lack))
    .collect()
}

/// The line over a tab, where there is anything to say on it.
pub(super) fn line<'a>(
    tab: Tab,
    dossier: &'a Dossier,
    printing: &printing::State,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    if !context.can_write() {
        return None;
    }
    if tab == Tab::Printing {
        return lacking(dossier, context);
    }
    let next = next(dossier, printing)?;
    let (icon, title, words, label, message) = match next {
        Next::Delegates => (
            Icon::FileSpreadsheet,
            "next-delegates",
            "next-delegates-words",
            "next-delegates-do",
            Message::Delegates(delegates::Message::PickList),
        ),
        Next::Sittings => (
            Icon::Clock,
            "next-sittings",
            "next-sittings-words",
            "next-sittings-do",
            Message::TabChosen(Tab::Programme),
        ),
        Next::Sheet => (
            Icon::Printer,
            "next-sheet",
            "next-sheet-words",
            "next-sheet-do",
            Message::TabChosen(Tab::Printing),
        ),
        Next::Attendance => (
            Icon::ClipboardCheck,
            "next-attendance",
            "next-attendance-words",
            "next-attendance-do",
            Message::TabChosen(Tab::Attendance),
        ),
        Next::Certificates => (
            Icon::Award,
            "next-certificates",
            "next-certificates-words",
            "next-certificates-do",
            Message::TabChosen(Tab::Results),
        ),
        Next::Begin => (
            Icon::Presentation,
            "next-begin",
            "next-begin-words",
            "window-info-begin",
            Message::Info(info::Message::Begin),
        ),
        Next::End => (
            Icon::CircleCheck,
            "next-end",
            "next-end-words",
            "window-info-end",
            Message::Info(info::Message::End),
        ),
        Next::EndOpen => (
            Icon::CircleCheck,
            "next-end",
            "next-end-open-words",
            "window-info-end",
            Message::Info(info::Message::End),
        ),
    };
    // Where it is done it need not be said: an empty list says itself how it is filled.
    let is_here = match next {
        Next::Delegates => tab == Tab::Delegates,
        Next::Sittings => tab == Tab::Programme,
        Next::Sheet => false,
        Next::Attendance => tab == Tab::Attendance,
        Next::Certificates => tab == Tab::Results,
        // The page of the session has the button itself, which is not said there.
        Next::Begin | Next::End | Next::EndOpen => false,
    };
    // A list with its panel needs all the room of a usual window.
    let is_list = matches!(tab, Tab::Delegates | Tab::Attendance | Tab::Results);
    if is_here || (is_list && context.size.height < HIGH) {
        return None;
    }
    let words = match context.size.height < LOW {
        true => column![ellipsis(context.t(title), Role::Strong, palette::INK)],
        false => column![
            small(context.t("next-title")),
            ellipsis(context.t(title), Role::Subtitle, palette::INK),
            ellipsis(context.t(words), Role::Small, palette::MUTED),
        ],
    };
    let go = button::primary_small(Some(icon), context.t(label)).id("take-next-step").on_press(message);
    let content = row![words.spacing(2.0).width(Length::Fill), go];
    Some(framed(content.spacing(space::M).align_y(Alignment::Center)))
}

/// What the papers lack, each a button that leads to where it is written.
fn lacking<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let lacks = lacks(dossier);
    if lacks.is_empty() || dossier.delegates.is_empty() {
        return None;
    }
    let session = dossier.session.id;
    let commands = lacks.into_iter().map(|lack| {
        let (icon, label, place) = match lack {
            Lack::Organisation => (Icon::Building2, "next-lack-organisation", Route::Settings),
            Lack::Signatory => (Icon::Signature, "next-lack-signatory", Route::Settings),
            Lack::Dates => (Icon::Calendar, "next-lack-dates", Route::Session(session, Tab::Info)),
            Lack::Sittings => (Icon::Clock, "next-lack-sittings", Route::Session(session, Tab::Programme)),
            Lack::Venue => (Icon::MapPin, "next-lack-venue", Route::Session(session, Tab::Info)),
        };
        command(icon, context.t(label)).id(label).on_press(Message::Go(place))
    });
    let commands = bar::bar(commands.collect(), context.t("window-more"));
    let content = row![
        Icon::TriangleAlert.view().color(palette::AMBER),
        strong(context.t("next-lacks")),
        container(commands).width(Length::Fill)
    ];
    Some(framed(content.spacing(space::M).align_y(Alignment::Center)))
}

fn framed<'a>(content: impl Into<Element<'a, Message>>) -> Element<'a, Message> {
    let card = container(content).padding([space::S, space::L]).width(Length::Fill).style(style::card);
    container(card)
        .padding(iced::Padding { top: space::M, left: space::XL, right: space::XL, bottom: 0.0 })
        .into()
}
