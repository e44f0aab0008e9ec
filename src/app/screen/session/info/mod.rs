//! Thông tin: what a session is, when and where, in which clusters and half-days;
//! ending it, copying it, deleting it.

mod cluster;
mod clusters;
mod clusters_view;
mod company;
mod copy;
mod general;
mod news;
mod office;
mod personal;
mod removable;
mod sittings;
mod span;
mod texts;

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length};

use super::super::{Action, Context, Route};
use super::Tab;
use crate::app::icon::Icon;
use crate::app::screen::sessions::state_words;
use crate::app::shortcut::Shortcut;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::Role;
use crate::app::theme::{space, style};
use crate::app::widget::command::command;
use crate::app::widget::ellipsis::ellipsis;
use crate::app::widget::{banner, bar, button, card, chip};
use crate::domain::dossier::Dossier;
use crate::domain::id::SessionId;
use crate::store::StoreError;
use crate::vietnamese::date::span_short;
use clusters::Way;

/// What is on show beside the session itself.
#[derive(Default)]
pub struct State {
    texts: texts::State,
    clusters: clusters::State,
    company: company::State,
    office: office::State,
    personal: personal::State,
    /// The dialog "Tạo từ lớp này", while it is open.
    copy: Option<copy::State>,
    /// The whole note of a sample is in view, not its first sentence alone.
    note_open: bool,
}

/// What happens on this tab.
#[derive(Clone)]
pub enum Message {
    /// On the card Thông tin chung.
    General(general::Message),
    /// On the longer texts.
    Texts(texts::Message),
    /// On the card Cụm.
    Clusters(clusters::Message),
    /// On the cards of organisers, called groups and guests.
    Company(company::Message),
    /// On the field Cơ quan ban hành.
    Office(office::Message),
    /// On the card Tin bài.
    News(news::Message),
    /// On the card Dữ liệu cá nhân.
    Personal(personal::Message),
    /// In the dialog "Tạo từ lớp này".
    Copy(copy::Message),
    /// The dialog is wanted.
    AskCopy,
    /// A session like this one was made, or not.
    Copied(Result<SessionId, StoreError>),
    /// The session is under way now.
    Begin,
    /// The session ended.
    End,
    /// It is prepared again.
    Reopen,
    /// It is to be left out of the lists, or is in them again.
    PutAway(bool),
    /// It is to go.
    Delete,
    /// It is gone.
    Deleted,
    /// The rest of the note of a sample is shown or hidden.
    TurnNote,
}

impl State {
    /// Opens what a key of a field is of.
    pub fn reveal(&mut self, key: &str) {
        self.texts.reveal(key);
        self.clusters.reveal(key);
    }

    /// Whether a line of a list holds what is kept nowhere else.
    pub fn has_unsaid(&self) -> bool {
        self.company.has_unsaid()
    }

    /// Gives that up.
    pub fn forget_unsaid(&mut self) {
        self.company = company::State::default();
    }

