//! Fields and the focus: when a draft is committed, restored, refused; in which
//! order Tab goes; what typing tools send.

use crate::support::window::key_event;
use iced::advanced::widget::operation::Outcome;
use iced::advanced::{clipboard, input_method};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::widget::{column, row};
use iced::{Element, Event, mouse, window};
use iced_test::Simulator;
use iced_test::selector::id;
use taphuan::app::theme::space;
use taphuan::app::widget::date_field::{date_field, day_field};
use taphuan::app::widget::field::{Drafts, PAUSE, commit_all, field, focus_on, telling, text_area};
use taphuan::app::widget::select::select;
use taphuan::app::widget::table::{Cell, Column, Selection, Width, table};
use taphuan::app::widget::{button, card, checkbox, dialog, focus, form, inert, search, typing};
use taphuan::domain::date::FuzzyDate;
use taphuan::locale::{Language, Locale};

#[derive(Debug, Clone, PartialEq)]
enum Said {
    Name(String),
    Born(Option<FuzzyDate>),
    Pressed,
    Checked(bool),
    Chosen(u8),
    Selected(Vec<usize>),
    Closed,
    Scrolled,
}

type Ui<'a> = Simulator<'a, Said>;

fn key(key: Named, modifiers: Modifiers) -> Event {
    key_event(Key::Named(key), modifiers)
}

fn frame_after(wait: std::time::Duration) -> Event {
    Event::Window(window::Event::RedrawRequested(std::time::Instant::now() + wait))
}

fn root<'a>(content: impl Into<Element<'a, Said>>) -> Ui<'a> {
    let mut ui = Simulator::new(typing::typing(focus::focus_ring(content, Said::Scrolled)));
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    ui
}

fn one_field<'a>(value: &str) -> Ui<'a> {
    root(column![
        Element::from(field(value).id("name").on_commit(Said::Name)),
        Element::from(button::secondary(None, "Khác").on_press(Said::Pressed)),
    ])
}

fn said(ui: Ui<'_>) -> Vec<Said> {
    ui.into_messages().collect()
}

fn name(text: &str) -> Said {
    Said::Name(text.to_owned())
}

#[test]
fn a_draft_is_committed_when_the_focus_leaves() {
    let mut ui = one_field("");
    let _ = ui.click(id("name")).expect("field");
    let _ = ui.typewrite(" Nguyễn  Thị Ánh ");
    let _ = ui.simulate([key(Named::Tab, Modifiers::empty())]);
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    assert_eq!(said(ui), [name("Nguyễn Thị Ánh")]);

    let mut ui = one_field("");
    let _ = ui.click(id("name")).expect("field");
    let _ = ui.typewrite("An");
    let _ = ui.click("Khác").expect("button");
    assert_eq!(said(ui), [name("An"), Said::Pressed], "saved before the button acts");
}

#[test]
fn a_draft_is_committed_by_enter_by_ctrl_s_by_a_pause_and_by_closing() {
    let endings: [(&str, Vec<Event>); 4] = [
        ("enter", vec![key(Named::Enter, Modifiers::empty())]),
        ("ctrl s", vec![key_event(Key::Character("s".into()), Modifiers::CTRL)]),
        ("pause", vec![frame_after(PAUSE * 2)]),
        ("close", vec![Event::Window(window::Event::CloseRequested)]),
    ];
    for (ending, events) in endings {
        let mut ui = one_field("Cũ");
        let _ = ui.click(id("name")).expect("field");
        let _ = ui.typewrite(" mới");
        let _ = ui.simulate([frame_after(PAUSE / 2)]);
        let _ = ui.simulate(events);
        assert_eq!(said(ui), [name("Cũ mới")], "{ending}");
    }
}

#[test]
fn escape_and_undo_restore_the_value_only_while_there_is_a_draft() {
    let undo = || key_event(Key::Character("z".into()), Modifiers::CTRL);
    for restore in [key(Named::Escape, Modifiers::empty()), undo()] {
        let mut ui = one_field("Cũ");
        let _ = ui.click(id("name")).expect("field");
        let _ = ui.typewrite("x");
        let first = ui.simulate([restore.clone()]);
        assert_eq!(first, [iced::event::Status::Captured]);
        let second = ui.simulate([restore]);
        assert_eq!(second, [iced::event::Status::Ignored], "the window's turn");
        let _ = ui.simulate([key(Named::Tab, Modifiers::empty()), frame_after(PAUSE * 2)]);
        assert_eq!(said(ui), []);
    }
}

