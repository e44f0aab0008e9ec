//! Danh sách ký tên khách mời: who of the guests came, and who came in the name of a body.
//!
//! Guests are no delegates: they have no place and no mark, and nothing that is signed here is entered by name. So its
//! pages bear no code and no corner marks: they would promise what the program does not do.

use serde::{Deserialize, Serialize};

use super::card::{self, Item, MOST_BLANK_ROWS, at, blank_rows, orientation, remark};
use super::content::{
    Align, Block, Body, Cell, Closing, Column, Document, LIST_SIZE, Row, Section, Table, TitleLine, Width,
};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list::{self, ClusterList};
use super::orientation::Orientation;
use super::sign_in_sheet::{self, SignInSheetWords};
use super::{letter, turnout};
use crate::domain::attendance::turnout::guests as counted;
use crate::domain::audience::read_count;
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::id::ClusterId;
use crate::vietnamese::{date, number};

/// What a list of guests shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestSignInOptions {
    /// What is typed for it: the same as for the sheet of the delegates.
    pub words: SignInSheetWords,
    /// How it looks.
    pub look: GuestSignInLook,
}

/// How a list of guests looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestSignInLook {
    /// Numbered empty rows for those who come without being known before.
    pub blank_rows: u32,
    /// Upright or across.
    pub orientation: Orientation,
}

impl Default for GuestSignInLook {
    fn default() -> Self {
        Self { blank_rows: 5, orientation: Orientation::Auto }
    }
}

/// Its name.
const NAME: &str = "Danh sách ký tên khách mời";

/// Rows for a group of which nobody said how many come.
const OF_A_GROUP: u32 = 5;

/// Room to sign: the least height of a row, in millimetres.
const ROW_HEIGHT: f32 = 9.0;

/// Least width of a column to sign in, in millimetres.
const SIGNATURE: f32 = 20.0;

/// The same where there are few of them.
const WIDE_SIGNATURE: f32 = 28.0;

/// How many sittings are signed for beside the other columns, upright and across.
const MOST: [usize; 2] = [3, 6];

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "guest-sign-in",
    label: "paper-guest-sign-in",
    name: NAME,
    icon: "Users",
    phase: Phase::During,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for GuestSignInOptions {
    /// The sheets of a session, one for each cluster.
    ///
    /// Errors: a cluster the session does not have.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let parts = list::parts(dossier, &[], cluster)?;
        let sections = parts.iter().map(|part| section(part, dossier, self)).collect();
        let findings = if dossier.guests.is_empty() { vec![Finding::NoGuests] } else { Vec::new() };
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, findings))
    }

    fn card(&self, dossier: &Dossier, scope: Scope) -> Vec<Item> {
        let halves = sign_in_sheet::to_choose(dossier, scope.cluster());
        let sittings = halves.map(|all| card::sittings(at!(self.words.left_out), all));
        let rest = [
            blank_rows(at!(self.look.blank_rows)),
            remark(at!(self.words.remark)),
            orientation(at!(self.look.orientation)),
            Item::Says("window-print-guests-no-code"),
        ];
        sittings.into_iter().chain(rest).collect()
    }
}

fn section(part: &ClusterList, dossier: &Dossier, options: &GuestSignInOptions) -> Section {
    let sittings = options.words.sittings(part.cluster);
    let landscape = match options.look.orientation {
        Orientation::Portrait => false,
        Orientation::Landscape => true,
        Orientation::Auto => sittings.len() > MOST[0],
    };
    let pages = sign_in_sheet::pages(&sittings, MOST[usize::from(landscape)]);
    let mut blocks = vec![Block::Head(list::head(dossier)), title(part, dossier, &options.words.remark)];
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            blocks.push(Block::PageBreak);
            blocks.push(Block::Title(vec![
                TitleLine::Kind("DANH SÁCH KÝ TÊN KHÁCH MỜI (tiếp theo)".to_owned()),
                TitleLine::Note(list::join(" – ", [part.name(dossier), sign_in_sheet::days(page)])),
            ]));
        }
        let columns = columns(page);
        let rows = rows(&dossier.guests, options.look.blank_rows, columns.len());
        blocks.push(Block::Table(Table {
            columns,
            rows,
            row_height: ROW_HEIGHT,
            text_size: LIST_SIZE,
            sums: None,
        }));
    }
    blocks.push(Block::Closing(closing(part, &sittings, dossier)));
    list::section(NAME, part.said_place(dossier), landscape, blocks)
}

fn title(part: &ClusterList, dossier: &Dossier, remark: &str) -> Block {
    let mut lines = vec![
        TitleLine::Kind("DANH SÁCH KÝ TÊN KHÁCH MỜI".to_owned()),
        TitleLine::Subject(format!("Dự {}", list::session_in_text(dossier))),
    ];
    let note = part.said_note(dossier);
    if !note.is_empty() {
        lines.push(TitleLine::Note(note));
    }
    let mut title = Block::Title(lines);
    list::add_remark(&mut title, remark);
    title
}

