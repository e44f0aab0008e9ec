//! The clusters of a session in a table: whom each serves, where, when, how many.

use super::content::{Align, Block, Cell, Column, PROGRAMME_SIZE, Row, Table, Width};
use super::list::{self, Part};
use super::{letter, occasion};
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

/// The table. A column nothing is known for is left out.
pub fn table(dossier: &Dossier) -> Block {
    let parts: Vec<Part> =
        dossier.clusters.iter().map(|cluster| Part { cluster: Some(cluster), rows: Vec::new() }).collect();
    let text = |min, max| Width::Text { min, max, share: 1.0, firm: false };
    let told = |title: &str, width, align, say: &dyn Fn(&Part) -> String| Told {
        column: Column { title: title.to_owned(), group: None, width, align },
        cells: parts.iter().map(say).collect(),
    };
    let counts: Vec<Option<usize>> = dossier.clusters.iter().map(|one| expected(one, dossier)).collect();
    let mut columns = vec![
        told(&sentence_case(noun(dossier)), text(17.0, 45.0), Align::Left, &|part| part.name(dossier)),
        told("Đơn vị tham dự", text(34.0, 80.0), Align::Left, &serves),
        told("Địa điểm", text(30.0, 60.0), Align::Left, &|part| {
            occasion::place(part, dossier).unwrap_or_default()
        }),
        told("Thời gian", text(24.0, 38.0), Align::Centre, &|part| {
            occasion::time_short(part, dossier).unwrap_or_default()
        }),
        told("Phụ trách", text(24.0, 45.0), Align::Left, &|part| {
            part.cluster.and_then(|cluster| cluster.details.lead.clone()).unwrap_or_default()
        }),
    ];
    columns.retain(|told| told.cells.iter().any(|cell| !cell.is_empty()));
    let before_count = columns.len();
    if counts.iter().any(Option::is_some) {
        columns.push(Told {
            column: Column {
                title: "Số lượng".to_owned(),
                group: None,
                width: Width::Fixed(15.0),
                align: Align::Centre,
            },
            cells: counts
                .iter()
                .map(|count| count.map(|count| count.to_string()).unwrap_or_default())
                .collect(),
        });
    }
    let mut rows: Vec<Row> = (0..parts.len())
        .map(|place| row(columns.iter().map(|told| Cell::new(&told.cells[place])).collect()))
        .collect();
    let total: Option<usize> = counts.iter().copied().sum();
    if let Some(total) = total.filter(|_| counts.len() > 1) {
        rows.push(row(vec![Cell::total("Tổng cộng", before_count - 1), Cell::total(total.to_string(), 0)]));
    }
    let columns = columns.into_iter().map(|told| told.column).collect();
    Block::Table(Table { columns, rows, row_height: 7.0, text_size: PROGRAMME_SIZE, sums: None })
}

/// The units a cluster serves, one after the other.
fn serves(part: &Part) -> String {
    let units = part.cluster.map_or(&[] as &[String], |cluster| &cluster.details.serves);
    let named: Vec<String> = units.iter().map(|unit| letter::unit_in_text(unit)).collect();
    sentence_case(&named.join(", "))
}

/// How many a cluster expects: as entered, else as listed.
fn expected(cluster: &crate::domain::cluster::Cluster, dossier: &Dossier) -> Option<usize> {
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
