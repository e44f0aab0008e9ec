//! How much memory 433, 4,330 and 43,300 certificates take to make, each with its code:
//! `cargo run --release --example paper_memory`. Linux only: it reads `/proc/self/status`.

#[path = "../tests/it/support/dossier.rs"]
mod dossier;

use taphuan::paper::{Options, PaperKind, make};

fn main() {
    // Without an argument, once for each size: what one leaves behind is not the next one's.
    let Some(people) = std::env::args().nth(1).and_then(|one| one.parse().ok()) else {
        let me = std::env::current_exe().expect("the example's own file");
        for people in ["433", "4330", "43300"] {
            std::process::Command::new(&me).arg(people).status().expect("the example again");
        }
        return;
    };
    let session = dossier::session(people, 5, 2);
    let mut options = Options::default();
    options.certificates.look.code = true;
    let before = kilobytes("VmRSS:");
    let made = make(PaperKind::Certificates, &session, &options).expect("certificates");
    println!(
        "{people} certificates: {} MB at most, of which {} MB are the session; the file has {} kB",
        kilobytes("VmHWM:") / 1000,
        before / 1000,
        made.pdf.len() / 1000
    );
}

/// A line of what the system says of this process.
fn kilobytes(line: &str) -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let value = status.lines().find_map(|one| one.strip_prefix(line));
    value.and_then(|value| value.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
