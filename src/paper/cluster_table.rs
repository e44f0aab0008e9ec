//! The clusters of a session in a table: whom each serves, where, when, how many.

use super::content::{Align, Block, Cell, Column, PROGRAMME_SIZE, Reckoned, Row, Table, Width};
use super::list::{self, ClusterList};
use super::{extent, letter, occasion};
use crate::domain::cluster::Cluster;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::session::SessionForm;
use crate::vietnamese::number::sentence_case;

/// Whether a session is told as a table: several clusters, or sites that are joined.
pub fn is_told(dossier: &Dossier) -> bool {
    let joined = dossier.session.details.form != SessionForm::InPerson;
    dossier.clusters.len() > 1 || (joined && !dossier.clusters.is_empty())
}

/// "cụm", or "điểm cầu" where sites are joined.
pub fn noun(dossier: &Dossier) -> &'static str {
    match dossier.session.details.form {
        SessionForm::InPerson => "cụm",
        SessionForm::Online | SessionForm::Hybrid => "điểm cầu",
    }
}

/// What one column says of a cluster.
struct Told {
    column: Column,
    cells: Vec<String>,
}

/// Which numbers the table tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tells {
    /// How many are expected.
    WhoIsExpected,
    /// Beside that, how many came.
    WhoCame,
}

/// A column of numbers of people.
fn told_count(title: &str, counts: &[Option<usize>]) -> Told {
    let width = Width::Fixed(15.0);
    let said = |count: &Option<usize>| count.map(|count| count.to_string()).unwrap_or_default();
    Told { column: Column::new(title, width, Align::Centre), cells: counts.iter().map(said).collect() }
}

/// Where place or time of a cluster are written in by hand.
const DOTS: &str = "…………………";

/// The table. A column nothing is known for is left out; place and time are always told, or dotted.
pub fn table(dossier: &Dossier, tells: Tells) -> Block {
    let parts: Vec<ClusterList> = dossier
        .clusters
        .iter()
        .map(|cluster| ClusterList { cluster: Some(cluster), rows: Vec::new() })
        .collect();
    let text = |min, max| Width::Text { min, max, share: 1.0, firm: false };
    let told = |title: &str, width, align, say: &dyn Fn(&ClusterList) -> String| Told {
        column: Column::new(title, width, align),
        cells: parts.iter().map(say).collect(),
    };
    let counts: Vec<Option<usize>> = dossier.clusters.iter().map(|one| expected(one, dossier)).collect();
    let came = |cluster: &Cluster| {
        let came = extent::came(cluster, dossier).filter(|_| tells == Tells::WhoCame);
        came.and_then(|count| usize::try_from(count).ok())
    };
    let came: Vec<Option<usize>> = dossier.clusters.iter().map(came).collect();
    let mut columns = vec![
        told(&sentence_case(noun(dossier)), text(17.0, 45.0), Align::Left, &|part| part.name(dossier)),
        told("Đơn vị tham dự", text(34.0, 80.0), Align::Left, &serves),
        told("Địa điểm", text(30.0, 60.0), Align::Left, &|part| {
            // A site that is joined is its own place.
            let unknown = if dossier.session.details.form == SessionForm::InPerson { DOTS } else { "" };
            occasion::place(part, dossier).unwrap_or_else(|| unknown.to_owned())
        }),
        told("Thời gian", text(24.0, 38.0), Align::Centre, &|part| {
            occasion::time_short(part, dossier).unwrap_or_else(|| DOTS.to_owned())
        }),
        told("Phụ trách", text(24.0, 45.0), Align::Left, &|part| {
            part.cluster.and_then(|cluster| cluster.details.lead.clone()).unwrap_or_default()
        }),
    ];
    columns.retain(|told| told.cells.iter().any(|cell| !cell.is_empty()));
    let before_counts = columns.len();
    let mut totals = Vec::new();
    for (title, counts) in [("Số lượng", counts), ("Có mặt", came)] {
        if counts.iter().any(Option::is_some) {
            columns.push(told_count(title, &counts));
            totals.push(counts.into_iter().sum::<Option<usize>>());
        }
    }
    let mut rows: Vec<Row> = (0..parts.len())
        .map(|place| row(columns.iter().map(|told| Cell::new(&told.cells[place])).collect()))
        .collect();
    if parts.len() > 1 && totals.iter().any(Option::is_some) {
        let mut cells = vec![Cell::total("Tổng cộng", before_counts - 1)];
        let said = |total: &Option<usize>| total.map(|total| total.to_string()).unwrap_or_default();
        cells.extend(totals.iter().map(|total| Cell::total(said(total), 0).reckoned(Reckoned::Sum)));
        rows.push(row(cells));
    }
    let columns = columns.into_iter().map(|told| told.column).collect();
    Block::Table(Table { columns, rows, row_height: 7.0, text_size: PROGRAMME_SIZE, sums: None })
}

/// The units a cluster serves, one after the other.
fn serves(part: &ClusterList) -> String {
    let units = part.cluster.map_or(&[] as &[String], |cluster| &cluster.details.serves);
    let named: Vec<String> = units.iter().map(|unit| letter::unit_in_text(unit)).collect();
    sentence_case(&named.join(", "))
}

/// How many a cluster expects: as entered, else as listed.
fn expected(cluster: &Cluster, dossier: &Dossier) -> Option<usize> {
    let entered = cluster.details.expected.and_then(|count| usize::try_from(count).ok());
    let listed = || {
        let own = list::shown(dossier);
        let own = own.iter().filter(|one| one.cluster == Some(cluster.id));
        own.filter(|one| one.state == DelegateState::Listed).count()
    };
    entered.or_else(|| Some(listed()).filter(|count| *count > 0))
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}
