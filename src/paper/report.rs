//! Báo cáo kết quả: how a session was held, what came of it, what is proposed.
//!
//! Numbers are those of the data. What the data do not say is left to be written by
//! hand, and the user is told where to enter it.

use serde::{Deserialize, Serialize};

use super::attendance_summary::note_unmarked;
use super::card::{Item, at, issued, number, recipients};
use super::cluster_table::Tells;
use super::content::{Block, Paragraph, TitleLine};
use super::finding::{Fact, Findings, PaperError};
use super::kind::{self, About, Content, Kind, Phase, Scope};
use super::letter::{self, stopped};
use super::list;
use super::minutes::lines;
use super::plan::{ROMAN, usual_recipients};
use super::{audience, conference, extent, topics, turnout};
use crate::domain::attendance::figures::Figures;
use crate::domain::attendance::presence::Came;
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::audience::headcount;
use crate::domain::cluster::Cluster;
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::DelegateState;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::session::OrganiserRole;

/// What a report says besides the facts of the session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportOptions {
    /// What is typed for it.
    pub words: ReportWords,
}

/// What is typed for a report; nothing about its look can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportWords {
    /// Its number, without the pattern; dots when empty.
    pub number: String,
    /// The day it is signed; left open, it is written by hand.
    pub issued: Option<FuzzyDate>,
    /// Who receives it, parted by semicolons; the superior, the other organisers and the
    /// archive when empty.
    pub recipients: String,
}

/// Its name.
pub const NAME: &str = "Báo cáo kết quả";

/// Dots for a number that is written by hand.
const DOTS: &str = "…………";

/// What is the same for all of them.
pub const ABOUT: About = About {
    id: "report",
    label: "paper-report",
    name: NAME,
    icon: "ChartColumn",
    phase: Phase::After,
    formats: kind::LETTER,
    per_cluster: false,
    lists_delegates: false,
    arguments: &[],
};

impl Kind for ReportOptions {
    /// The report of a session, and what the user should know of it.
    fn document(&self, dossier: &Dossier, _cluster: Option<ClusterId>) -> Result<Content, PaperError> {
        let words = &self.words;
        let mut findings = Findings::default();
        if words.number.trim().is_empty() {
            findings.missing(Fact::LetterNumber);
        }
        if words.issued.is_none() {
            findings.missing(Fact::IssueDate);
        }
        let pattern = letter::pattern_like_plans("BC", &dossier.letterhead);
        let number = letter::number(&words.number, &pattern, letter::REPORT_NUMBER, &dossier.letterhead);
        let session = list::session_in_text(dossier);
        let result = if letter::takes_part_only(dossier) { "tham gia" } else { "tổ chức" };
        let mut blocks = vec![
            Block::Head(list::head(dossier)),
            letter::number_date(number, words.issued, dossier.letterhead.place.as_deref()),
            Block::Title(vec![
                TitleLine::Kind("BÁO CÁO".to_owned()),
                TitleLine::Subject(format!("Kết quả {result} {session}")),
            ]),
            Block::Paragraph(Paragraph::text(opening(dossier))),
        ];
        let parts = [
            ("TÌNH HÌNH TỔ CHỨC", organisation(dossier, &mut findings)),
            ("NỘI DUNG, BÁO CÁO VIÊN", content(dossier, &mut findings)),
            ("KẾT QUẢ", results(dossier, &mut findings)),
            ("ĐÁNH GIÁ, KIẾN NGHỊ", judgement(dossier, &mut findings)),
        ];
        for (number, (heading, part)) in ROMAN.iter().zip(parts) {
            blocks.push(Block::Paragraph(Paragraph::heading(*number, heading)));
            blocks.extend(part);
        }
        let end = format!("Trên đây là Báo cáo kết quả {result} {session}");
        blocks.push(Block::Paragraph(Paragraph::text(stopped(&end, "./."))));
        let recipients = letter::recipients(&words.recipients, reported_to(dossier));
        blocks.push(letter::signed(recipients, dossier.signatory.as_ref(), &mut findings));

        Ok((letter::of_session(NAME, blocks, dossier), findings.into_vec()))
    }

    fn card(&self, _dossier: &Dossier, _scope: Scope) -> Vec<Item> {
        vec![
            number(at!(self.words.number)),
            issued(at!(self.words.issued)),
            recipients(at!(self.words.recipients)),
        ]
    }
}

/// To whom it goes: the superior first, to whom it is a report.
fn reported_to(dossier: &Dossier) -> Vec<String> {
    let superior = letter::superior(dossier);
    let others = usual_recipients(dossier, None).into_iter();
    let others =
        others.filter(|name| superior.as_deref().is_none_or(|superior| !list::is_same(superior, name)));
    superior.iter().map(|superior| format!("{superior} (để báo cáo)")).chain(others).collect()
}