#[test]
fn a_date_is_read_as_people_write_it_or_refused_beside_the_field() {
    let locale = Locale::new(Language::Vietnamese);
    let ui = || {
        root(column![
            Element::from(date_field(&locale, None, Said::Born).id("born")),
            Element::from(button::secondary(None, "Khác").on_press(Said::Pressed)),
        ])
    };
    for (typed, date) in [("25/9", "XXXX-09-25"), ("5/9/2020", "2020-09-05"), ("2020", "2020")] {
        let mut ui = ui();
        let _ = ui.click(id("born")).expect("field");
        let _ = ui.typewrite(typed);
        let _ = ui.simulate([key(Named::Enter, Modifiers::empty())]);
        assert_eq!(said(ui), [Said::Born(Some(date.parse().expect("date")))], "{typed}");
    }
    let mut ui = ui();
    let _ = ui.click(id("born")).expect("field");
    let _ = ui.typewrite("31/2");
    let _ = ui.simulate([frame_after(PAUSE * 2)]);
    let reason = "Tháng này không có ngày đó. Hãy xem lại ngày và tháng.";
    assert!(ui.find(reason).is_err(), "not while typing may go on");
    let _ = ui.simulate([key(Named::Tab, Modifiers::empty()), frame_after(std::time::Duration::ZERO)]);
    assert!(ui.find(reason).is_ok());
    assert!(ui.find("31/2").is_ok(), "what was typed stays");
    assert_eq!(said(ui), []);
}

#[test]
fn tab_reaches_every_control_in_order_and_back() {
    let rows = Selection::default();
    let mut ui = root(column![
        Element::from(field("a").on_commit(Said::Name)),
        Element::from(button::secondary(None, "off")),
        Element::from(checkbox::checkbox(false, "c", Said::Checked)),
        Element::from(
            select([(1, "một".to_owned()), (2, "hai".to_owned())], Some(&1)).on_choose(Said::Chosen)
        ),
        Element::from(
            table(vec![Column::new("t", Width::Fill(1))], 3, |_, _| Cell::text("r"))
                .selection(&rows, |rows| Said::Selected(rows.rows().collect()))
        ),
        Element::from(button::primary(None, "end").on_press(Said::Pressed)),
    ]);
    let tab = || key(Named::Tab, Modifiers::empty());
    let back = || key(Named::Tab, Modifiers::SHIFT);
    let space = || key(Named::Space, Modifiers::empty());
    let down = || key(Named::ArrowDown, Modifiers::empty());
    let _ = ui.simulate([tab()]);
    let _ = ui.typewrite("b");
    let _ = ui.simulate([tab(), space()]);
    let _ = ui.simulate([tab(), space(), down(), key(Named::Enter, Modifiers::empty())]);
    let _ = ui.simulate([tab(), down()]);
    let _ = ui.simulate([tab(), key(Named::Enter, Modifiers::empty())]);
    // Round the end, and back again.
    let _ = ui.simulate([tab(), back(), space()]);
    assert_eq!(
        said(ui),
        [
            name("b"),
            Said::Checked(true),
            Said::Chosen(2),
            Said::Selected(vec![0]),
            Said::Pressed,
            Said::Pressed,
        ]
    );
}

#[test]
fn a_dialog_keeps_the_focus() {
    let page = button::secondary(None, "page").on_press(Said::Name("page".into()));
    let page = iced::widget::container(page).center(iced::Length::Fill);
    let content = dialog::dialog(
        "Hỏi",
        Element::from(button::secondary(None, "one").on_press(Said::Pressed)),
        [button::secondary(None, "two").on_press(Said::Checked(true)).into()],
        Said::Closed,
    );
    let mut ui = root(dialog::over(page, Some(content), Said::Closed, Said::Pressed));
    let enter = || key(Named::Enter, Modifiers::empty());
    let tab = || key(Named::Tab, Modifiers::empty());
    let _ = ui.simulate([enter(), tab(), enter(), tab(), enter()]);
    assert!(ui.find("page").is_err(), "the page does not even answer searches");
    assert_eq!(said(ui), [Said::Pressed, Said::Checked(true), Said::Pressed]);
}

