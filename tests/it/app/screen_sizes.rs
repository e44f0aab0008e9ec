//! Every screen on the monitors that offices have, at every scale of the system and every size of
//! text: nothing that can be pressed lies outside of the window.

use std::sync::{Arc, Mutex};

use iced::{Rectangle, Size};
use iced_test::Simulator;
use iced_test::selector::Candidate;
use taphuan::app::screen::{HistoryOf, Route, Tab};
use taphuan::app::{App, Measured, Message};

use crate::support::window::{self, Window};

/// Monitors of offices: their width and height.
const MONITORS: [(f32, f32); 2] = [(1366.0, 768.0), (1280.0, 720.0)];
/// The scales that Windows offers for them.
const SCALES: [f32; 3] = [1.0, 1.25, 1.5];
/// The sections of the settings, by their keys.
const SECTIONS: [&str; 4] = ["settings-office", "settings-window", "settings-file", "settings-personal"];
/// The title bar of the window and the task bar of the system.
const BARS: f32 = 30.0 + 40.0;
/// The least width and height of what is pressed with a mouse.
const LEAST: f32 = 12.0;

/// What can be pressed and cannot be reached: neither in view nor in what scrolls.
fn out_of_reach(app: &App, size: Size) -> Vec<Rectangle> {
    let (pressed, scrolled) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
    let (presses, scrolls) = (pressed.clone(), scrolled.clone());
    let mut ui = Simulator::with_size(window::settings(), size, app.view());
    let _ = ui.find(move |candidate: Candidate<'_>| -> Option<()> {
        match candidate {
            Candidate::Focusable { bounds, .. } => presses.lock().expect("one thread").push(bounds),
            Candidate::Scrollable { visible_bounds: Some(seen), content_bounds, .. }
                if seen.height >= 40.0 && seen.width >= 40.0 =>
            {
                scrolls.lock().expect("one thread").push(content_bounds.expand(0.5));
            }
            _ => {}
        }
        None
    });
    let (pressed, scrolled) = (pressed.lock().expect("one thread"), scrolled.lock().expect("one thread"));
    let view = Rectangle::with_size(size).expand(0.5);
    let is_reached = |one: &&Rectangle| {
        let is_seen = one.is_within(&view) || scrolled.iter().any(|content| one.is_within(content));
        is_seen && one.width >= LEAST && one.height >= LEAST
    };
    pressed.iter().filter(|one| !is_reached(one)).copied().collect()
}

/// The window as large as it can be on a monitor, with the text that was chosen.
fn maximise(window: &mut Window, monitor: Size) {
    let room = |window: &Window| {
        let scale = window.app.scale_factor();
        Size::new(monitor.width / scale, (monitor.height - BARS) / scale)
    };
    let text_scale = window.app.scale_factor();
    let told = monitor * (1.0 / text_scale);
    let measured = Measured { size: room(window), maximized: true, monitor: Some(told), text_scale };
    let task = window.app.update(Message::Measured(measured));
    window.carry_out(task);
    // The text may have taken another size by now.
    let size = room(window);
    window.resize(size.width, size.height);
}

#[test]
fn nothing_lies_outside_of_the_window_on_any_monitor() {
    let mut window = Window::open_after(|_| ());
    window.click("Thử với dữ liệu mẫu");
    let sessions = window.store().sessions().wait().expect("sessions");
    let id = sessions.iter().max_by_key(|session| session.delegates).expect("five").id;
    let tabs = [Tab::Info, Tab::Delegates, Tab::Programme, Tab::Printing];
    let history = Route::History(HistoryOf::All);
    let pages = [Route::Home, Route::Sessions, Route::People, Route::Units, Route::Topics, history];
    let pages = pages.into_iter().chain(tabs.map(|tab| Route::Session(id, tab))).map(|page| (page, ""));
    let pages: Vec<(Route, &str)> = pages.chain(SECTIONS.map(|section| (Route::Settings, section))).collect();
    for text in ["100%", "125%", "150%"] {
        window.resize(1366.0, 768.0);
        window.see(Route::Settings, "settings-window");
        window.click(text);
        for (page, section) in &pages {
            window.see(*page, section);
            for ((width, height), scale) in
                MONITORS.into_iter().flat_map(|of| SCALES.map(|scale| (of, scale)))
            {
                maximise(&mut window, Size::new(width / scale, height / scale));
                let (width, height) = window.size;
                let out = out_of_reach(&window.app, Size::new(width, height));
                assert!(out.is_empty(), "{page:?} {section}, text {text}, {width} × {height}: {out:?}");
            }
        }
    }
}

#[test]
fn text_that_has_no_room_stays_small_whatever_was_told_before_it_became_so() {
    let mut window = Window::open_after(|_| ());
    window.click("Thử với dữ liệu mẫu");
    window.see(Route::Settings, "settings-window");
    window.click("150%");
    maximise(&mut window, Size::new(1366.0 / 1.5, 768.0 / 1.5));
    assert_eq!(window.app.scale_factor(), 1.0);
    // Asked while the text was large, answered when it was small.
    let mixed = Measured {
        size: Size::new(607.0, 300.0),
        maximized: true,
        monitor: Some(Size::new(1366.0 / 1.5, 768.0 / 1.5)),
        text_scale: 1.5,
    };
    let task = window.app.update(Message::Measured(mixed));
    window.carry_out(task);
    assert_eq!(window.app.scale_factor(), 1.0);
}
