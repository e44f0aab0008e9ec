//! Tags and text of XML and HTML, as far as tables need them.
//!
//! Word, LibreOffice and web pages all keep tables as tags; web pages are careless
//! with theirs, so nothing here insists on well-formed text. Nothing is unpacked or
//! repeated, so what comes out is never larger than what goes in.

use std::borrow::Cow;

use super::super::budget::Budget;

/// A piece of a text in mark-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<name …>`, also `<name …/>`, which is followed by no [`Token::Close`].
    Open(Tag<'a>),
    /// `</name>`.
    Close(&'a str),
    /// What stands between tags, entities and all.
    Text(&'a str),
    /// Text in which nothing is an entity.
    Literal(&'a str),
}

/// A tag that opens an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name without the prefix of its namespace.
    pub name: &'a str,
    attributes: &'a str,
    /// Whether it closes itself: `<br/>`.
    pub empty: bool,
}

impl<'a> Tag<'a> {
    /// Whether it has that name, in whatever case.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<Cow<'a, str>> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
            let (found, after) = rest.split_at(end);
            let after = after.trim_start();
            let (value, after) = match after.strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", after),
            };
            // A lone quotation mark or the like must not stop us for ever.
            rest = if after.len() < rest.len() { after } else { after.get(1..).unwrap_or_default() };
            if local(found).eq_ignore_ascii_case(name) {
                return Some(plain(value));
            }
        }
    }

    /// The whole number in an attribute.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// An attribute's value and what follows it.
fn value_of(text: &str) -> (&str, &str) {
    let quoted = text.strip_prefix(['"', '\'']).map(|rest| (rest, &text[..1]));
    match quoted {
        Some((rest, quote)) => rest.split_once(quote).unwrap_or((rest, "")),
        None => text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

/// A name without the prefix of its namespace.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Cuts a text in mark-up into its pieces; comments and declarations are left out.
/// Where the reading is to stop, the text ends: [`super::open`] tells why.
#[derive(Clone)]
pub(super) struct Tokens<'a> {
    budget: Budget,
    rest: &'a str,
    /// The script or style sheet we are in: its text has no tags but its end.
    raw: Option<&'a str>,
}

impl<'a> Tokens<'a> {
    /// The pieces of a text.
    pub fn new(text: &'a str, budget: &Budget) -> Self {
        Self { budget: budget.clone(), rest: text, raw: None }
    }

    fn advance(&mut self, length: usize) -> &'a str {
        let (piece, rest) = self.rest.split_at(length);
        self.rest = rest;
        piece
    }

    /// Everything up to and with `end`, or all there is.
    fn advance_past(&mut self, end: &str) -> &'a str {
        let length = self.rest.find(end).map_or(self.rest.len(), |at| at + end.len());
        self.advance(length)
    }

    /// Passes over the text of a script; nobody reads it.
    fn skip_raw(&mut self, name: &str) {
        let ends = |at: usize| {
            let after = self.rest[at..].strip_prefix("</").and_then(|after| after.get(..name.len()));
            after.is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|&at| ends(at));
        self.advance(end.unwrap_or(self.rest.len()));
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.budget.step().ok()?;
        if let Some(name) = self.raw.take() {
            self.skip_raw(name);
        }
        loop {
            self.budget.step().ok()?;
            let mut after = self.rest.chars();
            let (first, second) = (after.next()?, after.next().unwrap_or(' '));
            if first != '<' || !(second.is_alphabetic() || matches!(second, '/' | '!' | '?' | '_')) {
                // A "<" that opens nothing is text.
                let end = self.rest[first.len_utf8()..].find('<');
                let length = end.map_or(self.rest.len(), |at| at + first.len_utf8());
                return Some(Token::Text(self.advance(length)));
            }
            if self.rest.starts_with("<!--") {
                self.advance_past("-->");
            } else if self.rest.starts_with("<![CDATA[") {
                let piece = self.advance_past("]]>");
                let piece = piece.strip_prefix("<![CDATA[").unwrap_or(piece);
                return Some(Token::Literal(piece.strip_suffix("]]>").unwrap_or(piece)));
            } else if matches!(second, '!' | '?') {
                self.advance_past(">");
            } else {
                let end = end_of_tag(self.rest);
                let tag = self.advance(end).trim_matches(['<', '>']);
                if let Some(name) = tag.strip_prefix('/') {
                    return Some(Token::Close(local(name.trim())));
                }
                let opened = open(tag);
                if (opened.is("script") || opened.is("style")) && !opened.empty && !tag.contains(':') {
                    self.raw = Some(opened.name);
                }
                return Some(Token::Open(opened));
            }
        }
    }
}

