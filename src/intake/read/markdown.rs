//! Tables as an assistant on the web writes them: `| **Họ và tên** | *chưa có* |` above a drawn line.

use std::borrow::Cow;

/// The drawn line stands among the first lines.
const LINES_LOOKED_AT: usize = 200;

/// The text without the signs that only make letters bold, slanted or equally wide; as it is where it has no such table.
/// What is struck out, `~~…~~`, keeps its signs: it must be asked about.
pub(super) fn without_emphasis(text: &str) -> Cow<'_, str> {
    if !text.lines().take(LINES_LOOKED_AT).any(is_drawn) {
        return Cow::Borrowed(text);
    }
    let plain = text.replace("**", "").replace("__", "");
    let lines = plain.split('\n').map(|line| match line.trim_start().starts_with('|') {
        true => line.split('|').map(bare).collect::<Vec<_>>().join("|"),
        false => line.to_owned(),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// `|:---|:---:|`.
fn is_drawn(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|')
        && line.contains("--")
        && line.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '))
}

/// A cell without the signs around all of it.
fn bare(cell: &str) -> &str {
    let own = cell.trim();
    let mut signs = ["`", "*", "_"].into_iter();
    signs.find_map(|sign| own.strip_prefix(sign)?.strip_suffix(sign)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_table_loses_its_signs() {
        let table = "**Danh sách**\n| **STT** | `Tên` |\n|:--|--|\n| 1 | *chưa có* |\n| 2 | ~~Lê An~~ |";
        assert_eq!(
            without_emphasis(table),
            "Danh sách\n| STT |Tên|\n|:--|--|\n| 1 |chưa có|\n| 2 | ~~Lê An~~ |"
        );
        let message = "**Lê An**, Ea H`Leo\n-- hết --";
        assert_eq!(without_emphasis(message), message);
    }
}
