//! The words of a text: paragraphs of pieces. What is typed is a field, what is filled in a chip with the word for it.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length as Wide};

use super::super::super::Context;
use super::{Message, State};
use crate::app::icon::{self, Icon};
use crate::app::theme::palette;
use crate::app::theme::text::{Role, plain, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::domain::certificate_template::change::Change;
use crate::domain::certificate_template::{
    Content, Element as Part, FieldPiece, Paragraph, Piece, Placeholder, Span, Text, spaced,
};

/// The paragraphs of a text.
pub fn wording<'a>(
    state: &'a State,
    part: &'a Part,
    text: &'a Text,
    context: Context<'a>,
) -> Element<'a, Message> {
    let editor = Editor { part, text, chosen: state.piece, context };
    let paragraphs = (0..text.paragraphs.len()).map(|at| editor.paragraph(at));
    let mut more = text.paragraphs.clone();
    more.push(vec![Span::words(context.t("designer-new-words"))]);
    let more = button::quiet(Some(Icon::Plus), context.t("designer-add-paragraph"))
        .id("mau-paragraph")
        .on_press_maybe(editor.written(more));
    column![styled(context.t("designer-words"), Role::FieldLabel)]
        .extend(paragraphs)
        .push(more)
        .spacing(space::S)
        .into()
}

/// What the controls of a text need.
#[derive(Clone, Copy)]
struct Editor<'a> {
    part: &'a Part,
    text: &'a Text,
    chosen: Option<(usize, usize)>,
    context: Context<'a>,
}

impl<'a> Editor<'a> {
    /// The message that writes paragraphs; those without a piece are gone.
    fn message(self, paragraphs: Vec<Paragraph>) -> Message {
        Message::Changed(self.change(paragraphs))
    }

    fn change(self, paragraphs: Vec<Paragraph>) -> Box<Change> {
        let paragraphs = paragraphs.iter().map(|one| spaced(one)).filter(|one| !one.is_empty()).collect();
        let text = Text { paragraphs, style: self.text.style };
        Box::new(Change::Content(self.part.id, Content::Text(text)))
    }

    fn written(self, paragraphs: Vec<Paragraph>) -> Option<Message> {
        self.context.if_writable(self.message(paragraphs))
    }

    /// The same paragraphs but for one.
    fn with(self, at: usize, change: impl FnOnce(&mut Paragraph)) -> Vec<Paragraph> {
        let mut all = self.text.paragraphs.clone();
        if let Some(paragraph) = all.get_mut(at) {
            change(paragraph);
        }
        all
    }

