//! What tables and columns of the data file are called where a user reads of them, and how what
//! stands in them is told: the history shows changes by this table, and never raw.
//!
//! A column that is added to the schema gets a line here, or stands among [`UNTOLD`]; a test asks.

use super::person_field::PersonField;

/// How what stands in a column is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// As it stands there: text, a number, lines of a list, the name of another record.
    Plain,
    /// A date or a span of dates.
    Date,
    /// A time, UTC.
    Moment,
    /// Yes or no, by these sentences.
    YesNo(&'static str, &'static str),
    /// One of a few words, each by its sentence.
    Word(&'static [(&'static str, &'static str)]),
    /// A kind of paper.
    Paper,
    /// How a number is written.
    Pattern,
    /// Texts of several fields, one after the other.
    Parts,
    /// Only that it was changed.
    Unsaid,
}

/// A column in the user's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnWords {
    /// The sentence with its name.
    pub label: &'static str,
    /// How what stands in it is told.
    pub telling: Telling,
}

use Telling::{Date, Moment, Paper, Parts, Pattern, Plain, Unsaid, Word};

const YES_NO: Telling = Telling::YesNo("history-yes", "history-no");

/// Columns nobody is told of: they keep the books, say how rows are sorted and found, or belong
/// to the row whatever happens to it.
pub const UNTOLD: &[(&str, &str)] = &[
    ("*", "id"),
    ("*", "uid"),
    ("*", "version"),
    ("*", "ordinal"),
    ("*", "search_key"),
    ("*", "name_key"),
    ("*", "fold_name"),
    ("*", "sort_date"),
    ("*", "is_sample"),
    ("*", "erased_at"),
    ("*", "operation_id"),
    ("*", "recipe_uid"),
    ("*", "logo_id"),
    ("*", "used_at"),
    ("*", "decided_at"),
    ("*", "logo_key"),
    ("*", "signature_key"),
    ("*", "built_in"),
    ("*", "edition"),
    ("certificate_event", "entry_id"),
    ("*", "added_at"),
    ("*", "media_type"),
    ("session", "sample_note"),
    ("delegate", "person_id"),
    ("delegate", "session_id"),
    ("column_mapping", "layout"),
    ("import_record", "encoding"),
    ("import_record", "at"),
    ("import_line", "import_id"),
    ("import_line", "person"),
    ("import_line", "kind"),
    ("import_line", "reason"),
    ("import_line", "taken"),
    ("certificate", "number"),
    ("person_position", "person_id"),
    ("person_unit", "person_id"),
    ("person_sensitive", "person_id"),
    // The name of the unit stands beside it, as it is printed.
    ("person_unit", "unit_id"),
    ("cluster_unit", "unit_id"),
];

/// By what right certificates are issued.
const ISSUE_WAYS: &[(&str, &str)] = &[
    ("results", "register-way-results"),
    ("ahead", "register-way-ahead"),
    ("reissue", "history-certificate-reissued"),
    ("registered", "history-certificate-registered"),
];

/// What can be corrected on a certificate.
const CERTIFICATE_FIELDS: &[(&str, &str)] = &[
    ("name", "window-field-full-name"),
    ("honorific", "info-guest-honorific"),
    ("birth", "history-field-birth"),
    ("position", "window-field-position"),
    ("unit", "window-field-unit"),
    ("grade", "history-field-grade"),
];

