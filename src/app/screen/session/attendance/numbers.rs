//! Numbers where there are no names: a line for the whole cluster, for each called group or for each unit; and the guests
//! of a sitting, who are one number everywhere.

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length};

use super::view::excused;
use super::{Message as Tab, State as TabState};
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, plain, small, strong, styled};
use crate::app::theme::{space, style};
use crate::app::widget::field::Field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::{checkbox, chip};
use crate::domain::attendance::turnout::{By, Figure, Whose, counted_by, numbers_of, of_sitting};
use crate::domain::audience::MOST;
use crate::domain::cluster::Cluster;
use crate::domain::dossier::Dossier;
use crate::domain::id::SittingId;
use crate::domain::session::SessionKind;
use crate::sentence::Sentence;

/// With less room each line has its name above its fields, and a label on each of them.
const ONE_LINE: f32 = 620.0;

/// From this width on there is room for the longest label in one line.
const ROOMY: f32 = 900.0;

/// Width of "khoảng".
const ABOUT: f32 = 100.0;

/// What is on show.
#[derive(Default)]
pub struct State {
    /// By what the numbers are shown, if somebody chose it.
    by: Option<By>,
}

/// What happens in the numbers.
#[derive(Clone)]
pub enum Message {
    /// The numbers of the cluster, its groups or its units are wanted.
    By(By),
    /// A number was typed.
    Figure(Whose, Figure, Option<u32>),
    /// They are an estimate, or not any more.
    About(Whose, bool),
}

/// The key of a number among what is typed.
fn key(sitting: SittingId, whose: &Whose, figure: Figure) -> String {
    format!("turnout {sitting} {} {figure:?} {}", whose.code(), whose.name().unwrap_or_default())
}

impl TabState {
    /// Takes in what happens in the numbers of the sitting on show.
    pub(super) fn update_numbers(
        &mut self,
        message: Message,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Tab> {
        let Some(sitting) = self.sitting else { return Action::None };
        let session = dossier.session.id;
        match message {
            Message::By(by) => self.numbers.by = Some(by),
            Message::Figure(whose, figure, count) => {
                let key = key(sitting, &whose, figure);
                return Action::save(
                    key,
                    context.store.set_turnout_figure(session, sitting, whose, figure, count),
                );
            }
            Message::About(whose, is_about) => {
                return Action::note(context.store.set_turnout_about(session, sitting, whose, is_about));
            }
        }
        Action::None
    }

    /// Shows the sitting and the lines that a number typed before belongs to.
    pub fn reveal(&mut self, key: &str) {
        let mut words = key.split(' ');
        let (Some("turnout"), Some(sitting), Some(whose)) = (words.next(), words.next(), words.next()) else {
            return;
        };
        // Which cluster that is, the session says when it is taken in.
        (self.cluster, self.sitting) = (None, sitting.parse().ok().map(SittingId));
        self.numbers.by = By::ALL.into_iter().find(|by| code(*by) == whose);
    }

    /// The guests of the sitting on show.
    pub(super) fn guests<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Option<Element<'a, Tab>> {
        let sitting = self.sitting?;
        let guests = self.number(sitting, Whose::Guests, Figure::Present, dossier, context);
        let field = guests.id("turnout-guests").width(Length::Fixed(72.0));
        let label = styled(context.t("turnout-guests"), Role::FieldLabel);
        Some(row![label, field].spacing(space::S).align_y(Alignment::Center).into())
    }

