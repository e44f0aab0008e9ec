# The window.

window-name = Tập huấn
window-office = Fatherland Front
window-nav-home = Overview
window-nav-sessions = Sessions
window-nav-settings = Settings
window-all-saved = All changes saved
window-read-only-short = View only
window-read-only = This file is open for writing in another window, or read-only. You can look and print here; to edit, close the other window and open the file again.
window-close = Close
window-cancel = Cancel
window-undo = Undo Ctrl Z
window-redo = Redo Ctrl Y
window-undone = Undone: { $label }
window-redone = Done again: { $label }
window-nothing-to-undo = There is nothing left to undo.
window-nothing-to-redo = There is nothing to do again.
window-saved-already = All changes are saved. The program saves by itself.
window-job-failed = That work stopped half-way by a mistake of the program. The data are untouched; please try again.
window-write-failed = { $file } could not be written ({ $reason }). Check the folder, its permissions and the free space, then try again.
window-saved-file = Saved { $file }.
window-show-all = Show all
window-nothing-found = Nothing found
window-nothing-found-cure = Try fewer words or another year. Words without diacritics work, too.

# The data file.
window-open-other = Open another file…
window-data-files = Tập huấn data files
window-cannot-open = The data file could not be opened
window-try-again = Try again
window-restore = Restore a backup…
window-pick-backup = Choose a backup

# The start and the overview.
window-good-morning = Good morning
window-good-afternoon = Good afternoon
window-good-evening = Good evening
window-start-title = Start your first session
window-start-words = Make a session and import its delegates, or drop an Excel file on this window.
window-start-new = Make a session
window-start-import = Import a list from Excel
window-start-samples = Try with sample data
window-start-samples-words = Five real conferences with invented delegates; removed in one click.
window-plant-samples = Add the sample sessions
window-samples-broken = The samples that come with the program are broken ({ $detail }). Install the program again.
window-import-list = Import a list
window-next-in-days = { $count ->
    [one] UP NEXT · TOMORROW
   *[other] UP NEXT · IN { $count } DAYS
    }
window-next-today = TODAY
window-next-open = IN PREPARATION
window-session-open = Open
window-print-sheet = Print the sign-in sheet
window-recent = Recent sessions
window-sample = sample
window-tasks = To do
window-task-no-dates = No date yet: { $title }
window-task-no-delegates = No delegates yet: { $title }
window-task-over = Past its date, not ended: { $title }
window-year = { $year }
window-figure-sessions = sessions
window-figure-delegates = delegates

# Sessions.
window-session-new = New session
window-sessions-count = { $count ->
    [one] 1 session
   *[other] { $count } sessions
    }
window-sessions-search = Find: tap huan 2020
window-all-years = All years
window-no-sessions = No sessions yet
window-no-sessions-cure = Make the first one, or look at the samples.
window-clusters-count = { $count ->
    [one] 1 cluster
   *[other] { $count } clusters
    }
window-delegates-count = { $count ->
    [one] 1 delegate
   *[other] { $count } delegates
    }
window-column-session = Session
window-column-dates = Dates
window-column-clusters = Clusters
window-column-delegates = Delegates
window-column-state = State
window-state-preparing = In preparation
window-state-running = Running
window-state-ended = Ended

# A new session.
window-new-title-placeholder = Training in Front work 2026
window-new-hint = Only the title is needed; the rest can wait.
window-new-list = Will be imported into this session
window-new-create = Make the session

# One session.
window-tab-info = Details
window-tab-delegates = Delegates
window-tab-printing = Printing
window-info-basic = Basics
window-field-title = Title
window-field-kind = Kind
window-field-form = Form
window-field-starts = From
window-field-ends = To
window-field-venue = Place
window-field-area = Area
window-field-purpose = Purpose
window-kind-conference = Conference
window-kind-class = Class
window-form-in-person = In person
window-form-online = Online
window-form-hybrid = In person and online
window-date-placeholder = 25/9/2026

# Delegates.
window-import-excel = Import from Excel…
window-pick-list = Choose a list of delegates
window-lists = Lists (Excel, CSV)
window-imported = { $new } new delegates imported, { $update } updated, { $skipped } rows left out.
window-no-delegates = No delegates yet
window-no-delegates-cure = Import the communes’ lists from Excel, or drop a file on this window.
window-delegates-search = Find: nguyen van binh
window-all-count = All { $count }
window-column-number = No.
window-column-name = Name
window-column-gender = Sex
window-column-birth = Born
window-column-position = Position
window-column-unit = Unit
window-column-cluster = Cluster
window-male = M
window-female = F

# Printing.
window-nothing-to-print = Nothing to print yet
window-nothing-to-print-cure = All papers come from the list of delegates. Import the list first.
window-save-pdf = Save PDF…

