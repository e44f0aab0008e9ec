//! The line of essays: what it means in names while it is typed, and Enter, which writes it.

use super::{Message, Row, State};
use crate::app::screen::{Action, Context};
use crate::domain::completion::essay::Essay;
use crate::domain::completion::essay_line;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::sentence::{Explain, Sentence};

/// So many names are told; of more, how many there are.
const MOST_TOLD: usize = 6;

/// Essays of people of a list.
type Meant<'a> = Vec<(&'a Row, Essay)>;

impl State {
    /// Whether a line of essays is being typed, and no name.
    pub(super) fn is_line(&self) -> bool {
        self.typed.trim().starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// Writes the line.
    pub(super) fn enter_essays(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        if !self.is_line() || !context.can_write() {
            return Action::None;
        }
        match self.meant(dossier) {
            Ok(meant) => {
                let essays: Vec<(DelegateId, Option<Essay>)> =
                    meant.into_iter().map(|(row, essay)| (row.delegate, Some(essay))).collect();
                Action::submit(context.store.put_essays(dossier.session.id, essays), Message::EssaysPut)
            }
            Err(reason) => {
                self.refused = Some(reason);
                Action::None
            }
        }
    }

    /// Whom the line means, and what it says of each. Numbers are those of one cluster.
    fn meant(&self, dossier: &Dossier) -> Result<Meant<'_>, Sentence> {
        let line = essay_line::read(&self.typed).map_err(|error| error.explain())?;
        let cluster = self.cluster_of_line(dossier).ok_or_else(|| Sentence::new("results-which-cluster"))?;
        let of_number = |number: u32| {
            let mut rows = self.all().iter().filter(|row| row.cluster == cluster && !row.is_substitute);
            rows.find(|row| row.number == Some(number))
                .ok_or_else(|| Sentence::new("attendance-no-number").with("number", number))
        };
        line.into_iter().map(|(number, essay)| Ok((of_number(number)?, essay))).collect()
    }

    /// The cluster whose numbers are typed: the one on show, or the only one there is.
    fn cluster_of_line(&self, dossier: &Dossier) -> Option<Option<ClusterId>> {
        match (self.cluster, dossier.clusters.as_slice()) {
            (Some(cluster), _) => Some(Some(cluster)),
            (None, [only]) => Some(Some(only.id)),
            (None, []) => Some(None),
            (None, _) => None,
        }
    }

    /// What the line means, in names; or why it will not be taken.
    pub(super) fn line_told(&self, dossier: &Dossier) -> Result<Sentence, Sentence> {
        let meant = self.meant(dossier)?;
        let told: Vec<String> =
            meant.iter().take(MOST_TOLD).map(|(row, essay)| format!("{}: {essay}", row.name)).collect();
        let told = told.join(" · ");
        Ok(match meant.len() {
            count if count > MOST_TOLD => {
                Sentence::new("results-line-many").with("count", count).with("names", told)
            }
            count => Sentence::new("results-line").with("count", count).with("names", told),
        })
    }
}
