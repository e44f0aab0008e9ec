//! Pages that people sign: marks and code where a reader of scans looks for them, and what is kept of a page as it was
//! drawn.

use crate::support::dossier::{items, session};
use crate::support::pdf_reader::{ReadPage, ReadRun, read, render};
use crate::support::signed_page::{codes, marks, others};
use crate::support::table::rows;
use hayro::kurbo::Rect;
use taphuan::domain::attendance::page::{PrintedSheet, SheetGeometry};
use taphuan::domain::dossier::Dossier;
use taphuan::domain::programme::{ItemKind, Presenter, ProgrammeItem};
use taphuan::paper::{Made, Options, Orientation, PaperKind, Sheets, make};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// Every list with signatures.
const SIGNED: [PaperKind; 5] = [
    PaperKind::SignInSheet,
    PaperKind::DocumentReceipt,
    PaperKind::AllowanceReceipt,
    PaperKind::PresenterFees,
    PaperKind::CertificateRegister,
];

/// Upright and across, on one page and on many, with little and with much in the head.
fn papers() -> Vec<(String, Made)> {
    let mut papers = Vec::new();
    let mut add = |kind: PaperKind, dossier: &Dossier, options: &Options| {
        let made = make(kind, dossier, options).expect("a paper");
        papers.push((format!("{} {}", kind.id(), dossier.delegates.len()), made));
    };
    for (people, sittings) in [(0, 0), (1, 1), (23, 2), (70, 6)] {
        let mut dossier = session(people, 1, sittings);
        for sitting in dossier.clusters.iter_mut().flat_map(|cluster| &mut cluster.sittings) {
            let person = Presenter::Person { name: "Nguyễn Văn Cường".into(), titles: Vec::new() };
            let (kind, title) = (ItemKind::Topic, "Chuyên đề".into());
            let item = ProgrammeItem { kind, title, minutes: None, presenters: vec![person] };
            sitting.items = items([item]);
        }
        // A list of nobody is a form without a code.
        let blank = |kind: PaperKind| people == 0 && Options::default().of(kind).has_blank_form();
        for kind in SIGNED.into_iter().filter(|kind| !blank(*kind)) {
            for orientation in [Orientation::Portrait, Orientation::Landscape] {
                let mut options = Options::default();
                options.sign_in_sheet.look.orientation = orientation;
                options.sign_in_sheet.look.presenters = people == 23;
                options.document_receipt.look.orientation = orientation;
                options.document_receipt.words.documents = "Điều lệ;Tài liệu;Sổ tay;Túi;Bút;Mũ".into();
                options.allowance_receipt.look.orientation = orientation;
                options.allowance_receipt.look.only_unpaid = false;
                options.presenter_fees.look.orientation = orientation;
                options.certificate_register.look.orientation = orientation;
                add(kind, &dossier, &options);
            }
        }
        let mut options = Options::default();
        options.sign_in_sheet.look.sheets = Sheets::Units;
        if people > 0 {
            add(PaperKind::SignInSheet, &dossier, &options);
        }
    }
    papers
}

/// Pages beside what is kept of them.
fn kept(made: &Made) -> Vec<(ReadPage, PrintedSheet)> {
    let pages = read(&made.pdf);
    assert_eq!(pages.len(), made.sheets.len());
    pages.into_iter().zip(made.sheets.iter().map(|sheet| sheet.clone().expect("a page to sign"))).collect()
}

/// A box in millimetres, as so many around it.
fn grown(rect: &Rect, by: f64) -> Rect {
    rect.inflate(by * MM, by * MM)
}

