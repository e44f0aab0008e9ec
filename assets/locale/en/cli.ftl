# The command line.

cli-about = Tập huấn: delegate lists in, sign-in sheets and certificates out.
cli-usage-heading = Usage:
cli-verbs-heading = Commands
cli-options-heading = Options
cli-values-heading = Arguments

cli-verb-sample = Make the five sample sessions (the delegates in them are invented)
cli-verb-sessions = List the sessions: id, title, dates, number of delegates
cli-verb-import = Import a delegate list (.xlsx, .xls, .ods, .docx, .csv) into a session
cli-verb-delegates = List the delegates of a session in Vietnamese name order
cli-verb-search = Find people, with or without diacritics
cli-verb-documents = List the kinds of paper
cli-verb-export = Make one kind of paper of a session as a PDF file
cli-verb-check = Check the data file for damage
cli-verb-backup = Make a backup of the data file
cli-verb-restore = Restore the data file from a backup

cli-option-data = Data file (.taphuan); without it, the default file of this computer
cli-option-lang = Language of messages: vi or en
cli-option-json = Print JSON
cli-option-session = Number of the session
cli-option-cluster = Number of the cluster; without it, the whole session
cli-option-out = File to write
cli-option-dry-run = Only preview; write nothing
cli-option-blank-rows = Number of blank rows at the end of a sign-in sheet
cli-option-per-cluster = One file for each cluster
cli-option-to = Whom invitations are addressed to: delegates, units, all (one letter) or guests
cli-option-summons = Delegates are called rather than invited
cli-option-help = Show this help
cli-option-version = Show the version
cli-value-list = List file
cli-value-words = Words to look for
cli-value-kind = Kind of paper (see “documents”)
cli-value-from = The backup

cli-usage-unknown-verb = There is no command “{ $given }”. See the commands with “taphuan --help”.
cli-usage-unknown-option = There is no option “{ $given }” here. See the usage with “--help”.
cli-usage-missing = { $missing } is missing. See the usage with “--help”.
cli-usage-value = “{ $given }” cannot be used for { $option }. See the usage with “--help”.
cli-usage-other = The command is not written right. See the usage with “taphuan --help”.
cli-unknown-kind = There is no kind of paper “{ $kind }”. The kinds are: { $known }.
cli-unknown-format = This paper cannot be made as { $file }. Give the file one of these endings: { $endings }.

cli-made-sample = Made { $count } sample sessions in { $file }. The delegates in them are invented.
cli-sample-there = The file { $file } has the sample sessions already; nothing was added.
cli-no-sessions = The file { $file } has no sessions yet.
cli-nobody-found = Nobody matches “{ $words }”.
cli-imported = Imported { $new } new delegates and updated { $update } from { $file }; { $same } rows were there already, { $duplicate } possible duplicates were left out, { $error } rows have errors.
cli-would-import = Preview of { $file }, nothing written: { $new } new delegates, { $update } updates, { $same } there already, { $duplicate } possible duplicates, { $error } errors.
cli-exported = Wrote { $file } ({ $pages } pages).
cli-exported-editable = Wrote { $file }.
cli-sound = The file { $file } is sound: no damage found.
cli-unsound = The file { $file } is damaged. Do not write to it any more; bring back the latest backup with “restore”. Detail: { $finding }
cli-backed-up = Backed up to { $file }.
cli-restored = Restored { $file } from { $from }.
cli-restored-kept = The old file was kept as { $kept }.
cli-upgraded = The data file was upgraded; the file as it was before is { $file }.
cli-write-failed = The file { $file } could not be written ({ $reason }). Check the folder, the permissions and the free space, then try again.
cli-write-disk-full = The disk is full, so { $file } could not be written. Delete files you do not need and try again.
cli-no-data-folder = This computer's data folder is unknown. Name the file with “--data FILE”.
cli-sample-broken = The samples that come with the program are broken ({ $detail }). Install the program again.

cli-no-display = There is no display to open the window on; make papers with “export”, for example: taphuan --data FILE export sign-in-sheet --session 1 --out ky-ten.pdf
cli-demo-sample = Made the sample data file { $file } with { $count } sessions (the delegates are invented).
cli-demo-sample-kept = Using the sample data file that is there: { $file }.
cli-demo-sheet = Made the first sign-in sheet, “{ $title }”, as { $file } ({ $pages } pages). Open this file to see it.
cli-demo-next = Other commands: taphuan --help

cli-column-id = Id
cli-column-title = Title
cli-column-dates = Dates
cli-column-delegates = Delegates
cli-column-name = Full name
cli-column-gender = Sex
cli-column-birth = Born
cli-column-position = Position
cli-column-unit = Unit
cli-column-phone = Phone
cli-column-cluster = Cluster
cli-column-kind = Kind
cli-column-paper = Paper
cli-column-formats = Formats
cli-male = Male
cli-female = Female
