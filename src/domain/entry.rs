//! What was typed, made ready to be stored: clean text, and a reason where it
//! cannot be taken as it is.

use super::certificate::{CertificateForm, CertificateTemplate, CertificateWords};
use super::cluster::{ClusterDetails, SittingDetails};
use super::completion::Decision;
use super::date::DateSpan;
use super::guest::Guest;
use super::mistake::Mistake;
use super::organisation::{NUMBER_PLACE, OrganisationDetails, Signatory, pattern_read};
use super::person::PersonDetails;
use super::person::Sensitive;
use super::person_field::PersonField;
use super::registry::HeldPosition;
use super::retention::Retention;
use super::session::{AudienceGroup, Organiser, SessionDetails};
use crate::vietnamese::clean::{clean, clean_lines};

/// A session, of which only the title is required.
pub fn session(entered: SessionDetails) -> Result<SessionDetails, Mistake> {
    let title = clean(&entered.title);
    if title.is_empty() {
        return Err(Mistake::NoTitle);
    }
    Ok(SessionDetails {
        title,
        title_in_text: line(entered.title_in_text),
        time_note: line(entered.time_note),
        venue: line(entered.venue),
        area: line(entered.area),
        context: lines(entered.context),
        purpose: lines(entered.purpose),
        reason: lines(entered.reason),
        slogan: lines(entered.slogan),
        discussion: lines(entered.discussion),
        difficulties: lines(entered.difficulties),
        closing: lines(entered.closing),
        outcome: lines(entered.outcome),
        plan_number: line(entered.plan_number),
        decision_number: line(entered.decision_number),
        excused_word: line(entered.excused_word),
        absent_word: line(entered.absent_word),
        ..entered
    })
}

/// A cluster, of which only the name is required.
pub fn cluster(entered: ClusterDetails) -> Result<ClusterDetails, Mistake> {
    let name = clean(&entered.name);
    if name.is_empty() {
        return Err(Mistake::NoClusterName);
    }
    if entered.capacity == Some(0) {
        return Err(Mistake::NoSeats);
    }
    let serves = entered.serves.iter().map(|unit| clean(unit)).filter(|unit| !unit.is_empty()).collect();
    Ok(ClusterDetails { name, venue: line(entered.venue), lead: line(entered.lead), serves, ..entered })
}

/// A sitting; "7h30" and "7:30" become "07:30".
pub fn sitting(entered: SittingDetails) -> Result<SittingDetails, Mistake> {
    let starts = line(entered.starts).map(|text| time(&text)).transpose()?;
    let ends = line(entered.ends).map(|text| time(&text)).transpose()?;
    match (&starts, &ends) {
        // Two digits each: the order of the texts is the order of the times.
        (Some(starts), Some(ends)) if ends <= starts => {
            Err(Mistake::TimesReversed { starts: starts.clone(), ends: ends.clone() })
        }
        _ => Ok(SittingDetails { starts, ends, ..entered }),
    }
}

/// A person, of whom only the name is required.
pub fn person(entered: PersonDetails) -> Result<PersonDetails, Mistake> {
    let full_name = clean(&entered.full_name);
    if full_name.is_empty() {
        return Err(Mistake::NoName);
    }
    let unit = line(entered.unit);
    // A group without a unit is the unit.
    let (unit, unit_group) = match (unit, line(entered.unit_group)) {
        (None, group) => (group, None),
        (unit, group) if unit == group => (unit, None),
        both => both,
    };
    let position = line(entered.position);
    let mut person = PersonDetails { full_name, position, unit, unit_group, ..entered };
    for (_, text) in PersonField::lines() {
        let text = text.of_mut(&mut person);
        *text = line(text.take());
    }
    Ok(person)
}

/// A position beside the main one, which must have a title and no end before its start.
pub fn held_position(entered: HeldPosition) -> Result<HeldPosition, Mistake> {
    let title = clean(&entered.title);
    if title.is_empty() {
        return Err(Mistake::NoPosition);
    }
    if let (Some(from), Some(until)) = (entered.from, entered.until) {
        DateSpan::new(from, until)?;
    }
    Ok(HeldPosition { title, ..entered })
}

/// What is sensitive of a person, as typed.
pub fn sensitive(mut entered: Sensitive) -> Sensitive {
    for (_, text) in PersonField::sensitive_lines() {
        let text = text.of_mut(&mut entered);
        *text = line(text.take());
    }
    entered
}

