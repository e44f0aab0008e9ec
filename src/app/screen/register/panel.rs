//! The panel: a certificate as it was printed, what can be done to it, and what happened to it.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::acting::Act;
use super::{Message, State, letters, words};
use crate::app::icon::Icon;
use crate::app::screen::{Context, columns};
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, strong, styled};
use crate::app::widget::command::{Command, command};
use crate::app::widget::{banner, button, card, chip};
use crate::domain::certificate::copy::CopyField;
use crate::domain::certificate::register::RegisterLine;
use crate::domain::certificate::state::CertificateState;
use crate::paper::certificate_letters::Letter;
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

impl State {
    /// The panel of what is selected.
    pub(super) fn panel<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let mut lines = self.selected();
        let content = match (lines.next(), lines.next()) {
            (Some(line), None) => self.one(line, context),
            _ => self.several(context),
        };
        card::side(content).into()
    }

    fn one<'a>(&'a self, line: &'a RegisterLine, context: Context<'a>) -> Element<'a, Message> {
        column![head(line, context)]
            .push(listed(line, context))
            .push(printed(line, context))
            .push(session(line, context))
            .push(buttons(acts(line, context)))
            .push(buttons(letters(line, context)))
            .push(self.history(context))
            .spacing(space::M)
            .into()
    }

    /// What can be done to several at once.
    fn several<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let title = styled(context.count("register-several", self.selection.len()), Role::Subtitle);
        column![card::closing(column![title], Message::Close), self.hand_out(context).button()]
            .spacing(space::M)
            .into()
    }

    /// Handing out all that are selected.
    fn hand_out(&self, context: Context<'_>) -> Command<Message> {
        let can = self.selected().filter(|line| can_be_handed_out(line)).count();
        command(Icon::Check, context.count("register-hand-out-several", can))
            .id("cert-hand-out")
            .on_press_maybe(context.if_writable(Message::Begin(Act::HandOut)).filter(|_| can > 0))
    }

    /// What can be done with what is selected: the menu of a row.
    pub(super) fn row_menu(&self, row: usize, context: Context<'_>) -> Vec<Command<Message>> {
        let copy = columns::copy_line(context);
        let Some(line) = self.lines().get(row).filter(|_| self.selection.len() < 2) else {
            return vec![self.hand_out(context), copy];
        };
        let session = line.session.map(|session| {
            command(Icon::ArrowRight, context.t("window-tip-open-session"))
                .on_press(Message::OpenSession(session))
        });
        acts(line, context).into_iter().chain(letters(line, context)).chain(session).chain([copy]).collect()
    }

    fn history<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let events = self.history.iter().rev().map(|event| {
            let (what, more) = words::event(event, context);
            column![strong(what), small(words::when(event, context))]
                .push(more.map(|more| body(more).width(Length::Fill)))
                .spacing(2.0)
                .into()
        });
        column![styled(context.t("register-history"), Role::FieldLabel)]
            .extend(events)
            .spacing(space::S)
            .into()
    }
}

fn can_be_handed_out(line: &RegisterLine) -> bool {
    matches!(line.state, CertificateState::Numbered | CertificateState::Printed)
}

fn head<'a>(line: &'a RegisterLine, context: Context<'a>) -> Element<'a, Message> {
    let (tone, state) = words::state(&line.state, context);
    let number = Sentence::new("register-number").with("number", line.printed_number.as_str());
    let title =
        column![styled(line.copy.name.as_str(), Role::Subtitle), small(context.say(&number))].spacing(2.0);
    column![card::closing(title, Message::Close), chip::chip(tone, None, state)].spacing(space::S).into()
}

/// What the list says otherwise by now, field by field.
fn listed<'a>(line: &RegisterLine, context: Context<'a>) -> Option<Element<'a, Message>> {
    let listed = line.listed.as_ref()?;
    let fields = line.copy.differing(listed).into_iter().map(|field| {
        let value = words::value(listed, field).unwrap_or_else(|| "–".to_owned());
        format!("{}: {value}", words::field(field, context))
    });
    let said = Sentence::new("register-listed").with("fields", fields.collect::<Vec<_>>().join("; "));
    Some(banner::banner(Tone::Amber, Icon::TriangleAlert, context.say(&said), None))
}