# Settings.
window-settings-above = This computer and the data file
window-settings-window = The window
window-settings-language = Language
window-settings-language-hint = Papers are always printed in Vietnamese.
window-settings-text-size = Text size
window-settings-file = The data file
window-settings-file-hint = Every change is saved to this file at once.
window-settings-samples = Sample data
window-settings-samples-hint = Removes the five sample sessions and the people only they have. Can be undone.
window-remove-samples = Remove the samples

# Shortcuts.
window-shortcuts = Shortcuts
window-key-find = Find
window-key-new = New
window-key-print = Go to printing
window-key-undo = Undo
window-key-redo = Redo
window-key-save = Save the field at once (it saves by itself)
window-key-tab = Next field, previous field
window-key-arrows = Move in a table
window-key-select = Select several rows, or all
window-key-copy = Copy the selected rows for Excel
window-key-enter = Open the row, finish a field
window-key-escape = Close a dialog, drop what was typed

# Delegates: table, panel, somebody new, dividing, fixing.
window-delegates-paste = Paste
window-delegates-add = Add delegate
window-delegates-empty-cure = Import the lists of the communes from Excel, copy in Excel and press Paste, add people one by one, or drop a file on this window.
window-delegates-nothing-cure = Try fewer letters, or another cluster. Diacritics may be left out.
window-delegates-show-all = Clear the search
window-delegates-by-number = By number
window-delegates-by-name = By name
window-delegates-by-gender = By gender
window-delegates-by-birth = By birth
window-delegates-by-position = By position
window-delegates-by-unit = By unit
window-delegates-by-cluster = By cluster
window-delegates-no-cluster = No cluster
window-delegates-no-cluster-count = No cluster · { $count }
window-delegates-shown = { $count } rows
window-delegates-shown-selected = { $count } rows · { $selected } selected
window-delegates-gender = Gender
window-delegates-phone = Phone
window-delegates-note = Note
window-delegates-move = Move to cluster
window-delegates-choose-cluster = Choose a cluster
window-delegates-by-rule = By their unit
window-delegates-several-clusters = In several clusters
window-delegates-remove = Withdraw
window-delegates-put-back = Put back
window-delegates-withdrawn = Withdrawn
window-delegates-fixed-number = No. { $number }, fixed
window-delegates-supplementary = Added later
window-delegates-same-name = { $count } of this name
window-delegates-selected = { $count } delegates selected
window-delegates-several-hint = Hold Ctrl or Shift while clicking to select more; Ctrl A selects all.
window-delegates-copy = Copy for Excel
window-delegates-new = New delegate
window-delegates-new-hint = Only the name is needed. Enter saves and opens the next empty form.
window-delegates-save-next = Save, add next
window-delegates-fix = Fix the list
window-delegates-reopen = Reopen the list
window-delegates-fixed = Fixed
window-delegates-fixed-some = { $fixed }/{ $all } clusters fixed
window-delegates-divide = Divide…
window-delegates-divide-title = Divide into clusters
window-delegates-divide-words = Each unit stays whole in one cluster; clusters are as equal as can be. Anyone can still be moved afterwards.
window-delegates-divide-by-clusters = By number of clusters
window-delegates-divide-by-seats = By seats
window-delegates-divide-clusters = clusters
window-delegates-divide-seats = seats in each
window-delegates-divide-number = Type a number from 1 to { $most }.
window-delegates-divide-stay = Units that a cluster serves already stay with it
window-delegates-divide-result = { $count } delegates in { $clusters } clusters
window-delegates-divide-units = { $count } units
window-delegates-divide-apply = Divide
window-key-import = Import a list from Excel
window-key-paste = Paste a list copied in Excel
window-key-delete = Withdraw the selected rows

# A list before it is imported.
window-import-title = Import delegates
window-import-pasted = Pasted list
window-import-apply = Import { $count } delegates
window-import-writing = Importing…
window-import-reading = Reading { $file }
window-import-reading-words = Nothing has been written yet. Press Cancel to stop.
window-import-refused = The list cannot be read yet
window-import-another = Other file…
window-import-header = headings in row { $row }
window-import-columns = Understood: { $columns }
window-import-row = Row
window-import-state = Result
window-import-reason = Reason
window-import-new = New
window-import-update = Update
window-import-same = Unchanged
window-import-duplicate = Duplicate?
window-import-error = Error
window-import-count-new = { $count } new
window-import-count-update = { $count } updated
window-import-count-same = { $count } unchanged
window-import-count-duplicate = { $count } possible duplicates
window-import-count-error = { $count } errors
window-import-left-out = { $count } rows that may be duplicates or have errors are left out. Select one to see why and what to do.
window-import-nothing-written = Nothing has been written yet. The import can be undone.
