//! What is said through a session: built from its facts, with dots for what is not known.

use std::cell::Cell;

use super::{RunningOrderWords, names};
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::programme::{ItemKind, Presenter, ProgrammeItem, Slot};
use crate::domain::session::{OrganiserRole, SessionKind};
use crate::paper::finding::{Fact, Findings};
use crate::paper::letter::{self, stopped};
use crate::paper::list::{self, ClusterList};
use crate::paper::occasion::clock;
use crate::paper::{announced, extent, honorific, occasion};
use crate::vietnamese::date;
use crate::vietnamese::number::sentence_case;

/// Dots for a name or a place.
const DOTS: &str = "……………………………";

/// The same in its narrow column.
const IN_COLUMN: &str = "……………………";

/// One thing that happens: a row of the running order.
#[derive(Debug, Clone, Default)]
pub struct Turn {
    /// "07h30 – 08h00".
    pub time: String,
    /// What it is.
    pub what: String,
    /// Who does it.
    pub who: String,
    /// What the host says before it.
    pub said: String,
}

/// The words of one part of a session.
pub struct Spoken<'a> {
    dossier: &'a Dossier,
    part: &'a ClusterList<'a>,
    words: &'a RunningOrderWords,
    /// "hội nghị", "lớp tập huấn".
    gathering: &'static str,
    /// What opens and what ends it: "khai mạc", "bế giảng".
    opens: &'static str,
    ends: &'static str,
    /// Who is spoken to.
    everybody: &'static str,
    /// How many topics there are, and how many were announced.
    topics: usize,
    announced: Cell<usize>,
    /// Whether somebody was to be named who is not known.
    open: Cell<bool>,
}

impl<'a> Spoken<'a> {
    /// Of a part.
    pub fn new(dossier: &'a Dossier, part: &'a ClusterList<'a>, words: &'a RunningOrderWords) -> Self {
        let items = part.sittings().iter().flat_map(Sitting::programme);
        let topics = items.filter(|item| item.kind == ItemKind::Topic).count();
        let topics = if part.sittings().is_empty() { dossier.topics.len() } else { topics };
        let (opens, ends, everybody) = match dossier.session.details.kind {
            SessionKind::Conference => ("khai mạc", "bế mạc", "quý vị đại biểu"),
            SessionKind::Class => ("khai giảng", "bế giảng", "quý vị đại biểu và học viên"),
        };
        Self {
            dossier,
            part,
            words,
            gathering: letter::gathering(dossier),
            opens,
            ends,
            everybody,
            topics,
            announced: Cell::new(0),
            open: Cell::new(false),
        }
    }

