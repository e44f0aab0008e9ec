//! What is chosen: where it lies, how it looks, what it shows. With nothing chosen, the form itself.

use iced::widget::{column, container, row, scrollable, space as room};
use iced::{Alignment, Element, Length as Wide, Padding};

use super::super::super::Context;
use super::{Message, State, changing, wording};
use crate::app::icon::Icon;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, small, strong, styled};
use crate::app::theme::{space, style};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::{Field, field};
use crate::app::widget::press::{Look, Status, press};
use crate::app::widget::select::select;
use crate::app::widget::{button, card, chip};
use crate::domain::certificate_template::change::{Change, Way};
use crate::domain::certificate_template::{
    Across, Anchor, Border, BorderKind, Content, Down, Element as Part, Flourish, Ground, GroundKind,
    HalfPoints, Ink, Length, Page, Place, Stroke, TextStyle, Typeface,
};
use crate::sentence::Sentence;

/// Colours that papers of the state are printed in, and those of the built-in forms.
const INKS: [Ink; 8] = [
    Ink(0x00, 0x00, 0x00),
    Ink(0x22, 0x1E, 0x1C),
    Ink(0x9B, 0x1C, 0x1F),
    Ink(0xC8, 0x10, 0x2E),
    Ink(0xB4, 0x8A, 0x3A),
    Ink(0x1F, 0x3F, 0x7A),
    Ink(0x1E, 0x7B, 0x4A),
    Ink(0xF5, 0xEA, 0xD6),
];

/// The panel.
pub fn properties<'a>(state: &'a State, context: Context<'a>, width: f32) -> Element<'a, Message> {
    let content = match state.element() {
        Some(part) => of_part(state, part, context),
        None => of_form(state, context),
    };
    let inner = container(content).padding(Padding::ZERO.right(14.0)).width(Wide::Fill);
    let inner = scrollable(inner).style(style::scroll_bar).height(Wide::Fill);
    card::card(inner)
        .width(width)
        .height(Wide::Fill)
        .padding(Padding { right: 2.0, ..Padding::new(12.0) })
        .into()
}

/// The form itself.
pub fn of_form<'a>(state: &'a State, context: Context<'a>) -> Element<'a, Message> {
    let design = &state.design;
    let name = field(design.name())
        .label(context.t("designer-name"))
        .id("mau-name")
        .on_commit_maybe(context.if_writable(|name| Message::Changed(Box::new(Change::Name(name)))));
    let pages = Page::ALL.map(|page| (page, context.say(&page.explain())));
    let mut sheet = select(pages, Some(&design.page())).label(context.t("designer-sheet")).id("mau-sheet");
    if context.can_write() {
        sheet = sheet.on_choose(|page| Message::Changed(Box::new(Change::Page(page))));
    }
    let keys = ["designer-help-choose", "designer-help-move", "designer-help-keys"];
    let keys = keys.map(|id| small(context.t(id)).into());
    column![strong(context.t("designer-form")), name, sheet, column(keys).spacing(space::S)]
        .spacing(space::M)
        .into()
}

fn of_part<'a>(state: &'a State, part: &'a Part, context: Context<'a>) -> Element<'a, Message> {
    let id = part.id;
    let name = field(part.name.as_str()).of(id).id("mau-part-name").on_commit_maybe(
        context.if_writable(move |name| Message::Changed(Box::new(Change::Rename(id, name)))),
    );
    let first = state.design.elements().first().is_none_or(|one| one.id == id);
    let last = state.design.elements().last().is_none_or(|one| one.id == id);
    let tool = |icon: Icon, does: &str, name: &'static str, message: Option<Message>| {
        button::icon_only(icon, context.t(does))
            .id(name)
            .on_press_maybe(message.and_then(|message| context.if_writable(message)))
    };
    let tools = row![
        tool(Icon::ArrowUp, "window-tip-up", "mau-earlier", (!first).then_some(Message::Shift(Way::Earlier))),
        tool(Icon::ArrowDown, "window-tip-down", "mau-later", (!last).then_some(Message::Shift(Way::Later))),
        tool(Icon::Copy, "window-tip-copy", "mau-copy", Some(Message::Duplicate)),
        tool(Icon::Trash2, "window-tip-remove", "mau-remove", Some(Message::Remove)),
        room().width(Wide::Fill),
        button::icon_only(Icon::X, context.t("window-close"))
            .id("mau-unchoose")
            .on_press(Message::Chosen(None)),
    ]
    .spacing(space::XS);
    column![name, tools]
        .push(what(state, part, context))
        .push(place(part, context))
        .push(part.content.style().map(|style| looks(part, style, context)))
        .spacing(space::M)
        .into()
}

