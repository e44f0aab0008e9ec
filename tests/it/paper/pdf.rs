//! Papers made from a session and read back with an independent reader.

use std::collections::BTreeSet;

use crate::support::dossier::{certify_as_listed, session};
use crate::support::pdf_reader::{ReadPage, about, outline, read, render};
use crate::support::table::rows;
use taphuan::domain::certificate::CertificateState;
use taphuan::domain::certificate::state::Ending;
use taphuan::domain::date::FuzzyDate;
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::id::{ClusterId, DelegateId};
use taphuan::domain::organisation::HeadingProfile;
use taphuan::domain::person::Gender;
use taphuan::domain::picture::Picture;
use taphuan::locale::{Language, Locale};
use taphuan::paper::{BirthColumns, Fact, Finding, Made, Options, PaperError, PaperKind, lay_out, make, pdf};
use taphuan::sentence::Explain;
use unicode_normalization::UnicodeNormalization;

fn made(kind: PaperKind, dossier: &Dossier) -> Made {
    make(kind, dossier, &Options::default()).expect("a paper")
}

fn pages(kind: PaperKind, dossier: &Dossier) -> Vec<ReadPage> {
    read(&made(kind, dossier).pdf)
}

#[test]
fn a_sheet_says_what_it_must() {
    let pages = pages(PaperKind::SignInSheet, &session(40, 2, 2));
    let first = &pages[0];
    for line in [
        "HUYỆN PHÚ NINH",
        "BAN THƯỜNG TRỰC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "DANH SÁCH KÝ TÊN",
        "Đại biểu tham dự Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020",
        "Cụm 1 – Nhà văn hóa xã Tam Đại, ngày 25 tháng 9 năm 2020",
        "Ký tên (25/9/2020)",
        "Sáng",
        "Chiều",
    ] {
        assert!(first.says(line), "{line} in {}", first.text());
    }
    // The line under the motto is as long as the motto, the one under the issuer shorter than half.
    let motto = first.find("Độc lập - Tự do - Hạnh phúc").expect("the motto");
    let issuer = first.find("BAN THƯỜNG TRỰC").expect("the issuer");
    let under = |run: &crate::support::pdf_reader::ReadRun| {
        let near = |rect: &&hayro::kurbo::Rect| rect.y0 > run.baseline && rect.y0 < run.baseline + 8.0;
        let own = |rect: &&hayro::kurbo::Rect| rect.x0 >= run.x - 1.0 && rect.x1 <= run.right + 1.0;
        first.paths.iter().filter(near).find(own).expect("a line under it").width()
    };
    assert!((under(motto) - (motto.right - motto.x)).abs() < 1.5);
    let part = under(issuer) / (issuer.right - issuer.x);
    assert!((1.0 / 3.0..=0.5).contains(&part), "{part}");

    // Each cluster on pages of its own, numbered from 1.
    let starts: Vec<usize> = (0..pages.len()).filter(|&page| pages[page].says("DANH SÁCH KÝ TÊN")).collect();
    assert_eq!(starts.len(), 2);
    let second = &pages[starts[1]];
    assert!(second.says("Cụm 2 – Nhà văn hóa xã Tam An, ngày 26 tháng 9 năm 2020"), "{}", second.text());
    assert!(second.text().contains(&format!("Trang 1/{}", pages.len() - starts[1])));
    let last = &pages[starts[1] - 1];
    assert!(last.says("NGƯỜI LẬP") && last.says("TM. BAN THƯỜNG TRỰC") && last.says("Nguyễn Văn An"));
    assert!(last.says("Phú Ninh, ngày 25 tháng 9 năm 2020"));
    assert!(last.text().contains("Ấn định danh sách có 24 (hai mươi tư) người."), "{}", last.text());
}

