//! How the tab is laid out: which paper, how, and the page view.

use iced::widget::scrollable::{Direction, Scrollbar};
use iced::widget::{column, container, row, scrollable};
use iced::{Element, Length, Padding};

use super::super::super::Context;
use super::words::Paper;
use super::{Message, State, kinds, options, page_view};
use crate::app::icon::Icon;
use crate::app::theme::{space, style};
use crate::app::widget::{button, empty};
use crate::domain::dossier::Dossier;

/// Width of the kinds, and of the options.
const KINDS: f32 = 200.0;
const OPTIONS: f32 = 232.0;
/// With less room than this, the kinds are a choice over the options.
const THREE_COLUMNS: f32 = 1040.0;

impl State {
    /// The tab.
    pub fn view<'a>(&'a self, dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
        let sidebar = if context.size.width < space::NARROW { space::SIDEBAR_NARROW } else { space::SIDEBAR };
        let room = context.size.width - sidebar;
        let three = room >= THREE_COLUMNS;
        let kinds = match three {
            true => kinds::kinds(self.choices.kind, context),
            false => kinds::choice(self.choices.kind, context),
        };
        let recipes = self.recipes.view(&self.choices, context).map(|recipes| recipes.map(Message::Recipe));
        let paper = Paper { choices: &self.choices, dossier, context };
        let options = options::options(paper, &self.certificate, recipes);
        let gap = 14.0;
        let (edge, beside) =
            if three { (space::XL, KINDS + OPTIONS + 2.0 * gap) } else { (space::L, OPTIONS + gap) };
        let page = match self.is_empty(dossier) {
            true => {
                let busy = self.busy.as_ref().and_then(|busy| busy.view(context));
                column![]
                    .push(busy)
                    .push(nobody(dossier, context))
                    .width(Length::Fill)
                    .height(Length::Fill)
                    .into()
            }
            false => page_view::page_view(self, dossier, room - 2.0 * edge - beside, context),
        };
        let scrolled = |content: Element<'a, Message>, width: f32| {
            let bar = Scrollbar::new().width(6).scroller_width(6).spacing(2);
            scrollable(container(content).width(Length::Fill))
                .direction(Direction::Vertical(bar))
                .style(style::scroll_bar)
                .width(width)
                .height(Length::Fill)
        };
        let page = if three {
            row![scrolled(kinds, KINDS), scrolled(options, OPTIONS), page]
        } else {
            row![scrolled(column![kinds, options].spacing(space::M).into(), OPTIONS), page]
        };
        page.spacing(gap).padding(Padding { top: 18.0, bottom: 18.0, left: edge, right: edge }).into()
    }
}

/// In place of the page view, for a paper of delegates of whom there are none.
fn nobody<'a>(dossier: &'a Dossier, context: Context<'a>) -> Element<'a, Message> {
    let go = button::primary(Some(Icon::Users), context.t("window-print-to-delegates"))
        .on_press(Message::ToDelegates(dossier.session.id));
    empty::empty(
        Icon::Printer,
        context.t("window-nothing-to-print"),
        context.t("window-nothing-to-print-cure"),
        [go.into()],
    )
}
