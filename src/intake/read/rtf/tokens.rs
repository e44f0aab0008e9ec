//! The signs of a text in rich text format: braces, control words, bytes of letters.

/// One sign of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A group begins.
    Open,
    /// A group ends.
    Close,
    /// `\b0`: a word and perhaps its number.
    Word(&'a str, Option<i32>),
    /// `\*`, `\~`: a sign behind a backslash.
    Sign(u8),
    /// `\'e4`: a byte of the code page.
    Byte(u8),
    /// Bytes as they stand there.
    Text(&'a [u8]),
}

/// The longest word that is looked at: the format knows none longer.
const LONGEST_WORD: usize = 32;

/// Goes through the bytes of a text.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    fn skip(&mut self, count: usize) {
        self.rest = self.rest.get(count..).unwrap_or_default();
    }

    /// What follows a backslash, which is gone already.
    fn control(&mut self) -> Option<Token<'a>> {
        let first = *self.rest.first()?;
        if !first.is_ascii_alphabetic() {
            self.skip(1);
            if first != b'\'' {
                return Some(Token::Sign(first));
            }
            let digits = self.rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
            let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
            self.skip(if byte.is_some() { 2 } else { 0 });
            return Some(Token::Byte(byte.unwrap_or(b'?')));
        }
        let letters =
            self.rest.iter().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        // Letters of ASCII are UTF-8.
        let word = std::str::from_utf8(&self.rest[..letters]).unwrap_or_default();
        self.skip(letters);
        let number = self.number();
        // The space behind a word belongs to it.
        if self.rest.first() == Some(&b' ') {
            self.skip(1);
        }
        if word == "bin" {
            self.skip(number.and_then(|length| usize::try_from(length).ok()).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }

    fn number(&mut self) -> Option<i32> {
        const DIGITS: usize = 10;
        let sign = usize::from(self.rest.first() == Some(&b'-'));
        let digits =
            self.rest.iter().skip(sign).take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 {
            return None;
        }
        let number = std::str::from_utf8(&self.rest[..sign + digits]).ok().and_then(|text| text.parse().ok());
        self.skip(sign + digits);
        Some(number.unwrap_or(0))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        // Ends of lines say nothing: only those behind a backslash do.
        let blank = self.rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n' | 0)).count();
        self.skip(blank);
        let first = *self.rest.first()?;
        if matches!(first, b'{' | b'}' | b'\\') {
            self.skip(1);
        }
        match first {
            b'{' => Some(Token::Open),
            b'}' => Some(Token::Close),
            b'\\' => self.control(),
            _ => {
                let is_text = |byte: &&u8| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                let length = self.rest.iter().take_while(is_text).count();
                let (text, rest) = self.rest.split_at(length);
                self.rest = rest;
                Some(Token::Text(text))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_told_apart() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\b0 a\r\n\\'e4\\u-7\\*\\bin2 {}b}").collect();
        assert_eq!(
            tokens,
            [
                Token::Open,
                Token::Word("b", Some(0)),
                Token::Text(b"a"),
                Token::Byte(0xE4),
                Token::Word("u", Some(-7)),
                Token::Sign(b'*'),
                Token::Word("bin", Some(2)),
                Token::Text(b"b"),
                Token::Close,
            ]
        );
    }
}
