//! Enter: whom what is typed means, and what becomes of them.

use iced::widget::operation::{focus, select_all};

use super::super::super::{Action, Context};
use super::answer::Answer;
use super::newcomer::Purpose;
use super::page::Page;
use super::rows::Meant;
use super::{Look, Message, State, newcomer, page, rows};
use crate::app::widget::search;
use crate::domain::attendance::typed::{Said, TypedLine};
use crate::domain::attendance::{AttendanceStatus, NewEntry, NewMark, Way};
use crate::domain::dossier::Dossier;
use crate::domain::id::{SessionId, SittingId};
use crate::sentence::{Explain, Sentence};
use crate::store::{StoreError, Writing};

impl State {
    /// Marks whoever is meant: by what is typed, or the rows that are selected.
    pub(super) fn enter(
        &mut self,
        status: AttendanceStatus,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some(sitting) = self.sitting.filter(|_| context.can_write()) else { return Action::None };
        if self.page.is_some() {
            return self.enter_page(dossier, context);
        }
        let typed = self.typed.trim().to_owned();
        if typed.is_empty() && self.look == Look::Pages {
            if !self.open_next(dossier) {
                self.answer = Some(Answer::all_entered());
            }
            return Action::Run(focus(search::ID));
        }
        if typed.len() == page::CODE && typed.bytes().all(|byte| byte.is_ascii_digit()) {
            let found = context.store.printed_page(dossier.session.id, &typed);
            return Action::ask_once(found, move |found| Message::PageFound(typed, Box::new(found)));
        }
        match self.selection.is_empty().then(|| spoken(&typed)).flatten() {
            Some(Spoken::One(number, status)) => return self.enter_number(number, status, dossier, context),
            Some(Spoken::Several) => {
                // What stands over the field is another now: it would lose the keyboard.
                self.open_list();
                let told = self.enter_page(dossier, context);
                return Action::All(vec![told, Action::Run(focus(search::ID))]);
            }
            None => {}
        }
        let (whom, way) = match self.meant(sitting, dossier) {
            Ok(meant) => meant,
            Err(reason) => {
                let refused = Answer::refused(reason);
                // A name that is on no list: perhaps somebody came whom nobody called.
                let has_letters = typed.chars().any(char::is_alphabetic);
                let is_name = self.found.is_empty() && has_letters;
                self.answer = Some(match is_name {
                    true => {
                        let words = Sentence::new("attendance-walk-in-offer").with("name", typed.as_str());
                        let open = newcomer::Said::Open(Purpose::WalkIn, typed);
                        refused.offering(words, Message::Newcomer(open))
                    }
                    false => refused,
                });
                // Figures are typed anew, a name is mended.
                return if !has_letters { Action::Run(select_all(search::ID)) } else { Action::None };
            }
        };
        if whom.is_empty() {
            return Action::None;
        }
        let marks = whom.into_iter().map(|meant| match meant.substitute.filter(|_| status.is_present()) {
            Some(substitute) => NewMark::substituted(meant.place, sitting, substitute),
            None => NewMark::new(meant.place, sitting, status),
        });
        let marks = marks.collect();
        self.selection.clear();
        self.send_typed(dossier.session.id, way, marks, context)
    }

    /// Whom what is typed means, or who is selected.
    pub(super) fn meant(&self, sitting: SittingId, dossier: &Dossier) -> Result<(Vec<Meant>, Way), Sentence> {
        rows::meant(&self.typed, &self.rows, &self.found, &self.selection, dossier, |one| {
            let attendance = self.attendance.as_ref();
            attendance.map_or_else(Vec::new, |known| known.places_of(one, sitting, &self.order))
        })
    }

    /// Marks one by their STT.
    pub(super) fn enter_number(
        &mut self,
        number: u32,
        status: AttendanceStatus,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let row = self.rows.iter().find(|row| row.number == number);
        let (Some(row), Some(sitting)) = (row, self.sitting) else {
            let unknown = Sentence::new("attendance-no-number").with("number", number);
            self.answer = Some(Answer::refused(unknown));
            // The next number takes its place.
            return Action::Run(select_all(search::ID));
        };
        let marks = vec![NewMark::new(row.delegate, sitting, status)];
        self.send_typed(dossier.session.id, Way::Number, marks, context)
    }

    /// Who is absent is read out, of the whole list: no page of it is at hand.
    pub(super) fn by_list(&mut self) -> Action<Message> {
        self.open_list();
        Action::Run(focus(search::ID))
    }

    pub(super) fn all_present(&mut self, session: SessionId, context: Context<'_>) -> Action<Message> {
        let (Some(sitting), Some(attendance)) = (self.sitting, &self.attendance) else { return Action::None };
        let open = self.rows.iter().filter(|row| row.is_listed);
        let open = open.filter(|row| attendance.of(row.delegate, sitting).is_none());
        let marks: Vec<NewMark> =
            open.map(|row| attendance.expected(row.delegate, sitting, &self.order)).collect();
        if marks.is_empty() {
            self.answer = Some(Answer::all_marked());
            return Action::None;
        }
        self.send(session, Way::All, marks, context)
    }

    /// Sends marks that nothing was typed for.
    pub(super) fn send(
        &self,
        session: SessionId,
        way: Way,
        marks: Vec<NewMark>,
        context: Context<'_>,
    ) -> Action<Message> {
        let entry = NewEntry::new(session, way, context.machine.made_on(), marks);
        Action::record(context.store.mark(entry), |answer| Message::Marked(Typed::default(), answer))
    }

    /// Sends marks that something was typed for.
    fn send_typed(
        &mut self,
        session: SessionId,
        way: Way,
        marks: Vec<NewMark>,
        context: Context<'_>,
    ) -> Action<Message> {
        let entry = NewEntry::new(session, way, context.machine.made_on(), marks);
        self.record(context.store.mark(entry), Message::Marked)
    }

    /// Sends an entry made of what is typed, and of the page that is entered. The field is free for the next at
    /// once.
    pub(super) fn record<T: Send + 'static>(
        &mut self,
        writing: Writing<T>,
        answered: impl FnOnce(Typed, Result<T, StoreError>) -> Message + Send + 'static,
    ) -> Action<Message> {
        let typed = Typed { text: std::mem::take(&mut self.typed), page: self.page.take().map(Box::new) };
        self.find();
        Action::record(writing, |answer| answered(typed, answer))
    }

    /// An entry was refused: what was typed for it is there again, unless something else is by now.
    pub(super) fn not_entered(&mut self, typed: Typed, error: &StoreError) {
        self.answer = Some(Answer::refused(error.explain()));
        if self.typed.is_empty() && self.page.is_none() {
            self.typed = typed.text;
            self.page = typed.page.map(|page| *page);
            self.find();
        }
    }
}

/// What was typed for an entry that was sent, and the page it is of.
#[derive(Clone, Default)]
pub struct Typed {
    text: String,
    page: Option<Box<Page>>,
}

/// What is typed as beside a page, with no page at hand.
enum Spoken {
    /// "7p": of one alone.
    One(u32, AttendanceStatus),
    /// "3 7p 12-15": who of the whole list is absent.
    Several,
}

/// `None` for a name, an STT or a code.
fn spoken(typed: &str) -> Option<Spoken> {
    let line: TypedLine = typed.parse().ok().filter(|_| !typed.bytes().all(|byte| byte.is_ascii_digit()))?;
    match line.numbers.as_slice() {
        [] => None,
        [(number, Said::Status(status))] if line.half.is_none() && line.walk_ins.is_empty() => {
            Some(Spoken::One(*number, *status))
        }
        _ => Some(Spoken::Several),
    }
}
