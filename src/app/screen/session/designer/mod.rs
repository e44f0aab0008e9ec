//! The designer of certificates: the parts on the left, the sheet as it prints in the middle, what is chosen on the right.
//! Shown in the place of In ấn while it is wanted. Every change is saved, and a step.

mod desk;
mod parts;
mod picture;
mod properties;
mod wording;

use std::path::PathBuf;
use std::sync::Arc;

use iced::widget::{column, container, row, space as room};
use iced::{Alignment, Element, Length as Wide, Padding, Size, Task, window};

use super::super::{Action, Context, Header};
use super::printing::page_view::square;
use crate::app::icon::{self, Icon};
use crate::app::preview::live::{self, Live, Source};
use crate::app::preview::{Viewport, Zoom};
use crate::app::shortcut::Shortcut;
use crate::app::theme::palette::{self, Tone};
use crate::app::theme::text::{Role, plain, small};
use crate::app::theme::{space, style};
use crate::app::widget::button;
use crate::app::widget::page_keys::page_keys;
use crate::app::widget::select::select;
use crate::app::{files, job};
use crate::domain::certificate::picture::CertificatePicture;
use crate::domain::certificate::{CertificateForm, CertificateTemplate};
use crate::domain::certificate_template::adding::{self, NewElement};
use crate::domain::certificate_template::arranging::nudged;
use crate::domain::certificate_template::change::{Change, Way};
use crate::domain::certificate_template::file::ENDING;
use crate::domain::certificate_template::{
    Content, Design, Element as Part, ElementId, Length, PictureKey, Place,
};
use crate::domain::dossier::Dossier;
use crate::export;
use crate::paper::Options;
use crate::paper::certificate_sample::SampleOf;
use crate::sentence::{Explain, Sentence};
use crate::store::StoreError;
use crate::vietnamese::collate;

use desk::Doing;

/// Width of the parts, and of what is chosen.
const PARTS: f32 = 190.0;
const PROPERTIES: f32 = 236.0;

/// What is on show.
pub struct State {
    /// The form as it will stand in the file.
    form: CertificateForm,
    design: Design,
    chosen: Option<ElementId>,
    /// Which piece of the chosen text: its paragraph and its place in it.
    piece: Option<(usize, usize)>,
    of: SampleOf,
    options: Options,
    live: Live,
    dossier: Arc<Dossier>,
    /// Changes that are on their way to the file: until they are there, what the file says is older.
    on_the_way: usize,
    /// Counts the changes.
    changes: u64,
}

/// What happens here.
#[derive(Clone)]
pub enum Message {
    /// On the desk.
    Desk(Doing),
    /// The desk was measured.
    Measured(Viewport),
    /// The sheet was painted.
    Drawn(live::Done),
    /// A part is chosen, or none.
    Chosen(Option<ElementId>),
    /// A piece of the chosen text.
    Piece(Option<(usize, usize)>),
    /// The form changes.
    Changed(Box<Change>),
    /// The words of the chosen text are to change, after which this piece of it is chosen.
    Reworded(Box<Change>, Option<(usize, usize)>),
    /// It is in the file, or why not.
    Saved(Result<(), StoreError>),
    /// It is looked at with somebody else.
    Of(SampleOf),
    /// A part is added.
    Add(NewElement),
    /// A picture is to be chosen: for a part, or for a new one.
    PickPicture(Option<ElementId>),
    /// It was read, or why not; nothing where the dialog was closed.
    PictureRead(Option<ElementId>, Result<Box<CertificatePicture>, Sentence>),
    /// It is in the data file.
    PictureKept(Option<ElementId>, Result<String, StoreError>),
    /// What is chosen goes.
    Remove,
    /// What is chosen is there twice.
    Duplicate,
    /// What is chosen lies earlier or later.
    Shift(Way),
    /// The form is to be saved as a file.
    Export,
    /// A place for the file was chosen.
    Exporting(Option<PathBuf>),
    /// The file was written, or why not.
    Exported(Result<Sentence, Sentence>),
    /// Back to the papers.
    Done,
}

impl State {
    /// The designer of the form of a session; none where its certificates have the form of before.
    pub fn new(dossier: &Dossier, options: Options) -> Option<Self> {
        let form = dossier.certificate_form();
        let design = form.template.design()?.clone();
        let mut live = Live::default();
        live.set_zoom(Zoom::Page);
        Some(Self {
            form,
            design,
            chosen: None,
            piece: None,
            of: SampleOf::First,
            options,
            live,
            dossier: Arc::new(dossier.clone()),
            on_the_way: 0,
            changes: 0,
        })
    }