    fn paragraph(self, at: usize) -> Element<'a, Message> {
        let context = self.context;
        let paragraph = &self.text.paragraphs[at];
        let pieces = paragraph.iter().enumerate().map(|(place, span)| self.piece((at, place), span));
        // Where nothing is chosen, at the end.
        let after =
            self.chosen.filter(|(chosen, _)| *chosen == at).map_or(paragraph.len(), |(_, place)| place + 1);
        let words = field("")
            .placeholder(context.t("designer-more-words"))
            .of((self.part.id, at, paragraph.len(), "more"))
            .id(format!("mau-more-{at}"))
            .on_commit_maybe(context.if_writable(move |words: String| {
                self.message(self.with(at, |pieces| {
                    if !words.is_empty() {
                        pieces.insert(after.min(pieces.len()), Span::words(words));
                    }
                }))
            }));
        let all = Placeholder::ALL.map(|(field, word)| (field, word.to_owned()));
        let mut insert =
            select(all, None).placeholder(context.t("designer-insert")).id(format!("mau-insert-{at}"));
        if context.can_write() {
            insert = insert.on_choose(move |field| {
                self.message(
                    self.with(at, |pieces| pieces.insert(after.min(pieces.len()), Span::field(field))),
                )
            });
        }
        let body = column(pieces).spacing(space::XS).push(words).push(insert);
        let chosen =
            self.chosen.filter(|(chosen, _)| *chosen == at).map(|(_, place)| self.details(at, place));
        container(body.push(chosen))
            .padding(space::S)
            .width(Wide::Fill)
            .style(style::rounded(palette::SURFACE_SOFT, space::RADIUS_S))
            .into()
    }

    fn piece(self, (at, place): (usize, usize), span: &'a Span) -> Element<'a, Message> {
        let is_chosen = self.chosen == Some((at, place));
        let choose = Message::Piece((!is_chosen).then_some((at, place)));
        match &span.piece {
            Piece::Words(words) => {
                let typed = field(words.trim())
                    .of((self.part.id, at, place))
                    .id(format!("mau-words-{at}-{place}"))
                    .on_commit_maybe(self.context.if_writable(move |words: String| {
                        self.message(self.with(at, |pieces| {
                            if let Some(span) = pieces.get_mut(place) {
                                span.piece = Piece::Words(words);
                            }
                        }))
                    }));
                let more = button::icon_only(Icon::Ellipsis, self.context.t("window-more")).on_press(choose);
                row![typed, more].align_y(Alignment::Center).into()
            }
            Piece::Field(piece) => {
                let said = format!("{}{}{}", piece.lead, piece.field.word(), piece.tail);
                let label =
                    row![Icon::IdCard.sized(icon::SIZE_S), plain(said.trim().to_owned(), Role::Small)]
                        .spacing(space::XS)
                        .align_y(Alignment::Center);
                let look = move |_: Status| match is_chosen {
                    true => Look::flat(palette::CHOSEN, palette::INK).edged(palette::MARK).corners(12.0),
                    false => Look::flat(palette::BLUE_SOFT, palette::BLUE).corners(12.0),
                };
                press(label, look)
                    .id(format!("mau-chip-{at}-{place}"))
                    .padding([3.0, 10.0])
                    .on_press(choose)
                    .into()
            }
        }
    }

    /// What can be said of the chosen piece.
    fn details(self, at: usize, place: usize) -> Element<'a, Message> {
        let context = self.context;
        let Some(span) = self.text.paragraphs[at].get(place) else { return iced::widget::space().into() };
        let changed = move |change: &dyn Fn(&mut Span)| {
            self.message(self.with(at, |pieces| {
                if let Some(span) = pieces.get_mut(place) {
                    change(span);
                }
            }))
        };
        let tick = |on: bool, words: &str, message: Message| {
            checkbox(on, context.t(words), |_| message.clone()).on_press_maybe(context.if_writable(message))
        };
        let (bold, italic) = (span.bold, span.italic);
        let around = match &span.piece {
            Piece::Words(_) => None,
            Piece::Field(piece) => Some(self.around(at, place, piece)),
        };
        let mut without = self.text.paragraphs.clone();
        without[at].remove(place);
        let moved = |to: Option<usize>| {
            let to = to.filter(|to| *to < self.text.paragraphs[at].len())?;
            let change = self.change(self.with(at, |pieces| pieces.swap(place, to)));
            // What was moved stays chosen: it may be moved further.
            context.if_writable(Message::Reworded(change, Some((at, to))))
        };
        column![
            row![
                tick(bold, "designer-bold", changed(&|span| span.bold = !span.bold)),
                tick(italic, "designer-italic", changed(&|span| span.italic = !span.italic)),
            ]
            .spacing(space::M),
            row![
                button::icon_only(Icon::ArrowUp, self.context.t("window-tip-up"))
                    .on_press_maybe(moved(place.checked_sub(1))),
                button::icon_only(Icon::ArrowDown, self.context.t("window-tip-down"))
                    .on_press_maybe(moved(Some(place + 1))),
                button::icon_only(Icon::Trash2, self.context.t("window-tip-remove"))
                    .id("mau-piece-remove")
                    .on_press_maybe(self.written(without)),
            ],
        ]
        .push(around)
        .spacing(space::XS)
        .into()
    }

    /// The words that go when there is nothing to fill in.
    fn around(self, at: usize, place: usize, piece: &'a FieldPiece) -> Element<'a, Message> {
        let context = self.context;
        let edit = |value: &'a str, words: &str, name: &'static str, put: fn(&mut FieldPiece, String)| {
            field(value.trim())
                .label(context.t(words))
                .of((self.part.id, at, place, name))
                .id(name)
                .on_commit_maybe(context.if_writable(move |words: String| {
                    self.message(self.with(at, |pieces| {
                        if let Some(Span { piece: Piece::Field(piece), .. }) = pieces.get_mut(place) {
                            put(piece, words);
                        }
                    }))
                }))
        };
        column![
            edit(&piece.lead, "designer-lead", "mau-lead", |piece, words| piece.lead = words),
            edit(&piece.tail, "designer-tail", "mau-tail", |piece, words| piece.tail = words),
            small(context.t("designer-lead-hint")),
        ]
        .spacing(space::XS)
        .into()
    }
}
