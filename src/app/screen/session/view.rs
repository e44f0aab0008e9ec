//! How the screen is drawn: its head with the tabs, and the tab on show.

use iced::widget::column;
use iced::{Element, Length};

use super::super::{Context, Header, Tab};
use super::{Message, State, next_step};
use crate::app::icon::Icon;
use crate::app::widget::button;
use crate::app::widget::tabs::{self, Tab as Entry};
use crate::domain::dossier::Dossier;

impl State {
    /// The dialog of a tab that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let dossier = self.dossier.as_ref()?;
        match self.tab {
            Tab::Info => self.info.dialog(context).map(|dialog| dialog.map(Message::Info)),
            Tab::Delegates => {
                self.delegates.dialog(dossier, context).map(|dialog| dialog.map(Message::Delegates))
            }
            Tab::Printing => {
                self.printing.dialog(dossier, context).map(|dialog| dialog.map(Message::Printing))
            }
            Tab::Attendance => {
                self.attendance.dialog(dossier, context).map(|dialog| dialog.map(Message::Attendance))
            }
            Tab::Results => self.results.dialog(dossier, context).map(|dialog| dialog.map(Message::Results)),
            Tab::Programme => None,
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let Some(dossier) = &self.dossier else {
            return Header::new(context.t("window-nav-sessions"), "");
        };
        if self.tab == Tab::Delegates
            && let Some(header) = self.delegates.header(dossier, context)
        {
            return header.map(Message::Delegates);
        }
        if self.tab == Tab::Printing
            && let Some(designer) = &self.designer
        {
            return designer.header(context).map(Message::Designer);
        }
        let details = &dossier.session.details;
        let year = details.dates.and_then(|dates| dates.start().year());
        let above = match year {
            Some(year) => format!("{} › {year}", context.t("window-nav-sessions")),
            None => context.t("window-nav-sessions"),
        };
        let mut header = Header::new(above, details.title.as_str());
        header.tabs = Some(tabs::tabs(self.tabs(dossier, context), self.tab, Message::TabChosen));
        header.actions = match self.tab {
            Tab::Info => vec![
                button::secondary(Some(Icon::History), context.t("window-history-session"))
                    .id("session-history")
                    .on_press(Message::History)
                    .into(),
            ],
            Tab::Delegates => {
                let actions = self.delegates.actions(context);
                actions.into_iter().map(|one| one.map(Message::Delegates)).collect()
            }
            Tab::Programme => {
                let actions = self.programme.actions(context);
                actions.into_iter().map(|one| one.map(Message::Programme)).collect()
            }
            Tab::Printing => {
                let actions = self.printing.actions(context);
                actions.into_iter().map(|one| one.map(Message::Printing)).collect()
            }
            Tab::Attendance if self.reconcile.is_some() => vec![
                button::secondary(Some(Icon::ClipboardCheck), context.t("reconcile-back"))
                    .id("reconcile-back")
                    .on_press(Message::ShowReconciliation(false))
                    .into(),
                button::secondary(Some(Icon::Printer), context.t("reconcile-print"))
                    .id("reconcile-print")
                    .on_press(Message::PrintReconciliation)
                    .into(),
            ],
            Tab::Attendance => {
                let actions = self.attendance.actions(dossier, context);
                actions.into_iter().map(|one| one.map(Message::Attendance)).collect()
            }
            Tab::Results => {
                let actions = self.results.actions(dossier, context);
                actions.into_iter().map(|one| one.map(Message::Results)).collect()
            }
        };
        header
    }

    fn tabs(&self, dossier: &Dossier, context: Context<'_>) -> Vec<Entry<Tab>> {
        let entry = |value, id: &str, count| Entry { value, label: context.t(id), count };
        vec![
            entry(Tab::Info, "window-tab-info", None),
            entry(Tab::Delegates, "window-tab-delegates", Some(dossier.listed(None))),
            entry(Tab::Programme, "window-programme-tab", self.programme.count()),
            entry(Tab::Printing, "window-tab-printing", None),
            entry(Tab::Attendance, "window-tab-attendance", None),
            entry(Tab::Results, "window-tab-results", None),
        ]
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(dossier) = &self.dossier else { return iced::widget::space().into() };
        if let (Tab::Attendance, Some(reconcile)) = (self.tab, &self.reconcile) {
            return reconcile.view(context).map(Message::Reconcile);
        }
        if let (Tab::Printing, Some(designer)) = (self.tab, &self.designer) {
            return designer.view(context).map(Message::Designer);
        }
        let page = match self.tab {
            Tab::Info => self.info.view(dossier, context).map(Message::Info),
            Tab::Delegates => self.delegates.view(dossier, context).map(Message::Delegates),
            Tab::Programme => self.programme.view(dossier, context).map(Message::Programme),
            Tab::Printing => self.printing.view(dossier, context).map(Message::Printing),
            Tab::Attendance => self.attendance.view(dossier, context).map(Message::Attendance),
            Tab::Results => self.results.view(dossier, context).map(Message::Results),
        };
        let guide = match self.delegates.is_importing() {
            true => None,
            false => next_step::line(self.tab, dossier, &self.printing, context),
        };
        // The page stands at the same place of the tree with and without the line over it.
        column![column![].push(guide), page].height(Length::Fill).into()
    }
}
