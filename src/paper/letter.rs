//! What letters have in common: who writes, number, date and signature.

use std::sync::LazyLock;

pub use super::honorific::{ANYBODY, guest, presenter};

use super::content::{Block, Body, Closing, Document, NumberDate, Section, SignatureBlock, Signed};
use super::finding::{Fact, Findings};
use super::list::{self, ClusterList};
use super::ordinary;
use crate::domain::date::FuzzyDate;
use crate::domain::dossier::Dossier;
use crate::domain::organisation::{
    HeadingProfile, Letterhead, NUMBER_PLACE, Signatory, numbered, two_digits,
};
use crate::domain::session::{OrganiserRole, SessionKind};
use crate::lexicon::{Beginnings, Use, unit_words};
use crate::vietnamese::{date, number};

/// A letter of the whole session, whatever its clusters.
pub fn of_session(name: &str, blocks: Vec<Block>, dossier: &Dossier) -> Document {
    let whole = [ClusterList { cluster: None, rows: Vec::new() }];
    let section = Section { name: name.to_owned(), blocks, ..Section::default() };
    Document { info: list::info(name, &whole, None, dossier), body: Body::Flow(vec![section]) }
}

/// How the Front numbers its plans (custom).
pub const PLAN_NUMBER: &str = "{so}/KH-MTTQ-BTT";

/// How the Front numbers its invitations (custom).
pub const INVITATION_NUMBER: &str = "{so}/GM-MTTQ-BTT";

/// How the Front numbers its summonses: they have a symbol of their own (custom).
pub const SUMMONS_NUMBER: &str = "{so}/GTT-MTTQ-BTT";

/// Dots where a number is to be written by hand.
const DOTS: &str = "……";

/// How the Front numbers its decisions (custom).
pub const DECISION_NUMBER: &str = "{so}/QĐ-MTTQ-BTT";

/// How the Front numbers its reports (custom).
pub const REPORT_NUMBER: &str = "{so}/BC-MTTQ-BTT";

/// How the Front numbers its minutes (custom).
pub const MINUTES_NUMBER: &str = "{so}/BB-MTTQ-BTT";

/// The last line of the letterhead of a standing committee of the Front, whose
/// papers are numbered as [`usual`](number) has it.
pub const STANDING_COMMITTEE: &str = "BAN THƯỜNG TRỰC";

/// The pattern of papers for which none can be chosen: that of plans with their
/// own letters, "{so}-BC/UBMT" after "{so}-KH/UBMT". Empty where plans have none.
pub fn pattern_like_plans(letters: &str, letterhead: &Letterhead) -> String {
    pattern_like(&letterhead.numbers.plan, "KH", letters)
}

/// The pattern of summonses: that of invitations, else that of plans, with their own letters.
pub fn summons_pattern(letterhead: &Letterhead) -> String {
    let like_invitations = pattern_like(&letterhead.numbers.invitation, "GM", "GTT");
    if like_invitations.is_empty() { pattern_like_plans("GTT", letterhead) } else { like_invitations }
}

/// A pattern with other letters for the word `theirs` in it; empty where that is no word of it.
fn pattern_like(pattern: &str, theirs: &str, letters: &str) -> String {
    let words = || pattern.split_inclusive(|letter: char| !letter.is_alphabetic());
    let is_theirs = |word: &str| word.trim_end_matches(|letter: char| !letter.is_alphabetic()) == theirs;
    if !words().any(is_theirs) {
        return String::new();
    }
    let own = |word: &str| if is_theirs(word) { word.replacen(theirs, letters, 1) } else { word.to_owned() };
    words().map(own).collect()
}

/// "Số: 45/KH-MTTQ-BTT", see [`number_alone`].
pub fn number(entered: &str, pattern: &str, usual: &str, letterhead: &Letterhead) -> String {
    number_line(&number_alone(entered, pattern, usual, letterhead), letterhead)
}

