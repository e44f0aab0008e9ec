//! What is written of one certificate out of the register: the reply to an enquiry about it, and the confirmation that
//! somebody completed whose certificate is lost. The wording is customary.

use super::addressees;
use super::alone;
use super::content::{Block, Body, Document, Info, NumberDate, Paragraph, Section, Span, TitleLine};
use super::finding::{Finding, Findings};
use super::letter::{self, stopped};
use super::register_book::ended_on;
use super::{ordinary, quotes, secondment};
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::issue::Issue;
use crate::domain::certificate::register::RegisterLine;
use crate::domain::certificate::state::Ending;
use crate::domain::date::FuzzyDate;
use crate::domain::organisation::{Letterhead, OrganisationDetails};
use crate::vietnamese::date;
use crate::vietnamese::fold::compare_key;
use crate::vietnamese::number::sentence_case;

/// How the Front numbers its confirmations (custom).
const CONFIRMATION_NUMBER: &str = "{so}/GXN-MTTQ-BTT";

/// What the register knows of one certificate, and who writes.
#[derive(Debug, Clone)]
pub struct OfCertificate {
    /// What the register says of it.
    pub line: RegisterLine,
    /// Under which circumstances it was issued.
    pub issue: Issue,
    /// Who writes; `None` while no organisation is entered.
    pub office: Option<OrganisationDetails>,
}

/// What is typed for a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LetterWords {
    /// Its number, alone or as it is printed; left open, it is written by hand.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// To whom a reply goes.
    pub addressee: String,
    /// What it replies to: "Công văn số 12/SNV ngày 05/5/2026".
    pub enquiry: String,
}

/// Which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// Công văn trả lời xác minh.
    Reply,
    /// Giấy xác nhận đã hoàn thành.
    Confirmation,
}

impl Letter {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reply => "Công văn trả lời xác minh giấy chứng nhận",
            Self::Confirmation => "Giấy xác nhận đã hoàn thành",
        }
    }
}

impl OfCertificate {
    /// A letter about it, and what to look at in it. Number and day that are left open are no finding: they are written by
    /// hand.
    pub fn letter(&self, letter: Letter, words: &LetterWords) -> (Document, Vec<Finding>) {
        let mut findings = Findings::default();
        let blocks = match letter {
            Letter::Reply => self.reply(words, &mut findings),
            Letter::Confirmation => self.confirmation(words, &mut findings),
        };
        let name = format!("{} số {}", letter.name(), self.line.printed_number);
        let section = Section { name: letter.name().to_owned(), blocks, ..Section::default() };
        let info = Info {
            title: name,
            author: self.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
            subject: letter.name().to_owned(),
            date: words.issued,
        };
        let mut document = Document { info, body: Body::Flow(vec![section]) };
        quotes::set(&mut document);
        (document, findings.into_vec())
    }

    fn reply(&self, words: &LetterWords, findings: &mut Findings) -> Vec<Block> {
        let letterhead = self.letterhead();
        let number =
            letter::number(&words.number, &secondment::pattern(&letterhead), secondment::NUMBER, &letterhead);
        let mut under = letter::number_date(number, words.issued, letterhead.place.as_deref());
        let (line, writer) = (&self.line, self.writer());
        if let Block::NumberDate(NumberDate { about, .. }) = &mut under {
            *about = format!("V/v trả lời xác minh giấy chứng nhận số {}", line.printed_number);
        }
        let mut blocks = vec![Block::Head(alone::head(self.office.as_ref())), under];
        let to: Vec<String> =
            Some(words.addressee.trim().to_owned()).into_iter().filter(|to| !to.is_empty()).collect();
        blocks.extend(addressees::line(&to));
        let enquiry = match words.enquiry.trim() {
            "" => format!("{writer} nhận được đề nghị xác minh giấy chứng nhận của quý cơ quan."),
            enquiry => format!("{writer} nhận được {enquiry} đề nghị xác minh giấy chứng nhận."),
        };
        blocks
            .push(text(format!("{enquiry} Qua đối chiếu sổ cấp giấy chứng nhận, {writer} trả lời như sau:")));
        let issued = line.date.map(|day| format!(" {}", date::in_words(day))).unwrap_or_default();
        blocks.push(point(format!(
            "Giấy chứng nhận số {} do {} cấp{issued} cho {}",
            line.printed_number,
            self.certifier(),
            self.person()
        )));
        blocks.extend(self.completed().map(|completed| point(format!("Nội dung chứng nhận: {completed}"))));
        blocks.extend(self.by_decision().map(|decision| point(format!("Căn cứ cấp: {decision}"))));
        blocks.extend(
            self.line
                .source
                .as_ref()
                .map(|_| point("Số này cấp trước đây, ghi trong sổ cấp lưu tại cơ quan".to_owned())),
        );
        blocks.push(point(self.standing()));
        blocks.push(text(format!("{writer} trả lời để quý cơ quan biết./.")));
        blocks.push(self.signed(vec!["Như trên".to_owned(), "Lưu: VT".to_owned()], findings));
        blocks
    }

