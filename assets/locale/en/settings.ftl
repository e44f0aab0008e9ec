# Settings.
window-settings-above = This computer and the data file
window-settings-window = The window
window-settings-language = Language
window-settings-language-hint = Papers are always printed in Vietnamese.
window-settings-text-size = Text size
window-settings-text-size-room = This monitor has no room for text of { $chosen }%, so it is shown at { $shown }%. On a larger monitor it will be { $chosen }%.
window-settings-file = The data file
window-settings-file-hint = Every change is saved to this file at once.
window-settings-samples = Sample data
window-settings-samples-hint = Removes the five sample sessions and the people only they have. Can be undone.
window-remove-samples = Remove the samples

# The organisation, its letterhead and signatories.
window-office-card = Organisation
window-office-add = Add an organisation
window-office-choose = Organisation on show
window-office-create = Add
window-office-new-name = Name of the new organisation
window-office-new-hint = The full name. Letterhead, place and signatories come after.
window-office-none = No organisation yet
window-office-none-cure = Its name, letterhead and signatories print on every paper; filled in once.
window-office-name = Full name
window-office-name-example = Ủy ban MTTQ Việt Nam huyện Phú Ninh
window-office-short = Short name in this window
window-office-place = Place
window-office-place-hint = Stands before the date on papers.
window-office-logo = Logo
window-office-logo-choose = Choose a picture…
window-office-logo-other = Choose another picture…
window-office-logo-remove = Remove the logo
window-office-logo-files = PNG and JPEG pictures
window-office-logo-hint = Printed on certificates, in the place of the lotus, and on badges. A PNG or JPEG picture.
window-office-letterhead = Letterhead
window-office-capitals = Put in capitals
window-office-profile = On the right
window-office-profile-state = National heading (State, Front)
window-office-profile-party = Heading of the Party
window-office-superior = Superior body
window-office-issuer = Issuing body
window-office-one-more = One more line, if any
window-office-lines-hint = One line a field; empty ones do not print. Sessions that have ended keep their letterhead.
window-office-sheet = On paper
window-office-signatories = Signatories
window-office-signatories-none = No signatory yet: lists print “XÁC NHẬN” and leave the place to sign empty.
window-office-signatories-hint = The first one in office on this list signs the papers.
window-office-signatory-add = Add a signatory
window-office-signatory-removed = One signatory removed.
window-office-signer-unnamed = No name yet
window-office-signs = Signs
window-office-left = Left office { $date }
window-office-authority = Authority (TM., TL., TUQ.)
window-office-authority-more = Next line (KT.)
window-office-title = Title
window-office-signer = Full name
window-office-from = In office from
window-office-until = Until
window-office-until-hint = Empty while in office.
window-office-signature = Picture of the signature
window-office-signature-remove = Remove the picture of the signature
window-office-signature-used = Printed on { $count } certificates, last { $at }.
window-office-signature-hint = Printed on certificates only when “Print the picture of the signature” is chosen under Print. The picture does not travel with forms or data packages.
window-office-up = Up
window-office-down = Down
window-office-remove = Remove
window-office-backup = Back up…
window-office-backup-title = Save a copy of the data file
window-office-backed-up = Backed up to { $file }
window-office-backup-itself = The copy cannot replace the file that is open. Choose another name or another folder, best on a USB stick.
window-office-check = Check the file
window-office-checking = Reading the whole file…
window-office-sound = The file is sound: all of it was read and nothing is damaged.
window-check-damage = The file is damaged. Open “See the backups…” and restore the last good one (for your support: { $detail }).
window-check-dangling = { $count ->
    [one] One row points to nothing ({ $detail }). The rest can be used; please send the file to who supports you.
   *[other] { $count } rows point to nothing ({ $detail }). The rest can be used; please send the file to who supports you.
}
window-check-bad-text = There is text that cannot be read, written by another program: { $where }.
window-check-mend = Replace it by “�”
window-check-mended = { $count } broken texts now show “�”. Please look for this sign and type what belongs there.
window-check-elsewhere = Another program changed { $count } rows: { $names }. If the office did so, accept it; if not, compare with the last backup.
window-check-accept = Accept these changes
window-check-accepted = What another program wrote is accepted.
window-check-spoiled = { $count } rows are not as they were written, perhaps because of the disk: { $names }. Compare with the last backup, then correct them or restore it.
window-check-somebody = row { $row } ({ $kind })
window-check-one = { $name } ({ $kind })
window-check-kind = { $table ->
    [person] person
    [delegate] delegate
    [attendance_mark] attendance
    [certificate] certificate
    [session] session
    [unit] unit
    [topic] topic
    [organisation] organisation
    [operation] history
    [row_change] history
   *[other] part { $table }
}
settings-computer = Name of this computer
settings-computer-hint = Kept with what is marked on this computer, to know where it was done when halls are put together.
settings-computer-example = For example: Computer of hall 1
settings-computer-long = The name is longer than { $most } letters. Make it shorter.

settings-office = Organisations
settings-window = Window
settings-file = File and backups
settings-personal = Personal data

settings-about = About
about-version = Version
about-system = System
about-data-file = Data file
about-log = Log of errors
about-window = Window
about-copy = Copy what helps whoever is asked
about-copy-hint = Press the button below and paste into a message. It has the version, where the files are and what went wrong lately, and no list.
about-copied = Copied. Paste it into a message with Ctrl V.
about-open-log = Open the folder of the log
about-licences = Licences
about-licences-hint = The program is made of these libraries, typefaces and icons. Press a line to read their licence.
about-no-log = Nothing went wrong on this computer yet, so there is no folder of the log.
