//! Lists in, from the window: choosing the files, reading them, writing them.

use std::collections::HashMap;
use std::path::PathBuf;

use iced::Task;

use super::{files, job};
use crate::domain::id::SessionId;
use crate::domain::list::{
    Choice, ImportCounts, ImportOffers, ImportPlan, ImportWishes, PlannedRow, RowKind,
};
use crate::domain::person_field::PersonField;
use crate::intake::{self, Corrections, ReadList, ReadOptions, RowKey};
use crate::locale::Locale;
use crate::progress::Progress;
use crate::sentence::{Explain, Sentence};
use crate::store::{Done, FurtherList, Store, StoreError};

/// Endings of the files that lists come in.
pub(in crate::app) const ENDINGS: [&str; 15] = [
    "xlsx", "xlsm", "xls", "ods", "docx", "doc", "odt", "rtf", "pdf", "csv", "txt", "tsv", "htm", "html",
    "zip",
];

/// The file dialog for lists: often a file from each commune. Empty when it was closed.
pub fn pick_several(locale: &Locale) -> Task<Vec<PathBuf>> {
    files::pick_several(files::dialog(locale.text("window-pick-list"), locale.text("window-lists"), &ENDINGS))
}

/// Where a list comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Cells that were copied elsewhere, and what the history calls them.
    Text {
        /// The name.
        name: String,
        /// The cells: lines, with tabs between them.
        text: String,
    },
}

impl Source {
    /// The name of the file, or of what was pasted.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Text { name, .. } => name.clone(),
        }
    }
}

/// Whether a list can be read in one of these files, or why not in the first.
pub fn can_read_one(lists: Vec<PathBuf>) -> Task<Result<(), Sentence>> {
    let work = job::blocking(move || {
        let mut refused = None;
        for list in lists {
            match intake::read(&list, crate::clock::today()) {
                Ok(_) => return Ok(()),
                Err(error) => refused = refused.or(Some(error.explain())),
            }
        }
        refused.map_or(Ok(()), Err)
    });
    work.map(|done| done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))
}

/// How a list is read and what is done with its rows, beyond what the rows say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// What the user knows better of the file.
    pub reading: ReadOptions,
    /// Names in capitals become names in small letters.
    pub small_letters: bool,
    /// Rows that may be somebody listed already come in, too.
    pub doubtful: bool,
    /// Rows that may be nobody come in, too.
    pub in_doubt: bool,
    /// What was corrected in it.
    pub corrections: Corrections,
    /// What was decided row by row.
    pub decided: HashMap<RowKey, Decision>,
    /// What is wished when it is written.
    pub writing: ImportWishes,
}

/// What the user decided about a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decision {
    /// What becomes of it; `None` for what happens unless another is chosen.
    pub choice: Option<Choice>,
    /// The fields that an update leaves as they are known.
    pub kept: Vec<PersonField>,
}

/// A list that was read and compared, before anything is written.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The list as it was read.
    pub list: ReadList,
    /// What each row means.
    pub plan: ImportPlan,
    /// How many names are written in capitals.
    pub capitals: usize,
    /// The communes that may have sent it, and how many people have none.
    pub communes: (Vec<String>, usize),
    /// What session and registry let be chosen.
    pub offers: ImportOffers,
}

/// Reads a list and compares it with the session. Nothing is written. Cancelled work
/// ends as soon as it looks up.
pub fn prepare(
    store: Store,
    session: SessionId,
    source: Source,
    wishes: Wishes,
    progress: Progress,
) -> Task<Result<Prepared, Sentence>> {
    let work = job::blocking(move || {
        let mut list = read(&store, session, source, &wishes.reading, &progress)?;
        let capitals = in_small_letters(&mut list, wishes.small_letters);
        let communes = (list.senders(), list.without_commune());
        let mut plan = compare(&store, session, &mut list, &wishes.corrections, &progress)?;
        if wishes.in_doubt {
            plan.take_doubtful();
        }
        decide(&mut plan, &list, &wishes);
        let offers = store.import_offers(plan.clone()).wait().map_err(|error| error.explain())?;
        Ok(Prepared { list, plan, capitals, communes, offers })
    });
    work.map(|done| done.unwrap_or_else(|| Err(Sentence::new("window-job-failed"))))
}

fn read(
    store: &Store,
    session: SessionId,
    source: Source,
    reading: &ReadOptions,
    progress: &Progress,
) -> Result<ReadList, Sentence> {
    let today = crate::clock::today();
    let remembered = store.column_mappings().wait().map_err(|error| error.explain())?;
    let own = store.own_column_labels(session).wait().map_err(|error| error.explain())?;
    let options = ReadOptions { remembered, own, ..reading.clone() };
    let list = match source {
        Source::File(path) => intake::read_watched(&path, today, &options, progress),
        Source::Text { name, text } => {
            intake::read_bytes_watched(text.into_bytes(), &name, today, &options, progress)
        }
    };
    list.map_err(|error| error.explain())
}

