//! What files of papers are called, and where they go.

use std::path::{Path, PathBuf};

use crate::paper::{Format, Options, PaperKind};
use crate::vietnamese::fold::fold;

/// A text as a part of a file's name that every system takes: small letters
/// without diacritics, digits, hyphens.
pub fn plain(text: &str) -> String {
    let mut name = String::new();
    for letter in fold(text).chars() {
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            _ if name.is_empty() || name.ends_with('-') => {}
            _ => name.push('-'),
        }
    }
    name.truncate(80);
    name.truncate(name.trim_end_matches('-').len());
    name
}

/// What a paper is called in the name of its file, without an ending.
pub fn stem(kind: PaperKind, options: &Options) -> String {
    plain(options.of(kind).name().unwrap_or(kind.about().name))
}

/// Letters of the title of a session in the name of a file.
const TITLE: usize = 40;

/// The name a paper of the session of this title, or of its cluster of this number, is offered to be
/// saved under: `danh-sach-ky-ten_lop-tap-huan-2026_cum-1.pdf`.
pub fn suggested(
    kind: PaperKind,
    options: &Options,
    session: &str,
    cluster: Option<u32>,
    format: Format,
) -> String {
    format!("{}.{}", of_session(&stem(kind, options), session, cluster), format.extension())
}

/// The name of a file of the session of this title, or of its cluster of this number, without an ending.
pub fn of_session(stem: &str, session: &str, cluster: Option<u32>) -> String {
    let cluster = cluster.map(|number| format!("cum-{number}"));
    let parts = [Some(stem.to_owned()), Some(short(session)), cluster];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("_")
}

/// A title as a part of a file's name that is not long: its first words, and the year that the last of them say.
pub fn short(title: &str) -> String {
    let whole = plain(title);
    let (first, rest) = match whole.get(..TITLE) {
        Some(cut) if whole.len() > TITLE => match cut.rsplit_once('-') {
            Some((words, _)) if !whole[TITLE..].starts_with('-') => whole.split_at(words.len()),
            _ => whole.split_at(TITLE),
        },
        _ => return whole,
    };
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit());
    match rest.split('-').rfind(is_year) {
        Some(year) => format!("{first}-{year}"),
        None => first.to_owned(),
    }
}

/// The name of a file that holds the pages of another that have changed.
pub fn of_reprint(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-in-lai.{ending}"),
        None => format!("{name}-in-lai"),
    }
}

/// The file of one cluster beside the name that was chosen for all.
pub fn of_cluster(chosen: &Path, number: u32, format: Format) -> PathBuf {
    let stem = chosen.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    chosen.with_file_name(format!("{stem}-cum-{number}.{}", format.extension()))
}

/// The folder that was typed, made whole: `~` is the home folder, a name alone stands in `folder`.
/// `None` when nothing was typed.
pub fn typed_folder(text: &str, folder: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let text = text.trim();
    match (text.strip_prefix("~/"), home) {
        _ if text.is_empty() => None,
        (Some(rest), Some(home)) => Some(home.join(rest)),
        _ => Some(folder.join(text)),
    }
}

/// The path with this ending: nothing of what was typed is taken away, for "ban 1.2" has none yet.
pub fn ended(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_no_diacritics_and_nothing_a_system_forbids() {
        for (text, name) in [
            ("Danh sách ký tên", "danh-sach-ky-ten"),
            ("ĐIỂM CẦU: Hà Tĩnh / Nghệ An", "diem-cau-ha-tinh-nghe-an"),
            ("  a<b>c|d?e*f\"g\\h  ", "a-b-c-d-e-f-g-h"),
            ("Lớp 1 – 2020…", "lop-1-2020"),
            ("日本", ""),
            ("", ""),
        ] {
            assert_eq!(plain(text), name);
        }
        assert!(plain(&"Nguyễn ".repeat(100)).len() <= 80);
    }

    #[test]
    fn a_letter_that_calls_is_named_so() {
        let mut options = Options::default();
        let name = |options: &Options| suggested(PaperKind::Invitations, options, "", None, Format::Docx);
        assert_eq!(name(&options), "giay-moi.docx");
        options.invitation.look.summons = true;
        assert_eq!(name(&options), "giay-trieu-tap.docx");
    }

    #[test]
    fn a_name_says_of_which_session_and_cluster() {
        let options = Options::default();
        let name = |title, cluster| suggested(PaperKind::SignInSheet, &options, title, cluster, Format::Pdf);
        let title = "Tập huấn công tác Mặt trận cơ sở năm 2020";
        assert_eq!(
            name(title, Some(2)),
            "danh-sach-ky-ten_tap-huan-cong-tac-mat-tran-co-so-nam-2020_cum-2.pdf"
        );
        assert_eq!(name("Lớp 1", None), "danh-sach-ky-ten_lop-1.pdf");
        assert_eq!(short(&"a".repeat(60)).len(), TITLE);
    }

    #[test]
    fn each_cluster_has_a_file_beside_the_chosen_name() {
        let third = of_cluster(Path::new("/a/ký tên.pdf"), 3, Format::Pdf);
        assert_eq!(third, Path::new("/a/ký tên-cum-3.pdf"));
        assert_eq!(of_cluster(Path::new("b"), 12, Format::Docx), Path::new("b-cum-12.docx"));
    }

    #[test]
    fn a_path_has_the_ending_of_its_form() {
        let ended = |path: &str, format: Format| ended(PathBuf::from(path), format.extension());
        assert_eq!(ended("/home/an/ky-ten.PDF", Format::Pdf), Path::new("/home/an/ky-ten.PDF"));
        assert_eq!(ended("ban 1.2", Format::Pdf), Path::new("ban 1.2.pdf"));
        let book = ended("ky-ten.pdf", Format::Xlsx);
        assert_eq!(book, Path::new("ky-ten.pdf.xlsx"), "a workbook is not called a PDF");
    }
}
