//! Quyết định phê duyệt kế hoạch, dự toán kinh phí: by the organisation itself or by the body that it submitted them to.
//!
//! The wording is customary and no law is cited: what the decision rests on can be replaced by the user's own lines.

use serde::{Deserialize, Serialize};

use super::announced::{self, Points};
use super::card::{self, Item, at, issued, recipients};
use super::content::{Block, Head, Paragraph, Span, TitleLine};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Argument, Content, Kind, Options, Phase, Scope, Takes};
use super::{body_name, expected_cost, grounds, letter, list, ordinary, submission};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::organisation::{Letterhead, Signatory};
use crate::domain::session::OrganiserRole;
use crate::vietnamese::date;
use crate::vietnamese::fold::compare_key;

/// What is approved, by whom, in which words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalOptions {
    /// What is typed for it.
    pub words: ApprovalWords,
    /// How it looks.
    pub look: ApprovalLook,
}

/// What is typed for a decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalWords {
    /// Its number, without the pattern; dots when empty.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// Who decides, where that is not the organisation: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TAM ĐẠI".
    pub authority: String,
    /// Who signs for them.
    pub signer: String,
    /// What it rests on, parted by semicolons; the usual lines when empty.
    pub grounds: String,
    /// The number of the submission it answers; as typed for that when empty.
    pub submission: String,
    /// The day of that submission.
    pub submitted: Option<FuzzyDate>,
    /// Who receives it, parted by semicolons.
    pub recipients: String,
}

/// What an office has approved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalLook {
    /// What is approved.
    pub approves: Approves,
}

/// What a decision approves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Approves {
    /// The plan and what it costs.
    #[default]
    Both,
    /// The plan.
    Plan,
    /// What it costs.
    Budget,
}

impl Approves {
    /// Its name in a sentence.
    fn printed(self) -> &'static str {
        match self {
            Self::Both => "kế hoạch và dự toán kinh phí",
            Self::Plan => "kế hoạch",
            Self::Budget => "dự toán kinh phí",
        }
    }
}

/// Its name.
const NAME: &str = "Quyết định phê duyệt";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "approval",
    label: "paper-approval",
    name: NAME,
    icon: "SquareCheck",
    phase: Phase::Before,
    formats: kind::LETTER,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[Argument {
        name: "approves",
        help: "cli-option-approves",
        takes: Takes::Word(&[("both", "Both"), ("plan", "Plan"), ("budget", "Budget")]),
        place: &["look", "approves"],
    }],
};

impl Kind for ApprovalOptions {
    /// The decision without what other papers of the session say.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        self.document_among(&Options::default(), dossier, cluster)
    }

    /// The decision on a session, with what its budget comes to and the submission it answers.
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
        let body = Body::of(words, dossier);
        let session = list::session_in_text(dossier);
        let what = format!("{} {} {session}", self.look.approves.printed(), announced::holds(dossier));
        let mut document = vec![
            Block::Head(body.head(dossier)),
            letter::number_date(body.number(&words.number), words.issued, body.letterhead.place.as_deref()),
            Block::Title(vec![
                TitleLine::Kind("QUYẾT ĐỊNH".to_owned()),
                TitleLine::Subject(format!("Về việc phê duyệt {what}")),
            ]),
            Block::Title(body.authority.iter().cloned().map(TitleLine::Kind).collect()),
        ];
        let decision = Decision { options: self, all, dossier, body: &body };
        let usual = vec![format!("Căn cứ chức năng, nhiệm vụ của {}", body.name)];
        let answered = decision.answered(&mut findings);
        document.extend(grounds::paragraphs(&words.grounds, usual, Some(answered)));
        document.push(Block::Title(vec![TitleLine::Kind("QUYẾT ĐỊNH:".to_owned())]));
        document.extend(decision.articles(&mut findings));
        let mut usual = vec!["Như Điều 3".to_owned()];
        usual.extend(body.is_other.then(|| dossier.organisation.clone()));
        usual.push("Lưu: VT".to_owned());
        let recipients = letter::recipients(&words.recipients, usual);
        document.push(letter::signed(recipients, body.signatory.as_ref(), &mut findings));
        Ok((letter::of_session(NAME, document, dossier), findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let all = [
            (Approves::Both, "letters-approves-both"),
            (Approves::Plan, "letters-approves-plan"),
            (Approves::Budget, "letters-approves-budget"),
        ];
        let number = at!(self.words.number).line("print-decision-number", "window-print-decision-number");
        let authority = at!(self.words.authority).line("print-authority", "letters-authority");
        let signer = at!(self.words.signer).line("print-signer", "letters-signer");
        let grounds = at!(self.words.grounds).line("print-grounds", "window-print-grounds");
        let answers = at!(self.words.submission).line("print-submission", "letters-submission");
        let other = !self.words.authority.trim().is_empty();
        let head = vec![
            at!(self.look.approves).chips("letters-approves", all).into(),
            number.hint("window-print-decision-number-hint").into(),
            issued(at!(self.words.issued)),
            authority.hint("letters-authority-hint").into(),
        ];
        let signer = other.then(|| signer.hint("window-print-by-hand").into());
        let rest = vec![
            grounds.hint("window-print-grounds-hint").into(),
            answers.hint("letters-submission-hint").into(),
            card::day(at!(self.words.submitted), "print-submitted", "letters-submitted"),
            Item::Says("letters-cost-says"),
            recipients(at!(self.words.recipients)),
        ];
        head.into_iter().chain(signer).chain(rest).collect()
    }
}

