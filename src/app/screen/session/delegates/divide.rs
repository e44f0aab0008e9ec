//! The dialog Chia cụm: into how many, and what comes of it.

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::parts::{self, LINE};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{Role, one_line, small, styled};
use crate::app::theme::{palette, space, style};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::number_field::number_field;
use crate::app::widget::{button, chip, dialog};
use crate::domain::division::{DivideBy, Division, Served, Share, divide};
use crate::domain::dossier::Dossier;
use crate::domain::mistake::Mistake;
use crate::sentence::Sentence;

/// What is chosen so far, and what comes of it.
pub struct State {
    by: By,
    clusters: u32,
    seats: u32,
    served: Served,
    division: Result<Division, Mistake>,
}

/// What is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The number of clusters.
    Clusters,
    /// The seats of one.
    Seats,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// By number or by seats.
    ByChosen(By),
    /// The number was committed.
    Number(Option<u32>),
    /// One more or one less.
    Step(i32),
    /// Whether served units stay.
    StayChosen(bool),
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
    /// The division is written.
    Apply(Box<Division>),
}

/// The most clusters or seats that can be asked for.
const MOST: u32 = 5000;
/// The most clusters that can be asked for.
const MOST_CLUSTERS: u32 = 200;
/// Height of the preview before it scrolls.
const PREVIEW: f32 = 236.0;

impl State {
    /// The dialog as it opens: into as many clusters as there are, or by halls of a hundred.
    pub fn new(dossier: &Dossier) -> Self {
        let clusters = u32::try_from(dossier.clusters.len()).unwrap_or(MOST_CLUSTERS).clamp(2, MOST_CLUSTERS);
        let seats = dossier.clusters.iter().filter_map(|one| one.details.capacity).max().unwrap_or(100);
        let mut state = Self {
            by: By::Clusters,
            clusters,
            seats,
            served: Served::Stay,
            division: Err(Mistake::NobodyListed),
        };
        state.divide(dossier);
        state
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier) -> Answer {
        match message {
            Message::ByChosen(by) => self.by = by,
            Message::Number(Some(number)) => *self.number() = number,
            Message::Number(None) => {}
            Message::Step(by) => {
                let most = self.most();
                let step = if self.by == By::Seats { by * 10 } else { by };
                let number = self.number();
                *number = number.saturating_add_signed(step).clamp(1, most);
            }
            Message::StayChosen(stay) => self.served = if stay { Served::Stay } else { Served::Anew },
            Message::Close => return Answer::Close,
            Message::Apply => {
                return match &self.division {
                    Ok(division) => Answer::Apply(Box::new(division.clone())),
                    Err(_) => Answer::Open,
                };
            }
        }
        self.divide(dossier);
        Answer::Open
    }

    fn number(&mut self) -> &mut u32 {
        match self.by {
            By::Clusters => &mut self.clusters,
            By::Seats => &mut self.seats,
        }
    }

    fn most(&self) -> u32 {
        if self.by == By::Clusters { MOST_CLUSTERS } else { MOST }
    }

    /// Divides the delegates as they are now.
    pub fn divide(&mut self, dossier: &Dossier) {
        let by = match self.by {
            By::Clusters => DivideBy::Clusters(self.clusters),
            By::Seats => DivideBy::Capacity(self.seats),
        };
        let fixed = dossier.delegates.iter().any(|one| one.fixed_number.is_some());
        self.division = match fixed {
            true => Err(Mistake::ListFixed),
            false => divide(&dossier.delegates, &dossier.clusters, by, self.served),
        };
    }

    /// The dialog.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let ways = [
            (By::Clusters, context.t("window-delegates-divide-by-clusters")),
            (By::Seats, context.t("window-delegates-divide-by-seats")),
        ];
        let number = if self.by == By::Clusters { self.clusters } else { self.seats };
        let refusal = context.say(&Sentence::new("window-delegates-divide-number").with("most", self.most()));
        let field = number_field(Some(number), 1..=self.most(), refusal, Message::Number)
            .of(self.by == By::Clusters)
            .id("divide-number")
            .width(120.0)
            .on_enter(Message::Apply);
        let unit = match self.by {
            By::Clusters => context.t("window-delegates-divide-clusters"),
            By::Seats => context.t("window-delegates-divide-seats"),
        };
        let number = parts::stepper(field, Message::Step, unit, context);
        let serves = dossier.clusters.iter().any(|cluster| !cluster.details.serves.is_empty());
        let stay = serves.then(|| {
            checkbox(
                self.served == Served::Stay,
                context.t("window-delegates-divide-stay"),
                Message::StayChosen,
            )
        });
        let preview = parts::preview(&self.division, |division| preview(division, context), PREVIEW, context);
        let content = column![
            small(context.t("window-delegates-divide-words")),
            chip::choices(ways, &self.by, Message::ByChosen),
            number,
        ]
        .push(stay)
        .push(preview)
        .spacing(space::M);
        let apply = self.division.is_ok().then_some(Message::Apply);
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::primary(Some(Icon::Split), context.t("window-delegates-divide-apply"))
                .id("divide-apply")
                .on_press_maybe(apply)
                .into(),
        ];
        dialog::dialog(context.t("window-delegates-divide-title"), content, actions, Message::Close)
    }
}

/// What the clusters come to, and a line for each.
fn preview<'a>(division: &Division, context: Context<'a>) -> (Sentence, Vec<Element<'a, Message>>) {
    let most = division.shares.iter().map(|share| share.delegates.len()).max().unwrap_or(1).max(1);
    let filled = division.shares.iter().filter(|share| !share.delegates.is_empty()).count();
    let total = Sentence::new("window-delegates-divide-result")
        .with("count", division.delegates())
        .with("clusters", filled);
    (total, division.shares.iter().map(|share| line(share, most, context)).collect())
}

fn line<'a>(share: &Share, most: usize, context: Context<'a>) -> Element<'a, Message> {
    let count = share.delegates.len();
    let over = share.over_capacity() > 0;
    let color = if over { palette::AMBER } else { palette::ACCENT };
    // In thousandths, as shares of a row.
    let filled = u16::try_from(count * 1000 / most).unwrap_or(1000).min(1000);
    let part = |share: u16, color| {
        container(iced::widget::Space::new().width(Length::Fill).height(8.0))
            .width(Length::FillPortion(share))
            .style(style::rounded(color, 4.0))
    };
    let mut bar = row![].width(Length::Fill).height(8.0);
    if filled > 0 {
        bar = bar.push(part(filled, color));
    }
    if filled < 1000 {
        bar = bar.push(part(1000 - filled, palette::NEUTRAL));
    }
    let size = match share.capacity {
        Some(seats) if over => format!("{count}/{seats}"),
        _ => count.to_string(),
    };
    let units = context.count("window-delegates-divide-units", share.serves.len());
    let size: Element<'a, Message> = match over {
        true => chip::chip(Tone::Amber, Some(Icon::TriangleAlert), size),
        false => styled(size, Role::Strong).into(),
    };
    row![
        container(one_line(share.name.clone(), Role::Body)).clip(true).width(130.0),
        bar,
        container(size).align_right(80.0),
        container(one_line(units, Role::Small)).clip(true).width(78.0),
    ]
    .spacing(space::M)
    .height(LINE)
    .align_y(Alignment::Center)
    .into()
}
