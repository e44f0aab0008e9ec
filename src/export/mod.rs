//! Papers as files: what they are called, how they were made last, one of them or
//! the whole bundle of a session ("cả bộ hồ sơ"). What the window and the command
//! line have in common.

pub mod attendance;
pub mod bundle;
pub mod changed;
pub mod file;
pub mod guide;
pub mod names;
pub mod person;
pub mod remembered;

use std::collections::BTreeMap;

use crate::domain::dossier::Dossier;
use crate::domain::id::ClusterId;
use crate::domain::print_run::{PrintRun, PrintedPage};
use crate::paper::{Options, PaperKind};

/// What is remembered of a paper that was made. Of a test page nothing is: it is on no page.
pub fn print_run(
    kind: PaperKind,
    dossier: &Dossier,
    cluster: Option<ClusterId>,
    options: &Options,
    pages: Vec<PrintedPage>,
) -> PrintRun {
    let is_test = kind == PaperKind::Certificates && options.certificates.look.test_page;
    let pages = if is_test { Vec::new() } else { pages };
    let signatures = match kind {
        PaperKind::Certificates => {
            let certified = pages.iter().flat_map(|page| &page.delegates).copied();
            options.certificates.signatures(dossier, certified)
        }
        _ => BTreeMap::new(),
    };
    PrintRun {
        session: dossier.session.id,
        paper: kind.id().to_owned(),
        cluster,
        // Plain values: writing them as JSON cannot fail, and if it did the run still counts.
        options: serde_json::to_string(options).unwrap_or_default(),
        pages,
        signatures,
        printed: false,
    }
}
