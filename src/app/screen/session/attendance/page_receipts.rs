//! A signed list of money, documents or certificates beside the keyboard: the numbers of those who did not sign it, in words
//! before they are written.

use super::page::Page;
use super::page_line::name_of;
use crate::app::screen::Context;
use crate::domain::attendance::receipt::{NewReceipt, NewReceipts, SignedFor, of_page};
use crate::domain::attendance::typed::TypedLine;
use crate::domain::attendance::{MadeOn, Way};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::sentence::{Explain, Sentence};

/// What a line says of such a page.
#[derive(Debug, Clone)]
pub(super) struct ToldReceipts {
    signed_for: SignedFor,
    receipts: Vec<NewReceipt>,
    /// How many of the page were taken off the list since.
    gone: usize,
}

/// Reads a line for a page that is signed for something; nothing of it, where any part of it cannot be.
pub(super) fn read(
    page: &Page,
    signed_for: SignedFor,
    line: &TypedLine,
    dossier: &Dossier,
) -> Result<ToldReceipts, Sentence> {
    let all = of_page(&page.sheet, line).map_err(|error| error.explain())?;
    let here = |one: &NewReceipt| {
        let found = dossier.delegates.iter().find(|delegate| delegate.id == one.delegate);
        found.is_some_and(|delegate| delegate.state != DelegateState::Withdrawn)
    };
    let (receipts, gone): (Vec<NewReceipt>, Vec<NewReceipt>) = all.into_iter().partition(here);
    Ok(ToldReceipts { signed_for, receipts, gone: gone.len() })
}

impl ToldReceipts {
    /// The entry that says it.
    pub(super) fn entry(&self, session: SessionId, code: &str, made_on: MadeOn) -> NewReceipts {
        NewReceipts {
            session,
            signed_for: self.signed_for,
            way: Way::Page,
            page: Some(code.to_owned()),
            made_on,
            receipts: self.receipts.clone(),
        }
    }

    /// In words and sums: how many received it, and by name who did not, or who took it for them.
    pub(super) fn words(&self, page: &Page, dossier: &Dossier, context: Context<'_>) -> Sentence {
        let row = |one: &NewReceipt| {
            let mut rows = page.sheet.rows.iter().rev();
            let number = rows.find(|row| row.delegate == Some(one.delegate)).map_or(0, |row| row.number);
            format!("{number} {}", name_of(one.delegate, dossier))
        };
        let named = self.receipts.iter().filter_map(|one| match (&one.receiver, one.received) {
            (Some(receiver), _) => Some(format!("{} ← {receiver}", row(one))),
            (None, true) => None,
            (None, false) => {
                Some(format!("{}: {}", row(one), context.t("receipt-not-received").to_lowercase()))
            }
        });
        let named = named.collect::<Vec<_>>().join("; ");
        let received = self.receipts.iter().filter(|one| one.received).count();
        Sentence::new("attendance-receipts-told")
            .with("received", received)
            .with("others", self.receipts.len() - received)
            .with("gone", self.gone)
            .with("names", named)
    }
}
