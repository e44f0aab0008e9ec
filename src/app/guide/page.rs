//! A page of the guide as the window shows it.

use std::collections::HashMap;

use iced::widget::image::{FilterMethod, Handle};
use iced::widget::text::LineHeight;
use iced::widget::{Column, column, container, image, rich_text, row, span};
use iced::{Element, Length, Padding, Pixels};

use super::Message;
use crate::app::theme::palette;
use crate::app::theme::text::{REGULAR, Role, SEMIBOLD, styled};
use crate::app::theme::{space, style};
use crate::guide::{Block, Line, Page};

/// Room for the number of a step, or the dash before a point.
const MARKER: f32 = 22.0;

/// A page, so wide; `pictures` are those that are unpacked.
pub fn page<'a>(page: Page, pictures: &HashMap<String, Handle>, width: f32) -> Element<'a, Message> {
    let article = page.article();
    let blocks = article.blocks.iter().map(|block| shown(block, pictures, width));
    let title = styled(article.title.clone(), Role::Title);
    column![title].extend(blocks).spacing(space::M).width(Length::Fill).into()
}

fn shown<'a>(block: &Block, pictures: &HashMap<String, Handle>, width: f32) -> Element<'a, Message> {
    match block {
        Block::Heading(words) => container(styled(words.clone(), Role::Subtitle))
            .padding(Padding { top: space::S, ..Padding::ZERO })
            .into(),
        Block::Paragraph(words) => line(words),
        Block::List { numbered, items } => {
            let marked = (1..).zip(items).map(|(number, words)| {
                let marker = if *numbered { format!("{number}.") } else { "–".to_owned() };
                row![container(styled(marker, Role::Body)).width(MARKER), line(words)].into()
            });
            Column::with_children(marked).spacing(space::S).into()
        }
        Block::Note(words) => container(line(words))
            .width(Length::Fill)
            .padding(space::M)
            .style(style::rounded(palette::NEUTRAL, space::RADIUS))
            .into(),
        Block::Picture { name, words } => picture(pictures.get(name), words, width),
        Block::Table { head, rows } => table(head, rows),
    }
}

/// Text with what is bold in it; what leads elsewhere can be pressed.
fn line<'a>(line: &Line) -> Element<'a, Message> {
    let spans = line.iter().map(|piece| {
        let words = span(piece.text.clone()).font(if piece.bold { SEMIBOLD } else { REGULAR });
        match piece.to {
            Some(page) => words.link(page).color(palette::ACCENT).underline(true),
            None => words.color(palette::INK),
        }
    });
    rich_text(spans.collect::<Vec<_>>())
        .size(Role::Body.size())
        .line_height(LineHeight::Absolute(Pixels(Role::Body.line() + 2.0)))
        .width(Length::Fill)
        .on_link_click(|page| Message::Show(Some(page)))
        .into()
}

/// A picture as wide as the page, or as wide as it is; its words alone until it is unpacked.
fn picture<'a>(handle: Option<&Handle>, words: &str, width: f32) -> Element<'a, Message> {
    let shown = handle.map(|handle| {
        let wide = match handle {
            Handle::Rgba { width: own, .. } => width.min(*own as f32),
            _ => width,
        };
        let picture = image(handle.clone()).width(wide).filter_method(FilterMethod::Linear);
        container(picture).style(style::card)
    });
    column![].push(shown).push(styled(words.to_owned(), Role::Small)).spacing(space::XS).into()
}

fn table<'a>(head: &[Line], rows: &[Vec<Line>]) -> Element<'a, Message> {
    let cells = |cells: &[Line], bold: bool| {
        let cells = cells.iter().map(|cell| {
            let words: Line = cell
                .iter()
                .map(|piece| crate::guide::Span { bold: bold || piece.bold, ..piece.clone() })
                .collect();
            container(line(&words)).width(Length::FillPortion(1)).into()
        });
        row(cells).spacing(space::M)
    };
    let rows = rows.iter().map(|row| {
        let rule = container(iced::widget::Space::new()).width(Length::Fill).height(1.0);
        column![rule.style(style::fill(palette::LINE)), cells(row, false)].spacing(space::XS).into()
    });
    column![cells(head, true)].extend(rows).spacing(space::XS).into()
}