    /// The session.
    pub fn dossier(&self) -> &'a Dossier {
        self.dossier
    }

    /// Tells what was not known.
    pub fn note(&self, findings: &mut Findings) {
        if self.open.get() {
            findings.missing(Fact::Speakers);
        }
    }

    fn host(&self) -> String {
        match self.words.host.trim() {
            "" => "Người điều hành".to_owned(),
            host => host.to_owned(),
        }
    }

    /// Somebody who is to be named: dots where nobody is known.
    fn named(&self, presenters: &[Presenter]) -> String {
        if presenters.is_empty() {
            self.open.set(true);
            return DOTS.to_owned();
        }
        let names: Vec<String> = presenters
            .iter()
            .map(|one| honorific::presenter_in_sentence(one, &self.dossier.guests))
            .collect();
        letter::and(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Who does something, for its column; nothing is told twice that the words say.
    fn doing(&self, presenters: &[Presenter], else_who: &str) -> String {
        let names: Vec<&str> = presenters.iter().map(Presenter::name).collect();
        if names.is_empty() { else_who.to_owned() } else { names.join("; ") }
    }

    /// Who comes is received.
    pub fn reception(&self, time: String, item: &ProgrammeItem, sitting: &Sitting) -> Turn {
        let end = sitting
            .slots()
            .iter()
            .zip(sitting.programme())
            .filter(|(_, one)| *one == item)
            .find_map(|(slot, _)| slot.ends);
        let begins = end.map(|at| format!(" {} bắt đầu lúc {}.", sentence_case(self.gathering), clock(at)));
        Turn {
            time,
            what: item.title.clone(),
            who: self.doing(&item.presenters, "Ban tổ chức"),
            said: format!(
                "Kính mời {} ký danh sách, nhận tài liệu và ổn định chỗ ngồi.{}",
                self.everybody,
                begins.unwrap_or_default()
            ),
        }
    }

    /// The session is opened: why it is held, who came, and the words that open it. `item` is that of the programme, if it
    /// has one.
    pub fn opening(&self, time: String, item: Option<&ProgrammeItem>) -> Vec<Turn> {
        let presenters = item.map_or(&[] as &[Presenter], |item| &item.presenters);
        // "Ban tổ chức" sees to the opening; it does not speak.
        let speaker = presenters.iter().find(|one| matches!(one, Presenter::Person { .. }));
        let opener = match (self.words.opener.trim(), speaker) {
            ("", Some(speaker)) => honorific::presenter_in_sentence(speaker, &self.dossier.guests),
            ("", None) => {
                self.open.set(true);
                DOTS.to_owned()
            }
            (typed, _) => typed.to_owned(),
        };
        let what = item.map_or("Tuyên bố lý do", |item| item.title.as_str());
        vec![
            Turn { time, what: what.to_owned(), who: self.host(), said: self.reasons() },
            Turn {
                what: "Giới thiệu đại biểu".to_owned(),
                who: self.host(),
                said: self.introduction(),
                ..Turn::default()
            },
            Turn {
                what: format!("Phát biểu {}", self.opens),
                who: if self.words.opener.trim().is_empty() && speaker.is_none() {
                    IN_COLUMN.to_owned()
                } else {
                    names::bare(&opener)
                },
                said: format!("Trân trọng kính mời {opener} phát biểu {} {}.", self.opens, self.gathering),
                ..Turn::default()
            },
        ]
    }

    /// Why people met: who holds what, when and where, and what for.
    fn reasons(&self) -> String {
        let dossier = self.dossier;
        let partners = letter::and(&letter::organisers(dossier, OrganiserRole::Partner));
        let with =
            if partners.is_empty() { String::new() } else { format!("phối hợp với {partners} ") };
        let holds = if letter::takes_part_only(dossier) {
            let leads = letter::and(&letter::organisers(dossier, OrganiserRole::Lead));
            format!(
                "{} tham gia {} do {leads} tổ chức",
                letter::writer(dossier),
                list::session_in_text(dossier)
            )
        } else {
            format!("{} {with}tổ chức {}", letter::writer(dossier), list::session_in_text(dossier))
        };
        let place =
            occasion::place(self.part, dossier).map(|place| format!(" tại {place}")).unwrap_or_default();
        let day = self.part.first_day(dossier).filter(|day| day.day_of_month().is_some());
        let today = day.map_or("Hôm nay".to_owned(), |day| format!("Hôm nay, {}", date::in_words(day)));
        let why = announced::purpose(dossier);
        format!(
            "Kính thưa {}! {today}, {holds}{place}.{}",
            self.everybody,
            why.map(|why| format!(" {why}")).unwrap_or_default()
        )
    }

    /// All guests by name and title, then who was called.
    fn introduction(&self) -> String {
        let dossier = self.dossier;
        let guests: Vec<String> = dossier.guests.iter().map(names::introduced).collect();
        let people = extent::of(self.part, dossier).people.and_then(|people| usize::try_from(people).ok());
        let attendees = announced::attendees(dossier);
        let groups: Vec<&str> = dossier
            .audience
            .iter()
            .map(|group| group.label.trim().trim_end_matches([';', '.', ',']))
            .filter(|label| !label.is_empty())
            .collect();
        let number = people.map_or("…………".to_owned(), occasion::two_digits);
        let called = match groups.is_empty() {
            true => format!("{number} {attendees}"),
            false => format!("{number} {attendees}: {}", groups.join("; ")),
        };
        let guests = if guests.is_empty() { vec![DOTS.to_owned()] } else { guests };
        format!(
            "Về dự {}, trân trọng giới thiệu và nhiệt liệt chào mừng: {}. Cùng dự có {}.",
            self.gathering,
            guests.join("; "),
            called
        )
    }

    /// The next topic, and who presents it.
    pub fn topic(&self, time: String, item: &ProgrammeItem) -> Turn {
        let place = self.announced.get() + 1;
        self.announced.set(place);
        let (what, first) = match (self.topics, place) {
            (1, _) => ("Chuyên đề".to_owned(), ""),
            (_, 1) => (format!("Chuyên đề {place}"), ""),
            _ => (format!("Chuyên đề {place}"), "Tiếp theo chương trình, "),
        };
        let who = self.named(&item.presenters);
        let said = stopped(
            &format!("{first}trân trọng kính mời {who} trình bày chuyên đề: {}", item.title.trim()),
            ".",
        );
        Turn { time, what, who: self.doing(&item.presenters, IN_COLUMN), said: sentence_case(&said) }
    }

    /// People have a break.
    pub fn pause(&self, time: String, item: &ProgrammeItem, slot: Slot) -> Turn {
        let minutes = item.minutes.map(|minutes| format!(" {minutes} phút")).unwrap_or_default();
        let back = slot.ends.map(|at| format!(" Kính mời quý vị có mặt tại hội trường lúc {}.", clock(at)));
        Turn {
            time,
            what: item.title.clone(),
            who: self.doing(&item.presenters, "Ban tổ chức"),
            said: format!(
                "{} tạm nghỉ giải lao{minutes}.{}",
                sentence_case(self.gathering),
                back.unwrap_or_default()
            ),
        }
    }

    /// People ask and are answered.
    pub fn discussion(&self, time: String, item: &ProgrammeItem) -> Turn {
        Turn {
            time,
            what: item.title.clone(),
            who: self.doing(&item.presenters, "Chủ trì, báo cáo viên, đại biểu"),
            said: format!(
                "Đề nghị {} nêu ý kiến trao đổi, kiến nghị; sau đó kính mời báo cáo viên giải đáp.",
                self.everybody
            ),
        }
    }

    /// The session is closed: by somebody's words, and by the host's.
    pub fn closing(&self, time: String, item: Option<&ProgrammeItem>) -> Vec<Turn> {
        let presenters = item.map_or(&[] as &[Presenter], |item| &item.presenters);
        let who = self.named(presenters);
        let usual = format!("Phát biểu kết luận, {}", self.ends);
        let what = item.map_or(usual.as_str(), |item| item.title.as_str());
        vec![
            Turn {
                time,
                what: what.to_owned(),
                who: self.doing(presenters, IN_COLUMN),
                said: format!(
                    "Trân trọng kính mời {who} phát biểu kết luận, {} {}.",
                    self.ends, self.gathering
                ),
            },
            Turn {
                what: "Kết thúc".to_owned(),
                who: self.host(),
                said: format!(
                    "Thay mặt {}, xin trân trọng cảm ơn {}. Xin tuyên bố {} kết thúc.",
                    letter::writer(self.dossier),
                    self.everybody,
                    self.gathering
                ),
                ..Turn::default()
            },
        ]
    }

    /// Anything else: what is said before it is the host's own where nobody is known who does it.
    pub fn other(&self, time: String, item: &ProgrammeItem) -> Turn {
        let said = match item.presenters.as_slice() {
            [] => DOTS.to_owned(),
            presenters => format!("Trân trọng kính mời {}.", stopped(&self.named(presenters), "")),
        };
        Turn { time, what: item.title.clone(), who: self.doing(&item.presenters, &self.host()), said }
    }

    /// A further sitting goes on.
    pub fn again(&self) -> Turn {
        Turn {
            what: "Tiếp tục chương trình".to_owned(),
            who: self.host(),
            said: format!(
                "Kính thưa {}! {} xin được tiếp tục làm việc.",
                self.everybody,
                sentence_case(self.gathering)
            ),
            ..Turn::default()
        }
    }

    /// A sitting ends, and another follows.
    pub fn until(&self, sitting: &Sitting, next: &Sitting) -> Turn {
        let half = sitting.half.printed().to_lowercase();
        let at = next.starts.map(|at| format!("lúc {}, ", clock(at))).unwrap_or_default();
        let next_half = next.half.printed().to_lowercase();
        let day =
            if next.date == sitting.date { "cùng ngày".to_owned() } else { date::in_words(next.date) };
        Turn {
            what: "Tạm nghỉ".to_owned(),
            who: self.host(),
            said: format!(
                "Chương trình buổi {half} đến đây tạm nghỉ. Kính mời {} có mặt {at}{next_half} {day}.",
                self.everybody
            ),
            ..Turn::default()
        }
    }
}
