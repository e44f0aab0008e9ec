//! What certificates say of somebody in the place of their placeholders.

use super::certificate_words::Decision;
use super::{letter, list, occasion};
use crate::domain::certificate::CertificateForm;
use crate::domain::certificate_template::Placeholder;
use crate::domain::cluster::Cluster;
use crate::domain::completion::judging::{Judge, Outcome};
use crate::domain::date::FuzzyDate;
use crate::domain::delegate::Delegate;
use crate::domain::dossier::Dossier;
use crate::domain::person::Gender;
use crate::vietnamese::date;
use crate::vietnamese::number::sentence_case;

/// What is known of whom a certificate is made out to.
pub struct Values<'a> {
    /// Their session.
    pub dossier: &'a Dossier,
    /// How it is made out.
    pub form: &'a CertificateForm,
    /// The decision of recognition.
    pub decision: &'a Decision,
    /// Who completed.
    pub judge: &'a Judge<'a>,
    /// The holder.
    pub delegate: &'a Delegate,
    /// Where they are.
    pub cluster: Option<&'a Cluster>,
    /// The day of issue.
    pub date: Option<FuzzyDate>,
    /// The number as printed; empty while none was given.
    pub number: &'a str,
}

impl Values<'_> {
    /// What stands for a placeholder; empty where it is not known.
    pub fn of(&self, field: Placeholder) -> String {
        let Self { dossier, delegate, cluster, .. } = *self;
        let details = &delegate.details;
        let session = &dossier.session.details;
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match field {
            Placeholder::Name => details.full_name.clone(),
            Placeholder::Position => text(&details.position),
            Placeholder::Unit => text(&details.unit),
            Placeholder::PositionAndUnit => post_and_unit(&text(&details.position), &text(&details.unit)),
            Placeholder::BirthYear => list::birth_year(delegate),
            Placeholder::BirthDate => details.birth.map(date::in_words).unwrap_or_default(),
            Placeholder::Session => list::session_in_text(dossier).to_owned(),
            Placeholder::Time => {
                let dates = session.dates.or_else(|| cluster.and_then(|cluster| cluster.details.dates));
                dates.map(date::span_in_words).unwrap_or_default()
            }
            Placeholder::Honorific => match details.gender {
                Some(Gender::Male) => "ông",
                Some(Gender::Female) => "bà",
                None => "ông/bà",
            }
            .to_owned(),
            Placeholder::Venue => {
                let own = cluster.and_then(|cluster| cluster.details.venue.as_deref());
                own.or(session.venue.as_deref()).unwrap_or_default().trim().to_owned()
            }
            Placeholder::Cluster => cluster.map(|cluster| cluster.details.name.clone()).unwrap_or_default(),
            Placeholder::Sittings => match cluster.map_or(0, |cluster| cluster.sittings.len()) {
                0 => String::new(),
                count => format!("{} buổi", occasion::two_digits(count)),
            },
            Placeholder::Hours => cluster.and_then(hours).unwrap_or_default(),
            Placeholder::Number => self.number.to_owned(),
            Placeholder::DecisionNumber => self.decision.number.clone(),
            Placeholder::DecisionDate => self.decision.date.map(date::in_words).unwrap_or_default(),
            Placeholder::Grade => {
                let essay = dossier.completion.essays.get(&delegate.id);
                essay.and_then(|essay| essay.grade.clone()).unwrap_or_default()
            }
            Placeholder::Result => match self.judge.judge(delegate).outcome {
                Outcome::Completed => "hoàn thành",
                Outcome::NotCompleted => "chưa hoàn thành",
                Outcome::NotYetKnown => "",
            }
            .to_owned(),
            Placeholder::Signatory => self.form.signatory.name.clone(),
            Placeholder::SignatoryTitle => sentence_case(&self.form.signatory.title.to_lowercase()),
            Placeholder::IssueDate => self.date.map(date::in_words).unwrap_or_default(),
            Placeholder::Place => match self.form.place.is_empty() {
                true => dossier.letterhead.place.clone().unwrap_or_default(),
                false => self.form.place.clone(),
            },
            Placeholder::Issuer => {
                let letterhead = self.form.letterhead.as_ref().unwrap_or(&dossier.letterhead);
                super::ordinary::issuer(letterhead, dossier)
            }
        }
    }
}

