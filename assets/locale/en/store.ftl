# Errors of the data file: the thing, the reason, the cure.

store-missing = There is no file { $file }. Check the path; to make a new data file with the sample sessions, use “sample”.
store-no-folder = There is no folder { $folder }, so there can be no file { $file }. Check the path, or make the folder first.
store-exists = The file { $file } exists already, so no new file was made over it. Choose another name.
store-locked = The file { $file } is open for writing in another window or command. Close that one and try again; viewing and printing still work meanwhile.
store-busy = Another program is holding the data file. Close that program and try again; nothing was changed.
store-too-new = The file { $file } was made by a newer version of Tập huấn (schema { $found }, this program knows { $known }). Update the program and open it again; the file is untouched.
store-too-old = The file { $file } belongs to an older version and must be upgraded. Open it once with a command that writes; the program makes a copy before it upgrades.
store-not-ours = The file { $file } is not a data file of Tập huấn. Choose a .taphuan file made by this program; the file is untouched.
store-corrupt = The data file is damaged. Do not write to it any more; bring back the latest backup with “restore” (for your support: { $detail }).
store-empty = The file { $file } is empty: perhaps it was only half copied. Restore a backup, or delete this file and begin a new one.
store-nothing-to-save = Nothing can be saved out of { $file }, so no new file was made. Look for a backup; the file is as it was.
store-other-file = The file { $file } is there and is no backup of this data file, so it is not overwritten. Choose another name; on the command line add “--force” if it really is to be replaced.
store-backup-itself = { $file } is the data file in use. Choose another name or folder for the copy.
store-no-locks = The disk of { $file } cannot keep a place for one writer, so two computers could overwrite each other. Copy the file to a disk of this computer and open that copy.
store-bad-name = The name { $file } is too long, or has a character the disk does not take. Choose a shorter name without \ / : * ? " < > |.
store-bad-text = Some text in the file is damaged, so this part cannot be read. Press “Check the file” in the settings to learn where; the rest of the file can be used (for your support: { $detail }).
store-read-only = Writing is not possible: the data file or its folder is read-only. Remove the read-only attribute, or copy the file to another folder and open the copy.
store-held = Another program holds { $file }: OneDrive, an antivirus or a backup program perhaps. Wait a moment or close that program, then try again; the file is intact.
store-write-protected = Cannot write: the disk or stick that holds { $file } is write-protected. Unlock it, or copy the file to another disk and open the copy.
store-disk-full = The disk is full, so nothing was written. Delete files you do not need and try again; the old data are untouched.
store-io = { $file } could not be read or written. Check the disk, the permissions and the path, then try again (for your support: { $reason }).
store-no-session = There is no session { $id } in this file. See the numbers of the sessions with “sessions”.
store-no-cluster = This session has no cluster { $number }. See the cluster numbers with “delegates”, or leave out “--cluster” for the whole session.
store-cancelled = Stopped as asked. Nothing was written; the data are as before.
store-conflict = This step no longer fits the present data and was not done. The data are untouched; please repeat the work by hand.
store-stopped = The data file was closed while work was waiting. Open the program again.
store-internal = The program made a mistake. The data are untouched; open the program again, and send this line to your support if it happens again (for your support: { $detail }).

