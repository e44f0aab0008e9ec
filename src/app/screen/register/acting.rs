//! The dialog in which something is done to certificates: handed out, corrected, voided, withdrawn or issued again.
//! What the register says of it must stand an audit, so each asks why.

use iced::widget::column;
use iced::{Element, Length};

use super::{State, words};
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{body, small};
use crate::app::widget::date_field::{birth_field, day_field};
use crate::app::widget::field::field;
use crate::app::widget::number_field::number_field;
use crate::app::widget::{button, chip, dialog, form};
use crate::domain::certificate::book::Book;
use crate::domain::certificate::copy::{CopyField, PrintedCopy};
use crate::domain::certificate::correction::Correction;
use crate::domain::certificate::register::RegisterLine;
use crate::domain::certificate::reissue::{Ground, Loss, Reissue};
use crate::domain::certificate::state::{CertificateState, HandOut};
use crate::domain::date::FuzzyDate;
use crate::domain::id::CertificateId;
use crate::domain::organisation::numbered;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Đã phát.
    HandOut,
    /// Đính chính.
    Correct,
    /// Hủy.
    Void,
    /// Thu hồi.
    Withdraw,
    /// Cấp lại.
    Reissue,
}

/// What is typed so far.
pub(super) struct Acting {
    act: Act,
    certificates: Vec<CertificateId>,
    /// Whose: name and number, or how many.
    of: Of,
    date: Option<FuzzyDate>,
    receiver: String,
    reason: String,
    copy: PrintedCopy,
    /// As it was printed.
    printed: PrintedCopy,
    /// The number of a new one, and who stands on it where the office was wrong.
    anew: Anew,
    /// Whether the fields began with what the list says now.
    follows_list: bool,
    spoiled: u32,
    /// Whether that was said, and not only supposed.
    says_spoiled: bool,
    ground: Ground,
    refused: Option<Sentence>,
}

/// What a certificate that is issued again will have.
struct Anew {
    number: Option<String>,
    keeps_number: bool,
    /// Who the list says it is, where that is not what was printed.
    listed: Option<String>,
}

impl Anew {
    fn of(line: &RegisterLine, books: &[Book]) -> Self {
        let book = books.iter().find(|book| book.id == line.book);
        let keeps_number = book.is_some_and(|book| book.reissue_keeps_number) && line.number.is_some();
        let next = book.filter(|book| book.closed.is_none()).and_then(|book| {
            let given = book.given?;
            Some(numbered(&book.pattern, &(given.last + 1).to_string()))
        });
        let number = if keeps_number { Some(line.printed_number.clone()) } else { next };
        Self { number, keeps_number, listed: line.listed.as_ref().map(|copy| copy.name.clone()) }
    }

    /// Which number it gets.
    fn hint(&self) -> Sentence {
        match &self.number {
            Some(number) if self.keeps_number => {
                Sentence::new("register-reissue-keeps").with("number", number.as_str())
            }
            Some(number) => Sentence::new("register-reissue-next").with("number", number.as_str()),
            None => Sentence::new("register-reissue-hint"),
        }
    }

    /// What stands on it.
    fn words(&self, ground: Ground) -> Sentence {
        match (ground, &self.listed) {
            (Ground::Lost | Ground::Damaged, _) => Sentence::new("register-reissue-as-was"),
            (Ground::OfficeError, Some(name)) => {
                Sentence::new("register-reissue-as-listed").with("name", name.as_str())
            }
            (Ground::OfficeError, None) => Sentence::new("register-reissue-list-same"),
        }
    }
}

enum Of {
    One(String),
    Several(usize),
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// On which day.
    Date(Option<FuzzyDate>),
    /// Who took it for them.
    Receiver(String),
    /// Why.
    Reason(String),
    /// A field as it shall be printed.
    Field(CopyField, String),
    /// The birth as it shall be printed.
    Birth(Option<FuzzyDate>),
    /// How many printed sheets are spoiled.
    Spoiled(Option<u32>),
    /// Why it is issued again.
    Ground(Ground),
    /// It is to be done.
    Save,
    /// It was, or why not.
    Saved(Result<(), StoreError>),
    /// The dialog closes.
    Close,
}

