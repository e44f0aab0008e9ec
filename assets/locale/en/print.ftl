# print

## Recipes
window-recipe = Recipe
window-recipe-usual = As usual
window-recipe-changed = changed
window-recipe-save = Save as recipe…
window-recipe-over = Save
window-recipe-new = New…
window-recipe-rename = Rename…
window-recipe-remove = Delete
window-recipe-name = Name of the recipe
window-recipe-name-hint = Such as welcome desk, for the garage. It is there for every session of this data file.
window-recipe-save-over = Save over that recipe
window-recipe-save-title = Save as a recipe
window-recipe-save-confirm = Save new recipe
window-recipe-rename-title = Rename the recipe
window-recipe-rename-confirm = Rename
window-recipe-damaged = Some saved options are not understood by this program, so that part is printed as usual. Look at the options before you print.

## Pages that changed
window-print-changed = { $count } of { $pages } pages changed since { $when }
window-print-changed-gone = { $count } of { $pages } pages changed since { $when }; { $gone ->
    [one] one sheet of then is left over, throw it away
   *[other] { $gone } sheets of then are left over, throw them away
}
window-print-all-changed = Every page changed since { $when }: print all of it again
window-print-sheets-gone = Since { $when } nothing changed, but { $count ->
    [one] one sheet is left over: throw it away
   *[other] { $count } sheets are left over: throw them away
}
window-print-unchanged = No page changed since it was printed, { $when }
window-print-changed-see = Show
window-print-changed-print = { $count ->
    [one] Print 1 page
   *[other] Print { $count } pages
}
window-print-changed-save = { $count ->
    [one] Save 1 page
   *[other] Save { $count } pages
}

## The whole bundle
window-bundle = All papers…
window-bundle-title = All papers
window-bundle-words = Every paper of the session is written into one folder, numbered in the order of use, each kind with its own options.
window-bundle-folder = Folder
window-bundle-folder-hint = If there is none, it is made; “~/” is your own folder.
window-bundle-browse = Choose a folder…
window-bundle-no-dialog = This computer shows no dialog for folders. Type the path into the field “Folder”.
window-bundle-editable = With Word and Excel files to edit
window-bundle-go = Save all
window-bundle-done = { $count ->
    [one] One file was
   *[other] { $count } files were
} saved into { $folder }. The PDF files have { $pages } pages.
window-bundle-missing = Could not be made:
window-bundle-stopped = Stopped. The files that were written are in the folder.
window-bundle-show = Open folder
window-bundle-not-shown = The folder could not be opened with the file manager. Look for it by the path in this dialog.
window-bundle-close = Close

window-print-sittings = Sittings to sign for
window-print-order = Order
window-print-order-number = By number
window-print-order-unit = Unit, then name
window-print-order-name = Name A–Z
window-print-remark = Line under the title
window-print-remark-example = For example: For the bus company
