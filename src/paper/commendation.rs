//! Tờ trình đề nghị khen thưởng, with the list of those who are proposed; or the list alone.
//!
//! Proposed are those of whom it was decided in Kết quả. One kind for both, for the list is what the letter encloses.

use serde::{Deserialize, Serialize};

use super::announced::attendees;
use super::card::{Item, at, day, issued, number, recipients};
use super::content::{
    Align, Block, Body, Cell, Closing, Column, Document, LIST_SIZE, Paragraph, Row, Section, Table,
    TitleLine, Width,
};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Argument, Content, Kind, Phase, Scope, Takes};
use super::list::{self, ClusterList};
use super::{addressees, grounds, letter, submission};
use crate::domain::completion::judging::{Judge, Outcome};
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::{Delegate, DelegateState};
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::vietnamese::{date, number as numbers};

/// What a proposal says besides the facts of the session, and how it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommendationOptions {
    /// What is typed for it.
    pub words: CommendationWords,
    /// How it looks.
    pub look: CommendationLook,
}

/// What is typed for a proposal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommendationWords {
    /// Its number, without the pattern; dots when empty.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// To whom it is submitted; the body over the organisation when empty.
    pub addressee: String,
    /// What they are to be given: "Giấy khen".
    pub award: String,
    /// What it rests on, parted by semicolons; the usual lines when empty.
    pub grounds: String,
    /// Who receives it, parted by semicolons; the addressee and the archive when empty.
    pub recipients: String,
    /// The number of the decision by which they are commended, without the pattern: once it is known, the list alone is that of
    /// the decision. Giấy khen have no numbers of their own (custom): the decision stands for them.
    pub decision: String,
    /// The day of that decision.
    pub decided: Option<FuzzyDate>,
}

/// How a proposal looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommendationLook {
    /// The list alone, signed by who drew it up.
    pub list_alone: bool,
}

/// Its name.
const NAME: &str = "Đề nghị khen thưởng";

/// How the Front numbers its submissions (custom).
const NUMBER: &str = "{so}/TTr-MTTQ-BTT";

/// Where something is written in.
const DOTS: &str = "……………………";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "commendation",
    label: "paper-commendation",
    name: NAME,
    icon: "Award",
    phase: Phase::After,
    formats: kind::LETTER,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[Argument {
        name: "list-alone",
        help: "cli-option-list-alone",
        takes: Takes::Nothing,
        place: &["look", "list_alone"],
    }],
};

impl Kind for CommendationOptions {
    /// The proposal of a session, and what the user should know of it.
    ///
    /// Errors: nobody is to be commended.
    fn document(&self, dossier: &Dossier, _cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let judge = Judge::new(dossier);
        let shown = list::shown(dossier);
        let parts = list::parts(dossier, &shown, None)?;
        let people = commended(&parts, dossier, &judge);
        if people.is_empty() {
            return Err(PaperError::NobodyCommended);
        }
        let info = list::info(NAME, &[ClusterList { cluster: None, rows: Vec::new() }], None, dossier);
        let mut findings = Findings::default();
        let not_completed = || people.iter().filter(|one| judge.judge(one).outcome != Outcome::Completed);
        if let Some(one) = not_completed().next() {
            let first = one.details.full_name.clone();
            findings.note(Finding::CommendedNotCompleted { people: not_completed().count(), first });
        }
        let proposal = Proposal { dossier, options: self, people: &people, judge: &judge };
        let sections = match self.look.list_alone {
            true => vec![proposal.list(Some(proposal.closing()))],
            false => vec![proposal.letter(&mut findings), proposal.list(None)],
        };
        Ok((Document { info, body: Body::Flow(sections) }, findings.into_vec()))
    }

    fn name(&self) -> Option<&'static str> {
        Some(if self.look.list_alone { "Danh sách đề nghị khen thưởng" } else { NAME })
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let alone = at!(self.look.list_alone).tick("letters-list-alone");
        let award = at!(self.words.award).line("print-award", "letters-award");
        if self.look.list_alone {
            let decision = at!(self.words.decision).line("print-award-decision", "letters-award-decision");
            return vec![
                alone,
                Item::Says("letters-commended-says"),
                decision.hint("letters-award-decision-hint").into(),
                day(at!(self.words.decided), "print-award-decided", "letters-award-decided"),
                award.hint("letters-award-hint").into(),
            ];
        }
        let addressee = at!(self.words.addressee).line("print-addressee", "letters-addressee");
        let grounds = at!(self.words.grounds).line("print-grounds", "window-print-grounds");
        vec![
            alone,
            Item::Says("letters-commended-says"),
            number(at!(self.words.number)),
            issued(at!(self.words.issued)),
            addressee.hint("letters-addressee-hint").into(),
            award.hint("letters-award-hint").into(),
            grounds.hint("window-print-grounds-hint").into(),
            recipients(at!(self.words.recipients)),
        ]
    }
}

