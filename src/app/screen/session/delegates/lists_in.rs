//! Lists that are read in, in the place of the page, and those that were before.

use iced::widget::operation::focus;

use super::{Dialog, Filter, Message, NAME_FIELD, State, adding, from_line, imported, intake_page};
use crate::app::import::{self, Source};
use crate::app::screen::{Action, Context};
use crate::domain::dossier::Dossier;
use crate::sentence::Sentence;

impl State {
    /// Opens the page of lists, or adds to those that stand there.
    pub(super) fn import(
        &mut self,
        sources: Vec<Source>,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        self.dialog = None;
        let task = match &mut self.importing {
            Some(state) => state.add(sources, context),
            None => {
                let (state, task) = intake_page::State::read(sources, dossier, context);
                self.importing = Some(state);
                task
            }
        };
        Action::Run(task.map(Message::Import))
    }

    pub(super) fn update_import(
        &mut self,
        message: intake_page::Message,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some(state) = &mut self.importing else { return Action::None };
        match state.update(message, context) {
            intake_page::Answer::Open(action) => action.map(Message::Import),
            intake_page::Answer::Close => {
                self.importing = None;
                Action::None
            }
            intake_page::Answer::Another => {
                Action::Run(import::pick_several(context.locale).map(Message::ImportLists))
            }
            intake_page::Answer::Done => {
                self.importing = None;
                (self.words, self.filter, self.own_filter) = (String::new(), Filter::All, None);
                self.selection.clear();
                self.find_again();
                Action::None
            }
        }
    }

    pub(super) fn in_imported(
        &mut self,
        message: imported::Message,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some(Dialog::Imported(state)) = &mut self.dialog else { return Action::None };
        match state.update(message, context) {
            imported::Answer::Stay(action) => action.map(Message::InImported),
            imported::Answer::Close => {
                self.dialog = None;
                Action::None
            }
            // Somebody else stands there half typed.
            imported::Answer::Take(..) if self.form.is_begun() => {
                Action::Fail(Sentence::new("window-delegates-form-begun"))
            }
            imported::Answer::Take(import, line) => {
                self.dialog = None;
                self.adding = true;
                self.form.fill(from_line::person(&line, dossier), adding::FromLine { import, line: *line });
                Action::Run(focus(NAME_FIELD))
            }
        }
    }
}

/// Asks which lists were read in; the lines of one may be wanted at once.
pub(super) fn show_imported(look: Option<i64>, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
    let arrived = move |records| Message::Imported(records, look);
    Action::ask_once(context.store.imports(dossier.session.id), arrived)
}
