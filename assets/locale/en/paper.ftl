# paper

## Names of the papers
paper-plan = Plan
paper-programme = Programme
paper-invitation = Invitations
paper-sign-in-sheet = Sign-in sheet
paper-delegate-list = Delegate list
paper-certificates = Certificates
paper-document-receipt = Receipt of documents
paper-allowance-receipt = Receipt of allowances
paper-certificate-register = Register of certificates
paper-recognition = Decision of recognition
paper-badges = Delegate badges
paper-table-signs = Table signs
paper-unit-signs = Unit signs
paper-budget = Budget
paper-presenter-fees = Presenter fees
paper-absence-list = List of the absent
paper-survey = Survey
paper-minutes = Minutes
paper-reconciliation = Reconciliation
paper-report = Report of results

## What to look at before printing
paper-missing-character = The print font lacks the character “{ $character }” ({ $code }) in the details of { $name } (“{ $text }”), so a replacement sign is printed. Type that text again in the delegate list, in Unicode Vietnamese.
paper-missing-character-head = The print font lacks the character “{ $character }” ({ $code }) in “{ $text }”, so a replacement sign is printed. Type that text again in the session details or the letterhead, in Unicode Vietnamese.
paper-name-wrapped = The name “{ $name }” is too long for one line of the certificate, so it is printed on several lines in small type. Look at that page before printing, and correct the name if too much was typed.
paper-unknown-placeholder = The certificate text has a placeholder “{ $placeholder }” the program does not know, so it is printed as it stands. Correct the text, using one of: Họ và tên, Chức vụ, Đơn vị, Năm sinh, Lớp, Thời gian, Ông/Bà.
paper-empty-fact = “{ $field }” is not known yet and is left out of the certificates. Add it in Details, in Programme or beside the page.
paper-empty-field = { $people ->
        [one] One person has
       *[other] { $people } people have
    } no “{ $field }” to print, the first being { $first }; the place is closed up. Fill it in in the delegate list if it is wanted.
paper-no-number = { $people ->
        [one] One person has
       *[other] { $people } people have
    } no certificate number yet, the first being { $first }; a dotted line is printed for it. Issue the numbers before printing, or write them by hand.
paper-no-rate = No rate is entered, so rate and amount are left blank to be written by hand. Enter the rate in the options on the left to have the amounts printed.
paper-pay-unknown = { $people ->
        [one] Of one delegate
       *[other] Of { $people } delegates
    } it is not known whether the state pays them, the first being { $first }; they are on the list. Note it under People if they are paid.
paper-paid-by-state = { $people ->
        [one] One delegate is
       *[other] { $people } delegates are
    } paid by the state and not on the list, the first being { $first }. Clear “Only those the state does not pay” if they get the money too.
paper-no-receipts = No signed list of money, documents or certificates was entered, so those columns are empty. Enter the signed pages on the Attendance tab and print it again.
paper-not-settled = In some cluster neither signed lists of money nor attendance were entered, so its list is as before the session, with totals to fill in by hand. Enter the signed pages on the Attendance tab and print it again.
paper-present-unpaid = { $people } people came and are not entered as having received their money, { $first } first; they are not in the settlement. Look at their signed page again, or open Reconciliation on the Attendance tab.
paper-paid-absent = { $people } people received money and were absent from every sitting, { $first } first; they stand in the settlement all the same. Look at their signed page and their attendance again, or open Reconciliation on the Attendance tab.
paper-nobody-certified = No certificate number is issued yet, so the decision recognises everyone on the list. Issue the numbers of those who completed before printing the decision.
paper-name-small = The name “{ $name }” is too long, so it is printed smaller than usual. Look at the badge, sign or certificate before printing, and correct the name if too much was typed.
paper-unmarked = { $places } places were not marked at sittings where others were; this paper says “chưa điểm danh” and does not count them as absent. Mark them, or close the sitting, on the Attendance tab.
paper-sittings-unmarked = At { $sittings } sittings nobody was marked, so this paper gives no figures of them. Enter the signed pages on the Attendance tab.
paper-sex-unknown = The sex of { $people ->
        [one] one delegate
       *[other] { $people } delegates
    } is not known, the first being { $first }; their year of birth stands between the columns Nam and Nữ. Fill in the sex in the delegate list.
