//! The small calendar of a date field. What is typed in the field stays the
//! truth: the calendar opens at it, and choosing a day types that day.

mod month;
mod sheet;

use iced::keyboard::{Key, Modifiers, key::Named};
use jiff::civil::Date;

use self::month::Step;
pub(super) use self::sheet::over;
use crate::date::FuzzyDate;
use crate::locale::Locale;

/// What a calendar says, and which day it is today.
#[derive(Debug, Clone)]
pub struct Words {
    /// From Monday on, two letters each.
    weekdays: Vec<String>,
    /// From January on.
    months: Vec<String>,
    today: Date,
}

impl Words {
    /// The words of a language.
    pub fn new(locale: &Locale, today: Date) -> Self {
        let list = |text: String| text.split('|').map(|word| word.trim().to_owned()).collect();
        Self {
            weekdays: list(locale.text("window-calendar-weekdays")),
            months: list(locale.text("window-calendar-months")),
            today,
        }
    }

    /// Today.
    pub(super) fn today(&self) -> Date {
        self.today
    }

    fn month(&self, day: Date) -> &str {
        let place = usize::try_from(day.month() - 1).unwrap_or(0);
        self.months.get(place).map_or("", String::as_str)
    }
}

/// Where the user is in the calendar, while it is open.
#[derive(Debug, Default)]
pub(super) struct State {
    at: Option<Date>,
    /// The day that stands in the field.
    chosen: Option<Date>,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Moved,
    Chosen(Date),
    Closed,
    Ignored,
}

impl State {
    pub(super) fn is_open(&self) -> bool {
        self.at.is_some()
    }

    /// Opens at what stands in the field.
    pub(super) fn open(&mut self, date: Option<FuzzyDate>, today: Date) {
        self.chosen = date.and_then(FuzzyDate::calendar);
        self.at = Some(month::opening(date, today));
    }

    pub(super) fn close(&mut self) {
        *self = Self::default();
    }

    fn step(&mut self, step: Step) {
        self.at = self.at.map(|day| month::step(day, step));
    }

    /// What a key means while it is open.
    pub(super) fn handle_key(&mut self, key: &Key, modifiers: Modifiers) -> Answer {
        let (Some(at), Key::Named(named)) = (self.at, key) else { return Answer::Ignored };
        let page = if modifiers.shift() { Step::Years } else { Step::Months };
        self.step(match named {
            Named::ArrowLeft => Step::Days(-1),
            Named::ArrowRight => Step::Days(1),
            Named::ArrowUp => Step::Days(-7),
            Named::ArrowDown => Step::Days(7),
            Named::PageUp => page(-1),
            Named::PageDown => page(1),
            Named::Home => Step::StartOfWeek,
            Named::End => Step::EndOfWeek,
            Named::Enter => {
                self.close();
                return Answer::Chosen(at);
            }
            Named::Escape => {
                self.close();
                return Answer::Closed;
            }
            _ => return Answer::Ignored,
        });
        Answer::Moved
    }
}
