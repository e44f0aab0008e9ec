//! Papers read back with an independent reader.

mod support;

use support::dossier::session;
use support::pdf_reader::{about, read};
use taphuan::paper::{Options, PaperKind, make};

#[test]
fn a_sheet_can_be_read_back() {
    let dossier = session(433, 5, 2);
    let made = make(PaperKind::SignInSheet, &dossier, &Options::default()).expect("made");
    let pages = read(&made.pdf);
    assert_eq!(pages.len(), made.pages);
    for page in &pages {
        println!("{}", page.text());
    }
    println!("{:?}", about(&made.pdf));
    std::fs::write("/tmp/sheet.pdf", &made.pdf).expect("written");
    let made = make(PaperKind::Certificates, &dossier, &Options::default()).expect("made");
    std::fs::write("/tmp/cert.pdf", &made.pdf).expect("written");
    let made = make(PaperKind::DelegateList, &dossier, &Options::default()).expect("made");
    std::fs::write("/tmp/list.pdf", &made.pdf).expect("written");
}
