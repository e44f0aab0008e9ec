//! Who is paid, for how many sittings or days: everybody entitled before the session, those who signed or came when it is
//! settled.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{AllowanceReceiptOptions, Per, Stage};
use crate::domain::attendance::AttendanceStatus;
use crate::domain::attendance::presence::Presence;
use crate::domain::attendance::receipt::SignedFor;
use crate::domain::cluster::{Cluster, Sitting, days};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SittingId};
use crate::domain::numbering::Numbered;
use crate::domain::session::ListOrder;
use crate::paper::finding::Finding;
use crate::paper::list::{self, ClusterList};

/// On what a list rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// On the list of delegates: it is to be signed.
    Entitled,
    /// On the list that was signed.
    Signed,
    /// On the marks of attendance.
    Marks,
}

/// What one is paid for, and what is to be noted.
#[derive(Debug, Clone, Default)]
pub struct Due {
    /// Sittings or days; `None` where no sitting is planned.
    pub times: Option<u64>,
    /// Who took it, for whom somebody came.
    pub note: String,
}

/// Those of a part who are paid.
pub struct Paid<'a> {
    /// On what that rests.
    pub basis: Basis,
    /// They, numbered from 1: the paper is counted and added up, so that it has no gaps and no crossed-out names.
    pub part: ClusterList<'a>,
    /// What each is due.
    pub dues: HashMap<DelegateId, Due>,
}

/// On what the list of a part rests. What is to be settled and was neither signed nor marked is as before the session.
pub fn basis(part: &ClusterList, dossier: &Dossier, stage: Stage) -> Basis {
    let any = |is: &dyn Fn(&Delegate) -> bool| part.rows.iter().any(|row| is(row.delegate));
    let signed = |one: &Delegate| dossier.receipts.of(one.id, SignedFor::Money).is_some();
    let marked = |one: &Delegate| Presence::of(one, part.sittings(), &dossier.attendance).is_known();
    match stage {
        Stage::Settled if any(&signed) => Basis::Signed,
        Stage::Settled if any(&marked) => Basis::Marks,
        _ => Basis::Entitled,
    }
}

/// Who is paid of a part.
pub fn of<'a>(part: &ClusterList<'a>, dossier: &'a Dossier, options: &AllowanceReceiptOptions) -> Paid<'a> {
    let basis = basis(part, dossier, options.words.stage);
    let planned = planned(part.cluster, options.look.per);
    let due = |note: String| Due { times: planned, note };
    let mut dues: HashMap<DelegateId, Due> = HashMap::new();
    let mut paid: Vec<&'a Delegate> = Vec::new();
    let listed = part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed);
    for delegate in listed.map(|row| row.delegate) {
        match basis {
            Basis::Entitled => {
                dues.insert(delegate.id, due(String::new()));
                paid.push(delegate);
            }
            Basis::Signed => {
                let receipt = dossier.receipts.of(delegate.id, SignedFor::Money);
                if let Some(receipt) = receipt.filter(|receipt| receipt.received) {
                    let by = receipt.receiver.as_ref().map(|name| format!("Nhận thay: {name}"));
                    dues.insert(delegate.id, due(by.unwrap_or_default()));
                    paid.push(delegate);
                }
            }
            Basis::Marks => {}
        }
    }
    match basis {
        Basis::Entitled => {}
        // Who was paid by name for somebody else stands on no list of delegates.
        Basis::Signed => {
            let sent = dossier.delegates.iter().filter(|one| one.state == DelegateState::Substitute);
            let sent = sent.filter(|one| one.cluster == part.cluster.map(|cluster| cluster.id));
            for one in sent.filter(|one| dossier.receipts.received(one.id, SignedFor::Money) == Some(true)) {
                dues.insert(one.id, due(sent_for(one, dossier)));
                paid.push(one);
            }
        }
        Basis::Marks => {
            for (delegate, sittings) in came(part, dossier) {
                let times = counted(part.sittings(), &sittings, options.look.per);
                dues.insert(delegate.id, Due { times: Some(times), note: sent_for(delegate, dossier) });
                paid.push(delegate);
            }
        }
    }
    let by_state = |one: &Delegate| dossier.state_paid.get(&one.person) == Some(&true);
    paid.retain(|one| !(options.look.only_unpaid && by_state(one)));
    let numbered = |paid: Vec<&'a Delegate>| {
        paid.into_iter().zip(1..).map(|(delegate, number)| Numbered { number, delegate }).collect()
    };
    let mut part = ClusterList { cluster: part.cluster, rows: numbered(paid) };
    let sent = part.rows.iter().any(|row| row.delegate.state == DelegateState::Substitute);
    if sent && dossier.session.details.list_order == ListOrder::UnitThenName {
        // Whoever was sent stands among their own unit, under its one heading.
        let rows: Vec<&'a Delegate> = list::by_unit(&part)
            .into_iter()
            .flat_map(|(_, unit)| unit.rows)
            .map(|row| row.delegate)
            .collect();
        part.rows = numbered(rows);
    }
    Paid { basis, part, dues }
}

