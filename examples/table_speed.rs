//! How long a frame of a scrolling table of 100,000 rows takes:
//! `cargo run --release --example table_speed`. Scrolls, prints, closes.

use std::time::{Duration, Instant};

use iced::widget::container;
use iced::{Element, Subscription, Task, window};
use taphuan::app::theme::{palette, space, text};
use taphuan::app::widget::table::{Cell, Column, Selection, Width, table};

const ROWS: usize = 100_000;
const FRAMES: usize = 400;

#[derive(Default)]
struct Speed {
    selection: Selection,
    last: Option<Instant>,
    times: Vec<Duration>,
    shade: bool,
}

#[derive(Clone)]
enum Message {
    Frame,
    Selected,
}

impl Speed {
    fn update(&mut self, message: Message) -> Task<Message> {
        let Message::Frame = message else { return Task::none() };
        let now = Instant::now();
        if let Some(last) = self.last.replace(now) {
            self.times.push(now - last);
        }
        self.shade = !self.shade;
        self.selection.click(30 + self.times.len() * 2);
        if self.times.len() < FRAMES {
            return Task::none();
        }
        self.times.sort();
        let at = |share: usize| self.times[self.times.len() * share / 100].as_secs_f64() * 1000.0;
        println!("frame of {ROWS} rows: median {:.1} ms, 95 of 100 under {:.1} ms", at(50), at(95));
        iced::exit()
    }

    fn view(&self) -> Element<'_, Message> {
        let columns = [
            ("STT", Width::Fit),
            ("Họ và tên", Width::Name(5)),
            ("Giới", Width::Fit),
            ("Năm sinh", Width::Fit),
            ("Chức vụ", Width::Fill(4)),
            ("Đơn vị", Width::Fill(4)),
            ("Cụm", Width::Fit),
        ]
        .map(|(title, width)| Column::new(title, width).yields(1))
        .to_vec();
        let list = table(columns, ROWS, |row, column| match column {
            0 => Cell::muted((row + 1).to_string()),
            1 => Cell::strong(format!("Nguyễn Thị Ánh {}", row % 997)),
            2 => Cell::text(if row % 2 == 0 { "Nam" } else { "Nữ" }),
            3 => Cell::text((1950 + row % 50).to_string()),
            4 => Cell::text("Phó Chủ tịch UBMTTQ xã"),
            5 => Cell::text("Thôn Trung Đàn, xã Tam Đại"),
            _ => Cell::text(format!("Cụm {}", row % 5 + 1)),
        })
        .selection(&self.selection, |_| Message::Selected);
        container(list).padding(space::XL).into()
    }
}

fn main() -> iced::Result {
    iced::application(Speed::default, Speed::update, Speed::view)
        .settings(iced::Settings {
            fonts: text::FONTS.iter().map(|font| (*font).into()).collect(),
            default_font: text::REGULAR,
            ..iced::Settings::default()
        })
        .window_size((1366.0, 768.0))
        .style(|speed: &Speed, _| iced::theme::Style {
            background_color: palette::CANVASES[usize::from(speed.shade)],
            text_color: palette::INK,
        })
        .subscription(|_| -> Subscription<Message> { window::frames().map(|_| Message::Frame) })
        .run()
}
