//! What a paper says, as one line of words: for letters, whose lines break anywhere.

use super::pdf_reader::{ReadPage, read};
use taphuan::domain::dossier::Dossier;
use taphuan::paper::{Options, PaperKind, make};

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// The pages of a paper.
pub fn pages(kind: PaperKind, dossier: &Dossier, options: &Options) -> Vec<ReadPage> {
    read(&make(kind, dossier, options).expect("a paper").pdf)
}

/// All its words.
pub fn words(pages: &[ReadPage]) -> String {
    let text: Vec<String> = pages.iter().map(ReadPage::text).collect();
    plain(&text.join(" "))
}

/// Words with one space between them.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing of a letter stands outside its margins but the number of a later page.
pub fn inside_margins(pages: &[ReadPage]) {
    for page in pages {
        for run in &page.runs {
            let number = run.text.chars().all(|letter| letter.is_ascii_digit()) && run.baseline < 20.0 * MM;
            let inside = run.baseline > 20.0 * MM && run.baseline < page.height - 20.0 * MM;
            assert!(number || inside, "{run:?}");
            assert!(run.x > 30.0 * MM - 0.5 && run.right < page.width - 15.0 * MM + 0.5, "{run:?}");
        }
        for path in &page.paths {
            assert!(path.x0 > 30.0 * MM - 0.8 && path.x1 < page.width - 15.0 * MM + 0.8, "{path:?}");
            assert!(path.y0 > 20.0 * MM - 0.8 && path.y1 < page.height - 20.0 * MM + 0.8, "{path:?}");
        }
    }
}