    /// Takes in the session as it is now.
    ///
    /// Answers with the field of what was just added, which is on show now: it gets
    /// the focus.
    pub fn take_in(&mut self, dossier: &Dossier) -> Option<&'static str> {
        self.company.take_in(dossier);
        self.clusters.take_focus()
    }

    /// Asks for what the fields offer.
    pub fn ask_offers(&self, session: SessionId, context: Context<'_>) -> Action<Message> {
        Action::All(vec![
            self.clusters.ask_units(context).map(Message::Clusters),
            office::State::ask(session, context).map(Message::Office),
        ])
    }

    /// Takes in a message.
    pub fn update(
        &mut self,
        message: Message,
        dossier: &mut Dossier,
        context: Context<'_>,
    ) -> Action<Message> {
        let (id, store) = (dossier.session.id, context.store);
        match message {
            Message::General(message) => general::update(message, dossier, context).map(Message::General),
            Message::Texts(message) => self.texts.update(message, dossier, context).map(Message::Texts),
            Message::Office(message) => self.office.update(message, dossier, context).map(Message::Office),
            Message::News(message) => news::update(message, dossier, context).map(Message::News),
            Message::Personal(message) => {
                self.personal.update(message, dossier, context).map(Message::Personal)
            }
            Message::Company(message) => self.company.update(message, dossier, context).map(Message::Company),
            Message::Clusters(message) => {
                if matches!(message, clusters::Message::Toggle(_)) {
                    // Alt+↑ and Alt+↓ move the cluster from now on.
                    self.company.fold();
                }
                self.clusters.update(message, dossier, context).map(Message::Clusters)
            }
            Message::AskCopy => {
                self.copy = Some(copy::State::new(dossier));
                self.report_copy(id, context)
            }
            Message::Copy(message) => {
                let Some(open) = &mut self.copy else { return Action::None };
                match open.update(message) {
                    copy::Answer::Stay => self.report_copy(id, context),
                    copy::Answer::Told => Action::None,
                    copy::Answer::Close => {
                        self.copy = None;
                        Action::None
                    }
                    copy::Answer::Create(copy) => {
                        Action::submit(store.copy_session(id, copy), Message::Copied)
                    }
                }
            }
            Message::Copied(Ok(id)) => {
                self.copy = None;
                Action::Go(Route::Session(id, Tab::Info))
            }
            Message::Copied(Err(error)) => {
                if let Some(open) = &mut self.copy {
                    open.refuse(error);
                }
                Action::None
            }
            Message::Begin => Action::write(store.begin_session(id), |()| None),
            Message::End => Action::write(store.end_session(id), |()| None),
            Message::Reopen => Action::write(store.reopen_session(id), |()| None),
            Message::PutAway(away) => Action::write(store.put_away_session(id, away), |()| None),
            Message::Delete => Action::write(store.delete_session(id), |()| Some(Message::Deleted)),
            Message::Deleted => Action::Go(Route::Sessions),
            Message::TurnNote => {
                self.note_open = !self.note_open;
                Action::None
            }
        }
    }

    /// Asks what a session like this one would take over, as chosen in the dialog.
    fn report_copy(&self, id: SessionId, context: Context<'_>) -> Action<Message> {
        let Some(open) = &self.copy else { return Action::None };
        Action::ask_once(context.store.copy_report(id, open.chosen()), |answer| {
            Message::Copy(copy::Message::Report(answer.map(Box::new)))
        })
    }

    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let office = self.office.view(dossier, context).map(|field| field.map(Message::Office));
        let general = column![]
            .push(office)
            .extend([
                general::view(dossier, context).map(Message::General),
                self.texts.purpose(dossier, context).map(Message::Texts),
            ])
            .spacing(space::M);
        let title = context.t("window-info-basic");
        let general = card::titled(title, None, general).width(Length::Fill);
        let clusters = self.clusters.view(dossier, context).map(Message::Clusters);
        let more = self.texts.view(dossier, context).map(|texts| {
            let title = context.t("window-info-more");
            card::titled(title, None, texts.map(Message::Texts)).width(Length::Fill)
        });
        let news = news::view(dossier, context).map(|news| {
            let title = context.t("info-news");
            card::titled(title, None, news.map(Message::News)).width(Length::Fill)
        });
        let personal = personal::State::view(dossier, context).map(|personal| {
            let title = context.t("personal-card");
            card::titled(title, None, personal.map(Message::Personal)).width(Length::Fill)
        });
        let company = self.company.cards(dossier, context).into_iter().map(|card| card.map(Message::Company));
        let company = column(company).spacing(space::L);
        let cards: Element<'a, Message> = if context.size.width >= space::WIDE {
            let left = column![general]
                .push(more)
                .push(news)
                .push(personal)
                .spacing(space::L)
                .width(Length::FillPortion(1));
            let right = column![clusters, company].spacing(space::L).width(Length::FillPortion(1));
            row![left, right].spacing(space::L).into()
        } else {
            column![general, clusters]
                .push(more)
                .push(company)
                .push(news)
                .push(personal)
                .spacing(space::L)
                .into()
        };
        let note = dossier.session.details.sample_note.as_deref().map(|note| self.note(note, context));
        let page = column![].push(note).push(actions(dossier, context)).push(cards).spacing(space::M);
        let page = container(page).padding([space::M, space::XL]).width(Length::Fill);
        scrollable(page).style(style::scroll_bar).height(Length::Fill).into()
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut, dossier: &Dossier) -> Option<Message> {
        let way = match shortcut {
            Shortcut::Escape => return self.closed_dialog(),
            Shortcut::Up => Way::Up,
            Shortcut::Down => Way::Down,
            _ => return None,
        };
        let line = self.company.shifted(way).map(Message::Company);
        line.or_else(|| self.clusters.shifted(way, dossier).map(Message::Clusters))
            .filter(|_| self.closed_dialog().is_none())
    }

    /// Whether the dialog that copies the session is open.
    /// What Esc closes.
    fn closed_dialog(&self) -> Option<Message> {
        match &self.copy {
            Some(_) => Some(Message::Copy(copy::Message::Close)),
            None => self.personal.closed_dialog().map(Message::Personal),
        }
    }

    /// The dialog that copies the session.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let copy = self.copy.as_ref().map(|copy| copy.view(context).map(Message::Copy));
        copy.or_else(|| self.personal.dialog(context).map(|open| open.map(Message::Personal)))
    }

    /// What in a sample is invented: a sentence, and the rest on demand.
    fn note<'a>(&self, note: &'a str, context: Context<'a>) -> Element<'a, Message> {
        let first = note.find(". ").map_or(note, |end| &note[..=end]);
        let words = if self.note_open { note } else { first };
        let label = if self.note_open { "window-info-note-less" } else { "window-info-note-more" };
        let turn = button::quiet(None, context.t(label)).on_press(Message::TurnNote);
        let turn = (first.len() < note.len()).then(|| turn.into());
        banner::inset(Tone::Neutral, Icon::Info, words, turn)
    }
}

