//! "Cả bộ hồ sơ": every paper of the session into one folder. Where to, whether files
//! that are there may be replaced, and what came of it.

use std::path::{Path, PathBuf};

use iced::widget::{column, container, row, scrollable};
use iced::{Alignment, Element, Length, Padding, Task};

use super::super::super::{Action, Context};
use super::choices::without_cluster;
use super::dialog::file_names;
use super::{Message as Tab, State as Printing};
use crate::app::files;
use crate::app::icon::Icon;
use crate::app::job;
use crate::app::system;
use crate::app::theme::text::{body, small, strong};
use crate::app::theme::{space, style};
use crate::app::widget::checkbox::checkbox;
use crate::app::widget::field::field;
use crate::app::widget::{button, dialog};
use crate::domain::dossier::Dossier;
use crate::export::bundle::{self, Bundle, Outcome, Wish};
use crate::export::names;
use crate::paper::Scope;
use crate::paper::{Options, PaperKind};
use crate::sentence::Sentence;

/// What could not be made takes no more of the dialog than this before it scrolls.
const MISSING: f32 = 280.0;

/// What is asked or told.
pub enum Asking {
    /// Where to.
    Where(Target),
    /// Whether these may be replaced by the papers as they were wanted.
    Replace(Box<Making>, Vec<PathBuf>),
    /// What came of it.
    Done(PathBuf, Bundle),
}

/// Where the bundle goes, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The folder, as it was typed.
    folder: String,
    /// A file for each cluster.
    each_cluster: bool,
    /// Word and Excel beside the PDF.
    editable: bool,
}

/// A bundle as it was wanted: what is chosen while it is made is another matter.
pub struct Making {
    target: Target,
    options: Options,
}

/// What happens with the bundle.
#[derive(Clone)]
pub enum Message {
    /// It is wanted.
    Ask,
    /// A folder was typed.
    Typed(String),
    /// Word and Excel, too, or not.
    Editable(bool),
    /// A file for each cluster, or not.
    EachCluster(bool),
    /// The folder is to be looked for.
    Browse,
    /// It was found; `None` when the dialog was closed.
    Browsed(Option<PathBuf>),
    /// It is to be made, or files may be replaced.
    Go,
    /// How it went, in this folder.
    Written(PathBuf, Result<Outcome, Sentence>),
    /// The folder is to be shown.
    Show(PathBuf),
    /// It was shown, or why not.
    Shown(Result<(), Sentence>),
    /// The dialog closes.
    Close,
}

impl Printing {
    /// The button over the tab.
    pub fn actions<'a>(&'a self, context: Context<'a>) -> Vec<Element<'a, Tab>> {
        let button = button::secondary(Some(Icon::FolderOpen), context.t("window-bundle"))
            .id("print-bundle")
            .on_press(Tab::Bundle(Message::Ask));
        vec![button.into()]
    }

