# Names of steps, shown by “Undo” and in the history.

operation-sample = Make the sample sessions
operation-import = Import { $count } delegates from { $file }
operation-import-several = Import { $count } delegates from { $files } files

operation-session-add = Add the session “{ $title }”
operation-session-edit = Edit { $field ->
    [title] the title
    [title_in_text] the title in texts
    [kind] the kind
    [form] the form
    [state] the state
    [dates] the dates
    [time_note] the hours
    [venue] the venue
    [area] the area
    [context] the background
    [purpose] the purpose
    [reason] the reason
    [slogan] the slogan
    [discussion] the discussion
    [difficulties] the difficulties
    [closing] the closing
    [outcome] the outcome
    [plan_number] the plan number
    [decision_number] the decision number
    [excused_word] the word for absence with leave
    [absent_word] the word for absence without leave
    [list_order] the order of the list
   *[other] the details
    } of “{ $title }”
operation-session-organisers = Edit the organisers of “{ $title }”
operation-session-audience = Edit who is called to “{ $title }”
operation-session-guests = Edit the guests of “{ $title }”
operation-session-begin = Begin the session “{ $title }”
operation-session-end = End the session “{ $title }”
operation-session-reopen = Reopen the session “{ $title }”
operation-session-copy = Make a new session from “{ $title }”
operation-session-delete = Delete the session “{ $title }”
operation-session-organisation = Choose the organisation { $name } for “{ $title }”
operation-samples-remove = Remove the sample sessions

operation-cluster-add = Add { $name }
operation-cluster-edit = Edit { $field ->
    [name] the name
    [venue] the venue
    [capacity] the capacity
    [dates] the dates
    [serves] the units
    [lead] the person in charge
    [expected] the expected number
    [actual] the actual number
   *[other] the details
    } of { $name }
operation-cluster-delete = Delete { $name }
operation-cluster-order = Reorder the clusters
operation-sitting-add = Add a sitting to { $cluster }
operation-sitting-edit = Edit a sitting of { $cluster }
operation-sitting-delete = Delete a sitting of { $cluster }
operation-sittings-make = Make sittings from the dates

operation-delegate-add = { $count ->
    [1] Add the delegate { $name }
   *[other] Add { $count } delegates
    }
operation-delegate-edit = Edit { $field ->
    [full_name] the name
    [gender] the sex
    [birth] the birth year
    [position] the position
    [unit] the unit
    [phone] the phone
    [note] the note
   *[other] the details
    } of delegate { $name }
operation-delegates-edit = Edit { $field ->
    [position] the position
    [unit] the unit
   *[other] the details
    } of { $count ->
    [1] delegate { $name }
   *[other] { $count } delegates
    }
operation-delegate-remove = { $count ->
    [1] Take { $name } off the list
   *[other] Take { $count } delegates off the list
    }
operation-delegate-put-back = { $count ->
    [1] Put { $name } back on the list
   *[other] Put { $count } delegates back on the list
    }
operation-delegate-move = { $count ->
    [1] Move { $name } to { $cluster }
   *[other] Move { $count } delegates to { $cluster }
    }
operation-delegate-move-out = { $count ->
    [1] Take { $name } out of the cluster
   *[other] Take { $count } delegates out of their clusters
    }
operation-division = Divide { $count } delegates into { $clusters } clusters
operation-list-fix = Fix the list of “{ $title }”
operation-list-open = Open the list of “{ $title }” again

operation-person-edit = Edit { $field ->
    [full_name] the name
    [gender] the sex
    [birth] the birth year
    [position] the position
    [unit] the unit
    [phone] the phone
    [note] the note
   *[other] the details
    } of { $name } in the registry

