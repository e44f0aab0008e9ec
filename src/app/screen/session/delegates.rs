//! Đại biểu: the list of a session.

use std::path::PathBuf;

use iced::widget::{column, container, row};
use iced::{Alignment, Element, Length};

use super::super::{Action, Context};
use crate::app::icon::Icon;
use crate::app::import;
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::widget::table::{Cell, Column, Selection, Width, table};
use crate::app::widget::{button, chip, empty, search};
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::list::ImportCounts;
use crate::domain::numbering::numbered;
use crate::domain::person::Gender;
use crate::message::Message as Sentence;
use crate::vietnamese::date::short;
use crate::vietnamese::fold::fold;

/// What is on show.
#[derive(Default)]
pub struct State {
    words: String,
    cluster: Option<ClusterId>,
    /// The delegates in their order, with what is shown of each.
    lines: Vec<Line>,
    /// Those that match, by their place in `lines`.
    found: Vec<usize>,
    selection: Selection,
}

/// A row of the table.
struct Line {
    id: DelegateId,
    /// Place in the dossier.
    at: usize,
    number: u32,
    cluster: Option<ClusterId>,
    key: String,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// The search words changed.
    Searched(String),
    /// A cluster was chosen; `None` for all.
    ClusterChosen(Option<ClusterId>),
    /// Rows were selected.
    Selected(Selection),
    /// A list is to be chosen and imported.
    PickList,
    /// A list was chosen; `None` when the dialog was closed.
    ImportList(PathBuf),
    /// Nothing was chosen.
    NothingPicked,
    /// The list was imported, or why not.
    Imported(Result<ImportCounts, Sentence>),
}

