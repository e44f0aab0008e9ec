//! Chương trình: what happens in each sitting of a cluster, when, and who does it.

use serde::{Deserialize, Serialize};

use super::card::{Item, at, issued};
use super::content::{
    Align, Block, Body, Cell, Column, Document, PROGRAMME_SIZE, Row, Section, SignatureBlock, Signed, Span,
    Table, TitleLine, Width,
};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::{letter, occasion};
use crate::domain::cluster::{HalfDay, Sitting};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::id::ClusterId;
use crate::domain::programme::{ClockTime, Presenter, ProgrammeItem};
use crate::vietnamese::date;

/// What a programme shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeOptions {
    /// What is typed for it.
    pub words: ProgrammeWords,
    /// How it looks.
    pub look: ProgrammeLook,
}

/// What is typed for a programme.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeWords {
    /// The day it is signed, where someone signs it.
    pub issued: Option<FuzzyDate>,
}

/// How a programme looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeLook {
    /// Clusters with the same programme share one.
    pub shared: bool,
    /// What stands at its end.
    pub ending: Ending,
}

/// What stands at the end of a programme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// "BAN TỔ CHỨC", as programmes that are handed out have it (custom).
    #[default]
    Organisers,
    /// The signatory, with place and date under the head.
    Signatory,
    /// Nothing.
    Nothing,
}

/// Its name.
const NAME: &str = "Chương trình";

/// Rows to be filled in by hand where nothing is planned.
const BLANK_ROWS: usize = 6;

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "programme",
    label: "paper-programme",
    name: NAME,
    icon: "Clock",
    phase: Phase::Before,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for ProgrammeOptions {
    /// What the programme of a session says, and what the user should know of it.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let parts = list::parts(dossier, &[], cluster)?;
        let info = list::info(NAME, &parts, cluster, dossier);
        let mut findings = Findings::default();
        let columns = Columns::of(&parts, dossier, &mut findings);
        let mut sections = Vec::new();
        for group in groups(&parts, self.look.shared) {
            sections.push(section(&group, &columns, dossier, self, &mut findings));
        }
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn card(&self, dossier: &Dossier, scope: Scope) -> Vec<Item> {
        let endings = [
            (Ending::Organisers, "window-print-ending-organisers"),
            (Ending::Signatory, "window-print-ending-signatory"),
            (Ending::Nothing, "window-print-ending-nothing"),
        ];
        let several = dossier.clusters.len() > 1 && scope == Scope::Whole;
        let shared = several.then(|| at!(self.look.shared).tick("window-print-shared"));
        let ending = at!(self.look.ending).chips("window-print-ending", endings).into();
        let signed = self.look.ending == Ending::Signatory;
        let issued = signed.then(|| issued(at!(self.words.issued)));
        [shared, Some(ending), issued].into_iter().flatten().collect()
    }
}

/// The parts that share a programme, in the order of their first.
fn groups<'a, 'd>(parts: &'a [ClusterList<'d>], shared: bool) -> Vec<Vec<&'a ClusterList<'d>>> {
    let mut groups: Vec<Vec<&ClusterList>> = Vec::new();
    for part in parts {
        let alike = groups.iter_mut().find(|group| shared && held(group[0]) == held(part));
        match alike {
            Some(group) => group.push(part),
            None => groups.push(vec![part]),
        }
    }
    groups
}

/// One sitting without its date: on which day, which half, when, what.
type Held<'a> = (usize, HalfDay, Option<ClockTime>, Vec<&'a ProgrammeItem>);

/// What happens in a part, whatever its dates.
fn held<'a>(part: &ClusterList<'a>) -> Vec<Held<'a>> {
    let mut day = 0;
    let mut before: Option<FuzzyDate> = None;
    let mut held = Vec::new();
    for sitting in part.sittings() {
        if before.is_some_and(|before| before != sitting.date) {
            day += 1;
        }
        before = Some(sitting.date);
        held.push((day, sitting.half, sitting.starts, sitting.programme().collect()));
    }
    held
}

/// The columns of all programmes of a file: those that say something.
struct Columns {
    /// Whether some item has a time or a duration; items are numbered where none has.
    times: bool,
    /// Whether someone is known to present.
    presenters: bool,
}

impl Columns {
    fn of(parts: &[ClusterList], dossier: &Dossier, findings: &mut Findings) -> Self {
        let all = || parts.iter().flat_map(ClusterList::sittings);
        let items = || all().flat_map(Sitting::programme);
        let columns = Self {
            times: all().any(|sitting| sitting.slots().iter().any(|slot| slot.starts.is_some()))
                || items().any(|item| item.minutes.is_some()),
            presenters: items().any(|item| !item.presenters.is_empty())
                || dossier.topics.iter().any(|topic| !topic.presenters.is_empty()),
        };
        if items().next().is_none() || all().any(|sitting| sitting.items.is_empty()) {
            findings.missing(Fact::Programme);
        }
        if items().next().is_some() && !columns.times {
            findings.missing(Fact::Times);
        }
        if items().next().is_some() && !columns.presenters {
            findings.missing(Fact::Presenters);
        }
        columns
    }

