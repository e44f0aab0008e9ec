//! What is done with several people at once.

use iced::Element;
use iced::widget::column;

use super::panel::{head, paid_by_the_state, pay_options};
use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::small;
use crate::app::widget::button;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::domain::registry::PeopleEdit;
use crate::sentence::Sentence;

impl State {
    /// The panel of several people.
    pub(super) fn several<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let who = self.selected();
        let count = who.len();
        let title = context.say(&Sentence::new("window-people-selected").with("count", count));
        // Two who may be one are what most come here for.
        let merge = (count == 2).then(|| {
            column![
                button::secondary_small(Some(Icon::Users), context.t("window-people-merge"))
                    .id("people-merge")
                    .on_press_maybe(context.if_writable(Message::Merge(who.clone()))),
                small(context.t("window-people-merge-hint")),
            ]
            .spacing(space::XS)
        });
        let writes = context.can_write();
        let text = |id: &'static str, label: &str, offered: &[String], edit: fn(String) -> PeopleEdit| {
            let all = who.clone();
            field("")
                .label(context.t(label))
                .placeholder(context.t("window-people-unchanged"))
                .of((id, &who, self.edits_together))
                .id(id)
                .suggest(offered.to_vec())
                .on_commit_maybe(writes.then_some(move |text| Message::Together(all.clone(), edit(text))))
        };
        let position =
            text("people-position", "window-people-position-for-all", &self.facets.usual_positions, |text| {
                PeopleEdit { position: Some(Some(text)), ..PeopleEdit::default() }
            });
        let unit = text("people-unit", "window-people-unit-for-all", &self.facets.usual_units, |text| {
            PeopleEdit { unit: Some(Some(text)), ..PeopleEdit::default() }
        });
        let pay = select(pay_options(context), None)
            .label(context.t("window-people-pay"))
            .placeholder(context.t("window-people-unchanged"))
            .id("people-pay")
            .on_choose({
                let all = who.clone();
                move |paid| Message::Together(all.clone(), paid_by_the_state(paid))
            });
        let remove = button::danger_small(Some(Icon::Trash2), context.t("window-people-remove"))
            .id("person-remove")
            .on_press_maybe(context.if_writable(Message::Remove(who.clone())));
        column![head(title, String::new())]
            .push(merge)
            .push(position)
            .push(unit)
            .push(writes.then_some(pay))
            .push(self.call(who, context))
            .push(remove)
            .push(small(context.t("window-delegates-several-hint")))
            .spacing(space::M)
            .into()
    }
}
