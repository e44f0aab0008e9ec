//! What is done with several delegates at once: their post, unit and cluster in one step each.

use iced::Element;
use iced::widget::column;

use super::panel::{clusters, head, on_and_off};
use super::table::cluster_name;
use super::{Message, State, edit, own_values};
use crate::app::screen::person_form::Change;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::field::field;
use crate::app::widget::form;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::person_field::PersonField;
use crate::sentence::Sentence;

impl State {
    /// The panel of several delegates.
    pub(super) fn several<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let (withdrawn, listed) = self.selected_by_state(dossier);
        let count = withdrawn.len() + listed.len();
        let title = context.say(&Sentence::new("window-delegates-selected").with("count", count));
        let shared = self.shared_cluster(dossier);
        let below = match shared {
            Some(Some(cluster)) => cluster_name(dossier, Some(cluster)),
            Some(None) => context.t("window-delegates-no-cluster"),
            None => context.t("window-delegates-several-clusters"),
        };
        let below = if dossier.clusters.is_empty() { String::new() } else { below };
        let who = listed.clone();
        let place = move |to| Message::Move(who.clone(), to);
        let cluster = (!dossier.clusters.is_empty()).then(|| {
            let label = context.t("window-delegates-move");
            let nowhere = context.t("window-delegates-no-cluster");
            let writes = context.can_write() && !listed.is_empty();
            clusters(dossier, shared, label, nowhere, context, writes.then_some(place))
        });
        let fields = (!listed.is_empty()).then(|| {
            let own = own_values::fields(&listed, context.can_write(), dossier, context);
            form::form([
                self.for_all(PersonField::Position, &listed, dossier, context),
                self.for_all(PersonField::Unit, &listed, dossier, context),
            ])
            .extend(own)
        });
        let off = (!listed.is_empty()).then(|| on_and_off(&listed, true, false, context));
        let on = (!withdrawn.is_empty()).then(|| on_and_off(&withdrawn, false, true, context));
        column![head(title, below)]
            .push(fields)
            .push(cluster)
            .push(column![].push(off).push(on).spacing(space::S))
            .push(small(context.t("window-delegates-several-hint")))
            .spacing(space::M)
            .into()
    }

    /// The field that sets a post or a unit for all of them; it shows what they have in common.
    fn for_all<'a>(
        &'a self,
        what: PersonField,
        who: &[DelegateId],
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let (id, label, offered) = match what {
            PersonField::Unit => ("delegates-unit", "window-people-unit-for-all", &self.units),
            _ => ("delegates-position", "window-people-position-for-all", &self.positions),
        };
        let all = who.to_vec();
        field(shared(what, who, dossier))
            .label(context.t(label))
            .placeholder(context.t("window-people-unchanged"))
            .of((what, who))
            .id(id)
            .suggest(offered.clone())
            .on_commit_maybe(
                context.if_writable(move |text| Message::ChangedAll(all.clone(), Change::Text(what, text))),
            )
            .into()
    }

    /// The cluster all selected delegates are in.
    fn shared_cluster(&self, dossier: &Dossier) -> Option<Option<ClusterId>> {
        let mut clusters =
            self.selection.rows().filter_map(|row| self.lines.delegate(row, dossier)).map(|one| one.cluster);
        let first = clusters.next()?;
        clusters.all(|cluster| cluster == first).then_some(first)
    }
}

/// What all of them have there; nothing where they differ.
fn shared<'a>(what: PersonField, who: &[DelegateId], dossier: &'a Dossier) -> &'a str {
    let chosen: std::collections::HashSet<&DelegateId> = who.iter().collect();
    let mut texts =
        dossier.delegates.iter().filter(|one| chosen.contains(&one.id)).map(|one| what.text(&one.details));
    let first = texts.next().unwrap_or_default();
    if texts.all(|text| text == first) { first } else { "" }
}

/// Sets a field of several in one step, which is told with their number.
pub(super) fn save(
    who: Vec<DelegateId>,
    change: Change,
    dossier: &Dossier,
    context: Context<'_>,
) -> Action<Message> {
    let field = change.what().code();
    let command = change.command(edit::known_units(dossier));
    Action::write(context.store.edit_delegates(dossier.session.id, who, field, command), |()| None)
}
