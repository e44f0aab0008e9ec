# Printing.
window-nothing-to-print = Nothing to print yet
window-nothing-to-print-cure = This paper comes from the list of delegates. Import the list first.

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
window-print-absent-by = Grouped by
window-print-absent-by-sitting = Sitting
window-print-absent-by-unit = Commune or unit
window-print-asks = What it asks
window-print-asks-opinion = Opinion
window-print-asks-lessons = Lessons
window-print-survey-copies = Print one and copy it for everyone.
window-print-prices = Prices (đồng)
window-print-prices-hint = Left empty, the price is written by hand and the quantity is that of the session; a price of 0 leaves the line out.
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
window-print-source-hint = For example: budget of 2026. Leave empty to write it by hand.
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
window-print-shift = Shift for printing on stock
window-print-shift-across = To the right
window-print-shift-down = Down
window-print-test-page = Show and print only a test page with rulers
window-print-code = With the QR code by which it is verified
window-print-signature = Print the picture of the signature
window-print-done-title = Is it printed?
window-print-done-words = { $count } numbered certificates went to the printer. The number of one that came out is never given to anybody else. If nothing was printed, press “Not yet” and print again later.
window-print-until = Up to number
window-print-until-hint = Leave it empty if all came out.
window-print-spoiled = Spoiled numbers
window-print-spoiled-hint = Sheets that jammed or smeared; leave it empty if there are none.
window-print-form-number = Serial number of the first form (if any)
window-print-form-number-hint = As it stands on the form; the next sheets count on. Leave it empty where forms have none.
window-print-rest-title = Not all are printed
window-print-rest-words = { $count } did not come out or were spoiled. Load paper and print only those; their numbers stay.
window-print-rest = Print { $count } more
window-print-rest-later = Later
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
window-print-fit-facing = Two pages
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
window-print-picking = The dialog that asks where to save is still open. Choose a place there, or close it and press again.
window-print-path-each = Each cluster gets a file, with “-cum-1”, “-cum-2”… added to the name.
window-print-save-here = Save
window-print-replace-title = Replace existing files?
window-print-replace-words = { $count } files of these names exist. Replacing them loses what they held.
window-print-replace = Replace
window-print-more = … and { $count } more
window-print-not-fixed = The list is not fixed: its numbers may still change and differ from printed sheets.
window-print-making = Making the file…
window-print-saved = Saved { $pages } pages to { $file }
window-print-saved-editable = Saved to { $file }
window-print-saved-all = Saved { $count } files to the folder { $folder }
window-print-saved-partly = { $count } files saved in the folder { $folder }; { $left } could not be saved: { $files }. Close them if another program has them open, and save again.
window-print-stopped = Stopped. No file was saved.
window-print-opened = Opening in the PDF viewer.
window-print-queued = Sent { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
} to the printer { $printer }.
window-print-there = The paper is open in the PDF viewer. To print it, press Ctrl+P there and choose “Actual size (100%)”.
window-print-no-viewer = { $file } could not be opened in a PDF viewer. Install one, or press “Save PDF” and print from another computer.
window-not-shown = { $file } could not be opened from here. Please open it yourself, by this path.

## Recipes
window-recipe = Recipe
window-recipe-usual = As usual
window-recipe-changed = changed
window-recipe-save = Save as recipe…
window-recipe-over = Save
window-recipe-new = New…
window-recipe-rename = Rename…
window-recipe-remove = Delete
window-recipe-name = Name of the recipe
window-recipe-name-hint = Such as welcome desk, for the garage. It is there for every session of this data file.
window-recipe-save-over = Save over that recipe
window-recipe-save-title = Save as a recipe
window-recipe-save-confirm = Save new recipe
window-recipe-rename-title = Rename the recipe
window-recipe-rename-confirm = Rename
window-recipe-damaged = Some saved options are not understood by this program, so that part is printed as usual. Look at the options before you print.

## Pages that changed
window-print-changed = { $count } of { $pages } pages are not printed or changed since { $when }
window-print-changed-gone = { $count } of { $pages } pages are not printed or changed since { $when }; { $gone ->
    [one] one sheet of then is left over, throw it away
   *[other] { $gone } sheets of then are left over, throw them away
}
window-print-all-changed = Every page was changed since { $when } or never printed: print all of it again
window-print-sheets-gone = Since { $when } nothing changed, but { $count ->
    [one] one sheet is left over: throw it away
   *[other] { $count } sheets are left over: throw them away
}
window-print-unchanged = No page changed since it was printed, { $when }
window-print-changed-see = Show
window-print-changed-print = { $count ->
    [one] Print 1 page
   *[other] Print { $count } pages
}
window-print-changed-save = { $count ->
    [one] Save 1 page
   *[other] Save { $count } pages
}

## The whole bundle
window-bundle = All papers…
window-bundle-title = All papers
window-bundle-words = Every paper of the session is written into one folder, numbered in the order of use, each kind with its own options.
window-bundle-folder = Folder
window-bundle-folder-hint = If there is none, it is made; “~/” is your own folder.
window-bundle-no-folder = There is no folder to save into. Type one, or press “Choose a folder…”.
window-bundle-browse = Choose a folder…
window-bundle-editable = With Word and Excel files to edit
window-bundle-go = Save all
window-bundle-done = { $count ->
    [one] One file was
   *[other] { $count } files were
} saved into { $folder }. The PDF files have { $pages } pages.
window-bundle-missing = Could not be made:
window-bundle-stopped = Stopped. The files that were written are in the folder.
window-bundle-show = Open folder
window-bundle-not-shown = The folder could not be opened with the file manager. Look for it by the path in this dialog.
window-bundle-close = Close