impl Acting {
    /// The dialog for these lines; `None` where none of them can be meant.
    pub(super) fn new(act: Act, lines: Vec<RegisterLine>, books: &[Book]) -> Option<Self> {
        let fits = |line: &RegisterLine| match act {
            Act::HandOut => {
                matches!(line.state, CertificateState::Numbered | CertificateState::Printed)
            }
            _ => true,
        };
        let lines: Vec<RegisterLine> = lines.into_iter().filter(fits).collect();
        let first = lines.first()?;
        let listed = first.listed.as_ref().filter(|_| act == Act::Correct);
        let was_printed = matches!(first.state, CertificateState::Printed);
        Some(Self {
            act,
            certificates: lines.iter().map(|line| line.id).collect(),
            of: match lines.as_slice() {
                [line] => Of::One(format!("{} · {}", line.copy.name, line.printed_number)),
                several => Of::Several(several.len()),
            },
            date: FuzzyDate::of(crate::clock::today()).filter(|_| act == Act::HandOut),
            receiver: String::new(),
            reason: String::new(),
            // What the list says by now is most often what is to stand there.
            copy: listed.unwrap_or(&first.copy).clone(),
            printed: first.copy.clone(),
            anew: Anew::of(first, books),
            follows_list: listed.is_some(),
            spoiled: u32::from(was_printed),
            says_spoiled: false,
            ground: Ground::OfficeError,
            refused: None,
        })
    }

    /// The dialog.
    pub(super) fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let (title, hint, save) = match self.act {
            Act::HandOut => ("register-hand-out-title", "register-hand-out-hint", "register-hand-out-save"),
            Act::Correct if self.follows_list => {
                ("register-correct-title", "register-correct-hint-list", "register-correct-save")
            }
            Act::Correct => ("register-correct-title", "register-correct-hint", "register-correct-save"),
            Act::Void => ("register-void-title", "register-void-hint", "register-void-save"),
            Act::Withdraw => ("register-withdraw-title", "register-withdraw-hint", "register-withdraw-save"),
            Act::Reissue => ("register-reissue-title", "register-reissue-hint", "register-reissue-save"),
        };
        let of = match &self.of {
            Of::One(one) => one.clone(),
            Of::Several(count) => context.count("register-several", *count),
        };
        let fields = match self.act {
            Act::HandOut => self.handing_out(context),
            Act::Correct => self.correcting(context),
            Act::Void | Act::Withdraw => vec![self.reason(context)],
            Act::Reissue => self.reissuing(context),
        };
        let hint = if self.act == Act::Reissue { context.say(&self.anew.hint()) } else { context.t(hint) };
        let content =
            column![body(of), small(hint), form::form(fields)].spacing(space::M).width(Length::Fill);
        let actions = [
            // "Hủy" is what is done here to a number.
            button::secondary(
                None,
                context.t(if self.act == Act::Void { "window-close" } else { "window-cancel" }),
            )
            .on_press(Message::Close)
            .into(),
            button::primary(None, context.t(save))
                .id("cert-save")
                .on_press_maybe(context.if_writable(Message::Save))
                .into(),
        ];
        dialog::dialog(context.t(title), content, actions, Message::Close)
    }

    fn reason<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        field(&self.reason)
            .label(context.t("register-reason"))
            .placeholder(context.t("register-reason-hint"))
            .id("cert-reason")
            .error(self.refused.as_ref().map(|reason| context.say(reason)))
            .on_commit(Message::Reason)
            .on_enter(Message::Save)
            .into()
    }

    fn handing_out<'a>(&'a self, context: Context<'a>) -> Vec<Element<'a, Message>> {
        let date = day_field(context.locale, self.date, None, Message::Date)
            .label(context.t("register-handed-out-on"))
            .id("cert-date")
            .on_enter(Message::Save);
        let receiver = field(&self.receiver)
            .label(context.t("history-field-receiver"))
            .placeholder(context.t("register-receiver-hint"))
            .id("cert-receiver")
            .error(self.refused.as_ref().map(|reason| context.say(reason)))
            .on_commit(Message::Receiver)
            .on_enter(Message::Save);
        vec![date.into(), receiver.into()]
    }

    fn correcting<'a>(&'a self, context: Context<'a>) -> Vec<Element<'a, Message>> {
        let text = |what: CopyField| {
            field(self.copy.get(what).unwrap_or_default())
                .label(words::field(what, context))
                .id(format!("cert-{}", what.code()))
                .on_commit(move |text| Message::Field(what, text))
                .on_enter(Message::Save)
        };
        let birth = birth_field(context.locale, self.copy.birth, Message::Birth)
            .label(words::field(CopyField::Birth, context))
            .id("cert-birth")
            .width(190.0)
            .on_enter(Message::Save);
        let spoiled = number_field(
            Some(self.spoiled),
            0..=100,
            context.t("register-spoiled-refused"),
            Message::Spoiled,
        )
        .label(context.t("register-spoiled-sheets"))
        .id("cert-spoiled")
        .width(130.0)
        .on_enter(Message::Save);
        let honorific =
            [(Some("ông"), "Ông"), (Some("bà"), "Bà")].map(|(value, label)| (value, label.to_owned()));
        let honorific = chip::choices(honorific, &self.copy.honorific.as_deref(), |one| {
            Message::Field(CopyField::Honorific, one.unwrap_or_default().to_owned())
        });
        vec![
            text(CopyField::Name).into(),
            form::beside([
                birth.into(),
                form::labelled(
                    Some(words::field(CopyField::Honorific, context)),
                    None,
                    Length::Shrink,
                    honorific,
                ),
            ])
            .into(),
            text(CopyField::Position).into(),
            text(CopyField::Unit).into(),
            form::beside([text(CopyField::Grade).into(), spoiled.into()]).into(),
            self.reason(context),
        ]
    }

    fn reissuing<'a>(&'a self, context: Context<'a>) -> Vec<Element<'a, Message>> {
        let grounds = Ground::ALL.map(|ground| (ground, words::ground(ground, context)));
        let applied = (self.ground != Ground::OfficeError).then(|| {
            day_field(context.locale, self.date, None, Message::Date)
                .label(context.t("register-applied-on"))
                .id("cert-date")
                .on_enter(Message::Save)
                .into()
        });
        std::iter::once(chip::choices(grounds, &self.ground, Message::Ground))
            .chain([small(context.say(&self.anew.words(self.ground))).into()])
            .chain(applied)
            .chain([self.reason(context)])
            .collect()
    }

    /// Whether no word changes, and sheets that the printer spoiled are told, with why.
    fn is_only_spoiled(&self) -> bool {
        self.copy == self.printed && self.says_spoiled && self.spoiled > 0 && !self.reason.trim().is_empty()
    }

    /// What the store is to do.
    fn send(&self, context: Context<'_>) -> Action<super::Message> {
        let saved = |answer| super::Message::Acting(Message::Saved(answer));
        let Some(&id) = self.certificates.first() else { return Action::None };
        let (store, reason) = (context.store, self.reason.clone());
        match self.act {
            Act::HandOut => {
                let receiver = Some(self.receiver.trim().to_owned()).filter(|name| !name.is_empty());
                let how = HandOut { date: self.date, receiver };
                let writing = store.hand_out_certificates(self.certificates.clone(), how);
                Action::submit(writing, move |answer| saved(answer.map(|_| ())))
            }
            // The words are right; the printer spoiled the paper.
            Act::Correct if self.is_only_spoiled() => {
                Action::submit(store.spoil_certificate(id, self.spoiled, None, Some(reason)), saved)
            }
            Act::Correct => {
                let correction = Correction { copy: self.copy.clone(), reason, spoiled: self.spoiled };
                Action::submit(store.correct_certificate(id, move |_| correction), saved)
            }
            Act::Void => Action::submit(store.void_certificate(id, reason), saved),
            Act::Withdraw => Action::submit(store.withdraw_certificate(id, reason), saved),
            Act::Reissue => {
                let applied = |loss| Reissue::Applied {
                    loss,
                    application: self.date,
                    reason: Some(reason.clone()).filter(|reason| !reason.trim().is_empty()),
                };
                let how = match self.ground {
                    Ground::OfficeError => Reissue::OfficeError { reason: reason.clone() },
                    Ground::Lost => applied(Loss::Lost),
                    Ground::Damaged => applied(Loss::Damaged),
                };
                Action::submit(store.reissue_certificate(id, how), move |answer| saved(answer.map(|_| ())))
            }
        }
    }
}

