//! Sổ cấp giấy chứng nhận across sessions: the lines of the register as the screen shows them, and, of one whole book, how
//! it is closed.

use std::collections::HashMap;

use super::alone::{self, LonePaper};
use super::content::{
    Align, Block, Body, Cell, Closing, Column, Document, Info, LIST_SIZE, Row, Span, Table, TitleLine, Width,
};
use super::finding::PaperError;
use super::{Format, layout, list, quotes};
use crate::domain::certificate::CertificateState;
use crate::domain::certificate::book::Book;
use crate::domain::certificate::register::{RegisterLine, RegisterQuery};
use crate::domain::certificate::state::{Ending, HandOut};
use crate::domain::date::FuzzyDate;
use crate::domain::id::BookId;
use crate::domain::organisation::OrganisationDetails;
use crate::vietnamese::fold::fold;
use crate::vietnamese::{date, number};

/// Its name.
pub const NAME: &str = "Sổ cấp giấy chứng nhận";

/// What stands over the columns.
const TITLE: &str = "SỔ CẤP GIẤY CHỨNG NHẬN";

/// The count of its pages stands in it, and may add one: it is counted again so often at most.
const MOST_COUNTS: usize = 3;

/// The register as it goes on paper.
#[derive(Debug, Clone, Default)]
pub struct RegisterBook {
    /// The lines that are seen, by year, book and number.
    pub lines: Vec<RegisterLine>,
    /// What they answer.
    pub query: RegisterQuery,
    /// All books.
    pub books: Vec<Book>,
    /// Whose register it is; `None` while no organisation is entered.
    pub office: Option<OrganisationDetails>,
}

impl RegisterBook {
    /// The register as a file.
    ///
    /// Errors: a file that cannot be put together.
    pub fn write(&self, format: Format) -> Result<LonePaper, PaperError> {
        alone::write(&self.document(self.pages()), Vec::new(), format)
    }

    /// How many pages it prints on. What is said of them in it is true of it.
    pub fn pages(&self) -> usize {
        let count = |pages| layout::lay_out(&self.document(pages)).pages.len();
        let mut pages = count(1);
        for _ in 0..MOST_COUNTS {
            match count(pages) {
                same if same == pages => break,
                other => pages = other,
            }
        }
        pages
    }

    /// The whole book that is shown; `None` for several, and for an extract.
    pub fn whole(&self) -> Option<&Book> {
        let all =
            self.query.text.trim().is_empty() && self.query.session.is_none() && self.query.reached.is_none();
        let id = self.query.book.filter(|_| all)?;
        self.book(id)
    }

    /// What it says on so many pages.
    pub fn document(&self, pages: usize) -> Document {
        let whole = self.whole();
        let mut blocks = vec![Block::Head(alone::head(self.office.as_ref())), Block::Title(self.title())];
        blocks.push(Block::Table(Table {
            columns: columns(self.of_one_class()),
            rows: self.rows(),
            row_height: 8.2,
            text_size: LIST_SIZE,
            sums: None,
        }));
        blocks.push(Block::Closing(self.closing(pages)));
        let named = whole.map_or_else(|| NAME.to_owned(), |book| book.name.clone());
        let section = list::section(&named, String::new(), true, blocks);
        let info = Info {
            title: named,
            author: self.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
            subject: NAME.to_owned(),
            date: self.lines.iter().filter_map(|line| line.date).next_back(),
        };
        let mut document = Document { info, body: Body::Flow(vec![section]) };
        quotes::set(&mut document);
        document
    }

    /// Whether all were issued by one class, which the title then says instead of every line.
    fn of_one_class(&self) -> bool {
        let mut titles = self.lines.iter().map(|line| (&line.session_title, line.source.is_some()));
        let first = titles.next().filter(|(_, is_old)| !is_old);
        first.is_some_and(|first| titles.all(|other| other == first))
    }

    fn book(&self, id: BookId) -> Option<&Book> {
        self.books.iter().find(|book| book.id == id)
    }

    fn title(&self) -> Vec<TitleLine> {
        let mut lines = vec![TitleLine::Kind(TITLE.to_owned())];
        let query = &self.query;
        match (query.book.and_then(|id| self.book(id)), query.year) {
            (Some(book), _) => {
                let named = of_title(&book.name);
                let has_year = book.year.is_none_or(|year| named.contains(&year.to_string()));
                let year = book.year.filter(|_| !has_year).map(|year| format!("Năm {year}"));
                lines.extend(Some(named).filter(|name| !name.is_empty()).map(TitleLine::Subject));
                lines.extend(year.map(TitleLine::Subject));
                if !book.series.is_empty() {
                    lines.push(TitleLine::Note(format!("Ký hiệu: {}", book.series)));
                }
            }
            (None, Some(year)) => lines.push(TitleLine::Subject(format!("Năm {year}"))),
            (None, None) => {}
        }
        if let Some(line) = self.lines.first().filter(|_| self.of_one_class()) {
            lines.push(TitleLine::Note(format!("Lớp: {}", line.session_title)));
        }
        if let Some(reached) = query.reached {
            lines.push(TitleLine::Note(format!("Trích sổ: {}", reached.words())));
        }
        if !query.text.trim().is_empty() {
            lines.push(TitleLine::Note(format!("Trích sổ, các dòng có “{}”", query.text.trim())));
        }
        lines
    }

