# The screen People: one registry for all sessions.

window-people-nav = People
window-people-count = { $count ->
    [1] One person in the registry
   *[other] { $count } people in the registry
    }
window-people-add = Add person
window-people-new = New person
window-people-search = Find: nguyen van binh
window-people-every-unit = Every unit
window-people-every-position = Every position
window-people-unknown-filter = Nobody has this. Choose one of those offered, or clear the field to see everybody.
window-people-twins = Maybe twice · { $count }
window-people-none = There is nobody in the registry yet
window-people-none-cure = People on the lists of sessions come in here by themselves. You can also add them one by one.
window-people-nothing-cure = Try fewer letters, or clear unit and position. Diacritics are not needed.
window-people-column-sessions = Sessions
window-people-export = Export to Excel…
window-people-exported = The people were exported to { $file }. The file holds { $columns } of { $count } people.
window-people-positions = Other positions
window-people-position-add = Add position
window-people-position-hint = For example: Party cell secretary
window-people-since = from: 2020
window-people-until = until: now
window-people-sort-name = Name to order by
window-people-sort-name-hint = Only for names outside the rule, such as “H'Hen Niê”.
window-people-pay = Salary
window-people-paid = Paid by the state
window-people-unpaid = Not paid by the state
window-people-sensitive = Sensitive personal data
window-people-sensitive-hint = Keep it only where it is needed; no list prints it.
window-people-sensitive-add = Add ethnicity, religion, education
window-people-sensitive-forget = Remove these
window-people-party = Member
window-people-no-party = No
window-people-history = { $count ->
    [0] Took part in no session yet
    [1] Took part in one session
   *[other] Took part in { $count } sessions
    }
window-people-guest = Guest
window-people-substitute = Sat in for somebody
window-people-presenter = Presenter
window-people-certificate = Certificate { $number }
window-people-call = { $count ->
    [1] Add to a session
   *[other] Add { $count } people to a session
    }
window-people-call-hint = Choose a session in preparation
window-people-remove = Delete from registry
window-people-selected = { $count } people selected
window-people-unchanged = Leave as it is
window-people-position-for-all = Position for all
window-people-unit-for-all = Unit for all
window-people-merge = Merge into one
window-people-merge-hint = When both lines are one person entered twice.
window-people-merge-title = Merge both lines of { $name }
window-people-merge-words = The sessions of both come together; lists of ended sessions keep the words they were printed with. This can be undone. Where the two differ, choose what is right:
window-people-merge-result = After merging
window-people-came = Present at { $filled } of { $known } sittings
