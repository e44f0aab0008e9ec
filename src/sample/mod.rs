//! The five sample conferences: real ones, as far as their news items tell, with
//! invented delegates.
//!
//! The facts stand in `assets/samples/0-….json` to `4-….json`, one
//! [`Blueprint`] each. Who attends is invented from `invention.json` (how many,
//! in which positions) and `names.json`, and is the same on every run. What is
//! invented is said in each session's `sample_note`, which the program shows.

mod error;
mod invent;
mod names;
mod places;
mod random;
mod staffing;

pub use error::SampleError;

use serde::de::DeserializeOwned;

use crate::domain::blueprint::Blueprint;

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
