//! What was printed, and who stood on which page: what marking from paper and
//! "in lại trang đã đổi" compare with.

use std::collections::{BTreeMap, HashMap};

use super::attendance::page::PrintedSheet;
use super::id::{ClusterId, DelegateId, SessionId};

/// A paper as it was saved, opened or sent to a printer.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintRun {
    /// Of which session.
    pub session: SessionId,
    /// The kind of paper, as on the command line: "sign-in-sheet".
    pub paper: String,
    /// Of which cluster; of the whole session when `None`.
    pub cluster: Option<ClusterId>,
    /// How it was made, as JSON.
    pub options: String,
    /// Its pages in order.
    pub pages: Vec<PrintedPage>,
    /// Whose picture of a signature went out with it, on how many papers.
    pub signatures: BTreeMap<String, u32>,
    /// The user said that it came out of the printer. Without, it is only known how its pages look: a
    /// file that was saved may have been printed elsewhere, and a sheet of it is found by its code.
    pub printed: bool,
}

impl PrintRun {
    /// The run as it came out of the printer: of its pages those with these codes.
    #[must_use]
    pub fn on_paper(&self, codes: &[String]) -> Self {
        let pages = self.pages.iter().filter(|page| codes.contains(&page.code)).cloned().collect();
        // Whose signature went out was noted when it was sent.
        Self { pages, signatures: BTreeMap::new(), printed: true, ..self.clone() }
    }
}

/// One page of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PrintedPage {
    /// Digits that stand for all the page says: the same text has the same code.
    pub code: String,
    /// Whose rows or certificate stand on it, in order.
    pub delegates: Vec<DelegateId>,
    /// Where everything stands on a page that people sign.
    pub sheet: Option<PrintedSheet>,
}

/// A page that was printed, found again by its code.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPage {
    /// The kind of paper.
    pub paper: String,
    /// Of which cluster the paper is; of the whole session when `None`.
    pub cluster: Option<ClusterId>,
    /// Which page of it, from 1.
    pub page: u32,
    /// How many pages it has.
    pub pages: u32,
    /// When it was printed: UTC, RFC 3339.
    pub made_at: String,
    /// Who stands where on it. `None` for a paper nobody signs, and for one of before it was kept: that page has to be
    /// printed again.
    pub sheet: Option<PrintedSheet>,
}

/// The last run of a paper: the last that was printed, else the last that was made. Pages of now are compared
/// with what was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastRun {
    /// The kind of paper.
    pub paper: String,
    /// Of which cluster; of the whole session when `None`.
    pub cluster: Option<ClusterId>,
    /// When: UTC, RFC 3339.
    pub made_at: String,
    /// The codes of its pages in order.
    pub codes: Vec<String>,
    /// It came out of the printer, as far as the user said.
    pub printed: bool,
}

/// Which pages of now, from 0, were not in a run with these codes.
pub fn changed_pages(now: &[String], then: &[String]) -> Vec<usize> {
    // As often as a page was printed, so often is it there.
    let mut there: HashMap<&str, usize> = HashMap::new();
    for code in then {
        *there.entry(code).or_default() += 1;
    }
    let changed = now.iter().enumerate().filter(|(_, code)| match there.get_mut(code.as_str()) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    changed.map(|(page, _)| page).collect()
}

/// The code of a page that says these things. Eight digits, since scanners type them
/// and a Vietnamese keyboard leaves digits alone.
pub fn page_code<'a>(said: impl IntoIterator<Item = &'a str>) -> String {
    // FNV-1a: stable over versions of the program, which Rust's own hash is not.
    const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut hash = BASIS;
    let mut take = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    for text in said {
        text.bytes().for_each(&mut take);
        take(0);
    }
    format!("{:08}", hash % 100_000_000)
}

#[cfg(test)]
mod tests {
    use super::{changed_pages, page_code};

    #[test]
    fn the_same_page_has_the_same_code_and_another_one_another() {
        let code = page_code(["1", "Nguyễn Văn An", "Xã Tam Đại"]);
        assert_eq!(code, page_code(["1", "Nguyễn Văn An", "Xã Tam Đại"]));
        assert!(code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
        assert_ne!(code, page_code(["2", "Nguyễn Văn An", "Xã Tam Đại"]));
        assert_ne!(code, page_code(["1", "Nguyễn Văn A", "nXã Tam Đại"]));
    }

    #[test]
    fn a_page_is_changed_unless_the_run_had_one_like_it() {
        let codes = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let changed = |now: &str, then: &str| changed_pages(&codes(now), &codes(then));
        assert!(changed("abc", "abc").is_empty());
        assert_eq!(changed("axc", "abc"), [1]);
        assert_eq!(changed("abxc", "abc"), [2]);
        assert!(changed("ab", "abc").is_empty());
        assert_eq!(changed("aab", "ab"), [1], "one sheet cannot be two");
        assert_eq!(changed("ab", ""), [0, 1]);
    }
}