/// "Số: 45/KH-MTTQ-BTT"; papers with the heading of the Party have no colon
/// (Hướng dẫn 36-HD/VPTW: "Số 127-QĐ/TW").
pub fn number_line(number: &str, letterhead: &Letterhead) -> String {
    match letterhead.profile {
        HeadingProfile::State => format!("Số: {number}"),
        HeadingProfile::Party => format!("Số {number}"),
    }
}

/// "45/KH-MTTQ-BTT": what was entered, made whole by the pattern; dots for a
/// number that is not known. Without a pattern that of the Front is `usual`.
pub fn number_alone(entered: &str, pattern: &str, usual: &str, letterhead: &Letterhead) -> String {
    let of_the_front = || letterhead.issuer.last().is_some_and(|line| line == STANDING_COMMITTEE);
    let pattern = match pattern {
        "" if of_the_front() => usual,
        "" => NUMBER_PLACE,
        pattern => pattern,
    };
    let entered = entered.trim();
    let entered = ["Số:", "số:", "Số", "số"]
        .iter()
        .find_map(|word| entered.strip_prefix(word))
        .map_or(entered, str::trim);
    match entered {
        "" => numbered(pattern, if pattern == NUMBER_PLACE { "…………" } else { DOTS }),
        whole if whole.contains(['/', '-']) => two_digits(whole).into_owned(),
        part => numbered(pattern, part),
    }
}

/// The number of the plan of the session, where it has one.
pub fn plan_number(dossier: &Dossier) -> Option<String> {
    let entered = dossier.session.details.plan_number.as_deref()?;
    let pattern = &dossier.letterhead.numbers.plan;
    let number = || number_alone(entered, pattern, PLAN_NUMBER, &dossier.letterhead);
    (!entered.trim().is_empty()).then(number)
}

/// The line under the head, dotted where number or day are not known yet.
pub fn number_date(number: String, issued: Option<FuzzyDate>, place: Option<&str>) -> Block {
    Block::NumberDate(NumberDate {
        number,
        place_date: list::place_date(place, issued),
        ..NumberDate::default()
    })
}

/// "(Kèm theo Quyết định số 12/QĐ-MTTQ-BTT ngày 09 tháng 10 năm 2020 của …)": over what is attached to
/// a paper, dotted where its day is not known.
pub fn attached_to(paper: &str, number: &str, issued: Option<FuzzyDate>, issuer: &str) -> String {
    let day = match issued.filter(|day| day.calendar().is_some()) {
        Some(day) => date::in_words(day),
        None => "ngày …… tháng …… năm ………".to_owned(),
    };
    format!("(Kèm theo {paper} số {number} {day} của {issuer})")
}

/// The end of a list that is attached to a paper: it is counted, and signed with the paper.
pub fn attached_count(people: usize) -> Block {
    let unsigned = || SignatureBlock { unsigned: true, ..SignatureBlock::default() };
    let count = match people {
        0 => "Danh sách có ………… (………………………………………) người./.".to_owned(),
        people => format!("Danh sách có {} người./.", number::with_words(people)),
    };
    Block::Closing(Closing { count, left: unsigned(), right: unsigned(), ..Closing::default() })
}

/// To whom the office reports: the body over it, or, where it only takes part, the one that holds the
/// session. `None` where it stands under none.
pub fn superior(dossier: &Dossier) -> Option<String> {
    if takes_part_only(dossier) {
        return Some(and(&organisers(dossier, OrganiserRole::Lead)));
    }
    ordinary::superior(dossier)
}

/// Who receives a letter: those the user names, parted by semicolons or lines, else
/// the `usual`.
pub fn recipients(entered: &str, usual: Vec<String>) -> Vec<String> {
    let named =
        entered.split([';', '\n']).map(|one| one.trim().trim_start_matches('-').trim_end_matches('.').trim());
    let named: Vec<String> = named.filter(|one| !one.is_empty()).map(str::to_owned).collect();
    if named.is_empty() { usual } else { named }
}