#[test]
fn a_dialog_in_which_something_was_typed_asks_before_it_closes() {
    let dialog = |drafts: &Drafts| {
        let fields = form::form([
            field("").id("typed").on_commit(Said::Name).into(),
            field("").id("kept").in_drafts(drafts, "person 1 name").on_commit(Said::Name).into(),
        ]);
        let dialog = dialog::dialog("Hỏi", fields, [], Said::Closed);
        let page = iced::widget::container("trang").center(iced::Length::Fill);
        root(dialog::over(page, Some(dialog), Said::Closed, Said::Pressed))
    };
    let beside = iced::Point::new(5.0, 5.0);
    let drafts = Drafts::default();
    let mut untouched = dialog(&drafts);
    untouched.point_at(beside);
    let _ = untouched.simulate(iced_test::simulator::click());
    assert_eq!(said(untouched), [Said::Closed]);

    let mut typed = dialog(&drafts);
    let _ = typed.click(id("typed")).expect("the field");
    let _ = typed.typewrite("An");
    typed.point_at(beside);
    let _ = typed.simulate(iced_test::simulator::click());
    assert_eq!(said(typed), [name("An"), Said::Pressed], "it is committed, and asked about");

    let mut left = dialog(&drafts);
    let _ = left.click(id("typed")).expect("the field");
    let _ = left.typewrite("An");
    let _ = left.simulate([key(Named::Tab, Modifiers::empty()), key(Named::Escape, Modifiers::empty())]);
    assert!(said(left).contains(&Said::Pressed), "nor does Esc close it");

    let mut kept = dialog(&drafts);
    let _ = kept.click(id("kept")).expect("the field");
    let _ = kept.typewrite("An");
    kept.point_at(beside);
    let _ = kept.simulate(iced_test::simulator::click());
    assert_eq!(said(kept), [name("An"), Said::Closed], "what saves by itself is not lost");
}

#[test]
fn letters_from_typing_tools_arrive_whole() {
    let commit = |text: &str| Event::InputMethod(input_method::Event::Commit(text.to_owned()));
    let mut ui = one_field("");
    let _ = ui.click(id("name")).expect("field");
    // Decomposed text, and Enter sent as text before the word it ends.
    let _ = ui.simulate([commit("Nguye\u{302}\u{303}n "), commit("\r"), commit("Ánh")]);
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    assert_eq!(said(ui), [name("Nguyễn Ánh")]);

    let mut ui = one_field("");
    let _ = ui.click(id("name")).expect("field");
    let several = Event::Keyboard(keyboard::Event::KeyPressed {
        key: Key::Unidentified,
        modified_key: Key::Unidentified,
        physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
        location: keyboard::Location::Standard,
        modifiers: Modifiers::empty(),
        text: Some("Đặng".into()),
        repeat: false,
    });
    let _ = ui.simulate([several, commit("\t")]);
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO), key(Named::Enter, Modifiers::empty())]);
    assert_eq!(said(ui), [name("Đặng"), Said::Pressed], "the Tab moved on to the button");
}

#[test]
fn a_key_waits_for_the_word_that_it_ends() {
    let commit = |text: &str| Event::InputMethod(input_method::Event::Commit(text.to_owned()));
    let shown = |text: &str| Event::InputMethod(input_method::Event::Preedit(text.to_owned(), None));
    let mut ui = root(column![
        Element::from(field("").id("name").on_commit(Said::Name)),
        Element::from(field("").id("next").on_commit(Said::Name)),
    ]);
    let _ = ui.click(id("name")).expect("field");
    let _ = ui.simulate([commit("Ngọc "), shown("Ánh"), shown(""), commit("\t")]);
    // ibus sends the word by another way, frames later.
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    let _ = ui.simulate([shown(""), commit("Ánh")]);
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    assert_eq!(said(ui), [name("Ngọc Ánh")], "nothing of it came into the next field");
}

#[test]
#[cfg(target_os = "linux")]
fn the_word_being_typed_stays_when_the_window_loses_the_focus() {
    let commit = |text: &str| Event::InputMethod(input_method::Event::Commit(text.to_owned()));
    let shown = |text: &str| Event::InputMethod(input_method::Event::Preedit(text.to_owned(), None));
    let away = Event::Window(window::Event::Unfocused);
    for late in [None, Some(commit("Ánh"))] {
        let mut ui = one_field("");
        let _ = ui.click(id("name")).expect("field");
        let _ = ui.simulate([commit("Ngọc "), shown("Ánh"), away.clone()]);
        let _ = ui.simulate(late);
        let _ = ui.simulate([frame_after(PAUSE)]);
        assert_eq!(said(ui), [name("Ngọc Ánh")], "once, though the tool may send it, too");
    }
}

