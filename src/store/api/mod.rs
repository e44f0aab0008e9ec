//! What the window and the commands may ask of a data file, by subject. Each
//! write is one step with a name; nothing here waits for the disk.

mod attendance;
mod certificate_templates;
mod certificates;
mod clusters;
mod completion;
mod delegates;
mod erasures;
mod history;
mod lists;
mod organisations;
mod own_columns;
mod people;
mod prints;
mod programme;
mod recipes;
mod retention;
mod safety;
mod scans;
mod sessions;
mod settings;
mod topics;
mod turnout;
mod units;

pub use lists::FurtherList;

/// A record as a field command leaves it: applied to what stands in the file when its turn
/// comes, so that it brings nothing back that was undone meanwhile.
fn changed<T: Clone>(current: &T, change: impl FnOnce(&mut T)) -> T {
    let mut new = current.clone();
    change(&mut new);
    new
}