/// The end of a letter: to whom it goes, and who signs.
pub fn signed(recipients: Vec<String>, signatory: Option<&Signatory>, findings: &mut Findings) -> Block {
    let signature = match signatory.filter(|one| **one != Signatory::default()) {
        Some(signatory) => list::signature(signatory),
        None => {
            findings.missing(Fact::Signatory);
            SignatureBlock::default()
        }
    };
    Block::Signed(Signed { recipients, signature })
}

/// The names of the organisers with a role.
pub fn organisers(dossier: &Dossier, role: OrganiserRole) -> Vec<&str> {
    let named = dossier.organisers.iter().filter(|one| one.role == role && !one.name.trim().is_empty());
    named.map(|one| one.name.as_str()).collect()
}

/// Who writes: who holds the session, or the site that takes part in a session
/// that another body holds.
pub fn writer(dossier: &Dossier) -> String {
    let leads = organisers(dossier, OrganiserRole::Lead);
    let sites = organisers(dossier, OrganiserRole::RemoteSite);
    let own = takes_part_only(dossier);
    let names = if own { sites } else { leads };
    if names.is_empty() { dossier.organisation.clone() } else { and(&names) }
}

/// Whether another body holds the session and the office whose letter it is only
/// takes part from its own site.
pub fn takes_part_only(dossier: &Dossier) -> bool {
    let own = dossier.organisation.to_lowercase();
    let of_own = |name: &&str| {
        let name = name.to_lowercase();
        name.contains(&own) || own.contains(&name)
    };
    let leads = organisers(dossier, OrganiserRole::Lead);
    let sites = organisers(dossier, OrganiserRole::RemoteSite);
    !sites.is_empty() && !leads.is_empty() && !leads.iter().any(of_own)
}

/// "A", "A và B", "A, B và C".
pub fn and(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} và {last}", first.join(", ")),
    }
}

/// What a session is called in general.
pub fn gathering(dossier: &Dossier) -> &'static str {
    match dossier.session.details.kind {
        SessionKind::Conference => "hội nghị",
        SessionKind::Class => "lớp tập huấn",
    }
}

/// What kind of place a unit is: "Xã", also of "XÃ TAM ĐẠI", or `None` for a body.
fn kind_of_place(unit: &str) -> Option<&str> {
    static KINDS: LazyLock<Beginnings> =
        LazyLock::new(|| unit_words(Use::Sentence).map(|kind| kind.word).collect());
    let lower = unit.to_lowercase();
    let name = KINDS.after(&lower).find(|name| name.starts_with(' '))?;
    // Counted in letters: a capital may take other bytes than its small letter.
    let letters = lower.chars().count() - name.chars().count();
    unit.char_indices().nth(letters).map(|(end, _)| &unit[..end])
}

/// A unit in two: what kind of place it is, and its name: "Xã", "Tam Đại". A body
/// has no kind.
pub fn kind_and_name(unit: &str) -> (&str, &str) {
    match kind_of_place(unit) {
        Some(kind) => (kind, unit[kind.len()..].trim_start()),
        None => ("", unit),
    }
}

/// Whether a unit is a place rather than a body or an office.
pub fn is_place(unit: &str) -> bool {
    kind_of_place(unit).is_some()
}

/// Whether a position is one of the body that is given as the unit: "Chủ tịch" of "UBMTTQ xã Tam Đại".
/// Not where it names that body itself, nor where the unit is a place.
pub fn is_post_of(position: &str, unit: &str) -> bool {
    let body = unit.split(' ').next().unwrap_or_default();
    !position.trim().is_empty() && !body.is_empty() && !is_place(unit) && !position.contains(body)
}

/// A unit inside a sentence: "xã Tam Đại", but "UBMTTQ xã Tam Đại".
pub fn unit_in_text(unit: &str) -> String {
    match kind_of_place(unit) {
        Some(kind) => format!("{}{}", kind.to_lowercase(), &unit[kind.len()..]),
        None => unit.to_owned(),
    }
}

