//! The documents a topic cites, and what those cite in turn.

use iced::widget::{column, container, row};
use iced::{Alignment, Color, Element, Length, Padding};

use super::edit::{self, TopicField};
use super::{Message, State, words};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain, small, styled};
use crate::app::widget::date_field::date_field;
use crate::app::widget::field::field;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::app::widget::{button, form};
use crate::domain::id::DocumentId;
use crate::domain::library::{Citing, Document, Library, LibraryTopic};

/// Kinds of document that are offered; any other is taken as well.
const KINDS: [&str; 14] = [
    "Chỉ thị",
    "Chương trình",
    "Công văn",
    "Điều lệ",
    "Hướng dẫn",
    "Kế hoạch",
    "Kết luận",
    "Luật",
    "Nghị định",
    "Nghị quyết",
    "Quy định",
    "Quyết định",
    "Thông báo Kết luận",
    "Thông tri",
];

/// Deeper citations than this are not drawn: no document cites so far.
const DEEPEST: usize = 6;

impl State {
    /// All citations of a topic.
    pub(super) fn documents<'a>(
        &'a self,
        topic: &'a LibraryTopic,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let by = Citing::Topic(topic.id);
        let mut lines = Vec::new();
        for id in &topic.cites {
            self.citation(by, *id, 0, library, context, &mut lines);
        }
        let none = topic.cites.is_empty().then(|| small(context.t("window-topics-no-documents")));
        column![styled(context.t("window-topics-documents"), Role::FieldLabel)]
            .push(none)
            .extend(lines)
            .push(context.can_write().then(|| adding(by, &topic.cites, library, context)))
            .spacing(space::XS)
            .into()
    }

    fn citation<'a>(
        &'a self,
        by: Citing,
        id: DocumentId,
        depth: usize,
        library: &'a Library,
        context: Context<'a>,
        lines: &mut Vec<Element<'a, Message>>,
    ) {
        let Some(document) = library.document(id).filter(|_| depth < DEEPEST) else { return };
        let open = self.document == Some((by, id));
        let about = words::about_document(&document.details);
        let about = (!about.is_empty()).then(|| small(about));
        let lead = if depth > 0 { context.t("window-topics-citing") } else { String::new() };
        let title = plain(format!("{lead}{}", words::document(&document.details)), Role::SmallLabel);
        let icon = if open { Icon::ChevronDown } else { Icon::ChevronRight };
        let content =
            row![icon.sized(14.0).color(palette::MUTED), column![title].push(about).width(Length::Fill)]
                .spacing(6.0)
                .align_y(Alignment::Start);
        let look = move |status: Status| {
            let ground = match (open, status) {
                (true, _) => palette::CHOSEN,
                (_, Status::Hovered | Status::Pressed) => palette::SURFACE_SOFT,
                _ => Color::TRANSPARENT,
            };
            Look::flat(ground, palette::INK).corners(space::RADIUS_S)
        };
        let line = press(content, look)
            .width(Length::Fill)
            .padding([4.0, 6.0])
            .ring_inside()
            .on_press(Message::Edit(edit::Message::Turn(by, id)));
        // At most six steps: the number is exact.
        let indent = 16.0 * u16::try_from(depth).map_or(0.0, f32::from);
        let fields = open.then(|| self.document_fields(by, document, library, context));
        lines.push(
            container(column![line].push(fields).spacing(space::S))
                .padding(Padding { left: indent, ..Padding::ZERO })
                .into(),
        );
        for cited in &document.cites {
            self.citation(Citing::Document(id), *cited, depth + 1, library, context, lines);
        }
    }

    fn document_fields<'a>(
        &'a self,
        by: Citing,
        document: &'a Document,
        library: &'a Library,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let (id, details) = (document.id, &document.details);
        let text = |what: TopicField, name: &'static str, label: &str, value: Option<&str>| {
            field(value.unwrap_or_default())
                .label(context.t(label))
                .in_drafts(context.drafts, edit::document_key(id, what))
                .id(name)
                .on_commit_maybe(
                    context.if_writable(move |text| Message::Edit(edit::Message::Document(id, what, text))),
                )
        };
        let kinds = KINDS.map(str::to_owned).to_vec();
        let date = date_field(context.locale, details.date, move |date| {
            Message::Edit(edit::Message::Issued(id, date))
        })
        .label(context.t("window-topics-document-date"))
        .in_drafts(context.drafts, edit::document_key(id, TopicField::Date))
        .id("document-date")
        .read_only_unless(context.can_write());
        let by_document = Citing::Document(id);
        let remove = button::danger_small(Some(Icon::Trash2), context.t("window-topics-document-remove"))
            .id("document-remove")
            .on_press_maybe(context.if_writable(Message::Edit(edit::Message::Uncite(by, id))));
        let fields = form::form([
            text(TopicField::Kind, "document-kind", "window-topics-document-kind", Some(&details.kind))
                .suggest(kinds)
                .into(),
            form::beside([
                text(
                    TopicField::Number,
                    "document-number",
                    "window-topics-document-number",
                    details.number.as_deref(),
                )
                .into(),
                date.into(),
            ])
            .into(),
            text(
                TopicField::Issuer,
                "document-issuer",
                "window-topics-document-issuer",
                details.issuer.as_deref(),
            )
            .into(),
            text(
                TopicField::About,
                "document-about",
                "window-topics-document-about",
                details.title.as_deref(),
            )
            .into(),
        ]);
        let more = context.can_write().then(|| {
            column![
                small(context.t("window-topics-document-cites")),
                adding(by_document, &document.cites, library, context)
            ]
            .spacing(space::XS)
        });
        container(column![fields].push(more).push(remove).spacing(space::S))
            .padding(Padding { left: 20.0, bottom: space::S, ..Padding::ZERO })
            .into()
    }
}

/// A new document to cite, or one that is in the library.
fn adding<'a>(
    by: Citing,
    cited: &[DocumentId],
    library: &'a Library,
    context: Context<'a>,
) -> Element<'a, Message> {
    let others =
        library.documents.iter().filter(|one| !cited.contains(&one.id) && by != Citing::Document(one.id));
    let options: Vec<_> =
        others.map(|one| (one.id, words::shortened(&words::document(&one.details), 20))).collect();
    let known = (!options.is_empty()).then(|| {
        select(options, None)
            .placeholder(context.t("window-topics-document-known"))
            .id("document-known")
            .on_choose(move |id| Message::Edit(edit::Message::CiteKnown(by, id)))
    });
    let new = button::quiet(Some(Icon::Plus), context.t("window-topics-document-add"))
        .id(match by {
            Citing::Topic(_) => "document-add",
            Citing::Document(_) => "document-add-under",
        })
        .on_press(Message::Edit(edit::Message::Cite(by)));
    row![new].push(known).spacing(space::S).align_y(Alignment::Center).into()
}
