# Names of steps, shown by “Undo” and in the history.

operation-sample = Make the sample sessions
operation-import = Import { $count } delegates from { $file }
