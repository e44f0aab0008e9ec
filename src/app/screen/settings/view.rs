//! The page of settings: a section at a time.

use iced::widget::{Column, column, container, row, scrollable};
use iced::{Element, Length};

use super::section::Section;
use super::{Message, State, about, backups, file, machine, numbers, organisation, personal, signatories};
use crate::app::screen::{Context, Header};
use crate::app::theme::{space, style};
use crate::app::widget::card;
use crate::app::widget::tabs::{self, tabs};
use crate::domain::organisation::Organisation;

impl State {
    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let entry =
            |section: Section| tabs::Tab { value: section, label: context.t(section.label()), count: None };
        let tabs = tabs(Section::ALL.map(entry), self.section, Message::Section);
        let header = Header::new(context.t("window-settings-above"), context.t("window-nav-settings"));
        Header { tabs: Some(tabs), ..header }
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let Some(all) = &self.all else { return iced::widget::space().into() };
        let wide = context.size.width >= space::WIDE;
        let cards = column![].spacing(space::L).width(Length::Fill);
        let (left, right) = match self.section {
            Section::Office => self.office(all, wide, context),
            Section::Window => (cards.push(machine::card(context)), column![]),
            Section::File => {
                let samples = self.has_samples.then(|| file::samples(context));
                (cards.push(file::card(&self.check, context)).push(samples), column![backups::card(context)])
            }
            Section::Personal => {
                (cards.push(personal::card(self.kept_years, self.kept.as_deref(), context)), column![])
            }
            Section::About => {
                (cards.push(about::program(context)), column![about::licences(&self.about, context)])
            }
        };
        let right = right.spacing(space::L).width(Length::Fill);
        let page: Element<'_, Message> = match wide {
            true => row![left, right].spacing(space::L).into(),
            false => column![left, right].spacing(space::L).into(),
        };
        let page = container(page).padding([18.0, space::XL]);
        scrollable(page).style(style::scroll_bar).width(Length::Fill).height(Length::Fill).into()
    }

    /// What is entered of the organisation, and how it looks on paper.
    fn office<'a>(
        &'a self,
        all: &'a [Organisation],
        wide: bool,
        context: Context<'a>,
    ) -> (Column<'a, Message>, Column<'a, Message>) {
        let width = column_width(context, wide);
        let numbers = self.shown.as_ref().map(|shown| numbers::card(shown, context));
        let sheet = self.shown.as_ref().map(|shown| {
            let sheet = shown.sheet.view(width - 2.0 * space::L);
            card::titled(context.t("window-office-sheet"), None, sheet).width(Length::Fill)
        });
        let signatories =
            self.shown.as_ref().map(|shown| signatories::card(shown, &self.signatures, context));
        let entered = column![organisation::card(self, all, context)].push(numbers);
        (entered.spacing(space::L).width(Length::Fill), column![].push(sheet).push(signatories))
    }
}

/// Width of a column of cards, in logical pixels.
fn column_width(context: Context<'_>, wide: bool) -> f32 {
    let page = context.page_width();
    if wide { ((page - space::L) / 2.0).floor() } else { page.floor() }
}
