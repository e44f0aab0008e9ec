//! Đối chiếu: everybody called, signed, paid, with documents and certificate, what does not agree first. Shown in the
//! place of Điểm danh while it is wanted.

mod figures;
mod people;
mod units;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::super::sorting::Sorting;
use super::super::{Action, Context};
use crate::app::icon::Icon;
use crate::app::machine::ColumnWish;
use crate::app::theme::space;
use crate::app::theme::text::body;
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::{chip, empty};
use crate::domain::attendance::reconcile::lines;
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::{is_shown, numbered};
use crate::sentence::Sentence;
use figures::Figure;
use people::Row;
use units::Unit;

/// How it is compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    /// Person by person.
    #[default]
    People,
    /// What the units come to.
    Units,
    /// Figure by figure of minutes and report.
    Figures,
}

/// What is on show.
#[derive(Default)]
pub struct State {
    /// Everybody, those who do not agree first.
    rows: Vec<Row>,
    /// What the lines of each unit come to.
    units: Vec<Unit>,
    /// The figures of minutes and report, and which of them is chosen.
    figures: Vec<Figure>,
    chosen: usize,
    words: Option<AbsenceWords>,
    look: Look,
    /// How many do not agree: the first of them.
    disagree: usize,
    /// Whether anything was marked or signed.
    has_facts: bool,
    /// Whether only those who do not agree are on show.
    only: bool,
    /// By which columns people and units stand.
    people_sorting: Sorting<people::What>,
    units_sorting: Sorting<units::What>,
}

/// What happens here.
#[derive(Clone)]
pub enum Message {
    /// Only lines that do not agree are wanted, or all again.
    Only(bool),
    /// Compared another way.
    Look(Look),
    /// The names behind this figure are wanted.
    Figure(usize),
    /// Another order of people.
    PeopleSorted(people::What),
    /// Another order of units.
    UnitsSorted(units::What),
    /// What is wanted of a column.
    Column(ColumnWish),
}

impl State {
    /// Takes in the session as it is now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let shown: Vec<Delegate> = dossier.delegates.iter().filter(|one| is_shown(one)).cloned().collect();
        let ids: Vec<ClusterId> = dossier.clusters.iter().map(|one| one.id).collect();
        let numbers = numbered(&shown, &ids, dossier.session.details.list_order);
        let (mut rows, mut units) = (Vec::new(), Vec::new());
        for of_cluster in numbers.chunk_by(|one, next| one.delegate.cluster == next.delegate.cluster) {
            let of = of_cluster.first().and_then(|row| row.delegate.cluster);
            let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == of);
            let lines = lines(of_cluster, cluster, dossier);
            rows.extend(lines.iter().map(|line| Row::of(line, cluster)));
            units.extend(units::of(&lines, cluster));
        }
        self.units = units;
        self.figures = figures::of(dossier);
        self.chosen = self.chosen.min(self.figures.len().saturating_sub(1));
        self.words = Some(AbsenceWords::of(&dossier.session.details));
        // The order of the list stays among those who agree, and among those who do not.
        rows.sort_by_key(|row| row.reasons.is_empty());
        self.disagree = rows.iter().filter(|row| !row.reasons.is_empty()).count();
        self.rows = rows;
        self.has_facts = !dossier.attendance.is_empty() || !dossier.receipts.is_empty();
    }

    /// Shows the figures of minutes and report first.
    pub fn show_figures(&mut self) {
        self.look = Look::Figures;
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message) -> Action<Message> {
        match message {
            Message::Only(only) => self.only = only,
            Message::Look(look) => self.look = look,
            Message::Figure(figure) => self.chosen = figure,
            Message::PeopleSorted(what) => self.people_sorting.press(what),
            Message::UnitsSorted(what) => self.units_sorting.press(what),
            Message::Column(wish) => return Action::Column(wish),
        }
        Action::None
    }

    /// The page.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        if !self.has_facts {
            return empty::empty(
                Icon::Columns3,
                context.t("reconcile-nothing"),
                context.t("reconcile-nothing-cure"),
                [],
            );
        }
        let told = Sentence::new("reconcile-told").with("disagree", self.disagree);
        let told = body(context.say(&told.with("lines", self.rows.len()))).width(Length::Fill);
        let only =
            checkbox(self.only, context.t("reconcile-only-disagreeing"), Message::Only).id("compared-only");
        let ways = [
            (Look::People, context.t("reconcile-people")),
            (Look::Units, context.t("reconcile-units")),
            (Look::Figures, context.t("reconcile-figures")),
        ];
        let ways = chip::choices(ways, &self.look, Message::Look);
        let only = (self.look == Look::People).then_some(only);
        let head = row![ways, told].push(only).spacing(space::M).align_y(Alignment::Center);
        let content: Element<'a, Message> = if self.look == Look::Units {
            units::view(&self.units, self.units_sorting, context)
        } else if let (Look::Figures, Some(words)) = (self.look, &self.words) {
            figures::view(&self.figures, self.chosen, words, context)
        } else if self.only && self.disagree == 0 {
            empty::empty(
                Icon::CircleCheck,
                context.t("reconcile-all-agree"),
                context.t("reconcile-all-agree-cure"),
                [],
            )
        } else {
            let count = if self.only { self.disagree } else { self.rows.len() };
            people::view(&self.rows[..count], self.people_sorting, context)
        };
        let page = column![head, content].spacing(space::M).height(Length::Fill);
        container(page).padding([space::L, space::XL]).height(Length::Fill).into()
    }
}
