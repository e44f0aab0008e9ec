//! What every list of delegates has in common: its parts, groups, head and end.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::content::{
    Block, Cell, Closing, Column, Follows, Head, Info, Row, Section, SignatureBlock, Span, Subject, TitleLine,
};
use super::finding::{Finding, PaperError};
use super::occasion;
use crate::domain::cluster::{Cluster, Sitting};
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::numbering::{Numbered, is_shown, numbered, reorder};
use crate::domain::organisation::{Letterhead, Signatory};
use crate::domain::session::{ListOrder, SessionForm};
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::name::is_all_capitals;
use crate::vietnamese::{date, number};

/// The delegates of one cluster, or of none.
#[derive(Clone)]
pub struct ClusterList<'a> {
    /// The cluster; `None` for delegates of none and for a session without clusters.
    pub cluster: Option<&'a Cluster>,
    /// Its delegates by number.
    pub rows: Vec<Numbered<'a>>,
}

/// The delegates a paper lists. Those withdrawn before the list was fixed are
/// left out, so that they take no number.
pub fn shown(dossier: &Dossier) -> Cow<'_, [Delegate]> {
    if dossier.delegates.iter().all(is_shown) {
        Cow::Borrowed(&dossier.delegates)
    } else {
        Cow::Owned(dossier.delegates.iter().filter(|delegate| is_shown(delegate)).cloned().collect())
    }
}

/// The parts of a list: one for each cluster, and one more for delegates of no
/// cluster; or the one cluster asked for.
pub fn parts<'a>(
    dossier: &'a Dossier,
    shown: &'a [Delegate],
    only: Option<ClusterId>,
) -> Result<Vec<ClusterList<'a>>, PaperError> {
    let ids: Vec<ClusterId> = dossier.clusters.iter().map(|cluster| cluster.id).collect();
    let mut parts: Vec<ClusterList> = dossier
        .clusters
        .iter()
        .map(|cluster| ClusterList { cluster: Some(cluster), rows: Vec::new() })
        .collect();
    let mut rest = Vec::new();
    for row in numbered(shown, &ids, dossier.session.details.list_order) {
        match row.delegate.cluster.and_then(|id| ids.iter().position(|&known| known == id)) {
            Some(place) => parts[place].rows.push(row),
            None => rest.push(row),
        }
    }
    if let Some(only) = only {
        parts.retain(|part| part.cluster.is_some_and(|cluster| cluster.id == only));
        return if parts.is_empty() { Err(PaperError::NoSuchCluster) } else { Ok(parts) };
    }
    if parts.is_empty() || !rest.is_empty() {
        parts.push(ClusterList { cluster: None, rows: rest });
    }
    Ok(parts)
}

/// Puts the delegates of each part in an order of the paper's own, if it has one. Each
/// keeps the number it has on every other paper.
pub fn in_order(parts: &mut [ClusterList], order: Option<ListOrder>) {
    if let Some(order) = order {
        parts.iter_mut().for_each(|part| reorder(&mut part.rows, order));
    }
}

/// The parts that meet: without that of delegates who are in no cluster yet.
/// Whether there are such delegates.
pub fn keep_meeting(parts: &mut Vec<ClusterList>) -> bool {
    if parts.iter().all(|part| part.cluster.is_none()) {
        return false;
    }
    let before = parts.len();
    parts.retain(|part| part.cluster.is_some());
    parts.len() < before
}

