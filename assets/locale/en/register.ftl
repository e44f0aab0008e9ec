# Certificates
history-field-series = Series
history-field-birth = Date of birth
history-field-blank-number = Form number
history-field-check-code = Verification code
history-table-certificate-issue = Issuing of certificates
history-field-issue-way = Issued by
history-field-decision-date = Day of the decision
history-field-year = Year
history-field-reissue-keeps-number = Reissue keeps the number
history-field-closed = Closed
history-field-closed-on = Day of closing
history-field-closed-by = Closed by
history-field-pages = Pages
history-field-receiver = Taken by
history-field-ground = Ground of the reissue
history-field-sheets = Sheets
history-field-corrected = Corrected
history-field-before = Before
history-field-after = After
history-field-stock-kind = Kind
history-field-serial-from = From form number
history-field-serial-to = To form number
history-field-printer = Printer
history-field-across = Offset across (mm)
history-field-down = Offset down (mm)
history-table-certificate-stock = Stock of certificate forms
history-table-printer-offset = Printer offset
history-certificate-registered = Number of before the program
history-certificate-spoiled = Sheet spoiled
history-certificate-corrected = Corrected before it was handed out
history-certificate-handed-out = Handed out
history-certificate-taken-back = Not handed out after all
history-certificate-withdrawn = Withdrawn
history-certificate-kept = Kept although not completed
history-certificate-unkept = No longer kept
register-way-results = Results
register-way-ahead = Ahead of results
register-ground-office-error = Error of the office
register-ground-lost = Lost, on application
register-ground-damaged = Damaged, on application
register-stock-received = Received
register-stock-used = Used
register-stock-spoiled = Spoiled
register-stock-returned = Returned
register-unknown-number = There is no certificate “{ $number }”. Give the number as it is printed, or look at the list of numbers.
register-no-serial = The next serial numbers cannot be told from “{ $number }”: that of several forms has to end in digits.
register-ambiguous-number = Several certificates have the number “{ $number }”: { $printed }. Give it as it is printed, and the session.
register-not-valid = Certificate { $number } is void or withdrawn. For another paper, issue a new number.
register-handed-out = Certificate { $number } was handed out, so it can be neither changed nor voided. If the name is wrong, correct it in Delegates and issue again: the old one is withdrawn.
register-not-handed-out = Certificate { $number } was not handed out, so it cannot be withdrawn. Correct it or void its number.
register-erased = The name on certificate { $number } was erased from the register; it can be neither printed nor issued again.
register-no-reason = No reason is given. Give one: the register has to say why.
register-nothing-to-correct = Nothing differs from the certificate as issued. Change the name, the position or the unit, and save. If only sheets were spoiled, say how many and why.
register-book-closed = “{ $name }” is closed and gives no more numbers. Set the day of issue to another year to begin a new book.
register-unknown-book = This book is not there any more. Open the screen again and try once more.
register-of-old-register = Number { $number } was issued before the program was in use; no session can print it again. Issue a confirmation from the register.
register-no-numbers = This list has no columns with numbers of certificates and names. Look at its row of headings.
register-no-count = The number of forms has to be 1 at least. Give the number again.
register-too-few-forms = Only { $count } forms are left. Enter the forms received first, or change the number.
operation-certificates-ahead = Certificate numbers of “{ $title }” issued ahead
operation-certificate-void = Certificate { $number } voided
operation-certificate-withdraw = Certificate { $number } withdrawn
operation-certificate-correct = Certificate { $number } corrected
operation-certificates-hand-out = { $count } certificates handed out
operation-certificate-take-back = Certificate { $number } noted as not handed out
operation-certificate-spoil = Spoiled sheets of certificate { $number }
operation-certificate-reissue = Certificate { $number } issued again
operation-certificate-keep = Certificate { $number } kept
operation-certificate-book-close = “{ $name }” closed
operation-certificate-book = “{ $name }” changed
operation-certificate-old-register = Old register taken in from { $file }
operation-certificate-stock = { $count } forms entered in the book of forms
operation-certificate-stock-remove = A line of the book of forms taken out
operation-signature-picture = Picture of the signature of { $name } changed
register-state-numbered = Numbered
register-state-printed = Printed
register-state-handed-out = Handed out
register-state-voided = Void
register-state-withdrawn = Withdrawn
intake-register-none = In { $file } no column with numbers of certificates stands beside one of names. Head them “Số giấy chứng nhận” and “Họ và tên”.
cli-verb-certificates = Issue, list, void, withdraw, reissue and verify certificates
cli-verb-certificates-issue = Give numbers to those who completed and have none
cli-verb-certificates-list = List the numbers given
cli-verb-certificates-void = Void a number that was not handed out
cli-verb-certificates-withdraw = Withdraw a certificate that was handed out
cli-verb-certificates-reissue = Issue a certificate again
cli-verb-certificates-verify = Verify a certificate by the code printed on it
cli-option-ahead = Ahead of the results: also to those who can still complete
cli-option-certificate-reason = The reason, for the register
cli-option-lost = It was lost; reissued on application
cli-option-damaged = It is damaged; reissued on application
cli-option-applied = Day of the application
cli-value-certificate = The number as printed, or its figures alone where only one matches
cli-value-check-code = The code of 12 digits
cli-certificates-issued = { $count } numbers issued, from { $first } to { $last }.
cli-certificate-voided = Certificate { $number } of { $name } is void.
cli-certificate-withdrawn = Certificate { $number } of { $name } is withdrawn.
cli-certificate-reissued = Certificate { $number } was issued again: it is now { $new } of { $name }.
cli-verify-valid = Genuine and valid: number { $number }, issued to { $name } on { $date }.
cli-verify-voided = Void since { $at }: number { $number } of { $name }, issued on { $date }. Reason: { $reason }.
cli-verify-withdrawn = Withdrawn on { $at }: number { $number } of { $name }, issued on { $date }. Reason: { $reason }.
cli-verify-reissued = Not valid since { $at }: number { $number } of { $name }, issued on { $date }, was issued again as { $new }. Reason: { $reason }.
cli-verify-unknown = No certificate has the code “{ $code }”. Check each digit; if they are right, this data file did not issue it.
register-differs-from-issued = Of { $people } people the list says something else now than their certificates, first of { $first }. Correct those that were not handed out; issue the others again, which withdraws the old ones.
register-issued-before-end = { $people } certificates are dated before the last sitting, first that of { $first }. Look at the day of issue or the days of the sittings.
register-issued-before-decision = { $people } certificates are dated before the decision of recognition, first that of { $first }. Look at both days.
register-nav = Register
register-above = Certificates of all sessions and years
register-none = No certificate was issued yet
register-none-cure = Open a session, go to Printing › Certificates and press “Give numbers”. The numbers of all sessions will stand here.
register-nothing-found-cure = Try fewer words, or all 12 digits of the check code on the paper.
register-search = Find name, number, unit, or scan a check code
register-every-book = All books
register-every-year = All years
register-every-state = All states
register-to-collect = Not handed out
register-collected = Handed out
register-ended = Voided, withdrawn
register-column-number = Number
register-column-session = Session
register-column-date = Issued on
register-field-name = Full name
register-field-honorific = Honorific
register-field-position = Position
register-field-unit = Unit
register-field-grade = Grade
register-number = Number { $number }
register-listed = The list says something else now: { $fields }
register-differs = differs from list
register-source = Old register
register-reissued-as = Issued again as
register-history = History of this certificate
register-issued = Got its number
register-voided = Voided
register-restored = Restored
register-reissued = Issued again
register-blank = form number { $number }
register-received-by = taken by { $name }
register-applied = application of { $date }
register-hand-out = Handed out…
register-correct = Correct…
register-void = Void…
register-withdraw = Withdraw…
register-reissue = Issue again…
register-take-back = Not handed out
register-hand-out-title = Certificates handed out
register-hand-out-hint = Once handed out a certificate is not corrected any more: correct the name in Delegates and issue it again.
register-hand-out-save = Note it
register-handed-out-on = Handed out on
register-receiver-hint = Empty if they took it themselves
register-correct-title = Correct before handing out
register-correct-hint = The number stays, the paper is printed again with these words. The register keeps the old words and the reason. Where the words are right and only sheets were spoiled, say how many and why.
register-correct-hint-list = Filled in as the list says now. The number stays, the paper is printed again with these words; the register keeps the old words and the reason.
register-correct-save = Correct
register-void-title = Void a certificate
register-void-hint = A voided number stays in the register and is given to nobody else.
register-void-save = Void
register-withdraw-title = Withdraw a certificate
register-withdraw-hint = Whoever checks its code is told that it was withdrawn, and why.
register-withdraw-save = Withdraw
register-reissue-title = Issue a certificate again
register-reissue-hint = The old one is withdrawn. Its book is closed, so the new one gets the next number of the book in use.
register-reissue-keeps = The old one is withdrawn. The new one keeps the number { $number }.
register-reissue-next = The old one is withdrawn. The new one gets the number { $number }.
register-reissue-as-was = The new one says what the old one said.
register-reissue-as-listed = The new one says what the list says now: { $name }.
register-reissue-list-same = The list of delegates still says what the old one says. If that is wrong, correct it under Delegates first.
register-reissue-save = Issue again
register-applied-on = Applied on
register-reason = Reason
register-reason-hint = For example: a wrong middle name
register-spoiled-sheets = Sheets spoiled
register-spoiled-refused = From 0 to 100 sheets.
register-printed = { $count ->
    [one] Printed on one sheet
   *[other] Printed on { $count } sheets
}
register-spoiled = { $count ->
    [one] One sheet spoiled
   *[other] { $count } sheets spoiled
}
register-count = { $count ->
    [one] One certificate
   *[other] { $count } certificates
}
register-several = { $count ->
    [one] One certificate selected
   *[other] { $count } certificates selected
}
register-hand-out-several = { $count ->
    [one] One handed out…
   *[other] { $count } handed out…
}
register-pdf = Save as PDF…
register-xlsx = Export to Excel…
register-save-pdf = Save as PDF
register-save-docx = Save as a Word file
register-save-xlsx = Export to Excel
register-paper-written = { $pages ->
    [one] The register was saved, one page in print, at { $file }.
   *[other] The register was saved, { $pages } pages in print, at { $file }.
}
register-letter-written = { $pages ->
    [one] The letter was saved, one page, at { $file }.
   *[other] The letter was saved, { $pages } pages, at { $file }.
}
register-docx = Save as Word…
register-close = Close the book…
register-close-title = Close the certificate book
register-close-hint = A closed book gives no more numbers. Its pages are counted as it prints; of a book kept by hand enter its own pages.
register-close-save = Close the book
register-close-nobody = Who closed the book, and on which day, is not entered. Enter the name and the day.
register-pages-refused = Pages are from 1 to 9999.
register-book-closed-by = The book was closed on { $date } by { $name }: { $pages } pages, from number { $first } to number { $last }.
register-book-closed-old = The book is closed, from number { $first } to number { $last }: the program gives no more of its numbers.
register-reply = Reply to an enquiry…
register-reply-title = Reply to an enquiry about a certificate
register-reply-hint = The letter says what the register says of this certificate, also when it is void or withdrawn.
register-addressee = Addressed to
register-addressee-hint = Who asked
register-enquiry = In reply to
register-enquiry-hint = For example: Công văn số 12/SNV ngày 05/5/2026 của Sở Nội vụ
register-letter-number = Number of the letter
register-letter-day = Signed on
register-confirm = Confirm completion…
register-confirm-title = Confirmation of completion
register-confirm-hint = For a certificate that was lost or withdrawn. Name, birth, position and unit are as they were printed.
register-confirm-withdrawn = This certificate was withdrawn because: { $reason }. Confirm only if the person really completed.
register-old = Old register…
register-old-pick = Choose an old register
register-old-title = Take in the old register { $file }
register-old-found = { $count ->
    [one] One line was read: number { $first }.
   *[other] { $count } lines were read, from number { $first } to number { $last }.
}
register-old-book = It becomes a closed book: { $name }. Lines that stand in the register already are passed over.
register-old-left-out = { $count ->
    [one] One row is left out, without a number or with a name that cannot be read: row { $rows } of the file. Mend the file and take it in again to have it.
   *[other] { $count } rows are left out, without a number or with a name that cannot be read: rows { $rows } of the file. Mend the file and take it in again to have them.
}
register-old-undated = { $count ->
    [one] One row has a day that is none, which stays empty: row { $rows } of the file. Mend the file and take it in again to have it.
   *[other] { $count } rows have a day that is none, which stays empty: rows { $rows } of the file. Mend the file and take it in again to have them.
}
register-old-doubled = { $count } rows have a number that a row above has, too: rows { $rows } of the file. Both are kept as they stand in the register.
register-old-take = { $count ->
    [one] Take in one line
   *[other] Take in { $count } lines
}
register-old-taken = { $added } numbers taken in from { $file }{ $already ->
    [0] {""}
   *[other] ; { $already } were there already
}{ $twice ->
    [0] {""}
   *[other] ; { $twice } doubled numbers are kept with their rows
}
register-stock = Forms…
register-stock-title = Book of forms
register-stock-sums = Received { $received } · used { $used } · spoiled { $spoiled } · returned { $returned } · left { $left }
register-stock-none = No forms are entered. Enter what was received first, then after each session what was used and spoiled.
register-stock-day = Day
register-stock-count = Count
register-stock-serials = Serial numbers
register-stock-note = Note
register-stock-done = Close
register-stock-add = Add
register-stock-remove = Remove the line
register-stock-refused = A count is from 1 to 1000000.
