//! Lists that go out of the tab: the rows in view for Excel, and the empty list for the communes.

use std::path::PathBuf;

use super::lines::Filter;
use super::{Message, State};
use crate::app::files;
use crate::app::screen::list_out::{self, ListOut};
use crate::app::screen::{Action, Context};
use crate::domain::dossier::Dossier;
use crate::export::names;
use crate::list_form::list_form;

impl State {
    /// Asks where the rows in view go, under the name of the session, and of the cluster that is seen.
    pub(super) fn pick_export(&self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let cluster = match self.filter {
            Filter::Of(Some(id)) => dossier.clusters.iter().find(|cluster| cluster.id == id),
            Filter::Of(None) | Filter::All | Filter::Withdrawn => None,
        };
        let (title, number) = (&dossier.session.details.title, cluster.map(|one| one.number));
        let name = names::of_session("danh-sach-dai-bieu", title, number);
        let pick = list_out::pick(context.t("window-delegates-export"), &name, context);
        Action::Run(pick.map(Message::ExportTo))
    }

    /// Writes them.
    pub(super) fn export(&self, path: PathBuf, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let (titles, rows) = self.written_out(0..self.lines.len(), dossier, context);
        let list = ListOut { name: dossier.session.details.title.clone(), titles, rows };
        list_out::write(list, path, "window-delegates-exported", Message::Exported)
    }
}

/// Asks where the empty list goes.
pub(super) fn pick_form(dossier: &Dossier, context: Context<'_>) -> Action<Message> {
    let name = names::of_session("mau-danh-sach-dai-bieu", &dossier.session.details.title, None);
    let pick = list_out::pick(context.t("window-list-form-pick"), &name, context);
    Action::Run(pick.map(Message::ListFormTo))
}

/// Writes it.
pub(super) fn write_form(path: PathBuf, dossier: &Dossier) -> Action<Message> {
    let title = dossier.session.details.title.clone();
    let made = files::write(path, "window-list-form-saved", move || list_form(Some(&title)));
    Action::work(made, Message::Exported)
}