#[test]
fn groups_and_rows_stand_in_the_order_of_the_list() {
    let dossier = session(40, 1, 2);
    let pages = pages(PaperKind::SignInSheet, &dossier);
    let rows: Vec<_> = pages.iter().flat_map(rows).collect();
    let headings: Vec<&str> =
        rows.iter().filter_map(|row| row.heading()).filter(|text| *text != "STT").collect();
    assert_eq!(headings[0], "Thị trấn Phú Thịnh – 3 người");
    assert!(headings.contains(&"Đại biểu bổ sung, đi thay"));
    let communes = headings.iter().filter(|text| text.contains('–')).count();
    assert_eq!(communes, 11);
    // Under its commune, a unit does not repeat it.
    let person = rows.iter().find(|row| row.number() == Some(1)).expect("the first");
    assert!(!person.cells[4].contains(','), "{person:?}");
    // Room to sign.
    for row in rows.iter().filter(|row| row.number().is_some()) {
        assert!(row.bottom - row.top >= 8.0 * 72.0 / 25.4, "{row:?}");
        assert_eq!(row.cells.len(), 8);
    }
    // Five rows for walk-ins, numbered on.
    let numbers: Vec<u32> = rows.iter().filter_map(|row| row.number()).collect();
    assert_eq!(numbers, (1..=45).collect::<Vec<u32>>());
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let dossier = session(30, 2, 3);
    for kind in PaperKind::ALL {
        assert_eq!(made(kind, &dossier).pdf, made(kind, &dossier).pdf, "{kind:?}");
    }
    let mut other = dossier.clone();
    other.delegates[0].details.full_name = "Trần Văn Khác".into();
    assert_ne!(made(PaperKind::SignInSheet, &dossier).pdf, made(PaperKind::SignInSheet, &other).pdf);
}

#[test]
fn the_outline_leads_to_clusters_and_to_the_communes_in_them() {
    let pdf = made(PaperKind::SignInSheet, &session(60, 2, 2)).pdf;
    let entries = outline(&pdf);
    let of_depth = |depth: usize| {
        let names = entries.iter().filter(move |entry| entry.0 == depth).map(|entry| entry.1.as_str());
        names.collect::<Vec<&str>>()
    };
    assert_eq!(of_depth(0), ["Cụm 1 – Nhà văn hóa xã Tam Đại", "Cụm 2 – Nhà văn hóa xã Tam An"]);
    let communes = of_depth(1);
    assert_eq!(communes.len(), 11 + 2, "each once, and who comes unlisted: {communes:?}");
    assert!(communes.contains(&"Xã Tam Đại") && communes.contains(&"Thị trấn Phú Thịnh"), "{communes:?}");
    assert!(of_depth(2).is_empty());
    // With more sittings than fit beside each other the list goes on under a title of its own.
    let long = outline(&made(PaperKind::SignInSheet, &session(20, 1, 12)).pdf);
    assert!(long.iter().any(|entry| entry.0 == 2), "{long:?}");
    // One page needs no outline.
    assert!(outline(&made(PaperKind::Budget, &session(3, 1, 1)).pdf).is_empty());
}