    /// Takes in a message about the bundle.
    pub(super) fn update_bundle(
        &mut self,
        message: Message,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Tab> {
        match message {
            Message::Ask if self.busy.is_some() => Action::None,
            Message::Ask => {
                self.bundle = Some(Asking::Where(Target {
                    folder: usual_folder(dossier, context).display().to_string(),
                    each_cluster: self.choices.chosen_scope() == Scope::Each,
                    editable: false,
                }));
                Action::None
            }
            Message::Typed(text) => self.target(|target| target.folder = text),
            Message::Editable(on) => self.target(|target| target.editable = on),
            Message::EachCluster(on) => self.target(|target| target.each_cluster = on),
            Message::Browse => Action::Run(browse(context)),
            Message::Browsed(Some(found)) => {
                // A folder of its own, unless this is the one of last time.
                let name = folder_name(dossier);
                let into = if found.ends_with(&name) { found } else { found.join(name) };
                self.target(|target| target.folder = into.display().to_string())
            }
            Message::Browsed(None) => Action::None,
            Message::Go => match self.bundle.take() {
                Some(Asking::Where(target)) => {
                    let making = Making { target, options: self.choices.options_for(None) };
                    self.make(making, false, dossier, context)
                }
                Some(Asking::Replace(making, _)) => self.make(*making, true, dossier, context),
                Some(Asking::Done(..)) | None => Action::None,
            },
            Message::Written(folder, answer) => self.written(folder, answer),
            Message::Show(folder) => Action::Run(job::blocking(move || system::show(&folder)).map(|shown| {
                let shown = shown.unwrap_or_else(|| Err(Sentence::new("window-job-failed")));
                Tab::Bundle(Message::Shown(shown))
            })),
            Message::Shown(Ok(())) => Action::None,
            Message::Shown(Err(_)) => Action::Fail(Sentence::new("window-bundle-not-shown")),
            Message::Close => {
                self.bundle = None;
                Action::None
            }
        }
    }

    fn target(&mut self, change: impl FnOnce(&mut Target)) -> Action<Tab> {
        if let Some(Asking::Where(target)) = &mut self.bundle {
            change(target);
        }
        Action::None
    }

    fn make(
        &mut self,
        making: Making,
        replace: bool,
        dossier: &Dossier,
        context: Context<'_>,
    ) -> Action<Tab> {
        let Making { target, options } = &making;
        let home = directories::BaseDirs::new();
        let home = home.as_ref().map(|folders| folders.home_dir());
        let Some(into) = names::typed_folder(&target.folder, &context.machine.folder_for_papers(), home)
        else {
            self.bundle = Some(Asking::Where(making.target));
            return Action::Fail(Sentence::new("window-bundle-no-folder"));
        };
        let wish =
            Wish { options: options.clone(), each_cluster: target.each_cluster, editable: target.editable };
        let dossier = self.dossier(dossier);
        self.making = Some(making);
        let answered = into.clone();
        self.work(
            context,
            move |progress| bundle::write(&dossier, &wish, &into, replace, progress),
            move |answer| Tab::Bundle(Message::Written(answered.clone(), answer)),
        )
    }

    fn written(&mut self, folder: PathBuf, answer: Result<Outcome, Sentence>) -> Action<Tab> {
        self.busy = None;
        let making = self.making.take();
        match answer {
            Ok(Outcome::Exist(files)) => {
                self.bundle = making.map(|making| Asking::Replace(Box::new(making), files));
                Action::None
            }
            Ok(Outcome::Written(bundle)) => {
                let above = folder.parent().map(Path::to_owned);
                self.bundle = Some(Asking::Done(folder, bundle));
                above.map_or(Action::None, Action::PapersFolder)
            }
            Err(reason) => {
                self.bundle = making.map(|making| Asking::Where(making.target));
                Action::Fail(reason)
            }
        }
    }

    /// The dialog of the bundle.
    pub(super) fn bundle_dialog<'a>(
        &'a self,
        dossier: &'a Dossier,
        context: Context<'a>,
    ) -> Option<Element<'a, Tab>> {
        let dialog = match self.bundle.as_ref()? {
            Asking::Where(target) => ask(target, dossier, context),
            Asking::Replace(_, files) => ask_replace(files, context),
            Asking::Done(folder, bundle) => tell(folder, bundle, context),
        };
        Some(dialog.map(Tab::Bundle))
    }
}

/// A folder of its own beside where papers went last.
fn usual_folder(dossier: &Dossier, context: Context<'_>) -> PathBuf {
    context.machine.folder_for_papers().join(folder_name(dossier))
}

/// How many people the papers name.
fn named(dossier: &Dossier) -> usize {
    dossier.delegates.iter().filter(|one| one.is_named()).count()
}

fn folder_name(dossier: &Dossier) -> String {
    match names::plain(&dossier.session.details.title) {
        title if title.is_empty() => format!("ho-so-{}", dossier.session.id),
        title => format!("ho-so-{title}"),
    }
}

fn browse(context: Context<'_>) -> Task<Tab> {
    let dialog = files::folder_dialog(context.t("window-bundle-folder"))
        .set_directory(context.machine.folder_for_papers());
    files::pick_folder(dialog).map(|found| Tab::Bundle(Message::Browsed(found)))
}