/// How long data are kept; nothing is required.
pub fn retention(entered: Retention) -> Retention {
    Retention { purpose: line(entered.purpose), hold_reason: line(entered.hold_reason), ..entered }
}

/// An organisation, of which only the name is required: an empty short name
/// becomes the name, an empty number pattern the number alone.
pub fn organisation(entered: OrganisationDetails) -> Result<OrganisationDetails, Mistake> {
    let name = clean(&entered.name);
    if name.is_empty() {
        return Err(Mistake::NoOrganisationName);
    }
    let certificate_pattern = number_pattern(entered.certificate_pattern)?;
    let mut letterhead = entered.letterhead;
    letterhead.superior = all_lines(&letterhead.superior);
    letterhead.issuer = all_lines(&letterhead.issuer);
    letterhead.place = line(letterhead.place);
    let numbers = &mut letterhead.numbers;
    for pattern in [&mut numbers.plan, &mut numbers.decision, &mut numbers.invitation] {
        *pattern = pattern_read(&clean(pattern));
        if !pattern.is_empty() && !pattern.contains(NUMBER_PLACE) {
            return Err(Mistake::NoNumberInPattern(pattern.clone()));
        }
    }
    Ok(OrganisationDetails {
        short_name: line(Some(entered.short_name)).unwrap_or_else(|| name.clone()),
        name,
        letterhead,
        signatories: entered.signatories.into_iter().map(signatory).collect(),
        certificate_pattern,
        logo: entered.logo,
    })
}

/// How certificates are made out. An empty title becomes the usual one, an empty
/// number pattern the number alone; numbers count from 1.
pub fn certificate_form(entered: CertificateForm) -> Result<CertificateForm, Mistake> {
    let template = match entered.template {
        CertificateTemplate::Former(words) => CertificateTemplate::Former(CertificateWords {
            title: line(Some(words.title)).unwrap_or_else(|| CertificateWords::usual().title),
            before_name: clean(&words.before_name),
            after_name: all_lines(&words.after_name),
        }),
        designed => designed,
    };
    Ok(CertificateForm {
        template,
        pattern: number_pattern(entered.pattern)?,
        signatory: signatory(entered.signatory),
        place: clean(&entered.place),
        next_number: entered.next_number.max(1),
        ..entered
    })
}

/// A number pattern with a place for the number.
fn number_pattern(entered: String) -> Result<String, Mistake> {
    let pattern = line(Some(entered)).map_or_else(|| NUMBER_PLACE.to_owned(), |text| pattern_read(&text));
    if pattern.contains(NUMBER_PLACE) { Ok(pattern) } else { Err(Mistake::NoNumberInPattern(pattern)) }
}

fn signatory(entered: Signatory) -> Signatory {
    Signatory {
        authority: all_lines(&entered.authority),
        title: clean(&entered.title),
        name: clean(&entered.name),
        ..entered
    }
}

/// Organisers; lines left empty are left out.
pub fn organisers(entered: Vec<Organiser>) -> Vec<Organiser> {
    let cleaned = entered.into_iter().map(|one| Organiser { name: clean(&one.name), ..one });
    cleaned.filter(|one| !one.name.is_empty()).collect()
}

/// Called groups; lines left empty are left out.
pub fn audience(entered: Vec<AudienceGroup>) -> Vec<AudienceGroup> {
    let cleaned = entered.into_iter().map(|one| AudienceGroup { label: clean(&one.label), ..one });
    cleaned.filter(|one| !one.label.is_empty()).collect()
}

/// Guests; lines left empty are left out.
pub fn guests(entered: Vec<Guest>) -> Vec<Guest> {
    let cleaned = entered.into_iter().map(|one| match one {
        Guest::Person { honorific, name, titles, part } => Guest::Person {
            honorific: line(honorific),
            name: clean(&name),
            titles: all_lines(&titles),
            part: line(part),
        },
        Guest::Group { label } => Guest::Group { label: clean(&label) },
    });
    let is_named = |one: &Guest| match one {
        Guest::Person { name, .. } => !name.is_empty(),
        Guest::Group { label } => !label.is_empty(),
    };
    cleaned.filter(is_named).collect()
}

/// A decision by hand on who completed: it needs its reason.
pub fn decision(current: &Decision, entered: Decision) -> Result<Decision, Mistake> {
    let decision = Decision { reason: line(entered.reason), decided_by: line(entered.decided_by), ..entered };
    let is_new = decision.completed.is_some() && decision.completed != current.completed;
    match is_new && decision.reason.is_none() {
        true => Err(Mistake::NoDecisionReason),
        false => Ok(decision),
    }
}

