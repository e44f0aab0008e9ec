# The window.

window-name = Tập huấn
window-office = Fatherland Front
window-nav-home = Overview
window-nav-sessions = Sessions
window-nav-settings = Settings
window-all-saved = All changes saved
window-read-only-short = View only
window-read-only = The data file or its folder is read-only. You can look and print here; to edit, take the read-only mark away or copy the file to another folder, then open it again.
window-read-only-elsewhere = This file is open for editing in another window. You can look and print here; to edit, close that window and open the file again.
window-read-only-disk = The disk or stick of this file is write-protected. You can look and print here; to edit, unlock it or copy the file to another disk, then open it again.
window-read-only-held = Another program holds this file: OneDrive or an antivirus perhaps. You can look and print here; to edit, wait a moment and open the file again.
window-close = Close
window-cancel = Cancel
window-undo = Undo Ctrl Z
window-redo = Redo Ctrl Y
# A step that was taken, its label in small letters.
window-done = Done: { $label }.
window-undone = Undone: { $label }
window-redone = Done again: { $label }
window-nothing-to-undo = There is nothing left to undo.
window-nothing-to-redo = There is nothing to do again.
window-saved-already = All changes are saved. The program saves by itself.
window-saved-but-form = What is being entered on this page is not saved: press its button to save or to import. All other changes are saved.
window-job-failed = That work stopped half-way by a mistake of the program. The data are untouched; please try again.
window-write-failed = { $file } could not be written. Check the folder, its permissions and the free space, then try again (for your support: { $reason }).
window-show-all = Show all
window-nothing-found = Nothing found
window-nothing-found-cure = Try fewer words or another year. Words without diacritics work, too.

# The data file.
window-open-other = Open another file…
window-data-files = Tập huấn data files
window-cannot-open = The data file could not be opened
window-try-again = Try again
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
window-task-no-programme = No programme: { $title }
window-task-unmarked = Past its date, { $count } sittings not marked: { $title }
window-task-over = Past its date, not ended: { $title }
window-tasks-more = { $count } more
window-task-no-organisation = No office is entered yet: papers will lack the name of who issues them
window-task-overfull = { $cluster } has more delegates than places: { $count }/{ $capacity } – { $title }
window-task-doubled = { $count ->
    [one] One delegate may be listed twice: { $title }
   *[other] { $count } delegates may be listed twice: { $title }
}
window-task-unprinted = { $count ->
    [one] One certificate not printed yet: { $title }
   *[other] { $count } certificates not printed yet: { $title }
}
window-home-topics = { $count ->
    [one] 1 topic
   *[other] { $count } topics
}
window-home-came = marked present { $came }/{ $places }
window-step-sheet = Print the list
window-step-certificates = Certificates
window-step-report = Report
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
window-earlier-years = Other years…
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
window-new-title-placeholder = For example: Training in Front work 2026
window-new-hint = Only the title is needed; the rest can wait.
window-new-lists = { $count ->
    [one] { $name } and one more file
   *[other] { $name } and { $count } more files
}
window-new-import = Import lists
window-new-into = Import into
window-new-into-new = A new session
window-new-create-import = Create it and look at the lists
window-new-import-into = Look at the lists
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
window-date-placeholder = day/month/year
# From Monday on; from January on; with | between them.
window-calendar-weekdays = Mo|Tu|We|Th|Fr|Sa|Su
window-calendar-months = January|February|March|April|May|June|July|August|September|October|November|December

# Shortcuts.
window-shortcuts = Shortcuts
window-nothing-changed = Nothing has changed.
window-overtaken = Something else was changed after that step. Press Ctrl Z to undo from the latest step.
window-set-aside = Can no longer be undone: { $label }. { $reason } This step stays; the next Ctrl Z undoes the one before it.
window-set-aside-redo = Can no longer be done again: { $label }. { $reason }
window-file-missing = The data file is not where it was
window-file-missing-cure = It may be on a stick that is out, on a network drive that is off, or its folder was renamed. Plug it in and press “Try again”, or show where the file is. Nothing was changed.
window-find-file = Find the file…
window-new-file = Begin a new file…
window-new-file-made = A new data file was begun: { $file }
window-unsaved = { $count ->
    [one] { $count } change could not be saved
   *[other] { $count } changes could not be saved
}
window-unsaved-kept = { $count ->
    [one] { $count } value could not be saved into { $file }. This computer keeps it and shows it when that file is opened again.
   *[other] { $count } values could not be saved into { $file }. This computer keeps them and shows them when that file is opened again.
}
window-unsaved-hint = These values were typed and are not in the data file yet. Press “Edit” to go back to the field.
window-unsaved-closing = These values are not in the data file. Correct them, or give up each of them; then the program closes.
window-unsaved-back = Later
window-unsaved-edit = Edit
window-unsaved-drop = Give up this value
window-unsaved-untried = Not saved yet.

