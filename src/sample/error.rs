//! Why the samples could not be made.

use crate::domain::date::DateError;

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
