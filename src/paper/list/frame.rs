//! What stands above and below a list: its head, its title, its end and who signs.

use serde::{Deserialize, Serialize};

use super::super::content::{Block, Closing, Follows, Head, Info, Section, SignatureBlock, TitleLine};
use super::{ClusterList, join};
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::organisation::{Letterhead, Signatory};
use crate::vietnamese::{date, number};

/// How the session is called inside a sentence.
pub fn session_in_text(dossier: &Dossier) -> &str {
    let details = &dossier.session.details;
    details.title_in_text.as_deref().filter(|title| !title.is_empty()).unwrap_or(&details.title)
}

/// The head of the session's papers; the name of the organisation stands in when
/// no letterhead was entered.
pub fn head(dossier: &Dossier) -> Head {
    head_of(&dossier.letterhead, dossier)
}

/// A head with another body's letterhead: the certifier's.
pub fn head_of(letterhead: &Letterhead, dossier: &Dossier) -> Head {
    let mut issuer = letterhead.issuer.clone();
    if issuer.is_empty() && letterhead.superior.is_empty() {
        issuer.push(dossier.organisation.to_uppercase());
    }
    Head { profile: letterhead.profile, superior: letterhead.superior.clone(), issuer }
}

/// The title of a list: what it is, of what, where and when.
pub fn title(kind: &str, part: &ClusterList, dossier: &Dossier) -> Block {
    let mut lines = vec![
        TitleLine::Kind(kind.to_owned()),
        TitleLine::Subject(format!("Đại biểu tham dự {}", session_in_text(dossier))),
    ];
    let note = part.title_note(dossier);
    if !note.is_empty() {
        lines.push(TitleLine::Note(note));
    }
    Block::Title(lines)
}

/// Puts a line of the user's own under a title: what this list is for.
pub fn add_remark(title: &mut Block, remark: &str) {
    let remark = remark.trim();
    if let (Block::Title(lines), false) = (title, remark.is_empty()) {
        lines.push(TitleLine::Note(remark.to_owned()));
    }
}

/// A list of one cluster, or another, on pages of its own: `name` in the outline of the
/// file, and at each foot with what `paper` it is.
pub fn section(paper: &str, name: String, landscape: bool, blocks: Vec<Block>) -> Section {
    Section {
        footer: join(" – ", [paper.to_owned(), name.clone()]),
        name: if name.is_empty() { paper.to_owned() } else { name },
        landscape,
        blocks,
        ..Section::default()
    }
}

/// What the file says of itself.
pub fn info(name: &str, parts: &[ClusterList], only: Option<ClusterId>, dossier: &Dossier) -> Info {
    let cluster = match (only, parts) {
        (Some(_), [part]) => part.name(dossier),
        _ => String::new(),
    };
    let session = dossier.session.details.title.clone();
    Info {
        title: join(" – ", [name.to_owned(), cluster, session]),
        author: dossier.organisation.clone(),
        subject: name.to_owned(),
        date: parts.first().and_then(|part| part.first_day(dossier)),
    }
}

/// Which day stands over the signatures of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dated {
    /// The last day of the cluster: what is signed on it is signed by then.
    #[default]
    LastDay,
    /// None: dots, to be filled in by whoever signs.
    ByHand,
}

impl Dated {
    /// Place and date of the list of a part.
    pub fn place_date(self, part: &ClusterList, dossier: &Dossier) -> String {
        let day = part.last_day(dossier).filter(|_| self == Self::LastDay);
        place_date(dossier.letterhead.place.as_deref(), day)
    }
}

/// The end of a list that is dated as the user chose, see [`closing`].
pub fn closing_dated(part: &ClusterList, dossier: &Dossier, dated: Dated) -> Closing {
    Closing { place_date: dated.place_date(part, dossier), ..closing(part, dossier) }
}

/// Count, place and the last day, signatures. An empty list is one to be filled in by
/// hand, and so is its count.
pub fn closing(part: &ClusterList, dossier: &Dossier) -> Closing {
    let count = match part.count() {
        0 => "Ấn định danh sách có ………… (………………………………………) người.".to_owned(),
        count => format!("Ấn định danh sách có {} người.", number::with_words(count)),
    };
    Closing {
        count,
        follows: if part.count() > 0 { Follows::Rows(part.count()) } else { Follows::Nothing },
        dotted: false,
        lines: Vec::new(),
        place_date: place_date(dossier.letterhead.place.as_deref(), part.last_day(dossier)),
        left: prepared_by("NGƯỜI LẬP"),
        middle: None,
        right: signature_or_confirmation(dossier.signatory.as_ref()),
    }
}

/// Where someone signs whose name is not known: only what they are.
pub fn prepared_by(title: &str) -> SignatureBlock {
    let hint = Some("(Ký, ghi rõ họ tên)".to_owned());
    SignatureBlock { lines: vec![title.to_owned()], hint, ..SignatureBlock::default() }
}

/// The block of who signs for the organisation, and room to confirm where nobody is known.
pub fn signature_or_confirmation(signatory: Option<&Signatory>) -> SignatureBlock {
    match signatory.filter(|one| **one != Signatory::default()) {
        Some(signatory) => signature(signatory),
        None => prepared_by("XÁC NHẬN"),
    }
}

/// The block of a signatory.
pub fn signature(signatory: &Signatory) -> SignatureBlock {
    let lines = signatory.authority.iter().chain([&signatory.title]);
    SignatureBlock {
        lines: lines.filter(|line| !line.is_empty()).cloned().collect(),
        name: signatory.name.clone(),
        ..SignatureBlock::default()
    }
}

/// "Phú Ninh, ngày 25 tháng 9 năm 2020": dotted where place, day, month or year
/// is not known.
pub fn place_date(place: Option<&str>, when: Option<FuzzyDate>) -> String {
    let place = place.filter(|place| !place.is_empty()).unwrap_or("…………");
    let known = when.and_then(|date| {
        let day = date.calendar()?;
        // Without its "khoảng": a signature has a day.
        FuzzyDate::of(day)
    });
    if let Some(day) = known {
        return format!("{place}, {}", date::in_words(day));
    }
    // Two figures for days below 10 and months 1 and 2 (Nghị định 30/2020/NĐ-CP).
    let day = when.and_then(FuzzyDate::day_of_month).map_or("……".to_owned(), |day| format!("{day:02}"));
    let month = when.and_then(FuzzyDate::month).map_or("……".to_owned(), |month| match month {
        1 | 2 => format!("{month:02}"),
        _ => month.to_string(),
    });
    let year = when.and_then(FuzzyDate::year).map_or("………".to_owned(), |year| year.to_string());
    format!("{place}, ngày {day} tháng {month} năm {year}")
}

/// The day that [`place_date`] says, where it says one.
pub fn day_said(place_date: &str) -> Option<FuzzyDate> {
    let after = |word: &str| {
        let (_, rest) = place_date.rsplit_once(word)?;
        rest.split_whitespace().next()
    };
    let (day, month, year) = (after("ngày ")?, after("tháng ")?, after("năm ")?);
    FuzzyDate::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_said() {
        let day = FuzzyDate::day(2020, 9, 5).ok();
        assert_eq!(day_said(&place_date(Some("Phú Ninh"), day)), day);
        assert_eq!(
            day_said(&place_date(None, FuzzyDate::day(2023, 12, 31).ok())),
            FuzzyDate::day(2023, 12, 31).ok()
        );
        assert_eq!(day_said(&place_date(Some("Phú Ninh"), None)), None);
        assert_eq!(day_said(&place_date(Some("Phú Ninh"), FuzzyDate::year_only(2020).ok())), None);
    }
}