/// What it shows, where that can be said.
fn what<'a>(state: &'a State, part: &'a Part, context: Context<'a>) -> Option<Element<'a, Message>> {
    let id = part.id;
    let put = move |content: Content| Change::Content(id, content);
    let shown = match &part.content {
        Content::Text(text) => wording::wording(state, part, text, context),
        Content::Picture(_) => {
            button::secondary_small(Some(Icon::Image), context.t("designer-other-picture"))
                .id("mau-picture")
                .on_press_maybe(context.if_writable(Message::PickPicture(Some(id))))
                .into()
        }
        Content::Border(border) => {
            let kinds = [
                (BorderKind::Lines, "designer-border-lines"),
                (BorderKind::Corners, "designer-border-corners"),
                (BorderKind::Braid, "designer-border-braid"),
            ];
            let kinds = kinds.map(|(kind, words)| (kind, context.t(words)));
            let border = *border;
            column![
                choices(
                    kinds,
                    &border.kind,
                    move |kind| put(Content::Border(Border { kind, ..border })),
                    context
                ),
                inks("designer-ink", border.ink, context, move |ink| {
                    put(Content::Border(Border { ink, ..border }))
                }),
                inks("designer-ink-inner", border.inner, context, move |inner| {
                    put(Content::Border(Border { inner, ..border }))
                }),
            ]
            .spacing(space::S)
            .into()
        }
        Content::Ground(ground) => {
            let kinds = [
                (GroundKind::Rosette, "designer-ground-rosette"),
                (GroundKind::Lotus, "designer-ground-lotus"),
                (GroundKind::Tint, "designer-ground-tint"),
            ];
            let kinds = kinds.map(|(kind, words)| (kind, context.t(words)));
            let ground = *ground;
            column![
                choices(
                    kinds,
                    &ground.kind,
                    move |kind| put(Content::Ground(Ground { kind, ..ground })),
                    context
                ),
                inks("designer-ink", ground.ink, context, move |ink| {
                    put(Content::Ground(Ground { ink, ..ground }))
                }),
            ]
            .spacing(space::S)
            .into()
        }
        Content::Flourish(flourish) => {
            let flourish = *flourish;
            column![
                inks("designer-ink", flourish.ink, context, move |ink| {
                    put(Content::Flourish(Flourish { ink, ..flourish }))
                }),
                inks("designer-ink-inner", flourish.inner, context, move |inner| {
                    put(Content::Flourish(Flourish { inner, ..flourish }))
                }),
            ]
            .spacing(space::S)
            .into()
        }
        Content::Line(stroke) => strokes(part, *stroke, Content::Line, context),
        Content::Frame(stroke) => strokes(part, *stroke, Content::Frame, context),
        Content::Code => small(context.t("designer-about-code")).into(),
        Content::Logo => small(context.t("designer-about-logo")).into(),
        Content::Signature(_) | Content::PlaceDate(_) | Content::Letterhead(_) => {
            small(context.t("designer-about-session")).into()
        }
        Content::Name(_) | Content::Number(_) | Content::Motto(_) => return None,
    };
    Some(shown)
}

fn strokes<'a>(
    part: &'a Part,
    stroke: Stroke,
    wrap: fn(Stroke) -> Content,
    context: Context<'a>,
) -> Element<'a, Message> {
    let id = part.id;
    let (least, most) = (Stroke::THICKNESS.start(), Stroke::THICKNESS.end());
    let thickness = decimal(
        (f32::from(stroke.thickness) / 10.0, "mau-thickness", "designer-thickness"),
        (f32::from(*least) / 10.0, f32::from(*most) / 10.0),
        context,
        move |points| {
            Change::Content(id, wrap(Stroke { thickness: (points * 10.0).round() as u16, ..stroke }))
        },
    );
    column![
        thickness,
        inks("designer-ink", stroke.ink, context, move |ink| Change::Content(
            id,
            wrap(Stroke { ink, ..stroke })
        )),
    ]
    .spacing(space::S)
    .into()
}