/// A sentence end where none stands.
pub fn stopped(text: &str, stop: &str) -> String {
    let text = text.trim_end().trim_end_matches([';', ',', '.', ':']);
    // An ellipsis, a question or an exclamation ends by itself.
    if text.ends_with(['…', '!', '?']) && stop == "." { text.to_owned() } else { format!("{text}{stop}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_inside_a_sentence_has_no_capital_of_its_kind() {
        assert_eq!(unit_in_text("Xã Tam Đại"), "xã Tam Đại");
        assert_eq!(unit_in_text("Thị trấn Phú Thịnh"), "thị trấn Phú Thịnh");
        assert_eq!(unit_in_text("UBMTTQ xã Tam Đại"), "UBMTTQ xã Tam Đại");
        assert_eq!(unit_in_text("Xãy"), "Xãy");
        assert_eq!(kind_and_name("XÃ TAM ĐẠI"), ("XÃ", "TAM ĐẠI"));
        assert_eq!(kind_and_name("THỊ TRẤN PHÚ THỊNH"), ("THỊ TRẤN", "PHÚ THỊNH"));
        assert_eq!(kind_and_name("UBMTTQ XÃ TAM ĐẠI"), ("", "UBMTTQ XÃ TAM ĐẠI"));
    }

    #[test]
    fn reports_are_numbered_as_plans_are() {
        let like = |plans: &str| {
            let mut letterhead = Letterhead::default();
            letterhead.numbers.plan = plans.to_owned();
            pattern_like_plans("BC", &letterhead)
        };
        assert_eq!(like("{so}-KH/UBMT"), "{so}-BC/UBMT");
        assert_eq!(like("{so}/KH"), "{so}/BC");
        assert_eq!(like("{so}/KHMT"), "");
        assert_eq!(like(""), "");
    }

    #[test]
    fn summonses_are_numbered_as_invitations_are_with_their_own_letters() {
        let like = |plans: &str, invitations: &str| {
            let mut letterhead = Letterhead::default();
            letterhead.numbers.plan = plans.to_owned();
            letterhead.numbers.invitation = invitations.to_owned();
            summons_pattern(&letterhead)
        };
        assert_eq!(like("{so}/KH-UB", "{so}/GM-MTTQ"), "{so}/GTT-MTTQ");
        assert_eq!(like("{so}-KH/UBMT", "{so}-MOI/UBMT"), "{so}-GTT/UBMT");
        assert_eq!(like("", ""), "");
    }

    #[test]
    fn numbers_have_two_figures_and_the_party_no_colon() {
        let mut letterhead = Letterhead::default();
        let number = |entered, letterhead: &_| number(entered, "{so}/KH-MTTQ", PLAN_NUMBER, letterhead);
        assert_eq!(number("5", &letterhead), "Số: 05/KH-MTTQ");
        assert_eq!(number("Số: 7/KH-UBMT", &letterhead), "Số: 07/KH-UBMT");
        letterhead.profile = HeadingProfile::Party;
        assert_eq!(number("5", &letterhead), "Số 05/KH-MTTQ");
    }

    #[test]
    fn recipients_are_those_named_or_the_usual() {
        let usual = || vec!["Như trên".to_owned()];
        assert_eq!(recipients(" ; ", usual()), usual());
        assert_eq!(
            recipients("- Huyện ủy (b/c); Như trên;\nLưu: VT.", usual()),
            ["Huyện ủy (b/c)", "Như trên", "Lưu: VT"]
        );
    }

    #[test]
    fn points_end_once() {
        assert_eq!(stopped("Tuyên truyền BHYT…", "."), "Tuyên truyền BHYT…");
        assert_eq!(stopped("Tuyên truyền BHYT…", ";"), "Tuyên truyền BHYT…;");
        assert_eq!(stopped("một câu.", ";"), "một câu;");
    }
}
