//! How large the window is and where: as it was left, and never larger than its monitor has
//! room for.

use std::sync::OnceLock;

use iced::{Point, Size, Task, window};
use serde::{Deserialize, Serialize};

/// The size it opens with where it is not maximised.
pub(super) const USUAL: Size = Size::new(1200.0, 740.0);
/// The least it can have. It fits monitors of 1366 × 768 and of 1024 × 700 at 150 %, beside the task bar.
const LEAST: Size = Size::new(660.0, 390.0);
/// What the pages need to be seen whole, in their own pixels. `tests/it/app/screen_sizes.rs` holds
/// them to it.
const LEAST_VIEW: Size = Size::new(800.0, 400.0);
/// What the title bar of a window and the task bar take of a monitor's height.
const BARS: f32 = 70.0;
/// A window may reach a little over the edges of its monitor: systems count its frame.
const FRAME: f32 = 16.0;
/// What is left free around a window that was too large.
const AROUND: f32 = 40.0;

/// How the window was left, in pixels of the system, whatever size the text has.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowSize {
    width: f32,
    height: f32,
    maximized: bool,
    /// Where its upper left corner is, if that was ever told.
    place: Option<(f32, f32)>,
    /// The monitor it was on, if the system told its size.
    monitor: Option<(f32, f32)>,
    /// Its size while it was maximised: all the room there is.
    #[serde(skip)]
    room: Option<Size>,
    /// It is open: from then on it is the user's to say whether it is maximised.
    #[serde(skip)]
    open: bool,
}

impl Default for WindowSize {
    /// As it opens for the first time: what room there is is not known yet, and most offices
    /// have none to spare.
    fn default() -> Self {
        Self {
            width: USUAL.width,
            height: USUAL.height,
            maximized: true,
            place: None,
            monitor: None,
            room: None,
            open: false,
        }
    }
}

/// What is known of the window after its size changed, in its own pixels, which text that is
/// larger makes larger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Its size.
    pub size: Size,
    /// Whether it is maximised.
    pub maximized: bool,
    /// The size of its monitor, where the system tells it.
    pub monitor: Option<Size>,
    /// The scale of its text, by which the sizes are to be read: it may be another by now.
    pub text_scale: f32,
}

/// What has to be done about a window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mend {
    /// Nothing: it is to be seen whole.
    Nothing,
    /// It is larger than its monitor, or was to be maximised and is not.
    Maximize,
    /// It became larger than there is room for when it ceased to be maximised.
    Shrink(Size),
}

impl WindowSize {
    /// The window as it opens, with text of this scale.
    pub fn settings(self, text_scale: f32) -> window::Settings {
        // Nobody can have left it smaller or larger; a damaged file may say so.
        let side = |said: f32, least: f32| if said.is_finite() { said.clamp(least, 10_000.0) } else { least };
        let (width, height) = (side(self.width, LEAST.width), side(self.height, LEAST.height));
        window::Settings {
            // iced makes it larger by the scale of the text.
            size: Size::new(width / text_scale, height / text_scale),
            maximized: self.maximized,
            position: self.position(),
            min_size: Some(LEAST),
            ..window::Settings::default()
        }
    }

    /// Whether its pages, with text of this scale, have the room they need on its monitor.
    pub fn has_room_for(self, text_scale: f32) -> bool {
        self.monitor.is_none_or(|(width, height)| {
            width / text_scale >= LEAST_VIEW.width && (height - BARS) / text_scale >= LEAST_VIEW.height
        })
    }

    /// Where it opens: where it was left, as long as that is on the monitor.
    fn position(self) -> window::Position {
        // What iced asks is a function that holds nothing of its own.
        static LEFT: OnceLock<(Point, Size)> = OnceLock::new();
        let Some((x, y)) = self.place else { return window::Position::Default };
        LEFT.get_or_init(|| (Point::new(x, y), Size::new(self.width, self.height)));
        window::Position::SpecificWith(|window, monitor| match LEFT.get() {
            Some((place, size)) => placed(*place, *size, monitor),
            None => placed(Point::ORIGIN, window, monitor),
        })
    }