    fn set(&self) -> Vec<Column> {
        let column = Column::new;
        let text = |min, max| Width::Text { min, max, share: 1.0, firm: false };
        let mut columns = vec![match self.times {
            true => column("Thời gian", Width::Fixed(30.0), Align::Centre),
            false => column("STT", Width::Fixed(12.0), Align::Centre),
        }];
        columns.push(column("Nội dung", text(60.0, 160.0), Align::Left));
        if self.presenters {
            columns.push(column("Người thực hiện", text(38.0, 75.0), Align::Left));
        }
        columns
    }

    /// The cells of an item.
    fn cells(&self, first: String, content: &str, presenters: &[Presenter], guests: &[Guest]) -> Vec<Cell> {
        let mut cells = vec![Cell::new(first), Cell::new(content)];
        if self.presenters {
            let names: Vec<String> = presenters.iter().map(|one| letter::presenter(one, guests)).collect();
            cells.push(Cell::new(names.join("; ")));
        }
        cells
    }
}

/// The programme of the parts that share it.
fn section(
    parts: &[&ClusterList],
    columns: &Columns,
    dossier: &Dossier,
    options: &ProgrammeOptions,
    findings: &mut Findings,
) -> Section {
    let mut blocks = vec![Block::Head(list::head(dossier))];
    if options.look.ending == Ending::Signatory {
        let issued = options.words.issued;
        blocks.push(letter::number_date(String::new(), issued, dossier.letterhead.place.as_deref()));
        if issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
    }
    blocks.push(title(parts, dossier));
    blocks.push(Block::Table(table(parts, columns, dossier)));
    match options.look.ending {
        Ending::Organisers => blocks.push(Block::Signed(Signed {
            recipients: Vec::new(),
            signature: SignatureBlock {
                lines: vec!["BAN TỔ CHỨC".to_owned()],
                unsigned: true,
                ..SignatureBlock::default()
            },
        })),
        Ending::Signatory => blocks.push(letter::signed(Vec::new(), dossier.signatory.as_ref(), findings)),
        Ending::Nothing => {}
    }
    let name = match parts {
        [part] => part.name_and_place(dossier),
        parts => parts.iter().map(|part| part.name(dossier)).collect::<Vec<_>>().join(", "),
    };
    Section { name: if name.is_empty() { NAME.to_owned() } else { name }, blocks, ..Section::default() }
}

fn title(parts: &[&ClusterList], dossier: &Dossier) -> Block {
    let mut lines = vec![
        TitleLine::Kind("CHƯƠNG TRÌNH".to_owned()),
        TitleLine::Subject(list::session_in_text(dossier).to_owned()),
    ];
    let notes = parts.iter().map(|part| part.title_note(dossier)).filter(|note| !note.is_empty());
    lines.extend(notes.map(TitleLine::Note));
    if let Some(number) = letter::plan_number(dossier) {
        lines.push(TitleLine::Note(format!("(Kèm theo Kế hoạch số {number})")));
    }
    Block::Title(lines)
}

/// The sittings one under the other, each under its day.
fn table(parts: &[&ClusterList], columns: &Columns, dossier: &Dossier) -> Table {
    let mut rows = Vec::new();
    let mut number = 0;
    for sitting in parts[0].sittings() {
        rows.push(heading(&when(sitting, parts)));
        for (item, slot) in sitting.programme().zip(sitting.slots()) {
            number += 1;
            let first = match columns.times {
                true => occasion::slot(slot, item.minutes),
                false => number.to_string(),
            };
            rows.push(row(columns.cells(first, &item.title, &item.presenters, &dossier.guests)));
        }
        if sitting.items.is_empty() {
            rows.push(row(columns.cells(String::new(), "", &[], &[])));
        }
    }
    if rows.is_empty() {
        let topics = dossier.topics.iter().zip(1..);
        rows.extend(topics.map(|(topic, number)| {
            row(columns.cells(number.to_string(), &topic.title, &topic.presenters, &dossier.guests))
        }));
    }
    if rows.is_empty() {
        rows.extend((0..BLANK_ROWS).map(|_| row(columns.cells(String::new(), "", &[], &[]))));
    }
    Table { columns: columns.set(), rows, row_height: 6.4, text_size: PROGRAMME_SIZE, sums: None }
}

/// "Sáng ngày 25/9/2020 (Thứ Sáu)"; for parts with other days "Sáng ngày thứ 2".
fn when(sitting: &Sitting, parts: &[&ClusterList]) -> String {
    let half = sitting.half.printed();
    let days = |part: &ClusterList| part.sittings().iter().map(|one| one.date).collect::<Vec<_>>();
    let own = days(parts[0]);
    if parts.iter().all(|part| days(part) == own) {
        let day = sitting.date;
        if day.day_of_month().is_none() {
            return format!("{half}, {}", date::in_words(day));
        }
        return format!("{half} ngày {}{}", date::short(day), occasion::weekday(day));
    }
    let mut distinct = own;
    distinct.dedup();
    match distinct.iter().position(|day| *day == sitting.date) {
        Some(place) if distinct.len() > 1 => format!("{half} ngày thứ {}", place + 1),
        _ => format!("Buổi {}", half.to_lowercase()),
    }
}

fn heading(text: &str) -> Row {
    Row::Heading {
        spans: vec![Span::bold(text)],
        again: vec![Span::bold(text), Span::italic(" (tiếp theo)")],
        sums: Vec::new(),
        count: None,
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row::Cells { cells, struck: false, subject: None }
}
