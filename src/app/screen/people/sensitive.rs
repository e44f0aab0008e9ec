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
use crate::domain::list::Sensitive;
use crate::domain::registry::PersonRecord;

/// Names the first of its fields.
const FIRST: &str = "person-ethnicity";

/// What is changed when nothing is kept any more.
const ALL: &str = "all";

/// One of its fields, as it was committed.
#[derive(Clone)]
pub enum Change {
    /// Dân tộc.
    Ethnicity(String),
    /// Tôn giáo.
    Religion(String),
    /// Đảng viên.
    Party(Option<bool>),
    /// Trình độ.
    Education(String),
    /// Nothing of it is kept any more.
    Forget,
}

impl Change {
    /// The field it is of.
    fn name(&self) -> &'static str {
        match self {
            Self::Ethnicity(_) => "ethnicity",
            Self::Religion(_) => "religion",
            Self::Party(_) => "party",
            Self::Education(_) => "education",
            Self::Forget => ALL,
        }
    }
}

impl Change {
    fn make(&self, says: &mut Sensitive) {
        let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        match self {
            Self::Ethnicity(name) => says.ethnicity = text(name),
            Self::Religion(name) => says.religion = text(name),
            Self::Party(member) => says.party_member = *member,
            Self::Education(level) => says.education = text(level),
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
        let Some(record) = self.record.as_mut().filter(|record| record.id == id) else { return Action::None };
        // The fields stay where they are while they are emptied one by one.
        self.sensitive_shown = !matches!(change, Change::Forget);
        let field = change.name();
        change.make(&mut record.sensitive);
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
        let line = |label: &str, name: &'static str, said: &Option<String>, change: fn(String) -> Change| {
            field(said.as_deref().unwrap_or_default())
                .label(context.t(label))
                .in_drafts(context.drafts, key(id, change(String::new()).name()))
                .id(name)
                .on_commit_maybe(context.if_writable(move |text| Message::Sensitive(id, change(text))))
        };
        let memberships = [
            (None, "–".to_owned()),
            (Some(true), context.t("window-people-party")),
            (Some(false), context.t("window-people-no-party")),
        ];
        let party = select(memberships, Some(&says.party_member))
            .label(context.t("window-field-party"))
            .id("person-party");
        let party: Element<'a, Message> = match context.can_write() {
            true => party.on_choose(move |member| Message::Sensitive(id, Change::Party(member))).into(),
            false => party.into(),
        };
        let forget = (!says.is_empty()).then(|| {
            button::quiet(Some(Icon::Trash2), context.t("window-people-sensitive-forget"))
                .id("person-sensitive-forget")
                .on_press_maybe(context.if_writable(Message::Sensitive(id, Change::Forget)))
        });
        let half = |content: Element<'a, Message>| container(content).width(Length::Fill);
        column![
            styled(context.t("window-people-sensitive"), Role::FieldLabel),
            small(context.t("window-people-sensitive-hint")),
            row![
                half(line("window-field-ethnicity", FIRST, &says.ethnicity, Change::Ethnicity).into()),
                half(
                    line("window-field-religion", "person-religion", &says.religion, Change::Religion).into()
                ),
            ]
            .spacing(space::M),
            row![
                half(party),
                half(
                    line("window-field-education", "person-education", &says.education, Change::Education)
                        .into()
                ),
            ]
            .spacing(space::M),
        ]
        .push(forget)
        .spacing(space::S)
        .into()
    }
}
