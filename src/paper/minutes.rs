//! Biên bản: who came together when and where, what was said, and what was concluded.
//!
//! Printed before the session it is a form that the secretary fills in; what is
//! already known stands in it. The wording is customary.

use serde::{Deserialize, Serialize};

use super::attendance_summary::note_unmarked;
use super::card::{Item, at, number, recipients};
use super::content::{
    Block, Body, Closing, Document, NumberDate, Paragraph, Section, SignatureBlock, Signed, Span, TitleLine,
};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::letter::{self, stopped};
use super::list::{self, ClusterList};
use super::plan::{ROMAN, usual_recipients};
use super::{audience, conference, extent, occasion, topics, turnout};
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::programme::ItemKind;
use crate::domain::session::OrganiserRole;
use crate::vietnamese::date;
use crate::vietnamese::number::sentence_case;

/// What minutes say besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesOptions {
    /// What is typed for them.
    pub words: MinutesWords,
}

/// What is typed for minutes; nothing about their look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesWords {
    /// Their number, without the pattern; dots when empty.
    pub number: String,
    /// Who chairs; dots when empty.
    pub chair: String,
    /// Who writes them; dots when empty.
    pub secretary: String,
    /// Who receives them, parted by semicolons; the other organisers and the archive when empty.
    pub recipients: String,
}

/// Its name.
pub const NAME: &str = "Biên bản";

/// Lines to write on where nothing is known yet.
const BLANK: [usize; 2] = [8, 5];

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "minutes",
    label: "paper-minutes",
    name: NAME,
    icon: "BookOpen",
    phase: Phase::During,
    formats: kind::LETTER,
    per_cluster: true,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for MinutesOptions {
    /// The minutes of a session, and what the user should know of them.
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
        let mut minutes = Minutes { dossier, words: &self.words, findings };
        // What was said is known of the whole session: of one cluster only where there is one.
        let alone = parts.len() == 1 && dossier.clusters.len() <= 1;
        let sections = parts.iter().map(|part| minutes.section(part, alone)).collect();
        let info = list::info(NAME, &parts, cluster, dossier);
        Ok((Document { info, body: Body::Flow(sections) }, minutes.findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        let chair = at!(self.words.chair).line("print-chair", "window-print-chair");
        let secretary = at!(self.words.secretary).line("print-secretary", "window-print-secretary");
        vec![
            number(at!(self.words.number)),
            chair.hint("window-print-by-hand").into(),
            secretary.hint("window-print-by-hand").into(),
            recipients(at!(self.words.recipients)),
        ]
    }
}

/// Minutes being put into words.
struct Minutes<'a> {
    dossier: &'a Dossier,
    words: &'a MinutesWords,
    findings: Findings,
}

