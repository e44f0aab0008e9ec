//! The logo of the organisation: choosing a picture, and showing it.

use std::path::{Path, PathBuf};

use iced::widget::image::{FilterMethod, Handle};
use iced::widget::{column, container, image, row};
use iced::{Alignment, ContentFit, Element, Length, Task};

use super::edit::Edit;
use super::{Message, Shown, State, draft_key};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context};
use crate::app::theme::text::{Role, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::app::{files, job};
use crate::domain::id::OrganisationId;
use crate::domain::picture::{MOST_BYTES, Picture};
use crate::sentence::{Explain, Sentence};

/// How large it is shown.
const SHOWN: (f32, f32) = (96.0, 64.0);

/// The logo as the window paints it.
pub fn handle(logo: &Picture) -> Handle {
    let pixels: Vec<u8> = logo.rgb().chunks_exact(3).flat_map(|one| [one[0], one[1], one[2], 255]).collect();
    Handle::from_rgba(logo.width(), logo.height(), pixels)
}

/// The part of the card of the organisation.
pub fn part<'a>(shown: &'a Shown, context: Context<'a>) -> Element<'a, Message> {
    let frame = shown.logo.as_ref().map(|handle| {
        let picture = image(handle.clone())
            .width(SHOWN.0)
            .height(SHOWN.1)
            .content_fit(ContentFit::Contain)
            .filter_method(FilterMethod::Linear);
        container(picture).padding(space::S).style(style::card)
    });
    let label = if frame.is_some() { "window-office-logo-other" } else { "window-office-logo-choose" };
    let choose = button::secondary_small(Some(Icon::Image), context.t(label))
        .id("office-logo")
        .on_press_maybe(context.if_writable(Message::PickLogo(shown.id)));
    let remove = frame.is_some().then(|| {
        button::danger_small(Some(Icon::Trash2), context.t("window-office-logo-remove"))
            .id("office-logo-remove")
            .on_press_maybe(context.if_writable(Message::Edit(Edit::Logo(None))))
    });
    let line = row![].push(frame).push(choose).push(remove).spacing(space::M).align_y(Alignment::Center);
    column![
        styled(context.t("window-office-logo"), Role::FieldLabel),
        line.width(Length::Fill),
        small(context.t("window-office-logo-hint")),
    ]
    .spacing(space::XS)
    .into()
}

impl State {
    /// The logo is of the office it was chosen for, whichever is on show by now.
    pub(super) fn set_logo(
        &mut self,
        id: OrganisationId,
        picture: Picture,
        context: Context<'_>,
    ) -> Action<Message> {
        let edit = Edit::Logo(Some(picture));
        if self.shown.as_ref().is_some_and(|shown| shown.id == id) {
            return self.edit(edit, context);
        }
        let key = edit.key();
        let writing = context.store.edit_organisation(id, &key, move |details| edit.apply(details));
        Action::save(draft_key(id, &key), writing)
    }
}

/// The file dialog for a picture.
pub fn pick(office: OrganisationId, context: Context<'_>) -> Task<Message> {
    let (title, pictures) = (context.t("window-office-logo-choose"), context.t("window-office-logo-files"));
    files::pick(files::dialog(title, pictures, &["png", "jpg", "jpeg"]))
        .map(move |path| Message::LogoPicked(office, path))
}

/// Reads a picture away from the window.
pub fn read(office: OrganisationId, path: PathBuf) -> Task<Message> {
    job::blocking_told(move || read_file(&path)).map(move |read| Message::LogoRead(office, read))
}

fn read_file(path: &Path) -> Result<Picture, Sentence> {
    Picture::read(&read_bytes(path)?).map_err(|mistake| mistake.explain())
}

/// The file of a picture.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Sentence> {
    files::read(path, MOST_BYTES).map_err(|_| {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Sentence::new("intake-unreadable").with("file", name.into_owned())
    })
}
