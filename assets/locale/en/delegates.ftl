# Delegates.
window-import-excel = Import from Excel…
window-pick-list = Choose a list of delegates
window-lists = Lists (Excel, Word, CSV)
window-imported = { $new } new delegates imported, { $update } updated{ $left ->
    [0] {""}
   *[other] ; { $left } lines not imported, see “Imported”
}.
window-delegates-renamed = “{ $before }” is called “{ $after }” now, in the registry, too. If that is somebody else who comes instead, undo it (Ctrl Z) and choose “Will not come, sends somebody…”.
window-no-delegates = No delegates yet
window-delegates-search = Find: nguyen van binh
window-all-count = All { $count }
window-column-number = No.
window-column-name = Name
window-column-gender = Sex
window-column-birth = Born
window-column-position = Position
window-column-unit = Unit
window-column-cluster = Cluster
window-male = M
window-female = F

# Delegates: table, panel, somebody new, dividing, fixing.
window-delegates-paste = Paste
window-delegates-add = Add delegate
window-delegates-empty-cure = Import the lists of the communes from Excel, copy in Excel and press Paste, add people one by one, or drop a file on this window.
window-delegates-nothing-cure = Try fewer letters, or another cluster. Diacritics may be left out.
window-delegates-show-all = Clear the search
window-delegates-by-number = By number
window-delegates-by-name = By name
window-delegates-by-gender = By gender
window-delegates-by-birth = By birth
window-delegates-by-position = By position
window-delegates-by-unit = By unit
window-delegates-by-cluster = By cluster
window-delegates-no-cluster = No cluster
window-delegates-no-cluster-count = No cluster · { $count }
window-delegates-dragged = { $count ->
    [1] 1 delegate
   *[other] { $count } delegates
    }
window-delegates-shown = { $count } rows
window-delegates-shown-selected = { $count } rows · { $selected } selected
window-delegates-gender = Gender
window-delegates-phone = Phone
window-delegates-note = Note
window-delegates-move = Move to cluster
window-delegates-choose-cluster = Choose a cluster
window-delegates-by-rule = By their unit
window-delegates-several-clusters = In several clusters
window-delegates-remove = Withdraw
window-delegates-put-back = Put back
window-delegates-withdrawn = Withdrawn
window-delegates-fixed-number = No. { $number }, fixed
window-delegates-supplementary = Added later
window-delegates-same-name = { $count } of this name
window-delegates-selected = { $count } delegates selected
window-delegates-several-hint = Hold Ctrl or Shift while clicking to select more; Ctrl A selects all.
window-delegates-new = New delegate
window-delegates-new-hint = Only the name is needed. Enter saves and opens the next empty form.
window-delegates-namesakes = { $count ->
    [one] One person of this name in the registry
   *[other] { $count } people of this name in the registry
}
window-delegates-namesake-which = Who is it?
window-delegates-namesake-another = Somebody else, not in the registry yet
window-delegates-namesake-listed = { $who } (already in this session)
window-delegates-namesake-bare = No position, no unit
window-delegates-namesake-again = The registry has somebody of this name. If it is them, choose below; if it is somebody else, save once more.
window-delegates-save-next = Save, add next
window-delegates-form-begun = Another delegate is half entered. Save or close that form first.
window-delegates-imported = Imported
window-delegates-imported-title = Lists that were imported
window-delegates-imported-none = No list was imported from a file yet.
window-delegates-imported-counts = { $when } · { $new } new{ $update ->
    [0] {""}
   *[other] , { $update } updated
}{ $same ->
    [0] {""}
   *[other] , { $same } known
}{ $duplicate ->
    [0] {""}
   *[other] , { $duplicate } left out as doublets
}{ $error ->
    [0] {""}
   *[other] , { $error } with errors
}
window-delegates-left = Not imported: { $counts }
window-delegates-left-doubtful = { $count } doubtful
window-delegates-left-not-understood = { $count } not understood
window-delegates-left-out = { $count } left out
window-delegates-left-note = { $count } remarks
window-delegates-left-look = See these lines
window-delegates-left-title = Lines of { $file } that were not imported
window-delegates-left-text = What stands in the file
window-delegates-left-none = No line is left that was not imported.
window-delegates-left-most = The file has { $all } lines that were not imported. Only the first { $kept } are kept here; see the others in the file itself.
window-delegates-left-back = Other lists
window-delegates-left-take = Take into the session…
window-delegates-left-from = In the file, line { $line }: { $text }
window-delegates-removed-certified = Withdrawn. Still valid: certificate no. { $numbers }. Decide in Results, Compare
window-delegates-left-hint = Compare with the line of the file and save. You then return to the lines that were not imported.
window-list-form = List form for the communes…
window-list-form-short = List form
window-list-form-pick = Save the list form for the communes
window-list-form-saved = The list form is in { $file }. Send it to the communes to fill in; import it here when it comes back.
window-delegates-export = Export to Excel…
window-delegates-exported = The list is in { $file }. The file holds { $columns } of { $count } people.
window-delegates-fix = Fix the list
window-delegates-number-by-name = Number by name
window-delegates-number-by-unit = Number by unit
window-delegates-reopen = Reopen the list
window-delegates-fixed = Fixed
window-delegates-fixed-some = { $fixed }/{ $all } clusters fixed
window-delegates-divide = Divide…
window-delegates-divide-title = Divide into clusters
window-delegates-divide-words = Each unit stays whole in one cluster; clusters are as equal as can be. Anyone can still be moved afterwards.
window-delegates-divide-by-clusters = By number of clusters
window-delegates-divide-by-seats = By seats
window-delegates-divide-clusters = clusters
window-delegates-divide-seats = seats in each
window-delegates-divide-number = Type a number from 1 to { $most }.
window-delegates-divide-stay = Units that a cluster serves already stay with it
window-delegates-divide-result = { $count } delegates in { $clusters } clusters
window-delegates-divide-units = { $count } units
window-delegates-divide-apply = Divide
window-delegates-announce = Will not come, sends somebody…
window-delegates-withdrawn-count = Taken off · { $count }
