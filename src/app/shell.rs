//! What stands around a screen: sidebar, head, banner, toasts, dialogs; and the
//! full-window message when there is no data file to show.

use iced::widget::{Space, column, container, row, stack};
use iced::{Alignment, Color, Element, Length, Padding};

use super::closing::{self, Closing};
use super::data::Data;
use super::files::typed;
use super::icon::Icon;
use super::leaving::{self, Leaving};
use super::message::Message;
use super::screen::settings::section::Section;
use super::screen::{Context, Goal, Header, HistoryOf, Route};
use super::shortcut::{Heard, Shortcut};
use super::shown::Shown;
use super::state::{App, Dialog};
use super::theme::palette::{self, Tone};
use super::theme::text::{Role, styled};
use super::theme::{space, style};
use super::toasts::{Lead, Offer};
use super::widget::ellipsis::ellipsis;
use super::widget::field;
use super::widget::press::{Look, press};
use super::widget::{banner, button, clear, dialog, focus, nav, toast, typing};
use super::work::Direction;
use super::{backups, refused, unsaved};

impl App {
    /// Draws the window.
    pub fn view(&self) -> Element<'_, Message> {
        window(self)
    }
}

fn window(app: &App) -> Element<'_, Message> {
    let page = match (&app.data, app.context()) {
        (Data::Refused(refused), _) => refused::view(refused, &app.locale),
        (_, Some(context)) => working(app, context),
        (_, None) => container(Space::new()).center(Length::Fill).into(),
    };
    let dialog = app.dialog.as_ref().map(|open| match open {
        Dialog::Everywhere(state) => state.view(&app.locale, app.size).map(Message::Everywhere),
        Dialog::NewSession(state) => state.view(&app.locale).map(Message::NewSession),
        Dialog::Unsaved => unsaved::view(&app.drafts, app.closing != Closing::No, &app.locale),
        Dialog::Backups(state) => state.view(&app.locale, app.size),
        Dialog::Closing(failed) => closing::view(failed.as_ref(), &app.locale),
    });
    // Esc closes either kind, and so does a press beside it, unless something was typed in it.
    let (dialog, on_close) = match dialog {
        Some(dialog) => (Some(dialog), Message::CloseDialog),
        None => (screen_dialog(app), Message::Heard(Heard::Shortcut(Shortcut::Escape))),
    };
    let page = dialog::over(page, dialog, on_close, Message::AskToDiscard(Leaving::Dialog));
    let typed = app.typed.as_ref().map(|state| state.view(&app.locale, app.size).map(Message::Path));
    let close = Message::Path(typed::Message::Close);
    let page = dialog::over(page, typed, close.clone(), close);
    let guide = app.guide.as_ref().map(|guide| guide.view(&app.locale, app.size).map(Message::Guide));
    let asked = app.leaving.is_some().then(|| leaving::view(&app.locale));
    let window = dialog::over(stack![page].push(guide), asked, Message::Stay, Message::Stay);
    let window = clear::over(window, toasts(app));
    // Outermost, so that a Tab which a typing tool sent as text moves the focus, too.
    let window = typing::typing(focus::focus_ring(window, Message::Repaint));
    let window = field::commits_first(window);
    field::telling(window, &app.drafts, Message::Repaint)
}

/// A dialog of the screen on show.
fn screen_dialog(app: &App) -> Option<Element<'_, Message>> {
    app.screen.dialog(app.context()?).map(|dialog| dialog.map(Message::Screen))
}

