//! Which lists were read into the session: file, time, what became of their rows, and the lines
//! that did not come in, from which somebody can still be taken into the session.

use iced::widget::{column, container, row};
use iced::{Alignment, Element};

use crate::app::icon::Icon;
use crate::app::line_words;
use crate::app::screen::{Action, Context, columns, moment};
use crate::app::theme::space;
use crate::app::theme::text::{body, small, strong};
use crate::app::widget::command::command;
use crate::app::widget::table::{Cell, Column, Selection, Width, table};
use crate::app::widget::{button, dialog};
use crate::domain::list::{ImportRecord, KeptLine, MOST_KEPT};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// Names the table of lines.
const LINES: &str = "imported-lines";
/// Width of the column that says where a line stands.
const PLACE: f32 = 130.0;
/// What the dialog needs beside the table.
const AROUND: f32 = 330.0;

/// What is on show.
pub(super) struct State {
    records: Vec<ImportRecord>,
    /// The list whose lines are looked at.
    open: Option<Lines>,
}

struct Lines {
    import: i64,
    lines: Vec<KeptLine>,
    selection: Selection,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// The lines of an import are to be seen.
    Look(i64),
    /// They arrived.
    Arrived(i64, Result<Vec<KeptLine>, StoreError>),
    /// One was selected.
    Selected(Selection),
    /// Somebody is to be taken in from the line in this row.
    Take(usize),
    /// All lists again.
    Back,
    /// The dialog closes.
    Close,
}

/// What becomes of the dialog.
pub(super) enum Answer {
    /// It stays.
    Stay(Action<Message>),
    /// It closes.
    Close,
    /// It closes, and the form opens for who stands in this line of this import.
    Take(i64, Box<KeptLine>),
}

impl State {
    pub(super) fn new(records: Vec<ImportRecord>) -> Self {
        Self { records, open: None }
    }

    /// Takes in a message.
    pub(super) fn update(&mut self, message: Message, context: Context<'_>) -> Answer {
        match message {
            Message::Look(import) => {
                let arrived = move |lines| Message::Arrived(import, lines);
                return Answer::Stay(Action::ask_once(context.store.lines_left(import), arrived));
            }
            Message::Arrived(import, Ok(lines)) => {
                let selection = if lines.is_empty() { Selection::default() } else { Selection::one(0) };
                self.open = Some(Lines { import, lines, selection });
            }
            Message::Arrived(_, Err(error)) => return Answer::Stay(Action::Fail(error.explain())),
            Message::Selected(selection) => {
                if let Some(open) = &mut self.open {
                    open.selection = selection;
                }
            }
            Message::Take(row) => {
                if let Some(open) = &self.open
                    && let Some(line) = open.lines.get(row)
                {
                    return Answer::Take(open.import, Box::new(line.clone()));
                }
            }
            Message::Back => self.open = None,
            Message::Close => return Answer::Close,
        }
        Answer::Stay(Action::None)
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let record = |open: &Lines| self.records.iter().find(|record| record.id == open.import);
        match self.open.as_ref().and_then(|open| Some((open, record(open)?))) {
            Some((open, record)) => open.view(record, context),
            None => self.all(context),
        }
    }

    fn all<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let content = match self.records.is_empty() {
            true => column![small(context.t("window-delegates-imported-none"))],
            false => column(self.records.iter().map(|record| one(record, context))).spacing(space::M),
        };
        let close = button::primary(None, context.t("window-close")).on_press(Message::Close);
        let title = context.t("window-delegates-imported-title");
        dialog::dialog(title, content, [close.into()], Message::Close)
    }
}

fn one<'a>(record: &'a ImportRecord, context: Context<'a>) -> Element<'a, Message> {
    let counts = record.counts;
    let words = Sentence::new("window-delegates-imported-counts")
        .with("when", moment::told_whole(&record.at))
        .with("new", counts.new)
        .with("update", counts.update)
        .with("same", counts.same)
        // Those that are kept are told below.
        .with("duplicate", counts.duplicate.saturating_sub(record.doubtful + record.kept.duplicate))
        .with("error", counts.error);
    let name = match &record.commune {
        Some(commune) => format!("{} · {commune}", record.source),
        None => record.source.clone(),
    };
    let look = (record.kept.all() > 0).then(|| {
        row![
            small(left(record, context)),
            button::secondary_small(Some(Icon::List), context.t("window-delegates-left-look"))
                .id(format!("imported-look-{}", record.id))
                .on_press(Message::Look(record.id)),
        ]
        .spacing(space::M)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(space::XS)
    });
    column![strong(name), small(context.say(&words))].push(look).spacing(2.0).into()
}