/// Those who are to be commended, in the order of the list; those who only sat in for somebody come last.
fn commended<'a>(parts: &[ClusterList<'a>], dossier: &'a Dossier, judge: &Judge) -> Vec<&'a Delegate> {
    let listed = parts.iter().flat_map(|part| &part.rows).map(|row| row.delegate);
    let listed = listed.filter(|one| one.state == DelegateState::Listed);
    let sat_in = dossier.delegates.iter().filter(|one| one.state == DelegateState::Substitute);
    let is_commended =
        |one: &&Delegate| !one.erased && judge.decision(one).is_some_and(|said| said.commended);
    listed.chain(sat_in).filter(is_commended).collect()
}

/// When it was held, where that is known.
fn held(dossier: &Dossier) -> Option<String> {
    dossier.session.details.dates.map(date::span_in_words)
}

/// A proposal being put into words.
struct Proposal<'a> {
    dossier: &'a Dossier,
    options: &'a CommendationOptions,
    people: &'a [&'a Delegate],
    judge: &'a Judge<'a>,
}

impl Proposal<'_> {
    /// "12/TTr-MTTQ-BTT", with dots for what is written by hand.
    fn number(&self) -> String {
        let letterhead = &self.dossier.letterhead;
        let pattern = letter::pattern_like_plans("TTr", letterhead);
        letter::number_alone(&self.options.words.number, &pattern, NUMBER, letterhead)
    }

    /// What they are given: "Giấy khen" unless it is said otherwise.
    fn award(&self) -> &str {
        Some(self.options.words.award.trim()).filter(|award| !award.is_empty()).unwrap_or("Giấy khen")
    }

    /// "(Kèm theo Quyết định số 45/QĐ-MTTQ-BTT …)", once there is a decision.
    fn decision(&self) -> Option<String> {
        let words = &self.options.words;
        if words.decision.trim().is_empty() && words.decided.is_none() {
            return None;
        }
        let letterhead = &self.dossier.letterhead;
        let pattern = letter::pattern_like_plans("QĐ", letterhead);
        let number = letter::number_alone(&words.decision, &pattern, letter::DECISION_NUMBER, letterhead);
        Some(letter::attached_to("Quyết định", &number, words.decided, &letter::writer(self.dossier)))
    }

    fn letter(&self, findings: &mut Findings) -> Section {
        let (dossier, words) = (self.dossier, &self.options.words);
        if words.number.trim().is_empty() {
            findings.missing(Fact::LetterNumber);
        }
        if words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let (session, who) = (list::session_in_text(dossier), attendees(dossier));
        let to = submission::addressee(&words.addressee, dossier, findings);
        let mut blocks = vec![
            Block::Head(list::head(dossier)),
            letter::number_date(
                letter::number_line(&self.number(), &dossier.letterhead),
                words.issued,
                dossier.letterhead.place.as_deref(),
            ),
            Block::Title(vec![
                TitleLine::Kind("TỜ TRÌNH".to_owned()),
                TitleLine::Subject(format!("Về việc đề nghị khen thưởng {who} {session}")),
            ]),
        ];
        let to: Vec<String> = to.into_iter().collect();
        blocks.extend(addressees::line(&to));
        let when = held(dossier).map(|when| format!(", {when}")).unwrap_or_default();
        let usual = vec![
            format!("Căn cứ chức năng, nhiệm vụ của {}", dossier.organisation),
            format!("Căn cứ kết quả {session}{when}"),
        ];
        blocks.extend(grounds::paragraphs(&words.grounds, usual, None));
        let award = match words.award.trim() {
            "" => {
                findings.missing(Fact::Award);
                DOTS.to_owned()
            }
            award => award.to_owned(),
        };
        let whom = to.first().map_or("……………………………", String::as_str);
        let writer = letter::writer(dossier);
        blocks.push(Block::Paragraph(Paragraph::text(format!(
            "Qua theo dõi quá trình tham gia và kết quả của {who}, {writer} đề nghị {whom} xem xét, tặng {award} cho {} \
             {who} có thành tích tiêu biểu (có danh sách kèm theo).",
            numbers::with_words(self.people.len())
        ))));
        let end = format!("{writer} kính trình {whom} xem xét, quyết định./.");
        blocks.push(Block::Paragraph(Paragraph::text(end)));
        let recipients =
            letter::recipients(&words.recipients, vec!["Như trên".to_owned(), "Lưu: VT".to_owned()]);
        blocks.push(letter::signed(recipients, dossier.signatory.as_ref(), findings));
        Section { name: NAME.to_owned(), blocks, ..Section::default() }
    }

    /// The list: enclosed with the letter, or a paper of its own with a head and who signs.
    fn list(&self, closing: Option<Closing>) -> Section {
        let dossier = self.dossier;
        let (who, session) = (attendees(dossier), list::session_in_text(dossier));
        let decision = self.decision().filter(|_| closing.is_some());
        let title = match &decision {
            Some(_) => format!("{} được tặng {} {session}", numbers::sentence_case(who), self.award()),
            None => format!("Đề nghị khen thưởng {who} {session}"),
        };
        let mut lines = vec![TitleLine::Kind("DANH SÁCH".to_owned()), TitleLine::Subject(title)];
        let mut blocks = Vec::new();
        match &closing {
            Some(_) if decision.is_some() => {
                blocks.push(Block::Head(list::head(dossier)));
                lines.extend(decision.map(TitleLine::Note));
            }
            Some(_) => {
                blocks.push(Block::Head(list::head(dossier)));
                let when = held(dossier).map(|when| numbers::sentence_case(&when));
                lines.extend(when.map(TitleLine::Note));
            }
            None => {
                let (number, issued) = (self.number(), self.options.words.issued);
                let to = letter::attached_to("Tờ trình", &number, issued, &letter::writer(dossier));
                lines.push(TitleLine::Note(to));
            }
        }
        blocks.push(Block::Title(lines));
        blocks.push(Block::Table(Table {
            columns: columns(),
            rows: self.rows(),
            row_height: 9.0,
            text_size: LIST_SIZE,
            sums: None,
        }));
        match closing {
            Some(closing) => {
                blocks.push(Block::Closing(closing));
                list::section("Danh sách đề nghị khen thưởng", String::new(), false, blocks)
            }
            None => {
                blocks.push(letter::attached_count(self.people.len()));
                Section { name: "Danh sách kèm theo".to_owned(), blocks, ..Section::default() }
            }
        }
    }

    fn closing(&self) -> Closing {
        let place = self.dossier.letterhead.place.as_deref();
        Closing {
            count: format!("Danh sách có {} người./.", numbers::with_words(self.people.len())),
            place_date: list::place_date(place, self.options.words.issued),
            left: list::prepared_by("NGƯỜI LẬP"),
            right: list::signature_or_confirmation(self.dossier.signatory.as_ref()),
            ..Closing::default()
        }
    }

    fn rows(&self) -> Vec<Row> {
        let row = |(place, one): (usize, &&Delegate)| {
            let details = &one.details;
            Row::Cells {
                cells: vec![
                    Cell::new(place.to_string()),
                    Cell::new(&details.full_name),
                    Cell::new(list::birth_year(one)),
                    Cell::new(details.position.as_deref().unwrap_or_default()),
                    Cell::new(details.unit.as_deref().unwrap_or_default()),
                    Cell::new(self.result(one)),
                    Cell::new(self.achievements(one)),
                ],
                struck: false,
                subject: Some(list::subject(one)),
            }
        };
        (1..).zip(self.people).map(row).collect()
    }

    /// "8,5 · Giỏi"; where there is no essay, whether they completed by the rule.
    fn result(&self, delegate: &Delegate) -> String {
        let essay = self.dossier.completion.essays.get(&delegate.id);
        let mark = essay.map(|essay| essay.mark()).filter(|mark| !mark.is_empty());
        let completed = || {
            let known = self.judge.has_rule() && self.judge.judge(delegate).outcome == Outcome::Completed;
            known.then(|| "Đạt".to_owned())
        };
        mark.or_else(completed).unwrap_or_default()
    }

    /// What somebody decided the commendation by; a reason that speaks of the certificate is none. Dots to write on.
    fn achievements(&self, delegate: &Delegate) -> String {
        let decision = self.judge.decision(delegate).filter(|one| one.completed.is_none());
        let reason = decision.and_then(|one| one.reason.clone()).filter(|reason| !reason.trim().is_empty());
        reason.unwrap_or_else(|| "………………".to_owned())
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(33.0, 46.0, 1.0, true), Align::Left),
        column("Năm sinh", Width::Fixed(10.8), Align::Centre),
        column("Chức vụ", text(22.0, 40.0, 0.9, false), Align::Left),
        column("Đơn vị", text(22.0, 45.0, 0.9, false), Align::Left),
        column("Kết quả", text(16.0, 24.0, 1.0, true), Align::Centre),
        column("Tóm tắt thành tích", Width::Fill { min: 30.0, max: 60.0 }, Align::Left),
    ]
}
