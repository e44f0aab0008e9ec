//! The words for what a line of a list is, and why it was left out, by the codes of the intake
//! and of the data file.

/// The sentence for a kind of line, by the code of its [`LineKind`](crate::domain::list::LineKind).
pub fn kind(code: &str) -> &'static str {
    match code {
        "doubtful" => "window-line-kind-doubtful",
        "left_out" => "window-line-kind-left-out",
        "not_understood" => "window-line-kind-not-understood",
        "note" => "window-line-kind-note",
        "person" => "window-line-kind-person",
        "group" => "window-line-kind-group",
        "title" => "window-line-kind-title",
        "heading" => "window-line-kind-heading",
        "total" => "window-line-kind-total",
        "signature" => "window-line-kind-signature",
        _ => "window-line-kind-unknown",
    }
}

/// The sentence for why a line was left out, by its code: of [`Unseen`](crate::intake::Unseen),
/// `no_person` or `example`.
pub fn reason(code: &str) -> &'static str {
    match code {
        "hidden_row" => "window-line-reason-hidden-row",
        "filtered" => "window-line-reason-filtered",
        "hidden_column" => "window-line-reason-hidden-column",
        "hidden_sheet" => "window-line-reason-hidden-sheet",
        "struck" => "window-line-reason-struck",
        "hidden_text" => "window-line-reason-hidden-text",
        "deleted" => "window-line-reason-deleted",
        "placeholder" => "window-line-reason-placeholder",
        "text_box" => "window-line-reason-text-box",
        "comment" => "window-line-reason-comment",
        "page_margin" => "window-line-reason-page-margin",
        "no_person" => "window-line-reason-no-person",
        "example" => "window-line-reason-example",
        "duplicate" => "window-line-reason-duplicate",
        "unread" => "window-line-reason-unread",
        "doubt-letters-lost" => "window-line-reason-doubt-letters-lost",
        "doubt-sign" => "window-line-reason-doubt-sign",
        "doubt-digit" => "window-line-reason-doubt-digit",
        "doubt-many-words" => "window-line-reason-doubt-many-words",
        "doubt-one-word" => "window-line-reason-doubt-one-word",
        "doubt-initials" => "window-line-reason-doubt-initials",
        "doubt-glued" => "window-line-reason-doubt-glued",
        "doubt-small-words" => "window-line-reason-doubt-small-words",
        "doubt-no-family-name" => "window-line-reason-doubt-no-family-name",
        "doubt-no-given-name" => "window-line-reason-doubt-no-given-name",
        "doubt-post" => "window-line-reason-doubt-post",
        "doubt-unit" => "window-line-reason-doubt-unit",
        "doubt-example" => "window-line-reason-doubt-example",
        "doubt-several" => "window-line-reason-doubt-several",
        "doubt-unnumbered" => "window-line-reason-doubt-unnumbered",
        "doubt-withdrawn" => "window-line-reason-doubt-withdrawn",
        "doubt-others" => "window-line-reason-doubt-others",
        "doubt-both-sexes" => "window-line-reason-doubt-both-sexes",
        "doubt-absent" => "window-line-reason-doubt-absent",
        "doubt-bare" => "window-line-reason-doubt-bare",
        "doubt-prose" => "window-line-reason-doubt-prose",
        "doubt-mentioned" => "window-line-reason-doubt-mentioned",
        "doubt-goes-on" => "window-line-reason-doubt-goes-on",
        "doubt-marked" => "window-line-reason-doubt-marked",
        "doubt-payment" => "window-line-reason-doubt-payment",
        "doubt-sheet" => "window-line-reason-doubt-sheet",
        "doubt-replaced" => "window-line-reason-doubt-replaced",
        "doubt-substitute" => "window-line-reason-doubt-substitute",
        "doubt-beside" => "window-line-reason-doubt-beside",
        "doubt-source" => "window-line-reason-doubt-source",
        "doubt-told-of" => "window-line-reason-doubt-told-of",
        "doubt-sent-again" => "window-line-reason-doubt-sent-again",
        "doubt-others-listed" => "window-line-reason-doubt-others-listed",
        "doubt-former" => "window-line-reason-doubt-former",
        "doubt-unsigned" => "window-line-reason-doubt-unsigned",
        "doubt-unmarked" => "window-line-reason-doubt-unmarked",
        "doubt-corrected" => "window-line-reason-doubt-corrected",
        "doubt-named-besides" => "window-line-reason-doubt-named-besides",
        _ => "window-line-reason-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::{kind, reason};
    use crate::domain::list::LineKind;
    use crate::intake::Unseen;

    #[test]
    fn every_kind_and_reason_has_its_own_words() {
        let unseen = [
            Unseen::HiddenRow,
            Unseen::Filtered,
            Unseen::HiddenColumn,
            Unseen::HiddenSheet,
            Unseen::Struck,
            Unseen::HiddenText,
            Unseen::Deleted,
            Unseen::Placeholder,
            Unseen::TextBox,
            Unseen::PageMargin,
            Unseen::Comment,
        ];
        for code in unseen.map(Unseen::code).into_iter().chain(["no_person", "example"]) {
            assert_eq!(reason(code), format!("window-line-reason-{}", code.replace('_', "-")));
        }
        // Every doubt of the intake has a sentence of its own.
        let doubts = include_str!("../../assets/locale/vi/intake.ftl").lines();
        let doubts = doubts.filter_map(|line| line.strip_prefix("intake-doubt-")?.split_once(" ="));
        let doubts: Vec<String> = doubts.map(|(doubt, _)| format!("doubt-{doubt}")).collect();
        assert!(!doubts.is_empty());
        for code in doubts.iter().map(String::as_str).chain(["unread"]) {
            assert_eq!(reason(code), format!("window-line-reason-{code}"));
        }
        for code in LineKind::ALL.map(LineKind::code) {
            assert_eq!(kind(code), format!("window-line-kind-{}", code.replace('_', "-")));
        }
    }
}
