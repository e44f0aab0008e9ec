//! Making the sittings of a session from its days, and telling how many were made:
//! asked for where the session is entered and where its programme is planned.

use super::super::{Action, Context};
use crate::app::job;
use crate::domain::cluster::HalfDay;
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;

/// Makes the sittings of all clusters from their days.
pub fn make<M: Send + 'static>(dossier: &Dossier, halves: Vec<HalfDay>, context: Context<'_>) -> Action<M> {
    let clusters = dossier.clusters.iter().map(|one| one.id).collect();
    Action::write_task(job::write(context.store.make_sittings(clusters, halves)), |made| {
        let words = match made {
            Ok(0) => Some(Sentence::new("window-info-sittings-there")),
            Ok(count) => Some(Sentence::new("window-info-sittings-made").with("count", count)),
            Err(_) => None,
        };
        (None, words)
    })
}
