# Reading lists: why a file gives no list, what is wrong with a row, who is already listed.

## The file. Each names the file, the reason and the cure.

intake-missing = There is no file “{ $file }”. Check its name and folder.
intake-folder = “{ $file }” is a folder, not a file. Choose the list inside it (Excel, Word, .ods or .csv).
intake-unreadable = The file “{ $file }” cannot be read. Check that you may open it, or copy it to another folder and try again.
intake-empty = The file “{ $file }” is empty. Ask the sender for it again.
intake-too-large = The file “{ $file }” is larger than { $most } MB, so it is no ordinary list. Copy the table alone into a new Excel file and import that.
intake-limit-unpacked = Opening the file “{ $file }” takes reading more than { $most } MB, which is beyond what can be read, so no row was imported. Copy the table alone into a new Excel file and import that.
intake-limit-part = The file “{ $file }” has a sheet or another part that is larger than can be read ({ $most } MB at most), so no row was imported. Copy the table alone into a new Excel file and import that.
intake-limit-sheets = The file “{ $file }” has more than { $most } sheets, which is beyond what can be read, so no row was imported. Divide it into several files, or hide the sheets that are no list, and import each.
intake-limit-rows = The file “{ $file }” has more than { $most } rows with text, which is beyond what can be read, so no row was imported. Divide the list into several files and import each.
intake-limit-cells = The file “{ $file }” has more than { $most } cells with text, which is beyond what can be read, so no row was imported. Leave out columns that are not needed, or divide the list into several files, and import it again.
intake-limit-text = The file “{ $file }” has more than { $most } MB of text, which is beyond what can be read, so no row was imported. Leave out columns that are not needed, or divide the list into several files, and import it again.
intake-limit-styles = The file “{ $file }” has more than { $most } cell formats, which is beyond what can be read, so no row was imported. Copy the table alone into a new Excel file, pasting values only, and import that.
intake-limit-merged = The file “{ $file }” has more than { $most } merged cells, which is beyond what can be read, so no row was imported. Unmerge them, or copy the table alone into a new Excel file, and import that.
intake-limit-tables = The file “{ $file }” has more than { $most } tables with headings of their own, which is beyond what can be read, so no row was imported. Put them into one table, or divide them into several files, and import it again.
intake-limit-people = The file “{ $file }” has more than { $most } people, which is beyond what can be read, so no row was imported. Divide the list into several files and import each.
intake-limit-units = The file “{ $file }” has more than { $most } units, which is beyond what can be read, so no row was imported. Divide it into several files and import each, the upper levels first.
intake-binary-excel = “{ $file }” is a binary Excel workbook (.xlsb). Open it in Excel, save it as .xlsx (File → Save As) and import the new file.
intake-password = The file “{ $file }” has a password. Open it in Excel, remove the password (File → Info → Protect Workbook), save it as .xlsx and import it.
intake-pdf = “{ $file }” is a PDF from which no text can be taken. Ask the sender for the original Excel or Word file.
intake-picture = “{ $file }” is a picture, not a list in Excel, Word or .csv. Ask the sender for the original Excel file, or type the list into Excel.
intake-word = “{ $file }” is an .rtf document or a very old one of Word. Open it in Word, save it as .docx and import the new file.
intake-opendocument = “{ $file }” is a LibreOffice document but no spreadsheet. Copy the table in it to a spreadsheet, save it as .ods or .xlsx and import that.
intake-markup = “{ $file }” is a web page without a table. Ask the sender for the original list.
intake-archive = “{ $file }” is an archive of the kind .rar or .7z. Right-click the file, choose Extract, then choose the lists inside.
intake-pdf-scanned = “{ $file }” is a scan: its pages are pictures, with no text to read. Ask the sender for the original Excel or Word file, or type the list into Excel.
intake-pdf-locked = The PDF “{ $file }” has a password. Ask the sender for the original Excel or Word file, or for the PDF without a password.
intake-zip = The archive “{ $file }” holds no list that can be read. Unpack it, look into each file in it, and import the list.
intake-zip-locked = The archive “{ $file }” has a password. Unpack it with the password the sender gave, then choose the lists inside.
intake-web-archive = “{ $file }” is a web page saved as one file (.mht). Open it in Word or Excel, save it as .docx or .xlsx and import the new file.
intake-dif = “{ $file }” is a table in the form .dif. Open it in Excel, save it as .xlsx and import the new file.
intake-not-a-list = “{ $file }” is no list in Excel, Word, .ods or .csv. Open it in the program that made it, save it as .xlsx and import that.
intake-damaged = The file “{ $file }” is damaged or was not copied whole. Copy it again from the sender, or open it in the program that made it, save it as .xlsx and import that.
intake-no-header = No header row was found in “{ $file }”. A list needs a header row with a column “Họ và tên” (full name) and at least one more, such as “Năm sinh” (birth year), “Chức vụ” (position), “Đơn vị” (unit) or “Điện thoại” (phone).
intake-letters-lost = The file “{ $file }” has lost its Vietnamese letters (only “?” is left of them), because it was saved in an encoding that does not know them. Open the original in Excel, save it again as “CSV UTF-8” or .xlsx and import that.
intake-no-people = “{ $file }” has a header row but nobody below it. Write one person in each row under the headings and import it again.