store-no-title = A session needs a title. Type one, for example “Training in Front work 2026”.
store-no-name = The name is missing. Type this person’s full name.
store-no-cluster-name = A cluster needs a name. Type one, for example “Cụm 1”.
store-no-organisation-name = An organisation needs a name. Type its full name.
store-no-number-in-pattern = The number pattern “{ $pattern }” has no place for the number. Put “{ $place }” where the number goes, for example “{ $place }/CN-MTTQ”.
store-no-seats = A capacity must be 1 or more. Enter the number of seats, or leave it empty if it is not known.
store-name-long = The name has more than 100 letters. Type the name of one person only.
store-name-digits = It has digits, so it is not a name. Type the name only, for example Nguyễn Thị Bé.
store-name-letters = These are not Unicode letters; perhaps they were typed for a .VnTime or VNI typeface. Type them again in Unicode.
store-name-none = This is not a name. Type a name, for example Nguyễn Thị Bé.
store-birth-form = This is not a year or day of birth. Type four digits, for example 1975, or day/month/year, for example 05/9/1975.
store-birth-no-such-day = There is no such day. Type the day before the month, for example 05/9/1975, or the year only.
store-birth-implausible = The year of birth must be from { $first } to { $last }.
store-phone = This is not a telephone number. Type all its digits, for example 0912345678, or leave it empty.
store-time = “{ $text }” is not a time. Type hours and minutes, for example “7:30” or “13h30”.
store-times-reversed = The end { $ends } is not after the start { $starts }. Correct one of the two times.
store-date-form = This is not a date. Type it like “25/9/2020”, “9/2020” or “2020”.
store-date-year = A year has four digits. Type it like “2020”.
store-date-month = There is no such month. Type a month from 1 to 12.
store-date-day = That month has no such day. Check the day and the month.
store-date-order = The last day is before the first. Correct one of the two dates.
store-unknown-cluster = This cluster is no longer in the session. Choose another, or undo its deletion.
store-unknown-sitting = This sitting is no longer in the session. Choose another, or undo its deletion.
store-unknown-delegate = This delegate is no longer on the list. Choose another, or undo the removal.
store-unknown-person = This person is no longer in the registry. Choose another, or add a new person.
store-unknown-organisation = This organisation is no longer in the settings. Choose another.
store-no-recipe-name = A recipe needs a name. Type a short one, such as “welcome desk”.
store-recipe-name-taken = This paper has a recipe “{ $name }” already. Type another name.
store-unknown-recipe = This recipe is no longer there. Choose another.
store-already-listed = { $name } is on the list of this session already. Find the name in the list to edit it.
store-session-ended = The session has ended, so its letterhead and signatory no longer change. Reopen the session first.
store-list-fixed = The list is fixed, so its numbers no longer change. Open the list again, then divide.
store-nobody-listed = There are no delegates on the list yet. Import a list or add delegates first.
store-nobody-to-certify = Everyone on the list has a number already, or nobody is on it. Add delegates, then give numbers.
store-numbers-begun = The book of this year has begun; its next number is { $number }. The first number can be changed only before any is given.
store-no-clusters = There must be at least one cluster. Enter a number of clusters from 1.
store-no-days = It is not known on which days { $cluster } meets. Enter day and month of the cluster or of the session, then make the sittings.
store-too-many-days = { $cluster } would last more than { $most } days. Check the first and the last day.
store-too-few-seats = With each commune kept together, { $count } seats are lacking and no other way is better. Add a cluster, split the fullest one, or correct the capacity.
store-not-another-cluster = Only another cluster of this session can be merged. Choose another one.
store-organisation-in-use = { $name } issues the papers of { $count } sessions. Choose another organisation for those on their page Details first, then remove it.
store-no-sitting-day = A sitting needs a day. To take it away, press the ✕ beside it.
store-person-in-use = { $name } is on the list of { $count ->
    [1] one session
   *[other] { $count } sessions
    } and cannot be deleted. Take the name off those lists first; if it is one person entered twice, select both and press “Merge into one”.
