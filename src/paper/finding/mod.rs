//! What the user should know before printing, and why a paper could not be made.

mod error;
mod fact;

use crate::sentence::{Explain, Sentence};

pub use error::PaperError;
pub use fact::Fact;

/// Something to look at before printing. The paper is made all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The typeface lacks a character; a replacement sign is printed for it.
    MissingCharacter {
        /// The character.
        character: char,
        /// Whose text it stands in; `None` for the head and title of the paper.
        whom: Option<String>,
        /// The text.
        text: String,
    },
    /// A name is too long for one line of a certificate even at the smallest size.
    NameWrapped {
        /// The name.
        name: String,
    },
    /// A text of a certificate does not fit its box even at its smallest size.
    TextTooLong {
        /// What its part of the form is called.
        element: String,
        /// Whose it is; `None` for what is the same on all.
        name: Option<String>,
    },
    /// A picture of the form of certificates is not in the data file.
    NoPicture {
        /// What its part of the form is called.
        element: String,
    },
    /// A picture of a signature is wanted on certificates and not kept.
    NoSignaturePicture {
        /// Whose; empty when nobody signs.
        name: String,
    },
    /// A certificate text has a placeholder nobody knows; it is printed as it stands.
    UnknownPlaceholder {
        /// As written, with its braces.
        placeholder: String,
    },
    /// A field that a certificate prints is empty for some people.
    EmptyField {
        /// The placeholder's word: "Chức vụ".
        field: &'static str,
        /// Whether it is a fact of each of them, and not of the session.
        personal: bool,
        /// For how many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some delegates have no valid certificate number; a dotted line is printed.
    NoNumber {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Certificates that were issued say something else than the list does now.
    DiffersFromIssued {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Certificates are dated before the last sitting.
    IssuedBeforeEnd {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Certificates are dated before the decision they rest on.
    IssuedBeforeDecision {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some letters to one person take more than a page.
    LongLetters {
        /// How many pages there are over one for each.
        pages: usize,
    },
    /// A fact that the paper should give is not known; the paper does without it.
    Missing(Fact),
    /// No rate was entered: amounts are written in by hand.
    NoRate,
    /// Of some delegates it is not known whether the state pays them; they are listed.
    PayUnknown {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some delegates are left out because the state pays them.
    PaidByState {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Money is to be settled, and some part has neither signed lists nor marks: it is as before the session.
    NotSettled,
    /// No signed list of money, documents or certificates was entered.
    NoReceipts,
    /// Some came and did not receive their money.
    PresentUnpaid {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some received money and came to no sitting.
    PaidAbsent {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// No certificate was issued yet, so that everyone on the list is recognised.
    NobodyCertified,
    /// Some people have no certificate because they do not fulfil the rule, or may not yet.
    NotCertified {
        /// How many do not.
        not_completed: usize,
        /// Of how many it is not known.
        not_yet_known: usize,
        /// The first of them.
        first: String,
    },
    /// Some have a valid certificate and do not fulfil the rule any more.
    CertifiedNotCompleted {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some are to be commended who did not complete by the rule, or of whom that is not known yet.
    CommendedNotCompleted {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// A name stands on a badge or a table sign smaller than is easily read.
    NameSmall {
        /// The name.
        name: String,
    },
    /// The name of a unit stands on its sign smaller than is read from afar.
    UnitSmall {
        /// The name.
        name: String,
    },
    /// Several people present together under one name: what each gets is written in by hand.
    SeveralPresenters {
        /// The name.
        name: String,
    },
    /// Some places were not marked at sittings of which others were: they are told as that, not as absent.
    Unmarked {
        /// How many, at all such sittings together.
        places: usize,
    },
    /// At some sittings nobody was marked, at others somebody was.
    SittingsUnmarked {
        /// How many.
        sittings: usize,
    },
    /// The paper is to show a column that the session has not; it does without.
    NoOwnColumn {
        /// Its heading.
        label: String,
    },
    /// The session has no column of discussion groups: nobody is in one.
    NoGroups,
    /// The sex of some people is not known: they are addressed as "Ông/Bà".
    HonorificOpen {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// Some delegates are in no discussion group, and on no list of one.
    InNoGroup {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
    /// No guest was entered: the list has empty rows.
    NoGuests,
    /// Some lists have nobody yet: they are forms with numbered empty rows.
    BlankLists {
        /// How many lists.
        lists: usize,
        /// How many rows they have together.
        rows: u32,
    },
    /// More sheets of a survey came back than were handed out.
    SurveyMoreReturned {
        /// How many came back.
        returned: u32,
        /// How many were handed out.
        handed_out: u32,
    },
    /// A question of a survey has more answers than sheets came back.
    SurveyMoreAnswers {
        /// The question.
        question: String,
        /// How many answers.
        sum: u32,
        /// How many sheets.
        returned: u32,
    },
    /// A name stands on a label smaller than is easily read.
    LabelSmall {
        /// The name.
        name: String,
    },
    /// The first label that is to be used is none of the sheet.
    LabelNotOnSheet {
        /// Which was said.
        first: u32,
        /// How many the sheet has.
        on_sheet: u32,
    },
    /// The budget counts the allowance by another measure than the list by which it is paid.
    OtherBasis,
    /// The half-days of a cluster lie outside its dates, or its dates outside those of the session.
    DatesDisagree {
        /// The cluster.
        cluster: String,
        /// The dates the paper prints.
        printed: String,
        /// The day that lies outside.
        outside: String,
    },
    /// The sex of some delegates is not known; their birth year stands across both columns.
    SexUnknown {
        /// How many.
        people: usize,
        /// The first of them.
        first: String,
    },
}

/// What a paper found while it was made, each thing once.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Notes that a fact is missing.
    pub fn missing(&mut self, fact: Fact) {
        self.note(Finding::Missing(fact));
    }

    /// Notes something.
    pub fn note(&mut self, finding: Finding) {
        if !self.0.contains(&finding) {
            self.0.push(finding);
        }
    }

    /// All of them, in the order they were found.
    pub fn into_vec(self) -> Vec<Finding> {
        self.0
    }
}

impl Explain for Finding {
    fn explain(&self) -> Sentence {
        match self {
            Self::MissingCharacter { character, whom, text } => {
                let message = match whom {
                    Some(name) => Sentence::new("paper-missing-character").with("name", name.as_str()),
                    None => Sentence::new("paper-missing-character-head"),
                };
                message
                    .with("character", character.to_string())
                    .with("code", format!("U+{:04X}", u32::from(*character)))
                    .with("text", text.as_str())
            }
            Self::NameWrapped { name } => Sentence::new("paper-name-wrapped").with("name", name.as_str()),
            Self::TextTooLong { element, name: Some(name) } => Sentence::new("paper-text-too-long")
                .with("element", element.as_str())
                .with("name", name.as_str()),
            Self::TextTooLong { element, name: None } => {
                Sentence::new("paper-text-too-long-for-all").with("element", element.as_str())
            }
            Self::NoPicture { element } => {
                Sentence::new("paper-no-picture").with("element", element.as_str())
            }
            Self::NoSignaturePicture { name } if name.is_empty() => {
                Sentence::new("paper-no-signatory-to-sign")
            }
            Self::NoSignaturePicture { name } => {
                Sentence::new("paper-no-signature-picture").with("name", name.as_str())
            }
            Self::UnknownPlaceholder { placeholder } => {
                Sentence::new("paper-unknown-placeholder").with("placeholder", placeholder.as_str())
            }
            Self::EmptyField { field, personal: false, .. } => {
                Sentence::new("paper-empty-fact").with("field", *field)
            }
            Self::EmptyField { field, people, first, .. } => Sentence::new("paper-empty-field")
                .with("field", *field)
                .with("people", *people)
                .with("first", first.as_str()),
            Self::NoNumber { people, first } => {
                Sentence::new("paper-no-number").with("people", *people).with("first", first.as_str())
            }
            Self::DiffersFromIssued { people, first } => Sentence::new("register-differs-from-issued")
                .with("people", *people)
                .with("first", first.as_str()),
            Self::IssuedBeforeEnd { people, first } => Sentence::new("register-issued-before-end")
                .with("people", *people)
                .with("first", first.as_str()),
            Self::IssuedBeforeDecision { people, first } => Sentence::new("register-issued-before-decision")
                .with("people", *people)
                .with("first", first.as_str()),
            Self::LongLetters { pages } => Sentence::new("paper-long-letters").with("pages", *pages),
            Self::Missing(fact) => Sentence::new(fact.message_id()),
            Self::NoRate => Sentence::new("paper-no-rate"),
            Self::PayUnknown { people, first } => {
                Sentence::new("paper-pay-unknown").with("people", *people).with("first", first.as_str())
            }
            Self::PaidByState { people, first } => {
                Sentence::new("paper-paid-by-state").with("people", *people).with("first", first.as_str())
            }
            Self::NoReceipts => Sentence::new("paper-no-receipts"),
            Self::NotSettled => Sentence::new("paper-not-settled"),
            Self::PresentUnpaid { people, first } => {
                Sentence::new("paper-present-unpaid").with("people", *people).with("first", first.as_str())
            }
            Self::PaidAbsent { people, first } => {
                Sentence::new("paper-paid-absent").with("people", *people).with("first", first.as_str())
            }
            Self::NobodyCertified => Sentence::new("paper-nobody-certified"),
            Self::NotCertified { not_completed, not_yet_known, first } => {
                Sentence::new("paper-not-certified")
                    .with("not", *not_completed)
                    .with("unknown", *not_yet_known)
                    .with("first", first.as_str())
            }
            Self::CertifiedNotCompleted { people, first } => Sentence::new("paper-certified-not-completed")
                .with("people", *people)
                .with("first", first.as_str()),
            Self::CommendedNotCompleted { people, first } => Sentence::new("paper-commended-not-completed")
                .with("people", *people)
                .with("first", first.as_str()),
            Self::NameSmall { name } => Sentence::new("paper-name-small").with("name", name.as_str()),
            Self::UnitSmall { name } => Sentence::new("paper-unit-small").with("name", name.as_str()),
            Self::SeveralPresenters { name } => {
                Sentence::new("paper-several-presenters").with("name", name.as_str())
            }
            Self::Unmarked { places } => Sentence::new("paper-unmarked").with("places", *places),
            Self::SittingsUnmarked { sittings } => {
                Sentence::new("paper-sittings-unmarked").with("sittings", *sittings)
            }
            Self::NoOwnColumn { label } => Sentence::new("paper-no-own-column").with("label", label.as_str()),
            Self::NoGroups => Sentence::new("paper-no-groups"),
            Self::InNoGroup { people, first } => {
                Sentence::new("paper-in-no-group").with("people", *people).with("first", first.as_str())
            }
            Self::NoGuests => Sentence::new("paper-no-guests"),
            Self::BlankLists { lists, rows } => Sentence::new("paper-blank-lists")
                .with("lists", *lists)
                .with("rows", usize::try_from(*rows).unwrap_or(usize::MAX)),
            Self::SurveyMoreReturned { returned, handed_out } => Sentence::new("paper-survey-more-returned")
                .with("returned", returned.to_string())
                .with("out", handed_out.to_string()),
            Self::SurveyMoreAnswers { question, sum, returned } => Sentence::new("paper-survey-more-answers")
                .with("question", question.as_str())
                .with("sum", sum.to_string())
                .with("returned", returned.to_string()),
            Self::LabelSmall { name } => Sentence::new("paper-label-small").with("name", name.as_str()),
            Self::LabelNotOnSheet { first, on_sheet } => Sentence::new("paper-label-not-on-sheet")
                .with("first", first.to_string())
                .with("count", on_sheet.to_string()),
            Self::OtherBasis => Sentence::new("paper-other-basis"),
            Self::HonorificOpen { people, first } => {
                Sentence::new("paper-honorific-open").with("people", *people).with("first", first.as_str())
            }
            Self::DatesDisagree { cluster, printed, outside } => Sentence::new("paper-dates-disagree")
                .with("cluster", cluster.as_str())
                .with("printed", printed.as_str())
                .with("outside", outside.as_str()),
            Self::SexUnknown { people, first } => {
                Sentence::new("paper-sex-unknown").with("people", *people).with("first", first.as_str())
            }
        }
    }
}