/// The columns of each table; `*` stands for any table.
const COLUMNS: &[(&str, &str, &str, Telling)] = &[
    ("session", "title", "window-field-title", Plain),
    ("session", "title_in_text", "window-info-title-in-text", Plain),
    (
        "session",
        "kind",
        "window-field-kind",
        Word(&[("conference", "window-kind-conference"), ("class", "window-kind-class")]),
    ),
    (
        "session",
        "form",
        "window-field-form",
        Word(&[
            ("in_person", "window-form-in-person"),
            ("online", "window-form-online"),
            ("hybrid", "window-form-hybrid"),
        ]),
    ),
    (
        "session",
        "state",
        "window-column-state",
        Word(&[
            ("preparing", "window-state-preparing"),
            ("running", "window-state-running"),
            ("ended", "window-state-ended"),
        ]),
    ),
    ("session", "time_note", "window-info-time-note", Plain),
    ("session", "context", "window-info-context", Plain),
    ("session", "purpose", "window-field-purpose", Plain),
    ("session", "reason", "window-info-reason", Plain),
    ("session", "slogan", "window-info-slogan", Plain),
    ("session", "discussion", "window-info-discussion", Plain),
    ("session", "difficulties", "window-info-difficulties", Plain),
    ("session", "closing", "window-info-closing", Plain),
    ("session", "outcome", "window-info-outcome", Plain),
    ("session", "plan_number", "window-info-plan-number", Plain),
    ("session", "decision_number", "window-info-decision-number", Plain),
    ("session", "excused_word", "info-excused-word", Plain),
    ("session", "absent_word", "info-absent-word", Plain),
    ("session", "news", "info-news", Parts),
    (
        "session",
        "list_order",
        "window-print-order",
        Word(&[("unit_then_name", "window-print-order-unit"), ("name", "window-print-order-name")]),
    ),
    ("session", "organisation_name", "history-field-organisation", Plain),
    ("session", "topics", "history-field-topics-kept", Unsaid),
    ("cluster", "number", "history-field-order", Plain),
    ("cluster", "name", "window-info-cluster-name", Plain),
    ("cluster", "capacity", "window-info-capacity", Plain),
    ("cluster", "lead", "window-info-lead", Plain),
    ("cluster", "expected", "window-info-expected", Plain),
    ("cluster", "actual", "window-info-actual", Plain),
    ("cluster", "fixed_at", "history-field-fixed", Moment),
    (
        "sitting",
        "half",
        "window-programme-sitting",
        Word(&[
            ("morning", "window-info-morning"),
            ("afternoon", "window-info-afternoon"),
            ("evening", "window-info-evening"),
        ]),
    ),
    ("sitting", "starts", "window-programme-from", Plain),
    ("sitting", "ends", "window-programme-to", Plain),
    (
        "programme_item",
        "kind",
        "window-programme-kind",
        Word(&[
            ("reception", "window-programme-reception"),
            ("opening", "window-programme-opening"),
            ("topic", "window-programme-topic"),
            ("break", "window-programme-break"),
            ("discussion", "window-programme-discussion"),
            ("closing", "window-programme-closing"),
            ("other", "window-programme-other"),
        ]),
    ),
    ("programme_item", "title", "window-programme-title", Plain),
    ("*", "minutes", "window-programme-minutes", Plain),
    ("presenter_slot", "name", "history-field-presenter", Plain),
    (
        "presenter_slot",
        "kind",
        "window-field-kind",
        Word(&[
            ("person", "window-programme-person"),
            ("role", "window-programme-role"),
            ("collective", "window-programme-collective"),
        ]),
    ),
    ("organiser", "name", "info-organiser-name", Plain),
    (
        "organiser",
        "role",
        "info-organiser-role",
        Word(&[
            ("lead", "window-info-role-lead"),
            ("partner", "window-info-role-partner"),
            ("remote_site", "window-info-role-remote"),
            ("certifier", "window-info-role-certifier"),
        ]),
    ),
    ("audience_group", "label", "info-group-name", Plain),
    ("audience_group", "count", "info-group-count", Plain),
    ("audience_group", "approximate", "history-field-approximate", YES_NO),
    ("audience_group", "is_total", "info-group-total", YES_NO),
    (
        "guest",
        "kind",
        "window-field-kind",
        Word(&[("person", "window-programme-person"), ("group", "history-guest-group")]),
    ),
    ("guest", "honorific", "info-guest-honorific", Plain),
    ("guest", "name", "info-guest-name", Plain),
    ("guest", "part", "info-guest-part", Plain),
    ("*", "titles", "info-guest-titles", Plain),
    (
        "delegate",
        "state",
        "window-column-state",
        Word(&[("listed", "history-delegate-listed"), ("withdrawn", "history-delegate-withdrawn")]),
    ),
    ("delegate", "fixed_number", "window-column-number", Plain),
    ("delegate", "supplementary", "history-field-supplementary", YES_NO),
    ("delegate", "walk_in", "history-field-walk-in", YES_NO),
    ("delegate", "substitute_for", "history-field-substitute", Plain),
    ("delegate", "only_here", "history-field-only-here", YES_NO),
    ("*", "sort_name", "window-people-sort-name", Plain),
    ("*", "unit_group", "history-field-unit-group", Plain),
    (
        "person",
        "state_paid",
        "window-people-pay",
        Telling::YesNo("window-people-paid", "window-people-unpaid"),
    ),
    ("person_position", "title", "window-field-position", Plain),
    ("*", "is_main", "history-field-main", YES_NO),
    ("*", "held_from", "window-units-from", Date),
    ("*", "held_until", "window-units-to", Date),
    ("*", "member_from", "window-units-from", Date),
    ("*", "member_until", "window-units-to", Date),
    (
        "person_sensitive",
        "party_member",
        "window-field-party",
        Telling::YesNo("window-people-party", "window-people-no-party"),
    ),
    ("person_sensitive", "identity_no", "history-field-identity", Plain),
    ("unit", "name", "window-units-name", Plain),
    (
        "unit",
        "kind",
        "window-units-kind",
        Word(&[
            ("central", "window-units-kind-central"),
            ("province", "window-units-kind-province"),
            ("district", "window-units-kind-district"),
            ("commune", "window-units-kind-commune"),
            ("residential_area", "window-units-kind-residential-area"),
            ("body", "window-units-kind-body"),
        ]),
    ),
    ("unit", "code", "window-units-code", Plain),
    ("*", "valid_from", "window-units-from", Date),
    ("*", "valid_to", "window-units-to", Date),
    ("unit", "parent_id", "window-units-under", Plain),
    ("unit_successor", "old_id", "history-field-successor-of", Plain),
    ("unit_successor", "new_id", "history-field-successor", Plain),
    (
        "unit_successor",
        "extent",
        "history-field-extent",
        Word(&[("whole", "history-extent-whole"), ("part", "history-extent-part")]),
    ),
    ("topic", "title", "window-topics-title", Plain),
    ("topic", "label", "window-topics-label", Plain),
    ("topic", "outline", "window-topics-outline", Plain),
    ("topic", "parent_id", "window-topics-under", Plain),
    ("cited_document", "kind", "window-topics-document-kind", Plain),
    ("cited_document", "number", "window-topics-document-number", Plain),
    ("cited_document", "date", "window-topics-document-date", Date),
    ("cited_document", "issuer", "window-topics-document-issuer", Plain),
    ("cited_document", "title", "window-topics-document-about", Plain),
    ("*", "document_id", "window-topics-documents", Plain),
    ("document_cites", "cited_id", "window-topics-document-cites", Plain),
    ("curriculum", "title", "window-topics-curriculum-title", Plain),
    ("*", "curriculum_id", "history-field-curriculum", Plain),
    ("*", "topic_id", "window-programme-topic", Plain),
    ("*", "organisation_id", "history-field-organisation", Plain),
    ("*", "letterhead", "history-field-letterhead", Parts),
    ("certificate_plan", "signatory", "history-field-signatory", Parts),
    ("session", "signatory", "history-field-signatory", Parts),
    ("organisation", "name", "history-field-name", Plain),
    ("organisation", "short_name", "history-field-short-name", Plain),
    ("organisation", "level", "window-field-kind", Plain),
    ("organisation", "parent_id", "window-units-under", Plain),
    ("organisation", "certificate_pattern", "window-certificate-pattern", Pattern),
    ("*", "pattern", "window-certificate-pattern", Pattern),
    ("signatory", "authority", "window-certificate-authority", Plain),
    ("signatory", "title", "window-field-position", Plain),
    ("signatory", "name", "window-field-full-name", Plain),
    ("signatory", "term_from", "window-units-from", Date),
    ("signatory", "term_until", "window-units-to", Date),
    ("position", "family", "window-field-kind", Plain),
    ("certificate", "printed_number", "window-print-number", Plain),
    ("certificate", "date", "window-certificate-date", Date),
    ("certificate", "reissue_of", "history-field-reissue", Plain),
    ("certificate", "series", "history-field-series", Plain),
    ("certificate", "name", "window-field-full-name", Plain),
    ("certificate", "honorific", "info-guest-honorific", Plain),
    ("certificate", "birth", "history-field-birth", Date),
    ("certificate", "position", "window-field-position", Plain),
    ("certificate", "unit", "window-field-unit", Plain),
    ("certificate", "grade", "history-field-grade", Plain),
    ("certificate", "words", "history-field-words", Parts),
    ("certificate", "blank_number", "history-field-blank-number", Plain),
    ("certificate", "check_code", "history-field-check-code", Plain),
    ("*", "issue_id", "history-table-certificate-issue", Unsaid),
    ("certificate_issue", "way", "history-field-issue-way", Word(ISSUE_WAYS)),
    ("certificate_issue", "at", "history-field-at", Moment),
    ("certificate_issue", "series", "history-field-series", Plain),
    ("certificate_issue", "date", "window-certificate-date", Date),
    ("certificate_issue", "place", "history-field-place", Plain),
    ("*", "decision_number", "window-info-decision-number", Plain),
    ("*", "decision_date", "history-field-decision-date", Date),
    ("certificate_issue", "session_title", "window-column-session", Plain),
    ("certificate_issue", "session_dates", "window-column-dates", Date),
    ("certificate_issue", "signatory", "history-field-signatory", Parts),
    ("certificate_issue", "template", "history-field-template", Unsaid),
    ("certificate_issue", "source", "history-field-file", Plain),
    ("certificate_book", "series", "history-field-series", Plain),
    ("certificate_book", "year", "history-field-year", Plain),
    ("certificate_book", "reissue_keeps_number", "history-field-reissue-keeps-number", YES_NO),
    ("certificate_book", "closed_at", "history-field-closed", Moment),
    ("certificate_book", "closed_on", "history-field-closed-on", Date),
    ("certificate_book", "closed_by", "history-field-closed-by", Plain),
    ("certificate_book", "pages", "history-field-pages", Plain),
    ("certificate_event", "date", "history-field-date", Date),
    ("certificate_event", "receiver", "history-field-receiver", Plain),
    (
        "certificate_event",
        "ground",
        "history-field-ground",
        Word(&[
            ("office_error", "register-ground-office-error"),
            ("lost", "register-ground-lost"),
            ("damaged", "register-ground-damaged"),
        ]),
    ),
    ("certificate_event", "sheets", "history-field-sheets", Plain),
    ("certificate_event", "blank_number", "history-field-blank-number", Plain),
    ("certificate_correction", "event_id", "history-table-certificate", Unsaid),
    ("certificate_correction", "field", "history-field-corrected", Word(CERTIFICATE_FIELDS)),
    ("certificate_correction", "before", "history-field-before", Plain),
    ("certificate_correction", "after", "history-field-after", Plain),
    (
        "certificate_stock",
        "kind",
        "history-field-stock-kind",
        Word(&[
            ("received", "register-stock-received"),
            ("used", "register-stock-used"),
            ("spoiled", "register-stock-spoiled"),
            ("returned", "register-stock-returned"),
        ]),
    ),
    ("certificate_stock", "count", "history-field-sheets", Plain),
    ("certificate_stock", "note", "window-field-note", Plain),
    ("certificate_stock", "serial_from", "history-field-serial-from", Plain),
    ("certificate_stock", "serial_to", "history-field-serial-to", Plain),
    ("printer_offset", "printer", "history-field-printer", Plain),
    ("printer_offset", "across", "history-field-across", Plain),
    ("printer_offset", "down", "history-field-down", Plain),
    ("certificate", "erasure_reason", "history-field-reason", Plain),
    ("certificate_book", "first_number", "window-certificate-next", Plain),
    (
        "certificate_event",
        "kind",
        "window-column-state",
        Word(&[
            ("issued", "history-certificate-issued"),
            ("printed", "history-certificate-printed"),
            ("voided", "history-certificate-voided"),
            ("restored", "history-certificate-restored"),
            ("reissued", "history-certificate-reissued"),
            ("registered", "history-certificate-registered"),
            ("spoiled", "history-certificate-spoiled"),
            ("corrected", "history-certificate-corrected"),
            ("handed_out", "history-certificate-handed-out"),
            ("taken_back", "history-certificate-taken-back"),
            ("withdrawn", "history-certificate-withdrawn"),
            ("kept", "history-certificate-kept"),
            ("unkept", "history-certificate-unkept"),
        ]),
    ),
    ("certificate_event", "at", "history-field-at", Moment),
    ("*", "reason", "history-field-reason", Plain),
    ("certificate_plan", "date", "window-certificate-date", Date),
    ("certificate_plan", "place", "history-field-place", Plain),
    ("certificate_template", "content", "history-field-content", Parts),
    ("*", "book_id", "history-field-book", Plain),
    ("*", "template_id", "history-field-template", Plain),
    ("*", "certificate_id", "history-table-certificate", Plain),
    ("completion_decision", "completed", "history-field-completed", YES_NO),
    ("completion_decision", "commended", "history-field-commended", YES_NO),
    ("completion_decision", "decided_by", "history-field-decided-by", Plain),
    ("essay", "submitted", "history-field-submitted", YES_NO),
    ("essay", "score", "history-field-score", Plain),
    ("essay", "grade", "history-field-grade", Plain),
    (
        "own_column",
        "kind",
        "history-field-own-kind",
        Word(&[
            ("text", "own-kind-text"),
            ("number", "own-kind-number"),
            ("yes_no", "own-kind-yes-no"),
            ("group", "own-kind-group"),
        ]),
    ),
    ("own_column", "label", "history-field-own-label", Plain),
    ("*", "own_column_id", "history-table-own-column", Plain),
    ("own_value", "value", "history-field-own-value", Plain),
    ("absence_notice", "onward", "history-field-onward", YES_NO),
    ("*", "substitute_id", "history-field-sits-in", Plain),
    (
        "turnout",
        "whose",
        "history-field-whose",
        Word(&[
            ("cluster", "window-field-cluster"),
            ("group", "history-field-group"),
            ("unit", "window-field-unit"),
            ("guests", "window-info-guests"),
        ]),
    ),
    ("*", "group_id", "history-field-group", Plain),
    ("turnout", "unit", "window-field-unit", Plain),
    ("turnout", "invited", "history-field-invited", Plain),
    ("turnout", "present", "history-field-present", Plain),
    ("turnout", "excused", "history-field-excused", Plain),
    ("turnout", "absent", "history-field-absent", Plain),
    ("turnout", "is_about", "history-field-about", YES_NO),
    (
        "presenter_slot",
        "given",
        "history-field-given",
        Word(&[
            ("given", "history-given"),
            ("replaced", "history-given-replaced"),
            ("not_given", "history-not-given"),
        ]),
    ),
    ("presenter_slot", "given_by", "history-field-given-by", Plain),
    ("session", "excused_word", "history-field-excused-word", Plain),
    ("session", "absent_word", "history-field-absent-word", Plain),
    ("session", "put_away", "history-field-put-away", YES_NO),
    ("completion_rule", "minimum_sittings", "history-field-minimum-sittings", Plain),
    ("completion_rule", "minimum_percent", "history-field-minimum-percent", Plain),
    ("completion_rule", "late_counts", "history-field-late-counts", YES_NO),
    ("completion_rule", "left_early_counts", "history-field-left-early-counts", YES_NO),
    ("completion_rule", "needs_essay", "history-field-needs-essay", YES_NO),
    ("completion_rule", "minimum_score", "history-field-minimum-score", Plain),
    ("completion_rule", "by_place", "history-field-by-place", YES_NO),
    ("completion_rule", "substitute_counts", "history-field-substitute-counts", YES_NO),
    ("allowance_rate", "label", "history-field-name", Plain),
    ("allowance_rate", "kind", "window-field-kind", Unsaid),
    ("allowance_rate", "amount", "history-field-amount", Plain),
    ("allowance_rate", "per", "history-field-per", Unsaid),
    ("allowance_rate", "only_unpaid", "history-field-only-unpaid", YES_NO),
    ("allowance_rate", "basis", "history-field-reason", Plain),
    ("proposal", "unit", "window-field-unit", Plain),
    ("proposal", "speaker", "window-programme-person", Plain),
    ("proposal", "question", "history-field-question", Plain),
    ("proposal", "answer", "history-field-answer", Plain),
    ("proposal", "responsible", "window-info-lead", Plain),
    (
        "proposal",
        "state",
        "window-column-state",
        Word(&[
            ("open", "history-proposal-open"),
            ("answered", "history-proposal-answered"),
            ("forwarded", "history-proposal-forwarded"),
        ]),
    ),
    ("retention", "keep_until", "history-field-keep-until", Date),
    ("retention", "hold_reason", "history-field-reason", Plain),
    ("*", "purpose", "window-field-purpose", Plain),
    ("paper_recipe", "name", "window-recipe-name", Plain),
    ("*", "paper", "window-print-kind", Paper),
    ("*", "options", "history-field-options", Unsaid),
    ("paper_words", "words", "history-field-words", Parts),
    ("import_record", "source", "history-field-file", Plain),
    ("import_record", "new_rows", "history-field-new-rows", Plain),
    ("import_record", "updated_rows", "history-field-updated-rows", Plain),
    ("import_record", "same_rows", "history-field-same-rows", Plain),
    ("import_record", "duplicate_rows", "history-field-duplicate-rows", Plain),
    ("import_record", "error_rows", "history-field-error-rows", Plain),
    ("import_record", "doubtful_rows", "history-field-doubtful-rows", Plain),
    ("import_record", "left_lines", "history-field-left-lines", Plain),
    ("import_record", "commune", "history-field-commune", Plain),
    ("import_line", "sheet", "history-field-sheet", Plain),
    ("import_line", "line", "history-field-line", Plain),
    ("import_line", "cell", "history-field-cell", Plain),
    ("import_line", "text", "history-field-text", Plain),
    ("column_mapping", "mapping", "history-field-mapping", Unsaid),
    ("attachment", "content", "history-field-picture", Unsaid),
    ("setting", "name", "history-field-name", Unsaid),
    ("setting", "value", "history-field-value", Unsaid),
    ("*", "name", "history-field-name", Plain),
    ("*", "date", "history-field-date", Date),
    ("*", "dates", "window-column-dates", Date),
    ("*", "venue", "window-field-venue", Plain),
    ("*", "area", "window-field-area", Plain),
    ("*", "session_id", "window-column-session", Plain),
    ("*", "cluster_id", "window-column-cluster", Plain),
    ("*", "delegate_id", "history-table-delegate", Plain),
    ("*", "person_id", "history-table-person", Plain),
    ("*", "unit_id", "window-field-unit", Plain),
    ("*", "position_id", "window-field-position", Plain),
    ("*", "sitting_id", "window-programme-sitting", Plain),
    ("*", "programme_item_id", "history-table-programme-item", Plain),
];

