//! Labels, hints and rows of a form.

use iced::widget::{Column, Row, column};
use iced::{Element, Length};

use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};

/// A control with its label above and a hint under it.
pub fn labelled<'a, Message: 'a>(
    label: Option<String>,
    hint: Option<String>,
    width: Length,
    control: impl Into<Element<'a, Message>>,
) -> Element<'a, Message> {
    if label.is_none() && hint.is_none() {
        return control.into();
    }
    column![]
        .push(label.map(|label| styled(label, Role::FieldLabel)))
        .push(control)
        .push(hint.map(small))
        .spacing(space::XS)
        .width(width)
        .into()
}

/// Fields under each other.
pub fn form<'a, Message: 'a>(fields: impl IntoIterator<Item = Element<'a, Message>>) -> Column<'a, Message> {
    Column::with_children(fields).spacing(space::M)
}

/// Fields beside each other, aligned at their labels.
pub fn beside<'a, Message: 'a>(fields: impl IntoIterator<Item = Element<'a, Message>>) -> Row<'a, Message> {
    Row::with_children(fields).spacing(space::M)
}
