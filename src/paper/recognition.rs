//! Quyết định công nhận kết quả và cấp giấy chứng nhận, with the list it names.
//!
//! The wording is customary and no law is cited: what it rests on can be replaced
//! by the user's own lines.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::card::{Item, at, issued};
use super::certified::{self, Passed};
use super::content::{
    Align, Block, Body, Cell, Column, Document, LIST_SIZE, Paragraph, Row, Section, Span, Table, TitleLine,
    Width,
};
use super::finding::{Fact, Finding, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::letter;
use super::list::{self, ClusterList};
use super::ordinary;
use crate::domain::completion::judging::{Judge, Outcome};
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::{ClusterId, DelegateId};
use crate::domain::organisation::Letterhead;
use crate::vietnamese::{date, number};

/// What a decision says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognitionOptions {
    /// What is typed for it.
    pub words: RecognitionWords,
}

/// What is typed for a decision; nothing about its look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecognitionWords {
    /// What the decision rests on, parted by semicolons; nothing for the usual lines.
    pub grounds: String,
    /// On whose proposal it is decided; dots when empty.
    pub proposer: String,
    /// Its number, without the pattern; dots when empty.
    pub number: String,
    /// The day it is signed; dots when `None`.
    pub issued: Option<FuzzyDate>,
}

/// Its name.
pub const NAME: &str = "Quyết định công nhận";

/// Where whoever proposes is written in by hand.
const PROPOSER_DOTS: &str = "………………………………………";

/// The number of the decision as it was entered for it or for the session; empty where it was not.
fn entered<'a>(words: &'a RecognitionWords, dossier: &'a Dossier) -> &'a str {
    let of_session = || dossier.session.details.decision_number.as_deref().unwrap_or_default();
    Some(words.number.trim()).filter(|number| !number.is_empty()).unwrap_or_else(of_session)
}

/// The number of the decision as it is printed: "12/QĐ-MTTQ-BTT". Empty where it is not known.
pub fn known_number(words: &RecognitionWords, dossier: &Dossier) -> String {
    let form = dossier.certificate_form();
    let letterhead = form.letterhead.as_ref().unwrap_or(&dossier.letterhead);
    match entered(words, dossier) {
        "" => String::new(),
        number => {
            letter::number_alone(number, &letterhead.numbers.decision, letter::DECISION_NUMBER, letterhead)
        }
    }
}

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "recognition",
    label: "paper-recognition",
    name: NAME,
    icon: "GraduationCap",
    phase: Phase::After,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: true,
    arguments: &[],
};

impl Kind for RecognitionOptions {
    /// The decision of a session, and what the user should know of it.
    ///
    /// Recognised are those who fulfil the rule of the session. Without one those with a valid certificate; while none was
    /// issued, everyone on the list but for whom it was decided otherwise.
    fn document(&self, dossier: &Dossier, cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let shown = list::shown(dossier);
        let judge = Judge::new(dossier);
        let mut parts = list::parts(dossier, &shown, cluster)?;
        certified::add_substitutes(&mut parts, dossier, &judge);
        let certified: HashMap<DelegateId, &str> = dossier
            .certificates
            .iter()
            .filter(|one| one.is_valid())
            .map(|one| (one.delegate, one.printed_number.as_str()))
            .collect();
        let mut passed = Passed::default();
        for part in &mut parts {
            part.rows.retain(|row| {
                let one = row.delegate;
                let has_one = certified.contains_key(&one.id);
                one.state != DelegateState::Withdrawn
                    && passed.keep(&judge, one, has_one)
                    && match judge.decides() {
                        true => judge.judge(one).outcome == Outcome::Completed,
                        false => true,
                    }
                    && (judge.has_rule() || certified.is_empty() || has_one)
            });
        }
        let people: usize = parts.iter().map(|part| part.rows.len()).sum();
        let form = dossier.certificate_form();
        let letterhead = form.letterhead.as_ref().unwrap_or(&dossier.letterhead);
        let decision = Decision { dossier, words: &self.words, letterhead, people, numbers: &certified };

        let mut info = list::info(NAME, &parts, cluster, dossier);
        info.date = self.words.issued.or(form.date).or(info.date);
        let mut findings = Findings::default();
        let sections = vec![decision.section(&mut findings), decision.list(&parts)];
        let mut all: Vec<Finding> = passed.findings().collect();
        if certified.is_empty() && people > 0 && !judge.has_rule() {
            all.push(Finding::NobodyCertified);
        }
        all.extend(findings.into_vec());
        Ok((Document { info, body: Body::Flow(sections) }, all))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let number = at!(self.words.number).line("print-decision-number", "window-print-decision-number");
        let proposer = at!(self.words.proposer).line("print-proposer", "window-print-proposer");
        let grounds = at!(self.words.grounds).line("print-grounds", "window-print-grounds");
        vec![
            number.hint("window-print-decision-number-hint").into(),
            issued(at!(self.words.issued)),
            grounds.hint("window-print-grounds-hint").into(),
            proposer.hint("window-print-by-hand").into(),
        ]
    }
}