#[test]
fn suggestions_are_found_without_diacritics() {
    let mut ui = root(Element::from(
        field("")
            .id("unit")
            .suggest(vec!["Xã Tam Đại".into(), "Xã Tam Dân".into(), "Thôn Đại An".into()])
            .on_commit(Said::Name),
    ));
    let _ = ui.click(id("unit")).expect("field");
    let _ = ui.typewrite("dai");
    let _ = ui.simulate([
        key(Named::ArrowDown, Modifiers::empty()),
        key(Named::ArrowDown, Modifiers::empty()),
        key(Named::Enter, Modifiers::empty()),
    ]);
    assert_eq!(said(ui), [name("Thôn Đại An")]);
}

#[test]
fn each_arrow_key_of_one_frame_is_a_step_of_its_own() {
    let rows = Selection::one(0);
    let mut ui = root(Element::from(
        table(vec![Column::new("t", Width::Fill(1))], 9, |_, _| Cell::text("r"))
            .selection(&rows, |rows| Said::Selected(rows.rows().collect())),
    ));
    let down = || key(Named::ArrowDown, Modifiers::empty());
    let _ = ui.simulate([key(Named::Tab, Modifiers::empty())]);
    let _ = ui.simulate([down(), down(), key(Named::ArrowDown, Modifiers::SHIFT)]);
    assert_eq!(
        said(ui),
        [Said::Selected(vec![1]), Said::Selected(vec![2]), Said::Selected(vec![2, 3])],
        "the screen has not heard of the first when the second comes"
    );
}

#[test]
fn a_button_in_the_head_of_a_card_keeps_its_height() {
    let aside = button::secondary_small(None, "Thêm").id("add").on_press(Said::Pressed);
    let mut ui = root(card::titled("Cụm", Some(aside.into()), iced::widget::space()));
    let height = |ui: &mut Ui<'_>| ui.find(id("add")).expect("button").bounds().height;
    assert_eq!(height(&mut ui), space::CONTROL_S);
}

#[test]
fn a_button_is_pressed_where_it_is_let_go_and_only_there() {
    let ui = || {
        root(row![
            Element::from(button::secondary(None, "một").on_press(Said::Checked(true))),
            Element::from(button::secondary(None, "hai").on_press(Said::Checked(false))),
        ])
    };
    let left = |pressed: bool| {
        let button = mouse::Button::Left;
        Event::Mouse(match pressed {
            true => mouse::Event::ButtonPressed(button),
            false => mouse::Event::ButtonReleased(button),
        })
    };
    let at = |ui: &mut Ui<'_>, name: &str| ui.find(name).expect("button").bounds().center();

    let mut dragged = ui();
    let (one, two) = (at(&mut dragged, "một"), at(&mut dragged, "hai"));
    dragged.point_at(one);
    let _ = dragged.simulate([left(true)]);
    dragged.point_at(two);
    let _ = dragged.simulate([left(false)]);
    // The focus stayed where the mouse went down: Space presses that one.
    let _ = dragged.simulate([key(Named::Space, Modifiers::empty())]);
    assert_eq!(said(dragged), [Said::Checked(true)]);

    let mut held = ui();
    let mut repeated = key(Named::Enter, Modifiers::empty());
    if let Event::Keyboard(keyboard::Event::KeyPressed { repeat, .. }) = &mut repeated {
        *repeat = true;
    }
    let tab = key(Named::Tab, Modifiers::empty());
    let _ = held.simulate([tab, key(Named::Enter, Modifiers::empty()), repeated.clone(), repeated]);
    assert_eq!(said(held), [Said::Checked(true)], "holding Enter presses once");
}

fn dated<'a>(locale: &'a Locale) -> Ui<'a> {
    let date = "2020-09-25".parse().expect("a date");
    root(column![
        Element::from(day_field(locale, Some(date), None, Said::Born).id("born").width(140.0)),
        Element::from(button::secondary(None, "Khác").on_press(Said::Pressed)),
    ])
}

fn born(date: &str) -> Said {
    Said::Born(Some(date.parse().expect("a date")))
}

