//! Sổ cấp giấy chứng nhận: the numbers that were issued, and who took the paper.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::card::{Item, at, orientation};
use super::certified::{self, Passed};
use super::content::{
    Align, Block, Body, Cell, Closing, Column, Document, Follows, LIST_SIZE, Row, Section, Table, TitleLine,
    Width,
};
use super::finding::{Finding, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::list;
use super::orientation::Orientation;
use crate::domain::certificate::{Certificate, CertificateState};
use crate::domain::completion::judging::Judge;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::{CertificateId, ClusterId, DelegateId};
use crate::vietnamese::{date, number};

/// Whose numbers a register shows, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateRegisterOptions {
    /// How it looks; everything it says is of the data.
    pub look: CertificateRegisterLook,
}

/// How a register looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificateRegisterLook {
    /// Upright or across; across when left to the paper, for it has many columns.
    pub orientation: Orientation,
}

/// Its name.
pub const NAME: &str = "Sổ cấp giấy chứng nhận";

/// A line of the register.
struct Entry<'a> {
    delegate: &'a Delegate,
    /// `None` where no number was issued yet: it is written in by hand.
    certificate: Option<&'a Certificate>,
}

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "certificate-register",
    label: "paper-certificate-register",
    name: NAME,
    icon: "BookMarked",
    phase: Phase::After,
    formats: kind::LIST,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for CertificateRegisterOptions {
    /// The register of a session by number, and what the user should know of it.
    ///
    /// A voided number stays, struck through: a book has no gaps. Those who have no
    /// number yet stand at the end, in the order of the list.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let judge = Judge::new(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        certified::add_substitutes(&mut parts, dossier, &judge);
        let people = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
        let mut passed = Passed::default();
        let entries = entries(dossier, people, |one, certified| passed.keep(&judge, one, certified));

        let mut open = entries.iter().filter(|entry| entry.certificate.is_none());
        let no_number = open.next().map(|first| Finding::NoNumber {
            people: 1 + open.count(),
            first: first.delegate.details.full_name.clone(),
        });
        let mut info = list::info(NAME, &parts, cluster, dossier);
        let form = dossier.certificate_form();
        info.date = form.date.or(info.date);

        let cluster = match (cluster, parts.as_slice()) {
            (Some(_), [part]) => part.name_and_place(dossier),
            _ => String::new(),
        };
        let held = dossier.session.details.dates.map(date::span_in_words).unwrap_or_default();
        let note = list::join(", ", [cluster.clone(), held]);
        let mut title = vec![
            TitleLine::Kind("SỔ CẤP GIẤY CHỨNG NHẬN".to_owned()),
            TitleLine::Subject(list::session_in_text(dossier).to_owned()),
        ];
        if !note.is_empty() {
            title.push(TitleLine::Note(number::sentence_case(&note)));
        }
        let section = Section {
            name: if cluster.is_empty() { NAME.to_owned() } else { cluster.clone() },
            footer: list::join(" – ", [NAME.to_owned(), cluster]),
            landscape: self.look.orientation != Orientation::Portrait,
            subject: None,
            help: String::new(),
            blocks: vec![
                Block::Head(list::head_of(form.letterhead.as_ref().unwrap_or(&dossier.letterhead), dossier)),
                Block::Title(title),
                Block::Table(Table {
                    columns: columns(),
                    rows: rows(&entries),
                    row_height: 8.2,
                    text_size: LIST_SIZE,
                    sums: None,
                }),
                Block::Closing(closing(&entries, dossier)),
            ],
        };
        let doubts = certified::doubts(
            dossier,
            entries.iter().filter_map(|entry| Some((entry.certificate?, entry.delegate))),
        );
        let findings = passed.findings().chain(no_number).chain(doubts).collect();
        Ok((Document { info, body: Body::Flow(vec![section]) }, findings))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![orientation(at!(self.look.orientation))]
    }
}

/// Every number by number, then those who have no valid one and shall get it. `keep` is asked of everybody, with whether they
/// have a valid one.
fn entries<'a>(
    dossier: &'a Dossier,
    delegates: impl Iterator<Item = &'a Delegate>,
    mut keep: impl FnMut(&Delegate, bool) -> bool,
) -> Vec<Entry<'a>> {
    let delegates: Vec<&Delegate> = delegates.collect();
    let known: HashMap<DelegateId, &Delegate> = delegates.iter().map(|&one| (one.id, one)).collect();
    let mut entries: Vec<Entry> = dossier
        .certificates
        .iter()
        .filter_map(|one| Some(Entry { delegate: known.get(&one.delegate)?, certificate: Some(one) }))
        .collect();
    entries.sort_by_key(|entry| entry.certificate.map(|one| (one.number, one.id)));
    let valid = dossier.certificates.iter().filter(|one| one.is_valid());
    let valid: HashSet<DelegateId> = valid.map(|one| one.delegate).collect();
    let open = delegates.into_iter().filter(|one| {
        let has_one = valid.contains(&one.id);
        !one.erased && one.state != DelegateState::Withdrawn && keep(one, has_one) && !has_one
    });
    entries.extend(open.map(|delegate| Entry { delegate, certificate: None }));
    entries
}

