//! What a check of the data file found, in words, with what can be done about it.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::{Check, Message};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain};
use crate::app::widget::button;
use crate::sentence::Sentence;
use crate::store::{Altered, CheckReport};

/// So many names are told; the rest is counted.
const MOST_NAMES: usize = 5;

/// The answer of a check.
pub(super) fn answer<'a>(check: &'a Check, context: Context<'a>) -> Option<Element<'a, Message>> {
    Some(match check {
        Check::Idle => return None,
        Check::Running => line(Tone::Neutral, Icon::Clock, context.t("window-office-checking")),
        Check::Done(report) if report.is_sound() => {
            line(Tone::Green, Icon::CircleCheck, context.t("window-office-sound"))
        }
        Check::Done(report) => found(report, context),
    })
}

fn line<'a>(tone: Tone, icon: Icon, words: String) -> Element<'a, Message> {
    let words = plain(words, Role::Body).color(tone.strong()).width(Length::Fill);
    row![icon.view().color(tone.strong()), words].spacing(space::S).align_y(Alignment::Start).into()
}

fn found<'a>(report: &CheckReport, context: Context<'a>) -> Element<'a, Message> {
    let say = |sentence: Sentence| line(Tone::Danger, Icon::CircleAlert, context.say(&sentence));
    let first = |all: &[String]| all.first().cloned();
    let damage =
        first(&report.damage).map(|detail| say(Sentence::new("window-check-damage").with("detail", detail)));
    let dangling = first(&report.dangling).map(|table| {
        let dangling = Sentence::new("window-check-dangling").with("count", report.dangling.len());
        say(dangling.with("detail", kind(&table, context)))
    });
    let bad_text = (!report.bad_text.is_empty()).then(|| {
        let words = say(Sentence::new("window-check-bad-text").with("where", places(report, context)));
        let mend = button::secondary_small(None, context.t("window-check-mend"))
            .id("check-mend")
            .on_press_maybe(context.if_writable(Message::MendText));
        column![words, mend].spacing(space::S).into()
    });
    let altered = (!report.altered.is_empty()).then(|| {
        let words = match report.written_elsewhere {
            Some(_) => "window-check-elsewhere",
            None => "window-check-spoiled",
        };
        let names = names(&report.altered, context);
        let words = say(Sentence::new(words).with("count", report.altered.len()).with("names", names));
        let accept = report.written_elsewhere.is_some().then(|| {
            button::secondary_small(None, context.t("window-check-accept"))
                .id("check-accept")
                .on_press_maybe(context.if_writable(Message::AcceptAltered))
        });
        column![words].push(accept).spacing(space::S).into()
    });
    let all: Vec<Element<'a, Message>> =
        [damage, dangling, bad_text, altered].into_iter().flatten().collect();
    column(all).spacing(space::M).into()
}

fn kind(table: &str, context: Context<'_>) -> String {
    context.say(&Sentence::new("window-check-kind").with("table", table.to_owned()))
}

/// Where text is broken: what it is about, and for who helps, the column.
fn places(report: &CheckReport, context: Context<'_>) -> String {
    let mut places: Vec<String> = report
        .bad_text
        .iter()
        .map(|place| format!("{} ({place})", kind(place.split('.').next().unwrap_or(place), context)))
        .collect();
    places.dedup();
    places.join(", ")
}

/// Whose records they are.
fn names(altered: &[Altered], context: Context<'_>) -> String {
    let one = |one: &Altered| {
        let words = match &one.name {
            Some(name) => Sentence::new("window-check-one").with("name", name.clone()),
            None => Sentence::new("window-check-somebody").with("row", one.row),
        };
        context.say(&words.with("kind", kind(one.table, context)))
    };
    let mut names: Vec<String> = altered.iter().take(MOST_NAMES).map(one).collect();
    if altered.len() > MOST_NAMES {
        names.push(format!("+{}", altered.len() - MOST_NAMES));
    }
    names.join(", ")
}
