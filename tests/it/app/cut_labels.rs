//! Every screen in small windows, in both languages, with its panel open: no button is wrapped or
//! crushed, no label is cut.

use std::sync::{Arc, Mutex};

use iced::{Rectangle, Size};
use iced_test::Simulator;
use iced_test::selector::{Candidate, id};
use taphuan::app::screen::session::{self, attendance};
use taphuan::app::screen::{HistoryOf, Route, Tab, register};
use taphuan::app::widget::table::COLUMNS;
use taphuan::app::{Machine, Message, ScreenMessage};
use taphuan::domain::id::SessionId;
use taphuan::locale::Language;
use taphuan::sentence::Sentence;

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

/// A page, what is looked at on it, and how that is opened.
type Page = (Route, &'static str, fn(&mut Window));

/// All there are of a session, and beside them.
fn pages(session: SessionId) -> Vec<Page> {
    let tab = |tab| Route::Session(session, tab);
    let as_it_is: fn(&mut Window) = |_| ();
    vec![
        (Route::Home, "", as_it_is),
        (Route::Sessions, "", as_it_is),
        (Route::People, "", as_it_is),
        (Route::People, "a person", |window| open_row(window, "people")),
        (Route::Units, "", as_it_is),
        (Route::Units, "a unit", |window| open_row(window, "units")),
        (Route::Topics, "", as_it_is),
        (Route::Topics, "a topic", |window| open_row(window, "topics")),
        (Route::Register, "", as_it_is),
        (Route::Register, "a certificate", |window| open_row(window, "register")),
        (Route::Register, "an old register", open_old_register),
        (Route::History(HistoryOf::All), "", as_it_is),
        (Route::Settings, "", as_it_is),
        (Route::Settings, "the window", |window| window.see(Route::Settings, "settings-window")),
        (Route::Settings, "the file", |window| window.see(Route::Settings, "settings-file")),
        (Route::Settings, "personal data", |window| window.see(Route::Settings, "settings-personal")),
        (Route::Settings, "the program", |window| window.see(Route::Settings, "settings-about")),
        (tab(Tab::Info), "", as_it_is),
        (tab(Tab::Info), "a cluster", |window| window.press("cluster-add")),
        (tab(Tab::Delegates), "", as_it_is),
        (tab(Tab::Delegates), "a delegate", |window| open_row(window, "delegates")),
        (tab(Tab::Programme), "", as_it_is),
        (tab(Tab::Printing), "", as_it_is),
        (tab(Tab::Attendance), "", as_it_is),
        (tab(Tab::Attendance), "marks", |window| window.press("marking-all")),
        (tab(Tab::Attendance), "units", |window| look(window, attendance::Look::Units)),
        (tab(Tab::Attendance), "pages", |window| look(window, attendance::Look::Pages)),
        (tab(Tab::Attendance), "what does not agree", |window| window.press("reconcile")),
        (tab(Tab::Results), "", as_it_is),
        (tab(Tab::Results), "the rule", |window| window.press("result-rule")),
        (tab(Tab::Results), "a result", |window| open_row(window, "result-rows")),
    ]
}

/// Shows a page as it is looked at.
fn open(window: &mut Window, (page, _, how): Page) {
    // So high that nothing has to be scrolled to.
    window.resize(1366.0, 2400.0);
    // What was opened on it before is closed.
    window.go(Route::Home);
    window.go(page);
    how(window);
    close_toasts(window);
}

/// What stands on a toast would be taken for what it covers.
fn close_toasts(window: &mut Window) {
    for toast in 0..60 {
        let task = window.app.update(Message::CloseToast(toast));
        window.carry_out(task);
    }
}

/// Opens the first row, under the head of a table.
fn open_row(window: &mut Window, table: &'static str) {
    window.act(|ui| {
        let bounds = ui.find(id(table)).expect(table).bounds();
        ui.point_at(iced::Point::new(bounds.x + 120.0, bounds.y + 55.0));
        let _ = ui.simulate(iced_test::simulator::click());
    });
}

fn look(window: &mut Window, look: attendance::Look) {
    say(window, ScreenMessage::Session(session::Message::Attendance(attendance::Message::Look(look))));
}

fn open_old_register(window: &mut Window) {
    let text =
        "Số giấy chứng nhận;Họ và tên;Đơn vị;Ngày cấp\n09/CN-CU;Lê Thị Thử;Thôn Một, xã Tam Đại;12/5/2019\n";
    let path = window.write_beside("so-2019.csv", text);
    say(window, ScreenMessage::Register(register::Message::Old(register::old::Message::Picked(Some(path)))));
}

fn say(window: &mut Window, message: ScreenMessage) {
    let task = window.app.update(Message::Screen(message));
    window.carry_out(task);
}

#[test]
fn no_button_is_wrapped_and_no_label_is_cut_in_small_windows() {
    let mut wrong = Vec::new();
    for language in [Language::Vietnamese, Language::English] {
        let mut machine = Machine::default();
        machine.set_language(language);
        let mut window = Window::open_on(machine, |_| ());
        window.press("start-samples");
        let sessions = window.store().sessions().wait().expect("sessions");
        let largest = sessions.iter().max_by_key(|session| session.delegates).expect("five").id;
        for page in pages(largest) {
            open(&mut window, page);
            for ((width, height), scale) in
                MONITORS.into_iter().flat_map(|of| SCALES.map(|scale| (of, scale)))
            {
                let size = Size::new(width / scale, (height - BARS) / scale);
                window.resize(size.width, size.height);
                for (label, bounds) in crushed(&window) {
                    wrong
                        .push(format!("{:?} {} {language:?} {size:?}: “{label}” {bounds:?}", page.0, page.1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} labels:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a toast lies on: buttons, and where there is room what is found in other ways, too, such as fields.
fn covered(window: &Window) -> Vec<Rectangle> {
    let (presses, fields) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
    let (pressed, typed) = (presses.clone(), fields.clone());
    let mut ui = Simulator::with_size(window::settings(), window.size, window.app.view());
    let toasts = ui.find(id("toasts")).expect("a toast").bounds();
    let _ = ui.find(move |candidate: Candidate<'_>| -> Option<()> {
        match candidate {
            Candidate::Focusable { id: Some(name), visible_bounds: Some(seen), .. }
                if *name == iced::widget::Id::new(COLUMNS) =>
            {
                typed.lock().expect("one thread").push(seen);
            }
            Candidate::Focusable { visible_bounds: Some(seen), bounds, .. } if bounds.height <= BUTTON => {
                pressed.lock().expect("one thread").push(seen);
            }
            Candidate::TextInput { visible_bounds: Some(seen), .. } => {
                typed.lock().expect("one thread").push(seen);
            }
            _ => {}
        }
        None
    });
    let (presses, fields) = (presses.lock().expect("one thread"), fields.lock().expect("one thread"));
    let is_crowded = window.size.0 < 1000.0;
    let is_excused = |one: &Rectangle| is_crowded && fields.contains(one);
    let is_under = |one: &&Rectangle| one.intersects(&toasts) && !one.is_within(&toasts);
    presses.iter().filter(is_under).filter(|one| !is_excused(one)).copied().collect()
}

#[test]
fn a_toast_lies_on_no_button() {
    let mut window = Window::open(|_| ());
    window.press("start-samples");
    let sessions = window.store().sessions().wait().expect("sessions");
    let largest = sessions.iter().max_by_key(|session| session.delegates).expect("five").id;
    let mut wrong = Vec::new();
    for page in pages(largest) {
        open(&mut window, page);
        let toast = Message::MadeOpened(Some(Sentence::new("window-job-failed")));
        let task = window.app.update(toast);
        window.carry_out(task);
        for ((width, height), scale) in
            MONITORS.into_iter().flat_map(|of| [1.0, 1.5].map(|scale| (of, scale)))
        {
            let size = Size::new(width / scale, (height - BARS) / scale);
            window.resize(size.width, size.height);
            for bounds in covered(&window) {
                wrong.push(format!("{:?} {} {size:?}: {bounds:?}", page.0, page.1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
