//! What the program shows where no window can open: the sample file and its
//! first sign-in sheet in the current folder.

use std::path::PathBuf;

use super::answer::{Done, Refusal};
use super::arguments::Export;
use super::{export, verbs};
use crate::sentence::Sentence;
use crate::store::{Access, Store};

/// Makes both and says so.
pub(super) fn run() -> Result<Done, Refusal> {
    let path = PathBuf::from("tap-huan-mau.taphuan");
    let file = path.display().to_string();
    let mut sentences = Vec::new();
    let made = verbs::make_sample(&path, &mut sentences)?;
    sentences.push(match made {
        0 => Sentence::new("cli-demo-sample-kept").with("file", file),
        count => Sentence::new("cli-demo-sample").with("file", file).with("count", count),
    });

    let sessions = Store::open(&path, Access::Read)?.sessions().wait()?;
    let first = sessions.iter().filter(|session| session.is_sample).min_by_key(|session| session.id);
    if let Some(session) = first {
        let out = PathBuf::from("danh-sach-ky-ten.pdf");
        let sheet = Export {
            kind: "sign-in-sheet".into(),
            session: session.id,
            cluster: None,
            out: out.clone(),
            per_cluster: false,
            told: Vec::new(),
            recipe: None,
            editable: false,
            contact_sheet: false,
        };
        let was_there = out.exists();
        let pages = export::write(&path, &sheet)?.pages;
        sentences.push(
            Sentence::new(if was_there { "cli-demo-sheet-again" } else { "cli-demo-sheet" })
                .with("title", session.title.clone())
                .with("file", out.display().to_string())
                .with("pages", pages),
        );
    }
    sentences.push(Sentence::new("cli-demo-next"));
    Ok(Done { sentences, ..Done::default() })
}
