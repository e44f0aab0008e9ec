//! The thread that backs a data file up while it is open.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::time::{Duration, Instant};

use super::place::{self, Concern};
use super::{Entry, Reason, catalogue, pack};
use crate::clock;
use crate::store::{Result, StoreError, snapshot};

/// How often backups are made at most, and how often it is looked whether one is due.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// From one to the next.
    pub between: Duration,
    /// From one look to the next.
    pub look: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { between: Duration::from_secs(30 * 60), look: Duration::from_secs(20) }
    }
}

/// How it stands with the backups.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Where they go.
    pub folder: Option<PathBuf>,
    /// What is to be said of that.
    pub concern: Option<Concern>,
    /// The folder that was wished for and cannot be written.
    pub out_of_reach: Option<PathBuf>,
    /// The newest, and whether the file changed since.
    pub newest: Option<Entry>,
    /// Why the last attempt failed.
    pub problem: Option<Problem>,
    /// One is being made.
    pub is_at_work: bool,
}

/// Why a backup could not be made.
#[derive(Debug, Clone)]
pub struct Problem(pub StoreError);

impl PartialEq for Problem {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_string() == other.0.to_string()
    }
}

/// Keeps the backups of an open data file, until it is dropped.
#[derive(Debug)]
pub struct Keeper {
    /// Its thread ends when this is dropped, after what it is at.
    wishes: mpsc::Sender<Wish>,
    state: Arc<Mutex<State>>,
}

#[derive(Debug)]
struct Wish {
    reason: Reason,
    answer: oneshot::Sender<Result<Option<Entry>>>,
}

impl Keeper {
    /// Begins to keep the backups of a data file in this folder, or in the usual one.
    /// `told` is called whenever it may stand otherwise than before.
    pub fn start(
        data_file: &Path,
        wanted: Option<PathBuf>,
        pace: Pace,
        told: impl Fn() + Send + 'static,
    ) -> Self {
        let (wishes, inbox) = mpsc::channel();
        let state: Arc<Mutex<State>> = Arc::default();
        let told = Box::new(told);
        let work =
            Work { data_file: data_file.to_owned(), wanted, pace, told, state: state.clone(), made: None };
        let started = std::thread::Builder::new().name("backups".into()).spawn(move || work.run(&inbox));
        if let Err(error) = started {
            tracing::error!(%error, "no thread for the backups");
        }
        Self { wishes, state }
    }

    /// How it stands.
    pub fn state(&self) -> State {
        lock(&self.state).clone()
    }

