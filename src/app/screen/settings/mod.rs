//! Cài đặt: the organisation with its letterhead and signatories, the window, the
//! data file.

mod about;
mod backups;
mod edit;
mod file;
mod logo;
mod machine;
mod numbers;
mod organisation;
mod personal;
mod report;
pub(in crate::app) mod section;
mod sheet;
mod signatories;
mod signature;
#[cfg(test)]
mod tests;
mod view;

use std::path::PathBuf;

use iced::widget::image::Handle;
use iced::{Element, Task};

use super::{Action, BackupWish, Context, Route, Tab, Told, erasing};
use crate::app::job;
use crate::app::shortcut::Shortcut;
use crate::domain::entry;
use crate::domain::erasure::Whom;
use crate::domain::id::{OrganisationId, SessionId};
use crate::domain::organisation::{Letterhead, Organisation, OrganisationDetails};
use crate::domain::picture::Picture;
use crate::domain::retention::{HABIT, Kept};
use crate::guide::Page;
use crate::locale::Language;
use crate::sentence::{Explain, Sentence};
use crate::store::{CheckReport, StoreError};
pub use edit::Edit;
use edit::{SettingsField, signer};
use section::Section;
use sheet::Sheet;

/// The number pattern of a new organisation.
const PATTERN: &str = "{so}/CN-MTTQ";

/// The tables this screen shows.
pub const READS: &[&str] = &[
    "organisation",
    "signatory",
    "number_pattern",
    "attachment",
    "signature_picture",
    "signature_use",
    "session",
    "cluster",
    "delegate",
    "retention",
    "setting",
];

/// What is on show.
#[derive(Default)]
pub struct State {
    section: Section,
    all: Option<Vec<Organisation>>,
    /// The organisation on show as it stands in the fields: the data file has the
    /// same without empty lines.
    shown: Option<Box<Shown>>,
    /// The organisation being added.
    adding: Option<Adding>,
    check: Check,
    /// The pictures of signatures.
    signatures: signature::State,
    /// Whether samples are in the file.
    has_samples: bool,
    /// How many years personal data are usually kept.
    kept_years: Option<u32>,
    /// Sessions of which it is said how long their data are kept.
    kept: Option<Vec<Kept>>,
    /// The dialog that erases those of one, while it is open.
    erasing: Option<erasing::State>,
    about: about::State,
}

/// An organisation being added.
#[derive(Default)]
struct Adding {
    name: String,
    /// Why the name was not taken.
    refused: Option<Sentence>,
}

struct Shown {
    id: OrganisationId,
    details: OrganisationDetails,
    sheet: Sheet,
    /// Its logo as it is painted.
    logo: Option<Handle>,
    /// The signatory whose fields are open.
    open: Option<usize>,
}

impl Shown {
    fn new(one: Organisation) -> Self {
        let sheet = Sheet::of(&one.details);
        let open = signer(&one.details.signatories);
        let logo = one.details.logo.as_ref().map(logo::handle);
        Self { id: one.id, details: one.details, sheet, logo, open }
    }

    fn show(&mut self, details: OrganisationDetails) {
        self.sheet = Sheet::of(&details);
        if details.logo != self.details.logo {
            self.logo = details.logo.as_ref().map(logo::handle);
        }
        self.open = self.open.filter(|place| *place < details.signatories.len());
        self.details = details;
    }
}

/// Where the check of the file stands.
#[derive(Default)]
enum Check {
    /// Not asked for.
    #[default]
    Idle,
    /// The file is being read.
    Running,
    /// What was found.
    Done(CheckReport),
}

