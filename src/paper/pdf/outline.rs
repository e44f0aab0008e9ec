//! The outline of a file: the tree beside the pages that leads to parts and to the groups in them (ISO 32000-1, 12.3.3).

use lopdf::{Dictionary, Error, Object, ObjectId, dictionary};

use super::document::{real, text_string};
use super::file::File;
use crate::paper::layout::{Mark, Page};

/// An entry of the outline of a file that is being put out.
pub struct Entry {
    level: u8,
    name: String,
    /// Its page, from 0.
    page: usize,
    /// How far above the foot of the page it begins, in points.
    height: f32,
}

/// The entries of a paper; none where there is nothing to choose from.
pub fn entries(marks: &[Mark], pages: &[Page]) -> Vec<Entry> {
    if pages.len() < 2 || marks.len() < 2 {
        return Vec::new();
    }
    let entry = |mark: &Mark| {
        let page = pages.get(mark.page)?;
        Some(Entry {
            level: mark.level,
            name: mark.name.clone(),
            page: mark.page,
            height: page.height - mark.top,
        })
    };
    marks.iter().filter_map(entry).collect()
}

/// What an entry is among the others.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Kin {
    parent: Option<usize>,
    before: Option<usize>,
    next: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    /// How many stand right within it.
    children: i64,
}

/// Who stands in whom: each entry in the last one before it of a lower level.
fn kin(levels: &[u8]) -> Vec<Kin> {
    let mut all = vec![Kin::default(); levels.len()];
    // The entries that the next may stand in, the innermost last.
    let mut open: Vec<usize> = Vec::new();
    let mut last_of_all = None;
    for (at, level) in levels.iter().enumerate() {
        while open.last().is_some_and(|&one| levels[one] >= *level) {
            open.pop();
        }
        let parent = open.last().copied();
        let before = match parent {
            Some(parent) => all[parent].last.replace(at),
            None => last_of_all.replace(at),
        };
        all[at].parent = parent;
        all[at].before = before;
        if let Some(before) = before {
            all[before].next = Some(at);
        } else if let Some(parent) = parent {
            all[parent].first = Some(at);
        }
        if let Some(parent) = parent {
            all[parent].children += 1;
        }
        open.push(at);
    }
    all
}

/// Puts the outline under its number. `pages` are the pages of the file, each as what refers to it.
///
/// One part is unfolded; of several the reader unfolds those he wants.
pub fn put(file: &mut File, root: ObjectId, entries: &[Entry], pages: &[Object]) -> Result<(), Error> {
    let levels: Vec<u8> = entries.iter().map(|entry| entry.level).collect();
    let kin = kin(&levels);
    let ids = entries.iter().map(|_| file.number()).collect::<Result<Vec<ObjectId>, Error>>()?;
    let tops: Vec<usize> = (0..entries.len()).filter(|&at| kin[at].parent.is_none()).collect();
    let alone = tops.len() == 1;
    for ((entry, kin), &id) in entries.iter().zip(&kin).zip(&ids) {
        let mut item = dictionary! {
            "Title" => text_string(&entry.name),
            "Parent" => kin.parent.map_or(root, |at| ids[at]),
        };
        let links = [("Prev", kin.before), ("Next", kin.next), ("First", kin.first), ("Last", kin.last)];
        for (key, at) in links {
            if let Some(at) = at {
                item.set(key, ids[at]);
            }
        }
        if kin.children > 0 {
            // As many lines as it shows when it is unfolded: what stands in it is folded itself. Below zero: folded.
            item.set("Count", if alone && kin.parent.is_none() { kin.children } else { -kin.children });
        }
        if let Some(page) = pages.get(entry.page) {
            let place = [page.clone(), "XYZ".into(), Object::Null, real(entry.height), Object::Null];
            item.set("Dest", Vec::from(place));
        }
        file.put(id, item.into())?;
    }
    let mut about = Dictionary::new();
    about.set("Type", "Outlines");
    if let (Some(&first), Some(&last)) = (tops.first(), tops.last()) {
        about.set("First", ids[first]);
        about.set("Last", ids[last]);
        let within = if alone { kin[first].children } else { 0 };
        about.set("Count", i64::try_from(tops.len()).unwrap_or(i64::MAX).saturating_add(within));
    }
    file.put(root, about.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stands_in_the_last_of_a_lower_level() {
        let all = kin(&[0, 1, 1, 2, 0, 1]);
        let parents: Vec<Option<usize>> = all.iter().map(|one| one.parent).collect();
        assert_eq!(parents, [None, Some(0), Some(0), Some(2), None, Some(4)]);
        let children: Vec<i64> = all.iter().map(|one| one.children).collect();
        assert_eq!(children, [2, 0, 1, 0, 1, 0]);
        assert_eq!((all[0].first, all[0].last, all[0].next), (Some(1), Some(2), Some(4)));
        assert_eq!((all[1].before, all[1].next, all[2].before), (None, Some(2), Some(1)));
        assert_eq!((all[4].before, all[4].next), (Some(0), None));
    }

    #[test]
    fn what_has_lost_its_part_stands_by_itself() {
        let all = kin(&[1, 1, 0]);
        assert!(all.iter().all(|one| one.parent.is_none()));
        assert_eq!((all[0].next, all[2].before), (Some(1), Some(1)));
    }
}
