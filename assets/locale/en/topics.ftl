# What cannot be done with the library, curricula and programmes.

store-topics-no-title = A topic needs a title. Type one, such as “Công tác giám sát và phản biện xã hội”.
store-topics-too-long = { $minutes } minutes are longer than a working day. Type a number of minutes from 1 to { $most }, or leave it empty while it is not known.
store-topics-no-document = It is not known which document this is. Type its kind, its number or its title.
store-topics-no-curriculum-title = A curriculum needs a title. Type one, such as “Bồi dưỡng Trưởng ban CTMT 3 ngày”.
store-topics-no-item-title = An item of the programme needs words. Type them, such as “Giải lao”.
store-topics-under-itself = “{ $title }” cannot be put under itself or under one of its parts. Choose another topic to put it under, or take the part out first.
store-topics-too-deep = The tree of topics has { $most } levels at most. Put this topic at a higher level.
store-topics-cites-itself = A document cannot cite itself, not through other documents either. Choose another document.
store-topics-unknown-topic = This topic is no longer in the library. Choose another, or undo its deletion.
store-topics-unknown-document = This document is no longer in the library. Choose another, or undo its removal.
store-topics-unknown-curriculum = This curriculum is gone. Choose another, or undo its deletion.
store-topics-unknown-item = This item is no longer in the programme. Choose another, or undo its deletion.
store-topics-no-sittings = This session has no sitting to put topics into. Make its sittings on the tab “Programme” first.
# Names of steps on topics, curricula and programmes.

operation-topics-add = Add the topic “{ $title }”
operation-topics-edit = Edit the topic “{ $title }”
operation-topics-move = Move the topic “{ $title }”
operation-topics-delete = Delete the topic “{ $title }”
operation-topics-document-add = Cite { $document }
operation-topics-document-edit = Edit the document { $document }
operation-topics-document-remove = No longer cite { $document }
operation-topics-curriculum-add = Add the curriculum “{ $title }”
operation-topics-curriculum-edit = Edit the curriculum “{ $title }”
operation-topics-curriculum-delete = Delete the curriculum “{ $title }”
operation-topics-item-add = Add the item “{ $title }”
operation-topics-item-edit = Edit the item “{ $title }”
operation-topics-item-move = Move the item “{ $title }”
operation-topics-item-delete = Delete the item “{ $title }”
operation-topics-hours = Change the hours of a sitting of { $cluster }
operation-topics-copy = Copy the programme of a sitting to { $count ->
    [one] one other cluster
   *[other] { $count } other clusters
    }
operation-topics-schedule = Put { $count ->
    [one] one topic
   *[other] { $count } topics
    } into the programme of “{ $title }”
operation-topics-follow = Take the curriculum “{ $curriculum }” for “{ $title }”
# The library of topics, and curricula.

# The library in the window.
window-topics-parts-count = { $count ->
    [one] one part
   *[other] { $count } parts
    }
window-topics-unused = never used
window-topics-used = used { $count ->
    [one] once
   *[other] { $count } times
    }
window-topics-used-last = used { $count ->
    [one] once
   *[other] { $count } times
    }, last in { $year }
window-topics-nav = Topics
window-topics-count = { $topics } topics and parts · { $curricula } curricula
window-topics-add = Add a topic
window-topics-add-part = Add a part
window-topics-search = Find: giam sat 124
window-topics-none = The library is empty
window-topics-none-cure = Write a topic down once and use it in every session: its title, outline, length and the documents it rests on.
window-topics-nothing-cure = Try fewer letters. Diacritics are not needed.
window-topics-curriculum-empty = No topic in this curriculum yet
window-topics-curriculum-empty-cure = Choose topics in the box “Add a topic…” above.
window-topics-one-by-one = Select one topic to delete; its parts go with it.
window-topics-column-title = Topic
window-topics-column-minutes = Min.
window-topics-column-used = Used
window-topics-title = Title
window-topics-label = Introduced as
window-topics-label-hint = Một là
window-topics-outline = Outline
window-topics-outline-hint = One point a line
window-topics-documents = Documents it rests on
window-topics-no-documents = It cites no document yet.
window-topics-citing = cites:{" "}
window-topics-document-add = Cite a document
window-topics-document-known = One in the library…
window-topics-document-kind = Kind
window-topics-document-number = Number
window-topics-document-date = Issued on
window-topics-document-issuer = Issued by
window-topics-document-about = About
window-topics-document-cites = This document cites:
window-topics-document-remove = No longer cite it
window-topics-under = Part of
window-topics-top = No other topic
window-topics-in = In
window-topics-out = Out
window-topics-remove = Delete
window-topics-selected = { $count } topics selected
window-topics-into-session = Put { $count ->
    [one] the topic
   *[other] { $count } topics
    } into the programme of
window-topics-choose-session = Choose a session
window-topics-no-open-session = No session is being prepared to put it into.
window-topics-open = Open
window-topics-all = All topics
window-topics-curriculum-entry = Curriculum: { $title } ({ $count })
window-topics-new = New topic
window-topics-part-new = New part
window-topics-curriculum-new = New curriculum
window-topics-curriculum-add = New curriculum
window-topics-curriculum-title = Name of the curriculum
window-topics-curriculum-join = Add a topic…
window-topics-curriculum-into-session = Put it all into a session…
window-topics-curriculum-leave = Take out
window-topics-curriculum-remove = Delete
window-topics-curriculum-there = The curriculum holds these topics already.
window-topics-curriculum-followed = Followed by: { $sessions }
window-topics-curriculum-unfollowed = No session follows it yet.
window-topics-into-curriculum = Add to a curriculum
window-topics-choose-curriculum = Choose a curriculum
window-topics-times = { $count ->
    [one] once
   *[other] { $count } times
    }

# A curriculum as one file.
operation-topics-exchange = Import the curriculum “{ $title }” from a file
store-topics-file-unreadable = The file cannot be read. Check the stick and the permissions, then try again (for your support: { $reason }).
store-topics-file-large = The file, or a text in it, is longer than any curriculum ({ $most } MB at most). See whether it is the right file.
store-topics-file-not-ours = This is not a curriculum of Tập huấn. Choose a .json file made by “Export…” on the page Topics.
store-topics-file-new = The file was made by a newer version of Tập huấn (form { $version }, this one reads up to { $known }). Update the program, then import again.
store-topics-file-damaged = The curriculum file is damaged or incomplete. Ask the sender for it again (for your support: { $detail }).
store-topics-file-many = The file holds too many topics or documents ({ $most } at most). See whether it is the right file.
store-topics-file-identity = In the curriculum file, the identity “{ $uid }” stands twice, is wrong or is missing. Ask the sender for the file again.
window-topics-import = Import from a file…
window-topics-export = Export…
window-topics-files = Curriculum (.json)
window-topics-exported = The curriculum was written to { $file }
window-topics-imported = Imported: { $added } new topics, { $known } known.

# A programme taken from another session.
operation-topics-take-over = Take the programme of “{ $title }”
store-topics-nothing-fits = There is nothing to copy: the other session has no programme for such sittings (same day in order, same half), or the sittings here are planned already. Choose another session, or make more sittings.
