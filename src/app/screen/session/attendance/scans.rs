//! Scans and photos of signed pages: added by a file dialog or dropped, looked at, taken out.

use std::path::{Path, PathBuf};

use iced::widget::image::{FilterMethod, Handle};
use iced::widget::{column, container, image, row};
use iced::{Alignment, ContentFit, Element, Length, Task};

use super::{Message as Tab, State as TabState, page};
use crate::app::icon::Icon;
use crate::app::screen::{Action, Context, moment};
use crate::app::theme::palette::Tone;
use crate::app::theme::space;
use crate::app::theme::text::{Role, body, plain, small, strong};
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::app::{files, job};
use crate::domain::attendance::scan::{self, MOST_FILE, MOST_SESSION, NewScan, Scan};
use crate::domain::id::{ScanId, SessionId};
use crate::intake;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;

/// How high a page is shown.
const SHOWN: f32 = 520.0;

/// The files that are taken.
const ENDINGS: [&str; 4] = ["jpg", "jpeg", "png", "pdf"];

/// The dialog.
#[derive(Default)]
pub struct Open {
    all: Vec<Scan>,
    /// The one that is wanted: the picture of another comes too late.
    wanted: Option<ScanId>,
    /// The one that is looked at.
    shown: Option<(ScanId, Handle)>,
    /// The one that is to go for good.
    removing: Option<ScanId>,
    /// Whether files are being read.
    reading: bool,
    /// What could not be done, with the file it is about.
    told: Vec<(Option<String>, Sentence)>,
}

/// What was read of some files.
#[derive(Clone, Default)]
pub struct Read {
    scans: Vec<NewScan>,
    failed: Vec<(Option<String>, Sentence)>,
}

/// What happens in the dialog.
#[derive(Clone)]
pub enum Message {
    /// It is wanted.
    Open,
    /// It is closed.
    Close,
    /// The scans of the session arrived.
    Listed(Result<Vec<Scan>, StoreError>),
    /// Files are to be chosen.
    Pick,
    /// They were, or were dropped.
    Picked(Vec<PathBuf>),
    /// They were read.
    Read(Box<Read>),
    /// Something was written, or why not.
    Written(Result<(), StoreError>),
    /// One is to be seen.
    Show(ScanId),
    /// Its picture arrived.
    Picture(ScanId, Result<Handle, Sentence>),
    /// The list is wanted again.
    Back,
    /// Which printed page one shows.
    Page(ScanId, String),
    /// One is to go, asked once more.
    AskRemove(Option<ScanId>),
    /// It goes.
    Remove(ScanId),
}

/// What a file means that is dropped on the tab; nothing for one that is no scan.
pub fn dropped(file: &Path) -> Option<Tab> {
    let ending = file.extension()?.to_str()?.to_ascii_lowercase();
    ENDINGS.contains(&ending.as_str()).then(|| Tab::Scans(Message::Picked(vec![file.to_owned()])))
}

/// A scan, unpacked.
fn picture(file: &[u8]) -> Result<Handle, Sentence> {
    let grey = scan::read(file).map_err(|mistake| mistake.explain())?;
    let pixels = grey.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[0], pixel.0[0], 255]);
    Ok(Handle::from_rgba(grey.width(), grey.height(), pixels.collect::<Vec<_>>()))
}

