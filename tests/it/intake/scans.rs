//! Scans of signed pages: what scanners write is drawn, what is made to take all memory is refused.

use taphuan::domain::attendance::scan::{LONGEST, MOST_PAGE, ScanMistake, read};
use taphuan::intake::scanned_pages;
use taphuan::paper::{Options, PaperKind, make};
use taphuan::progress::Progress;

use crate::support::dossier::session;

/// A PDF of one page, with what it draws and the objects that needs.
fn pdf(content: &str, objects: &[&str]) -> Vec<u8> {
    let stream = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
    let fixed = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /XObject << /P 5 0 R >> >> >>",
        &stream,
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(fixed.iter().chain(objects)) {
        places.push(file.len());
        file.extend(format!("{number} 0 obj\n{object}\nendobj\n").bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let trailer = format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF", places.len() + 1);
    file.extend(trailer.bytes());
    file
}

fn pages(file: Vec<u8>) -> Result<usize, ScanMistake> {
    scanned_pages(file, &Progress::default()).map(|pages| pages.len())
}

#[test]
fn a_printed_list_is_drawn_page_by_page_in_grey_and_small_enough() {
    let dossier = session(60, 1, 2);
    let made = make(PaperKind::SignInSheet, &dossier, &Options::default()).expect("a PDF");
    let scanned = scanned_pages(made.pdf, &Progress::default()).expect("pages");
    assert!(scanned.len() > 1, "{}", scanned.len());
    for page in scanned {
        assert_eq!(page.width.max(page.height), LONGEST);
        assert!(page.jpeg.len() <= MOST_PAGE);
        let dark = read(&page.jpeg).expect("a picture").pixels().filter(|pixel| pixel.0[0] < 100).count();
        assert!(dark > 2_000, "letters and lines: {dark}");
    }
}

#[test]
fn what_promises_more_than_memory_holds_is_refused_before_it_is_drawn() {
    let image = |width: u32, height: u32, filter: &str| {
        format!(
            "<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray \
             /BitsPerComponent 8 {filter} /Length 4 >>\nstream\nabcd\nendstream"
        )
    };
    let drawn = "q 595 0 0 842 0 0 cm /P Do Q";
    assert_eq!(pages(pdf(drawn, &[&image(2, 2, "")])), Ok(1));
    for (wrong, mistake) in [
        (image(60_000, 60_000, ""), ScanMistake::TooLarge),
        (image(60_000, 60_000, "/Filter /DCTDecode"), ScanMistake::TooLarge),
        (
            image(10, 9_000, "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 4000000000 >>"),
            ScanMistake::TooLarge,
        ),
        (image(10, 10, "/Filter /JBIG2Decode"), ScanMistake::Packed),
        (image(10, 10, "/Filter /JPXDecode"), ScanMistake::Packed),
    ] {
        assert_eq!(pages(pdf(drawn, &[&wrong])), Err(mistake), "{wrong}");
    }
    let inline = "q BI /W 60000 /H 60000 /CS /G /BPC 8 ID abcd EI Q";
    assert_eq!(pages(pdf(inline, &[])), Err(ScanMistake::Packed));
    // A drawing that draws itself comes to an end.
    let form = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P 5 0 R >> >> /Length 6 >>\nstream\n/P Do\n\nendstream";
    assert!(matches!(pages(pdf(drawn, &[form])), Ok(1) | Err(ScanMistake::TooLarge)));
    for nothing in [&b""[..], b"%PDF-1.7", b"\xff\xd8\xff\xe0"] {
        assert_eq!(pages(nothing.to_vec()), Err(ScanMistake::Unknown));
    }
}
