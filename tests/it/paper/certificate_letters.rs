//! Letters about one certificate, written out of the register.

use taphuan::domain::certificate::register::{RegisterLine, RegisterQuery};
use taphuan::domain::certificate::reissue::{Loss, Reissue};
use taphuan::domain::certificate::state::HandOut;
use taphuan::paper::certificate_letters::{Letter, LetterWords, OfCertificate};
use taphuan::paper::{Finding, Format, alone};
use taphuan::sample;
use taphuan::store::Store;

use crate::support::dossier::day;
use crate::support::pdf_reader;
use crate::support::store::step;
use crate::support::word_reader;
use crate::support::words::{inside_margins, plain, words};

fn store(folder: &tempfile::TempDir) -> Store {
    let store = Store::create(&folder.path().join("a.taphuan")).expect("made");
    store.plant(step("operation-sample"), sample::blueprints().expect("samples")).wait().expect("planted");
    for session in store.sessions().wait().expect("sessions") {
        let _ = store.issue_certificates(session.id).wait();
    }
    store
}

fn lines(store: &Store) -> Vec<RegisterLine> {
    store.register(RegisterQuery::default()).wait().expect("lines")
}

fn of(store: &Store, place: usize) -> OfCertificate {
    let line = lines(store)[place].clone();
    let issue = store.certificate_issue(line.id).wait().expect("an issue");
    let office = store.organisations().wait().expect("offices").into_iter().next();
    OfCertificate { line, issue, office: office.map(|one| one.details) }
}

fn read(of: &OfCertificate, letter: Letter, typed: &LetterWords) -> String {
    let (document, findings) = of.letter(letter, typed);
    let made = alone::write(&document, findings, Format::Pdf).expect("a paper");
    assert_eq!(made.findings, Vec::<Finding>::new());
    if let Some(folder) = std::env::var_os("SHOW_PAPERS") {
        let state = of.line.state.code();
        let name = format!("{letter:?}-{state}.pdf");
        std::fs::write(std::path::Path::new(&folder).join(name), &made.bytes).expect("shown");
    }
    let pages = pdf_reader::read(&made.bytes);
    inside_margins(&pages);
    let said = words(&pages);
    let word = alone::write(&document, Vec::new(), Format::Docx).expect("a Word file");
    let word = plain(&word_reader::read(&word.bytes).lines().join(" "));
    assert!(word.contains(&of.line.copy.name), "{word}");
    said
}

fn typed() -> LetterWords {
    LetterWords {
        number: "7".into(),
        issued: Some(day(2026, 6, 2)),
        addressee: "Sở Nội vụ thành phố Thử".into(),
        enquiry: "Công văn số 12/SNV ngày 25/5/2026".into(),
    }
}

#[test]
fn who_asks_is_told_what_the_register_says_whatever_became_of_it() {
    let folder = tempfile::tempdir().expect("folder");
    let store = store(&folder);
    let all = lines(&store);
    store.hand_out_certificates(vec![all[0].id, all[1].id], HandOut::default()).wait().expect("handed out");
    store.void_certificate(all[2].id, "In nhầm người".into()).wait().expect("voided");

    let valid = of(&store, 0);
    let said = read(&valid, Letter::Reply, &typed());
    let issued = taphuan::vietnamese::date::in_words(valid.line.date.expect("a day"));
    for told in [
        "Ban Thường trực Ủy ban MTTQ Việt Nam huyện Phú Ninh trả lời như sau:".to_owned(),
        format!("V/v trả lời xác minh giấy chứng nhận số {}", valid.line.printed_number),
        "Kính gửi: Sở Nội vụ thành phố Thử.".to_owned(),
        "nhận được Công văn số 12/SNV ngày 25/5/2026 đề nghị xác minh giấy chứng nhận.".to_owned(),
        format!("cấp {issued} cho "),
        valid.line.copy.name.clone(),
        format!("đã hoàn thành {}", valid.issue.session_title),
        "đúng như sổ cấp và đang còn hiệu lực.".to_owned(),
        "ngày 02 tháng 6 năm 2026".to_owned(),
        "Nơi nhận:".to_owned(),
    ] {
        assert!(said.contains(&told), "{told}\n{said}");
    }

    let lost = Reissue::Applied { loss: Loss::Lost, application: None, reason: None };
    store.reissue_certificate(all[1].id, lost).wait().expect("issued again");
    let withdrawn = of(&store, 1);
    let new = withdrawn.line.reissued_as.clone().expect("a new number");
    let said = read(&withdrawn, Letter::Reply, &typed());
    let told = format!("(lý do: mất, theo đơn); đã cấp lại thành giấy chứng nhận số {new}.");
    assert!(said.contains("đã thu hồi ngày ") && said.contains(&told), "{said}");

    let said = read(&of(&store, 2), Letter::Reply, &LetterWords::default());
    assert!(said.contains("đã hủy ngày ") && said.contains("lý do: In nhầm người"), "{said}");
    assert!(said.contains("ngày …… tháng …… năm ………"), "day and number are left to the hand: {said}");
}

#[test]
fn completion_is_confirmed_as_it_was_printed_with_number_and_day_of_the_register() {
    let folder = tempfile::tempdir().expect("folder");
    let store = store(&folder);
    let all = lines(&store);
    store.hand_out_certificates(vec![all[0].id], HandOut::default()).wait().expect("handed out");
    store.withdraw_certificate(all[0].id, "Mất, không cấp lại".into()).wait().expect("withdrawn");
    let of = of(&store, 0);
    let said = read(&of, Letter::Confirmation, &typed());
    for told in [
        "GIẤY XÁC NHẬN".to_owned(),
        format!("Đã hoàn thành {}", of.issue.session_title),
        of.line.copy.name.clone(),
        format!("cấp Giấy chứng nhận số {}", of.line.printed_number),
        "lý do: Mất, không cấp lại".to_owned(),
        "Giấy xác nhận này cấp theo đề nghị của ".to_owned(),
        "Lưu: VT.".to_owned(),
    ] {
        assert!(said.contains(&told), "{told}\n{said}");
    }
}
