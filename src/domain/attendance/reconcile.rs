//! Đối chiếu: of everybody, whether they were called, came, were paid, got documents and a certificate; and where that
//! disagrees.

use std::collections::HashMap;

use super::presence::Presence;
use super::receipt::{Receipt, SignedFor};
use crate::domain::cluster::Cluster;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::DelegateId;
use crate::domain::numbering::Numbered;

/// Why a line does not agree with itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Received money and came to no sitting.
    PaidAway,
    /// Came, and did not receive money though the signed lists of the cluster were entered.
    PresentUnpaid,
    /// Received documents and came to no sitting.
    DocumentsAway,
    /// Came, and did not receive documents though the signed lists of the cluster were entered.
    PresentWithoutDocuments,
    /// Has a certificate and came to no sitting.
    CertifiedAway,
    /// Signed for a certificate and has none that counts.
    SignedWithoutCertificate,
    /// Taken off the list, and yet came or received something.
    Withdrawn,
}

impl Reason {
    /// As papers say it.
    pub fn printed(self) -> &'static str {
        match self {
            Self::PaidAway => "Vắng nhưng đã nhận tiền",
            Self::PresentUnpaid => "Có mặt nhưng chưa nhận tiền",
            Self::DocumentsAway => "Vắng nhưng đã nhận tài liệu",
            Self::PresentWithoutDocuments => "Có mặt nhưng chưa nhận tài liệu",
            Self::CertifiedAway => "Vắng nhưng có giấy chứng nhận",
            Self::SignedWithoutCertificate => "Ký nhận giấy chứng nhận nhưng chưa được cấp",
            Self::Withdrawn => "Đã rút tên nhưng vẫn có ký",
        }
    }
}

/// All that is known of one delegate.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// Who, under the number of the list.
    pub row: Numbered<'a>,
    /// At how many sittings the place was filled.
    pub presence: Presence,
    /// Whether money was received, and by whom; `None` where nobody entered that.
    pub money: Option<&'a Receipt>,
    /// Whether documents were.
    pub documents: Option<&'a Receipt>,
    /// The number of the certificate that counts.
    pub certificate: Option<&'a str>,
    /// Whether a certificate was signed for.
    pub signed_certificate: Option<&'a Receipt>,
    /// Why it does not agree with itself.
    pub reasons: Vec<Reason>,
}

impl Line<'_> {
    /// Whether they are called: on the list still.
    pub fn is_called(&self) -> bool {
        self.row.delegate.state == DelegateState::Listed
    }

    /// Whether the place was filled at some sitting.
    pub fn came(&self) -> bool {
        self.presence.filled > 0
    }

    /// Whether money was received.
    pub fn is_paid(&self) -> bool {
        self.money.is_some_and(|receipt| receipt.received)
    }

    /// Whether documents were.
    pub fn has_documents(&self) -> bool {
        self.documents.is_some_and(|receipt| receipt.received)
    }
}

/// The lines of a cluster in the order of its list. Who was taken off it stands there where something is known of them.
pub fn lines<'a>(rows: &[Numbered<'a>], cluster: Option<&Cluster>, dossier: &'a Dossier) -> Vec<Line<'a>> {
    let known = Known::of(dossier);
    let mut lines: Vec<Line<'a>> = rows.iter().map(|row| line(*row, cluster, &known)).collect();
    // A list that nobody entered says nothing of anybody.
    let entered = Entered::of(&lines);
    for line in &mut lines {
        line.reasons = reasons(line, entered, dossier);
    }
    lines.retain(|line| line.is_called() || !line.reasons.is_empty());
    lines
}

/// What is found by a delegate, found once for all of them.
struct Known<'a> {
    dossier: &'a Dossier,
    /// Certificates that count.
    certificates: HashMap<DelegateId, &'a str>,
    /// Who was sent for whom.
    sent: HashMap<DelegateId, Vec<DelegateId>>,
}

impl<'a> Known<'a> {
    fn of(dossier: &'a Dossier) -> Self {
        let valid = dossier.certificates.iter().filter(|one| one.is_valid());
        let mut sent: HashMap<DelegateId, Vec<DelegateId>> = HashMap::new();
        for one in &dossier.delegates {
            if let Some(whom) = one.substitute_for {
                sent.entry(whom).or_default().push(one.id);
            }
        }
        let certificates = valid.map(|one| (one.delegate, one.printed_number.as_str())).collect();
        Self { dossier, certificates, sent }
    }

