//! Who came, as papers tell it: from marks, and nothing where nobody was marked.

use super::content::{Closing, SignatureBlock};
use super::list::{self, ClusterList};
use crate::domain::attendance::figures::Figures;
use crate::domain::attendance::said::{Said, Source};
use crate::domain::attendance::words::AbsenceWords;
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::vietnamese::{date, number};

/// The places of a part at one of its sittings.
pub struct Turnout<'a> {
    /// Which.
    pub sitting: &'a Sitting,
    /// How many came and stayed away.
    pub figures: Figures,
    /// Whether nobody is marked any more.
    pub is_closed: bool,
}

/// What is known of each sitting of a part, in order of time.
pub fn of<'a>(part: &ClusterList<'a>, dossier: &Dossier) -> Vec<Turnout<'a>> {
    let at = |sitting: &'a Sitting| Turnout {
        sitting,
        figures: figures(part, sitting, dossier),
        is_closed: dossier.attendance.is_closed(sitting.id),
    };
    part.sittings().iter().map(at).collect()
}

/// The figures of a part at a sitting.
pub fn figures(part: &ClusterList, sitting: &Sitting, dossier: &Dossier) -> Figures {
    Figures::of(part.rows.iter().map(|row| row.delegate), sitting.id, &dossier.attendance)
}

/// "Sáng 25/9/2020".
pub fn name(sitting: &Sitting) -> String {
    format!("{} {}", sitting.half.printed(), date::short(sitting.date))
}

/// "có mặt 80 người (trong đó đi thay 2); vắng có lý do 4; vắng không có lý do 3; chưa điểm danh 1".
pub fn told(figures: &Figures, words: &AbsenceWords) -> String {
    let mut parts = vec![present(figures)];
    parts.push(format!("vắng {}: {}", words.excused, figures.excused));
    parts.push(format!("vắng {}: {}", words.absent, figures.absent));
    if figures.unmarked > 0 {
        parts.push(format!("chưa điểm danh: {}", figures.unmarked));
    }
    parts.join("; ")
}

/// "có mặt: 80 người (trong đó đi thay: 2)".
pub fn present(figures: &Figures) -> String {
    let others = match figures.substituted {
        0 => String::new(),
        count => format!(" (trong đó đi thay: {count})"),
    };
    format!("có mặt: {} người{others}", figures.present)
}

/// "khoảng 80/90 người có mặt; vắng có lý do: 4; vắng không có lý do: 6 (theo số liệu nhập, không có danh sách)": what was
/// counted where there are no names. `None` where nothing was, or people are marked by name.
pub fn counted(said: &Said, words: &AbsenceWords) -> Option<String> {
    if !matches!(said.source, Source::Numbers | Source::MarksAndNumbers) {
        return None;
    }
    let figures = &said.figures;
    let about = if said.is_about { "khoảng " } else { "" };
    let of_invited = if figures.invited > 0 { format!("/{}", figures.invited) } else { String::new() };
    let mut told = format!("có mặt: {about}{}{of_invited} người", figures.present);
    told += &format!("; vắng {}: {}", words.excused, figures.excused);
    told += &format!("; vắng {}: {}", words.absent, figures.absent);
    if let Some(guests) = said.guests {
        told += &format!("; khách mời: {guests} người");
    }
    told += &format!(" ({})", said.source.printed().unwrap_or_default());
    Some(told)
}

/// Who came to each sitting, a line each: blanks to fill in by hand, and the figures once the sitting is closed.
pub fn to_fill_in(part: &ClusterList, sittings: &[Sitting], dossier: &Dossier) -> Vec<String> {
    let words = AbsenceWords::of(&dossier.session.details);
    let blank = format!("có mặt: …… người; vắng {}: ……; {}: …….", words.excused, words.absent);
    if sittings.is_empty() {
        return vec![number::sentence_case(&blank)];
    }
    let line = |sitting: &Sitting| match dossier.attendance.is_closed(sitting.id) {
        true => format!("{}: {}.", name(sitting), told(&figures(part, sitting, dossier), &words)),
        false => format!("{}: {blank}", name(sitting)),
    };
    sittings.iter().map(line).collect()
}

/// The end of a paper of attendance: no count of its own but `count`.
pub fn closing(count: String, part: Option<&ClusterList>, dossier: &Dossier) -> Closing {
    let day = match part {
        Some(part) => part.dates(dossier).map(|dates| dates.end()),
        None => dossier.session.details.dates.map(|dates| dates.end()),
    };
    let right: SignatureBlock = list::signature_or_confirmation(dossier.signatory.as_ref());
    Closing {
        count,
        place_date: list::place_date(dossier.letterhead.place.as_deref(), day),
        left: list::prepared_by("NGƯỜI LẬP"),
        right,
        ..Closing::default()
    }
}
