use super::built_in::BuiltIn;
use super::file::TemplateFile;
use super::*;

fn solemn() -> Design {
    let template = BuiltIn::Solemn.template(Page::ALL[0]);
    template.design().cloned().expect("a design")
}

fn changed(change: impl FnOnce(&mut Draft)) -> Result<Design, TemplateMistake> {
    solemn().changed(change)
}

#[test]
fn what_is_built_in_travels_in_a_file_and_comes_back_the_same() {
    for page in Page::ALL {
        for built_in in BuiltIn::ALL {
            let Some(design) = built_in.template(page).design().cloned() else { continue };
            let file = TemplateFile { design, pictures: Default::default() };
            assert_eq!(TemplateFile::read(file.write().as_bytes()), Ok(file), "{built_in:?} {page:?}");
        }
    }
}

#[test]
fn a_part_off_the_page_too_small_or_of_no_size_is_refused_by_name() {
    let off = changed(|draft| draft.elements[0].place.x = Length::mm(-1));
    assert_eq!(off, Err(TemplateMistake::OffPage(solemn().elements()[0].name.clone())));
    let far = changed(|draft| draft.elements[0].place.width = Length(i32::MAX));
    assert!(matches!(far, Err(TemplateMistake::OffPage(_))), "{far:?}");
    let small = changed(|draft| draft.elements[0].place.width = Length(3));
    assert!(matches!(small, Err(TemplateMistake::TooSmall(_))), "{small:?}");
    let huge = changed(|draft| {
        for element in &mut draft.elements {
            if let Some(style) = element.content.style_mut() {
                style.size = HalfPoints(u16::MAX);
            }
        }
    });
    assert!(matches!(huge, Err(TemplateMistake::Style(_))), "{huge:?}");
}

#[test]
fn two_parts_are_never_one_and_there_are_not_more_than_can_be_drawn() {
    let twice = changed(|draft| draft.elements.push(draft.elements[0].clone()));
    assert!(matches!(twice, Err(TemplateMistake::SameId(_))), "{twice:?}");
    let many = changed(|draft| {
        let one = draft.elements[0].clone();
        draft.elements.extend((1000..1100).map(|id| Element { id: ElementId(id), ..one.clone() }));
    });
    assert!(matches!(many, Err(TemplateMistake::TooManyElements(_))), "{many:?}");
    assert!(solemn().element(solemn().free_id()).is_none());
}

#[test]
fn words_are_composed_on_one_line_and_bounded() {
    let named = |name: &str| changed(|draft| draft.name = name.to_owned());
    assert!(matches!(named("Mẫu\u{7}"), Err(TemplateMistake::Letters(_))));
    assert!(matches!(named("Ma\u{302}u"), Err(TemplateMistake::Letters(_))));
    assert!(matches!(named(&"a".repeat(81)), Err(TemplateMistake::TooLong(_))));
    assert_eq!(named("  "), Err(TemplateMistake::NoName));
}

#[test]
fn a_design_on_a_smaller_sheet_fits_it() {
    for page in Page::ALL {
        let design = solemn().on(page);
        assert_eq!(design.page(), page);
        assert_eq!(design.elements().len(), solemn().elements().len());
    }
}

#[test]
fn files_from_outside_are_refused_with_what_is_wrong() {
    let read = |text: &str| TemplateFile::read(text.as_bytes());
    assert_eq!(read(""), Err(TemplateMistake::NotOurs));
    assert_eq!(read(r#"{"format":"docx","version":1}"#), Err(TemplateMistake::NotOurs));
    assert_eq!(read(r#"{"format":"taphuan-mau","version":9}"#), Err(TemplateMistake::Version(9)));
    let whole = TemplateFile { design: solemn(), pictures: Default::default() }.write();
    let unknown = whole.replacen("\"elements\"", "\"elementz\"", 1);
    assert_eq!(read(&unknown), Err(TemplateMistake::Unknown("elementz".to_owned())));
    let cut = &whole[..whole.len() / 2];
    assert_eq!(read(cut), Err(TemplateMistake::NotOurs));
    let key = PictureKey::of(b"none").as_str().to_owned();
    let draft = changed(|draft| {
        draft.elements[0].content = Content::Picture(PictureKey::of(b"none"));
    });
    let pictured = TemplateFile { design: draft.expect("a design"), pictures: Default::default() }.write();
    assert_eq!(read(&pictured), Err(TemplateMistake::NoPicture));
    let with = pictured.trim_end().strip_suffix('}').expect("an object").to_owned();
    let with = format!(r#"{},"pictures":{{"{key}":"bm9uZQ=="}}}}"#, with.trim_end());
    assert_eq!(read(&with), Err(TemplateMistake::Picture));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
    ))]

    /// A file with some bytes replaced is refused or is a form like any other; nothing panics.
    #[test]
    fn a_file_with_wrong_bytes_is_refused_or_whole(
        changes in proptest::collection::vec((0.0..1.0f64, proptest::prelude::any::<u8>()), 1..6),
    ) {
        let file = TemplateFile { design: solemn(), pictures: Default::default() };
        let mut bytes = file.write().into_bytes();
        for (place, byte) in changes {
            let place = (place * bytes.len() as f64) as usize;
            bytes[place] = byte;
        }
        if let Ok(read) = TemplateFile::read(&bytes) {
            proptest::prop_assert_eq!(TemplateFile::read(read.write().as_bytes()), Ok(read));
        }
    }
}