#[test]
fn archives_find_what_the_file_says_of_itself() {
    let pdf = made(PaperKind::SignInSheet, &session(3, 1, 1)).pdf;
    let text = String::from_utf8_lossy(&pdf);
    for said in [
        "Danh sách ký tên – Tập huấn công tác Mặt trận cơ sở năm 2020</rdf:li>",
        "<rdf:li>Ủy ban MTTQ Việt Nam huyện Phú Ninh</rdf:li>",
        "<rdf:li>vi-VN</rdf:li>",
        "<xmp:CreateDate>2020-09-25T00:00:00+07:00</xmp:CreateDate>",
    ] {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn the_file_says_what_it_is() {
    let dossier = session(30, 2, 2);
    let sheet = about(&made(PaperKind::SignInSheet, &dossier).pdf);
    assert_eq!(sheet.title, "Danh sách ký tên – Tập huấn công tác Mặt trận cơ sở năm 2020");
    assert_eq!(sheet.author, "Ủy ban MTTQ Việt Nam huyện Phú Ninh");
    assert_eq!(sheet.language, "vi-VN");
    assert_eq!(sheet.created, "D:20200925000000+07'00'");
    assert_eq!(sheet.page_mode, "UseOutlines");
    assert!(sheet.shows_title && !sheet.claims_pdfx);
    let certificates = about(&made(PaperKind::Certificates, &dossier).pdf);
    assert_eq!(certificates.created, "D:20201009000000+07'00'");

    let mut undated = dossier.clone();
    undated.session.details.dates = Some("XXXX-04-03".parse().expect("a date"));
    undated.clusters.clear();
    assert_eq!(about(&made(PaperKind::SignInSheet, &undated).pdf).created, "");
}

#[test]
fn each_face_is_embedded_once_with_the_mark_of_a_subset() {
    let bytes = made(PaperKind::Certificates, &session(120, 3, 2)).pdf;
    let fonts = about(&bytes).fonts;
    let faces: BTreeSet<&str> = fonts.iter().map(|name| &name[7..]).collect();
    assert_eq!(fonts.len(), faces.len(), "{fonts:?}");
    assert!(fonts.iter().all(|name| name.as_bytes()[6] == b'+'), "{fonts:?}");
    assert!(bytes.len() < 150_000, "{}", bytes.len());
}

#[test]
fn one_page_alone_is_the_page_of_the_whole() {
    let dossier = session(80, 2, 2);
    for kind in PaperKind::ALL {
        let layout = lay_out(kind, &dossier, &Options::default()).expect("a paper");
        let whole = read(&pdf::write(layout.clone()).expect("a file"));
        for page in [0, layout.pages.len() / 2, layout.pages.len() - 1] {
            let alone = read(&pdf::write_page(&layout, page).expect("a file"));
            assert_eq!(alone, [whole[page].clone()], "{kind:?} {page}");
        }
        assert_eq!(pdf::write_page(&layout, 9999), Err(PaperError::NoSuchPage(9999)));
    }
}

#[test]
fn a_character_without_a_glyph_is_reported_by_name() {
    let mut dossier = session(5, 1, 1);
    dossier.delegates[2].details.full_name = "Lý 李 Tuấn".into();
    certify_as_listed(&mut dossier);
    dossier.session.details.title_in_text = Some("Hội nghị 😀".into());
    for kind in PaperKind::ALL {
        let made = made(kind, &dossier);
        let found: Vec<_> = made
            .findings
            .iter()
            .filter_map(|finding| match finding {
                Finding::MissingCharacter { character, whom, .. } => Some((*character, whom.clone())),
                _ => None,
            })
            .collect();
        // Signs and labels do not name the session.
        let names_session =
            !matches!(kind, PaperKind::TableSigns | PaperKind::UnitSigns | PaperKind::EnvelopeLabels);
        assert!(!names_session || found.iter().any(|(character, _)| *character == '😀'), "{kind:?}");
        if !kind.about().lists_delegates {
            continue;
        }
        assert!(found.contains(&('李', Some("Lý 李 Tuấn".into()))), "{kind:?}: {found:?}");
        let text: String = read(&made.pdf).iter().map(ReadPage::text).collect();
        assert!(text.contains("Lý \u{FFFD} Tuấn"), "{kind:?}");
        let sentence = Locale::new(Language::Vietnamese).explain(&made.findings[0]);
        assert!(!sentence.contains('{'), "{sentence}");
    }
}

#[test]
fn decomposed_names_come_back_composed() {
    let mut dossier = session(3, 1, 1);
    let name = "Nguyễn Thị Ưởng";
    dossier.delegates[0].details.full_name = name.nfd().collect();
    certify_as_listed(&mut dossier);
    for kind in PaperKind::ALL.into_iter().filter(|kind| kind.about().lists_delegates) {
        assert!(pages(kind, &dossier).iter().any(|page| page.says(name)), "{kind:?}");
    }
}

#[test]
fn danger_pairs_come_back_exactly() {
    let pairs = "Vĩ đương ươn ươc ươt ươm ưt ơt Tì Tĩ Tố";
    let stacks = "Ấấ Ầầ Ẩẩ Ẫẫ Ắắ Ằằ Ẳẳ Ẵẵ Ốố Ồồ Ổổ Ỗỗ Ếế Ềề Ểể Ễễ";
    let mut dossier = session(4, 1, 1);
    dossier.delegates[0].details.full_name = pairs.into();
    dossier.delegates[1].details.full_name = stacks.into();
    dossier.delegates[2].details.full_name = pairs.to_uppercase();
    certify_as_listed(&mut dossier);
    let pages = pages(PaperKind::Certificates, &dossier);
    for name in [pairs.to_owned(), stacks.to_owned(), pairs.to_uppercase()] {
        assert!(pages.iter().any(|page| page.text().replace('\n', " ").contains(&name)), "{name}");
    }
}

#[test]
fn the_withdrawn_are_struck_through_and_not_counted() {
    let mut dossier = session(11, 1, 2);
    for (index, delegate) in dossier.delegates.iter_mut().enumerate() {
        delegate.fixed_number = Some(index as u32 + 1);
    }
    dossier.delegates[3].state = DelegateState::Withdrawn;
    dossier.delegates[10].supplementary = true;
    // Withdrawn before the list was fixed: not shown, and takes no number.
    let mut gone = dossier.delegates[4].clone();
    gone.id = DelegateId(99);
    gone.fixed_number = None;
    gone.state = DelegateState::Withdrawn;
    gone.details.full_name = "Không Còn".into();
    dossier.delegates.push(gone);

    let name = dossier.delegates[3].details.full_name.clone();
    let pages = pages(PaperKind::SignInSheet, &dossier);
    let struck = |page: &ReadPage, name: &str| {
        let run = page.find(name).expect("the name");
        page.paths.iter().any(|rect| {
            let through = run.baseline - run.size * 0.4 < rect.y0 && rect.y0 < run.baseline - 1.0;
            through && rect.x0 <= run.x && rect.x1 >= run.right && rect.width() < 300.0
        })
    };
    assert!(struck(&pages[0], &name));
    assert!(!struck(&pages[0], &dossier.delegates[5].details.full_name));
    let text: String = pages.iter().map(ReadPage::text).collect();
    assert!(text.contains("Ấn định danh sách có 10 (mười) người."));
    assert!(!text.contains("Không Còn"));
    assert!(text.contains("Bổ sung – 1 người"));
    let numbers: Vec<u32> = pages.iter().flat_map(rows).filter_map(|row| row.number()).collect();
    assert_eq!(numbers, (1..=16).collect::<Vec<u32>>());
    // And no certificate for them.
    assert_eq!(made(PaperKind::Certificates, &dossier).pages, 10);
}

#[test]
fn further_sittings_go_on_further_sheets() {
    let mut dossier = session(12, 1, 9);
    let read_back = pages(PaperKind::SignInSheet, &dossier);
    assert!(read_back[0].width > read_back[0].height, "six sittings need a landscape page");
    let numbers: Vec<u32> = read_back.iter().flat_map(rows).filter_map(|row| row.number()).collect();
    let once: Vec<u32> = (1..=17).collect();
    assert_eq!(numbers, [once.clone(), once].concat());
    let text: String = read_back.iter().map(ReadPage::text).collect();
    for day in ["25/9/2020", "26/9/2020", "27/9/2020", "28/9/2020", "29/9/2020"] {
        assert!(text.contains(&format!("Ký tên ({day})")), "{day}");
    }
    assert!(text.contains("DANH SÁCH KÝ TÊN (tiếp theo)"));
    assert_eq!(text.matches("NGƯỜI LẬP").count(), 1);

    dossier.clusters[0].sittings.truncate(2);
    assert!(pages(PaperKind::SignInSheet, &dossier)[0].width < 600.0, "two sittings fit upright");
}

#[test]
fn a_session_of_which_little_is_known_still_has_its_sheet() {
    let mut dossier = session(0, 0, 0);
    dossier.session.details.dates =
        Some(FuzzyDate::year_only(2020).map(taphuan::domain::date::DateSpan::single).expect("a year"));
    dossier.session.details.title_in_text = None;
    dossier.letterhead = taphuan::domain::organisation::Letterhead::default();
    dossier.signatory = None;
    let pages = pages(PaperKind::SignInSheet, &dossier);
    let (page, last) = (&pages[0], pages.last().expect("a page"));
    assert!(page.text().contains("ỦY BAN MTTQ VIỆT NAM"), "{}", page.text());
    assert!(page.says("Ký tên"));
    assert!(page.says("Tại ………………………………, năm 2020"));
    assert!(last.says("…………, ngày …… tháng …… năm 2020"));
    assert!(last.says("XÁC NHẬN"));
    assert_eq!(pages.iter().flat_map(rows).filter(|row| row.number().is_some()).count(), 25);
    assert_eq!(
        make(PaperKind::Certificates, &dossier, &Options::default()),
        Err(PaperError::NobodyToCertify)
    );
    let nowhere = Options::for_cluster(Some(ClusterId(77)));
    assert_eq!(make(PaperKind::SignInSheet, &dossier, &nowhere), Err(PaperError::NoSuchCluster));
}

#[test]
fn delegates_of_no_cluster_have_a_part_of_their_own() {
    let mut dossier = session(12, 2, 2);
    dossier.delegates[0].cluster = None;
    let all = pages(PaperKind::SignInSheet, &dossier);
    assert!(all.last().expect("pages").text().contains("Đại biểu chưa chia cụm"));
    let one =
        make(PaperKind::SignInSheet, &dossier, &Options::for_cluster(Some(ClusterId(2)))).expect("a sheet");
    let text: String = read(&one.pdf).iter().map(ReadPage::text).collect();
    assert!(text.contains("Cụm 2") && !text.contains("Cụm 1"));
    assert!(about(&one.pdf).title.contains("Cụm 2"));
}

#[test]
fn the_party_heading_takes_the_place_of_the_national_one() {
    let mut dossier = session(3, 1, 2);
    dossier.letterhead.profile = HeadingProfile::Party;
    let page = &pages(PaperKind::SignInSheet, &dossier)[0];
    let heading = page.find("ĐẢNG CỘNG SẢN VIỆT NAM").expect("the heading");
    assert!((heading.size - 15.0).abs() < 0.1, "{heading:?}");
    assert!(!page.text().contains("CỘNG HÒA"));
}

#[test]
fn a_delegate_list_gives_the_sex_by_the_column_and_misleads_nobody() {
    let mut dossier = session(6, 1, 2);
    let known = dossier.delegates[0].details.full_name.clone();
    dossier.delegates[0].details.birth = None;
    dossier.delegates[1].details.gender = None;
    dossier.delegates[1].details.full_name = "Chưa Rõ".into();
    let made = made(PaperKind::DelegateList, &dossier);
    assert!(made.findings.contains(&Finding::SexUnknown { people: 1, first: "Chưa Rõ".into() }));
    let rows: Vec<_> = read(&made.pdf).iter().flat_map(rows).collect();
    let of = |name: &str| {
        rows.iter().find(|row| row.cells.get(1).is_some_and(|cell| cell == name)).expect("a row")
    };
    // One cell over both columns.
    assert_eq!(of("Chưa Rõ").cells.len(), of(&known).cells.len() - 1);
    assert_eq!(of("Chưa Rõ").cells[2].len(), 4);
    assert!(of(&known).cells[2..4].contains(&"x".to_owned()));
}

#[test]
fn a_delegate_list_has_the_columns_that_were_chosen() {
    let dossier = session(12, 1, 2);
    let heads = |change: &dyn Fn(&mut taphuan::paper::delegate_list::DelegateListLook)| {
        let mut options = Options::default();
        change(&mut options.delegate_list.look);
        let pages = read(&make(PaperKind::DelegateList, &dossier, &options).expect("a list").pdf);
        rows(&pages[0])[0].cells.clone()
    };
    let usual = heads(&|_| {}).join(" ");
    assert!(!usual.contains("Điện thoại"), "personal data is asked for: {usual}");
    let by_sex = heads(&|list| list.phone = true).join(" ");
    assert!(by_sex.contains("Nam") && by_sex.contains("Nữ") && by_sex.contains("Điện thoại"), "{by_sex}");
    let year = heads(&|list| {
        list.birth = BirthColumns::Year;
        list.phone = false;
    });
    assert_eq!(year, ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị", "Ghi chú"]);
    let least = heads(&|list| {
        list.birth = BirthColumns::Hidden;
        list.phone = false;
        list.note = false;
    });
    assert_eq!(least, ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]);
}

#[test]
fn a_delegate_list_counts_the_women_where_the_sex_of_all_is_known() {
    let mut dossier = session(12, 1, 2);
    for (index, one) in dossier.delegates.iter_mut().enumerate() {
        one.details.gender = Some(if index < 5 { Gender::Female } else { Gender::Male });
    }
    let said = |dossier: &Dossier| {
        let text: String = pages(PaperKind::DelegateList, dossier).iter().map(ReadPage::text).collect();
        text.contains("Ấn định danh sách có 12 (mười hai) người, trong đó có 05 nữ.")
    };
    assert!(said(&dossier));
    dossier.delegates[3].details.gender = None;
    assert!(!said(&dossier));
}

#[test]
fn a_certificate_says_what_it_must() {
    let mut dossier = session(20, 2, 2);
    // A voided certificate does not count; its successor does.
    let mut voided = dossier.certificates[0].clone();
    voided.state = CertificateState::Voided(Ending::default());
    voided.printed_number = "999/CN-MTTQ".into();
    dossier.certificates.push(voided);
    dossier.certificates.retain(|one| one.delegate != DelegateId(2));
    let made = made(PaperKind::Certificates, &dossier);
    let pages = read(&made.pdf);
    assert_eq!(pages.len(), 20);
    let of = |id: usize| {
        let name = &dossier.delegates[id].details.full_name;
        pages.iter().find(|page| page.says(name)).expect("a page")
    };
    let page = of(0);
    for line in [
        "GIẤY CHỨNG NHẬN",
        "Đã hoàn thành nội dung, chương trình",
        "Hội nghị tập huấn công tác Mặt trận cơ sở năm 2020",
        "từ ngày 25 tháng 9 đến ngày 07 tháng 10 năm 2020",
        "Số: 1/CN-MTTQ",
        "Phú Ninh, ngày 09 tháng 10 năm 2020",
        "TM. BAN THƯỜNG TRỰC",
        "Nguyễn Văn An",
    ] {
        assert!(page.says(line), "{line} in {}", page.text());
    }
    assert!(of(1).says("Số: …………/CN-MTTQ"));
    let without = dossier.delegates[1].details.full_name.clone();
    assert!(made.findings.contains(&Finding::NoNumber { people: 1, first: without }));
    assert!(pages.iter().all(|page| !page.text().contains("999/")));
    for page in &pages {
        for run in &page.runs {
            assert!(run.x > 40.0 && run.right < page.width - 40.0, "{run:?}");
            assert!(run.baseline < page.height - 40.0, "{run:?}");
        }
    }
}

#[test]
fn long_names_shrink_then_wrap_with_a_warning() {
    let mut dossier = session(3, 1, 2);
    dossier.delegates[0].details.full_name = "Công Tằng Tôn Nữ Thị Ngọc Phương Quỳnh Hương".into();
    let very_long =
        "Công Tằng Tôn Nữ Thị Ngọc Phương Quỳnh Hương Nguyễn Phúc Vĩnh Bảo Ưng Lạc Hoàng Khánh Trang";
    dossier.delegates[1].details.full_name = very_long.into();
    certify_as_listed(&mut dossier);
    let made = made(PaperKind::Certificates, &dossier);
    let pages = read(&made.pdf);
    let size = |name: &str| pages.iter().find_map(|page| page.find(name)).map(|run| run.size);
    assert!((size(&dossier.delegates[2].details.full_name).expect("short") - 32.0).abs() < 0.1);
    let shrunk = size("Công Tằng Tôn Nữ Thị Ngọc Phương Quỳnh Hương").expect("on one line");
    assert!((18.0..32.0).contains(&shrunk), "{shrunk}");
    assert_eq!(size(very_long), None, "two lines");
    assert_eq!(made.findings, [Finding::NameWrapped { name: very_long.into() }]);
}

#[test]
fn empty_fields_and_unknown_placeholders_are_reported() {
    let mut dossier = session(6, 1, 2);
    dossier.delegates[4].details.position = None;
    certify_as_listed(&mut dossier);
    let form = dossier.certificate_form.as_mut().expect("a form");
    let words = form.template.words_mut().expect("the form of before");
    words.after_name.push("Xếp loại: {{Xếp loại}}".into());
    let made = made(PaperKind::Certificates, &dossier);
    let first = dossier.delegates[4].details.full_name.clone();
    assert!(made.findings.contains(&Finding::EmptyField {
        personal: true,
        field: "Chức vụ",
        people: 1,
        first: first.clone()
    }));
    assert!(made.findings.contains(&Finding::UnknownPlaceholder { placeholder: "{{Xếp loại}}".into() }));
    let pages = read(&made.pdf);
    let page = pages.iter().find(|page| page.says(&first)).expect("a page");
    assert!(page.says(dossier.delegates[4].details.unit.as_deref().expect("a unit")), "{}", page.text());
    assert!(page.says("Xếp loại: {{Xếp loại}}"));
}

#[test]
fn without_a_form_the_usual_words_are_printed() {
    let mut dossier = session(2, 1, 2);
    dossier.certificate_form = None;
    dossier.certificates.clear();
    dossier.delegates[0].details.gender = None;
    let pages = pages(PaperKind::Certificates, &dossier);
    assert!(pages.iter().any(|page| page.says("Chứng nhận ông/bà")));
    assert!(pages[0].says("Số: …………/CN-MTTQ"));
    assert!(pages[0].says("Phú Ninh, ngày 07 tháng 10 năm 2020"), "the last day");
}

#[test]
fn the_logo_stands_once_in_the_file_and_where_the_emblem_stood() {
    let mut dossier = session(40, 1, 1);
    let plain = make(PaperKind::Certificates, &dossier, &Options::default()).expect("made").pdf;
    let mut file = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(200, 100, image::Rgb([0, 0, 60]))
        .write_to(&mut file, image::ImageFormat::Png)
        .expect("written");
    dossier.logo = Some(Picture::read(&file.into_inner()).expect("a picture"));
    for (kind, (x, y)) in [(PaperKind::Certificates, (148.5, 44.0)), (PaperKind::Badges, (24.0, 29.0))] {
        let pdf = make(kind, &dossier, &Options::default()).expect("made").pdf;
        let document = lopdf::Document::load_mem(&pdf).expect("a PDF file");
        let images = document.objects.values().filter(|one| {
            let subtype = one.as_stream().ok().and_then(|stream| stream.dict.get(b"Subtype").ok());
            subtype.and_then(|subtype| subtype.as_name().ok()) == Some(b"Image")
        });
        assert_eq!(images.count(), 1, "{kind:?}");
        let (width, _, grey) = render(&pdf, 0, 1.0);
        let at = |x: f32, y: f32| grey[(y * 72.0 / 25.4) as usize * width + (x * 72.0 / 25.4) as usize];
        assert_eq!(at(x, y), 20, "{kind:?}: the blue of the logo");
        if kind == PaperKind::Certificates {
            assert!(pdf.len() < plain.len() + 4000, "{} {}", pdf.len(), plain.len());
        }
    }
}

#[test]
fn a_commune_in_capitals_is_the_same_commune() {
    let mut dossier = session(6, 1, 1);
    for (delegate, unit) in dossier.delegates.iter_mut().zip(["XÃ TAM ĐẠI", "Xã Tam Đại"].into_iter().cycle())
    {
        delegate.details.unit = Some(unit.into());
        delegate.details.unit_group = Some(unit.into());
    }
    let made = make(PaperKind::SignInSheet, &dossier, &Options::default()).expect("made");
    let text: String = read(&made.pdf).iter().map(ReadPage::text).collect();
    assert!(text.contains("Xã Tam Đại – 6 người") && !text.contains("3 người"), "{text}");
}

#[test]
fn findings_and_errors_speak_both_languages() {
    let name = || "Nguyễn Văn An".to_owned();
    let findings = [
        Finding::MissingCharacter { character: '李', whom: Some(name()), text: "Lý 李".into() },
        Finding::MissingCharacter { character: '李', whom: None, text: "Lý 李".into() },
        Finding::NameWrapped { name: name() },
        Finding::UnknownPlaceholder { placeholder: "{{Xếp loại}}".into() },
        Finding::EmptyField { field: "Chức vụ", personal: true, people: 3, first: name() },
        Finding::NoNumber { people: 3, first: name() },
        Finding::SexUnknown { people: 1, first: name() },
        Finding::LongLetters { pages: 3 },
        Finding::Missing(Fact::Purpose),
        Finding::NoRate,
        Finding::PayUnknown { people: 1, first: name() },
        Finding::PaidByState { people: 3, first: name() },
        Finding::NobodyCertified,
        Finding::NameSmall { name: name() },
        Finding::UnitSmall { name: name() },
        Finding::SeveralPresenters { name: name() },
        Finding::Missing(Fact::LetterNumber),
        Finding::Missing(Fact::Turnout),
        Finding::Missing(Fact::Sexes),
        Finding::Missing(Fact::Outcome),
        Finding::Missing(Fact::Discussion),
        Finding::Missing(Fact::Difficulties),
        Finding::Missing(Fact::Conclusion),
        Finding::Missing(Fact::Prices),
        Finding::Missing(Fact::Quantities),
        Finding::Missing(Fact::Fee),
        Finding::Missing(Fact::PresenterSittings),
    ];
    let errors = [
        PaperError::NoSuchCluster,
        PaperError::NobodyToCertify,
        PaperError::NobodyToInvite,
        PaperError::NobodyToName,
        PaperError::NoUnits,
        PaperError::NoSuchPage(4),
        PaperError::Font("Tinos-Bold"),
        PaperError::Write("full".into()),
    ];
    for language in [Language::Vietnamese, Language::English] {
        let locale = Locale::new(language);
        let said = |one: &dyn Fn(&Locale) -> String| {
            let sentence = one(&locale);
            assert!(sentence.contains(' ') && !sentence.contains("{ $"), "{sentence}");
        };
        findings.iter().for_each(|one| said(&|locale| locale.explain(one)));
        errors.iter().for_each(|one| said(&|locale| locale.explain(one)));
        for kind in PaperKind::ALL {
            assert_ne!(locale.text(kind.about().label), kind.about().label);
            assert_eq!(PaperKind::from_id(kind.id()), Some(kind));
        }
    }
    let missing = findings[0].explain();
    assert!(Locale::new(Language::Vietnamese).say(&missing).contains("Nguyễn Văn An"));
}

#[test]
fn the_pages_are_painted_with_marks_and_lines() {
    let dossier = session(30, 1, 2);
    for (kind, most) in [(PaperKind::SignInSheet, 0.2), (PaperKind::Certificates, 0.2)] {
        let (width, height, grey) = render(&made(kind, &dossier).pdf, 0, 1.0);
        assert_eq!(grey.len(), width * height);
        let dark = grey.iter().filter(|&&value| value < 128).count() as f64 / grey.len() as f64;
        assert!((0.005..most).contains(&dark), "{kind:?}: {dark} of the page is dark");
    }
}

#[test]
fn papers_longer_than_one_part_are_whole() {
    let mut dossier = session(1_203, 1, 2);
    // A letter no other page has: the fonts of the whole file know it.
    let of_last = |one: &&mut taphuan::domain::delegate::Delegate| {
        one.details.unit_group.as_deref() == Some("Xã Tam Vinh")
    };
    let late = dossier.delegates.iter_mut().find(of_last).expect("people");
    late.details.full_name = "Žofie Ŵyn".into();
    certify_as_listed(&mut dossier);
    let made = made(PaperKind::Certificates, &dossier);
    assert_eq!(made.pages, 1_203);
    assert!(made.findings.is_empty());
    assert_eq!(about(&made.pdf).fonts.len(), 3);
    let pages = read(&made.pdf);
    assert_eq!(pages.len(), 1_203);
    let late = pages.iter().position(|page| page.text().contains("ofie")).expect("the page");
    assert!(late >= 1_000 && pages[late].says("Žofie Ŵyn"), "{late}: {}", pages[late].text());
    for page in &pages {
        assert!(page.says("GIẤY CHỨNG NHẬN") && !page.text().contains('\u{FFFF}'));
    }
}

#[test]
fn a_cluster_named_after_its_hall_is_said_once() {
    let mut dossier = session(3, 1, 1);
    dossier.clusters[0].details.name = "Hội trường xã Tam Đại".into();
    dossier.clusters[0].details.venue = Some("Hội trường xã Tam Đại".into());
    let text = pages(PaperKind::SignInSheet, &dossier)[0].text();
    assert!(text.contains("Hội trường xã Tam Đại, ngày"), "{text}");
    assert!(!text.contains("Đại – Hội trường"), "{text}");
}