/// What happens on this screen.
#[derive(Clone)]
pub enum Message {
    /// The organisations arrived.
    Loaded(Result<Vec<Organisation>, StoreError>),
    /// Another section is to be shown.
    Section(Section),
    /// It is known whether samples are in the file.
    Samples(bool),
    /// Another organisation is to be shown.
    Chosen(OrganisationId),
    /// One more is wanted: its name is asked for.
    Add,
    /// Its name was committed.
    NewName(String),
    /// It is to be made.
    Create,
    /// No more is wanted after all.
    CancelAdd,
    /// It was made.
    Created(OrganisationId),
    /// The organisations arrived after it was made.
    LoadedWith(OrganisationId, Vec<Organisation>),
    /// The organisation on show takes this place among all.
    MoveTo(usize),
    /// The organisation on show is to go.
    RemoveOffice,
    /// The organisation on show changes.
    Edit(Edit),
    /// A logo is to be chosen.
    PickLogo(OrganisationId),
    /// A file was chosen for it.
    LogoPicked(OrganisationId, Option<PathBuf>),
    /// It was read, or is no picture.
    LogoRead(OrganisationId, Result<Picture, Sentence>),
    /// Of the pictures of signatures.
    Signature(signature::Message),
    /// The fields of a signatory are to be opened or closed.
    Open(usize),
    /// A language was chosen.
    LanguageChosen(Language),
    /// A text size was chosen.
    TextSizeChosen(u16),
    /// The name of this computer was committed.
    ComputerNamed(String),
    /// Another data file is wanted.
    OtherFile,
    /// A copy of the data file is wanted.
    Backup,
    /// A place for the copy was chosen.
    BackupPicked(Option<PathBuf>),
    /// The copy was written, or not.
    BackedUp(Told),
    /// The data file is to be checked.
    Check,
    /// It was checked, or could not be.
    Checked(Result<CheckReport, StoreError>),
    /// Records that another program wrote are right.
    AcceptAltered,
    /// Text that cannot be read is to be mended.
    MendText,
    /// A backup is to be made now.
    BackUpNow,
    /// A dialog of the backups is wanted.
    Backups(BackupWish),
    /// Backups go to the usual folder again.
    UsualBackupFolder,
    /// The samples are to go.
    RemoveSamples,
    /// How long personal data are usually kept arrived.
    Habit(Option<u32>),
    /// It was committed.
    KeptYears(Option<u32>),
    /// The sessions whose data are kept arrived.
    Kept(Result<Vec<Kept>, StoreError>),
    /// The data of a session are kept longer.
    Extend(SessionId),
    /// A session is to be shown.
    OpenSession(SessionId),
    /// The names of a session are to be erased: the dialog for that.
    AskErase(SessionId, String),
    /// In that dialog.
    Erasing(erasing::Message),
    /// On the card of the program.
    About(about::Message),
}

/// An organisation of which no more is known than its name, and the place its papers are dated at.
pub(in crate::app) fn organisation_named(name: String, place: Option<String>) -> OrganisationDetails {
    OrganisationDetails {
        letterhead: Letterhead { issuer: vec![name.to_uppercase()], place, ..Letterhead::default() },
        name,
        short_name: String::new(),
        signatories: Vec::new(),
        certificate_pattern: PATTERN.to_owned(),
        logo: None,
    }
}

impl State {
    /// Asks for what the screen shows.
    pub fn load(&self, context: Context<'_>) -> Task<Message> {
        let samples = job::ask(context.store.sessions());
        Task::batch([
            job::ask(context.store.organisations()).map(Message::Loaded),
            job::ask(context.store.setting(HABIT))
                .map(|years| Message::Habit(years.ok().flatten().and_then(|years| years.parse().ok()))),
            job::ask(context.store.kept()).map(Message::Kept),
            samples.map(|all| Message::Samples(all.is_ok_and(|all| all.iter().any(|one| one.is_sample)))),
        ])
    }

