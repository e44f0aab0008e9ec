//! The register in words: states, and what happened to a certificate.

use crate::app::screen::{Context, moment};
use crate::app::theme::palette::Tone;
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::copy::{CopyField, PrintedCopy};
use crate::domain::certificate::register::Reached;
use crate::domain::certificate::reissue::Ground;
use crate::domain::certificate::state::{CertificateEvent, Happened};
use crate::domain::date::FuzzyDate;
use crate::sentence::Sentence;
use crate::vietnamese::date::short;

/// A state with its colour.
pub fn state(state: &CertificateState, context: Context<'_>) -> (Tone, String) {
    let (tone, id) = match state {
        CertificateState::Numbered => (Tone::Neutral, "register-state-numbered"),
        CertificateState::Printed => (Tone::Blue, "register-state-printed"),
        CertificateState::HandedOut(_) => (Tone::Green, "register-state-handed-out"),
        CertificateState::Voided(_) => (Tone::Danger, "register-state-voided"),
        CertificateState::Withdrawn(_) => (Tone::Amber, "register-state-withdrawn"),
    };
    (tone, context.t(id))
}

/// A ground for issuing one again.
pub fn ground(ground: Ground, context: Context<'_>) -> String {
    context.t(match ground {
        Ground::OfficeError => "register-ground-office-error",
        Ground::Lost => "register-ground-lost",
        Ground::Damaged => "register-ground-damaged",
    })
}

/// How far certificates have come, as they are looked for.
pub fn reached(reached: Reached, context: Context<'_>) -> String {
    context.t(match reached {
        Reached::ToCollect => "register-to-collect",
        Reached::Collected => "register-collected",
        Reached::Ended => "register-ended",
    })
}

/// What a field of a certificate is called.
pub fn field(field: CopyField, context: Context<'_>) -> String {
    context.t(match field {
        CopyField::Name => "register-field-name",
        CopyField::Honorific => "register-field-honorific",
        CopyField::Birth => "history-field-birth",
        CopyField::Position => "register-field-position",
        CopyField::Unit => "register-field-unit",
        CopyField::Grade => "register-field-grade",
    })
}

/// What a field of a copy says, as papers write it; `None` where it says nothing.
pub fn value(copy: &PrintedCopy, field: CopyField) -> Option<String> {
    let value = match field {
        CopyField::Birth => copy.birth.map(short),
        field => copy.get(field),
    };
    value.filter(|value| !value.is_empty())
}

/// One thing that happened: what, and its particulars.
pub fn event(event: &CertificateEvent, context: Context<'_>) -> (String, Option<String>) {
    let t = |id: &str| context.t(id);
    let because = |reason: &Option<String>| reason.clone().filter(|reason| !reason.is_empty());
    let day = |day: &Option<FuzzyDate>| day.map(short);
    let blank = |number: &Option<String>| {
        let number = number.as_ref()?;
        Some(context.say(&Sentence::new("register-blank").with("number", number.as_str())))
    };
    match &event.happened {
        Happened::Issued => (t("register-issued"), None),
        Happened::Registered => (t("history-certificate-registered"), None),
        Happened::Printed { sheets, blank_number } => {
            (context.count("register-printed", *sheets as usize), blank(blank_number))
        }
        Happened::Spoiled { sheets, blank_number, reason } => {
            let more = joined([blank(blank_number), because(reason)]);
            (context.count("register-spoiled", *sheets as usize), more)
        }
        Happened::Corrected { changes, reason } => {
            let nothing = || t("window-history-nothing");
            let changes = changes.iter().map(|change| {
                let side = |text: &Option<String>| {
                    text.clone().filter(|one| !one.is_empty()).unwrap_or_else(nothing)
                };
                format!(
                    "{}: {} → {}",
                    field(change.field, context),
                    side(&change.before),
                    side(&change.after)
                )
            });
            let changes = changes.collect::<Vec<_>>().join("; ");
            (t("history-certificate-corrected"), joined([Some(changes), because(reason)]))
        }
        Happened::HandedOut(how) => {
            let receiver = how.receiver.as_ref();
            let receiver = receiver
                .map(|name| context.say(&Sentence::new("register-received-by").with("name", name.as_str())));
            (t("history-certificate-handed-out"), joined([day(&how.date), receiver]))
        }
        Happened::TakenBack => (t("history-certificate-taken-back"), None),
        Happened::Voided(reason) => (t("register-voided"), because(reason)),
        Happened::Restored(reason) => (t("register-restored"), because(reason)),
        Happened::Withdrawn(reason) => (t("history-certificate-withdrawn"), because(reason)),
        Happened::Reissued { ground: why, application, reason } => {
            let applied =
                day(application).map(|day| context.say(&Sentence::new("register-applied").with("date", day)));
            let why = why.map(|why| ground(why, context));
            (t("register-reissued"), joined([why, applied, because(reason)]))
        }
        Happened::Kept(reason) => (t("history-certificate-kept"), because(reason)),
        Happened::Unkept => (t("history-certificate-unkept"), None),
    }
}

/// When it was entered.
pub fn when(event: &CertificateEvent, context: Context<'_>) -> String {
    moment::told_with_day(&event.at, context.locale)
}

fn joined(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
