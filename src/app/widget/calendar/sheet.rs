//! The calendar as it lies over the window: two steppers, the days of the week,
//! six weeks.

use iced::advanced::text::Renderer as _;
use iced::advanced::{Clipboard, Layout, Overlay, Shell, layout, mouse, overlay, renderer};
use iced::{Border, Color, Event, Point, Rectangle, Renderer, Size, Theme};
use jiff::civil::Date;

use super::month::{self, DAYS, Step, WEEKS};
use super::{State, Words};
use crate::app::icon::Icon;
use crate::app::theme::text::Role;
use crate::app::theme::{palette, space};
use crate::app::widget::control::{self, Pointer, fill};
use crate::app::widget::one_line;
use iced::widget::text::Alignment;

/// Width of a day.
const DAY: f32 = 36.0;
/// Height of a day.
const LINE: f32 = 30.0;
/// Height of the steppers.
const HEAD: f32 = 32.0;
/// Height of the names of the days.
const NAMES: f32 = 24.0;
/// Share of the head that the months take.
const MONTHS: f32 = 150.0;
const SIZE: Size =
    Size::new(DAY * DAYS as f32 + 2.0 * space::S, HEAD + NAMES + LINE * WEEKS as f32 + 2.0 * space::S);

/// What choosing a day does.
type OnChoose<'b, Message> = Box<dyn FnMut(Date, &mut Shell<'_, Message>) + 'b>;

/// The open calendar at `target`, the field it belongs to.
pub(in crate::app::widget) fn over<'b, Message: 'b>(
    state: &'b mut State,
    words: &'b Words,
    target: Rectangle,
    on_choose: impl FnMut(Date, &mut Shell<'_, Message>) + 'b,
) -> overlay::Element<'b, Message, Theme, Renderer> {
    overlay::Element::new(Box::new(Sheet { state, words, target, on_choose: Box::new(on_choose) }))
}

struct Sheet<'b, Message> {
    state: &'b mut State,
    words: &'b Words,
    target: Rectangle,
    on_choose: OnChoose<'b, Message>,
}

/// What can be pressed on the sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
enum SheetPart {
    Step(Step),
    Day(Date),
}

/// The four arrows of the head: month back and on, year back and on.
fn arrows(bounds: Rectangle) -> [(Rectangle, Icon, Step); 4] {
    let left = bounds.x + space::S;
    let right = bounds.x + bounds.width - space::S - HEAD;
    let at = |x: f32| Rectangle::new(Point::new(x, bounds.y + space::S), Size::new(HEAD, HEAD));
    [
        (at(left), Icon::ChevronLeft, Step::Months(-1)),
        (at(left + MONTHS - HEAD), Icon::ChevronRight, Step::Months(1)),
        (at(left + MONTHS), Icon::ChevronLeft, Step::Years(-1)),
        (at(right), Icon::ChevronRight, Step::Years(1)),
    ]
}

/// Where a day stands, counted from the first on the sheet.
fn cell(bounds: Rectangle, place: usize) -> Rectangle {
    let (line, column) = (place / DAYS, place % DAYS);
    let x = bounds.x + space::S + column as f32 * DAY;
    let y = bounds.y + space::S + HEAD + NAMES + line as f32 * LINE;
    Rectangle::new(Point::new(x, y), Size::new(DAY, LINE))
}

/// Under its target, above it when there is no room below, and always inside the window.
fn place(target: Rectangle, window: Size) -> Point {
    let below = target.y + target.height + space::XS;
    let above = target.y - space::XS - SIZE.height;
    let lowest = window.height - SIZE.height - space::XS;
    let y = if below <= lowest || above < 0.0 { below.min(lowest) } else { above };
    let x = target.x.min(window.width - SIZE.width - space::XS);
    Point::new(x.max(0.0), y.max(0.0))
}

