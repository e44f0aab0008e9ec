//! The post that a list has no column for: its title says it, or the heading of its names.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::super::columns::Layout;
use super::super::grid::Grid;
use super::super::heading::Field;
use super::super::marks::{is_commune, is_hamlet, title_of_group};
use super::super::position::{begins_with_position, leads_something};
use crate::domain::person_field::PersonField;
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::fold::words;
use crate::vietnamese::number::sentence_case;
use crate::vietnamese::syllable::is_syllable;

/// "Trưởng ban CTMT" of "Họ tên Trưởng ban CTMT", or of "DANH SÁCH TRƯỞNG BAN CTMT XÃ EA KAR" above the table; `None`
/// where the table has a column of posts, or where several are said.
pub(super) fn post_above(grid: &Grid, layout: &Layout) -> Option<String> {
    /// Titles of more rows than this stand over something else, too.
    const TITLES: usize = 6;
    if layout.is_message() {
        return post_of_message(grid, layout);
    }
    if !layout.is_headed || layout.says_posts() {
        return None;
    }
    let name = layout.name_column()?;
    let own = name.heading.match_indices(' ').map(|(at, _)| &name.heading[at + 1..]);
    if let Some(post) = own.into_iter().find_map(post_at) {
        return Some(post);
    }
    let header = grid.rows.partition_point(|row| row.number < layout.header);
    let titles = grid.rows[header.saturating_sub(TITLES)..header].iter().rev();
    titles
        .take_while(|row| row.filled() <= 2)
        .filter(|row| row.filled() == 1)
        // "UBMTTQ XÃ EA KAR - DANH SÁCH TRƯỞNG BAN CTMT" says two things.
        .find_map(|row| row.line().split(" - ").flat_map(|part| part.split(" – ")).find_map(said_by))
}

/// "Trưởng ban CTMT" of "tất cả đều là Trưởng ban CTMT", or of "Xã Kim Anh gửi ds Trưởng ban CTMT các thôn dự tập huấn:", above people of whom nobody has a
/// post of their own.
fn post_of_message(grid: &Grid, layout: &Layout) -> Option<String> {
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    let position = layout.columns_of(Field::Person(PersonField::Position)).next()?.index;
    let name = layout.name_column()?.index;
    let mut rows = grid.rows.iter().filter(|row| row.number > layout.header);
    if rows.clone().any(|row| row.cell(position).is_some()) {
        return None;
    }
    let of_all = |line: &str| {
        let said = ["đều là ", "cùng là ", "Đều là "].iter().find_map(|sign| line.split_once(sign));
        said.and_then(|(_, post)| post_at(post))
    };
    if let Some(post) =
        rows.clone().find_map(|row| row.cells().last().and_then(|(_, cell)| of_all(&cell.line())))
    {
        return Some(post);
    }
    let first = rows.next().filter(|row| row.cell(name).is_none())?.line();
    let starts = std::iter::once(0).chain(first.match_indices(' ').map(|(at, _)| at + 1));
    let title = starts.map(|at| &first[at..]).find(|title| TITLES.whole(&words(title)).is_some())?;
    said_by(title)
}

/// The post a title names, behind "Danh sách" or at its beginning.
fn said_by(title: &str) -> Option<String> {
    /// "DANH SÁCH CÁC ĐỒNG CHÍ" stands before it.
    const MOST_BEFORE: usize = 5;
    static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
    let title = title_of_group(title).trim_start_matches(|letter: char| !letter.is_alphabetic());
    if !TITLES.begin(&words(title)) {
        return post_at(title);
    }
    let starts = title.match_indices(' ').map(|(at, _)| at + 1).take(MOST_BEFORE);
    let at = starts.into_iter().find(|at| begins_with_position(&title[*at..]))?;
    // "TRƯỞNG, PHÓ BAN CTMT": something else stands before it.
    if title[..at].contains([',', '/', '&']) { None } else { post_at(&title[at..]) }
}

