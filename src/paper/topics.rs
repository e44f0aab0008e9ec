//! What a session is about, as letters say it: the tree of its topics, or what its
//! programme holds where it follows no curriculum.

use super::audience;
use super::content::{Paragraph, Span};
use super::letter::{self, stopped};
use crate::domain::cluster::Sitting;
use crate::domain::dossier::Dossier;
use crate::domain::guest::Guest;
use crate::domain::organisation::two_digits;
use crate::domain::programme::{ItemKind, Presenter};
use crate::domain::topic::{CitedDocument, Topic};
use crate::vietnamese::date;
use crate::vietnamese::fold::compare_key;

/// The topics of a session: those of its curriculum, else those of its programme,
/// each once.
pub fn of(dossier: &Dossier) -> Vec<Topic> {
    let mut topics: Vec<Topic> = dossier.topics.clone();
    let sittings = dossier.clusters.iter().flat_map(|cluster| &cluster.sittings);
    let items = || {
        let items = sittings.clone().flat_map(Sitting::programme);
        items.filter(|item| item.kind == ItemKind::Topic)
    };
    if topics.is_empty() {
        for item in items() {
            if !topics.iter().any(|known| known.title == item.title) {
                topics.push(Topic { title: item.title.clone(), ..Topic::default() });
            }
        }
    }
    for topic in topics.iter_mut().filter(|topic| topic.presenters.is_empty()) {
        let title = compare_key(&topic.title);
        for item in items().filter(|item| compare_key(&item.title) == title) {
            for presenter in &item.presenters {
                if !topic.presenters.contains(presenter) {
                    topic.presenters.push(presenter.clone());
                }
            }
        }
    }
    topics
}

/// The titles alone, as points of a list.
pub fn titles(topics: &[Topic]) -> Vec<Paragraph> {
    audience::points(&topics.iter().map(|topic| topic.title.clone()).collect::<Vec<_>>())
}

/// The whole tree, each topic with what it covers, the documents its words do not
/// name, and who presents it where not everything is presented by the same. Whoever is one of the guests, too, is addressed as there.
pub fn tree(topics: &[Topic], guests: &[Guest]) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let shared = shared_presenters(topics);
    for (index, topic) in topics.iter().enumerate() {
        // One alone is no list.
        let marker = if topics.len() > 1 { format!("{}.", index + 1) } else { String::new() };
        let shown = shared.is_none().then_some(guests);
        push(topic, marker, 1, shown, &mut paragraphs);
    }
    if let Some(presenters) = shared.filter(|presenters| !presenters.is_empty()) {
        paragraphs.push(presented(presenters, guests));
    }
    paragraphs
}

/// Who presents every topic, when it is always the same; empty when nobody is known.
fn shared_presenters(topics: &[Topic]) -> Option<&[Presenter]> {
    let first = topics.first()?.presenters.as_slice();
    topics.iter().all(|topic| topic.presenters == first).then_some(first)
}

fn presented(presenters: &[Presenter], guests: &[Guest]) -> Paragraph {
    let names: Vec<String> = presenters.iter().map(|one| letter::presenter(one, guests)).collect();
    let spans = vec![Span::italic("Báo cáo viên: "), Span::plain(stopped(&names.join("; "), "."))];
    Paragraph { spans, ..Paragraph::default() }
}

/// Letters of points, as Vietnamese counts them.
const LETTERS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x", "y",
];

/// A topic and its parts: 1. → a) → - → +, with who presents them where that is said of each. Parts the source counts itself ("Một
/// là") have no letter.
fn push(topic: &Topic, marker: String, depth: usize, told_with: Option<&[Guest]>, into: &mut Vec<Paragraph>) {
    into.push(Paragraph::point(marker, words(topic)));
    for line in further_lines(topic) {
        into.push(Paragraph::point("-", stopped(line, ".")));
    }
    parts(topic, depth, told_with, into);
    let unnamed: Vec<String> = topic.cites.iter().filter(|one| !is_named(one, topic)).map(citation).collect();
    if !unnamed.is_empty() {
        let spans = vec![Span::italic("Tài liệu: "), Span::plain(stopped(&unnamed.join("; "), "."))];
        into.push(Paragraph { spans, ..Paragraph::default() });
    }
    if let Some(guests) = told_with.filter(|_| !topic.presenters.is_empty()) {
        into.push(presented(&topic.presenters, guests));
    }
}

fn parts(topic: &Topic, depth: usize, told_with: Option<&[Guest]>, into: &mut Vec<Paragraph>) {
    let labelled = topic.children.iter().any(|child| child.label.is_some());
    for (index, child) in topic.children.iter().enumerate() {
        let letter = LETTERS.get(index).filter(|_| topic.children.len() <= LETTERS.len());
        let marker = match (depth, letter) {
            (1, Some(letter)) if !labelled => format!("{letter})"),
            (1 | 2, _) => "-".to_owned(),
            _ => "+".to_owned(),
        };
        push(child, marker, depth + 1, told_with, into);
    }
}

/// "Một là: Nâng cao hiệu quả …, trước hết là …."
fn words(topic: &Topic) -> String {
    let label = topic.label.as_deref().filter(|label| !label.is_empty());
    let mut words = match label {
        Some(label) => format!("{}: {}", label.trim_end_matches([':', ',', '.']), topic.title),
        None => topic.title.clone(),
    };
    if let Some(outline) = continuation(topic) {
        // "về …" goes on with the name of a document, anything else is added to it.
        let joint = if outline.starts_with("về ") { " " } else { ", " };
        words = format!("{}{joint}{outline}", words.trim_end_matches(['.', ';', ',']));
    }
    stopped(&words, if topic.children.is_empty() { "." } else { ":" })
}

