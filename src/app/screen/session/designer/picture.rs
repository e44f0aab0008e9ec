//! A picture of the user for a form: which file, read off the window's thread.

use iced::Task;

use super::super::super::Context;
use super::Message;
use crate::app::{files, job};
use crate::domain::certificate::picture::CertificatePicture;
use crate::domain::certificate_template::ElementId;
use crate::domain::picture::{MOST_BYTES, Picture};
use crate::sentence::{Explain, Sentence};

/// Lets a picture be chosen, and reads it.
pub(super) fn pick(id: Option<ElementId>, context: Context<'_>) -> Task<Message> {
    let dialog = files::dialog(
        context.t("designer-picture-title"),
        context.t("designer-pictures"),
        &["png", "jpg", "jpeg"],
    );
    files::pick(dialog).then(move |path| {
        let Some(path) = path else { return Task::none() };
        let work = job::blocking_told(move || {
            let unreadable = |error: std::io::Error| {
                Sentence::new("template-unreadable").with("reason", error.to_string())
            };
            let bytes = files::read(&path, MOST_BYTES).map_err(unreadable)?;
            let read = Picture::read_large(&bytes).map_err(|mistake| mistake.explain())?;
            Ok(Box::new(CertificatePicture::of_file(read.to_be_kept())))
        });
        work.map(move |read| Message::PictureRead(id, read))
    })
}
