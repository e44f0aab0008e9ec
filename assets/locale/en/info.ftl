# The tab Details of a session: organisers, groups, guests, clusters, sittings.
info-line-remove = Remove

info-organisers-none = No organiser yet. Papers use the office of the settings.
info-organiser-add = Add organiser
info-organiser-new = New organiser
info-organiser-name = Name
info-organiser-role = Role
info-organiser-needs-name = An organiser needs a name. To take it away, press “Remove”.

info-groups-none = No group is called yet.
info-group-add = Add group
info-group-new = New group
info-group-name = Group called
info-group-needs-name = A group needs a name. To take it away, press “Remove”.
info-group-count = People
info-group-count-hint = For example: 90 or about 90
info-group-not-a-count = Type a number from 1 to 99999, such as 90; for an estimate, “about 90”.
info-group-total = This is the total of this group and those after it
info-count-about = about { $count }
info-called-exact = { $called } called · { $listed } on the list
info-called-about = about { $called } called · { $listed } on the list
info-called-least = at least { $called } called · { $listed } on the list
info-list-missing = The list has { $count } fewer than were called ({ $listed }/{ $called }).
info-list-extra = The list has { $count } more than were called ({ $listed }/{ $called }).
info-list-rule-exact = An exact number must be met exactly. If it is an estimate, write “about” before it.
info-list-rule-about = An estimate may be off by a tenth.

info-guests-none = No guest yet.
info-guest-add = Add person
info-guest-add-group = Add group of guests
info-guest-new = New guest
info-guest-new-group = New group of guests
info-guest-honorific = Address
info-guest-name = Full name
info-guest-needs-name = A guest needs a name. To take it away, press “Remove”.
info-guest-titles = Titles, in printed order
info-guest-title-next = Add a title
info-guest-title-away = To take this title away, press the ✕ beside it.
info-guest-part = Part in the event (opens, directs, closes)
info-guest-group = Group of guests, in words
info-guest-group-hint = For example: Representatives of the district's departments

info-sites = Sites
info-no-sites = No site yet. Add one even for a single place, to note its sittings.
info-site-add = Add site
info-site-remove = Remove site
info-site-name = Name of the site
info-site-merge = Merge into site…
info-cluster-merge = Merge into cluster…
info-cluster-split = Split in two
info-cluster-over = { $name } lacks { $count } seats.
info-balance = Balance
info-balance-rule = Whole communes move to where seats are left, as few as can be. Can be undone.
info-serves-hint = Type a commune: tam dai
info-serves-add = Add
info-expected = { $count } expected
info-actual = { $count } came

info-template = Template
info-template-half-day = Half-day conference
info-template-three-days = Class of 3 days
info-template-clusters = Several clusters
info-template-online = Online
info-template-none = None
info-template-half-day-brings = One place, the morning of the first day, from reception to closing.
info-template-three-days-brings = At the Political Centre, mornings and afternoons of 3 days from the first, with opening and closing.
info-template-clusters-brings = Three clusters, a day each if there are enough, morning and afternoon.
info-template-online-brings = A main site and two others, the morning of the first day.

info-numbers = Numbers of papers
info-number-plan = Plan
info-number-decision = Decision
info-number-invitation = Invitation, summons
info-number-certificate = Certificate
info-number-none = { $place } is the place of the number.
info-number-prints = Prints: { $example }
info-office-remove = Remove this organisation
info-office-first = The first: shown under the program's name, new sessions are its.
info-office-later = The first organisation is shown under the program's name.

info-office = Issuing body
info-office-none = None chosen yet
info-news = News item
info-news-headline = Headline
info-news-author = Author
info-news-source = Source
info-news-posted = Posted

# The tab of a session with what it is.
window-info-title-in-text = Title in papers
window-info-title-in-text-hint = When it differs from the title
window-info-time-note = Note on the time
window-info-time-note-hint = For example: Opening at 7:30 on 25/9
window-info-plan-number = Number of the plan
window-info-decision-number = Number of the decision
window-info-more = More
window-info-context = Background
window-info-reason = Why it is divided
window-info-slogan = Slogan
window-info-discussion = Discussion, answers
window-info-difficulties = Difficulties
window-info-closing = Closing speech
window-info-outcome = Outcome
window-info-begin = Begin the session
window-info-end = End the session
window-info-reopen = Reopen
window-info-copy = New from this…
window-info-delete = Delete
window-info-copy-title = A new session from this one
window-info-copy-hint = All other days move along with it. Leave it empty to fill in the days later.
window-info-copy-what = Take along
window-info-copy-clusters = Clusters, venues and sittings
window-info-copy-programme = Programme and presenters
window-info-copy-guests = Guests
window-info-copy-delegates = Delegates still on the list and in post
window-info-clusters = Clusters
window-info-no-clusters = No clusters yet. A session in one place needs one, too, to hold its sittings.
window-info-cluster-add = Add a cluster
window-info-cluster-remove = Remove
window-info-cluster-name = Name
window-info-move-up = Up
window-info-move-down = Down
window-info-capacity = Seats
window-info-expected = Expected
window-info-actual = Came
window-info-lead = In charge
window-info-serves = Units
window-info-not-a-number = Please give a number, such as 90.
window-info-units-count = { $count ->
    [one] { $count } unit
   *[other] { $count } units
    }
window-info-sittings-count = { $count ->
    [one] { $count } sitting
   *[other] { $count } sittings
    }
window-info-sittings = Sittings
window-info-no-sittings = No sittings yet.
window-info-morning = Morning
window-info-afternoon = Afternoon
window-info-evening = Evening
window-info-make-sittings = Make sittings from the days:
window-info-make-needs-days = With days of the session or of the clusters, sittings can be made:
window-info-make-both = Morning and afternoon
window-info-sittings-made = { $count ->
    [one] { $count } sitting was made.
   *[other] { $count } sittings were made.
    }
window-info-sittings-there = Those sittings are all there.
window-info-organisers = Organisers
window-info-role-lead = Lead
window-info-role-partner = Partner
window-info-role-remote = Remote site
window-info-role-certifier = Certifier
window-info-audience = Who is called
window-info-audience-exact = { $count ->
    [one] { $count } person
   *[other] { $count } people
    }
window-info-audience-about = about { $count } people
window-info-audience-total = { $count } people in all
window-info-audience-about-total = about { $count } people in all
window-info-guests = Guests
window-info-note-more = What is invented?
window-info-note-less = Show less
info-excused-word = Absence with leave is called
info-absent-word = Absence without leave is called
info-sitting-from = from { $time }
info-sitting-to = to { $time }
window-info-last-day-before = The last day { $date } is gone, for the first day is after it now. Please enter the last day again.
window-info-last-day-alone = The last day { $date } is gone as well, for there is no first day any more. Please enter both again.
