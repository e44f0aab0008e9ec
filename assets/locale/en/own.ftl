# Own columns of a session, discussion groups.

own-kind-text = Text
own-kind-number = Number
own-kind-yes-no = Yes or no
own-kind-group = Discussion group
own-no-label = A column needs a heading. Type one, such as “Bus”.
own-long-label = The heading has more than { $most } characters. Shorten it.
own-label-taken = The session has a column “{ $label }” already. Choose another heading.
own-fixed-label = Every delegate has “{ $label }” already. Fill in that field, or choose another heading.
own-too-many = A session has at most { $most } own columns. Remove one that is not needed any more.
own-groups-twice = “{ $label }” is the session’s column of discussion groups already.
own-unknown-column = The column is not there any more. Open the list again.
own-long-value = This has more than { $most } characters. Shorten it.
own-not-a-number = “{ $text }” is no number. Type one, such as 2 or 2,5.
own-not-yes-no = “{ $text }” is neither yes nor no. Type “x” or “có”, or leave it empty.
own-no-groups = There is nobody to divide, or no group. Choose again.
own-print-column = Own column
own-print-columns = Own columns
own-print-by = Grouped by
own-print-by-nothing = Not by an own column
own-print-only = Only those with
own-print-only-nothing = All delegates
own-print-apart = Each group on a new page
own-print-no-groups = There are no groups yet: choose “Discussion groups…” on the page of delegates.
own-print-lead = { $name } – leader
own-print-secretary = { $name } – secretary
own-print-place = { $name } – place