/// What stands on it.
fn printed<'a>(line: &'a RegisterLine, context: Context<'a>) -> Element<'a, Message> {
    let fields = CopyField::ALL
        .into_iter()
        .filter(|field| *field != CopyField::Name)
        .filter_map(|field| Some((words::field(field, context), words::value(&line.copy, field)?)));
    let code = line.code.map(|code| (context.t("history-field-check-code"), code.in_groups()));
    let date = line.date.map(|date| (context.t("register-column-date"), short(date)));
    let source = line.source.clone().map(|source| (context.t("register-source"), source));
    let blank = line.blank_number.clone().map(|blank| (context.t("register-stock-serials"), blank));
    let again = line.reissued_as.clone().map(|new| (context.t("register-reissued-as"), new));
    let lines =
        fields.chain(date).chain(code).chain(blank).chain(again).chain(source).map(|(label, value)| {
            row![
                plain(label, Role::Small).color(palette::MUTED).width(104.0),
                plain(value, Role::Body).width(Length::Fill),
            ]
            .spacing(space::S)
            .into()
        });
    column(lines).spacing(space::XS).into()
}

fn session<'a>(line: &'a RegisterLine, context: Context<'a>) -> Option<Element<'a, Message>> {
    let title = column![styled(context.t("register-column-session"), Role::FieldLabel)];
    match line.session {
        Some(id) => {
            let open = button::icon_only(Icon::ArrowRight, context.t("window-tip-open-session"))
                .on_press(Message::OpenSession(id));
            let session = body(line.session_title.as_str()).width(Length::Fill);
            Some(title.push(row![session, open].align_y(Alignment::Center)).into())
        }
        None if line.session_title.is_empty() => None,
        None => Some(title.push(body(line.session_title.as_str())).into()),
    }
}

/// What can be done to it, by its state.
fn acts(line: &RegisterLine, context: Context<'_>) -> Vec<Command<Message>> {
    let act = |icon: Icon, label: &str, id: &'static str, message: Message| {
        command(icon, context.t(label)).id(id).on_press_maybe(context.if_writable(message))
    };
    match &line.state {
        _ if line.erased => Vec::new(),
        CertificateState::Numbered | CertificateState::Printed => vec![
            act(Icon::Check, "register-hand-out", "cert-hand-out", Message::Begin(Act::HandOut)),
            act(Icon::Pencil, "register-correct", "cert-correct", Message::Begin(Act::Correct)),
            act(Icon::X, "register-void", "cert-void", Message::Begin(Act::Void)),
        ],
        CertificateState::HandedOut(_) => {
            let again = line
                .delegate
                .is_some()
                .then(|| act(Icon::Copy, "register-reissue", "cert-reissue", Message::Begin(Act::Reissue)));
            let withdraw = act(Icon::X, "register-withdraw", "cert-withdraw", Message::Begin(Act::Withdraw));
            let back = line.source.is_none().then(|| {
                act(Icon::Undo2, "register-take-back", "cert-take-back", Message::TakeBack(line.id))
            });
            again.into_iter().chain([withdraw]).chain(back).collect()
        }
        CertificateState::Voided(_) | CertificateState::Withdrawn(_) => Vec::new(),
    }
}

/// What can be written of it: whether it is genuine, and, once it was in somebody's hands, that they completed.
fn letters(line: &RegisterLine, context: Context<'_>) -> Vec<Command<Message>> {
    if line.erased {
        return Vec::new();
    }
    let letter = |label: &str, id: &'static str, letter: Letter| {
        command(Icon::FileText, context.t(label))
            .id(id)
            .on_press(Message::Letters(letters::Message::Begin(letter)))
    };
    let was_handed_out =
        matches!(line.state, CertificateState::HandedOut(_) | CertificateState::Withdrawn(_));
    let confirm = was_handed_out.then(|| letter("register-confirm", "cert-confirm", Letter::Confirmation));
    [letter("register-reply", "cert-reply", Letter::Reply)].into_iter().chain(confirm).collect()
}

/// What can be done, as buttons beside each other.
fn buttons<'a>(commands: Vec<Command<Message>>) -> Option<Element<'a, Message>> {
    let buttons: Vec<Element<'a, Message>> = commands.iter().map(|command| command.button().into()).collect();
    let any = !buttons.is_empty();
    any.then(|| row(buttons).spacing(space::S).wrap().vertical_spacing(space::S).into())
}
