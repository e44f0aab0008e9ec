# The programme of a session.

window-programme-twice-at = { $presenter } also presents in { $cluster } at { $time } that day. Change a time or the presenter.
window-programme-twice = { $presenter } also presents in { $cluster } in the same half-day. Enter the hours to see whether they meet, or change the presenter.
window-programme-overfull = The items last until { $ends }, { $over } minutes past the end. Shorten an item or end later.
window-programme-overfull-far = The items are { $over } minutes longer than the sitting. Shorten them or move some to another sitting.
window-programme-no-break = By the end of this item people have sat for { $minutes } minutes. A break is due after { $most } (custom, not a rule of law): many delegates are old.
window-programme-not-scheduled = Not scheduled: { $title }

window-programme-tab = Programme
window-programme-copy = Copy to other clusters
window-programme-add = Add an item
window-programme-add-first = Add the first item
window-programme-sitting = Sitting
window-programme-to-info = To the tab Details
window-programme-no-cluster = No cluster yet
window-programme-no-cluster-cure = A session held in one place is one cluster, too. Add it, make its sittings, then plan what happens in each.
window-programme-no-sittings = No sitting yet
window-programme-no-sittings-cure = Make the sittings of all clusters from the dates; those that are there stay.
window-programme-no-days-cure = Enter the dates of the session or of each cluster on the tab Details; then one press makes the sittings.
window-programme-reception = Reception
window-programme-opening = Opening
window-programme-topic = Topic
window-programme-break = Break
window-programme-discussion = Discussion
window-programme-closing = Closing
window-programme-other = Other
window-programme-from = From
window-programme-to = to
window-programme-planned = { $planned }′ planned
window-programme-left = { $planned }′ planned · { $left }′ left
window-programme-no-counterpart = No such sitting: { $clusters }.
window-programme-empty = Nothing here yet. Press one of the items below, or choose a topic in the library on the right.
window-programme-schedule = Put the missing topics into every cluster
window-programme-kind = Kind
window-programme-title = What happens
window-programme-minutes = Minutes
window-programme-minutes-refused = Type a number of minutes from 1 to { $most }.
window-programme-no-time = Time not known
window-programme-presenters = Presenters
window-programme-presenter-hint = A name, a role or a body
window-programme-presenter-add = Add a presenter
window-programme-presenter-leave = Remove
window-programme-titles-hint = Titles, with ; between them
window-programme-person = Person
window-programme-role = Role
window-programme-collective = Body
window-programme-in-sitting = In the sitting
window-programme-remove = Delete the item
window-programme-keys = Alt ↑ ↓ reorders · Delete deletes · Esc closes.
window-programme-library = Library of topics
window-programme-no-topics = The library is empty. Add topics on the page Topics, or type straight into the programme.
window-programme-more-topics = { $count } more topics; type to find them.
window-programme-missing = Not scheduled

# A session like this one: what comes along.
window-programme-items-count = { $count ->
    [one] one item
   *[other] { $count } items
    }
window-programme-topics-count = { $count ->
    [one] one topic
   *[other] { $count } topics
    }
window-programme-copy-dates = Dates: { $old } → { $new }
window-programme-copy-coming = Comes along: { $what }.
window-programme-copy-sittings-out = { $count ->
    [one] One sitting stays
   *[other] { $count } sittings stay
    } behind: their new days are not known. Enter the first day with month and year.
window-programme-copy-gone = { $count ->
    [one] One person is
   *[other] { $count } people are
    } no longer in post and left out: { $names }.
window-programme-copy-changed = { $count ->
    [one] One person is
   *[other] { $count } people are
    } listed as the registry has them now: { $names }.
window-programme-from-another = Copy another session into empty sittings…
window-programme-given-open = Not said yet whether given
window-programme-given = Given
window-programme-given-replaced = Somebody else stood in
window-programme-given-not = Not given
window-programme-given-by = Name of who stood in
window-programme-told-given = given
window-programme-told-not = not given
window-programme-told-by = { $name } stood in
