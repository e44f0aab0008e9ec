//! The outline of a topic: a text of several lines.

use super::Message;
use super::edit::{self, TopicField};
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::widget::field::{TextArea, text_area};
use crate::domain::library::LibraryTopic;

/// Room for three lines.
const HEIGHT: f32 = 2.0 * space::CONTROL;

/// Its field.
pub fn field<'a>(topic: &LibraryTopic, context: Context<'a>) -> TextArea<'a, Message> {
    let id = topic.id;
    text_area(topic.details.outline.as_deref().unwrap_or_default())
        .in_drafts(context.drafts, edit::key(id, TopicField::Outline))
        .id("topic-outline")
        .label(context.t("window-topics-outline"))
        .placeholder(context.t("window-topics-outline-hint"))
        .min_height(HEIGHT)
        .on_commit_maybe(context.if_writable(move |text| Message::Outline(id, text)))
}
