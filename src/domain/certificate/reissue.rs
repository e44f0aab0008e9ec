//! Another certificate in the place of one that was handed out (cấp lại).

use serde::{Deserialize, Serialize};

use crate::domain::date::FuzzyDate;

/// Why another one is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// Lỗi của cơ quan: what stands on it is wrong.
    OfficeError,
    /// Mất, by an application.
    Lost,
    /// Hỏng, by an application.
    Damaged,
}

impl Ground {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::OfficeError, Self::Lost, Self::Damaged];

    /// In the words of the register.
    pub fn words(self) -> &'static str {
        match self {
            Self::OfficeError => "lỗi của cơ quan",
            Self::Lost => "mất, theo đơn",
            Self::Damaged => "hỏng, theo đơn",
        }
    }
}

/// What a reissue rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reissue {
    /// The office was wrong: the paper is taken back and another one printed, as the person is named now.
    OfficeError {
        /// What was wrong.
        reason: String,
    },
    /// It was applied for.
    Applied {
        /// Whether it was lost or is damaged.
        loss: Loss,
        /// Day of the application (ngày đơn).
        application: Option<FuzzyDate>,
        /// In words.
        reason: Option<String>,
    },
}

/// What became of a paper that is applied for anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Mất.
    Lost,
    /// Hỏng.
    Damaged,
}

impl Reissue {
    /// Its ground.
    pub fn ground(&self) -> Ground {
        match self {
            Self::OfficeError { .. } => Ground::OfficeError,
            Self::Applied { loss: Loss::Lost, .. } => Ground::Lost,
            Self::Applied { loss: Loss::Damaged, .. } => Ground::Damaged,
        }
    }

    /// Day of the application.
    pub fn application(&self) -> Option<FuzzyDate> {
        match self {
            Self::OfficeError { .. } => None,
            Self::Applied { application, .. } => *application,
        }
    }

    /// The reason in words.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::OfficeError { reason } => Some(reason),
            Self::Applied { reason, .. } => reason.as_deref(),
        }
    }
}
