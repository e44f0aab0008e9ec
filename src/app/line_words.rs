//! What kinds of lines of a list, and the reasons why some are left out, are called.

/// The sentence for a kind of line, by its code.
pub fn kind(code: &str) -> &'static str {
    match code {
        "person" => "window-line-kind-person",
        "doubtful" => "window-line-kind-doubtful",
        "group" => "window-line-kind-group",
        "title" => "window-line-kind-title",
        "heading" => "window-line-kind-heading",
        "total" => "window-line-kind-total",
        "signature" => "window-line-kind-signature",
        "note" => "window-line-kind-note",
        "left_out" => "window-line-kind-left-out",
        _ => "window-line-kind-not-understood",
    }
}

/// The sentence for a reason, by its code.
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
        "page_margin" => "window-line-reason-page-margin",
        "example" => "window-line-reason-example",
        "no_person" => "window-line-reason-no-person",
        _ => "window-line-reason-other",
    }
}