    fn rows(&self) -> Vec<Row> {
        let mut per_book: HashMap<BookId, usize> = HashMap::new();
        for line in &self.lines {
            *per_book.entry(line.book).or_default() += 1;
        }
        let mut rows = Vec::with_capacity(self.lines.len() + per_book.len());
        let mut last = None;
        for (place, line) in self.lines.iter().enumerate() {
            if per_book.len() > 1 && last != Some(line.book) {
                last = Some(line.book);
                let name = self.book(line.book).map(|book| book.name.as_str()).unwrap_or_default();
                let count = per_book.get(&line.book).copied().unwrap_or_default();
                let spans = vec![Span::bold(name), Span::plain(format!(" – {count} số"))];
                let again = vec![Span::bold(name), Span::italic(" (tiếp theo)")];
                rows.push(Row::Heading { spans, again, sums: Vec::new(), count: None });
            }
            rows.push(row(place + 1, line, self.of_one_class()));
        }
        rows
    }

    fn closing(&self, pages: usize) -> Closing {
        let whole = self.whole();
        let closed = whole.and_then(|book| book.closed.as_ref()).map(|closed| &closed.closing);
        let count = match whole {
            Some(_) if !self.lines.is_empty() => {
                let pages = closed.and_then(|closing| closing.pages).map_or(pages, |pages| pages as usize);
                let first = self.lines.iter().find(|line| line.number.is_some());
                let last = self.lines.iter().rev().find(|line| line.number.is_some());
                let numbers = first.zip(last).map(|(first, last)| {
                    format!(", từ số {} đến số {}", first.printed_number, last.printed_number)
                });
                format!("Sổ này có {} trang{}.", number::with_words(pages), numbers.unwrap_or_default())
            }
            Some(_) => "Sổ này chưa cấp số nào.".to_owned(),
            None => format!("Danh sách này có {} số.", number::with_words(self.lines.len())),
        };
        let mut lines = Vec::new();
        if !self.lines.is_empty() {
            lines.push(Totals::of(&self.lines).words());
        }
        lines.extend(closed.map(|closing| {
            let day = closing.on.map(|day| format!(" {}", date::in_words(day))).unwrap_or_default();
            let by = closing.by.as_ref().map(|by| format!(", người khóa sổ: {by}")).unwrap_or_default();
            format!("Đã khóa sổ{day}{by}.")
        }));
        let place = self.office.as_ref().and_then(|office| office.letterhead.place.as_deref());
        let left = match closed.and_then(|closing| closing.by.clone()) {
            Some(by) => {
                super::content::SignatureBlock { name: by, ..list::prepared_by("NGƯỜI KHÓA SỔ") }
            }
            None => list::prepared_by("NGƯỜI GHI SỔ"),
        };
        Closing {
            count,
            lines,
            place_date: list::place_date(place, closed.and_then(|closing| closing.on)),
            left,
            right: list::signature_or_confirmation(alone::signatory(self.office.as_ref())),
            ..Closing::default()
        }
    }
}

/// What a name of a book says beside the title: "Năm 2026" of "Sổ cấp giấy chứng nhận năm 2026".
fn of_title(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let of_title = TITLE.split(' ').count();
    let begins = words.iter().zip(TITLE.split(' ')).all(|(word, title)| fold(word) == fold(title));
    let rest = words.get(of_title..).filter(|_| begins);
    rest.map_or_else(|| name.to_owned(), |rest| number::sentence_case(&rest.join(" ")))
}

/// How many of what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Totals {
    given: usize,
    voided: usize,
    withdrawn: usize,
    again: usize,
    handed_out: usize,
}

impl Totals {
    fn of(lines: &[RegisterLine]) -> Self {
        let mut totals = Self { given: lines.len(), ..Self::default() };
        for line in lines {
            totals.again += usize::from(line.reissue_of.is_some());
            match line.state {
                CertificateState::Voided(_) => totals.voided += 1,
                CertificateState::Withdrawn(_) => totals.withdrawn += 1,
                CertificateState::HandedOut(_) => totals.handed_out += 1,
                CertificateState::Numbered | CertificateState::Printed => {}
            }
        }
        totals
    }

    fn words(self) -> String {
        let said = |count: usize| match count {
            0 => "không".to_owned(),
            count => number::with_words(count),
        };
        format!(
            "Đã cấp: {}; hủy: {}; thu hồi: {}; cấp lại: {}; đã phát, còn hiệu lực: {}.",
            said(self.given),
            said(self.voided),
            said(self.withdrawn),
            said(self.again),
            said(self.handed_out)
        )
    }
}