fn columns(sittings: &[Sitting]) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let mut columns = vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(38.0, 56.0, 1.0, true), Align::Left),
        column("Chức vụ, đơn vị", text(34.0, 80.0, 0.7, false), Align::Left),
    ];
    // Few signatures have more room, and so have the headings over them.
    let least = if sittings.len() > 2 { SIGNATURE } else { WIDE_SIGNATURE };
    let signature = Width::Fill { min: least, max: 34.0 };
    if sittings.is_empty() {
        columns.push(column("Ký tên", signature, Align::Centre));
    }
    columns.extend(sittings.iter().map(|sitting| Column {
        group: Some(format!("Ký tên ({})", date::short(sitting.date))),
        ..column(sitting.half.printed(), signature, Align::Centre)
    }));
    columns.push(column("Ghi chú", text(16.0, 40.0, 0.9, false), Align::Left));
    columns
}

/// A row for each person, for each group its words with empty rows under them, and rows for others. They are numbered on.
fn rows(guests: &[Guest], blank: u32, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut next = 0_u32;
    let mut row = |fill: &dyn Fn(&mut [Cell])| {
        let mut cells = vec![Cell::default(); columns];
        next += 1;
        if let Some(number) = cells.first_mut() {
            *number = Cell::new(next.to_string());
        }
        fill(&mut cells);
        Row::Cells { cells, struck: false, subject: None }
    };
    // Persons first, whatever stands between them: groups have rows of their own under their heading.
    for guest in guests {
        if let Guest::Person { titles, part, .. } = guest {
            rows.push(row(&|cells| {
                let (honorific, name, _) = letter::guest(guest);
                let last = cells.len() - 1;
                cells[1] = Cell::new(list::join(" ", [honorific.unwrap_or_default(), name]));
                cells[2] = Cell::new(titles.join(", "));
                cells[last] = Cell::new(part.as_deref().map(number::sentence_case).unwrap_or_default());
            }));
        }
    }
    for guest in guests {
        if let Guest::Group { label } = guest {
            rows.push(list::heading(&number::sentence_case(label), None));
            rows.extend((0..number_in(label).unwrap_or(OF_A_GROUP)).map(|_| row(&|_| {})));
        }
    }
    let blank = if guests.is_empty() { blank.max(OF_A_GROUP) } else { blank };
    if blank > 0 && !rows.is_empty() {
        rows.push(list::heading("Khách mời khác", None));
    }
    rows.extend((0..blank).map(|_| row(&|_| {})));
    rows
}

/// How many a group says it is: "05 đồng chí lãnh đạo …", "khoảng 20 cán bộ …".
fn number_in(label: &str) -> Option<u32> {
    let words: Vec<&str> = label.split_whitespace().collect();
    let beginning = |count: usize| read_count(&words.get(..count)?.join(" "))?;
    let (count, _) = beginning(2).or_else(|| beginning(1))?;
    Some(count.min(MOST_BLANK_ROWS))
}

/// The end: how many are invited by name, and who came to each sitting, as it was counted or to be filled in.
fn closing(part: &ClusterList, sittings: &[Sitting], dossier: &Dossier) -> Closing {
    let persons = dossier.guests.iter().filter(|one| matches!(one, Guest::Person { .. })).count();
    let all_known = persons == dossier.guests.len() && persons > 0;
    let count = match u64::try_from(persons) {
        Ok(count) if all_known => {
            format!("Danh sách có {count:02} ({}) khách mời.", number::in_words(count))
        }
        _ => "Ấn định danh sách có ………… (………………………………………) khách mời.".to_owned(),
    };
    let came = |sitting: &Sitting| {
        let count = match counted(&dossier.turnout, sitting.id) {
            Some(count) => format!("{count:02} khách mời (theo số liệu nhập)"),
            None => "…… khách mời".to_owned(),
        };
        format!("{}: {count}", turnout::name(sitting))
    };
    // A line for each day: the signatures of three days would else have half a page over them.
    let day = |day: &[Sitting]| format!("Có mặt: {}.", day.iter().map(came).collect::<Vec<_>>().join("; "));
    let mut lines: Vec<String> = sittings.chunk_by(|one, next| one.date == next.date).map(day).collect();
    if lines.is_empty() {
        lines.push("Có mặt: …… khách mời.".to_owned());
    }
    Closing { lines, ..turnout::closing(count, Some(part), dossier) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_has_as_many_rows_as_it_says() {
        for (label, rows) in [
            ("05 đồng chí lãnh đạo các ban ngành quận", Some(5)),
            ("khoảng 20 cán bộ cơ quan", Some(20)),
            ("hơn 30", Some(30)),
            ("toàn thể cán bộ công chức cơ quan", None),
            ("Đại diện 11 xã", None),
            ("99999 người", Some(MOST_BLANK_ROWS)),
            ("", None),
        ] {
            assert_eq!(number_in(label), rows, "{label}");
        }
    }
}
