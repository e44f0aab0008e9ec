### Forms of certificates: files, checks, the designer.

## Why a form is refused

template-unreadable = The file could not be read. Nothing was changed; copy the file to this computer and try again (for your support: { $reason }).
template-too-large = The file is larger than { $most } MB and was not taken in. Use a smaller background picture and export the form again.
template-not-ours = This is no certificate form of Tập huấn (*.taphuan-mau), or it is damaged. Ask for the file again.
template-version = This form was written by a newer Tập huấn (kind { $version }). Update the program, then open it again.
template-unknown = The form has a part “{ $what }” that this version does not know, so it was not taken in. Update the program, or ask for the file again.
template-damaged = The file is damaged. Ask for it again (for your support: { $detail }).
template-no-name = The form has no name.
template-many-elements = The form has { $count } parts, more than { $most }. Remove some.
template-many-pictures = The form has { $count } pictures, more than { $most }. Remove some.
template-same-id = In the form the part “{ $name }” is the same as another. Ask for the file again.
template-off-page = “{ $name }” lies off the sheet. Keep its whole box on the page.
template-too-small = The box of “{ $name }” is smaller than 2 mm and cannot be printed.
template-style = Size, line spacing or stroke of “{ $name }” is beyond what can be printed.
template-too-long = The text of “{ $name }” is too long.
template-letters = “{ $name }” has characters that cannot be printed.
template-no-picture = A picture of the form is missing. Ask for the file again.
template-picture = A picture of the form is damaged or is none. Ask for the file again.

## When printing

paper-text-too-long = The text of “{ $element }” of { $name } does not fit its box even at its smallest size. Enlarge the box, or shorten it.
paper-text-too-long-for-all = The text of “{ $element }” does not fit its box even at its smallest size. Enlarge the box, or shorten it.
paper-no-picture = The picture of “{ $element }” is not in the data file. Choose it again.
paper-no-signature-picture = There is no picture of the signature of { $name }. Add it under Settings › Signatories.
paper-no-signatory-to-sign = Nobody signs, so no picture of a signature can be printed.

## Command line

cli-verb-templates = List, export, import and choose certificate forms
cli-verb-templates-list = List the forms
cli-verb-templates-export = Export a form to a .taphuan-mau file
cli-verb-templates-import = Import a form from a .taphuan-mau file
cli-verb-templates-use = Use a form for the certificates of a session
cli-value-template = Name of a form
cli-value-template-file = A .taphuan-mau file
cli-option-template-sheet = The sheet: a4, a4-doc (upright), a5, a5-doc
cli-template-unknown = No form is called “{ $name }”. There are: { $known }.
cli-template-several = { $count } different forms are called “{ $name }”. Add --session to take that of a session.
cli-template-former = “{ $name }” is fixed in the program and on every computer, so it is not exported.
cli-template-imported = The form “{ $name }” was imported.
cli-template-known = This form is here already, called “{ $name }”; it was not imported again.
cli-template-exported = The form “{ $name }” was exported to { $path }.
cli-template-used = The certificates of the session follow the form “{ $name }” from now on. Those issued keep theirs.
cli-template-page = The sheet “{ $page }” is not known. Write a4, a4-doc, a5 or a5-doc.
cli-column-template = Form
cli-column-page = Sheet
cli-column-sessions = Used by
template-sheet = { $size } { $way ->
    [across] landscape
   *[down] portrait
}
template-of-program = built in

## The designer

designer-title = Certificate form: { $name }, { $sheet }
designer-done = Done
designer-export = Export form…
designer-export-title = Export the certificate form
designer-files = Certificate forms
designer-exported = The form “{ $name }” was exported to { $path }.
designer-parts = PARTS
designer-add = Add a part…
designer-picture = Picture
designer-other-picture = Choose another…
designer-picture-title = Choose a picture
designer-pictures = PNG, JPEG pictures
designer-with-first = With the first of the list
designer-with-longest = With the longest name
designer-with-emptiest = With who lacks most data
designer-fit = Fit
designer-form = Form
designer-name = Name of the form
designer-sheet = Sheet
designer-help-choose = Click a part on the sheet, or in the list on the left, to change it.
designer-help-move = Drag to move, drag the handles to resize; boxes snap to the middle, the margins and other parts. Hold Alt and they do not.
designer-help-keys = Arrows move by 1 mm, with Ctrl by 0.1 mm, with Shift they resize. Delete removes, Alt ↑ ↓ changes the order, Ctrl Z undoes. Everything saves itself.
designer-words = Words
designer-new-words = New paragraph
designer-add-paragraph = Add a paragraph
designer-more-words = more words
designer-insert = Insert a field…
designer-lead = Words before
designer-tail = Words after
designer-lead-hint = They go when this is not known of somebody.
designer-face = Typeface
designer-size = Size
designer-least = Smallest
designer-least-hint = Text becomes smaller to fit its box, but not below the smallest size.
designer-bold = Bold
designer-italic = Italic
designer-capitals = All capitals
designer-ink = Colour
designer-ink-inner = Colour of inner lines
designer-no-ink = Write a colour as #9B1C1F.
designer-align = In its box
designer-left = Left
designer-centre = Centre
designer-right = Right
designer-top = Top
designer-middle = Middle
designer-bottom = Bottom
designer-leading = Line spacing
designer-tracking = Spacing (%)
designer-place = Place (mm)
designer-x = X
designer-y = Y
designer-width = Width
designer-height = Height
designer-anchor = The point of the box that X and Y tell
designer-number = Write a number from { $least } to { $most }.
designer-thickness = Stroke (pt)
designer-border-lines = Three lines
designer-border-corners = Flowers
designer-border-braid = Braid
designer-ground-rosette = Rosette
designer-ground-lotus = Lotus
designer-ground-tint = One tint
designer-about-code = The QR code by which this certificate is verified; each has its own, once it is numbered.
designer-about-logo = The logo of the office, set in Settings. Without one this stays empty.
designer-about-session = As the session says: change it in Papers › Certificates.

## Choosing a form among the papers

form-issued-otherwise = { $count } certificates have a number and were not printed; they keep the form, signatory or day of then.
form-anew = Use this form for { $count }
form-issue-ahead = Number { $count } ahead
form-issue-ahead-hint = Numbers and papers before the end, also for those whose result is not known. Afterwards Results names who has one and did not complete.
form-template = Form
form-sheet = Sheet
form-design = Design the form
form-import = Import a form…
form-import-title = Import a certificate form
form-of-session = { $name } (of this session)
form-former-hint = Of the form “Cơ bản” only the lines of text below can be changed. For another layout, border or sheet choose another form.
