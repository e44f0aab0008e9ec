//! The tab: which sitting, the field, the figures, everybody's mark.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::newcomer::{Purpose, Said};
use super::{Look, Message, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, plain, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::command::command;
use crate::app::widget::{banner, bar, button, chip, empty, search};
use crate::domain::attendance::AttendanceStatus;
use crate::domain::attendance::figures::Figures;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::dossier::Dossier;
use crate::domain::session::SessionKind;
use crate::sentence::Sentence;
use crate::vietnamese::date;

/// With less room, position and unit share no line with the name.
const ALL_COLUMNS: f32 = 620.0;

impl State {
    /// The buttons in the head of the page.
    pub fn actions<'a>(&self, dossier: &Dossier, context: Context<'a>) -> Vec<Element<'a, Message>> {
        if self.sitting.is_none() || self.attendance.is_none() {
            return Vec::new();
        }
        let closed = self.is_closed();
        let (icon, words) = match closed {
            true => (Icon::Undo2, "attendance-open"),
            false => (Icon::Lock, "attendance-close"),
        };
        let closing = button::secondary(Some(icon), context.t(words))
            .id("marking-close")
            .on_press_maybe(context.if_writable(Message::AskClosing));
        let open = self.figures(dossier).is_some_and(|figures| figures.unmarked > 0);
        let all = button::secondary(Some(Icon::CheckCheck), context.t("attendance-all-present"))
            .id("marking-all")
            .on_press_maybe(
                context.if_writable(Message::AllPresent).filter(|_| open && !closed && !self.rows.is_empty()),
            );
        vec![closing.into(), all.into()]
    }

    /// The figures of the sitting on show.
    pub(super) fn figures(&self, dossier: &Dossier) -> Option<Figures> {
        let delegates = dossier.delegates.iter().filter(|one| one.cluster == self.cluster);
        Some(Figures::of(delegates, self.sitting?, self.attendance.as_ref()?))
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let content: Element<'a, Message> = match (self.rows.is_empty(), self.sitting, &self.attendance) {
            (_, _, None) => iced::widget::space().into(),
            (_, None, _) => empty::empty(
                Icon::Clock,
                context.t("attendance-no-sitting"),
                context.t("attendance-no-sitting-cure"),
                [button::secondary(None, context.t("attendance-to-programme"))
                    .on_press(Message::Programme)
                    .into()],
            ),
            (true, Some(sitting), _) => {
                let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == self.cluster);
                let numbers = cluster.map(|cluster| self.numbers(cluster, sitting, dossier, context));
                let content = column![].push(self.told(context)).push(numbers);
                content.spacing(space::M).height(Length::Fill).into()
            }
            _ => column![]
                .push(self.page_head(dossier, context))
                .push(self.head(dossier, context))
                .push(self.told(context).filter(|_| !is_narrow(context)))
                .push(self.unused_numbers(dossier, context))
                .push(match self.look {
                    Look::Units => self.units_list(dossier, context),
                    Look::Pages if self.page.is_none() => self.pages_list(dossier, context),
                    _ => self.list(dossier, context),
                })
                .spacing(space::M)
                .height(Length::Fill)
                .into(),
        };
        // A page has its own columns to choose among.
        let sittings = self.page.is_none().then(|| {
            let looks = self.looks(dossier, context);
            let sittings = row![container(self.sittings(dossier, context)).width(Length::Fill)]
                .push(self.guests(dossier, context))
                .spacing(space::M)
                .align_y(Alignment::Center);
            column![sittings, looks].spacing(space::S)
        });
        // With little room one line is told at a time.
        let has_room = !is_narrow(context) || self.answer.is_none();
        let waiting = self.exchange.banner(context).filter(|_| has_room);
        column![]
            .push(waiting.map(|banner| banner.map(Message::Exchange)))
            .push(sittings)
            .push(content)
            .spacing(space::M)
            .padding([space::L, space::XL])
            .height(Length::Fill)
            .into()
    }

    /// What is done now and then, beside the looks.
    fn tools<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let walk_in = context.if_writable(Message::Newcomer(Said::Open(Purpose::WalkIn, String::new())));
        let of_look = match self.look {
            Look::Units => Some(
                command(Icon::Presentation, context.t("attendance-board"))
                    .id("marking-board")
                    .on_press(Message::Board(true)),
            ),
            Look::Pages => Some(
                command(Icon::Phone, context.t("attendance-by-list"))
                    .id("marking-by-list")
                    .on_press_maybe(context.if_writable(Message::ByList).filter(|_| !self.is_closed())),
            ),
            _ => None,
        };
        let always = [
            command(Icon::UserPlus, context.t("attendance-walk-in"))
                .id("marking-walk-in")
                .on_press_maybe(walk_in.filter(|_| !self.is_closed())),
            command(Icon::Columns3, context.t("reconcile")).id("reconcile").on_press(Message::Reconcile),
            command(Icon::Image, context.t("scans-open"))
                .id("scans-open")
                .on_press(Message::Scans(super::scans::Message::Open)),
            self.exchange.action(context).map(Message::Exchange),
        ];
        bar::bar(of_look.into_iter().chain(always).collect(), context.t("window-more")).into()
    }

    /// The ways to look at a sitting, each with what is missing there.
    fn looks<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let (missing, units) = self.units_missing(dossier);
        let by_unit = Sentence::new("attendance-look-units").with("missing", missing).with("count", units);
        let looks = [
            (Look::People, context.t("attendance-look-people")),
            (Look::Units, context.say(&by_unit)),
            (Look::Pages, context.t("attendance-look-pages")),
        ];
        let looks = looks.into_iter().map(|(look, words)| {
            chip::choice(words, self.look == look, Tone::Neutral, Message::Look(look)).into()
        });
        row(looks).push(self.tools(context)).spacing(space::XS).align_y(Alignment::Center).into()
    }

    /// The clusters and the sittings of one.
    fn sittings<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let clusters = dossier.clusters.iter().map(|cluster| {
            let chosen = Some(cluster.id) == self.cluster;
            let label = cluster.details.name.clone();
            chip::choice(label, chosen, Tone::Neutral, Message::Cluster(cluster.id)).into()
        });
        // With one cluster there is nothing to choose.
        let clusters: Vec<Element<'a, Message>> =
            if dossier.clusters.len() > 1 { clusters.collect() } else { Vec::new() };
        let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == self.cluster);
        let sittings = cluster.map(Cluster::in_order).unwrap_or_default().into_iter().map(|sitting| {
            let chosen = Some(sitting.id) == self.sitting;
            let closed = self.attendance.as_ref().is_some_and(|one| one.is_closed(sitting.id));
            let label = match closed {
                true => format!("{} · {}", named(sitting), context.t("attendance-closed")),
                false => named(sitting),
            };
            chip::choice(label, chosen, Tone::Neutral, Message::Sitting(sitting.id)).into()
        });
        let dot = (!clusters.is_empty()).then(|| small("·").into());
        row(clusters.into_iter().chain(dot).chain(sittings))
            .spacing(space::S)
            .align_y(Alignment::Center)
            .wrap()
            .vertical_spacing(space::XS)
            .into()
    }

    /// The field and the figures; under each other where there is little room.
    fn head<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let is_narrow = is_narrow(context);
        let field = self.field(is_narrow, dossier, context);
        let figures = self.figures(dossier).unwrap_or_default();
        let present = format!("{}/{}", figures.present, figures.invited);
        let counts = [
            (present, "attendance-present", Tone::Green),
            (figures.excused.to_string(), excused(dossier), Tone::Amber),
            (figures.absent.to_string(), "attendance-absent", Tone::Danger),
            (figures.unmarked.to_string(), "attendance-unmarked", Tone::Neutral),
        ];
        let counts = counts.map(|(count, words, tone)| -> Element<'a, Message> {
            let role = if is_narrow { Role::Strong } else { Role::Title };
            let (count, words) =
                (plain(count, role).color(tone.strong()), styled(context.t(words), Role::Tiny));
            match is_narrow {
                true => row![count, words].spacing(space::XS).align_y(Alignment::Center).into(),
                false => column![count, words].into(),
            }
        });
        let counts = row(counts).spacing(space::L);
        if is_narrow {
            // One line is told at a time.
            let below = self.told(context).unwrap_or_else(|| counts.into());
            return column![field, below].spacing(space::XS).into();
        }
        let counts = container(counts).padding([space::S, space::L]).style(style::card);
        row![container(field).width(Length::Fill), counts].spacing(space::M).align_y(Alignment::Center).into()
    }

    /// The field, and which keys mean what in it; with little room, only those that are other than usual.
    fn field<'a>(
        &'a self,
        is_narrow: bool,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        if self.is_closed() {
            return small(context.t("attendance-closed-words")).into();
        }
        let entry = search::entry(
            if self.page.is_some() { Tone::Amber } else { Tone::Neutral },
            &self.typed,
            &self.page_hint(dossier, context).unwrap_or_else(|| context.t("attendance-placeholder")),
            (Icon::ScanLine, search::KEY),
            Message::Typed,
            Some(Message::Entered(AttendanceStatus::Present)),
        );
        let keys = match (&self.page, self.look) {
            (Some(page), _) if page.signed_for.is_some() => Some(context.t("mark-receipt-only-numbers")),
            (Some(_), _) => Some(context.t("attendance-page-keys")),
            (None, Look::Pages) => (!self.to_enter().is_empty()).then(|| self.pages_words(context)),
            (None, _) => (!is_narrow).then(|| context.t(keys(dossier))),
        };
        column![entry].push(keys.map(small)).spacing(space::XS).into()
    }

    /// What was answered to the last entry.
    fn told<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let answer = self.answer.as_ref()?;
        let offer = answer.offer.as_ref().map(|(words, message)| {
            button::secondary_small(None, context.say(words)).on_press(message.clone()).into()
        });
        Some(banner::inset(answer.tone, answer.icon, context.say(&answer.words), offer))
    }
}