intake-cancelled = Reading “{ $file }” was stopped as asked. Nothing was written.

## A row. Each names the row, the cell, the reason and what would be right.

intake-cell-long = Row { $row }, column { $column } ({ $heading }): the cell has more than 2,000 letters, beginning “{ $value }”. Write less.
intake-cell-fault = Row { $row }, column { $column } ({ $heading }): the formula in the cell fails with { $value }. Type the content itself into the cell.
intake-field-long = Row { $row }, column { $column } ({ $heading }): the cell has more than 2,000 letters, beginning “{ $value }”, so it is left empty. Write less.
intake-field-fault = Row { $row }, column { $column } ({ $heading }): the formula in the cell fails with { $value }, so it is left empty. Type the content itself into the cell.
intake-cell-uncomputed = Row { $row }, column { $column } ({ $heading }): the cell is a formula whose result the file does not keep. Open the file in Excel, save it and import it again.
intake-field-uncomputed = Row { $row }, column { $column } ({ $heading }): the cell is a formula whose result the file does not keep, so it is left empty. Open the file in Excel, save it and import it again.
intake-remark-misplaced = Row { $row }, column { $column } ({ $heading }): “{ $value }” is no post; it was read as a birth or telephone if that is missing. Look at it again.
intake-remark-serial = Row { $row }, column { $column } ({ $heading }): { $value } is a day counted by Excel, read as { $day }. Look at it again.
intake-name-missing = Row { $row }, column { $column } ({ $heading }): the name is missing. Write it into this cell, or delete the row.
intake-name-long = Row { $row }, column { $column } ({ $heading }): the name is longer than 100 letters. Write the name of one person only.
intake-name-digits = Row { $row }, column { $column } ({ $heading }): “{ $value }” has digits, so it is no name. Write the name only, such as Nguyễn Thị Bé.
intake-name-letters = Row { $row }, column { $column } ({ $heading }): “{ $value }” is not Unicode text; it was probably typed in a .VnTime or VNI font. Convert it to Unicode (with UniKey, for example) and import again.
intake-name-none = Row { $row }, column { $column } ({ $heading }): “{ $value }” is no name. Write a name, such as Nguyễn Thị Bé.
intake-birth-form = Row { $row }, column { $column } ({ $heading }): “{ $value }” is no year or date of birth, so it is left empty. Write four digits, such as 1975, or day/month/year, such as 05/9/1975.
intake-birth-no-such-day = Row { $row }, column { $column } ({ $heading }): there is no day “{ $value }”, so the birth is left empty. Write the day before the month, such as 05/9/1975, or the year alone.
intake-birth-implausible = Row { $row }, column { $column } ({ $heading }): “{ $value }” is implausible, so it is left empty. The year of birth must lie between { $first } and { $last }.
intake-gender = Row { $row }, column { $column } ({ $heading }): “{ $value }” is no sex, so it is left empty. Write Nam (male) or Nữ (female).
intake-phone = Row { $row }, column { $column } ({ $heading }): “{ $value }” is no telephone number, so it is left empty. Write all its digits, such as 0912345678.
intake-cluster = Row { $row }, column { $column } ({ $heading }): “{ $value }” is no cluster number, so it is left empty. Write a number, such as 2.

