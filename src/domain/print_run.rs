//! What was printed, and who stood on which page: what marking from paper and
//! "in lại trang đã đổi" compare with.

use super::id::{DelegateId, SessionId};

/// A paper as it was saved, opened or sent to a printer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRun {
    /// Of which session.
    pub session: SessionId,
    /// The kind of paper, as on the command line: "sign-in-sheet".
    pub paper: String,
    /// How it was made, as JSON.
    pub options: String,
    /// Its pages in order.
    pub pages: Vec<PrintedPage>,
}

/// One page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedPage {
    /// Digits that stand for what the page says of its people: the same people with
    /// the same details in the same order have the same code.
    pub code: String,
    /// Whose rows or certificate stand on it, in order.
    pub delegates: Vec<DelegateId>,
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
    use super::page_code;

    #[test]
    fn the_same_page_has_the_same_code_and_another_one_another() {
        let code = page_code(["1", "Nguyễn Văn An", "Xã Tam Đại"]);
        assert_eq!(code, page_code(["1", "Nguyễn Văn An", "Xã Tam Đại"]));
        assert!(code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit()), "{code}");
        assert_ne!(code, page_code(["2", "Nguyễn Văn An", "Xã Tam Đại"]));
        assert_ne!(code, page_code(["1", "Nguyễn Văn A", "nXã Tam Đại"]));
    }
}
