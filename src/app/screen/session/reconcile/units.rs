//! What the units come to.

use iced::Element;

use super::super::super::Context;
use super::super::super::columns::{Columns, offer};
use super::super::super::sorting::Sorting;
use super::Message;
use crate::app::widget::table::{Cell, Column, Width};
use crate::domain::attendance::reconcile::{Entered, Line, Totals};
use crate::domain::cluster::Cluster;
use crate::vietnamese::collate;
use crate::vietnamese::fold::compare_key;

/// What the lines of a unit of a cluster come to; figures of what nobody entered are left out.
pub(super) struct Unit {
    name: String,
    cluster: String,
    totals: Totals,
    entered: Entered,
}

/// The units of a cluster in the order of its list.
pub(super) fn of(lines: &[Line<'_>], cluster: Option<&Cluster>) -> Vec<Unit> {
    let entered = Entered::of(lines);
    let group = |line: &Line<'_>| line.row.delegate.details.group().unwrap_or_default().to_owned();
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let name = group(line);
        if !names.iter().any(|known| compare_key(known) == compare_key(&name)) {
            names.push(name);
        }
    }
    let cluster = cluster.map(|cluster| cluster.details.name.clone()).unwrap_or_default();
    let unit = |name: String| {
        let key = compare_key(&name);
        let totals = Totals::of(lines.iter().filter(|line| compare_key(&group(line)) == key));
        Unit { name, cluster: cluster.clone(), totals, entered }
    };
    names.into_iter().map(unit).collect()
}

/// The units, in the order that is wished.
pub(super) fn view<'a>(
    units: &'a [Unit],
    sorting: Sorting<What>,
    context: Context<'a>,
) -> Element<'a, Message> {
    let mut order: Vec<usize> = (0..units.len()).collect();
    sorting.arrange(&mut order, |at, what| what.rank(&units[at]));
    let cell = move |at: usize, what: What| match order.get(at) {
        Some(at) => what.cell(&units[*at]),
        None => Cell::text(""),
    };
    let offers = What::ALL.map(|what| {
        let (name, column) = what.column(context);
        let column = offer(what, name, column);
        if matches!(what, What::Unit | What::Disagree) { column.always() } else { column }
    });
    let columns = Columns::of("compared-units", offers, context);
    let (sorted, by) = (sorting.shown(&columns), columns.keys());
    columns
        .table(units.len(), cell, Message::Column)
        .tall()
        .sorted(sorted, move |column| Message::UnitsSorted(by(column).unwrap_or(What::Unit)))
        .into()
}

/// What a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The unit, and its cluster.
    Unit,
    /// How many were called.
    Called,
    /// How many signed.
    Signed,
    /// How many received money.
    Money,
    /// How many received documents.
    Documents,
    /// How many have a certificate.
    Certified,
    /// How many lines do not agree.
    Disagree,
}

impl What {
    const ALL: [Self; 7] = [
        Self::Unit,
        Self::Called,
        Self::Signed,
        Self::Money,
        Self::Documents,
        Self::Certified,
        Self::Disagree,
    ];

    /// The column, and the name it is remembered under.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Unit => ("window-column-unit", Width::Name(5), 0),
            Self::Called => ("attendance-invited", Width::Fit, 1),
            Self::Signed => ("reconcile-signed", Width::Fit, 2),
            Self::Money => ("reconcile-money", Width::Fit, 3),
            Self::Documents => ("reconcile-documents", Width::Fit, 4),
            Self::Certified => ("reconcile-certified", Width::Fit, 5),
            Self::Disagree => ("reconcile-disagree", Width::Fit, 0),
        };
        let column = Column::new(context.t(name), width).yields(rank).sortable();
        (name, if self == Self::Unit { column } else { column.right() })
    }

    /// How many, where it is a number that somebody entered.
    fn count(self, unit: &Unit) -> Option<usize> {
        let (totals, entered) = (unit.totals, unit.entered);
        match self {
            Self::Unit => None,
            Self::Called => Some(totals.called),
            Self::Signed => entered.marks.then_some(totals.came),
            Self::Money => entered.money.then_some(totals.paid),
            Self::Documents => entered.documents.then_some(totals.documents),
            Self::Certified => Some(totals.certified),
            Self::Disagree => Some(totals.disagree),
        }
    }

    fn cell(self, unit: &Unit) -> Cell {
        match self {
            Self::Unit => Cell::lines(unit.name.clone(), unit.cluster.clone()),
            _ => Cell::text(self.count(unit).map(|count| count.to_string()).unwrap_or_default()),
        }
    }

    /// What stands in it, as text that compares like it.
    fn rank(self, unit: &Unit) -> String {
        match self {
            Self::Unit => collate::key(&unit.name),
            _ => self.count(unit).map(|count| collate::key(&count.to_string())).unwrap_or_default(),
        }
    }
}
