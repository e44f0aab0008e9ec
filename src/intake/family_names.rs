//! Family names, by which a column of names is known where no heading says so.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::lexicon::{ByMarks, Section};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::fold;

/// Whether a line begins as a person's name does: with a family name and more. Marks
/// count, for "trương" is a name, "trưởng" an office.
pub(super) fn begins_like_a_name(line: &str) -> bool {
    static NAMES: LazyLock<ByMarks<HashSet<String>>> = LazyLock::new(|| ByMarks {
        marked: Section::FamilyName.words().map(str::to_owned).collect(),
        unmarked: Section::FamilyName.words().map(fold).collect(),
    });
    let line = clean(line).to_lowercase();
    let Some((first, _)) = line.split_once(' ') else { return false };
    NAMES.of(&line).contains(first) || (first.contains(['\'', '’']) && first.starts_with(['h', 'k', 'y']))
}
