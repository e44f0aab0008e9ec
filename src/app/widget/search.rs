//! The search field above a table: it searches while typing, so what is typed
//! is not a draft.

use iced::advanced::Shell;
use iced::keyboard::{self, Key, key::Named};
use iced::widget::{Space, container, row, stack, text_input};
use iced::{Alignment, Element, Event, Length, Padding};

use super::around::{Around, Inner, Manner};
use super::button;
use super::table::Selection;
use crate::app::icon::Icon;
use crate::app::theme::palette::Tone;
use crate::app::theme::text::{REGULAR, Role, styled};
use crate::app::theme::{palette, space, style};

/// What Ctrl+F focuses. One search field on a page.
pub const ID: &str = "search";

/// The key of the search on a page.
pub const KEY: &str = "Ctrl F";

/// A search field.
pub fn search<'a, Message: Clone + 'a>(
    words: &str,
    placeholder: &str,
    on_input: impl Fn(String) -> Message + 'a,
) -> Element<'a, Message> {
    entry(Tone::Neutral, words, placeholder, (Icon::Search, KEY), on_input, None)
}

/// The same over the rows that it finds: Enter selects the next one, and how many there are is said.
pub fn stepping<'a, Message: Clone + 'a>(
    words: &str,
    placeholder: &str,
    on_input: impl Fn(String) -> Message + 'a,
    (selection, rows): (&Selection, usize),
    on_select: impl Fn(Selection) -> Message,
) -> Element<'a, Message> {
    let is_searched = !words.trim().is_empty();
    let next = selection.stepped(rows, true).filter(|_| is_searched).map(on_select);
    let hits = is_searched.then(|| match selection.cursor().filter(|at| *at < rows) {
        Some(at) => format!("{}/{rows}", at + 1),
        None => rows.to_string(),
    });
    field(Tone::Neutral, words, placeholder, (Icon::Search, KEY), on_input, next, hits)
}

/// The same for what acts on Enter, such as a scanner's code; its colour says what it takes now, and
/// beside its icon is told which key leads to it, if one does.
pub fn entry<'a, Message: Clone + 'a>(
    tone: Tone,
    words: &str,
    placeholder: &str,
    (icon, key): (Icon, &'static str),
    on_input: impl Fn(String) -> Message + 'a,
    on_submit: Option<Message>,
) -> Element<'a, Message> {
    field(tone, words, placeholder, (icon, key), on_input, on_submit, None)
}

fn field<'a, Message: Clone + 'a>(
    tone: Tone,
    words: &str,
    placeholder: &str,
    (icon, key): (Icon, &'static str),
    on_input: impl Fn(String) -> Message + 'a,
    on_submit: Option<Message>,
    hits: Option<String>,
) -> Element<'a, Message> {
    let beside = if hits.is_some() { 112.0 } else { 64.0 };
    let clear = (!words.is_empty()).then(|| button::cross().on_press(on_input(String::new())));
    let key = (words.is_empty() && !key.is_empty())
        .then(|| container(styled(key, Role::Tiny)).padding([1.0, 6.0]).style(style::key));
    let input = text_input(placeholder, words)
        .id(ID)
        .on_input(on_input)
        .on_submit_maybe(on_submit)
        .font(REGULAR)
        .size(Role::Body.size())
        .line_height(Role::Body.line_height())
        .padding(Padding { left: 38.0, right: beside, ..Padding::from((space::CONTROL - 20.0) / 2.0) })
        .style(style::entry_field(tone));
    // Over the field, which shows the focus: a click on them goes through to it.
    let over = row![icon.view().color(palette::MUTED), Space::new().width(Length::Fill)]
        .push(hits.map(|hits| styled(hits, Role::Small)))
        .push(key)
        .push(clear)
        .height(space::CONTROL)
        .padding(Padding { left: space::M, right: space::S, ..Padding::ZERO })
        .align_y(Alignment::Center);
    stack![Element::from(Around { content: input.into(), manner: PastesOneLine }), over].into()
}

/// What is pasted becomes one line, and Esc is the page's.
struct PastesOneLine;

impl<Message> Manner<Message> for PastesOneLine {
    type State = ();

    fn update(
        &self,
        _: &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        // The input would only let go of the focus, and what Esc means here would need a second one.
        if let Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Escape), .. }) = event {
            return;
        }
        inner.forward_one_line(event, shell);
    }
}