impl<'a> ClusterList<'a> {
    /// Its half-days; none for delegates of no cluster.
    pub fn sittings(&self) -> &'a [Sitting] {
        self.cluster.map_or(&[], |cluster| &cluster.sittings)
    }

    /// When it meets: its own dates, those of its sittings, or those of the session.
    pub fn dates(&self, dossier: &Dossier) -> Option<DateSpan> {
        let sittings = || {
            let (first, last) = (self.sittings().first()?.date, self.sittings().last()?.date);
            DateSpan::new(first, last).ok().or(Some(DateSpan::single(first)))
        };
        let own = self.cluster.and_then(|cluster| cluster.details.dates).or_else(sittings);
        own.or(dossier.session.details.dates)
    }

    /// Its first day.
    pub fn first_day(&self, dossier: &Dossier) -> Option<FuzzyDate> {
        let sitting = self.sittings().first().map(|sitting| sitting.date);
        let dates = self.dates(dossier).map(DateSpan::start);
        // A sitting knows its day where the dates may know only the month.
        dates.filter(|date| date.calendar().is_some()).or(sitting).or(dates)
    }

    /// Its last day, as far as it is known.
    pub fn last_day(&self, dossier: &Dossier) -> Option<FuzzyDate> {
        let sitting = self.sittings().last().map(|sitting| sitting.date);
        let dates = self.dates(dossier).map(DateSpan::end);
        dates.filter(|date| date.calendar().is_some()).or(sitting).or(dates)
    }

    /// "Cụm 1", or what the delegates of none are called. Nothing for the only one of a session that
    /// meets in person: its name is the office's own business.
    pub fn name(&self, dossier: &Dossier) -> String {
        let alone = dossier.clusters.len() == 1 && dossier.session.details.form == SessionForm::InPerson;
        match self.cluster {
            Some(_) if alone => String::new(),
            Some(cluster) => cluster.details.name.clone(),
            None if dossier.clusters.is_empty() => String::new(),
            None => "Đại biểu chưa chia cụm".to_owned(),
        }
    }

    /// "Cụm 1 – Nhà văn hóa xã Tam Đại"; a cluster named after its hall once only.
    pub fn name_and_place(&self, dossier: &Dossier) -> String {
        let name = self.name(dossier);
        let venue = self.cluster.and_then(|cluster| cluster.details.venue.clone());
        let venue = venue.or_else(|| dossier.session.details.venue.clone());
        let venue = venue.filter(|venue| *venue != name).unwrap_or_default();
        join(" – ", [name, venue])
    }

    /// Whether it meets in some hall that is not known: papers leave room to write where.
    fn lacks_venue(&self, dossier: &Dossier) -> bool {
        let meets = self.cluster.is_some() || dossier.clusters.is_empty();
        let in_person = dossier.session.details.form == SessionForm::InPerson;
        meets && in_person && occasion::place(self, dossier).is_none()
    }

    /// "Cụm 1 – Nhà văn hóa xã Tam Đại", dotted where it is not known where it meets.
    pub fn place_noted(&self, dossier: &Dossier) -> String {
        let place = self.name_and_place(dossier);
        match self.lacks_venue(dossier) {
            true => number::sentence_case(&join(", ", [place, format!("tại {VENUE_DOTS}")])),
            false => place,
        }
    }

    /// "Cụm 1 – Nhà văn hóa xã Tam Đại, ngày 25 tháng 9 năm 2020".
    pub fn title_note(&self, dossier: &Dossier) -> String {
        let dates = self.dates(dossier).map(date::span_in_words).unwrap_or_default();
        let place = self.place_noted(dossier);
        if place.is_empty() { number::sentence_case(&dates) } else { join(", ", [place, dates]) }
    }

    /// Where it meets, as its papers say it: the name of a cluster tells something only where there are several, or
    /// where it is the site of a conference on line.
    pub fn said_place(&self, dossier: &Dossier) -> String {
        let alone = dossier.clusters.len() == 1;
        if alone && dossier.session.details.form == SessionForm::InPerson {
            super::occasion::place(self, dossier).unwrap_or_default()
        } else {
            self.name_and_place(dossier)
        }
    }

    /// Where and when it meets, under a title.
    pub fn said_note(&self, dossier: &Dossier) -> String {
        let dates = self.dates(dossier).map(date::span_in_words).unwrap_or_default();
        number::sentence_case(&join(", ", [self.said_place(dossier), dates]))
    }

    /// How many count: the withdrawn do not.
    pub fn count(&self) -> usize {
        self.rows.iter().filter(|row| row.delegate.state == DelegateState::Listed).count()
    }
}

/// Where the hall is written in by hand.
const VENUE_DOTS: &str = "………………………………";

/// The parts that are not empty, with the separator between them.
pub fn join<const N: usize>(separator: &str, parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(separator)
}

/// How the session is called inside a sentence.
pub fn session_in_text(dossier: &Dossier) -> &str {
    let details = &dossier.session.details;
    details.title_in_text.as_deref().filter(|title| !title.is_empty()).unwrap_or(&details.title)
}

/// The head of the session's papers; the name of the organisation stands in when
/// no letterhead was entered.
pub fn head(dossier: &Dossier) -> Head {
    head_of(&dossier.letterhead, dossier)
}

/// A head with another body's letterhead: the certifier's.
pub fn head_of(letterhead: &Letterhead, dossier: &Dossier) -> Head {
    let mut issuer = letterhead.issuer.clone();
    if issuer.is_empty() && letterhead.superior.is_empty() {
        issuer.push(dossier.organisation.to_uppercase());
    }
    Head { profile: letterhead.profile, superior: letterhead.superior.clone(), issuer }
}

