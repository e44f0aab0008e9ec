//! The page of a list before it is written.

use iced::widget::{Space, column, container, row};
use iced::{Alignment, Element, Length};

use super::{Kind, Message, Stage, State};
use crate::app::icon::Icon;
use crate::app::import::Prepared;
use crate::app::screen::{Context, Header};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, one_line, small};
use crate::app::theme::{space, style};
use crate::app::widget::table::{Cell, Column, Width, table};
use crate::app::widget::{button, chip, empty};
use crate::domain::list::{PlannedRow, RowOutcome};
use crate::domain::person::Gender;
use crate::message::Message as Sentence;
use crate::vietnamese::date::short;

/// Pages narrower than this leave out columns that say little here.
const WIDE: f32 = 1180.0;

impl State {
    /// The head of the page.
    pub fn header<'a>(&'a self, session: &str, context: Context<'a>) -> Header<'a, Message> {
        let above = format!("{} › {session}", context.t("window-nav-sessions"));
        let mut header = Header::new(above, context.t("window-import-title"));
        let cancel = (!self.is_writing()).then_some(Message::Cancel);
        let count = self.writes();
        let label = match self.is_writing() {
            true => context.t("window-import-writing"),
            false => context.say(&Sentence::new("window-import-apply").with("count", count)),
        };
        let apply = (count > 0 && !self.is_writing() && context.can_write()).then_some(Message::Apply);
        header.actions = vec![
            button::secondary(None, context.t("window-cancel"))
                .id("import-cancel")
                .on_press_maybe(cancel)
                .into(),
            button::primary(None, label).id("import-apply").on_press_maybe(apply).into(),
        ];
        header
    }

    /// The page.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        match &self.stage {
            Stage::Reading => empty::empty(
                Icon::FileSpreadsheet,
                context.say(&Sentence::new("window-import-reading").with("file", self.source.as_str())),
                context.t("window-import-reading-words"),
                [],
            ),
            Stage::Refused(reason) => empty::empty(
                Icon::CircleAlert,
                context.t("window-import-refused"),
                context.say(reason),
                [
                    button::secondary(Some(Icon::FileUp), context.t("window-import-another"))
                        .on_press(Message::Another)
                        .into(),
                    button::quiet(None, context.t("window-cancel")).on_press(Message::Cancel).into(),
                ],
            ),
            Stage::Ready(prepared) | Stage::Writing(prepared) => self.ready(prepared, context),
        }
    }

    fn ready<'a>(&'a self, prepared: &'a Prepared, context: Context<'a>) -> Element<'a, Message> {
        let from = Sentence::new("window-import-header").with("row", prepared.header);
        let name = container(one_line(self.source.as_str(), Role::Strong)).max_width(300.0).clip(true);
        let file = row![
            Icon::FileSpreadsheet.view().color(palette::GREEN),
            name,
            one_line(format!("· {}", context.say(&from)), Role::Body),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center);
        let file = container(file)
            .padding([0.0, space::M])
            .height(space::CONTROL)
            .align_y(Alignment::Center)
            .style(|_| style::surface(palette::SURFACE, palette::LINE_STRONG, space::RADIUS));
        let another = button::secondary_small(None, context.t("window-import-another"))
            .on_press_maybe((!self.is_writing()).then_some(Message::Another));
        let headings = (context.size.width >= WIDE).then(|| {
            let words = Sentence::new("window-import-columns").with("columns", prepared.headings.join(", "));
            container(one_line(context.say(&words), Role::Small)).clip(true).width(Length::Fill)
        });
        let top = row![file, another].push(headings).spacing(space::M).align_y(Alignment::Center);
        column![
            top,
            self.chips(prepared, context),
            self.table(prepared, context),
            self.detail(prepared, context)
        ]
        .spacing(space::M)
        .padding([18.0, space::XL])
        .height(Length::Fill)
        .into()
    }

    fn chips<'a>(&'a self, prepared: &'a Prepared, context: Context<'a>) -> Element<'a, Message> {
        let counts = prepared.plan.counts();
        let all = context.say(&Sentence::new("window-all-count").with("count", prepared.plan.rows.len()));
        let first = chip::choice(all, self.filter.is_none(), Tone::Neutral, Message::Filtered(None)).into();
        let kinds = Kind::ALL.into_iter().filter(|kind| kind.count(&counts) > 0).map(|kind| {
            let label = context.say(&Sentence::new(count_name(kind)).with("count", kind.count(&counts)));
            // What is chosen is red; errors are told by their word.
            let tone = if kind == Kind::Error { Tone::Accent } else { tone(kind) };
            chip::choice(label, self.filter == Some(kind), tone, Message::Filtered(Some(kind))).into()
        });
        row(std::iter::once(first).chain(kinds)).spacing(space::S).wrap().vertical_spacing(space::XS).into()
    }

    fn table<'a>(&'a self, prepared: &'a Prepared, context: Context<'a>) -> Element<'a, Message> {
        const NARROW: [What; 5] = [What::Row, What::Name, What::Birth, What::Unit, What::State];
        let counts = prepared.plan.counts();
        let columns: &'static [What] = match counts.duplicate + counts.error {
            _ if context.size.width < WIDE => &NARROW,
            0 => &What::ALL[..What::ALL.len() - 1],
            _ => &What::ALL,
        };
        let heads = columns.iter().map(|what| what.column(context)).collect();
        let rows = &prepared.plan.rows;
        table(heads, self.found.len(), move |row, column| {
            let planned = self.found.get(row).and_then(|at| rows.get(*at));
            match (planned, columns.get(column)) {
                (Some(planned), Some(what)) => what.cell(planned, context),
                _ => Cell::text(""),
            }
        })
        .id("import-rows")
        .tone(move |row| {
            let planned = self.found.get(row).and_then(|at| rows.get(*at));
            match planned.map(|planned| Kind::of(&planned.outcome)) {
                Some(Kind::Error) => Tone::Accent,
                Some(Kind::Duplicate) => Tone::Amber,
                _ => Tone::Neutral,
            }
        })
        .selection(&self.selection, Message::Selected)
        .into()
    }

    /// What the selected row says in full, or what becomes of the rows that are left out.
    fn detail<'a>(&'a self, prepared: &'a Prepared, context: Context<'a>) -> Element<'a, Message> {
        let row_at = self.selection.cursor().and_then(|row| self.found.get(row));
        let planned = row_at.and_then(|at| prepared.plan.rows.get(*at));
        let counts = prepared.plan.counts();
        let (icon, color, words) = match planned.map(|planned| &planned.outcome) {
            Some(RowOutcome::Error(reason)) => (Icon::CircleAlert, palette::ACCENT, context.say(reason)),
            Some(RowOutcome::Duplicate(_, reason)) => {
                (Icon::TriangleAlert, palette::AMBER, context.say(reason))
            }
            _ if counts.duplicate + counts.error > 0 => {
                let left =
                    Sentence::new("window-import-left-out").with("count", counts.duplicate + counts.error);
                (Icon::Info, palette::MUTED, context.say(&left))
            }
            _ => (Icon::Info, palette::MUTED, context.t("window-import-nothing-written")),
        };
        row![icon.sized(16.0).color(color), small(words).width(Length::Fill), Space::new()]
            .spacing(space::S)
            .align_y(Alignment::Center)
            .into()
    }
}