    fn confirmation(&self, words: &LetterWords, findings: &mut Findings) -> Vec<Block> {
        let letterhead = self.letterhead();
        let pattern = letter::pattern_like_plans("GXN", &letterhead);
        let number = letter::number(&words.number, &pattern, CONFIRMATION_NUMBER, &letterhead);
        let (line, copy) = (&self.line, &self.line.copy);
        let subject = match line.source {
            Some(_) => "Đã được cấp giấy chứng nhận".to_owned(),
            None => format!("Đã hoàn thành {}", self.issue.session_title),
        };
        let mut blocks = vec![
            Block::Head(alone::head(self.office.as_ref())),
            letter::number_date(number, words.issued, letterhead.place.as_deref()),
            Block::Title(vec![TitleLine::Kind("GIẤY XÁC NHẬN".to_owned()), TitleLine::Subject(subject)]),
            text(format!("Căn cứ sổ cấp giấy chứng nhận lưu tại cơ quan, {} xác nhận:", self.writer())),
        ];
        let honorific = copy.honorific.as_deref().map_or_else(|| letter::ANYBODY.to_owned(), sentence_case);
        let whom = vec![Span::plain(format!("{honorific}: ")), Span::bold(copy.name.as_str())];
        blocks.push(Block::Paragraph(Paragraph { spans: whom, ..Paragraph::default() }));
        let stated = [
            copy.birth.map(|birth| match birth.calendar() {
                Some(_) => format!("Ngày sinh: {}", date::short(birth)),
                None => format!("Năm sinh: {}", date::short(birth)),
            }),
            copy.position.as_ref().map(|position| format!("Chức vụ: {position}")),
            copy.unit.as_ref().map(|unit| format!("Đơn vị: {unit}")),
        ];
        blocks.extend(stated.into_iter().flatten().map(|one| text(stopped(&one, "."))));
        blocks.extend(self.completed().map(|completed| text(stopped(&sentence_case(&completed), "."))));
        let issued = line.date.map(|day| format!(", {}", date::in_words(day))).unwrap_or_default();
        let by = self.by_decision().map(|decision| format!(", theo {decision}")).unwrap_or_default();
        blocks.push(text(format!(
            "Được {} cấp Giấy chứng nhận số {}{issued}{by}.",
            self.certifier(),
            line.printed_number
        )));
        if !line.state.is_valid() {
            blocks.push(text(stopped(&self.standing(), ".")));
        }
        blocks.push(text(format!(
            "Giấy xác nhận này cấp theo đề nghị của {}./.",
            copy.honorific
                .as_deref()
                .map_or_else(|| copy.name.clone(), |word| format!("{word} {}", copy.name))
        )));
        blocks.push(self.signed(vec![copy.name.clone(), "Lưu: VT".to_owned()], findings));
        blocks
    }

    fn letterhead(&self) -> Letterhead {
        self.office.as_ref().map(|office| office.letterhead.clone()).unwrap_or_default()
    }

    /// Who writes, as the heading says, in ordinary letters.
    fn writer(&self) -> String {
        let issuer = self.office.as_ref().and_then(|office| self.body(&office.letterhead));
        let named = || self.office.as_ref().map(|office| office.name.clone());
        issuer.or_else(named).unwrap_or_else(|| "Cơ quan chúng tôi".to_owned())
    }

    /// Who issued it, as its heading says.
    fn certifier(&self) -> String {
        let issuer = self.issue.letterhead.as_ref().and_then(|letterhead| self.body(letterhead));
        issuer.unwrap_or_else(|| self.writer())
    }

