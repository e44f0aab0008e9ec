# The page Information of a session: organisers, groups, guests, clusters, sittings.
window-key-shift = Move the open line up or down
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
info-group-count-hint = 90 or about 90
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
info-guest-group-hint = Representatives of the district's departments
