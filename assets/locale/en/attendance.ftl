# Attendance: the line typed beside a signed list, printed pages, and answers.
mark-line-unknown = “{ $part }” is not understood. Type the STT, with p (with leave), m (late), v (left early), = the name of a substitute, or + the name of somebody on no list.
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