    /// The body of a heading in ordinary letters: as the office is called where it is that.
    fn body(&self, letterhead: &Letterhead) -> Option<String> {
        let lines = letterhead.issuer.as_slice();
        // It stands under the body whose it is.
        let (lines, committee) = match lines.split_last() {
            Some((last, rest)) if last == letter::STANDING_COMMITTEE => (rest, Some(ordinary::words(last))),
            _ => (lines, None),
        };
        let whole = lines.join(" ");
        let named = self.office.as_ref().map(|office| office.name.trim());
        let named = named.filter(|name| compare_key(name) == compare_key(&whole));
        let body = named.map_or_else(|| ordinary::words(&whole), str::to_owned);
        let said = committee.into_iter().chain(Some(body)).filter(|part| !part.is_empty());
        Some(said.collect::<Vec<_>>().join(" ")).filter(|said| !said.is_empty())
    }

    /// "ông Nguyễn Văn An, sinh năm 1970, Trưởng ban Công tác Mặt trận, xã Tam Đại".
    fn person(&self) -> String {
        let copy = &self.line.copy;
        let name = match &copy.honorific {
            Some(honorific) => format!("{honorific} {}", copy.name),
            None => copy.name.clone(),
        };
        let birth = copy.birth.map(|birth| format!("sinh {}", date::in_words(birth)));
        let rest = [birth, copy.position.clone(), copy.unit.as_deref().map(letter::unit_in_text)];
        std::iter::once(name).chain(rest.into_iter().flatten()).collect::<Vec<_>>().join(", ")
    }

    /// "đã hoàn thành lớp …, tổ chức từ ngày …; xếp loại: Giỏi". Of an old register nobody knows.
    fn completed(&self) -> Option<String> {
        if self.line.source.is_some() || self.issue.session_title.trim().is_empty() {
            return None;
        }
        let held = self.issue.session_dates.map(date::span_in_words);
        let held = held.or_else(|| self.line.copy.words.get("Thời gian").cloned());
        let held = held.map(|held| format!(", tổ chức {held}")).unwrap_or_default();
        let grade = self.line.copy.grade.as_deref().map(|grade| format!(", xếp loại: {grade}"));
        Some(format!("đã hoàn thành {}{held}{}", self.issue.session_title, grade.unwrap_or_default()))
    }

    /// "Quyết định số 12/QĐ-MTTQ-BTT ngày 09 tháng 10 năm 2020".
    fn by_decision(&self) -> Option<String> {
        let entered =
            self.issue.decision_number.as_deref().map(str::trim).filter(|number| !number.is_empty())?;
        let letterhead = self.letterhead();
        let number =
            letter::number_alone(entered, &letterhead.numbers.decision, letter::DECISION_NUMBER, &letterhead);
        let day = self.issue.decision_date.map(|day| format!(" {}", date::in_words(day))).unwrap_or_default();
        Some(format!("Quyết định số {number}{day}"))
    }

    /// Whether it is valid, and why not.
    fn standing(&self) -> String {
        let again = self.line.reissued_as.as_ref().map(|new| match *new == self.line.printed_number {
            true => "; đã cấp lại giấy khác, giữ nguyên số".to_owned(),
            false => format!("; đã cấp lại thành giấy chứng nhận số {new}"),
        });
        let again = again.unwrap_or_default();
        let ended = |what: &str, ending: &Ending| {
            let day = ended_on(ending).map(|day| format!(" {}", date::in_words(day))).unwrap_or_default();
            let why = ending.reason.as_deref().map(str::trim).filter(|why| !why.is_empty());
            let why = why.map(|why| format!(" (lý do: {})", why.trim_end_matches('.'))).unwrap_or_default();
            format!("Giấy chứng nhận trên không còn hiệu lực, {what}{day}{why}{again}")
        };
        match &self.line.state {
            CertificateState::Voided(ending) => ended("đã hủy", ending),
            CertificateState::Withdrawn(ending) => ended("đã thu hồi", ending),
            CertificateState::HandedOut(_) => {
                "Giấy chứng nhận trên đúng như sổ cấp và đang còn hiệu lực".to_owned()
            }
            CertificateState::Numbered | CertificateState::Printed => {
                "Giấy chứng nhận trên có trong sổ cấp, còn hiệu lực, chưa ghi là đã phát".to_owned()
            }
        }
    }

    fn signed(&self, recipients: Vec<String>, findings: &mut Findings) -> Block {
        letter::signed(recipients, alone::signatory(self.office.as_ref()), findings)
    }
}

fn text(words: String) -> Block {
    Block::Paragraph(Paragraph::text(words))
}

fn point(words: String) -> Block {
    Block::Paragraph(Paragraph::point("-", stopped(&words, ".")))
}
