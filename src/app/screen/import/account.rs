//! What the file holds, line by line: how many people, how many are doubtful, what was left out.
//! Each part opens.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::{Message, State};
use crate::app::import::Prepared;
use crate::app::line_words;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::chip;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::domain::list::{LineKind, ListLine, PlannedRow, RowKind};
use crate::sentence::Sentence;

/// Which part of a file is on show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// All people, the doubtful ones first.
    #[default]
    People,
    /// Those of whom one thing becomes.
    Kind(RowKind),
    /// Those who may be nobody.
    Doubtful,
    /// Lines that are nobody.
    Lines(LineKind),
    /// What stands around a list: titles, headings, sums, signatures.
    Around,
}

impl Part {
    /// Whether a row stands in it.
    pub(super) fn holds(self, row: &PlannedRow) -> bool {
        match self {
            Self::People => true,
            Self::Kind(kind) => !row.is_doubtful() && row.outcome.kind() == kind,
            Self::Doubtful => row.is_doubtful(),
            Self::Lines(_) | Self::Around => false,
        }
    }

    /// Whether a line stands in it.
    fn holds_line(self, line: &ListLine) -> bool {
        match self {
            Self::Lines(kind) => line.kind == kind,
            Self::Around => AROUND.contains(&line.kind),
            Self::People | Self::Kind(_) | Self::Doubtful => false,
        }
    }

    /// Whether it is lines, not people.
    pub(super) fn is_lines(self) -> bool {
        matches!(self, Self::Lines(_) | Self::Around)
    }
}

/// Kinds of lines that are no people, in the order they are told.
const OTHERS: [LineKind; 4] = [LineKind::NotUnderstood, LineKind::LeftOut, LineKind::Group, LineKind::Note];

/// Kinds of lines that stand around a list.
const AROUND: [LineKind; 4] = [LineKind::Title, LineKind::Heading, LineKind::Total, LineKind::Signature];

/// Kinds of rows, in the order they are told.
const KINDS: [RowKind; 4] = [RowKind::New, RowKind::Update, RowKind::Same, RowKind::Duplicate];

impl State {
    /// The account in one line of parts: a press opens one.
    pub(super) fn account<'a>(
        &'a self,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let rows = &prepared.plan.rows[self.places(prepared)];
        let sure = rows.iter().filter(|row| !row.is_doubtful()).count();
        let doubtful = rows.len() - sure;
        let lines = |kind| self.lines(prepared).filter(move |line| line.kind == kind).count();
        let all = self.lines(prepared).filter(|line| line.cell.is_none()).count();
        let chip = |label: String, part: Part, tone: Tone| -> Element<'a, Message> {
            chip::choice(label, self.part == part, tone, Message::Opened(part)).into()
        };
        let mut parts = vec![
            small(context.count("window-import-lines", all)).into(),
            chip(context.count("window-import-people", sure), Part::People, Tone::Neutral),
        ];
        if doubtful > 0 {
            let label = context.count("window-import-in-doubt", doubtful);
            parts.push(chip(label, Part::Doubtful, Tone::Amber));
        }
        let others = OTHERS.into_iter().map(|kind| (kind, lines(kind))).filter(|(_, count)| *count > 0);
        parts.extend(others.map(|(kind, count)| {
            let tone = match kind {
                LineKind::NotUnderstood => Tone::Amber,
                _ => Tone::Neutral,
            };
            let label = format!("{count} {}", context.t(line_words::kind(kind.code())).to_lowercase());
            chip(label, Part::Lines(kind), tone)
        }));
        let around = self.lines(prepared).filter(|line| Part::Around.holds_line(line)).count();
        if around > 0 {
            let label = context.count("window-import-around", around);
            parts.push(chip(label, Part::Around, Tone::Neutral));
        }
        let counted = KINDS.into_iter().map(|kind| {
            let of_kind = rows.iter().filter(|row| Part::Kind(kind).holds(row)).count();
            (kind, of_kind)
        });
        let counted: Vec<(RowKind, usize)> = counted.filter(|(_, count)| *count > 0).collect();
        // Where all are new, it says nothing more than how many there are.
        if counted.len() > 1 || counted.iter().any(|(kind, _)| *kind != RowKind::New) {
            parts.push(small("·").into());
            parts.extend(counted.into_iter().map(|(kind, count)| {
                let (words, tone) = kind_words(kind);
                let label = context.say(&Sentence::new(words).with("count", count));
                chip(label, Part::Kind(kind), tone)
            }));
        }
        let account =
            row(parts).spacing(space::S).align_y(Alignment::Center).wrap().vertical_spacing(space::XS);
        let remarks: Vec<String> = prepared.list.remarks.iter().map(|remark| context.say(remark)).collect();
        let remarks = (!remarks.is_empty()).then(|| small(remarks.join(" ")).width(Length::Fill));
        column![account].push(remarks).spacing(space::XS).into()
    }

    /// The lines of what is looked at.
    fn lines<'a>(&self, prepared: &'a Prepared) -> impl Iterator<Item = &'a ListLine> {
        let sheet = self.sheet(prepared).map(|sheet| sheet.name.clone());
        let in_sheet = move |line: &&ListLine| sheet.is_none() || line.sheet.as_deref() == sheet.as_deref();
        prepared.plan.lines.iter().filter(in_sheet)
    }

    /// The table of the lines of the part on show.
    pub(super) fn lines_of<'a>(
        &'a self,
        prepared: &'a Prepared,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let lines: Vec<&ListLine> = self.lines(prepared).filter(|line| self.part.holds_line(line)).collect();
        let heads = vec![
            Column::new(context.t("window-import-row"), Width::Fixed(130.0)),
            Column::new(context.t("window-import-line-text"), Width::Fill(3)),
            Column::new(context.t("window-import-line-reason"), Width::Fill(1)),
        ];
        let count = lines.len();
        table(heads, count, move |row, column| {
            let Some(line) = lines.get(row) else { return Cell::text("") };
            match column {
                0 => Cell::muted(place(line)),
                1 => Cell::text(line.text.clone()),
                _ => Cell::muted(
                    context.t(line.reason.map_or(line_words::kind(line.kind.code()), line_words::reason)),
                ),
            }
        })
        .id("import-lines")
        .into()
    }
}

/// Where a line stands: its number or cell, and its sheet where there are several.
fn place(line: &ListLine) -> String {
    let place = line.cell.clone().unwrap_or_else(|| line.line.to_string());
    match &line.sheet {
        Some(sheet) => format!("{place} · {sheet}"),
        None => place,
    }
}

/// What a kind of rows is called when counted, and its colour.
fn kind_words(kind: RowKind) -> (&'static str, Tone) {
    match kind {
        RowKind::New => ("window-import-count-new", Tone::Green),
        RowKind::Update => ("window-import-count-update", Tone::Blue),
        RowKind::Same => ("window-import-count-same", Tone::Neutral),
        RowKind::Duplicate => ("window-import-count-duplicate", Tone::Amber),
        RowKind::Error => ("window-import-count-error", Tone::Accent),
    }
}