/// What the rows of tables are called.
const TABLES: &[(&str, &str)] = &[
    ("session", "window-column-session"),
    ("cluster", "window-column-cluster"),
    ("cluster_unit", "history-table-cluster-unit"),
    ("sitting", "window-programme-sitting"),
    ("programme_item", "history-table-programme-item"),
    ("presenter_slot", "history-field-presenter"),
    ("organiser", "window-info-organisers"),
    ("audience_group", "window-info-audience"),
    ("guest", "window-info-guests"),
    ("delegate", "history-table-delegate"),
    ("person", "history-table-person"),
    ("person_position", "history-table-person-position"),
    ("person_unit", "history-table-person-unit"),
    ("person_sensitive", "history-table-sensitive"),
    ("unit", "window-field-unit"),
    ("unit_successor", "history-table-successor"),
    ("position", "window-field-position"),
    ("topic", "window-programme-topic"),
    ("cited_document", "history-table-document"),
    ("topic_cites", "window-topics-documents"),
    ("document_cites", "window-topics-documents"),
    ("curriculum", "history-field-curriculum"),
    ("curriculum_topic", "history-field-curriculum"),
    ("organisation", "history-field-organisation"),
    ("signatory", "history-field-signatory"),
    ("number_pattern", "window-certificate-pattern"),
    ("certificate", "history-table-certificate"),
    ("certificate_event", "history-table-certificate"),
    ("certificate_correction", "history-table-certificate"),
    ("certificate_issue", "history-table-certificate-issue"),
    ("certificate_stock", "history-table-certificate-stock"),
    ("printer_offset", "history-table-printer-offset"),
    ("certificate_book", "history-field-book"),
    ("certificate_plan", "history-table-certificate-plan"),
    ("certificate_template", "history-field-template"),
    ("completion_rule", "history-table-completion"),
    ("completion_required", "history-table-completion"),
    ("completion_decision", "history-table-decision"),
    ("essay", "history-table-essay"),
    ("own_column", "history-table-own-column"),
    ("own_value", "history-table-own-value"),
    ("absence_notice", "history-table-notice"),
    ("turnout", "history-table-turnout"),
    ("allowance_rate", "history-field-amount"),
    ("proposal", "history-table-proposal"),
    ("retention", "history-field-keep-until"),
    ("paper_recipe", "history-table-recipe"),
    ("paper_words", "history-field-words"),
    ("paper_look", "history-field-options"),
    ("import_record", "history-table-import"),
    ("import_line", "history-table-import-line"),
    ("column_mapping", "history-field-mapping"),
    ("attachment", "history-field-picture"),
    ("setting", "history-table-setting"),
];