impl Minutes<'_> {
    fn section(&mut self, part: &ClusterList, alone: bool) -> Section {
        let dossier = self.dossier;
        let pattern = letter::pattern_like_plans("BB", &dossier.letterhead);
        let number =
            letter::number(&self.words.number, &pattern, letter::MINUTES_NUMBER, &dossier.letterhead);
        let mut title = vec![
            TitleLine::Kind("BIÊN BẢN".to_owned()),
            TitleLine::Subject(list::session_in_text(dossier).to_owned()),
        ];
        let name = part.name_and_place(dossier);
        if part.cluster.is_some() && !alone {
            title.push(TitleLine::Note(name.clone()));
        }
        let mut blocks = vec![
            Block::Head(list::head(dossier)),
            // Minutes say in their text where and when they were written.
            Block::NumberDate(NumberDate { number, ..NumberDate::default() }),
            Block::Title(title),
        ];
        let details = &dossier.session.details;
        let said = [&details.discussion, &details.difficulties].map(|text| text.as_deref());
        let said = if alone { conference::written_once(said) } else { Vec::new() };
        let concluded = conference::written(details.closing.as_deref().filter(|_| alone));
        if said.is_empty() {
            self.findings.missing(Fact::Discussion);
        }
        if concluded.is_empty() {
            self.findings.missing(Fact::Conclusion);
        }
        let parts = [
            ("THỜI GIAN, ĐỊA ĐIỂM", self.time_and_place(part)),
            ("THÀNH PHẦN THAM DỰ", self.people(part)),
            ("NỘI DUNG", self.programme(part)),
            ("Ý KIẾN TRAO ĐỔI, THẢO LUẬN", with_lines(said, BLANK[0])),
            ("KẾT LUẬN", with_lines(concluded, BLANK[1])),
        ];
        for (number, (heading, paragraphs)) in ROMAN.iter().zip(parts) {
            blocks.push(Block::Paragraph(Paragraph::heading(*number, heading)));
            blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
        }
        blocks.push(Block::Paragraph(Paragraph::text(self.end(part))));
        blocks.push(Block::Closing(Closing {
            left: signer("THƯ KÝ", &self.words.secretary),
            right: signer("CHỦ TRÌ", &self.words.chair),
            ..Closing::default()
        }));
        let mut usual = usual_recipients(dossier, None);
        usual.pop();
        usual.push("Lưu: VT, hồ sơ".to_owned());
        blocks.push(Block::Signed(Signed {
            recipients: letter::recipients(&self.words.recipients, usual),
            signature: SignatureBlock { unsigned: true, ..SignatureBlock::default() },
        }));
        let outline = if name.is_empty() { NAME.to_owned() } else { name };
        Section { name: outline, blocks, ..Section::default() }
    }

    fn time_and_place(&mut self, part: &ClusterList) -> Vec<Paragraph> {
        let known = |words: Option<String>| words.filter(|words| !words.trim().is_empty());
        let time = known(occasion::time_begun(part, self.dossier));
        let place = known(occasion::place(part, self.dossier));
        if time.is_none() {
            self.findings.missing(Fact::Dates);
        }
        if place.is_none() {
            self.findings.missing(Fact::Venue);
        }
        vec![told("1.", "Thời gian", time), told("2.", "Địa điểm", place)]
    }

    /// Who holds it, who is invited, who was called and came, who chairs and writes.
    fn people(&mut self, part: &ClusterList) -> Vec<Paragraph> {
        let dossier = self.dossier;
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut paragraphs = vec![
            told("1.", "Chủ trì", some(&self.words.chair)),
            told("2.", "Thư ký", some(&self.words.secretary)),
        ];
        let mut number = 3;
        let mut next = || {
            number += 1;
            format!("{}.", number - 1)
        };
        let organisers = [OrganiserRole::Lead, OrganiserRole::Partner, OrganiserRole::RemoteSite]
            .map(|role| letter::organisers(dossier, role))
            .concat();
        if !organisers.is_empty() {
            paragraphs.push(told(&next(), "Đơn vị tổ chức", Some(organisers.join("; "))));
        }
        let guests = conference::guests(dossier);
        if !guests.is_empty() {
            paragraphs.push(Paragraph::point(next(), "Khách mời:"));
            paragraphs.extend(guests);
        }
        paragraphs.extend(self.turnout(part, next()));
        if dossier.clusters.len() <= 1 {
            let groups = dossier.audience.iter().filter(|group| !group.label.trim().is_empty());
            if groups.count() > 0 {
                paragraphs.push(Paragraph::point(next(), "Thành phần:"));
                paragraphs.extend(audience::called(dossier));
            }
        }
        paragraphs
    }

    /// The numbers of a cluster without names, sitting by sitting: the first under the number of the paragraph, the others
    /// under a dash. `None` where nothing was counted.
    fn counted(&self, part: &ClusterList) -> Option<Vec<(Option<String>, String)>> {
        let words = AbsenceWords::of(&self.dossier.session.details);
        let cluster = part.cluster?;
        let told = cluster.in_order().into_iter().filter_map(|sitting| {
            let said = self.dossier.said_of_sitting(cluster, sitting.id);
            Some((turnout::name(sitting), turnout::counted(&said, &words)?))
        });
        match told.collect::<Vec<_>>().as_slice() {
            [] => None,
            [(_, told)] => Some(vec![(None, format!("Đại biểu {told}."))]),
            several => {
                let head = (None, "Đại biểu dự các buổi:".to_owned());
                let line = |(sitting, told): &(String, String)| {
                    (Some("-".to_owned()), format!("{sitting}: {told}."))
                };
                Some([head].into_iter().chain(several.iter().map(line)).collect())
            }
        }
    }

    /// How many were called and came: by the marks, sitting by sitting; else as it is entered and by the list, with blanks
    /// for what nobody knows.
    fn turnout(&mut self, part: &ClusterList, number: String) -> Vec<Paragraph> {
        if let Some(told) = self.counted(part) {
            return told
                .into_iter()
                .map(|(mark, told)| Paragraph::point(mark.unwrap_or(number.clone()), told))
                .collect();
        }
        let turnouts = turnout::of(part, self.dossier);
        if !turnouts.iter().any(|one| one.figures.is_known()) {
            let extent = extent::of(part, self.dossier);
            let entered = part.cluster.is_some_and(|cluster| cluster.details.expected.is_some());
            let by_list = if !entered && part.count() > 0 { " (theo danh sách)" } else { "" };
            let called = extent.people.map_or("……".to_owned(), |people| format!("{people:02}"));
            let came = part.cluster.and_then(|cluster| cluster.details.actual);
            if came.is_none() {
                self.findings.missing(Fact::Turnout);
            }
            let came = came.map_or("……".to_owned(), |came| format!("{came:02}"));
            let words = format!(
                "Đại biểu được triệu tập: {called} người{by_list}; có mặt: {came} người; vắng: …… người."
            );
            return vec![Paragraph::point(number, words)];
        }
        note_unmarked(std::slice::from_ref(part), self.dossier, &mut self.findings);
        let words = AbsenceWords::of(&self.dossier.session.details);
        let invited = format!("Đại biểu được triệu tập: {} người", part.count());
        if let [one] = turnouts.as_slice() {
            let told = turnout::told(&one.figures, &words);
            return vec![Paragraph::point(number, format!("{invited}; {told}."))];
        }
        let mut paragraphs = vec![Paragraph::point(number, format!("{invited}, trong đó:"))];
        paragraphs.extend(turnouts.iter().map(|one| {
            let told = match one.figures.is_known() {
                true => turnout::told(&one.figures, &words),
                false => "có mặt: …… người; vắng: …… người".to_owned(),
            };
            Paragraph::point("-", format!("{}: {told}.", turnout::name(one.sitting)))
        }));
        paragraphs
    }

    /// What was held, sitting by sitting, with who presented.
    fn programme(&mut self, part: &ClusterList) -> Vec<Paragraph> {
        let sittings = part.sittings();
        let mut paragraphs = Vec::new();
        let has_content = |sitting: &&Sitting| sitting.programme().any(|item| item.kind != ItemKind::Break);
        for sitting in sittings.iter().filter(has_content) {
            if sittings.len() > 1 {
                let when = format!("{} {}:", sitting.half.printed(), date::in_words(sitting.date));
                paragraphs.push(Paragraph { spans: vec![Span::italic(when)], ..Paragraph::default() });
            }
            let held = sitting.programme().zip(sitting.slots());
            for (item, slot) in held.filter(|(item, _)| item.kind != ItemKind::Break) {
                let time = slot.starts.map(|_| occasion::slot(slot, None)).unwrap_or_default();
                let guests = &self.dossier.guests;
                let names: Vec<String> =
                    item.presenters.iter().map(|one| letter::presenter(one, guests)).collect();
                let words =
                    list::join(": ", [time, list::join(" – ", [item.title.clone(), names.join("; ")])]);
                paragraphs.push(Paragraph::point("-", stopped(&words, ".")));
            }
        }
        if paragraphs.is_empty() {
            self.findings.missing(Fact::Programme);
            let topics = topics::of(self.dossier);
            paragraphs = topics::tree(&topics, &self.dossier.guests);
            if topics.is_empty() {
                paragraphs = lines(BLANK[1]);
            }
        }
        paragraphs
    }

    fn end(&self, part: &ClusterList) -> String {
        let gathering = letter::gathering(self.dossier);
        let day = part.dates(self.dossier).map(|dates| dates.end());
        let day = day.filter(|day| day.calendar().is_some()).map(date::in_words);
        let day = day.unwrap_or_else(|| "ngày …… tháng …… năm ………".to_owned());
        format!(
            "{} kết thúc vào lúc …… giờ …… phút, {day}. Biên bản này đã được đọc lại cho những người dự \
             {gathering} cùng nghe và thống nhất thông qua./.",
            sentence_case(gathering)
        )
    }
}

/// "1. Thời gian: …", dotted where it is not known.
fn told(number: &str, label: &str, words: Option<String>) -> Paragraph {
    match words {
        Some(words) => Paragraph::point(number, stopped(&format!("{label}: {words}"), ".")),
        None => Paragraph { marker: number.to_owned(), ..Paragraph::dotted(format!("{label}:")) },
    }
}

/// What is known, and lines for what else there is; more of them where nothing is known.
fn with_lines(mut known: Vec<Paragraph>, blank: usize) -> Vec<Paragraph> {
    let count = if known.is_empty() { blank } else { 2 };
    known.extend(lines(count));
    known
}

/// So many lines to write on.
pub fn lines(count: usize) -> Vec<Paragraph> {
    vec![Paragraph::line(); count]
}

fn signer(title: &str, name: &str) -> SignatureBlock {
    SignatureBlock { name: name.trim().to_owned(), ..list::prepared_by(title) }
}
