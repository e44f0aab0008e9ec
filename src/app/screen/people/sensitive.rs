//! What is sensitive by law, shown where it is kept or asked for, and nowhere else.

use iced::Element;
use iced::widget::{column, container, row};
use iced::{Length, Task};

use super::{Message, State};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::button;
use crate::app::widget::field::field;
use crate::app::widget::select::select;
use crate::domain::id::PersonId;
use crate::domain::person::Sensitive;
use crate::domain::person_field::{Holds, PersonField};
use crate::domain::registry::PersonRecord;

/// Names the first of its fields.
const FIRST: &str = "person-ethnicity";

/// What is changed when nothing is kept any more.
const ALL: &str = "all";

/// What was committed.
#[derive(Clone)]
pub enum Change {
    /// A line of text.
    Text(PersonField, String),
    /// Đảng viên.
    Party(Option<bool>),
    /// Nothing of it is kept any more.
    Forget,
}

impl Change {
    /// The name of the field it is of.
    fn name(&self) -> &'static str {
        match self {
            Self::Text(field, _) => field.code(),
            Self::Party(_) => PersonField::Party.code(),
            Self::Forget => ALL,
        }
    }

    fn make(&self, says: &mut Sensitive) {
        match self {
            Self::Text(field, text) => {
                if let Holds::Sensitive(line) = field.about().holds {
                    *line.of_mut(says) = Some(text.clone()).filter(|text| !text.is_empty());
                }
            }
            Self::Party(member) => says.party_member = *member,
            Self::Forget => *says = Sensitive::default(),
        }
    }
}

/// The draft of a field.
fn key(person: PersonId, field: &str) -> String {
    format!("person {person} sensitive {field}")
}

impl State {
    /// Shows the fields of somebody of whom nothing is kept yet.
    pub(super) fn show_sensitive(&mut self) -> Task<Message> {
        self.sensitive_shown = true;
        iced::widget::operation::focus(FIRST)
    }

    /// Takes in what was committed.
    pub(super) fn change_sensitive(
        &mut self,
        id: PersonId,
        change: Change,
        context: Context<'_>,
    ) -> Action<Message> {
        let field = change.name();
        if let Some(record) = self.in_panel(id) {
            change.make(&mut record.sensitive);
            // The fields stay where they are while they are emptied one by one.
            self.sensitive_shown = field != ALL;
        }
        let writing = context.store.edit_sensitive(id, field, move |says| change.make(says));
        match field {
            ALL => Action::write(writing, |()| None),
            _ => Action::save(key(id, field), writing),
        }
    }

    /// The fields, or a way to them.
    pub(super) fn sensitive<'a>(&self, record: &PersonRecord, context: Context<'a>) -> Element<'a, Message> {
        let (id, says) = (record.id, &record.sensitive);
        if says.is_empty() && !self.sensitive_shown {
            return button::quiet(Some(Icon::Plus), context.t("window-people-sensitive-add"))
                .id("person-sensitive")
                .on_press_maybe(context.if_writable(Message::ShowSensitive))
                .into();
        }
        let of = |field: PersonField| match field.about().holds {
            Holds::Sensitive(line) => sensitive_line(id, field, line.of(says).as_deref(), context),
            _ => party(id, says.party_member, context),
        };
        let fields: Vec<PersonField> = PersonField::sensitive().collect();
        let pairs = fields.chunks(2).map(|pair| {
            let halves = pair.iter().map(|field| container(of(*field)).width(Length::Fill).into());
            row(halves).spacing(space::M).into()
        });
        let forget = (!says.is_empty()).then(|| {
            button::quiet(Some(Icon::Trash2), context.t("window-people-sensitive-forget"))
                .id("person-sensitive-forget")
                .on_press_maybe(context.if_writable(Message::Sensitive(id, Change::Forget)))
        });
        column![
            styled(context.t("window-people-sensitive"), Role::FieldLabel),
            small(context.t("window-people-sensitive-hint")),
        ]
        .extend(pairs)
        .push(forget)
        .spacing(space::S)
        .into()
    }
}

fn sensitive_line<'a>(
    id: PersonId,
    what: PersonField,
    said: Option<&str>,
    context: Context<'a>,
) -> Element<'a, Message> {
    field(said.unwrap_or_default())
        .label(context.t(what.about().label))
        .in_drafts(context.drafts, key(id, what.code()))
        .id(format!("person-{}", what.code()))
        .on_commit_maybe(context.if_writable(move |text| Message::Sensitive(id, Change::Text(what, text))))
        .into()
}

/// Đảng viên, not one, or not known.
fn party<'a>(id: PersonId, member: Option<bool>, context: Context<'a>) -> Element<'a, Message> {
    let memberships = [
        (None, "–".to_owned()),
        (Some(true), context.t("window-people-party")),
        (Some(false), context.t("window-people-no-party")),
    ];
    let list = select(memberships, Some(&member))
        .label(context.t(PersonField::Party.about().label))
        .id("person-party");
    match context.can_write() {
        true => list.on_choose(move |member| Message::Sensitive(id, Change::Party(member))).into(),
        false => list.into(),
    }
}
