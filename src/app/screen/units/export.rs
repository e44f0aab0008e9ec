//! The units written out for Excel, in the form that is read in again
//! (`docs/units-file.md`).

use std::path::PathBuf;

use iced::Task;

use super::{State, words};
use crate::app::job;
use crate::app::screen::{Action, Context};
use crate::domain::id::UnitId;
use crate::domain::unit_tree::{ListedUnit, UnitTree};
use crate::message::Message as Sentence;
use crate::vietnamese::date::short;
use crate::{whole_file, workbook};

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// The file dialog asks where to.
    Pick,
    /// Where to, was chosen.
    Target(Option<PathBuf>),
    /// It was written.
    Written(Result<PathBuf, Sentence>),
}

impl State {
    /// Takes in what happens.
    pub(super) fn export(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        match message {
            Message::Pick => {
                let dialog = rfd::AsyncFileDialog::new()
                    .set_title(context.t("window-units-export"))
                    .add_filter("Excel", &["xlsx"])
                    .set_file_name(context.t("window-units-file-name"));
                let target =
                    Task::future(dialog.save_file()).map(|file| file.map(|file| file.path().to_owned()));
                Action::Run(target.map(|path| super::Message::Export(Message::Target(path))))
            }
            Message::Target(Some(path)) => Action::Run(self.write(path, context)),
            Message::Target(None) => Action::None,
            Message::Written(Ok(path)) => {
                Action::Say(Sentence::new("window-units-exported").with("file", path.display().to_string()))
            }
            Message::Written(Err(reason)) => Action::Fail(reason),
        }
    }

    fn write(&self, path: PathBuf, context: Context<'_>) -> Task<super::Message> {
        let (titles, rows) = self.written_out(context);
        let name = context.t("window-units-nav");
        let work = move || {
            let failed = |reason: String| {
                let file = path.display().to_string();
                Sentence::new("window-write-failed").with("file", file).with("reason", reason)
            };
            let book = workbook::table(&name, &titles, &rows).map_err(|error| failed(error.to_string()))?;
            whole_file::write(&path, &book).map_err(|error| failed(error.to_string()))?;
            Ok(path)
        };
        job::blocking(work).map(|done| {
            let done = done.unwrap_or_else(|| Err(Sentence::new("window-job-failed")));
            super::Message::Export(Message::Written(done))
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
