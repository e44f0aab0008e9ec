//! The dialog Chia tổ: into how many discussion groups, and what comes of it.

use iced::widget::{column, container, row};
use iced::{Alignment, Element};

use super::Filter;
use super::parts::{self, LINE};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::{Role, one_line, small};
use crate::app::widget::number_field::number_field;
use crate::app::widget::select::select;
use crate::app::widget::{button, chip, dialog};
use crate::domain::dossier::Dossier;
use crate::domain::own_column::discussion::{self, Group, MOST_GROUPS, Of, Units, divide};
use crate::domain::own_column::{OwnMistake, of_groups};
use crate::sentence::Sentence;

/// What is chosen so far, and what comes of it.
pub struct State {
    of: Of,
    by: By,
    groups: u32,
    people: u32,
    units: Units,
    division: Result<Vec<Group>, OwnMistake>,
}

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The number of groups.
    Groups,
    /// The people of one.
    People,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// Whose groups they are.
    OfChosen(Of),
    /// By number or by people.
    ByChosen(By),
    /// The number was committed.
    Number(Option<u32>),
    /// One more or one less.
    Step(i32),
    /// Units are mixed or kept.
    UnitsChosen(Units),
    /// It is to be done.
    Apply,
    /// The dialog closes.
    Close,
}

/// What the tab does after a message.
pub enum Answer {
    /// The dialog stays.
    Open,
    /// It closes.
    Close,
    /// The groups are written.
    Apply(Vec<Group>),
}

/// The most people a group can be asked to have.
const MOST_PEOPLE: u32 = 1000;
/// Height of the preview before it scrolls.
const PREVIEW: f32 = 190.0;

impl State {
    /// The dialog as it opens: for those in view, into as many groups as there are, or into four.
    pub fn new(dossier: &Dossier, filter: Filter) -> Self {
        let there = of_groups(&dossier.own_columns).map_or(0, |column| column.different().len());
        let groups = u32::try_from(there).unwrap_or(4);
        let of = match filter {
            Filter::All | Filter::Withdrawn => Of::All,
            Filter::Of(cluster) => Of::Cluster(cluster),
        };
        let mut state = Self {
            of,
            by: By::Groups,
            groups: if groups > 1 { groups } else { 4 },
            people: 15,
            units: Units::Mixed,
            division: Err(OwnMistake::NoGroups),
        };
        state.take_in(dossier);
        state
    }

    /// Divides the delegates as they are now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let by = match self.by {
            By::Groups => discussion::By::Groups(self.groups),
            By::People => discussion::By::People(self.people),
        };
        self.division = divide(&dossier.delegates, self.of, by, self.units);
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier) -> Answer {
        match message {
            Message::OfChosen(of) => self.of = of,
            Message::ByChosen(by) => self.by = by,
            Message::Number(Some(number)) => *self.number() = number,
            Message::Number(None) => {}
            Message::Step(by) => {
                let most = self.most();
                let number = self.number();
                *number = number.saturating_add_signed(by).clamp(1, most);
            }
            Message::UnitsChosen(units) => self.units = units,
            Message::Close => return Answer::Close,
            Message::Apply => {
                return match &self.division {
                    Ok(groups) => Answer::Apply(groups.clone()),
                    Err(_) => Answer::Open,
                };
            }
        }
        self.take_in(dossier);
        Answer::Open
    }

    fn number(&mut self) -> &mut u32 {
        match self.by {
            By::Groups => &mut self.groups,
            By::People => &mut self.people,
        }
    }

    fn most(&self) -> u32 {
        match self.by {
            By::Groups => u32::try_from(MOST_GROUPS).unwrap_or(u32::MAX),
            By::People => MOST_PEOPLE,
        }
    }

    /// The dialog.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let ways = [
            (By::Groups, context.t("own-groups-by-groups")),
            (By::People, context.t("own-groups-by-people")),
        ];
        let units =
            [(Units::Mixed, context.t("own-groups-mixed")), (Units::Kept, context.t("own-groups-kept"))];
        let hint = match self.units {
            Units::Mixed => context.t("own-groups-mixed-hint"),
            Units::Kept => context.t("own-groups-kept-hint"),
        };
        let preview = parts::preview(&self.division, |groups| preview(groups, context), PREVIEW, context);
        let replaced = self.replaced(dossier);
        let replaced = (replaced > 0).then(|| small(context.count("own-groups-replaced", replaced)));
        let content = column![]
            .push((!dossier.clusters.is_empty()).then(|| self.whose(dossier, context)))
            .push(chip::choices(ways, &self.by, Message::ByChosen))
            .push(self.how_many(context))
            .push(chip::choices(units, &self.units, Message::UnitsChosen))
            .push(small(hint))
            .push(preview)
            .push(replaced)
            .spacing(space::M);
        let apply = context.if_writable(Message::Apply).filter(|_| self.division.is_ok());
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::primary(Some(Icon::Split), context.t("own-groups-apply"))
                .id("groups-apply")
                .on_press_maybe(apply)
                .into(),
        ];
        dialog::dialog(context.t("own-groups-title"), content, actions, Message::Close)
    }

    /// How many of those who are divided are in a group already.
    fn replaced(&self, dossier: &Dossier) -> usize {
        let (Some(column), Ok(groups)) = (of_groups(&dossier.own_columns), &self.division) else { return 0 };
        let all = groups.iter().flat_map(|group| &group.delegates);
        all.filter(|one| column.value(**one).is_some()).count()
    }

    /// The session, or one of its clusters.
    fn whose<'a>(&self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let clusters =
            dossier.clusters.iter().map(|one| (Of::Cluster(Some(one.id)), one.details.name.clone()));
        let nowhere = dossier.delegates.iter().any(|one| one.cluster.is_none());
        let nowhere = nowhere.then(|| (Of::Cluster(None), context.t("window-delegates-no-cluster")));
        let all = std::iter::once((Of::All, context.t("own-groups-all"))).chain(clusters).chain(nowhere);
        select(all, Some(&self.of))
            .label(context.t("own-groups-of"))
            .id("groups-of")
            .on_choose(Message::OfChosen)
            .into()
    }

    fn how_many<'a>(&self, context: Context<'a>) -> Element<'a, Message> {
        let (number, unit) = match self.by {
            By::Groups => (self.groups, context.t("own-groups-unit")),
            By::People => (self.people, context.t("own-groups-people-unit")),
        };
        let refusal = context.say(&Sentence::new("own-groups-number").with("most", self.most()));
        let field = number_field(Some(number), 1..=self.most(), refusal, Message::Number)
            .of(self.by == By::Groups)
            .id("groups-number")
            .width(120.0)
            .on_enter(Message::Apply);
        parts::stepper(field, Message::Step, unit, context)
    }
}

/// What the groups come to, and a line for each.
fn preview<'a>(groups: &[Group], context: Context<'a>) -> (Sentence, Vec<Element<'a, Message>>) {
    let people: usize = groups.iter().map(|group| group.delegates.len()).sum();
    let total = Sentence::new("own-groups-result").with("count", people).with("groups", groups.len());
    let lines = (1..).zip(groups).map(|(number, group): (usize, &Group)| {
        let people = context.count("own-groups-people", group.delegates.len());
        let units = context.count("window-delegates-divide-units", group.units);
        row![
            container(one_line(discussion::name(number), Role::Strong)).width(110.0),
            container(one_line(people, Role::Body)).width(110.0),
            one_line(units, Role::Small),
        ]
        .height(LINE)
        .align_y(Alignment::Center)
        .into()
    });
    (total, lines.collect())
}
