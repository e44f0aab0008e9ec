//! From screen to screen.

use iced::Task;

use super::message::Message;
use super::screen::{
    Goal, Route, Tab, history, home, people, register, session, sessions, settings, topics, units,
};
use super::shown::Shown;
use super::state::App;

impl App {
    /// Shows another screen.
    pub(super) fn go(&mut self, place: Route) -> Task<Message> {
        self.see(Goal { place, key: None })
    }

    /// Shows something.
    pub(super) fn see(&mut self, goal: Goal) -> Task<Message> {
        match self.leaves_for(goal.place) && self.asks_first(Message::See(goal.clone())) {
            true => Task::none(),
            false => self.see_surely(goal.place, goal.key.as_deref()),
        }
    }

    /// The same, whatever would be lost.
    pub(super) fn see_surely(&mut self, place: Route, key: Option<&str>) -> Task<Message> {
        let visit = self.work.visit();
        let gone = self.go_surely(place);
        let Some(key) = key else { return gone };
        self.screen.reveal(key);
        // What is to be revealed may take what the screen shows anew.
        let again = if visit == self.work.visit() { self.reload() } else { Task::none() };
        Task::batch([gone, again])
    }

    /// Whether the screen on show goes when this is shown.
    pub(super) fn leaves_for(&self, place: Route) -> bool {
        !matches!((place, &self.screen), (Route::Session(id, _), Shown::Session(state)) if state.id() == id)
    }

    fn go_surely(&mut self, place: Route) -> Task<Message> {
        if let (Route::Session(id, tab), Shown::Session(state)) = (place, &mut self.screen)
            && state.id() == id
        {
            // Papers and figures are made of what was marked since the session was read.
            let marked = state.tab() == Tab::Attendance && tab != Tab::Attendance;
            state.show(tab);
            return if marked { self.reload() } else { Task::none() };
        }
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