    /// Takes in a message.
    pub fn update(&mut self, message: Message, context: Context<'_>) -> Action<Message> {
        match message {
            Message::Loaded(Ok(all)) => {
                let signatories = all.iter().flat_map(|one| &one.details.signatories);
                let signatures = signature::load(signatories.map(|one| one.name.clone()), context);
                self.take(all);
                return Action::Run(signatures);
            }
            Message::Signature(message) => return self.signatures.update(message, context),
            Message::Loaded(Err(error)) => return Action::Fail(error.explain()),
            Message::Section(section) => self.section = section,
            Message::About(message) => return self.about.update(message, context),
            Message::Samples(has_samples) => self.has_samples = has_samples,
            Message::Chosen(id) => self.choose(id),
            Message::Add if context.can_write() => {
                self.section = Section::Office;
                self.adding = Some(Adding::default());
                return Action::Run(iced::widget::operation::focus(organisation::NEW_NAME));
            }
            Message::NewName(name) => {
                self.adding = Some(Adding { name, refused: None });
            }
            Message::CancelAdd => self.adding = None,
            Message::Create if context.can_write() => return self.create(context),
            Message::Created(id) => {
                self.adding = None;
                return Action::ask(context.store.organisations(), move |answer| match answer {
                    Ok(all) => Message::LoadedWith(id, all),
                    Err(error) => Message::Loaded(Err(error)),
                });
            }
            Message::LoadedWith(id, all) => {
                self.all = Some(all);
                self.choose(id);
            }
            Message::MoveTo(place) if context.can_write() => return self.move_to(place, context),
            Message::RemoveOffice if context.can_write() => {
                let Some(shown) = &self.shown else { return Action::None };
                return Action::write(context.store.remove_organisation(shown.id), |()| None);
            }
            Message::Edit(edit) if context.can_write() => return self.edit(edit, context),
            Message::PickLogo(id) if context.can_write() => return Action::Run(logo::pick(id, context)),
            Message::LogoPicked(id, Some(path)) => return Action::Run(logo::read(id, path)),
            Message::LogoRead(id, Ok(picture)) if context.can_write() => {
                return self.set_logo(id, picture, context);
            }
            Message::LogoRead(_, Err(reason)) => return Action::Fail(reason),
            Message::Open(place) => {
                if let Some(shown) = &mut self.shown {
                    shown.open = (shown.open != Some(place)).then_some(place);
                }
            }
            Message::LanguageChosen(language) => return Action::Language(language),
            Message::TextSizeChosen(percent) => return Action::TextSize(percent),
            Message::ComputerNamed(name) => return Action::ComputerName(name),
            Message::OtherFile => return Action::PickDataFile,
            Message::Backup => return Action::Run(file::pick_copy(context)),
            Message::BackupPicked(Some(path)) => return file::back_up(path, context),
            Message::BackedUp(Ok(told)) => return Action::Say(told),
            Message::BackedUp(Err(reason)) => return Action::Fail(reason),
            Message::Check => {
                self.check = Check::Running;
                return Action::Run(job::ask(context.store.check()).map(Message::Checked));
            }
            Message::Checked(Ok(report)) => self.check = Check::Done(report),
            Message::Checked(Err(error)) => {
                self.check = Check::Idle;
                return Action::Fail(error.explain());
            }
            Message::AcceptAltered if context.can_write() => {
                let accepted = job::write(context.store.accept_altered());
                return Action::write_task(accepted, |done| {
                    let words = done.is_ok().then(|| Sentence::new("window-check-accepted"));
                    (done.is_ok().then_some(Message::Check), words)
                });
            }
            Message::MendText if context.can_write() => {
                return Action::write_task(job::write(context.store.mend_text()), |done| match done {
                    Ok(count) => {
                        let words = Sentence::new("window-check-mended").with("count", count);
                        (Some(Message::Check), Some(words))
                    }
                    Err(_) => (None, None),
                });
            }
            Message::BackUpNow => return Action::BackUp,
            Message::Backups(wish) => return Action::Backups(wish),
            Message::UsualBackupFolder => return Action::BackupFolder(None),
            Message::RemoveSamples if context.can_write() => {
                return Action::write(context.store.remove_samples(), |_| None);
            }
            Message::Habit(years) => self.kept_years = years,
            Message::Kept(Ok(kept)) => self.kept = Some(kept),
            Message::Kept(Err(error)) => {
                self.kept = None;
                return Action::Fail(error.explain());
            }
            Message::KeptYears(years) if context.can_write() => {
                self.kept_years = years;
                return personal::save_years(years, context);
            }
            Message::Extend(session) if context.can_write() => return personal::extend(session, context),
            Message::OpenSession(session) => return Action::Go(Route::Session(session, Tab::Info)),
            Message::AskErase(session, title) => {
                let whom = Whom::Session { session, with_people: true };
                let (state, asked) = erasing::State::open(whom, title, context);
                self.erasing = Some(state);
                return asked.map(Message::Erasing);
            }
            Message::Erasing(message) => {
                let Some(open) = &mut self.erasing else { return Action::None };
                return match open.update(message, context) {
                    erasing::Answer::Stay(action) => action.map(Message::Erasing),
                    erasing::Answer::Close(action) => {
                        self.erasing = None;
                        action.map(Message::Erasing)
                    }
                };
            }
            Message::KeptYears(_)
            | Message::Extend(_)
            | Message::Add
            | Message::Create
            | Message::MoveTo(_)
            | Message::RemoveOffice
            | Message::Edit(_)
            | Message::PickLogo(_)
            | Message::LogoPicked(_, None)
            | Message::LogoRead(_, Ok(_))
            | Message::BackupPicked(None)
            | Message::AcceptAltered
            | Message::MendText
            | Message::RemoveSamples => {}
        }
        Action::None
    }

