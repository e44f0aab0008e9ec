//! What fields and buttons change in an organisation.

use crate::app::widget::field::Shifted;
use crate::domain::date::{DateSpan, FuzzyDate};
use crate::domain::mistake::Mistake;
use crate::domain::organisation::{
    HeadingProfile, OrganisationDetails, Signatory, pattern_read, pattern_shown,
};
use crate::domain::picture::Picture;

/// Lines of the superior body and of the issuer that have a field.
pub const SUPERIOR_LINES: usize = 2;
/// Lines of the issuing body that have a field.
pub const ISSUER_LINES: usize = 3;
/// Authority lines of a signatory that have a field.
pub const AUTHORITY_LINES: usize = 2;

/// A field of text, by what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SettingsField {
    /// The full name.
    Name,
    /// The short name.
    ShortName,
    /// Địa danh.
    Place,
    /// The number pattern of certificates.
    Pattern,
    /// The number pattern of plans.
    PlanNumber,
    /// The number pattern of decisions.
    DecisionNumber,
    /// The number pattern of invitations.
    InvitationNumber,
    /// A line of the superior body.
    Superior(usize),
    /// A line of the issuing body.
    Issuer(usize),
    /// An authority line of a signatory: the signatory, the line.
    Authority(usize, usize),
    /// The title of a signatory.
    Title(usize),
    /// The name of a signatory.
    Signer(usize),
}

/// A change of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A text was committed.
    Text(SettingsField, String),
    /// Another heading.
    Profile(HeadingProfile),
    /// The lines of the head in capitals, as they are printed.
    Capitals,
    /// The first day in office of a signatory.
    From(usize, Option<FuzzyDate>),
    /// The last day in office of a signatory.
    Until(usize, Option<FuzzyDate>),
    /// Another logo, or none.
    Logo(Option<Picture>),
    /// One more signatory, at the end.
    AddSignatory,
    /// A signatory changes places with the one before.
    MoveUp(usize),
    /// A signatory changes places with the one after.
    MoveDown(usize),
    /// A signatory is taken off the list.
    RemoveSignatory(usize),
}

impl SettingsField {
    /// Its word in the history: edits of one field join there. Also its id in the window.
    pub fn key(self) -> String {
        match self {
            Self::Name => "office-name".to_owned(),
            Self::ShortName => "office-short".to_owned(),
            Self::Place => "office-place".to_owned(),
            Self::Pattern => "office-pattern".to_owned(),
            Self::PlanNumber => "office-number-plan".to_owned(),
            Self::DecisionNumber => "office-number-decision".to_owned(),
            Self::InvitationNumber => "office-number-invitation".to_owned(),
            Self::Superior(line) => format!("office-superior-{line}"),
            Self::Issuer(line) => format!("office-issuer-{line}"),
            Self::Authority(who, line) => format!("office-authority-{who}-{line}"),
            Self::Title(who) => format!("office-title-{who}"),
            Self::Signer(who) => format!("office-signer-{who}"),
        }
    }

    /// What it holds.
    pub fn of(self, details: &OrganisationDetails) -> &str {
        let head = &details.letterhead;
        let signatory = |who: usize| details.signatories.get(who);
        let found = match self {
            Self::Name => Some(&details.name),
            Self::ShortName => Some(&details.short_name),
            Self::Place => head.place.as_ref(),
            Self::Pattern => Some(&details.certificate_pattern),
            Self::PlanNumber => Some(&head.numbers.plan),
            Self::DecisionNumber => Some(&head.numbers.decision),
            Self::InvitationNumber => Some(&head.numbers.invitation),
            Self::Superior(line) => head.superior.get(line),
            Self::Issuer(line) => head.issuer.get(line),
            Self::Authority(who, line) => signatory(who).and_then(|one| one.authority.get(line)),
            Self::Title(who) => signatory(who).map(|one| &one.title),
            Self::Signer(who) => signatory(who).map(|one| &one.name),
        };
        found.map_or("", String::as_str)
    }

    /// What its field shows: of a number pattern dots for the number.
    pub fn shown(self, details: &OrganisationDetails) -> String {
        let held = self.of(details);
        if self.is_pattern() { pattern_shown(held) } else { held.to_owned() }
    }

    fn is_pattern(self) -> bool {
        matches!(self, Self::Pattern | Self::PlanNumber | Self::DecisionNumber | Self::InvitationNumber)
    }

