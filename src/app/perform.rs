//! Carrying out what screens and dialogs ask for.

use std::path::PathBuf;

use iced::Task;

use super::data::Data;
use super::screen::{Action, Place, Written, session};
use super::state::{App, Dialog, Message, Screen, ScreenMessage};
use super::theme::palette::Tone;
use super::toasts::Offer;
use super::{import, job, new_session};
use crate::domain::id::SessionId;
use crate::locale::{Language, Locale};
use crate::message::{Explain, Message as Sentence};
use crate::sample;
use crate::store::{Operation, Store, StoreError};

impl App {
    /// Carries out what a screen asked for.
    pub(super) fn perform(&mut self, action: Action<ScreenMessage>) -> Task<Message> {
        match action {
            Action::None => Task::none(),
            Action::Run(task) => task.map(Message::Screen),
            Action::Write(task) => {
                self.writing += 1;
                task.map(Message::Written)
            }
            Action::Changed(sentence) => {
                self.announce(&sentence);
                self.reload()
            }
            Action::Go(place) => self.go(place),
            Action::Say(sentence) => {
                self.toasts.show(Tone::Green, self.locale.say(&sentence), None);
                Task::none()
            }
            Action::Fail(sentence) => self.fail(&sentence),
            Action::NewSession => self.ask_new_session(Vec::new()),
            Action::PickList => import::pick_several(&self.locale).map(Message::ListsPicked),
            Action::PlantSamples => self.plant_samples(),
            Action::PickDataFile => Task::done(Message::PickDataFile),
            Action::Language(language) => {
                self.speak(language);
                self.reload()
            }
            Action::TextSize(percent) => {
                let before = self.scale_factor();
                self.machine.set_text_size(percent);
                self.machine.save();
                // The window keeps its size on the screen and says nothing of the new one.
                let ratio = before / self.scale_factor();
                self.size = iced::Size::new(self.size.width * ratio, self.size.height * ratio);
                Task::none()
            }
            Action::PapersFolder(folder) => {
                if self.machine.papers_folder.as_ref() != Some(&folder) {
                    self.machine.papers_folder = Some(folder);
                    self.machine.save();
                }
                Task::none()
            }
            Action::All(all) => Task::batch(all.into_iter().map(|one| self.perform(one)).collect::<Vec<_>>()),
        }
    }

    fn speak(&mut self, language: Language) {
        self.machine.set_language(language);
        self.machine.save();
        self.locale = Locale::new(language);
    }

    /// A change of the data was answered.
    pub(super) fn written(&mut self, written: Written<ScreenMessage>) -> Task<Message> {
        let mut tasks = vec![self.one_written()];
        if let Some(error) = written.refusal {
            tasks.push(self.fail(&error.explain()));
        }
        if let Some(message) = written.message {
            tasks.push(self.update(Message::Screen(message)));
        }
        // After a refusal, too: the screen may show what it hoped for.
        tasks.push(self.reload());
        if written.announced {
            tasks.push(self.announce_last());
        }
        Task::batch(tasks)
    }

    /// Tells what was done last, in the words of the history.
    pub(super) fn announce_last(&self) -> Task<Message> {
        let Data::Open(store) = &self.data else { return Task::none() };
        job::ask(store.history(1)).map(|answer| {
            let last = answer.ok().and_then(|steps| steps.into_iter().next());
            Message::Announce(last.map(|step| step.label))
        })
    }

    /// Tells what was done, and offers to undo it.
    pub(super) fn announce(&mut self, sentence: &Sentence) {
        self.toasts.show(Tone::Green, self.locale.say(sentence), Some(Offer::Undo));
    }

    /// Tells what failed and its cure. Nothing else follows.
    pub(super) fn fail(&mut self, reason: &Sentence) -> Task<Message> {
        self.toasts.show(Tone::Accent, self.locale.say(reason), None);
        Task::none()
    }

    /// Undoes or redoes a step.
    pub(super) fn turn(&mut self, way: Offer) -> Task<Message> {
        let Data::Open(store) = &self.data else { return Task::none() };
        let turned = match way {
            Offer::Undo => store.undo(),
            Offer::Redo => store.redo(),
        };
        self.writing += 1;
        job::ask(turned).map(move |answer| Message::Turned(way, answer))
    }

    /// A step was turned.
    pub(super) fn turned(
        &mut self,
        way: Offer,
        answer: Result<Option<Sentence>, StoreError>,
    ) -> Task<Message> {
        let written = self.one_written();
        let told = match answer {
            Err(error) => self.fail(&error.explain()),
            Ok(None) => {
                let words = self.locale.text(match way {
                    Offer::Undo => "window-nothing-to-undo",
                    Offer::Redo => "window-nothing-to-redo",
                });
                self.toasts.show(Tone::Neutral, words, None);
                Task::none()
            }
            Ok(Some(label)) => {
                let label = self.locale.say(&label);
                let (id, next) = match way {
                    Offer::Undo => ("window-undone", Offer::Redo),
                    Offer::Redo => ("window-redone", Offer::Undo),
                };
                let words = self.locale.say(&Sentence::new(id).with("label", label));
                self.toasts.show(Tone::Green, words, Some(next));
                self.reload()
            }
        };
        Task::batch([written, told])
    }

    /// Opens the dialog for a new session.
    pub(super) fn ask_new_session(&mut self, lists: Vec<PathBuf>) -> Task<Message> {
        self.dialog = Some(Dialog::NewSession(Box::new(new_session::State::new(lists))));
        Task::none()
    }

    /// In the dialog for a new session.
    pub(super) fn update_new_session(&mut self, message: new_session::Message) -> Task<Message> {
        let Some(Dialog::NewSession(state)) = &mut self.dialog else { return Task::none() };
        match state.update(message) {
            new_session::Action::None => {}
            new_session::Action::Close => self.dialog = None,
            new_session::Action::Create(details, template, lists) => {
                let Data::Open(store) = &self.data else { return Task::none() };
                let pending = store.start_session(*details, template);
                self.dialog = None;
                self.writing += 1;
                return job::ask(pending).map(move |answer| Message::Created(answer, lists.clone()));
            }
        }
        Task::none()
    }

    /// A session was made: it is shown, and its lists imported.
    pub(super) fn created(
        &mut self,
        answer: Result<SessionId, StoreError>,
        lists: Vec<PathBuf>,
    ) -> Task<Message> {
        let written = self.one_written();
        let next = match (answer, &self.data) {
            (Ok(id), Data::Open(_)) => {
                let tab = if lists.is_empty() { session::Tab::Info } else { session::Tab::Delegates };
                let told = self.announce_last();
                let gone = self.go(Place::Session(id, tab));
                if let Screen::Session(state) = &mut self.screen {
                    state.import(lists);
                }
                Task::batch([gone, told])
            }
            (Err(error), _) => self.fail(&error.explain()),
            (Ok(_), _) => Task::none(),
        };
        Task::batch([written, next])
    }

    fn plant_samples(&mut self) -> Task<Message> {
        let Data::Open(store) = &self.data else { return Task::none() };
        let store = store.clone();
        job::blocking(move || plant(&store))
            .map(|done| Message::Planted(done.unwrap_or_else(|| Err(Sentence::new("window-job-failed")))))
    }
}

fn plant(store: &Store) -> Result<(), Sentence> {
    let blueprints = sample::blueprints()
        .map_err(|error| Sentence::new("window-samples-broken").with("detail", error.to_string()))?;
    let operation = Operation::new(Sentence::new("operation-sample"));
    store.plant(operation, blueprints).wait().map(drop).map_err(|error| error.explain())
}
