//! How large the window is: as it was left, and never larger than its monitor has room for.

use iced::{Size, Task, window};
use serde::{Deserialize, Serialize};

/// The size it opens with where it is not maximised.
pub(super) const USUAL: Size = Size::new(1200.0, 740.0);
/// The least it can have. It fits a monitor of 1366 × 768 at 150 %, beside the task bar.
const LEAST: Size = Size::new(800.0, 440.0);
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
        Self { width: USUAL.width, height: USUAL.height, maximized: true, room: None, open: false }
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
            min_size: Some(LEAST),
            ..window::Settings::default()
        }
    }

    /// Remembers the window, with text of this scale, and says whether it is to be mended.
    pub fn take_in(&mut self, now: Measured, text_scale: f32) -> Mend {
        let exceeds =
            |room: Size| now.size.width > room.width + FRAME || now.size.height > room.height + FRAME;
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
            _ => (self.width, self.height) = (now.size.width * text_scale, now.size.height * text_scale),
        }
        Mend::Nothing
    }
}

/// Asks the system about the window, whose size is now this.
pub fn measure(size: Size) -> Task<Measured> {
    window::latest().and_then(move |id| {
        window::is_maximized(id).then(move |maximized| {
            window::monitor_size(id).map(move |monitor| Measured { size, maximized, monitor })
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
        Measured { size: Size::new(width, height), maximized, monitor }
    }

    #[test]
    fn a_window_larger_than_its_monitor_is_maximised() {
        for (width, height) in [(1200.0, 580.0), (1000.0, 740.0)] {
            let mut window = WindowSize { maximized: false, ..WindowSize::default() };
            assert_eq!(window.take_in(measured(width, height, false), 1.0), Mend::Maximize);
            assert_eq!(window.take_in(measured(1092.8, 550.0, true), 1.0), Mend::Nothing);
        }
        let nowhere = Measured { monitor: None, ..measured(5000.0, 5000.0, false) };
        let mut window = WindowSize { maximized: false, ..WindowSize::default() };
        assert_eq!(window.take_in(nowhere, 1.0), Mend::Nothing, "the system places it itself");
    }

    #[test]
    fn it_is_maximised_as_it_was_left_and_once_only() {
        let mut window = WindowSize::default();
        assert_eq!(window.take_in(measured(900.0, 500.0, false), 1.0), Mend::Maximize);
        assert_eq!(window.take_in(measured(900.0, 500.0, false), 1.0), Mend::Nothing);
        assert!(!window.settings(1.0).maximized);
    }

    #[test]
    fn a_window_that_ceases_to_be_maximised_keeps_inside_the_room_there_is() {
        let mut window = WindowSize::default();
        window.take_in(measured(1092.8, 550.0, true), 1.0);
        let mend = window.take_in(measured(1200.0, 740.0, false), 1.0);
        assert_eq!(mend, Mend::Shrink(Size::new(1052.8, 510.0)));
        // Beside another window, as high as there is room.
        assert_eq!(window.take_in(measured(546.0, 552.0, false), 1.0), Mend::Nothing);
        assert_eq!((window.width, window.height), (546.0, 552.0));
    }

    #[test]
    fn it_opens_as_it_was_left_whatever_the_size_of_the_text() {
        let mut window = WindowSize { maximized: false, ..WindowSize::default() };
        window.take_in(measured(600.0, 400.0, false), 1.5);
        window.take_in(measured(728.0, 366.0, true), 1.5);
        assert!(window.settings(1.5).maximized);
        window.take_in(measured(600.0, 400.0, false), 1.5);
        let settings = window.settings(1.0);
        assert_eq!((settings.size, settings.maximized), (Size::new(900.0, 600.0), false));
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
