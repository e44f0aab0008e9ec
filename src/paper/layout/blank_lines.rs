//! Lines to write on, which give way where they would push the signatures to a page of their own.

use crate::paper::content::Block;

/// How many lines are left of each of several.
const LEAST: usize = 2;

/// The blocks with a line to write on less, with two less and so on: always one of the longest group.
pub fn with_fewer<'b, 'a>(blocks: &'b [&'a Block]) -> impl Iterator<Item = Vec<&'a Block>> + use<'b, 'a> {
    let mut left = blocks.to_vec();
    std::iter::from_fn(move || {
        let longest = groups(&left).into_iter().filter(|(_, length)| *length > LEAST);
        let (from, length) = longest.max_by_key(|(_, length)| *length)?;
        left.remove(from + length - 1);
        Some(left.clone())
    })
}

/// Where lines to write on stand, and how many there are under each other.
fn groups(blocks: &[&Block]) -> Vec<(usize, usize)> {
    let mut groups: Vec<(usize, usize)> = Vec::new();
    for (at, _) in blocks.iter().enumerate().filter(|(_, block)| is_blank(block)) {
        match groups.last_mut().filter(|(from, length)| from + *length == at) {
            Some((_, length)) => *length += 1,
            None => groups.push((at, 1)),
        }
    }
    groups
}

fn is_blank(block: &Block) -> bool {
    matches!(block, Block::Paragraph(one) if one.dotted && one.spans.is_empty() && one.marker.is_empty())
}
