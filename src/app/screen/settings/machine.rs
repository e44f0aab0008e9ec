//! The card of the window: language and text size, kept on this computer.

use iced::widget::column;
use iced::{Element, Length};

use super::Message;
use crate::app::machine::{LONGEST_NAME, TEXT_SIZES};
use crate::app::screen::Context;
use crate::app::theme::space;
use crate::app::theme::text::{Role, small, styled};
use crate::app::widget::field::field;
use crate::app::widget::{card, chip, form};
use crate::locale::Language;
use crate::sentence::Sentence;

/// The card.
pub fn card<'a>(context: Context<'a>) -> Element<'a, Message> {
    // Each language in itself, so that it can be found by those who read no other.
    let languages =
        [(Language::Vietnamese, "Tiếng Việt".to_owned()), (Language::English, "English".to_owned())];
    let sizes = TEXT_SIZES.map(|percent| (percent, format!("{percent}%")));
    let group = |label: String, choices: Element<'a, Message>| {
        column![styled(label, Role::FieldLabel), choices].spacing(space::S).width(Length::Fill).into()
    };
    let (chosen, shown) = (context.machine.text_size(), context.machine.shown_text_size());
    let squeezed = (chosen != shown).then(|| {
        small(
            context.say(
                &Sentence::new("window-settings-text-size-room")
                    .with("chosen", i64::from(chosen))
                    .with("shown", i64::from(shown)),
            ),
        )
    });
    let content = column![
        form::beside([
            group(
                context.t("window-settings-language"),
                chip::choices(languages, &context.locale.language(), Message::LanguageChosen),
            ),
            group(
                context.t("window-settings-text-size"),
                chip::choices(sizes, &chosen, Message::TextSizeChosen),
            ),
        ]),
        small(context.t("window-settings-language-hint")),
    ]
    .push(squeezed)
    .push(name(context))
    .spacing(space::S);
    card::titled(context.t("window-settings-window"), None, content).width(Length::Fill).into()
}

/// The name of this computer, which stands with what is marked on it.
fn name<'a>(context: Context<'a>) -> Element<'a, Message> {
    let refusal = context.say(&Sentence::new("settings-computer-long").with("most", LONGEST_NAME));
    field(context.machine.name().unwrap_or_default())
        .label(context.t("settings-computer"))
        .hint(context.t("settings-computer-hint"))
        .placeholder(context.t("settings-computer-example"))
        .id("computer-name")
        .check(move |text| match text.chars().count() > LONGEST_NAME {
            true => Err(refusal.clone()),
            false => Ok(()),
        })
        .on_commit(Message::ComputerNamed)
        .into()
}