/// The columns of the preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Row,
    Name,
    Gender,
    Birth,
    Position,
    Unit,
    State,
    Reason,
}

impl What {
    /// From the left; the reason last, since lists without trouble need none.
    const ALL: [Self; 8] = [
        Self::Row,
        Self::Name,
        Self::Gender,
        Self::Birth,
        Self::Position,
        Self::Unit,
        Self::State,
        Self::Reason,
    ];

    fn column(self, context: Context<'_>) -> Column {
        match self {
            Self::Row => Column::new(context.t("window-import-row"), Width::Fixed(64.0)).right(),
            Self::Name => Column::new(context.t("window-column-name"), Width::Fill(5)),
            Self::Gender => Column::new(context.t("window-column-gender"), Width::Fixed(60.0)),
            Self::Birth => Column::new(context.t("window-column-birth"), Width::Fixed(96.0)),
            Self::Position => Column::new(context.t("window-column-position"), Width::Fill(5)),
            Self::Unit => Column::new(context.t("window-column-unit"), Width::Fill(5)),
            Self::State => Column::new(context.t("window-import-state"), Width::Fixed(146.0)),
            Self::Reason => Column::new(context.t("window-import-reason"), Width::Fill(6)),
        }
    }

    fn cell(self, planned: &PlannedRow, context: Context<'_>) -> Cell {
        let person = &planned.person;
        match self {
            Self::Row => Cell::muted(planned.row.to_string()),
            Self::Name => Cell::strong(person.full_name.clone()),
            Self::Gender => Cell::text(match person.gender {
                Some(Gender::Male) => context.t("window-male"),
                Some(Gender::Female) => context.t("window-female"),
                None => String::new(),
            }),
            Self::Birth => Cell::text(person.birth.map(short).unwrap_or_default()),
            Self::Position => Cell::text(person.position.clone().unwrap_or_default()),
            Self::Unit => Cell::text(person.unit.clone().unwrap_or_default()),
            Self::State => {
                let kind = Kind::of(&planned.outcome);
                let icon = matches!(kind, Kind::Duplicate | Kind::Error).then_some(Icon::TriangleAlert);
                Cell::chip(tone(kind), icon, context.t(name(kind)))
            }
            Self::Reason => Cell::muted(match &planned.outcome {
                RowOutcome::Duplicate(_, reason) | RowOutcome::Error(reason) => {
                    // The row's number stands in the first column.
                    let words = context.say(reason);
                    let rest = words.split_once(": ").map(|(_, rest)| rest.to_owned());
                    rest.unwrap_or(words)
                }
                RowOutcome::New(_) | RowOutcome::Update(_) | RowOutcome::Same(_) => String::new(),
            }),
        }
    }
}

fn tone(kind: Kind) -> Tone {
    match kind {
        Kind::New => Tone::Green,
        Kind::Update => Tone::Blue,
        Kind::Same => Tone::Neutral,
        Kind::Duplicate => Tone::Amber,
        Kind::Error => Tone::Accent,
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "window-import-new",
        Kind::Update => "window-import-update",
        Kind::Same => "window-import-same",
        Kind::Duplicate => "window-import-duplicate",
        Kind::Error => "window-import-error",
    }
}

fn count_name(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "window-import-count-new",
        Kind::Update => "window-import-count-update",
        Kind::Same => "window-import-count-same",
        Kind::Duplicate => "window-import-count-duplicate",
        Kind::Error => "window-import-count-error",
    }
}