/// Who decides.
struct Body {
    /// As sentences have it: "Ủy ban nhân dân xã Tam Đại".
    name: String,
    /// Over the decision, in capitals.
    authority: Vec<String>,
    letterhead: Letterhead,
    signatory: Option<Signatory>,
    /// Whether it is another body than the organisation.
    is_other: bool,
}

impl Body {
    /// The organisation, or the body that was typed.
    fn of(words: &ApprovalWords, dossier: &Dossier) -> Self {
        let (post, body) = body_name::post_and_body(&words.authority);
        let own = list::head(dossier).issuer;
        let is_own = |name: &str| {
            let known = [own.join(" "), dossier.organisation.clone(), letter::writer(dossier)];
            known.iter().any(|one| compare_key(one) == compare_key(name))
        };
        if body.is_empty() || is_own(&body) {
            let mut authority = own;
            if authority.last().is_some_and(|line| line == letter::STANDING_COMMITTEE) {
                authority.rotate_right(1);
            }
            return Self {
                name: dossier.organisation.clone(),
                authority,
                letterhead: dossier.letterhead.clone(),
                signatory: dossier.signatory.clone(),
                is_other: false,
            };
        }
        let capitals = body.to_uppercase();
        let title = post.to_uppercase();
        Self {
            name: ordinary::words(&body),
            authority: vec![list::join(" ", [title.clone(), capitals.clone()])],
            // Neither its symbol nor the body over it is known; it sits where its name says.
            letterhead: Letterhead {
                issuer: vec![capitals.clone()],
                place: body_name::place_of(&body),
                ..Letterhead::default()
            },
            signatory: Some(Signatory {
                title,
                name: words.signer.trim().to_owned(),
                ..Signatory::default()
            }),
            is_other: true,
        }
    }

    fn head(&self, dossier: &Dossier) -> Head {
        list::head_of(&self.letterhead, dossier)
    }

    fn number(&self, entered: &str) -> String {
        let pattern = &self.letterhead.numbers.decision;
        letter::number(entered, pattern, letter::DECISION_NUMBER, &self.letterhead)
    }
}

/// A decision being put into words.
struct Decision<'a> {
    options: &'a ApprovalOptions,
    all: &'a Options,
    dossier: &'a Dossier,
    body: &'a Body,
}

