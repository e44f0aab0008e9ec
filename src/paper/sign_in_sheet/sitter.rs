//! Who signs on a place: the delegate, or whoever was sent for them; and what the note says of it.

use std::borrow::Cow;

use crate::domain::attendance::notice::Notice;
use crate::domain::cluster::Sitting;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, SittingId};
use crate::vietnamese::date;

/// Who signs on a place at the sittings of a page.
pub struct Sitter<'a> {
    /// The one whose name stands there.
    pub delegate: &'a Delegate,
    /// Whose place it is, where it is not theirs.
    pub instead_of: Option<&'a str>,
    /// What was said before of some of the sittings.
    said: Vec<String>,
}

impl<'a> Sitter<'a> {
    /// On the place of a delegate. Whoever was sent for all sittings of the page is named there, of one that was sent for
    /// some of them the note tells.
    pub fn of(place: &'a Delegate, sittings: &[Sitting], dossier: &'a Dossier) -> Self {
        let order = order(place, dossier);
        let notices: Vec<Option<&Notice>> =
            sittings.iter().map(|sitting| dossier.attendance.notice(place.id, sitting.id, &order)).collect();
        let sent = |notice: Option<&Notice>| notice.and_then(|notice| notice.substitute);
        let named = |id: DelegateId| dossier.delegates.iter().find(|one| one.id == id);
        let first = notices.first().copied().flatten();
        let same = first.is_some() && notices.iter().all(|notice| *notice == first);
        let own = Self { delegate: place, instead_of: None, said: Vec::new() };
        match (first, same) {
            (Some(notice), true) => match sent(Some(notice)).and_then(named) {
                Some(substitute) => Self {
                    delegate: substitute,
                    instead_of: Some(&place.details.full_name),
                    said: Vec::new(),
                },
                None => Self { said: vec![away(notice)], ..own },
            },
            _ => {
                let said = sittings.iter().zip(notices).filter_map(|(sitting, notice)| {
                    let notice = notice?;
                    let what = match sent(Some(notice)).and_then(named) {
                        Some(substitute) => format!("{} thay", substitute.details.full_name),
                        None => away(notice),
                    };
                    let half = sitting.half.printed().to_lowercase();
                    // The headings of the signatures say the year.
                    let day = match sitting.date.calendar() {
                        Some(day) => format!("{}/{}", day.day(), day.month()),
                        None => date::short(sitting.date),
                    };
                    Some(format!("{half} {day}: {what}"))
                });
                Self { said: said.collect(), ..own }
            }
        }
    }

    /// The name; with whose place it is, where no note can say so.
    pub fn name(&self, has_note: bool) -> Cow<'a, str> {
        match self.instead_of.filter(|_| !has_note) {
            Some(place) => Cow::Owned(format!("{} (thay {place})", self.delegate.details.full_name)),
            None => Cow::Borrowed(&self.delegate.details.full_name),
        }
    }

    /// The note: whose place it is, what was said before, what the list says of them.
    pub fn note(&self) -> String {
        let instead = self.instead_of.map(|place| format!("Thay {place}"));
        let own = self.delegate.details.note.clone();
        let parts = instead.into_iter().chain(self.said.iter().cloned()).chain(own);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}

/// "Báo vắng: họp tỉnh".
fn away(notice: &Notice) -> String {
    match notice.reason.as_deref().filter(|reason| !reason.is_empty()) {
        Some(reason) => format!("Báo vắng: {reason}"),
        None => "Báo vắng".to_owned(),
    }
}

/// The sittings of the cluster of a place, by time.
fn order(place: &Delegate, dossier: &Dossier) -> Vec<SittingId> {
    let cluster = dossier.clusters.iter().find(|cluster| Some(cluster.id) == place.cluster);
    cluster.map(|cluster| cluster.order()).unwrap_or_default()
}
