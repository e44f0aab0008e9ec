//! What can be said of one delegate: the menu of a row, and F6.

use iced::widget::{column, row};
use iced::{Element, Length};

use super::answer::{Answer, look};
use super::closing::Asked;
use super::newcomer::{Purpose, Said};
use super::taking_back::{self, Did};
use super::{Message, State, page_line, view};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, plain, small};
use crate::app::widget::command::{Command, command};
use crate::app::widget::table::Selection;
use crate::app::widget::{button, dialog};
use crate::domain::attendance::{AttendanceStatus, NewMark, Way};
use crate::domain::dossier::Dossier;
use crate::domain::id::{DelegateId, EntryId};
use crate::sentence::Sentence;

/// What can be said of somebody at a sitting, and the keys for it.
const STATUSES: [(AttendanceStatus, &str); 5] = [
    (AttendanceStatus::Present, "Enter"),
    (AttendanceStatus::Excused, "F2"),
    (AttendanceStatus::Absent, "F3"),
    (AttendanceStatus::Late, "F4"),
    (AttendanceStatus::LeftEarly, "F5"),
];

/// What is chosen for a delegate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// A status.
    Status(AttendanceStatus),
    /// Whoever was sent for them sits there.
    Expected,
    /// Somebody else does: who, is asked.
    Substitute,
    /// They said that they will not come.
    Notice,
    /// What was said before is forgotten.
    Forget,
    /// The mark is taken back; what counted before counts again.
    TakeBack(EntryId),
}

impl State {
    /// Opens the menu of a row.
    pub(super) fn open_menu(&mut self, row: usize, context: Context<'_>) {
        let delegate = self.found.get(row).and_then(|at| self.rows.get(*at)).filter(|one| one.is_listed);
        if let Some(delegate) = delegate.filter(|_| context.can_write() && self.page.is_none()) {
            self.asked = Some(Asked::Menu(delegate.delegate));
            self.selection = Selection::one(row);
        }
    }

    /// Does what was chosen in it.
    pub(super) fn choose(
        &mut self,
        delegate: DelegateId,
        choice: Choice,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let (Some(sitting), Some(attendance)) = (self.sitting, &self.attendance) else { return Action::None };
        let mark = match choice {
            Choice::Status(status) => NewMark::new(delegate, sitting, status),
            Choice::Expected => attendance.expected(delegate, sitting, &self.order),
            Choice::Substitute => {
                let open = Said::Open(Purpose::Substitute(delegate), String::new());
                return self.update_newcomer(open, dossier, context);
            }
            Choice::Notice => {
                let open = Said::Open(Purpose::Notice(delegate), String::new());
                return self.update_newcomer(open, dossier, context);
            }
            Choice::Forget => return self.update_newcomer(Said::Forget(delegate), dossier, context),
            Choice::TakeBack(entry) => {
                self.asked = None;
                self.done.retain(|did| *did != Did::Entry(entry));
                return taking_back::undo(Did::Entry(entry), context);
            }
        };
        self.asked = None;
        self.selection.clear();
        self.send(dossier.session.id, Way::Name, vec![mark], context)
    }

    /// F6: whoever was sent for the one who is meant sits there, or somebody who is asked for.
    pub(super) fn substitute(&mut self, dossier: &Dossier, context: Context<'_>) -> Action<Message> {
        let (Some(sitting), Some(attendance)) = (self.sitting, &self.attendance) else { return Action::None };
        if !context.can_write() || self.page.is_some() || self.is_closed() {
            return Action::None;
        }
        match self.meant(sitting, dossier) {
            Ok((whom, _)) => match whom.as_slice() {
                [one] => {
                    let expected = attendance.expected(one.place, sitting, &self.order);
                    let marked = attendance.of(one.place, sitting).map(|mark| mark.substitute);
                    let is_known = expected.substitute.is_some() && marked != Some(expected.substitute);
                    let (one, choice) =
                        (one.place, if is_known { Choice::Expected } else { Choice::Substitute });
                    self.typed.clear();
                    self.find();
                    return self.choose(one, choice, dossier, context);
                }
                _ => self.answer = Some(Answer::refused(Sentence::new("attendance-substitute-whom"))),
            },
            Err(reason) => self.answer = Some(Answer::refused(reason)),
        }
        Action::None
    }