store-same-person = This is one person, not two. Choose two different people to merge.
store-both-recorded = { $name } is recorded twice in the session “{ $title }”, and both have attendance marks or certificates, so they cannot be merged. Such records are never deleted; leave the two as they are.
store-no-position = There is no position yet. Enter its title, or press ✕ to take this line away.
store-picture-unknown = This file is not a PNG or JPEG picture, or it is damaged. Choose another one, or open it and save it as PNG.
store-picture-too-large = The picture is too large to be opened. Choose one below 20 MB and of at most 12,000 dots on a side.
store-gone = The file { $file } is no longer where it was: the stick is out, the network drive is off, or the file was moved or renamed. Put it back and try again.
store-line-changed = This line was just changed or removed elsewhere. Have a look, then enter it again.
store-has-marks = Attendance was marked in { $name }. It must not be lost, so this cannot be deleted.
store-kept-certificate = { $name } has certificate number { $detail } and cannot be taken out of the session.
store-kept-marks = Attendance of { $name } was marked; they cannot be taken out of the session.
store-kept-receipt = { $name } signed for money, documents or a certificate; they cannot be taken out of the session.
store-kept-sitting-marks = Attendance was marked at this sitting of { $name }; it cannot be removed.
store-kept-person = { $name } is a delegate of “{ $detail }”.
store-kept-newer = The data of this step were changed by a later one.
store-delegate-erased = The data of this delegate have been erased and cannot be edited any more. If they still attend, add a new delegate.
store-held-by-archive = “{ $title }” is held for the archives ({ $reason }), so nothing was erased. Take the hold off on the tab “Details” of the session if that reason no longer applies.
store-no-erasure-reason = Erasing personal data needs a reason. Write one, such as “Requested on 12/11/2026”.
store-reason-names = The reason is kept, so it must not name who is erased. Write it without the name.
store-erased-step = This step held personal data that were erased.

# Saving what can be read of a damaged file.
store-salvage-saved = Saved { $sessions } sessions, { $people } people, { $delegates } delegates, { $marks } attendance marks, { $certificates } certificates.
store-salvage-complete = Everything in the file could be read; not a row is lost.
store-salvage-lost = Lost: { $count } { $kind ->
        [person] people
        [delegate] delegates
        [attendance_mark] attendance marks
       *[certificate] certificates
    }; the place where they stood is damaged. Look into the latest backup and enter them again.
store-salvage-unread-pieces = { $count } pieces of the file could not be read; each may have held many rows.
store-salvage-unread-rows = { $count } rows could not be read, in pieces that otherwise could.
store-salvage-left-out = Left out: { $count } rows that could be read, but whose session or person is lost.
store-salvage-unplaced = Left out: { $count } rows that could be read, but nothing tells where they belong.
store-salvage-links = { $count } places that named a lost row are empty now.
store-salvage-texts = { $count } rows have damaged text: “�” stands for what could not be read. Correct them from the papers.
store-salvage-made-up = Made up anew: { $count } { $kind ->
        [session] sessions of unknown name
        [cluster] clusters of unknown name
        [sitting] half days, by the time of their marks
        [person] people, by the lists of delegates
        [delegate] delegates of unknown name
       *[certificate_book] certificate books of unknown name
    }. Look at them and correct them.
store-salvage-altered = { $count } { $kind ->
        [person] people
        [delegate] delegates
        [attendance_mark] attendance marks
       *[certificate] certificates
    } are not as they were written. “Check the file” in Settings names them: compare them with the papers.
store-salvage-no-undo = What was done before cannot be undone in the new file.
store-other-cluster = { $name } is not of { $cluster }. Move the delegate to { $cluster }, then mark them.
store-withdrawn = { $name } was taken off the list. Put the name back on the list, then mark them.
store-own-substitute = { $name } cannot stand in for themselves. Choose somebody else.
store-sitting-closed = This sitting is closed. Open it again to change it.
store-unknown-entry = This entry is not there any more. Open the screen again and try.
store-has-no-place = { $name } sits in for somebody and has no place of their own. Mark the row of whom they sit in for.
store-nobody-fulfils = Nobody without a certificate fulfils the rule yet. Look under Results why, or decide for somebody by hand.
store-no-decision-reason = A decision needs a reason. Write it down, then save again.
store-session-has-marks = Attendance was marked in { $name } and must not be lost, so this session cannot be deleted. Choose “Put away” on the tab “Details”: it leaves the list and the overview and can be taken out again.
store-session-has-certificates = The session “{ $title }” has { $count } numbers of certificates, so it cannot be deleted. Choose “Put away” on the tab “Details”: it leaves the list and the overview and can be taken out again.
store-session-has-scans = { $count } signed pages of this session are kept and must not be lost, so it cannot be deleted. Choose “Put away” on the tab “Details”: it leaves the list and the overview and can be taken out again.
store-kept-scans = Signed pages of the session “{ $name }” were kept since, so this cannot be undone.