/// Who came to which sittings: the holders of places, after each those who were sent for them.
fn came<'a>(part: &ClusterList<'a>, dossier: &'a Dossier) -> Vec<(&'a Delegate, BTreeSet<SittingId>)> {
    let mut order: Vec<&'a Delegate> = Vec::new();
    let mut sittings: BTreeMap<DelegateId, BTreeSet<SittingId>> = BTreeMap::new();
    for row in part.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed) {
        order.push(row.delegate);
        for sitting in part.sittings() {
            let Some(mark) = dossier.attendance.of(row.delegate.id, sitting.id) else { continue };
            let who = match (mark.status, mark.substitute) {
                (status, _) if status.is_present() => row.delegate.id,
                (AttendanceStatus::Substituted, Some(substitute)) => substitute,
                // Nobody said who: it is the place that is paid.
                (AttendanceStatus::Substituted, None) => row.delegate.id,
                _ => continue,
            };
            sittings.entry(who).or_default().insert(sitting.id);
            let sent = dossier.delegates.iter().find(|one| one.id == who);
            let sent = sent.filter(|one| one.state == DelegateState::Substitute);
            if let Some(sent) = sent.filter(|sent| !order.iter().any(|known| known.id == sent.id)) {
                order.push(sent);
            }
        }
    }
    order.into_iter().filter_map(|one| Some((one, sittings.remove(&one.id)?))).collect()
}

/// "Đi thay Nguyễn Văn An".
fn sent_for(delegate: &Delegate, dossier: &Dossier) -> String {
    let whom = delegate.substitute_for.filter(|_| delegate.state == DelegateState::Substitute);
    let whom = whom.and_then(|id| dossier.delegates.iter().find(|one| one.id == id));
    whom.map(|one| format!("Đi thay {}", one.details.full_name)).unwrap_or_default()
}

/// How many sittings or days a cluster holds; `None` where no sitting is planned.
fn planned(cluster: Option<&Cluster>, per: Per) -> Option<u64> {
    let sittings = &cluster?.sittings;
    let all = sittings.iter().map(|sitting| sitting.id).collect();
    Some(counted(sittings, &all, per)).filter(|count| *count > 0)
}

/// How many sittings or days some of them are.
fn counted(sittings: &[Sitting], of: &BTreeSet<SittingId>, per: Per) -> u64 {
    let held: Vec<Sitting> = sittings.iter().filter(|sitting| of.contains(&sitting.id)).cloned().collect();
    let count = match per {
        Per::Sitting => held.len(),
        Per::Day => days(&held).len(),
    };
    u64::try_from(count).unwrap_or(u64::MAX)
}

/// What the user should know of who is on the list and who is not.
pub fn findings(parts: &[ClusterList], dossier: &Dossier, options: &AllowanceReceiptOptions) -> Vec<Finding> {
    let mut findings = Vec::new();
    if options.words.rate.is_none() {
        findings.push(Finding::NoRate);
    }
    let listed: Vec<&Delegate> = parts
        .iter()
        .flat_map(|part| &part.rows)
        .map(|row| row.delegate)
        .filter(|one| one.state == DelegateState::Listed)
        .collect();
    let by_state = |one: &Delegate| dossier.state_paid.get(&one.person) == Some(&true);
    if options.look.only_unpaid {
        let unknown = listed.iter().filter(|one| !dossier.state_paid.contains_key(&one.person));
        findings.extend(people(unknown, |people, first| Finding::PayUnknown { people, first }));
        let left_out = listed.iter().filter(|one| by_state(one));
        findings.extend(people(left_out, |people, first| Finding::PaidByState { people, first }));
    }
    if options.words.stage == Stage::Settled {
        findings.extend(of_settling(parts, dossier, options));
    }
    findings
}

/// Where the signed list and the marks disagree, and that neither is there.
fn of_settling(parts: &[ClusterList], dossier: &Dossier, options: &AllowanceReceiptOptions) -> Vec<Finding> {
    let (mut unpaid, mut away, mut unsettled) = (Vec::new(), Vec::new(), false);
    for part in parts.iter().filter(|part| part.count() > 0) {
        let basis = basis(part, dossier, Stage::Settled);
        unsettled |= basis == Basis::Entitled;
        if basis != Basis::Signed {
            continue;
        }
        for one in part.rows.iter().map(|row| row.delegate).filter(|one| one.state == DelegateState::Listed) {
            let presence = Presence::of(one, part.sittings(), &dossier.attendance);
            let received = dossier.receipts.received(one.id, SignedFor::Money) == Some(true);
            let by_state = dossier.state_paid.get(&one.person) == Some(&true);
            if presence.filled > 0 && !received && !(options.look.only_unpaid && by_state) {
                unpaid.push(one);
            }
            if received && presence.is_away() {
                away.push(one);
            }
        }
    }
    let unpaid = people(unpaid.iter(), |people, first| Finding::PresentUnpaid { people, first });
    let away = people(away.iter(), |people, first| Finding::PaidAbsent { people, first });
    let unsettled = unsettled.then_some(Finding::NotSettled);
    unsettled.into_iter().chain(unpaid).chain(away).collect()
}

fn people<'a>(
    mut all: impl Iterator<Item = &'a &'a Delegate>,
    finding: impl FnOnce(usize, String) -> Finding,
) -> Option<Finding> {
    let first = all.next()?.details.full_name.clone();
    Some(finding(1 + all.count(), first))
}