window-print-sittings = Sittings to sign for
window-print-order = Order
window-print-order-number = By number
window-print-order-unit = Unit, then name
window-print-order-name = Name A–Z
window-print-remark = Line under the title
window-print-remark-example = For example: With letter No. 12
window-print-left = { $file } was not saved: a file is there already. Go back to Papers to replace it or to choose another name.
window-print-stage = For use
window-print-stage-before = Before the session
window-print-stage-settled = Settlement
window-print-names = Who is behind each figure

window-print-guests-no-code = This list is not entered under Attendance, so its pages bear no code. How many guests came is entered under Attendance.
window-print-receipt-as-fees = Fee, tax and day of signing are those of “Presenter fees”. One page for each presenter.
window-print-survey-out = Sheets handed out
window-print-survey-back = Sheets returned
window-print-survey-counts = How many gave each answer. Leave it empty to write it by hand; 0 where nobody chose it.
window-print-survey-remarks = Remarks on the sheets
window-print-survey-remarks-hint = Remarks parted by semicolons. Left empty, there are dots to write on.
window-print-count = Sheets
window-print-count-refused = Type a whole number in digits.
window-print-labels-units = Units
window-print-labels-delegates = Delegates
window-print-labels-guests = Guests
window-print-labels-body = Before the name of the commune
window-print-labels-body-hint = Left empty, the commune stands alone.
window-print-labels-size = Size of the labels
window-print-labels-fourteen = 14 labels, 99 × 38 mm
window-print-labels-twenty-four = 24 labels, 70 × 37 mm
window-print-labels-first = Begin with label
window-print-labels-first-hint = When a part of the sheet is used; counted from left to right, from top to bottom.
window-print-labels-first-refused = Type a number from 1 to 24.
window-print-labels-framed = Lines to cut along
window-print-file-number = Number of the file
window-print-file-also = What else is in the file
window-print-file-also-hint = Parted by semicolons.
window-print-sheets-in-file = Sheets of each paper
window-print-sheets-hint = Leave it empty to write it by hand; a paper with 0 is not in the index.
window-print-price = Price
window-print-quantity = Quantity
window-print-per-as-paid = As it is paid
window-print-capitals = Names in capitals
window-bundle-blank = With empty rows to write on:
window-print-dated = Day of signing
window-print-dated-last-day = Last day of the cluster
window-print-dated-by-hand = Left open, by hand
window-print-proposer = On the proposal of
window-print-chair-hint = Left open, the body that holds it is named.
window-print-bring = Delegates bring
window-print-deadline = Lists are sent before
window-print-contact = Whom to ask
window-print-contact-example = Name, telephone

## Before printing
window-print-dialog-title = Print
window-print-dialog-counting = Counting the sheets…
window-print-dialog-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $pages ->
    [one] { $pages } A4 sheet
   *[other] { $pages } A4 sheets
}
window-print-dialog-people-other = { $people ->
    [one] { $people } person
   *[other] { $people } people
}, { $pages ->
    [one] { $pages } sheet
   *[other] { $pages } sheets
}
window-print-dialog-sheets = { $pages ->
    [one] { $pages } A4 sheet
   *[other] { $pages } A4 sheets
}
window-print-dialog-sheets-other = { $pages ->
    [one] { $pages } sheet
   *[other] { $pages } sheets
}
window-print-dialog-pages = Pages
window-print-dialog-all = all
window-print-dialog-pages-hint = For example: 1-3, 7. Leave empty to print all.
window-print-dialog-copies = Copies
window-print-dialog-copies-refused = Type a number from 1 to { $count }.
window-print-dialog-printer = Printer
window-print-dialog-looking = Looking for printers…
window-print-dialog-viewer = Open in the PDF viewer to print
window-print-dialog-viewer-words = The paper opens in the PDF viewer with just these pages and copies. Press Ctrl+P there and choose “Actual size (100%)”.
window-print-dialog-open = Open to print
window-print-dialog-go = { $count ->
    [one] Print { $count } sheet
   *[other] Print { $count } sheets
}
window-print-dialog-sent = { $count ->
    [one] { $count } sheet was
   *[other] { $count } sheets were
} sent to the printer { $printer }. See the paper at the printer.
window-print-dialog-in-viewer = { $count ->
    [one] { $count } sheet is
   *[other] { $count } sheets are
} open in the PDF viewer. Press Ctrl+P there and choose “Actual size (100%)”.
window-print-dialog-done-hint = Only “Printed” notes the paper as printed; pages that change later are then told, to be printed again.
page-range-unreadable = “{ $text }” is no page number. Type for example 1-3, 7.
page-range-backwards = “{ $first }-{ $last }” is backwards: type { $last }-{ $first }.
page-range-beyond = There is no page { $page }: this paper has pages 1 to { $pages }.
printer-refused = The printer { $printer } took nothing. Choose another printer, or the PDF viewer (for your support: { $reason }).