#[test]
fn the_calendar_is_used_with_keys_alone() {
    let locale = Locale::new(Language::Vietnamese);
    let plain = |named| key(named, Modifiers::empty());
    let open = [plain(Named::Tab), plain(Named::ArrowDown)];
    let chosen = |keys: &[Named]| {
        let mut ui = dated(&locale);
        let _ = ui.simulate(open.clone());
        let _ = ui.simulate(keys.iter().map(|named| plain(*named)).collect::<Vec<_>>());
        said(ui)
    };
    assert_eq!(chosen(&[Named::ArrowRight, Named::Enter]), [born("2020-09-26")]);
    assert_eq!(chosen(&[Named::ArrowUp, Named::Enter]), [born("2020-09-18")]);
    assert_eq!(chosen(&[Named::PageDown, Named::Home, Named::Enter]), [born("2020-10-19")]);
    assert_eq!(chosen(&[Named::PageUp, Named::End, Named::Enter]), [born("2020-08-30")]);

    // Esc closes it and nothing else; the focus is still in the field.
    let mut ui = dated(&locale);
    let _ = ui.simulate(open);
    let closed = ui.simulate([plain(Named::ArrowRight), plain(Named::Escape)]);
    assert_eq!(closed, [iced::event::Status::Captured; 2]);
    assert_eq!(ui.simulate([plain(Named::Escape)]), [iced::event::Status::Ignored], "the window's turn");
    let _ = ui.typewrite("2021");
    let _ = ui.simulate([plain(Named::Enter)]);
    assert_eq!(said(ui), [born("2021")]);
}

#[test]
fn the_calendar_is_used_with_the_mouse_alone() {
    let locale = Locale::new(Language::Vietnamese);
    let mut ui = dated(&locale);
    let field = ui.find(id("born")).expect("field").bounds();
    let click = |ui: &mut Ui<'_>, x: f32, y: f32| {
        ui.point_at(iced::Point::new(x, y));
        let _ = ui.simulate(iced_test::simulator::click());
    };
    let button = (field.x + field.width - field.height / 2.0, field.center_y());
    click(&mut ui, button.0, button.1);
    // September 2020 begins on a Tuesday: the second place of the first week.
    let sheet = field.y + field.height + space::XS + space::S;
    click(&mut ui, field.x + space::S + 36.0 * 1.5, sheet + 32.0 + 24.0 + 15.0);
    assert_eq!(said(ui), [born("2020-09-01")]);

    // A second press on its button closes it: the day under it is not there to press.
    let mut ui = dated(&locale);
    click(&mut ui, button.0, button.1);
    click(&mut ui, button.0, button.1);
    click(&mut ui, field.x + space::S + 36.0 * 1.5, sheet + 32.0 + 24.0 + 15.0);
    assert_eq!(said(ui), []);
}

const KEY: &str = "person 12 phone";
const REASON: &str = "không phải số";

/// A field that takes digits only and is kept, as a screen builds it each time.
fn phone<'a>(drafts: &Drafts, value: &str) -> Ui<'a> {
    let digits = |text: &str| match text.chars().all(|c| c.is_ascii_digit()) {
        true => Ok(()),
        false => Err(REASON.to_owned()),
    };
    root(column![
        Element::from(field(value).id("name").in_drafts(drafts, KEY).check(digits).on_commit(Said::Name)),
        Element::from(button::secondary(None, "Khác").on_press(Said::Pressed)),
    ])
}

#[test]
fn a_refused_text_is_there_again_when_the_field_is() {
    let drafts = Drafts::default();
    let mut ui = phone(&drafts, "1");
    let _ = ui.click(id("name")).expect("field");
    let _ = ui.typewrite("x");
    let _ = ui.simulate([frame_after(PAUSE * 2)]);
    assert_eq!(drafts.unsaved(), [], "not while typing may go on");
    let _ = ui.simulate([key(Named::Tab, Modifiers::empty())]);
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    assert_eq!(said(ui), []);
    assert_eq!(drafts.unsaved()[0].text, "1x");

    // Another value meanwhile, as by an undo elsewhere.
    let mut ui = phone(&drafts, "2");
    assert!(ui.find("1x").is_ok() && ui.find(REASON).is_ok());
    let _ = ui.click(id("name")).expect("field");
    let _ = ui.simulate([key(Named::Escape, Modifiers::empty())]);
    assert!(ui.find("2").is_ok() && ui.find(REASON).is_err());
    assert_eq!(drafts.unsaved(), []);
}