/// What became of a number, and which one it was issued for; without the series, which stands beside every number.
fn note(certificate: Option<&Certificate>, all: &Linked) -> String {
    let Some(one) = certificate else { return String::new() };
    let ended = match one.state {
        CertificateState::Voided(_) => "Đã hủy",
        CertificateState::Withdrawn(_) => "Đã thu hồi",
        _ => "",
    };
    let new = all.reissued.get(&one.id).map(|number| format!("cấp lại số {number:02}"));
    let old = one.reissue_of.map(|old| match all.numbers.get(&old) {
        Some(number) => format!("cấp lại số {number:02}"),
        None => "cấp lại".to_owned(),
    });
    number::sentence_case(&list::join("; ", [ended.to_owned(), new.or(old).unwrap_or_default()]))
}

/// Which numbers were issued for which.
struct Linked {
    numbers: HashMap<CertificateId, u32>,
    /// The number of the one that was issued for it.
    reissued: HashMap<CertificateId, u32>,
}

fn rows(entries: &[Entry]) -> Vec<Row> {
    let all = || entries.iter().filter_map(|entry| entry.certificate);
    let linked = Linked {
        numbers: all().map(|one| (one.id, one.number)).collect(),
        reissued: all().filter_map(|one| Some((one.reissue_of?, one.number))).collect(),
    };
    let row = |(place, entry): (usize, &Entry)| {
        let certificate = entry.certificate;
        // What was printed, whatever the list says since.
        let details = certificate.map_or_else(|| entry.delegate.details.clone(), |one| one.copy.details());
        let voided = certificate.is_some_and(|one| !one.is_valid());
        let issued = certificate.and_then(|one| one.date).map(date::short);
        Row::Cells {
            cells: vec![
                Cell::new((place + 1).to_string()),
                Cell::new(certificate.map(|one| one.printed_number.as_str()).unwrap_or_default()),
                Cell::new(details.full_name.as_str()),
                Cell::new(
                    details.birth.and_then(FuzzyDate::year).map(|year| year.to_string()).unwrap_or_default(),
                ),
                Cell::new(details.position.as_deref().unwrap_or_default()),
                Cell::new(details.unit.as_deref().unwrap_or_default()),
                Cell::new(issued.unwrap_or_default()),
                Cell::default(),
                Cell::new(note(certificate, &linked)),
            ],
            struck: voided,
            subject: Some(list::subject(entry.delegate)),
        }
    };
    entries.iter().enumerate().map(row).collect()
}

fn closing(entries: &[Entry], dossier: &Dossier) -> Closing {
    let issued = |entry: &&Entry| entry.certificate.is_some_and(|one| one.is_valid());
    let issued = entries.iter().filter(issued).count();
    let count = match issued {
        0 => "Ấn định sổ có ………… (………………………………………) giấy chứng nhận.".to_owned(),
        count => format!("Ấn định sổ có {} giấy chứng nhận.", number::with_words(count)),
    };
    let form = dossier.certificate_form();
    let place = Some(form.place.as_str()).filter(|place| !place.is_empty());
    Closing {
        count,
        follows: if issued > 0 { Follows::Rows(issued) } else { Follows::Nothing },
        dotted: false,
        lines: Vec::new(),
        place_date: list::place_date(place.or(dossier.letterhead.place.as_deref()), form.date),
        left: list::prepared_by("NGƯỜI LẬP SỔ"),
        middle: None,
        right: list::signature_or_confirmation(Some(&form.signatory)),
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Số giấy chứng nhận", text(22.0, 40.0, 1.0, true), Align::Centre),
        column("Họ và tên", text(33.0, 46.0, 1.0, true), Align::Left),
        column("Năm sinh", Width::Fixed(10.8), Align::Centre),
        column("Chức vụ", text(21.0, 50.0, 0.9, false), Align::Left),
        column("Đơn vị", text(21.0, 56.0, 0.9, false), Align::Left),
        column("Ngày cấp", text(19.0, 24.0, 1.0, true), Align::Centre),
        Column::signed("Ký nhận", Width::Fill { min: 20.0, max: 36.0 }, Vec::new()),
        column("Ghi chú", text(12.0, 22.0, 0.95, false), Align::Left),
    ]
}