# Backups: at the foot of the sidebar, when closing, and the page of a file that cannot be opened.
window-backing-up = Backing up…
window-backed-up-at = Backed up { $time }
window-backed-up-same-drive = Backed up { $time }, same drive
window-no-backup-yet = No backup yet
window-backup-failed = Not backed up
window-backup-failed-since = Backup failed, last { $time }
window-backup-elsewhere = Backups in a spare folder
window-backed-up = Backed up to { $folder }.
window-written-elsewhere = Another program has just changed the data file. This page was read again; look over what you are doing.
window-closing-backup = Backing up before closing
window-closing-backup-words = The window closes by itself when the backup is made, usually within seconds.
window-closing-no-backup = Not backed up
window-closing-back = Back
window-closing-now = Close now
window-read-only-damaged = The file is damaged, so it is open only to look at and print what can still be read. Restore a backup in the settings.
window-file-damaged = The data file is damaged
window-file-damaged-words = Parts of the file cannot be read any more, mostly because of a failing disk, a stick pulled out too early or a power cut while copying. The program writes nothing more to it, so that it gets no worse.
window-file-empty = The data file is empty
window-file-foreign = This is no data file of Tập huấn
window-file-detail = For those who help: { $detail }
window-backups = Tập huấn backups
window-refused-looking = Looking what can be read, and for a backup…
window-refused-backup = The latest backup: { $time }
window-refused-no-backup = No backup in the usual place
window-refused-no-backup-words = It may be on a stick or another drive: choose that file.
window-contents = { $sessions } sessions, { $people } people, { $delegates } delegates
window-refused-restore = Restore it
window-refused-pick = Choose a backup…
window-refused-readable = What can be read of the damaged file
window-refused-look = Open to look
window-refused-save-title = Save what can still be read
window-refused-save-words = The file is read piece by piece, and what can be read goes into a new file beside it. This file stays as it is.
window-refused-save = Save the data
window-refused-saving = Saving the data…
window-refused-save-stop = Stop
window-refused-saved = What could be saved is in the file { $file }
window-refused-take-saved = Use the saved file
window-clock-impossible = The clock of this computer shows { $time }, which is probably wrong. Dates on papers and backups go by it: set it right, then start the program again.
window-moment-today = today { $hour }
window-moment-yesterday = yesterday { $hour }
window-tab-attendance = Attendance
window-tab-results = Results
window-info-put-away = Put away
window-info-take-out = Take out
window-put-away = Put away
window-sessions-put-away = Put away ({ $count })

# Buttons that are icons, and the question before what was typed is given up.
window-more = More
window-tip-up = Move up
window-tip-down = Move down
window-tip-remove = Remove
window-tip-open-session = Open this session
window-tip-less = One less
window-tip-one-more = One more
window-tip-show = Show
window-tip-hide = Hide
window-tip-copy = Add a copy
window-discard-title = Give up what was typed?
window-discard-words = What you typed here is not saved yet.
window-discard-stay = Keep typing
window-discard = Give it up
window-open-made = Open
window-new-like = Like “{ $title }”
window-new-like-brings = Its clusters, sittings and programme come along, dates move with the first day. Delegates do not.
window-row-edit = Edit
window-row-move = Move to { $cluster }
window-row-copy = Copy for Excel
window-paste-where = A list cannot be pasted here. Open a session, go to Delegates and press Ctrl V.
window-columns-choose = Choose the columns of the table
window-columns-no-room = no room
window-columns-empty = { $column } · nothing yet
window-columns-usual = Back to how it was
window-example = For example: { $text }

everywhere-title = Search everywhere
everywhere-placeholder = Name of a session, person, paper, topic, unit or setting
everywhere-further = { $count } more found. Type more letters to see what you are looking for.
everywhere-hint = Type a few letters, with or without diacritics. ↑ ↓ to choose, Enter to open.
everywhere-session = Session
everywhere-person = Person
everywhere-topic = Topic
everywhere-unit = Unit
everywhere-page = Page
window-first-question = Which office is this?
window-first-level = Level
window-first-level-commune = Commune
window-first-level-ward = Ward
window-first-level-special-zone = Special zone
window-first-level-province = Province
window-first-level-city = City
window-first-level-other = Another organisation
window-first-place = Name of the place
window-first-place-example = For example: Tam Đại
window-first-whole-name = Name of the organisation
window-first-later = This name heads every paper. It can be written later in the settings, too.
window-first-write = Write the name

# A path is typed where the system has no file dialog.
typed-path = Path
typed-hint = This computer has no dialog for files: type the path, or press folders and files below. “~/” is your home folder.
typed-up = Folder above
typed-open = Open
typed-take-folder = Choose this folder
typed-more = … and { $count } more: type some letters of the name.
typed-no-file =
    There is no file { $file }. { $offered ->
        [0] Look at the names of the file and its folder again.
       *[other] Look at its name again, or choose one below.
    }
typed-no-folder =
    There is no folder { $folder }. { $offered ->
        [0] Look at its name again, or press “Folder above”.
       *[other] Choose another one below.
    }

# Files that are dropped on the window.
dropped-under-dialog = { $file } was not taken: close the open dialog and drop it again.
dropped-read-only = { $file } cannot be taken: this data file is open for reading only.
window-see = Show
everywhere-paper = Paper of “{ $session }”
everywhere-setting = Setting
everywhere-guide = User guide
window-naming-make = Add
window-naming-lacks = Give it a name first.
window-naming-inside = Inside “{ $name }”
