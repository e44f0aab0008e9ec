//! The dialog in which a letter about one certificate is made: the reply to who asks whether it is genuine, and the
//! confirmation for who lost it.

use std::path::PathBuf;

use iced::widget::column;
use iced::{Element, Length};

use super::{State, papers};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::date_field::day_field;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog, form};
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::issue::Issue;
use crate::domain::certificate::register::RegisterLine;
use crate::domain::date::FuzzyDate;
use crate::export::names;
use crate::paper::certificate_letters::{Letter, LetterWords, OfCertificate};
use crate::paper::{Format, alone};
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What is typed so far.
pub(super) struct Writing {
    letter: Letter,
    of: OfCertificate,
    words: LetterWords,
    /// It is being written: what was typed stays until it is.
    is_being_written: bool,
}

/// What happens.
#[derive(Clone)]
pub enum Message {
    /// A letter about the certificate in the panel is wanted.
    Begin(Letter),
    /// The circumstances arrived under which it was issued.
    Known(Letter, Box<RegisterLine>, Result<Box<Issue>, StoreError>),
    /// To whom it goes.
    Addressee(String),
    /// What it replies to.
    Enquiry(String),
    /// Its number.
    Number(String),
    /// The day it is signed.
    Issued(Option<FuzzyDate>),
    /// It is to be saved in this form.
    Pick(Format),
    /// Where to, was chosen.
    PickTo(Format, Option<PathBuf>),
    /// The dialog closes.
    Close,
}

impl State {
    pub(super) fn letters(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let wrap = super::Message::Letters;
        match (message, &mut self.letter) {
            (Message::Begin(letter), _) => {
                let Some(line) = self.selected().next().cloned() else { return Action::None };
                Action::ask_once(context.store.certificate_issue(line.id), move |issue| {
                    wrap(Message::Known(letter, Box::new(line), issue.map(Box::new)))
                })
            }
            (Message::Known(letter, line, Ok(issue)), _) => {
                let of = OfCertificate { office: self.office(Some(line.book)), line: *line, issue: *issue };
                let words = LetterWords::default();
                self.letter = Some(Writing { letter, of, words, is_being_written: false });
                Action::None
            }
            (Message::Known(_, _, Err(error)), _) => Action::Fail(error.explain()),
            (Message::Pick(format), Some(writing)) => {
                let what = match writing.letter {
                    Letter::Reply => "tra-loi-xac-minh",
                    Letter::Confirmation => "giay-xac-nhan",
                };
                let name = format!("{what}-{}", names::plain(&writing.of.line.printed_number));
                let picked = papers::pick(format, &name, context);
                Action::Run(picked.map(move |path| wrap(Message::PickTo(format, path))))
            }
            (Message::PickTo(format, Some(path)), Some(writing)) => {
                writing.is_being_written = true;
                let (letter, of, words) = (writing.letter, writing.of.clone(), writing.words.clone());
                papers::write(path, "register-letter-written", move || {
                    let (document, findings) = of.letter(letter, &words);
                    alone::write(&document, findings, format)
                })
            }
            (Message::Close, _) => {
                self.letter = None;
                Action::None
            }
            (message, Some(Writing { words, .. })) => {
                match message {
                    Message::Addressee(text) => words.addressee = text,
                    Message::Enquiry(text) => words.enquiry = text,
                    Message::Number(text) => words.number = text,
                    Message::Issued(day) => words.issued = day,
                    _ => {}
                }
                Action::None
            }
            (_, None) => Action::None,
        }
    }
}

impl State {
    /// A paper was written, or not: if it was the letter, its dialog is done with.
    pub(super) fn letter_written(&mut self, is_there: bool) {
        if let Some(writing) = self.letter.as_mut().filter(|writing| writing.is_being_written) {
            writing.is_being_written = false;
            if is_there {
                self.letter = None;
            }
        }
    }
}

impl Writing {
    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let line = &self.of.line;
        let (title, hint) = match self.letter {
            Letter::Reply => ("register-reply-title", "register-reply-hint"),
            Letter::Confirmation => ("register-confirm-title", "register-confirm-hint"),
        };
        let number = field(&self.words.number)
            .label(context.t("register-letter-number"))
            .placeholder(context.t("window-print-by-hand"))
            .id("cert-number")
            .on_commit(Message::Number);
        let issued = day_field(context.locale, self.words.issued, None, Message::Issued)
            .label(context.t("register-letter-day"))
            .id("cert-issued");
        let mut fields: Vec<Element<'a, Message>> = Vec::new();
        if self.letter == Letter::Reply {
            let addressee = field(&self.words.addressee)
                .label(context.t("register-addressee"))
                .placeholder(context.t("register-addressee-hint"))
                .id("cert-addressee")
                .on_commit(Message::Addressee);
            let enquiry = field(&self.words.enquiry)
                .label(context.t("register-enquiry"))
                .placeholder(context.t("register-enquiry-hint"))
                .id("cert-enquiry")
                .on_commit(Message::Enquiry);
            fields.extend([addressee.into(), enquiry.into()]);
        }
        fields.push(form::beside([number.into(), issued.into()]).into());
        let ended = match (&line.state, self.letter) {
            (CertificateState::Withdrawn(ending), Letter::Confirmation) => {
                let reason = ending.reason.clone().unwrap_or_else(|| "…".to_owned());
                let said = Sentence::new("register-confirm-withdrawn").with("reason", reason);
                Some(body(context.say(&said)))
            }
            _ => None,
        };
        let content = column![body(format!("{} · {}", line.copy.name, line.printed_number))]
            .push(small(context.t(hint)))
            .push(ended)
            .push(form::form(fields))
            .spacing(space::M)
            .width(Length::Fill);
        let actions = [
            button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into(),
            button::secondary(Some(Icon::FileText), context.t("register-docx"))
                .id("cert-letter-docx")
                .on_press(Message::Pick(Format::Docx))
                .into(),
            button::primary(Some(Icon::FileDown), context.t("register-pdf"))
                .id("cert-letter-pdf")
                .on_press(Message::Pick(Format::Pdf))
                .into(),
        ];
        dialog::dialog(context.t(title), content, actions, Message::Close)
    }
}
