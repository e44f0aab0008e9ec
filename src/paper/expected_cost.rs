//! What a session is expected to cost, as papers say it that only refer to its budget.

use super::budget::BudgetOptions;
use super::content::{Block, Body, Cell, Document, Paragraph, Row};
use super::finding::{Fact, Finding, Findings};
use super::kind::Kind;
use super::letter::stopped;
use crate::domain::dossier::Dossier;
use crate::vietnamese::number;

/// What the budget of a session comes to, as it would be printed; `None` while some line of it has no price or no
/// quantity.
fn total(budget: &BudgetOptions, dossier: &Dossier) -> Option<u64> {
    let (document, findings) = budget.document(dossier, None).ok()?;
    let open = [Fact::Prices, Fact::Quantities].map(Finding::Missing);
    if findings.iter().any(|one| open.contains(one)) {
        return None;
    }
    let Document { body: Body::Flow(sections), .. } = document else { return None };
    let table = sections.iter().flat_map(|section| &section.blocks).find_map(|block| match block {
        Block::Table(table) => table.total(),
        _ => None,
    });
    let Some(Row::Cells { cells, .. }) = table else { return None };
    cells.iter().find_map(|cell: &Cell| cell.amount).filter(|total| *total > 0)
}

/// What was said before it, and what it costs in figures and words; dots where that is not known.
pub fn amount(lead: &str, budget: &BudgetOptions, dossier: &Dossier, findings: &mut Findings) -> Paragraph {
    match total(budget, dossier) {
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