operation-person-sort = Set the sort name of { $name }
operation-organisation-add = Add the organisation { $name }
operation-organisation-edit = Edit the organisation { $name }
operation-certificate-form = Edit the certificates of “{ $title }”
operation-certificates-anew = { $count } certificates not printed yet made out anew
operation-certificate-template = Certificate form “{ $name }” taken in
operation-certificate-template-remove = Certificate form “{ $name }” removed
operation-certificates-issue = Number the certificates of “{ $title }”
operation-print = Print papers of “{ $title }”
operation-setting = Change a setting
operation-cluster-split = Split { $name } in two
operation-cluster-merge = Merge { $name } into { $into }
operation-cluster-balance = Move { $count } delegates to clusters with seats left
operation-session-template = Create “{ $title }” from a template
operation-organisation-remove = Remove the organisation { $name }
operation-recipe-save = Save the recipe “{ $name }”
operation-recipe-over = Change the recipe “{ $name }”
operation-recipe-rename = Rename the recipe “{ $from }” to “{ $name }”
operation-recipe-remove = Delete the recipe “{ $name }”
operation-paper-words = Fill in { $field ->
    [number] the number
    [issued] the day of signing
    [recipients] the recipients
    [note] what else to say
    [remark] the line under the title
    [left_out] the sittings to sign for
    [documents] the documents
    [rate] the rate
    [rates] the rate of a person
    [prices] the price
    [quantities] the quantity
    [handed_out] how many sheets were handed out
    [returned] how many sheets came back
    [counts] the counts of the answers
    [remarks] the remarks on the sheets
    [sheets] the number of sheets
    [also] what else is in the file
    [first] the first label
    [source] the source of the money
    [grounds] the grounds
    [chair] the chair
    [secretary] the secretary
   *[other] the details
    } in a paper of the session “{ $title }”
operation-organisation-order = Put the organisations in order
operation-person-add = Add { $name } to the people
operation-person-remove = { $count ->
    [1] Delete { $name } from the people
   *[other] Delete { $count } people
    }
operation-person-merge = Merge two people into { $name }
operation-person-positions = Edit the positions of { $name }
operation-people-edit = { $count ->
    [1] Edit { $name }
   *[other] Edit { $count } people
    }
operation-certificates-printed = Certificates of “{ $title }” printed
operation-person-sensitive = Edit sensitive data of { $name }
operation-retention = Change how long the personal data of “{ $title }” are kept
operation-erase-person = Erased the personal data of one person
operation-erase-register = Erased a name in the register of certificates
operation-erase-session = Erased the personal data of “{ $title }”

operation-accept-altered = Accept what another program wrote
operation-mend-text = Replace broken letters by “�”
# Files of before say no sitting.
operation-sitting-closed = Close the attendance of { $half ->
    [morning] { $cluster }, { $day } in the morning
    [afternoon] { $cluster }, { $day } in the afternoon
    [evening] { $cluster }, { $day } in the evening
   *[other] a sitting
}
operation-sitting-opened = Open the attendance of { $half ->
    [morning] { $cluster }, { $day } in the morning, again
    [afternoon] { $cluster }, { $day } in the afternoon, again
    [evening] { $cluster }, { $day } in the evening, again
   *[other] a sitting again
}: { $reason }
operation-marks = Attendance of { $half ->
    [morning] { $cluster }, { $day } in the morning
    [afternoon] { $cluster }, { $day } in the afternoon
    [evening] { $cluster }, { $day } in the evening
   *[other] a sitting
}
operation-marks-retracted = Attendance taken back of { $half ->
    [morning] { $cluster }, { $day } in the morning
    [afternoon] { $cluster }, { $day } in the afternoon
    [evening] { $cluster }, { $day } in the evening
   *[other] a sitting
}
operation-arrival = Add { $name }, who came and was on no list
operation-substitute = Add { $name }, sent for { $place }
operation-substitutes = { $count ->
    [one] Add somebody who was sent for another
   *[other] Add { $count } who were sent for others
}
operation-arrivals = Add { $count } who came and were on no list
operation-notice = Notice of { $name }
operation-notice-forgotten = Forget the notice of { $name }
operation-completion-rule = Change the rule for certificates of “{ $title }”
operation-completion-decision = Decide the result of { $name }
operation-essay = Enter the essay of { $name }
operation-essays = Enter the essays of { $count } people
operation-turnout = Numbers of a sitting
operation-given = Presenting of { $title }
operation-session-put-away = Put away the session “{ $title }”
operation-session-take-out = Take out the session “{ $title }”
operation-scans-add = Keep { $count } signed pages of the session “{ $title }”
operation-scans-page = Page code of a signed page
operation-scans-remove = Take out a signed page
operation-exchange-opened = Open the attendance package of { $cluster } of “{ $title }” on this computer
operation-exchange-received = Take in the attendance of { $cluster } of “{ $title }”: { $count } new marks, { $people } new people
operation-own-add = Add the column “{ $label }”
operation-own-rename = Rename the column “{ $label }” to “{ $becomes }”
operation-own-order = Reorder the own columns
operation-own-remove = Remove the column “{ $label }”
operation-own-value = Fill “{ $label }” of { $name }
operation-own-values = Fill “{ $label }” of { $count } people
operation-own-groups = Divide { $count } delegates into { $groups } discussion groups