    /// What was received for a place: by its holder, else by somebody who was sent for them and signed by name.
    fn receipt(&self, delegate: DelegateId, signed_for: SignedFor) -> Option<&'a Receipt> {
        let own = self.dossier.receipts.of(delegate, signed_for);
        if own.is_some_and(|receipt| receipt.received) {
            return own;
        }
        let sent = self.sent.get(&delegate).into_iter().flatten();
        let mut theirs = sent.filter_map(|one| self.dossier.receipts.of(*one, signed_for));
        theirs.find(|receipt| receipt.received).or(own)
    }
}

fn line<'a>(row: Numbered<'a>, cluster: Option<&Cluster>, known: &Known<'a>) -> Line<'a> {
    let delegate = row.delegate;
    let sittings = cluster.map(|cluster| cluster.sittings.as_slice()).unwrap_or_default();
    Line {
        row,
        presence: Presence::of(delegate, sittings, &known.dossier.attendance),
        money: known.receipt(delegate.id, SignedFor::Money),
        documents: known.receipt(delegate.id, SignedFor::Documents),
        certificate: known.certificates.get(&delegate.id).copied(),
        signed_certificate: known.receipt(delegate.id, SignedFor::Certificate),
        reasons: Vec::new(),
    }
}

fn reasons(line: &Line<'_>, entered: Entered, dossier: &Dossier) -> Vec<Reason> {
    let away = line.presence.is_away();
    let signed = line.signed_certificate.is_some_and(|receipt| receipt.received);
    if !line.is_called() {
        let any = line.came() || line.is_paid() || line.has_documents() || signed;
        return if any { vec![Reason::Withdrawn] } else { Vec::new() };
    }
    // Who is paid by the state gets no allowance where the office holds to the rule: that is no mistake.
    let by_state = dossier.state_paid.get(&line.row.delegate.person) == Some(&true);
    let all = [
        (away && line.is_paid(), Reason::PaidAway),
        (line.came() && entered.money && !line.is_paid() && !by_state, Reason::PresentUnpaid),
        (away && line.has_documents(), Reason::DocumentsAway),
        (line.came() && entered.documents && !line.has_documents(), Reason::PresentWithoutDocuments),
        (away && line.certificate.is_some(), Reason::CertifiedAway),
        (signed && line.certificate.is_none(), Reason::SignedWithoutCertificate),
    ];
    all.into_iter().filter(|(is, _)| *is).map(|(_, reason)| reason).collect()
}

/// What was entered of some lines: the rest is not known of them, and no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entered {
    /// Marks of attendance.
    pub marks: bool,
    /// Lists of money that were signed.
    pub money: bool,
    /// Lists of documents.
    pub documents: bool,
}

impl Entered {
    /// Of some lines: of a cluster, whose lists are entered together.
    pub fn of(lines: &[Line<'_>]) -> Self {
        Self {
            marks: lines.iter().any(|line| line.presence.is_known()),
            money: lines.iter().any(|line| line.money.is_some()),
            documents: lines.iter().any(|line| line.documents.is_some()),
        }
    }

    /// Of these lines and others together: what was entered of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            marks: self.marks && other.marks,
            money: self.money && other.money,
            documents: self.documents && other.documents,
        }
    }
}

/// What some lines come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// On the list.
    pub called: usize,
    /// Whose place was filled at some sitting.
    pub came: usize,
    /// Who received money.
    pub paid: usize,
    /// Who received documents.
    pub documents: usize,
    /// Who has a certificate.
    pub certified: usize,
    /// Lines that do not agree with themselves.
    pub disagree: usize,
}

impl Totals {
    /// Of some lines.
    pub fn of<'a>(lines: impl IntoIterator<Item = &'a Line<'a>>) -> Self {
        let mut totals = Self::default();
        for line in lines {
            totals.called += usize::from(line.is_called());
            totals.came += usize::from(line.is_called() && line.came());
            totals.paid += usize::from(line.is_paid());
            totals.documents += usize::from(line.has_documents());
            totals.certified += usize::from(line.certificate.is_some());
            totals.disagree += usize::from(!line.reasons.is_empty());
        }
        totals
    }
}
