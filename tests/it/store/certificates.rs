//! Certificates and their register: what is kept, what is refused, and what becomes of a number.

use crate::support::store::{person, small_session, step};
use taphuan::domain::attendance::receipt::{NewReceipt, NewReceipts, SignedFor};
use taphuan::domain::attendance::{MadeOn, Way};
use taphuan::domain::certificate::book::Closing;
use taphuan::domain::certificate::came_out::CameOut;
use taphuan::domain::certificate::copy::PrintedCopy;
use taphuan::domain::certificate::correction::Correction;
use taphuan::domain::certificate::entitled::{Discrepancy, discrepancies};
use taphuan::domain::certificate::mistake::CertificateMistake;
use taphuan::domain::certificate::old_register::{OldLine, OldRegister};
use taphuan::domain::certificate::picture::CertificatePicture;
use taphuan::domain::certificate::register::{Reached, RegisterLine, RegisterQuery, find};
use taphuan::domain::certificate::reissue::{Loss, Reissue};
use taphuan::domain::certificate::state::{CertificateState, HandOut, Happened};
use taphuan::domain::certificate::stock::{StockEntry, StockKind, left};
use taphuan::domain::certificate::verify::Verdict;
use taphuan::domain::certificate_template::adding;
use taphuan::domain::certificate_template::built_in::BuiltIn;
use taphuan::domain::certificate_template::change::Change;
use taphuan::domain::certificate_template::file::TemplateFile;
use taphuan::domain::certificate_template::known::TemplateTakenIn;
use taphuan::domain::certificate_template::{CertificateTemplate, Content, Page, PictureKey};
use taphuan::domain::delegate::NewDelegate;
use taphuan::domain::id::SessionId;
use taphuan::domain::mistake::Mistake;
use taphuan::export::print_run;
use taphuan::paper::{Options, PaperKind};
use taphuan::store::{Store, StoreError};

const SESSION: SessionId = SessionId(1);

/// A session whose three delegates have numbers.
struct Office {
    store: Store,
    _folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("folder");
        let store = Store::create(&folder.path().join("a.taphuan")).expect("create");
        store.plant(step("plant"), vec![small_session()]).wait().expect("planted");
        Self { store, _folder: folder }
    }

    fn lines(&self) -> Vec<RegisterLine> {
        self.store.register(RegisterQuery::default()).wait().expect("register")
    }

    fn line(&self, number: &str) -> RegisterLine {
        find(&self.lines(), number).expect("one of that number").clone()
    }

    fn state(&self, number: &str) -> &'static str {
        self.line(number).state.code()
    }
}

fn refusal<T: std::fmt::Debug>(done: Result<T, StoreError>) -> CertificateMistake {
    match done {
        Err(StoreError::Refused(Mistake::Certificate(mistake))) => mistake,
        other => panic!("{other:?}"),
    }
}

