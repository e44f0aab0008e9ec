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
window-task-no-programme = No programme: { $title }
window-task-over = Past its date, not ended: { $title }
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
window-new-lists = { $count ->
    [one] { $name } and one more file
   *[other] { $name } and { $count } more files
}
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
# From Monday on; from January on; with | between them.
window-calendar-weekdays = Mo|Tu|We|Th|Fr|Sa|Su
window-calendar-months = January|February|March|April|May|June|July|August|September|October|November|December

# Delegates.
window-import-excel = Import from Excel…
window-pick-list = Choose a list of delegates
window-lists = Lists (Excel, Word, CSV)
window-imported = { $new } new delegates imported, { $update } updated, { $skipped } rows left out.
window-no-delegates = No delegates yet
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
window-nothing-to-print-cure = This paper comes from the list of delegates. Import the list first.

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
window-key-print = Go to printing; there: print
window-key-pages = Turn the pages of the preview
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
window-delegates-export = Export to Excel…
window-delegates-exported = The list is in { $file }.
window-delegates-fix = Fix the list
window-delegates-number-by-name = Number by name
window-delegates-number-by-unit = Number by unit
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
window-import-apply-all = Import { $count } delegates from { $files } files
window-import-leave-out = Leave this file out
window-import-no-header = no row of headings
window-import-letters-found = Letters: { $letters }
window-import-letters-tell = Tell the letters by the cells
window-import-skip = Left out
window-import-save-errors = Save the rows with errors
window-import-save-error-rows = { $count ->
    [one] Save one wrong row…
   *[other] Save { $count } wrong rows…
}
window-import-errors-saved = The rows with errors are in { $file }. Mend them in Excel and drop the file here again.
window-import-doubtful = { $count ->
    [one] Import the doubtful row, too
   *[other] Import the { $count } doubtful rows, too
}
window-import-communes = Take the commune of the title ({ $commune }) for { $count } people without one
window-import-add-units = Add { $count } unknown units to the registry
window-import-by-unit = Place in clusters by unit
window-import-sensitive = Keep ethnic group, religion, party membership, education
window-import-sheets-all = All sheets
window-import-sheet-left = { $sheet } · left out
window-import-sheet-taken = Import this sheet
window-import-sheets-without = No list: { $sheets }
window-import-stop = Stop
window-import-capitals = { $count ->
    [one] Capitalise Each Word (one name)
   *[other] Capitalise Each Word ({ $count } names)
}
window-import-difference = { $field }: known “{ $known }”, in the file “{ $row }”
window-import-nothing = nothing
window-import-taken = Row { $row }: row { $other } already updates { $name }, so this row stays as it was. Choose Leave out for row { $other } first, or Add if they are two people.
window-import-choose-skip = Leave out
window-import-choose-update = Update who is known
window-import-choose-back = Put back on the list
window-import-choose-add = Add as new
window-field-ordinal = Row number
window-field-full-name = Full name
window-field-family-middle = Family and middle name
window-field-given-name = Given name
window-field-birth = Birth
window-field-male = Men
window-field-female = Women
window-field-gender = Sex
window-field-position = Position
window-field-unit = Unit
window-field-hamlet = Hamlet
window-field-commune = Commune
window-field-address = Address
window-field-phone = Phone
window-field-note = Note
window-field-cluster = Cluster
window-field-birth-day = Day of birth
window-field-birth-month = Month of birth
window-field-position-unit = Position, unit
window-field-ethnicity = Ethnic group
window-field-religion = Religion
window-field-party = Party member
window-field-education = Education
window-field-other = Not imported
window-import-title = Import delegates
window-import-pasted = Pasted list
window-import-apply = Import { $count } delegates
window-import-writing = Importing…
window-import-reading = Reading { $file }
window-import-reading-words = Nothing has been written yet. Press Cancel to stop.
window-import-refused = The list cannot be read yet
window-import-another = Add files…
window-import-header = headings in row { $row }
window-import-row = Row
window-import-state = Result
window-import-new = New
window-import-update = Update
window-import-same = Unchanged
window-import-error = Error
window-import-count-new = { $count } new
window-import-count-update = { $count } updated
window-import-count-same = { $count } unchanged
window-import-count-duplicate = { $count } possible duplicates
window-import-count-error = { $count } errors
window-import-nothing-written = Nothing has been written yet. The import can be undone.