    /// The session was read again. Returns whether there is still something to design.
    pub fn take_in(&mut self, dossier: &Dossier) -> (bool, Action<Message>) {
        self.dossier = Arc::new(dossier.clone());
        self.live.outdate();
        if self.on_the_way > 0 {
            return (true, Action::None);
        }
        self.form = dossier.certificate_form();
        let Some(design) = self.form.template.design() else { return (false, Action::None) };
        self.design = design.clone();
        self.chosen = self.chosen.filter(|id| self.design.element(*id).is_some());
        (true, self.redraw())
    }

    fn redraw(&mut self) -> Action<Message> {
        let source = self.source();
        Action::Run(self.live.redraw(|| source).map(Message::Drawn))
    }

    fn source(&self) -> Source {
        Source::Sample {
            dossier: Arc::clone(&self.dossier),
            form: Box::new(self.form.clone()),
            of: self.of,
            options: self.options.clone(),
        }
    }

    /// Takes in a message. [`Message::Done`] is for what it stands in.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Desk(doing) => self.on_desk(doing, context),
            Message::Measured(viewport) => match self.live.set_viewport(viewport) || self.live.is_stale() {
                true => self.redraw(),
                false => Action::None,
            },
            Message::Drawn(done) => {
                let source = self.source();
                Action::Run(self.live.take_in(done, || source).map(Message::Drawn))
            }
            Message::Chosen(chosen) => {
                self.choose(chosen);
                Action::None
            }
            Message::Piece(piece) => {
                self.piece = piece;
                Action::None
            }
            Message::Changed(change) => self.change(&change, context),
            Message::Reworded(change, piece) => {
                let changed = self.change(&change, context);
                self.piece = piece;
                changed
            }
            Message::Saved(answer) => {
                self.on_the_way = self.on_the_way.saturating_sub(1);
                match answer {
                    Ok(()) => Action::None,
                    // What stands in the file is shown again.
                    Err(error) => {
                        let dossier = Arc::clone(&self.dossier);
                        let (_, redrawn) = self.take_in(&dossier);
                        Action::All(vec![Action::Fail(error.explain()), redrawn])
                    }
                }
            }
            Message::Of(of) => {
                self.of = of;
                self.live.outdate();
                self.redraw()
            }
            Message::Add(new) => {
                let element = adding::added(&self.design, new);
                let id = element.id;
                let action = self.change(&Change::Add(element), context);
                self.choose(Some(id));
                action
            }
            Message::Remove => match self.chosen.take() {
                Some(id) => self.change(&Change::Remove(id), context),
                None => Action::None,
            },
            Message::Duplicate => self.duplicate(context),
            Message::Shift(way) => match self.chosen {
                Some(id) => self.change(&Change::Order(id, way), context),
                None => Action::None,
            },
            Message::PickPicture(id) => Action::Run(picture::pick(id, context)),
            Message::PictureRead(_, Err(reason)) => Action::Fail(reason),
            Message::PictureRead(id, Ok(picture)) => {
                let keeping = context.store.keep_certificate_picture(*picture);
                Action::submit(keeping, move |answer| Message::PictureKept(id, answer))
            }
            Message::PictureKept(_, Err(error)) => Action::Fail(error.explain()),
            Message::PictureKept(id, Ok(key)) => self.put_picture(id, key, context),
            Message::Export => {
                let dialog =
                    files::dialog(context.t("designer-export-title"), context.t("designer-files"), &[ENDING]);
                let proposed = format!("{}.{ENDING}", export::names::plain(self.design.name()));
                Action::Run(files::place(dialog, &proposed).map(Message::Exporting))
            }
            Message::Exporting(None) => Action::None,
            Message::Exporting(Some(path)) => self.export(path, context),
            Message::Exported(told) => match told {
                Ok(words) => Action::Say(words),
                Err(reason) => Action::Fail(reason),
            },
            Message::Done => Action::None,
        }
    }

    fn choose(&mut self, chosen: Option<ElementId>) {
        if self.chosen != chosen {
            self.piece = None;
        }
        self.chosen = chosen;
    }

    fn on_desk(&mut self, doing: Doing, context: Context<'_>) -> Action<Message> {
        match doing {
            Doing::Sized(size) => return Action::Run(measure(size, context.machine.text_scale())),
            Doing::Choose(chosen) => self.choose(chosen),
            Doing::Drop(id, rect) => return self.change(&Change::Move(id, rect), context),
            Doing::Nudge(by, resizes) => {
                let element = self.chosen.and_then(|id| self.design.element(id));
                let Some(element) = element else { return Action::None };
                let rect = nudged(element, self.design.page(), by, resizes);
                return self.change(&Change::Move(element.id, rect), context);
            }
            Doing::Zoom(larger) => {
                let shown = self.live.percent().unwrap_or(100.0);
                self.live.set_zoom(Zoom::step(shown, larger));
                return self.redraw();
            }
            Doing::Fit => {
                self.live.set_zoom(Zoom::Page);
                return self.redraw();
            }
        }
        Action::None
    }

    /// Makes a change, and sends it to the file.
    fn change(&mut self, change: &Change, context: Context<'_>) -> Action<Message> {
        let design = match change.of(&self.design) {
            Ok(design) if design == self.design => return Action::None,
            Ok(design) => design,
            Err(mistake) => return Action::Fail(mistake.explain()),
        };
        // Moves of one part that follow each other are one step.
        let field = match change {
            Change::Move(id, _) => format!("design-move-{}", id.0),
            _ => {
                self.changes += 1;
                format!("design-{}", self.changes)
            }
        };
        let template = CertificateTemplate::Designed(Box::new(design.clone()));
        self.form.template = template.clone();
        // Another piece stands in its place now, or none.
        if shape(&design, self.chosen) != shape(&self.design, self.chosen) {
            self.piece = None;
        }
        self.design = design;
        self.live.outdate();
        self.on_the_way += 1;
        let writing = context
            .store
            .edit_certificate_form(self.dossier.session.id, &field, move |form| form.template = template);
        Action::All(vec![self.redraw(), Action::record(writing, Message::Saved)])
    }

    fn duplicate(&mut self, context: Context<'_>) -> Action<Message> {
        let Some(element) = self.chosen.and_then(|id| self.design.element(id)) else { return Action::None };
        let mut copy = element.clone();
        copy.id = self.design.free_id();
        let by = Length::mm(5);
        let rect = nudged(&copy, self.design.page(), (by, by), false);
        copy.place = Place::of(rect, copy.place.anchor);
        let id = copy.id;
        let action = self.change(&Change::Add(copy), context);
        self.choose(Some(id));
        action
    }

    /// Shows a picture that was kept, in a part or in a new one.
    fn put_picture(&mut self, id: Option<ElementId>, key: String, context: Context<'_>) -> Action<Message> {
        let Ok(key) = PictureKey::try_from(key) else { return Action::None };
        let content = Content::Picture(key);
        match id {
            Some(id) => self.change(&Change::Content(id, content), context),
            None => {
                let place = adding::in_the_middle(&self.design, (80, 60));
                let element = adding::element(&self.design, &context.t("designer-picture"), place, content);
                let id = element.id;
                let action = self.change(&Change::Add(element), context);
                self.choose(Some(id));
                action
            }
        }
    }

    fn export(&self, path: PathBuf, context: Context<'_>) -> Action<Message> {
        let file = context.store.certificate_template_file(self.design.clone());
        let task = job::ask(file).then(move |answer| {
            let path = path.clone();
            job::blocking_told(move || {
                let file = answer.map_err(|error| error.explain())?;
                export::file::write(&path, file.write().as_bytes())?;
                let shown = path.display().to_string();
                Ok(Sentence::new("designer-exported").with("name", file.design.name()).with("path", shown))
            })
        });
        Action::work(task, Message::Exported)
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match (shortcut, self.chosen) {
            (Shortcut::Escape, Some(_)) => Some(Message::Chosen(None)),
            (Shortcut::Escape, None) => Some(Message::Done),
            (Shortcut::Delete, Some(_)) => Some(Message::Remove),
            (Shortcut::Up, Some(_)) => Some(Message::Shift(Way::Earlier)),
            (Shortcut::Down, Some(_)) => Some(Message::Shift(Way::Later)),
            _ => None,
        }
    }

    /// The head of the page.
    pub fn header<'a>(&'a self, context: Context<'a>) -> Header<'a, Message> {
        let details = &self.dossier.session.details;
        let above = format!("{} › {}", context.t("window-nav-sessions"), details.title);
        let title = Sentence::new("designer-title")
            .with("name", self.design.name())
            .with("sheet", context.say(&self.design.page().explain()));
        let mut header = Header::new(above, context.say(&title));
        header.actions = vec![
            button::secondary(Some(Icon::FileUp), context.t("designer-export"))
                .id("mau-export")
                .on_press(Message::Export)
                .into(),
            button::primary(Some(Icon::Check), context.t("designer-done"))
                .id("mau-done")
                .on_press(Message::Done)
                .into(),
        ];
        header
    }

    /// The page under its head.
    pub fn view<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let picture = self.live.pictures().first();
        let may_change = context.can_write();
        let sheet = desk::desk(picture, &self.design, self.chosen, may_change, Message::Desk);
        let middle = column![self.bar(context)].push(self.findings(context)).push(sheet);
        let middle = container(middle)
            .width(Wide::Fill)
            .height(Wide::Fill)
            .clip(true)
            .style(style::rounded(palette::DESK, space::RADIUS_L));
        let parts = |width, under| parts::parts(&self.design, self.chosen, under, context, width);
        let page = match (context.size.width >= space::WIDE, self.chosen) {
            (true, _) => {
                row![parts(PARTS, None), middle, properties::properties(self, context, PROPERTIES)]
            }
            // One panel for both: what is chosen, or what there is to choose from.
            (false, Some(_)) => row![properties::properties(self, context, PROPERTIES), middle],
            (false, None) => row![parts(PROPERTIES, Some(properties::of_form(self, context))), middle],
        };
        let margin = if context.size.width < space::WIDE { space::L } else { space::XL };
        let page = page.spacing(14.0).padding(Padding::from([18.0, margin]));
        let may_nudge = may_change && self.chosen.is_some();
        page_keys(page, move |key, modifiers| desk::of_key(key, modifiers, may_nudge).map(Message::Desk))
    }

    /// Whom the form is looked at with, and how large.
    fn bar<'a>(&'a self, context: Context<'a>) -> Element<'a, Message> {
        let own = [
            (SampleOf::First, context.t("designer-with-first")),
            (SampleOf::Longest, context.t("designer-with-longest")),
            (SampleOf::Emptiest, context.t("designer-with-emptiest")),
        ];
        let mut named: Vec<_> = self.dossier.delegates.iter().filter(|one| one.is_named()).collect();
        named.sort_by_cached_key(|one| collate::key(&one.details.full_name));
        let named = named.into_iter().map(|one| (SampleOf::Delegate(one.id), one.details.full_name.clone()));
        let with = select(own.into_iter().chain(named), Some(&self.of))
            .id("mau-with")
            .width(if context.size.width < space::WIDE { 190.0 } else { 270.0 })
            .on_choose(Message::Of);
        let percent = self.live.percent().map(|percent| format!("{percent:.0}%")).unwrap_or_default();
        let zoom =
            |icon: Icon, doing: Doing, id: &'static str| square(icon).id(id).on_press(Message::Desk(doing));
        row![
            Icon::Eye.sized(icon::SIZE_S),
            with,
            room().width(Wide::Fill),
            zoom(Icon::ZoomOut, Doing::Zoom(false), "mau-smaller"),
            container(plain(percent, Role::SmallLabel)).center_x(44.0),
            zoom(Icon::ZoomIn, Doing::Zoom(true), "mau-larger"),
            button::secondary_small(None, context.t("designer-fit"))
                .id("mau-fit")
                .on_press(Message::Desk(Doing::Fit)),
        ]
        .spacing(space::S)
        .align_y(Alignment::Center)
        .padding([10.0, 12.0])
        .into()
    }

    /// What is wrong with the certificate on show.
    fn findings<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        let failed = self.live.failed().map(|reason| context.say(reason));
        let found = self.live.findings().iter().map(|one| context.say(&one.explain()));
        let lines: Vec<String> = failed.into_iter().chain(found).take(3).collect();
        if lines.is_empty() {
            return None;
        }
        let lines = lines.into_iter().map(|line| small(line).color(Tone::Amber.strong()).into());
        let banner = container(column(lines).spacing(space::XS))
            .width(Wide::Fill)
            .padding([6.0, 10.0])
            .style(style::rounded(palette::AMBER_SOFT, space::RADIUS));
        Some(container(banner).padding([0.0, 12.0]).into())
    }

    /// The part that is chosen.
    fn element(&self) -> Option<&Part> {
        self.chosen.and_then(|id| self.design.element(id))
    }
}

/// A message for a change, where the data file may be written.
fn changing(context: Context<'_>, change: Change) -> Option<Message> {
    context.if_writable(Message::Changed(Box::new(change)))
}

/// How many pieces each paragraph of a text has.
fn shape(design: &Design, id: Option<ElementId>) -> Vec<usize> {
    match id.and_then(|id| design.element(id)).map(|part| &part.content) {
        Some(Content::Text(text)) => text.paragraphs.iter().map(Vec::len).collect(),
        _ => Vec::new(),
    }
}

/// What is still to be told once the designer is closed.
pub fn told_late(message: Message) -> Action<Message> {
    match message {
        Message::Saved(Err(error)) | Message::PictureKept(_, Err(error)) => Action::Fail(error.explain()),
        Message::PictureRead(_, Err(reason)) | Message::Exported(Err(reason)) => Action::Fail(reason),
        Message::Exported(Ok(words)) => Action::Say(words),
        _ => Action::None,
    }
}

/// How many pixels of the screen the desk has.
fn measure(size: Size, zoom: f32) -> Task<Message> {
    window::latest()
        .and_then(window::scale_factor)
        .map(move |screen| Message::Measured(Viewport { size, pixels: (screen * zoom).max(0.25) }))
}