fn working<'a>(app: &'a App, context: Context<'a>) -> Element<'a, Message> {
    let (header, content) = (app.screen.header(context), app.screen.view(context));
    let read_only = app
        .data
        .only_read()
        .map(|reason| banner::banner(Tone::Amber, Icon::Lock, context.t(reason.banner()), None));
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

/// The height of what always stands in the sidebar: the name of the program and the places one goes to.
const PLACES: f32 = 410.0;
/// Of one more place, of a sign at the foot, and of the foot where it has words.
const PLACE: f32 = space::CONTROL + 2.0;
const SIGN: f32 = space::CONTROL_S;
const FOOT: f32 = 80.0;

fn sidebar<'a>(app: &'a App, context: Context<'a>) -> Element<'a, Message> {
    let narrow = app.size.width < space::NARROW;
    let logo = container(Icon::GraduationCap.sized(22.0).color(Color::WHITE))
        .center(Length::Fixed(36.0))
        .style(style::rounded(palette::ACCENT, space::RADIUS));
    let office = app.office.clone().unwrap_or_else(|| context.t("window-office"));
    let names = column![
        styled(context.t("window-name"), Role::Subtitle),
        ellipsis(office, Role::Tiny, Role::Tiny.color()),
    ]
    .width(Length::Fill);
    let brand = row![logo]
        .push((!narrow).then_some(names))
        .spacing(10.0)
        .align_y(Alignment::Center)
        .padding(Padding { left: if narrow { 2.0 } else { 6.0 }, bottom: 19.0, ..Padding::ZERO });
    let place = |place: Route, icon: Icon, label: &str, shown: bool| {
        nav::item(icon, context.t(label), narrow, shown, Message::Go(place))
    };
    let screen = &app.screen;
    let signs = [unsaved_button(context), backups_button(context)];
    let signs: Vec<Element<'a, Message>> = signs.into_iter().flatten().filter(|_| narrow).collect();
    // In a low window the keys lead to these two. Beside signs alone the foot needs little room.
    let foot_height = if narrow { signs.len() as f32 * SIGN } else { FOOT };
    let has_room = |further: f32| app.size.height >= PLACES + foot_height + further;
    let everywhere = has_room(2.0 * PLACE).then(|| {
        let label = context.t("everywhere-title");
        nav::item(Icon::Search, label, narrow, false, Message::SearchEverywhere)
    });
    let entries = column![]
        .push(everywhere)
        .extend([
            place(Route::Home, Icon::LayoutDashboard, "window-nav-home", matches!(screen, Shown::Home(_))),
            place(
                Route::Sessions,
                Icon::Presentation,
                "window-nav-sessions",
                matches!(screen, Shown::Sessions(_) | Shown::Session(_)),
            ),
            place(Route::Topics, Icon::BookOpen, "window-topics-nav", matches!(screen, Shown::Topics(_))),
            place(Route::People, Icon::Users, "window-people-nav", matches!(screen, Shown::People(_))),
            place(Route::Units, Icon::MapPin, "window-units-nav", matches!(screen, Shown::Units(_))),
            place(Route::Register, Icon::Award, "register-nav", matches!(screen, Shown::Register(_))),
            place(
                Route::History(HistoryOf::All),
                Icon::History,
                "window-history-nav",
                matches!(screen, Shown::History(_)),
            ),
            place(
                Route::Settings,
                Icon::Settings,
                "window-nav-settings",
                matches!(screen, Shown::Settings(_)),
            ),
        ])
        .spacing(2.0);
    let help = has_room(PLACE).then(|| {
        nav::item(Icon::Info, context.t("manual-title"), narrow, app.guide.is_some(), Message::Help)
    });
    let foot = match narrow {
        true => column(signs).into(),
        false => file_foot(context),
    };
    let content = column![brand, entries, Space::new().height(Length::Fill)]
        .push(help)
        .push(foot)
        .padding(Padding { top: 20.0, bottom: space::M, left: space::M, right: space::M });
    container(content)
        .width(if narrow { space::SIDEBAR_NARROW } else { space::SIDEBAR } - 1.0)
        .height(Length::Fill)
        .style(style::fill(palette::SURFACE))
        .into()
}

/// Where there is no room for words, what could not be saved is a sign that leads to it.
fn unsaved_button<'a>(context: Context<'a>) -> Option<Element<'a, Message>> {
    let unsaved = !context.drafts.unsaved().is_empty();
    let button =
        button::icon_only(Icon::CircleAlert, context.count("window-unsaved", context.drafts.unsaved().len()))
            .on_press(Message::ShowUnsaved);
    unsaved.then(|| container(button).center_x(Length::Fill).into())
}

