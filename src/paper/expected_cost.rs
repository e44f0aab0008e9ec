//! What a session is expected to cost, as papers say it that only refer to its budget.

use super::budget::BudgetOptions;
use super::content::{Block, Body, Document, Paragraph, Row, cell_at};
use super::finding::{Fact, Findings};
use super::kind::{Kind, Options};
use super::letter::stopped;
use crate::domain::dossier::Dossier;
use crate::vietnamese::number;

/// What the budget of a session comes to, as it would be printed; `None` while some line of it has no amount.
fn total(all: &Options, dossier: &Dossier) -> Option<u64> {
    let (document, _) = all.budget.document_among(all, dossier, None).ok()?;
    let Document { body: Body::Flow(sections), .. } = document else { return None };
    let table = sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })?;
    let &[column] = table.sums.as_ref()?.columns.as_slice() else { return None };
    let amounts = table.rows.iter().filter_map(|row| match row {
        Row::Cells { cells, .. } => Some(cell_at(cells, column).and_then(|cell| cell.amount)),
        Row::Heading { .. } => None,
    });
    let amounts: Option<Vec<u64>> = amounts.collect();
    amounts.map(|all| all.into_iter().fold(0, u64::saturating_add)).filter(|total| *total > 0)
}

/// What was said before it, and what it costs in figures and words; dots where that is not known.
pub fn amount(lead: &str, all: &Options, dossier: &Dossier, findings: &mut Findings) -> Paragraph {
    match total(all, dossier) {
        Some(total) => {
            let (figures, words) = (number::grouped(total), number::money_in_words(total));
            Paragraph::text(format!("{lead} {figures} đồng (Bằng chữ: {words})."))
        }
        None => {
            findings.missing(Fact::Cost);
            Paragraph::dotted(lead)
        }
    }
}

/// "Nguồn kinh phí: …", dotted where the budget does not say.
pub fn source(budget: &BudgetOptions, findings: &mut Findings) -> Paragraph {
    match budget.words.source.trim() {
        "" => {
            findings.missing(Fact::MoneySource);
            Paragraph::dotted("Nguồn kinh phí:")
        }
        source => Paragraph::text(stopped(&format!("Nguồn kinh phí: {source}"), ".")),
    }
}
