//! The parts of the form that have a field each.

use crate::domain::certificate::CertificateForm;
use crate::domain::id::SessionId;
use crate::domain::organisation::{pattern_read, pattern_shown};
use crate::vietnamese::date::short;

/// A part of the form that a field shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormField {
    /// The number pattern.
    Pattern,
    /// The number the next one gets.
    NextNumber,
    /// GIẤY CHỨNG NHẬN.
    Title,
    /// The line above the name.
    BeforeName,
    /// A line under the name.
    AfterName(usize),
    /// Place before the date.
    Place,
    /// Day of issue.
    Date,
    /// A line of authority: "TM. BAN THƯỜNG TRỰC".
    Authority(usize),
    /// The office of who signs.
    SignerTitle,
    /// The name of who signs.
    Signer,
}

impl FormField {
    /// Its name in the history, and in the window.
    pub(super) fn key(self) -> String {
        match self {
            Self::Pattern => "certificate-pattern".to_owned(),
            Self::NextNumber => "certificate-next".to_owned(),
            Self::Title => "certificate-title".to_owned(),
            Self::BeforeName => "certificate-before".to_owned(),
            Self::AfterName(line) => format!("certificate-after-{line}"),
            Self::Place => "certificate-place".to_owned(),
            Self::Date => "certificate-date".to_owned(),
            Self::Authority(line) => format!("certificate-authority-{line}"),
            Self::SignerTitle => "certificate-signer-title".to_owned(),
            Self::Signer => "certificate-signer".to_owned(),
        }
    }

    /// What a field shows of it.
    pub(super) fn of(self, form: &CertificateForm) -> String {
        let line = |lines: &[String], at: usize| lines.get(at).cloned().unwrap_or_default();
        let words = form.template.words();
        match self {
            Self::Pattern => pattern_shown(&form.pattern),
            Self::NextNumber => form.next_number.to_string(),
            Self::Title => words.map(|words| words.title.clone()).unwrap_or_default(),
            Self::BeforeName => words.map(|words| words.before_name.clone()).unwrap_or_default(),
            Self::AfterName(at) => words.map(|words| line(&words.after_name, at)).unwrap_or_default(),
            Self::Place => form.place.clone(),
            Self::Date => form.date.map(short).unwrap_or_default(),
            Self::Authority(at) => line(&form.signatory.authority, at),
            Self::SignerTitle => form.signatory.title.clone(),
            Self::Signer => form.signatory.name.clone(),
        }
    }

    /// What it does to the form in the data file. Lines there have no empty ones between them
    /// as the fields do, so they are written together, as they are shown.
    pub(super) fn command(
        self,
        shown: &CertificateForm,
        text: String,
    ) -> impl FnOnce(&mut CertificateForm) + Send + 'static {
        let after = shown.template.words().map(|words| words.after_name.clone()).unwrap_or_default();
        let authority = shown.signatory.authority.clone();
        move |form| match self {
            Self::AfterName(_) => {
                if let Some(words) = form.template.words_mut() {
                    words.after_name = after;
                }
            }
            Self::Authority(_) => form.signatory.authority = authority,
            _ => self.put(form, text),
        }
    }

    /// Puts what was typed into the form.
    pub(super) fn put(self, form: &mut CertificateForm, text: String) {
        let line = |lines: &mut Vec<String>, at: usize, text| {
            if lines.len() <= at {
                lines.resize(at + 1, String::new());
            }
            lines[at] = text;
        };
        match self {
            Self::Pattern => form.pattern = pattern_read(&text),
            Self::NextNumber => form.next_number = text.parse().unwrap_or(form.next_number),
            Self::Title | Self::BeforeName | Self::AfterName(_) => {
                // A form that was made has its texts in its parts.
                let Some(words) = form.template.words_mut() else { return };
                match self {
                    Self::BeforeName => words.before_name = text,
                    Self::AfterName(at) => line(&mut words.after_name, at, text),
                    _ => words.title = text,
                }
            }
            Self::Place => form.place = text,
            // A date comes read already, as it is kept in the data file.
            Self::Date => form.date = text.parse().ok(),
            Self::Authority(at) => line(&mut form.signatory.authority, at, text),
            Self::SignerTitle => form.signatory.title = text,
            Self::Signer => form.signatory.name = text,
        }
    }
}

/// The draft of a part.
pub(super) fn draft_key(session: SessionId, part: FormField) -> String {
    format!("session {session} {}", part.key())
}

/// Whether a draft of this key is of a part of the form.
pub fn is_in(key: &str) -> bool {
    key.split_whitespace().nth(2).is_some_and(|part| part.starts_with("certificate-"))
}
