//! What a page that people sign bears beside its text, as an independent reader finds it.
#![allow(dead_code)]

use super::pdf_reader::{ReadPage, ReadRun};
use hayro::kurbo::Rect;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

fn is_square(path: &Rect, side: f64) -> bool {
    (path.width() - side * MM).abs() < 0.1 && (path.height() - side * MM).abs() < 0.1
}

/// The corner marks of a page.
pub fn marks(page: &ReadPage) -> Vec<Rect> {
    page.paths.iter().copied().filter(|path| is_square(path, 6.0)).collect()
}

/// The codes to be scanned.
pub fn codes(page: &ReadPage) -> Vec<Rect> {
    page.paths.iter().copied().filter(|path| is_square(path, 16.8)).collect()
}

/// All lines and shapes but marks and code.
pub fn others(page: &ReadPage) -> Vec<Rect> {
    let own = [marks(page), codes(page)].concat();
    page.paths.iter().copied().filter(|path| !own.contains(path)).collect()
}

/// Whether a text stands at the foot of a page, or says over it how the page is filled in.
pub fn is_foot(page: &ReadPage, run: &ReadRun) -> bool {
    let foot = page.height - 12.0 * MM;
    let help = foot - 9.0 * 1.2;
    (run.baseline - foot).abs() < 0.1 || ((run.baseline - help).abs() < 0.1 && (run.size - 9.0).abs() < 0.1)
}
