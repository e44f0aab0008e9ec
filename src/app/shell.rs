//! What stands around a screen: sidebar, head, banner, toasts, dialogs; and the
//! full-window message when there is no data file to show.

use iced::widget::{Space, column, container, row, stack};
use iced::{Alignment, Color, Element, Length, Padding};

use super::data::Data;
use super::icon::Icon;
use super::screen::{Context, Header, Place};
use super::shortcut::{Heard, SHEET, Shortcut};
use super::state::{App, Dialog, Message, Screen, ScreenMessage};
use super::theme::palette::{self, Tone};
use super::theme::text::{Role, body, one_line, plain, small, styled};
use super::theme::{space, style};
use super::toasts::Offer;
use super::widget::ellipsis::ellipsis;
use super::widget::{banner, button, dialog, empty, focus, nav, toast, typing};
use crate::message::Explain;
use crate::store::StoreError;

/// Draws the window.
pub(super) fn view(app: &App) -> Element<'_, Message> {
    let page = match (&app.data, app.context()) {
        (Data::Refused(path, error), _) => refused(app, path, error),
        (_, Some(context)) => working(app, context),
        (_, None) => container(Space::new()).center(Length::Fill).into(),
    };
    let dialog = app.dialog.as_ref().map(|open| match open {
        Dialog::Shortcuts => shortcuts(app),
        Dialog::NewSession(state) => state.view(&app.locale).map(Message::NewSession),
    });
    // Esc closes either kind, and so does a press beside it.
    let (dialog, on_close) = match dialog {
        Some(dialog) => (Some(dialog), Message::CloseDialog),
        None => (screen_dialog(app), Message::Heard(Heard::Shortcut(Shortcut::Escape))),
    };
    let window = stack![dialog::over(page, dialog, on_close)].push(toasts(app));
    // Outermost, so that a Tab which a typing tool sent as text moves the focus, too.
    typing::typing(focus::focus_ring(window, Message::Repaint))
}

/// A dialog of the screen on show.
fn screen_dialog(app: &App) -> Option<Element<'_, Message>> {
    let context = app.context()?;
    match &app.screen {
        Screen::Session(state) => {
            state.dialog(context).map(|dialog| dialog.map(ScreenMessage::Session).map(Message::Screen))
        }
        Screen::Units(state) => {
            state.dialog(context).map(|dialog| dialog.map(ScreenMessage::Units).map(Message::Screen))
        }
        Screen::Home(_) | Screen::Sessions(_) | Screen::Topics(_) | Screen::Settings(_) => None,
    }
}

fn working<'a>(app: &'a App, context: Context<'a>) -> Element<'a, Message> {
    let (header, content) = match &app.screen {
        Screen::Home(state) => {
            (state.header(context).map(ScreenMessage::Home), state.view(context).map(ScreenMessage::Home))
        }
        Screen::Sessions(state) => (
            state.header(context).map(ScreenMessage::Sessions),
            state.view(context).map(ScreenMessage::Sessions),
        ),
        Screen::Session(state) => (
            state.header(context).map(ScreenMessage::Session),
            state.view(context).map(ScreenMessage::Session),
        ),
        Screen::Topics(state) => {
            (state.header(context).map(ScreenMessage::Topics), state.view(context).map(ScreenMessage::Topics))
        }
        Screen::Units(state) => {
            (state.header(context).map(ScreenMessage::Units), state.view(context).map(ScreenMessage::Units))
        }
        Screen::Settings(state) => (
            state.header(context).map(ScreenMessage::Settings),
            state.view(context).map(ScreenMessage::Settings),
        ),
    };
    let read_only = (!context.can_write())
        .then(|| banner::banner(Tone::Amber, Icon::Lock, context.t("window-read-only"), None));
    let page = column![]
        .push(read_only)
        .push(head(header.map(Message::Screen)))
        .push(container(content.map(Message::Screen)).width(Length::Fill).height(Length::Fill));
    row![sidebar(app, context), line_down(), page].into()
}