    fn set(self, details: &mut OrganisationDetails, text: String) {
        let text = if self.is_pattern() { pattern_read(&text) } else { text };
        let head = &mut details.letterhead;
        match self {
            Self::Name => details.name = text,
            Self::ShortName => details.short_name = text,
            Self::Place => head.place = Some(text).filter(|text| !text.is_empty()),
            Self::Pattern => details.certificate_pattern = text,
            Self::PlanNumber => head.numbers.plan = text,
            Self::DecisionNumber => head.numbers.decision = text,
            Self::InvitationNumber => head.numbers.invitation = text,
            Self::Superior(line) => set_line(&mut head.superior, line, text),
            Self::Issuer(line) => set_line(&mut head.issuer, line, text),
            Self::Authority(who, line) => {
                if let Some(one) = details.signatories.get_mut(who) {
                    set_line(&mut one.authority, line, text);
                }
            }
            Self::Title(who) => {
                if let Some(one) = details.signatories.get_mut(who) {
                    one.title = text;
                }
            }
            Self::Signer(who) => {
                if let Some(one) = details.signatories.get_mut(who) {
                    one.name = text;
                }
            }
        }
    }
}

/// Sets a line; lines left out before it stay empty until they are stored.
fn set_line(lines: &mut Vec<String>, at: usize, text: String) {
    if lines.len() <= at {
        lines.resize(at + 1, String::new());
    }
    lines[at] = text;
}

impl Edit {
    /// What the history and refusals know it by.
    pub fn key(&self) -> String {
        match self {
            Self::Text(part, _) => part.key(),
            Self::Profile(_) => "office-profile".to_owned(),
            Self::Capitals => "office-capitals".to_owned(),
            Self::From(who, _) => from_key(*who),
            Self::Until(who, _) => until_key(*who),
            Self::Logo(_) => "office-logo".to_owned(),
            Self::AddSignatory => "office-signatory-add".to_owned(),
            Self::MoveUp(who) => format!("office-signatory-up-{who}"),
            Self::MoveDown(who) => format!("office-signatory-down-{who}"),
            Self::RemoveSignatory(who) => format!("office-signatory-remove-{who}"),
        }
    }

    /// How the signatories change their places by it.
    pub fn shifts(&self, signatories: usize) -> Option<Shifted> {
        match *self {
            Self::MoveUp(who) if who > 0 && who < signatories => Some(Shifted::Exchanged(who - 1, who)),
            Self::MoveDown(who) if who + 1 < signatories => Some(Shifted::Exchanged(who, who + 1)),
            Self::RemoveSignatory(who) => Some(Shifted::Gone(who)),
            _ => None,
        }
    }

    /// Refuses a time in office that ends before it begins.
    pub fn check(&self, details: &OrganisationDetails) -> Result<(), Mistake> {
        let (Self::From(who, _) | Self::Until(who, _)) = self else { return Ok(()) };
        let term = details.signatories.get(*who).and_then(|one| one.from.zip(one.until));
        term.map_or(Ok(()), |(from, until)| Ok(DateSpan::new(from, until).map(drop)?))
    }

    /// What it does to the details in the data file. Lines there have no empty ones between
    /// them as the fields do, so those of one head are written together, as they are shown.
    pub fn command(&self, shown: &OrganisationDetails) -> impl Fn(&mut OrganisationDetails) + Send + 'static {
        let (edit, shown) = (self.clone(), shown.clone());
        move |details| match edit {
            Self::Text(SettingsField::Superior(_), _) => {
                details.letterhead.superior.clone_from(&shown.letterhead.superior);
            }
            Self::Text(SettingsField::Issuer(_), _) => {
                details.letterhead.issuer.clone_from(&shown.letterhead.issuer)
            }
            Self::Text(SettingsField::Authority(who, _), _) => {
                let places = (details.signatories.get_mut(who), shown.signatories.get(who));
                if let (Some(one), Some(shown)) = places {
                    one.authority.clone_from(&shown.authority);
                }
            }
            _ => edit.apply(details),
        }
    }

    /// Carries it out.
    pub fn apply(&self, details: &mut OrganisationDetails) {
        match self.clone() {
            Self::Text(part, text) => part.set(details, text),
            Self::Profile(profile) => details.letterhead.profile = profile,
            Self::Capitals => {
                let head = &mut details.letterhead;
                for line in head.superior.iter_mut().chain(&mut head.issuer) {
                    *line = line.to_uppercase();
                }
            }
            Self::From(who, date) => {
                if let Some(one) = details.signatories.get_mut(who) {
                    one.from = date;
                }
            }
            Self::Until(who, date) => {
                if let Some(one) = details.signatories.get_mut(who) {
                    one.until = date;
                }
            }
            Self::Logo(logo) => details.logo = logo,
            Self::AddSignatory => details.signatories.push(Signatory::default()),
            Self::MoveUp(who) => {
                if who > 0 && who < details.signatories.len() {
                    details.signatories.swap(who - 1, who);
                }
            }
            Self::MoveDown(who) => {
                if who + 1 < details.signatories.len() {
                    details.signatories.swap(who, who + 1);
                }
            }
            Self::RemoveSignatory(who) => {
                if who < details.signatories.len() {
                    details.signatories.remove(who);
                }
            }
        }
    }
}

