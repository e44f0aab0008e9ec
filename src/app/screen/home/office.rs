//! The first start: which organisation this is. Its name heads every paper; it can be written later,
//! too, in the settings.

use iced::widget::{column, row};
use iced::{Alignment, Element, Length};

use super::Message;
use crate::app::icon::Icon;
use crate::app::screen::{Context, settings};
use crate::app::theme::space;
use crate::app::theme::text::{small, strong};
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::app::widget::{button, card, form};
use crate::domain::organisation::OrganisationDetails;

/// The level of an organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Level {
    /// Xã.
    #[default]
    Commune,
    /// Phường.
    Ward,
    /// Đặc khu: an island that is a commune by itself.
    SpecialZone,
    /// Tỉnh.
    Province,
    /// Thành phố.
    City,
    /// None of these: the name is typed whole.
    Other,
}

impl Level {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Commune, "window-first-level-commune"),
        (Self::Ward, "window-first-level-ward"),
        (Self::SpecialZone, "window-first-level-special-zone"),
        (Self::Province, "window-first-level-province"),
        (Self::City, "window-first-level-city"),
        (Self::Other, "window-first-level-other"),
    ];

    /// The name of the Front of a place of this level.
    fn name_of(self, place: &str) -> String {
        let level = match self {
            Self::Commune => "xã",
            Self::Ward => "phường",
            Self::SpecialZone => "đặc khu",
            Self::Province => "tỉnh",
            Self::City => "thành phố",
            Self::Other => return place.to_owned(),
        };
        format!("Ủy ban MTTQ Việt Nam {level} {place}")
    }
}

/// What is typed so far.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) level: Level,
    pub(super) place: String,
}

impl State {
    /// The organisation that this makes, once a place is named.
    pub(super) fn details(&self) -> Option<OrganisationDetails> {
        if self.place.is_empty() {
            return None;
        }
        let place = (self.level != Level::Other).then(|| self.place.clone());
        Some(settings::organisation_named(self.level.name_of(&self.place), place))
    }

    /// The card.
    pub(super) fn card<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let levels = Level::ALL.map(|(level, label)| (level, context.t(label)));
        let level = select(levels, Some(&self.level))
            .label(context.t("window-first-level"))
            .id("office-level")
            .on_choose(Message::Level);
        let (label, example) = match self.level {
            Level::Other => ("window-first-whole-name", "window-office-name-example"),
            _ => ("window-first-place", "window-first-place-example"),
        };
        let place = field(&self.place)
            .label(context.t(label))
            .placeholder(context.t(example))
            .id("office-place")
            .on_commit(Message::Place)
            .on_enter(Message::WriteOffice);
        let name = match self.place.is_empty() {
            true => context.t("window-first-later"),
            false => self.level.name_of(&self.place),
        };
        let write = button::secondary_small(Some(Icon::Check), context.t("window-first-write"))
            .id("office-write")
            .on_press_maybe(context.if_writable(Message::WriteOffice).filter(|_| !self.place.is_empty()));
        let foot = row![small(name).width(Length::Fill), write].spacing(space::M).align_y(Alignment::Center);
        let content = column![
            strong(context.t("window-first-question")),
            form::beside([level.into(), place.into()]),
            foot,
        ];
        card::card(content.spacing(space::M)).width(620.0).into()
    }
}
