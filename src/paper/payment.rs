//! What papers of money have in common: who presents how often, sums in words, and
//! the three who sign.

use std::collections::BTreeSet;

use super::content::{Amounts, Closing, Follows, Row, SignatureBlock, Table};
use super::list;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, SittingId};
use crate::domain::programme::{Given, ItemKind, PlannedItem, Presenter};
use crate::domain::topic::Topic;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number;

/// Who is to be paid for presenting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paid {
    /// The presenter.
    pub presenter: Presenter,
    /// What they present, each topic once.
    pub topics: Vec<String>,
    /// The sittings they present in; none where the programme does not say.
    pub sittings: BTreeSet<SittingId>,
    /// Those of them of which nobody said whether they were given: they are as planned.
    pub as_planned: BTreeSet<SittingId>,
    /// Minutes of what they present alone; `None` where the length of some part is not known.
    pub minutes: Option<u32>,
}

impl Paid {
    /// Whether nobody said of any of it whether it was given.
    pub fn is_as_planned(&self) -> bool {
        self.as_planned == self.sittings
    }
}

/// Who presents in a cluster or in all of them, in the order of the programme; then
/// those whom only the curriculum names. Someone who presents in several clusters
/// is paid once for all. Who stood in for somebody is paid in their place; what was not given, nobody is paid for.
pub fn presenters(dossier: &Dossier, only: Option<ClusterId>) -> Vec<Paid> {
    let mut paid: Vec<Paid> = Vec::new();
    let mut planned = BTreeSet::new();
    for (sitting, item) in items(dossier, only) {
        // How long each of several speaks is not known.
        let minutes = item.details.minutes.filter(|_| item.parts(&dossier.topics).count() == 1);
        for (presenter, given) in item.parts(&dossier.topics) {
            planned.insert(compare_key(presenter.name()));
            let stood_in;
            let presenter = match given {
                Some(Given::Not) => continue,
                Some(Given::By(name)) => {
                    stood_in = Presenter::Person { name: name.clone(), titles: Vec::new() };
                    &stood_in
                }
                Some(Given::Given) | None => presenter,
            };
            let one = entry(&mut paid, presenter);
            one.minutes = match one.sittings.is_empty() {
                true => minutes,
                false => one.minutes.zip(minutes).map(|(known, more)| known.saturating_add(more)),
            };
            one.sittings.insert(sitting);
            if given.is_none() {
                one.as_planned.insert(sitting);
            }
            add_topic(one, &item.details.title);
        }
    }
    if only.is_none() {
        curriculum(&dossier.topics, &planned, &mut paid);
    }
    paid
}

/// In how many sittings someone presents.
pub fn sittings_held(dossier: &Dossier, only: Option<ClusterId>) -> usize {
    items(dossier, only).map(|(sitting, _)| sitting).collect::<BTreeSet<_>>().len()
}

/// The topics of the programme with their sittings.
fn items(dossier: &Dossier, only: Option<ClusterId>) -> impl Iterator<Item = (SittingId, &PlannedItem)> {
    let clusters = dossier.clusters.iter().filter(move |cluster| only.is_none_or(|id| cluster.id == id));
    let sittings = clusters.flat_map(|cluster| &cluster.sittings);
    sittings.flat_map(|sitting| {
        let topics = sitting.items.iter().filter(|item| item.details.kind == ItemKind::Topic);
        topics.map(|item| (sitting.id, item))
    })
}

/// Adds whom the curriculum names and the programme does not.
fn curriculum(topics: &[Topic], planned: &BTreeSet<String>, paid: &mut Vec<Paid>) {
    for topic in topics {
        let only_here = |presenter: &&Presenter| !planned.contains(&compare_key(presenter.name()));
        for presenter in topic.presenters.iter().filter(only_here) {
            let one = entry(paid, presenter);
            // Somebody who stood in elsewhere is not paid for a plan as well.
            if one.sittings.is_empty() {
                add_topic(one, &topic.title);
            }
        }
        curriculum(&topic.children, planned, paid);
    }
}

fn entry<'a>(paid: &'a mut Vec<Paid>, presenter: &Presenter) -> &'a mut Paid {
    let key = compare_key(presenter.name());
    let place = paid.iter().position(|one| compare_key(one.presenter.name()) == key);
    let place = place.unwrap_or_else(|| {
        paid.push(Paid {
            presenter: presenter.clone(),
            topics: Vec::new(),
            sittings: BTreeSet::new(),
            as_planned: BTreeSet::new(),
            minutes: None,
        });
        paid.len() - 1
    });
    let one = &mut paid[place];
    // Who stood in first and presents later is known with titles only then.
    if matches!(&one.presenter, Presenter::Person { titles, .. } if titles.is_empty()) {
        one.presenter = presenter.clone();
    }
    one
}

fn add_topic(paid: &mut Paid, title: &str) {
    let title = title.trim().trim_end_matches([';', '.', ',', ':']);
    if !title.is_empty() && !paid.topics.iter().any(|known| known == title) {
        paid.topics.push(title.to_owned());
    }
}

/// What a column of a table comes to; `None` while an amount is missing that its sum needs.
pub fn total(table: &Table, column: usize) -> Option<u64> {
    let mut sum = Amounts::default();
    for row in &table.rows {
        if let Row::Cells { cells, .. } = row {
            sum.add(super::content::cell_at(cells, column).and_then(|cell| cell.amount));
        }
    }
    table.sums.as_ref().map_or_else(|| sum.known(), |sums| sums.said(&sum))
}

/// "Số tiền bằng chữ: Hai triệu đồng."
pub fn in_words(label: &str, amount: u64) -> String {
    format!("{label}: {}.", number::money_in_words(amount))
}

/// The end of a paper of money: the sum in words, and the three who sign for it.
///
/// Without the words a line is left for them.
pub fn closing(words: Option<String>, place_date: String) -> Closing {
    let right = SignatureBlock {
        hint: Some("(Ký, ghi rõ họ tên, đóng dấu)".to_owned()),
        ..list::prepared_by("CHỦ TÀI KHOẢN")
    };
    Closing {
        dotted: words.is_none(),
        follows: if words.is_some() { Follows::AmountInWords } else { Follows::Nothing },
        lines: Vec::new(),
        count: words.unwrap_or_else(|| "Số tiền bằng chữ:".to_owned()),
        place_date,
        left: list::prepared_by("NGƯỜI LẬP BIỂU"),
        middle: Some(list::prepared_by("KẾ TOÁN")),
        right,
    }
}
