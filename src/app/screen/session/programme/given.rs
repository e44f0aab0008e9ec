//! What became of the part of a presenter: given, by somebody else, not at all.

use iced::Element;
use iced::widget::column;

use super::{Context, Message, State, edit};
use crate::app::screen::Action;
use crate::app::theme::space;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::domain::id::ProgrammeItemId;
use crate::domain::programme::{Given, PlannedItem, Presenter};

/// What somebody chooses of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Nothing said: as planned.
    Open,
    /// Đã giảng.
    Given,
    /// Người khác giảng thay.
    Replaced,
    /// Không giảng.
    Not,
}

impl Choice {
    fn of(given: Option<&Given>) -> Self {
        match given {
            None => Self::Open,
            Some(Given::Given) => Self::Given,
            Some(Given::By(_)) => Self::Replaced,
            Some(Given::Not) => Self::Not,
        }
    }
}

impl State {
    /// Takes in what became of the part at a place of the chosen item.
    pub(super) fn give(
        &mut self,
        at: usize,
        planned: Vec<Presenter>,
        choice: Choice,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some(item) = self.item else { return Action::None };
        self.stands_in = (choice == Choice::Replaced).then_some((item, at));
        let given = match choice {
            Choice::Open => None,
            Choice::Given => Some(Given::Given),
            Choice::Not => Some(Given::Not),
            // Who stood in is typed next, and written then.
            Choice::Replaced => {
                return Action::Run(iced::widget::operation::focus(iced::widget::Id::new(STANDS_IN)));
            }
        };
        Action::note(context.store.set_given(item, at, planned, given))
    }

    /// Takes in who stood in.
    pub(super) fn stand_in(
        &mut self,
        at: usize,
        planned: Vec<Presenter>,
        name: String,
        context: Context<'_>,
    ) -> Action<Message> {
        let Some(item) = self.item else { return Action::None };
        let given = (!name.is_empty()).then_some(Given::By(name));
        self.stands_in = None;
        Action::save(key(item, at), context.store.set_given(item, at, planned, given))
    }

    /// The fields under a presenter; none where nobody teaches and nothing was written down.
    pub(super) fn given<'a>(
        &'a self,
        item: &'a PlannedItem,
        at: usize,
        planned: &'a [Presenter],
        known: Vec<String>,
        context: Context<'a>,
    ) -> Option<Element<'a, Message>> {
        let given = item.given.get(at).and_then(Option::as_ref);
        if given.is_none() && !item.details.kind.is_taught() {
            return None;
        }
        let choice = match self.stands_in == Some((item.id, at)) {
            true => Choice::Replaced,
            false => Choice::of(given),
        };
        let choices = [
            (Choice::Open, context.t("window-programme-given-open")),
            (Choice::Given, context.t("window-programme-given")),
            (Choice::Replaced, context.t("window-programme-given-replaced")),
            (Choice::Not, context.t("window-programme-given-not")),
        ];
        let list = select(choices, Some(&choice)).id("item-given");
        let list = match context.can_write() {
            true => list.on_choose(move |choice| Message::Given(at, planned.to_vec(), choice)),
            false => list,
        };
        let by = (choice == Choice::Replaced).then(|| {
            field(given.and_then(Given::by).unwrap_or_default())
                .placeholder(context.t("window-programme-given-by"))
                .in_drafts(context.drafts, key(item.id, at))
                .id(STANDS_IN)
                .suggest(known)
                .on_commit_maybe(
                    context.if_writable(move |name| Message::StandsIn(at, planned.to_vec(), name)),
                )
        });
        Some(column![list].push(by).spacing(space::XS).into())
    }
}

/// The field of who stood in.
const STANDS_IN: &str = "item-given-by";

fn key(item: ProgrammeItemId, at: usize) -> String {
    edit::key(item, &format!("given {at}"))
}

/// What became of a part, behind the name of whom it was planned for.
pub(super) fn told(given: Option<&Given>, context: Context<'_>) -> Option<String> {
    Some(match given? {
        Given::Given => context.t("window-programme-told-given"),
        Given::Not => context.t("window-programme-told-not"),
        Given::By(name) => context
            .say(&crate::sentence::Sentence::new("window-programme-told-by").with("name", name.as_str())),
    })
}
