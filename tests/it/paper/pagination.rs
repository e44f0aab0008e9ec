//! Lists of any length on pages: nothing lost, nothing doubled, nothing alone.

use crate::support::dossier::{certify_as_listed, random_session, session};
use crate::support::pdf_reader::{ReadPage, read};
use crate::support::signed_page::{is_foot, others};
use crate::support::table::{TableRow, rows};
use proptest::prelude::*;
use taphuan::domain::dossier::Dossier;
use taphuan::domain::numbering::numbered;
use taphuan::paper::layout::Item;
use taphuan::paper::{Options, Orientation, PaperKind, lay_out, pdf};
use unicode_normalization::is_nfc;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// What must hold of every page of a list.
fn check_pages(pages: &[ReadPage], landscape: bool) {
    let (right, width) = if landscape { (20.0, 297.0) } else { (15.0, 210.0) };
    for (number, page) in pages.iter().enumerate() {
        assert!((page.width - width * MM).abs() < 0.1, "page {number} is {} wide", page.width);
        let (left, right) = (30.0 * MM - 0.5, page.width - right * MM + 0.5);
        let (top, bottom) = (20.0 * MM - 0.5, page.height - 20.0 * MM + 0.5);
        for run in &page.runs {
            assert!(run.x >= left && run.right <= right, "{run:?} of page {number} leaves the margins");
            let foot = is_foot(page, run);
            assert!(foot || (run.baseline > top && run.baseline < bottom), "{run:?} of page {number}");
        }
        for path in others(page) {
            assert!(path.x0 >= left && path.x1 <= right && path.y0 >= top && path.y1 <= bottom, "{path:?}");
        }
        let on_page = format!("Trang {}/{}", number + 1, pages.len());
        let says = page.runs.iter().any(|run| run.text.ends_with(&on_page));
        assert!(says, "page {number} does not say {on_page}");

        let rows = rows(page);
        let headers = rows.iter().filter(|row| row.heading() == Some("STT")).count();
        assert_eq!(headers, 1, "page {number} has one header: {rows:?}");
        let last = rows.last().expect("rows");
        if !page.text().contains("NGƯỜI LẬP") || rows.len() > 1 {
            assert!(last.number().is_some() || rows.len() == 1, "page {number} ends with {last:?}");
        }
    }
}

/// The rows of people and walk-ins over all pages of a part.
fn numbered_rows(pages: &[ReadPage]) -> Vec<TableRow> {
    pages.iter().flat_map(rows).filter(|row| row.number().is_some()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn sheets_hold_for_any_number_of_rows_and_sittings(
        people in 0usize..=500,
        sittings in 1usize..=12,
        blank in 0u32..8,
        group: bool,
        seed: u64,
    ) {
        let dossier = random_session(people, sittings, seed);
        let mut options = Options::default();
        options.sign_in_sheet.look.blank_rows = blank;
        options.sign_in_sheet.look.group = group;
        let layout = lay_out(PaperKind::SignInSheet, &dossier, &options).expect("a sheet");
        prop_assert!(layout.findings.is_empty());
        let pages = read(&pdf::write(layout.clone()).expect("a file"));
        prop_assert_eq!(pages.len(), layout.pages.len());
        check_pages(&pages, sittings > 2);

        // Every row once in each part, in the order of the list.
        let order = numbered(&dossier.delegates, &[dossier.clusters[0].id], dossier.session.details.list_order);
        let read_back = numbered_rows(&pages);
        let length = people + blank as usize;
        let parts = sittings.div_ceil(6).max(1);
        if sittings <= 2 || sittings % 6 == 0 {
            prop_assert_eq!(read_back.len(), length * parts);
        }
        for (index, row) in read_back.iter().enumerate() {
            let at = index % length.max(1);
            prop_assert_eq!(row.number(), Some(at as u32 + 1));
            let name = order.get(at).map_or("", |one| one.delegate.details.full_name.as_str());
            prop_assert_eq!(&row.cells[1], name);
        }

        // The closing block stands once, at the end, with a row of the list over it.
        let closing: Vec<usize> =
            (0..pages.len()).filter(|&page| pages[page].says("NGƯỜI LẬP")).collect();
        prop_assert_eq!(closing, vec![pages.len() - 1]);
        if length > 0 {
            let rows = numbered_rows(&pages[pages.len() - 1..]);
            prop_assert!(!rows.is_empty());
        }

        // What was drawn is what is read, and delegates are known by page.
        for (page, laid) in pages.iter().zip(&layout.pages) {
            let drawn: String = laid.items.iter().filter_map(|item| match item {
                Item::Text(text) => Some(text.text.as_str()),
                _ => None,
            }).collect();
            let read: String = page.runs.iter().map(|run| run.text.as_str()).collect();
            prop_assert!(is_nfc(&read));
            prop_assert_eq!(drawn, read);
        }
        let listed: usize = layout.pages.iter().map(|page| page.delegates.len()).sum();
        prop_assert_eq!(listed, people * (read_back.len() / length.max(1)));
    }

    #[test]
    fn delegate_lists_hold_for_any_number_of_rows(people in 0usize..=300, seed: u64) {
        let dossier = random_session(people, 2, seed);
        let layout = lay_out(PaperKind::DelegateList, &dossier, &Options::default()).expect("a list");
        let pages = read(&pdf::write(layout.clone()).expect("a file"));
        check_pages(&pages, false);
        prop_assert_eq!(numbered_rows(&pages).len(), people);
    }
}

/// All text of a page's items.
fn everything(dossier: &Dossier, options: &Options, kind: PaperKind) -> (usize, String) {
    let layout = lay_out(kind, dossier, options).expect("a paper");
    let texts = layout.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Text(text) => Some(text.text.as_str()),
        _ => None,
    });
    (layout.pages.len(), texts.collect())
}

