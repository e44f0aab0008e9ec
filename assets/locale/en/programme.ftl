# The programme of a session.

window-programme-twice-at = { $presenter } also presents in { $cluster } at { $time } that day. Change a time or the presenter.
window-programme-twice = { $presenter } also presents in { $cluster } in the same half-day. Enter the hours to see whether they meet, or change the presenter.
window-programme-overfull = The items last until { $ends }, { $over } minutes past the end. Shorten an item or end later.
window-programme-overfull-far = The items are { $over } minutes longer than the sitting. Shorten them or move some to another sitting.
window-programme-no-break = By the end of this item people have sat for { $minutes } minutes. A break is due after { $most } (custom, not a rule of law): many delegates are old.
window-programme-not-scheduled = Not scheduled: { $title }
