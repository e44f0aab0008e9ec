//! Certificates: the form of before looks as it did, to the pixel; signatures are printed where they are wanted.

use taphuan::domain::certificate::copy::PrintedCopy;
use taphuan::domain::certificate_template::Page;
use taphuan::domain::certificate_template::built_in::BuiltIn;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::organisation::Letterhead;
use taphuan::domain::picture::Picture;
use taphuan::paper::{Finding, Options, PaperKind, make};

use crate::support::dossier::session;
use crate::support::pdf_reader::render;

/// The pages of a session's certificates, and CRC-32 of what is seen on them.
fn digest(dossier: &Dossier, code: bool) -> (usize, u32) {
    let mut options = Options::default();
    options.certificates.look.code = code;
    let made = make(PaperKind::Certificates, dossier, &options).expect("a paper");
    let mut seen = crc32fast::Hasher::new();
    (0..made.pages).for_each(|page| seen.update(&render(&made.pdf, page, 1.0).2));
    (made.pages, seen.finalize())
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
fn the_form_of_before_is_printed_as_before() {
    let expected = [
        (40, 1_328_671_071),
        (40, 293_248_961),
        (12, 208_457_390),
        (5, 24_284_358),
        (6, 3_253_038_279),
        (3, 3_351_240_328),
    ];
    let made: Vec<_> = of_before().iter().map(|(_, dossier, code)| digest(dossier, *code)).collect();
    let names: Vec<_> = of_before().iter().map(|(name, ..)| *name).collect();
    assert_eq!(made, expected, "{names:?}");
}

/// A signature: black on the left, the white of the paper on the right.
fn signature() -> Picture {
    let row = |_| (0..60).flat_map(|x| [if x < 30 { 0 } else { 255 }; 3]);
    Picture::of_pixels(60, 20, (0..20).flat_map(row).collect()).expect("a picture")
}

#[test]
fn a_signature_is_printed_like_ink_over_the_name_of_who_signs_when_it_is_wanted() {
    for built_in in [BuiltIn::Former, BuiltIn::Solemn] {
        let mut dossier = session(2, 1, 1);
        let form = dossier.certificate_form.as_mut().expect("a form");
        form.template = built_in.template(Page::ALL[0]);
        let name = form.signatory.name.clone();
        dossier.issues.clear();
        let mut options = Options::default();
        options.certificates.look.signature = true;
        let missing = make(PaperKind::Certificates, &dossier, &options).expect("a paper");
        assert!(missing.findings.contains(&Finding::NoSignaturePicture { name: name.clone() }));

        dossier.signatures.insert(name.clone(), signature());
        options.certificates.look.signature = false;
        let without = make(PaperKind::Certificates, &dossier, &options).expect("a paper");
        options.certificates.look.signature = true;
        let with = make(PaperKind::Certificates, &dossier, &options).expect("a paper");
        assert!(with.findings.iter().all(|one| !matches!(one, Finding::NoSignaturePicture { .. })));
        let used = options.certificates.signatures(&dossier, with.delegates.iter().flatten().copied());
        assert_eq!(used.into_iter().collect::<Vec<_>>(), [(name, 2)]);

        // Only the ink is seen: what is under the white stays, also the ground of the form.
        let (width, height, before) = render(&without.pdf, 1, 2.0);
        let (_, _, after) = render(&with.pdf, 1, 2.0);
        // Blending rounds here and there by a step.
        let changed: Vec<usize> =
            (0..before.len()).filter(|at| before[*at].abs_diff(after[*at]) > 16).collect();
        assert!(changed.len() > 1_000, "{built_in:?}: {} pixels", changed.len());
        let columns = changed.iter().map(|at| at % width);
        let (left, right) = (columns.clone().min().expect("ink"), columns.max().expect("ink"));
        let rows = changed.iter().map(|at| at / width);
        let (top, bottom) = (rows.clone().min().expect("ink"), rows.max().expect("ink"));
        assert!(left > width / 2 && top > height / 2, "{built_in:?}: {left}, {top}");
        // Twice as high as its ink is wide: 60 by 20, of which half is ink.
        let shape = (right - left) as f64 / (bottom - top) as f64;
        assert!((shape - 1.5).abs() < 0.1, "{built_in:?}: {shape}");
    }
}