/// The one post that a text begins with, as far as it goes: not its place, nor what its holders come for.
fn post_at(text: &str) -> Option<String> {
    static KINDS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        unit_words(Use::List).filter(|word| word.kind == Kind::Hamlet).map(|word| word.word).collect()
    });
    static ENDS: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::EndsName.words().collect());
    if !begins_with_position(text) || !is_held_by_one(text) {
        return None;
    }
    let starts = text.match_indices(' ').map(|(at, _)| at + 1);
    let ends = |at: &usize| {
        let rest = &text[*at..];
        let word = rest.split(' ').next().unwrap_or_default().to_lowercase();
        let is_place = || is_commune(rest) || is_hamlet(rest);
        // "Trưởng thôn": the word belongs to the post.
        let is_led = || leads_something(text[..*at].trim_end());
        // "TRƯỞNG BAN CTMT CÁC THÔN": of which, the rows say.
        // "TRƯỞNG BAN CTMT CÁC THÔN", "Trưởng ban CTMT xóm cả": of which, the rows say.
        let is_many = word == "các" || KINDS.contains(word.as_str()) && !is_led();
        ENDS.contains(word.as_str()) || is_many || rest.starts_with('(') || is_place() && !is_led()
    };
    let end = starts.clone().find(ends).unwrap_or(text.len());
    let end = text[..end].find([',', ';', '(', '/', ':', '-', '–']).unwrap_or(end);
    // "Bí thư, Trưởng thôn": whose is whose it does not say.
    let others = starts.filter(|at| *at > end).any(|at| begins_with_position(&text[at..]));
    let mut post = text[..end].trim_end();
    // "Trưởng ban CTMT thôn, khóm": of which, the rows say.
    if let Some((before, last)) = post.rsplit_once(' ')
        && KINDS.contains(last.to_lowercase().as_str())
        && !leads_something(before)
    {
        post = before.trim_end();
    }
    (!others && post.contains(' ')).then(|| in_ordinary_letters(post))
}

/// "Trưởng ban", "Bí thư" and not "Cán bộ", "Đại biểu": what a title calls everybody who comes is no post.
fn is_held_by_one(text: &str) -> bool {
    static LEADING: LazyLock<Beginnings> = LazyLock::new(|| Section::WordOfPost.folded().collect());
    let folded = words(text);
    LEADING.whole(&folded).is_some()
        || folded.split(' ').take(3).any(|word| matches!(word, "truong" | "pho" | "tich" | "thu"))
}

/// "Trưởng ban CTMT" of "TRƯỞNG BAN CTMT": what is no syllable is cut short.
fn in_ordinary_letters(post: &str) -> String {
    if post.contains(char::is_lowercase) {
        return post.to_owned();
    }
    let small =
        post.split(' ').map(|word| if is_syllable(word) { word.to_lowercase() } else { word.to_owned() });
    sentence_case(&small.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_one_post_or_none() {
        for (title, post) in [
            ("DANH SÁCH TRƯỞNG BAN CTMT XÃ EA KAR DỰ TẬP HUẤN", Some("Trưởng ban CTMT")),
            ("2. Trưởng ban Công tác Mặt trận thôn, khóm", Some("Trưởng ban Công tác Mặt trận")),
            ("Danh sách Bí thư Chi bộ tham dự tập huấn", Some("Bí thư Chi bộ")),
            ("DANH SÁCH TRƯỞNG THÔN NĂM 2026", Some("Trưởng thôn")),
            ("DANH SÁCH TRƯỞNG BAN CTMT SAU SÁP NHẬP", Some("Trưởng ban CTMT")),
            ("DANH SÁCH TRƯỞNG BAN CTMT CÁC THÔN DỰ TẬP HUẤN - XÃ GIO LINH", Some("Trưởng ban CTMT")),
            ("DANH SÁCH BÍ THƯ, TRƯỞNG THÔN VÀ TRƯỞNG BAN CTMT", None),
            ("DANH SÁCH TRƯỞNG, PHÓ BAN CTMT", None),
            ("DANH SÁCH CÁN BỘ MẶT TRẬN THAM DỰ TẬP HUẤN", None),
            ("DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ", None),
        ] {
            assert_eq!(said_by(title).as_deref(), post, "{title}");
        }
    }
}
