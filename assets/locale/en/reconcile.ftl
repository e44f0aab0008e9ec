# reconcile

## Receipts of money, documents, certificates
mark-receipt-only-numbers = This page is a list of receipts, not the attendance of a sitting. Give only the numbers of those who did not sign, such as 3 7 12-15; who took it for somebody is typed 20=Trần Thị B.
receipt-received = received
receipt-received-by = taken by { $name }
receipt-not-received = not received

## Reconciliation
reconcile = Reconcile
reconcile-back = Back to attendance
reconcile-print = Print the reconciliation
reconcile-only-disagreeing = Only lines that disagree
reconcile-all-agree = Every line agrees
reconcile-all-agree-cure = All marks, receipts and certificates that were entered agree with each other.
reconcile-told = { $disagree } lines disagree, of { $lines } people.
reconcile-nothing = Nothing to reconcile yet
reconcile-nothing-cure = No sitting was marked and no list of receipts was entered. Type the code of a signed page on the Attendance tab.
reconcile-money = Money
reconcile-documents = Documents
reconcile-certificate = Certificate
reconcile-signed = Signed
reconcile-reason = Why it disagrees
reconcile-yes = yes
reconcile-no = no
reconcile-struck = withdrawn
reconcile-paid-away = Absent, yet received money
reconcile-present-unpaid = Present, yet received no money
reconcile-documents-away = Absent, yet received documents
reconcile-present-without-documents = Present, yet received no documents
reconcile-certified-away = Absent, yet has a certificate
reconcile-signed-without-certificate = Signed for a certificate, yet has none
reconcile-withdrawn = Withdrawn, yet signed
reconcile-people = By person
reconcile-units = By unit
reconcile-certified = Certified
reconcile-disagree = Disagree
reconcile-figures = By figure
reconcile-sitting = Sitting
reconcile-figure = Figure
reconcile-count = Count
reconcile-note = Note
reconcile-absent = Absent ({ $word })
reconcile-behind = { $place } · { $figure }: { $count }
