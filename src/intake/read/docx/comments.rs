//! The comments and the footnotes of a Word document, which stand in parts of their own.

use std::collections::HashMap;

use super::super::super::budget::{Budget, Stop};
use super::super::markup::{Token, Tokens, plain};

/// What they say, by their numbers: of each `element` of a part.
pub(super) fn read(part: &str, element: &str, budget: &Budget) -> Result<HashMap<String, String>, Stop> {
    let (mut comments, mut open, mut in_text) = (HashMap::<String, String>::new(), None, false);
    for token in Tokens::new(part, budget) {
        match token {
            Token::Open(tag) if tag.name == element => {
                budget.shared_text()?;
                open = tag.attribute("id").map(|id| id.into_owned());
            }
            Token::Close(name) if name == element => open = None,
            Token::Open(tag) if tag.name == "t" => in_text = !tag.empty,
            Token::Close("t") => in_text = false,
            Token::Close("p") => {
                if let Some(said) = open.as_ref().and_then(|id| comments.get_mut(id)) {
                    said.push(' ');
                }
            }
            Token::Text(text) if in_text => {
                if let Some(id) = &open {
                    budget.text(text.len())?;
                    comments.entry(id.clone()).or_default().push_str(&plain(text));
                }
            }
            _ => {}
        }
    }
    Ok(comments)
}
