//! What papers of money have in common: who presents how often, sums in words, and
//! the three who sign.

use std::collections::BTreeSet;

use super::content::{Amounts, Closing, Row, SignatureBlock, Table};
use super::list;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, SittingId};
use crate::domain::programme::{ItemKind, Presenter, ProgrammeItem};
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
}

/// Who presents in a cluster or in all of them, in the order of the programme; then
/// those whom only the curriculum names. Someone who presents in several clusters
/// is paid once for all.
pub fn presenters(dossier: &Dossier, only: Option<ClusterId>) -> Vec<Paid> {
    let mut paid: Vec<Paid> = Vec::new();
    for (sitting, item) in items(dossier, only) {
        let of_topic;
        let presenters = if item.presenters.is_empty() {
            of_topic = topic_presenters(&dossier.topics, &compare_key(&item.title));
            of_topic
        } else {
            &item.presenters
        };
        for presenter in presenters {
            let one = entry(&mut paid, presenter);
            one.sittings.insert(sitting);
            add_topic(one, &item.title);
        }
    }
    if only.is_none() {
        curriculum(&dossier.topics, &mut paid);
    }
    paid
}

/// In how many sittings someone presents.
pub fn sittings_held(dossier: &Dossier, only: Option<ClusterId>) -> usize {
    items(dossier, only).map(|(sitting, _)| sitting).collect::<BTreeSet<_>>().len()
}

/// The topics of the programme with their sittings.
fn items(dossier: &Dossier, only: Option<ClusterId>) -> impl Iterator<Item = (SittingId, &ProgrammeItem)> {
    let clusters = dossier.clusters.iter().filter(move |cluster| only.is_none_or(|id| cluster.id == id));
    let sittings = clusters.flat_map(|cluster| &cluster.sittings);
    sittings.flat_map(|sitting| {
        let topics = sitting.programme().filter(|item| item.kind == ItemKind::Topic);
        topics.map(|item| (sitting.id, item))
    })
}

/// Who presents the topic of a title, wherever in the tree it stands.
fn topic_presenters<'a>(topics: &'a [Topic], title: &str) -> &'a [Presenter] {
    let found = topics.iter().find_map(|topic| {
        if compare_key(&topic.title) == title && !topic.presenters.is_empty() {
            return Some(topic.presenters.as_slice());
        }
        Some(topic_presenters(&topic.children, title)).filter(|found| !found.is_empty())
    });
    found.unwrap_or_default()
}

/// Adds whom the curriculum names and the programme does not.
fn curriculum(topics: &[Topic], paid: &mut Vec<Paid>) {
    for topic in topics {
        for presenter in &topic.presenters {
            let one = entry(paid, presenter);
            if one.sittings.is_empty() {
                add_topic(one, &topic.title);
            }
        }
        curriculum(&topic.children, paid);
    }
}

fn entry<'a>(paid: &'a mut Vec<Paid>, presenter: &Presenter) -> &'a mut Paid {
    let key = compare_key(presenter.name());
    let place = paid.iter().position(|one| compare_key(one.presenter.name()) == key);
    let place = place.unwrap_or_else(|| {
        paid.push(Paid { presenter: presenter.clone(), topics: Vec::new(), sittings: BTreeSet::new() });
        paid.len() - 1
    });
    &mut paid[place]
}

fn add_topic(paid: &mut Paid, title: &str) {
    let title = title.trim().trim_end_matches([';', '.', ',', ':']);
    if !title.is_empty() && !paid.topics.iter().any(|known| known == title) {
        paid.topics.push(title.to_owned());
    }
}

/// What a column of a table comes to; `None` while an amount is missing.
pub fn total(table: &Table, column: usize) -> Option<u64> {
    let mut sum = Amounts::default();
    for row in &table.rows {
        if let Row::Cells { cells, .. } = row {
            sum.add(super::content::cell_at(cells, column).and_then(|cell| cell.amount));
        }
    }
    sum.known()
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
        lines: Vec::new(),
        count: words.unwrap_or_else(|| "Số tiền bằng chữ:".to_owned()),
        place_date,
        left: list::prepared_by("NGƯỜI LẬP BIỂU"),
        middle: Some(list::prepared_by("KẾ TOÁN")),
        right,
    }
}