## A row that may be somebody already listed. It is left out until somebody decides.

intake-duplicate-row = Row { $row }: { $name } is the same as row { $other }. Delete one of the rows, or add birth year and unit if they are two people.
intake-duplicate-row-unit = Row { $row }: { $name } has the name and birth year of row { $other }, but another unit. Check whether they are one person.
intake-duplicate-row-year = Row { $row }: { $name } has the name and unit of row { $other }, but another birth year. Check whether they are one person.
intake-duplicate-unit = Row { $row }: { $name } has the name and birth year of a delegate of { $unit }. Check whether they are one person.
intake-duplicate-year = Row { $row }: { $name } has the name and unit of a delegate born in { $year }. Check whether they are one person.
intake-duplicate-several = Row { $row }: { $name } may be any of several delegates of that name. Add the birth year or unit to tell them apart.
intake-duplicate-withdrawn = Row { $row }: { $name } ({ $unit }) was withdrawn from the list. If they attend after all, choose “Put back on the list”.
intake-duplicate-taken = Row { $row }: { $name } ({ $unit }) already stands in an earlier row of this file. Delete one of the rows, or add birth year and unit if they are two people.
intake-duplicate-registry = Row { $row }: { $name } is a delegate already, with the unit { $unit } and birth year { $year }. Check whether they are one person.
intake-remark-letters-lost = Row { $row }, column { $column } ({ $heading }): “{ $value }” has lost letters, because the file was saved in an encoding that does not know Vietnamese. Open the original in Excel, save it again as “CSV UTF-8” or .xlsx and import that; or type this cell again.
intake-remark-day-month = Row { $row }, column { $column } ({ $heading }): { $value } may be { $other }, because a program exchanged day and month. Compare it with the papers.
intake-duplicate-marks = Row { $row }: { $name } may be a delegate of { $unit } written without marks. Check whether they are one person.
intake-duplicate-row-marks = Row { $row }: { $name } may be the person in row { $other } written without marks. Check whether they are one person.
intake-errors-reason = Reason
intake-doubt-letters-lost = Row { $row }, column { $column } ({ $heading }): letters of “{ $value }” were lost to question marks when the file was saved. Open the first file, save it as .xlsx or “CSV UTF-8” and import it again.
intake-doubt-sign = Row { $row }, column { $column } ({ $heading }): “{ $value }” has signs or words that are no part of a name. See whether it is one delegate, mend the name and take it in.
intake-doubt-digit = Row { $row }, column { $column } ({ $heading }): “{ $value }” has digits, so it may be no name.
intake-doubt-many-words = Row { $row }, column { $column } ({ $heading }): “{ $value }” has more than six words and may not be the name of one person.
intake-doubt-one-word = Row { $row }, column { $column } ({ $heading }): “{ $value }” is one word; the family name or the given name is missing.
intake-doubt-initials = Row { $row }, column { $column } ({ $heading }): “{ $value }” is shortened. Write the whole name.
intake-doubt-glued = Row { $row }, column { $column } ({ $heading }): a space is missing in “{ $value }”. Look at the name again.
intake-doubt-small-words = Row { $row }, column { $column } ({ $heading }): “{ $value }” has words in small letters and may be no name.
intake-doubt-no-family-name = Row { $row }, column { $column } ({ $heading }): “{ $value }” does not begin with a family name we know and may be no name.
intake-doubt-no-given-name = Row { $row }, column { $column } ({ $heading }): the given name seems to be missing in “{ $value }”.
intake-doubt-post = Row { $row }, column { $column } ({ $heading }): “{ $value }” looks like a post rather than a name.
intake-doubt-unit = Row { $row }, column { $column } ({ $heading }): “{ $value }” looks like a unit rather than a name.
intake-doubt-example = Row { $row }, column { $column } ({ $heading }): “{ $value }” looks like the row of an example.
intake-doubt-several = Row { $row }, column { $column } ({ $heading }): “{ $value }” seems to name several people. Write each on a row of their own.
intake-doubt-unnumbered = Row { $row }, column { $column } ({ $heading }): “{ $value }” stands alone and without a number, unlike the other rows: it may be a heading.
intake-remark-title = Row { $row }, column { $column } ({ $heading }): “{ $title }” was taken off before the name.
intake-list-total = The list says { $said } people in row { $row }; { $count } were read. Look at the doubtful rows and those left out.
intake-list-gap = The numbers jump from { $before } to { $after } in row { $row }. See whether somebody is missing.
intake-doubt-withdrawn = Row { $row }: the note “{ $note }” says that this person may not come.
intake-doubt-absent = Row { $row }: this person stands under “{ $heading }” and may not come.
intake-doubt-corrected = Row { $row }: the line “{ $note }” gives another birth or telephone for this person; ask which is right.
intake-doubt-bare = Row { $row }: only the name could be read; births, posts and telephones stand in other rows, and whose they are is not clear. Ask for the original file, or write one row for each person.
intake-doubt-goes-on = Row { $row }: the row right below has “{ $value }” in place of a name, which may belong to this person. Write one row for each person.
intake-doubt-marked = Row { $row }: the list says “{ $note }” and names nobody. Look in the original file whether this person is meant.
intake-doubt-payment = Row { $row }: the list has sums of money under “{ $heading }”, and neither posts nor telephones; it may be a list of payments or gifts, sent by mistake.
intake-doubt-sheet = Row { $row }: the name of the sheet, “{ $sheet }”, says that this list is no longer used.
intake-doubt-others = Row { $row }: “{ $note }” says that others come who are not named.
intake-duplicate-phone = Row { $row }: { $name } has the telephone of a delegate of nearly the same name ({ $known }). Check whether they are one person.
intake-duplicate-row-phone = Row { $row }: { $name } has the telephone of the person of nearly the same name in row { $other }. Check whether they are one person.
intake-duplicate-hamlet = Row { $row }: { $name } has the name of a delegate and a hamlet of the same name ({ $unit }), but it is not known whether the commune is the same. Check whether they are one person.
intake-duplicate-row-hamlet = Row { $row }: { $name } has the name and a hamlet of the same name as the person in row { $other }, but it is not known whether the commune is the same. Check whether they are one person.
intake-duplicate-removed = Row { $row }: { $name } was taken off this list. Choose “Add” to bring them back.
intake-doubt-both-sexes = Row { $row }, column { $column } ({ $heading }): both columns for men and for women are filled. Look at the sex again.
intake-list-column = Column { $column } ({ $heading }) is not read, for nobody knows what it holds: { $count } filled cells. Choose its meaning in the preview if it matters.
intake-list-second-column = Column { $column } ({ $heading }) says otherwise than column { $first } in { $count } rows; only column { $first } is read. Choose its meaning in the preview if it matters.
intake-remark-own-number = Row { $row }: “{ $value }” under “{ $heading }” is no number, so it stays empty.
intake-remark-own-yes-no = Row { $row }: “{ $value }” under “{ $heading }” is neither yes nor no, so it stays empty.
intake-remark-own-long = Row { $row }: what stands under “{ $heading }” is too long, so it stays empty: “{ $value }”.
