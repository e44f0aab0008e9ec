//! Whose list it is: the commune that only its letterhead, its title, the name of its sheet or
//! file say, or most of its rows, or the user. A hamlet is whole only with it.

mod named;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::LazyLock;

use super::columns::Layout;
use super::grid::{Cell, Grid, Row};
use super::heading::recognise;
use super::list::{ListSheet, ReadList};
use super::marks::{Group, group, is_body, is_commune, is_hamlet};
use super::person::ReadRow;
use super::rows::Found;
use super::units::UnitParts;
use super::unseen::{Aside, Unseen};
use crate::domain::list::LineKind;
use crate::domain::person::PersonDetails;
use crate::lexicon::{Beginnings, Kind, Section, Use, unit_words};
use crate::vietnamese::clean::clean;
use crate::vietnamese::fold::{fold, words};
use crate::vietnamese::number::sentence_case;

pub(super) use named::commune_in;

/// Who sent a list, and what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The commune: "Xã Tam Đại".
    pub commune: String,
    /// What says so.
    pub by: SaidBy,
}

/// What says who sent a list, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SaidBy {
    /// The user.
    User,
    /// The head of the letter, or whoever signs.
    Letterhead,
    /// The title of the list, or the greeting of a message.
    Title,
    /// The name of the sheet.
    Sheet,
    /// The name of the file.
    File,
    /// Most of the rows.
    Rows,
}

impl SaidBy {
    /// The word for it in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Letterhead => "letterhead",
            Self::Title => "title",
            Self::Sheet => "sheet",
            Self::File => "file",
            Self::Rows => "rows",
        }
    }
}

/// A letter has its head and title within so many rows.
const ROWS_OF_HEAD: usize = 60;

/// What letterhead, titles, sheet and file name: each commune once, the surest first.
///
/// Where there are no headings, all above the first person is title.
pub(super) fn said_by(grid: &Grid, layout: &Layout, found: &Found, source: &str) -> Vec<Sender> {
    let first = found.people.iter().map(|person| person.row).min().unwrap_or(u32::MAX);
    let top = if layout.is_headed && layout.header > 0 { layout.header } else { first };
    // In a message who sends the first may stand in their line.
    let is_above = |row: &&Row| row.number < top || row.number == top && row.filled() == 1;
    let above: Vec<&Row> = grid.rows.iter().take_while(is_above).take(ROWS_OF_HEAD).collect();
    let is_title = |line: &str| {
        static TITLES: LazyLock<Beginnings> = LazyLock::new(|| Section::ListTitle.folded().collect());
        TITLES.begin(&words(line))
    };
    let mut senders: Vec<Sender> = Vec::new();
    let mut add = |line: &str, by: SaidBy| {
        if let Some(commune) = commune_in(line)
            && senders.iter().all(|known| fold(&known.commune) != fold(&commune))
        {
            senders.push(Sender { commune, by });
        }
    };
    if let Some(commune) = above.iter().find_map(|row| labelled(row)) {
        add(&commune, SaidBy::Letterhead);
    }
    let title = above.iter().position(|row| row.cells().any(|(_, cell)| is_title(&cell.line())));
    let head = &above[..title.unwrap_or(above.len())];
    for line in lines_of_head(head) {
        add(&line, SaidBy::Letterhead);
    }
    let of_signatures = found.kinds.iter().filter(|(_, kind, _)| *kind == LineKind::Signature);
    let signatures: HashSet<u32> = of_signatures.map(|(number, ..)| *number).collect();
    let signs = |row: &&Row| signatures.contains(&row.number);
    let last = found.people.iter().map(|person| person.row).max().unwrap_or(u32::MAX);
    let below = grid.rows.iter().filter(|row| row.number > last).filter(signs);
    for line in below.flat_map(|row| row.cells().flat_map(|(_, cell)| lines_of(cell))) {
        add(&line, SaidBy::Letterhead);
    }
    lines_of_head(&above).iter().for_each(|line| add(line, SaidBy::Title));
    // "Mặt trận xã Ngọc Liên xin gửi danh sách gồm: 1. Ông …", behind the first of them on the line.
    let behind = layout.columns.iter().map(|column| column.index).max().unwrap_or(u32::MAX);
    let on_line =
        grid.rows.iter().filter(|row| layout.is_message() && row.number == first).flat_map(Row::cells);
    let beside = on_line.filter(|(column, _)| *column > behind);
    beside.for_each(|(_, cell)| add(&cell.line(), SaidBy::Title));
    // "DS xã Bàu Bàng, nhờ anh chị xác nhận giúp" closes a message.
    let closing = grid.rows.iter().filter(|row| layout.is_message() && row.number > last);
    // "Phường An Xuyên gửi tỉnh ạ".
    let is_named =
        |commune: &str| commune.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase));
    let says_who = |line: &String| {
        is_title(line)
            || match group(line, "") {
                Some(Group::Commune(commune)) => is_named(&commune),
                // "Ủy ban MTTQ Việt Nam xã Hoằng Giang", as whoever signs.
                Some(Group::Unit(_)) => true,
                _ => false,
            }
    };
    closing.map(Row::line).filter(says_who).for_each(|line| add(&line, SaidBy::Title));
    add(&grid.name.replace('_', " "), SaidBy::Sheet);
    let stem = source.rsplit_once('.').map_or(source, |(stem, _)| stem);
    add(&stem.replace(['_', '-'], " "), SaidBy::File);
    senders.sort_by_key(|sender| sender.by);
    without_broken(senders)
}