# The page of papers.
window-print-before = BEFORE
window-print-during = AT THE CONFERENCE
window-print-after = AFTER
window-print-kind = Paper
window-print-scope = Cluster
window-print-whole = All, one file
window-print-each = One file per cluster
window-print-columns = Columns
window-print-birth = Year of birth
window-print-birth-by-sex = Under Nam or Nữ
window-print-birth-year = One column
window-print-birth-hidden = Left out
window-print-position = Position
window-print-unit = Unit
window-print-phone = Telephone
window-print-note = Note
window-print-rows = Rows
window-print-group = Headings by unit
window-print-blank = Extra blank rows
window-print-blank-refused = Type a number from 0 to 200.
window-print-paper = A4 paper
window-print-auto = Automatic
window-print-portrait = Portrait
window-print-landscape = Landscape
window-print-shared = Merge equal clusters
window-print-ending = At the end
window-print-ending-organisers = Organisers
window-print-ending-signatory = Signatory
window-print-ending-nothing = Nothing
window-print-issued = Day of signing
window-print-issued-hint = Left empty, dots are printed, to be filled in by hand.
window-print-recipients = Recipients
window-print-recipients-hint = Parted by semicolons; left empty, the usual ones.
window-print-to = Addressed to
window-print-to-delegate = Each delegate
window-print-to-unit = Each unit, with a list of names
window-print-to-all = Everyone, in one letter
window-print-to-guest = Each guest
window-print-summons = Called rather than invited
window-print-topics = Name the topics
window-print-number = Number of the letter
window-print-also = Also said
window-print-also-hint = Such as what to bring, and whom to ask.
window-certificate-numbers = Numbers
window-certificate-numbered = { $count } of { $all } have a number
window-certificate-issue = { $count ->
    [one] Number one person
   *[other] Number { $count } people
}
window-certificate-pattern = Number pattern
window-certificate-next-is = Next number: { $example }
window-certificate-next = First number
window-certificate-next-refused = Enter a number from 1 to 999999.
window-certificate-title = Title
window-certificate-before = Line above the name
window-certificate-after = Lines under the name
window-certificate-fields = Filled in for each person: { $fields }.
window-certificate-date = Day of issue
window-certificate-authority = Signs for
window-print-unit-signs = A page across for each unit, of the delegate list and of what the clusters serve.
window-print-by-hand = Leave empty to write it by hand.
window-print-chair = Chair
window-print-secretary = Secretary
window-print-asks = What it asks
window-print-asks-opinion = Opinion
window-print-asks-lessons = Lessons
window-print-survey-copies = Print one and copy it for everyone.
window-print-prices = Prices (đồng)
window-print-prices-hint = Leave empty to write it by hand; 0 leaves the line out.
window-print-price-refused = Type the amount in figures from 0 to 100000000, without points.
window-print-price-allowance = Meal allowance
window-print-price-water = Drinks, person and sitting
window-print-price-documents = Documents, each set
window-print-price-presenters = Presenters, each sitting
window-print-price-travel = Travel and stay, each time
window-print-price-venue = Hall and sound, each sitting
window-print-price-decoration = Decoration, each place
window-print-price-certificates = Certificate forms, each
window-print-price-stationery = Stationery and printing
window-print-allowance-per = Allowance for each
window-print-source = Source of the money
window-print-source-hint = Leave empty to write it by hand.
window-print-fee = Fee for a sitting (đồng)
window-print-fee-own = Fees of single presenters, where they differ:
window-print-tax = Income tax
window-print-tax-tenth = Withhold 10%
window-print-tax-nothing = Withhold nothing
window-print-tax-hint = 10% of each payment from 2.000.000 đồng on, of those without a labour contract of 3 months or more.
window-print-page = { $page } / { $pages }
window-print-sheets = A sheet for each
window-print-sheets-clusters = Cluster
window-print-sheets-days = Day
window-print-sheets-units = Unit
window-print-presenters = Presenters sign too
window-print-code = With the QR code of the badge
window-print-done-title = Is it printed?
window-print-done-words = If all { $count } numbered certificates came out of the printer, press “Printed”: their numbers are never given to anybody else. If not, press “Not yet” and print again later.
window-print-done = Printed
window-print-not-done = Not yet
window-print-documents = Documents handed out
window-print-documents-hint = A column for each, separated by semicolons. Empty: one set of documents.
window-print-rate = Allowance (đồng)
window-print-rate-hint = Leave empty to write the amounts by hand.
window-print-rate-refused = Type the amount in figures, from 1 to 100000000, without points.
window-print-per = Counted by
window-print-per-sitting = Sitting
window-print-per-day = Day
window-print-only-unpaid = Only those the state does not pay
window-print-decision-number = Number of the decision
window-print-decision-number-hint = Leave empty to write it by hand.
window-print-grounds = Grounds
window-print-grounds-hint = Separated by semicolons. Empty: the usual grounds.
window-print-per-sheet = Badges on an A4 sheet
window-print-eight = 8 badges
window-print-ten = 10 badges
window-print-fold = Fold the sheet at the two marks in the middle: both faces of the sign then read upright.
window-print-fit-page = Whole page
window-print-fit-width = Fit width
window-print-save = Save PDF
window-print-save-word = Save as Word
window-print-save-excel = Save as Excel
window-print-word = Word
window-print-excel = Excel
window-print-open = Open
window-print-print = Print
window-print-findings =
    { $count ->
        [one] { $count } thing to look at before printing
       *[other] { $count } things to look at before printing
    }