#[test]
fn what_the_file_refused_stands_in_the_field_and_is_tried_again() {
    let drafts = Drafts::default();
    let change = |ui: &mut Ui<'_>, typed: &str| {
        let _ = ui.click(id("name")).expect("field");
        let _ = ui.typewrite(typed);
        let _ = ui.simulate([key(Named::Tab, Modifiers::empty())]);
        let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    };
    let mut ui = phone(&drafts, "1");
    change(&mut ui, "2");
    assert_eq!(said(ui), [name("12")]);
    assert!(phone(&drafts, "1").find("12").is_ok(), "on its way");

    drafts.failed(KEY, "đĩa đầy");
    let mut ui = phone(&drafts, "1");
    assert!(ui.find("12").is_ok() && ui.find("đĩa đầy").is_ok());
    change(&mut ui, "");
    assert_eq!(said(ui), [name("12")], "leaving it again tries again");
    assert_eq!(drafts.unsaved(), []);
    drafts.saved(KEY);
    assert!(phone(&drafts, "12").find("12").is_ok());
}

#[test]
fn a_text_of_several_lines_says_nothing_until_typing_pauses() {
    let area = || {
        root(column![
            Element::from(text_area("").id("name").on_commit(Said::Name)),
            Element::from(button::secondary(None, "Khác").on_press(Said::Pressed)),
        ])
    };
    let mut ui = area();
    let _ = ui.click(id("name")).expect("field");
    let low = ui.find(id("name")).expect("field").bounds().height;
    let _ = ui.typewrite("Mục  đích ");
    let _ = ui.simulate([key(Named::Enter, Modifiers::empty())]);
    let _ = ui.typewrite("yêu cầu ");
    let _ = ui.simulate([frame_after(std::time::Duration::ZERO)]);
    assert!(ui.find(id("name")).expect("field").bounds().height > low, "it grows");
    let _ = ui.simulate([frame_after(PAUSE * 2), frame_after(PAUSE * 4)]);
    let _ = ui.typewrite("x");
    assert!(ui.find("Mục  đích \nyêu cầu x").is_ok(), "the caret stands where it stood");
    let _ = ui.simulate([key(Named::Escape, Modifiers::empty())]);
    let _ = ui.simulate([key(Named::Escape, Modifiers::empty()), frame_after(PAUSE * 2)]);
    assert_eq!(said(ui), [name("Mục đích\nyêu cầu")]);

    let endings: [(&str, Event); 3] = [
        ("tab", key(Named::Tab, Modifiers::empty())),
        ("ctrl s", key_event(Key::Character("s".into()), Modifiers::CTRL)),
        ("close", Event::Window(window::Event::CloseRequested)),
    ];
    for (ending, event) in endings {
        let mut ui = area();
        let _ = ui.click(id("name")).expect("field");
        let _ = ui.typewrite("An");
        let _ = ui.simulate([event, frame_after(std::time::Duration::ZERO)]);
        assert_eq!(said(ui), [name("An")], "{ending}");
    }
}

/// An interface with a clipboard that holds this text.
struct Raw<'a> {
    ui: iced_test::runtime::UserInterface<'a, Said, iced::Theme, iced::Renderer>,
    renderer: iced::Renderer,
    held: Held,
    said: Vec<Said>,
}

