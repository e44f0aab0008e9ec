//! Tờ trình xin phê duyệt kế hoạch và kinh phí: why, what, at what cost, to whom it is submitted.
//!
//! The wording is customary, and no law is cited but by the user.

use serde::{Deserialize, Serialize};

use super::announced::{self, Points, blocks};
use super::card::{Item, at, issued, number, recipients};
use super::content::{Block, Paragraph, TitleLine};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Options, Phase, Scope};
use super::letter::{self, stopped};
use super::minutes::lines;
use super::plan::ROMAN;
use super::{addressees, expected_cost, grounds, list, ordinary};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::vietnamese::date;

/// What a submission says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionOptions {
    /// What is typed for it.
    pub words: SubmissionWords,
}

/// What is typed for a submission; nothing about its look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmissionWords {
    /// Its number, without the pattern; dots when empty.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// To whom it is submitted; the body over the organisation when empty.
    pub addressee: String,
    /// What it rests on, parted by semicolons; the usual lines when empty.
    pub grounds: String,
    /// Who receives it, parted by semicolons; the addressee and the archive when empty.
    pub recipients: String,
}

/// Its name.
const NAME: &str = "Tờ trình";

/// How the Front numbers its submissions (custom).
const NUMBER: &str = "{so}/TTr-MTTQ-BTT";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "submission",
    label: "paper-submission",
    name: NAME,
    icon: "FileUp",
    phase: Phase::Before,
    formats: kind::LETTER,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for SubmissionOptions {
    /// The submission without what other papers of the session say.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        self.document_among(&Options::default(), dossier, cluster)
    }

    /// The submission of a session, with what its budget comes to, and what the user should know of it.
    fn document_among(
        &self,
        all: &Options,
        dossier: &Dossier,
        _cluster: Option<ClusterId>,
    ) -> Result<Content, PaperError> {
        let words = &self.words;
        let mut findings = Findings::default();
        if words.number.trim().is_empty() {
            findings.missing(Fact::LetterNumber);
        }
        if words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let (session, writer) = (list::session_in_text(dossier), letter::writer(dossier));
        let what = format!("phê duyệt kế hoạch và kinh phí {} {session}", announced::holds(dossier));
        let to: Vec<String> = addressee(&words.addressee, dossier, &mut findings).into_iter().collect();
        let mut document = vec![
            Block::Head(list::head(dossier)),
            letter::number_date(
                letter::number(&words.number, &pattern(dossier), NUMBER, &dossier.letterhead),
                words.issued,
                dossier.letterhead.place.as_deref(),
            ),
            Block::Title(vec![
                TitleLine::Kind("TỜ TRÌNH".to_owned()),
                TitleLine::Subject(format!("Về việc {what}")),
            ]),
        ];
        document.extend(addressees::line(&to));
        document.extend(grounds::paragraphs(&words.grounds, usual_grounds(all, dossier), None));
        let submits = format!("{writer} kính trình phê duyệt kế hoạch và kinh phí với các nội dung sau:");
        document.push(Block::Paragraph(Paragraph::text(submits)));

        let parts = [
            ("SỰ CẦN THIẾT", need(dossier, &mut findings)),
            ("NỘI DUNG KẾ HOẠCH", content(dossier, &mut findings)),
            ("KINH PHÍ", money(all, dossier, &mut findings)),
        ];
        for (number, (heading, part)) in ROMAN.iter().zip(parts) {
            document.push(Block::Paragraph(Paragraph::heading(*number, heading)));
            document.extend(part);
        }
        let whom = to.first().map_or("……………………………".to_owned(), |one| stopped(one, ""));
        let end = format!("{writer} kính trình {whom} xem xét, phê duyệt để có cơ sở tổ chức thực hiện./.");
        document.push(Block::Paragraph(Paragraph::text(end)));
        let recipients =
            letter::recipients(&words.recipients, vec!["Như trên".to_owned(), "Lưu: VT".to_owned()]);
        document.push(letter::signed(recipients, dossier.signatory.as_ref(), &mut findings));
        Ok((letter::of_session(NAME, document, dossier), findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let addressee = at!(self.words.addressee).line("print-addressee", "letters-addressee");
        let grounds = at!(self.words.grounds).line("print-grounds", "window-print-grounds");
        vec![
            number(at!(self.words.number)),
            issued(at!(self.words.issued)),
            addressee.hint("letters-addressee-hint").into(),
            grounds.hint("window-print-grounds-hint").into(),
            Item::Says("letters-cost-says"),
            recipients(at!(self.words.recipients)),
        ]
    }
}

/// The number of the submission of a session, where one was entered: "12/TTr-MTTQ-BTT".
pub fn entered_number(words: &SubmissionWords, dossier: &Dossier) -> Option<String> {
    let entered = words.number.trim();
    let number = || letter::number_alone(entered, &pattern(dossier), NUMBER, &dossier.letterhead);
    (!entered.is_empty()).then(number)
}

fn pattern(dossier: &Dossier) -> String {
    letter::pattern_like_plans("TTr", &dossier.letterhead)
}

/// To whom something is submitted: as typed, else the body over the organisation; noted where neither is known.
pub fn addressee(typed: &str, dossier: &Dossier, findings: &mut Findings) -> Option<String> {
    let typed = Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
    let known = typed.or_else(|| ordinary::superior(dossier));
    if known.is_none() {
        findings.missing(Fact::Addressee);
    }
    known
}

/// The plan where it has a number, else what the body is there for.
fn usual_grounds(all: &Options, dossier: &Dossier) -> Vec<String> {
    let function = format!("Căn cứ chức năng, nhiệm vụ của {}", dossier.organisation);
    let plan = letter::plan_number(dossier).map(|number| {
        let day = all.plan.words.issued.map(|day| format!(" {}", date::in_words(day))).unwrap_or_default();
        format!("Căn cứ Kế hoạch số {number}{day} của {}", letter::writer(dossier))
    });
    std::iter::once(function).chain(plan).collect()
}

/// Why it is held; lines to write on where nobody wrote it down.
fn need(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let mut why = announced::why(dossier);
    if why.is_empty() {
        findings.missing(Fact::Need);
        why = lines(3);
    }
    blocks(why).collect()
}

/// What is to be approved, in points.
fn content(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let mut points = Points::default();
    announced::when_and_where(&mut points, None, dossier, findings);
    announced::who(&mut points, dossier, findings);
    announced::about(&mut points, dossier, findings);
    points.into_blocks()
}

/// What it costs, and out of which money.
fn money(all: &Options, dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let lead = "Tổng kinh phí dự kiến (có dự toán kèm theo):";
    let total = expected_cost::amount(lead, all, dossier, findings);
    blocks([total, expected_cost::source(&all.budget, findings)]).collect()
}
