//! On what decisions and submissions rest: what the user typed, else the usual lines.

use super::content::{Block, Paragraph, Span};
use super::letter::stopped;

/// What a user typed to be parted as a list is, by semicolons or lines.
pub fn parted(entered: &str) -> Vec<String> {
    let parts = entered.split([';', '\n']).map(|one| one.trim().trim_start_matches('-').trim());
    parts
        .map(|one| one.trim_end_matches(['.', ',']))
        .filter(|one| !one.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The lines in italics: those that were typed, else the `usual`; then the `last`, unless one that begins like it was
/// typed. A line that ends in dots is one to write on.
pub fn paragraphs(entered: &str, usual: Vec<String>, last: Option<String>) -> Vec<Block> {
    let typed = parted(entered);
    let mut grounds = if typed.is_empty() { usual } else { typed };
    let beginning =
        |text: &str| -> Vec<String> { text.split_whitespace().take(3).map(str::to_lowercase).collect() };
    let last = last.filter(|last| !grounds.iter().any(|known| beginning(known) == beginning(last)));
    grounds.extend(last);
    let count = grounds.len();
    let paragraph = |(index, ground): (usize, String)| {
        let end = if index + 1 == count { "." } else { ";" };
        // What ends in dots has them to the margin.
        let (words, dotted) = match ground.strip_suffix('…') {
            Some(words) => (words.trim_end_matches('…').trim_end().to_owned(), true),
            None => (stopped(&ground, end), false),
        };
        Block::Paragraph(Paragraph { spans: vec![Span::italic(words)], dotted, ..Paragraph::default() })
    };
    grounds.into_iter().enumerate().map(paragraph).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(entered: &str) -> Vec<String> {
        let last = Some("Xét Tờ trình số …… của Ban Thường trực".to_owned());
        let block = |block: Block| match block {
            Block::Paragraph(paragraph) => paragraph.spans[0].text.clone(),
            other => panic!("{other:?}"),
        };
        paragraphs(entered, vec!["Căn cứ chức năng".to_owned()], last).into_iter().map(block).collect()
    }

    #[test]
    fn what_was_typed_takes_the_place_of_the_usual() {
        assert_eq!(said(" ;"), ["Căn cứ chức năng;", "Xét Tờ trình số …… của Ban Thường trực."]);
        assert_eq!(said("Căn cứ Luật A.")[0], "Căn cứ Luật A;");
        assert_eq!(
            said("Căn cứ Luật A;\n- Xét Tờ trình số 12/TTr-UBND"),
            ["Căn cứ Luật A;", "Xét Tờ trình số 12/TTr-UBND."]
        );
    }
}
