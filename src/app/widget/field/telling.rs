//! Tells the window that more or fewer texts are unsaved than it shows: a field refuses what is
//! typed, and gives it up, without saying anything.

use iced::advanced::Shell;
use iced::{Element, Event};

use super::super::around::{Around, Inner, Manner};
use super::drafts::Drafts;

/// Wraps the window. `changed` is said when other texts are [`unsaved`](Drafts::unsaved) than
/// before an event.
pub fn telling<'a, Message: Clone + 'a>(
    content: impl Into<Element<'a, Message>>,
    drafts: &Drafts,
    changed: Message,
) -> Element<'a, Message> {
    Around { content: content.into(), manner: Telling { drafts: drafts.clone(), changed } }.into()
}

struct Telling<Message> {
    drafts: Drafts,
    changed: Message,
}

impl<Message: Clone> Manner<Message> for Telling<Message> {
    type State = ();

    fn update(
        &self,
        _state: &mut (),
        event: &Event,
        inner: &mut Inner<'_, '_, Message>,
        shell: &mut Shell<'_, Message>,
    ) {
        let before = self.drafts.generation();
        inner.forward(event, shell);
        if self.drafts.generation() != before {
            shell.publish(self.changed.clone());
        }
    }
}
