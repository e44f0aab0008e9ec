//! The desk: the sheet as it prints, with the box of what is chosen on it. Boxes are moved and resized by mouse and
//! arrow keys. While one is dragged only its outline moves; the sheet follows when it is let go.

use iced::advanced::image::{FilterMethod, Image, Renderer as _};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{
    Background, Border, Color, Element, Event, Length as Wide, Point, Rectangle, Renderer, Size, Theme,
    Vector, window,
};

use crate::app::preview::Picture;
use crate::app::theme::palette;
use crate::domain::certificate_template::arranging::{self, Grip, Guide};
use crate::domain::certificate_template::{Design, ElementId, Length, Rect};

/// Half the side of a handle, in logical pixels, and from how far it is taken hold of.
const HANDLE: f32 = 4.0;
const REACH: f32 = 7.0;
/// From how far a box snaps to a line, in logical pixels.
const SNAP: f32 = 5.0;
/// The pointer may tremble so far before it drags.
const STILL: f32 = 3.0;
/// Room around the sheet.
const MARGIN: f32 = 20.0;
/// Logical pixels of one step of the wheel.
const WHEEL: f32 = 60.0;
/// How far keys move: usually, and with Ctrl.
const STEP: Length = Length::mm(1);
const FINE: Length = Length(1);

/// What is done on the desk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Doing {
    /// It has this size now.
    Sized(Size),
    /// A part is chosen, or none.
    Choose(Option<ElementId>),
    /// A part was let go here.
    Drop(ElementId, Rect),
    /// Keys move what is chosen so far, or make it larger.
    Nudge((Length, Length), bool),
    /// Larger, or smaller.
    Zoom(bool),
    /// As large as there is room.
    Fit,
}

/// The desk with a sheet on it.
pub fn desk<'a, Message: 'a>(
    picture: Option<&'a Picture>,
    design: &'a Design,
    chosen: Option<ElementId>,
    may_change: bool,
    on_do: impl Fn(Doing) -> Message + 'a,
) -> Element<'a, Message> {
    Element::new(Desk { picture, design, chosen, may_change, on_do: Box::new(on_do) })
}

/// What a key does on the desk, while no field is typed in.
pub fn of_key(key: &Key, modifiers: Modifiers, may_nudge: bool) -> Option<Doing> {
    let is_control = modifiers.command();
    let step = if is_control { FINE } else { STEP };
    let by = match key.as_ref() {
        _ if modifiers.alt() => return None,
        Key::Named(Named::ArrowLeft) => (Length(0) - step, Length(0)),
        Key::Named(Named::ArrowRight) => (step, Length(0)),
        Key::Named(Named::ArrowUp) => (Length(0), Length(0) - step),
        Key::Named(Named::ArrowDown) => (Length(0), step),
        Key::Character("+" | "=") if is_control => return Some(Doing::Zoom(true)),
        Key::Character("-") if is_control => return Some(Doing::Zoom(false)),
        Key::Character("0") if is_control => return Some(Doing::Fit),
        _ => return None,
    };
    may_nudge.then_some(Doing::Nudge(by, modifiers.shift()))
}

struct Desk<'a, Message> {
    picture: Option<&'a Picture>,
    design: &'a Design,
    chosen: Option<ElementId>,
    may_change: bool,
    on_do: Box<dyn Fn(Doing) -> Message + 'a>,
}

/// A part that is dragged.
#[derive(Debug, Clone)]
struct Drag {
    id: ElementId,
    grip: Grip,
    from: Point,
    /// Where it is by now; `None` while the pointer only trembled.
    at: Option<(Rect, Vec<Guide>)>,
}

#[derive(Debug, Default)]
struct State {
    told: Option<Size>,
    /// How far the sheet is moved up and to the left.
    offset: Vector,
    drag: Option<Drag>,
    /// Where the pointer was while it moves the sheet.
    scrolled: Option<Point>,
    modifiers: keyboard::Modifiers,
}

/// How the sheet lies on the desk.
#[derive(Debug, Clone, Copy)]
struct Lying {
    sheet: Rectangle,
    /// Logical pixels of a tenth of a millimetre.
    scale: f32,
}

impl Lying {
    fn point(self, at: Point) -> arranging::Point {
        let tenths = |pixels: f32| Length((pixels / self.scale).round() as i32);
        (tenths(at.x - self.sheet.x), tenths(at.y - self.sheet.y))
    }

    fn length(self, pixels: f32) -> Length {
        Length((pixels / self.scale).round() as i32)
    }

    fn place(self, length: Length) -> f32 {
        length.0 as f32 * self.scale
    }

    fn rectangle(self, rect: Rect) -> Rectangle {
        Rectangle {
            x: (self.sheet.x + self.place(rect.left)).round(),
            y: (self.sheet.y + self.place(rect.top)).round(),
            width: self.place(rect.width()).round(),
            height: self.place(rect.height()).round(),
        }
    }
}

