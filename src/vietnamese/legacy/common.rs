//! What all of these ways of writing share.

/// Characters that mean themselves in all of these: ASCII, the punctuation that
/// code page 1252 has between 80 and 9F, and the no-break space.
pub(super) fn is_common(character: char) -> bool {
    character.is_ascii()
        || character == '\u{a0}'
        || (character > '\u{ff}' && !character.is_alphabetic() && !is_mark(character))
}

/// A combining mark: a tone or shape of Unicode text.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}
