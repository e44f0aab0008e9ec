# Errors of the data file: the thing, the reason, the cure.

store-missing = There is no file { $file }. Check the path; to make a new data file with the sample sessions, use “sample”.
store-exists = The file { $file } exists already, so no new file was made over it. Choose another name.
store-locked = The file { $file } is open for writing in another window or command. Close that one and try again; viewing and printing still work meanwhile.
store-busy = Another program is holding the data file. Close that program and try again; nothing was changed.
store-too-new = The file { $file } was made by a newer version of Tập huấn (schema { $found }, this program knows { $known }). Update the program and open it again; the file is untouched.
store-too-old = The file { $file } belongs to an older version and must be upgraded. Open it once with a command that writes; the program makes a copy before it upgrades.
store-not-ours = The file { $file } is not a data file of Tập huấn. Choose a .taphuan file made by this program; the file is untouched.
store-corrupt = The data file is damaged ({ $detail }). Do not write to it any more; bring back the latest backup with “restore”.
store-read-only = Writing is not possible: the data file or its folder is read-only. Remove the read-only attribute, or copy the file to another folder and open the copy.
store-disk-full = The disk is full, so nothing was written. Delete files you do not need and try again; the old data are untouched.
store-io = { $file } could not be read or written ({ $reason }). Check the disk, the permissions and the path, then try again.
store-no-session = There is no session { $id } in this file. See the numbers of the sessions with “sessions”.
store-no-cluster = This session has no cluster { $number }. See the cluster numbers with “delegates”, or leave out “--cluster” for the whole session.
store-conflict = This step no longer fits the present data and was not done. The data are untouched; please repeat the work by hand.
store-stopped = The data file was closed while work was waiting. Open the program again.
store-internal = The program made a mistake ({ $detail }). The data are untouched; open the program again, and send this line to your support if it happens again.