/// One decision being put into words.
struct Decision<'a> {
    dossier: &'a Dossier,
    words: &'a RecognitionWords,
    letterhead: &'a Letterhead,
    people: usize,
    /// The numbers of the valid certificates.
    numbers: &'a HashMap<DelegateId, &'a str>,
}

impl Decision<'_> {
    fn section(&self, findings: &mut Findings) -> Section {
        let session = list::session_in_text(self.dossier);
        let form = self.dossier.certificate_form();
        if self.entered().is_empty() {
            findings.missing(Fact::LetterNumber);
        }
        if self.words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let mut blocks = vec![
            Block::Head(list::head_of(self.letterhead, self.dossier)),
            letter::number_date(
                letter::number_line(&self.number(), self.letterhead),
                self.words.issued,
                self.place(),
            ),
            Block::Title(vec![
                TitleLine::Kind("QUYẾT ĐỊNH".to_owned()),
                TitleLine::Subject(format!("Về việc công nhận kết quả và cấp giấy chứng nhận {session}")),
            ]),
            Block::Title(self.authority()),
        ];
        blocks.extend(self.grounds().into_iter().map(|ground| {
            Block::Paragraph(Paragraph { spans: vec![Span::italic(ground)], ..Paragraph::default() })
        }));
        blocks.push(Block::Title(vec![TitleLine::Kind("QUYẾT ĐỊNH:".to_owned())]));
        blocks.extend(self.articles().into_iter().zip(1..).map(|(article, place)| {
            let spans = vec![Span::bold(format!("Điều {place}. ")), Span::plain(article)];
            Block::Paragraph(Paragraph { spans, ..Paragraph::default() })
        }));
        let recipients = ["Như Điều 3", "Lưu: VT"].map(str::to_owned).to_vec();
        blocks.push(letter::signed(recipients, Some(&form.signatory), findings));
        Section { name: NAME.to_owned(), blocks, ..Section::default() }
    }

    /// What was entered here or for the session.
    fn entered(&self) -> &str {
        entered(self.words, self.dossier)
    }

    /// "12/QĐ-MTTQ-BTT", with dots for what is written by hand.
    fn number(&self) -> String {
        let pattern = &self.letterhead.numbers.decision;
        letter::number_alone(self.entered(), pattern, letter::DECISION_NUMBER, self.letterhead)
    }

    /// Where it is signed.
    fn place(&self) -> Option<&str> {
        let form = self.dossier.certificate_form.as_ref().map(|form| form.place.as_str());
        form.filter(|place| !place.is_empty()).or(self.letterhead.place.as_deref())
    }

    /// Who decides: "BAN THƯỜNG TRỰC", "ỦY BAN MTTQ VIỆT NAM HUYỆN PHÚ NINH", or whoever heads the body:
    /// "GIÁM ĐỐC TRUNG TÂM CHÍNH TRỊ QUẬN Ô MÔN".
    fn authority(&self) -> Vec<TitleLine> {
        let mut issuer = list::head_of(self.letterhead, self.dossier).issuer;
        if let Some(head) = self.head() {
            return vec![TitleLine::Kind(format!("{} {}", head.to_uppercase(), issuer.join(" ")))];
        }
        if issuer.last().is_some_and(|line| line == letter::STANDING_COMMITTEE) {
            issuer.rotate_right(1);
        }
        issuer.into_iter().map(TitleLine::Kind).collect()
    }

    /// The post of whoever heads a body that does not decide together: "GIÁM ĐỐC", also where the deputy
    /// signs for them. `None` for one that does ("TM."), or where nobody is known to sign.
    fn head(&self) -> Option<String> {
        let signatory = self.dossier.certificate_form().signatory;
        let authority = || signatory.authority.iter().map(|line| line.trim());
        if authority().any(|line| line.starts_with("TM.")) {
            return None;
        }
        let whom = |line: &str| {
            ["KT.", "TL.", "TUQ."]
                .iter()
                .find_map(|sign| line.strip_prefix(sign).map(str::trim).map(str::to_owned))
        };
        let title = signatory.title.trim();
        let own = Some(title).filter(|title| !title.is_empty() && !title.to_uppercase().starts_with("PHÓ "));
        authority().find_map(whom).or(own.map(str::to_owned)).filter(|post| !post.is_empty())
    }

    /// Who decides, in a sentence.
    fn issuer(&self) -> String {
        let body = ordinary::issuer(self.letterhead, self.dossier);
        match self.head() {
            Some(post) => format!("{} {body}", number::sentence_case(&post.to_lowercase())),
            None => body,
        }
    }

    /// What the decision rests on, parted as a list is.
    fn grounds(&self) -> Vec<String> {
        let entered = self.words.grounds.split(';').map(str::trim).filter(|ground| !ground.is_empty());
        let mut grounds: Vec<String> =
            entered.map(|ground| ground.trim_end_matches(['.', ',']).to_owned()).collect();
        let is_usual = grounds.is_empty();
        if is_usual {
            let held = self.dossier.session.details.dates.map(date::span_in_words).unwrap_or_default();
            let body = ordinary::issuer(self.letterhead, self.dossier);
            let result =
                list::join(", ", [format!("Căn cứ kết quả {}", list::session_in_text(self.dossier)), held]);
            grounds.push(format!("Căn cứ chức năng, nhiệm vụ của {body}"));
            grounds.push(result);
        }
        let proposer = self.words.proposer.trim().trim_end_matches(['.', ';', ',']);
        let proposed = grounds.iter().any(|ground| ground.to_lowercase().contains("đề nghị của"));
        match proposer {
            "" if is_usual => grounds.push(format!("Theo đề nghị của {PROPOSER_DOTS}")),
            "" => {}
            _ if proposed => {}
            proposer => grounds.push(format!("Theo đề nghị của {proposer}")),
        }
        let last = grounds.len() - 1;
        let end = |place: usize| if place == last { '.' } else { ';' };
        grounds.into_iter().enumerate().map(|(place, ground)| format!("{ground}{}", end(place))).collect()
    }

    fn articles(&self) -> [String; 3] {
        let session = list::session_in_text(self.dossier);
        let held = self.dossier.session.details.dates.map(date::span_in_words).unwrap_or_default();
        let what = list::join(", ", [session.to_owned(), held]);
        let people = match self.people {
            0 => "………… (………………………)".to_owned(),
            count => number::with_words(count),
        };
        [
            format!(
                "Công nhận {people} đại biểu có tên trong danh sách kèm theo Quyết định này đã hoàn thành \
                 nội dung, chương trình {what}."
            ),
            "Cấp giấy chứng nhận cho các đại biểu có tên tại Điều 1. Số và ngày cấp của từng giấy chứng \
             nhận được ghi vào sổ cấp giấy chứng nhận."
                .to_owned(),
            "Quyết định này có hiệu lực kể từ ngày ký. Các bộ phận, đơn vị có liên quan và các đại biểu \
             có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."
                .to_owned(),
        ]
    }

    /// The list, numbered over all clusters.
    fn list(&self, parts: &[ClusterList]) -> Section {
        let attached = letter::attached_to("Quyết định", &self.number(), self.words.issued, &self.issuer());
        let mut blocks = vec![Block::Title(vec![
            TitleLine::Kind("DANH SÁCH".to_owned()),
            TitleLine::Subject(format!(
                "Đại biểu được công nhận hoàn thành {}",
                list::session_in_text(self.dossier)
            )),
            TitleLine::Note(attached),
        ])];
        let several = parts.iter().filter(|part| !part.rows.is_empty()).count() > 1;
        let mut next = 1_u32;
        for part in parts {
            if part.rows.is_empty() && parts.len() > 1 {
                continue;
            }
            if several {
                blocks.push(Block::Paragraph(Paragraph {
                    spans: vec![Span::bold(part.name_and_place(self.dossier))],
                    heading: true,
                    ..Paragraph::default()
                }));
            }
            let first = next;
            next = next.saturating_add(u32::try_from(part.rows.len()).unwrap_or(u32::MAX));
            blocks.push(Block::Table(Table {
                columns: columns(),
                rows: self.rows(part, first),
                row_height: 7.0,
                text_size: LIST_SIZE,
                sums: None,
            }));
        }
        blocks.push(letter::attached_count(self.people));
        Section { name: "Danh sách kèm theo".to_owned(), blocks, ..Section::default() }
    }

    fn rows(&self, part: &ClusterList, first: u32) -> Vec<Row> {
        let mut next = first;
        list::rows(part, true, |row, unit| {
            let details = &row.delegate.details;
            let number = next;
            next = next.saturating_add(1);
            vec![
                Cell::new(number.to_string()),
                Cell::new(&details.full_name),
                Cell::new(list::birth_year(row.delegate)),
                Cell::new(details.position.as_deref().unwrap_or_default()),
                Cell::new(unit),
                Cell::new(self.numbers.get(&row.delegate.id).copied().unwrap_or_default()),
            ]
        })
    }
}

fn columns() -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Họ và tên", text(34.0, 46.0, 1.0, true), Align::Left),
        column("Năm sinh", Width::Fixed(10.8), Align::Centre),
        column("Chức vụ", text(25.0, 60.0, 0.9, false), Align::Left),
        column("Đơn vị", text(24.0, 60.0, 0.9, false), Align::Left),
        column("Số giấy chứng nhận", text(22.0, 40.0, 1.0, true), Align::Centre),
    ]
}