/// Whether a placeholder says the same of everyone whose certificates are issued on one day.
pub fn is_same_for_all(field: Placeholder, dossier: &Dossier) -> bool {
    match field {
        Placeholder::Time => dossier.session.details.dates.is_some() || dossier.clusters.is_empty(),
        Placeholder::Venue => dossier.clusters.iter().all(|cluster| cluster.details.venue.is_none()),
        Placeholder::IssueDate => true,
        field => !field.is_personal(),
    }
}

/// How long the sittings of a cluster are together; `None` where it is not known of one of them.
fn hours(cluster: &Cluster) -> Option<String> {
    let minutes = |sitting: &crate::domain::cluster::Sitting| Some(sitting.starts?.until(sitting.ends?));
    let total = cluster.sittings.iter().map(minutes).sum::<Option<u32>>().filter(|total| *total > 0)?;
    Some(match (total / 60, total % 60) {
        (hours, 0) => format!("{hours:02} giờ"),
        (hours, minutes) => format!("{hours:02} giờ {minutes:02} phút"),
    })
}

/// Post and unit as one phrase: "Chủ tịch UBMTTQ xã Tam Đại", "Trưởng ban CTMT thôn Trung Đàn". What the post says of
/// the unit already is not said again; a unit that does not go on with the post stands behind a comma.
pub fn post_and_unit(position: &str, unit: &str) -> String {
    let (position, unit) = (position.trim(), unit.trim());
    if position.is_empty() || unit.is_empty() {
        return format!("{position}{unit}");
    }
    let key = |text: &str| text.to_lowercase();
    let (post, whole) = (key(position), key(unit));
    if post.ends_with(&whole) {
        return position.to_owned();
    }
    // "Chủ tịch UBMTTQ" of "UBMTTQ xã Tam Đại": what both say is said once.
    let starts = position.char_indices().filter(|(at, _)| *at == 0 || position[..*at].ends_with(' '));
    let overlap = starts.map(|(at, _)| &position[at..]).find(|tail| {
        let tail = key(tail);
        whole.strip_prefix(&tail).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ',']))
    });
    if let Some(tail) = overlap {
        return format!("{}{unit}", &position[..position.len() - tail.len()]);
    }
    let names_its_place = letter::is_place(unit) && names_a_place(position);
    match names_its_place || position.contains(',') {
        true => format!("{position}, {}", letter::unit_in_text(unit)),
        false => format!("{position} {}", letter::unit_in_text(unit)),
    }
}

/// Whether a post says itself of which place it is: "Chủ tịch UBMTTQ xã Tam Đại".
fn names_a_place(position: &str) -> bool {
    let words: Vec<&str> = position.split(' ').collect();
    (1..words.len()).any(|from| {
        let rest = words[from..].join(" ");
        let is_named = words.get(from + 1).is_some_and(|word| word.starts_with(char::is_uppercase));
        letter::is_place(&sentence_case(&rest)) && is_named
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn post_and_unit_are_one_phrase() {
        for (position, unit, phrase) in [
            ("Chủ tịch", "UBMTTQ xã Tam Đại", "Chủ tịch UBMTTQ xã Tam Đại"),
            ("Chủ tịch UBMTTQ", "UBMTTQ xã Tam Đại", "Chủ tịch UBMTTQ xã Tam Đại"),
            ("Chủ tịch UBMTTQ", "Xã Tam Đại", "Chủ tịch UBMTTQ xã Tam Đại"),
            ("Chủ tịch UBMTTQ xã Tam Đại", "Xã Tam Đại", "Chủ tịch UBMTTQ xã Tam Đại"),
            ("Trưởng ban CTMT", "Thôn Trung Đàn, xã Tam Đại", "Trưởng ban CTMT thôn Trung Đàn, xã Tam Đại"),
            ("Chủ tịch UBMTTQ xã Tam An", "Xã Tam Đại", "Chủ tịch UBMTTQ xã Tam An, xã Tam Đại"),
            ("", "Xã Tam Đại", "Xã Tam Đại"),
            ("Trưởng ban CTMT", "", "Trưởng ban CTMT"),
            ("", "", ""),
        ] {
            assert_eq!(post_and_unit(position, unit), phrase, "{position:?} {unit:?}");
        }
    }
}
