//! Công văn đề nghị cử người dự: the units are asked to choose who comes, and to send their names.
//!
//! A công văn has no name of its kind: what it is about stands under its number (Nghị định 30/2020/NĐ-CP, Phụ lục I).
//! The wording is customary.

use serde::{Deserialize, Serialize};

use super::addressees::{self, CalledUnit};
use super::announced::{self, Points, attendees, blocks};
use super::card::{self, Item, at, issued, number, recipients};
use super::content::{
    Align, Block, Body, Cell, Column, Document, NumberDate, PROGRAMME_SIZE, Paragraph, Row, Section, Table,
    Width,
};
use super::finding::{Fact, Findings, PaperError};
use super::grounds::parted;
use super::kind::{self, About, Argument, Content, Kind, Phase, Scope, Takes};
use super::letter::{self, stopped};
use super::list::{self, ClusterList};
use super::occasion::two_digits;
use super::{extent, topics};
use crate::domain::cluster::Cluster;
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::organisation::Letterhead;
use crate::domain::session::OrganiserRole;
use crate::vietnamese::date;

/// To whom it goes, and in which words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondmentOptions {
    /// What is typed for it.
    pub words: SecondmentWords,
    /// How it looks.
    pub look: SecondmentLook,
}

/// What is typed for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondmentWords {
    /// Its number, alone or as it is printed; left open, it is written by hand.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// To whom, where one letter goes to all, parted by semicolons; the units that are called when empty.
    pub addressees: String,
    /// By when the names are to be sent.
    pub deadline: Option<FuzzyDate>,
    /// Whom to ask, and where to send the names.
    pub contact: String,
    /// What to bring.
    pub bring: String,
    /// What is said of expenses; the usual sentence when empty.
    pub expenses: String,
    /// Who receives it, parted by semicolons; the addressees and the archive when empty.
    pub recipients: String,
}

/// How it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondmentLook {
    /// In how many letters.
    pub to: SentTo,
}

/// In how many letters units are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SentTo {
    /// One for all.
    #[default]
    All,
    /// One for each unit.
    Units,
}

/// Its name.
const NAME: &str = "Công văn cử người dự";

/// How the Front numbers a công văn, which has no letters for its kind (custom).
pub(super) const NUMBER: &str = "{so}/MTTQ-BTT";

/// What is said of expenses where nothing was typed (custom).
const EXPENSES: &str = "chế độ của người dự thực hiện theo quy định hiện hành";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "secondment",
    label: "paper-secondment",
    name: NAME,
    icon: "UserPlus",
    phase: Phase::Before,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[Argument {
        name: "asked",
        help: "cli-option-asked",
        takes: Takes::Word(&[("all", "All"), ("units", "Units")]),
        place: &["look", "to"],
    }],
};

impl Kind for SecondmentOptions {
    /// The letter or letters of a session, and what the user should know of them.
    ///
    /// Errors: a cluster the session does not have.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        list::keep_meeting(&mut parts);
        let mut findings = Findings::default();
        if self.words.number.trim().is_empty() {
            findings.missing(Fact::LetterNumber);
        }
        if self.words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let units = addressees::called(&parts, dossier);
        let own = cluster.and_then(|_| parts.first()).and_then(|part| part.cluster);
        let mut letters = Letters { dossier, options: self, findings };
        let sections = match self.look.to {
            SentTo::Units if !units.is_empty() => units.iter().map(|unit| letters.for_unit(unit)).collect(),
            _ => vec![letters.for_all(&parts, &units, own)],
        };
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, letters.findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let to = [(SentTo::All, "window-print-to-all"), (SentTo::Units, "letters-asked-unit")];
        let addressed = at!(self.words.addressees).line("print-addressees", "letters-addressees");
        let all = (self.look.to == SentTo::All).then(|| addressed.hint("letters-addressees-hint").into());
        let contact = at!(self.words.contact).line("print-contact", "letters-contact");
        let bring = at!(self.words.bring).line("print-bring", "letters-bring");
        let expenses = at!(self.words.expenses).line("print-expenses", "letters-expenses");
        let head = vec![
            at!(self.look.to).select("print-asked", "letters-asked", to),
            number(at!(self.words.number)),
            issued(at!(self.words.issued)),
        ];
        let rest = vec![
            card::day(at!(self.words.deadline), "print-deadline", "letters-deadline"),
            contact.hint("window-print-by-hand").into(),
            bring.hint("window-print-by-hand").into(),
            expenses.hint("letters-expenses-hint").into(),
            recipients(at!(self.words.recipients)),
        ];
        head.into_iter().chain(all).chain(rest).collect()
    }
}

/// The pattern of a công văn: that of plans without the letters of their kind; where these stand behind a hyphen, as
/// papers of the Party have them ("127-QĐ/TW"), with "CV". Empty where plans have none.
pub(super) fn pattern(letterhead: &Letterhead) -> String {
    let like_plans = letter::pattern_like_plans("CV", letterhead);
    if like_plans.contains("{so}-CV") {
        return like_plans;
    }
    ["CV-", "CV/", "/CV"].iter().fold(like_plans, |pattern, letters| pattern.replacen(letters, "", 1))
}

