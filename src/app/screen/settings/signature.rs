//! The picture of a signature of those who sign: chosen, shown, taken away; and how often it was printed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use iced::widget::image::{FilterMethod, Handle};
use iced::widget::{column, container, image, row};
use iced::{Alignment, ContentFit, Element, Task};

use super::{Message as Page, logo};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context, moment};
use crate::app::theme::text::{Role, small, styled};
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::app::{files, job};
use crate::domain::certificate::picture::{CertificatePicture, SignatureUse};
use crate::domain::ink;
use crate::domain::picture::Picture;
use crate::sentence::{Explain, Sentence};
use crate::store::Store;

/// How large it is shown.
const SHOWN: (f32, f32) = (150.0, 60.0);

/// What is known of the signatures of this office, by the name under them.
#[derive(Default)]
pub struct State {
    kept: HashMap<String, Kept>,
}

/// A signature that is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// As it is painted; nothing while there is none.
    picture: Option<Handle>,
    /// When it was printed, the latest first.
    uses: Vec<SignatureUse>,
}

/// What happens to signatures.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is kept arrived.
    Loaded(HashMap<String, Kept>),
    /// A picture is to be chosen.
    Pick(String),
    /// A file was chosen.
    Picked(String, Option<PathBuf>),
    /// It was read, or is no picture.
    Read(String, Result<CertificatePicture, Sentence>),
    /// The picture is to go.
    Remove(String),
}

/// Asks for what is kept of these.
pub fn load(names: impl Iterator<Item = String>, context: Context<'_>) -> Task<Page> {
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    let store = context.store.clone();
    let kept =
        job::blocking(move || names.into_iter().map(|name| (name.clone(), kept(&store, name))).collect());
    kept.map(|kept| Page::Signature(Message::Loaded(kept.unwrap_or_default())))
}

/// What is kept of somebody. What cannot be read is as if there were nothing; papers that miss it say so.
fn kept(store: &Store, name: String) -> Kept {
    let picture = store.signature_picture(name.clone()).wait().ok().flatten();
    let picture = picture.and_then(|kept| Picture::read_large_kept(&kept.bytes).ok());
    Kept {
        picture: picture.as_ref().map(logo::handle),
        uses: store.signature_uses(name).wait().unwrap_or_default(),
    }
}

impl State {
    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Page> {
        match message {
            Message::Loaded(kept) => self.kept = kept,
            Message::Pick(name) if context.can_write() => return Action::Run(pick(name, context)),
            Message::Picked(name, Some(path)) => return Action::Run(read(name, path)),
            Message::Read(name, Ok(picture)) if context.can_write() => {
                return Action::write(context.store.set_signature_picture(name, Some(picture)), |()| None);
            }
            Message::Read(_, Err(reason)) => return Action::Fail(reason),
            Message::Remove(name) if context.can_write() => {
                return Action::write(context.store.set_signature_picture(name, None), |()| None);
            }
            Message::Pick(_) | Message::Picked(_, None) | Message::Read(_, Ok(_)) | Message::Remove(_) => {}
        }
        Action::None
    }

    /// The part of the fields of a signatory.
    pub fn part<'a>(&'a self, name: &str, context: Context<'a>) -> Element<'a, Page> {
        let kept = self.kept.get(name);
        let said = |message| Page::Signature(message);
        let frame = kept.and_then(|kept| kept.picture.as_ref()).map(|handle| {
            let picture = image(handle.clone())
                .width(SHOWN.0)
                .height(SHOWN.1)
                .content_fit(ContentFit::Contain)
                .filter_method(FilterMethod::Linear);
            container(picture).padding(space::S).style(style::card)
        });
        let label = if frame.is_some() { "window-office-logo-other" } else { "window-office-logo-choose" };
        // It is kept by the name: without one there is nothing to keep it by.
        let named = (!name.is_empty()).then(|| name.to_owned());
        let choose = button::secondary_small(Some(Icon::Image), context.t(label))
            .id("office-signature")
            .on_press_maybe(named.and_then(|name| context.if_writable(said(Message::Pick(name)))));
        let remove = frame.is_some().then(|| {
            button::danger_small(Some(Icon::Trash2), context.t("window-office-signature-remove"))
                .id("office-signature-remove")
                .on_press_maybe(context.if_writable(said(Message::Remove(name.to_owned()))))
        });
        let line = row![].push(frame).push(choose).push(remove).spacing(space::M).align_y(Alignment::Center);
        let uses = kept.map_or(&[][..], |kept| &kept.uses);
        let used = uses.first().map(|last| {
            let words = Sentence::new("window-office-signature-used")
                .with("count", uses.iter().map(|one| one.certificates as usize).sum::<usize>())
                .with("at", moment::told_whole(&last.at));
            small(context.say(&words))
        });
        column![styled(context.t("window-office-signature"), Role::FieldLabel), line.wrap()]
            .push(used)
            .push(small(context.t("window-office-signature-hint")))
            .spacing(space::XS)
            .into()
    }
}

/// The file dialog for a picture.
fn pick(name: String, context: Context<'_>) -> Task<Page> {
    let (title, pictures) = (context.t("window-office-signature"), context.t("window-office-logo-files"));
    files::pick(files::dialog(title, pictures, &["png", "jpg", "jpeg"]))
        .map(move |path| Page::Signature(Message::Picked(name.clone(), path)))
}

/// Reads a picture away from the window: the ink of it, on white.
fn read(name: String, path: PathBuf) -> Task<Page> {
    job::blocking(move || read_file(&path)).map(move |read| {
        let read = read.unwrap_or_else(|| Err(Sentence::new("store-picture-unknown")));
        Page::Signature(Message::Read(name.clone(), read))
    })
}

fn read_file(path: &Path) -> Result<CertificatePicture, Sentence> {
    let picture = logo::read_bytes(path).and_then(|bytes| {
        let read = Picture::read_large(&bytes);
        read.map_err(|mistake| mistake.explain())
    })?;
    Ok(CertificatePicture::of_file(ink::on_white(&picture).to_be_kept()))
}