fn head(header: Header<'_, Message>) -> Element<'_, Message> {
    let title = ellipsis(header.title, Role::Title, palette::INK);
    let above = ellipsis(header.above, Role::Small, palette::MUTED);
    let words = column![above, title].spacing(9.0).width(Length::Fill).height(59.0);
    let actions = row(header.actions).spacing(space::M);
    let top = row![words, actions].spacing(space::L).align_y(Alignment::End).height(59.0);
    let room = Padding {
        top: 16.0,
        left: space::XL,
        right: space::XL,
        bottom: if header.tabs.is_some() { 0.0 } else { 13.0 },
    };
    let content = column![top].push(header.tabs).spacing(space::S).padding(room);
    column![container(content).width(Length::Fill).style(style::fill(palette::SURFACE)), line_across()].into()
}

fn sidebar<'a>(app: &'a App, context: Context<'a>) -> Element<'a, Message> {
    let narrow = app.size.width < space::NARROW;
    let logo = container(Icon::GraduationCap.sized(22.0).color(Color::WHITE))
        .center(Length::Fixed(36.0))
        .style(style::rounded(palette::ACCENT, space::RADIUS));
    let office = app.office.clone().unwrap_or_else(|| context.t("window-office"));
    let names = column![
        styled(context.t("window-name"), Role::Subtitle),
        container(one_line(office, Role::Tiny)).clip(true),
    ];
    let brand = row![logo]
        .push((!narrow).then_some(names))
        .spacing(10.0)
        .align_y(Alignment::Center)
        .padding(Padding { left: if narrow { 2.0 } else { 6.0 }, bottom: 19.0, ..Padding::ZERO });
    let place = |place: Place, icon: Icon, label: &str, shown: bool| {
        nav::item(icon, context.t(label), narrow, shown, Message::Go(place))
    };
    let screen = &app.screen;
    let entries = column![
        place(Place::Home, Icon::LayoutDashboard, "window-nav-home", matches!(screen, Screen::Home(_))),
        place(
            Place::Sessions,
            Icon::Presentation,
            "window-nav-sessions",
            matches!(screen, Screen::Sessions(_) | Screen::Session(_)),
        ),
        place(Place::Topics, Icon::BookOpen, "window-topics-nav", matches!(screen, Screen::Topics(_))),
        place(Place::Units, Icon::Building2, "window-units-nav", matches!(screen, Screen::Units(_))),
        place(Place::Settings, Icon::Settings, "window-nav-settings", matches!(screen, Screen::Settings(_)),),
    ]
    .spacing(2.0);
    let foot = (!narrow).then(|| file_foot(context));
    let content = column![brand, entries, Space::new().height(Length::Fill)].push(foot).padding(Padding {
        top: 20.0,
        bottom: space::M,
        left: space::M,
        right: space::M,
    });
    container(content)
        .width(if narrow { space::SIDEBAR_NARROW } else { space::SIDEBAR } - 1.0)
        .height(Length::Fill)
        .style(style::fill(palette::SURFACE))
        .into()
}

/// Which file this is, and that nothing needs saving.
fn file_foot<'a>(context: Context<'a>) -> Element<'a, Message> {
    let name = context.store.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let line = |icon: Icon, color: Color, words: String| {
        row![icon.sized(14.0).color(color), container(one_line(words, Role::Tiny)).clip(true)]
            .spacing(6.0)
            .align_y(Alignment::Center)
    };
    let state = match context.can_write() {
        true => line(Icon::Check, palette::GREEN, context.t("window-all-saved")),
        false => line(Icon::Lock, palette::AMBER, context.t("window-read-only-short")),
    };
    let file = line(Icon::HardDrive, palette::MUTED, name.unwrap_or_default());
    column![line_across(), column![file, state].spacing(2.0).padding([0.0, 6.0])].spacing(space::S).into()
}

/// A data file that cannot be opened: why, and what to do.
fn refused<'a>(app: &'a App, path: &std::path::Path, error: &StoreError) -> Element<'a, Message> {
    let t = |id: &str| app.locale.text(id);
    let mut actions: Vec<Element<'a, Message>> = vec![
        button::primary(Some(Icon::FolderOpen), t("window-open-other"))
            .on_press(Message::PickDataFile)
            .into(),
        button::secondary(Some(Icon::RefreshCw), t("window-try-again")).on_press(Message::TryAgain).into(),
    ];
    if matches!(error, StoreError::Corrupt(_)) {
        actions.push(
            button::secondary(Some(Icon::History), t("window-restore")).on_press(Message::PickBackup).into(),
        );
    }
    let words = app.locale.say(&error.explain());
    let message = empty::empty(Icon::TriangleAlert, t("window-cannot-open"), words, actions);
    let file = small(path.display().to_string());
    let content = column![message, file].align_x(Alignment::Center).padding(space::L);
    container(container(content).max_width(720.0).style(style::card))
        .center(Length::Fill)
        .padding(space::XL)
        .into()
}

fn toasts(app: &App) -> Option<Element<'_, Message>> {
    if app.toasts.shown().is_empty() {
        return None;
    }
    let shown = app.toasts.shown().iter().map(|one| {
        let icon = if one.tone == Tone::Accent { Icon::CircleAlert } else { Icon::Check };
        let action = one.offer.map(|offer| {
            let label = match offer {
                Offer::Undo => app.locale.text("window-undo"),
                Offer::Redo => app.locale.text("window-redo"),
            };
            (label, Message::Turn(offer))
        });
        toast::toast(icon, one.words.clone(), action, one.until, Message::CloseToast(one.id))
    });
    let pile = column(shown).spacing(space::S).align_x(Alignment::End);
    Some(container(pile).align_right(Length::Fill).align_bottom(Length::Fill).padding(20.0).into())
}

/// The sheet of shortcuts.
fn shortcuts(app: &App) -> Element<'_, Message> {
    let lines = SHEET.iter().map(|(keys, id)| {
        let keys = keys.split(", ").map(|one| {
            container(plain(one, Role::Tiny).color(palette::INK)).padding([2.0, 6.0]).style(style::key).into()
        });
        row![row(keys).spacing(space::XS).width(200.0), body(app.locale.text(id))]
            .spacing(space::M)
            .align_y(Alignment::Center)
            .into()
    });
    let close = button::primary(None, app.locale.text("window-close")).on_press(Message::CloseDialog);
    dialog::dialog(
        app.locale.text("window-shortcuts"),
        column(lines).spacing(space::S),
        [close.into()],
        Message::CloseDialog,
    )
}

fn line_across<'a>() -> Element<'a, Message> {
    container(Space::new().width(Length::Fill).height(1.0)).style(style::fill(palette::LINE)).into()
}

fn line_down<'a>() -> Element<'a, Message> {
    container(Space::new().width(1.0).height(Length::Fill)).style(style::fill(palette::LINE)).into()
}
