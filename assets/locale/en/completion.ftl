# Results: the rule for certificates, essays, decisions by hand, and why.
completion-completed = Completed
completion-not-completed = Not completed
completion-not-yet-known = Not known yet
completion-no-rule = The session has no rule: everybody on the list completes.
completion-decided-for = Completed by a decision of { $day }{ $reason }.
completion-decided-for-by = Completed by decision of { $by } on { $day }{ $reason }.
completion-decided-against = Not completed by a decision of { $day }{ $reason }.
completion-decided-against-by = Not completed by decision of { $by } on { $day }{ $reason }.
completion-no-sittings = The cluster has no sittings in the programme yet, so they cannot be counted.
completion-no-cluster = In no cluster yet, so sittings cannot be counted.
completion-attended = Present at { $sat } of { $of } sittings, { $needed } needed.
completion-attended-fraction = Present at { $sat } of { $of } sittings, { $needed } needed ({ $fraction } of the sittings).
completion-missing-required = Missed the required sitting { $sitting }.
completion-open-sittings = { $count } sittings are not marked yet.
completion-late = Late at { $count } sittings, which do not count.
completion-left-early = Left { $count } sittings early, which do not count.
completion-replaced = Somebody else sat in at { $count } sittings.
completion-sat-for = Sat in for { $names } at { $count } sittings.
completion-place-held-by = { $name } held the place at the last sitting: the certificate goes to { $name }.
completion-holds-place-of = Held the place of { $name } at the last sitting.
completion-no-essay = No essay handed in.
completion-not-submitted = Did not hand in an essay.
completion-no-essays-yet = No essay of the cluster was entered yet.
completion-no-score = The essay has no points yet, { $needed } needed.
completion-no-score-but = The essay ({ $mark }) has no points yet, { $needed } needed.
completion-score-below = Essay { $score } points, { $needed } needed.
completion-essay-wanting = The essay does not pass ({ $mark }).
completion-essay-submitted = Essay handed in.
completion-essay-fine = Essay handed in ({ $mark }).
essay-line-unknown = “{ $part }” is not understood. Type number = points, such as 3=8,5 7=9 12=Giỏi; a number alone was handed in.
essay-line-no-essay = “{ $part }”: behind = stand points (8,5), a grade (Giỏi, Khá, TB, Yếu) or kn (not handed in).
intake-essays-none = There are no points of essays in “{ $file }”. Two columns are needed: STT or Họ và tên, and Điểm (or Xếp loại).
results-rule = Rule
results-rule-begin = Set a rule
results-rule-end = Remove the rule
results-rule-none = There is no rule: everybody on the list gets a certificate. With a rule only those who complete get one, and everybody knows why.
results-rule-share = Sittings to attend
results-rule-all = All sittings
results-rule-four-fifths = At least 4/5 of the sittings
results-rule-three-quarters = At least 3/4 of the sittings
results-rule-two-thirds = At least 2/3 of the sittings
results-rule-half = At least 1/2 of the sittings
results-rule-sittings = At least so many…
results-rule-percent = Another share…
results-rule-any = Sittings do not matter
results-rule-sittings-number = At least (sittings)
results-rule-sittings-refused = Type a number of sittings, 1 to 200.
results-rule-percent-number = At least (% of the sittings)
results-rule-percent-refused = Type a percentage, 1 to 100.
results-rule-late = Coming late counts as present
results-rule-left-early = Leaving early counts as present
results-rule-required = Required sittings (press to choose)
results-rule-sitting = Sitting { $count } of each cluster
results-rule-essay-none = Not asked
results-rule-essay-submitted = Has to be handed in
results-rule-essay-score = Has to have points enough
results-rule-score = At least (points)
results-rule-score-refused = Type points, such as 5 or 6,5.
results-rule-whose = Where somebody sat in, it goes to
results-rule-by-person = Each person, by their own sittings
results-rule-by-place = Who held the place last
results-rule-out-of-reach = { $cluster } has { $of } sittings only, so nobody can complete.
results-list = Points from Excel
results-list-pick = Choose a file of points
results-list-title = Points of essays · { $file }
results-list-told = { $written } people will be written, { $same } stand so already, { $left } lines are left.
results-list-hidden = { $count } rows are hidden in the file and were not read.
results-list-said = In the file
results-list-becomes = Will be written
results-list-write = Write { $count } people
results-list-same = { $name }: stands so already
results-list-nothing = No points
results-list-unreadable = Neither points nor a grade
results-list-nobody = Nobody like that
results-list-several = Several like that: choose a cluster, or add the number
results-list-other-name = That number is { $name }
results-list-twice = { $name } has two lines
results-certificates = Issue certificates
results-empty-cure = Import the list under Delegates, then see the results here.
results-whole = Whole session
results-which-cluster = Each cluster has numbers of its own: choose a cluster above, then go on.
results-placeholder = Type a name to search, or number=points and Enter
results-keys = Essays: 3=8,5 7=Giỏi 12 (handed in) 15=kn (not handed in) · Ctrl Z undoes
results-line = Enter writes { $count } essays: { $names }
results-line-many = Enter writes { $count } essays: { $names } …
results-no-rule-marks = There is no rule: those who were absent count as completing, too.
results-no-rule = There is no rule: everybody on the list completes.
results-stood-in = Sat in for somebody
results-no-marks = No sitting was marked yet, so nobody knows who completes.
results-to-attendance = Open Attendance
results-nothing-cure = Choose another result, or empty the search field.
results-outcome = Result
results-sittings = Sittings
results-essay = Essay
results-essay-short = Essay
results-essay-hint = For example: 8,5 · Giỏi · đã nộp
results-essay-refused = Type points (8,5), a grade (Giỏi, Khá, TB, Yếu), đã nộp or không nộp.
results-why = Why
results-has-certificate = Has a certificate
results-commended = To be commended
results-decide = Decide by hand…
results-decide-again = Change the decision…
results-decide-title = Decide the result
results-decide-save = Write the decision
results-by-rule = By the rule
results-by-rule-words = Takes the decision by hand away: the result follows the rule again.
results-reason = Reason
results-reason-hint = For example: Sent elsewhere on duty, made up for it
results-decided-by = Decided by
results-decided-by-hint = For example: Mr Nguyễn Văn A, chairman
window-certificate-issue-completed = Number { $count } who completed
window-certificate-left-out = { $unknown ->
    [0] { $not } who did not complete are left out
   *[other] { $not ->
        [0] { $unknown } of whom it is not known yet are left out
       *[other] { $not } who did not complete and { $unknown } of whom it is not known yet are left out
    }
}. To issue to one of them, decide so under Results.
window-certificate-why = See why
results-papers = Reconcile…
results-papers-title = Reconcile certificates
results-papers-hint = Certificates against results and the list of now. One action for each; the register keeps the reason.
results-papers-none = Nothing disagrees any more.
results-papers-reason = Reason for the register
results-papers-usual-reason = Reconciled after the session
results-papers-kept = Did not complete; the certificate was kept
results-papers-not-known = Has a certificate; whether they completed is not known yet
results-papers-not-qualified = Has a certificate and did not complete
results-papers-not-issued = Completed and has no certificate
results-papers-differs = The list says something else now than the certificate
results-papers-differs-name = The certificate says “{ $name }”
results-papers-keep = Keep
results-papers-void = Void
results-papers-withdraw = Withdraw
results-papers-issue = Issue
results-papers-correct = Correct
results-papers-again = Issue again
results-papers-open = { $count ->
    [one] One thing does not agree between certificates and results or list.
   *[other] { $count } things do not agree between certificates and results or list.
}
results-papers-waiting = { $count ->
    [one] One certificate was given to somebody whose attendance is not whole yet.
   *[other] { $count } certificates were given to people whose attendance is not whole yet.
}
results-papers-withdrawn = Has a certificate, and was taken off the list
results-papers-issue-all = { $count ->
    [one] Issue to one
   *[other] Issue to { $count }
}