impl State {
    pub(super) fn act(&mut self, message: Message, context: Context<'_>) -> Action<super::Message> {
        let Some(acting) = &mut self.acting else { return Action::None };
        match message {
            Message::Date(date) => acting.date = date,
            Message::Receiver(name) => acting.receiver = name,
            Message::Reason(reason) => (acting.reason, acting.refused) = (reason, None),
            Message::Field(what, text) => acting.set(what, text),
            Message::Birth(birth) => acting.copy.birth = birth,
            Message::Spoiled(sheets) => (acting.spoiled, acting.says_spoiled) = (sheets.unwrap_or(0), true),
            Message::Ground(ground) => (acting.ground, acting.refused) = (ground, None),
            Message::Save => return acting.send(context),
            Message::Saved(Ok(())) | Message::Close => self.acting = None,
            Message::Saved(Err(error)) => acting.refused = Some(error.explain()),
        }
        Action::None
    }
}

impl Acting {
    fn set(&mut self, what: CopyField, text: String) {
        let value = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        match what {
            CopyField::Name => self.copy.name = value.unwrap_or_default(),
            CopyField::Honorific => self.copy.honorific = value,
            CopyField::Position => self.copy.position = value,
            CopyField::Unit => self.copy.unit = value,
            CopyField::Grade => self.copy.grade = value,
            // A date, which has a field of its own.
            CopyField::Birth => {}
        }
    }
}
