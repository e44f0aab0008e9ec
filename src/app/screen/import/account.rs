//! What the lists hold, line by line: how many people, how many are doubtful, what was left out.
//! Each part opens.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::file::{File, Stage};
use super::{Message, State};
use crate::app::import::Prepared;
use crate::app::line_words;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{body, small, strong};
use crate::app::widget::select::select;
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{card, chip};
use crate::domain::list::{LineKind, ListLine, PlannedRow, RowKind};
use crate::sentence::Sentence;

/// Which part of the lists is on show.
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
    /// Where the lists contradict themselves.
    Remarks,
    /// Files that give no list.
    Refused,
    /// Whose list it is, its letters, and what holds for all rows: where a low page has no room for them beside the rows.
    Wishes,
}

impl Part {
    /// Whether a row stands in it.
    pub(super) fn holds(self, row: &PlannedRow) -> bool {
        match self {
            Self::People | Self::Wishes => true,
            Self::Kind(kind) => !row.is_doubtful() && row.outcome.kind() == kind,
            Self::Doubtful => row.is_doubtful(),
            Self::Lines(_) | Self::Around | Self::Remarks | Self::Refused => false,
        }
    }

    /// Whether a line stands in it.
    fn holds_line(self, line: &ListLine) -> bool {
        match self {
            Self::Lines(kind) => line.kind == kind,
            Self::Around => AROUND.contains(&line.kind),
            _ => false,
        }
    }

    /// Whether it is lines, not people.
    pub(super) fn is_lines(self) -> bool {
        matches!(self, Self::Lines(_) | Self::Around | Self::Remarks | Self::Refused)
    }
}

/// A part, and how much there is in it.
struct Counted {
    label: String,
    part: Part,
    tone: Tone,
}

/// The parts of the lists.
struct Parts {
    /// What the lines are.
    of_lines: Vec<Counted>,
    /// What becomes of the people, where that differs.
    of_people: Vec<Counted>,
    /// Whether a line names several people.
    has_several: bool,
}

/// Kinds of lines that are no people, in the order they are told.
const OTHERS: [LineKind; 4] = [LineKind::NotUnderstood, LineKind::LeftOut, LineKind::Group, LineKind::Note];

/// Kinds of lines that stand around a list.
const AROUND: [LineKind; 4] = [LineKind::Title, LineKind::Heading, LineKind::Total, LineKind::Signature];

/// Kinds of rows, in the order they are told.
const KINDS: [RowKind; 4] = [RowKind::New, RowKind::Update, RowKind::Same, RowKind::Duplicate];