#[test]
fn marks_and_code_stand_where_a_reader_of_scans_looks_for_them_with_white_around() {
    for (name, made) in papers() {
        for (number, (page, sheet)) in kept(&made).iter().enumerate() {
            let (width, height) = (page.width / MM, page.height / MM);
            let lower = height - 13.0;
            let wanted = [(10.0, 10.0), (width - 10.0, 10.0), (width - 10.0, lower), (10.0, lower)];
            let (marks, codes) = (marks(page), codes(page));
            assert_eq!((marks.len(), codes.len()), (4, 1), "{name} {number}");
            for ((mark, wanted), kept) in marks.iter().zip(wanted).zip(&sheet.geometry.marks) {
                let centre = mark.center();
                let off = |x: f64, y: f64| (centre.x / MM - x).hypot(centre.y / MM - y);
                assert!(off(wanted.0, wanted.1) < 0.1, "{name} {number}: {mark:?}");
                assert!(off(f64::from(kept.0), f64::from(kept.1)) < 0.05, "{name} {number}: {mark:?}");
            }
            let code = codes[0];
            let (x, y) = (code.x0 / MM, code.y0 / MM);
            assert!((x - 9.0).abs() < 0.1 && (y - (height - 45.0)).abs() < 0.1, "{name} {number}: {code:?}");

            let mut free: Vec<Rect> = marks.iter().map(|mark| grown(mark, 1.99)).collect();
            free.push(grown(&code, 4.0 * 0.8));
            for free in &free {
                let is_in = |rect: &Rect| rect.overlaps(*free);
                for path in others(page) {
                    // Lines have a thickness.
                    assert!(!is_in(&path.inflate(0.375, 0.375)), "{name} {number}: {path:?} in {free:?}");
                }
                for run in &page.runs {
                    let text =
                        Rect::new(run.x, run.baseline - run.size, run.right, run.baseline + run.size / 3.0);
                    assert!(!is_in(&text), "{name} {number}: {run:?} in {free:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_kept_of_a_page_is_what_was_drawn() {
    let near = |kept: f32, drawn: f64| (f64::from(kept) - drawn / MM).abs() <= 0.05;
    for (name, made) in papers() {
        for (number, (page, sheet)) in kept(&made).iter().enumerate() {
            let at = format!("{name} {number}");
            let geometry = &sheet.geometry;
            assert!(near(geometry.paper.0, page.width) && near(geometry.paper.1, page.height), "{at}");
            let (flat, upright): (Vec<Rect>, Vec<Rect>) =
                others(page).into_iter().partition(|line| line.height() < 0.1);
            for (y, from, to) in &geometry.horizontal {
                let drawn = |line: &Rect| near(*y, line.y0) && near(*from, line.x0) && near(*to, line.x1);
                assert!(flat.iter().any(drawn), "{at}: {y} {from} {to}");
            }
            for (x, from, to) in &geometry.vertical {
                let drawn = |line: &Rect| near(*x, line.x0) && near(*from, line.y0) && near(*to, line.y1);
                assert!(upright.iter().any(drawn), "{at}: {x} {from} {to}");
            }
            assert_eq!(geometry.vertical.len(), upright.len(), "{at}: only tables have upright lines");
            // A head and strikes have lines of their own; they are no lines of the table.
            let top = geometry.horizontal.iter().map(|line| line.0).fold(f32::MAX, f32::min);
            let of_table = |line: &&Rect| line.y0 / MM >= f64::from(top) - 0.05 && line.width() > 17.0 * MM;
            let struck =
                flat.iter().filter(|line| !geometry.horizontal.iter().any(|one| near(one.0, line.y0)));
            assert_eq!(struck.filter(of_table).count(), 0, "{at}: a line that is not kept");

            let printed = rows(page);
            let numbered: Vec<_> =
                printed.iter().filter_map(|row| Some((row.number()?, row.top, row.bottom))).collect();
            assert_eq!(sheet.rows.len(), numbered.len(), "{at}");
            for (row, (number, top, bottom)) in sheet.rows.iter().zip(numbered) {
                assert_eq!(row.number, number, "{at}");
                assert!(near(row.edges.0, top) && near(row.edges.1, bottom), "{at}: {row:?} {top} {bottom}");
                assert!(row.edges.1 - row.edges.0 >= 8.19, "{at}: room to sign: {row:?}");
            }
            let delegates: Vec<_> = sheet.rows.iter().filter_map(|row| row.delegate).collect();
            // A presenter or a blank row is nobody on the list.
            assert_eq!(delegates, made.delegates[number], "{at}");
            assert!(!sheet.columns.is_empty(), "{at}");
            for column in &sheet.columns {
                let (left, right) = column.edges;
                assert!(right - left >= 17.99, "{at}: room to sign: {column:?}");
                for edge in [left, right] {
                    assert!(geometry.vertical.iter().any(|line| line.0 == edge), "{at}: {column:?}");
                }
            }
        }
    }
}

#[test]
fn each_column_knows_its_sittings_and_each_row_its_delegate() {
    let dossier = session(60, 1, 6);
    let made = make(PaperKind::SignInSheet, &dossier, &Options::default()).expect("a sheet");
    let sittings: Vec<_> = dossier.clusters[0].sittings.iter().map(|one| vec![one.id]).collect();
    for (page, sheet) in kept(&made) {
        let columns: Vec<_> = sheet.columns.iter().map(|column| column.sittings.clone()).collect();
        assert_eq!(columns, sittings);
        for column in &sheet.columns {
            let sitting = dossier.clusters[0].sittings.iter().find(|one| one.id == column.sittings[0]);
            let half = sitting.expect("a sitting").half.printed();
            let over = |run: &&ReadRun| {
                run.x / MM > f64::from(column.edges.0) && run.right / MM < f64::from(column.edges.1)
            };
            assert!(page.runs.iter().filter(over).any(|run| run.text == half), "{half} over {column:?}");
        }
        for (row, printed) in sheet.rows.iter().zip(rows(&page).iter().filter(|row| row.number().is_some())) {
            let name = row.delegate.map_or("", |id| {
                let one = dossier.delegates.iter().find(|one| one.id == id).expect("a delegate");
                one.details.full_name.as_str()
            });
            assert_eq!(printed.cells[1], name);
        }
    }
    // A list of documents or of money is signed for no sitting.
    let made = make(PaperKind::DocumentReceipt, &dossier, &Options::default()).expect("a receipt");
    assert!(
        kept(&made).iter().flat_map(|(_, sheet)| &sheet.columns).all(|column| column.sittings.is_empty())
    );
    let list = make(PaperKind::DelegateList, &dossier, &Options::default()).expect("a list");
    assert!(list.sheets.iter().all(Option::is_none), "nobody signs it");
    assert!(read(&list.pdf).iter().all(|page| marks(page).is_empty() && codes(page).is_empty()));
}

#[test]
fn a_picture_of_100_dpi_turned_by_10_degrees_says_the_code_of_its_page() {
    let dossier = session(40, 1, 2);
    for kind in [PaperKind::SignInSheet, PaperKind::AllowanceReceipt] {
        let mut options = Options::default();
        options.allowance_receipt.look.only_unpaid = false;
        let made = make(kind, &dossier, &options).expect("a list");
        for (page, code) in made.codes.iter().enumerate() {
            let picture = render(&made.pdf, page, 100.0 / 72.0);
            let large = render(&made.pdf, page, 3.0);
            assert_eq!(scanned(&large), std::slice::from_ref(code), "page {page} by a scanner of codes");
            let geometry = &made.sheets[page].as_ref().expect("a page to sign").geometry;
            for degrees in [10.0, 190.0] {
                let turned = turned(&picture, degrees);
                let on_picture = |at| place(&picture, &turned, at, degrees);
                let read = sampled(&turned, geometry, on_picture);
                assert_eq!(read.as_deref(), Some(code.as_str()), "page {page} at {degrees}");
            }
        }
    }
}

/// Width, height and grey values.
type Picture = (usize, usize, Vec<u8>);

/// The grey between the dots of a picture; white outside.
fn grey_at((width, height, grey): &Picture, x: f64, y: f64) -> u8 {
    let (left, top) = (x.floor(), y.floor());
    let (right_part, lower_part) = (x - left, y - top);
    let dot = |x: f64, y: f64| {
        let inside = x >= 0.0 && y >= 0.0 && (x as usize) < *width && (y as usize) < *height;
        if inside { f64::from(grey[y as usize * width + x as usize]) } else { 255.0 }
    };
    let across = |y: f64| dot(left, y) * (1.0 - right_part) + dot(left + 1.0, y) * right_part;
    (across(top) * (1.0 - lower_part) + across(top + 1.0) * lower_part).round() as u8
}

/// A picture on a larger white sheet, turned about its middle.
fn turned(picture: &Picture, degrees: f64) -> Picture {
    let (width, height) = (picture.0 as f64, picture.1 as f64);
    let side = (width.max(height) * 1.5) as usize;
    let middle = side as f64 / 2.0;
    let (sin, cos) = degrees.to_radians().sin_cos();
    let pixel = |place: usize| {
        let (x, y) = ((place % side) as f64 - middle, (place / side) as f64 - middle);
        grey_at(picture, x * cos + y * sin + width / 2.0, y * cos - x * sin + height / 2.0)
    };
    (side, side, (0..side * side).map(pixel).collect())
}

/// Where a place on the page, in millimetres, is on the turned picture.
fn place(page: &Picture, turned: &Picture, (x, y): (f64, f64), degrees: f64) -> (f64, f64) {
    let dots = 100.0 / 25.4;
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (x, y) = (x * dots - page.0 as f64 / 2.0, y * dots - page.1 as f64 / 2.0);
    (x * cos - y * sin + turned.0 as f64 / 2.0, x * sin + y * cos + turned.1 as f64 / 2.0)
}

/// What the modules of the code say, each looked at in its middle, as a reader does that has found the marks.
fn sampled(
    picture: &Picture,
    geometry: &SheetGeometry,
    on_picture: impl Fn((f64, f64)) -> (f64, f64),
) -> Option<String> {
    let (left, top, side) = geometry.code?;
    let middle = |from: f32, module: usize| f64::from(from + (module as f32 + 0.5) * side);
    let modules = rqrr::SimpleGrid::from_func(21, |x, y| {
        let (x, y) = on_picture((middle(left, x), middle(top, y)));
        grey_at(picture, x - 0.5, y - 0.5) < 128
    });
    Some(rqrr::Grid::new(modules).decode().ok()?.1)
}

/// What the codes of a picture say.
fn scanned((width, height, grey): &Picture) -> Vec<String> {
    let mut picture =
        rqrr::PreparedImage::prepare_from_greyscale(*width, *height, |x, y| grey[y * width + x]);
    let grids = picture.detect_grids().into_iter();
    grids.filter_map(|grid| grid.decode().ok()).map(|(_, code)| code).collect()
}