impl State {
    /// Takes in the session as it is now.
    pub fn take_in(&mut self, dossier: &Dossier) {
        let places: std::collections::HashMap<DelegateId, usize> =
            dossier.delegates.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
        let clusters: Vec<ClusterId> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
        let order = dossier.session.details.list_order;
        self.lines = numbered(&dossier.delegates, &clusters, order)
            .into_iter()
            .map(|one| Line {
                id: one.delegate.id,
                at: places.get(&one.delegate.id).copied().unwrap_or_default(),
                number: one.number,
                cluster: one.delegate.cluster,
                key: one.delegate.details.search_key(),
            })
            .collect();
        self.cluster = self.cluster.filter(|chosen| clusters.contains(chosen));
        self.find();
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Searched(words) => {
                self.words = words;
                self.find();
            }
            Message::ClusterChosen(cluster) => {
                self.cluster = cluster;
                self.find();
            }
            Message::Selected(selection) => self.selection = selection,
            Message::PickList => {
                let picked = import::pick(context.locale);
                return Action::Run(
                    picked.map(|path| path.map_or(Message::NothingPicked, Message::ImportList)),
                );
            }
            Message::ImportList(list) if context.can_write() => {
                let work = import::whole_list(context.store.clone(), dossier.session.id, list);
                return Action::Run(work.map(Message::Imported));
            }
            Message::Imported(Ok(counts)) => return Action::Changed(import::told(&counts)),
            Message::Imported(Err(reason)) => return Action::Fail(reason),
            Message::ImportList(_) | Message::NothingPicked => {}
        }
        Action::None
    }

    /// The buttons in the head of the page.
    pub fn actions<'a>(&self, context: Context<'a>) -> Vec<Element<'a, Message>> {
        vec![
            button::primary(Some(Icon::FileUp), context.t("window-import-excel"))
                .on_press_maybe(context.if_writable(Message::PickList))
                .into(),
        ]
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        if dossier.delegates.is_empty() {
            return empty::empty(
                Icon::Users,
                context.t("window-no-delegates"),
                context.t("window-no-delegates-cure"),
                [button::primary(Some(Icon::FileSpreadsheet), context.t("window-import-excel"))
                    .on_press_maybe(context.if_writable(Message::PickList))
                    .into()],
            );
        }
        let find = search::search(&self.words, &context.t("window-delegates-search"), Message::Searched);
        let bar = row![container(find).width(270.0)]
            .push((dossier.clusters.len() > 1).then(|| self.cluster_chips(dossier, context)))
            .spacing(space::M)
            .align_y(Alignment::Center);
        column![bar, self.table(dossier, context)]
            .spacing(space::M)
            .padding([18.0, space::XL])
            .height(Length::Fill)
            .into()
    }

    fn cluster_chips<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let all = context.say(&Sentence::new("window-all-count").with("count", self.lines.len()));
        let first = chip::choice(all, self.cluster.is_none(), Tone::Neutral, Message::ClusterChosen(None));
        let chips = dossier.clusters.iter().map(|cluster| {
            let count = self.lines.iter().filter(|line| line.cluster == Some(cluster.id)).count();
            let capacity = cluster.details.capacity.map(|seats| seats as usize);
            let (label, tone) = match capacity {
                Some(seats) if count > seats => {
                    (format!("{} · {count}/{seats}", cluster.details.name), Tone::Amber)
                }
                _ => (format!("{} · {count}", cluster.details.name), Tone::Neutral),
            };
            let chosen = self.cluster == Some(cluster.id);
            chip::choice(label, chosen, tone, Message::ClusterChosen(Some(cluster.id))).into()
        });
        row(std::iter::once(first.into()).chain(chips)).spacing(space::S).wrap().into()
    }

    fn table<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let columns = vec![
            Column::new(context.t("window-column-number"), Width::Fixed(64.0)).right(),
            Column::new(context.t("window-column-name"), Width::Fill(4)),
            Column::new(context.t("window-column-gender"), Width::Fixed(66.0)),
            Column::new(context.t("window-column-birth"), Width::Fixed(100.0)),
            Column::new(context.t("window-column-position"), Width::Fill(4)),
            Column::new(context.t("window-column-unit"), Width::Fill(4)),
            Column::new(context.t("window-column-cluster"), Width::Fixed(92.0)),
        ];
        table(columns, self.found.len(), move |row, column| {
            let Some((line, one)) = self.row(dossier, row) else { return Cell::text("") };
            let details = &one.details;
            match column {
                0 => Cell::muted(line.number.to_string()),
                1 => Cell::strong(details.full_name.clone()),
                2 => Cell::text(match details.gender {
                    Some(Gender::Male) => context.t("window-male"),
                    Some(Gender::Female) => context.t("window-female"),
                    None => String::new(),
                }),
                3 => Cell::text(details.birth.map(short).unwrap_or_default()),
                4 => Cell::text(details.position.clone().unwrap_or_default()),
                5 => Cell::text(details.unit.clone().unwrap_or_default()),
                _ => Cell::text(cluster_name(dossier, line.cluster)),
            }
        })
        .id("delegates")
        .selection(&self.selection, Message::Selected)
        .into()
    }

    fn row<'a>(&'a self, dossier: &'a Dossier, row: usize) -> Option<(&'a Line, &'a Delegate)> {
        let line = self.lines.get(*self.found.get(row)?)?;
        dossier.delegates.get(line.at).filter(|one| one.id == line.id).map(|one| (line, one))
    }

    fn find(&mut self) {
        let words: Vec<String> = fold(&self.words).split(' ').map(str::to_owned).collect();
        let matches = |line: &Line| {
            let in_cluster = self.cluster.is_none() || line.cluster == self.cluster;
            in_cluster && words.iter().all(|word| line.key.contains(word))
        };
        self.found = (0..self.lines.len()).filter(|at| matches(&self.lines[*at])).collect();
        self.selection.clear();
    }
}

fn cluster_name(dossier: &Dossier, id: Option<ClusterId>) -> String {
    dossier
        .clusters
        .iter()
        .find(|cluster| Some(cluster.id) == id)
        .map(|cluster| cluster.details.name.clone())
        .unwrap_or_default()
}