impl<Message> Sheet<'_, Message> {
    fn part_at(&self, bounds: Rectangle, cursor: mouse::Cursor) -> Option<SheetPart> {
        let point = cursor.position_over(bounds)?;
        let arrow = arrows(bounds).into_iter().find(|(at, ..)| at.contains(point));
        if let Some((_, _, step)) = arrow {
            return Some(SheetPart::Step(step));
        }
        let days = month::sheet(self.state.at?);
        let place = (0..days.len()).find(|place| cell(bounds, *place).contains(point))?;
        days[place].map(SheetPart::Day)
    }

    fn draw_head(&self, renderer: &mut Renderer, bounds: Rectangle, at: Date, under: Option<SheetPart>) {
        let arrows = arrows(bounds);
        for (room, icon, step) in arrows {
            let hovered = under == Some(SheetPart::Step(step));
            if hovered {
                fill(renderer, room.shrink(1.0), corners(), palette::NEUTRAL);
            }
            let color = if hovered { palette::INK } else { palette::MUTED };
            renderer.fill_text(icon.drawn(), room.center(), color, bounds);
        }
        let between = |one: usize, other: usize| Rectangle {
            x: arrows[one].0.x + HEAD,
            width: arrows[other].0.x - arrows[one].0.x - HEAD,
            ..arrows[one].0
        };
        let year = at.year().to_string();
        write(renderer, self.words.month(at), Role::Strong, palette::INK, between(0, 1), bounds);
        write(renderer, &year, Role::Strong, palette::INK, between(2, 3), bounds);
        for (column, name) in self.words.weekdays.iter().take(DAYS).enumerate() {
            let first = cell(bounds, column);
            let room = Rectangle { y: first.y - NAMES, height: NAMES, ..first };
            write(renderer, name, Role::Tiny, palette::MUTED, room, bounds);
        }
    }

    fn draw_day(&self, renderer: &mut Renderer, room: Rectangle, day: Date, at: Date, hovered: bool) {
        let (chosen, today) = (self.state.chosen == Some(day), self.words.today == day);
        let (ground, ink) = match (chosen, hovered) {
            (true, _) => (palette::MARK, Color::WHITE),
            (false, true) => (palette::NEUTRAL, palette::INK),
            (false, false) if today => (palette::BLUE_SOFT, palette::BLUE),
            (false, false) if day.month() != at.month() => (Color::TRANSPARENT, palette::FAINT),
            (false, false) => (Color::TRANSPARENT, palette::INK),
        };
        let inner = room.shrink(1.0);
        fill(renderer, inner, corners(), ground);
        if day == at {
            let mark = Border { color: palette::FOCUS, width: 2.0, ..corners() };
            // On the dark of the chosen day the mark stands a little outside.
            let around = if chosen { room.expand(1.0) } else { inner };
            fill(renderer, around, mark, Color::TRANSPARENT);
        }
        let role = if today || chosen { Role::Label } else { Role::Body };
        write(renderer, &day.day().to_string(), role, ink, room, room);
    }
}

impl<Message> Overlay<Message, Theme, Renderer> for Sheet<'_, Message> {
    fn layout(&mut self, _renderer: &Renderer, bounds: Size) -> layout::Node {
        layout::Node::new(SIZE).move_to(place(self.target, bounds))
    }

    fn update(
        &mut self,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
    ) {
        let bounds = layout.bounds();
        match (event, control::pointer(event)) {
            (_, Some(Pointer::Pressed)) => {
                match self.part_at(bounds, cursor) {
                    Some(SheetPart::Step(step)) => self.state.step(step),
                    Some(SheetPart::Day(day)) => {
                        self.state.close();
                        (self.on_choose)(day, shell);
                    }
                    None => {}
                }
                if cursor.is_over(bounds) {
                    shell.capture_event();
                } else if !cursor.is_over(self.target) {
                    // On the field itself, its own click closes it.
                    self.state.close();
                }
                shell.request_redraw();
            }
            (Event::Mouse(mouse::Event::WheelScrolled { delta }), _) if cursor.is_over(bounds) => {
                let (mouse::ScrollDelta::Lines { y, .. } | mouse::ScrollDelta::Pixels { y, .. }) = *delta;
                self.state.step(Step::Months(if y > 0.0 { -1 } else { 1 }));
                shell.capture_event();
                shell.request_redraw();
            }
            (Event::Mouse(mouse::Event::CursorMoved { .. }), _) => shell.request_redraw(),
            _ => {}
        }
    }

    fn draw(
        &self,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
    ) {
        let (bounds, Some(at)) = (layout.bounds(), self.state.at) else { return };
        let under = self.part_at(bounds, cursor);
        let edge = Border { color: palette::LINE_STRONG, width: 1.0, radius: space::RADIUS.into() };
        fill(renderer, bounds, edge, palette::SURFACE);
        self.draw_head(renderer, bounds, at, under);
        for (place, day) in month::sheet(at).into_iter().enumerate() {
            if let Some(day) = day {
                self.draw_day(renderer, cell(bounds, place), day, at, under == Some(SheetPart::Day(day)));
            }
        }
    }

    fn mouse_interaction(
        &self,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        control::hand(self.part_at(layout.bounds(), cursor).is_some())
    }
}

fn corners() -> Border {
    Border { radius: space::RADIUS_S.into(), ..Border::default() }
}

/// Writes a text in the middle of a room.
fn write(renderer: &mut Renderer, text: &str, role: Role, color: Color, room: Rectangle, clip: Rectangle) {
    one_line::write(renderer, text, role, color, room.intersection(&clip).unwrap_or(room), Alignment::Center);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_inside_the_window_wherever_its_field_is() {
        let window = Size::new(1024.0, 700.0);
        let field = |x: f32, y: f32| Rectangle::new(Point::new(x, y), Size::new(140.0, 38.0));
        assert_eq!(place(field(300.0, 100.0), window).y, 142.0, "below");
        assert!(place(field(300.0, 650.0), window).y + SIZE.height <= 646.0, "above, beside nothing");
        for window in [window, Size::new(683.0, 467.0)] {
            for x in [0.0, 400.0, window.width - 140.0] {
                for y in [0.0, 230.0, window.height - 38.0] {
                    let at = place(field(x, y), window);
                    assert!(at.x >= 0.0 && at.x + SIZE.width <= window.width, "{x} {y}");
                    assert!(at.y >= 0.0 && at.y + SIZE.height <= window.height, "{x} {y}");
                }
            }
        }
    }
}