/// The title of a list: what it is, of what, where and when.
pub fn title(kind: &str, part: &ClusterList, dossier: &Dossier) -> Block {
    let mut lines = vec![
        TitleLine::Kind(kind.to_owned()),
        TitleLine::Subject(format!("Đại biểu tham dự {}", session_in_text(dossier))),
    ];
    let note = part.title_note(dossier);
    if !note.is_empty() {
        lines.push(TitleLine::Note(note));
    }
    Block::Title(lines)
}

/// Puts a line of the user's own under a title: what this list is for.
pub fn add_remark(title: &mut Block, remark: &str) {
    let remark = remark.trim();
    if let (Block::Title(lines), false) = (title, remark.is_empty()) {
        lines.push(TitleLine::Note(remark.to_owned()));
    }
}

/// A list of one cluster, or another, on pages of its own: `name` in the outline of the
/// file, and at each foot with what `paper` it is.
pub fn section(paper: &str, name: String, landscape: bool, blocks: Vec<Block>) -> Section {
    Section {
        footer: join(" – ", [paper.to_owned(), name.clone()]),
        name: if name.is_empty() { paper.to_owned() } else { name },
        landscape,
        blocks,
        ..Section::default()
    }
}

/// What the file says of itself.
pub fn info(name: &str, parts: &[ClusterList], only: Option<ClusterId>, dossier: &Dossier) -> Info {
    let cluster = match (only, parts) {
        (Some(_), [part]) => part.name(dossier),
        _ => String::new(),
    };
    let session = dossier.session.details.title.clone();
    Info {
        title: join(" – ", [name.to_owned(), cluster, session]),
        author: dossier.organisation.clone(),
        subject: name.to_owned(),
        date: parts.first().and_then(|part| part.first_day(dossier)),
    }
}

/// Which day stands over the signatures of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dated {
    /// The last day of the cluster: what is signed on it is signed by then.
    #[default]
    LastDay,
    /// None: dots, to be filled in by whoever signs.
    ByHand,
}

impl Dated {
    /// Place and date of the list of a part.
    pub fn place_date(self, part: &ClusterList, dossier: &Dossier) -> String {
        let day = part.last_day(dossier).filter(|_| self == Self::LastDay);
        place_date(dossier.letterhead.place.as_deref(), day)
    }
}

/// The end of a list that is dated as the user chose, see [`closing`].
pub fn closing_dated(part: &ClusterList, dossier: &Dossier, dated: Dated) -> Closing {
    Closing { place_date: dated.place_date(part, dossier), ..closing(part, dossier) }
}

/// Count, place and the last day, signatures. An empty list is one to be filled in by
/// hand, and so is its count.
pub fn closing(part: &ClusterList, dossier: &Dossier) -> Closing {
    let count = match part.count() {
        0 => "Ấn định danh sách có ………… (………………………………………) người.".to_owned(),
        count => format!("Ấn định danh sách có {} người.", number::with_words(count)),
    };
    Closing {
        count,
        follows: if part.count() > 0 { Follows::Rows(part.count()) } else { Follows::Nothing },
        dotted: false,
        lines: Vec::new(),
        place_date: place_date(dossier.letterhead.place.as_deref(), part.last_day(dossier)),
        left: prepared_by("NGƯỜI LẬP"),
        middle: None,
        right: signature_or_confirmation(dossier.signatory.as_ref()),
    }
}

/// Where someone signs whose name is not known: only what they are.
pub fn prepared_by(title: &str) -> SignatureBlock {
    let hint = Some("(Ký, ghi rõ họ tên)".to_owned());
    SignatureBlock { lines: vec![title.to_owned()], hint, ..SignatureBlock::default() }
}

/// The block of who signs for the organisation, and room to confirm where nobody is known.
pub fn signature_or_confirmation(signatory: Option<&Signatory>) -> SignatureBlock {
    match signatory.filter(|one| **one != Signatory::default()) {
        Some(signatory) => signature(signatory),
        None => prepared_by("XÁC NHẬN"),
    }
}

/// The block of a signatory.
pub fn signature(signatory: &Signatory) -> SignatureBlock {
    let lines = signatory.authority.iter().chain([&signatory.title]);
    SignatureBlock {
        lines: lines.filter(|line| !line.is_empty()).cloned().collect(),
        name: signatory.name.clone(),
        ..SignatureBlock::default()
    }
}

