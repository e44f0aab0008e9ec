//! How pages lie.

use serde::{Deserialize, Serialize};

/// How the page lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Orientation {
    /// Upright while the columns fit.
    #[default]
    Auto,
    /// Upright.
    Portrait,
    /// Across.
    Landscape,
}