fn row(place: usize, line: &RegisterLine, of_one_class: bool) -> Row {
    let copy = &line.copy;
    // An old register names itself, and no session.
    let class = Cell::new(if line.source.is_some() { "" } else { line.session_title.as_str() });
    let before = vec![
        Cell::new(place.to_string()),
        Cell::new(line.printed_number.as_str()),
        Cell::new(copy.name.as_str()),
        Cell::new(copy.birth.and_then(FuzzyDate::year).map(|year| year.to_string()).unwrap_or_default()),
        Cell::new(copy.position.as_deref().unwrap_or_default()),
        Cell::new(copy.unit.as_deref().unwrap_or_default()),
    ];
    let after = [
        Cell::new(line.date.map(date::short).unwrap_or_default()),
        Cell::unstruck(received(&line.state)),
        Cell::unstruck(note(line)),
    ];
    Row::Cells {
        cells: before.into_iter().chain((!of_one_class).then_some(class)).chain(after).collect(),
        struck: !line.state.is_valid(),
        subject: None,
    }
}

/// Who took it, where somebody did; room to sign in otherwise.
fn received(state: &CertificateState) -> String {
    let CertificateState::HandedOut(HandOut { date: day, receiver }) = state else { return String::new() };
    let day = day.map(date::short).unwrap_or_default();
    match receiver {
        Some(name) => list::join(" ", [format!("{name} nhận thay"), day]),
        None if day.is_empty() => String::new(),
        None => format!("Đã nhận {day}"),
    }
}

/// What became of a number, and why; which one it was issued for.
fn note(line: &RegisterLine) -> String {
    let ended = match &line.state {
        CertificateState::Voided(ending) => told("Hủy", ending),
        CertificateState::Withdrawn(ending) => told("Thu hồi", ending),
        _ => String::new(),
    };
    let same = |other: &str| other == line.printed_number;
    let new = line.reissued_as.as_deref().map(|new| match same(new) {
        true => "cấp lại, giữ số".to_owned(),
        false => format!("cấp lại số {new}"),
    });
    let old = line.reissue_of.map(|_| match line.replaces.as_deref() {
        Some(old) if !same(old) => format!("cấp lại thay số {old}"),
        _ => "cấp lại".to_owned(),
    });
    let blank = line.blank_number.as_deref().map(|blank| format!("phôi số {blank}"));
    let said = [Some(ended), old, new, blank];
    number::sentence_case(&list::join("; ", said.map(Option::unwrap_or_default)))
}

fn told(what: &str, ending: &Ending) -> String {
    let day = ended_on(ending).map(|day| format!(" ngày {}", date::short(day))).unwrap_or_default();
    let why = ending.reason.as_deref().map(str::trim).filter(|why| !why.is_empty());
    let why = why.map(|why| format!(": {}", why.trim_end_matches('.'))).unwrap_or_default();
    format!("{what}{day}{why}")
}

/// The day on which a certificate came to an end, where the office is.
pub fn ended_on(ending: &Ending) -> Option<FuzzyDate> {
    let at = ending.at.parse::<jiff::Timestamp>().ok()?;
    FuzzyDate::of(at.to_zoned(jiff::tz::TimeZone::system()).date())
}

fn columns(of_one_class: bool) -> Vec<Column> {
    let column = Column::new;
    let text = |min, max, share, firm| Width::Text { min, max, share, firm };
    let class = column("Lớp", text(28.0, 50.0, 0.8, false), Align::Left);
    let before = vec![
        column("STT", Width::Fixed(9.5), Align::Centre),
        column("Số", text(20.0, 36.0, 1.0, true), Align::Centre),
        column("Họ và tên", text(31.0, 44.0, 1.0, true), Align::Left),
        column("Năm sinh", Width::Fixed(10.8), Align::Centre),
        column("Chức vụ", text(20.0, 36.0, 0.9, false), Align::Left),
        column("Đơn vị", text(20.0, 40.0, 0.9, false), Align::Left),
    ];
    let after = [
        column("Ngày cấp", text(19.0, 24.0, 1.0, true), Align::Centre),
        column("Ký nhận", text(21.0, 30.0, 0.9, false), Align::Left),
        column("Ghi chú", text(26.0, 44.0, 0.9, false), Align::Left),
    ];
    before.into_iter().chain((!of_one_class).then_some(class)).chain(after).collect()
}

#[cfg(test)]
mod tests {
    use super::of_title;

    #[test]
    fn the_name_of_a_book_does_not_say_the_title_again() {
        for (name, said) in [
            ("Sổ cấp giấy chứng nhận năm 2026", "Năm 2026"),
            ("SỔ CẤP GIẤY CHỨNG NHẬN", ""),
            ("Sổ chứng chỉ bồi dưỡng", "Sổ chứng chỉ bồi dưỡng"),
        ] {
            assert_eq!(of_title(name), said);
        }
    }
}
