//! What each message means: most belong to a tab, some lead from one to another.

use super::super::{Action, Context, HistoryOf, Route, Tab};
use super::printing::certificate_form::Message as CertificateMessage;
use super::printing::choices::Choice;
use super::{Message, State, attendance, delegates, designer, printing, results};
use crate::app::widget::search;
use crate::paper::PaperKind;
use crate::sentence::Explain;
use crate::store::StoreError;

impl State {
    pub(super) fn take(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match (message, &mut self.dossier) {
            (Message::Loaded(Ok(dossier)), _) => {
                let added = self.info.take_in(&dossier);
                self.delegates.take_in(&dossier);
                self.attendance.take_in(&dossier);
                if let Some(reconcile) = &mut self.reconcile {
                    reconcile.take_in(&dossier);
                }
                self.results.outdate();
                let shown = self.tab == Tab::Printing;
                let designed = self.designer.as_mut().map(|designer| designer.take_in(&dossier));
                let redrawn = match designed {
                    // Undone: the certificates have the form of before again.
                    Some((false, _)) => {
                        self.designer = None;
                        self.printing.take_in(&dossier, shown).map(Message::Printing)
                    }
                    Some((true, action)) => {
                        self.printing.take_in(&dossier, false);
                        action.map(Message::Designer)
                    }
                    None => self.printing.take_in(&dossier, shown).map(Message::Printing),
                };
                let dossier = self.dossier.insert(*dossier);
                if !self.lists.is_empty() {
                    let message = delegates::Message::ImportLists(std::mem::take(&mut self.lists));
                    return self.delegates.update(message, dossier, context).map(Message::Delegates);
                }
                let offers = self.info.ask_offers(dossier.session.id, context).map(Message::Info);
                if let (Tab::Info, Some(field)) = (self.tab, added) {
                    return Action::All(vec![offers, Action::Run(iced::widget::operation::focus(field))]);
                }
                if shown { redrawn } else { offers }
            }
            // Undone or deleted: there is nothing to show here.
            (Message::Loaded(Err(StoreError::NoSession(_))), _) => Action::Go(Route::Sessions),
            (Message::Loaded(Err(error)), _) => Action::Fail(error.explain()),
            // Whoever comes to mark people begins to type or scan.
            (Message::TabChosen(Tab::Attendance), _) => Action::All(vec![
                Action::Go(Route::Session(self.id, Tab::Attendance)),
                Action::Run(iced::widget::operation::focus(search::ID)),
            ]),
            (Message::TabChosen(Tab::Printing), _) => {
                let paper = self.printing.come_into_view().map(Message::Printing);
                Action::All(vec![Action::Go(Route::Session(self.id, Tab::Printing)), Action::Run(paper)])
            }
            (Message::TabChosen(tab), _) => Action::Go(Route::Session(self.id, tab)),
            (Message::Go(place), _) => Action::Go(place),
            (Message::History, _) => Action::Go(Route::History(HistoryOf::Session(self.id))),
            (Message::Info(message), Some(dossier)) => {
                self.info.update(message, dossier, context).map(Message::Info)
            }
            // The form for it is that of attendance, where everybody sees what was said.
            (Message::Delegates(delegates::Message::Announce(delegate)), Some(dossier)) => {
                let open = self.attendance.announce(delegate, dossier, context).map(Message::Attendance);
                Action::All(vec![Action::Go(Route::Session(self.id, Tab::Attendance)), open])
            }
            (Message::Delegates(message), Some(dossier)) => {
                if matches!(&message, delegates::Message::ImportLists(lists) if !lists.is_empty()) {
                    self.tab = Tab::Delegates;
                }
                self.delegates.update(message, dossier, context).map(Message::Delegates)
            }
            (
                Message::Printing(printing::Message::Certificate(CertificateMessage::Design)),
                Some(dossier),
            ) => {
                self.designer = designer::State::new(dossier, self.printing.options());
                Action::None
            }
            (Message::Designer(designer::Message::Done), Some(dossier)) => {
                self.designer = None;
                self.printing.take_in(dossier, true).map(Message::Printing)
            }
            (Message::Designer(message), _) => match &mut self.designer {
                Some(designer) => designer.update(message, context).map(Message::Designer),
                None => designer::told_late(message).map(Message::Designer),
            },
            (Message::Printing(printing::Message::Names), _) => {
                self.reconcile.get_or_insert_default().show_figures();
                let shown = self.update(Message::ShowReconciliation(true), context);
                Action::All(vec![Action::Go(Route::Session(self.id, Tab::Attendance)), shown])
            }
            (Message::Printing(message), Some(dossier)) => {
                self.printing.update(message, dossier, context).map(Message::Printing)
            }
            (Message::Programme(message), Some(dossier)) => {
                self.programme.update(message, dossier, context).map(Message::Programme)
            }
            (Message::Attendance(attendance::Message::Reconcile), _) => {
                self.update(Message::ShowReconciliation(true), context)
            }
            (Message::ShowReconciliation(true), Some(dossier)) => {
                self.reconcile.get_or_insert_default().take_in(dossier);
                // Marks may have been made since the session was read.
                Action::Ask(self.load(context))
            }
            (Message::ShowReconciliation(_), _) => {
                self.reconcile = None;
                Action::Run(iced::widget::operation::focus(search::ID))
            }
            (Message::Reconcile(message), _) => match &mut self.reconcile {
                Some(reconcile) => reconcile.update(message).map(Message::Reconcile),
                None => Action::None,
            },
            (Message::PrintReconciliation, Some(_)) => self.show_paper(PaperKind::Reconciliation, context),
            (Message::Attendance(attendance::Message::PrintAgain(kind)), Some(_)) => {
                self.show_paper(kind, context)
            }
            (Message::PrintReconciliation, None) => Action::None,
            (Message::Attendance(message), Some(dossier)) => {
                if message.brings_file() {
                    self.tab = Tab::Attendance;
                }
                self.attendance.update(message, dossier, context).map(Message::Attendance)
            }
            (Message::Results(results::Message::Certificates), Some(_)) => {
                self.printing.show_certificates();
                Action::Go(Route::Session(self.id, Tab::Printing))
            }
            (Message::Results(message), Some(dossier)) => {
                self.results.update(message, dossier, context).map(Message::Results)
            }
            (Message::Attendance(message), None) => {
                self.attendance.arrived(message);
                Action::None
            }
            // What the tab asked for may arrive before the session itself.
            (Message::Programme(message), None) => {
                self.programme.arrived(message);
                Action::None
            }
            (Message::Printing(message), None) => {
                self.printing.arrived(message);
                Action::None
            }
            (Message::Info(_) | Message::Delegates(_) | Message::Results(_), None) => Action::None,
        }
    }

    /// Shows a paper as it would print.
    pub(super) fn show_paper(&mut self, kind: PaperKind, context: Context<'_>) -> Action<Message> {
        let Some(dossier) = &self.dossier else { return Action::None };
        let wanted = printing::Message::Chosen(Choice::Kind(kind));
        let chosen = self.printing.update(wanted, dossier, context).map(Message::Printing);
        let tab = Action::Go(Route::Session(self.id, Tab::Printing));
        Action::All(vec![chosen, tab, Action::Ask(self.load(context))])
    }
}