/// An outline that goes on with the sentence of the title.
fn continuation(topic: &Topic) -> Option<&str> {
    let outline = topic.outline.as_deref()?.trim();
    let small = outline.chars().next().is_some_and(char::is_lowercase);
    (small && !outline.contains('\n')).then_some(outline)
}

/// An outline of points of its own, line by line.
fn further_lines(topic: &Topic) -> impl Iterator<Item = &str> {
    let outline = match continuation(topic) {
        None => topic.outline.as_deref().unwrap_or_default(),
        Some(_) => "",
    };
    outline
        .lines()
        .map(|line| line.trim().trim_start_matches(['-', '+', '•']).trim())
        .filter(|line| !line.is_empty())
}

/// Whether the words of a topic name a document already: its number, or what it is
/// called where it has none.
fn is_named(document: &CitedDocument, topic: &Topic) -> bool {
    let text = format!("{} {}", topic.title, topic.outline.as_deref().unwrap_or_default());
    match (document.number.as_deref(), document.title.as_deref()) {
        (Some(number), _) => text
            .split(|letter: char| !(letter.is_alphanumeric() || "-/".contains(letter)))
            .any(|word| word == number),
        (None, Some(title)) => compare_key(&text).contains(&compare_key(title)),
        (None, None) => compare_key(&text).contains(&compare_key(&document.kind)),
    }
}

/// "Kết luận số 62-KL/TW ngày 08/12/2009 của Bộ Chính trị về …".
fn citation(document: &CitedDocument) -> String {
    let mut words = document.kind.clone();
    if let Some(number) = &document.number {
        words.push_str(&format!(" số {}", two_digits(number)));
    }
    if let Some(day) = document.date {
        let short = date::short(day);
        words.push_str(&if day.day_of_month().is_some() {
            format!(" ngày {short}")
        } else {
            format!(" {}", date::in_words(day))
        });
    }
    if let Some(issuer) = &document.issuer {
        words.push_str(&format!(" của {issuer}"));
    }
    match &document.title {
        Some(title) if document.number.is_none() && title.starts_with(&document.kind) => title.clone(),
        Some(title) => format!("{words} {title}"),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(topics: &[Topic]) -> Vec<String> {
        let words = |one: Paragraph| {
            let text: String = one.spans.iter().map(|span| span.text.as_str()).collect();
            format!("{} {text}", one.marker).trim().to_owned()
        };
        tree(topics, &[]).into_iter().map(words).collect()
    }

    fn topic(title: &str) -> Topic {
        Topic { title: title.into(), ..Topic::default() }
    }

    #[test]
    fn the_outline_goes_on_with_the_title_or_stands_under_it() {
        let with =
            |outline: &str| Topic { outline: Some(outline.into()), ..topic("Quy định số 124-QĐ/TW") };
        assert_eq!(said(&[with("về giám sát")]), ["Quy định số 124-QĐ/TW về giám sát."]);
        assert_eq!(said(&[with("gắn với khu dân cư;")]), ["Quy định số 124-QĐ/TW, gắn với khu dân cư."]);
        assert_eq!(
            said(&[with("- Nội dung giám sát\n- Hình thức")]),
            ["Quy định số 124-QĐ/TW.", "- Nội dung giám sát.", "- Hình thức."]
        );
    }

    #[test]
    fn parts_are_lettered_unless_the_source_counts_them() {
        let mut whole = topic("Chương trình hành động");
        whole.children = vec![topic("Một phần"), topic("Phần nữa")];
        assert_eq!(said(&[whole.clone()]), ["Chương trình hành động:", "a) Một phần.", "b) Phần nữa."]);
        whole.children[0].label = Some("Một là,".into());
        assert_eq!(said(&[whole, topic("Khác")])[1..], ["- Một là: Một phần.", "- Phần nữa.", "2. Khác."]);
    }

    #[test]
    fn a_document_the_words_do_not_name_is_cited() {
        let mut one = topic("Công tác giám sát năm 2005");
        one.cites.push(CitedDocument {
            kind: "Chỉ thị".into(),
            number: Some("05".into()),
            date: "2016-05-15".parse().ok(),
            issuer: Some("Bộ Chính trị".into()),
            ..CitedDocument::default()
        });
        assert_eq!(said(&[one.clone()])[1], "Tài liệu: Chỉ thị số 05 ngày 15/5/2016 của Bộ Chính trị.");
        one.title = "Triển khai chuyên đề Chỉ thị 05".into();
        assert_eq!(said(&[one]).len(), 1);
    }

    #[test]
    fn whoever_presents_everything_is_named_once() {
        let by = |title: &str, name: &str| Topic {
            presenters: vec![Presenter::Role(name.into())],
            ..topic(title)
        };
        let same = said(&[by("Một", "Lãnh đạo"), by("Hai", "Lãnh đạo")]);
        assert_eq!(same, ["1. Một.", "2. Hai.", "Báo cáo viên: Lãnh đạo."]);
        assert_eq!(said(&[by("Một", "A"), by("Hai", "B")])[1], "Báo cáo viên: A.");
    }
}
