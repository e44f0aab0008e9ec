//! Person by person: who signed, was paid, got documents and a certificate, and what of it does not agree.

use iced::Element;

use super::super::super::Context;
use super::super::super::columns::{Columns, offer};
use super::super::super::sorting::Sorting;
use super::Message;
use crate::app::widget::table::{Cell, Column, Width};
use crate::domain::attendance::receipt::Receipt;
use crate::domain::attendance::reconcile::{Line, Reason};
use crate::domain::cluster::Cluster;
use crate::sentence::Sentence;
use crate::vietnamese::collate;
use crate::vietnamese::name::order_key;

/// Somebody, as the table says them.
pub(super) struct Row {
    number: String,
    name: String,
    unit: String,
    cluster: String,
    /// "3/4".
    signed: String,
    money: Received,
    documents: Received,
    certificate: String,
    is_called: bool,
    pub(super) reasons: Vec<Reason>,
}

/// Whether something was received, as far as anybody entered it.
enum Received {
    Unknown,
    No,
    Yes,
    By(String),
}

impl Row {
    pub(super) fn of(line: &Line<'_>, cluster: Option<&Cluster>) -> Self {
        let details = &line.row.delegate.details;
        let received = |receipt: Option<&Receipt>| match receipt {
            None => Received::Unknown,
            Some(receipt) if !receipt.received => Received::No,
            Some(receipt) => receipt.receiver.clone().map_or(Received::Yes, Received::By),
        };
        Self {
            number: line.row.number.to_string(),
            name: details.full_name.clone(),
            unit: details.unit.clone().unwrap_or_default(),
            cluster: cluster.map(|cluster| cluster.details.name.clone()).unwrap_or_default(),
            signed: match line.presence.is_known() {
                true => format!("{}/{}", line.presence.filled, line.presence.known),
                false => String::new(),
            },
            money: received(line.money),
            documents: received(line.documents),
            certificate: line.certificate.unwrap_or_default().to_owned(),
            is_called: line.is_called(),
            reasons: line.reasons.clone(),
        }
    }

    /// Cluster and unit in one line.
    fn place(&self) -> String {
        let parts = [self.cluster.as_str(), self.unit.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// The rows, in the order that is wished.
pub(super) fn view<'a>(
    rows: &'a [Row],
    sorting: Sorting<What>,
    context: Context<'a>,
) -> Element<'a, Message> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    sorting.arrange(&mut order, |at, what| what.rank(&rows[at], context));
    let cell = move |at: usize, what: What| match order.get(at) {
        Some(at) => what.cell(&rows[*at], context),
        None => Cell::text(""),
    };
    let offers = What::ALL.map(|what| {
        let (name, column) = what.column(context);
        let column = offer(what, name, column);
        if matches!(what, What::Number | What::Name | What::Reason) { column.always() } else { column }
    });
    let columns = Columns::of("compared-rows", offers, context);
    let (sorted, by) = (sorting.shown(&columns), columns.keys());
    columns
        .table(rows.len(), cell, Message::Column)
        .tall()
        .sorted(sorted, move |column| Message::PeopleSorted(by(column).unwrap_or(What::Number)))
        .into()
}

/// What a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// STT.
    Number,
    /// Who, and of where.
    Name,
    /// At how many sittings they signed.
    Signed,
    /// Whether they received money.
    Money,
    /// Whether they received documents.
    Documents,
    /// The number of the certificate.
    Certificate,
    /// What does not agree.
    Reason,
}

impl What {
    const ALL: [Self; 7] = [
        Self::Number,
        Self::Name,
        Self::Signed,
        Self::Money,
        Self::Documents,
        Self::Certificate,
        Self::Reason,
    ];

    /// The column, and the name it is remembered under. What has no room the reason says where it matters.
    fn column(self, context: Context<'_>) -> (&'static str, Column) {
        let (name, width, rank) = match self {
            Self::Number => ("window-column-number", Width::Fit, 0),
            Self::Name => ("window-column-name", Width::Name(3), 0),
            Self::Signed => ("reconcile-signed", Width::Fit, 1),
            Self::Money => ("reconcile-money", Width::Fit, 2),
            Self::Documents => ("reconcile-documents", Width::Fit, 3),
            Self::Certificate => ("reconcile-certificate", Width::Fit, 4),
            Self::Reason => ("reconcile-reason", Width::Fill(4), 0),
        };
        let column = Column::new(context.t(name), width).yields(rank).sortable();
        (name, if self == Self::Number { column.right() } else { column })
    }

    fn cell(self, row: &Row, context: Context<'_>) -> Cell {
        match self {
            Self::Number => Cell::muted(row.number.clone()),
            Self::Name => Cell::lines(row.name.clone(), row.place()),
            Self::Signed => Cell::text(row.signed.clone()),
            Self::Money => received(&row.money, context),
            Self::Documents => received(&row.documents, context),
            Self::Certificate => Cell::text(row.certificate.clone()),
            Self::Reason => reason(row, context),
        }
    }

    /// What stands in it, as text that compares like it.
    fn rank(self, row: &Row, context: Context<'_>) -> String {
        match self {
            Self::Number => collate::key(&row.number),
            Self::Name => order_key(&row.name),
            Self::Signed => collate::key(&row.signed),
            Self::Money | Self::Documents => {
                match if self == Self::Money { &row.money } else { &row.documents } {
                    Received::Unknown => String::new(),
                    Received::No => "1".to_owned(),
                    Received::Yes | Received::By(_) => "2".to_owned(),
                }
            }
            Self::Certificate => collate::key(&row.certificate),
            Self::Reason => collate::key(&reason(row, context).plain()),
        }
    }
}

fn received(one: &Received, context: Context<'_>) -> Cell {
    match one {
        Received::Unknown => Cell::text(""),
        Received::No => Cell::muted(context.t("reconcile-no")),
        Received::Yes => Cell::text(context.t("reconcile-yes")),
        Received::By(name) => Cell::lines(
            context.t("reconcile-yes"),
            context.say(&Sentence::new("receipt-received-by").with("name", name.as_str())),
        ),
    }
}

fn reason(row: &Row, context: Context<'_>) -> Cell {
    let words: Vec<String> = row.reasons.iter().map(|reason| context.t(label(*reason))).collect();
    match words.split_first() {
        Some((first, others)) => Cell::lines(first.clone(), others.join("; ")),
        None if row.is_called => Cell::text(""),
        None => Cell::muted(context.t("reconcile-struck")),
    }
}

/// The sentence for a reason.
fn label(reason: Reason) -> &'static str {
    match reason {
        Reason::PaidAway => "reconcile-paid-away",
        Reason::PresentUnpaid => "reconcile-present-unpaid",
        Reason::DocumentsAway => "reconcile-documents-away",
        Reason::PresentWithoutDocuments => "reconcile-present-without-documents",
        Reason::CertifiedAway => "reconcile-certified-away",
        Reason::SignedWithoutCertificate => "reconcile-signed-without-certificate",
        Reason::Withdrawn => "reconcile-withdrawn",
    }
}