window-print-left-out = { $people } delegates belong to no cluster and stand in none of the files. Give them a cluster in the list of delegates, or choose “All, one file”.
window-print-no-page = No page to show
window-print-no-preview = This page could not be drawn. “Open” still shows it in the PDF viewer.
window-print-to-delegates = To the list of delegates
window-print-path = Save as
window-print-path-hint = Type the path of the file; “~/” is your home folder.
window-print-path-each = Type the path of the file; each cluster gets one, with “-cum-1”, “-cum-2”… added to the name.
window-print-save-here = Save
window-print-replace-title = Replace existing files?
window-print-replace-words = { $count } files of these names exist. Replacing them loses what they held.
window-print-replace = Replace
window-print-more = … and { $count } more
window-print-not-fixed = The list is not fixed: whoever comes or goes changes the numbers on printed sheets.
window-print-making = Making the file…
window-print-saved = Saved { $pages } pages to { $file }
window-print-saved-editable = Saved to { $file }
window-print-saved-all = Saved { $count } files to the folder { $folder }
window-print-opened = Opening in the PDF viewer.
window-print-queued = Sent to the printer. See the paper at the printer.
window-print-there = It could not be sent straight to a printer, so it is open in the PDF viewer: press Ctrl+P there to print.
window-print-no-viewer = { $file } could not be opened in a PDF viewer. Install one, or press “Save PDF” and print from another computer.

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
window-office-logo = Logo
window-office-logo-choose = Choose a picture…
window-office-logo-other = Choose another picture…
window-office-logo-remove = Remove the logo
window-office-logo-files = PNG and JPEG pictures
window-office-logo-hint = Printed on certificates, in the place of the lotus, and on badges. A PNG or JPEG picture.
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

# The tab of a session with what it is.
window-info-title-in-text = Title in papers
window-info-title-in-text-hint = When it differs from the title
window-info-time-note = Note on the time
window-info-time-note-hint = Opening at 7:30 on 25/9
window-info-plan-number = Number of the plan
window-info-decision-number = Number of the decision
window-info-more = More
window-info-context = Background
window-info-reason = Why it is divided
window-info-slogan = Slogan
window-info-discussion = Discussion, answers
window-info-difficulties = Difficulties
window-info-closing = Closing speech
window-info-outcome = Outcome
window-info-begin = Begin the session
window-info-end = End the session
window-info-reopen = Reopen
window-info-copy = New from this…
window-info-delete = Delete
window-info-copy-title = A new session from this one
window-info-copy-hint = All other days move along with it. Leave it empty to fill in the days later.
window-info-copy-what = Take along
window-info-copy-clusters = Clusters, venues and sittings
window-info-copy-programme = Programme and presenters
window-info-copy-guests = Guests
window-info-copy-delegates = Delegates still on the list and in post
window-info-clusters = Clusters
window-info-no-clusters = No clusters yet. A session in one place needs one, too, to hold its sittings.
window-info-cluster-add = Add a cluster
window-info-cluster-remove = Remove
window-info-cluster-name = Name
window-info-move-up = Up
window-info-move-down = Down
window-info-capacity = Seats
window-info-expected = Expected
window-info-actual = Came
window-info-lead = In charge
window-info-serves = Units
window-info-not-a-number = Please give a number, such as 90.
window-info-units-count = { $count ->
    [one] { $count } unit
   *[other] { $count } units
    }
window-info-sittings-count = { $count ->
    [one] { $count } sitting
   *[other] { $count } sittings
    }
window-info-sittings = Sittings
window-info-no-sittings = No sittings yet.
window-info-morning = Morning
window-info-afternoon = Afternoon
window-info-evening = Evening
window-info-make-sittings = Make sittings from the days:
window-info-make-needs-days = With days of the session or of the clusters, sittings can be made:
window-info-make-both = Morning and afternoon
window-info-sittings-made = { $count ->
    [one] { $count } sitting was made.
   *[other] { $count } sittings were made.
    }
window-info-sittings-there = Those sittings are all there.
window-info-organisers = Organisers
window-info-role-lead = Lead
window-info-role-partner = Partner
window-info-role-remote = Remote site
window-info-role-certifier = Certifier
window-info-audience = Who is called
window-info-audience-exact = { $count ->
    [one] { $count } person
   *[other] { $count } people
    }
window-info-audience-about = about { $count } people
window-info-audience-total = { $count } people in all
window-info-audience-about-total = about { $count } people in all
window-info-guests = Guests
window-info-note-more = What is invented?
window-info-note-less = Show less