    /// Remembers where the window is as it closes.
    pub fn leave(&mut self, place: Option<Point>) {
        // Windows puts what is minimised far away.
        let is_far = |place: &Point| place.x < -10_000.0 || place.y < -10_000.0;
        if let Some(place) = place.filter(|place| !self.maximized && !is_far(place)) {
            self.place = Some((place.x, place.y));
        }
    }

    /// Remembers the window, and says whether it is to be mended.
    pub fn take_in(&mut self, now: Measured) -> Mend {
        let exceeds =
            |room: Size| now.size.width > room.width + FRAME || now.size.height > room.height + FRAME;
        if let Some(monitor) = now.monitor {
            self.monitor = Some((monitor.width * now.text_scale, monitor.height * now.text_scale));
        }
        // Some systems do not heed it while the window is made.
        let unheeded = self.maximized && !std::mem::replace(&mut self.open, true);
        self.maximized = now.maximized;
        match (self.room, now.monitor) {
            _ if now.maximized => self.room = Some(now.size),
            _ if unheeded => return Mend::Maximize,
            (Some(room), _) if exceeds(room) => {
                return Mend::Shrink(Size::new(room.width - AROUND, room.height - AROUND));
            }
            (None, Some(monitor)) if exceeds(monitor) => return Mend::Maximize,
            _ => {
                (self.width, self.height) =
                    (now.size.width * now.text_scale, now.size.height * now.text_scale)
            }
        }
        Mend::Nothing
    }
}

/// The place of a window on its monitor: where it was left, or in the middle if that is beside it,
/// on another monitor that may not be there.
fn placed(left: Point, size: Size, monitor: Size) -> Point {
    let is_seen = |at: f32, room: f32| (-FRAME..room - LEAST.height / 2.0).contains(&at);
    match is_seen(left.x, monitor.width) && is_seen(left.y, monitor.height) {
        true => left,
        false => {
            let middle = |side: f32, room: f32| ((room - side) / 2.0).max(0.0);
            Point::new(middle(size.width, monitor.width), middle(size.height, monitor.height))
        }
    }
}

/// Asks the system where the window is, if it tells.
pub fn place() -> Task<Option<Point>> {
    window::latest().then(|id| id.map_or_else(|| Task::done(None), window::position))
}

/// Asks the system about the window, whose size is now this, with text of this scale.
pub fn measure(size: Size, text_scale: f32) -> Task<Measured> {
    window::latest().and_then(move |id| {
        window::is_maximized(id).then(move |maximized| {
            window::monitor_size(id).map(move |monitor| Measured { size, maximized, monitor, text_scale })
        })
    })
}

