# What comes next with a session, and what its papers lack.

next-title = Next
next-delegates = Bring in the list of delegates
next-delegates-words = Choose the Excel, Word or PDF files that the communes sent; several at once will do.
next-delegates-do = Choose lists…
next-sittings = Write down the sittings
next-sittings-words = Each sitting is a column for signatures on the list and one round of attendance.
next-sittings-do = Add sittings
next-sheet = Print the sign-in sheet
next-sheet-words = Look at each page, then print it or save it as a PDF.
next-sheet-do = To the papers
next-attendance = Take attendance from the signed sheets
next-attendance-words = Type the code at the foot of a signed page, then the numbers of those who were absent.
next-attendance-do = Take attendance
next-certificates = Look at the results and issue certificates
next-certificates-words = Attendance is complete: see who completed, then number and print.
next-certificates-do = See the results
next-dates = Enter the dates
next-certificates-print = Print certificates
next-report = Make the report
next-lacks = Papers still lack:
next-lack-organisation = Organisation
next-lack-signatory = Signatory
next-lack-dates = Dates
next-lack-sittings = Sittings
next-lack-venue = Venue