/// Where the session stands, and what may be done with it as a whole.
fn actions<'a>(dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let details = &dossier.session.details;
    let (tone, state) = state_words(details.state, context);
    let facts: Vec<String> = [
        details.dates.map(span_short),
        Some(dossier.clusters.len()).filter(|n| *n > 0).map(|n| context.count("window-clusters-count", n)),
        Some(dossier.listed(None)).filter(|n| *n > 0).map(|n| context.count("window-delegates-count", n)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (icon, label, turn) = match details.state.is_open() {
        true => (Icon::CheckCheck, "window-info-end", Message::End),
        false => (Icon::Undo2, "window-info-reopen", Message::Reopen),
    };
    // Offered when it is time: on the first day, and while nobody knows the days.
    let first = details.dates.and_then(|dates| dates.start().calendar());
    let is_time = first.is_none_or(|day| day <= crate::clock::today());
    let begin = (details.state.is_preparing() && is_time).then(|| {
        command(Icon::Presentation, context.t("window-info-begin"))
            .on_press_maybe(context.if_writable(Message::Begin))
    });
    // What has marks or certificates cannot be deleted, and what is over is not in the way of deleting.
    let is_kept =
        details.sample_note.is_none() && !dossier.certificates.is_empty() || !dossier.attendance.is_empty();
    let put_away = match dossier.session.put_away {
        true => Some(("window-info-take-out", false)),
        false => (is_kept || !details.state.is_open()).then_some(("window-info-put-away", true)),
    };
    let put_away = put_away.map(|(label, away)| {
        command(Icon::FolderOpen, context.t(label))
            .id("session-put-away")
            .on_press_maybe(context.if_writable(Message::PutAway(away)))
    });
    let delete = (!is_kept).then(|| {
        command(Icon::Trash2, context.t("window-info-delete"))
            .on_press_maybe(context.if_writable(Message::Delete))
            .takes_away()
            .only_in_menu()
    });
    let always = [
        command(icon, context.t(label)).on_press_maybe(context.if_writable(turn)),
        command(Icon::Copy, context.t("window-info-copy"))
            .on_press_maybe(context.if_writable(Message::AskCopy)),
    ];
    let commands = begin.into_iter().chain(always).chain(put_away).chain(delete);
    let away =
        dossier.session.put_away.then(|| chip::chip(Tone::Neutral, None, context.t("window-put-away")));
    let facts = ellipsis(facts.join(" · "), Role::Small, Role::Small.color());
    row![chip::chip(tone, None, state)]
        .push(away)
        .push(container(facts).width(Length::FillPortion(2)))
        .push(
            container(bar::bar(commands.collect(), context.t("window-more")).right())
                .width(Length::FillPortion(3)),
        )
        .spacing(space::S)
        .align_y(Alignment::Center)
        .into()
}
