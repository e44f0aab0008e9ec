//! Carrying out what screens and dialogs ask for, and telling how it went.

use std::path::PathBuf;

use iced::Task;

use super::leaving::Leaving;
use super::message::Message;
use super::screen::{Action, Goal, Route, Tab, Telling, Written};
use super::shown::{ScreenMessage, Shown};
use super::state::{App, Dialog};
use super::theme::palette::Tone;
use super::toasts::{Lead, Offer};
use super::work::{Direction, Visit};
use super::{backup_dialogs, everywhere, import, job, new_session};
use crate::backup::Reason;
use crate::domain::id::{OperationId, SessionId};
use crate::locale::{Language, Locale};
use crate::sample;
use crate::sentence::{Explain, Sentence};
use crate::store::{Done, Operation, Store, StoreError, Taken, Turn};

impl App {
    /// Carries out what a screen asked for.
    pub(super) fn perform(&mut self, action: Action<ScreenMessage>) -> Task<Message> {
        let (visit, ticket) = (self.work.visit(), self.work.ticket());
        match action {
            Action::None => Task::none(),
            Action::Ask(task) => task.map(move |message| Message::Answered(ticket, message)),
            Action::Run(task) => task.map(move |message| Message::Came(visit, message)),
            Action::Work(task) => task.map(move |finished| Message::Finished(visit, Box::new(finished))),
            Action::Write(task) => {
                self.work.send();
                task.map(move |written| Message::Written(visit, Box::new(written)))
            }
            Action::WriteAfterBackup(task) => {
                // Whether it could be made is told at the foot.
                let before = self.backups.make(Reason::Import).map_or_else(Task::none, Task::discard);
                before.chain(self.perform(Action::Write(task)))
            }
            Action::Refuse(key, reason) => {
                self.drafts.failed(&key, self.locale.say(&reason));
                Task::none()
            }
            Action::Unchanged(key) => {
                self.drafts.saved(&key);
                Task::none()
            }
            Action::AskToDiscard => self.react(Message::AskToDiscard(Leaving::Form)),
            Action::Go(place) => self.go(place),
            Action::Say(sentence) => self.tell(Ok(sentence)),
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
                self.rescaled(before);
                Task::none()
            }
            Action::Column(wish) => {
                self.machine.wish_column(wish);
                self.machine.save();
                Task::none()
            }
            Action::ComputerName(name) => {
                self.machine.set_name(&name);
                self.machine.save();
                Task::none()
            }
            Action::PapersFolder(folder) => {
                if self.machine.papers_folder.as_ref() != Some(&folder) {
                    self.machine.papers_folder = Some(folder);
                    self.machine.save();
                }
                Task::none()
            }
            Action::BackUp => self.back_up(Reason::Asked),
            Action::BackupFolder(folder) => self.keep_backups_in(folder),
            Action::Backups(wish) => self.update_backup_dialog(backup_dialogs::Message::Wish(wish)),
            Action::Restore(backup) => self.restore(backup),
            Action::All(all) => Task::batch(all.into_iter().map(|one| self.perform(one)).collect::<Vec<_>>()),
        }
    }

    fn speak(&mut self, language: Language) {
        self.machine.set_language(language);
        self.machine.save();
        self.locale = Locale::new(language);
    }

    /// A change of the data was answered: it is told, whether or not the screen is still on
    /// show; the screen hears of it if it is.
    pub(super) fn written(&mut self, visit: Visit, written: Written<ScreenMessage>) -> Task<Message> {
        let on_show = visit == self.work.visit();
        self.take_in(&written.done);
        let told = match (&written.done, written.telling) {
            (Ok(_), Telling::Field(key)) => {
                self.drafts.saved(&key);
                Task::none()
            }
            (Err(error), Telling::Field(key)) => {
                self.drafts.failed(&key, self.locale.explain(error));
                match self.drafts.unsaved().iter().any(|one| one.key == key) {
                    true => Task::none(),
                    // A choice, not a text: nothing of it stands anywhere.
                    false => self.fail(&error.explain()),
                }
            }
            (Ok(done), Telling::Toast | Telling::Form) => self.announce_or_nothing(done.step.as_ref()),
            (Ok(done), Telling::Words(words)) => self.announce(done.step.as_ref(), &words, None),
            (Ok(done), Telling::Seen(words, goal)) => self.announce(done.step.as_ref(), &words, goal),
            (Ok(_), Telling::Failed(reason)) => self.fail(&reason),
            (Ok(_), Telling::Silent | Telling::Screen) => Task::none(),
            (Err(_), Telling::Form | Telling::Screen) if on_show => Task::none(),
            (Err(error), _) => self.fail(&error.explain()),
        };
        let heard = match written.message {
            Some(message) if on_show => self.update_screen(message),
            _ => Task::none(),
        };
        let news = self.catch_up();
        Task::batch([told, heard, news, self.close_if_done()])
    }

    /// What a change did is counted.
    fn take_in(&mut self, done: &Result<Done<()>, StoreError>) {
        if let Ok(Done { step: Some(_), .. }) = done {
            self.toasts.withdraw_offers();
        }
        self.work.written(done.as_ref().ok().map(|done| done.touched.clone()));
    }

    /// Names a step, or says that nothing changed.
    fn announce_or_nothing(&mut self, step: Option<&Taken>) -> Task<Message> {
        match step {
            Some(taken) => {
                let label = inside(&self.locale.say(&taken.label));
                self.announce(step, &Sentence::new("window-done").with("label", label), None)
            }
            None => {
                self.toasts.show(Tone::Neutral, self.locale.text("window-nothing-changed"), None);
                Task::none()
            }
        }
    }

    /// Tells what was done, and offers to undo it if it was a step, and to see what came of it.
    fn announce(&mut self, step: Option<&Taken>, words: &Sentence, goal: Option<Goal>) -> Task<Message> {
        let offer = step.map(|step| Offer::Undo(step.id));
        self.toasts.show_leading(self.locale.say(words), offer, goal.map(Lead::See));
        Task::none()
    }

    /// Tells what failed and its cure. Nothing else follows.
    pub(super) fn fail(&mut self, reason: &Sentence) -> Task<Message> {
        self.toasts.show(Tone::Danger, self.locale.say(reason), None);
        Task::none()
    }

    /// Undoes or redoes a step: the one a toast named, or the next one.
    pub(super) fn turn(&mut self, direction: Direction, step: Option<OperationId>) -> Task<Message> {
        let Some(store) = self.data.store() else { return Task::none() };
        let turned = match (direction, step) {
            (Direction::Undo, None) => store.undo(),
            (Direction::Undo, Some(step)) => store.undo_step(step),
            (Direction::Redo, None) => store.redo(),
            (Direction::Redo, Some(step)) => store.redo_step(step),
        };
        self.work.send();
        job::write(turned).map(move |answer| Message::Turned(direction, answer))
    }

    /// A step was turned, or not.
    pub(super) fn turned(
        &mut self,
        direction: Direction,
        answer: Result<Done<Turn>, StoreError>,
    ) -> Task<Message> {
        self.take_in(&answer.clone().map(|done| done.map(drop)));
        let told = match answer.map(|done| done.value) {
            Err(error) => self.fail(&error.explain()),
            Ok(turn) => self.tell_turn(direction, turn),
        };
        let news = self.catch_up();
        Task::batch([told, news, self.close_if_done()])
    }

    fn tell_turn(&mut self, direction: Direction, turn: Turn) -> Task<Message> {
        let pick = |undo, redo| if direction == Direction::Undo { undo } else { redo };
        match turn {
            Turn::Nothing => {
                let words = self.locale.text(pick("window-nothing-to-undo", "window-nothing-to-redo"));
                self.toasts.show(Tone::Neutral, words, None);
            }
            Turn::Overtaken => {
                self.toasts.withdraw_offers();
                self.toasts.show(Tone::Neutral, self.locale.text("window-overtaken"), None);
            }
            Turn::Turned(step) => {
                self.toasts.withdraw_offers();
                self.toasts.overtake(step.id);
                let label = self.locale.say(&step.label);
                let words = Sentence::new(pick("window-undone", "window-redone")).with("label", label);
                let back = match direction {
                    Direction::Undo => Offer::Redo(step.id),
                    Direction::Redo => Offer::Undo(step.id),
                };
                self.toasts.show(Tone::Green, self.locale.say(&words), Some(back));
            }
            Turn::SetAside(step, reason) => {
                self.toasts.withdraw_offers();
                let (label, reason) = (self.locale.say(&step.label), self.locale.say(&reason));
                let words = Sentence::new(pick("window-set-aside", "window-set-aside-redo"));
                return self.fail(&words.with("label", label).with("reason", reason));
            }
        }
        Task::none()
    }

    /// Opens the search through everything.
    pub(super) fn search_everywhere(&mut self) -> Task<Message> {
        let Some(store) = self.data.store() else { return Task::none() };
        let open = match &self.screen {
            Shown::Session(state) => Some(state.id()),
            _ => None,
        };
        let (state, asked) = everywhere::State::open(open, store);
        self.dialog = Some(Dialog::Everywhere(Box::new(state)));
        asked.map(Message::Everywhere)
    }

    /// In the search through everything.
    pub(super) fn update_everywhere(&mut self, message: everywhere::Message) -> Task<Message> {
        let (Some(Dialog::Everywhere(state)), Some(store)) = (&mut self.dialog, self.data.store()) else {
            return Task::none();
        };
        match state.update(message, store, &self.locale) {
            everywhere::Action::Run(task) => task.map(Message::Everywhere),
            everywhere::Action::Close => self.react(Message::CloseDialog),
            everywhere::Action::Go(leads) => {
                self.dialog = None;
                match leads {
                    everywhere::Leads::To(goal) => self.see(goal),
                    everywhere::Leads::Guide(page) => self.open_guide(page),
                }
            }
        }
    }

    /// Opens the dialog for a new session.
    pub(super) fn ask_new_session(&mut self, lists: Vec<PathBuf>) -> Task<Message> {
        self.dialog = Some(Dialog::NewSession(Box::new(new_session::State::new(lists))));
        let Some(store) = self.data.store() else { return Task::none() };
        job::ask(store.sessions())
            .map(|sessions| Message::NewSession(new_session::Message::Sessions(sessions.unwrap_or_default())))
    }

    /// In the dialog for a new session. It stays, with what was typed, until the session is made.
    pub(super) fn update_new_session(&mut self, message: new_session::Message) -> Task<Message> {
        let Some(Dialog::NewSession(state)) = &mut self.dialog else { return Task::none() };
        match state.update(message) {
            new_session::Action::None => {}
            new_session::Action::Close => self.dialog = None,
            new_session::Action::Check(lists) => {
                return import::can_read_one(lists.clone()).map(move |read| {
                    Message::NewSession(new_session::Message::Checked(lists.clone(), read))
                });
            }
            new_session::Action::Import(session, lists) => {
                self.dialog = None;
                return self.import_into(session, lists);
            }
            new_session::Action::Copy(session, copy, lists) => {
                let Some(store) = self.data.store() else { return Task::none() };
                let writing = store.copy_session(session, copy);
                self.work.send();
                return job::write(writing).map(move |answer| Message::Created(answer, lists.clone()));
            }
            new_session::Action::Create(details, template, lists) => {
                let Some(store) = self.data.store() else { return Task::none() };
                let writing = store.start_session(*details, template);
                self.work.send();
                return job::write(writing).map(move |answer| Message::Created(answer, lists.clone()));
            }
        }
        Task::none()
    }

    /// A session was made: it is shown, and its lists imported.
    pub(super) fn created(
        &mut self,
        answer: Result<Done<SessionId>, StoreError>,
        lists: Vec<PathBuf>,
    ) -> Task<Message> {
        self.take_in(&answer.clone().map(|done| done.map(drop)));
        let next = match answer {
            Ok(Done { value: id, step, .. }) => {
                self.dialog = None;
                let told = self.announce_or_nothing(step.as_ref());
                let gone = match lists.is_empty() {
                    true => self.go(Route::Session(id, Tab::Info)),
                    false => self.import_into(id, lists),
                };
                Task::batch([gone, told])
            }
            Err(error) => match &mut self.dialog {
                Some(Dialog::NewSession(state)) => {
                    state.refuse(error);
                    Task::none()
                }
                _ => self.fail(&error.explain()),
            },
        };
        Task::batch([next, self.close_if_done()])
    }

    /// Shows lists as they would be imported into a session.
    pub(super) fn import_into(&mut self, session: SessionId, lists: Vec<PathBuf>) -> Task<Message> {
        let place = Route::Session(session, Tab::Delegates);
        if self.leaves_for(place) && self.asks_first(Message::Import(session, lists.clone())) {
            return Task::none();
        }
        let gone = self.see_surely(place, None);
        if let Shown::Session(state) = &mut self.screen {
            state.import(lists);
        }
        gone
    }

    fn plant_samples(&mut self) -> Task<Message> {
        let Some(store) = self.data.store() else { return Task::none() };
        let store = store.clone();
        let planted = job::blocking_store(move || plant(&store));
        self.perform(Action::write_task(planted, |_| (None, None)))
    }
}

/// A label as it stands inside of a sentence.
fn inside(label: &str) -> String {
    let mut letters = label.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Reading the samples takes as long as writing them.
fn plant(store: &Store) -> Result<Done<()>, StoreError> {
    let blueprints = sample::blueprints().map_err(|error| StoreError::Internal(error.to_string()))?;
    let operation = Operation::new(Sentence::new("operation-sample"));
    store.plant(operation, blueprints).outcome().map(|done| done.map(drop))
}