impl<Message> Desk<'_, Message> {
    fn lying(&self, state: &State, ground: Rectangle) -> Option<Lying> {
        let size = self.picture?.size;
        let offset = self.offset(state, ground.size());
        let place = |sheet: f32, ground: f32| ((ground - sheet) / 2.0).max(MARGIN).floor();
        let at = Point::new(
            ground.x + place(size.width, ground.width) - offset.x,
            ground.y + place(size.height, ground.height) - offset.y,
        );
        let scale = size.width / self.design.page().sides().0.0 as f32;
        Some(Lying { sheet: Rectangle::new(at, size), scale })
    }

    fn offset(&self, state: &State, ground: Size) -> Vector {
        let sheet = self.picture.map_or(Size::ZERO, |picture| picture.size);
        let reach = |sheet: f32, ground: f32| (sheet + 2.0 * MARGIN - ground).max(0.0);
        Vector::new(
            state.offset.x.clamp(0.0, reach(sheet.width, ground.width)),
            state.offset.y.clamp(0.0, reach(sheet.height, ground.height)),
        )
    }

    fn scroll(&self, state: &mut State, ground: Size, by: Vector) {
        let before = self.offset(state, ground);
        state.offset = Vector::new((before.x + by.x).round(), (before.y + by.y).round());
        state.offset = self.offset(state, ground);
    }

    /// Where a part lies, also while it is dragged.
    fn rect(&self, state: &State, id: ElementId) -> Option<Rect> {
        let dragged = state.drag.as_ref().filter(|drag| drag.id == id).and_then(|drag| drag.at.as_ref());
        match dragged {
            Some((rect, _)) => Some(*rect),
            None => self.design.element(id).map(|element| element.place.rect()),
        }
    }

    /// What a press at a point takes hold of.
    fn taken(&self, state: &State, lying: Lying, at: Point) -> Option<(ElementId, Grip)> {
        let point = lying.point(at);
        let handle = self.chosen.and_then(|id| {
            let grip = Grip::at(self.rect(state, id)?, point, lying.length(REACH))?;
            Some((id, grip))
        });
        // What is chosen is moved although something lies over it.
        let own = || {
            let id = self.chosen?;
            let element = self.design.element(id)?;
            let is_text = element.content.style().is_some();
            (is_text && element.place.rect().holds(point)).then_some((id, Grip::Whole))
        };
        handle.or_else(|| arranging::under(self.design, point).map(|id| (id, Grip::Whole))).or_else(own)
    }

    fn say(&self, doing: Doing, shell: &mut Shell<'_, Message>) {
        shell.publish((self.on_do)(doing));
        shell.capture_event();
    }

    fn press(&self, state: &mut State, lying: Lying, at: Point, shell: &mut Shell<'_, Message>) {
        match self.taken(state, lying, at) {
            Some((id, grip)) => {
                if self.may_change {
                    state.drag = Some(Drag { id, grip, from: at, at: None });
                }
                if self.chosen != Some(id) {
                    self.say(Doing::Choose(Some(id)), shell);
                }
            }
            None => {
                state.scrolled = Some(at);
                if self.chosen.is_some() {
                    self.say(Doing::Choose(None), shell);
                }
            }
        }
    }

    fn moved(
        &self,
        state: &mut State,
        lying: Lying,
        to: Point,
        ground: Size,
        shell: &mut Shell<'_, Message>,
    ) {
        if let Some(drag) = &mut state.drag {
            let by = to - drag.from;
            if drag.at.is_none() && by.x.abs().max(by.y.abs()) < STILL {
                return;
            }
            let by = (lying.length(by.x), lying.length(by.y));
            // With Alt nothing snaps.
            let reach = if state.modifiers.alt() { Length(-1) } else { lying.length(SNAP) };
            drag.at = arranging::dragged(self.design, drag.id, drag.grip, by, reach);
            shell.request_redraw();
        } else if let Some(from) = state.scrolled {
            state.scrolled = Some(to);
            self.scroll(state, ground, from - to);
            shell.request_redraw();
        }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Desk<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn size(&self) -> Size<Wide> {
        Size::new(Wide::Fill, Wide::Fill)
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::atomic(limits, Wide::Fill, Wide::Fill)
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        let bounds = layout.bounds();
        match event {
            Event::Window(window::Event::RedrawRequested(_)) if state.told != Some(bounds.size()) => {
                state.told = Some(bounds.size());
                shell.publish((self.on_do)(Doing::Sized(bounds.size())));
            }
            // The same size may be other pixels now.
            Event::Window(window::Event::Rescaled(_)) => {
                state.told = None;
                shell.request_redraw();
            }
            Event::Keyboard(keyboard::Event::ModifiersChanged(modifiers)) => state.modifiers = *modifiers,
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)) => {
                state.scrolled = None;
                if let Some(Drag { id, at: Some((rect, _)), .. }) = state.drag.take() {
                    self.say(Doing::Drop(id, rect), shell);
                }
            }
            Event::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(Named::Escape), .. })
                if state.drag.is_some() =>
            {
                state.drag = None;
                shell.request_redraw();
                shell.capture_event();
            }
            _ if shell.is_event_captured() => {}
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)) => {
                if let (Some(lying), Some(at)) = (self.lying(state, bounds), cursor.position_over(bounds)) {
                    self.press(state, lying, at, shell);
                }
            }
            Event::Mouse(mouse::Event::CursorMoved { .. }) => {
                if let (Some(lying), Some(to)) = (self.lying(state, bounds), cursor.position()) {
                    self.moved(state, lying, to, bounds.size(), shell);
                }
            }
            Event::Mouse(mouse::Event::WheelScrolled { delta }) if cursor.is_over(bounds) => {
                let by = match delta {
                    mouse::ScrollDelta::Lines { x, y } => Vector::new(*x, *y) * -WHEEL,
                    mouse::ScrollDelta::Pixels { x, y } => Vector::new(-x, -y),
                };
                if state.modifiers.command() {
                    self.say(Doing::Zoom(by.y < 0.0), shell);
                } else {
                    self.scroll(state, bounds.size(), by);
                    shell.request_redraw();
                    shell.capture_event();
                }
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        let state = tree.state.downcast_ref::<State>();
        let grip = state.drag.as_ref().map(|drag| drag.grip).or_else(|| {
            let (lying, at) = (self.lying(state, layout.bounds())?, cursor.position_over(layout.bounds())?);
            self.taken(state, lying, at).map(|(_, grip)| grip)
        });
        match grip {
            None => mouse::Interaction::None,
            Some(Grip::Whole) if state.drag.is_some() => mouse::Interaction::Grabbing,
            Some(Grip::Whole) => mouse::Interaction::Pointer,
            Some(Grip::Sides { across: 0, .. }) => mouse::Interaction::ResizingVertically,
            Some(Grip::Sides { down: 0, .. }) => mouse::Interaction::ResizingHorizontally,
            Some(Grip::Sides { across, down }) if across == down => {
                mouse::Interaction::ResizingDiagonallyDown
            }
            Some(Grip::Sides { .. }) => mouse::Interaction::ResizingDiagonallyUp,
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_ref::<State>();
        let ground = layout.bounds();
        let Some(clip) = ground.intersection(viewport) else { return };
        let (Some(lying), Some(picture)) = (self.lying(state, ground), self.picture) else { return };
        renderer.with_layer(clip, |renderer| {
            outline(renderer, lying.sheet.expand(1.0), palette::LINE_STRONG, Color::WHITE);
            let image = Image::new(picture.handle.clone()).filter_method(FilterMethod::Nearest).snap(true);
            renderer.draw_image(image, lying.sheet, clip);
        });
        // Pictures of a layer lie over its shapes.
        renderer.with_layer(clip, |renderer| {
            let guides = state.drag.as_ref().and_then(|drag| drag.at.as_ref()).map(|(_, guides)| guides);
            for guide in guides.into_iter().flatten() {
                let line = match guide {
                    Guide::Down(at) => {
                        Rectangle { x: (lying.sheet.x + lying.place(*at)).round(), width: 1.0, ..lying.sheet }
                    }
                    Guide::Across(at) => Rectangle {
                        y: (lying.sheet.y + lying.place(*at)).round(),
                        height: 1.0,
                        ..lying.sheet
                    },
                };
                let quad = renderer::Quad { bounds: line, ..renderer::Quad::default() };
                renderer.fill_quad(quad, Background::Color(palette::BLUE));
            }
            let Some(rect) = self.chosen.and_then(|id| self.rect(state, id)) else { return };
            outline(renderer, lying.rectangle(rect), palette::BLUE, Color::TRANSPARENT);
            if !self.may_change {
                return;
            }
            for side in Grip::SIDES {
                let (x, y) = Grip::handle(rect, side);
                let at = Point::new(lying.sheet.x + lying.place(x), lying.sheet.y + lying.place(y));
                let handle = Rectangle {
                    x: (at.x - HANDLE).round(),
                    y: (at.y - HANDLE).round(),
                    width: 2.0 * HANDLE,
                    height: 2.0 * HANDLE,
                };
                outline(renderer, handle, palette::BLUE, Color::WHITE);
            }
        });
    }
}

fn outline(renderer: &mut Renderer, bounds: Rectangle, line: Color, ground: Color) {
    let quad = renderer::Quad {
        bounds,
        border: Border { color: line, width: 1.0, ..Border::default() },
        ..renderer::Quad::default()
    };
    renderer.fill_quad(quad, Background::Color(ground));
}