/// Counts the names in capitals, and puts them in small letters where that is wished.
fn in_small_letters(list: &mut ReadList, wished: bool) -> usize {
    let mut count = 0;
    for row in &mut list.rows {
        if let Some(name) = intake::in_small_letters(&row.person.full_name) {
            count += 1;
            if wished {
                row.person.full_name = name;
            }
        }
    }
    count
}

fn compare(
    store: &Store,
    session: SessionId,
    list: &mut ReadList,
    corrections: &Corrections,
    progress: &Progress,
) -> Result<ImportPlan, Sentence> {
    // Before, so that those are asked for who are meant; after, so that nothing is put over it.
    list.correct(corrections);
    let known = store.known_people(session, list.name_keys()).wait().map_err(|error| error.explain())?;
    list.meet_units(&known.units);
    list.correct(corrections);
    intake::plan_watched(list, session, &known, progress).ok_or_else(|| StoreError::Cancelled.explain())
}

impl Prepared {
    /// Decides about its rows as the user does by now: while it was read, more may have been decided.
    pub fn decide(&mut self, wishes: &Wishes) {
        decide(&mut self.plan, &self.list, wishes);
    }
}

/// Decides about rows as the user did before the list was read again.
fn decide(plan: &mut ImportPlan, list: &ReadList, wishes: &Wishes) {
    plan.choose_for(RowKind::Duplicate, if wishes.doubtful { Choice::Add } else { Choice::Skip });
    for (key, decision) in &wishes.decided {
        let Some(place) = list.place_of(key) else { continue };
        if let Some(choice) = decision.choice {
            plan.choose(&[place], choice);
        }
        if let Some(collision) = plan.rows[place].collision.as_mut() {
            collision.kept.clone_from(&decision.kept);
        }
    }
    plan.wishes = wishes.writing;
}

/// Writes lists into their session, one after the other, each compared again with
/// what those before it brought: the same person in two files comes in once. All of
/// them are one step for the user; where it is cancelled, nothing is written.
///
/// What the user said of the columns of layouts, named by their fingerprints, is
/// remembered first, so that taking the import back does not forget it.
pub fn apply(
    store: Store,
    session: SessionId,
    lists: Vec<Prepared>,
    taught: Vec<String>,
    progress: Progress,
) -> Task<Result<Done<ImportCounts>, StoreError>> {
    job::blocking_store(move || {
        let mut taught = taught;
        for sheet in lists.iter().flat_map(|prepared| &prepared.list.sheets) {
            let mapping = sheet.layout.to_remember();
            if let Some(place) = taught.iter().position(|layout| *layout == mapping.layout) {
                taught.swap_remove(place);
                store.remember_columns(mapping).wait()?;
            }
        }
        let mut lists = lists.into_iter();
        let Some(first) = lists.next() else {
            return Err(StoreError::Internal("an import without a list".to_owned()));
        };
        let further = lists.map(|prepared| further(session, prepared)).collect();
        store.apply_imports(first.plan, further, progress).outcome()
    })
}

/// A list that is compared when those before it are written.
fn further(session: SessionId, prepared: Prepared) -> FurtherList {
    let done = prepared.plan.done();
    FurtherList {
        names: prepared.list.name_keys(),
        writes: done.new + done.update,
        plan: Box::new(move |known| {
            with_choices_of(intake::plan(&prepared.list, session, known), &prepared.plan)
        }),
    }
}

/// A plan made again, with what the user decided about rows that are still what they were.
fn with_choices_of(mut plan: ImportPlan, earlier: &ImportPlan) -> ImportPlan {
    for choice in [Choice::Skip, Choice::Add, Choice::Update] {
        let same = |(at, (row, before)): (usize, (&PlannedRow, &PlannedRow))| {
            (row.outcome.kind() == before.outcome.kind() && before.choice == choice).then_some(at)
        };
        let places: Vec<usize> = plan.rows.iter().zip(&earlier.rows).enumerate().filter_map(same).collect();
        plan.choose(&places, choice);
    }
    for (row, before) in plan.rows.iter_mut().zip(&earlier.rows) {
        if let (Some(collision), Some(before)) = (&mut row.collision, &before.collision)
            && collision.with == before.with
        {
            collision.kept.clone_from(&before.kept);
        }
    }
    plan.wishes = earlier.wishes;
    plan
}

/// What an import did, in a sentence.
pub fn told(counts: &ImportCounts) -> Sentence {
    Sentence::new("window-imported")
        .with("new", counts.new)
        .with("update", counts.update)
        .with("left", counts.left)
}