paper-long-letters = The letters are longer than a page: { $pages } pages more than there are people. Leave the topics out, or say less under “Also said”.
paper-missing-purpose = The session has no purpose yet, so the plan has no part “Mục đích, yêu cầu”. Enter the purpose under Details.
paper-missing-topics = There are no topics yet, so this paper names no content. Choose a curriculum, or add topics under Programme.
paper-missing-audience = Nobody is called yet, so this paper does not say who should come. Enter the groups that are called under Details.
paper-missing-dates = The time is not known yet, so this paper gives no day. Enter the days under Details, or add sittings to the clusters.
paper-missing-venue = The place of the session, or of a cluster, is not known yet: dots are printed to write on. Enter it under Details.
paper-missing-programme = Nothing is planned yet for some sitting, so empty rows are printed to be filled in by hand. Plan the sittings under Programme.
paper-missing-times = No sitting has times yet, so the programme has no column “Thời gian”. Enter when it starts and the minutes under Programme.
paper-missing-presenters = Nobody presents yet, so this paper does not name the presenters, or leaves room to write them. Enter the presenters under Programme.
paper-missing-signatory = Nobody is entered to sign, so the place of the signature stays empty. Add who signs in the settings.
paper-missing-issue-date = The day of signing is not known, so dots are printed to be filled in by hand. Enter it in the options on the left if you know it.
paper-missing-plan-number = The plan has no number yet, so dots are printed to be filled in by hand. Enter the number under Details if you know it.
paper-missing-number = The letter has no number yet, so dots are printed to be filled in by hand. Enter it in the options on the left if you know it.
paper-missing-turnout = It is not known how many came, so dots are printed to be filled in by hand. Enter how many came to each cluster under Details if you know it.
paper-missing-marks = No sitting was marked, so this paper does not say who came and who did not. Enter the signed pages on the Attendance tab and print it again.
paper-missing-sexes = The sex of some delegates is not known, so dots are printed for the number of women. Fill in the sex in the delegate list.
paper-missing-outcome = The session has no outcome yet, so the report gives numbers only. Enter the outcome under Details.
paper-missing-discussion = Nothing is known of the discussion yet, so dots are printed to be filled in by hand. Enter the discussion under Details if you know it.
paper-missing-difficulties = No difficulties are known yet, so dots are printed to be filled in by hand. Enter the difficulties under Details if you know them.
paper-missing-conclusion = Nothing was concluded yet, so dots are printed to be filled in by hand. Enter the closing speech under Details if you know it.
paper-missing-prices = Some line has no price yet, so it is left blank to be written by hand, and the total does not include it. Enter the price in the options on the left; enter 0 for what there is none of.
paper-missing-quantities = The quantity of some line cannot be counted yet, so it is left blank to be written by hand, and the total does not include it. Enter the quantity in the options on the left, or how many are expected, the sittings and what they hold under Details and Programme.
paper-missing-fee = Some presenter has no fee yet, so it is left blank to be written by hand. Enter the fee in the options on the left to have the amounts printed.
paper-missing-presenter-sittings = Some presenter is in no sitting yet, so the number of sittings is left blank. Put their topics into the programme under Programme.
paper-several-presenters = “{ $name }” are several people, so amounts are left blank to be written by hand. Enter the name of each presenter under Programme to have the amounts printed.
paper-unit-small = The unit name “{ $name }” is too long, so it is printed smaller than usual. Look at the sign before printing, and shorten the name if you can.

## Why it could not be made
paper-no-such-cluster = This session has no such cluster. Choose one of its clusters, or print all of them.
paper-nobody-to-certify = There is no delegate to print a certificate for. Import the delegate list, or choose another cluster.
paper-nobody-to-invite = There is nobody on the list, or no guest, to invite. Import the list of delegates or enter the guests, or choose one letter for all.
paper-nobody-to-name = There is no delegate to print a badge or sign for. Import the delegate list, or choose another cluster.
paper-no-units = There is no unit to print a sign for. Import the delegate list, or enter the units of each cluster under Details.
paper-no-such-page = The paper has no page { $page }. Open the preview again.
paper-font-damaged = The font { $font } of the program cannot be read. Install the program again.
paper-not-in-this-form = This paper can only be made as a PDF. Choose a file name that ends in “.pdf”.
paper-not-written = The file could not be made. Try again; if it still fails, install the program again (for your support: { $reason }).

