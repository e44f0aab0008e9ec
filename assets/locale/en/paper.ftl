# paper

## Names of the papers
paper-sign-in-sheet = Sign-in sheet
paper-delegate-list = Delegate list
paper-certificates = Certificates

## What to look at before printing
paper-missing-character = The print font lacks the character “{ $character }” ({ $code }) in the details of { $name } (“{ $text }”), so a replacement sign is printed. Type that text again in the delegate list, in Unicode Vietnamese.
paper-missing-character-head = The print font lacks the character “{ $character }” ({ $code }) in “{ $text }”, so a replacement sign is printed. Type that text again in the session details or the letterhead, in Unicode Vietnamese.
paper-name-wrapped = The name “{ $name }” is too long for one line of the certificate, so it is printed on several lines in small type. Look at that page before printing, and correct the name if too much was typed.
paper-unknown-placeholder = The certificate text has a placeholder “{ $placeholder }” the program does not know, so it is printed as it stands. Correct the text, using one of: Họ và tên, Chức vụ, Đơn vị, Năm sinh, Lớp, Thời gian, Ông/Bà.
paper-empty-field = { $people ->
        [one] One person has
       *[other] { $people } people have
    } no “{ $field }” to print on the certificate, the first being { $first }; the place is closed up. Fill it in in the delegate list if it is wanted.
paper-no-number = { $people ->
        [one] One person has
       *[other] { $people } people have
    } no certificate number yet, the first being { $first }; a dotted line is printed for it. Issue the numbers before printing, or write them by hand.
paper-sex-unknown = The sex of { $people ->
        [one] one delegate
       *[other] { $people } delegates
    } is not known, the first being { $first }; their year of birth stands between the columns Nam and Nữ. Fill in the sex in the delegate list.

## Why it could not be made
paper-no-such-cluster = This session has no such cluster. Choose one of its clusters, or print all of them.
paper-nobody-to-certify = There is no delegate to print a certificate for. Import the delegate list, or choose another cluster.
paper-no-such-page = The paper has no page { $page }. Open the preview again.
paper-font-damaged = The font { $font } of the program cannot be read. Install the program again.
paper-not-in-this-form = This paper can only be made as a PDF. Choose a file name that ends in “.pdf”.
paper-not-written = The file could not be made ({ $reason }). Try again; if it still fails, install the program again.