    /// The numbers of the sitting on show.
    pub(super) fn numbers<'a>(
        &'a self,
        cluster: &'a Cluster,
        sitting: SittingId,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Tab> {
        let ways = ways(cluster, dossier);
        let counted = counted_by(&dossier.turnout, sitting);
        let by = self.numbers.by.filter(|by| ways.contains(by)).or(counted).unwrap_or(By::Cluster);
        let choices = ways.iter().map(|way| {
            let choose = Tab::Numbers(Message::By(*way));
            chip::choice(context.t(way_words(*way)), *way == by, Tone::Neutral, choose).into()
        });
        let choices =
            (ways.len() > 1).then(|| row(choices).spacing(space::S).wrap().vertical_spacing(space::XS));
        let words = match self.is_closed() {
            true => "turnout-closed-words",
            false => "turnout-words",
        };
        // Whoever looks at other lines than those that count is told which do.
        let other = counted.filter(|counted| *counted != by).map(|counted| {
            small(
                context.say(&Sentence::new("turnout-counted-by").with("way", context.t(way_words(counted)))),
            )
        });
        let is_wide = context.page_width() >= ONE_LINE;
        let whose = lines(by, cluster, sitting, dossier);
        let several = whose.len() > 1;
        let head = is_wide.then(|| heads(dossier, context));
        let lines = whose.into_iter().map(|whose| self.line(whose, sitting, is_wide, dossier, context));
        let sum = several.then(|| sum(sitting, dossier, context)).flatten();
        let content = column![].push(head).extend(lines).push(sum).spacing(space::S).width(Length::Fill);
        let table = container(content).padding(space::L).style(style::card);
        column![]
            .push(
                row![small(context.t(words)).width(Length::Fill)]
                    .push(self.counts(cluster, sitting, dossier, context))
                    .spacing(space::M)
                    .align_y(Alignment::Center),
            )
            .push(choices)
            .push(other)
            .push(scrollable(table).style(style::scroll_bar).spacing(space::XS).height(Length::Fill))
            .spacing(space::M)
            .height(Length::Fill)
            .into()
    }

    /// Numbers that were typed before there were names, which do not count any more.
    pub(super) fn unused_numbers<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Option<Element<'a, Tab>> {
        let numbers = of_sitting(&dossier.turnout, self.sitting?)?;
        let present = numbers.present.map_or_else(|| "–".to_owned(), |count| count.to_string());
        Some(small(context.say(&Sentence::new("turnout-unused").with("present", present))).into())
    }

    /// What they come to.
    fn counts<'a>(
        &'a self,
        cluster: &'a Cluster,
        sitting: SittingId,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Tab> {
        let said = dossier.said_of_sitting(cluster, sitting);
        let figures = said.figures;
        let about = if said.is_about { "≈ " } else { "" };
        let number = |count: String, words: String, tone: Tone| -> Element<'a, Tab> {
            column![plain(count, Role::Title).color(tone.strong()), styled(words, Role::Tiny)].into()
        };
        let counts = row![
            number(
                format!("{about}{}/{}", figures.present, figures.invited),
                context.t("attendance-present"),
                Tone::Green
            ),
            number(figures.excused.to_string(), context.t(excused(dossier)), Tone::Amber),
            number(figures.absent.to_string(), context.t("attendance-absent"), Tone::Danger),
            number(figures.unmarked.to_string(), context.t("turnout-unknown"), Tone::Neutral),
        ];
        container(counts.spacing(space::L)).padding([space::S, space::L]).style(style::card).into()
    }

    /// The fields of one.
    fn line<'a>(
        &'a self,
        whose: Whose,
        sitting: SittingId,
        is_wide: bool,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Tab> {
        let name = whose.name().map_or_else(|| context.t("turnout-whole"), str::to_owned);
        let numbers = numbers_of(&dossier.turnout, sitting, &whose);
        let fields = Figure::ALL.map(|figure| {
            let field = self.number(sitting, whose.clone(), figure, dossier, context);
            let field = match is_wide {
                true => field.width(number_width(context)),
                false => field.label(context.t(label(figure, dossier))),
            };
            field.id(format!("turnout-{figure:?}-{}", whose.name().unwrap_or_default())).into()
        });
        let can = context.can_write() && !self.is_closed() && !numbers.is_empty();
        let toggle = |is_about| Tab::Numbers(Message::About(whose.clone(), is_about));
        let about =
            checkbox::checkbox(numbers.is_about, context.t("turnout-about"), toggle).id("turnout-about");
        // An estimate of nothing is not kept.
        let about = if can { about } else { about.on_press_maybe(None) };
        match is_wide {
            true => row![container(strong(name)).width(Length::Fill)]
                .extend(fields)
                .push(container(about).width(Length::Fixed(ABOUT)))
                .spacing(space::S)
                .align_y(Alignment::Center)
                .into(),
            false => column![strong(name), row(fields).spacing(space::S), about].spacing(space::XS).into(),
        }
    }

    fn number<'a>(
        &'a self,
        sitting: SittingId,
        whose: Whose,
        figure: Figure,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Field<'a, Tab> {
        let value = numbers_of(&dossier.turnout, sitting, &whose).of(figure);
        let refusal = context.say(&Sentence::new("turnout-refused").with("most", MOST.to_string()));
        let key = key(sitting, &whose, figure);
        number_field(value, 0..=MOST, refusal, move |count| {
            Tab::Numbers(Message::Figure(whose.clone(), figure, count))
        })
        .in_drafts(context.drafts, key)
        .read_only_unless(context.can_write() && !self.is_closed())
    }
}

