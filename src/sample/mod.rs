//! The five sample conferences: real ones, as far as their news items tell, with
//! invented delegates.
//!
//! The facts stand in `assets/samples/0-….json` to `4-….json`, one
//! [`Blueprint`] each. Who attends is invented from `invention.json` (how many,
//! in which positions) and `names.json`, and is the same on every run. What is
//! invented is said in each session's `sample_note`, which the program shows.

mod invent;
mod names;
mod places;
mod random;
mod staffing;

use serde::de::DeserializeOwned;

use crate::domain::blueprint::Blueprint;
use crate::domain::date::DateError;

/// The facts of each session: file name and content, in the order of the samples.
const FACTS: [(&str, &str); 5] = [
    ("0-huyen-2020.json", include_str!("../../assets/samples/0-huyen-2020.json")),
    ("1-toan-quoc-truc-tuyen.json", include_str!("../../assets/samples/1-toan-quoc-truc-tuyen.json")),
    ("2-o-mon-2023.json", include_str!("../../assets/samples/2-o-mon-2023.json")),
    ("3-tay-ho-2019.json", include_str!("../../assets/samples/3-tay-ho-2019.json")),
    ("4-tam-dai-2024.json", include_str!("../../assets/samples/4-tam-dai-2024.json")),
];

/// Which positions to fill in each session, and with how many people.
const INVENTION: (&str, &str) = ("invention.json", include_str!("../../assets/samples/invention.json"));

/// What people are called.
const NAMES: (&str, &str) = ("names.json", include_str!("../../assets/samples/names.json"));

/// Why the samples could not be made. All of them are mistakes in embedded
/// files, so a test meets them and a user never does.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// An embedded file does not have the form it should.
    #[error("embedded sample file {file}: {source}")]
    Form {
        /// Its name.
        file: &'static str,
        /// What is wrong in it.
        source: serde_json::Error,
    },
    /// The plan of who attends does not fit the session.
    #[error("sample session \"{title}\": {reason}")]
    Plan {
        /// Title of the session.
        title: String,
        /// What does not fit.
        reason: String,
    },
    /// The name lists have nothing for a region.
    #[error("no names for the region {region}")]
    Names {
        /// The region asked for.
        region: String,
    },
    /// Ages in the plan that give no date of birth.
    #[error("invented date of birth: {0}")]
    Birth(#[from] DateError),
}

/// The five sample sessions with their delegates: the same on every call.
pub fn blueprints() -> Result<Vec<Blueprint>, SampleError> {
    let plans: Vec<staffing::Plan> = read(INVENTION)?;
    let names: names::NameLists = read(NAMES)?;
    let mut inventor = invent::Inventor::new(&names);

    let mut blueprints = Vec::with_capacity(FACTS.len());
    for (number, file) in FACTS.into_iter().enumerate() {
        let mut blueprint: Blueprint = read(file)?;
        let plan = plans.get(number).ok_or_else(|| SampleError::Plan {
            title: blueprint.session.title.clone(),
            reason: "no plan of who attends".to_owned(),
        })?;
        inventor.fill(&mut blueprint, plan)?;
        blueprints.push(blueprint);
    }
    Ok(blueprints)
}

/// One embedded file as the type it should have.
fn read<T: DeserializeOwned>((file, text): (&'static str, &str)) -> Result<T, SampleError> {
    serde_json::from_str(text).map_err(|source| SampleError::Form { file, source })
}
