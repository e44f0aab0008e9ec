# A list before it is imported.
window-import-apply-all = Import { $count } delegates from { $files } files
window-import-leave-out = Leave this file out
window-import-no-header = no row of headings
window-import-letters-found = Letters: { $letters }
window-import-letters-misread = misread → Unicode
window-import-letters-spelled-out = spelled out → Unicode
window-import-letters-typed-keys = typed keys → Unicode
window-import-letters-tell = Tell the letters by the cells
window-import-skip = Left out
window-import-save-errors = Save the rows with errors
window-import-save-error-rows = { $count ->
    [one] Save one doubtful row…
   *[other] Save { $count } doubtful rows…
}
window-import-doubtful-row = Doubtful
window-import-errors-saved = The doubtful rows are in { $file }. Mend them in Excel and drop the file here again.
window-import-doubtful = { $count ->
    [one] Import the doubtful row, too
   *[other] Import the { $count } doubtful rows, too
}
window-import-add-units = Add { $count } unknown units to the registry
window-import-by-unit = Place in clusters by unit
window-import-sensitive = Keep ethnic group, religion, party membership, education
window-import-sheets-all = All sheets
window-import-sheet-left = { $sheet } · left out
window-import-sheet-taken = Import this sheet
window-import-sheets-without = No list: { $sheets }
window-import-stop = Stop
window-import-capitals = { $count ->
    [one] Capitalise Each Word (one name)
   *[other] Capitalise Each Word ({ $count } names)
}
window-import-difference = { $field }: known “{ $known }”, in the file “{ $row }”
window-import-nothing = nothing
window-import-taken = Row { $row }: row { $other } already updates { $name }, so this row stays as it was. Choose Leave out for row { $other } first, or Add if they are two people.
window-import-choose-skip = Leave out
window-import-choose-update = Update who is known
window-import-choose-back = Put back on the list
window-import-choose-add = Add as new
window-field-ordinal = Row number
window-field-full-name = Full name
window-field-family-middle = Family and middle name
window-field-given-name = Given name
window-field-birth = Birth
window-field-male = Men
window-field-female = Women
window-field-gender = Sex
window-field-position = Position
window-field-unit = Unit
window-field-hamlet = Hamlet
window-field-commune = Commune
window-field-address = Address
window-field-phone = Phone
window-field-note = Note
window-field-cluster = Cluster
window-field-birth-day = Day of birth
window-field-birth-month = Month of birth
window-field-position-unit = Position, unit
window-field-ethnicity = Ethnic group
window-field-religion = Religion
window-field-party = Party member
window-field-education = Education
window-field-other = Not imported
window-import-title = Import delegates
window-import-pasted = Pasted list
window-import-apply = Import { $count } delegates
window-import-writing = Importing…
window-import-reading-again = Reading the list…
window-import-reading = Reading { $file }
window-import-reading-words = Nothing has been written yet. Press Cancel to stop.
window-import-refused = The list cannot be read yet
window-import-another = Add files…
window-import-header = headings in row { $row }
window-import-row = Row
window-import-state = Result
window-import-new = New
window-import-update = Update
window-import-same = Unchanged
window-import-error = Error
window-import-count-new = { $count } new
window-import-count-update = { $count } updated
window-import-count-same = { $count } unchanged
window-import-count-duplicate = { $count } possible duplicates
window-import-count-error = { $count } errors
window-import-nothing-written = Nothing has been written yet. The import can be undone.
window-import-lines = { $count ->
    [one] The file has { $count } line:
   *[other] The file has { $count } lines:
}
window-import-several-in-line = (a line names several people)
window-import-people = { $count ->
    [one] { $count } delegate
   *[other] { $count } delegates
}
window-import-in-doubt = { $count } doubtful
window-import-line-text = Text
window-import-line-reason = Reason
window-import-whose = List of
window-import-whose-asked = which commune?
window-import-whose-ask = Whose list is it?
window-import-wishes = Options
window-import-to-rows = Show the rows
window-import-whose-several = several communes
window-import-whose-unknown = not said
window-import-take-doubtful = Take in { $count } doubtful rows, too
window-import-take-unseen = Take in { $count } rows and cells that are hidden or struck, too
window-import-unseen-taken = Take in what is hidden or struck, too
window-import-around = { $count ->
    [one] { $count } title, sum or signature
   *[other] { $count } titles, sums, signatures
}
window-import-repeated = Perhaps listed
window-import-lines-of-files = { $files } files have { $count } lines:
window-import-remarks = { $count } things the lists contradict themselves in
window-import-files-refused = { $count } files not read
window-import-files-whose = { $count } files of an unknown commune
window-import-all-files = All { $count } files
window-import-file-reading = { $file } · reading
window-import-file-refused = { $file } · not read
window-import-file-counts = { $file } · { $count } come in, { $out } left out
window-import-row-of = Row { $row } · { $file }
window-import-rows-selected = { $count } rows
window-import-changes = Will change { $name }, who now has:
window-import-may-be = May be { $name }:
window-import-same-value = { $count } other rows have { $field } “{ $value }”.
window-import-correct-all = Correct all { $count } rows
window-import-correct-one = Only this row
window-import-leave-title = Give up what was corrected?
window-import-leave-words = You corrected or decided something here and it is not in the session yet. Leaving means doing it again.
window-import-leave = Give it up
window-import-stay = Stay
