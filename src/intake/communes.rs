//! The commune that a list says only above its table, in the name of its sheet or of
//! its file: offered as the unit of those who have none, never taken by itself, for a
//! title may as well say where the conference is held.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::columns::Layout;
use super::grid::Grid;
use super::list::ReadList;
use super::marks::{is_commune, is_hamlet};
use super::units::UnitParts;
use crate::domain::person::PersonDetails;
use crate::lexicon::{Kind, Section, Use, unit_words};
use crate::vietnamese::number::sentence_case;

/// The commune that titles, sheet or file name.
pub(super) fn said_by(grid: &Grid, layout: &Layout, source: &str) -> Option<String> {
    let above = grid.rows.iter().take_while(|row| row.number < layout.header);
    let titles = above.flat_map(|row| row.cells().map(|(_, cell)| cell.line()));
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    let names = [grid.name.replace('_', " "), stem.replace('_', " ")];
    // The last title is nearest to the list.
    let titles: Vec<String> = titles.collect();
    titles.iter().rev().chain(&names).find_map(|line| commune_in(line))
}

/// "Xã Tam Đại" in "DANH SÁCH ĐẠI BIỂU XÃ TAM ĐẠI NĂM 2026".
fn commune_in(line: &str) -> Option<String> {
    const MOST_WORDS: usize = 4;
    static KINDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        unit_words(Use::List).filter(|word| word.kind == Kind::Commune).map(|word| word.word).collect()
    });
    static NOT_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| Section::EndsName.words().collect());
    let words: Vec<&str> = line.split([' ', ',', ';', ':', '(', ')', '-', '–', '.']).collect();
    let shouted = !line.chars().any(char::is_lowercase);
    let is_name = |word: &&&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
            && !(shouted && NOT_NAMES.contains(word.to_lowercase().as_str()))
    };
    let says = |at: usize, kind: &str| {
        kind.split(' ')
            .zip(at..)
            .all(|(part, at)| words.get(at).is_some_and(|word| word.to_lowercase() == part))
    };
    (0..words.len()).find_map(|at| {
        let kind = KINDS.iter().find(|kind| says(at, kind))?;
        let name: Vec<&str> =
            words[at + kind.split(' ').count()..].iter().take_while(is_name).copied().collect();
        if name.is_empty() || name.len() > MOST_WORDS {
            return None;
        }
        let name = name.join(" ");
        let name = name.split(" THÀNH PHỐ").next().unwrap_or_default().to_owned();
        let name = if shouted { super::capitals::in_small_letters(&name).unwrap_or(name) } else { name };
        Some(format!("{} {name}", sentence_case(kind)))
    })
}

impl ReadList {
    /// The communes that could be the unit of people who have none, each once, and how
    /// many people that is.
    pub fn communes_offered(&self) -> (Vec<String>, usize) {
        let mut communes: Vec<String> = Vec::new();
        let mut people = 0;
        for sheet in &self.sheets {
            let Some(commune) = &sheet.commune else { continue };
            let lacking =
                self.rows[sheet.rows.clone()].iter().filter(|row| lacks_commune(&row.person)).count();
            if lacking > 0 && !communes.contains(commune) {
                communes.push(commune.clone());
            }
            people += lacking;
        }
        (communes, people)
    }

    /// Gives the commune of their sheet to people who have none.
    pub fn take_communes(&mut self) {
        for sheet in &self.sheets {
            let Some(commune) = &sheet.commune else { continue };
            for row in self.rows[sheet.rows.clone()].iter_mut().filter(|row| lacks_commune(&row.person)) {
                let heading = UnitParts { commune: Some(commune.clone()), ..UnitParts::default() };
                let own = UnitParts { unit: row.person.unit.take(), ..UnitParts::default() };
                let printed = own.printed(&heading);
                (row.person.unit, row.person.unit_group) = (printed.unit, printed.group);
            }
        }
    }
}

/// Whether a list says no commune of a person: nothing, or a residential area alone.
fn lacks_commune(person: &PersonDetails) -> bool {
    match person.unit.as_deref() {
        None => true,
        Some(unit) => {
            person.unit_group.is_none() && !unit.contains(',') && is_hamlet(unit) && !is_commune(unit)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_is_found_in_titles_and_names() {
        for (line, commune) in [
            ("DANH SÁCH ĐẠI BIỂU XÃ TAM ĐẠI NĂM 2026", Some("Xã Tam Đại")),
            ("Danh sách cán bộ Mặt trận xã Bình Định Nam tham dự tập huấn", Some("Xã Bình Định Nam")),
            ("ỦY BAN MTTQ VIỆT NAM THỊ TRẤN NÚI THÀNH", Some("Thị trấn Núi Thành")),
            ("DS_phường An Sơn (gửi lại)".replace('_', " ").as_str(), Some("Phường An Sơn")),
            ("Danh sách các xã, phường", None),
            ("DANH SÁCH ĐẠI BIỂU", None),
        ] {
            assert_eq!(commune_in(line).as_deref(), commune, "{line}");
        }
    }
}
