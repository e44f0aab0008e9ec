//! `mark --page` of a list of money, documents or certificates: who did not sign, and the rest received it.

use serde::Serialize;

use super::answer::{Done, Refusal};
use super::attendance::Wanted;
use crate::domain::attendance::page::PrintedSheet;
use crate::domain::attendance::receipt::{NewReceipts, SignedFor, of_page};
use crate::domain::attendance::typed::TypedLine;
use crate::domain::attendance::{AttendanceStatus, MadeOn, Way};
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::locale::Locale;
use crate::sentence::Sentence;
use crate::store::Store;

/// A page that was signed.
pub(super) struct Signed<'a> {
    pub(super) signed_for: SignedFor,
    pub(super) code: &'a str,
    pub(super) sheet: &'a PrintedSheet,
    /// The numbers, by what the command line makes of them.
    pub(super) lists: &'a [(AttendanceStatus, String)],
}

#[derive(Serialize)]
struct ReceiptJson<'a> {
    /// As printed.
    stt: u32,
    delegate: i64,
    name: &'a str,
    received: bool,
    receiver: Option<&'a str>,
}

#[derive(Serialize)]
struct ReceiptedJson<'a> {
    /// Its number; null where everything stood there already.
    entry: Option<i64>,
    /// The list that was signed.
    paper: &'static str,
    marked: Vec<ReceiptJson<'a>>,
    already: Vec<ReceiptJson<'a>>,
}

/// Enters who received what stands on the page.
pub(super) fn mark(
    store: &Store,
    wanted: &Wanted,
    signed: &Signed<'_>,
    dossier: &Dossier,
    mut done: Done,
    locale: &Locale,
) -> Result<Done, Refusal> {
    let mut line = TypedLine::default();
    for (status, text) in signed.lists {
        // There is nobody late or excused on a list of receipts.
        if *status != AttendanceStatus::Absent || wanted.sitting.is_some() {
            return Err(Refusal(Sentence::new("mark-receipt-only-numbers")));
        }
        line = text.parse()?;
    }
    let mut receipts = of_page(signed.sheet, &line)?;
    let before = receipts.len();
    receipts.retain(|one| {
        let found = dossier.delegates.iter().find(|delegate| delegate.id == one.delegate);
        found.is_some_and(|delegate| delegate.state != DelegateState::Withdrawn)
    });
    if before > receipts.len() {
        done.sentences.push(Sentence::new("cli-receipt-gone").with("count", before - receipts.len()));
    }
    let entry = NewReceipts {
        session: wanted.session,
        signed_for: signed.signed_for,
        way: Way::Page,
        page: Some(signed.code.to_owned()),
        made_on: MadeOn::default(),
        receipts,
    };
    let receipted = store.receive(entry).wait()?;

    let row = |delegate: DelegateId| {
        let rows = signed.sheet.rows.iter();
        let stt = rows.filter(|row| row.delegate == Some(delegate)).map(|row| row.number).next_back()?;
        let found = dossier.delegates.iter().find(|one| one.id == delegate)?;
        Some((stt, found.details.full_name.as_str()))
    };
    let json = |delegate: DelegateId, received, receiver| {
        let (stt, name) = row(delegate)?;
        Some(ReceiptJson { stt, delegate: delegate.0, name, received, receiver })
    };
    let answer = ReceiptedJson {
        entry: receipted.entry.map(|entry| entry.0),
        paper: signed.signed_for.code(),
        marked: receipted
            .marked
            .iter()
            .filter_map(|one| json(one.delegate, one.received, one.receiver.as_deref()))
            .collect(),
        already: receipted
            .already
            .iter()
            .filter_map(|one| json(one.delegate, one.received, one.receiver.as_deref()))
            .collect(),
    };
    if wanted.json {
        done.data = Done::printing_json(&answer).data;
        return Ok(done);
    }
    let told = |one: &ReceiptJson<'_>| match (one.received, one.receiver) {
        (true, None) => locale.text("receipt-received"),
        (true, Some(name)) => locale.say(&Sentence::new("receipt-received-by").with("name", name)),
        (false, _) => locale.text("receipt-not-received"),
    };
    done.data =
        answer.marked.iter().map(|one| format!("{}. {} – {}\n", one.stt, one.name, told(one))).collect();
    let count = |received: bool| answer.marked.iter().filter(|one| one.received == received).count();
    let sentence = Sentence::new("cli-receipted").with("received", count(true)).with("others", count(false));
    done.sentences.push(sentence.with("already", answer.already.len()));
    Ok(done)
}