impl TabState {
    /// Takes in what happens with the scans.
    pub(super) fn update_scans(
        &mut self,
        message: Message,
        session: SessionId,
        context: Context<'_>,
    ) -> Action<Tab> {
        let store = context.store;
        let list = || Action::ask(store.scans(session), |all| Tab::Scans(Message::Listed(all)));
        match message {
            Message::Open => {
                self.scans = Some(Open::default());
                return list();
            }
            Message::Close => self.scans = None,
            Message::Pick => {
                let (title, files) = (context.t("scans-choose"), context.t("scans-files"));
                let picked = files::pick_several(files::dialog(title, files, &ENDINGS));
                return Action::Run(picked.map(|files| Tab::Scans(Message::Picked(files))));
            }
            Message::Picked(files) if files.is_empty() || !context.can_write() => {}
            Message::Picked(files) => {
                if let Some(open) = &mut self.scans {
                    (open.reading, open.told) = (true, Vec::new());
                }
                return Action::Run(read(files, self.page.as_ref().and_then(|page| page.code.clone())));
            }
            Message::Read(read) => {
                let open = self.scans.get_or_insert_default();
                (open.reading, open.told) = (false, read.failed);
                if read.scans.is_empty() {
                    return list();
                }
                let writing = store.add_scans(session, read.scans);
                return Action::record(writing, |done| Tab::Scans(Message::Written(done)));
            }
            Message::Page(id, page) => {
                let writing = store.set_scan_page(id, Some(page).filter(|page| !page.is_empty()));
                return Action::record(writing, |done| Tab::Scans(Message::Written(done)));
            }
            Message::Remove(id) => {
                let writing = store.remove_scan(id);
                return Action::record(writing, |done| Tab::Scans(Message::Written(done)));
            }
            Message::Show(id) => {
                self.open_scans(|open| open.wanted = Some(id));
                let file = store.scan_picture(id);
                // A photo of many megapixels takes its time to be unpacked.
                let picture =
                    job::blocking_told(move || picture(&file.wait().map_err(|error| error.explain())?));
                return Action::Run(picture.map(move |picture| Tab::Scans(Message::Picture(id, picture))));
            }
            Message::Written(done) => {
                self.open_scans(|open| open.removing = None);
                match done {
                    Ok(()) => self.open_scans(|open| open.shown = None),
                    Err(error) => self.open_scans(|open| open.told.push((None, error.explain()))),
                }
                return list();
            }
            Message::Listed(Ok(all)) => self.open_scans(|open| open.all = all),
            Message::Picture(id, Ok(picture)) => self.open_scans(|open| {
                if open.wanted == Some(id) {
                    open.shown = Some((id, picture));
                }
            }),
            Message::Picture(_, Err(reason)) => self.open_scans(|open| open.told = vec![(None, reason)]),
            Message::Listed(Err(error)) => self.open_scans(|open| open.told = vec![(None, error.explain())]),
            Message::Back => self.open_scans(|open| (open.wanted, open.shown) = (None, None)),
            Message::AskRemove(id) => self.open_scans(|open| open.removing = id),
        }
        Action::None
    }

    fn open_scans(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(open) = &mut self.scans {
            change(open);
        }
    }

    /// The dialog.
    pub(super) fn scans_dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Tab>> {
        let open = self.scans.as_ref()?;
        let close = Tab::Scans(Message::Close);
        let content: Element<'a, Tab> = match &open.shown {
            Some((_, picture)) => {
                let picture = image(picture.clone())
                    .width(Length::Fill)
                    .height(SHOWN)
                    .content_fit(ContentFit::Contain)
                    .filter_method(FilterMethod::Linear);
                container(picture).width(Length::Fill).into()
            }
            None => open.list(context),
        };
        let back = open.shown.is_some().then(|| {
            button::secondary(Some(Icon::ChevronLeft), context.t("scans-back"))
                .on_press(Tab::Scans(Message::Back))
                .into()
        });
        let add = open.shown.is_none().then(|| {
            button::primary(Some(Icon::Plus), context.t("scans-add"))
                .id("scans-add")
                .on_press_maybe(context.if_writable(Tab::Scans(Message::Pick)).filter(|_| !open.reading))
                .into()
        });
        let done = button::secondary(None, context.t("window-close")).on_press(close.clone()).into();
        let actions = back.into_iter().chain([done]).chain(add);
        Some(dialog::wide(context.t("scans-title"), content, actions, close))
    }
}