fn correction(name: &'static str) -> impl FnOnce(&RegisterLine) -> Correction + Send + 'static {
    move |line| Correction {
        copy: PrintedCopy { name: name.into(), ..line.copy.clone() },
        reason: "Gõ nhầm tên".into(),
        spoiled: 1,
    }
}

#[test]
fn a_name_that_is_corrected_in_the_list_does_not_rewrite_the_register() {
    let office = Office::new();
    let printed = office.line("1");
    assert!(!printed.copy.name.is_empty() && printed.code.is_some());
    let delegate = printed.delegate.expect("of the list");
    office
        .store
        .edit_delegate(delegate, "full_name", |details| details.full_name = "Tên Khác".into())
        .wait()
        .expect("renamed");
    assert_eq!(office.line("1").copy.name, printed.copy.name);
    let found = discrepancies(&office.store.dossier(SESSION).wait().expect("the session"));
    assert_eq!(found, [Discrepancy::Differs { delegate, certificate: printed.id }]);
    office.store.correct_certificate_to_list(printed.id, "Gõ nhầm tên".into(), 1).wait().expect("corrected");
    let corrected = office.line("1");
    assert_eq!((corrected.copy.name.as_str(), corrected.printed_number.as_str()), ("Tên Khác", "01/CN-MTTQ"));
    let history = office.store.certificate_history(printed.id).wait().expect("history");
    let spoiled = history.iter().any(|event| matches!(event.happened, Happened::Spoiled { sheets: 1, .. }));
    assert!(spoiled, "{history:?}");
    // Looked for without marks and capitals, by the name it has now.
    let query = RegisterQuery { text: "ten KHAC tam dai".into(), ..RegisterQuery::default() };
    assert_eq!(office.store.register(query).wait().expect("found").len(), 1);
}

#[test]
fn what_was_handed_out_is_withdrawn_and_issued_again_and_never_corrected() {
    let office = Office::new();
    let first = office.line("1");
    let store = &office.store;
    assert_eq!(
        refusal(store.withdraw_certificate(first.id, "thử".into()).wait()),
        CertificateMistake::NotHandedOut("01/CN-MTTQ".into())
    );
    let how = HandOut { date: "2020-10-10".parse().ok(), receiver: Some("Lê Văn Nhận".into()) };
    assert_eq!(store.hand_out_certificates(vec![first.id], how.clone()).wait().expect("out"), 1);
    assert_eq!(store.hand_out_certificates(vec![first.id], how.clone()).wait().expect("out"), 0);
    assert_eq!(office.line("1").state, CertificateState::HandedOut(how));
    let out = CertificateMistake::HandedOut("01/CN-MTTQ".into());
    assert_eq!(refusal(store.correct_certificate(first.id, correction("Ai")).wait()), out);
    assert_eq!(refusal(store.void_certificate(first.id, "thử".into()).wait()), out);

    let lost = Reissue::Applied { loss: Loss::Lost, application: "2020-11-02".parse().ok(), reason: None };
    let new = store.reissue_certificate(first.id, lost).wait().expect("again");
    let again = office.lines().into_iter().find(|line| line.id == new).expect("the new one");
    assert_eq!((again.printed_number.as_str(), again.reissue_of), ("04/CN-MTTQ", Some(first.id)));
    assert_eq!(again.copy, first.copy);
    let ended = office.line("1");
    assert_eq!((ended.state.code(), ended.reissued_as.as_deref()), ("withdrawn", Some("04/CN-MTTQ")));
    let verdict = store.verify_certificate(first.code.expect("a code")).wait().expect("verified");
    assert!(
        matches!(&verdict, Verdict::Ended { reissued_as: Some(new), .. } if new == "04/CN-MTTQ"),
        "{verdict:?}"
    );
    assert!(matches!(
        store.verify_certificate(again.code.expect("a code")).wait().expect("verified"),
        Verdict::Valid(_)
    ));
    assert_eq!(
        refusal(store.void_certificate(first.id, "thử".into()).wait()),
        CertificateMistake::NotValid("01/CN-MTTQ".into())
    );
}

#[test]
fn a_book_may_keep_the_number_of_what_is_issued_again() {
    let office = Office::new();
    let book = office.store.certificate_books().wait().expect("books").remove(0);
    assert_eq!((book.series.as_str(), book.year), ("CN-MTTQ", Some(2020)));
    office.store.keep_numbers_on_reissue(book.id, true).wait().expect("set");
    let old = office.line("2");
    let how = Reissue::OfficeError { reason: "In sai đơn vị".into() };
    let new = office.store.reissue_certificate(old.id, how).wait().expect("again");
    // The number means the last of its editions.
    let line = office.line("2");
    assert_eq!((line.id, line.edition, line.printed_number.as_str()), (new, 1, "02/CN-MTTQ"));
    assert_ne!(line.code, old.code);
    office.store.undo().wait().expect("undone");
    assert_eq!((office.line("2").id, office.state("2")), (old.id, "numbered"));
}

#[test]
fn a_void_number_says_why_and_is_used_for_nobody_else() {
    let office = Office::new();
    let third = office.line("03/CN-MTTQ");
    assert_eq!(
        refusal(office.store.void_certificate(third.id, "  ".into()).wait()),
        CertificateMistake::NoReason
    );
    office.store.void_certificate(third.id, "Cấp nhầm".into()).wait().expect("void");
    let verdict = office.store.verify_certificate(third.code.expect("a code")).wait().expect("verified");
    let Verdict::Ended { ending, reissued_as: None, .. } = verdict else { panic!("{verdict:?}") };
    assert_eq!(ending.reason.as_deref(), Some("Cấp nhầm"));
    assert_eq!(office.store.issue_certificates(SESSION).wait().expect("again"), 1);
    assert_eq!(office.line("4").delegate, third.delegate);
    office.store.undo().wait().expect("undone");
    office.store.undo().wait().expect("undone");
    assert_eq!(office.state("3"), "numbered");
}

#[test]
fn a_closed_book_gives_no_numbers_and_what_it_gave_goes_on() {
    let office = Office::new();
    let book = office.store.certificate_books().wait().expect("books").remove(0);
    let closing =
        Closing { on: "2020-12-31".parse().ok(), by: Some("Lê Thị Sổ".into()), pages: Some(12) };
    office.store.close_certificate_book(book.id, closing.clone()).wait().expect("closed");
    let closed = office.store.certificate_books().wait().expect("books").remove(0).closed.expect("closed");
    assert_eq!(closed.closing, closing);
    let late = vec![NewDelegate::Unknown(person("An Văn Đến", 1970, "Xã Tam Dân"))];
    office.store.add_delegates(SESSION, None, late).wait().expect("added");
    let refused = refusal(office.store.issue_certificates(SESSION).wait());
    assert_eq!(refused, CertificateMistake::BookClosed("Sổ năm 2020".into()));
    office.store.void_certificate(office.line("1").id, "thử".into()).wait().expect("void");
}

#[test]
fn who_signed_the_register_has_the_paper() {
    let office = Office::new();
    let line = office.line("1");
    let delegate = line.delegate.expect("a delegate");
    let entry = |received, receiver: Option<&str>| NewReceipts {
        session: SESSION,
        signed_for: SignedFor::Certificate,
        way: Way::Page,
        page: None,
        made_on: MadeOn::default(),
        receipts: vec![NewReceipt { delegate, received, receiver: receiver.map(str::to_owned) }],
    };
    let enter = |entry| office.store.receive(entry).wait().expect("entered").entry.expect("new");
    let first = enter(entry(true, Some("Trần Thị B")));
    let how = HandOut { date: None, receiver: Some("Trần Thị B".into()) };
    assert_eq!(office.line("1").state, CertificateState::HandedOut(how));
    office.store.retract_entry(first, MadeOn::default()).wait().expect("taken back");
    assert_eq!(office.state("1"), "numbered");
    enter(entry(true, None));
    assert_eq!(office.state("1"), "handed_out");
    enter(entry(false, None));
    assert_eq!(office.state("1"), "numbered");
}

#[test]
fn an_old_register_is_taken_in_once_and_its_numbers_are_given_to_nobody() {
    let office = Office::new();
    let old = |number: &str, name: &str| OldLine {
        row: 2,
        printed_number: number.into(),
        copy: PrintedCopy { name: name.into(), ..PrintedCopy::default() },
        date: "2018-05-12".parse().ok(),
    };
    let register = OldRegister {
        source: "so-2018.xlsx".into(),
        year: Some(2018),
        title: "Sổ cấp năm 2018".into(),
        lines: vec![
            old("09/CN-MTTQ", "Lê Cũ"),
            old("10/CN-MTTQ", "Trần Cũ"),
            old("10/CN-MTTQ", "Trần Trùng"),
        ],
        ..OldRegister::default()
    };
    let taken = office.store.take_in_old_register(register.clone()).wait().expect("taken in");
    assert_eq!((taken.added, taken.already, taken.twice), (3, 0, 1));
    let again = office.store.take_in_old_register(register).wait().expect("again");
    assert_eq!((again.added, again.already), (0, 3));
    let query = RegisterQuery { year: Some(2018), text: "cu".into(), ..RegisterQuery::default() };
    let lines = office.store.register(query).wait().expect("register");
    assert_eq!(lines.len(), 2);
    assert_eq!(
        (lines[0].source.as_deref(), lines[0].session, lines[0].code),
        (Some("so-2018.xlsx"), None, None)
    );
    assert_eq!(lines[0].series, "CN-MTTQ");
    // "9" is of the old book alone, "1" of ours alone, and ours goes on where it was.
    assert_eq!(office.line("9").copy.name, "Lê Cũ");
    let how = Reissue::OfficeError { reason: "thử".into() };
    let refused = refusal(office.store.reissue_certificate(lines[0].id, how).wait());
    assert_eq!(refused, CertificateMistake::OfOldRegister("09/CN-MTTQ".into()));
    let late = vec![NewDelegate::Unknown(person("An Văn Đến", 1970, "Xã Tam Dân"))];
    office.store.add_delegates(SESSION, None, late).wait().expect("added");
    office.store.issue_certificates(SESSION).wait().expect("issued");
    assert_eq!(office.line("4").copy.name, "An Văn Đến");
    assert!(office.store.check().wait().expect("checked").is_sound());
}

#[test]
fn a_printing_is_counted_up_to_the_sheet_that_came_out() {
    let office = Office::new();
    let ids: Vec<_> = office.lines().iter().map(|line| line.id).collect();
    let well = office
        .store
        .certificates_came_out(
            SESSION,
            ids.clone(),
            CameOut {
                until: Some(ids[1]),
                spoiled: vec![ids[0]],
                blanks: vec!["A 009".into(), "A 010".into()],
            },
            Vec::new(),
        )
        .wait()
        .expect("noted");
    assert_eq!(well, 1);
    assert_eq!(["1", "2", "3"].map(|number| office.state(number)), ["printed", "printed", "numbered"]);
    // The form of a spoiled sheet is no longer that of the certificate; its history keeps it.
    let blanks = ["1", "2", "3"].map(|number| office.line(number).blank_number);
    assert_eq!(blanks, [None, Some("A 010".to_owned()), None]);
    let of = |reached| {
        let query = RegisterQuery { reached: Some(reached), ..RegisterQuery::default() };
        office.store.register(query).wait().expect("found").len()
    };
    assert_eq!(of(Reached::ToCollect), 3);
    office.store.hand_out_certificates(vec![ids[1]], HandOut::default()).wait().expect("handed out");
    office.store.void_certificate(ids[2], "In nhầm".into()).wait().expect("voided");
    assert_eq!(Reached::ALL.map(of), [1, 1, 1]);
    let query = RegisterQuery { text: "a 009".into(), ..RegisterQuery::default() };
    assert_eq!(office.store.register(query).wait().expect("found").len(), 1);
}

#[test]
fn forms_are_counted_and_no_more_are_used_than_there_are() {
    let office = Office::new();
    let entry = |kind, count| StockEntry {
        kind,
        count,
        serial_from: Some("0001".into()),
        serial_to: None,
        date: None,
        session: None,
        note: None,
    };
    let add = |kind, count| office.store.add_certificate_stock(None, entry(kind, count)).wait();
    add(StockKind::Received, 100).expect("received");
    add(StockKind::Used, 30).expect("used");
    let spoiled = add(StockKind::Spoiled, 2).expect("spoiled");
    assert_eq!(refusal(add(StockKind::Returned, 69)), CertificateMistake::TooFewForms(68));
    assert_eq!(refusal(add(StockKind::Received, 0)), CertificateMistake::NoCount);
    office.store.remove_certificate_stock(spoiled).wait().expect("taken out");
    let lines = office.store.certificate_stock(None).wait().expect("the book");
    assert_eq!(left(lines.iter().map(|line| &line.entry)), 70);
}

#[test]
fn pictures_are_kept_once_and_signatures_can_be_taken_away() {
    let office = Office::new();
    let picture = |byte| CertificatePicture { media_type: "image/png".into(), bytes: vec![byte; 40] };
    let keep = |byte| office.store.keep_certificate_picture(picture(byte)).wait().expect("kept");
    let key = keep(7);
    assert_eq!((key.len(), keep(7) == key, keep(8) == key), (64, true, false));
    assert_eq!(office.store.certificate_picture(key).wait().expect("read"), Some(picture(7)));
    let name = || "Người Ký Mẫu".to_owned();
    office.store.set_signature_picture(name(), Some(picture(1))).wait().expect("kept");
    assert_eq!(office.store.signature_picture(name()).wait().expect("read"), Some(picture(1)));
    let mut run = print_run(
        PaperKind::Certificates,
        &office.store.dossier(SESSION).wait().expect("a dossier"),
        None,
        &Options::default(),
        Vec::new(),
    );
    run.signatures.insert(name(), 3);
    office.store.record_prints(vec![run]).wait().expect("noted");
    let uses = office.store.signature_uses(name()).wait().expect("uses");
    assert_eq!(
        uses.iter().map(|one| (one.session, one.certificates)).collect::<Vec<_>>(),
        [(Some(SESSION), 3)]
    );
    office.store.set_signature_picture(name(), None).wait().expect("gone");
    assert_eq!(office.store.signature_picture(name()).wait().expect("read"), None);
}

#[test]
fn what_is_numbered_and_not_printed_may_take_the_form_of_now_and_what_is_printed_never() {
    let office = Office::new();
    let store = &office.store;
    let dossier = || store.dossier(SESSION).wait().expect("a dossier");
    assert!(dossier().issued_otherwise().is_empty());
    let printed = dossier().certificates[0].delegate;
    store.certificates_printed(SESSION, vec![printed]).wait().expect("noted");
    let solemn = BuiltIn::Solemn.template(Page::ALL[0]);
    store.edit_certificate_form(SESSION, "template", |form| form.template = solemn).wait().expect("chosen");
    assert_eq!(dossier().issued_otherwise().len(), 2);
    let numbers: Vec<String> = office.lines().into_iter().map(|line| line.printed_number).collect();

    assert_eq!(store.make_certificates_out_anew(SESSION).wait().expect("made out"), 2);
    let after = dossier();
    assert!(after.issued_otherwise().is_empty());
    let form = |delegate| {
        let certificate = after.certificates.iter().find(|one| one.delegate == delegate).expect("one");
        let issue = after.issues.iter().find(|issue| issue.id == certificate.issue).expect("an issuing");
        issue.template.as_ref().expect("a form").name().to_owned()
    };
    let forms: Vec<String> = after.certificates.iter().map(|one| form(one.delegate)).collect();
    assert_eq!(forms.iter().filter(|name| *name == "Trang trọng").count(), 2);
    assert_ne!(form(printed), "Trang trọng");
    assert_eq!(office.lines().into_iter().map(|line| line.printed_number).collect::<Vec<_>>(), numbers);

    store.undo().wait().expect("undone");
    assert_eq!(dossier().issued_otherwise().len(), 2);
}

#[test]
fn forms_of_sessions_are_known_and_a_file_with_a_picture_comes_with_it() {
    let office = Office::new();
    let store = &office.store;
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(40, 30, image::Rgb([9, 90, 200]))
        .write_to(&mut png, image::ImageFormat::Png)
        .expect("a picture");
    let bytes = png.into_inner();
    let key =
        store.keep_certificate_picture(CertificatePicture::of_file(bytes.clone())).wait().expect("kept");
    let key = PictureKey::try_from(key).expect("a key");
    assert_eq!(key, PictureKey::of(&bytes));
    let design = BuiltIn::Plain.design(Page::ALL[1]).expect("a design");
    let with_picture = adding::element(
        &design,
        "Nền",
        adding::in_the_middle(&design, (80, 60)),
        Content::Picture(key.clone()),
    );
    let design = Change::Add(with_picture).of(&design).expect("a design");
    let kept = CertificateTemplate::Designed(Box::new(design.clone()));
    store.edit_certificate_form(SESSION, "template", |form| form.template = kept).wait().expect("chosen");
    assert_eq!(store.dossier(SESSION).wait().expect("a dossier").certificate_pictures.len(), 1);
    let known = store.certificate_templates().wait().expect("forms");
    assert_eq!((known.len(), &known[0].design, known[0].sessions.len()), (1, &design, 1));

    let file = store.certificate_template_file(design.clone()).wait().expect("a file");
    let read = TemplateFile::read(file.write().as_bytes()).expect("read");
    let other = Office::new();
    let (name, taken) = other.store.take_in_certificate_template(read.clone()).wait().expect("taken in");
    assert_eq!((name.as_str(), taken), ("Theo mẫu cấp trên", TemplateTakenIn::New));
    let picture = other.store.certificate_picture(String::from(key)).wait().expect("asked");
    assert_eq!(picture.map(|picture| picture.bytes), Some(bytes));
    let (_, taken) = other.store.take_in_certificate_template(read).wait().expect("asked");
    assert_eq!(taken, TemplateTakenIn::KnownAlready);
}
