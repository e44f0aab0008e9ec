//! What can be done with the selected delegates: the menu of a row.

use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::{Context, columns};
use crate::app::widget::command::{Command, command};
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;

/// More clusters than these are chosen in the panel.
const MOST_CLUSTERS: usize = 8;

impl State {
    /// The menu.
    pub(super) fn row_menu(&self, dossier: &Dossier, context: Context<'_>) -> Vec<Command<Message>> {
        let (withdrawn, listed) = self.selected_by_state(dossier);
        let one = match (listed.as_slice(), withdrawn.is_empty()) {
            ([one], true) => dossier.delegates.iter().find(|delegate| delegate.id == *one),
            _ => None,
        };
        let edit = one.map(|_| {
            command(Icon::Pencil, context.t("window-row-edit"))
                .key("Enter")
                .on_press_maybe(context.if_writable(Message::Edit))
        });
        let announce = one.filter(|one| !one.erased).map(|one| {
            command(Icon::Calendar, context.t("window-delegates-announce"))
                .on_press_maybe(context.if_writable(Message::Announce(one.id)))
        });
        let few = (2..=MOST_CLUSTERS).contains(&dossier.clusters.len()) && !listed.is_empty();
        let clusters = dossier
            .clusters
            .iter()
            .filter(|cluster| few && one.is_none_or(|one| one.cluster != Some(cluster.id)));
        let moves = clusters.map(|cluster| {
            let words = Sentence::new("window-row-move").with("cluster", cluster.details.name.as_str());
            let message = Message::Move(listed.clone(), Some(cluster.id));
            command(Icon::Split, context.say(&words)).on_press_maybe(context.if_writable(message))
        });
        let copy = columns::copy_line(context);
        let put_back = (!withdrawn.is_empty()).then(|| {
            command(Icon::Undo2, context.t("window-delegates-put-back"))
                .on_press_maybe(context.if_writable(Message::PutBack(withdrawn.clone())))
        });
        let remove = (!listed.is_empty()).then(|| {
            command(Icon::UserX, context.t("window-delegates-remove"))
                .key("Delete")
                .on_press_maybe(context.if_writable(Message::Remove(listed.clone())))
                .takes_away()
        });
        edit.into_iter().chain(announce).chain(moves).chain([copy]).chain(put_back).chain(remove).collect()
    }
}