/// What a letterhead in text boxes says, which stands in no row.
pub(super) fn said_in_boxes(aside: &[Aside]) -> Vec<Sender> {
    let boxes = aside.iter().filter(|aside| aside.why == Unseen::TextBox);
    let communes = boxes.flat_map(|aside| aside.text.lines()).filter_map(commune_in);
    let mut senders: Vec<Sender> = Vec::new();
    for commune in communes {
        if senders.iter().all(|known| fold(&known.commune) != fold(&commune)) {
            senders.push(Sender { commune, by: SaidBy::Letterhead });
        }
    }
    senders
}

/// The senders without "Xã Tri" where another is "Xã Tri Tôn": a letterhead too narrow for the name.
fn without_broken(senders: Vec<Sender>) -> Vec<Sender> {
    let names: Vec<String> = senders.iter().map(|sender| fold(&sender.commune) + " ").collect();
    let is_broken =
        |own: &String| names.iter().any(|name| name.len() > own.len() && name.starts_with(own.as_str()));
    senders.into_iter().zip(&names).filter(|(_, own)| !is_broken(own)).map(|(sender, _)| sender).collect()
}

/// "Xã Hòa Phú" behind "Xã, phường gửi danh sách:", in the same cell or the next, as our own form asks for it.
fn labelled(row: &Row) -> Option<String> {
    static LABELS: LazyLock<Beginnings> = LazyLock::new(|| Section::SenderLabel.folded().collect());
    let mut cells = row.cells().map(|(_, cell)| cell.line());
    let label = cells.find(|line| LABELS.begin(&words(line)))?;
    let (_, behind) = label.split_once(':')?;
    let said = if behind.trim().is_empty() { cells.next()? } else { behind.trim().to_owned() };
    // Whoever fills it in writes as they like: "xã hòa phú".
    let name = said.split(' ').map(sentence_case).collect::<Vec<_>>().join(" ");
    Some(if said.contains(char::is_uppercase) { said } else { name })
}

/// The lines of a letterhead, column by column, each with what goes on below it: "UBMTTQ XÃ KHÁNH" above "VĨNH".
fn lines_of_head(head: &[&Row]) -> Vec<String> {
    let columns: BTreeSet<u32> = head.iter().flat_map(|row| row.cells().map(|(column, _)| column)).collect();
    let place = head.iter().flat_map(|row| row.cells()).find_map(|(_, cell)| place_of_date(&cell.line()));
    let mut all = Vec::new();
    for column in columns {
        let lines: Vec<String> = head
            .iter()
            .filter_map(|row| row.cell(column))
            .flat_map(lines_of)
            .filter(|line| !line.is_empty())
            .collect();
        for (at, line) in lines.iter().enumerate() {
            match lines.get(at + 1).map(|below| format!("{line} {below}")) {
                Some(whole) if goes_on((line, &lines[at + 1]), &whole, place.as_deref()) => all.push(whole),
                _ => all.push(line.clone()),
            }
        }
    }
    all
}