/// "Chưa nhập: 2 nghi ngờ, 1 dòng chưa rõ là gì, 3 để ngoài".
fn left(record: &ImportRecord, context: Context<'_>) -> String {
    let kept = record.kept;
    let counts = [
        ("window-delegates-left-doubtful", kept.doubtful),
        ("window-delegates-left-not-understood", kept.not_understood),
        ("window-delegates-left-out", kept.left_out),
        ("window-delegates-left-note", kept.note),
        ("window-import-count-duplicate", kept.duplicate),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let counts: Vec<String> = counts.map(|(words, count)| context.count(words, count)).collect();
    context.say(&Sentence::new("window-delegates-left").with("counts", counts.join(", ")))
}

impl Lines {
    fn view<'a>(&'a self, record: &'a ImportRecord, context: Context<'a>) -> Element<'a, Message> {
        let columns = vec![
            Column::new(context.t("window-import-row"), Width::Fixed(PLACE)),
            Column::new(context.t("window-delegates-left-text"), Width::Fill(1)),
        ];
        let all = table(columns, self.lines.len(), move |row, column| match (self.lines.get(row), column) {
            (Some(line), 0) => Cell::lines(place(line), line.sheet.clone().unwrap_or_default()),
            (Some(line), _) => Cell::lines(line.text.clone(), why(line, context)),
            (None, _) => Cell::text(""),
        })
        .id(LINES)
        .tall()
        .selection(&self.selection, Message::Selected);
        let all = match context.can_write() {
            true => all.on_open(Message::Take).commands(move |row| {
                vec![
                    command(Icon::UserPlus, context.t("window-delegates-left-take"))
                        .on_press(Message::Take(row)),
                    columns::copy_line(context),
                ]
            }),
            false => all,
        };
        let list: Element<'a, Message> = match self.lines.is_empty() {
            true => body(context.t("window-delegates-left-none")).into(),
            false => {
                let most = (context.size.height - AROUND).clamp(3.0 * space::ROW_TALL, 420.0).floor();
                let high = self.lines.len() as f32 * space::ROW_TALL + space::ROW_HEAD + 4.0;
                container(all).height(high.min(most)).into()
            }
        };
        let more = (record.left_lines > MOST_KEPT).then(|| {
            let words = Sentence::new("window-delegates-left-most").with("all", record.left_lines);
            small(context.say(&words.with("kept", MOST_KEPT)))
        });
        let row = self.selection.rows().next();
        // A cell of the table holds one line; here it stands whole.
        let whole = row.and_then(|row| self.lines.get(row)).map(|line| small(line.text.as_str()));
        let take = row.and_then(|row| context.if_writable(Message::Take(row)));
        let actions = [
            button::secondary(None, context.t("window-delegates-left-back")).on_press(Message::Back).into(),
            button::primary(Some(Icon::UserPlus), context.t("window-delegates-left-take"))
                .id("imported-take")
                .on_press_maybe(take)
                .into(),
        ];
        let title = context.say(&Sentence::new("window-delegates-left-title").with("file", &*record.source));
        let content = column![list].push(whole).push(more).spacing(space::M);
        dialog::wide(title, content, actions, Message::Close)
    }
}

/// "12", or "12 · H12" where only that cell is meant.
fn place(line: &KeptLine) -> String {
    match &line.cell {
        Some(cell) => format!("{} · {cell}", line.line),
        None => line.line.to_string(),
    }
}

/// "Để ngoài: Dòng đang ẩn trong tệp".
fn why(line: &KeptLine, context: Context<'_>) -> String {
    let kind = context.t(line_words::kind(&line.kind));
    match &line.reason {
        Some(reason) => format!("{kind}: {}", context.t(line_words::reason(reason))),
        None => kind,
    }
}

/// The line as the form shows it over its fields.
pub(super) fn told(line: &KeptLine, context: Context<'_>) -> String {
    let words = Sentence::new("window-delegates-left-from").with("line", place(line));
    context.say(&words.with("text", line.text.as_str()))
}