/// How the keys of the fields of signatories begin, before the place of theirs.
pub const OF_SIGNATORIES: [&str; 5] =
    ["office-authority-", "office-title-", "office-signer-", "office-from-", "office-until-"];

/// The id of a signatory's first day.
pub fn from_key(who: usize) -> String {
    format!("office-from-{who}")
}

/// The id of a signatory's last day.
pub fn until_key(who: usize) -> String {
    format!("office-until-{who}")
}

/// Whether a line of the head is not yet in capitals.
pub fn lacks_capitals(details: &OrganisationDetails) -> bool {
    let head = &details.letterhead;
    head.superior.iter().chain(&head.issuer).any(|line| line.to_uppercase() != *line)
}

/// Who signs: the first whose time in office has not ended, else the first.
pub fn signer(signatories: &[Signatory]) -> Option<usize> {
    signatories.iter().position(|one| one.until.is_none()).or((!signatories.is_empty()).then_some(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry;

    fn office() -> OrganisationDetails {
        OrganisationDetails {
            name: "Ủy ban MTTQ Việt Nam huyện Phú Ninh".into(),
            short_name: "MTTQ huyện Phú Ninh".into(),
            letterhead: Default::default(),
            signatories: Vec::new(),
            certificate_pattern: "{so}/CN-MTTQ".into(),
            logo: None,
        }
    }

    #[test]
    fn a_line_may_be_filled_before_the_one_above_it() {
        let mut details = office();
        Edit::Text(SettingsField::Issuer(2), "BAN THƯỜNG TRỰC".into()).apply(&mut details);
        assert_eq!(SettingsField::Issuer(2).of(&details), "BAN THƯỜNG TRỰC");
        assert_eq!(SettingsField::Issuer(0).of(&details), "");
        let stored = entry::organisation(details).expect("taken");
        assert_eq!(stored.letterhead.issuer, ["BAN THƯỜNG TRỰC"]);
    }

    #[test]
    fn the_first_in_office_signs() {
        let mut details = office();
        assert_eq!(signer(&details.signatories), None);
        for edit in [
            Edit::AddSignatory,
            Edit::AddSignatory,
            Edit::Text(SettingsField::Signer(0), "Nguyễn Văn A".into()),
            Edit::Text(SettingsField::Signer(1), "Trần Thị B".into()),
            Edit::Until(0, FuzzyDate::year_only(2020).ok()),
        ] {
            edit.apply(&mut details);
        }
        assert_eq!(signer(&details.signatories), Some(1));
        Edit::MoveUp(1).apply(&mut details);
        assert_eq!(SettingsField::Signer(0).of(&details), "Trần Thị B");
        Edit::RemoveSignatory(0).apply(&mut details);
        assert_eq!(signer(&details.signatories), Some(0), "better one who left than nobody");
    }

    #[test]
    fn a_time_in_office_does_not_end_before_it_begins() {
        let mut details = office();
        let until = |year| Edit::Until(0, FuzzyDate::year_only(year).ok());
        Edit::AddSignatory.apply(&mut details);
        Edit::From(0, FuzzyDate::year_only(2020).ok()).apply(&mut details);
        until(2019).apply(&mut details);
        assert!(matches!(until(2019).check(&details), Err(Mistake::Date(_))));
        assert_eq!(Edit::AddSignatory.check(&details), Ok(()), "what stands there hinders nothing else");
        until(2021).apply(&mut details);
        assert_eq!(until(2021).check(&details), Ok(()));
    }

    #[test]
    fn the_head_is_put_in_capitals() {
        let mut details = office();
        Edit::Text(SettingsField::Superior(0), "Ủy ban MTTQ Việt Nam tỉnh Quảng Nam".into())
            .apply(&mut details);
        assert!(lacks_capitals(&details));
        Edit::Capitals.apply(&mut details);
        assert_eq!(SettingsField::Superior(0).of(&details), "ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NAM");
        assert!(!lacks_capitals(&details));
    }
}