/// The letters being put into words.
struct Letters<'a> {
    dossier: &'a Dossier,
    options: &'a SecondmentOptions,
    findings: Findings,
}

impl Letters<'_> {
    /// One for all units; of one cluster only where `own` is given.
    fn for_all(&mut self, parts: &[ClusterList], units: &[CalledUnit], own: Option<&Cluster>) -> Section {
        let typed = parted(&self.options.words.addressees);
        let to = if typed.is_empty() { addressees::bodies(units, self.dossier) } else { typed };
        if to.is_empty() {
            self.findings.missing(Fact::Addressee);
        }
        let several = to.len() != 1 || units.len() > 1;
        let mut points = self.points(own);
        match own {
            None => announced::who(&mut points, self.dossier, &mut self.findings),
            Some(_) => {
                let people = parts.first().and_then(|part| extent::of(part, self.dossier).people);
                self.part_of_all(&mut points, people.and_then(|people| usize::try_from(people).ok()));
            }
        }
        let known: usize = units.iter().map(|unit| unit.people).sum();
        if units.len() > 1 && known > 0 {
            let listed: usize = parts.iter().map(ClusterList::count).sum();
            points.add([
                Block::Paragraph(Paragraph::text("Số lượng của từng đơn vị như sau:")),
                Block::Table(numbers(units, self.dossier, own.is_none(), known == listed)),
            ]);
        }
        let whom = if several { "các cơ quan, đơn vị" } else { "quý cơ quan" };
        let name = own.map_or(NAME.to_owned(), |cluster| cluster.details.name.clone());
        Section { name, blocks: self.letter(&to, points, whom), ..Section::default() }
    }

    /// One for a unit.
    fn for_unit(&mut self, unit: &CalledUnit) -> Section {
        let to = [addressees::body_of(unit.name, self.dossier)];
        let mut points = self.points(unit.cluster);
        self.part_of_all(&mut points, Some(unit.people).filter(|people| *people > 0));
        let blocks = self.letter(&to, points, "quý cơ quan");
        Section { name: unit.name.to_owned(), blocks, ..Section::default() }
    }

    /// What, when and where.
    fn points(&mut self, cluster: Option<&Cluster>) -> Points {
        let mut points = Points::default();
        announced::when_and_where(&mut points, cluster, self.dossier, &mut self.findings);
        match topics::of(self.dossier).is_empty() {
            // The programme that comes along tells it; a letter keeps to a page.
            false => points.say("Nội dung", Some("có chương trình kèm theo".to_owned())),
            true => announced::about(&mut points, self.dossier, &mut self.findings),
        }
        points
    }

    /// Whom a part of the session sends: the groups that are called, whose numbers are those of all, and its own number.
    fn part_of_all(&mut self, points: &mut Points, people: Option<usize>) {
        let groups = self.dossier.audience.iter().map(|group| group.label.trim());
        let groups: Vec<&str> = groups.filter(|label| !label.is_empty()).collect();
        match groups.as_slice() {
            [] => {
                self.findings.missing(Fact::Audience);
                points.say("Thành phần", None);
            }
            [one] => points.say("Thành phần", Some((*one).to_owned())),
            several => {
                let count = several.len();
                let point = |(index, label): (usize, &&str)| {
                    Paragraph::point("-", stopped(label, if index + 1 == count { "." } else { ";" }))
                };
                points.list("Thành phần", blocks(several.iter().enumerate().map(point)));
            }
        }
        if people.is_none() {
            self.findings.missing(Fact::UnitNumbers);
        }
        points.say(
            "Số lượng",
            people.map(|people| format!("{} {}", two_digits(people), attendees(self.dossier))),
        );
    }

    /// Head and end around the points of a letter.
    fn letter(&mut self, to: &[String], mut points: Points, whom: &str) -> Vec<Block> {
        let dossier = self.dossier;
        let words = &self.options.words;
        let session = list::session_in_text(dossier);
        let number =
            letter::number(&words.number, &pattern(&dossier.letterhead), NUMBER, &dossier.letterhead);
        let mut under = letter::number_date(number, words.issued, dossier.letterhead.place.as_deref());
        if let Block::NumberDate(NumberDate { about, .. }) = &mut under {
            *about = format!("V/v cử {} dự {session}", attendees(dossier));
        }
        let mut all = vec![Block::Head(list::head(dossier)), under];
        all.extend(addressees::line(to));
        all.push(Block::Paragraph(Paragraph::text(self.opening(whom))));

        let bring = Some(words.bring.trim()).filter(|bring| !bring.is_empty());
        if bring.is_none() {
            self.findings.missing(Fact::Bring);
        }
        points.say("Mang theo", bring.map(str::to_owned));
        let expenses =
            Some(words.expenses.trim()).filter(|expenses| !expenses.is_empty()).unwrap_or(EXPENSES);
        points.say("Kinh phí", Some(expenses.to_owned()));
        all.extend(points.into_blocks());
        all.extend(blocks(self.asked()));
        let end = format!("Đề nghị {whom} quan tâm, phối hợp thực hiện./.");
        all.push(Block::Paragraph(Paragraph::text(end)));
        let recipients =
            letter::recipients(&words.recipients, vec!["Như trên".to_owned(), "Lưu: VT".to_owned()]);
        all.push(letter::signed(recipients, dossier.signatory.as_ref(), &mut self.findings));
        all
    }

    /// Who holds what, and asks for whom.
    fn opening(&self, whom: &str) -> String {
        let dossier = self.dossier;
        let (session, writer) = (list::session_in_text(dossier), letter::writer(dossier));
        let by_plan = letter::plan_number(dossier).map(|number| format!("Thực hiện Kế hoạch số {number}, "));
        let by_plan = by_plan.unwrap_or_default();
        let held = if letter::takes_part_only(dossier) {
            let leads = letter::and(&letter::organisers(dossier, OrganiserRole::Lead));
            format!("tham gia {session} do {leads} tổ chức")
        } else {
            let partners = letter::and(&letter::organisers(dossier, OrganiserRole::Partner));
            let with =
                if partners.is_empty() { String::new() } else { format!("phối hợp với {partners} ") };
            format!("{with}tổ chức {session}")
        };
        format!("{by_plan}{writer} {held}. Đề nghị {whom} cử {} tham dự, cụ thể như sau:", attendees(dossier))
    }

    /// What is to be sent, to whom and by when.
    fn asked(&mut self) -> Vec<Paragraph> {
        let words = &self.options.words;
        let deadline = words.deadline.map_or("ngày …… tháng …… năm ………".to_owned(), date::in_words);
        if words.deadline.is_none() {
            self.findings.missing(Fact::Deadline);
        }
        let list = format!(
            "Danh sách {} cử dự lập theo mẫu gửi kèm, gửi về {} trước {deadline} để tổng hợp.",
            attendees(self.dossier),
            self.dossier.organisation
        );
        let contact = match words.contact.trim() {
            "" => {
                self.findings.missing(Fact::Contact);
                Paragraph::dotted("Thông tin liên hệ:")
            }
            contact => Paragraph::text(stopped(&format!("Thông tin liên hệ: {contact}"), ".")),
        };
        vec![Paragraph::text(list), contact]
    }
}

