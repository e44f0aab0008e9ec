//! Every screen in small windows, in both languages, with its panel open: no button is wrapped or
//! crushed, no label is cut.

use std::sync::{Arc, Mutex};

use iced::{Rectangle, Size};
use iced_test::Simulator;
use iced_test::selector::Candidate;
use taphuan::app::screen::{HistoryOf, Route, Tab};
use taphuan::app::{Machine, Message};
use taphuan::locale::Language;

use crate::support::window::{self, Window};

/// Monitors of offices, each at the scales that Windows offers.
const MONITORS: [(f32, f32); 2] = [(1366.0, 768.0), (1024.0, 700.0)];
const SCALES: [f32; 3] = [1.0, 1.25, 1.5];
/// The bars of the window and of the system.
const BARS: f32 = 30.0 + 40.0;
/// A button is no higher than this, and one line of a label no higher than that.
const BUTTON: f32 = 38.0;
const LINE: f32 = 28.0;

/// Labels of buttons that do not stand whole on one line in them.
fn crushed(window: &Window) -> Vec<(String, Rectangle)> {
    let (presses, texts) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
    let (pressed, written) = (presses.clone(), texts.clone());
    let mut ui = Simulator::with_size(window::settings(), window.size, window.app.view());
    let _ = ui.find(move |candidate: Candidate<'_>| -> Option<()> {
        match candidate {
            Candidate::Focusable { bounds, visible_bounds: Some(_), .. } if bounds.height <= BUTTON => {
                pressed.lock().expect("one thread").push(bounds);
            }
            // What is scrolled out of view by half would be taken for what stands over it.
            Candidate::Text { bounds, visible_bounds: Some(seen), content, .. } if seen == bounds => {
                written.lock().expect("one thread").push((content.to_owned(), bounds));
            }
            _ => {}
        }
        None
    });
    let (presses, texts) = (presses.lock().expect("one thread"), texts.lock().expect("one thread"));
    let stands_in = |text: &Rectangle, press: &Rectangle| press.contains(text.center());
    let is_whole = |text: &Rectangle, press: &Rectangle| {
        // What is chosen in a list is no label: it ends in dots.
        text == press || text.is_within(&press.expand(0.5)) && text.height <= LINE && text.width >= 1.0
    };
    let crushed = |(_, text): &&(String, Rectangle)| {
        let mut around = presses.iter().filter(|press| stands_in(text, press));
        around.any(|press| !is_whole(text, press))
    };
    texts.iter().filter(crushed).cloned().collect()
}

/// A page, and what is pressed on it to open its panel, or which section of it is shown.
fn pages(session: taphuan::domain::id::SessionId) -> Vec<(Route, Option<&'static str>)> {
    let tab = |tab| Route::Session(session, tab);
    vec![
        (Route::Home, None),
        (Route::Sessions, None),
        (Route::People, None),
        (Route::People, Some("people")),
        (Route::Units, None),
        (Route::Units, Some("units")),
        (Route::Topics, None),
        (Route::Topics, Some("topics")),
        (Route::Register, None),
        (Route::History(HistoryOf::All), None),
        (Route::Settings, None),
        (Route::Settings, Some("settings-window")),
        (Route::Settings, Some("settings-file")),
        (Route::Settings, Some("settings-personal")),
        (tab(Tab::Info), None),
        (tab(Tab::Delegates), None),
        (tab(Tab::Delegates), Some("delegates")),
        (tab(Tab::Programme), None),
        (tab(Tab::Printing), None),
        (tab(Tab::Attendance), None),
        (tab(Tab::Results), None),
        (tab(Tab::Results), Some("result-rows")),
    ]
}

#[test]
fn no_button_is_wrapped_and_no_label_is_cut_in_small_windows() {
    let mut wrong = Vec::new();
    for language in [Language::Vietnamese, Language::English] {
        let mut machine = Machine::default();
        machine.set_language(language);
        let mut window = Window::open_on(machine, |_| ());
        window.press("start-samples");
        // What stands on the toast would be taken for what it covers.
        for toast in 0..4 {
            let task = window.app.update(Message::CloseToast(toast));
            window.carry_out(task);
        }
        let sessions = window.store().sessions().wait().expect("sessions");
        let id = sessions.iter().max_by_key(|session| session.delegates).expect("five").id;
        for (page, opened) in pages(id) {
            window.resize(1366.0, 768.0);
            window.go(page);
            if let Some(section) = opened.filter(|_| page == Route::Settings) {
                window.see(page, section);
            } else if let Some(name) = opened {
                // The first row, under the head of the table.
                window.act(|ui| {
                    let table = ui.find(iced_test::selector::id(name)).expect(name).bounds();
                    ui.point_at(iced::Point::new(table.x + 120.0, table.y + 55.0));
                    let _ = ui.simulate(iced_test::simulator::click());
                });
            }
            for ((width, height), scale) in
                MONITORS.into_iter().flat_map(|of| SCALES.map(|scale| (of, scale)))
            {
                let size = Size::new(width / scale, (height - BARS) / scale);
                window.resize(size.width, size.height);
                for (label, bounds) in crushed(&window) {
                    wrong.push(format!("{page:?} {opened:?} {language:?} {size:?}: “{label}” {bounds:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} labels:\n{}", wrong.len(), wrong.join("\n"));
}
