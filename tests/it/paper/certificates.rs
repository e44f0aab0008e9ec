//! Certificates: the form of before stays as it was, byte for byte.

use taphuan::domain::certificate::copy::PrintedCopy;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::organisation::Letterhead;
use taphuan::domain::picture::Picture;
use taphuan::paper::{Options, PaperKind, make};

use crate::support::dossier::session;

/// Length and CRC-32 of the certificates of a session.
fn digest(dossier: &Dossier, code: bool) -> (usize, u32) {
    let mut options = Options::default();
    options.certificates.look.code = code;
    let made = make(PaperKind::Certificates, dossier, &options).expect("a paper");
    (made.pdf.len(), crc32fast::hash(&made.pdf))
}

/// A picture of every colour.
fn picture() -> Picture {
    let pixels = image::RgbImage::from_fn(90, 60, |x, y| image::Rgb([x as u8 * 2, y as u8 * 4, 128]));
    let mut file = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut file, image::ImageFormat::Png).expect("written");
    Picture::read(file.get_ref()).expect("a picture")
}

/// Certificates as they were then: what was printed on them was not kept, nor had they codes of their own.
fn then(mut dossier: Dossier) -> Dossier {
    for certificate in &mut dossier.certificates {
        certificate.code = None;
        let own = dossier.delegates.iter().find(|one| one.id == certificate.delegate);
        certificate.copy = PrintedCopy::of(&own.expect("a delegate").details, None);
    }
    dossier
}

/// Sessions whose certificates use all there was of the form.
fn of_before() -> Vec<(&'static str, Dossier, bool)> {
    let usual = session(40, 2, 2);
    let mut long = session(12, 1, 2);
    for (index, delegate) in long.delegates.iter_mut().enumerate() {
        delegate.details.full_name =
            "Nguyễn Phước Hoàng Bảo Thiên Kim Ngọc ".repeat(index % 4 + 1).trim().into();
        delegate.details.position =
            (index % 3 != 0).then(|| "Tổ trưởng Tổ đoàn kết khu dân cư ".repeat(index % 5));
    }
    let mut bare = session(5, 1, 2);
    bare.certificate_form = None;
    bare.certificates.clear();
    bare.delegates[0].details.gender = None;
    let mut centre = session(6, 1, 2);
    if let Some(form) = &mut centre.certificate_form {
        let issuer = vec!["TRUNG TÂM CHÍNH TRỊ HUYỆN PHÚ NINH".to_owned()];
        form.letterhead = Some(Letterhead { issuer, ..Letterhead::default() });
        form.signatory.authority = vec!["TM. BAN".into(), "KT. GIÁM ĐỐC".into(), "PHÓ GIÁM ĐỐC".into()];
        let words = form.template.words_mut().expect("the form of before");
        words.after_name = vec!["Sinh năm {{Năm sinh}}; {{Đơn vị}}".into(), "{{Xếp loại}}".into()];
        form.date = FuzzyDate::new(Some(2020), Some(10), None).ok();
    }
    let mut logo = session(3, 1, 2);
    logo.logo = Some(picture());
    [
        ("usual", usual.clone(), false),
        ("with codes", usual, true),
        ("long", long, false),
        ("bare", bare, false),
        ("another body", centre, false),
        ("with a logo", logo, true),
    ]
    .map(|(name, dossier, code)| (name, then(dossier), code))
    .into()
}

#[test]
fn the_form_of_before_is_printed_byte_for_byte_as_before() {
    let expected = [
        (46_090, 715_371_862),
        (56_940, 3_425_939_146),
        (36_193, 2_252_532_380),
        (32_240, 3_826_749_154),
        (31_741, 3_851_960_230),
        (42_759, 1_518_907_032),
    ];
    let made: Vec<_> = of_before().iter().map(|(_, dossier, code)| digest(dossier, *code)).collect();
    let names: Vec<_> = of_before().iter().map(|(name, ..)| *name).collect();
    assert_eq!(made, expected, "{names:?}");
}