/// On what it rests, and who reports.
fn opening(dossier: &Dossier) -> String {
    let session = list::session_in_text(dossier);
    let writer = letter::writer(dossier);
    let by_plan = letter::plan_number(dossier).map(|number| format!("Thực hiện Kế hoạch số {number}, "));
    let by_plan = by_plan.unwrap_or_default();
    let partners = letter::and(&letter::organisers(dossier, OrganiserRole::Partner));
    let leads = letter::and(&letter::organisers(dossier, OrganiserRole::Lead));
    if letter::takes_part_only(dossier) {
        return format!(
            "{by_plan}{writer} đã tham gia {session} do {leads} tổ chức. Kết quả cụ thể như sau:"
        );
    }
    let with = if partners.is_empty() { String::new() } else { format!(" phối hợp với {partners}") };
    format!("{by_plan}{writer} đã{with} tổ chức {session}. Kết quả cụ thể như sau:")
}

/// When, where, for whom.
fn organisation(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let mut blocks = conference::time_and_place(dossier, Tells::WhoCame, findings);
    let is_numbered = |block: &&Block| match block {
        Block::Paragraph(one) => one.marker.starts_with(|letter: char| letter.is_ascii_digit()),
        _ => false,
    };
    let next = 1 + blocks.iter().filter(is_numbered).count();
    let called = audience::called(dossier);
    if called.is_empty() {
        findings.missing(Fact::Audience);
    }
    let groups = [("Thành phần triệu tập", called), ("Khách mời", conference::guests(dossier))];
    let known = groups.into_iter().filter(|(_, paragraphs)| !paragraphs.is_empty());
    for (number, (label, paragraphs)) in (next..).zip(known) {
        blocks.push(Block::Paragraph(Paragraph::point(format!("{number}."), format!("{label}:"))));
        blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
    }
    blocks
}

fn content(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let topics = topics::of(dossier);
    if topics.is_empty() {
        findings.missing(Fact::Topics);
        return lines(3).into_iter().map(Block::Paragraph).collect();
    }
    if topics.iter().all(|topic| topic.presenters.is_empty()) {
        findings.missing(Fact::Presenters);
    }
    topics::tree(&topics, &dossier.guests).into_iter().map(Block::Paragraph).collect()
}

