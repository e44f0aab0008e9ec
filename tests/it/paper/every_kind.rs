//! What holds of every kind of paper, for sessions of any size and names of any shape: nobody is lost, nothing leaves
//! the margins, nobody signs alone on a page, and the PDF, the Word file and the workbook say the same.
//!
//! A new kind falls in by itself. `TAPHUAN_LONG_TESTS=1` tries many more sessions.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use proptest::prelude::*;
use taphuan::domain::delegate::DelegateState;
use taphuan::domain::dossier::Dossier;
use taphuan::paper::content::{Block, Body, CertificateBatch, Document, Row, Section};
use taphuan::paper::{Format, Options, PaperKind, document, docx, lay_out, pdf, xlsx};

use crate::support::odd_sessions::odd_session;
use crate::support::pdf_reader::{ReadPage, ReadRun, read};
use crate::support::signed_page::{is_foot, others};
use crate::support::word_reader::{self, WordFile};
use crate::support::words::plain;

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A paper in all its forms, read back.
struct Made {
    kind: PaperKind,
    content: Document,
    pages: Vec<ReadPage>,
    /// The page on which each part begins.
    parts: Vec<usize>,
    word: Option<WordFile>,
    cells: Option<Vec<String>>,
}

/// `None` where the session gives no such paper.
fn made(kind: PaperKind, dossier: &Dossier, options: &Options) -> Option<Made> {
    let (content, _) = document(kind, dossier, options).ok()?;
    let layout = lay_out(kind, dossier, options).expect("pages");
    let parts = layout.parts().map(|part| part.page).collect();
    let pages = read(&pdf::write(layout).expect("a PDF"));
    let has = |format| kind.about().formats.contains(&format);
    let word = has(Format::Docx).then(|| word_reader::read(&docx::write(&content).expect("a Word file")));
    let cells = has(Format::Xlsx).then(|| cells(&xlsx::write(&content).expect("a workbook")));
    Some(Made { kind, content, pages, parts, word, cells })
}

/// What the cells of a workbook say.
fn cells(file: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file)).expect("a workbook");
    let mut said = Vec::new();
    for (_, sheet) in book.worksheets() {
        said.extend(sheet.used_cells().map(|(_, _, cell)| match cell {
            Data::String(text) => text.clone(),
            // Rates are the only figures that are not whole.
            Data::Float(rate) if rate.fract() != 0.0 => format!("{}%", (rate * 100.0).round()),
            other => other.to_string(),
        }));
    }
    said
}

/// What the text of a Word file says, paragraph by paragraph.
fn word_text(file: &WordFile) -> String {
    let paragraphs = file.part("word/document.xml").all("w:p").into_iter();
    let said = paragraphs.map(|one| one.all("w:t").into_iter().map(|text| text.text()).collect::<String>());
    said.collect::<Vec<_>>().join("\n")
}