/// The length of the tag that a text begins with. A ">" in quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (byte, quote) {
            (b'>', None) => return at + 1,
            (b'"' | b'\'', None) => quote = Some(byte),
            (_, Some(open)) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that is never closed: the tag ends where it would without quotes.
    text.find('>').map_or(text.len(), |at| at + 1)
}

fn open(tag: &str) -> Tag<'_> {
    let (tag, empty) = match tag.strip_suffix('/') {
        Some(tag) => (tag, true),
        None => (tag, false),
    };
    let end = tag.find(|c: char| c.is_ascii_whitespace()).unwrap_or(tag.len());
    let (name, attributes) = tag.split_at(end);
    Tag { name: local(name), attributes, empty }
}

/// Text with its entities resolved. Unknown ones stay as they are.
pub(in crate::intake) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        resolved.push_str(&rest[..at]);
        rest = &rest[at..];
        // No entity we know is longer than "&#x10FFFF;".
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        match end.and_then(|end| entity(&rest[1..end]).map(|letter| (letter, end + 1))) {
            Some((letter, length)) => {
                resolved.push(letter);
                rest = &rest[length..];
            }
            None => {
                resolved.push('&');
                rest = &rest[1..];
            }
        }
    }
    resolved.push_str(rest);
    Cow::Owned(resolved)
}

/// The letters that web pages name, from `&nbsp;` (A0) to `&yuml;` (FF).
const WESTERN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg \
    plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute \
    Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve \
    Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde \
    auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
    otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "abreve" => 'ă',
        "Abreve" => 'Ă',
        "dstrok" => 'đ',
        "Dstrok" => 'Đ',
        "itilde" => 'ĩ',
        "Itilde" => 'Ĩ',
        "utilde" => 'ũ',
        "Utilde" => 'Ũ',
        _ => ('\u{a0}'..='\u{ff}').zip(WESTERN.split_ascii_whitespace()).find(|(_, known)| *known == name)?.0,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_and_text_are_parted() {
        let text = "<?xml version='1.0'?><!-- <td> --><w:p a=\"1>2\" w:b='x&amp;y' c=z d>Lê &lt;An<br/>1 < 2<![CDATA[<&>]]></w:p>";
        let tokens: Vec<_> = Tokens::new(text, &Budget::default()).collect();
        let Token::Open(p) = tokens[0] else { panic!("no tag") };
        assert!(p.is("P") && !p.empty);
        for (name, value) in [("a", "1>2"), ("b", "x&y"), ("c", "z"), ("d", "")] {
            assert_eq!(p.attribute(name).as_deref(), Some(value), "{name}");
        }
        assert_eq!(p.attribute("e"), None);
        assert_eq!(tokens[1], Token::Text("Lê &lt;An"));
        assert!(matches!(tokens[2], Token::Open(br) if br.is("br") && br.empty));
        assert_eq!(tokens[3..5], [Token::Text("1 "), Token::Text("< 2")]);
        assert_eq!(tokens[5..], [Token::Literal("<&>"), Token::Close("p")]);
    }

    #[test]
    fn scripts_are_passed_over() {
        let tokens: Vec<_> =
            Tokens::new("<style>td > a <b></STYLE>x<script>if (a<b) {}", &Budget::default()).collect();
        assert_eq!(tokens.iter().filter(|token| matches!(token, Token::Text(_))).count(), 1);
    }

    #[test]
    fn entities_become_letters() {
        assert_eq!(
            plain("Nguy&#7877;n&nbsp;V&#x103;n &Aacute;nh &amp; R&D &xyz; &#xD800; &"),
            "Nguyễn\u{a0}Văn Ánh & R&D &xyz; &#xD800; &"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_cut_to_its_end(text in "(<|>|/|!|--|\"|'|=|&|;|a|:| |<!\\[CDATA\\[|ễ|<script>|\\PC){0,40}") {
            for token in Tokens::new(&text, &Budget::default()) {
                if let Token::Open(tag) = token {
                    let _ = tag.attribute("a");
                }
            }
            prop_assert!(plain(&text).len() <= text.len() * 3);
        }
    }
}