struct Held(&'static str);

impl clipboard::Clipboard for Held {
    fn read(&self, _kind: clipboard::Kind) -> Option<String> {
        Some(self.0.to_owned())
    }

    fn write(&mut self, _kind: clipboard::Kind, _contents: String) {}
}

impl<'a> Raw<'a> {
    fn new(content: impl Into<Element<'a, Said>>, held: &'static str) -> Self {
        let mut renderer = iced::Renderer::new(iced::Font::DEFAULT, 16.0.into());
        let content = typing::typing(focus::focus_ring(content, Said::Scrolled));
        let cache = iced_test::runtime::user_interface::Cache::new();
        let size = iced::Size::new(800.0, 600.0);
        let ui = iced_test::runtime::UserInterface::build(content, size, cache, &mut renderer);
        Self { ui, renderer, held: Held(held), said: Vec::new() }
    }

    /// The same window with other contents.
    fn showing(self, content: impl Into<Element<'a, Said>>) -> Self {
        let Self { ui, mut renderer, held, said } = self;
        let content = typing::typing(focus::focus_ring(content, Said::Scrolled));
        let size = iced::Size::new(800.0, 600.0);
        let ui = iced_test::runtime::UserInterface::build(content, size, ui.into_cache(), &mut renderer);
        Self { ui, renderer, held, said }
    }

    fn simulate(&mut self, events: &[Event]) {
        let cursor = mouse::Cursor::Unavailable;
        let _ = self.ui.update(events, cursor, &mut self.renderer, &mut self.held, &mut self.said);
    }

    /// Carries out what a task asks of the widgets, and says what it says.
    fn carry_out(&mut self, task: iced::Task<Said>) {
        let Some(mut actions) = iced_test::runtime::task::into_stream(task) else { return };
        let next =
            |actions: &mut _| iced::futures::executor::block_on(iced::futures::StreamExt::next(actions));
        while let Some(action) = next(&mut actions) {
            match action {
                iced_test::runtime::Action::Output(said) => self.said.push(said),
                iced_test::runtime::Action::Widget(operation) => {
                    let mut following = Some(operation);
                    while let Some(mut operation) = following.take() {
                        self.ui.operate(&self.renderer, operation.as_mut());
                        if let Outcome::Chain(next) = operation.finish() {
                            following = Some(next);
                        }
                    }
                }
                _ => {}
            }
        }
    }
}

#[test]
fn the_window_is_told_when_a_field_refuses_what_is_typed_and_when_it_is_given_up() {
    let drafts = Drafts::default();
    let checked =
        field("").in_drafts(&drafts, "person 1 phone").check(|_| Err("no".to_owned())).on_commit(Said::Name);
    let mut raw = Raw::new(telling(checked, &drafts, Said::Pressed), "c");
    raw.simulate(&[key(Named::Tab, Modifiers::empty())]);
    raw.simulate(&[key_event(Key::Named(Named::Insert), Modifiers::SHIFT)]);
    assert_eq!(raw.said, [], "not at each key");
    raw.simulate(&[key(Named::Enter, Modifiers::empty())]);
    assert_eq!(raw.said, [Said::Pressed]);
    raw.simulate(&[key(Named::Escape, Modifiers::empty())]);
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
    assert_eq!(raw.said, [Said::Pressed, Said::Pressed]);
}

#[test]
fn a_double_click_on_a_primary_button_is_one_press_and_does_not_close_what_it_opened() {
    let click = || {
        [
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left)),
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left)),
        ]
    };
    let twice = |button: Element<'static, Said>| {
        let mut raw = Raw::new(button, "");
        let cursor = mouse::Cursor::Available(iced::Point::new(20.0, 20.0));
        for event in [click(), click()].concat() {
            let _ = raw.ui.update(&[event], cursor, &mut raw.renderer, &mut raw.held, &mut raw.said);
        }
        raw.said
    };
    assert_eq!(twice(button::primary(None, "Thêm").on_press(Said::Pressed).into()), [Said::Pressed]);
    let others = twice(button::secondary(None, "Xuống").on_press(Said::Pressed).into());
    assert_eq!(others, [Said::Pressed, Said::Pressed]);

    let page = || Element::from(button::secondary(None, "Mở").on_press(Said::Pressed));
    let over = |is_open: bool| {
        let asked = is_open.then(|| dialog::dialog("Hỏi", column![], [], Said::Closed));
        dialog::over(page(), asked, Said::Closed, Said::Pressed)
    };
    let mut raw = Raw::new(over(false), "");
    let cursor = mouse::Cursor::Available(iced::Point::new(20.0, 20.0));
    let _ = raw.ui.update(&click(), cursor, &mut raw.renderer, &mut raw.held, &mut raw.said);
    let mut raw = raw.showing(over(true));
    let _ = raw.ui.update(&click(), cursor, &mut raw.renderer, &mut raw.held, &mut raw.said);
    assert_eq!(raw.said, [Said::Pressed]);
}

#[test]
fn widgets_that_remember_nothing_and_ours_take_each_others_place() {
    let mut raw = Raw::new(column![row!["a"]], "");
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
    let mut raw = raw.showing(column![telling("a", &Drafts::default(), Said::Pressed)]);
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
}

#[test]
fn the_field_that_is_sought_gets_the_focus_and_is_scrolled_to() {
    let drafts = Drafts::default();
    let one = |number: usize| {
        field("")
            .in_drafts(&drafts, format!("person {number} name"))
            .on_commit(move |text| Said::Name(format!("{number} {text}")))
            .into()
    };
    let fields = iced::widget::Column::with_children((0..40).map(one)).spacing(20);
    let mut raw = Raw::new(inert::page(iced::widget::scrollable(fields), false), "c");
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
    raw.carry_out(focus_on("person 50 name".to_owned(), Said::Pressed));
    assert_eq!(raw.said, [], "it is not on show");
    raw.carry_out(focus_on("person 33 name".to_owned(), Said::Pressed));
    assert_eq!(raw.said, [Said::Pressed]);
    raw.simulate(&[key_event(Key::Named(Named::Insert), Modifiers::SHIFT)]);
    raw.simulate(&[key(Named::Enter, Modifiers::empty())]);
    assert_eq!(raw.said, [Said::Pressed, name("33 c")]);
}