/// By what the numbers of a cluster can be typed.
fn ways(cluster: &Cluster, dossier: &Dossier) -> Vec<By> {
    let can = |by: &By| match by {
        By::Cluster => true,
        By::Group => dossier.audience.iter().any(|group| !group.label.is_empty()),
        By::Unit => !cluster.details.serves.is_empty(),
    };
    // What was typed is shown, also where nothing like it could be typed today.
    let typed = |by: &By| {
        let sittings = cluster.sittings.iter().map(|one| one.id);
        let mut of_cluster =
            sittings.flat_map(|id| dossier.turnout.iter().filter(move |one| one.sitting == id));
        of_cluster.any(|one| one.whose.by() == Some(*by))
    };
    By::ALL.into_iter().filter(|by| can(by) || typed(by)).collect()
}

/// Whose numbers are shown, each once.
fn lines(by: By, cluster: &Cluster, sitting: SittingId, dossier: &Dossier) -> Vec<Whose> {
    let mut all: Vec<Whose> = match by {
        By::Cluster => vec![Whose::Cluster],
        By::Group => {
            let labels = dossier.audience.iter().filter(|group| !group.label.is_empty());
            labels.map(|group| Whose::Group(group.label.clone())).collect()
        }
        By::Unit => cluster.details.serves.iter().map(|unit| Whose::Unit(unit.clone())).collect(),
    };
    let typed = dossier.turnout.iter().filter(|one| one.sitting == sitting && one.whose.by() == Some(by));
    all.extend(typed.map(|one| one.whose.clone()));
    let mut seen = std::collections::HashSet::new();
    all.retain(|whose| seen.insert(whose.clone()));
    all
}

/// What the columns are.
fn heads<'a>(dossier: &Dossier, context: Context<'a>) -> Element<'a, Tab> {
    let heads = Figure::ALL.map(|figure| {
        let words = styled(context.t(label(figure, dossier)), Role::FieldLabel);
        container(words).width(number_width(context)).into()
    });
    row![container("").width(Length::Fill)]
        .extend(heads)
        .push(container("").width(Length::Fixed(ABOUT)))
        .spacing(space::S)
        .align_y(Alignment::End)
        .into()
}

/// The sum of several lines, in words.
fn sum<'a>(sitting: SittingId, dossier: &Dossier, context: Context<'a>) -> Option<Element<'a, Tab>> {
    let numbers = of_sitting(&dossier.turnout, sitting)?;
    let said = |count: Option<u32>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
    let words = Sentence::new("turnout-sum-of-all")
        .with("invited", said(numbers.invited))
        .with("present", said(numbers.present))
        .with("excused", said(numbers.excused))
        .with("absent", said(numbers.absent));
    Some(small(context.say(&words)).into())
}

/// Width of a number.
fn number_width(context: Context<'_>) -> Length {
    Length::Fixed(if context.page_width() >= ROOMY { 118.0 } else { 96.0 })
}

/// What a number is called, as this kind of session says it.
fn label(figure: Figure, dossier: &Dossier) -> &'static str {
    match (figure, dossier.session.details.kind) {
        (Figure::Invited, _) => "attendance-invited",
        (Figure::Present, _) => "attendance-present",
        (Figure::Excused, _) => excused(dossier),
        (Figure::Absent, SessionKind::Conference) => "turnout-absent",
        (Figure::Absent, SessionKind::Class) => "turnout-absent-class",
    }
}

fn code(by: By) -> &'static str {
    match by {
        By::Cluster => "cluster",
        By::Group => "group",
        By::Unit => "unit",
    }
}

fn way_words(by: By) -> &'static str {
    match by {
        By::Cluster => "turnout-whole",
        By::Group => "turnout-by-group",
        By::Unit => "turnout-by-unit",
    }
}