/// A column in the user's words; `None` where nobody is told of it.
pub fn column(table: &str, column: &str) -> Option<ColumnWords> {
    let is = |of: &str, name: &str| (of == "*" || of == table) && name == column;
    if UNTOLD.iter().any(|(of, name)| is(of, name)) {
        return None;
    }
    // What people and delegates have is described with the fields of a person.
    if ["person", "delegate", "person_sensitive", "person_unit"].contains(&table)
        && let Some(field) =
            PersonField::ALL.iter().map(|field| field.about()).find(|field| field.code == column)
    {
        let telling = match column {
            "gender" => Word(&[("male", "window-male"), ("female", "window-female")]),
            "birth" => Date,
            _ => Plain,
        };
        return Some(ColumnWords { label: field.column, telling });
    }
    let found = COLUMNS.iter().find(|(of, name, ..)| is(of, name));
    found.map(|(_, _, label, telling)| ColumnWords { label, telling: *telling })
}

/// Where a column stands among the others of its table: as in forms, not as in the alphabet.
pub fn place(table: &str, column: &str) -> usize {
    let fields = PersonField::ALL;
    let field = fields.iter().position(|field| field.about().code == column);
    let line = COLUMNS.iter().position(|(of, name, ..)| (*of == "*" || *of == table) && *name == column);
    field.or(line.map(|line| fields.len() + line)).unwrap_or(usize::MAX)
}

/// The column of a table whose rows only say what happened to another: what happened.
pub fn event(table: &str) -> Option<&'static str> {
    (table == "certificate_event").then_some("kind")
}

/// Whether what stands in a column is told as text that can be searched for.
pub fn is_shown(table: &str, name: &str) -> bool {
    column(table, name).is_some_and(|words| matches!(words.telling, Plain | Parts))
}

/// What a row of a table is called.
pub fn table(name: &str) -> Option<&'static str> {
    TABLES.iter().find(|(table, _)| *table == name).map(|(_, words)| *words)
}