/// Does what has to be done about the window.
pub fn mend<T: Send + 'static>(mend: Mend) -> Task<T> {
    match mend {
        Mend::Nothing => Task::none(),
        Mend::Maximize => window::latest().and_then(|id| window::maximize(id, true)),
        Mend::Shrink(size) => window::latest().and_then(move |id| window::resize(id, size)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On a monitor of 1366 × 768 at 125 %.
    fn measured(width: f32, height: f32, maximized: bool) -> Measured {
        let monitor = Some(Size::new(1092.8, 614.4));
        Measured { size: Size::new(width, height), maximized, monitor, text_scale: 1.0 }
    }

    #[test]
    fn a_window_larger_than_its_monitor_is_maximised() {
        for (width, height) in [(1200.0, 580.0), (1000.0, 740.0)] {
            let mut window = WindowSize { maximized: false, ..WindowSize::default() };
            assert_eq!(window.take_in(measured(width, height, false)), Mend::Maximize);
            assert_eq!(window.take_in(measured(1092.8, 550.0, true)), Mend::Nothing);
        }
        let nowhere = Measured { monitor: None, ..measured(5000.0, 5000.0, false) };
        let mut window = WindowSize { maximized: false, ..WindowSize::default() };
        assert_eq!(window.take_in(nowhere), Mend::Nothing, "the system places it itself");
    }

    #[test]
    fn it_is_maximised_as_it_was_left_and_once_only() {
        let mut window = WindowSize::default();
        assert_eq!(window.take_in(measured(900.0, 500.0, false)), Mend::Maximize);
        assert_eq!(window.take_in(measured(900.0, 500.0, false)), Mend::Nothing);
        assert!(!window.settings(1.0).maximized);
    }

    #[test]
    fn a_window_that_ceases_to_be_maximised_keeps_inside_the_room_there_is() {
        let mut window = WindowSize::default();
        window.take_in(measured(1092.8, 550.0, true));
        let mend = window.take_in(measured(1200.0, 740.0, false));
        assert_eq!(mend, Mend::Shrink(Size::new(1052.8, 510.0)));
        // Beside another window, as high as there is room.
        assert_eq!(window.take_in(measured(546.0, 552.0, false)), Mend::Nothing);
        assert_eq!((window.width, window.height), (546.0, 552.0));
    }

    #[test]
    fn it_opens_as_it_was_left_whatever_the_size_of_the_text() {
        let mut window = WindowSize { maximized: false, ..WindowSize::default() };
        window.take_in(Measured { text_scale: 1.5, ..measured(600.0, 400.0, false) });
        window.take_in(Measured { text_scale: 1.5, ..measured(728.0, 366.0, true) });
        assert!(window.settings(1.5).maximized);
        window.take_in(Measured { text_scale: 1.5, ..measured(600.0, 400.0, false) });
        let settings = window.settings(1.0);
        assert_eq!((settings.size, settings.maximized), (Size::new(900.0, 600.0), false));
    }

    #[test]
    fn text_is_as_large_as_the_monitor_has_room_for() {
        let on = |width: f32, height: f32, scale: f32| {
            let mut window = WindowSize::default();
            let monitor = Size::new(width / scale, height / scale);
            window.take_in(Measured { monitor: Some(monitor), ..measured(USUAL.width, USUAL.height, true) });
            [1.0, 1.25, 1.5].map(|text_scale| window.has_room_for(text_scale))
        };
        assert_eq!(on(1366.0, 768.0, 1.0), [true, true, true]);
        assert_eq!(on(1366.0, 768.0, 1.25), [true, true, false]);
        assert_eq!(on(1366.0, 768.0, 1.5), [true, false, false]);
        assert_eq!(on(1280.0, 720.0, 1.0), [true, true, true]);
        assert!(WindowSize::default().has_room_for(1.5), "the system tells nothing");
        // Told in pixels of the window, whatever the size of its text.
        let mut window = WindowSize::default();
        window.take_in(Measured { text_scale: 1.25, ..measured(1092.8, 550.0, true) });
        assert_eq!(window.monitor, Some((1366.0, 768.0)));
    }

    #[test]
    fn it_opens_where_it_was_left_if_that_is_on_its_monitor() {
        let (size, monitor) = (Size::new(900.0, 500.0), Size::new(1366.0, 768.0));
        for place in [Point::new(0.0, 0.0), Point::new(-8.0, 20.0), Point::new(800.0, 300.0)] {
            assert_eq!(placed(place, size, monitor), place);
        }
        let far = [(1366.0, 20.0), (-900.0, 20.0), (20.0, 900.0), (f32::NAN, 20.0), (20.0, f32::INFINITY)];
        for (x, y) in far {
            assert_eq!(placed(Point::new(x, y), size, monitor), Point::new(233.0, 134.0), "{x} {y}");
        }
        assert_eq!(placed(Point::new(5000.0, 0.0), Size::new(2000.0, 900.0), monitor), Point::ORIGIN);
    }

    #[test]
    fn a_place_is_remembered_only_of_a_window_that_was_free_to_be_there() {
        let mut window = WindowSize { maximized: false, ..WindowSize::default() };
        window.leave(Some(Point::new(40.0, 30.0)));
        window.leave(None);
        window.leave(Some(Point::new(-32_000.0, -32_000.0)));
        assert_eq!(window.place, Some((40.0, 30.0)));
        window.maximized = true;
        window.leave(Some(Point::new(-8.0, -8.0)));
        assert_eq!(window.place, Some((40.0, 30.0)));
    }

    #[test]
    fn nonsense_opens_a_window_that_can_be_seen() {
        for side in [f32::NAN, f32::INFINITY, -5.0, 0.0, 1e30] {
            let window = WindowSize { width: side, height: side, ..WindowSize::default() };
            let size = window.settings(1.0).size;
            assert!((LEAST.width..=10_000.0).contains(&size.width), "{side}");
            assert!((LEAST.height..=10_000.0).contains(&size.height), "{side}");
        }
    }
}