/// How many were called and came, how many of them women, how many certificates,
/// and what the user says of the outcome.
fn results(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let listed = dossier.listed(None);
    let listed = extent::count(listed);
    let called = headcount(&dossier.audience).filter(|all| !all.at_least);
    let came = extent::turnout(dossier);
    let words = AbsenceWords::of(&dossier.session.details);
    let counted = dossier.said_of_session().and_then(|said| turnout::counted(&said, &words));
    if came.is_none() && counted.is_none() {
        findings.missing(Fact::Turnout);
    }
    let marked = marked(dossier, findings).filter(|_| counted.is_none());
    let mut points = Vec::new();
    points.push(match (called, listed) {
        (Some(called), 0) => {
            format!("Số đại biểu được triệu tập: {}.", about(called.count, called.approximate))
        }
        (Some(called), _) if !called.approximate && u64::from(called.count) == listed => {
            format!("Số đại biểu được triệu tập: {listed:02} người, đều có tên trong danh sách.")
        }
        (Some(called), _) => format!(
            "Số đại biểu được triệu tập: {}; có tên trong danh sách: {listed:02} người.",
            about(called.count, called.approximate)
        ),
        (None, 0) => format!("Số đại biểu được triệu tập: {DOTS} người."),
        (None, _) => format!("Số đại biểu có tên trong danh sách: {listed:02} người."),
    });
    // Of an estimate no share is told.
    let exact = called.filter(|all| !all.approximate).map(|all| u64::from(all.count));
    let whole = exact.or(Some(listed).filter(|listed| *listed > 0));
    match (marked.or(counted.map(|told| vec![format!("Số đại biểu {told}.")])), came) {
        (Some(marked), _) => points.extend(marked),
        (None, Some(came)) => {
            points.push(format!("Số đại biểu có mặt: {came:02} người{}.", share(came, whole, ", đạt ")));
        }
        (None, None) => points.push(format!("Số đại biểu có mặt: {DOTS} người, đạt ……… %.")),
    }
    let women = extent::women(dossier);
    if women.is_none() && listed > 0 {
        findings.missing(Fact::Sexes);
    }
    if listed > 0 {
        points.push(match women {
            Some(women) => {
                format!(
                    "Đại biểu nữ: {women:02} người{} số người trong danh sách.",
                    share(women, Some(listed), ", chiếm ")
                )
            }
            None => format!("Đại biểu nữ: {DOTS} người."),
        });
    }
    let issued = dossier.certificates.iter().filter(|one| one.is_valid()).count();
    if issued > 0 {
        points.push(format!("Số giấy chứng nhận đã cấp: {issued:02} giấy."));
    }
    let mut paragraphs: Vec<Paragraph> =
        points.into_iter().map(|point| Paragraph::point("-", point)).collect();
    let details = &dossier.session.details;
    if details.outcome.as_deref().is_none_or(|outcome| outcome.trim().is_empty()) {
        findings.missing(Fact::Outcome);
    }
    let texts = [&details.discussion, &details.outcome].map(|text| text.as_deref());
    paragraphs.extend(conference::written_once(texts));
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

/// Who came and who did not, where every cluster was marked. Of several sittings it is told who came to any and to all of
/// them; the figures of each stand in the summary of attendance.
fn marked(dossier: &Dossier, findings: &mut Findings) -> Option<Vec<String>> {
    let shown = list::shown(dossier);
    let mut parts = list::parts(dossier, &shown, None).ok()?;
    list::keep_meeting(&mut parts);
    let of_cluster = |cluster| Came::of(cluster, &dossier.delegates, &dossier.attendance);
    let has_places = |cluster: &&Cluster| {
        let mut of_it = dossier.delegates.iter().filter(|one| one.cluster == Some(cluster.id));
        of_it.any(|one| one.state == DelegateState::Listed)
    };
    let known: Option<Vec<Came>> = dossier.clusters.iter().filter(has_places).map(of_cluster).collect();
    let known = known.filter(|known| !known.is_empty())?;
    note_unmarked(&parts, dossier, findings);
    let mut came = Came::default();
    known.into_iter().for_each(|one| came += one);
    let (invited, once) = (extent::count(came.invited), extent::count(came.once));
    // Of those who are not marked yet some may have come: no share is told.
    let part = share(once, Some(invited).filter(|_| came.open == 0), ", đạt ");
    let words = AbsenceWords::of(&dossier.session.details);
    if dossier.clusters.iter().all(|cluster| cluster.sittings.len() == 1) {
        let mut all = Figures::default();
        parts.iter().flat_map(|part| turnout::of(part, dossier)).for_each(|one| all += one.figures);
        return Some(vec![format!(
            "Theo điểm danh: triệu tập: {invited:02} người; {}{}.",
            turnout::told(&all, &words),
            if part.is_empty() { part } else { format!("{part} số người được triệu tập") }
        )]);
    }
    let mut points = Vec::new();
    if came.open > 0 {
        points.push(format!("Theo điểm danh đến nay: {once}/{invited} người dự ít nhất một buổi."));
        points.push(format!("Còn {:02} người chưa điểm danh đủ các buổi.", came.open));
        return Some(points);
    }
    points.push(format!("Theo điểm danh: số đại biểu dự ít nhất một buổi: {once}/{invited} người{part}."));
    points.push(format!("Số đại biểu dự đủ các buổi: {:02} người.", came.always));
    if came.never > 0 {
        points.push(format!("Số đại biểu vắng tất cả các buổi: {:02} người.", came.never));
    }
    Some(points)
}

/// What went well is for the writer to say; difficulties that were raised are known.
fn judgement(dossier: &Dossier, findings: &mut Findings) -> Vec<Block> {
    let mut blocks = vec![heading("1.", "Ưu điểm")];
    blocks.extend(lines(3).into_iter().map(Block::Paragraph));
    blocks.push(heading("2.", "Khó khăn, vướng mắc"));
    let mut difficulties = conference::written(dossier.session.details.difficulties.as_deref());
    if difficulties.is_empty() {
        findings.missing(Fact::Difficulties);
        difficulties = lines(3);
    }
    blocks.extend(difficulties.into_iter().map(Block::Paragraph));
    blocks.push(heading("3.", "Kiến nghị, đề xuất"));
    blocks.extend(lines(3).into_iter().map(Block::Paragraph));
    blocks
}

fn heading(number: &str, words: &str) -> Block {
    Block::Paragraph(Paragraph::heading(number, words))
}

/// "khoảng 200 người".
fn about(count: u32, approximate: bool) -> String {
    format!("{}{count:02} người", if approximate { "khoảng " } else { "" })
}

/// ", đạt 96,5%": a part of a whole, to a tenth; nothing where the whole is not known.
fn share(part: u64, whole: Option<u64>, lead: &str) -> String {
    match whole.filter(|whole| *whole > 0) {
        Some(whole) => {
            let tenths = (u128::from(part) * 2000 + u128::from(whole)) / (2 * u128::from(whole));
            match tenths % 10 {
                0 => format!("{lead}{}%", tenths / 10),
                tenth => format!("{lead}{},{tenth}%", tenths / 10),
            }
        }
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_told_to_a_tenth() {
        assert_eq!(share(415, Some(433), ", đạt "), ", đạt 95,8%");
        assert_eq!(share(433, Some(433), ", đạt "), ", đạt 100%");
        assert_eq!(share(1, Some(3), ""), "33,3%");
        assert_eq!(share(2, Some(3), ""), "66,7%");
        assert_eq!(share(5, Some(0), ", đạt "), "");
        assert!(share(u64::MAX, Some(1), "").ends_with("500%"));
    }
}