## Writing files
paper-no-folder = There is no folder to write { $file } into. Choose one that exists.
paper-not-allowed = Writing { $file } is not allowed. If it is open in another program, close it there; otherwise choose another folder.
paper-is-data = { $file } is a data file or backup of Tập huấn, so it is not overwritten. Choose another name for the paper.
paper-open-elsewhere = { $file } is open in another program (Word, Excel, a PDF viewer) or may not be written. Close it and try again, or save under another name.
paper-disk-full = The disk is full, so { $file } was not written. Delete files you do not need, or choose another disk.
paper-write-failed = { $file } could not be written. Try again, or choose another folder (for your support: { $reason }).
paper-nobody-listed = Nobody is on the list. Add delegates or import a list, then try again.
paper-not-certified = By the rule of the session { $not } people did not complete and of { $unknown } it is not known yet; they do not stand here, the first is { $first }. Results says why.
paper-certified-not-completed = { $people } people have a certificate and do not fulfil the rule now, or may not, the first is { $first }. Certificates stay valid: Results says why, decide for each of them.
paper-nobody-fulfils = Nobody fulfils the rule of the session yet, so there is no certificate to print. Results says why.
paper-discussion-groups = Discussion groups
paper-no-own-column = This session has no column “{ $label }”, so the paper does without it. Add it on the tab “Delegates” if it is needed.
paper-no-groups = Nobody is in a discussion group yet, so there is only a form to fill in by hand. Choose “Discussion groups…” on the tab “Delegates”.
paper-in-no-group = { $people } delegates are in no discussion group ({ $first } …) and not on this list.

## Guests, receipts, surveys, labels, index
paper-guest-sign-in = Guest sign-in sheet
paper-presenter-receipt = Presenter receipts
paper-survey-summary = Survey summary
paper-envelope-labels = Envelope labels
paper-dossier-index = Index of the file
paper-no-guests = No guest is entered, so the list has empty rows to write on. Enter the guests on the tab “Details” if they are known.
paper-blank-lists = { $lists ->
    [1] Nobody is on the list yet, so it has { $rows } numbered empty rows to write on, and no page code.
   *[other] Nobody is on { $lists } lists yet, so they have { $rows } numbered empty rows to write on, and no page code.
    } Import the list and print again to have the names on it.
paper-survey-more-returned = More survey sheets came back ({ $returned }) than were handed out ({ $out }). Check both numbers in the options on the left.
paper-survey-more-answers = The question “{ $question }” has { $sum } answers, more than the { $returned } sheets that came back. Count it again.
paper-label-small = The label of “{ $name }” has many words and is printed small. Look at it before printing, and shorten the name or the position if you can.
paper-label-not-on-sheet = This sheet has only { $count } labels, so it cannot begin with label { $first }; it begins with the first. Enter the first label again.
paper-other-basis = The budget and the list of allowances count the meal allowance in two ways, by day and by sitting. Choose “As it is paid”, or check the price of each.
paper-missing-fee-of-list = Some presenter has no fee yet, so the amount is dots to write on. Enter the fee in “Presenter fees”.
paper-missing-day-of-fees = There is no day of signing yet, so dots are printed to write on. Enter it in “Presenter fees” if it is known.
paper-missing-survey-sheets = How many sheets were handed out and came back is not entered, so there are no percentages; dots are printed. Enter both numbers in the options on the left.
paper-missing-survey-counts = Some answer has no count, so dots are printed to write on. Enter the counts in the options on the left; 0 where nobody chose it.
paper-missing-numbers-in-file = Some paper of the index has no number or day yet, so dots are printed. Enter them in the options of that paper, or write them by hand.
paper-missing-sheets-in-file = Some paper has no number of sheets, so “Tờ số” is dots from there on. Enter the sheets in the options on the left, or number them by hand.
paper-nobody-to-address = There is no unit, delegate or guest to print a label for. Import the list, enter the units of each cluster, or choose other addressees.
paper-honorific-open = The sex of { $people ->
    [one] { $first }
   *[other] { $people } people, the first of them { $first },
} is not known: the paper says “Ông/Bà”. Enter it under Delegates.
paper-dates-disagree = The dates of { $cluster } disagree: the paper says { $printed }, but there is { $outside }. Correct them on the tabs “Details” and “Programme” before printing.