fn ask<'a>(target: &'a Target, dossier: &Dossier, context: Context<'a>) -> Element<'a, Message> {
    let input = field(target.folder.as_str())
        .label(context.t("window-bundle-folder"))
        .hint(context.t("window-bundle-folder-hint"))
        .id("bundle-folder")
        .on_commit(Message::Typed)
        .on_enter(Message::Go);
    let browse = button::secondary_small(Some(Icon::FolderOpen), context.t("window-bundle-browse"))
        .id("bundle-browse")
        .on_press(Message::Browse);
    let clusters = (dossier.clusters.len() > 1).then(|| {
        checkbox(target.each_cluster, context.t("window-print-each"), Message::EachCluster).id("bundle-each")
    });
    let left_out = without_cluster(dossier);
    let left_out = (target.each_cluster && left_out > 0)
        .then(|| small(context.say(&Sentence::new("window-print-left-out").with("people", left_out))));
    let editable = checkbox(target.editable, context.t("window-bundle-editable"), Message::Editable)
        .id("bundle-editable");
    let content = column![
        body(context.t("window-bundle-words")),
        small(context.count("personal-in-papers", named(dossier))),
        column![input, browse].spacing(space::S),
        column![].push(clusters).push(left_out).push(editable).spacing(space::XS),
    ]
    .spacing(space::L)
    .width(Length::Fill);
    let go = button::primary(None, context.t("window-bundle-go")).id("bundle-go").on_press(Message::Go);
    dialog::dialog(context.t("window-bundle-title"), content, [cancel(context), go.into()], Message::Close)
}

fn ask_replace<'a>(files: &[PathBuf], context: Context<'a>) -> Element<'a, Message> {
    let words = Sentence::new("window-print-replace-words").with("count", files.len());
    let content =
        column![body(context.say(&words)), file_names(files, context)].spacing(space::M).width(Length::Fill);
    let replace =
        button::danger(None, context.t("window-print-replace")).id("bundle-replace").on_press(Message::Go);
    let title = context.t("window-print-replace-title");
    dialog::dialog(title, content, [cancel(context), replace.into()], Message::Close)
}

fn tell<'a>(folder: &Path, bundle: &Bundle, context: Context<'a>) -> Element<'a, Message> {
    let words = Sentence::new("window-bundle-done")
        .with("count", bundle.files.len())
        .with("pages", bundle.pages)
        .with("folder", folder.display().to_string());
    let missing = [bundle.missing.as_slice(), &bundle.unwritten].concat();
    let missing = told(&missing, "window-bundle-missing", context);
    let blank = told(&bundle.blank, "window-bundle-blank", context);
    let content =
        column![body(context.say(&words))].push(blank).push(missing).spacing(space::L).width(Length::Fill);
    let show = button::secondary(Some(Icon::FolderOpen), context.t("window-bundle-show"))
        .on_press(Message::Show(folder.to_owned()));
    let close =
        button::primary(None, context.t("window-bundle-close")).id("bundle-close").on_press(Message::Close);
    let actions = row![show, close].spacing(space::M).align_y(Alignment::Center);
    dialog::dialog(context.t("window-bundle-title"), content, [actions.into()], Message::Close)
}

/// What is to be said of some kinds, under its heading; none where there is nothing.
fn told<'a>(
    of: &[(PaperKind, Sentence)],
    heading: &'static str,
    context: Context<'a>,
) -> Option<Element<'a, Message>> {
    (!of.is_empty()).then(|| {
        let lines = by_reason(of).into_iter().map(|(reason, kinds)| {
            let kinds: Vec<String> = kinds.into_iter().map(|kind| context.t(kind.about().label)).collect();
            column![strong(kinds.join(", ")), small(context.say(&reason))].into()
        });
        let lines = column(lines).spacing(space::S).padding(Padding { right: space::L, ..Padding::ZERO });
        let lines = container(scrollable(lines).style(style::scroll_bar)).max_height(MISSING);
        column![body(context.t(heading)), lines].spacing(space::S).into()
    })
}

/// Each reason once, with the kinds it is of.
fn by_reason(of: &[(PaperKind, Sentence)]) -> Vec<(Sentence, Vec<PaperKind>)> {
    let mut reasons: Vec<(Sentence, Vec<PaperKind>)> = Vec::new();
    for (kind, reason) in of {
        match reasons.iter_mut().find(|(known, _)| known == reason) {
            Some((_, kinds)) => kinds.push(*kind),
            None => reasons.push((reason.clone(), vec![*kind])),
        }
    }
    reasons
}

fn cancel<'a>(context: Context<'a>) -> Element<'a, Message> {
    button::secondary(None, context.t("window-cancel")).on_press(Message::Close).into()
}
