//! Searching the guide.

use std::sync::LazyLock;

use super::Page;
use crate::vietnamese::fold::fold;

/// A page as it is searched: its title and all of its text, folded.
struct Searched {
    page: Page,
    title: String,
    text: String,
}

/// The pages that have all of these words, those first that have them in their title.
pub fn find(words: &str) -> Vec<Page> {
    static PAGES: LazyLock<Vec<Searched>> = LazyLock::new(|| {
        let searched = |page: Page| {
            let article = page.article();
            Searched { page, title: fold(&article.title), text: fold(&article.text()) }
        };
        Page::all().map(searched).collect()
    });
    let words = fold(words);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let has = |text: &str| words.iter().all(|word| text.contains(word));
    let (mut titled, others): (Vec<&Searched>, Vec<&Searched>) =
        PAGES.iter().filter(|page| has(&page.title) || has(&page.text)).partition(|page| has(&page.title));
    titled.extend(others);
    titled.into_iter().map(|page| page.page).collect()
}