/// "Phú Ninh, ngày 25 tháng 9 năm 2020": dotted where place, day, month or year
/// is not known.
pub fn place_date(place: Option<&str>, when: Option<FuzzyDate>) -> String {
    let place = place.filter(|place| !place.is_empty()).unwrap_or("…………");
    let known = when.and_then(|date| {
        let day = date.calendar()?;
        // Without its "khoảng": a signature has a day.
        FuzzyDate::of(day)
    });
    if let Some(day) = known {
        return format!("{place}, {}", date::in_words(day));
    }
    // Two figures for days below 10 and months 1 and 2 (Nghị định 30/2020/NĐ-CP).
    let day = when.and_then(FuzzyDate::day_of_month).map_or("……".to_owned(), |day| format!("{day:02}"));
    let month = when.and_then(FuzzyDate::month).map_or("……".to_owned(), |month| match month {
        1 | 2 => format!("{month:02}"),
        _ => month.to_string(),
    });
    let year = when.and_then(FuzzyDate::year).map_or("………".to_owned(), |year| year.to_string());
    format!("{place}, ngày {day} tháng {month} năm {year}")
}

/// The day that [`place_date`] says, where it says one.
pub fn day_said(place_date: &str) -> Option<FuzzyDate> {
    let after = |word: &str| {
        let (_, rest) = place_date.rsplit_once(word)?;
        rest.split_whitespace().next()
    };
    let (day, month, year) = (after("ngày ")?, after("tháng ")?, after("năm ")?);
    FuzzyDate::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// The year of birth.
pub fn birth_year(delegate: &Delegate) -> String {
    delegate.details.birth.and_then(FuzzyDate::year).map(|year| year.to_string()).unwrap_or_default()
}

/// Whom a row is about.
pub fn subject(delegate: &Delegate) -> Subject {
    Subject { delegate: delegate.id, name: delegate.details.full_name.clone() }
}

/// The rows of a part, under group headings where the list is grouped.
///
/// `cells` makes the cells of one row from the delegate and the unit to print:
/// within its group under a heading, whole elsewhere. A list that is ordered by
/// name, or fixed in an order that parts a group, has no headings: they would
/// stand over single rows. Later additions stand under "Bổ sung".
pub fn rows<'a>(
    part: &ClusterList<'a>,
    group: bool,
    mut cells: impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Vec<Row> {
    let runs = groups(&part.rows);
    let mut seen = HashSet::new();
    let grouped = group && runs.iter().all(|(name, _)| seen.insert(name.clone()));
    let mut rows = Vec::with_capacity(part.rows.len() + runs.len());
    let mut next = 0;
    for (name, length) in runs {
        let members = &part.rows[next..next + length];
        next += length;
        if grouped {
            let listed = members.iter().filter(|row| row.delegate.state == DelegateState::Listed).count();
            rows.push(heading(&name, Some(listed)));
        }
        rows.extend(members.iter().map(|row| listed(row, grouped, &mut cells)));
    }
    rows
}

/// The rows of a list of one unit whose name stands over them.
pub fn rows_of_unit<'a>(
    part: &ClusterList<'a>,
    mut cells: impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Vec<Row> {
    part.rows.iter().map(|row| listed(row, true, &mut cells)).collect()
}

/// A row; `grouped` where the name of its unit stands over it.
fn listed<'a>(
    row: &Numbered<'a>,
    grouped: bool,
    cells: &mut impl FnMut(&Numbered<'a>, &str) -> Vec<Cell>,
) -> Row {
    let details = &row.delegate.details;
    let within = grouped && !row.delegate.supplementary;
    let unit = if within { details.unit_within_group() } else { details.unit.as_deref() };
    Row::Cells {
        cells: cells(row, unit.unwrap_or_default()),
        struck: row.delegate.state == DelegateState::Withdrawn,
        subject: Some(subject(row.delegate)),
    }
}

/// Rows of a sheet to sign where nobody is listed and nobody said how many are expected.
const BLANK_SHEET: u32 = 25;

/// More than this no cluster is given to sign: the number of those called was a slip.
const MOST_BLANK_SHEET: u32 = 1000;

/// Whether nobody stands on a list yet: it is made as a form to be filled in by hand.
pub fn is_blank(part: &ClusterList) -> bool {
    part.rows.is_empty()
}

/// How many numbered empty rows a list to sign has: those that were chosen, under its delegates; where nobody is listed
/// as many as are expected.
pub fn empty_rows(part: &ClusterList, dossier: &Dossier, chosen: u32) -> u32 {
    if !is_blank(part) {
        return chosen;
    }
    let expected = super::extent::of(part, dossier).people;
    let expected = expected.map_or(BLANK_SHEET, |people| u32::try_from(people).unwrap_or(u32::MAX));
    expected.clamp(1, MOST_BLANK_SHEET).max(chosen)
}

/// Says that some lists have nobody yet and are forms with empty rows.
pub fn blank_lists(parts: &[ClusterList], dossier: &Dossier, chosen: u32) -> Option<Finding> {
    let blank: Vec<&ClusterList> = parts.iter().filter(|part| is_blank(part)).collect();
    let rows = blank.iter().map(|part| empty_rows(part, dossier, chosen)).sum();
    (!blank.is_empty()).then_some(Finding::BlankLists { lists: blank.len(), rows })
}

/// The columns of a form that nobody stands on: its pages bear no code, for nothing that is signed there can be entered
/// by it.
pub fn without_code(mut columns: Vec<Column>) -> Vec<Column> {
    columns.iter_mut().for_each(|column| column.signed = None);
    columns
}

/// Adds empty rows for those who come without being listed, numbered after the `last`
/// number where it is known which is the next.
pub fn add_blank(rows: &mut Vec<Row>, count: u32, last: Option<u32>, columns: usize) {
    if count > 0 && !rows.is_empty() {
        rows.push(heading("Đại biểu bổ sung, đi thay", None));
    }
    rows.extend((1..=count).map(|blank| {
        let mut cells = vec![Cell::default(); columns];
        if let (Some(first), Some(last)) = (cells.first_mut(), last) {
            *first = Cell::new(last.saturating_add(blank).to_string());
        }
        Row::Cells { cells, struck: false, subject: None }
    }));
}

/// The delegates of each unit, in the order of the list, under its name.
pub fn by_unit<'a>(part: &ClusterList<'a>) -> Vec<(String, ClusterList<'a>)> {
    let mut units: Vec<(String, ClusterList<'a>)> = Vec::new();
    let mut next = 0;
    for (name, length) in groups(&part.rows) {
        let rows = &part.rows[next..next + length];
        next += length;
        // A list that is ordered by name comes back to a unit again and again.
        match units.iter_mut().find(|(known, _)| is_same(known, &name)) {
            Some((_, part)) => part.rows.extend_from_slice(rows),
            None => units.push((name, ClusterList { cluster: part.cluster, rows: rows.to_vec() })),
        }
    }
    units
}

/// Rows that follow each other in one group, with the name of the group: the same
/// commune, however its name is spelt, as it is written where not in capitals.
fn groups(rows: &[Numbered]) -> Vec<(String, usize)> {
    let mut groups: Vec<(String, usize)> = Vec::new();
    for row in rows {
        let name = if row.delegate.supplementary {
            "Bổ sung"
        } else {
            row.delegate.details.group().unwrap_or("Chưa rõ đơn vị")
        };
        match groups.last_mut() {
            Some((last, length)) if is_same(last, name) => {
                *length += 1;
                if is_all_capitals(last) {
                    name.clone_into(last);
                }
            }
            _ => groups.push((name.to_owned(), 1)),
        }
    }
    groups
}

/// Whether two names are of the same unit, however they are spelt.
pub fn is_same(one: &str, other: &str) -> bool {
    one == other || compare_key(one) == compare_key(other)
}

/// A group heading with how many it counts.
pub fn heading(name: &str, count: Option<usize>) -> Row {
    let mut spans = vec![Span::bold(name)];
    spans.extend(count.map(|count| Span::plain(format!(" – {count} người"))));
    let again = vec![Span::bold(name), Span::italic(" (tiếp theo)")];
    Row::Heading { spans, again, sums: Vec::new(), count }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_said() {
        let day = FuzzyDate::day(2020, 9, 5).ok();
        assert_eq!(day_said(&place_date(Some("Phú Ninh"), day)), day);
        assert_eq!(
            day_said(&place_date(None, FuzzyDate::day(2023, 12, 31).ok())),
            FuzzyDate::day(2023, 12, 31).ok()
        );
        assert_eq!(day_said(&place_date(Some("Phú Ninh"), None)), None);
        assert_eq!(day_said(&place_date(Some("Phú Ninh"), FuzzyDate::year_only(2020).ok())), None);
    }
}