/// How its text looks.
fn looks<'a>(part: &'a Part, style: &'a TextStyle, context: Context<'a>) -> Element<'a, Message> {
    let (id, style) = (part.id, *style);
    let change = move |style: TextStyle| Change::Style(id, style);
    let faces = [(Typeface::Text, "Times"), (Typeface::Display, "Trang trọng")];
    let faces = faces.map(|(face, name)| (face, name.to_owned()));
    let halves = |value: f32| HalfPoints((value * 2.0).round() as u16);
    let (least, most) = (HalfPoints::RANGE.start().points(), HalfPoints::RANGE.end().points());
    let sizes = row![
        decimal((style.size.points(), "mau-size", "designer-size"), (least, most), context, move |points| {
            let size = halves(points);
            change(TextStyle { size, least: style.least.min(size), ..style })
        }),
        decimal(
            (style.least.points(), "mau-least", "designer-least"),
            (least, style.size.points()),
            context,
            move |points| change(TextStyle { least: halves(points), ..style })
        ),
    ]
    .spacing(space::S);
    let leading = decimal(
        (f32::from(style.leading) / 100.0, "mau-leading", "designer-leading"),
        (f32::from(*TextStyle::LEADING.start()) / 100.0, f32::from(*TextStyle::LEADING.end()) / 100.0),
        context,
        move |times| change(TextStyle { leading: (times * 100.0).round() as u16, ..style }),
    );
    let tracking = decimal(
        (f32::from(style.tracking) / 10.0, "mau-tracking", "designer-tracking"),
        (f32::from(*TextStyle::TRACKING.start()) / 10.0, f32::from(*TextStyle::TRACKING.end()) / 10.0),
        context,
        move |percent| change(TextStyle { tracking: (percent * 10.0).round() as i16, ..style }),
    );
    let tick = |on: bool, words: &str, name: &'static str, make: fn(TextStyle, bool) -> TextStyle| {
        let box_ =
            checkbox(on, context.t(words), move |on| Message::Changed(Box::new(change(make(style, on)))));
        let message = Message::Changed(Box::new(change(make(style, !on))));
        box_.id(name).on_press_maybe(context.if_writable(message))
    };
    let across = [
        (Across::Left, "designer-left"),
        (Across::Centre, "designer-centre"),
        (Across::Right, "designer-right"),
    ];
    let down =
        [(Down::Top, "designer-top"), (Down::Middle, "designer-middle"), (Down::Bottom, "designer-bottom")];
    column![
        styled(context.t("designer-face"), Role::FieldLabel),
        choices(faces, &style.typeface, move |typeface| change(TextStyle { typeface, ..style }), context),
        sizes,
        small(context.t("designer-least-hint")),
        row![
            tick(style.bold, "designer-bold", "mau-bold", |style, bold| TextStyle { bold, ..style }),
            tick(style.italic, "designer-italic", "mau-italic", |style, italic| TextStyle {
                italic,
                ..style
            }),
        ]
        .spacing(space::M),
        tick(style.capitals, "designer-capitals", "mau-capitals", |style, capitals| TextStyle {
            capitals,
            ..style
        }),
        inks("designer-ink", style.ink, context, move |ink| change(TextStyle { ink, ..style })),
        styled(context.t("designer-align"), Role::FieldLabel),
        choices(
            across.map(|(value, words)| (value, context.t(words))),
            &style.across,
            move |across| change(TextStyle { across, ..style }),
            context
        ),
        choices(
            down.map(|(value, words)| (value, context.t(words))),
            &style.down,
            move |down| change(TextStyle { down, ..style }),
            context
        ),
        row![leading, tracking].spacing(space::S),
    ]
    .spacing(space::S)
    .into()
}

/// Where it lies, in millimetres by one of its points.
fn place<'a>(part: &'a Part, context: Context<'a>) -> Element<'a, Message> {
    let (id, place) = (part.id, part.place);
    let put = move |place: Place| Change::Move(id, place.rect());
    let length = |value: f32| Length((value * 10.0).round() as i32);
    let page = f32::from(u16::MAX);
    let edit = |value: Length, name: &'static str, words: &'static str, make: fn(Place, Length) -> Place| {
        decimal((value.millimetres(), name, words), (0.0, page), context, move |value| {
            put(make(place, length(value)))
        })
    };
    let fields = column![
        row![
            edit(place.x, "mau-x", "designer-x", |place, x| Place { x, ..place }),
            edit(place.y, "mau-y", "designer-y", |place, y| Place { y, ..place }),
        ]
        .spacing(space::S),
        row![
            edit(place.width, "mau-width", "designer-width", |place, width| Place { width, ..place }),
            edit(place.height, "mau-height", "designer-height", |place, height| Place { height, ..place }),
        ]
        .spacing(space::S),
    ]
    .spacing(space::S);
    let point = |anchor: Anchor| {
        let is_own = anchor == place.anchor;
        let look = move |status: Status| {
            let ground = match status {
                _ if is_own => palette::MARK,
                Status::Hovered | Status::Pressed => palette::LINE_STRONG,
                _ => palette::NEUTRAL,
            };
            Look::flat(ground, palette::INK).corners(3.0)
        };
        press(iced::widget::space(), look)
            .id(format!("mau-anchor-{}", anchor as u8))
            .width(16.0)
            .height(16.0)
            .on_press_maybe(changing(context, Change::Anchor(id, anchor)))
    };
    let rows = Anchor::ALL
        .chunks(3)
        .map(|three| row(three.iter().map(|anchor| point(*anchor).into())).spacing(3.0).into());
    let anchor = row![column(rows).spacing(3.0), small(context.t("designer-anchor")).width(Wide::Fill)]
        .spacing(space::M)
        .align_y(Alignment::Center);
    column![styled(context.t("designer-place"), Role::FieldLabel), fields, anchor].spacing(space::S).into()
}