#[test]
fn ten_thousand_rows_are_set() {
    let dossier = session(10_000, 1, 2);
    let layout = lay_out(PaperKind::SignInSheet, &dossier, &Options::default()).expect("a sheet");
    let listed: usize = layout.pages.iter().map(|page| page.delegates.len()).sum();
    assert_eq!(listed, 10_000);
}

#[test]
fn a_name_of_four_thousand_letters_breaks_over_pages_and_loses_none() {
    let mut dossier = session(30, 1, 2);
    dossier.delegates[7].details.full_name = "Ngoan".into();
    certify_as_listed(&mut dossier);
    let short = dossier.clone();
    dossier.delegates[7].details.full_name = "Ngoằn".repeat(800);
    dossier.delegates[7].details.position = Some("Tổ trưởng ".repeat(400));
    certify_as_listed(&mut dossier);
    for kind in PaperKind::ALL.into_iter().filter(|kind| kind.about().lists_delegates) {
        let (pages, text) = everything(&dossier, &Options::default(), kind);
        assert!(pages >= 3, "{kind:?}");
        // Lines break inside the word, so its letters are counted.
        let (_, without) = everything(&short, &Options::default(), kind);
        assert_eq!(text.matches('ằ').count(), without.matches('ằ').count() + 800, "{kind:?}");
    }
    let layout = lay_out(PaperKind::SignInSheet, &dossier, &Options::default()).expect("a sheet");
    for page in &layout.pages {
        for item in &page.items {
            assert!(item.bottom() <= page.height - 10.0 * MM as f32, "{item:?}");
        }
    }
}

#[test]
fn absurd_heads_titles_and_signatories_are_set_all_the_same() {
    let mut dossier = session(12, 1, 2);
    let long = "Hội nghị tập huấn công tác Mặt trận cơ sở ".repeat(200);
    dossier.session.details.title_in_text = Some(long.clone());
    dossier.letterhead.issuer = vec![long.to_uppercase()];
    dossier.letterhead.place = Some(long.clone());
    let signatory = dossier.signatory.as_mut().expect("a signatory");
    signatory.authority = vec!["TM. BAN THƯỜNG TRỰC".into(); 90];
    signatory.name = long.clone();
    dossier.delegates[0].details.unit_group = Some(long.clone());
    dossier.clusters[0].details.venue = Some(long);
    for kind in PaperKind::ALL {
        let turns = matches!(kind, PaperKind::SignInSheet | PaperKind::DelegateList);
        for orientation in [Orientation::Portrait, Orientation::Landscape] {
            if orientation == Orientation::Landscape && !turns {
                continue;
            }
            let mut options = Options::default();
            options.sign_in_sheet.look.orientation = orientation;
            options.delegate_list.look.orientation = orientation;
            let layout = lay_out(kind, &dossier, &options).expect("a paper");
            let listed: usize = layout.pages.iter().map(|page| page.delegates.len()).sum();
            let by_name = kind.about().lists_delegates || kind == PaperKind::Invitations;
            let named = match kind {
                PaperKind::Commendation => 1,
                _ if by_name => 12,
                _ => 0,
            };
            assert_eq!(listed, named, "{kind:?}");
            pdf::write(layout.clone()).expect("a file");
        }
    }
}
