//! Who received money, documents or a certificate, by the list they signed. Facts, entered and taken back as marks are.

use std::collections::HashMap;

use super::page::{PageError, PrintedSheet};
use super::typed::{Said, TypedLine};
use super::{AttendanceStatus, MadeOn, Way};
use crate::domain::id::{DelegateId, EntryId, SessionId};
use crate::sentence::{Explain, Sentence};

/// What is signed for on a list without sittings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignedFor {
    /// Ký nhận tiền hỗ trợ.
    Money,
    /// Ký nhận tài liệu.
    Documents,
    /// Ký nhận giấy chứng nhận, in the register.
    Certificate,
}

impl SignedFor {
    /// All of them, in the order they are signed for.
    pub const ALL: [Self; 3] = [Self::Money, Self::Documents, Self::Certificate];

    /// The paper on which it is signed for, by its id; so it stands in the data file, too.
    pub fn code(self) -> &'static str {
        match self {
            Self::Money => "allowance-receipt",
            Self::Documents => "document-receipt",
            Self::Certificate => "certificate-register",
        }
    }

    /// What is signed for on a kind of paper.
    pub fn on_paper(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == id)
    }
}

/// That somebody received something, or did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReceipt {
    /// Whose it is.
    pub delegate: DelegateId,
    /// Whether it was received.
    pub received: bool,
    /// Who took it for them ("nhận thay").
    pub receiver: Option<String>,
}

/// What one Enter says of a signed list: written as a whole, taken back as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReceipts {
    /// Of which session.
    pub session: SessionId,
    /// What was signed for.
    pub signed_for: SignedFor,
    /// How it was entered.
    pub way: Way,
    /// The printed page it was read from.
    pub page: Option<String>,
    /// On which computer.
    pub made_on: MadeOn,
    /// At most one for each delegate.
    pub receipts: Vec<NewReceipt>,
}

/// What became of such an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipted {
    /// The entry; `None` where all of it stood there already.
    pub entry: Option<EntryId>,
    /// What is new.
    pub marked: Vec<NewReceipt>,
    /// What stood there already.
    pub already: Vec<Receipt>,
}

/// What counts of somebody and a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Whose.
    pub delegate: DelegateId,
    /// Of what.
    pub signed_for: SignedFor,
    /// Whether it was received.
    pub received: bool,
    /// Who took it for them.
    pub receiver: Option<String>,
    /// When it was entered: UTC, RFC 3339.
    pub at: String,
}

/// All that counts in a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Receipts(HashMap<(DelegateId, SignedFor), Receipt>);

impl Receipts {
    /// Of those that count.
    pub fn new(all: impl IntoIterator<Item = Receipt>) -> Self {
        Self(all.into_iter().map(|one| ((one.delegate, one.signed_for), one)).collect())
    }

    /// What is known of somebody and a list.
    pub fn of(&self, delegate: DelegateId, signed_for: SignedFor) -> Option<&Receipt> {
        self.0.get(&(delegate, signed_for))
    }

    /// Whether somebody received it; `None` where nobody entered that.
    pub fn received(&self, delegate: DelegateId, signed_for: SignedFor) -> Option<bool> {
        self.of(delegate, signed_for).map(|receipt| receipt.received)
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Why a line cannot be taken for a signed list. Nothing is entered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// A number that cannot be taken for the page.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A half of a day, somebody on no list, or a status of attendance: nobody comes late to a list of money.
    #[error("nothing to say of a list of receipts")]
    OnlyNumbers,
}

impl Explain for ReceiptError {
    fn explain(&self) -> Sentence {
        match self {
            Self::Page(error) => error.explain(),
            Self::OnlyNumbers => Sentence::new("mark-receipt-only-numbers"),
        }
    }
}

/// What a line typed beside a signed list says of everybody on the page: a number did not sign, "20=Trần Thị B" says who
/// took it for them, and who is not named signed. Of somebody who stands there twice, as in a register after a number
/// was voided, the last row says it.
pub fn of_page(sheet: &PrintedSheet, line: &TypedLine) -> Result<Vec<NewReceipt>, ReceiptError> {
    if line.half.is_some() || !line.walk_ins.is_empty() {
        return Err(ReceiptError::OnlyNumbers);
    }
    for (number, said) in &line.numbers {
        match sheet.rows.iter().find(|row| row.number == *number) {
            None => return Err(PageError::NotOnPage(*number).into()),
            Some(row) if row.delegate.is_none() => return Err(PageError::Blank(*number).into()),
            Some(_) => {}
        }
        if !matches!(said, Said::Status(AttendanceStatus::Absent) | Said::Substitute(_)) {
            return Err(ReceiptError::OnlyNumbers);
        }
    }
    let mut receipts: Vec<NewReceipt> = Vec::new();
    for row in &sheet.rows {
        let Some(delegate) = row.delegate else { continue };
        let said = line.numbers.iter().find(|(number, _)| *number == row.number).map(|(_, said)| said);
        let receipt = match said {
            None => NewReceipt { delegate, received: true, receiver: None },
            Some(Said::Substitute(person)) => {
                NewReceipt { delegate, received: true, receiver: Some(person.name.clone()) }
            }
            Some(Said::Status(_)) => NewReceipt { delegate, received: false, receiver: None },
        };
        match receipts.iter_mut().find(|known| known.delegate == delegate) {
            Some(known) => *known = receipt,
            None => receipts.push(receipt),
        }
    }
    Ok(receipts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::attendance::page::{SheetColumn, SheetGeometry, SheetRow};

    #[test]
    fn who_is_not_named_signed_and_somebody_may_have_taken_it_for_another() {
        let row = |number, delegate: Option<i64>| SheetRow {
            delegate: delegate.map(DelegateId),
            number,
            edges: (0.0, 8.2),
        };
        let sheet = PrintedSheet {
            // The first number of 1 was voided.
            rows: vec![row(1, Some(1)), row(2, Some(2)), row(3, Some(3)), row(4, Some(1)), row(5, None)],
            columns: vec![SheetColumn { sittings: Vec::new(), edges: (0.0, 20.0) }],
            geometry: SheetGeometry::default(),
        };
        let read = |line: &str| of_page(&sheet, &line.parse().expect("a line"));
        let receipt = |delegate, received, receiver: Option<&str>| NewReceipt {
            delegate: DelegateId(delegate),
            received,
            receiver: receiver.map(str::to_owned),
        };
        assert_eq!(
            read("2 3=Trần Thị Bình 4"),
            Ok(vec![
                receipt(1, false, None),
                receipt(2, false, None),
                receipt(3, true, Some("Trần Thị Bình"))
            ])
        );
        assert_eq!(read("").map(|all| all.iter().filter(|one| one.received).count()), Ok(3));
        assert_eq!(read("9"), Err(PageError::NotOnPage(9).into()));
        assert_eq!(read("5"), Err(PageError::Blank(5).into()));
        for line in ["2p", "S: 2", "+Lê Văn C"] {
            assert_eq!(read(line), Err(ReceiptError::OnlyNumbers), "{line}");
        }
    }
}
