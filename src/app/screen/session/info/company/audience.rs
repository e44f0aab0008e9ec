//! Thành phần: the groups a session calls, with numbers, beside its list.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::lines::Line;
use super::{Context, Kind, Message, input};
use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::{chip, form};
use crate::domain::audience::{Disagreement, Headcount, disagreement, headcount, read_count};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::domain::session::AudienceGroup;
use crate::sentence::Sentence;

/// A change of a called group.
#[derive(Debug, Clone)]
pub enum Edit {
    /// Its words were committed.
    Label(String),
    /// Its number was committed, as typed: "hơn 200".
    Count(String),
    /// Its number is the total of this group and those after it, or not.
    Total(bool),
}

impl Edit {
    /// The field in the history.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Label(_) => "label",
            Self::Count(_) => "count",
            Self::Total(_) => "total",
        }
    }

    /// Carries it out.
    pub fn apply(self, group: &mut AudienceGroup) {
        match self {
            Self::Label(label) => group.label = label,
            Self::Count(text) => {
                // The field lets nothing else through.
                let Some(read) = read_count(&text) else { return };
                group.count = read.map(|(count, _)| count);
                group.approximate = read.is_some_and(|(_, approximate)| approximate);
            }
            Self::Total(total) => group.total = total,
        }
    }
}

impl Line for AudienceGroup {
    fn is_named(&self) -> bool {
        !self.label.is_empty()
    }
}

/// A group to be named.
pub fn blank() -> AudienceGroup {
    AudienceGroup { label: String::new(), count: None, approximate: false, total: false }
}

/// Its line.
pub fn words<'a>(one: &'a AudienceGroup, context: Context<'a>) -> super::Words<'a> {
    let count = one.count.map(|count| {
        let id = match (one.approximate, one.total) {
            (true, false) => "window-info-audience-about",
            (false, false) => "window-info-audience-exact",
            (true, true) => "window-info-audience-about-total",
            (false, true) => "window-info-audience-total",
        };
        chip::chip(Tone::Neutral, None, context.count(id, count))
    });
    let label = if one.is_named() { one.label.clone() } else { context.t("info-group-new") };
    (body(label).into(), count)
}

/// Its fields.
pub fn fields<'a>(
    session: SessionId,
    (key, at): (u64, usize),
    one: &'a AudienceGroup,
    context: Context<'a>,
) -> Element<'a, Message> {
    let label = input((session, Kind::Audience, at), "label", &one.label, context, move |label| {
        Message::Audience(key, Edit::Label(label))
    });
    let label = super::needed(label, "info-group-needs-name", context).label(context.t("info-group-name"));
    let typed = match (one.count, one.approximate) {
        (None, _) => String::new(),
        (Some(count), false) => count.to_string(),
        (Some(count), true) => context.count("info-count-about", count),
    };
    let refusal = context.t("info-group-not-a-count");
    let count = input((session, Kind::Audience, at), "count", &typed, context, move |count| {
        Message::Audience(key, Edit::Count(count))
    })
    .label(context.t("info-group-count"))
    .placeholder(context.t("info-group-count-hint"))
    .check(move |text| read_count(text).map(drop).ok_or_else(|| refusal.clone()))
    .width(150.0);
    let total =
        checkbox(one.total, context.t("info-group-total"), move |on| Message::Audience(key, Edit::Total(on)));
    let total = match context.can_write() {
        true => total,
        false => total.on_press_maybe(None),
    };
    form::form([form::beside([label.into(), count.into()]).into(), total.into()]).into()
}

/// How many are called and how many are on the list, and whether that agrees.
pub fn agreement<'a>(dossier: &'a Dossier, context: Context<'a>) -> Option<Element<'a, Message>> {
    let called = headcount(&dossier.audience)?;
    let listed = dossier.listed(None);
    let sentence = |id: &str| Sentence::new(id).with("called", called.count).with("listed", listed);
    let facts = match called {
        Headcount { approximate: true, .. } => "info-called-about",
        Headcount { at_least: true, .. } => "info-called-least",
        _ => "info-called-exact",
    };
    let warning = match disagreement(called, listed) {
        None => None,
        Some(Disagreement::Missing(count)) => Some(sentence("info-list-missing").with("count", count)),
        Some(Disagreement::Extra(count)) => Some(sentence("info-list-extra").with("count", count)),
    };
    let warning = warning.map(|warning| {
        let rule = if called.approximate { "info-list-rule-about" } else { "info-list-rule-exact" };
        let color = Tone::Amber.strong();
        let words = column![plain(context.say(&warning), Role::Body).color(color), small(context.t(rule))];
        row![Icon::TriangleAlert.view().color(color), words.width(Length::Fill)]
            .spacing(space::S)
            .align_y(Alignment::Start)
    });
    Some(column![small(context.say(&sentence(facts)))].push(warning).spacing(space::XS).into())
}
