//! The card of personal data: how long they are usually kept, and which sessions need a look.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};
use jiff::civil::Date;

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::number_field::number_field;
use crate::app::widget::{button, card, chip};
use crate::domain::id::SessionId;
use crate::domain::retention::{HABIT, Kept};
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

/// The most years that can be usual.
const MOST: u32 = 70;

/// The draft of the field.
const KEY: &str = "setting retention_years";

/// The card; what is `kept` may not be known.
pub fn card<'a>(years: Option<u32>, kept: Option<&'a [Kept]>, context: Context<'a>) -> Element<'a, Message> {
    let habit = number_field(years, 1..=MOST, context.t("personal-habit-wrong"), Message::KeptYears)
        .label(context.t("personal-habit-years"))
        .hint(context.t("personal-habit-hint"))
        .in_drafts(context.drafts, KEY)
        .id("keep-years")
        .read_only_unless(context.can_write());
    let today = crate::clock::today();
    let review = kept.map(|kept| {
        let lines: Vec<Element<'a, Message>> =
            kept.iter().filter_map(|one| line(one, today, context)).collect();
        let list: Element<'a, Message> = match lines.is_empty() {
            true => small(context.t("personal-review-none")).into(),
            false => column(lines).spacing(space::M).into(),
        };
        column![styled(context.t("personal-review"), Role::FieldLabel), list].spacing(space::S)
    });
    let content = column![habit].push(review).spacing(space::L);
    card::titled(context.t("personal-habit"), None, content).width(Length::Fill).into()
}

/// A session that is past its date or held; what may be done about it.
fn line<'a>(one: &'a Kept, today: Date, context: Context<'a>) -> Option<Element<'a, Message>> {
    let held = one.retention.hold_reason.as_ref();
    let (tone, icon, words) = match held {
        Some(reason) => {
            (Tone::Blue, Icon::Lock, Sentence::new("personal-review-held").with("reason", reason.as_str()))
        }
        None if one.retention.is_over(today) => (
            Tone::Amber,
            Icon::Clock,
            Sentence::new("personal-review-over")
                .with("date", one.retention.keep_until.map(short).unwrap_or_default())
                .with("count", one.named),
        ),
        None => return None,
    };
    let extend = held.is_none().then(|| {
        button::quiet(None, context.t("personal-extend"))
            .on_press_maybe(context.if_writable(Message::Extend(one.session)))
    });
    let erase = held.is_none().then(|| {
        button::quiet(None, context.t("personal-erase-session"))
            .on_press_maybe(context.if_writable(Message::AskErase(one.session, one.title.clone())))
    });
    let open = button::quiet(None, context.t("personal-open")).on_press(Message::OpenSession(one.session));
    let ways = row![chip::chip(tone, Some(icon), context.say(&words))]
        .push(extend)
        .push(erase)
        .push(open)
        .spacing(space::S)
        .align_y(Alignment::Center)
        .wrap();
    Some(column![styled(one.title.as_str(), Role::Body), ways].spacing(2.0).into())
}

/// Keeps what is usual.
pub fn save_years(years: Option<u32>, context: Context<'_>) -> Action<Message> {
    Action::save(KEY, context.store.set_setting(HABIT, years.map(|years| years.to_string())))
}

/// Keeps the data of a session a year longer, counted from today.
pub fn extend(session: SessionId, context: Context<'_>) -> Action<Message> {
    let next = crate::clock::today().saturating_add(jiff::Span::new().years(1));
    let Some(until) = crate::domain::date::FuzzyDate::of(next) else { return Action::None };
    let extended =
        context.store.edit_retention(session, "extended", move |kept| kept.keep_until = Some(until));
    Action::write(extended, |()| None)
}
