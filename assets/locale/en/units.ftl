# The screen Units: one tree of units for all sessions.

window-units-nav = Units
window-units-count = { $count ->
    [1] One unit
   *[other] { $count } units
    }
window-units-add = Add unit
window-units-add-inside = Add inside
window-units-new = New unit
window-units-search = Find: tam dai
window-units-ended-too = Those that ended, too
window-units-none = There are no units yet
window-units-none-cure = Enter communes and residential areas once for all sessions: clusters are divided by them, and they print right.
window-units-nothing-cure = Try fewer letters, or show those that ended, too. Diacritics are not needed.
window-units-shown = { $count ->
    [1] One unit
   *[other] { $count } units
    }
window-units-export = Export to Excel…
window-units-exported = The units were exported to { $file }.
window-units-out-code = Code
window-units-out-name = Unit
window-units-out-kind = Type
window-units-out-parent = Inside
window-units-out-from = Valid from
window-units-out-to = Valid to
window-units-out-successor = Successor
window-units-out-people = People
window-units-name = Full name
window-units-kind = Type
window-units-code = Code
window-units-people = People
window-units-life = Valid
window-units-from = Begins
window-units-to = Ends
window-units-from-hint = not known
window-units-to-hint = goes on
window-units-since = from { $day }
window-units-until = until { $day }
window-units-under = Inside
window-units-top = At the top
window-units-kind-central = Central
window-units-kind-province = Province, city
window-units-kind-district = District
window-units-kind-commune = Commune, ward
window-units-kind-residential-area = Residential area
window-units-kind-body = Body, office
window-units-unknown = There is no such unit yet. Choose one of those offered.
window-units-choose = Type the name of a unit
window-units-remove = Delete
window-units-one-by-one = Select one unit, then delete it.
window-units-people-here = { $count ->
    [1] One person of the unit
   *[other] { $count } people of the unit
    }
window-units-people-more = and { $count } more
window-units-move-people = Move all of them to
window-units-before = Before
window-units-after = Afterwards
window-units-part-of = a part of { $name }
window-units-selected = { $count } units selected
window-units-merge = Merge…
window-units-merge-hint = The selected units become part of a new unit or of one there is.
window-units-merge-title = { $count ->
    [1] Merge a unit
   *[other] Merge { $count } units
    }
window-units-merge-into = Into the unit
window-units-merge-into-hint = Choose one there is, or type a new name.
window-units-merge-new = A new unit, which is added to the tree.
window-units-merge-nameless = Type the name of the unit after the merger.
window-units-merge-ends = Last day of the old units
window-units-merge-ends-hint = Empty if the old units go on.
window-units-extent = Taken over
window-units-whole = All of it
window-units-part = A part
window-units-takes-people = People and residential areas go along
window-units-merge-words = Lists of sessions keep the old names. People of the registry have the new name from now on. This can be undone.
window-units-merge-apply = Merge