impl Decision<'_> {
    /// "Xét Tờ trình số 12/TTr-MTTQ-BTT ngày 05 tháng 9 năm 2020 của …", dotted where it is not known.
    fn answered(&self, findings: &mut Findings) -> String {
        let (words, of_it) = (&self.options.words, &self.all.submission.words);
        let typed = submission::SubmissionWords { number: words.submission.clone(), ..Default::default() };
        let number = submission::entered_number(&typed, self.dossier)
            .or_else(|| submission::entered_number(of_it, self.dossier));
        let day = words.submitted.or(of_it.issued);
        if number.is_none() || day.is_none() {
            findings.missing(Fact::SubmissionNumber);
        }
        let number = number.unwrap_or_else(|| "…………".to_owned());
        let day = day.map_or("ngày …… tháng …… năm ………".to_owned(), date::in_words);
        // Who submits something to the organisation itself is a matter of its own house.
        let by = if self.body.is_other {
            letter::writer(self.dossier)
        } else {
            "…………………………".to_owned()
        };
        format!("Xét Tờ trình số {number} {day} của {by}")
    }

    fn articles(&self, findings: &mut Findings) -> Vec<Block> {
        let mut articles = match self.options.look.approves {
            Approves::Both => vec![self.plan(findings), self.budget(findings)],
            Approves::Plan => vec![self.plan(findings), self.carried_out().into()],
            Approves::Budget => vec![self.budget(findings), self.spent().into()],
        };
        let organisation = &self.dossier.organisation;
        let end = Paragraph::text(format!(
            "Quyết định này có hiệu lực kể từ ngày ký. {organisation} và các cơ quan, đơn vị có liên quan chịu \
             trách nhiệm thi hành Quyết định này./."
        ));
        articles.push(end.into());
        let article = |(place, Article { mut words, under }): (usize, Article)| {
            words.spans.insert(0, Span::bold(format!("Điều {place}. ")));
            std::iter::once(Block::Paragraph(words)).chain(under)
        };
        (1..).zip(articles).flat_map(article).collect()
    }

    /// The plan with what is laid down in it.
    fn plan(&self, findings: &mut Findings) -> Article {
        let dossier = self.dossier;
        let session = list::session_in_text(dossier);
        let number = letter::plan_number(dossier).map(|number| format!(" số {number}")).unwrap_or_default();
        let holds = announced::holds(dossier);
        let lead = format!("Phê duyệt Kế hoạch{number} {holds} {session} với các nội dung chính sau:");
        let mut points = Points::default();
        announced::when_and_where(&mut points, None, dossier, findings);
        announced::who(&mut points, dossier, findings);
        announced::about(&mut points, dossier, findings);
        Article { words: Paragraph::text(lead), under: points.into_blocks() }
    }

    /// What it costs, and out of which money.
    fn budget(&self, findings: &mut Findings) -> Article {
        let of = match self.options.look.approves {
            Approves::Budget => {
                format!(" {} {}", announced::holds(self.dossier), list::session_in_text(self.dossier))
            }
            Approves::Both | Approves::Plan => String::new(),
        };
        let lead = format!("Phê duyệt dự toán kinh phí{of} (có dự toán chi tiết kèm theo) với tổng số tiền:");
        let words = expected_cost::amount(&lead, self.all, self.dossier, findings);
        Article { words, under: vec![Block::Paragraph(expected_cost::source(&self.all.budget, findings))] }
    }

    /// Who sees to the plan.
    fn carried_out(&self) -> Paragraph {
        let partners = letter::and(&letter::organisers(self.dossier, OrganiserRole::Partner));
        let with = if partners.is_empty() { "các đơn vị có liên quan".to_owned() } else { partners };
        let organisation = &self.dossier.organisation;
        Paragraph::text(format!(
            "Giao {organisation} chủ trì, phối hợp với {with} tổ chức thực hiện Kế hoạch; báo cáo kết quả sau khi \
             kết thúc."
        ))
    }

    /// How the money is spent.
    fn spent(&self) -> Paragraph {
        Paragraph::text(format!(
            "{} có trách nhiệm quản lý, sử dụng kinh phí đúng mục đích, đúng chế độ và thanh quyết toán theo quy \
             định hiện hành.",
            self.dossier.organisation
        ))
    }
}

/// An article: its words, and what stands under them.
struct Article {
    words: Paragraph,
    under: Vec<Block>,
}

impl From<Paragraph> for Article {
    fn from(words: Paragraph) -> Self {
        Self { words, under: Vec::new() }
    }
}