/// How many each unit sends, and to which cluster where there are several. Summed where these are all: others on the list
/// are of the office itself.
fn numbers(units: &[CalledUnit], dossier: &Dossier, with_cluster: bool, are_all: bool) -> Table {
    let with_cluster = with_cluster && dossier.clusters.len() > 1;
    let text = |min, max| Width::Text { min, max, share: 1.0, firm: false };
    let mut columns = vec![
        Column::new("STT", Width::Fixed(12.0), Align::Centre),
        Column::new("Đơn vị", text(60.0, 110.0), Align::Left),
    ];
    if with_cluster {
        columns.push(Column::new("Cụm", text(20.0, 60.0), Align::Left));
    }
    columns.push(Column::new("Số lượng", Width::Fixed(24.0), Align::Centre));
    let count = |people: usize| if people > 0 { two_digits(people) } else { String::new() };
    let row = |(place, unit): (usize, &CalledUnit)| {
        let mut cells = vec![Cell::new(place.to_string()), Cell::new(unit.name)];
        if with_cluster {
            cells.push(Cell::new(unit.cluster.map(|one| one.details.name.as_str()).unwrap_or_default()));
        }
        cells.push(Cell::new(count(unit.people)));
        Row::Cells { cells, struck: false, subject: None }
    };
    let mut rows: Vec<Row> = (1..).zip(units).map(row).collect();
    if are_all && units.iter().all(|unit| unit.people > 0) {
        let total = units.iter().map(|unit| unit.people).sum();
        let cells = vec![Cell::total("Tổng cộng", columns.len() - 2), Cell::total(two_digits(total), 0)];
        rows.push(Row::Cells { cells, struck: false, subject: None });
    }
    Table { columns, rows, row_height: 6.4, text_size: PROGRAMME_SIZE, sums: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dispatch_is_numbered_as_plans_are_without_their_letters() {
        let like = |plans: &str| {
            let mut letterhead = Letterhead::default();
            letterhead.numbers.plan = plans.to_owned();
            pattern(&letterhead)
        };
        assert_eq!(like("{so}/KH-MTTQ-BTT"), "{so}/MTTQ-BTT");
        assert_eq!(like("{so}/KH/BTT"), "{so}/BTT");
        assert_eq!(like("{so}/KH"), "{so}");
        assert_eq!(like("{so}-KH/UBMT"), "{so}-CV/UBMT");
        assert_eq!(like(""), "");
    }
}
