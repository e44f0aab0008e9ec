//! XML that cannot be ill-formed: elements close by themselves, text is escaped.

use std::fmt::{Display, Write};

/// The attributes of an element.
pub type Attributes<'a> = &'a [(&'a str, &'a dyn Display)];

/// A part of the file being written.
pub struct Xml {
    text: String,
}

impl Xml {
    /// A part with this root, in these name spaces.
    pub fn part(root: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) -> String {
        Self::after(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
            root,
            attributes,
            content,
        )
    }

    /// A root in these name spaces after what begins the text.
    pub fn after(
        beginning: &str,
        root: &str,
        attributes: Attributes,
        content: impl FnOnce(&mut Self),
    ) -> String {
        let mut xml = Self { text: beginning.to_owned() };
        xml.element(root, attributes, content);
        xml.text
    }

    /// An element with what stands in it.
    pub fn element(&mut self, name: &str, attributes: Attributes, content: impl FnOnce(&mut Self)) {
        self.begin(name, attributes);
        self.text.push('>');
        content(self);
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.begin(name, attributes);
        self.text.push_str("/>");
    }

    /// An element whose only attribute is a value, as most of Word's are.
    pub fn value(&mut self, name: &str, value: impl Display) {
        self.empty(name, &[("w:val", &value)]);
    }

    /// An element that is there when something is so.
    pub fn flag(&mut self, name: &str, is_so: bool) {
        if is_so {
            self.empty(name, &[]);
        }
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.text);
    }

    fn begin(&mut self, name: &str, attributes: Attributes) {
        self.text.push('<');
        self.text.push_str(name);
        let mut value = String::new();
        for (name, shown) in attributes {
            value.clear();
            // Writing to a String cannot fail.
            let _ = write!(value, "{shown}");
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            escape(&value, &mut self.text);
            self.text.push('"');
        }
    }
}

/// Puts references for what is markup, and a replacement sign for what XML 1.0
/// has no way to write.
fn escape(text: &str, into: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => into.push_str("&amp;"),
            '<' => into.push_str("&lt;"),
            '>' => into.push_str("&gt;"),
            '"' => into.push_str("&quot;"),
            '\t' | '\n' | '\r' => into.push(letter),
            c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => into.push('\u{FFFD}'),
            c => into.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_is_text() {
        let part = Xml::part("a", &[("b", &"\"1\" & <2>")], |xml| {
            xml.element("c", &[], |xml| xml.text("R&D <b>\u{1}\u{FFFE}"));
            xml.empty("d", &[]);
        });
        let (_, root) = part.split_once('\n').expect("a declaration");
        assert_eq!(
            root,
            "<a b=\"&quot;1&quot; &amp; &lt;2&gt;\"><c>R&amp;D &lt;b&gt;\u{FFFD}\u{FFFD}</c><d/></a>"
        );
    }
}
