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

# The organisation, its letterhead and signatories.
window-office-card = Organisation
window-office-add = Add an organisation
window-office-choose = Organisation on show
window-office-create = Add
window-office-new-name = Name of the new organisation
window-office-new-hint = The full name. Letterhead, place and signatories come after.
window-office-none = No organisation yet
window-office-none-cure = Its name, letterhead and signatories print on every paper; filled in once.
window-office-name = Full name
window-office-name-example = Ủy ban MTTQ Việt Nam huyện Phú Ninh
window-office-short = Short name in this window
window-office-place = Place
window-office-place-hint = Stands before the date on papers.
window-office-pattern = Number of certificates
window-office-pattern-hint = { $place } is where the number goes. Prints: { $example }
window-office-letterhead = Letterhead
window-office-capitals = Put in capitals
window-office-profile = On the right
window-office-profile-state = National heading (State, Front)
window-office-profile-party = Heading of the Party
window-office-superior = Superior body
window-office-issuer = Issuing body
window-office-one-more = One more line, if any
window-office-lines-hint = One line a field; empty ones do not print. Sessions that have ended keep their letterhead.
window-office-sheet = On paper
window-office-signatories = Signatories
window-office-signatories-none = No signatory yet: lists print “XÁC NHẬN” and leave the place to sign empty.
window-office-signatories-hint = The first one in office on this list signs the papers.
window-office-signatory-add = Add a signatory
window-office-signatory-removed = One signatory removed.
window-office-signer-unnamed = No name yet
window-office-signs = Signs
window-office-left = Left office { $date }
window-office-authority = Authority (TM., TL., TUQ.)
window-office-authority-more = Next line (KT.)
window-office-title = Title
window-office-signer = Full name
window-office-from = In office from
window-office-until = Until
window-office-until-hint = Empty while in office.
window-office-up = Up
window-office-down = Down
window-office-remove = Remove
window-office-backup = Back up…
window-office-backup-title = Save a copy of the data file
window-office-backed-up = Backed up to { $file }
window-office-backup-itself = The copy cannot replace the file that is open. Choose another name or another folder, best on a USB stick.
window-office-check = Check the file
window-office-checking = Reading the whole file…
window-office-sound = The file is sound: all of it was read and nothing is damaged.
window-office-damaged = The file has { $count } damaged places ({ $detail }). Back up now what can still be read, then open the latest backup.