/// One of a few, all in view.
fn choices<'a, T: PartialEq + Clone + 'a, const N: usize>(
    all: [(T, String); N],
    chosen: &T,
    change: impl Fn(T) -> Change + 'a,
    context: Context<'a>,
) -> Element<'a, Message> {
    let chips = all.into_iter().map(|(value, words)| {
        let message = Message::Changed(Box::new(change(value.clone())));
        let is_chosen = value == *chosen;
        let chip = chip::choice(words, is_chosen, Tone::Neutral, message.clone());
        chip.on_press_maybe(context.if_writable(message)).into()
    });
    row(chips).spacing(space::XS).wrap().vertical_spacing(space::XS).into()
}

/// A colour: one of those offered, or as it is written.
fn inks<'a>(
    words: &'static str,
    ink: Ink,
    context: Context<'a>,
    change: impl Fn(Ink) -> Change + Copy + 'a,
) -> Element<'a, Message> {
    let swatch = |one: Ink| {
        let colour = iced::Color::from_rgb8(one.0, one.1, one.2);
        let edge = if one == ink { palette::MARK } else { palette::LINE_STRONG };
        let look = move |_: Status| Look::flat(colour, palette::INK).edged(edge).corners(4.0);
        press(iced::widget::space(), look)
            .width(20.0)
            .height(20.0)
            .on_press_maybe(changing(context, change(one)))
            .into()
    };
    let refusal = context.t("designer-no-ink");
    let written = field(ink.to_string())
        .width(96.0)
        .check(move |text| match Ink::try_from(text.to_owned()) {
            Ok(_) => Ok(()),
            Err(_) => Err(refusal.clone()),
        })
        .on_commit_maybe(context.if_writable(move |text: String| {
            let ink = Ink::try_from(text).unwrap_or(ink);
            Message::Changed(Box::new(change(ink)))
        }));
    column![
        styled(context.t(words), Role::FieldLabel),
        row(INKS.map(swatch)).spacing(space::XS).wrap().vertical_spacing(space::XS),
        written,
    ]
    .spacing(space::XS)
    .into()
}

/// A field for a number with at most one figure after the comma.
fn decimal<'a>(
    (value, name, words): (f32, &'static str, &'static str),
    (least, most): (f32, f32),
    context: Context<'a>,
    change: impl Fn(f32) -> Change + 'a,
) -> Field<'a, Message> {
    let refusal = Sentence::new("designer-number").with("least", written(least)).with("most", written(most));
    let refusal = context.say(&refusal);
    field(written(value))
        .label(context.t(words))
        .id(name)
        .check(move |text| match read(text).is_some_and(|value| (least..=most).contains(&value)) {
            true => Ok(()),
            false => Err(refusal.clone()),
        })
        .on_commit_maybe(context.if_writable(move |text: String| {
            Message::Changed(Box::new(change(read(&text).unwrap_or(value))))
        }))
}

/// "12,5"; without a comma where it is whole.
fn written(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

fn read(text: &str) -> Option<f32> {
    let value: f32 = text.trim().replace(',', ".").parse().ok()?;
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn numbers_are_written_with_a_comma_and_read_with_comma_or_point() {
        for (value, text) in [(12.5, "12,5"), (128.0, "128"), (0.0, "0"), (1.25, "1,25"), (-0.5, "-0,5")] {
            assert_eq!(written(value), text);
            assert_eq!(read(text), Some(value));
        }
        assert_eq!(read("12.5"), Some(12.5));
        for wrong in ["", "mười", "1,2,3", "NaN", "inf"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