/// Whether the name of a commune goes on behind a line: it has no name yet, or one of a syllable, or the place before the
/// date says so.
fn goes_on((line, below): (&str, &str), whole: &str, place: Option<&str>) -> bool {
    let (own, longer) = (commune_in(line), commune_in(whole));
    let Some(longer) = longer.filter(|longer| own.as_ref() != Some(longer)) else { return false };
    let is_whole = |commune: &str| {
        place.is_some_and(|place| format!(" {} ", fold(commune)).ends_with(&format!(" {} ", fold(place))))
    };
    let is_at_end = |own: &String| fold(line).ends_with(&fold(own));
    let is_loud = |text: &str| !text.chars().any(char::is_lowercase);
    // "BAN THƯỜNG TRỰC" is a body below, and no name; nor are headings.
    let may_go_on = is_loud(line) && is_loud(below) && !is_body(below) && recognise(below).is_none();
    match own {
        None => may_go_on,
        Some(own) if !is_at_end(&own) || is_whole(&own) => false,
        Some(own) => {
            let is_short = own.split(' ').count() == 2 && longer.split(' ').count() <= 4;
            is_whole(&longer) || may_go_on && is_short
        }
    }
}

/// "Khánh Vĩnh" of "Khánh Vĩnh, ngày 15 tháng 6 năm 2026".
fn place_of_date(line: &str) -> Option<String> {
    let (place, behind) = line.split_once(',')?;
    let is_place = place.split(' ').count() <= 4 && words(behind).starts_with("ngay ");
    is_place.then(|| place.trim().to_owned())
}

/// The lines of a cell: a letterhead often stands in one.
fn lines_of(cell: &Cell) -> Vec<String> {
    match cell {
        Cell::Text(text) => text.lines().map(clean).collect(),
        cell => vec![cell.line()],
    }
}

/// Gives sheets that say no commune the one that sheets without a list say, where it is one.
pub(super) fn share(sheets: &mut [ListSheet], elsewhere: &[Sender]) {
    let Some((first, more)) = elsewhere.split_first() else { return };
    if more.iter().any(|other| fold(&other.commune) != fold(&first.commune)) {
        return;
    }
    for sheet in sheets.iter_mut().filter(|sheet| sheet.senders.is_empty()) {
        sheet.senders.push(first.clone());
    }
}

impl ListSheet {
    /// Who sent the list: the user, or the one commune that anything says; nobody where letterhead,
    /// title and rows contradict each other, or nothing says anything.
    fn sender(&self, rows: &[ReadRow], by_user: Option<&str>) -> Option<Sender> {
        if let Some(commune) = by_user {
            return Some(Sender { commune: commune.to_owned(), by: SaidBy::User });
        }
        let named = communes_of(rows);
        match (self.senders.as_slice(), named.as_slice()) {
            ([sender, more @ ..], []) if more.iter().all(|other| other.by > SaidBy::Title) => {
                Some(sender.clone())
            }
            ([sender, ..], [(one, _)]) if fold(one) == fold(&sender.commune) => Some(sender.clone()),
            ([], [(one, count)]) if count * 2 >= rows.len() => {
                Some(Sender { commune: one.clone(), by: SaidBy::Rows })
            }
            // "Ủy viên Ủy ban MTTQ xã Ninh Phước", where nothing else names any.
            ([], []) => commune_in_posts(rows).map(|commune| Sender { commune, by: SaidBy::Rows }),
            // The rows know better than a title, which may as well say where people meet.
            (_, [(one, count)]) if count * 10 >= rows.len() * 8 => {
                Some(Sender { commune: one.clone(), by: SaidBy::Rows })
            }
            _ => None,
        }
    }
}

/// The only commune that posts name.
fn commune_in_posts(rows: &[ReadRow]) -> Option<String> {
    let mut named = rows.iter().filter_map(|row| commune_in(row.person.position.as_deref()?));
    let first = named.next()?;
    named.all(|other| fold(&other) == fold(&first)).then_some(first)
}

/// The communes that rows name, each with how many rows do.
fn communes_of(rows: &[ReadRow]) -> Vec<(String, usize)> {
    let mut communes: Vec<(String, usize)> = Vec::new();
    let mut by_key: HashMap<String, usize> = HashMap::new();
    // A list writes the same few again and again: each writing is looked at once.
    let mut by_writing: HashMap<&str, Option<usize>> = HashMap::new();
    for row in rows {
        let person = &row.person;
        let Some(unit) = person.unit_group.as_deref().or(person.unit.as_deref()) else { continue };
        let place = by_writing.entry(unit).or_insert_with(|| {
            is_commune(unit).then(|| {
                *by_key.entry(fold(unit)).or_insert_with(|| {
                    communes.push((unit.to_owned(), 0));
                    communes.len() - 1
                })
            })
        });
        if let Some(place) = *place {
            communes[place].1 += 1;
        }
    }
    communes
}

