# What comes next with a session, and what its papers lack.

guide-next = Next
guide-delegates = Bring in the list of delegates
guide-delegates-words = Choose the Excel, Word or PDF files that the communes sent; several at once will do.
guide-delegates-do = Choose lists…
guide-sittings = Write down the sittings
guide-sittings-words = Each sitting is a column for signatures on the list and one round of attendance.
guide-sittings-do = Add sittings
guide-sheet = Print the sign-in sheet
guide-sheet-words = Look at each page, then print it or save it as a PDF.
guide-sheet-do = To the papers
guide-attendance = Take attendance from the signed sheets
guide-attendance-words = Type the code at the foot of a signed page, then the numbers of those who were absent.
guide-attendance-do = Take attendance
guide-certificates = Look at the results and issue certificates
guide-certificates-words = Attendance is complete: see who completed, then number and print.
guide-certificates-do = See the results
guide-lacks = Papers still lack:
guide-lack-organisation = Organisation
guide-lack-signatory = Signatory
guide-lack-dates = Dates
guide-lack-sittings = Sittings
guide-lack-venue = Venue
