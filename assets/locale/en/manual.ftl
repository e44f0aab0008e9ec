# The user guide in the window (F1). Its pages are in assets/guide.

manual-title = Guide
manual-back = The page before
manual-contents = Contents
manual-search = Search the guide
manual-save-title = Save the guide (PDF)
manual-save-page = Save page
manual-save-all = Save all
manual-saved = The guide was saved as { $file }.