#[test]
fn pasted_cells_and_lines_are_parted_by_a_space_in_one_line() {
    let modifiers = |held| Event::Keyboard(keyboard::Event::ModifiersChanged(held));
    let pastings = [
        ("ctrl v", Modifiers::CTRL, Key::Character("v".into())),
        ("shift insert", Modifiers::SHIFT, Key::Named(Named::Insert)),
    ];
    for (pasting, held, pressed) in pastings {
        let pasted = |content: Element<'static, Said>| {
            let mut raw = Raw::new(content, "Nguyễn Văn Test\t1970\r\n");
            raw.simulate(&[key(Named::Tab, Modifiers::empty()), modifiers(held)]);
            raw.simulate(&[key_event(pressed.clone(), held), modifiers(Modifiers::empty())]);
            raw.simulate(&[frame_after(PAUSE * 2)]);
            raw.said
        };
        let one = pasted(field("").on_commit(Said::Name).into());
        assert_eq!(one, [name("Nguyễn Văn Test 1970")], "{pasting}");
        let found = pasted(search::search("", "Tìm", Said::Name));
        assert_eq!(found, [name("Nguyễn Văn Test 1970")], "{pasting} to search");
        let several = pasted(column![text_area("").on_commit(Said::Name)].into());
        assert_eq!(several, [name("Nguyễn Văn Test 1970")], "{pasting} of one row");
    }
    let mut raw = Raw::new(column![text_area("").on_commit(Said::Name)], "một\r\nhai");
    raw.simulate(&[
        key(Named::Tab, Modifiers::empty()),
        key_event(Key::Named(Named::Insert), Modifiers::SHIFT),
    ]);
    raw.simulate(&[frame_after(PAUSE * 2)]);
    assert_eq!(raw.said, [name("một\nhai")], "several lines stay so where there is room");
}

#[test]
fn all_fields_commit_when_they_are_told() {
    let mut raw = Raw::new(
        column![
            Element::from(field("a").on_commit(Said::Name)),
            Element::from(text_area("b").on_commit(Said::Name)),
        ],
        "c",
    );
    let insert = || key_event(Key::Named(Named::Insert), Modifiers::SHIFT);
    raw.simulate(&[key(Named::Tab, Modifiers::empty()), insert()]);
    raw.carry_out(commit_all(Said::Pressed));
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
    assert_eq!(raw.said, [Said::Pressed, name("c")], "at once, and what has no draft says nothing");
}

#[test]
fn a_menu_that_is_open_outlives_a_list_that_became_shorter() {
    let tab = || key(Named::Tab, Modifiers::empty());
    let plain = |key_: Named| key(key_, Modifiers::empty());
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let offering =
        |offered: &[&str]| column![Element::from(field("").suggest(names(offered)).on_commit(Said::Name))];
    let mut raw = Raw::new(offering(&["An", "Bình", "Cao An"]), "An");
    raw.simulate(&[tab(), key_event(Key::Named(Named::Insert), Modifiers::SHIFT)]);
    // What is typed is saved after a pause, and with it the name that stood there goes.
    let mut raw = raw.showing(offering(&["An", "Cao An"]));
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
    raw.simulate(&[plain(Named::ArrowDown), plain(Named::ArrowDown), plain(Named::Enter)]);
    assert_eq!(raw.said, [name("Cao An")]);

    let choosing = |choices: u8| {
        let choices = (1..=choices).map(|one| (one, one.to_string()));
        column![Element::from(select(choices, Some(&1)).on_choose(Said::Chosen))]
    };
    let mut raw = Raw::new(choosing(3), "");
    raw.simulate(&[tab(), plain(Named::Space), plain(Named::End)]);
    let mut raw = raw.showing(choosing(1));
    raw.simulate(&[frame_after(std::time::Duration::ZERO)]);
    raw.simulate(&[plain(Named::Enter), plain(Named::Space), plain(Named::ArrowUp), plain(Named::Enter)]);
    assert_eq!(raw.said, [], "what is no more is not chosen");
}
