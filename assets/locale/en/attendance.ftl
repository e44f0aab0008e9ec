# Attendance: the line typed beside a signed list, printed pages, and answers.
mark-line-unknown = “{ $part }” cannot be read. Type a number, with p (excused), m (late), v (left early), c (present), = who sat in, or + who is on no list.
mark-line-twice = Number { $number } is typed twice. Take one away.
mark-line-range = “{ $part }” is no range of numbers. Type the smaller one first, such as 12-15.
mark-line-no-name = “{ $part }” lacks a name. Type the name right behind the sign.
mark-page-no-number = There is no number { $number } on this page. Look at the paper again.
mark-page-blank = Number { $number } is a blank row of the page. Whoever was written in by hand is typed with +, such as +Lê Văn C, xã Tam An.
mark-page-which-column = This page has several columns to sign. Type S:, C: or T: before the numbers, or choose a column.
mark-page-no-column = This page has no column for that half of a day.
mark-page-no-sitting = This page has no column to sign for any sitting.
attendance-present = Present
attendance-late = Late
attendance-left-early = Left early
attendance-excused = Absent with leave
attendance-absent = Absent
attendance-substituted = Substituted
attendance-invited = Invited
attendance-unmarked = Not marked
attendance-state = State
attendance-closed = closed
attendance-placeholder = Type a name or STT and Enter, or scan a badge
attendance-keys = Enter present · F2 excused · F3 absent · F4 late · F5 left early · F6 sits in · Ctrl Z
attendance-keys-conference = Enter present · F2 with reason · F3 absent · F4 late · F5 left early · F6 sits in · Ctrl Z
attendance-excused-conference = Absent with reason
attendance-all-present = All present
attendance-close = Close the sitting
attendance-open = Open the sitting again
attendance-close-title = Close the attendance of this sitting?
attendance-close-words = Everybody is marked. It can be opened again.
attendance-close-open = { $count } are not marked: once it is closed they count as absent. It can be opened again.
attendance-open-title = Open the attendance of this sitting again?
attendance-open-words = Say why, so that it is known later why the numbers changed.
attendance-open-reason = Reason
attendance-closed-words = This sitting is closed: who has no mark was absent. Open it again to change it.
attendance-no-sitting = This cluster has no sitting yet
attendance-no-sitting-cure = Add days and half-days in the programme, then mark who came.
attendance-to-programme = To the programme
attendance-no-number = This cluster has no number { $number }.
attendance-nobody = Nobody is called “{ $typed }” in this cluster.
attendance-several = { $count } people match “{ $typed }”. Type more, or press the row and then Enter.
attendance-unknown-code = { $code } is no badge. Scan it again, or type the name.
attendance-other-session = Badge { $code } is of another session.
attendance-other-cluster = { $name } is of { $cluster }. Choose { $cluster } above, then mark them.
attendance-no-cluster = { $name } is in no cluster yet. Move the delegate into a cluster, then mark them.
attendance-already = { $name } was marked at { $at } already.
attendance-marked = { $count } marked.
attendance-nothing-to-undo = Nothing that was marked on this computer is left to take back.
attendance-undone = The entry was taken back.
attendance-undo-overtaken = It cannot be taken back: something else was changed since. Open History to undo from the latest on.
attendance-all-marked = Everybody is marked already.
attendance-said-present = { $name } is present.
attendance-said-late = { $name } came late.
attendance-said-left-early = { $name } left early.
attendance-said-excused = { $name } is absent with leave.
attendance-said-absent = { $name } is absent.
attendance-said-substituted = Somebody sits in for { $name }.
attendance-no-page = No page of this session has the code { $code }. Look at the foot of the paper again.
attendance-page-before = Page { $code } was printed before the program kept the rows of pages. Print this page again, then mark it.
attendance-page-on = Page { $page }/{ $pages } · code { $code }
attendance-page-hint = ABSENT on page { $page }/{ $pages }{ $column }: type numbers, such as 3 7p 12-15; leave empty if none
attendance-page-keys = p excused · m late · v left early · c present · 20=who sat in · +Name, unit: on no list · S: C: T: column · Esc leaves the page
attendance-page-told = Will write { $present } present{ $substituted ->
        [0] {""}
       *[other] {" "}({ $substituted } by somebody else)
    }, { $excused } { $leave }, { $absent } absent{ $walk-ins ->
        [0] {""}
       *[other] , { $walk-ins } more on no list
    }{ $changed ->
        [0] {""}
       *[other] ; changes { $changed } who are marked
    }{ $kept ->
        [0] {""}
       *[other] ; { $kept } signed another sheet and stay present
    }{ $gone ->
        [0] {""}
       *[other] ; passes by { $gone } who were taken off the list
    }. { $names } – Enter again to write it.