    /// Takes in what the data file has. What is in the fields stays when it is the
    /// same, empty lines apart.
    fn take(&mut self, all: Vec<Organisation>) {
        let id = self.shown.as_ref().map(|shown| shown.id);
        let found = all.iter().find(|one| Some(one.id) == id).or(all.first()).cloned();
        self.all = Some(all);
        match (found, &mut self.shown) {
            (Some(found), Some(shown)) if found.id == shown.id => {
                if entry::organisation(shown.details.clone()).as_ref() != Ok(&found.details) {
                    shown.show(found.details);
                }
            }
            (found, shown) => *shown = found.map(|one| Box::new(Shown::new(one))),
        }
    }

    fn choose(&mut self, id: OrganisationId) {
        let found = self.all.iter().flatten().find(|one| one.id == id).cloned();
        self.shown = found.map(|one| Box::new(Shown::new(one)));
    }

    fn create(&mut self, context: Context<'_>) -> Action<Message> {
        let Some(adding) = &mut self.adding else { return Action::None };
        match entry::organisation(organisation_named(adding.name.clone(), None)) {
            Ok(details) => {
                Action::write(context.store.add_organisation(details), |id| Some(Message::Created(id)))
            }
            Err(mistake) => {
                adding.refused = Some(mistake.explain());
                Action::None
            }
        }
    }

    fn move_to(&self, place: usize, context: Context<'_>) -> Action<Message> {
        let Some(shown) = &self.shown else { return Action::None };
        let mut order: Vec<OrganisationId> = self.all.iter().flatten().map(|one| one.id).collect();
        order.retain(|id| *id != shown.id);
        order.insert(place.min(order.len()), shown.id);
        Action::write(context.store.reorder_organisations(order), |()| None)
    }

    fn edit(&mut self, edit: Edit, context: Context<'_>) -> Action<Message> {
        let Some(shown) = &mut self.shown else { return Action::None };
        let mut details = shown.details.clone();
        edit.apply(&mut details);
        let key = draft_key(shown.id, &edit.key());
        if let Err(mistake) = edit.check(&details).and_then(|()| entry::organisation(details.clone())) {
            return Action::Refuse(key, mistake.explain());
        }
        match &edit {
            Edit::AddSignatory => shown.open = Some(details.signatories.len() - 1),
            Edit::MoveUp(place) => shown.open = place.checked_sub(1),
            Edit::MoveDown(place) => shown.open = Some(place + 1),
            Edit::RemoveSignatory(_) => shown.open = None,
            _ => {}
        }
        if let Some(shifted) = edit.shifts(shown.details.signatories.len()) {
            for field in edit::OF_SIGNATORIES {
                context.drafts.follow(&draft_key(shown.id, field), shifted);
            }
        }
        let command = edit.command(&details);
        shown.show(details);
        let writing = context.store.edit_organisation(shown.id, &edit.key(), command);
        // Who adds a signatory goes on in its first field.
        let first = match (&edit, shown.open) {
            (Edit::AddSignatory, Some(place)) => Some(SettingsField::Authority(place, 0).key()),
            _ => None,
        };
        let save = match edit {
            Edit::RemoveSignatory(_) => Action::write_task(job::write(writing), |done| {
                (None, done.is_ok().then(|| Sentence::new("window-office-signatory-removed")))
            }),
            _ => Action::save(key, writing),
        };
        match first {
            Some(field) => Action::All(vec![save, Action::Run(iced::widget::operation::focus(field))]),
            None => save,
        }
    }

    /// Whether the name of a new office is kept nowhere else.
    pub fn has_unsaid(&self) -> bool {
        self.adding.as_ref().is_some_and(|adding| !adding.name.is_empty())
    }

    /// Gives it up.
    pub fn forget_unsaid(&mut self) {
        self.adding = None;
    }

    /// The page of the guide about it.
    pub fn guide(&self) -> Page {
        match self.section {
            Section::Office | Section::Window => Page::Settings,
            Section::File => Page::Backups,
            Section::Personal => Page::PersonalData,
            Section::About => Page::Troubles,
        }
    }

    /// Shows the section of a key, or of the field of a key.
    pub fn reveal(&mut self, key: &str) {
        self.section = Section::of(key).unwrap_or(self.section);
    }

    /// The dialog that is open.
    pub fn dialog<'a>(&'a self, context: Context<'a>) -> Option<Element<'a, Message>> {
        self.erasing.as_ref().map(|open| open.view(context).map(Message::Erasing))
    }

    /// What a shortcut of the window means here.
    pub fn shortcut(&self, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Escape if self.erasing.is_some() => Some(Message::Erasing(erasing::Message::Close)),
            Shortcut::New => Some(Message::Add),
            _ => None,
        }
    }
}

/// The draft of a field of an organisation.
fn draft_key(id: OrganisationId, field: &str) -> String {
    format!("organisation {id} {field}")
}