fn is_narrow(context: Context<'_>) -> bool {
    context.page_width() < ALL_COLUMNS
}

/// "Thứ Sáu 25/9 · Sáng"; without the day of the week where the year is not known.
pub(super) fn named(sitting: &Sitting) -> String {
    let half = sitting.half.printed();
    match sitting.date.calendar() {
        Some(day) => format!("{} {}/{} · {half}", date::weekday(day), day.day(), day.month()),
        None => format!("{} · {half}", date::short(sitting.date)),
    }
}

/// What an absence with leave is called: as conferences or as classes do.
pub(super) fn excused(dossier: &Dossier) -> &'static str {
    match dossier.session.details.kind {
        SessionKind::Conference => "attendance-excused-conference",
        SessionKind::Class => "attendance-excused",
    }
}

/// The keys, with those words.
fn keys(dossier: &Dossier) -> &'static str {
    match dossier.session.details.kind {
        SessionKind::Conference => "attendance-keys-conference",
        SessionKind::Class => "attendance-keys",
    }
}

/// The word for a status, as this kind of session says it.
pub(super) fn word(status: AttendanceStatus, dossier: &Dossier) -> &'static str {
    match status {
        AttendanceStatus::Present => "attendance-present",
        AttendanceStatus::Late => "attendance-late",
        AttendanceStatus::LeftEarly => "attendance-left-early",
        AttendanceStatus::Excused => excused(dossier),
        AttendanceStatus::Absent => "attendance-absent",
        AttendanceStatus::Substituted => "attendance-substituted",
    }
}
