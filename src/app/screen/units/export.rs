//! The units written out for Excel, in the form that is read in again
//! (`docs/units-file.md`).

use std::path::PathBuf;

use super::{State, words};
use crate::app::files;
use crate::app::screen::list_out::{self, ListOut};
use crate::app::screen::{Action, Context, Told};
use crate::domain::id::UnitId;
use crate::domain::unit_tree::{ListedUnit, UnitTree};
use crate::vietnamese::date::short;

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// The file dialog asks where to.
    Pick,
    /// Where to, was chosen.
    Target(Option<PathBuf>),
    /// It was written.
    Written(Told),
}

impl State {
    /// Takes in what happens.
    pub(super) fn export(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        match message {
            Message::Pick => {
                let dialog = files::dialog(context.t("window-units-export"), "Excel", &["xlsx"]);
                let target = files::place(dialog, &context.t("window-units-file-name"));
                Action::Run(target.map(|path| super::Message::Export(Message::Target(path))))
            }
            Message::Target(Some(path)) => self.write(path, context),
            Message::Target(None) => Action::None,
            Message::Written(Ok(told)) => Action::Say(told),
            Message::Written(Err(reason)) => Action::Fail(reason),
        }
    }

    fn write(&self, path: PathBuf, context: Context<'_>) -> Action<super::Message> {
        let (titles, rows) = self.written_out(context);
        let list = ListOut { name: context.t("window-units-nav"), titles, rows };
        list_out::write(list, path, "window-units-exported", |told| {
            super::Message::Export(Message::Written(told))
        })
    }

    /// All units, those that ended as well.
    fn written_out(&self, context: Context<'_>) -> (Vec<String>, Vec<Vec<String>>) {
        let titles = [
            "window-units-code",
            "window-units-name",
            "window-units-kind",
            "window-units-under",
            "window-units-from",
            "window-units-to",
            "window-units-successors",
            "window-units-column-people",
        ];
        let titles = titles.map(|id| context.t(id)).to_vec();
        let Some(tree) = &self.tree else { return (titles, Vec::new()) };
        (titles, tree.units().iter().map(|unit| line(unit, tree, context)).collect())
    }
}

fn line(unit: &ListedUnit, tree: &UnitTree, context: Context<'_>) -> Vec<String> {
    let fields = &unit.fields;
    let successors: Vec<String> = unit.successors.iter().map(|(id, _)| reference(*id, tree)).collect();
    vec![
        fields.code.clone().unwrap_or_default(),
        fields.name.clone(),
        words::kind(fields.kind, context),
        unit.parent.map(|parent| reference(parent, tree)).unwrap_or_default(),
        fields.valid_from.map(short).unwrap_or_default(),
        fields.valid_to.map(short).unwrap_or_default(),
        successors.join("; "),
        unit.own_people.to_string(),
    ]
}

/// A unit as another row names it: by its code, or else with all it is inside of.
fn reference(id: UnitId, tree: &UnitTree) -> String {
    match tree.get(id).and_then(|one| one.fields.code.clone()) {
        Some(code) => code,
        None => tree.path(id),
    }
}
