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
operation-units-remove = Remove unit “{ $name }”