impl Open {
    fn list<'a>(&'a self, context: Context<'a>) -> Element<'a, Tab> {
        let used: usize = self.all.iter().map(|scan| scan.bytes).sum();
        let used = Sentence::new("scans-used")
            .with("count", self.all.len())
            .with("used", used.div_ceil(1 << 20))
            .with("most", MOST_SESSION >> 20);
        let reading = self.reading.then(|| small(context.t("scans-reading")));
        let told = self.told.iter().map(|(file, reason)| {
            let words = match file {
                Some(file) => format!("{file}: {}", context.say(reason)),
                None => context.say(reason),
            };
            plain(words, Role::Body).color(Tone::Danger.strong()).into()
        });
        let lines = self.all.iter().map(|scan| self.line(scan, context));
        column![small(context.t("scans-hint")), small(context.say(&used))]
            .push(reading)
            .extend(told)
            .extend(lines)
            .spacing(space::S)
            .width(Length::Fill)
            .into()
    }

    fn line<'a>(&'a self, scan: &'a Scan, context: Context<'a>) -> Element<'a, Tab> {
        let id = scan.id;
        let name =
            column![strong(scan.name.as_str()), small(moment::told_with_day(&scan.at, context.locale))];
        if self.removing == Some(id) {
            let keep = button::secondary_small(None, context.t("window-cancel"))
                .on_press(Tab::Scans(Message::AskRemove(None)));
            let remove = button::danger_small(Some(Icon::Trash2), context.t("scans-remove-now"))
                .id("scans-remove-now")
                .on_press(Tab::Scans(Message::Remove(id)));
            return row![body(context.t("scans-remove-words")).width(Length::Fill), keep, remove]
                .spacing(space::S)
                .align_y(Alignment::Center)
                .into();
        }
        let refusal = context.t("scans-page-refused");
        let code = field(scan.page.as_deref().unwrap_or_default())
            .placeholder(context.t("scans-page"))
            .of(id.0)
            .id("scans-page")
            .width(Length::Fixed(130.0))
            .check(move |text| {
                let is_code = text.len() == page::CODE && text.bytes().all(|byte| byte.is_ascii_digit());
                if text.is_empty() || is_code { Ok(()) } else { Err(refusal.clone()) }
            })
            .on_commit_maybe(context.if_writable(move |page| Tab::Scans(Message::Page(id, page))));
        let show = button::secondary_small(Some(Icon::Eye), context.t("scans-show"))
            .id("scans-show")
            .on_press(Tab::Scans(Message::Show(id)));
        let remove = button::danger_small(Some(Icon::Trash2), context.t("scans-remove"))
            .id("scans-remove")
            .on_press_maybe(context.if_writable(Tab::Scans(Message::AskRemove(Some(id)))));
        row![name.width(Length::Fill), code, show, remove].spacing(space::S).align_y(Alignment::Center).into()
    }
}

/// Reads files away from the window, each by itself: one that is no scan keeps none of the others out.
fn read(files: Vec<PathBuf>, page: Option<String>) -> Task<Tab> {
    let reading = job::blocking(move || {
        let mut all = Read::default();
        for file in files {
            match read_file(&file, page.as_deref()) {
                Ok(scans) => all.scans.extend(scans),
                Err(reason) => all.failed.push((Some(named(&file)), reason)),
            }
        }
        all
    });
    reading.map(|read| {
        let broken = || Read { scans: Vec::new(), failed: vec![(None, Sentence::new("window-job-failed"))] };
        Tab::Scans(Message::Read(Box::new(read.unwrap_or_else(broken))))
    })
}

fn named(file: &Path) -> String {
    file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned()
}

fn read_file(file: &Path, page: Option<&str>) -> Result<Vec<NewScan>, Sentence> {
    let most = u64::try_from(MOST_FILE).unwrap_or(u64::MAX);
    let bytes = files::read(file, most).map_err(|_| Sentence::new("scans-unreadable"))?;
    let pages = intake::scanned_pages(bytes, &Progress::default()).map_err(|mistake| mistake.explain())?;
    let several = pages.len() > 1;
    let scans = (1_usize..).zip(pages).map(|(number, picture)| NewScan {
        name: if several { format!("{}, trang {number}", named(file)) } else { named(file) },
        // Of several pages only one can be the one that is entered.
        page: page.filter(|_| !several).map(str::to_owned),
        picture,
    });
    Ok(scans.collect())
}
