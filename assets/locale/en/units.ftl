# What cannot be done with units.

store-units-no-name = A unit needs a name. Type it with its kind, such as “Xã Tam Đại”.
store-units-name-too-long = The name of the unit has more than 200 letters. Type a shorter one.
store-units-code-too-long = The code of the unit has more than 200 letters. Type the state's code, such as 20341.
store-units-ends-before-start = “{ $name }” would end before it begins. Correct one of the two dates.
store-units-unknown = This unit is no longer in the registry. Choose another one, or undo its removal.
store-units-under-itself = “{ $name }” cannot go inside itself or inside one of its own units. Choose another unit.
store-units-too-deep = The tree of units has at most { $most } levels. Put this unit higher up.
store-units-code-taken = { $code } is the code of “{ $name }”. Type another code, or enter the last day of that unit first.
store-units-has-parts = { $count ->
    [one] One unit is
   *[other] { $count } units are
} still inside “{ $name }”, so it cannot be removed. Move them elsewhere, or enter its last day instead.
store-units-has-people = { $count ->
    [one] One person belongs
   *[other] { $count } people belong
} to “{ $name }”, or did, so it cannot be removed. Enter its last day instead; if the unit was a mistake, move the people first.
store-units-referred-to = “{ $name }” took part in a merger or is served by a cluster of a session, so it cannot be removed. Enter its last day instead.
store-units-nothing-to-merge = No unit to merge was chosen. Choose at least one that is not the new one.
store-units-into-itself = “{ $name }” cannot become itself or go into a unit inside it. Choose another one to merge into.
store-units-ended = “{ $name }” has ended. Choose a unit that is still there.
store-units-nobody-to-move = There is nobody to move. Choose a unit that has people.
# Names of what is done to units.

operation-units-add = Add unit “{ $name }”
operation-units-edit = Edit unit “{ $name }”
operation-units-move = Move unit “{ $name }”
operation-units-end = End unit “{ $name }”
operation-units-reopen = Let unit “{ $name }” live on
operation-units-merge = Merge { $count ->
    [one] one unit
   *[other] { $count } units
} into “{ $name }”
operation-units-people = Move people to “{ $name }”
operation-units-file = Take in units from “{ $file }”
operation-units-remove = Remove unit “{ $name }”
# The screen Units.

window-units-nav = Units
window-units-count = { $living } units in force · { $ended } ended · { $people } people
window-units-add = Add unit
window-units-add-inside = Add inside
window-units-new = New unit
window-units-none = No units yet
window-units-none-cure = Enter provinces, communes, residential areas and bodies once; people and sessions share them.
window-units-search = Find: tam dai, 20341
window-units-nothing-cure = Try fewer letters, or choose “All” to look among units that ended, too. Diacritics are not needed.
window-units-living = In force
window-units-with-ended = All
window-units-column-name = Unit
window-units-column-people = People
window-units-column-code = Code
window-units-column-kind = Kind
window-units-column-person = Name
window-units-kind-central = Central
window-units-kind-province = Province, city
window-units-kind-district = District
window-units-kind-commune = Commune, ward, special zone
window-units-kind-residential-area = Residential area
window-units-kind-body = Office, organisation
window-units-until = until { $date }
window-units-people = { $count ->
    [one] one person
   *[other] { $count } people
}
window-units-people-own = { $count } people, { $own } of them directly
window-units-inside = { $count ->
    [one] one unit inside
   *[other] { $count } units inside
}
window-units-selected = { $count } units selected
window-units-several-hint = “Merge…” makes one unit of them.
window-units-name = Name of the unit
window-units-kind = Kind
window-units-code = Code
window-units-from = From
window-units-to = Last day
window-units-date-hint = day/month/year
window-units-under = Inside of
window-units-top = Inside of no other unit
window-units-move = Change…
window-units-merge = Merge…
window-units-end = End
window-units-reopen = Let live on
window-units-remove = Remove
window-units-successors = Became
window-units-predecessors = Made of
window-units-part-of = { $name } (a part)
window-units-people-title = People ({ $count })
window-units-nobody-own = Nobody has this unit itself. Select people in the table below, or open a unit inside it.
window-units-nobody = Nobody belongs to this unit yet.
window-units-more-people = { $count } more.
window-units-move-people = Move people…
window-units-move-chosen = Move { $count ->
    [one] the chosen person…
   *[other] { $count } chosen people…
}
window-units-move-title = Another place in the tree
window-units-move-words = “{ $name }”, with all units inside it, goes into:
window-units-move-alone = By itself, inside no unit
window-units-move-here = Move here
window-units-picker-more = { $count } more. Type more letters to find them.
window-units-people-dialog = Move people
window-units-people-words = { $count ->
    [one] One person goes
   *[other] { $count } people go
} to the unit:
window-units-people-on = Since
window-units-people-hint = Delegates of open sessions get the new unit; ended sessions stay as they are.
window-units-people-confirm = Move
window-units-merge-title = Merge units
window-units-merge-old = Old units
window-units-only-part = Only a part
window-units-merge-into = Into
window-units-into-new = A new unit
window-units-into-known = One that is there
window-units-merge-name = Name of the new unit
window-units-merge-place = Inside of { $name }
window-units-merge-place-top = Inside of no other unit
window-units-merge-on = Since
window-units-merge-on-hint = The old units end the day before and can still be looked up.
window-units-with-parts = Residential areas and bodies inside go along
window-units-with-people = People go along
window-units-merge-hint = Ended sessions keep the old names. Of a unit merged in part, move people by hand afterwards.
window-units-merge-confirm = Merge
window-units-export = Export to Excel
window-units-file-name = Units.xlsx
window-units-exported = The units were written to { $file }
# A map of units read from a file.

intake-units-none = There are no units in “{ $file }”. The file needs a row of headings with a column “Name” and at least one more, such as “Code”, “Kind”, “Parent”, “Valid from”, “Valid to”, “Successor”.
intake-units-date = “{ $text }” is no date. Write it as 1/7/2025, 7/2025 or 2025.
intake-units-kind = Nobody knows the kind “{ $text }”. Write Province, District, Commune, Residential area or Office, or leave it empty.
intake-units-code-twice = Row { $line } has this code already. Every unit needs a code of its own.
intake-units-twice = Row { $line } speaks of this unit already. Make one row of both.
intake-units-unknown = There is no unit “{ $text }” in the file or the registry. Correct the code or the name.
intake-units-ambiguous = Several units are called “{ $text }”. Write the code, or what it is inside of, as in “Xã Tam Đại, Huyện Phú Ninh”.
intake-units-ring = This unit is inside itself, by way of other rows. Correct the column “Parent”.
intake-units-too-deep = This unit is at too many levels. Correct the column “Parent”.
intake-units-own-successor = A unit cannot become itself. Correct the column “Successor”.
intake-units-through = Row { $line }, which this unit refers to, has a fault. Correct that row first.
window-units-import = Import from file…
window-units-files = Units
window-units-import-title = Import units from a file
window-units-import-counts = { $new } new · { $changed } changed · { $ended } ended · { $same } as they are · { $error } with a fault
window-units-import-along = People and units inside go on under what replaces their unit
window-units-import-hint = Where a unit is parted among several, move its people by hand. Ended sessions keep the old names.
window-units-import-confirm = Import
window-units-import-nothing = There is nothing new in the file.
window-units-import-line = Row { $line }
window-units-import-new = New
window-units-import-changed = Changed
window-units-import-ended = Ended
window-units-import-error = Fault
window-units-import-more = and { $count } more rows
