//! The card of the number patterns: how plans, decisions, invitations and
//! certificates are numbered, with what prints.

use iced::{Element, Length};

use super::edit::SettingsField;
use super::organisation::text;
use super::{Message, Shown};
use crate::app::screen::Context;
use crate::app::widget::{card, form};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{NUMBER_PLACE, numbered, pattern_read, pattern_shown};
use crate::sentence::{Explain, Sentence};

/// The number in the example.
const EXAMPLE: &str = "127";

/// The card.
pub fn card<'a>(shown: &'a Shown, context: Context<'a>) -> Element<'a, Message> {
    let field = |part: SettingsField, label: &str, usual: &'static str| -> Element<'a, Message> {
        let pattern = part.of(&shown.details);
        let hint = match pattern.is_empty() {
            true => Sentence::new("info-number-none").with("place", pattern_shown(NUMBER_PLACE)),
            false => Sentence::new("info-number-prints").with("example", numbered(pattern, EXAMPLE)),
        };
        text(part, shown, context)
            .label(context.t(label))
            .placeholder(usual)
            .suggest(vec![usual.to_owned()])
            .hint(context.say(&hint))
            .check(move |text| match text.is_empty() || pattern_read(text).contains(NUMBER_PLACE) {
                true => Ok(()),
                false => Err(context.say(&Mistake::NoNumberInPattern(text.to_owned()).explain())),
            })
            .into()
    };
    let fields = form::form([
        form::beside([
            field(SettingsField::PlanNumber, "info-number-plan", "…/KH-MTTQ-BTT"),
            field(SettingsField::DecisionNumber, "info-number-decision", "…/QĐ-MTTQ-BTT"),
        ])
        .into(),
        form::beside([
            field(SettingsField::InvitationNumber, "info-number-invitation", "…/GM-MTTQ-BTT"),
            field(SettingsField::Pattern, "info-number-certificate", "…/CN-MTTQ"),
        ])
        .into(),
    ]);
    card::titled(context.t("info-numbers"), None, fields).width(Length::Fill).into()
}