    /// The menu of a row, by the other mouse button.
    pub(super) fn row_menu(
        &self,
        row: usize,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Vec<Command<Message>> {
        let delegate = self.found.get(row).and_then(|at| self.rows.get(*at)).filter(|one| one.is_listed);
        let Some(delegate) = delegate.map(|one| one.delegate).filter(|_| self.page.is_none()) else {
            return Vec::new();
        };
        let choice = |icon, words: String, key, choice, can: bool| {
            let message = context.if_writable(Message::Chosen(delegate, choice)).filter(|_| can);
            command(icon, words).key(key).on_press_maybe(message)
        };
        let open = !self.is_closed();
        let statuses = STATUSES.map(|(status, key)| {
            let (_, icon) = look(status);
            choice(icon, context.t(view::word(status, dossier)), key, Choice::Status(status), open)
        });
        let said = self
            .sitting
            .zip(self.attendance.as_ref())
            .and_then(|(sitting, attendance)| attendance.notice(delegate, sitting, &self.order));
        let substitute = context.t("attendance-menu-substitute");
        let further = [
            choice(Icon::Users, substitute, "F6", Choice::Substitute, open),
            choice(Icon::Calendar, context.t("attendance-menu-notice"), "", Choice::Notice, true),
        ];
        let forget =
            said.map(|_| choice(Icon::X, context.t("attendance-menu-forget"), "", Choice::Forget, true));
        let back = self.own_entry(delegate).map(|entry| {
            let words = context.t("attendance-menu-take-back");
            choice(Icon::Undo2, words, "", Choice::TakeBack(entry), open)
        });
        statuses.into_iter().chain(further).chain(forget).chain(back).collect()
    }

    /// The entry of the mark of a delegate, where it marks nobody else: then it can be taken back by itself.
    fn own_entry(&self, delegate: DelegateId) -> Option<EntryId> {
        let attendance = self.attendance.as_ref()?;
        let entry = attendance.of(delegate, self.sitting?)?.entry;
        (attendance.marks().filter(|mark| mark.entry == entry).count() == 1).then_some(entry)
    }

    /// The menu while the field is typed in, by the menu key: it also says what was said before.
    pub(super) fn menu_dialog<'a>(
        &'a self,
        delegate: DelegateId,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Element<'a, Message> {
        let open = !self.is_closed();
        let line = |icon: Icon, words: String, key: &str, choice: Choice, can: bool| {
            let press = button::secondary(Some(icon), words)
                .width(Length::Fill)
                .on_press_maybe(can.then_some(Message::Chosen(delegate, choice)));
            row![Element::from(press), small(key.to_owned()).width(48.0)]
                .spacing(space::M)
                .align_y(iced::Alignment::Center)
        };
        let statuses = STATUSES.into_iter().map(|(status, key)| {
            let (_, icon) = look(status);
            line(icon, context.t(view::word(status, dossier)), key, Choice::Status(status), open).into()
        });
        let notice = self
            .sitting
            .zip(self.attendance.as_ref())
            .and_then(|(sitting, attendance)| attendance.notice(delegate, sitting, &self.order));
        let said = notice.map(|notice| {
            plain(context.say(&expectation(notice, dossier)), Role::Body).color(Tone::Amber.strong())
        });
        let sent = notice.and_then(|notice| notice.substitute).map(|substitute| {
            let words = Sentence::new("attendance-substituted-by");
            let words = context.say(&words.with("name", page_line::name_of(substitute, dossier)));
            line(Icon::Users, words, "F6", Choice::Expected, open)
        });
        let key = if sent.is_some() { "" } else { "F6" };
        let content = column![]
            .push(said)
            .extend(statuses)
            .push(sent)
            .push(line(Icon::Users, context.t("attendance-menu-substitute"), key, Choice::Substitute, open))
            .push(line(Icon::Calendar, context.t("attendance-menu-notice"), "", Choice::Notice, true))
            .push(
                notice.map(|_| line(Icon::X, context.t("attendance-menu-forget"), "", Choice::Forget, true)),
            )
            .push(self.own_entry(delegate).map(|entry| {
                let words = context.t("attendance-menu-take-back");
                line(Icon::Undo2, words, "", Choice::TakeBack(entry), open)
            }))
            .spacing(space::S);
        let cancel = button::secondary(None, context.t("window-cancel")).on_press(Message::Dismiss);
        let name = page_line::name_of(delegate, dossier);
        dialog::dialog(name, content, [cancel.into()], Message::Dismiss)
    }
}

/// What was said before, in words.
pub fn expectation(notice: &crate::domain::attendance::notice::Notice, dossier: &Dossier) -> Sentence {
    let reason = notice.reason.as_ref().map_or_else(String::new, |reason| format!("({reason})"));
    match notice.substitute {
        Some(substitute) => Sentence::new("attendance-expected-substitute")
            .with("name", page_line::name_of(substitute, dossier))
            .with("reason", reason),
        None => Sentence::new("attendance-expected-excused").with("reason", reason),
    }
}
