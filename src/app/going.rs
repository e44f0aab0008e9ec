//! From screen to screen.

use iced::Task;

use super::leaving::Leaving;
use super::message::Message;
use super::screen::{
    Goal, Route, history, home, people, register, session, sessions, settings, topics, units,
};
use super::shown::Shown;
use super::state::App;

impl App {
    /// Shows something.
    pub(super) fn see(&mut self, Goal { place, key }: Goal) -> Task<Message> {
        let visit = self.work.visit();
        let gone = self.go(place);
        let Some(key) = key.filter(|_| self.leaving.is_none()) else { return gone };
        self.screen.reveal(&key);
        // What is to be revealed may take what the screen shows anew.
        let again = if visit == self.work.visit() { self.reload() } else { Task::none() };
        Task::batch([gone, again])
    }

    /// Shows another screen.
    pub(super) fn go(&mut self, place: Route) -> Task<Message> {
        if let (Route::Session(id, tab), Shown::Session(state)) = (place, &mut self.screen)
            && state.id() == id
        {
            state.show(tab);
            return Task::none();
        }
        if self.asks_to_stay() {
            return Task::none();
        }
        if self.screen.has_unsaid() {
            return self.react(Message::AskToDiscard(Leaving::For(place)));
        }
        self.go_surely(place)
    }

    /// The same, whatever would be lost.
    pub(super) fn go_surely(&mut self, place: Route) -> Task<Message> {
        self.show(match place {
            Route::Home => Shown::Home(Box::<home::State>::default()),
            Route::Sessions => Shown::Sessions(Box::<sessions::State>::default()),
            Route::Session(id, tab) => Shown::Session(Box::new(session::State::new(id, tab))),
            Route::People => Shown::People(Box::<people::State>::default()),
            Route::Units => Shown::Units(Box::<units::State>::default()),
            Route::Topics => Shown::Topics(Box::<topics::State>::default()),
            Route::Register => Shown::Register(Box::<register::State>::default()),
            Route::History(of) => Shown::History(Box::new(history::State::new(of))),
            Route::Settings => Shown::Settings(Box::<settings::State>::default()),
        })
    }

    /// Whether the screen asks before it is left: what is done there is not in the file yet.
    pub(super) fn asks_to_stay(&mut self) -> bool {
        match &mut self.screen {
            Shown::Session(state) => state.asks_to_stay(),
            _ => false,
        }
    }

    pub(super) fn show(&mut self, screen: Shown) -> Task<Message> {
        self.work.leave();
        self.screen = screen;
        self.reload()
    }
}