/// One line; `None` when nothing is left of it.
fn line(text: Option<String>) -> Option<String> {
    text.map(|text| clean(&text)).filter(|text| !text.is_empty())
}

/// A text of several lines; `None` when nothing is left of it.
fn lines(text: Option<String>) -> Option<String> {
    text.map(|text| clean_lines(&text)).filter(|text| !text.is_empty())
}

/// Lines of a heading, without empty ones.
fn all_lines(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| clean(text)).filter(|text| !text.is_empty()).collect()
}

/// "7:30", "7h30", "07g30", "7h" as "07:30".
pub fn time(text: &str) -> Result<String, Mistake> {
    let wrong = || Mistake::Time(text.to_owned());
    let (hour, minute) = text.split_once([':', 'h', 'g', 'H', 'G', '.']).ok_or_else(wrong)?;
    let number = |part: &str, most: u8| match part.trim() {
        digits if digits.is_empty() || digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) => {
            None
        }
        digits => digits.parse::<u8>().ok().filter(|value| *value <= most),
    };
    let minute = if minute.trim().is_empty() { "00" } else { minute };
    match (number(hour, 23), number(minute, 59)) {
        (Some(hour), Some(minute)) => Ok(format!("{hour:02}:{minute:02}")),
        _ => Err(wrong()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::cluster::HalfDay;

    fn hours(starts: &str, ends: &str) -> Result<(Option<String>, Option<String>), Mistake> {
        let entered = SittingDetails {
            date: "2020-09-25".parse().expect("a date"),
            half: HalfDay::Morning,
            starts: Some(starts.into()),
            ends: Some(ends.into()),
            programme: Vec::new(),
        };
        sitting(entered).map(|sitting| (sitting.starts, sitting.ends))
    }

    #[test]
    fn times_are_taken_as_offices_write_them() {
        assert_eq!(hours("7h30", "11:30"), Ok((Some("07:30".into()), Some("11:30".into()))));
        assert_eq!(hours("7g", " "), Ok((Some("07:00".into()), None)));
        for wrong in ["25:00", "7:60", "7", "bảy giờ", "7:3x", ":30"] {
            assert_eq!(hours(wrong, ""), Err(Mistake::Time(wrong.into())), "{wrong}");
        }
        assert!(matches!(hours("13:30", "7:30"), Err(Mistake::TimesReversed { .. })));
    }

    #[test]
    fn what_must_be_there_is_asked_for() {
        let blank = || " \u{a0}".to_owned();
        let entered = SessionDetails { title: blank(), ..SessionDetails::default() };
        assert_eq!(session(entered), Err(Mistake::NoTitle));
        let entered = ClusterDetails { name: blank(), ..ClusterDetails::default() };
        assert_eq!(cluster(entered), Err(Mistake::NoClusterName));
        let entered =
            ClusterDetails { name: "Cụm 1".into(), capacity: Some(0), ..ClusterDetails::default() };
        assert_eq!(cluster(entered), Err(Mistake::NoSeats));
        let entered = PersonDetails { full_name: blank(), ..PersonDetails::default() };
        assert_eq!(person(entered), Err(Mistake::NoName));
    }

    #[test]
    fn a_text_that_was_emptied_is_gone() {
        let entered = PersonDetails {
            full_name: "Lê  Thị An ".into(),
            position: Some("  ".into()),
            unit_group: Some("Xã Tam Đại".into()),
            ..PersonDetails::default()
        };
        let taken = person(entered).expect("a person");
        assert_eq!(taken.full_name, "Lê Thị An");
        assert_eq!(taken.position, None);
        assert_eq!((taken.unit.as_deref(), taken.unit_group), (Some("Xã Tam Đại"), None));
    }

    #[test]
    fn a_pattern_needs_a_place_for_the_number() {
        let entered = |pattern: &str| OrganisationDetails {
            name: "Ủy ban MTTQ".into(),
            short_name: String::new(),
            letterhead: Default::default(),
            signatories: Vec::new(),
            certificate_pattern: pattern.into(),
            logo: None,
        };
        assert_eq!(organisation(entered("CN")), Err(Mistake::NoNumberInPattern("CN".into())));
        let taken = organisation(entered("")).expect("an organisation");
        assert_eq!((taken.certificate_pattern.as_str(), taken.short_name.as_str()), ("{so}", "Ủy ban MTTQ"));
    }
}