/// What the pages say without their feet, numbers and codes.
fn page_text(pages: &[ReadPage]) -> String {
    let runs = pages.iter().flat_map(|page| page.runs.iter().filter(|run| !is_edge(page, run)));
    runs.map(|run| run.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// Whether a run stands in the margin over or under the text.
fn is_edge(page: &ReadPage, run: &ReadRun) -> bool {
    let is_number = run.baseline < 20.0 * MM && run.text.chars().all(|letter| letter.is_ascii_digit());
    is_number || is_foot(page, run)
}

/// How often each word is said. Numbers are compared as numbers, and what is left to be filled in is no word.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(['.', '…', '%']);
        let digits: String = word.chars().filter(|letter| *letter != '.').collect();
        let is_number = !digits.is_empty() && digits.bytes().all(|letter| letter.is_ascii_digit());
        let word = match is_number {
            true if digits.trim_start_matches('0').is_empty() => "0",
            true => digits.trim_start_matches('0'),
            false => word,
        };
        if !word.is_empty() {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// The words that `more` says oftener than `less`.
fn surplus(more: &BTreeMap<String, usize>, less: &BTreeMap<String, usize>) -> BTreeSet<String> {
    let is_more = |(word, count): &(&String, &usize)| less.get(*word).is_none_or(|other| *count > other);
    more.iter().filter(is_more).map(|(word, _)| word.clone()).collect()
}

fn sections(content: &Document) -> &[Section] {
    match &content.body {
        Body::Flow(sections) => sections,
        _ => &[],
    }
}

/// Whom the paper is about, by name.
fn named(content: &Document) -> Vec<String> {
    match &content.body {
        Body::Flow(sections) => {
            let blocks = sections.iter().flat_map(|section| &section.blocks);
            let rows = blocks.filter_map(|block| match block {
                Block::Table(table) => Some(&table.rows),
                _ => None,
            });
            let subjects = rows.flatten().filter_map(|row| match row {
                Row::Cells { subject, .. } => subject.as_ref(),
                Row::Heading { .. } => None,
            });
            subjects.map(|subject| subject.name.clone()).collect()
        }
        Body::Certificates(batches) => {
            let subjects = batches.iter().flat_map(|batch| match batch {
                CertificateBatch::Former(all) => all.iter().map(|one| &one.subject).collect::<Vec<_>>(),
                CertificateBatch::Designed(all) => all.certificates.iter().map(|one| &one.subject).collect(),
            });
            subjects.map(|one| one.name.clone()).collect()
        }
        Body::Badges(sheets) => {
            let badges = sheets.groups.iter().flat_map(|(_, badges)| badges);
            badges.map(|badge| badge.subject.name.clone()).collect()
        }
        Body::TableSigns(signs) => signs.iter().map(|sign| sign.subject.name.clone()).collect(),
        Body::Labels(sheets) => {
            sheets.labels.iter().filter_map(|label| Some(label.subject.as_ref()?.name.clone())).collect()
        }
        Body::UnitSigns(_) | Body::Guide(_) => Vec::new(),
    }
}

/// Whether a line of a page begins a text: it is all of it, or so much that it is no other word.
fn is_begun(text: &str, line: &str) -> bool {
    text.starts_with(line) && (line.len() == text.len() || line.chars().count() > 12)
}

/// What repeats on the pages of a PDF beyond what the paper says once: headings of tables and groups, sums of pages.
fn repeated(content: &Document) -> BTreeSet<String> {
    let mut said = String::from("tiếp theo Cộng trang (tiếp theo) ");
    for section in sections(content) {
        for block in &section.blocks {
            let Block::Table(table) = block else { continue };
            for column in &table.columns {
                said.push_str(&column.title);
                said.push(' ');
                said.push_str(column.group.as_deref().unwrap_or_default());
                said.push(' ');
            }
            for row in &table.rows {
                let Row::Heading { spans, .. } = row else { continue };
                spans.iter().for_each(|span| said.push_str(&span.text));
                said.push(' ');
            }
        }
    }
    words(&said).into_keys().collect()
}

impl Made {
    fn check(&self, dossier: &Dossier) {
        self.nobody_is_lost(dossier);
        self.nothing_leaves_the_page();
        self.nobody_signs_alone();
        self.all_forms_say_the_same();
    }

    fn nobody_is_lost(&self, dossier: &Dossier) {
        let names: BTreeSet<String> = named(&self.content).into_iter().map(|name| plain(&name)).collect();
        if self.kind.about().lists_delegates && dossier.attendance == Default::default() {
            for one in dossier.delegates.iter().filter(|one| one.state == DelegateState::Listed) {
                assert!(names.contains(&plain(&one.details.full_name)), "{:?}: {:?}", self.kind, one.details);
            }
        }
        let texts = [
            Some(("PDF", page_text(&self.pages))),
            self.word.as_ref().map(|file| ("Word", word_text(file))),
            self.cells.as_ref().map(|cells| ("Excel", cells.join("\n"))),
        ];
        for (form, text) in texts.into_iter().flatten() {
            let text = plain(&text).to_lowercase();
            for name in &names {
                assert!(
                    text.contains(&name.to_lowercase()),
                    "{:?}: {name} is not in the {form} file",
                    self.kind
                );
            }
        }
    }

    fn nothing_leaves_the_page(&self) {
        let flows = matches!(self.content.body, Body::Flow(_));
        for (number, page) in self.pages.iter().enumerate() {
            let landscape = page.width > page.height;
            let (left, right, above) = match flows {
                true => (30.0, if landscape { 20.0 } else { 15.0 }, 20.0),
                false => (3.0, 3.0, 3.0),
            };
            let (left, right) = (left * MM - 0.8, page.width - right * MM + 0.8);
            let (top, bottom) = (above * MM - 0.8, page.height - above * MM + 0.8);
            for run in page.runs.iter().filter(|run| !run.text.trim().is_empty()) {
                let at = format!("{:?}: {run:?} of page {number}", self.kind);
                assert!(run.x >= left && run.right <= right, "{at}");
                assert!(is_edge(page, run) || (run.baseline > top && run.baseline < bottom), "{at}");
            }
            for path in others(page).iter().filter(|_| flows) {
                let at = format!("{:?}: {path:?} of page {number}", self.kind);
                assert!(path.x0 >= left && path.x1 <= right && path.y0 >= top && path.y1 <= bottom, "{at}");
            }
        }
    }

    /// Over a signature on a later page stand two lines or rows, or all that the table has.
    fn nobody_signs_alone(&self) {
        for (place, section) in sections(&self.content).iter().enumerate() {
            let end = self.parts.get(place + 1).copied().unwrap_or(self.pages.len());
            let (first, last) = (self.parts[place], end - 1);
            let own: Vec<&str> = match section.blocks.last() {
                Some(Block::Closing(closing)) => {
                    let signers = [Some(&closing.left), closing.middle.as_ref(), Some(&closing.right)];
                    let titles = signers.into_iter().flatten().filter_map(|one| one.lines.first());
                    titles.map(String::as_str).chain([closing.count.as_str()]).collect()
                }
                Some(Block::Signed(signed)) => {
                    signed.signature.lines.iter().take(1).map(String::as_str).collect()
                }
                _ => continue,
            };
            if last == first {
                continue;
            }
            let page = &self.pages[last];
            let begins = |run: &&ReadRun| own.iter().any(|line| is_begun(line, &run.text));
            let Some(signature) = page.runs.iter().filter(begins).map(|run| run.baseline).reduce(f64::min)
            else {
                continue;
            };
            let mut lines: Vec<i64> = page
                .runs
                .iter()
                .filter(|run| !is_edge(page, run) && run.baseline < signature - 1.0)
                .map(|run| run.baseline.round() as i64)
                .collect();
            lines.sort_unstable();
            lines.dedup();
            assert!(
                lines.len() >= 2,
                "{:?}: {own:?} stands alone on page {last}: {}",
                self.kind,
                page.text()
            );
        }
    }

    fn all_forms_say_the_same(&self) {
        let Some(word) = &self.word else { return };
        let word = words(&word_text(word));
        let pages = words(&page_text(&self.pages));
        let kind = self.kind;
        let missing = surplus(&word, &pages);
        // A word that is longer than its column is wide goes on in the next line.
        let unbroken: String = page_text(&self.pages).split_whitespace().collect();
        let lost: Vec<&String> = missing.iter().filter(|word| !unbroken.contains(word.as_str())).collect();
        assert!(lost.is_empty(), "{kind:?}: in the Word file, not in the PDF: {lost:?}");
        let more: Vec<String> = surplus(&pages, &word).into_iter().collect();
        let repeated = repeated(&self.content);
        let is_number = |word: &String| word.bytes().all(|letter| letter.is_ascii_digit());
        let is_piece = |word: &str| missing.iter().chain(&repeated).any(|whole| whole.contains(word));
        let more = more.iter().filter(|word| !repeated.contains(*word) && !is_piece(word));
        let more: Vec<&String> = more.collect();
        // The sums of pages.
        let sums = self.pages.len() > 1 && page_text(&self.pages).contains("Cộng trang");
        let more: Vec<&String> = more.into_iter().filter(|word| !(sums && is_number(word))).collect();
        assert!(more.is_empty(), "{kind:?}: in the PDF, not in the Word file: {more:?}");
        if let Some(cells) = &self.cells {
            let cells = words(&cells.join("\n"));
            let (less, more) = (surplus(&word, &cells), surplus(&cells, &word));
            assert!(less.is_empty() && more.is_empty(), "{kind:?}: in Word {less:?}, in Excel {more:?}");
        }
    }
}

fn check_all(people: usize, clusters: usize, sittings: usize, seed: u64) {
    let dossier = odd_session(people, clusters, sittings, seed);
    for kind in PaperKind::ALL {
        if let Some(made) = made(kind, &dossier, &Options::default()) {
            made.check(&dossier);
        }
    }
}

/// How many sessions are tried: few, or many when they are asked for.
fn cases(few: u32, many: u32) -> ProptestConfig {
    let long = std::env::var_os("TAPHUAN_LONG_TESTS").is_some();
    ProptestConfig { cases: if long { many } else { few }, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(6, 120))]

    #[test]
    fn small_sessions_hold(people in 0usize..=30, clusters in 1usize..=3, sittings in 1usize..=12, seed: u64) {
        check_all(people, clusters, sittings, seed);
    }
}

proptest! {
    #![proptest_config(cases(12, 400))]

    #[test]
    fn one_kind_of_a_large_session_holds(
        kind in prop::sample::select(PaperKind::ALL.to_vec()),
        people in 31usize..=500,
        clusters in 0usize..=4,
        sittings in 1usize..=12,
        seed: u64,
    ) {
        let dossier = odd_session(people, clusters, sittings, seed);
        if let Some(made) = made(kind, &dossier, &Options::default()) {
            made.check(&dossier);
        }
    }
}
