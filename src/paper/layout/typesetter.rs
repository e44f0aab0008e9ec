//! Measures text and remembers what could not be set.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::run::{Run, Style};
use super::tick_box;
use crate::paper::finding::Finding;
use crate::paper::font::kern::Kerner;
use crate::paper::font::{Face, printable};

/// Measures text of one paper: kerned words are shaped once, characters the
/// typeface lacks are noted with the person they belong to.
#[derive(Default)]
pub struct Typesetter {
    kerner: Kerner,
    subject: Option<String>,
    seen: BTreeSet<(char, Option<String>)>,
    findings: Vec<Finding>,
}

impl Typesetter {
    /// Says whom the text that follows is about.
    pub fn about(&mut self, name: Option<&str>) {
        self.subject = name.map(str::to_owned);
    }

    /// Whom the text is about.
    pub fn subject(&self) -> Option<&str> {
        self.subject.as_deref()
    }

    /// What was found so far.
    pub fn findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Adds a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// The text as it can be set; what cannot is noted.
    pub fn printable<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let (set, missing) = printable(text);
        for character in missing {
            if self.seen.insert((character, self.subject.clone())) {
                let whom = self.subject.clone();
                self.findings.push(Finding::MissingCharacter { character, whom, text: text.to_owned() });
            }
        }
        set
    }

    /// One word of a face; its characters are printable.
    pub fn run(&mut self, face: Face, word: &str, style: Style) -> Run {
        let mut run = Run { face, text: word.to_owned(), after: Vec::new(), units: face.width(word) };
        if style.kerned {
            let kerned = self.kerner.kern(face, word);
            run.units += kerned.sum;
            run.after.clone_from(&kerned.after);
        }
        if style.tracking != 0 {
            let letters = word.chars().count();
            run.after.resize(letters, 0);
            run.after.iter_mut().for_each(|after| *after += style.tracking);
            run.units += i32::from(style.tracking) * i32::try_from(letters).unwrap_or(0);
        }
        tick_box::widen(&mut run, style.size);
        run
    }

    /// Width of unkerned text on one line, in points.
    pub fn width(&mut self, face: Face, text: &str, size: f32) -> f32 {
        face.width(&self.printable(text)) as f32 * size / 1000.0
    }
}