impl State {
    /// The account in one line of parts: a press opens one.
    pub(super) fn account<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Parts { of_lines, of_people, has_several } = self.parts(context);
        let chip = |one: Counted| -> Element<'a, Message> {
            chip::choice(one.label, self.part == one.part, one.tone, Message::Opened(one.part)).into()
        };
        let mut parts = vec![small(self.all_lines(context)).into()];
        parts.extend(of_lines.into_iter().map(chip));
        parts.extend(has_several.then(|| small(context.t("window-import-several-in-line")).into()));
        if !of_people.is_empty() {
            parts.push(small("·").into());
            parts.extend(of_people.into_iter().map(chip));
        }
        let told = self.only_remark().map(|one| small(context.say(one)).width(Length::Fill));
        if told.is_none() {
            parts.extend(self.counted_remarks(context).map(chip));
        }
        parts.extend(self.counted_refused(context).map(chip));
        parts.extend(self.asks_whose(context));
        let account =
            row(parts).spacing(space::S).align_y(Alignment::Center).wrap().vertical_spacing(space::XS);
        column![account].push(told).spacing(space::XS).into()
    }

    /// The account as a list to choose from, where there is room for one line.
    pub(super) fn account_in_short<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Parts { of_lines, of_people, .. } = self.parts(context);
        let further = self.counted_remarks(context).into_iter().chain(self.counted_refused(context));
        let all: Vec<Counted> = of_lines.into_iter().chain(of_people).chain(further).collect();
        let doubtful = all.iter().find(|one| one.part == Part::Doubtful).map(|one| one.label.clone());
        let options = all.into_iter().map(|one| match (one.part, &doubtful) {
            // Those who need a look are told though the list is closed.
            (Part::People, Some(doubtful)) => (one.part, format!("{} · {doubtful}", one.label)),
            _ => (one.part, one.label),
        });
        select(options, Some(&self.part))
            .id("import-part")
            .placeholder(self.all_lines(context).trim_end_matches(':'))
            .on_choose(Message::Opened)
            .into()
    }

    /// All parts in which there is something.
    fn parts(&self, context: Context<'_>) -> Parts {
        let rows = || self.lists().flat_map(|(_, prepared)| &prepared.plan.rows[self.places(prepared)]);
        let lines = || self.lists().flat_map(|(_, prepared)| self.lines(prepared));
        let counted = |label: String, part: Part, tone: Tone| Counted { label, part, tone };
        let doubtful = rows().filter(|row| row.is_doubtful()).count();
        let sure = rows().count() - doubtful;
        let mut of_lines =
            vec![counted(context.count("window-import-people", sure), Part::People, Tone::Neutral)];
        if doubtful > 0 {
            let label = context.count("window-import-in-doubt", doubtful);
            of_lines.push(counted(label, Part::Doubtful, Tone::Amber));
        }
        for kind in OTHERS {
            let count = lines().filter(|line| line.kind == kind).count();
            if count > 0 {
                let tone = if kind == LineKind::NotUnderstood { Tone::Amber } else { Tone::Neutral };
                let label = format!("{count} {}", context.t(line_words::kind(kind.code())).to_lowercase());
                of_lines.push(counted(label, Part::Lines(kind), tone));
            }
        }
        let around = lines().filter(|line| Part::Around.holds_line(line)).count();
        if around > 0 {
            let label = context.count("window-import-around", around);
            of_lines.push(counted(label, Part::Around, Tone::Neutral));
        }
        // Then there are more people than lines, and the sum would seem wrong.
        let holds_people = |line: &&ListLine| {
            line.cell.is_none() && matches!(line.kind, LineKind::Person | LineKind::Doubtful)
        };
        let has_several = rows().count() > lines().filter(holds_people).count();
        let kinds = KINDS.map(|kind| (kind, rows().filter(|row| Part::Kind(kind).holds(row)).count()));
        // Where all are new, it says nothing more than how many there are.
        let tells = kinds.iter().any(|(kind, count)| *kind != RowKind::New && *count > 0);
        let of_people = kinds.into_iter().filter(|(_, count)| tells && *count > 0).map(|(kind, count)| {
            let (words, tone) = kind_words(kind);
            counted(context.say(&Sentence::new(words).with("count", count)), Part::Kind(kind), tone)
        });
        Parts { of_lines, of_people: of_people.collect(), has_several }
    }

    /// The remark, where there is one and it is known of which file.
    fn only_remark(&self) -> Option<&Sentence> {
        let mut remarks = self.remarks();
        let (_, first) = remarks.next()?;
        (remarks.next().is_none() && self.file_at().is_some()).then_some(first)
    }

    fn counted_remarks(&self, context: Context<'_>) -> Option<Counted> {
        let count = self.remarks().count();
        let label = || context.count("window-import-remarks", count);
        (count > 0).then(|| Counted { label: label(), part: Part::Remarks, tone: Tone::Amber })
    }

    fn counted_refused(&self, context: Context<'_>) -> Option<Counted> {
        let count = self.shown().filter(|(_, file)| matches!(file.stage, Stage::Refused(_))).count();
        let label = || context.count("window-import-files-refused", count);
        (count > 0).then(|| Counted { label: label(), part: Part::Refused, tone: Tone::Amber })
    }

    /// Whose a list is can only be said file by file: leads to the first of which it is not known.
    pub(super) fn asks_whose<'a>(&self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let first = self.files.iter().position(|file| file.prepared().is_some_and(lacks_sender));
        let (None, Some(first)) = (self.file_at(), first) else { return None };
        let count = self.lists().filter(|(_, prepared)| lacks_sender(prepared)).count();
        let label = context.count("window-import-files-whose", count);
        Some(chip::choice(label, false, Tone::Amber, Message::FileChosen(Some(first))).into())
    }

    /// Whether it must still be said of the one file whose list it is.
    pub(super) fn lacks_sender(&self) -> bool {
        self.only().and_then(File::prepared).is_some_and(lacks_sender)
    }

    /// Where the lists contradict themselves or the session, each with its file.
    fn remarks(&self) -> impl Iterator<Item = (usize, &Sentence)> {
        self.lists().flat_map(|(at, prepared)| {
            let remarks = prepared.list.remarks.iter().chain(&prepared.plan.remarks);
            remarks.map(move |remark| (at, remark))
        })
    }

    /// How many lines there are, the beginning of the account.
    fn all_lines(&self, context: Context<'_>) -> String {
        let lines = self.lists().flat_map(|(_, prepared)| self.lines(prepared));
        let count = lines.filter(|line| line.cell.is_none()).count();
        match self.lists().count() {
            0 | 1 => context.count("window-import-lines", count),
            files => context.say(
                &Sentence::new("window-import-lines-of-files").with("files", files).with("count", count),
            ),
        }
    }

    /// The lines of what is looked at.
    fn lines<'a>(&self, prepared: &'a Prepared) -> impl Iterator<Item = &'a ListLine> + use<'a> {
        let sheet = self.sheet(prepared).map(|sheet| sheet.name.clone());
        let in_sheet = move |line: &&ListLine| sheet.is_none() || line.sheet.as_deref() == sheet.as_deref();
        prepared.plan.lines.iter().filter(in_sheet)
    }

    /// What is told of the files of the part on show: in words, or as a table of their lines.
    pub(super) fn lines_of<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let name = |file: usize| self.files[file].source.name();
        match self.part {
            Part::Refused => {
                let refused = self.shown().filter_map(|(at, file)| match &file.stage {
                    Stage::Refused(reason) => Some((name(at), context.say(reason))),
                    _ => None,
                });
                in_words(refused)
            }
            Part::Remarks => in_words(self.remarks().map(|(at, remark)| (name(at), context.say(remark)))),
            _ => self.table_of_lines(context),
        }
    }

    fn table_of_lines<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let several = self.file_at().is_none();
        let lines = self.lists().flat_map(|(at, prepared)| {
            self.lines(prepared).filter(|line| self.part.holds_line(line)).map(move |line| (at, line))
        });
        let lines: Vec<(usize, &ListLine)> = lines.collect();
        let heads = vec![
            Column::new(context.t("window-import-row"), Width::Fixed(190.0)),
            Column::new(context.t("window-import-line-text"), Width::Fill(3)),
            Column::new(context.t("window-import-line-reason"), Width::Fill(1)),
        ];
        table(heads, lines.len(), move |row, column| {
            let Some((file, line)) = lines.get(row) else { return Cell::text("") };
            match column {
                0 if several => Cell::muted(format!("{} · {}", place(line), self.files[*file].source.name())),
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

/// What is said of files, each under its name.
fn in_words<'a>(told: impl Iterator<Item = (String, String)>) -> Element<'a, Message> {
    let paragraphs = told.map(|(name, words)| {
        column![strong(name), body(words).width(Length::Fill)].spacing(space::XS).into()
    });
    card::side(column(paragraphs).spacing(space::L)).width(Length::Fill).into()
}

/// Whether nobody said whose list it is, though its people need a commune.
fn lacks_sender(prepared: &Prepared) -> bool {
    prepared.communes.1 > 0 && prepared.list.sheets.iter().all(|sheet| sheet.sender.is_none())
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
        RowKind::Error => ("window-import-count-error", Tone::Danger),
    }
}