    /// Makes a backup now, if the file changed since the last, or if someone asked for it. The
    /// answer comes when it is made: none where there was nothing to do.
    pub fn back_up(&self, reason: Reason) -> oneshot::Receiver<Result<Option<Entry>>> {
        let (answer, answered) = oneshot::channel();
        // Without its thread the answer is dropped, which is an answer, too.
        let _ = self.wishes.send(Wish { reason, answer });
        answered
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Work {
    data_file: PathBuf,
    wanted: Option<PathBuf>,
    pace: Pace,
    told: Box<dyn Fn() + Send>,
    state: Arc<Mutex<State>>,
    /// When the last attempt was made, in this run.
    made: Option<Instant>,
}

impl Work {
    fn run(mut self, inbox: &mpsc::Receiver<Wish>) {
        self.find_place();
        loop {
            (self.told)();
            match inbox.recv_timeout(self.pace.look) {
                Ok(wish) => {
                    let done = self.if_changed(wish.reason);
                    // Who asked may have stopped waiting.
                    let _ = wish.answer.send(done);
                }
                Err(mpsc::RecvTimeoutError::Timeout) if self.is_due() => {
                    // What failed stands in the state.
                    let _ = self.if_changed(Reason::Time);
                }
                Err(mpsc::RecvTimeoutError::Timeout) => {}
                Err(mpsc::RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    /// Decides where backups go, and finds the newest that is there.
    fn find_place(&mut self) {
        let drives = place::drives();
        let usual = || place::usual(&self.data_file, &drives);
        let (folder, out_of_reach) = match &self.wanted {
            Some(wanted) if is_in_reach(wanted) => (Some(wanted.clone()), None),
            Some(wanted) => (usual(), Some(wanted.clone())),
            None => (usual(), None),
        };
        let office = snapshot::writes(&self.data_file).ok().map(|(office, _)| office);
        let newest = folder
            .as_deref()
            .zip(office.as_deref())
            .and_then(|(folder, office)| catalogue::list(folder, Some(office)).into_iter().next());
        let concern = folder.as_deref().and_then(|folder| place::concern(folder, &self.data_file, &drives));
        *lock(&self.state) = State { folder, concern, out_of_reach, newest, ..State::default() };
    }

    /// Whether enough time has passed since the last one, or the last attempt.
    fn is_due(&self) -> bool {
        if let Some(made) = self.made {
            return made.elapsed() >= self.pace.between;
        }
        let made_at = lock(&self.state).newest.as_ref().map(|newest| newest.about.made_at.clone());
        let made_at: Option<jiff::Timestamp> = made_at.and_then(|time| time.parse().ok());
        // One from tomorrow was made by a clock that was wrong.
        made_at.is_none_or(|made| {
            let seconds = clock::now().as_second() - made.as_second();
            u64::try_from(seconds).map_or(true, |seconds| Duration::from_secs(seconds) >= self.pace.between)
        })
    }

    fn if_changed(&mut self, reason: Reason) -> Result<Option<Entry>> {
        let done = self.attempt(reason);
        let mut state = lock(&self.state);
        state.is_at_work = false;
        match &done {
            Ok(made) => {
                state.problem = None;
                state.newest = made.clone().or_else(|| state.newest.take());
            }
            Err(error) => {
                tracing::warn!(%error, "no backup");
                state.problem = Some(Problem(error.clone()));
            }
        }
        done
    }

    fn attempt(&mut self, reason: Reason) -> Result<Option<Entry>> {
        if lock(&self.state).folder.as_deref().is_none_or(|folder| !is_in_reach(folder)) {
            // A drive that was out may be back, or this one is gone.
            self.find_place();
        }
        let Some(folder) = lock(&self.state).folder.clone() else {
            return Err(StoreError::Missing(self.wanted.clone().unwrap_or_default()));
        };
        let (_, writes) = snapshot::writes(&self.data_file)?;
        let is_same = {
            let state = lock(&self.state);
            state
                .newest
                .as_ref()
                .is_some_and(|newest| newest.about.contents.writes == writes && newest.path.exists())
        };
        if is_same && reason != Reason::Asked {
            return Ok(None);
        }
        lock(&self.state).is_at_work = true;
        (self.told)();
        self.made = Some(Instant::now());
        pack::make(&self.data_file, &folder, reason).map(Some)
    }
}

/// Whether files can be made in a folder, or it can be made.
fn is_in_reach(folder: &Path) -> bool {
    let there = folder.ancestors().find(|folder| folder.exists());
    there.is_some_and(|there| there.is_dir() && place::may_write(there))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::session::SessionDetails;
    use crate::store::Store;

    fn add(store: &Store, title: &str) {
        let details = SessionDetails { title: title.into(), ..SessionDetails::default() };
        store.create_session(details, None).wait().expect("a session");
    }

    fn often() -> Pace {
        Pace { between: Duration::from_millis(20), look: Duration::from_millis(5) }
    }

    /// Waits until it stands so.
    fn until(keeper: &Keeper, is_so: impl Fn(&State) -> bool) -> State {
        let end = Instant::now() + Duration::from_secs(60);
        loop {
            let state = keeper.state();
            if is_so(&state) {
                return state;
            }
            assert!(Instant::now() < end, "{state:?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn backups_make_themselves_when_something_changed() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        let store = Store::create(&path).expect("made");
        let backups = folder.path().join("sao lưu");
        let keeper = Keeper::start(&path, Some(backups.clone()), often(), || ());
        let newest = |sessions| {
            move |state: &State| {
                state.newest.as_ref().is_some_and(|newest| newest.about.contents.sessions == sessions)
            }
        };
        until(&keeper, newest(0));
        add(&store, "Một");
        let state = until(&keeper, newest(1));
        assert_eq!(state.folder.as_deref(), Some(backups.as_path()));
        let nothing = keeper.back_up(Reason::Close).recv().expect("answered").expect("done");
        assert_eq!(nothing, None, "nothing changed since");
        assert!(keeper.back_up(Reason::Asked).recv().expect("answered").expect("done").is_some());
        add(&store, "Hai");
        drop(keeper);
    }

    #[test]
    fn a_folder_out_of_reach_is_said_and_another_taken() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.taphuan");
        drop(Store::create(&path).expect("made"));
        let file = folder.path().join("tệp");
        std::fs::write(&file, "no folder").expect("written");
        let keeper = Keeper::start(&path, Some(file.clone()), Pace::default(), || ());
        let state = until(&keeper, |state| state.out_of_reach.is_some());
        assert_eq!(state.out_of_reach, Some(file));
        assert_ne!(state.folder, state.out_of_reach);
    }
}