attendance-page-ended = A badge was scanned, so the page was left and nothing of it written. Type its code again if needed, or scan the badge again.
mark-name-several = { $count } people are called { $name }. Type the unit behind a comma, such as { $name }, xã Tam An.
attendance-substituted-by = { $name } sat in
attendance-newcomer = New
attendance-known-newcomer = known to the registry
attendance-page-entered = entered
attendance-page-replace = Replace what was entered
attendance-page-join = Join the signatures
attendance-page-again = This column of the page was entered before. Choose Replace (it was mistyped) or Join (who signed either sheet was there), then Enter.
attendance-already-listed = { $name } is on the list of { $cluster }. Mark their row.
attendance-walk-in = Somebody on no list
attendance-walk-in-title = Somebody came who is on no list
attendance-walk-in-words = They get the next number, stand under the additions, and are present at this sitting. A list that is not fixed yet is fixed, so that the numbers of the others stay.
attendance-walk-in-add = Add as present
attendance-substitute-title = Who sits in for { $name }?
attendance-substitute-add = Sits in
attendance-substitute-whom = Type the name or number of whom somebody sits in for, or press their row, then F6.
attendance-notice-title = { $name } will not come
attendance-notice-came = { $name } is marked as present ({ $sitting }), so no absence can be announced for it. Correct that mark first, or open the sitting missed and choose “From this sitting”.
attendance-notice-written = Absence of { $name } noted
attendance-notice-add = Write it down
attendance-notice-reason = Reason
attendance-notice-sent = Who is sent instead (empty if nobody)
attendance-newcomer-no-name = Type the name first.
attendance-newcomer-who = People of that name:
attendance-newcomer-delegate = Delegate · { $unit }
attendance-newcomer-known = In the registry · { $place }
attendance-newcomer-listed = { $name } is a delegate already: mark their row, or choose New.
attendance-reach = For
attendance-reach-sitting = This sitting
attendance-reach-onward = From this sitting on
attendance-reach-session = Every sitting
attendance-menu-substitute = Somebody sits in…
attendance-menu-notice = Will not come, sends somebody…
attendance-menu-take-back = Take this mark back
attendance-menu-forget = Forget what was said before
attendance-expected-excused = Said to be away { $reason }
attendance-expected-substitute = { $name } is sent { $reason }
attendance-look-people = By name
attendance-look-units = By unit · { $missing }/{ $count } with nobody yet
attendance-look-pages = From paper
attendance-no-pages = No sign-in sheet was printed yet
attendance-no-pages-cure = Print the sign-in sheet under Print: each page has a code, and is entered by it afterwards. Without one, choose By name and type the numbers.
attendance-page = Page
attendance-page-code = Code
attendance-page-column = Column
attendance-page-printed = Printed
attendance-page-open = Not entered
attendance-pages-missing = { $open } of { $count } columns are not entered. Type the 8 digits at the foot of a page, press a row, or Enter for the next.
attendance-all-entered = Every printed page is entered.
attendance-close-pages = { $count } signed columns are not entered: whoever signed there would be absent.
attendance-contact = To call
attendance-unmarked-short = Open
attendance-walk-in-offer = Add “{ $name }”…
attendance-page-done = Entered
attendance-notice-onward = from { $sitting }
attendance-summary = Attendance summary
attendance-receipts-told = Will write { $received } received, { $others } did not{ $gone ->
        [0] {""}
       *[other] ; passes by { $gone } who were taken off the list
    }. { $names } – Enter again to write it.
attendance-receipts-hint = NOT RECEIVED on page { $page }/{ $pages }: type numbers, such as 3 7; 20=Trần Thị B took it for somebody; leave empty if all did
attendance-receipted = Wrote { $count } of the signed list; { $already } were entered before.
attendance-closed-now = The sitting is closed.
attendance-board = Full screen
attendance-board-title = Units with nobody yet: { $count }/{ $units }
attendance-board-close = Close
attendance-list-hint = ABSENT of the whole cluster{ $column }: type the numbers read out, such as 3 7p 12-15; empty if all came
attendance-list-on = Whole cluster · { $count } people · no page code
attendance-by-list = Numbers read out
attendance-papers-title = Printed papers whose figures changed
attendance-papers-words = These were printed before the sitting was closed; the old print is no longer right.
attendance-print-again = Print again
attendance-paper-changed = Printed { $when } · { $count } of { $pages } pages differ now