/// The same for backups that fail, or that go where they should not.
fn backups_button<'a>(context: Context<'a>) -> Option<Element<'a, Message>> {
    let (tone, words) = backups::at_the_foot(context)?;
    let button = button::icon_only(Icon::History, words).on_press(to_backups());
    (tone == Tone::Danger).then(|| container(button).center_x(Length::Fill).into())
}

fn to_backups() -> Message {
    Message::See(Goal { place: Route::Settings, key: Some(Section::File.key()) })
}

/// Which file this is, and whether all is saved.
fn file_foot<'a>(context: Context<'a>) -> Element<'a, Message> {
    let name = context.store.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let line = |icon: Icon, color: Color, words: String| {
        row![icon.sized(14.0).color(color), ellipsis(words, Role::Tiny, Role::Tiny.color())]
            .spacing(6.0)
            .align_y(Alignment::Center)
    };
    let unsaved = context.drafts.unsaved().len();
    let state: Element<'a, Message> = match (context.can_write(), unsaved) {
        (_, 1..) => {
            let words = context.count("window-unsaved", unsaved);
            let look = |_| Look::flat(Color::TRANSPARENT, palette::DANGER);
            press(line(Icon::CircleAlert, palette::DANGER, words), look)
                .id("unsaved")
                .width(Length::Fill)
                .on_press(Message::ShowUnsaved)
                .into()
        }
        (true, 0) => line(Icon::Check, palette::GREEN, context.t("window-all-saved")).into(),
        (false, 0) => line(Icon::Lock, palette::AMBER, context.t("window-read-only-short")).into(),
    };
    let file = line(Icon::HardDrive, palette::MUTED, name.unwrap_or_default());
    let backups = backups::at_the_foot(context).map(|(tone, words)| {
        let words = line(Icon::History, tone.strong(), words);
        press(words, |_| Look::flat(Color::TRANSPARENT, palette::MUTED))
            .id("backups")
            .width(Length::Fill)
            .on_press(to_backups())
    });
    let lines = column![file, state].push(backups).spacing(2.0).padding([0.0, 6.0]);
    column![line_across(), lines].spacing(space::S).into()
}

fn toasts(app: &App) -> Option<Element<'_, Message>> {
    if app.toasts.shown().is_empty() {
        return None;
    }
    let shown = app.toasts.shown().iter().map(|one| {
        let icon = if one.tone == Tone::Danger { Icon::CircleAlert } else { Icon::Check };
        let action = one.offer.map(|offer| {
            let (label, direction, step) = match offer {
                Offer::Undo(step) => ("window-undo", Direction::Undo, step),
                Offer::Redo(step) => ("window-redo", Direction::Redo, step),
            };
            (app.locale.text(label), Message::Turn(direction, Some(step)))
        });
        let lead = one.lead.clone().map(|lead| match lead {
            Lead::Open(path) => (app.locale.text("window-open-made"), Message::OpenMade(path)),
            Lead::See(goal) => (app.locale.text("window-see"), Message::See(goal)),
        });
        let actions = lead.into_iter().chain(action);
        toast::toast(icon, one.words.clone(), actions, one.until, Message::CloseToast(one.id))
    });
    let pile = column(shown).spacing(space::S).align_x(Alignment::End);
    Some(container(pile).id("toasts").into())
}

fn line_across<'a>() -> Element<'a, Message> {
    container(Space::new().width(Length::Fill).height(1.0)).style(style::fill(palette::LINE)).into()
}

fn line_down<'a>() -> Element<'a, Message> {
    container(Space::new().width(1.0).height(Length::Fill)).style(style::fill(palette::LINE)).into()
}