impl ReadList {
    /// The communes that may have sent it, to be chosen from, each once.
    pub fn senders(&self) -> Vec<String> {
        let mut communes: Vec<String> = Vec::new();
        for sheet in &self.sheets {
            let named = communes_of(&self.rows[sheet.rows.clone()]).into_iter().map(|(name, _)| name);
            let said = sheet.senders.iter().map(|sender| sender.commune.clone());
            for commune in said.chain(named) {
                if communes.iter().all(|known| fold(known) != fold(&commune)) {
                    communes.push(commune);
                }
            }
        }
        communes
    }

    /// How many people have no commune.
    pub fn without_commune(&self) -> usize {
        self.rows.iter().filter(|row| lacks_commune(&row.person)).count()
    }

    /// Gives people without a commune the one that sent their list, where that is known.
    pub(super) fn take_senders(&mut self, by_user: Option<&str>) {
        for sheet in &mut self.sheets {
            let rows = &mut self.rows[sheet.rows.clone()];
            sheet.sender = sheet.sender(rows, by_user);
            let Some(sender) = &sheet.sender else { continue };
            let heading = UnitParts { commune: Some(sender.commune.clone()), ..UnitParts::default() };
            for row in rows.iter_mut().filter(|row| may_lie_in_commune(&row.person)) {
                let unit = row.person.unit.take().filter(|unit| !is_kind_alone(unit));
                let own = match unit {
                    // "Hội Nông dân" is printed as it is, "Thôn 1" and "Miệt Cồn Phụng" with the commune.
                    Some(unit) if is_body(&unit) => UnitParts { unit: Some(unit), ..UnitParts::default() },
                    hamlet => UnitParts { hamlet, ..UnitParts::default() },
                };
                let printed = own.printed(&heading);
                (row.person.unit, row.person.unit_group) = (printed.unit, printed.group);
            }
        }
    }
}

/// "xã", "phường" alone: the commune whose list it is.
pub(super) fn is_kind_alone(unit: &str) -> bool {
    let mut kinds = unit_words(Use::List).filter(|word| word.kind == Kind::Commune);
    kinds.any(|kind| kind.word == unit.to_lowercase())
}

/// Whether a list says no commune of a person: nothing, or a residential area alone.
fn lacks_commune(person: &PersonDetails) -> bool {
    match person.unit.as_deref() {
        None => true,
        Some(unit) => {
            person.unit_group.is_none()
                && !unit.contains(',')
                && is_hamlet(unit)
                && !is_commune(unit)
                && !is_old_address(unit)
        }
    }
}

/// The same, or a body of the commune: "Hội Nông dân", but not "Hội Nông dân huyện".
fn may_lie_in_commune(person: &PersonDetails) -> bool {
    static ABOVE: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let above = [Kind::Central, Kind::Province, Kind::District];
        unit_words(Use::List).filter(|word| above.contains(&word.kind)).map(|word| word.word).collect()
    });
    let Some(unit) = person.unit.as_deref() else { return true };
    let is_above = || {
        let unit = unit.to_lowercase();
        ABOVE.iter().any(|word| unit.contains(word))
    };
    !is_old_address(unit)
        && (lacks_commune(person)
            || (person.unit_group.is_none() && !unit.contains(',') && !is_commune(unit) && !is_above()))
}

/// "Thôn Việt Sơn - Bình Trị - Thăng Bình": an address as it was before communes were merged says all of it.
fn is_old_address(unit: &str) -> bool {
    unit.matches(" - ").count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_on_in_the_line_below() {
        for (line, below, place, goes) in [
            ("UBMTTQ XÃ ĐẠI", "LỘC", None, true),
            ("UBMTTQ XÃ", "THANH SƠN", None, true),
            ("UBMTTQ XÃ KHÁNH", "VĨNH", Some("Khánh Vĩnh"), true),
            ("UBMTTQ XÃ VĨNH LONG", "HƯNG", Some("Vĩnh Long Hưng"), true),
            ("UBMTTQ XÃ VĨNH LONG", "HƯNG", None, false),
            ("UBMTTQ XÃ VĨNH LONG", "BAN THƯỜNG TRỰC", None, false),
            ("Địa điểm: Hội trường xã", "STT", None, false),
        ] {
            assert_eq!(goes_on((line, below), &format!("{line} {below}"), place), goes, "{line} {below}");
        }
    }
}
