//! A finger on the table: a tap is a click; dragging scrolls.

use iced::advanced::{Shell, mouse};
use iced::{Rectangle, touch};

use super::Table;
use super::geometry::Geometry;
use super::widget::{Finger, State};

/// How far a finger may move and still tap.
const SLACK: f32 = 8.0;

impl<Message: Clone> Table<'_, Message> {
    pub(super) fn touch(
        &mut self,
        state: &mut State,
        event: touch::Event,
        geometry: &Geometry,
        bounds: Rectangle,
        cursor: mouse::Cursor,
        shell: &mut Shell<'_, Message>,
    ) {
        let point = cursor.position().filter(|point| bounds.contains(*point));
        match event {
            touch::Event::FingerPressed { id, position } => {
                let (true, Some(point)) = (state.control.take(point.is_some(), shell), point) else { return };
                Self::grab(state, geometry, point);
                state.finger = Some(Finger { id, from: position, offset: state.offset, drags: false });
                // Of a table that has nothing to scroll, the page around it scrolls.
                if geometry.scrolls() {
                    shell.capture_event();
                }
            }
            touch::Event::FingerMoved { id, position } => {
                let Some(finger) = state.finger.as_mut().filter(|finger| finger.id == id) else { return };
                finger.drags |= finger.from.distance(position) > SLACK;
                if !finger.drags || !geometry.scrolls() {
                    return;
                }
                state.offset = match state.held {
                    Some(within) => geometry.dragged(cursor.position().unwrap_or(position).y - within),
                    None => geometry.clamp(finger.offset - (position.y - finger.from.y)),
                };
                shell.capture_event();
                shell.request_redraw();
            }
            touch::Event::FingerLifted { id, .. } => {
                let Some(finger) = state.finger.take_if(|finger| finger.id == id) else { return };
                let held = state.held.take().is_some();
                if let (Some(point), false) = (point, finger.drags || held) {
                    self.press(state, geometry, point, shell);
                    self.let_go(state, geometry, shell);
                    shell.capture_event();
                }
                shell.request_redraw();
            }
            touch::Event::FingerLost { .. } => {
                state.finger = None;
                state.held = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use iced::widget::{column, scrollable};
    use iced::{Element, Event, Point, touch};
    use iced_test::Simulator;
    use iced_test::selector::id;

    use crate::app::widget::table::{Cell, Column, Selection, Width, table};
    use crate::app::widget::{button, checkbox, select};

    #[derive(Debug, Clone, PartialEq)]
    enum Said {
        Selected(Vec<usize>),
        Opened(usize),
        Pressed,
        Checked(bool),
        Chosen(u8),
    }

    const FINGER: touch::Finger = touch::Finger(1);

    fn down(ui: &mut Simulator<'_, Said>, at: Point) {
        ui.point_at(at);
        let _ = ui.simulate([Event::Touch(touch::Event::FingerPressed { id: FINGER, position: at })]);
    }

    fn moved(ui: &mut Simulator<'_, Said>, at: Point) {
        ui.point_at(at);
        let _ = ui.simulate([Event::Touch(touch::Event::FingerMoved { id: FINGER, position: at })]);
    }

    fn up(ui: &mut Simulator<'_, Said>, at: Point) {
        let _ = ui.simulate([Event::Touch(touch::Event::FingerLifted { id: FINGER, position: at })]);
    }

    fn tap(ui: &mut Simulator<'_, Said>, at: Point) {
        down(ui, at);
        up(ui, at);
    }

    fn rows<'a>(count: usize, rows: &'a Selection) -> crate::app::widget::table::Table<'a, Said> {
        table(vec![Column::new("t", Width::Fill(1))], count, |row, _| Cell::text(format!("hàng {row}")))
            .selection(rows, |rows| Said::Selected(rows.rows().collect()))
            .on_open(Said::Opened)
    }

    fn said(ui: Simulator<'_, Said>) -> Vec<Said> {
        ui.into_messages().collect()
    }

    #[test]
    fn a_tap_selects_and_two_do_no_more() {
        let none = Selection::default();
        let mut ui = Simulator::new(Element::from(rows(100, &none)));
        let at = ui.find("hàng 2").expect("a row").bounds().center();
        tap(&mut ui, at);
        tap(&mut ui, Point::new(at.x + 7.0, at.y + 5.0));
        assert_eq!(said(ui), [Said::Selected(vec![2]), Said::Selected(vec![2])]);
    }

    #[test]
    fn a_finger_that_drags_scrolls_and_selects_nothing() {
        let none = Selection::default();
        let mut ui = Simulator::new(Element::from(rows(100, &none)));
        let row = |ui: &mut Simulator<'_, Said>| ui.find("hàng 10").map(|row| row.bounds().y);
        let before = row(&mut ui).expect("in view");
        let at = Point::new(200.0, before);
        down(&mut ui, at);
        moved(&mut ui, Point::new(at.x, at.y - 100.0));
        assert_eq!(row(&mut ui).expect("in view"), before - 100.0);
        up(&mut ui, Point::new(at.x, at.y - 100.0));
        moved(&mut ui, Point::new(at.x, at.y - 200.0));
        assert_eq!(row(&mut ui).expect("in view"), before - 100.0, "the finger is up");
        assert_eq!(said(ui), []);
    }

    #[test]
    fn the_page_around_a_short_table_scrolls_under_the_finger() {
        let none = Selection::default();
        let page = column![Element::from(rows(100, &none).fit())];
        let mut ui = Simulator::new(Element::from(scrollable(page)));
        let row = |ui: &mut Simulator<'_, Said>| {
            ui.find("hàng 10").expect("a row").visible_bounds().map(|bounds| bounds.y)
        };
        let before = row(&mut ui).expect("in view");
        let at = Point::new(200.0, before);
        down(&mut ui, at);
        moved(&mut ui, Point::new(at.x, at.y - 100.0));
        assert_eq!(row(&mut ui), Some(before - 100.0));
        up(&mut ui, Point::new(at.x, at.y - 100.0));
        assert_eq!(said(ui), []);
    }

    #[test]
    fn controls_are_pressed_by_a_finger() {
        let mut ui = Simulator::new(Element::from(column![
            Element::from(button::secondary(None, "nút").on_press(Said::Pressed)),
            Element::from(checkbox::checkbox(false, "ô", Said::Checked)),
            Element::from(
                select::select([(1, "một".to_owned()), (2, "hai".to_owned())], Some(&1))
                    .id("chọn")
                    .on_choose(Said::Chosen)
            ),
        ]));
        for text in ["nút", "ô"] {
            let at = ui.find(text).expect("a control").bounds().center();
            tap(&mut ui, at);
        }
        let list = ui.find(id("chọn")).expect("a list").bounds();
        tap(&mut ui, list.center());
        // The second entry of the menu under it.
        let second = Point::new(list.center().x, list.y + list.height + 8.0 + 34.0 * 1.5);
        tap(&mut ui, second);
        assert_eq!(said(ui), [Said::Pressed, Said::Checked(true), Said::Chosen(2)]);
    }
}
