# The history: what was done, before and after.

# What things and fields are called in the history.
history-yes = Yes
history-no = No
history-guest-group = Group
history-delegate-listed = On the list
history-delegate-withdrawn = Taken off the list
history-extent-whole = Whole
history-extent-part = Part
history-certificate-issued = Issued
history-certificate-printed = Printed
history-certificate-voided = Voided
history-certificate-restored = Valid again
history-certificate-reissued = Reissued
history-proposal-open = Not answered
history-proposal-answered = Answered
history-proposal-forwarded = Forwarded
history-field-name = Name
history-field-short-name = Short name
history-field-organisation = Organisation
history-field-topics-kept = Topics kept with the session
history-field-order = Order
history-field-fixed = List fixed at
history-field-presenter = Presenter
history-field-approximate = Estimate
history-field-supplementary = Added after the list was fixed
history-field-walk-in = Came without being on the list
history-field-substitute = Substitute for
history-field-only-here = Changed in this session only
history-field-unit-group = Under
history-field-main = Main
history-field-identity = Identity number
history-field-successor-of = Former unit
history-field-successor = New unit
history-field-extent = Extent
history-field-curriculum = Curriculum
history-field-letterhead = Letterhead
history-field-signatory = Signatory
history-field-reissue = Reissue of
history-field-reason = Reason
history-field-at = At
history-field-place = Place
history-field-content = Words of the certificate
history-field-book = Register
history-field-template = Certificate template
history-field-completed = Completed
history-field-commended = Commended
history-field-grade = Grade
history-field-minimum-sittings = Least sittings
history-field-minimum-percent = Least percentage
history-field-late-counts = Coming late counts
history-field-substitute-counts = A substitute counts
history-field-amount = Rate
history-field-per = Per
history-field-only-unpaid = Only who has no salary
history-field-question = Question, proposal
history-field-answer = Answer
history-field-keep-until = Kept until
history-field-options = Print options
history-field-words = Words on the papers
history-field-file = File
history-field-new-rows = New people
history-field-updated-rows = Updated people
history-field-same-rows = Unchanged people
history-field-duplicate-rows = Duplicate rows
history-field-error-rows = Rows with mistakes
history-field-doubtful-rows = Doubtful rows
history-field-left-lines = Lines left out
history-field-commune = List of
history-field-sheet = Sheet
history-field-line = Line
history-field-cell = Cell
history-field-text = Text
history-field-mapping = How the columns of a list are read
history-field-picture = Picture
history-field-value = Value
history-field-date = Date
history-table-cluster-unit = Unit of the cluster
history-table-programme-item = Programme item
history-table-delegate = Delegate
history-table-person = Person
history-table-sensitive = Sensitive data of
history-table-person-unit = Unit of
history-table-person-position = Position of
history-table-successor = Successor
history-table-document = Document
history-table-certificate = Certificate
history-table-certificate-plan = How certificates are issued
history-table-completion = Rule for completion
history-table-proposal = Proposal
history-table-recipe = Print recipe
history-table-import = Import of a list
history-table-import-line = Line left out of a list
history-table-setting = Setting

# The page History.
window-history-nav = History
window-history-above = All that was done in this data file
window-history-search = Search: phone Hoa
window-history-every-session = All sessions
window-history-session-gone = { $title } (deleted)
window-history-session-unknown = Session no. { $number } (deleted)
window-history-of-person = Only about: { $name }
window-history-of-person-all = Show for everyone
window-history-kind-all = All
window-history-kind-steps = Changes
window-history-kind-facts = Printing
window-history-kind-turns = Undone, redone
window-history-column-time = Time
window-history-column-what = What was done
window-history-column-about = Session
window-history-column-rows = Rows
window-history-today = Today { $time }
window-history-yesterday = Yesterday { $time }
window-history-undo = Undone: { $label }
window-history-redo = Redone: { $label }
window-history-state-done = Can be undone
window-history-state-undone = Undone
window-history-state-set-aside = Cannot be undone
window-history-state-discarded = Undone, cannot be redone any more
window-history-state-settled = Too long ago to be undone
window-history-state-fact = Happened; never undone
window-history-state-turn = An undo or redo
window-history-sessions-more = { $title } and { $count } more
window-history-none = Nothing was done yet
window-history-none-cure = Whatever is added, changed, deleted, imported or printed is noted here, with what stood there before and after.
window-history-more = Show what was done before
window-history-undo-here = Undo back to here…
window-history-undo-here-hint = Undoes this and all that was done after it, the latest first.
window-history-undo-title = { $count ->
    [1] Undo this?
   *[other] Undo { $count } steps?
    }
window-history-undo-words = These are undone one after the other, the latest first. It stops at the first that cannot be undone. Ctrl+Y redoes them.
window-history-undo-confirm = { $count ->
    [1] Undo
   *[other] Undo { $count } steps
    }
window-history-undone = { $count ->
    [1] 1 step was undone.
   *[other] { $count } steps were undone.
    }
window-history-undone-stopped = Undone: { $count }, then stopped. This cannot be undone: { $label }. { $reason }
window-history-undone-failed = Undone: { $count }, then stopped. { $reason }
window-history-undone-halted = Undone: { $count }, then stopped as you wished.
window-history-undoing = Undoing…
window-history-undo-stop = Stop
window-history-undone-overtaken = Undone: { $count }, then stopped because something new was done. Look at the history again before you go on.
window-history-before = Before
window-history-after = After
window-history-added = Added: { $what }
window-history-changed = Changed: { $what }
window-history-deleted = Deleted: { $what }
window-history-row = { $what } { $name }
window-history-nothing = (empty)
window-history-record-gone = (gone)
window-history-was-changed = Changed; the history does not hold what.
window-history-left-out = { $count ->
    [1] 1 more row.
   *[other] { $count } more rows.
    }
window-history-no-images = There is nothing before and after to be shown for this.
window-history-no-images-settled = Long ago: only what was changed of people and delegates is kept; of the rest the name of the step.
window-history-no-images-discarded = This was undone and cannot be redone any more, so what it changed is gone.
window-history-person = Show the history of this person
window-history-session = History of this session
