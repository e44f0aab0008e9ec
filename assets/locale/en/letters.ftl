# Options of letters to units, submissions, approvals, running orders, commendations.
letters-asked = Sent as
letters-asked-unit = A letter for each unit
letters-addressees = To
letters-addressees-hint = Separated by semicolons; empty: the units that are called.
letters-deadline = Names by
letters-contact = Contact
letters-bring = To bring
letters-expenses = Expenses
letters-expenses-hint = Empty: as the rules in force have it.
letters-addressee = To
letters-addressee-hint = Empty: the body over the office, as its letterhead has it.
letters-cost-says = What it costs, and out of which money, comes from the paper Budget of the session.
letters-approves = Approves
letters-approves-both = Both
letters-approves-plan = The plan
letters-approves-budget = The budget
letters-authority = Who decides
letters-authority-hint = Such as: Chủ tịch Ủy ban nhân dân xã Tam Đại. Empty: the own office.
letters-signer = Who signs
letters-submission = Number of the submission
letters-submission-hint = Empty: that of the paper Submission.
letters-submitted = Day of the submission
letters-host = Who leads through
letters-opener = Who opens
letters-opener-hint = Empty: as Programme says, else dots.
letters-running-order-says = What is said is built from programme, guests and called groups; save it as Word to edit every sentence.
letters-list-alone = Only the list
letters-commended-says = Those are proposed who are marked as commended in Results.
letters-award = Award
letters-award-hint = Such as: Giấy khen. Left open, it is written by hand.

## Names, what to look at, why not made
paper-secondment = Letter asking for delegates
paper-submission = Submission
paper-approval = Decision of approval
paper-running-order = Running order
paper-commendation = Proposal of commendation
paper-missing-addressee = It is not known to whom this letter goes, so dots are printed to write on. Enter it in the options on the left, or the units of each cluster in Information, or the body over the office in Settings.
paper-missing-unit-numbers = It is not known how many some unit or cluster sends, so dots are printed to write on. Import the list of delegates, or enter the number expected in Information.
paper-missing-bring = What to bring is not entered, so dots are printed to write on. Enter it in the options on the left if it is known.
paper-missing-deadline = By when names are to be sent is not entered, so dots are printed to write on. Enter the day in the options on the left if it is known.
paper-missing-contact = Whom to ask is not entered, so dots are printed to write on. Enter it in the options on the left if it is known.
paper-missing-need = Context and purpose are not entered, so lines are printed to write on why the session is needed. Enter them in Information.
paper-missing-cost = Some line of the budget has no price or no quantity, so dots are printed for what it comes to. Enter prices for the paper Budget.
paper-missing-money-source = Where the money comes from is not entered, so dots are printed to write on. Enter it for the paper Budget if it is known.
paper-missing-submission-number = Number or day of the submission is not known, so dots are printed to write on. Enter them in the options on the left, or for the paper Submission.
paper-missing-host = It is not known who leads through the sittings, so the paper says “Người điều hành”. Enter the name in the options on the left if it is known.
paper-missing-speakers = It is not known who opens, presents or closes, so dots are printed to write on. Enter presenters in Programme, and who opens in the options on the left.
paper-missing-award = What is awarded is not entered, so dots are printed to write on. Enter it in the options on the left if it is known.
paper-commended-not-completed = { $people } people are to be commended who do not fulfil the rule, or may not, the first is { $first }. Results says why.
paper-nobody-commended = Nobody is marked to be commended. Open Results, choose each person and tick “To be commended”, then try again.

## Command line
cli-option-asked = Delegates are asked for by one letter (all) or one for each unit (units)
cli-option-approves = What is approved: both, plan or budget
cli-option-list-alone = Only the list of those to be commended
