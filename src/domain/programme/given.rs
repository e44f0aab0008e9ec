//! What became of what presenters were to give.

use super::{PlannedItem, Presenter, ProgrammeItem};
use crate::domain::topic::Topic;
use crate::vietnamese::fold::compare_key;

/// What became of a presenter's part; while nobody said, it is as planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Đã giảng.
    Given,
    /// Somebody else stood in: this one.
    By(String),
    /// Không giảng.
    Not,
}

impl Given {
    /// The word for it in the data file.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::By(_) => "replaced",
            Self::Not => "not_given",
        }
    }

    /// Who stood in.
    pub fn by(&self) -> Option<&str> {
        match self {
            Self::By(name) => Some(name),
            Self::Given | Self::Not => None,
        }
    }
}

impl ProgrammeItem {
    /// Who is to present it: whom it names itself, else whom its topic names.
    pub fn presenters_or<'a>(&'a self, topics: &'a [Topic]) -> &'a [Presenter] {
        if self.presenters.is_empty() {
            of_topic(topics, &compare_key(&self.title))
        } else {
            &self.presenters
        }
    }
}

impl PlannedItem {
    /// Who is to present it, each with what became of it.
    pub fn parts<'a>(
        &'a self,
        topics: &'a [Topic],
    ) -> impl Iterator<Item = (&'a Presenter, Option<&'a Given>)> {
        // What became of a part is kept with the presenters of the item itself.
        let given = self.given.iter().map(Option::as_ref).chain(std::iter::repeat(None));
        self.details.presenters_or(topics).iter().zip(given)
    }
}

/// Who presents the topic of a title, wherever in the tree it stands.
fn of_topic<'a>(topics: &'a [Topic], title: &str) -> &'a [Presenter] {
    let found = topics.iter().find_map(|topic| {
        if compare_key(&topic.title) == title && !topic.presenters.is_empty() {
            return Some(topic.presenters.as_slice());
        }
        Some(of_topic(&topic.children, title)).filter(|found| !found.is_empty())
    });
    found.unwrap_or_default()
}
